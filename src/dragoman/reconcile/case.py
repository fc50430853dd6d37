"""Case: everything known of the reports that are compared, and how a finding about them is put."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.model.actor import Actor, Reason
from dragoman.model.claim import EventClaim, Reading
from dragoman.model.finding import Event, Finding, FindingKind, Side, Story
from dragoman.model.report import Report, content_id
from dragoman.model.text import Mention, Sentence, mention
from dragoman.reconcile.items import Items


class CountsOrigins(Protocol):
    """Knows which outlets stand behind mentions, and how many of them are independent."""

    def outlets_of(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """The outlets behind some mentions."""

    def origins_of(self, mentions: Sequence[Mention], *, background: bool = False) -> int:
        """The number of independent origins behind some mentions."""

    def why(self, mentions: Sequence[Mention], *, background: bool = False) -> str:
        """Why they are not all independent."""


@dataclass(slots=True)
class Case:
    """The reports, what they say and what they were merged into; filled once, then only read."""

    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    stories: Sequence[Story]
    story_of: Mapping[str, str]
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    events: Sequence[Event]
    items: Items
    origins: CountsOrigins
    claim_of: dict[str, EventClaim] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for reading in self.readings.values():
            self.claim_of.update({c.id: c for c in reading.events})
            self._starts[reading.report] = [s.start for s in reading.sentences]

    def shared_stories(self) -> list[Story]:
        """The stories that more than one outlet tells."""
        return [s for s in self.stories if len(self.outlets(s)) > 1]

    def outlets(self, story: Story) -> tuple[str, ...]:
        """The outlets of a story."""
        return tuple(sorted({self.outlet(r) for r in story.reports if r in self.reports}))

    def outlet(self, report: str) -> str:
        """A report's outlet, or its name where the outlet is not known."""
        known = self.reports.get(report)
        return (known.outlet or known.name).strip() if known else report

    def sentences(self, report: str) -> Sequence[Sentence]:
        """The sentences of a report."""
        reading = self.readings.get(report)
        return reading.sentences if reading else ()

    def text(self, report: str, start: int, end: int) -> str:
        """Words of a report."""
        return self.reports[report].text[start:end]

    def quote(self, report: str, start: int, end: int) -> Mention:
        """Words of a report as a mention."""
        return mention(report, self.reports[report].text, start, end)

    def sentence_at(self, report: str, offset: int) -> Sentence | None:
        """The sentence that holds an offset."""
        number = bisect_right(self._starts.get(report, []), offset) - 1
        sentences = self.sentences(report)
        return sentences[number] if number >= 0 and offset < sentences[number].end else None

    def lands_named(self, report: str, start: int, end: int) -> set[str]:
        """The countries named, themselves or by their people, in a stretch of a report."""
        reading = self.readings.get(report)
        return {
            e.country
            for e in (reading.entities if reading else ())
            if e.country and any(start <= m.start < end for m in e.mentions)
        }

    def around(self, place: Mention) -> str:
        """The sentence a mention stands in, or its own words."""
        sentence = self.sentence_at(place.report, place.start)
        return self.text(place.report, sentence.start, sentence.end) if sentence else place.quote

    def side(self, value: str, mentions: Iterable[Mention], *, background: bool = False) -> Side:
        """One side of a finding, outlets and origins counted."""
        words = tuple(sorted(set(mentions)))
        return Side(
            value,
            self.origins.outlets_of(words),
            self.origins.origins_of(words, background=background),
            words,
        )


def by_story(case: Case, mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Mentions sorted into the stories of their reports."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for each in sorted(set(mentions)):
        found[case.story_of.get(each.report, each.report)].append(each)
    return found


def finding(
    kind: FindingKind,
    about: str,
    sides: Sequence[Side],
    *,
    claims: Iterable[str] = (),
    note: str = "",
    subject: str | None = None,
    confidence: float = 1.0,
    reasons: Sequence[Reason] = (),
) -> Finding:
    """A finding with its id made from what it says."""
    ids = tuple(sorted(set(claims)))
    places = [f"{m.report}:{m.start}:{m.end}" for s in sides for m in s.mentions]
    return Finding(
        content_id("finding", kind, about, subject or "", *ids, *places),
        kind,
        about,
        ids,
        tuple(sides),
        note,
        subject,
        round(confidence, 2),
        tuple(reasons),
    )
