"""Homes: which state a person acts for where the title does not say.

A president met on a visit is the host's; a minister who says that Canada expels diplomats is
Canada's; an envoy whom India recalls is India's. Each conclusion is noted as one, with its
reason; where nothing speaks clearly for one state, the country stays open.
"""

from __future__ import annotations

from dragoman.model.actor import Reason
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.dealings import holder_country, subject_before
from dragoman.reading.who.principals import (
    Journey,
    clear_pair,
    find_journeys,
    hosts,
    opening_sentences,
    weigh_states,
)
from dragoman.reading.who.scales import LATER, Scales
from dragoman.reading.who.signs import SINGLE, around, beside, posted

ENOUGH = 1.3
MARGIN = 0.5
# The sentence before tells less where it is not about the state the report is mostly about.
SECOND = 0.6
# A visit told in passing tells little of who is the host.
PASSING = 0.25
# How far one state must stand out for a report to be about it alone.
ALONE = 2.5
_ACTING = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "OPP"})


def settle_homes(cast: Cast) -> None:
    """Give a country to every person and ministry that acts for a state the report leaves unsaid."""
    journeys = find_journeys(cast)
    states = weigh_states(cast)
    bodies = _held_in_bodies(cast)
    for _ in range(2):  # the second time, those settled first speak for the others
        for draft in list(cast.drafts.values()):
            if draft.country is None and _acts_for_a_state(draft, bodies):
                _settle(cast, draft, journeys, states)
    _settle_crowds(cast, first_host(journeys))
    _settle_at_home(cast, states, bodies)


def _settle_at_home(cast: Cast, states: dict[str, float], bodies: frozenset[str]) -> None:
    """Where a report is about one state far more than any other, its officials are that state's."""
    ranked = list(states.items())
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ALONE * ranked[1][1]):
        return
    home = ranked[0][0]
    for draft in cast.drafts.values():
        if draft.country is None and draft.kind == "person" and _acts_for_a_state(draft, bodies):
            if home in _taken(cast, draft):
                continue
            draft.country = home
            draft.reasons.append(
                Reason("country", "the report is about this state above all others")
            )


def _settle_crowds(cast: Cast, host: str | None) -> None:
    """Officials and leaders met on a visit are the host's."""
    for draft in cast.drafts.values():
        open_group = draft.key.startswith("group::") and draft.country is None
        if open_group and host is not None and _is_met(cast, draft, host):
            draft.country = host
            draft.reasons.append(Reason("country", "met on a visit to this state"))


def _is_met(cast: Cast, draft: Draft, host: str) -> bool:
    for spot in cast.of_draft.get(draft.key, []):
        token = cast.lines[spot.sentence].tokens[spot.head]
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if token.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in (
            "meet",
            "see",
            "talk",
            "brief",
        ):
            for child in verb.children:
                if child.dep_ == "nsubj":
                    return holder_country(cast, cast.lines[spot.sentence], child.i) != host
    return False


def _held_in_bodies(cast: Cast) -> frozenset[str]:
    """The persons all of whose titles are of parties, companies or international bodies."""
    found: list[str] = []
    for key, titles in cast.titled.items():
        offices = [title for title in titles if title.office]
        if offices and all(title.organization is not None for title in offices):
            found.append(key)
    return frozenset(found)


def _acts_for_a_state(draft: Draft, bodies: frozenset[str]) -> bool:
    if draft.key.startswith("unnamed:"):
        return "GOV" in draft.sectors
    if "owned" in draft.single or "MED" in draft.sectors:
        return False
    if draft.kind == "person" and draft.key in bodies:
        return False
    if draft.kind == "person":
        return bool(draft.offices) and bool(_ACTING & set(draft.sectors))
    return draft.kind == "organization" and bool({"GOV", "LEG", "MIL"} & set(draft.sectors))


def _settle(cast: Cast, draft: Draft, journeys: list[Journey], states: dict[str, float]) -> None:
    scales = Scales(states, clear_pair(states))
    named = draft.kind == "person" and draft.words
    forms = ("name",) if named else ("name", "description")
    spots = cast.of_draft.get(draft.key, [])
    heads = {(s.sentence, s.head) for s in spots if s.form in forms}
    for number, (sentence, head) in enumerate(sorted(heads)):
        line = cast.lines[sentence]
        factor = 1.0 if number == 0 else LATER
        told = around(cast, line, head, scales, factor)
        told = beside(cast, line, head, draft, scales) or told
        if not told and number == 0:
            code = subject_before(cast, line)
            top = 1.0 if code == next(iter(states), None) else SECOND
            scales.add(code, "subject before", "the sentence before is about this state", top)
    posted(cast, draft, scales)
    if draft.kind == "person":
        _by_journeys(cast, draft, journeys, states, scales)
    _by_principals(cast, states, scales)
    taken = _taken(cast, draft)
    ranked = sorted(
        ((weight, code) for code, weight in scales.weights.items() if code not in taken),
        key=lambda row: (-row[0], row[1]),
    )
    if not ranked or ranked[0][0] < ENOUGH:
        return
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return
    code = ranked[0][1]
    draft.country = code
    draft.reasons.append(Reason("country", f"{scales.why[code][1]}"))


def _taken(cast: Cast, draft: Draft) -> frozenset[str]:
    """States that have another holder of the same office in this report."""
    single = {office for office in draft.offices if office in SINGLE}
    return frozenset(
        other.country
        for other in cast.drafts.values()
        if other is not draft and other.country and other.kind == "person"
        if single & set(other.offices)
    )


def _by_journeys(
    cast: Cast, draft: Draft, journeys: list[Journey], states: dict[str, float], scales: Scales
) -> None:
    gone_to = hosts(journeys)
    if not gone_to:
        return
    own = {journey.host for journey in journeys if journey.visitor == draft.key}
    if own:
        others = [code for code in states if code not in own]
        if others:
            scales.add(others[0], "visitor", "the visitor comes from the other state it is about")
        for code in own:
            scales.weights[code] = scales.weights.get(code, 0.0) - 5.0
        return
    visitors = {
        cast.drafts[j.visitor].country for j in journeys if j.visitor and j.visitor in cast.drafts
    }
    first = first_host(journeys)
    if first is not None and first not in visitors:
        opening = opening_sentences(cast)
        sure = any(j.host == first and (j.personal or j.sentence in opening) for j in journeys)
        why = "the report tells of a visit to this state"
        scales.add(first, "host", why, 1.0 if sure else PASSING)


def first_host(journeys: list[Journey]) -> str | None:
    """The state that the visit the report is about goes to: the most often named, the first told."""
    counts = hosts(journeys)
    best = max(counts.values(), default=0)
    return next((j.host for j in journeys if counts[j.host] == best), None)


def _by_principals(cast: Cast, states: dict[str, float], scales: Scales) -> None:
    total = sum(states.values()) or 1.0
    for code, weight in list(states.items())[:3]:
        scales.add(code, "principal", "the report is mostly about this state", weight / total)
    named = any(
        cast.drafts[spot.entity].kind == "state"
        for sentence in opening_sentences(cast)
        for spot in cast.in_sentence.get(sentence, [])
    )
    if len(states) == 1 and named:
        scales.add(next(iter(states)), "alone", "the report speaks of no other state")
