"""The record as JSON: written with the same bytes for the same record, and read back whole.

The keys and their order are those of the published schema (see `schema`). Reading checks
the shape and that every mention holds the words it points at; keys it does not know are
passed over, since a later version of the same schema may add some.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from dragoman.errors import MalformedInput, MissingInput, UndecodableInput
from dragoman.exports.mentions import mentions_in
from dragoman.exports.shape import Json, ShapeError, shape_of
from dragoman.model.record import SCHEMA, Record

_LONE = re.compile("[\ud800-\udfff]")
_MAKE_AGAIN = "make the record again with `dragoman read`"


def dump_record(record: Record) -> str:
    """The record as JSON text, one line end at its end; `ValueError` for a number that is not finite.

    Half surrogate pairs, which UTF-8 cannot hold, are written as JSON escapes.
    """
    written = json.dumps(
        shape_of(Record).write(record), ensure_ascii=False, indent=1, allow_nan=False
    )
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def load_record(source: Path | str, *, name: str = "record") -> Record:
    """The record in a file (`Path`) or in JSON text (`str`); `name` is what errors call the text.

    Raises `MissingInput`, `UndecodableInput`, or `MalformedInput` where it is no record of
    this schema or a mention does not hold the words it points at.
    """
    if isinstance(source, Path):
        name, text = str(source), _text_of(source)
    else:
        text = source
    data = _parsed(text, name)
    if not isinstance(data, dict) or "schema" not in data:
        raise MalformedInput(name, "not a dragoman record", advice=_MAKE_AGAIN)
    if data["schema"] != SCHEMA:
        found = f"schema {data['schema']!r}, and this version reads {SCHEMA!r}"
        raise MalformedInput(name, found, advice=_MAKE_AGAIN)
    try:
        record: Record = shape_of(Record).read(data, "record")
    except ShapeError as error:
        raise MalformedInput(name, str(error), advice=_MAKE_AGAIN) from error
    _check_mentions(record, name)
    return record


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInput(str(path), "no such file", advice="check the path") from error
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
        raise MissingInput(str(path), what, advice="name a record file you may read") from error
    except UnicodeDecodeError as error:
        raise UndecodableInput(str(path), "not UTF-8 text", advice=_MAKE_AGAIN) from error


def _parsed(text: str, name: str) -> Json:
    try:
        data: Json = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"not JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        raise MalformedInput(name, what, advice=_MAKE_AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise MalformedInput(name, f"not usable JSON ({error})", advice=_MAKE_AGAIN) from error
    return data


def _check_mentions(record: Record, name: str) -> None:
    texts = {key: report.text for report in record.reports for key in (report.name, report.id)}
    for found in mentions_in(record):
        text = texts.get(found.report)
        if text is None:
            what = f"a mention points at a report it does not hold ({found.report})"
            raise MalformedInput(name, what, advice=_MAKE_AGAIN)
        if not 0 <= found.start <= found.end or text[found.start : found.end] != found.quote:
            where = f"{found.report}, {found.start} to {found.end}"
            what = f"a mention does not hold the words it points at ({where})"
            raise MalformedInput(name, what, advice=_MAKE_AGAIN)
