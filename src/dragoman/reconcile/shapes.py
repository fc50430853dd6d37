"""Shapes: what kind of contact a CONSULT event is, for a journey is not the meetings held on it."""

from __future__ import annotations

from typing import Literal

from dragoman.knowledge.wording import stem
from dragoman.model.claim import EventClaim

Shape = Literal["journey", "meeting", "call", "appearance", "deed"]

_JOURNEY = (
    "visit trip travel tour arrive arrival land fly flew go come came journey leave left depart "
    "departure head host stay stopover stop pay paid return returned"
)
_APPEARANCE = "briefing conference presser"
_JOURNEY_STEMS = frozenset(stem(w) for w in _JOURNEY.split())
_APPEARANCE_STEMS = frozenset(stem(w) for w in _APPEARANCE.split())
_MEETING = (
    "meet met meeting talk discuss discussion negotiate negotiation consult confer summit call"
)
_MEETING_STEMS = frozenset(stem(w) for w in _MEETING.split())
_TOGETHER = frozenset(("AGREE", "COOPERATE", "SUPPORT"))


def shape_of(claim: EventClaim, *, meets_person: bool, visits_place: bool) -> Shape:
    """The shape of an event; `deed` for all that is no contact.

    `meets_person`: a named person is among the recipients; `visits_place`: all of them are
    states or places.
    """
    if claim.type != "CONSULT":
        return "deed"
    stems = {stem(w) for w in claim.cue.split()}
    if claim.mode == "phone":
        return "call"
    if stems & _APPEARANCE_STEMS and ("press" in stems or "new" in stems or len(stems) == 1):
        return "appearance"
    if meets_person:
        return "meeting"
    if stems & _JOURNEY_STEMS:
        return "journey"
    return "journey" if visits_place and not stems & _MEETING_STEMS else "meeting"


def both_ways(claim: EventClaim, shape: Shape) -> bool:
    """Whether actors and recipients do it together, so that either may stand first."""
    return shape in ("meeting", "call", "appearance") or claim.type in _TOGETHER
