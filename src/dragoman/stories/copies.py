"""Copies: how much of one report stands word for word in another, quotations included.

Shared quotations prove no copying by themselves, so only large shares count, for which the
room's thresholds ask; this is what finds the wire story printed by a dozen papers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.knowledge.wording import words
from dragoman.model.report import Report

_RUN = 6  # words in a row
_CROWD = 60  # a run in more reports than this ties only neighbours
_NEXT = 6


def copied_shares(reports: Sequence[Report]) -> dict[tuple[str, str], float]:
    """Share of the shorter report's runs of words that the other has too, by (lower, higher id)."""
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for report in sorted(reports, key=lambda r: r.id):
        runs = _runs(report)
        sizes[report.id] = len(runs)
        for run in runs:
            index[run].append(report.id)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in index.values():
        reach = len(holders) if len(holders) <= _CROWD else _NEXT
        for place, left in enumerate(holders):
            for right in holders[place + 1 : place + 1 + reach]:
                shared[left, right] += 1
    return {
        pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in sorted(shared.items())
    }


def _runs(report: Report) -> set[tuple[str, ...]]:
    """Every run of words outside page furniture; a shorter text is one run."""
    told = [
        w.concept
        for w in words(report.text)
        if not any(f.start <= w.start < f.end for f in report.furniture)
    ]
    if not told:
        return set()
    return {tuple(told[i : i + _RUN]) for i in range(max(1, len(told) - _RUN + 1))}
