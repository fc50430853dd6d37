"""Reading gold: what is taken, and how a bad file is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, MalformedInput, MissingInput, UndecodableInput
from dragoman.evaluation.gold import Gold, load_gold


def test_items_are_read(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> None:
    gold = gold_of(plain | {"headline": "a note of the reader's own", "derivation": []})
    (event,) = gold.events
    assert (gold.name, event.type, event.core) == ("visit", "CONSULT", True)
    assert (event.actors, event.recipients) == (frozenset({"GHA"}), frozenset({"NOR"}))
    assert gold.offices[0].id == "offices[0]"
    assert gold.files() == ("a.txt", "b.txt")
    assert [len(side) for side in gold.conflicts[0].sides] == [1, 1]


def test_kinds_may_be_left_out(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> None:
    gold = gold_of({"figures": plain["figures"]})
    assert (gold.events, len(gold.figures)) == ((), 1)


def _put(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at: Any = data
    for step in steps:
        at = at[step]
    at[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("events", {}, "events should be a list, not an object"),
        ("events", ["visit"], "events[0] should hold an object, not 'visit'"),
        ("events.0.type", "MEET", "events[0].type should be one of ACCUSE"),
        ("events.0.type", ["CONSULT"], "events[0].type should be one of ACCUSE"),
        ("events.0.status", None, "events[0].status should be one of occurred"),
        ("events.0.core", "yes", "events[0].core should be true or false, not 'yes'"),
        ("events.0.date_start", 2024, "events[0].date_start should be text, not 2024"),
        ("events.0.mentions", [], "events[0].mentions should hold at least one mention"),
        ("events.0.mentions.1.quote", " ", "events[0].mentions[1].quote should be text"),
        ("events.0.mentions.0.file", "a\ud800.txt", "mentions[0].file holds half a character"),
        ("events.0.actors.0", 7, "events[0].actors[0] should hold an object, not 7"),
        ("figures.0.value", "forty", "figures[0].value should be a number, not 'forty'"),
        ("figures.0.value", True, "figures[0].value should be a number, not True"),
        ("figures.0.value", 10**400, "figures[0].value should be a finite number"),
        ("figures.0.qualifier", "roughly", "figures[0].qualifier should be one of"),
        ("statements.0.speaker", None, "statements[0].speaker should be text, not nothing"),
        ("conflicts.0.sides", [], "conflicts[0].sides should hold two sides or more, not 0"),
    ],
)
def test_place_of_a_fault_is_named(
    gold_of: Callable[[object], Gold], plain: dict[str, Any], path: str, value: object, told: str
) -> None:
    with pytest.raises(MalformedInput) as caught:
        gold_of(_put(plain, path, value))
    assert told in str(caught.value)
    assert "visit.json" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_ids_are_used_once(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> None:
    with pytest.raises(MalformedInput, match="have the id 'f1'"):
        gold_of(plain | {"figures": plain["figures"] * 2})


@pytest.mark.parametrize("data", [[], "gold", None, {}, {"events": []}], ids=json.dumps)
def test_file_without_gold(gold_of: Callable[[object], Gold], data: object) -> None:
    with pytest.raises(MalformedInput):
        gold_of(data)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (b"{", MalformedInput),
        (b"[" * 100_000, MalformedInput),
        (b"1" * 5_000, MalformedInput),
        (b'{"a": "\xff"}', UndecodableInput),
        (b"", MalformedInput),
    ],
    ids=["cut off", "nested without end", "endless number", "not UTF-8", "empty"],
)
def test_file_that_is_no_json(tmp_path: Path, written: bytes, error: type[Exception]) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(written)
    with pytest.raises(error):
        load_gold(path)


def test_file_that_is_not(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        load_gold(tmp_path / "none.json")
    with pytest.raises(InputError, match="cannot be opened"):
        load_gold(tmp_path)


def test_example_in_the_documentation_is_gold(gold_of: Callable[[object], Gold]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "gold.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.S)
    gold = gold_of(json.loads(example))
    assert len(gold.quotes()) == 6
    assert all((gold.events, gold.figures, gold.statements, gold.offices, gold.conflicts))
