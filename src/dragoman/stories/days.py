"""Days: on which day a report was written, as far as anything says so."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dragoman.model.claim import Reading
from dragoman.model.report import Report


def iso_day(text: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it names no whole day.

    >>> iso_day("2031-03-04T10:00:00Z")
    datetime.date(2031, 3, 4)
    >>> iso_day("2031-03") is None
    True
    """
    if not text or len(text) < 10:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day_of(report: Report, reading: Reading | None) -> date | None:
    """When a report was published, or else the day most of its events happened on."""
    known = iso_day(report.published) or (iso_day(reading.published) if reading else None)
    if known or reading is None:
        return known
    days = Counter(
        day
        for event in reading.events
        if event.status == "occurred" and (day := iso_day(event.start))
    )
    return min(days, key=lambda day: (-days[day], day), default=None)
