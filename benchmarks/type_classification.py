"""Event types of single sentences by the trained model alone: no rules, no parties looked for.

    python benchmarks/type_classification.py [--plv TYPES_PLV.jsonl] [--gsr TYPES_GSR.jsonl] [--seconds 5]

PLV rows come with source and target, which are marked in the text; its YIELD is CONCEDE or
RETREAT. Rows the weights were trained on say nothing: give rows kept apart, or run
`training/crossvalidate.py`. Gold records come plain: the likeliest type, then precision and
recall at thresholds of probability. Speed is one thread on whatever was given.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.ontology import TYPES
from dragoman.reading.encoder import TypeScores, marked, type_scores

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def plv_type(scores: TypeScores) -> str:
    """The likeliest of PLV's 15 types, where CONCEDE and RETREAT are one."""
    sums: Counter[str] = Counter()
    for name in TYPES:
        sums["YIELD" if name in {"CONCEDE", "RETREAT"} else name] += scores.of(name)  # type: ignore[assignment]
    return max(sorted(sums), key=lambda name: sums[name])


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean of F1 over the types that stand in the gold."""
    scores = []
    for name in sorted(set(gold)):
        hits = sum(g == f == name for g, f in zip(gold, found, strict=True))
        scores.append(2 * hits / (gold.count(name) + found.count(name)))
    return sum(scores) / len(scores)


def with_parties(row: dict) -> str:  # type: ignore[type-arg]
    """A PLV row's text with source and target marked where they first stand."""
    text: str = row["text"]
    places = {
        side: [(start, start + len(row[side]))] if (start := text.find(row[side])) >= 0 else []
        for side in ("source", "target")
    }
    return marked(text, actors=places["source"], recipients=places["target"])


def rows_of(path: Path) -> list[dict]:  # type: ignore[type-arg]
    """The rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def report_plv(path: Path) -> None:
    """Accuracy and macro-F1, with parties marked and without."""
    rows = rows_of(path)
    gold = [row["type"] for row in rows]
    for name, texts in (
        ("marked", [with_parties(row) for row in rows]),
        ("plain", [row["text"] for row in rows]),
    ):
        found = [plv_type(scores) for scores in type_scores(texts)]
        right = sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold)
        print(
            f"plv {name:6} accuracy {right:.3f} macro-F1 {macro_f1(gold, found):.3f} ({len(gold)})"
        )


def report_gsr(path: Path) -> None:
    """The likeliest type, and precision and recall of all types above each threshold."""
    rows = rows_of(path)
    gold = [row["type"] for row in rows]
    scores = type_scores([row["text"].strip("{}") for row in rows])
    best = [s.above(0.0)[0] for s in scores]
    right = sum(g == f for g, f in zip(gold, best, strict=True)) / len(gold)
    print(f"gsr likeliest accuracy {right:.3f} macro-F1 {macro_f1(gold, best):.3f} ({len(gold)})")
    for threshold in THRESHOLDS:
        said = [s.above(threshold) for s in scores]
        hits = sum(g in f for g, f in zip(gold, said, strict=True))
        found = sum(map(len, said))
        precision, recall = hits / max(1, found), hits / len(gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"gsr p >= {threshold:.1f}  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def report_speed(texts: Sequence[str], seconds: float) -> None:
    """Sentences a second of processor time (one thread), after loading."""
    type_scores(texts[:1])
    started = time.process_time()
    done = 0
    while time.process_time() - started < seconds:
        type_scores(texts)
        done += len(texts)
    print(f"speed {done / (time.process_time() - started):.0f} sentences a CPU second")


def main() -> None:
    """Measure what was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plv", type=Path)
    parser.add_argument("--gsr", type=Path)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to time")
    args = parser.parse_args()
    texts = ["Kenya and Chad signed a trade pact on Monday, their ministers said."]
    if args.plv:
        report_plv(args.plv)
        texts = [row["text"] for row in rows_of(args.plv)]
    if args.gsr:
        report_gsr(args.gsr)
        texts = [row["text"] for row in rows_of(args.gsr)]
    report_speed(texts, args.seconds)


if __name__ == "__main__":
    main()
