"""Grouping: which reports tell of the same happenings, days apart at most.

Each report is a bag of names, words and event days, weighed by how rare they are among the
reports read together. An inverted index proposes neighbours; a story grows by the strongest
pairs first and takes in a report only where it resembles the story as a whole, so that a chain
of near misses never runs together. The outcome does not depend on the order of the reports.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.model.actor import Reason
from dragoman.model.claim import Reading
from dragoman.model.finding import Story
from dragoman.model.judgement import Judgement
from dragoman.model.report import Report, content_id
from dragoman.stories import thresholds as t
from dragoman.stories.bags import Vector, bag_of, cosine, weigh
from dragoman.stories.days import day_of
from dragoman.stories.titles import story_title

BY = "rule:grouping/1"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Stories, the pairs that made them, and each report's story."""

    stories: tuple[Story, ...]
    judgements: tuple[Judgement, ...]
    story_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    likeness: float
    left: str
    right: str


def group(reports: Sequence[Report], readings: Sequence[Reading]) -> Grouping:
    """Group reports into stories; every report is in exactly one, alone if need be."""
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: r.id)
    reading_of = {reading.report: reading for reading in readings}
    bags = {r.id: bag_of(r, reading_of.get(r.id)) for r in ordered}
    vectors = weigh(bags)
    days = {r.id: day_of(r, reading_of.get(r.id)) for r in ordered}
    pairs = _likely_pairs(vectors, days)
    clusters = _grow(sorted(vectors), pairs, vectors, days)
    return _write_up(clusters, pairs, {r.id: r for r in ordered}, reading_of)


def _likely_pairs(vectors: Mapping[str, Vector], days: Mapping[str, date | None]) -> list[_Pair]:
    """Pairs alike enough to be one story, found through shared words that are not everywhere."""
    index: dict[str, list[str]] = defaultdict(list)
    for key in sorted(vectors):
        for term in vectors[key]:
            index[term].append(key)
    ceiling = max(50, int(len(vectors) * t.COMMON_SHARE))
    pairs: dict[tuple[str, str], float] = {}
    for key in sorted(vectors):
        shared: Counter[str] = Counter()
        for term, value in vectors[key].items():
            if len(index[term]) <= ceiling:
                for other in index[term]:
                    if other != key:
                        shared[other] += value * vectors[other][term]  # type: ignore[assignment]
        best = sorted(shared, key=lambda other: (-shared[other], other))[: t.NEIGHBOURS]
        for other in best:
            left, right = min(key, other), max(key, other)
            if (left, right) not in pairs:
                pairs[left, right] = cosine(vectors[left], vectors[right])
    return sorted(
        (
            _Pair(round(value, 6), left, right)
            for (left, right), value in pairs.items()
            if value >= _needed(days[left], days[right], len(vectors))
        ),
        key=lambda p: (-p.likeness, p.left, p.right),
    )


def _base(total: int) -> float:
    """The likeness asked of two reports of one day, among so many."""
    return t.SAME_STORY + t.PER_DOUBLING * max(0.0, math.log2(max(1, total) / t.HANDFUL))


def _needed(left: date | None, right: date | None, total: int) -> float:
    """The likeness two reports need, more for each day between them; never reached when far apart."""
    if left is None or right is None:
        return _base(total)
    apart = abs((left - right).days)
    return math.inf if apart > t.DAYS_APART else _base(total) + t.PER_DAY * apart


@dataclass(slots=True)
class _Growth:
    """Clusters while they grow, by their root: members, and the sum of their vectors."""

    home: dict[str, str]
    members: dict[str, list[str]]
    sums: dict[str, Vector]
    days: Mapping[str, date | None]

    def join(self, one: str, other: str) -> bool:
        """Join the clusters of two reports if they resemble each other on average."""
        left, right = sorted((self.home[one], self.home[other]))
        if left == right:
            return False
        dated = [d for key in (*self.members[left], *self.members[right]) if (d := self.days[key])]
        spread = (max(dated) - min(dated)).days if dated else 0
        if self.likeness(left, right) < _base(len(self.home)) or spread > t.DAYS_APART:
            return False
        for key in self.members[right]:
            self.home[key] = left
        self.members[left] += self.members.pop(right)
        for term, value in self.sums.pop(right).items():
            self.sums[left][term] = self.sums[left].get(term, 0.0) + value
        return True

    def likeness(self, left: str, right: str) -> float:
        """The average likeness of the members of two clusters."""
        size = len(self.members[left]) * len(self.members[right])
        return cosine(self.sums[left], self.sums[right]) / size


def _grow(
    keys: Sequence[str],
    pairs: Sequence[_Pair],
    vectors: Mapping[str, Vector],
    days: Mapping[str, date | None],
) -> list[list[str]]:
    """Join clusters by their strongest pairs, then whole clusters by what their members share."""
    growth = _Growth(
        {key: key for key in keys},
        {key: [key] for key in keys},
        {key: dict(vectors[key]) for key in keys},
        days,
    )
    for pair in pairs:
        growth.join(pair.left, pair.right)
    # Fifty copies of one text are each other's nearest: their cluster has yet to meet the rest.
    for _ in range(t.ROUNDS if len(keys) > t.NEIGHBOURS else 0):
        met = [growth.join(left, right) for left, right in _near_clusters(growth)]
        if not any(met):
            break
    return sorted(sorted(cluster) for cluster in growth.members.values())


def _near_clusters(growth: _Growth) -> list[tuple[str, str]]:
    """Pairs of clusters that share their weightiest words, most alike first."""
    index: dict[str, list[str]] = defaultdict(list)
    for root in sorted(growth.sums):
        vector = growth.sums[root]
        for term in sorted(vector, key=lambda term: (-vector[term], term))[: t.WEIGHTY_WORDS]:
            index[term].append(root)
    shared: Counter[tuple[str, str]] = Counter()
    for roots in index.values():
        if len(roots) <= t.NEIGHBOURS:
            shared.update(combinations(roots, 2))
    found = [
        (growth.likeness(left, right), left, right)
        for (left, right), count in shared.items()
        if count >= t.WEIGHTY_SHARED
    ]
    return [(left, right) for _, left, right in sorted(found, key=lambda f: (-f[0], f[1], f[2]))]


def _write_up(
    clusters: Sequence[Sequence[str]],
    pairs: Sequence[_Pair],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> Grouping:
    story_of: dict[str, str] = {}
    stories = []
    for cluster in clusters:
        name = content_id("story", *cluster)
        story_of.update(dict.fromkeys(cluster, name))
        why = f"{len(cluster)} reports share names, words and days" if len(cluster) > 1 else "alone"
        title = story_title(cluster, reports, readings)
        stories.append(Story(name, title, tuple(cluster), (Reason("grouping", why),)))
    judgements = [
        Judgement(
            content_id("judgement", "same_story", p.left, p.right, BY),
            "same_story",
            (p.left, p.right),
            True,
            BY,
            round(min(1.0, p.likeness), 3),
            (Reason("grouping", f"likeness of names, words and days {p.likeness:.2f}"),),
        )
        for p in pairs
        if story_of[p.left] == story_of[p.right]
    ]
    return Grouping(
        tuple(sorted(stories, key=lambda s: s.id)),
        tuple(sorted(judgements, key=lambda j: j.id)),
        story_of,
    )
