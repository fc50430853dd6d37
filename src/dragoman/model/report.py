"""Report: one outlet's text, exactly as it came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dragoman.model.text import Furniture


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's text, verbatim, with what is known about it from outside.

    `id` is a hash of name and text; `published` an ISO date or date-time, None where the
    input gives none; `language` an ISO 639-1 code; `furniture` the stretches of `text`
    that are the page and not the article, in order, not overlapping.
    """

    id: str
    name: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """An input that could not be read: which, why, and what to do."""

    name: str
    error: str
    what: str
    advice: str


def report_id(name: str, text: str) -> str:
    """The content hash that names a report: the same name and text, the same id."""
    return content_id("report", name, text)


def content_id(kind: str, *parts: str) -> str:
    """A short, stable id made from what a thing says, e.g. `event-3f9a0c2b71d4`.

    >>> content_id("event", "a", "b") == content_id("event", "a", "b")
    True
    >>> content_id("event", "a", "b") == content_id("event", "ab")
    False
    """
    digest = hashlib.sha256()
    for part in (kind, *parts):
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return f"{kind}-{digest.hexdigest()[:12]}"
