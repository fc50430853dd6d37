"""Who and where: the entities of one report, the actors of many, and the parts they play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Mention

EntityKind = Literal["state", "person", "organization", "group", "place"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the program concluded something: the step that did, and its reason in words."""

    step: str
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Inference:
    """A field the text does not state outright, and why it is filled in all the same."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something one report speaks of, under every name it uses for it.

    `id` is unique across reports; `country` is ISO 3166 alpha-3 (Kosovo KOS) or None;
    `sectors` are PLOVER sector codes; `aliases` every spelling met, descriptions
    ("his Mongolian counterpart") included; `members` the entities a group stands for
    ("the two sides"); `offices` the titles it is given, as written ("Foreign Minister").
    """

    id: str
    report: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def party(self) -> Party:
        """The entity in a part it plays, with no more than that part needs."""
        return Party(self.id, self.name, self.country, self.sectors)


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in a part it plays (actor, recipient, speaker, voter).

    `entity` is an `Entity.id` in a claim, an `Actor.id` in a record.
    """

    entity: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on a map; latitude and longitude in degrees, None where not resolved."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, state, organization or group across all reports read together."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
