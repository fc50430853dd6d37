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

from dragoman.knowledge.wording import words
from dragoman.model.actor import Reason
from dragoman.model.claim import Reading
from dragoman.model.finding import Story
from dragoman.model.judgement import Judgement
from dragoman.model.report import Report, content_id
from dragoman.stories import thresholds as t
from dragoman.stories.days import day_of

BY = "rule:grouping/1"
Vector = dict[str, float]


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
    bags = {r.id: _bag(r, reading_of.get(r.id)) for r in ordered}
    vectors = _weigh(bags)
    days = {r.id: day_of(r, reading_of.get(r.id)) for r in ordered}
    pairs = _likely_pairs(vectors, days)
    clusters = _grow(sorted(vectors), pairs, vectors, days)
    return _write_up(clusters, pairs, {r.id: r for r in ordered})


def _bag(report: Report, reading: Reading | None) -> Counter[str]:
    """Names, words and days of a report, counted; the lead and the title count double."""
    bag: Counter[str] = Counter()
    if report.title:
        _count(bag, report.title, names_only=False)
    text = _article(report)
    _count(bag, text, names_only=False)
    for event in reading.events if reading else ():
        if event.start and len(event.start) == 10 and event.status in ("occurred", "planned"):
            bag["day:" + event.start] = 1
        lands = sorted({p.country for p in (*event.actors, *event.recipients) if p.country})
        if len(lands) == 2:
            bag["pair:" + "-".join(lands)] += t.PAIR_COUNT
    return bag


def _article(report: Report) -> str:
    """The text with page furniture blanked out."""
    if not report.furniture:
        return report.text
    letters = list(report.text)
    for piece in report.furniture:
        letters[piece.start : piece.end] = " " * (min(piece.end, len(letters)) - piece.start)
    return "".join(letters)


def _count(bag: Counter[str], text: str, *, names_only: bool) -> None:
    for number, word in enumerate(words(text)):
        weight = t.LEAD_WEIGHT if number < t.LEAD_WORDS else 1
        if word.kind == "name":
            bag["name:" + word.concept] += weight
        elif word.kind == "content" and not names_only:
            bag[word.concept] += weight


def _weigh(bags: Mapping[str, Counter[str]]) -> dict[str, Vector]:
    """Unit vectors: damped counts times rarity among the reports read together."""
    spread = Counter(term for bag in bags.values() for term in bag)
    total = len(bags)
    vectors: dict[str, Vector] = {}
    for key, bag in bags.items():
        vector = {}
        for term in sorted(bag):
            rarity = math.log((total + 1) / spread[term]) + t.COMMON_GROUND
            bonus = t.NAME_BONUS if term.startswith(("name:", "day:", "pair:")) else 1.0
            vector[term] = (1 + math.log(bag[term])) * rarity * bonus
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors[key] = {term: value / norm for term, value in vector.items()}
    return vectors


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
                pairs[left, right] = _cosine(vectors[left], vectors[right])
    return sorted(
        (
            _Pair(round(value, 6), left, right)
            for (left, right), value in pairs.items()
            if value >= _needed(days[left], days[right], len(vectors))
        ),
        key=lambda p: (-p.likeness, p.left, p.right),
    )


def _cosine(left: Vector, right: Vector) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(value * right[term] for term, value in left.items() if term in right)


def _base(total: int) -> float:
    """The likeness asked of two reports of one day, among so many."""
    return t.SAME_STORY + t.PER_DOUBLING * max(0.0, math.log2(max(1, total) / t.HANDFUL))


def _needed(left: date | None, right: date | None, total: int) -> float:
    """The likeness two reports need, more for each day between them; never reached when far apart."""
    if left is None or right is None:
        return _base(total)
    apart = abs((left - right).days)
    return math.inf if apart > t.DAYS_APART else _base(total) + t.PER_DAY * apart


def _grow(
    keys: Sequence[str],
    pairs: Sequence[_Pair],
    vectors: Mapping[str, Vector],
    days: Mapping[str, date | None],
) -> list[list[str]]:
    """Join clusters by their strongest pairs, while they resemble each other on average."""
    home = {key: key for key in keys}
    members = {key: [key] for key in keys}
    sums = {key: dict(vectors[key]) for key in keys}
    for pair in pairs:
        left, right = sorted((home[pair.left], home[pair.right]))
        if left == right:
            continue
        size = len(members[left]) * len(members[right])
        average = _cosine(sums[left], sums[right]) / size
        dated = [d for key in (*members[left], *members[right]) if (d := days[key])]
        spread = (max(dated) - min(dated)).days if dated else 0
        if average < _base(len(keys)) or spread > t.DAYS_APART:
            continue
        for key in members[right]:
            home[key] = left
        members[left] += members.pop(right)
        for term, value in sums.pop(right).items():
            sums[left][term] = sums[left].get(term, 0.0) + value
    return sorted(sorted(cluster) for cluster in members.values())


def _write_up(
    clusters: Sequence[Sequence[str]], pairs: Sequence[_Pair], reports: Mapping[str, Report]
) -> Grouping:
    story_of: dict[str, str] = {}
    stories = []
    for cluster in clusters:
        name = content_id("story", *cluster)
        story_of.update(dict.fromkeys(cluster, name))
        why = f"{len(cluster)} reports share names, words and days" if len(cluster) > 1 else "alone"
        stories.append(
            Story(name, _title(cluster, reports), tuple(cluster), (Reason("grouping", why),))
        )
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


def _title(cluster: Sequence[str], reports: Mapping[str, Report]) -> str:
    """The shortest title a report gives, else the opening words of its text."""
    titles = sorted((len(t_), t_) for key in cluster if (t_ := (reports[key].title or "").strip()))
    if titles:
        return titles[0][1]
    first = _article(reports[cluster[0]]).strip().split("\n", 1)[0].strip()
    return first if len(first) <= 120 else first[:119].rsplit(" ", 1)[0] + "…"
