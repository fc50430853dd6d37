"""Every score that has a floor in floors.toml, measured in one go.

    python benchmarks/scores.py SHARED [--only NAME…]

SHARED holds `data/`, `stories/` and `score/`. Prints each score beside its floor, and leaves
with 1 where one is under it. All of them take two to three minutes, most of it for dates;
attribution is measured on the first 30 documents for that reason.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import dragoman
from dragoman.evaluation.gold import load_gold
from dragoman.evaluation.scoring import score_story, total

HERE = Path(__file__).resolve().parent
ATTRIBUTION_DOCUMENTS = 30

Scores = dict[str, float]


def read_floors() -> dict[str, dict[str, list[float]]]:
    """Every floor each score ever had, by benchmark and score; the last is in force."""
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def benchmark(name: str) -> ModuleType:
    """A benchmark's module, loaded from its file."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def names(shared: Path) -> Scores:
    """Names compared, persons and organizations together."""
    bench = benchmark("names")
    found = bench.measure("both", bench.judge(shared / "data" / "names_bench.csv"))
    return {"f1": found.f1, "precision": found.precision}


def dates(shared: Path) -> Scores:
    """Expressions of time, as TempEval-3 counts."""
    bench = benchmark("dates")
    outcomes = []
    for row in lines_of(shared / "data" / "dates_timebank.jsonl"):
        gold = tuple(bench.Time(t["start"], t["end"], t["value"]) for t in row["times"])
        found = bench.read_times(row["id"], row["text"], row["published"])
        outcomes.append(bench.Outcome(row["id"], row["text"], gold, found))
    scores = bench.score(outcomes, 0.0)
    return {"strict": scores.strict, "value": scores.value}


def quantities(shared: Path) -> Scores:
    """Quantities, as CQE counts."""
    bench = benchmark("quantities")
    lines = lines_of(shared / "data" / "quantities_newsquant.jsonl")
    docs = bench.parse([line["text"] for line in lines])
    pairs = [
        ([bench.gold(q) for q in line["quantities"]], list(map(bench.ours, find)))
        for line, find in zip(lines, map(bench.find_quantities, docs), strict=True)
    ]
    return {name: f1 for name, (_, _, f1) in bench.score(pairs).items()}


def attribution(shared: Path) -> Scores:
    """Who said what, on the first documents."""
    bench = benchmark("attribution")
    roles = (f"{role} exact" for role in bench.ROLES)
    tallies = {name: bench.Tally() for name in ("all", "direct", *roles)}
    for line in lines_of(shared / "data" / "quotes_polnear_dev.jsonl")[:ATTRIBUTION_DOCUMENTS]:
        text = str(line["text"])
        analysis = bench.lay_out(bench.Report(bench.report_id(line["id"], text), "dev", text))
        found = bench.predict(text, analysis.sentences)
        bench.score_text(text, bench.read_gold(line), found, tallies)
    return {name: tally.scores()["f1"] for name, tally in tallies.items()}


def event_types(shared: Path) -> Scores:
    """Event types and parties of the gold records, by the scorer beside them."""
    command = [
        sys.executable,
        str(HERE / "event_types.py"),
        str(shared / "data" / "types_gsr.jsonl"),
    ]
    command += ["--scorer", str(shared / "score" / "score_types.py")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {
        name: float(f1) for name, f1 in re.findall(r"^(\w+) .* F1 ([\d.]+)$", done.stdout, re.M)
    }


def articles(shared: Path) -> Scores:
    """Articles told from web pages."""
    bench = benchmark("articles")
    return _pages(shared, lambda page: bench._kept(gzip.decompress(page.read_bytes())))


def furniture(shared: Path) -> Scores:
    """Articles told from plain-text copies of the same pages."""
    bench = benchmark("furniture")

    def kept(page: Path) -> str:
        text = bench._copy(page)
        report = bench.Report(page.name, page.name, text, furniture=bench.mark_furniture(text))
        return str(bench.article_lines(report))

    return _pages(shared, kept)


def _pages(shared: Path, kept: Callable[[Path], str]) -> Scores:
    """F1 over the pages, the headline that their truth leaves out counted as too much."""
    shingles, folder = benchmark("shingles"), shared / "data" / "html_articles"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    overlaps = [
        shingles.overlap(truth[key]["articleBody"], kept(folder / f"{key}.html.gz"))
        for key in sorted(truth)
    ]
    return {"f1": shingles.score(overlaps).f1}


def stories(shared: Path) -> Scores:
    """Ten real stories, retold."""
    return _stories(shared / "stories")


def own_stories(_: Path) -> Scores:
    """Seven invented stories, which are in the repository."""
    return _stories(HERE / "stories")


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


def main() -> int:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", nargs="+", choices=[m.__name__ for m in MEASURES])
    asked = parser.parse_args()
    floors, fallen = read_floors(), False
    for measure in MEASURES:
        if asked.only and measure.__name__ not in asked.only:
            continue
        for name, reached in measure(asked.shared).items():
            floor = floors[measure.__name__].get(name, [None])[-1]
            under = floor is not None and reached < floor
            fallen = fallen or under
            shown = "" if floor is None else f"floor {floor:.2f}{' FALLEN' if under else ''}"
            print(f"{measure.__name__:12} {name:22} {reached:.3f}  {shown}".rstrip(), flush=True)
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
