"""The two seed reports, and twenty copies with everything particular replaced, against gold.

Needs the seeds and the scorers: set DRAGOMAN_SHARED to the folder that holds `seeds/`
and `score/` (default: `shared` beside the repository).
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import dragoman
from dragoman.exports.json import dump_record

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", HERE.parents[1].parent / "shared"))
COPIES = 20

pytestmark = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(),
    reason=f"no seeds at {SHARED}; set DRAGOMAN_SHARED to the folder that holds them",
)


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


variants = _load("variants", HERE / "variants.py")


def _cases() -> list[object]:
    if not (SHARED / "seeds").is_dir():
        return []
    return [
        pytest.param(None, id="seeds"),
        *(pytest.param(n, id=f"copy-{n}") for n in range(COPIES)),
    ]


@pytest.fixture(scope="module", params=_cases())
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Scores, checks, gold and record of the seeds or of one copy."""
    seeds = SHARED / "seeds"
    if request.param is None:
        texts = {p.name: p.read_text("utf-8") for p in sorted(seeds.glob("*.txt"))}
        gold = json.loads((seeds / "gold.json").read_text("utf-8"))
    else:
        copy = variants.make_variant(seeds, request.param)
        texts, gold = copy.texts, copy.gold
    return measure(texts, gold, tmp_path_factory.mktemp("seeds"))


def measure(texts: dict[str, str], gold: dict, folder: Path) -> dict:
    """Read the texts, write the record, and run both scorers on it."""
    for name in ("gold", "records", "texts/seeds"):
        (folder / name).mkdir(parents=True)
    for name, text in texts.items():
        (folder / "texts/seeds" / name).write_text(text, encoding="utf-8")
    record = dump_record(dragoman.read([folder / "texts/seeds"]))
    (folder / "gold/seeds.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "records/seeds.json").write_text(record, encoding="utf-8")
    scores = _run(
        "score.py",
        "--gold",
        folder / "gold",
        "--texts",
        folder / "texts",
        "--records",
        folder / "records",
        "--json",
    )
    checks = _run(
        "seed_checks.py",
        folder / "gold/seeds.json",
        folder / "texts/seeds",
        folder / "records/seeds.json",
    )
    return {"scores": scores, "checks": checks, "gold": gold, "record": json.loads(record)}


def _run(script: str, *args: object) -> dict:
    command = [sys.executable, str(SHARED / "score" / script), *map(str, args)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def test_events_are_found_with_their_type(measured: dict) -> None:
    assert measured["scores"]["events.type"]["hits"] >= 14


def test_core_events_have_parties_date_and_status(measured: dict) -> None:
    found = measured["record"]["events"]
    for core in (e for e in measured["gold"]["events"] if e.get("core")):
        want = (
            core["type"],
            {a["country"] for a in core["actors"]},
            {a["country"] for a in core["recipients"]},
            core["date_start"],
            core["status"],
        )
        quotes = [m["quote"] for m in core["mentions"]]
        meeting = [e for e in found if _speaks_of(e, quotes)]
        assert any(_told(e) == want for e in meeting), (
            core["description"],
            [_told(e) for e in meeting],
        )


def _speaks_of(event: dict, quotes: list[str]) -> bool:
    return any(m["quote"] in q or q in m["quote"] for m in event["mentions"] for q in quotes)


def _told(event: dict) -> tuple[object, ...]:
    return (
        event["type"],
        {a["country"] for a in event["actors"]},
        {a["country"] for a in event["recipients"]},
        event["start"],
        event["status"],
    )


def test_figures_have_value_unit_and_qualifier(measured: dict) -> None:
    scores = measured["scores"]
    assert scores["figures.value"]["hits"] == 6
    assert scores["figures.unit_accuracy"]["hits"] == 6
    assert scores["figures.qualifier_accuracy"]["hits"] == 6


def test_offices_are_found(measured: dict) -> None:
    assert measured["scores"]["offices"]["hits"] == 7


def test_conflicts_are_found(measured: dict) -> None:
    assert measured["scores"]["conflicts"]["hits"] == 2


@pytest.mark.parametrize(
    ("what", "least"),
    [("votes", 2), ("projects", 8), ("aliases", 9), ("corroborated", 7), ("furniture", 9)],
)
def test_at_least(measured: dict, what: str, least: int) -> None:
    assert measured["checks"][what][0] >= least


@pytest.mark.parametrize("what", ["overcounted", "broken_quotes"])
def test_none(measured: dict, what: str) -> None:
    assert measured["checks"][what][0] == 0


def test_few_events_beyond_gold(measured: dict) -> None:
    row = measured["scores"]["events.found_at_all"]
    assert row["found"] - row["hits"] <= 3
