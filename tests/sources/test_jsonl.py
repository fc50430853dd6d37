"""JSON Lines: every good row is a report, every bad one a failure that says where."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.report import Failure, Report
from dragoman.sources import Limits, read_sources

TEXT = "The foreign ministers of Peru and Chad opened a joint weather office in Lima on Friday."


def read(data: bytes, limits: Limits | None = None) -> list[Report | Failure]:
    return list(read_sources(["-"], stdin=io.BytesIO(data), limits=limits or Limits()))


def rows(*items: Any) -> bytes:
    return "\n".join(json.dumps(item) for item in items).encode()


def test_row_with_all_fields() -> None:
    (report,) = read(
        rows(
            {
                "id": "r1",
                "text": TEXT,
                "title": "Weather office",
                "outlet": "Andes Daily",
                "published": "2024-05-03T10:00:00Z",
                "url": "https://example.org/1",
                "language": "en",
            }
        )
    )
    assert isinstance(report, Report)
    assert (report.name, report.text, report.title) == ("r1", TEXT, "Weather office")
    assert (report.outlet, report.language) == ("Andes Daily", "en")
    assert (report.published, report.url) == ("2024-05-03T10:00:00Z", "https://example.org/1")


def test_number_for_an_id_and_unknown_fields_are_taken() -> None:
    (report,) = read(rows({"id": 7, "text": TEXT, "story": "s", "title": None}))
    assert isinstance(report, Report)
    assert report.name == "7"


BAD = {
    "no object": (["a"], "MalformedInput"),
    "no text": ({"id": "a"}, "MalformedInput"),
    "text no string": ({"id": "a", "text": 5}, "MalformedInput"),
    "empty text": ({"id": "a", "text": "  "}, "EmptyInput"),
    "no id": ({"text": TEXT}, "MalformedInput"),
    "odd title": ({"id": "a", "text": TEXT, "title": []}, "MalformedInput"),
    "odd day": ({"id": "a", "text": TEXT, "published": "yesterday"}, "MalformedInput"),
    "binary": ({"id": "a", "text": "a\0b"}, "UndecodableInput"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_row_is_a_failure_and_the_rest_is_read(case: str) -> None:
    row, error = BAD[case]
    found = read(rows({"id": "1", "text": TEXT}, row, {"id": "3", "text": TEXT}))
    assert [type(item).__name__ for item in found] == ["Report", "Failure", "Report"]
    assert isinstance(found[1], Failure)
    assert found[1].name == "standard input, line 2"
    assert found[1].error == error


def test_broken_json_names_its_line() -> None:
    found = read(rows({"id": "1", "text": TEXT}) + b'\n\n{"id": "2", "te')
    assert isinstance(found[1], Failure)
    assert found[1].name == "standard input, line 3"


def test_repeated_id_is_flagged() -> None:
    found = read(rows({"id": "1", "text": TEXT}, {"id": "1", "text": TEXT + " More."}))
    assert isinstance(found[1], Failure)
    assert "line 1" in found[1].what


def test_document_holds_a_list_or_one_report() -> None:
    listed = json.dumps([{"id": "1", "text": TEXT}, {"id": "2"}], indent=1).encode()
    found = read(listed)
    assert isinstance(found[0], Report)
    assert isinstance(found[1], Failure)
    assert found[1].name == "standard input, item 2"


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (json.dumps({"id": "1", "text": TEXT}, indent=1).encode(), ["Report"]),
        (json.dumps({"a": {"b": 1}}, indent=1).encode(), ["Failure"]),
        (b'{"id": "1", "te', ["Failure"]),
        (b"", ["Failure"]),
        (b"[]", ["Failure"]),
        (rows({"id": "1", "text": TEXT}, {"id": "2", "text": TEXT}), ["Report", "Report"]),
    ],
    ids=["report", "no report", "broken", "empty", "empty list", "lines"],
)
def test_json_file_is_one_document(tmp_path: Path, data: bytes, kinds: list[str]) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    assert [type(item).__name__ for item in read_sources([str(path)])] == kinds


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    (report,) = read(b'{"id": "1", "text": "Peru \\ud83d met Chad \\ud83d\\ude00."}')
    assert isinstance(report, Report)
    assert report.text == "Peru \ufffd met Chad \U0001f600."


def test_overlong_row_is_refused_and_the_rest_is_read() -> None:
    data = rows({"id": "1", "text": TEXT * 100}, {"id": "2", "text": TEXT})
    found = read(data, Limits(row_bytes=1000))
    assert isinstance(found[0], Failure)
    assert found[0].error == "TooLargeInput"
    assert "1 kB" in found[0].what
    assert isinstance(found[1], Report)


def test_deep_nesting_is_refused() -> None:
    found = read(b'{"id": "1", "text": ' + b"[" * 100_000)
    assert isinstance(found[0], Failure)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_report_or_a_failure(data: bytes) -> None:
    for item in read(b'{"id": "x", "text": "' + data):
        assert isinstance(item, Report | Failure)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "title", "published", "language", "outlet"]),
        st.one_of(st.text(max_size=200), st.none(), st.integers(), st.lists(st.text(max_size=3))),
    )
)
def test_any_row_is_a_report_or_a_failure(row: dict[str, Any]) -> None:
    for item in read(rows(row)):
        if isinstance(item, Report):
            item.text.encode("utf-8")
            for stretch in item.furniture:
                assert 0 <= stretch.start < stretch.end <= len(item.text)
