"""Years: resolvers for months, seasons, years, decades and centuries, and the year of a bare day."""

from __future__ import annotations

import re
from datetime import date

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.calendar import Grain
from dragoman.reading.time.setting import (
    Heard,
    Match,
    Setting,
    Value,
    direction,
    from_report,
    group,
    stated_year,
)
from dragoman.reading.time.timewords import SEASONS, month_number, ordinal_number, year_number

SOON = 45  # days ahead: a day named without its year is the coming one, even after "said"
LATELY = 31  # days back: it is the past one, even after "would"
_FINE: tuple[Grain, ...] = ("day", "month")


def nearest_year(month: int, day: int, setting: Setting) -> Value | None:
    """The year of a day or month named without one; `day` is 0 for a month."""
    heard = setting.latest(_FINE, 1)
    if heard is not None and _goes_on(heard, setting):
        return _after(heard, month, day, setting)
    if setting.day is None:
        return None
    this = setting.day.year
    way = direction(setting)
    pick = this
    ahead = gap(this, month, day, setting.day)
    if way == "past":
        pick = this - 1 if ahead > (SOON if day else 0) and month != setting.day.month else this
    elif way == "future":
        pick = this + 1 if ahead < -LATELY and month != setting.day.month else this
        if pick == this and ahead > 365 - SOON:
            pick = this - 1
    elif way in (None, "present"):
        years = (this - 1, this, this + 1)
        pick = min(years, key=lambda y: (abs(gap(y, month, day, setting.day)), y))
    return Value(written(pick, month, day), why=from_report(setting, "year"))


def _goes_on(heard: Heard, setting: Setting) -> bool:
    """Whether this date goes on with an account that an earlier one began with its year."""
    if not heard.stated_year or direction(setting) == "future":
        return False
    return heard.sentence == setting.sentence or (heard.opens and setting.opens)


def _after(heard: Heard, month: int, day: int, setting: Setting) -> Value:
    """A later month of the account that began with a full date: the next one on from it."""
    first = cal.first_day(heard.value)
    year = int(heard.value[:4])
    if first is not None and month < first.month - 6:
        year += 1
    if setting.day is not None and date(year, month, 1) > setting.day:
        year = setting.day.year
    return Value(written(year, month, day), why=f"year from {heard.value}, named before it")


def gap(year: int, month: int, day: int, report: date | None) -> int:
    """Days from the report to that day (`day` 0: the middle of the month); 0 where either is unknown."""
    found = cal.real_day(year, month, min(day or 15, 28))
    return (found - report).days if found and report else 0


def written(year: int, month: int, day: int) -> str:
    """That day as ISO writes it, or that month where `day` is 0."""
    return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def resolve_month(match: Match, setting: Setting) -> Value | None:
    """A month, with or without its year."""
    month = month_number(match["month"])
    det = group(match, "det").lower().strip()
    if det in ("each", "every"):
        return Value(f"XXXX-{month:02d}", "SET")
    year = stated_year(match, setting)
    if year is not None:
        stated = bool(group(match, "year"))
        why = None if stated else from_report(setting, "year")
        return Value(f"{year:04d}-{month:02d}", why=why, stated_year=True)
    if det and setting.day is not None:
        now = setting.day
        back = now.year if month < now.month else now.year - 1
        ahead = now.year if month > now.month else now.year + 1
        pick = {"last": back, "this past": back, "next": ahead}.get(det)
        if det == "this":
            pick = now.year
        if pick is not None:
            return Value(f"{pick:04d}-{month:02d}", why=from_report(setting, "year"))
    return nearest_year(month, 0, setting) or Value("")


def resolve_year(match: Match, _: Setting) -> Value | None:
    """A year by number, or two ("2014-2016", "2021/22")."""
    year = year_number(re.sub(r"\s+", " ", match["year"]))
    second = group(match, "year2")
    if second:
        last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
        if not year < last < year + 100:
            return None
        stretch = cal.Stretch(f"{year:04d}", f"{last:04d}")
        return Value(f"{year:04d}", stated_year=True, stretch=stretch)
    return Value(f"{year:04d}", stated_year=True)


def resolve_season(match: Match, setting: Setting) -> Value | None:
    """A season with its year, or the nearest one by its determiner and the tense."""
    season = SEASONS[match["season"].lower()]
    det = group(match, "det").lower().strip()
    if det in ("each", "every"):
        return Value(f"XXXX-{season}", "SET")
    year = stated_year(match, setting)
    if year is not None:
        return Value(f"{year:04d}-{season}", stated_year=True)
    if setting.day is None:
        return Value("")
    year, month = setting.day.year, setting.day.month
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if det in ("last", "this past", "the past", "the previous"):
        year -= 1 if month < first + 3 else 0
    elif det in ("next", "this coming", "the coming", "the following"):
        year += 1 if month >= first else 0
    elif det != "this" and direction(setting) == "past" and month < first:
        year -= 1
    return Value(f"{year:04d}-{season}", why=from_report(setting, "year"))


def resolve_decade(match: Match, setting: Setting) -> Value | None:
    """ "the 1980s", "the '80s", "the nineties"."""
    words = match["decade"].lower()
    digits = re.sub(r"\D", "", words)
    if len(digits) == 4:
        return Value(digits[:3], stated_year=True)
    if digits:
        tens = int(digits[0])
    else:
        stems = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "nine", "nint"]
        stem = next((i for i, s in enumerate(stems) if re.search(rf"\b{s}", words)), None)
        if stem is None:
            return None
        tens = min(stem + 2, 9)
    now = setting.day.year % 1000 // 10 if setting.day else 2
    century = "20" if setting.day and setting.day.year >= 2000 and tens <= now else "19"
    return Value(f"{century}{tens}")


def resolve_century(match: Match, _: Setting) -> Value | None:
    """ "the 20th century" is 19."""
    word = re.split(r"[\s-]century", match["century"].lower())[0]
    number = ordinal_number(word)
    return Value(f"{number - 1:02d}", stated_year=True) if 0 < number <= 22 else None
