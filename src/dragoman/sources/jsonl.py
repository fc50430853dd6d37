"""JSON Lines: many reports with what is known about each, one a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import EmptyInput, InputError, MalformedInput, TooLargeInput
from dragoman.model.report import Failure, Report, report_id
from dragoman.sources.decoding import refuse_binary, refuse_wordless, without_surrogates
from dragoman.sources.failure import failure_of
from dragoman.sources.furniture import mark_furniture
from dragoman.sources.input import Format, Input, size_in_words
from dragoman.sources.language import check_language
from dragoman.sources.limits import Limits
from dragoman.sources.stamp import published_in
from dragoman.sources.text import article_of

OPTIONAL = ("title", "outlet", "published", "url", "language")
ADVICE = 'each report must be one JSON object with "id" and "text", on a line of its own'


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: where it stands, and its bytes."""

    number: int
    data: bytes


def read_jsonl(source: Input, limits: Limits) -> Iterator[Report | Failure]:
    """The reports of a JSON Lines file; a bad line is a failure, and the rest is still read."""
    refuse_binary(source.name, source.head())
    yield from read_rows(source.name, "line", _rows(source, limits.row_bytes), limits)


def read_rows(
    name: str, unit: str, rows: Iterable[Row], limits: Limits
) -> Iterator[Report | Failure]:
    """The reports of rows, each failure named after the input and the row (`unit` and number)."""
    seen: dict[str, int] = {}
    number = 0
    for row in rows:
        number = row.number
        where = f"{name}, {unit} {row.number}"
        try:
            report = _read_row(row, where, limits)
            if report.name in seen:
                raise MalformedInput(
                    where,
                    f"repeats the id {report.name!r} of {unit} {seen[report.name]}",
                    advice="give each report an id of its own; the first was read",
                )
            seen[report.name] = row.number
            yield report
        except InputError as error:
            yield failure_of(error)
    if not number:
        raise EmptyInput(name, "holds no reports", advice=ADVICE)


def _rows(source: Input, limit: int) -> Iterator[Row]:
    number = 0
    while data := source.stream.readline(limit + 1):
        number += 1
        if len(data) > limit:
            # Let go of the rest of it, a piece at a time, and hand on just enough to refuse.
            yield Row(number, data)
            while data and not data.endswith(b"\n"):
                data = source.stream.readline(limit)
        elif data.strip(b" \t\r\n\xef\xbb\xbf"):
            yield Row(number, data)


def _read_row(row: Row, where: str, limits: Limits) -> Report:
    fields = _fields(row, where, limits)
    text = _text_field(fields, where, limits)
    name = _name(fields, where)
    for key in OPTIONAL:
        value = fields.get(key)
        if value is not None and not isinstance(value, str):
            raise MalformedInput(where, f'has a "{key}" that is no string', advice=ADVICE)
    known = {key: (fields.get(key) or "").strip() or None for key in OPTIONAL}
    known = {key: value and without_surrogates(value) for key, value in known.items()}
    refuse_wordless(where, text)
    furniture = mark_furniture(text)
    language = check_language(
        where, article_of(text, furniture), limits, declared=known["language"]
    )
    return Report(
        report_id(name, text),
        name,
        text,
        outlet=known["outlet"],
        title=known["title"],
        published=_published(known["published"], where) or published_in(text, furniture),
        url=known["url"],
        language=language,
        furniture=furniture,
    )


def _fields(row: Row, where: str, limits: Limits) -> dict[str, Any]:
    if len(row.data) > limits.row_bytes:
        raise TooLargeInput(
            where,
            f"is longer than the {size_in_words(limits.row_bytes)} one line may be",
            advice="shorten it, or split it into several reports",
        )
    try:
        fields = json.loads(row.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedInput(where, "is not UTF-8", advice="save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", "nests too deep")
        raise MalformedInput(where, f"is no JSON object ({what})", advice=ADVICE) from error
    if not isinstance(fields, dict):
        raise MalformedInput(where, "is no JSON object", advice=ADVICE)
    return fields


def _text_field(fields: dict[str, Any], where: str, limits: Limits) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise MalformedInput(where, 'has no "text" (a string)', advice=ADVICE)
    if not text.strip():
        raise EmptyInput(where, 'has an empty "text"', advice="hand in a report with text in it")
    if len(text.encode("utf-8", "surrogatepass")) > limits.report_bytes:
        raise TooLargeInput(
            where,
            f"has more text than the {size_in_words(limits.report_bytes)} one report may hold",
            advice="split it into several reports",
        )
    refuse_binary(where, text.encode("utf-8", "surrogatepass"))
    return without_surrogates(text)


def _name(fields: dict[str, Any], where: str) -> str:
    name = fields.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name.strip():
        raise MalformedInput(where, 'has no "id"', advice=ADVICE)
    return without_surrogates(name)


def _published(value: str | None, where: str) -> str | None:
    """An ISO date or date-time, checked, as given."""
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise MalformedInput(
            where,
            f'has a "published" that is no ISO date: {value[:40]!r}',
            advice="write it as 2024-05-03 or 2024-05-03T14:00:00Z",
        ) from error
    return value


def _looks_like_rows(head: bytes) -> bool:
    """Whether bytes begin with an object whole on its line (or longer than what we see)."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    line, _, rest = start.partition(b"\n")
    return start.startswith(b"{") and b'"' in line and (not rest or line.rstrip().endswith(b"}"))


JSONL = Format("jsonl", (".jsonl", ".ndjson"), _looks_like_rows, read_jsonl)
