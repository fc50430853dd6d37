"""A small desk for hand-built claims: parties, claims and readings in a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.actor import Actor, Entity, EntityKind, Party, Place
from dragoman.model.claim import (
    CoverageClaim,
    EventClaim,
    FigureClaim,
    OfficeClaim,
    Reading,
    StatementClaim,
    Status,
    VoteClaim,
)
from dragoman.model.finding import Finding, Story
from dragoman.model.record import Record
from dragoman.model.report import Report, content_id, report_id
from dragoman.model.text import Mention, Sentence, mention
from dragoman.reconcile.record import reconcile
from dragoman.stories.alignment import sentence_spans
from dragoman.stories.genealogy import trace
from dragoman.stories.grouping import Grouping
from dragoman.stories.origins import origins

KINDS: dict[str, tuple[EntityKind, str]] = {
    "Nora Lindqvist": ("person", "SWE"),
    "Sweden": ("state", "SWE"),
    "Tomas Rangel": ("person", "MEX"),
    "Lucia Barrera": ("person", "MEX"),
    "Mexico": ("state", "MEX"),
    "Peru": ("state", "PER"),
    "Chile": ("state", "CHL"),
}


@dataclass(frozen=True)
class Linked:
    actors: tuple[Actor, ...]
    actor_of: dict[str, str]
    judgements: tuple[()] = ()


def party(name: str) -> Party:
    return Party(content_id("actor", name), name, KINDS[name][1])


def linked() -> Linked:
    actors = [
        Actor(content_id("actor", name), name, kind, country, (), (name,), (), ())
        for name, (kind, country) in KINDS.items()
    ]
    return Linked(tuple(actors), {a.id: a.id for a in actors})


@dataclass
class Sheet:
    """One report and the claims made of its words."""

    name: str
    text: str
    published: str | None = "2031-03-04"

    def __post_init__(self) -> None:
        self.report = Report(
            report_id(self.name, self.text), self.name, self.text, self.name, None, self.published
        )
        self.events: list[EventClaim] = []
        self.figures: list[FigureClaim] = []
        self.offices: list[OfficeClaim] = []
        self.statements: list[StatementClaim] = []
        self.votes: list[VoteClaim] = []
        self.coverage: list[CoverageClaim] = []

    def words(self, quote: str) -> Mention:
        at = self.text.index(quote)
        return mention(self.report.id, self.text, at, at + len(quote))

    def event(
        self,
        quote: str,
        cue: str,
        actors: Sequence[str] = (),
        recipients: Sequence[str] = (),
        *,
        type: str = "CONSULT",
        mode: str | None = "visit",
        status: Status = "occurred",
        start: str | None = "2031-03-04",
        place: Place | None = None,
    ) -> EventClaim:
        claim = EventClaim(
            content_id("claim", self.report.id, quote, cue),
            self.report.id,
            type,
            mode,
            cue,
            status,
            tuple(party(n) for n in actors),
            tuple(party(n) for n in recipients),
            (self.words(quote),),
            start=start,
            place=place,
        )
        self.events.append(claim)
        return claim

    def figure(self, quote: str, measure: str, value: float, unit: str, **more: object) -> None:
        self.figures.append(
            FigureClaim(
                content_id("claim", self.report.id, quote, measure),
                self.report.id,
                measure,
                value,
                unit,
                (self.words(quote),),
                **more,  # type: ignore[arg-type]
            )
        )

    def reading(self) -> Reading:
        spans = sentence_spans(self.report, None)
        return Reading(
            self.report.id,
            events=tuple(self.events),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            offices=tuple(self.offices),
            votes=tuple(self.votes),
            coverage=tuple(self.coverage),
            sentences=tuple(Sentence(i, a, b, "body", i) for i, (a, b) in enumerate(spans)),
            published=self.published,
        )


PLACES = {"Peru": "PER", "Chile": "CHL", "Lima": "PER", "Bolivia": "BOL"}


class Named(Sheet):
    """A sheet whose states are entities of the reading."""

    def reading(self) -> Reading:
        entities = tuple(
            Entity(f"{self.name}-{n}", self.report.id, n, "state", c, mentions=(self.words(n),))
            for n, c in PLACES.items()
            if n in self.text
        )
        return replace(super().reading(), entities=entities)


def record_of(*sheets: Sheet) -> Record:
    """The record of some sheets, taken as one story."""
    reports = [s.report for s in sheets]
    readings = [s.reading() for s in sheets]
    story = Story("story-1", "story", tuple(sorted(r.id for r in reports)))
    grouping = Grouping((story,), (), dict.fromkeys(story.reports, story.id))
    lineage = origins(reports, readings, trace(reports, readings, grouping.story_of))
    return reconcile(reports, readings, linked(), grouping, lineage)


def findings(record: Record, kind: str, subject: str | None = None) -> list[Finding]:
    return [f for f in record.findings if f.kind == kind and subject in (None, f.subject)]
