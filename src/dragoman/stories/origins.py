"""Origins: how many independent sources stand behind what several reports say.

Outlets are not sources. Two reports are one origin for a point where the passages that say it
are aligned, where both sentences credit the same agency, where one is a copy of the other, or
where they come from one outlet. Two reports that provably share a source for some passages are
also one origin for background and outlook (standing relations, what is still to come): such
matter is what agencies supply, and telling it proves no reporter of one's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.claim import Reading
from dragoman.model.judgement import AlignedPassage, Judgement
from dragoman.model.report import Report
from dragoman.model.text import Mention
from dragoman.stories import thresholds as t
from dragoman.stories.credits import credit_spans, known_as, whole_credits

_OVERLAP = 0.4  # share of the shorter of mention and passage that must be common


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of the descent of reports, ready to be asked about any point."""

    outlet_of: Mapping[str, str]
    whole: Mapping[tuple[str, str], str]  # and what says that one is the other, or both a third
    partial: Mapping[tuple[str, str], tuple[AlignedPassage, ...]]
    credited: Mapping[str, tuple[tuple[int, int, str], ...]]
    behind: Mapping[str, frozenset[str]]  # its own name, and whom the whole report credits
    judgements: tuple[Judgement, ...]

    def outlets_of(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """The outlets behind some mentions, each once, in order of name."""
        return tuple(sorted({self.outlet_of.get(m.report, m.report) for m in mentions}))

    def origins_of(self, mentions: Sequence[Mention], *, background: bool = False) -> int:
        """How many independent origins say what these mentions say; 0 for no mentions."""
        by_report: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_report[mention.report].append(mention)
        roots = {report: report for report in sorted(by_report)}
        ordered = sorted(by_report)
        for number, left in enumerate(ordered):
            for right in ordered[number + 1 :]:
                one, other = _root(roots, left), _root(roots, right)
                if one != other and self._one_origin(left, right, by_report, background):
                    roots[max(one, other)] = min(one, other)
        return len({_root(roots, report) for report in ordered})

    def why(self, mentions: Sequence[Mention], *, background: bool = False) -> str:
        """In words, why the reports behind these mentions are not all independent; "" if they are."""
        reports = sorted({m.report for m in mentions})
        by_report = {r: [m for m in mentions if m.report == r] for r in reports}
        for number, left in enumerate(reports):
            for right in reports[number + 1 :]:
                found = self._tie(left, right, by_report, background)
                if found:
                    return found
        return ""

    def _one_origin(
        self, left: str, right: str, said: Mapping[str, Sequence[Mention]], background: bool
    ) -> bool:
        return bool(self._tie(left, right, said, background))

    def _tie(
        self, left: str, right: str, said: Mapping[str, Sequence[Mention]], background: bool
    ) -> str:
        if self.outlet_of.get(left, left) == self.outlet_of.get(right, right):
            return "one outlet"
        if (left, right) in self.whole:
            return self.whole[left, right]
        shared = self.partial.get((left, right), ())
        if any(_within(p.left, said[left]) and _within(p.right, said[right]) for p in shared):
            return "the passages that say it are the same in like words"
        if background and shared:
            return "background, and the reports share a source for other passages"
        agency = self._agencies(left, said[left]) & self._agencies(right, said[right])
        return f"both rest on {min(agency)}" if agency else ""

    def _agencies(self, report: str, said: Sequence[Mention]) -> frozenset[str]:
        """Agencies behind a report's mentions, where every one of them is credited; its own too."""
        spans = self.credited.get(report, ())
        own = self.behind.get(report, frozenset())
        names = [frozenset(known_as(n) for a, b, n in spans if a <= m.start < b) for m in said]
        if names and all(names):
            return own.union(*names)
        return own


def origins(
    reports: Sequence[Report], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> Origins:
    """Lay out what the judgements of descent (`derives`, `shares_source`) say of these reports."""
    reading_of = {reading.report: reading for reading in readings}
    whole: dict[tuple[str, str], str] = {}
    partial: dict[tuple[str, str], list[AlignedPassage]] = defaultdict(list)
    for judgement in judgements:
        if judgement.kind not in ("derives", "shares_source") or not judgement.verdict:
            continue
        left, right = sorted(judgement.subjects)
        if judgement.score >= t.COPY_SHARE:
            whole[left, right] = judgement.reasons[0].why
        for passage in judgement.passages:
            turned = passage.left.report != left
            partial[left, right].append(
                AlignedPassage(passage.right, passage.left, passage.score) if turned else passage
            )
    return Origins(
        {r.id: (r.outlet or r.name).strip() for r in reports},
        whole,
        {key: tuple(value) for key, value in sorted(partial.items())},
        {r.id: credit_spans(r, reading_of.get(r.id)) for r in reports},
        {
            r.id: frozenset(
                known_as(n) for n in (r.outlet or r.name, *whole_credits(r, reading_of.get(r.id)))
            )
            for r in reports
        },
        tuple(judgements),
    )


def _root(roots: dict[str, str], key: str) -> str:
    while roots[key] != key:
        key = roots[key]
    return key


def _within(passage: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether some mention and the passage are largely the same words."""
    for mention in mentions:
        common = min(passage.end, mention.end) - max(passage.start, mention.start)
        shorter = min(passage.end - passage.start, mention.end - mention.start)
        if common > 0 and common >= _OVERLAP * shorter:
            return True
    return False
