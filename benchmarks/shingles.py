"""Shingles: how much of an article a reader got, and how much else, as article-extraction-benchmark counts."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """Runs of four words found, found too much, and missed, as shares of all."""

    found: float
    extra: float
    missed: float


def overlap(true: str, kept: str, *, size: int = 4) -> Overlap:
    """Compare a text kept with the true one."""
    left, right = _shingles(true, size), _shingles(kept, size)
    found = sum((left & right).values())
    extra = sum((right - left).values())
    missed = sum((left - right).values())
    total = max(found + extra + missed, 1)
    return Overlap(found / total, extra / total, missed / total)


@dataclass(frozen=True, slots=True)
class Score:
    """Means over pages, 0 to 1."""

    precision: float
    recall: float
    f1: float


def score(overlaps: list[Overlap]) -> Score:
    """Mean precision and recall over pages, and the F1 of the two means."""
    precision = statistics.mean(
        o.found / (o.found + o.extra) for o in overlaps if o.found + o.extra
    )
    recall = statistics.mean(o.found / (o.found + o.missed) for o in overlaps if o.found + o.missed)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def report(name: str, overlaps: dict[str, Overlap], *, worst: int) -> None:
    """Print the score, and the pages that did worst."""
    found = score(list(overlaps.values()))
    print(f"{name}  P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}")
    for key in sorted(overlaps, key=lambda k: overlaps[k].found)[:worst]:
        one = overlaps[key]
        print(f"  {key[:8]}  found {one.found:.2f}  extra {one.extra:.2f}  missed {one.missed:.2f}")


def _shingles(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))
