"""Quarters: resolvers for quarters and halves of a year, and for periods reported on."""

from __future__ import annotations

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.lengths import duration, number_of
from dragoman.reading.time.setting import (
    Match,
    Setting,
    Value,
    direction,
    from_report,
    group,
    stated_year,
)
from dragoman.reading.time.timewords import ordinal_number, quantity


def resolve_quarter(match: Match, setting: Setting) -> Value | None:
    """ "the third quarter", "Q3 2022", "last year's first half": the nearest one by tense."""
    half = bool(group(match, "half")) or group(match, "unit").lower() == "half"
    which = _which(match, half)
    if not which:
        return None
    code = f"{'H' if half else 'Q'}{which}"
    if group(match, "plural"):
        return Value(f"XXXX-{code}", "SET")
    if group(match, "dec"):
        return None
    year = stated_year(match, setting)
    if year is not None:
        stated = bool(group(match, "year", "year0"))
        why = None if stated else from_report(setting, "year")
        return Value(f"{year:04d}-{code}", why=why, stated_year=True)
    if (
        half
        and not group(match, "theyear")
        and match.group().lower().startswith(("second", "first half"))
    ):
        return None
    return _nearest_quarter(code, which, half, setting)


def _which(match: Match, half: bool) -> int:
    number = group(match, "q") or group(match, "half")[1:]
    if number:
        return int(number)
    word = group(match, "nth").lower()
    if word in ("last", "final"):
        return 2 if half else 0
    which = ordinal_number(word)
    return which if which <= (2 if half else 4) else 0


def _nearest_quarter(code: str, which: int, half: bool, setting: Setting) -> Value:
    if setting.day is None:
        return Value("")
    months = 6 if half else 3
    first = (which - 1) * months + 1
    year, month = setting.day.year, setting.day.month
    if direction(setting) == "future" and month >= first + months + 4:
        year += 1
    elif direction(setting) != "future" and month < first:
        year -= (
            1 if first - month > 3 or (direction(setting) == "past" and first - month > 1) else 0
        )
    return Value(f"{year:04d}-{code}", why=from_report(setting, "year"))


def resolve_quarters(match: Match, setting: Setting) -> Value | None:
    """ "the first two quarters of 1990" is its first half; three quarters are nine months."""
    number = int(quantity(match["n"]) or 0)
    year = stated_year(match, setting)
    if year is None:
        return Value(f"P{number}Q", "DURATION")
    if number == 2:
        return Value(f"{year:04d}-H1", stated_year=True)
    return Value("P9M", "DURATION", stretch=cal.Stretch(f"{year:04d}-01", f"{year:04d}-09"))


def resolve_months(match: Match, setting: Setting) -> Value | None:
    """ "the first nine months of 2021": as many months from its start or to its end."""
    number = number_of(match)
    year = stated_year(match, setting)
    if number is None or year is None or not 0 < number <= 12 or match["unit"].lower() != "month":
        return Value(duration(number, match["unit"]), "DURATION")
    count = int(number)
    first = 1 if match["which"].lower() == "first" else 13 - count
    stretch = cal.Stretch(f"{year:04d}-{first:02d}", f"{year:04d}-{first + count - 1:02d}")
    return Value(duration(number, "month"), "DURATION", stretch=stretch)


def resolve_yearago(match: Match, setting: Setting) -> Value | None:
    """ "the year-ago quarter", "year-earlier": the time last reported on, a year back."""
    groups = match.re.groupindex
    unit = (group(match, "unit") or "").lower()
    if unit.endswith("months"):
        return Value("P9M" if unit.startswith("nine") else "P6M", "DURATION")
    like = setting.latest(("quarter",), 12)
    if group(match, "nth") and setting.day is not None:
        value = f"{setting.day.year:04d}-Q{ordinal_number(group(match, 'nth'))}"
        return Value(cal.shift_years(value, -1), why=from_report(setting, "year"))
    if like is not None:
        why = f"a year before {like.value}, named before it"
        return Value(cal.shift_years(like.value, -1), why=why)
    if setting.day is None:
        return Value("")
    if unit in ("quarter", "period") or "unit" not in groups:
        last = last_quarter(setting).timex
        return Value(cal.shift_years(last, -1), why=from_report(setting, "quarter"))
    return Value(f"{setting.day.year - 1:04d}", why=from_report(setting, "year"))


def resolve_thequarter(match: Match, setting: Setting) -> Value | None:
    """ "the 1988 quarter", "the latest period": the quarter last reported on, of that year."""
    like = setting.latest(("quarter",), 12)
    code = like.value if like else last_quarter(setting).timex
    year = stated_year(match, setting)
    if year is None:
        return Value(code, why="the quarter reported on") if code else None
    if like is None and match["unit"].lower() == "period":
        return Value(f"{year:04d}", stated_year=True)
    return Value(f"{year:04d}{code[4:]}", stated_year=True) if code else None


def last_quarter(setting: Setting) -> Value:
    """The quarter reported on: the last full one, or the running one where the verb looks ahead."""
    if setting.day is None:
        return Value("")
    day = setting.day
    if direction(setting) != "future":
        day = cal.shift_day(day, -1, "quarter") or day
    return Value(cal.quarter_value(day), why=from_report(setting, "quarter"))
