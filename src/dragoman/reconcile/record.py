"""Record: the whole outcome laid out, from readings, actors, stories and descent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from dragoman.model.actor import Actor
from dragoman.model.claim import Reading
from dragoman.model.finding import ReportEntry, Story
from dragoman.model.judgement import Judgement
from dragoman.model.record import Record
from dragoman.model.report import Failure, Report
from dragoman.model.text import mention
from dragoman.reconcile.case import Case, CountsOrigins
from dragoman.reconcile.events import merge_events
from dragoman.reconcile.findings import find
from dragoman.reconcile.items import merge_items
from dragoman.reconcile.itinerary import itinerary


class HasActors(Protocol):
    """Who is who across the reports, with the judgements that say so."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor."""

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """`same_actor` judgements."""

    @property
    def actor_of(self) -> Mapping[str, str]:
        """Entity id to actor id."""


class HasStories(Protocol):
    """Which report belongs to which story, with the judgements that say so."""

    @property
    def stories(self) -> tuple[Story, ...]:
        """Every story."""

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """`same_story` judgements."""

    @property
    def story_of(self) -> Mapping[str, str]:
        """Report id to story id."""


class HasLineage(CountsOrigins, Protocol):
    """Which reports derive from which, able to count origins."""

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """`derives` and `shares_source` judgements."""


def reconcile(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    linked: HasActors,
    grouping: HasStories,
    lineage: HasLineage,
    failures: Sequence[Failure] = (),
) -> Record:
    """Lay out the record: claims merged, findings found, everything in stable order."""
    case, same_events = _compare(reports, readings, linked, grouping, lineage)
    judged = (*linked.judgements, *grouping.judgements, *lineage.judgements, *same_events)
    items = case.items
    return Record(
        reports=tuple(_entry(r, case) for r in sorted(reports, key=lambda r: (r.name, r.id))),
        stories=grouping.stories,
        actors=linked.actors,
        events=tuple(case.events),
        statements=items.statements,
        figures=items.figures,
        offices=items.offices,
        votes=items.votes,
        projects=items.projects,
        relations=items.relations,
        itinerary=itinerary(case.events, case.actors),
        coverage=tuple(sorted((c for r in readings for c in r.coverage), key=lambda c: c.id)),
        precedents=tuple(sorted((c for r in readings for c in r.precedents), key=lambda c: c.id)),
        findings=find(case),
        judgements=tuple(sorted(judged, key=lambda j: (j.kind, j.subjects, j.id))),
        failures=tuple(sorted(failures)),
    )


def _compare(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    linked: HasActors,
    grouping: HasStories,
    lineage: HasLineage,
) -> tuple[Case, tuple[Judgement, ...]]:
    """The case: claims merged into events and items; and the judgements that merged them."""
    actors = {a.id: a for a in linked.actors}
    story_of = grouping.story_of
    events, same_events = merge_events(readings, linked.actor_of, actors, story_of)
    case = Case(
        reports={r.id: r for r in reports},
        readings={r.report: r for r in readings},
        stories=grouping.stories,
        story_of=story_of,
        actors=actors,
        actor_of=linked.actor_of,
        events=events,
        items=merge_items(readings, linked.actor_of, actors, story_of),
        origins=lineage,
    )
    return case, same_events


def _entry(report: Report, case: Case) -> ReportEntry:
    reading = case.readings.get(report.id)
    return ReportEntry(
        id=report.id,
        name=report.name,
        outlet=report.outlet,
        title=report.title,
        published=report.published or (reading.published if reading else None),
        url=report.url,
        language=report.language,
        credits=reading.credits if reading else (),
        boilerplate=tuple(
            mention(report.id, report.text, f.start, f.end) for f in report.furniture
        ),
        story=case.story_of.get(report.id),
        text=report.text,
    )
