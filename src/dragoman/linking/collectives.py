"""Collectives: which states, bodies, organizations, groups and places of many reports are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge.agencies import agency
from dragoman.knowledge.bodies import Body, body_senses, find_body
from dragoman.knowledge.places import find_place, fold_place
from dragoman.knowledge.states import is_state, state_name
from dragoman.linking.joins import Join, Sets, decide
from dragoman.linking.organizations import compare_organizations, organization_keys
from dragoman.linking.outcome import SAME_NAME, WEAK_NAME
from dragoman.linking.people import CROWD
from dragoman.linking.spelling import plain
from dragoman.model.actor import Entity


@dataclass(frozen=True, slots=True)
class _Named:
    """Organizations of one spelling and state, as one; `id` is the smallest of their ids."""

    id: str
    name: str
    country: str | None


def judge_states(entities: Sequence[Entity]) -> list[Join]:
    """States are one by their code; without a code, by their name."""
    return _by_key(
        ((f"{e.country}" if is_state(e.country) else plain(e.name), e) for e in entities),
        by="rule:states",
        why="same state",
    )


def judge_places(entities: Sequence[Entity]) -> list[Join]:
    """Places are one by what they are on the map, or else by name and country."""
    return _by_key(
        ((_place_key(entity), entity) for entity in entities), by="rule:places", why="same place"
    )


def judge_groups(entities: Sequence[Entity], sets: Sets) -> list[Join]:
    """Groups with known members are one where their members are; `sets` has the members joined."""
    keyed = ((" ".join(sorted({sets.root(m) for m in e.members})), e) for e in entities)
    return _by_key(keyed, by="rule:members", why="same members")


def judge_organizations(entities: Sequence[Entity]) -> list[Join]:
    """Organizations and named groups are one by the body they are, or by name and state."""
    known: list[tuple[str, Entity]] = []
    others: list[Entity] = []
    for entity in entities:
        body = known_body(entity)
        if body:
            known.append((body.name, entity))
        elif entity.name.removeprefix("the ")[:1].isupper() or entity.country:
            others.append(entity)
    joins = _by_key(known, by="rule:bodies", why="same body")
    alike: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in others:
        alike[plain(entity.name).removeprefix("the "), entity.country].append(entity)
    named = []
    for (_, country), group in sorted(
        alike.items(), key=lambda item: (item[0][0], item[0][1] or "")
    ):
        group.sort(key=lambda entity: entity.id)
        named.append(_Named(group[0].id, group[0].name, country))
        joins += _star(group, by="rule:names", why="same name and state")
    return joins + _compared(named)


def known_body(entity: Entity) -> Body | None:
    """The body of the knowledge table that an entity is, None where none or more than one fits.

    An acronym that two bodies bear is settled by the other names the report gives it.
    """
    outlet = agency(entity.name)
    if outlet:
        return Body(outlet.name, ("JRN",), outlet.country, (outlet.name,))
    found = [body for body in map(find_body, (entity.name, *entity.aliases)) if body]
    found = [b for b in found if not (b.country and entity.country and b.country != entity.country)]
    if found:
        return found[0] if len({body.name for body in found}) == 1 else None
    several = [b for b in body_senses(entity.name) if b.country == entity.country and b.country]
    return several[0] if len(several) == 1 else None


def _compared(named: Sequence[_Named]) -> list[Join]:
    joins: list[Join] = []
    scored = []
    for one, other in _candidates(named):
        match = compare_organizations(*sorted((_with_state(one, other), _with_state(other, one))))
        if match.score >= WEAK_NAME:
            scored.append((match.score, match.reasons, one, other))
    scored.sort(key=lambda row: (-row[0], row[2].id, row[3].id))
    sets = Sets(one.id for one in named)
    country = {one.id: one.country for one in named}
    for score, reasons, one, other in scored:
        states = {country[m] for root in (one, other) for m in sets.members(root.id)} - {None}
        apart = len(states) > 1
        # A name without a state may be anybody's ministry: it joins only what it names in full.
        unsure = (one.country is None) != (other.country is None) and score < 1.0
        same = score >= SAME_NAME and not apart and not unsure
        said = (*reasons, "different states") if apart else reasons
        joins.append(
            decide(one.id, other.id, same=same, score=score, by="rule:names", reasons=said)
        )
        if same:
            sets.join(one.id, other.id)
    return joins


def _with_state(one: _Named, other: _Named) -> str:
    """ "Foreign Ministry" in a report on Norway is Norway's, as "Norwegian Foreign Ministry" says."""
    shared = one.country is not None and one.country == other.country
    return f"{state_name(one.country or '')} {one.name}" if shared else one.name


def _candidates(named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    index: dict[str, list[_Named]] = defaultdict(list)
    for one in sorted(named, key=lambda n: n.id):
        for key in sorted(organization_keys(one.name)):
            index[key].append(one)
    seen: set[tuple[str, str]] = set()
    for _, sharing in sorted(index.items()):
        for i, one in enumerate(sharing if len(sharing) <= CROWD else ()):
            for other in sharing[i + 1 :]:
                if (one.id, other.id) not in seen:
                    seen.add((one.id, other.id))
                    yield one, other


def _place_key(entity: Entity) -> str:
    place = find_place(entity.name, country=entity.country)
    name = fold_place(place.name if place else entity.name) or plain(entity.name)
    return f"{name}|{(place.country if place else None) or entity.country or ''}"


def _by_key(
    keyed: Iterator[tuple[str, Entity]] | list[tuple[str, Entity]], *, by: str, why: str
) -> list[Join]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for key, entity in keyed:
        groups[key].append(entity)
    joins: list[Join] = []
    for key, group in sorted(groups.items()):
        if key:
            joins += _star(sorted(group, key=lambda e: e.id), by=by, why=why)
    return joins


def _star(group: Sequence[Entity], *, by: str, why: str) -> list[Join]:
    first = group[0]
    return [
        decide(first.id, other.id, same=True, score=1.0, by=by, reasons=(why,))
        for other in group[1:]
    ]
