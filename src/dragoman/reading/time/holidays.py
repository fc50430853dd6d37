"""Feasts the news dates by: on which day each falls in a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.reading.time.setting import (
    Match,
    Setting,
    Value,
    direction,
    from_report,
    group,
    stated_year,
)

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "veterans day": (11, 11),
}
# the nth of a weekday in a month; 5 stands for the last
_NTH = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "labour day": (9, 0, 1),
    "memorial day": (5, 0, 5),
    "columbus day": (10, 0, 2),
    "martin luther king day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3),
}
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "whit sunday": 49,
    "whit monday": 50,
}


def feast_day(name: str, year: int) -> date | None:
    """The day a feast falls on in a year (Western Easter); None for an unknown feast."""
    key = re.sub(r"\s+", " ", name.lower()).replace("’", "'")
    if key in _FIXED:
        return date(year, *_FIXED[key])
    if key in _NTH:
        month, weekday, nth = _NTH[key]
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        return day if day.month == month else day - timedelta(days=7)
    if key in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[key])
    return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def resolve_holiday(match: Match, setting: Setting) -> Value | None:
    """A feast with its year, or the nearest one by its determiner and the tense."""
    name = match["holiday"]
    year = stated_year(match, setting)
    if year is not None:
        day = feast_day(name, year)
        return Value(day.isoformat(), stated_year=True) if day else None
    if setting.day is None:
        return Value("")
    near = [d for y in (-1, 0, 1) if (d := feast_day(name, setting.day.year + y))]
    det = group(match, "det").lower().strip()
    way = {"last": "past", "next": "future"}.get(det) or direction(setting)
    today = setting.day
    if way == "past":
        near = [d for d in near if d <= today][-1:]
    elif way == "future":
        near = [d for d in near if d >= today][:1]
    best = min(near, key=lambda d: abs((d - today).days), default=None)
    return Value(best.isoformat(), why=from_report(setting, "year")) if best else None
