"""The record's published JSON Schema (draft 2020-12), made from the nouns and their meanings.

`docs/schema/record-1.schema.json` is what `schema_text` gives, and a test keeps it so.
"""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from importlib import resources
from typing import get_args, get_type_hints

from dragoman.exports.shape import Json, keys_of
from dragoman.model.actor import Party
from dragoman.model.finding import OfficeHeld
from dragoman.model.record import SCHEMA, Record

_DATE = r"\d{4}(-\d{2}(-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?"
_ISO = f"^{_DATE}$"
_SPAN = f"^({_DATE})?(/({_DATE})?)?$"
_UNIT = {"minimum": 0, "maximum": 1}
_RULES: dict[str, dict[str, Json]] = {
    "country": {"pattern": "^[A-Z]{3}$"},
    "sectors": {"items": {"type": "string", "pattern": "^[A-Z]{3}$"}},
    "published": {"pattern": _ISO},
    "as_of": {"pattern": _SPAN},
    "since": {"pattern": _SPAN},
    "date": {"pattern": _SPAN},
    "period": {"pattern": _SPAN},
    "start": {"pattern": _ISO},
    "end": {"pattern": _ISO},
    "lat": {"minimum": -90, "maximum": 90},
    "lon": {"minimum": -180, "maximum": 180},
    "score": {**_UNIT},
    "confidence": {**_UNIT},
    "origins": {"minimum": 0},
}
_MENTION_RULES: dict[str, dict[str, Json]] = {"start": {"minimum": 0}, "end": {"minimum": 0}}


def record_schema() -> dict[str, Json]:
    """The schema as a JSON value: strict, with every object and key described."""
    nouns = sorted(nouns_of(Record), key=lambda noun: noun.__name__)
    top = _object_schema(Record)
    properties = top["properties"]
    assert isinstance(properties, dict)
    properties["schema"] = {"const": SCHEMA, "description": meanings()["Record"]["schema"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"dragoman {SCHEMA}",
        **top,
        "$defs": {noun.__name__: _object_schema(noun) for noun in nouns if noun is not Record},
    }


def schema_text() -> str:
    """The schema as it is published, one line end at its end."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n"


@lru_cache(maxsize=1)
def meanings() -> dict[str, dict[str, str]]:
    """What each noun (`_`) and each of its keys means, by the noun's name."""
    text = resources.files("dragoman.exports").joinpath("meanings.toml").read_text("utf-8")
    return tomllib.loads(text)


def nouns_of(noun: type) -> set[type]:
    """A noun and all nouns its fields are made of that are written as objects of their own."""
    found: set[type] = set()
    waiting: list[object] = [noun]
    while waiting:
        hint = waiting.pop()
        if get_args(hint):
            waiting.extend(get_args(hint))
        elif isinstance(hint, type) and hint.__name__ in meanings() and hint not in found:
            found.add(hint)
            waiting.extend(get_type_hints(hint).values())
    return found


def _object_schema(noun: type) -> dict[str, Json]:
    meaning = meanings()[noun.__name__]
    rules = _MENTION_RULES if noun.__name__ == "Mention" else _RULES
    properties: dict[str, Json] = {}
    for name, schema in _schemas(noun).items():
        properties[name] = {**schema, **rules.get(name, {}), "description": meaning[name]}
    return {
        "description": meaning["_"],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schemas(noun: type) -> dict[str, dict[str, Json]]:
    schemas: dict[str, dict[str, Json]] = {}
    for key in keys_of(noun):
        if noun is OfficeHeld and key.name == "person":
            party = {part.name: part.shape.schema for part in keys_of(Party)}
            schemas |= {"person": party.pop("name"), **party}
        else:
            schemas[key.name] = key.shape.schema
    return schemas
