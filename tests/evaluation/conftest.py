"""Two small reports of an invented visit, a gold for them, and a record that can be bent."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.gold import Gold, load_gold
from dragoman.model.actor import Party
from dragoman.model.finding import Event, Figure, Finding, OfficeHeld, ReportEntry, Side, Statement
from dragoman.model.record import Record
from dragoman.model.text import Mention

TEXTS = {
    "a.txt": "Foreign Minister Ama Boro of Ghana visited Oslo on Monday. She promised 40 buses.",
    "b.txt": "Ghana's Boro went to Norway's capital. Boro said the talks were warm. 50 buses will come.",
}
IDS = {"a.txt": "id-a", "b.txt": "id-b"}
PLAIN: dict[str, Any] = {
    "events": [
        {
            "id": "e1",
            "type": "CONSULT",
            "mode": "visit",
            "actors": [{"name": "Boro", "country": "GHA"}],
            "recipients": [{"name": "Norway", "country": "NOR"}],
            "date_start": "2024-03",
            "status": "occurred",
            "core": True,
            "mentions": [
                {"file": "a.txt", "quote": "Ama Boro of Ghana visited Oslo"},
                {"file": "b.txt", "quote": "went to Norway's capital"},
            ],
        }
    ],
    "figures": [
        {
            "id": "f1",
            "value": 40,
            "unit": "buses",
            "qualifier": "exact",
            "mentions": [{"file": "a.txt", "quote": "40 buses"}],
        }
    ],
    "statements": [
        {
            "id": "s1",
            "speaker": "Ama Boro",
            "mentions": [{"file": "b.txt", "quote": "Boro said the talks were warm"}],
        }
    ],
    "offices": [
        {
            "person": "Ama Boro",
            "office": "Foreign Minister",
            "of": "GHA",
            "mentions": [{"file": "a.txt", "quote": "Foreign Minister Ama Boro"}],
        }
    ],
    "conflicts": [
        {
            "id": "c1",
            "sides": [
                {"mentions": [{"file": "a.txt", "quote": "40 buses"}]},
                {"mentions": [{"file": "b.txt", "quote": "50 buses"}]},
            ],
        }
    ],
}
BORO, NORWAY = Party("p1", "Ama Boro", "GHA"), Party("p2", "Norway", "NOR")


def says(file: str, quote: str) -> Mention:
    """The mention of words in one of the two reports."""
    start = TEXTS[file].index(quote)
    return Mention(IDS[file], start, start + len(quote), quote)


def event(**changes: Any) -> Event:
    """The visit, as the record would have it."""
    fields: dict[str, Any] = {
        "id": "event-1",
        "type": "CONSULT",
        "mode": "visit",
        "contexts": (),
        "actors": (BORO,),
        "recipients": (NORWAY,),
        "start": "2024-03-04",
        "end": "2024-03-04",
        "place": None,
        "status": "occurred",
        "topics": (),
        "according_to": (),
        "sizes": (),
        "mentions": (says("a.txt", "Boro of Ghana visited Oslo"), says("b.txt", "Boro went to")),
        "claims": (),
    }
    return Event(**(fields | changes))


def figure(**changes: Any) -> Figure:
    """The forty buses."""
    fields: dict[str, Any] = {
        "id": "figure-1",
        "measure": "buses",
        "about": (),
        "commodity": None,
        "value": 40.0,
        "unit": "Buses",
        "qualifier": "exact",
        "change": None,
        "period": None,
        "status": "actual",
        "mentions": (says("a.txt", "promised 40 buses"),),
        "claims": (),
    }
    return Figure(**(fields | changes))


def statement(**changes: Any) -> Statement:
    """The warm talks."""
    fields: dict[str, Any] = {
        "id": "statement-1",
        "speaker": BORO,
        "cue": "said",
        "quotation": "indirect",
        "content": "the talks were warm",
        "addressee": None,
        "date": None,
        "mentions": (says("b.txt", "the talks were warm"),),
        "claims": (),
    }
    return Statement(**(fields | changes))


def office(**changes: Any) -> OfficeHeld:
    """The minister."""
    fields: dict[str, Any] = {
        "id": "office-1",
        "person": BORO,
        "office": "foreign minister",
        "of": "GHA",
        "as_of": None,
        "mentions": (says("a.txt", "Foreign Minister Ama Boro"),),
        "claims": (),
    }
    return OfficeHeld(**(fields | changes))


def finding(kind: str, *sides: Mention) -> Finding:
    """A finding with one mention a side."""
    drawn = tuple(Side(mention.quote, (), 1, (mention,)) for mention in sides)
    return Finding("finding-1", kind, "buses", (), drawn, "")  # type: ignore[arg-type]


def record(**lists: Any) -> Record:
    """A record of the two reports that holds what is given."""
    entries = tuple(
        ReportEntry(IDS[name], name, None, None, None, None, "en", (), (), None, text)
        for name, text in TEXTS.items()
    )
    return Record(reports=entries, **lists)


@pytest.fixture
def plain() -> dict[str, Any]:
    """The gold as JSON, free to be changed."""
    return copy.deepcopy(PLAIN)


@pytest.fixture
def gold_of(tmp_path: Path) -> Callable[[object], Gold]:
    """Writes a gold file and reads it."""

    def write(data: object) -> Gold:
        path = tmp_path / "visit.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return load_gold(path)

    return write
