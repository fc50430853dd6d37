"""Calendar sums on written dates: what days a value covers, and how far another lies from it.

A value is written as TIMEX3 writes it: `2022-07-05`, `2022-07`, `2022`, `2022-Q3`,
`2022-H1`, `2022-W27`, `2022-W27-WE`, `2022-SU`, `202` (a decade), `20` (a century), each
with a time of day after `T` where one is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "none",
]

_FIRST_YEAR = 100  # counting back stops here: no news, and no room below for more sums
_SHAPES: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("quarter", re.compile(r"\d{4}-Q[1-4]")),
    ("half", re.compile(r"\d{4}-H[12]")),
    ("week", re.compile(r"\d{4}-W\d\d")),
    ("weekend", re.compile(r"\d{4}-W\d\d-WE")),
    ("season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("decade", re.compile(r"\d{3}")),
    ("century", re.compile(r"\d\d")),
)

GRAINS: dict[str, Grain] = {
    "day": "day",
    "night": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one ISO date to another, both as precise as known; "" for an open or unknown end."""

    start: str
    end: str


def grain_of(value: str) -> Grain:
    """How fine a value is; `none` for durations, vague references and the empty value."""
    return next((grain for grain, shape in _SHAPES if shape.fullmatch(value)), "none")


def stretch_of(value: str) -> Stretch:
    """The ISO dates a value runs between; empty where it names no calendar time.

    >>> stretch_of("2022-H1"), stretch_of("2022-07-05TMO")
    (Stretch(start='2022-01', end='2022-06'), Stretch(start='2022-07-05', end='2022-07-05'))
    """
    grain = grain_of(value)
    year = value[:4]
    if grain in ("day", "month", "year"):
        plain = value.split("T")[0]
        return Stretch(plain, plain)
    if grain == "season":  # which months a season covers depends on the hemisphere
        return Stretch(year, year)
    if grain in ("quarter", "half"):
        months = 3 if grain == "quarter" else 6
        last = int(value[-1]) * months
        return Stretch(f"{year}-{last - months + 1:02d}", f"{year}-{last:02d}")
    if grain in ("week", "weekend"):
        monday = _monday(value)
        first = monday + timedelta(days=5) if grain == "weekend" else monday
        return Stretch(first.isoformat(), (monday + timedelta(days=6)).isoformat())
    if grain == "decade":
        return Stretch(value + "0", value + "9")
    if grain == "century":
        return Stretch(value + "00", value + "99")
    return Stretch("", "")


def _monday(value: str) -> date:
    year, week = int(value[:4]), int(value[6:8])
    longest = date(year, 12, 28).isocalendar().week
    return date.fromisocalendar(year, min(max(week, 1), longest), 1)


def day_of(value: str) -> date | None:
    """The day of a value that names one, else None."""
    if grain_of(value) != "day":
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def first_day(value: str) -> date | None:
    """The first day of the time a value names, None where it names none."""
    start = stretch_of(value).start
    if not start:
        return None
    try:
        return date.fromisoformat((start + "-01-01")[:10])
    except ValueError:
        return None


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (30 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """The ISO week of a day ("2022-W27")."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(day: date) -> str:
    """The month of a day ("2022-07")."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_value(day: date) -> str:
    """The quarter of a day ("2022-Q3")."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def value_at(day: date, grain: Grain) -> str:
    """The value of that grain which a day lies in; "" for grains no day fixes."""
    if grain == "day":
        return day.isoformat()
    if grain == "week":
        return week_value(day)
    if grain == "weekend":
        return week_value(day) + "-WE"
    if grain == "month":
        return month_value(day)
    if grain == "quarter":
        return quarter_value(day)
    if grain == "half":
        return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"
    if grain in ("year", "decade", "century"):
        return f"{day.year:04d}"[: {"year": 4, "decade": 3}.get(grain, 2)]
    return ""


def shift_day(day: date, number: int, grain: Grain) -> date | None:
    """A day so many days, weeks, months … later (earlier for negative numbers); None off the calendar."""
    try:
        if grain in ("day", "week", "weekend"):
            found = day + timedelta(days=number * (1 if grain == "day" else 7))
            return found if found.year >= _FIRST_YEAR else None
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "season": 12}.get(grain, 0)
        months = months or {"decade": 120, "century": 1200}.get(grain, 0)
        total = day.year * 12 + day.month - 1 + number * months
        year, month = divmod(total, 12)
        if year < _FIRST_YEAR:
            return None
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, IndexError):
        return None


def shift_years(value: str, number: int) -> str:
    """The same time of another year ("2022-Q3", -1 → "2021-Q3")."""
    return f"{int(value[:4]) + number:04d}{value[4:]}" if len(value) >= 4 else ""
