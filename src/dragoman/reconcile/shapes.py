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
_TOGETHER = frozenset(("AGREE", "COOPERATE", "SUPPORT"))


def shape_of(claim: EventClaim, *, meets_person: bool) -> Shape:
    """The shape of an event; `deed` for all that is no contact."""
    if claim.type != "CONSULT":
        return "deed"
    stems = {stem(w) for w in claim.cue.split()}
    if claim.mode == "phone":
        return "call"
    if stems & _APPEARANCE_STEMS and ("press" in stems or "new" in stems or len(stems) == 1):
        return "appearance"
    if stems & _JOURNEY_STEMS and not meets_person:
        return "journey"
    return "meeting"


def both_ways(claim: EventClaim, shape: Shape) -> bool:
    """Whether actors and recipients do it together, so that either may stand first."""
    return shape in ("meeting", "call", "appearance") or claim.type in _TOGETHER
