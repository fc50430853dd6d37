"""Seats: who sits on each side of an event, so that a minister can stand for the state.

A side is a table with one seat a country; persons named on it are told apart, the state, its
ministries and unnamed officials are not. Two sides that each name somebody the other has no
seat for, or two different persons for one seat, are not the same side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.model.actor import Actor, Party

_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Table:
    """Seats by country code (or actor id where there is no country)."""

    persons: Mapping[str, frozenset[str]]
    others: Mapping[str, frozenset[str]]

    @property
    def seats(self) -> frozenset[str]:
        """Every seat taken."""
        return frozenset(self.persons) | frozenset(self.others)

    @property
    def names_a_person(self) -> bool:
        """Whether anybody on the side is a named person."""
        return bool(self.persons)


def linked(party: Party, actor_of: Mapping[str, str], actors: Mapping[str, Actor]) -> Party:
    """The party as the record names it: the actor's id, name and country."""
    actor = actors.get(actor_of.get(party.entity, party.entity))
    if actor is None:
        return party
    return Party(
        actor.id, actor.name, actor.country or party.country, party.sectors or actor.sectors
    )


def houses(actors: Mapping[str, Actor]) -> dict[str, str]:
    """For bodies of no country, the body they are part of by name (the council of a union: the union)."""
    bodies = {
        a.id: frozenset(a.name.lower().split()) - {"the", "of"}
        for a in actors.values()
        if a.kind == "organization" and a.country is None
    }
    by_word: dict[str, list[str]] = {}
    for body in sorted(bodies):
        for word in sorted(bodies[body]):
            by_word.setdefault(word, []).append(body)
    found = {}
    for body, name in bodies.items():
        near = {other for word in name for other in by_word[word]}
        wholes = [o for o in near if len(bodies[o]) > 1 and bodies[o] < name]
        if wholes:
            found[body] = min(wholes, key=lambda o: (len(bodies[o]), o))
    return found


def table(
    parties: Iterable[Party], actors: Mapping[str, Actor], house_of: Mapping[str, str] = _NOBODY
) -> Table:
    """Seat some parties (already linked); a body of no country sits with the one it is part of."""
    persons: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for party in parties:
        actor = actors.get(party.entity)
        kind = actor.kind if actor else "organization"
        if kind == "person" and party.country is None:
            persons.setdefault(party.entity, set()).add(party.entity)
        else:
            group = persons if kind == "person" else others
            group.setdefault(party.country or house_of.get(party.entity, party.entity), set()).add(
                party.entity
            )
    return Table(
        {seat: frozenset(ids) for seat, ids in persons.items()},
        {seat: frozenset(ids) for seat, ids in others.items()},
    )


def match(left: Table, right: Table) -> float | None:
    """How well two sides match: 2 a shared person, 1 a shared seat, 0 unknown; None: not the same."""
    if not left.seats or not right.seats:
        return 0.0
    common = left.seats & right.seats
    only_left, only_right = left.seats - common, right.seats - common
    if not common or (only_left and only_right):
        return None
    total = 0.0
    for seat in sorted(common):
        one, other = left.persons.get(seat), right.persons.get(seat)
        if one and other and not one & other:
            return None
        total += 2.0 if one and other else 1.0
    return total


def united(*tables: Table) -> Table:
    """Both sides at one table, for what the parties do together."""
    persons: dict[str, frozenset[str]] = {}
    others: dict[str, frozenset[str]] = {}
    for each in tables:
        for seat, ids in each.persons.items():
            persons[seat] = persons.get(seat, frozenset()) | ids
        for seat, ids in each.others.items():
            others[seat] = others.get(seat, frozenset()) | ids
    return Table(persons, others)


def most_specific(parties: Sequence[Party], actors: Mapping[str, Actor]) -> tuple[Party, ...]:
    """Each party once, in order of first mention; a state makes room for its own named person."""
    once: dict[str, Party] = {}
    for party in parties:
        known = once.get(party.entity)
        sectors = tuple(sorted({*party.sectors, *(known.sectors if known else ())}))
        once[party.entity] = Party(party.entity, party.name, party.country, sectors)
    seated = {p.country for p in once.values() if p.country and _kind(p, actors) == "person"}
    return tuple(
        p
        for p in once.values()
        if _kind(p, actors) == "person"
        or p.country not in seated
        or _kind(p, actors) not in ("state", "group", "place")
    )


def _kind(party: Party, actors: Mapping[str, Actor]) -> str:
    actor = actors.get(party.entity)
    return actor.kind if actor else "organization"
