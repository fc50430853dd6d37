"""How well names are compared: precision, recall and F1 on labelled pairs of names.

    python benchmarks/names.py DATA.csv [--json] [--errors]

DATA.csv has the columns schema, name1, name2, is_match (nomenklatura's name bench has).
Every pair is judged at the one threshold the program uses, `SAME_NAME`.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.linking.names import SAME_NAME, NameKind, compare_names

PERSONS = ("Person",)
ORGANIZATIONS = ("Company", "Organization", "LegalEntity", "Vessel")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair and its score."""

    schema: str
    name1: str
    name2: str
    same: bool
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and measures of one group of pairs."""

    group: str
    pairs: int
    precision: float
    recall: float
    f1: float


def main() -> None:
    """Read the pairs, judge them, print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--errors", action="store_true", help="list the pairs judged wrongly")
    asked = parser.parse_args()
    started = time.perf_counter()
    rows = judge(asked.data)
    speed = len(rows) / (time.perf_counter() - started)
    groups = [
        measure("persons", [r for r in rows if r.schema in PERSONS]),
        measure("organizations", [r for r in rows if r.schema in ORGANIZATIONS]),
        measure("both", rows),
    ]
    if asked.json:
        print(json.dumps({"threshold": SAME_NAME, "groups": [asdict(g) for g in groups]}, indent=1))
    else:
        print(f"threshold {SAME_NAME}; {speed:,.0f} pairs a second, nothing cached")
        for g in groups:
            print(
                f"{g.group:14} {g.pairs:4} pairs  P {g.precision:.3f}  R {g.recall:.3f}  F1 {g.f1:.3f}"
            )
    if asked.errors:
        for row in rows:
            if row.same != (row.score >= SAME_NAME):
                wrong = "missed" if row.same else "joined"
                print(f"{wrong}  {row.score:.2f}  {row.schema:12} {row.name1} | {row.name2}")


def judge(data: Path) -> list[Row]:
    """Score every pair of the file."""
    rows = []
    with data.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            kind: NameKind = "person" if line["schema"] in PERSONS else "organization"
            score = compare_names(line["name1"], line["name2"], kind=kind).score
            same = line["is_match"] == "true"
            rows.append(Row(line["schema"], line["name1"], line["name2"], same, score))
    return rows


def measure(group: str, rows: list[Row]) -> Figures:
    """Precision, recall and F1 of one group at the threshold."""
    hits = sum(r.same and r.score >= SAME_NAME for r in rows)
    said = sum(r.score >= SAME_NAME for r in rows)
    true = sum(r.same for r in rows)
    precision, recall = hits / max(said, 1), hits / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Figures(group, len(rows), round(precision, 4), round(recall, 4), round(f1, 4))


if __name__ == "__main__":
    main()
