"""States: every way the press names one, from "the Russian Federation" to "the Kremlin"."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from dragoman.knowledge.phrases import PhraseMatch, Phrases

Sense = Literal["name", "adjective", "people", "capital", "seat"]

# Forms that stand only before a hyphen ("Sino-Russian", "Franco-German").
_COMBINING = (
    ("Anglo-", "GBR"),
    ("Austro-", "AUT"),
    ("Franco-", "FRA"),
    ("Greco-", "GRC"),
    ("Indo-", "IND"),
    ("Italo-", "ITA"),
    ("Luso-", "PRT"),
    ("Russo-", "RUS"),
    ("Serbo-", "SRB"),
    ("Sino-", "CHN"),
    ("Turko-", "TUR"),
    ("Turco-", "TUR"),
)


@dataclass(frozen=True, slots=True)
class StateSense:
    """One thing a phrase may say of a state: `code` is alpha-3, `sectors` PLOVER's (seats only)."""

    code: str
    sense: Sense
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory as the tables have it; the first of each tuple is the usual form."""

    code: str
    name: str
    full: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    neighbours: tuple[str, ...]


def state_senses(surface: str) -> tuple[StateSense, ...]:
    """What a phrase may say of a state, empty where nothing.

    >>> state_senses("the Kremlin's")
    (StateSense(code='RUS', sense='seat', sectors=('GOV',)),)
    >>> state_senses("turkey")
    ()
    """
    return tuple(s for s in _phrases().senses(surface) if s is not None)


def match_phrases(words: Sequence[str]) -> list[PhraseMatch[StateSense]]:
    """The longest state phrases in a row of tokens: (start, end, senses), half open, in order.

    Names of seas and regions that contain a state's name ("South China Sea") are no matches.
    """
    found: list[PhraseMatch[StateSense]] = []
    for start, end, senses in _phrases().match(words):
        meant = tuple(sense for sense in senses if sense is not None)
        if meant:
            found.append(PhraseMatch(start, end, meant))
    return found


def state(code: str) -> State | None:
    """The state of an alpha-3 code, None where there is none."""
    return _states().get(code)


def states() -> tuple[State, ...]:
    """Every state and territory, by code."""
    return tuple(_states().values())


def is_state(code: str | None) -> bool:
    """Whether a code is one of a state or territory known here."""
    return code in _states()


def state_name(code: str) -> str:
    """The usual short name; the code itself where unknown."""
    known = _states().get(code)
    return known.name if known else code


def full_name(code: str) -> str:
    """The official long name; the code itself where unknown."""
    known = _states().get(code)
    return known.full if known else code


def capital(code: str) -> str | None:
    """The seat of government in its usual spelling."""
    known = _states().get(code)
    return known.capitals[0] if known and known.capitals else None


def adjective(code: str) -> str | None:
    """The usual adjective ("Mongolian")."""
    known = _states().get(code)
    return known.adjectives[0] if known and known.adjectives else None


def neighbours(code: str) -> tuple[str, ...]:
    """The codes of the states with which it has a land border, sorted."""
    known = _states().get(code)
    return known.neighbours if known else ()


@lru_cache(maxsize=1)
def _states() -> dict[str, State]:
    told = json.loads(_data("states.json"))
    return {
        code: State(
            code,
            row["name"],
            row["full"],
            *(
                tuple(row[key])
                for key in ("names", "adjectives", "people", "capitals", "neighbours")
            ),
        )
        for code, row in sorted(told.items())
    }


@lru_cache(maxsize=1)
def _phrases() -> Phrases[StateSense | None]:
    return Phrases(_named())


def _named() -> Iterator[tuple[str, StateSense | None]]:
    for known in _states().values():
        by_sense: tuple[tuple[Sense, tuple[str, ...]], ...] = (
            ("name", known.names),
            ("adjective", known.adjectives),
            ("people", known.people),
            ("capital", known.capitals),
        )
        for sense, surfaces in by_sense:
            for surface in surfaces:
                yield surface, StateSense(known.code, sense)
    for code, sectors, seats in _rows("seats.tsv"):
        for surface in seats.split(";"):
            yield surface, StateSense(code, "seat", tuple(sectors.split()))
    for form, code in _COMBINING:
        yield form, StateSense(code, "adjective")
    for (surface,) in _rows("not_states.tsv"):
        yield surface, None
    for regions, *_ in _rows("regions.tsv"):
        for surface in regions.split(";"):
            if " " in surface:
                yield surface, None


def _rows(file: str) -> Iterator[list[str]]:
    for line in _data(file).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _data(file: str) -> str:
    return files("dragoman.knowledge").joinpath(file).read_text("utf-8")
