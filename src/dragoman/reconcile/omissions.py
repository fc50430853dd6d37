"""Omissions: which outlets of a story say nothing of one of its main points."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Entity, Party, Reason
from dragoman.model.claim import EventClaim
from dragoman.model.finding import Event, Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.agreements import in_the_background
from dragoman.reconcile.case import Case, by_story, finding
from dragoman.reconcile.likeness import Gist, gist, shared_content
from dragoman.reconcile.wordings import name_event

_OPENING = 160  # characters of a report's opening that are quoted


def find_omissions(case: Case) -> list[Finding]:
    """Main points of each shared story that some of its outlets leave out."""
    stories = {s.id: s for s in case.shared_stories()}
    found = []
    for event in case.events:
        for story, mentions in sorted(by_story(case, event.mentions).items()):
            if story in stories and not in_the_background(case, event):
                one = _left_out(case, stories[story], event, mentions)
                if one is not None:
                    found.append(one)
    return found


def _left_out(
    case: Case, story: Story, event: Event, mentions: Sequence[Mention]
) -> Finding | None:
    outlets = case.outlets(story)
    telling = {case.outlet(m.report) for m in mentions}
    said = gist([m.quote for m in mentions], without=[p.name for p in _parties(event)])
    hinting = {case.outlet(r) for r in story.reports if _may_tell(case, r, event, said)}
    silent = [o for o in outlets if o not in telling | hinting]
    widely = len(telling) > 1 and len(telling) >= t.SHARED_HALF * len(outlets)
    if not silent or not (widely or _leads(case, mentions) or _people_met(case, event)):
        return None
    reports = [r for r in story.reports if case.outlet(r) in silent]
    return finding(
        "left_out",
        name_event(event, case.actors),
        [
            case.side(event.status, mentions),
            case.side(
                "says nothing of it; opens with", [m for r in reports for m in _opening(case, r)]
            ),
        ],
        claims=event.claims,
        note="left out by " + ", ".join(silent),
        confidence=0.7 if widely else 0.6,
        reasons=(Reason("omissions", f"{len(telling)} of {len(outlets)} outlets tell it"),),
    )


def _may_tell(case: Case, report: str, event: Event, said: Gist) -> bool:
    """Whether a sentence names both sides together, so that the reading may just have missed it.

    Two persons named together are enough; of states something else has to be said alike, or
    something of the kind be told of them, which may be the same less vaguely.
    """
    reading = case.readings.get(report)
    both = [side for side in (event.actors, event.recipients) if side]
    sides = both if len(both) > 1 else [(p,) for side in both for p in side]
    if reading is None or not sides:
        return False
    people = all(_is_person(case, p) for side in sides for p in side)
    if not people and any(_like(event, claim) for claim in reading.events):
        return True
    for sentence in reading.sentences:
        here = [
            e
            for e in reading.entities
            if any(sentence.start <= m.start < sentence.end for m in e.mentions)
        ]
        if not all(any(_is(case, e, p) for e in here for p in side) for side in sides):
            continue
        text = case.text(report, sentence.start, sentence.end)
        if (people and len(sides) > 1) or shared_content(said, gist([text])) >= 1:
            return True
    return False


def _like(event: Event, claim: EventClaim) -> bool:
    """Whether a claim tells something of the kind of an event between the same countries."""
    lands = {p.country for p in _parties(event)} - {None}
    told = {p.country for p in (*claim.actors, *claim.recipients)}
    return claim.type == event.type and len(lands & told) > 1


def _is(case: Case, entity: Entity, party: Party) -> bool:
    """Whether an entity of a report is a party, or speaks for the state the party stands for."""
    if case.actor_of.get(entity.id, entity.id) == party.entity:
        return True
    ours = party.country is not None and entity.country == party.country
    return ours and not _is_person(case, party)


def _is_person(case: Case, party: Party) -> bool:
    known = case.actors.get(party.entity)
    named = not party.name.islower()  # "the prime minister" is a person, but says not who
    return known is not None and known.kind == "person" and named


def _parties(event: Event) -> Sequence[Party]:
    return (*event.actors, *event.recipients)


def _people_met(case: Case, event: Event) -> bool:
    """Whether the point is a meeting of named persons, which no report of a journey is whole without."""
    sides = (event.actors, event.recipients)
    return event.type == "CONSULT" and all(any(_is_person(case, p) for p in s) for s in sides)


def _leads(case: Case, mentions: Sequence[Mention]) -> bool:
    """Whether some report tells the point in its opening."""
    for place in mentions:
        sentence = case.sentence_at(place.report, place.start)
        if sentence is not None and sentence.index < t.LEAD_SENTENCES:
            return True
    return False


def _opening(case: Case, report: str) -> list[Mention]:
    """The opening words of a report, in place of the words it does not have."""
    for sentence in case.sentences(report):
        end = min(sentence.end, sentence.start + _OPENING)
        text = case.reports[report].text
        while end < sentence.end and not text[end].isspace():
            end += 1
        return [case.quote(report, sentence.start, end)]
    return []
