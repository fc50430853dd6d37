"""The record as JSON: the promised shape, the same bytes, whole again when read."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dragoman.errors import MalformedInput, MissingInput, UndecodableInput
from dragoman.exports.json import dump_record, load_record
from dragoman.exports.schema import record_schema
from dragoman.model.claim import Size
from dragoman.model.finding import ReportEntry
from dragoman.model.record import SCHEMA, Record
from dragoman.model.text import Mention

VALIDATOR = Draft202012Validator(record_schema())
WORDS = ("Ädil met Nour 😀 twice.", "Nothing\nhere", "\u2028 odd \x00 signs \u202e")
_SECTORS = st.lists(st.sampled_from(["GOV", "MIL", "IGO"]), max_size=2).map(tuple)
_DATES = st.sampled_from(["2031", "2031-02", "2031-02-03"])
_COUNTRIES = st.sampled_from(["PRT", "URY", "KOS"])
_SHARE = st.floats(0, 1)
_NAMED: dict[str, st.SearchStrategy[Any]] = {
    "sectors": _SECTORS,
    "country": _COUNTRIES,
    "lat": st.floats(-90, 90),
    "lon": st.floats(-180, 180),
    "score": _SHARE,
    "confidence": _SHARE,
    "origins": st.integers(0, 9),
    **dict.fromkeys(("published", "as_of", "since", "date", "period", "start", "end"), _DATES),
}


@st.composite
def mentions(draw: Callable[..., Any]) -> Mention:
    report = draw(st.integers(0, len(WORDS) - 1))
    text = WORDS[report]
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return Mention(f"r{report}", start, end, text[start:end])


@cache
def values(hint: Any, name: str = "") -> st.SearchStrategy[Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if hint is Mention:
        return mentions()
    if hint == tuple[Size, ...]:
        kinds = st.lists(st.sampled_from(["dead", "injured", "crowd"]), unique=True)
        return kinds.map(lambda found: tuple(Size(what, 3.0) for what in found))
    if hint == tuple[int, int, int]:
        return st.tuples(*[st.integers(0, 200)] * 3)
    if origin in (Union, types.UnionType):
        return st.none() | values(next(part for part in inside if part is not type(None)), name)
    if name in _NAMED:
        return _NAMED[name]
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        return st.lists(values(inside[0]), max_size=2).map(tuple)
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field: values(part, field) for field, part in hints.items()})
    plain = {
        str: st.text(max_size=8),
        bool: st.booleans(),
        int: st.integers(0, 99),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }
    return plain[hint]


def _entry(number: int) -> ReportEntry:
    text = WORDS[number]
    return ReportEntry(
        f"r{number}", f"{number}.txt", None, None, None, None, None, (), (), None, text
    )


@st.composite
def records(draw: Callable[..., Any]) -> Record:
    hints = get_type_hints(Record)
    fixed = {"schema", "reports"}
    parts = {name: draw(values(hint)) for name, hint in hints.items() if name not in fixed}
    return Record(reports=tuple(_entry(i) for i in range(len(WORDS))), **parts)


def test_sample_comes_back_whole(sample: Record) -> None:
    assert load_record(dump_record(sample)) == sample


def test_sample_fits_the_schema(sample: Record) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(dump_record(sample)))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_any_record_comes_back_whole_and_fits_the_schema(record: Record) -> None:
    written = dump_record(record)
    assert load_record(written) == record
    assert dump_record(load_record(written)) == written
    assert list(VALIDATOR.iter_errors(json.loads(written))) == []


def test_empty_record() -> None:
    written = json.loads(dump_record(Record()))
    assert written.pop("schema") == SCHEMA
    assert set(map(json.dumps, written.values())) == {"[]"}


def test_promised_shapes(sample: Record) -> None:
    data = json.loads(dump_record(sample))
    demo = next(event for event in data["events"] if event["mode"] == "demo")
    party = {"actor": "actor-farmers", "name": "farmers", "country": "URY", "sectors": ["AGR"]}
    assert demo["actors"] == [party]
    assert demo["sizes"] == {"injured": 3}
    assert data["events"][0]["place"]["name"] == "Montevideo"
    assert data["statements"][0]["speaker"]["actor"] == "actor-ana"
    assert data["offices"][0]["person"] == "Ana Brito"
    assert data["offices"][0]["actor"] == "actor-ana"
    assert data["votes"][0]["tally"] == {"yes": 98, "no": 21, "abstain": 40}
    assert data["figures"][0]["value"] == 1200000
    assert data["events"][0]["inferred"][0]["field"] == "start"
    assert list(data["reports"][0])[:5] == ["id", "name", "outlet", "title", "published"]


def test_every_quote_is_the_text_at_its_offsets(sample: Record) -> None:
    data = json.loads(dump_record(sample))
    texts = {report["id"]: report["text"] for report in data["reports"]}

    def check(value: Any) -> int:
        if isinstance(value, dict):
            if set(value) == {"report", "start", "end", "quote"}:
                assert texts[value["report"]][value["start"] : value["end"]] == value["quote"]
                return 1
            return sum(check(part) for part in value.values())
        return sum(check(part) for part in value) if isinstance(value, list) else 0

    assert check(data) > 40


def test_lone_surrogates_survive() -> None:
    report = dataclasses.replace(_entry(0), text="a \ud83d b")
    record = Record(reports=(report,))
    written = dump_record(record)
    written.encode("utf-8")
    assert load_record(written) == record


def test_numbers_that_are_not_finite_are_refused(sample: Record) -> None:
    figure = dataclasses.replace(sample.figures[0], value=float("inf"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump_record(dataclasses.replace(sample, figures=(figure,)))


def test_a_later_version_may_add_keys(sample: Record) -> None:
    data = json.loads(dump_record(sample))
    data["weather"] = []
    data["events"][0]["mood"] = "calm"
    assert load_record(json.dumps(data)) == sample


def _without(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["events"][0].pop(key)


def _with(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["events"][0].update({key: value})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(_without("type"), "events[0] has no 'type'", id="missing key"),
        pytest.param(_with("status", "maybe"), "should be one of occurred", id="unknown code"),
        pytest.param(_with("actors", {}), "should be a list, not an object", id="no list"),
        pytest.param(_with("type", 3), "events[0].type should be text, not 3", id="no text"),
        pytest.param(_with("place", {"name": "x", "lat": True}), "lat should be a number", id="no number"),
        pytest.param(_with("sizes", {"dead": "3"}), "sizes.dead should be a number", id="size in words"),
        pytest.param(lambda d: d.update(schema="record/9"), "'record/9'", id="other schema"),
        pytest.param(lambda d: d.pop("schema"), "not a dragoman record", id="no schema"),
        pytest.param(lambda d: d["votes"][0]["tally"].pop("no"), "tally has no 'no'", id="tally"),
        pytest.param(lambda d: d["offices"][0].pop("person"), "offices[0] has no 'person'", id="office of nobody"),
        pytest.param(
            lambda d: d["events"][0]["mentions"][0].update(start=1), "does not hold the words", id="moved quote"
        ),
        pytest.param(
            lambda d: d["events"][0]["mentions"][0].update(report="r9"), "does not hold (r9)", id="unknown report"
        ),
        pytest.param(
            lambda d: d["figures"][0].update(value=10**400), "too large a number", id="huge number"
        ),
    ],
)  # fmt: skip
def test_a_spoiled_record_is_refused(
    sample: Record, spoil: Callable[[Any], Any], says: str
) -> None:
    data = json.loads(dump_record(sample))
    spoil(data)
    with pytest.raises(MalformedInput) as caught:
        load_record(json.dumps(data), name="mine.json")
    assert says in str(caught.value)
    assert str(caught.value).startswith("mine.json: ")
    assert "dragoman read" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"record/1"', "[" * 100_000, '{"schema": ' + "9" * 5000 + "}", "\x00"],
    ids=["empty", "cut", "list", "null", "text", "deep", "long number", "control"],
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(MalformedInput):
        load_record(text)


def test_files(tmp_path: Path, sample: Record) -> None:
    path = tmp_path / "record.json"
    path.write_text("\ufeff" + dump_record(sample), encoding="utf-8")
    assert load_record(path) == sample
    with pytest.raises(MissingInput, match="no such file"):
        load_record(tmp_path / "none.json")
    with pytest.raises(MissingInput, match="cannot be opened"):
        load_record(tmp_path)
    path.write_bytes(b"\xff\xfe{}")
    with pytest.raises(UndecodableInput):
        load_record(path)
