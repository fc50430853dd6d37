"""Periods: ISO dates of any precision as spans of days, so that `2022-07` and `2022-07-05` meet."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day something may lie on, as day numbers, both included."""

    first: int
    last: int

    def meets(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def apart(self, other: Period) -> int:
        """Days between the two; 0 where they meet."""
        return max(0, other.first - self.last, self.first - other.last)

    @property
    def days(self) -> int:
        """How many days it covers."""
        return self.last - self.first + 1


def period(start: str | None, end: str | None = None) -> Period | None:
    """The days between two ISO dates of any precision; None where there is no date to read.

    >>> period("2032-02").days
    29
    >>> period("around noon") is None
    True
    """
    one, two = _span(start), _span(end)
    if one is None:
        return two
    return Period(one.first, max(one.last, two.last)) if two else one


def _span(text: str | None) -> Period | None:
    if not text:
        return None
    if "/" in text:
        return period(*text.split("/", 1))
    parts = text.split("T")[0].split("-")
    try:
        numbers = [int(p) for p in parts[:3]]
        year, month, day = [*numbers, 0, 0][:3]
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except (ValueError, IndexError):
        return None
    return Period(first.toordinal(), last.toordinal())
