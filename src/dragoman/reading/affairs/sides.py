"""Sides: whom a clause speaks of when it names nobody ("the two countries", "bilateral ties")."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from dragoman.model.actor import Entity, Party
from dragoman.reading.analysis import Analysis

_PLAINLY = 3  # times a state is named in a report that is about it
_STATELY = frozenset({"state", "person", "group"})


def parties_within(analysis: Analysis, sentence: int, first: int, last: int) -> tuple[Party, ...]:
    """Whoever is named between two tokens of a sentence (half open), in text order, each once."""
    found: dict[str, Party] = {}
    for token in range(first, last):
        name = analysis.name_at(sentence, token)
        if name is None or (token > first and name.start != token):
            continue
        for party in analysis.parties(analysis.entity(name.entity)):
            found.setdefault(party.entity, party)
    return tuple(found.values())


def states_within(analysis: Analysis, sentence: int, first: int, last: int) -> tuple[Party, ...]:
    """The states named between two tokens, those of named persons and offices aside."""
    return tuple(
        party
        for party in parties_within(analysis, sentence, first, last)
        if analysis.entity(party.entity).kind == "state"
    )


def state_of(analysis: Analysis, entity: Entity) -> Party | None:
    """The state someone belongs to, as a party; itself where it is one."""
    if entity.kind == "state":
        return entity.party
    return analysis.state_party(entity.country) if entity.country else None


def two_sides(analysis: Analysis, sentence: int) -> tuple[Party, ...]:
    """The two states a report is about up to a sentence: the two that it (and its people) name most.

    Empty where fewer than two states are named, or the second is no more named than a third.
    """
    seen: Counter[str] = Counter()
    for name in analysis.names:
        entity = analysis.entity(name.entity)
        if name.sentence <= sentence and entity.kind in _STATELY and entity.country:
            seen[entity.country] += 1
    ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] == ranked[2][1]):
        return ()
    parties = [_state(analysis, country) for country, _ in ranked[:2]]
    return tuple(party for party in parties if party is not None)


def one_state(analysis: Analysis) -> str | None:
    """The one state a report is plainly about: named twice as often as any other; None where two are."""
    seen: Counter[str] = Counter()
    for name in analysis.names:
        entity = analysis.entity(name.entity)
        if entity.country and name.form != "pronoun":
            seen[entity.country] += 1
    ranked = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    if (
        not ranked
        or ranked[0][1] < _PLAINLY
        or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1])
    ):
        return None
    return ranked[0][0]


def _state(analysis: Analysis, country: str) -> Party | None:
    whose = (entity.party for entity in analysis.entities if entity.country == country)
    return analysis.state_party(country) or next(whose, None)


def clean(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A token range without punctuation and joining words at its ends."""
    while last > first + 1 and (
        (doc[last - 1].is_punct and doc[last - 1].text not in {")", "”", '"', "’"})
        or doc[last - 1].pos_ in {"CCONJ", "SCONJ"}
    ):
        last -= 1
    while first < last - 1 and (
        (doc[first].is_punct and doc[first].text not in {"“", '"', "("})
        or doc[first].pos_ == "CCONJ"
    ):
        first += 1
    return first, last


def own_tokens(head: Token) -> tuple[int, int]:
    """The token range (half open) of a phrase: its subtree without clauses hung on it."""
    inside = {head.i}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in {"relcl", "advcl", "ccomp", "parataxis", "punct"} or (
                child.dep_ in {"conj", "cc"} and child.pos_ in {"VERB", "AUX"}
            ):
                continue
            inside.add(child.i)
            stack.append(child)
    doc = head.doc
    first = last = head.i
    while first - 1 in inside or (first - 2 in inside and doc[first - 1].is_punct):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and doc[last + 1].is_punct):
        last += 1
    return first, last + 1
