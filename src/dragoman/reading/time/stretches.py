"""Stretches: resolvers for times told by their distance: "last year", "two weeks ago", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.calendar import GRAINS, Grain
from dragoman.reading.time.lengths import BACK, duration, number_of, run
from dragoman.reading.time.quarters import last_quarter
from dragoman.reading.time.setting import Match, Setting, Value, direction, from_report, group
from dragoman.reading.time.timewords import ordinal_number

_ON = ("next", "coming", "following", "upcoming")


def resolve_yearend(match: Match, setting: Setting) -> Value | None:
    """ "year-end": the last month of the year meant."""
    if setting.day is None:
        return Value("")
    rel = group(match, "rel").lower()
    year = setting.day.year + {"last": -1, "next": 1}.get(rel, 0)
    if not rel and direction(setting) == "past" and setting.day.month < 12:
        year -= 1
    return Value(f"{year:04d}", why=from_report(setting, "year"))


def resolve_relative(match: Match, setting: Setting) -> Value | None:
    """ "last week", "this year", "the previous quarter", "next year's first quarter"."""
    unit, rel = match["unit"].lower(), match["rel"].lower()
    det = match["det"].lower()
    if unit == "period":
        return None
    if unit == "day" and rel in ("last", "present", "full", "current", "latest"):
        return None
    grain = GRAINS[unit]
    if rel in ("previous", "prior", "preceding", "following", "same", "that", "next") and (
        det.startswith("the ") or rel in ("same", "that", "previous", "following", "preceding")
    ):
        return _from_heard(rel, grain, setting)
    if det.startswith("the ") and rel in ("past", "last", "coming") and unit != "quarter":
        return _running(rel, unit, setting)
    if setting.day is None:
        return Value("")
    step = -1 if rel in BACK else 1 if rel in _ON else 0
    if rel == "latest" and unit in ("quarter", "week", "month"):
        step = -1
    return _counted(match, setting, setting.day, step, grain)


def _counted(match: Match, setting: Setting, base: date, step: int, grain: Grain) -> Value:
    day = cal.shift_day(base, step, grain)
    if day is None:
        return Value("")
    value = cal.value_at(day, grain)
    if group(match, "genitive"):
        half = match["part"].lower() == "half"
        number = _which_of(match["nth"], half)
        value = f"{day.year:04d}-{'H' if half else 'Q'}{number}" if grain == "year" else value
    return Value(value, why=from_report(setting, f"{grain} counted"), stated_year=grain == "year")


def _which_of(word: str, half: bool) -> int:
    number = ordinal_number(word)
    return number if number else (2 if half else 4)


def _from_heard(rel: str, grain: Grain, setting: Setting) -> Value:
    """ "the previous year" after "in 2021" is 2020: counted from the time last named."""
    finer = _at_least(grain)
    heard = setting.latest(finer, 2)
    base = cal.first_day(heard.value) if heard else setting.day
    if base is None:
        return Value("")
    step = -1 if rel in BACK else 1 if rel in _ON else 0
    day = cal.shift_day(base, step, grain)
    named = f"{grain} counted from {heard.value}, named before it" if heard else None
    why = named or from_report(setting, f"{grain} counted")
    return Value(cal.value_at(day, grain) if day else "", why=why, stated_year=True)


def _at_least(grain: Grain) -> tuple[Grain, ...]:
    order: tuple[Grain, ...] = ("day", "week", "weekend", "month", "quarter", "half", "year")
    if grain not in order:
        return (*order, grain)
    return order[: order.index(grain) + 1]


def _running(rel: str, unit: str, setting: Setting) -> Value:
    """ "the past year": a length of time up to the report's day."""
    return Value(duration(1, unit), "DURATION", stretch=run(rel, 1.0, unit, setting))


def resolve_theunit(match: Match, setting: Setting) -> Value | None:
    """ "the quarter", "the year", "the weekend": the one last spoken of, or the current one."""
    unit = match["unit"].lower()
    after = re.sub(r"\s+", " ", group(match, "after").lower()).strip()
    grain = GRAINS[unit]
    if unit == "day":
        if not after:
            return None
        heard = setting.latest(("day",), 2)
        base = (cal.day_of(heard.value) if heard else None) or setting.day
        step = -1 if after.startswith(("before", "earlier")) else 1
        return _step(base, step, grain, setting, heard is not None)
    if after.startswith(("before", "after", "earlier", "later")) and unit != "quarter":
        rel = "previous" if after.startswith(("before", "earlier")) else "following"
        return _from_heard(rel, grain, setting)
    if unit == "quarter":
        heard = setting.latest(("quarter",), 12)
        if heard is not None:
            back = -1 if after else 0
            return Value(
                cal.shift_years(heard.value, back), why=f"the quarter named before: {heard.value}"
            )
        return last_quarter(setting)
    if unit == "weekend" and setting.day is not None:
        return _weekend(setting)
    if unit == "year" and group(match, "pre") and setting.day is not None:
        return Value(f"{setting.day.year:04d}", why=from_report(setting, "year"))
    if (
        unit == "year"
        and setting.day is not None
        and not setting.follows.startswith(("end", "to ", "in "))
    ):
        return Value(f"{setting.day.year:04d}", why=from_report(setting, "year"))
    if unit in ("year", "month", "week"):
        if group(match, "pre") and setting.day is not None:
            return Value(cal.value_at(setting.day, grain), why=from_report(setting, grain))
        return Value(duration(1, unit), "DURATION")
    return None


def _step(base: date | None, step: int, grain: Grain, setting: Setting, heard: bool) -> Value:
    day = cal.shift_day(base, step, grain) if base else None
    why = "counted from the day named before it" if heard else from_report(setting, "day counted")
    return Value(cal.value_at(day, grain) if day else "", why=why)


def _weekend(setting: Setting) -> Value:
    assert setting.day is not None
    day = setting.day
    if direction(setting) == "past" and day.weekday() < 5:
        day -= timedelta(days=7)
    return Value(cal.value_at(day, "weekend"), why=from_report(setting, "weekend counted"))


def resolve_ago(match: Match, setting: Setting) -> Value | None:
    """ "two weeks ago", "a year earlier", "three days later", "years ago"."""
    way, unit = match["way"].lower(), match["unit"].lower()
    number = number_of(match)
    if group(match, "n2") not in ("", "so"):
        number = None
    grain = GRAINS.get(unit)
    if "n" not in match.re.groupindex:
        number = None
    ago = way == "ago" or way.startswith(("hence", "from"))
    if grain is None:
        return _hours(match, number, ago, way, setting)
    if number is None or number % 1:
        back = way in ("ago", "earlier", "before", "previously")
        return Value("PAST_REF" if back else "FUTURE_REF")
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    if grain == "year" and number == 1:
        like = setting.latest(("quarter", "month") if not ago else ("quarter",), 2)
        if like is not None and sign < 0:
            why = f"a year before {like.value}, named before it"
            return Value(cal.shift_years(like.value, -1), why=why)
    return _distant(int(number) * sign, grain, ago, setting)


def _distant(count: int, grain: Grain, ago: bool, setting: Setting) -> Value:
    heard = None if ago else setting.latest(_at_least(grain), 2)
    base = cal.first_day(heard.value) if heard else setting.day
    day = cal.shift_day(base, count, grain) if base else None
    if day is None:
        return Value("")
    fine: Grain = "year" if grain in ("decade", "century") else grain
    why = f"counted from {heard.value}, named before it" if heard else None
    return Value(
        cal.value_at(day, fine), why=why or from_report(setting, "counted"), stated_year=True
    )


def _hours(match: Match, number: float | None, ago: bool, way: str, setting: Setting) -> Value:
    """ "hours earlier": the day last named, or the report's."""
    heard = None if ago else setting.latest(("day",), 1)
    del number, way
    base = heard.value[:10] if heard else setting.day.isoformat() if setting.day else ""
    why = "the day named before it" if heard else from_report(setting, "day")
    length = duration(number_of(match), match["unit"])
    return Value(length, "DURATION", why, stretch=cal.Stretch(base, base))


def resolve_thatday(match: Match, setting: Setting) -> Value | None:
    """ "the same day", "the following week", "that year": counted from the time last named."""
    det = re.sub(r"\s+", " ", match["det"].lower())
    grain = GRAINS[match["unit"].lower()]
    rel = det.rsplit(" ", 1)[-1]
    if rel == "next" and not det.startswith("the"):
        return None
    return _from_heard(rel, grain, setting)
