"""The record for people and programs: one file a format. Nothing is decided here.

`FORMATS` lists what a record can be rendered as, the one for reading on a terminal first;
a new format is one file and its line there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dragoman.model.record import Record


class Render(Protocol):
    """How a format turns a record into text; `width` in columns and `color` matter on a terminal only."""

    def __call__(self, record: Record, *, width: int, color: bool) -> str: ...


@dataclass(frozen=True, slots=True)
class Export:
    """A format by name: what it is for, the usual ending of its files, and how it is made."""

    name: str
    description: str
    suffix: str
    render: Render


def _text(record: Record, *, width: int, color: bool) -> str:
    from dragoman.exports.text import render_text

    return render_text(record, width=width, color=color)


def _json(record: Record, *, width: int, color: bool) -> str:  # noqa: ARG001
    from dragoman.exports.json import dump_record

    return dump_record(record)


def _html(record: Record, *, width: int, color: bool) -> str:  # noqa: ARG001
    from dragoman.exports.html import render_html

    return render_html(record)


FORMATS: tuple[Export, ...] = (
    Export("text", "to read on a terminal", ".txt", _text),
    Export("json", "the whole record for programs, by the published schema", ".json", _json),
    Export("html", "one page to read beside the reports, without a network", ".html", _html),
)


def format_named(name: str) -> Export:
    """The format of that name (`KeyError` where there is none)."""
    return {export.name: export for export in FORMATS}[name]


__all__ = ["FORMATS", "Export", "Render", "format_named"]
