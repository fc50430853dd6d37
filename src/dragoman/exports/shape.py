"""The shape of the record as JSON, derived from the nouns themselves.

One derivation gives three things that can therefore never disagree: how a noun is
written, how it is read back, and what the published schema says of it. Only where the
record's page promises another shape than the noun has is there a rule of its own here:
a party calls its entity `actor`, sizes are an object, a tally is an object, and the
person who holds an office is spelled out beside it.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from dragoman.model.actor import Party
from dragoman.model.claim import Size
from dragoman.model.finding import OfficeHeld

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

SIZES = ("dead", "injured", "crowd")
TALLY = ("yes", "no", "abstain")
_EXACT = 2**53  # whole numbers up to here are the same as int and as float


class ShapeError(Exception):
    """Some JSON does not have the record's shape; says where and what was expected."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How values of one type are written to JSON, read from it, and described in the schema."""

    write: Callable[[Any], Json]
    read: Callable[[Json, str], Any]
    schema: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an object; `optional` where a file may leave it out (the noun has a default)."""

    name: str
    field: str
    shape: Shape
    optional: bool


@cache
def keys_of(noun: type) -> tuple[Key, ...]:
    """The keys of a noun's JSON object, in the order they are written."""
    hints = get_type_hints(noun)
    return tuple(
        Key(
            name=_RENAMED.get((noun, field.name), field.name),
            field=field.name,
            shape=shape_of(hints[field.name]),
            optional=field.default is not dataclasses.MISSING,
        )
        for field in dataclasses.fields(noun)
    )


@cache
def shape_of(hint: Any) -> Shape:
    """The shape of a type: plain values, `X | None`, tuples, literals and nouns."""
    if hint in _PLAIN:
        return _plain(hint)
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _one_of(tuple(str(choice) for choice in inside))
    if origin in (Union, types.UnionType):
        (kept,) = [part for part in inside if part is not type(None)]
        return _or_null(shape_of(kept))
    if hint == tuple[Size, ...]:
        return _sizes()
    if hint == tuple[int, int, int]:
        return _tally()
    if origin is tuple and len(inside) == 2 and inside[1] is Ellipsis:
        return _list(shape_of(inside[0]))
    if hint is OfficeHeld:
        return _office()
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _object(hint)
    raise TypeError(f"no JSON shape for {hint!r}")


_PLAIN: dict[Any, tuple[str, tuple[type, ...]]] = {
    str: ("string", (str,)),
    bool: ("boolean", (bool,)),
    int: ("integer", (int,)),
    float: ("number", (int, float)),
}
_RENAMED: dict[tuple[type, str], str] = {(Party, "entity"): "actor"}
_CALLED = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _plain(kind: type) -> Shape:
    name, accepted = _PLAIN[kind]

    def read(data: Json, where: str) -> Any:
        if not isinstance(data, accepted) or (isinstance(data, bool) and kind is not bool):
            raise ShapeError(f"{where} should be {_CALLED[kind]}, not {_found(data)}")
        try:
            return kind(data)
        except OverflowError:
            raise ShapeError(f"{where} is too large a number") from None

    return Shape(write=number if kind is float else _same, read=read, schema={"type": name})


def _one_of(choices: tuple[str, ...]) -> Shape:
    def read(data: Json, where: str) -> str:
        if not isinstance(data, str) or data not in choices:
            raise ShapeError(f"{where} should be one of {', '.join(choices)}, not {_found(data)}")
        return data

    return Shape(write=_same, read=read, schema={"enum": list(choices)})


def _or_null(inner: Shape) -> Shape:
    def write(value: Any) -> Json:
        return None if value is None else inner.write(value)

    def read(data: Json, where: str) -> Any:
        return None if data is None else inner.read(data, where)

    kind = inner.schema.get("type")
    if set(inner.schema) == {"type"} and isinstance(kind, str):
        return Shape(write, read, {"type": [kind, "null"]})
    if set(inner.schema) == {"enum"} and isinstance(inner.schema["enum"], list):
        return Shape(write, read, {"enum": [*inner.schema["enum"], None]})
    return Shape(write, read, {"anyOf": [inner.schema, {"type": "null"}]})


def _list(inner: Shape) -> Shape:
    def write(value: Any) -> Json:
        return [inner.write(part) for part in value]

    def read(data: Json, where: str) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise ShapeError(f"{where} should be a list, not {_found(data)}")
        return tuple(inner.read(part, f"{where}[{i}]") for i, part in enumerate(data))

    return Shape(write, read, {"type": "array", "items": inner.schema})


def _object(noun: type) -> Shape:
    def write(value: Any) -> Json:
        return {key.name: key.shape.write(getattr(value, key.field)) for key in keys_of(noun)}

    def read(data: Json, where: str) -> Any:
        given = _mapping(data, where)
        values: dict[str, Any] = {}
        for key in keys_of(noun):
            if key.name in given:
                values[key.field] = key.shape.read(given[key.name], f"{where}.{key.name}")
            elif not key.optional:
                raise ShapeError(f"{where} has no {key.name!r}")
        return noun(**values)

    return Shape(write, read, {"$ref": f"#/$defs/{noun.__name__}"})


def _office() -> Shape:
    """An office is written with its holder's name as plain text, the rest of the party beside it."""
    plain, party = _object(OfficeHeld), _object(Party)

    def write(value: Any) -> Json:
        written = _mapping(plain.write(value), "office")
        person = _mapping(party.write(value.person), "person")
        spread = {"person": person.pop("name"), **person}
        return {
            name: part
            for key, content in written.items()
            for name, part in (spread if key == "person" else {key: content}).items()
        }

    def read(data: Json, where: str) -> Any:
        given = dict(_mapping(data, where))
        person: dict[str, Json] = {
            key: given[key] for key in ("actor", "country", "sectors") if key in given
        }
        if "person" in given:
            person["name"] = given["person"]
            given["person"] = person
        return plain.read(given, where)

    return Shape(write, read, plain.schema)


def _sizes() -> Shape:
    def write(value: Any) -> Json:
        return {size.what: number(size.value) for size in value}

    def read(data: Json, where: str) -> tuple[Size, ...]:
        amount = shape_of(float)
        given = _mapping(data, where)
        return tuple(Size(what, amount.read(given[what], f"{where}.{what}")) for what in given)

    return Shape(
        write,
        read,
        {
            "type": "object",
            "properties": {what: {"type": "number", "minimum": 0} for what in SIZES},
            "additionalProperties": False,
        },
    )


def _tally() -> Shape:
    def write(value: Any) -> Json:
        return dict(zip(TALLY, value, strict=True))

    def read(data: Json, where: str) -> tuple[int, int, int]:
        given, count = _mapping(data, where), shape_of(int)
        for choice in TALLY:
            if choice not in given:
                raise ShapeError(f"{where} has no {choice!r}")
        yes, no, abstain = (count.read(given[choice], f"{where}.{choice}") for choice in TALLY)
        return yes, no, abstain

    return Shape(
        write,
        read,
        {
            "type": "object",
            "properties": {choice: {"type": "integer", "minimum": 0} for choice in TALLY},
            "required": list(TALLY),
            "additionalProperties": False,
        },
    )


def number(value: float) -> int | float:
    """A number as JSON writes it best: whole ones without a fraction.

    >>> number(3.0), number(2.5)
    (3, 2.5)
    """
    whole = value.is_integer() and abs(value) <= _EXACT if isinstance(value, float) else False
    return int(value) if whole else value


def _same(value: Any) -> Any:
    return value


def _mapping(data: Json, where: str) -> dict[str, Json]:
    if not isinstance(data, dict):
        raise ShapeError(f"{where} should be an object, not {_found(data)}")
    return data


def _found(data: Json) -> str:
    if data is None:
        return "null"
    if isinstance(data, dict):
        return "an object"
    if isinstance(data, list):
        return "a list"
    shown = repr(data)
    return shown if len(shown) <= 40 else shown[:37] + "..."
