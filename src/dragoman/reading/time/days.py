"""Days: resolvers for days of the month, weekdays, "today", parts of the day and clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.setting import (
    Match,
    Setting,
    Value,
    direction,
    from_report,
    group,
    stated_year,
)
from dragoman.reading.time.timewords import DAY_PARTS, month_number, ordinal_number, weekday_number
from dragoman.reading.time.years import gap, nearest_year, written


def resolve_iso(match: Match, _: Setting) -> Value | None:
    """2022-07-05, 2022/7/5, with a time of day perhaps."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not 1000 <= year <= 2199 or cal.real_day(year, month, day) is None:
        return None
    day_named = written(year, month, day)
    if match["clock"]:
        return Value(f"{day_named}T{match['clock']}", "TIME", stated_year=True)
    return Value(day_named, stated_year=True)


def resolve_slashed(match: Match, setting: Setting) -> Value | None:
    """7/5/2022: settled where one number is above 12, by dots (day first), or by the report's day."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if year < 100:
        if match["sep"] != "/":
            return None
        year += 2000 if year < 70 else 1900
    day_first = cal.real_day(year, second, first)
    month_first = cal.real_day(year, first, second)
    if day_first is None and month_first is None:
        return None
    if match["sep"] == "." or month_first is None:
        month_first = None
    settled = [d for d in (day_first, month_first) if d is not None]
    if len({*settled}) == 1:
        return Value(settled[0].isoformat(), stated_year=True)
    near = [d for d in settled if setting.day and abs((d - setting.day).days) <= 31]
    if len(near) == 1:
        why = from_report(setting, "order of day and month")
        return Value(near[0].isoformat(), why=why, stated_year=True)
    return Value(f"{year:04d}", why="order of day and month not clear", stated_year=True)


def resolve_date(match: Match, setting: Setting) -> Value | None:
    """A day of a month, with or without its year and weekday; two days are a stretch."""
    month = month_number(match["month"])
    days = [n for n in (ordinal_number(group(match, g)) for g in ("day", "day2")) if n]
    if not days or max(days) > 31 or days != sorted(days):
        return None
    year = stated_year(match, setting)
    weekday = weekday_number(match["weekday"]) if group(match, "weekday") else -1
    if year is not None:
        value = Value(written(year, month, days[0]), stated_year=bool(group(match, "year")))
        if not value.stated_year:
            value = Value(value.timex, why=from_report(setting, "year"), stated_year=True)
    else:
        found = _weekday_year(month, days[0], weekday, setting) or nearest_year(
            month, days[0], setting
        )
        value = found or Value("")
    if value.timex and cal.day_of(value.timex) is None:  # 30 February
        return Value(value.timex[:7] if year is not None else "", stated_year=year is not None)
    if len(days) == 2 and value.timex:
        end = value.timex[:8] + f"{days[1]:02d}"
        return Value(
            value.timex, "DATE", value.why, value.stated_year, cal.Stretch(value.timex, end)
        )
    return value


def _weekday_year(month: int, day: int, weekday: int, setting: Setting) -> Value | None:
    """ "Tuesday, July 5": the year near the report's in which the two agree."""
    if weekday < 0 or setting.day is None:
        return None
    years = sorted(
        range(setting.day.year - 2, setting.day.year + 2),
        key=lambda y: abs(gap(y, month, day, setting.day)),
    )
    for year in years:
        found = cal.real_day(year, month, day)
        if found is not None and found.weekday() == weekday:
            return Value(found.isoformat(), why=from_report(setting, "year by weekday and"))
    return None


def with_part(day: str, part: str, setting: Setting) -> Value:
    """A day and a part of it: "2022-07-05" and "night"."""
    del setting
    suffix = DAY_PARTS.get(part.lower().removeprefix("mid").strip("- "), "") if part else ""
    if part.lower().startswith(("midnight", "midday")):
        suffix = DAY_PARTS[part.lower()]
    if not suffix or not day:
        return Value(day)
    return Value(day + suffix, "TIME")


def resolve_weekday(match: Match, setting: Setting) -> Value | None:
    """A weekday: the nearest past one, the report's own day included, or the next by tense."""
    weekday = weekday_number(match["weekday"])
    det = group(match, "det").lower().strip()
    part = group(match, "part")
    if det in ("every", "each") or group(match, "plural", "plural2"):
        base = f"XXXX-WXX-{weekday + 1}"
        return Value(with_part(base, part, setting).timex, "SET")
    day = _weekday_day(weekday, det, setting)
    if day is None:
        return Value("")
    value = with_part(day.isoformat(), part, setting)
    return Value(value.timex, value.type, from_report(setting, "day of the week counted"))


def _weekday_day(weekday: int, det: str, setting: Setting) -> date | None:
    word = det.removeprefix("the ")
    base = setting.day
    if word in ("previous", "following", "preceding", "next", "same") and det.startswith("the"):
        heard = setting.latest(("day",), 3)
        base = (cal.day_of(heard.value) if heard else None) or base
    if base is None:
        return None
    back = timedelta(days=(base.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - base.weekday()) % 7)
    week = timedelta(days=7)
    if word.startswith("day before"):
        return base - (back or (week if "last" in word else back)) - timedelta(days=1)
    if word.startswith("day after"):
        return base + ahead + timedelta(days=1)
    if word in ("last", "previous", "preceding", "past", "this past"):
        return base - (back or week)
    if word in ("next", "following", "coming", "this coming"):
        return base + (ahead or week)
    way = direction(setting)
    if way == "future" or (way == "present" and word == "this"):
        return base + ahead
    if way == "past" or not ahead:
        return base - back
    if way == "present":
        return base + ahead if ahead.days <= 3 else base - back
    return base - back


def resolve_today(match: Match, setting: Setting) -> Value | None:
    """today, yesterday, tomorrow, tonight; with a part of the day perhaps."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    steps = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}
    step = 2 if word == "the day after tomorrow" else steps.get(word, 0)
    if setting.day is None:
        return Value("")
    day = cal.shift_day(setting.day, step, "day")
    part = "night" if word == "tonight" else group(match, "part", "part0")
    value = with_part(day.isoformat() if day else "", part, setting)
    return Value(value.timex, value.type, from_report(setting, "day counted"))


def resolve_thispart(match: Match, setting: Setting) -> Value | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    det = re.sub(r"\s+", " ", match["det"].lower())
    base = setting.day
    if det not in ("this", "last"):
        heard = setting.latest(("day",), 2)
        if heard is None and det == "the":
            return None
        base = (cal.day_of(heard.value) if heard else None) or base
    if base is None:
        return Value("")
    step = (
        -1 if det in ("last", "the previous") else 1 if det in ("the next", "the following") else 0
    )
    day = cal.shift_day(base, step, "day")
    value = with_part(day.isoformat() if day else "", match["part"], setting)
    return Value(value.timex, value.type, from_report(setting, "day counted"))


def resolve_overnight(match: Match, setting: Setting) -> Value | None:
    """ "overnight": the night to the report's day."""
    if setting.day is None:
        return Value("")
    return with_part(setting.day.isoformat(), match["part"], setting)


def resolve_clock(match: Match, setting: Setting) -> Value | None:
    """A time of day alone: of the day last named, else of the report's day."""
    clock = clock_of(match)
    if clock is None:
        return None
    heard = setting.latest(("day",), 1)
    base = heard.value[:10] if heard else setting.day.isoformat() if setting.day else ""
    why = None if heard else from_report(setting, "day")
    return Value(base + clock if base else "", "TIME", why)


def clock_of(match: Match) -> str | None:
    """ "T19:15" from the words of a time of day; None where it is no such time."""
    word = group(match, "word").lower()
    if word:
        return DAY_PARTS[word]
    if group(match, "mil"):
        return f"T{match['mil'][:2]}:{match['mil'][2:]}"
    hour = int(group(match, "h", "h2"))
    minute = group(match, "mi") or "00"
    half = group(match, "ap", "ap2").lower()
    if not half and "." in match.group().split(minute)[0]:
        return None  # "7.15" without a.m. or p.m. is a number
    if hour > 24 or (hour == 24 and minute != "00") or (half and half[0] in "ap" and hour > 12):
        return None
    if half.startswith("p") or "evening" in half or "afternoon" in half:
        hour = hour % 12 + 12
    elif half.startswith("a") or "morning" in half:
        hour %= 12
    return f"T{hour:02d}:{minute}"
