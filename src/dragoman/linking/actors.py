"""Actors: the entities of many reports become the actors of one record, each join with its reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dragoman.knowledge.places import find_place
from dragoman.knowledge.states import is_state, state_name
from dragoman.linking.collectives import (
    judge_groups,
    judge_organizations,
    judge_places,
    judge_states,
    known_body,
)
from dragoman.linking.forms import fullest_name
from dragoman.linking.joins import Join, Sets
from dragoman.linking.people import judge_people
from dragoman.linking.persons import bare_words
from dragoman.model.actor import Actor, Entity, EntityKind, Reason
from dragoman.model.claim import Reading
from dragoman.model.judgement import Judgement
from dragoman.model.report import content_id


@dataclass(frozen=True, slots=True)
class Linked:
    """Who is who over all reports: the actors, why, and the actor of each entity id."""

    actors: tuple[Actor, ...]
    judgements: tuple[Judgement, ...]
    actor_of: Mapping[str, str]


def link(readings: Sequence[Reading]) -> Linked:
    """Judge which entities of all readings are one; the order of the readings does not matter."""
    found = {entity.id: entity for reading in readings for entity in reading.entities}
    entities = [found[one] for one in sorted(found)]
    sets = Sets(found)
    joins = _judged(entities, sets, _years(readings))
    why: dict[str, set[Reason]] = defaultdict(set)
    for join in joins:
        if join.same:
            why[join.first].add(Reason(f"link {join.by}", "; ".join(join.reasons)))
    actors = _distinct([_actor([found[m] for m in members], why) for members in sets.all()])
    actor_of = {entity: actor.id for actor in actors for entity in actor.entities}
    judgements = sorted((_judgement(join) for join in joins), key=lambda j: (j.subjects, j.id))
    return Linked(
        tuple(sorted(actors, key=lambda a: (a.kind, a.name, a.id))),
        tuple(judgements),
        MappingProxyType(dict(sorted(actor_of.items()))),
    )


def _years(readings: Sequence[Reading]) -> dict[str, int]:
    dated = [(reading.report, (reading.published or "")[:4]) for reading in readings]
    return {report: int(year) for report, year in dated if len(year) == 4 and year.isdecimal()}


def _judged(entities: Sequence[Entity], sets: Sets, years: Mapping[str, int]) -> list[Join]:
    by_kind: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_kind["members" if entity.members else entity.kind].append(entity)
    organized = sorted(by_kind["organization"] + by_kind["group"], key=lambda e: e.id)
    joins = [
        *judge_states(by_kind["state"]),
        *judge_organizations(organized),
        *judge_people(by_kind["person"], years),
        *judge_places(by_kind["place"]),
    ]
    _apply(joins, sets)
    groups = judge_groups(by_kind["members"], sets)
    _apply(groups, sets)
    return joins + groups


def _apply(joins: Sequence[Join], sets: Sets) -> None:
    for join in joins:
        if join.same:
            sets.join(join.first, join.second)


def _actor(entities: Sequence[Entity], why: Mapping[str, set[Reason]]) -> Actor:
    kind = _most(entity.kind for entity in entities)
    country = _country(entities)
    body = next((b for b in map(known_body, entities) if b), None) if _organized(kind) else None
    name = body.name if body else _name(entities, kind, country)
    sectors = {sector for entity in entities for sector in entity.sectors}
    if body:
        kind, country, sectors = body.kind, body.country, sectors | set(body.sectors)
    spellings = {form for entity in entities for form in (entity.name, *entity.aliases) if form}
    return Actor(
        id=content_id("actor", kind, country or "", name),
        name=name,
        kind=_kind(kind),
        country=country,
        sectors=tuple(sorted(sectors - {"UNK"} or sectors)),
        aliases=tuple(sorted(spellings)),
        mentions=tuple(sorted({m for entity in entities for m in entity.mentions})),
        entities=tuple(sorted(entity.id for entity in entities)),
        reasons=tuple(
            sorted(
                {reason for entity in entities for reason in why.get(entity.id, ())},
                key=lambda reason: (reason.step, reason.why),
            )
        ),
    )


def _country(entities: Sequence[Entity]) -> str | None:
    """The state most reports give somebody; one that a report states counts before one it suggests."""
    stated = [e for e in entities if e.country and not any(r.step == "country" for r in e.reasons)]
    told = stated or [e for e in entities if e.country]
    return _most(entity.country for entity in told if entity.country) or None


def _organized(kind: str) -> bool:
    return kind in ("organization", "group")


def _kind(word: str) -> EntityKind:
    kinds: tuple[EntityKind, ...] = ("state", "person", "organization", "group", "place")
    return kinds[kinds.index(word)] if word in kinds else "group"


def _most(values: Iterable[str]) -> str:
    """The most frequent value, at a tie the first in the alphabet; "" where there is none."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def _name(entities: Sequence[Entity], kind: str, country: str | None) -> str:
    if kind == "state" and country and is_state(country):
        return state_name(country)
    if kind == "place":
        places = [find_place(e.name, country=e.country) for e in entities]
        return _most(
            place.name if place else e.name for place, e in zip(places, entities, strict=True)
        )
    if kind == "person":
        return _person_name(entities)
    return _most(entity.name for entity in entities)


def _person_name(entities: Sequence[Entity]) -> str:
    """The most frequent of the full names ("Ana Silva", not "Silva" nor "A. Silva")."""
    forms = Counter(fullest_name(entity) or entity.name for entity in entities)
    return min(
        forms,
        key=lambda form: (
            -min(bare_words(form), 2),
            -forms[form],
            -bare_words(form),
            len(form),
            form,
        ),
    )


def _distinct(actors: Sequence[Actor]) -> list[Actor]:
    """Two actors that nothing but their entities tells apart get ids made with those."""
    counted = Counter(actor.id for actor in actors)
    return [
        actor
        if counted[actor.id] == 1
        else replace(actor, id=content_id("actor", actor.id, *actor.entities))
        for actor in actors
    ]


def _judgement(join: Join) -> Judgement:
    verdict = "same" if join.same else "apart"
    return Judgement(
        id=content_id("judgement", "same_actor", join.first, join.second, join.by, verdict),
        kind="same_actor",
        subjects=(join.first, join.second),
        verdict=join.same,
        by=join.by,
        score=join.score,
        reasons=tuple(Reason(join.by, why) for why in join.reasons),
    )
