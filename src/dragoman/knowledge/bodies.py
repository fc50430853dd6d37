"""Bodies: organizations of the world, of states and of those who fight them, by every name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from dragoman.knowledge.phrases import PhraseMatch, Phrases

_ARMED = frozenset({"REB", "UAF", "CRM"})


@dataclass(frozen=True, slots=True)
class Body:
    """An organization or armed group.

    `sectors` are PLOVER's; `country` is alpha-3, None for those of no one state; `names`
    every known form, acronyms among them; `seats` the places whose names stand for it.
    """

    name: str
    sectors: tuple[str, ...]
    country: str | None
    names: tuple[str, ...]
    seats: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["organization", "group"]:
        """`group` for armed groups and gangs, else `organization`."""
        return "group" if _ARMED & set(self.sectors) else "organization"


def body_senses(surface: str) -> tuple[Body, ...]:
    """The bodies a phrase may name; two for an acronym that two bear, none where unknown.

    >>> [body.name for body in body_senses("the IAEA's")]
    ['International Atomic Energy Agency']
    """
    return _phrases().senses(surface)


def find_body(surface: str) -> Body | None:
    """The one body a phrase names; None where it names none, or more than one."""
    found = body_senses(surface)
    return found[0] if len(found) == 1 else None


def match_bodies(words: Sequence[str]) -> list[PhraseMatch[Body]]:
    """The longest names of bodies in a row of tokens: (start, end, bodies), half open, in order."""
    return _phrases().match(words)


def bodies() -> tuple[Body, ...]:
    """Every body known, in the order of the table."""
    return _bodies()


def seated_in(place: str) -> tuple[Body, ...]:
    """The bodies that a place's name may stand for ("Brussels": the European Union)."""
    return tuple(body for body in _bodies() if place in body.seats)


@lru_cache(maxsize=1)
def _bodies() -> tuple[Body, ...]:
    table = files("dragoman.knowledge").joinpath("bodies.tsv").read_text("utf-8")
    found = []
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        name, sectors, country, others, seats = (line.split("\t") + [""] * 4)[:5]
        names = tuple(dict.fromkeys([name, *_listed(others)]))
        found.append(Body(name, tuple(sectors.split()), country or None, names, _listed(seats)))
    return tuple(found)


@lru_cache(maxsize=1)
def _phrases() -> Phrases[Body]:
    return Phrases((name, body) for body in _bodies() for name in body.names)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
