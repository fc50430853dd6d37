"""No score falls below its floor, and no floor sinks unannounced.

The sets are not in the repository: DRAGOMAN_SHARED names the folder that holds them
(`data/`, `stories/` and `score/`), `../shared` unless told otherwise. Where it is absent,
only the project's own stories are measured. The whole takes two to three minutes.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

import dragoman
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.scoring import score_story, total

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
DATA = SHARED / "data"
FLOORS: dict[str, dict[str, list[float]]] = tomllib.loads(
    (BENCHMARKS / "floors.toml").read_text(encoding="utf-8")
)
ATTRIBUTION_DOCUMENTS = 30

Scores = dict[str, float]


def benchmark(name: str) -> ModuleType:
    """A benchmark's module, loaded from its file."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def lines_of(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines() if line]


def names() -> Scores:
    bench = benchmark("names")
    found = bench.measure("both", bench.judge(DATA / "names_bench.csv"))
    return {"f1": found.f1, "precision": found.precision}


def dates() -> Scores:
    bench = benchmark("dates")
    outcomes = []
    for row in lines_of("dates_timebank.jsonl"):
        gold = tuple(bench.Time(t["start"], t["end"], t["value"]) for t in row["times"])  # type: ignore[attr-defined]
        found = bench.read_times(row["id"], row["text"], row["published"])
        outcomes.append(bench.Outcome(row["id"], row["text"], gold, found))
    scores = bench.score(outcomes, 0.0)
    return {"strict": scores.strict, "value": scores.value}


def quantities() -> Scores:
    bench = benchmark("quantities")
    lines = lines_of("quantities_newsquant.jsonl")
    docs = bench.parse([line["text"] for line in lines])
    pairs = [
        ([bench.gold(q) for q in line["quantities"]], list(map(bench.ours, find)))  # type: ignore[attr-defined]
        for line, find in zip(lines, map(bench.find_quantities, docs), strict=True)
    ]
    return {name: f1 for name, (_, _, f1) in bench.score(pairs).items()}


def attribution() -> Scores:
    bench = benchmark("attribution")
    roles = (f"{role} exact" for role in bench.ROLES)
    tallies = {name: bench.Tally() for name in ("all", "direct", *roles)}
    for line in lines_of("quotes_polnear_dev.jsonl")[:ATTRIBUTION_DOCUMENTS]:
        text = str(line["text"])
        analysis = bench.lay_out(bench.Report(bench.report_id(line["id"], text), "dev", text))
        found = bench.predict(text, analysis.sentences)
        bench.score_text(text, bench.read_gold(line), found, tallies)
    return {name: tally.scores()["f1"] for name, tally in tallies.items()}


def event_types() -> Scores:
    command = [sys.executable, str(BENCHMARKS / "event_types.py"), str(DATA / "types_gsr.jsonl")]
    command += ["--scorer", str(SHARED / "score" / "score_types.py")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {
        name: float(f1) for name, f1 in re.findall(r"^(\w+) .* F1 ([\d.]+)$", done.stdout, re.M)
    }


def articles() -> Scores:
    bench = benchmark("articles")
    return _pages(lambda page: bench._kept(gzip.decompress(page.read_bytes())))


def furniture() -> Scores:
    bench = benchmark("furniture")

    def kept(page: Path) -> str:
        text = bench._copy(page)
        report = bench.Report(page.name, page.name, text, furniture=bench.mark_furniture(text))
        return str(bench.article_lines(report))

    return _pages(kept)


def _pages(kept: Callable[[Path], str]) -> Scores:
    """F1 over the pages, the headline that their truth leaves out counted as too much."""
    shingles, folder = benchmark("shingles"), DATA / "html_articles"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    overlaps = [
        shingles.overlap(truth[key]["articleBody"], kept(folder / f"{key}.html.gz"))
        for key in sorted(truth)
    ]
    return {"f1": shingles.score(overlaps).f1}


def stories() -> Scores:
    return _stories(SHARED / "stories")


def own_stories() -> Scores:
    return _stories(BENCHMARKS / "stories")


def _stories(folder: Path) -> Scores:
    scores = [
        score_story(load_gold(path), dragoman.read([folder / "reports" / f"{path.stem}.jsonl"]))
        for path in sorted((folder / "gold").glob("*.json"))
    ]
    return {tally.name: tally.value or 0.0 for tally in total(scores)}


MEASURES = (
    names,
    dates,
    quantities,
    attribution,
    event_types,
    articles,
    furniture,
    stories,
    own_stories,
)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_scores_hold_their_floors(
    measure: Callable[[], Scores], monkeypatch: pytest.MonkeyPatch
) -> None:
    if measure is not own_stories and not DATA.is_dir():
        pytest.skip(f"no sets to measure on: {SHARED} is absent (DRAGOMAN_SHARED names them)")
    monkeypatch.syspath_prepend(BENCHMARKS)
    reached, floors = measure(), FLOORS[measure.__name__]
    fallen = [
        f"{name} {reached[name]:.3f} is under its floor {floors[name][-1]}"
        for name in floors
        if reached[name] < floors[name][-1]
    ]
    assert not fallen, "; ".join(fallen)


def test_every_set_has_floors() -> None:
    assert {measure.__name__ for measure in MEASURES} == set(FLOORS)
    assert all(floors for scores in FLOORS.values() for floors in scores.values())


def lowered(floors: dict[str, dict[str, list[float]]]) -> list[str]:
    """What the changelog has to name: every step down that any floor ever took."""
    return [
        f"Floor lowered: {group}.{name} {high:.2f} to {low:.2f}"
        for group, scores in floors.items()
        for name, steps in scores.items()
        for high, low in pairwise(steps)
        if low < high
    ]


def test_lowered_floors_are_in_the_changelog() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for line in lowered(FLOORS):
        assert f"- {line}: " in changes, f"CHANGELOG.md says nothing of it: - {line}: why"


def test_steps_down_are_seen() -> None:
    floors = {"names": {"f1": [0.80, 0.84, 0.82]}, "dates": {"value": [0.79, 0.80]}}
    assert lowered(floors) == ["Floor lowered: names.f1 0.84 to 0.82"]


def test_no_floor_was_taken_out() -> None:
    """Against the last commit, where there is one: its floors begin ours."""
    command = ["git", "show", "HEAD:benchmarks/floors.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("no floors committed here to compare with")
    for group, scores in tomllib.loads(done.stdout).items():
        for name, steps in scores.items():
            kept = FLOORS.get(group, {}).get(name, [])
            assert kept[: len(steps)] == steps, f"{group}.{name} lost a floor it had"
