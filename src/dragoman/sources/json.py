"""JSON: one document that is a report, or a list of them, in the form of JSON Lines' rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import EmptyInput, MalformedInput
from dragoman.model.report import Failure, Report
from dragoman.sources.decoding import refuse_binary
from dragoman.sources.input import Format, Input
from dragoman.sources.jsonl import ADVICE, Row, read_rows
from dragoman.sources.limits import Limits

_DOCUMENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")


def read_json(source: Input, limits: Limits) -> Iterator[Report | Failure]:
    """The reports of a JSON document; several documents, one a line, are rows all the same."""
    data = source.read(limits.page_bytes)
    if not data.strip():
        raise EmptyInput(source.name, "is empty", advice=ADVICE)
    refuse_binary(source.name, data)
    yield from read_rows(source.name, "item", _rows(source.name, data), limits)


def _rows(name: str, data: bytes) -> Iterator[Row]:
    try:
        items = _items(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        lines = [line for line in data.splitlines() if line.strip()]
        if not _is_object(lines[0]):
            raise MalformedInput(name, "is no JSON that can be read", advice=ADVICE) from error
        for number, line in enumerate(lines, 1):
            yield Row(number, line)
        return
    if items is None:
        raise MalformedInput(name, "is JSON, but holds no report", advice=ADVICE)
    for number, item in enumerate(items, 1):
        yield Row(number, json.dumps(item).encode())


def _items(document: Any) -> list[Any] | None:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and "text" in document:
        return [document]
    return None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


JSON = Format("json", (".json",), lambda head: bool(_DOCUMENT.match(head)), read_json)
