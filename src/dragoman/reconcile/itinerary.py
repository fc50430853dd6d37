"""Itinerary: the journeys of a record as stops, each with who is where, when, and whether yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.model.actor import Actor, Party, Place
from dragoman.model.finding import Event, Stop
from dragoman.model.report import content_id


def itinerary(events: Sequence[Event], actors: Mapping[str, Actor]) -> tuple[Stop, ...]:
    """One stop for each traveller and each visit or meeting away from home, in order of time."""
    stops = [
        Stop(
            content_id("stop", event.id, who.entity),
            who,
            place,
            event.start,
            event.end,
            event.status,
            event.id,
            event.mentions,
        )
        for event in events
        if event.type == "CONSULT" and event.mode != "phone"
        for place in [_where(event, actors)]
        if place is not None
        for who in _travellers(event, place, actors)
    ]
    return tuple(sorted(stops, key=lambda s: (s.start or "~", s.who.name, s.id)))


def _where(event: Event, actors: Mapping[str, Actor]) -> Place | None:
    """The place of an event, or else the one state that is visited."""
    if event.place is not None:
        return event.place
    states = [p for p in event.recipients if (a := actors.get(p.entity)) and a.kind == "state"]
    return Place(states[0].name, states[0].country) if len(states) == 1 else None


def _travellers(event: Event, place: Place, actors: Mapping[str, Actor]) -> list[Party]:
    """The persons of the event whose own country is another than the place's."""
    people = [
        p
        for p in (*event.actors, *event.recipients)
        if (a := actors.get(p.entity)) and a.kind == "person"
    ]
    return [p for p in people if p.country and place.country and p.country != place.country]
