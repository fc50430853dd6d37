"""Quantities on NewsQuant: value, value and unit, value and change, counted as CQE's own metric does.

    python benchmarks/quantities.py DATA.jsonl [--half first|second] [--json] [--errors]

DATA is NewsQuant as JSON Lines (`text`, `quantities` with `value`, `normalized_unit`,
`change`). The set is split in two halves by line number: rules were tuned on the even
lines (`first`) and checked on the odd (`second`); both and the whole are reported. As in
CQE's metric a quantity of ours is used up only once its unit agrees; `strict` counts the
same with every quantity used once at most.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.reading.figures.measures import Quantity, find_quantities
from dragoman.reading.parse import parse

NAMES = {"USD": "dollar", "percent": "percentage"}
SIGNS = {"exact": "=", "about": "~", "more_than": ">", "less_than": "<"}


@dataclass(frozen=True)
class Row:
    """One quantity as the set writes it: value (low and high), unit in words, change sign."""

    low: float
    high: float | None
    unit: str
    change: str


def main() -> None:
    """Read the set, score both halves, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("first", "second"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show every sentence that differs")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.data.read_text(encoding="utf-8").splitlines()]
    docs = parse([line["text"] for line in lines])
    pairs = [
        ([gold(q) for q in line["quantities"]], [ours(q) for q in find_quantities(doc)])
        for line, doc in zip(lines, docs, strict=True)
    ]
    halves = {"first": pairs[0::2], "second": pairs[1::2], "all": pairs}
    if given.errors:
        for i, (wanted, found) in enumerate(pairs):
            if (given.half is None or (i % 2 == 0) == (given.half == "first")) and differs(
                wanted, found
            ):
                print(
                    f"{i} {lines[i]['text']}\n   gold {[show(r) for r in wanted]}\n   ours {[show(r) for r in found]}"
                )
    table = {name: score(half) for name, half in halves.items() if given.half in (None, name)}
    if given.json:
        print(json.dumps(table))
        return
    for name, rows in table.items():
        for kind, (precision, recall, f1) in rows.items():
            print(f"{name:7} {kind:13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def gold(item: dict[str, str]) -> Row:
    """A quantity of the set; a value like `3-5` is a range."""
    text = item["value"].replace(" ", "")
    unit = item["normalized_unit"].lower()
    if "-" in text[1:] and "E" not in text and not text.startswith("-"):
        low, high = text.split("-")
        return Row(float(low), float(high), unit, item["change"])
    return Row(float(text), None, unit, item["change"])


def ours(quantity: Quantity) -> Row:
    """A quantity of ours in the set's terms: a fraction is of one, a change by a verb is up or down."""
    scale = 0.01 if quantity.kind == "fraction" else 1.0
    high = quantity.high * scale if quantity.high != quantity.low else None
    change = SIGNS[quantity.qualifier]
    moved = quantity.movement
    if moved and not moved.noun and not moved.to and change in "=<":
        change = "up" if moved.direction == "increase" else "down"
    unit = NAMES.get(quantity.unit, quantity.name)
    return Row(quantity.low * scale, high, unit.lower(), change)


def score(pairs: list[tuple[list[Row], list[Row]]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each metric over sentences."""
    hits: Counter[str] = Counter()
    for wanted, found in pairs:
        hits.update(count(wanted, found))
        hits.update({"gold": len(wanted), "found": len(found)})
        hits.update(strictly(wanted, found))
    return {
        name: prf(hits[name], hits["gold"], hits["found"])
        for name in (
            "value",
            "value+unit",
            "value+change",
            "strict value",
            "strict unit",
            "strict change",
        )
    }


def count(wanted: list[Row], found: list[Row]) -> Counter[str]:
    """The hits of one sentence, counted as CQE counts them."""
    hits: Counter[str] = Counter()
    left = sorted(found, key=lambda r: r.unit)
    values_left = len(wanted)
    for row in sorted(wanted, key=lambda r: r.unit):
        for other in left:
            if not same_value(row, other):
                continue
            if values_left:
                hits["value"] += 1
                values_left -= 1
            hits["value+change"] += row.change == other.change
            if row.unit == other.unit:
                hits["value+unit"] += 1
                left.remove(other)
                break
    return hits


def strictly(wanted: list[Row], found: list[Row]) -> Counter[str]:
    """The hits of one sentence with each quantity used once, the best partner first."""
    hits: Counter[str] = Counter()
    left = list(found)
    for row in wanted:
        partners = [o for o in left if same_value(row, o)]
        if not partners:
            continue
        best = max(partners, key=lambda o: (o.unit == row.unit) + (o.change == row.change))
        left.remove(best)
        hits["strict value"] += 1
        hits["strict unit"] += best.unit == row.unit
        hits["strict change"] += best.change == row.change
    return hits


def same_value(left: Row, right: Row) -> bool:
    """Equal values, or equal ends of two ranges."""
    if (left.high is None) != (right.high is None):
        return False
    ends = [(left.low, right.low)]
    if left.high is not None and right.high is not None:
        ends.append((left.high, right.high))
    return all(math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in ends)


def differs(wanted: list[Row], found: list[Row]) -> bool:
    """Whether any of the three metrics loses something in this sentence."""
    hits = strictly(wanted, found)
    return len(wanted) != len(found) or any(
        hits[k] != len(wanted) for k in ("strict value", "strict unit", "strict change")
    )


def show(row: Row) -> str:
    """A row in a form to read."""
    return f"{row.change} {row.low:g}{'-' + format(row.high, 'g') if row.high is not None else ''} {row.unit}"


def prf(hits: int, wanted: int, found: int) -> tuple[float, float, float]:
    """Precision, recall, F1, rounded to three places."""
    precision = hits / found if found else 0.0
    recall = hits / wanted if wanted else 0.0
    total = precision + recall
    return (
        round(precision, 3),
        round(recall, 3),
        round(2 * precision * recall / total if total else 0.0, 3),
    )


if __name__ == "__main__":
    main()
