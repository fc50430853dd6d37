"""Sources: files, folders and streams in, reports and failures out; nothing raised on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.model.report import Failure, Report
from dragoman.sources.failure import failure_of
from dragoman.sources.html import HTML
from dragoman.sources.input import Format, Input
from dragoman.sources.json import JSON
from dragoman.sources.jsonl import JSONL
from dragoman.sources.limits import DEFAULT_LIMITS, Limits
from dragoman.sources.naming import Namer
from dragoman.sources.paths import Found, find_inputs, open_found
from dragoman.sources.text import TEXT

FORMATS: tuple[Format, ...] = (HTML, JSONL, JSON, TEXT)  # by suffix, else the first that recognizes

__all__ = ["DEFAULT_LIMITS", "FORMATS", "Format", "Limits", "read_sources"]


def read_sources(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Report | Failure]:
    """Read files, folders (all within, sorted, hidden files skipped) and `-`, standard input.

    One report or failure at a time, in order; each file once, however often it is named.
    Reports are named after their file, or their `id`; two of one name by the path that
    tells them apart. Never raises for what an input holds.
    """
    found = list(find_inputs(paths, stdin=stdin is not None))
    namer = Namer([each.path for each in found if isinstance(each, Found)])
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        name = namer.name(each.path)
        try:
            with open_found(each, name, stdin) as source:
                yield from namer.distinct(_format_of(source).read(source, limits), name)
        except InputError as error:
            yield failure_of(error)


def _format_of(source: Input) -> Format:
    for each in FORMATS:
        if source.suffix in each.suffixes:
            return each
    head = source.head()
    return next(each for each in FORMATS if each.recognizes(head))
