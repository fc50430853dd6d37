"""Gold: what a careful reader found in the reports of one story, with the words that say it.

A file holds one JSON object with the lists `events`, `figures`, `statements`, `offices`
and `conflicts`, each of which may be left out. Keys not named here are the reader's own
notes and are passed over.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dragoman.errors import InputError, MalformedInput, MissingInput, UndecodableInput
from dragoman.evaluation.field import Field, GoldFault
from dragoman.model.claim import Qualifier, Status
from dragoman.ontology import TYPES

_MEND = "mend the gold file"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report, as the reader copied them; `where` is their place in the gold file."""

    file: str
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event; `start` is as much of an ISO day as the reader was sure of."""

    id: str
    type: str
    mode: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    start: str | None
    status: str
    core: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A quantity."""

    id: str
    value: float
    unit: str
    qualifier: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What somebody said."""

    id: str
    speaker: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldOffice:
    """A person holds an office; `of` is a country's alpha-3 code or an organization."""

    id: str
    person: str
    office: str
    of: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """Two or more sides that cannot all be right, each with its words."""

    id: str
    sides: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One story as its reader saw it; `name` is the file's, without its ending."""

    name: str
    source: str
    events: tuple[GoldEvent, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    offices: tuple[GoldOffice, ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()

    def quotes(self) -> tuple[Quote, ...]:
        """Every quote of every item, in the order of the file's kinds."""
        plain: list[tuple[Quote, ...]] = [event.quotes for event in self.events]
        plain += [figure.quotes for figure in self.figures]
        plain += [statement.quotes for statement in self.statements]
        plain += [office.quotes for office in self.offices]
        sides = [side for conflict in self.conflicts for side in conflict.sides]
        return tuple(quote for quotes in (*plain, *sides) for quote in quotes)

    def files(self) -> tuple[str, ...]:
        """The names of the reports that its quotes come from, sorted."""
        return tuple(sorted({quote.file for quote in self.quotes()}))


def load_gold(path: Path) -> Gold:
    """Read a gold file and check its shape.

    Raises `MissingInput`, `UndecodableInput`, or `MalformedInput` that names the place in
    the file; whether the quotes stand in the reports is for `spans.locate` to say.
    """
    data = _parsed(path)
    try:
        return _gold(path, Field(data, ""))
    except GoldFault as fault:
        raise MalformedInput(str(path), str(fault), advice=_MEND) from fault


def _parsed(path: Path) -> object:
    name = str(path)
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise MissingInput(name, "does not exist", advice="check its name") from error
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
        raise InputError(name, what, advice="name a file you may read") from error
    except UnicodeDecodeError as error:
        raise UndecodableInput(name, "not UTF-8 text", advice="save it as UTF-8") from error
    except json.JSONDecodeError as error:
        what = f"not JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        raise MalformedInput(name, what, advice=_MEND) from error
    except (ValueError, RecursionError) as error:
        raise MalformedInput(name, f"not usable JSON ({error})", advice=_MEND) from error


def _gold(path: Path, top: Field) -> Gold:
    gold = Gold(
        name=path.stem,
        source=str(path),
        events=tuple(map(_event, top.items("events"))),
        figures=tuple(map(_figure, top.items("figures"))),
        statements=tuple(map(_statement, top.items("statements"))),
        offices=tuple(map(_office, top.items("offices"))),
        conflicts=tuple(map(_conflict, top.items("conflicts"))),
    )
    _check_ids(gold)
    if not gold.quotes():
        raise GoldFault("holds no events, figures, statements, offices or conflicts")
    return gold


def _check_ids(gold: Gold) -> None:
    for items in (gold.events, gold.figures, gold.statements, gold.offices, gold.conflicts):
        times = Counter(item.id for item in items)
        for name in sorted(name for name, count in times.items() if count > 1):
            raise GoldFault(f"two items of one kind have the id {name!r}")


def _event(item: Field) -> GoldEvent:
    return GoldEvent(
        id=item.label("id"),
        type=item.one_of("type", TYPES),
        mode=item.text_or_none("mode"),
        actors=_countries(item, "actors"),
        recipients=_countries(item, "recipients"),
        start=item.text_or_none("date_start"),
        status=item.one_of("status", get_args(Status)),
        core=item.truth("core"),
        quotes=_quotes(item),
    )


def _figure(item: Field) -> GoldFigure:
    return GoldFigure(
        id=item.label("id"),
        value=item.number("value"),
        unit=item.text("unit"),
        qualifier=item.one_of("qualifier", get_args(Qualifier)),
        quotes=_quotes(item),
    )


def _statement(item: Field) -> GoldStatement:
    return GoldStatement(item.label("id"), item.text("speaker"), _quotes(item))


def _office(item: Field) -> GoldOffice:
    person, office, of = item.text("person"), item.text("office"), item.text("of")
    return GoldOffice(item.label("id"), person, office, of, _quotes(item))


def _conflict(item: Field) -> GoldConflict:
    sides = tuple(map(_quotes, item.items("sides")))
    if len(sides) < 2:
        raise GoldFault(f"{item.where}.sides should hold two sides or more, not {len(sides)}")
    return GoldConflict(item.label("id"), sides)


def _countries(item: Field, key: str) -> frozenset[str]:
    found = (party.text_or_none("country") for party in item.items(key))
    return frozenset(country for country in found if country)


def _quotes(item: Field) -> tuple[Quote, ...]:
    quotes = tuple(
        Quote(each.text("file"), each.text("quote"), each.where) for each in item.items("mentions")
    )
    if not quotes:
        raise GoldFault(f"{item.where}.mentions should hold at least one mention")
    return quotes
