"""The published schema: true to the nouns, strict, and every key explained."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman.exports.json import dump_record
from dragoman.exports.schema import meanings, nouns_of, record_schema, schema_text
from dragoman.model.record import Record

PUBLISHED = Path(__file__).parents[2] / "docs/schema/record-1.schema.json"


def test_published_schema_is_the_one_made_from_the_nouns() -> None:
    assert PUBLISHED.read_text("utf-8") == schema_text(), (
        "the nouns changed: publish again by writing `dragoman.exports.schema.schema_text()` "
        f"to {PUBLISHED.name}, and make a new version where a key was renamed or removed"
    )


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_every_meaning_belongs_to_a_key_and_every_key_has_one() -> None:
    schema: Any = record_schema()
    objects = {"Record": schema, **schema["$defs"]}
    assert set(meanings()) == set(objects) == {noun.__name__ for noun in nouns_of(Record)}
    for name, described in objects.items():
        assert set(meanings()[name]) - {"_"} == set(described["properties"]), name
        assert described["additionalProperties"] is False
        assert described["required"] == list(described["properties"])
        for key, inner in described["properties"].items():
            assert len(inner["description"]) > 5, f"{name}.{key}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("events", 0, "status"), "maybe", id="status"),
        pytest.param(("events", 0, "start"), "4 March", id="date in words"),
        pytest.param(("events", 0, "surprise"), 1, id="unknown key"),
        pytest.param(("events", 0, "sizes", "cows"), 1, id="unknown size"),
        pytest.param(("actors", 0, "country"), "Portugal", id="country in words"),
        pytest.param(("events", 0, "place", "lat"), 91, id="off the map"),
        pytest.param(("findings", 0, "confidence"), 1.5, id="too sure"),
        pytest.param(("events", 0, "mentions", 0, "start"), -1, id="before the text"),
        pytest.param(("schema",), "record/2", id="other version"),
        pytest.param(("votes", 0, "tally", "yes"), 1.5, id="half a vote"),
        pytest.param(("offices", 0, "person"), {"name": "Ana"}, id="person as an object"),
    ],
)
def test_strict(sample: Record, path: tuple[Any, ...], value: Any) -> None:
    data = json.loads(dump_record(sample))
    spoiled = copy.deepcopy(data)
    inner = spoiled
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    validator = Draft202012Validator(record_schema())
    assert validator.is_valid(data)
    assert not validator.is_valid(spoiled)
