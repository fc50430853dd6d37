"""Enumerations: the same amounts in the same order, however the words around them differ.

The facts force what an amount is, not that five of them come one after the other in the order
of somebody's press release. Two reports that list the same amounts in the same order had it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge.wording import Word, words
from dragoman.model.judgement import AlignedPassage
from dragoman.model.report import Report
from dragoman.model.text import mention
from dragoman.stories import thresholds as t

_MOST = 150  # amounts of a report that are compared
_CROWD = 80  # an amount in more reports than this proposes no pair
_SKIP = 0.5


@dataclass(frozen=True, slots=True)
class _Run:
    """Two stretches of amounts, by the numbers of the first and last in each list."""

    left: tuple[int, int]
    right: tuple[int, int]
    shared: int
    share: float


def enumerations(reports: Sequence[Report]) -> dict[tuple[str, str], AlignedPassage]:
    """The longest shared enumeration of each pair of reports that has one, by (lower, higher id)."""
    amounts = {r.id: _amounts(r) for r in reports}
    text_of = {r.id: r.text for r in reports}
    found = {}
    for left, right in _candidates(amounts):
        run = _best(amounts[left], amounts[right])
        if run is None or run.shared < t.LIST_AMOUNTS or run.share < t.LIST_SHARE:
            continue
        sides = []
        for report, (first, last) in ((left, run.left), (right, run.right)):
            start, end = amounts[report][first].start, amounts[report][last].end
            sides.append(mention(report, text_of[report], start, end))
        found[left, right] = AlignedPassage(sides[0], sides[1], round(run.share, 3))
    return found


def _amounts(report: Report) -> list[Word]:
    """The numbers of an article, years aside."""
    return [
        w
        for w in words(report.text)
        if w.kind == "number" and not _year(w.concept)
        if not any(f.start <= w.start < f.end for f in report.furniture)
    ][:_MOST]


def _year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _candidates(amounts: Mapping[str, Sequence[Word]]) -> list[tuple[str, str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for report in sorted(amounts):
        for number in sorted({w.concept for w in amounts[report]}):
            index[number].append(report)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in index.values():
        if len(holders) <= _CROWD:
            for place, left in enumerate(holders):
                for right in holders[place + 1 :]:
                    shared[left, right] += 1
    return sorted(pair for pair, count in shared.items() if count >= t.LIST_AMOUNTS)


def _best(left: Sequence[Word], right: Sequence[Word]) -> _Run | None:
    """The best stretch of amounts both have in the same order (local alignment)."""
    cell: list[tuple[float, int, int, frozenset[str]]]
    nothing: tuple[float, int, int, frozenset[str]] = (0.0, 0, 0, frozenset())
    row = [nothing] * (len(right) + 1)
    best, ends = nothing, (0, 0)
    for i, one in enumerate(left):
        cell = [nothing]
        for j, other in enumerate(right):
            before = row[j]
            if one.concept == other.concept:
                start = (before[1], before[2]) if before[0] > 0 else (i, j)
                here = (before[0] + 1, *start, before[3] | {one.concept})
            else:
                above, beside = row[j + 1], cell[j]
                near = max(above, beside, key=lambda c: c[0])
                here = (near[0] - _SKIP, near[1], near[2], near[3]) if near[0] > _SKIP else nothing
            cell.append(here)
            if here[0] > best[0]:
                best, ends = here, (i, j)
        row = cell
    if best[0] <= 0:
        return None
    length = 1 + min(ends[0] - best[1], ends[1] - best[2])
    return _Run(
        (best[1], ends[0]), (best[2], ends[1]), len(best[3]), min(1.0, len(best[3]) / length)
    )
