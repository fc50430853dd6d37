"""Genealogy: which reports of a story derive from one another, or from a source they share.

Three kinds of evidence: passages aligned word by word, a credit that both give for the whole
report, and a report that credits another's outlet. The judgement's score is the extent: 1 where
the whole report is meant, else the share of the shorter report that lies in shared passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from dragoman.model.actor import Reason
from dragoman.model.claim import Reading
from dragoman.model.judgement import AlignedPassage, Judgement, JudgementKind
from dragoman.model.report import Report, content_id
from dragoman.stories import thresholds as t
from dragoman.stories.alignment import passages, sentence_spans
from dragoman.stories.copies import copied_shares
from dragoman.stories.credits import credits_outlet, same_source, whole_credits
from dragoman.stories.enumerations import enumerations

BY = "rule:genealogy/1"
_SOME = 0.01  # the least extent of what is shared at all


def trace(
    reports: Sequence[Report], readings: Sequence[Reading], story_of: Mapping[str, str]
) -> tuple[Judgement, ...]:
    """Judge every pair of reports within each story; pairs that share nothing are left out."""
    reading_of = {reading.report: reading for reading in readings}
    stories: dict[str, dict[str, Report]] = defaultdict(dict)
    for report in reports:
        if report.id in story_of:
            stories[story_of[report.id]][report.id] = report
    found: list[Judgement] = []
    for story in sorted(stories):
        found += _trace_story(sorted(stories[story].values(), key=lambda r: r.id), reading_of)
    return tuple(sorted(found, key=lambda j: (j.kind, j.subjects)))


def _trace_story(reports: Sequence[Report], reading_of: Mapping[str, Reading]) -> list[Judgement]:
    aligned = passages(reports, reading_of)
    credits = {r.id: whole_credits(r, reading_of.get(r.id)) for r in reports}
    length = {r.id: _article_length(r, reading_of.get(r.id)) for r in reports}
    copied = copied_shares(reports)
    lists = enumerations(reports)
    found = []
    for left, right in combinations(reports, 2):
        pair = left.id, right.id
        reworded = tuple(sorted(aligned.get(pair, ()), key=lambda p: (p.left, p.right)))
        shared = (*reworded, lists[pair]) if pair in lists else reworded
        extent = _extent(reworded, length[left.id], length[right.id])
        extent = max(extent, copied.get(pair, 0.0))
        reasons = _reasons(left, right, reworded, extent, credits)
        if pair in lists:
            reasons = (*reasons, Reason("enumeration", "the same amounts in the same order"))
        if not reasons:
            continue
        source = _source(left, right, extent, credits, reading_of)
        credited = any(reason.step == "credit" for reason in reasons)
        kind: JudgementKind = "derives" if source else "shares_source"
        first = right if source is left else left
        second = left if first is right else right
        found.append(
            Judgement(
                content_id("judgement", kind, first.id, second.id, BY),
                kind,
                (first.id, second.id),
                True,
                BY,
                1.0 if credited else max(_SOME, round(extent, 3)),
                reasons,
                shared,
            )
        )
    return found


def _article_length(report: Report, reading: Reading | None) -> int:
    return sum(end - start for start, end in sentence_spans(report, reading)) or 1


def _extent(shared: Sequence[AlignedPassage], left: int, right: int) -> float:
    """Share of the shorter report that lies inside passages shared with the other."""
    covered_left = _covered([(p.left.start, p.left.end) for p in shared])
    covered_right = _covered([(p.right.start, p.right.end) for p in shared])
    return min(1.0, max(covered_left, covered_right) / min(left, right))


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    total, last = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, last))
        last = max(last, end)
    return total


def _reasons(
    left: Report,
    right: Report,
    shared: Sequence[AlignedPassage],
    extent: float,
    credits: Mapping[str, frozenset[str]],
) -> tuple[Reason, ...]:
    found = []
    both = sorted(a for a in credits[left.id] for b in credits[right.id] if same_source(a, b))
    if both:
        found.append(Reason("credit", f"both credit {both[0]}"))
    for one, other in ((left, right), (right, left)):
        if other.outlet and any(same_source(c, other.outlet) for c in credits[one.id]):
            found.append(Reason("credit", f"{one.name} credits {other.outlet}"))
    if extent >= t.COPY_SHARE:
        found.append(Reason("whole report", f"{extent:.0%} of the shorter one is in the other"))
    if shared:
        verbatim = sum(1 for p in shared if p.left.quote.lower() == p.right.quote.lower())
        found.append(
            Reason("passages", f"{len(shared)} passages in like words, {verbatim} of them verbatim")
        )
    return tuple(found)


def _source(
    left: Report,
    right: Report,
    extent: float,
    credits: Mapping[str, frozenset[str]],
    reading_of: Mapping[str, Reading],
) -> Report | None:
    """Which of two is the other's source, where something says so; None where nothing does."""
    for one, other in ((left, right), (right, left)):
        if other.outlet and any(same_source(c, other.outlet) for c in credits[one.id]):
            return other
    if extent == 0.0:
        return None
    one_names = credits_outlet(reading_of.get(left.id), right.outlet)
    other_names = credits_outlet(reading_of.get(right.id), left.outlet)
    if one_names != other_names:
        return right if one_names else left
    early, late = sorted((left, right), key=lambda r: r.published or "")
    if extent < t.COPY_SHARE or not early.published or not late.published:
        return None
    return early if early.published[:10] != late.published[:10] else None
