"""Agreements: what several outlets tell, counted by independent origin; and what only one tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.actor import Reason
from dragoman.model.finding import Event, Finding, FindingKind, Side
from dragoman.model.text import Mention
from dragoman.reconcile.blend import all_mentions
from dragoman.reconcile.case import Case, by_story, finding
from dragoman.reconcile.periods import period
from dragoman.reconcile.wordings import (
    name_event,
    name_figure,
    name_office,
    name_project,
    name_relation,
    name_statement,
    name_value,
    name_vote,
)

_HISTORY_DAYS = 30  # what lies so long before the report is background


@dataclass(frozen=True, slots=True)
class Point:
    """Something reports can agree on. `background` marks what an agency would supply."""

    about: str
    value: str
    claims: tuple[str, ...]
    mentions: tuple[Mention, ...]
    background: bool = False
    voice: str | None = None


def find_agreements(case: Case) -> list[Finding]:
    """corroborated, repeated and single_source, for every point of every shared story."""
    return [f for point in points(case) for f in agree(case, point)]


def agree(case: Case, point: Point) -> list[Finding]:
    """What the outlets of each story together show about one point."""
    shared = {s.id: s for s in case.shared_stories()}
    found = []
    for story, mentions in sorted(by_story(case, point.mentions).items()):
        if story not in shared:
            continue
        side = case.side(point.value, mentions, background=point.background)
        origins = side.origins
        joined = origins < len(side.outlets)
        why = case.origins.why(mentions, background=point.background) if joined else ""
        if point.voice and len(side.outlets) > 1 and origins > 1:
            origins, why = 1, f"all rest on the word of {point.voice}"
        kind: FindingKind = "corroborated" if origins > 1 else "repeated"
        if len(side.outlets) == 1:
            kind, why = "single_source", "no other outlet of the story tells it"
        note = (
            f"{len(side.outlets)} of {len(case.outlets(shared[story]))} outlets, {origins} origin"
        )
        found.append(
            finding(
                kind,
                point.about,
                (Side(side.value, side.outlets, origins, side.mentions),),
                claims=point.claims,
                note=note + ("s" if origins > 1 else "") + (f"; {why}" if why else ""),
                confidence=0.9 if kind == "single_source" else 0.8,
                reasons=(Reason("origins", why or "told in words of their own"),),
            )
        )
    return found


def points(case: Case) -> list[Point]:
    """Every event and item of the record as a point to agree on."""
    items = case.items
    found = [_event_point(case, e) for e in case.events]
    dim = [m for p in found if p.background for m in p.mentions]
    for figure in items.figures:
        value = name_value(figure.value, figure.unit, figure.qualifier)
        background = all(any(touches(m, d) for d in dim) for m in figure.mentions)
        about = name_figure(figure)
        found.append(Point(about, value, figure.claims, figure.mentions, background))
    for office in items.offices:
        found.append(Point(name_office(office), office.office, office.claims, office.mentions))
    for vote in items.votes:
        found.append(Point(name_vote(vote), vote.choice, vote.claims, vote.mentions, True))
    for project in items.projects:
        about = name_project(project)
        found.append(Point(about, project.status, project.claims, project.mentions))
    for relation in items.relations:
        about = name_relation(relation)
        found.append(Point(about, relation.kind, relation.claims, relation.mentions, True))
    for statement in items.statements:
        about = name_statement(statement)
        found.append(Point(about, statement.quotation, statement.claims, statement.mentions))
    return found


def touches(left: Mention, right: Mention) -> bool:
    """Whether two mentions have words in common."""
    return left.report == right.report and left.start < right.end and right.start < left.end


def _event_point(case: Case, event: Event) -> Point:
    every = [case.claim_of[c] for c in event.claims if c in case.claim_of]
    # who denies an event does not bear it out
    denied = event.status == "did_not_occur"
    claims = [c for c in every if (c.status == "did_not_occur") == denied]
    voices = {
        case.actor_of.get(c.according_to.entity, c.according_to.entity): c.according_to.name
        for c in claims
        if c.according_to
    }
    told_by_all = len({c.report for c in claims if c.according_to}) == len(
        {c.report for c in claims}
    )
    voice = next(iter(voices.values())) if len(voices) == 1 and told_by_all else None
    background = in_the_background(case, event)
    return Point(
        name_event(event, case.actors),
        event.status,
        tuple(c.id for c in claims),
        all_mentions(c.mentions for c in claims),
        background,
        voice,
    )


def in_the_background(case: Case, event: Event) -> bool:
    """Whether an event is outlook, a lasting state of things or history, and so an agency's matter."""
    outlook = event.status in ("planned", "possible")
    lasting = event.status == "ongoing" and event.type != "CONSULT"
    return outlook or lasting or _history(case, event, [m.report for m in event.mentions])


def _history(case: Case, event: Event, reports: Sequence[str]) -> bool:
    """Whether an event lies long before the reports that tell it."""
    when = period(event.start, event.end)
    days = sorted(r.published[:10] for k in reports if (r := case.readings.get(k)) and r.published)
    if when is None or not days:
        return False
    written = period(days[0]) or when
    return written.first - when.last > _HISTORY_DAYS
