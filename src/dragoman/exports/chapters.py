"""A record told story by story: each chapter is the part of the record one story's reports tell."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.exports.mentions import mentions_in
from dragoman.model.finding import Event
from dragoman.model.record import Record

_STATES = (
    ("What happened", ("occurred", "ongoing")),
    ("Planned or possible", ("planned", "possible")),
    ("What did not happen", ("did_not_occur",)),
)
_BY_MENTION = (
    "events",
    "statements",
    "figures",
    "offices",
    "votes",
    "projects",
    "relations",
    "itinerary",
    "coverage",
    "precedents",
    "findings",
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story's title (empty where the reports belong to none) and its part of the record."""

    title: str
    record: Record


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events of one sort of status under a heading, by date."""

    heading: str
    events: tuple[Event, ...]


def held_apart(events: Iterable[Event]) -> tuple[Happenings, ...]:
    """Events that happened, that are planned or possible, and that did not happen.

    Each by date, those of one date and those of none by how many reports tell them.
    """
    ordered = sorted(events, key=_by_date)
    return tuple(
        Happenings(heading, tuple(event for event in ordered if event.status in states))
        for heading, states in _STATES
    )


def _by_date(event: Event) -> tuple[str, int]:
    return event.start or "9999", -len({one.report for one in event.mentions})


def chapters(record: Record) -> tuple[Chapter, ...]:
    """The stories of a record in its order, then what belongs to none; at least one chapter.

    An item belongs to the story of the first report that tells it.
    """
    story_of: dict[str, str] = {}
    for report in record.reports:
        story_of.setdefault(report.name, report.story or "")
    for report in record.reports:
        story_of[report.id] = report.story or ""
    parts: dict[str, dict[str, list[Any]]] = {story.id: {} for story in record.stories}
    parts[""] = {}
    for kind in _BY_MENTION:
        for item in getattr(record, kind):
            story = next((story_of.get(m.report, "") for m in mentions_in(item)), "")
            parts.setdefault(story, {}).setdefault(kind, []).append(item)
    for report in record.reports:
        parts.setdefault(report.story or "", {}).setdefault("reports", []).append(report)
    titles = {story.id: story.title for story in record.stories}
    empty: dict[str, Any] = dict.fromkeys(("reports", *_BY_MENTION), ())
    found = []
    for story, part in parts.items():
        if part:
            own: dict[str, Any] = {kind: tuple(items) for kind, items in part.items()}
            told = dataclasses.replace(record, **(empty | own))
            found.append(Chapter(titles.get(story, ""), told))
    return tuple(found) or (Chapter("", record),)
