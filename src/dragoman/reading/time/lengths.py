"""Lengths: resolvers for durations ("two days"), repeats ("every week") and vague times ("recently")."""

from __future__ import annotations

import re

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.calendar import GRAINS
from dragoman.reading.time.setting import NO_TIME, Match, Setting, Value, group
from dragoman.reading.time.timewords import UNITS, quantity


def unit_code(unit: str) -> str:
    """The letters TIMEX3 counts a unit in ("M" for months, "TM" for minutes)."""
    return UNITS[unit.lower()]


def duration(number: float | None, unit: str) -> str:
    """A length of time as TIMEX3 writes it: P2D, PT16H, PXM for a vague number."""
    code = unit_code(unit)
    factor = re.match(r"\d+", code)
    code = code.lstrip("0123456789")
    if code == "WE":
        code = "D" if number is None else "WE"
    head = "PT" if code.startswith("T") else "P"
    letter = code.lstrip("T") if code.startswith("T") else code
    if number is None:
        return f"{head}X{letter}"
    total = number * int(factor.group()) if factor else number
    if total % 1:
        finer = {"Y": ("M", 12), "H": ("M", 60), "M": ("D", 30), "D": ("H", 24), "W": ("D", 7)}
        if letter in finer and total % 1 == 0.5:
            small, per = finer[letter]
            whole = f"{int(total)}{letter}" if total >= 1 else ""
            middle = "T" if letter == "D" else ""
            return f"{head}{whole}{middle}{int(per / 2)}{small}"
    return f"{head}{int(total)}{letter}"


def number_of(match: Match) -> float | None:
    """How many units a phrase counts; None for a vague number."""
    words = group(match, "n")
    return quantity(words) if words else None


BACK = ("last", "past", "previous", "prior", "preceding")


def run(rel: str, number: float, unit: str, setting: Setting) -> cal.Stretch | None:
    """The days a length covers, back from the report's day or on from it; None where unknown."""
    grain = GRAINS.get(unit.lower())
    if setting.day is None or grain is None or number % 1:
        return None
    sign = -1 if rel in (*BACK, "recent", "latest") else 1
    other = cal.shift_day(setting.day, sign * int(number), grain)
    if other is None:
        return None
    ends = sorted((setting.day, other))
    cut = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7}.get(grain, 10)
    return cal.Stretch(ends[0].isoformat()[:cut], ends[1].isoformat()[:cut])


def resolve_span(match: Match, setting: Setting) -> Value | None:
    """ "two days", "a 16-hour trip", "the past five years"; an age is no time."""
    if group(match, "old"):
        return NO_TIME
    unit, rel = match["unit"].lower(), group(match, "rel").lower()
    number = number_of(match)
    words = group(match, "n").lower()
    if unit in ("weekend", "second") and (not rel or words in ("a", "an")):
        return None
    if unit == "quarter" and "-" in match.group():
        return NO_TIME
    if (
        words in ("a", "an")
        and unit in ("minute", "hour", "night", "quarter", "century")
        and not _bare_article(match, setting)
    ):
        return None
    if number and number > 1500 and unit in ("day", "week", "month", "quarter"):
        return None
    if group(match, "n2"):
        number = quantity(match["n2"])
    value = duration(number, unit)
    if not rel or number is None:
        return Value(value, "DURATION")
    if rel in ("past", "last", "next", "coming", "previous", "preceding", "recent"):
        return Value(value, "DURATION", stretch=run(rel.split()[-1], number, unit, setting))
    return Value(value, "DURATION")


def _bare_article(match: Match, setting: Setting) -> bool:
    """ "an hour" counts as a length of time after a preposition, not in "$10 an hour"."""
    if group(match, "about", "rel", "so", "long"):
        return True
    return setting.lead in (
        "for",
        "in",
        "within",
        "over",
        "after",
        "than",
        "about",
        "nearly",
        "almost",
        "once",
        "twice",
        "take",
        "takes",
        "took",
        "lasted",
        "last",
    )


def resolve_vague(match: Match, setting: Setting) -> Value | None:
    """ "recent weeks", "in years", "months of talks": a length nobody counted."""
    unit, rel = match["unit"].lower(), match["rel"].lower().strip()
    if unit in ("second", "minute", "quarter") or (unit == "hour" and not rel):
        return None
    if group(match, "old"):
        return NO_TIME
    if rel == "recent" and unit == "year":
        return Value("PAST_REF")
    if rel == "future" or "coming" in rel:
        return Value("FUTURE_REF")
    if unit == "day" and not rel and setting.lead in ("these", "those", "work", "trading"):
        return None
    return Value(duration(None, unit), "DURATION")


def resolve_set(match: Match, _: Setting) -> Value | None:
    """ "every week", "each month", "daily": what comes back."""
    word = group(match, "word").lower()
    codes = {
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "hourly": "PT1H",
        "quarterly": "P1Q",
        "yearly": "P1Y",
        "annually": "P1Y",
        "biweekly": "P2W",
        "fortnightly": "P2W",
    }
    if word:
        return Value(codes[word], "SET")
    counted = group(match, "n").lower()
    number = 2.0 if counted in ("other", "second") else 3.0 if counted == "third" else None
    number = number or (quantity(counted) if counted else 1.0)
    return Value(duration(number, match["unit"]), "SET") if unit_code(match["unit"]) else None


def resolve_present(_: Match, __: Setting) -> Value | None:
    """ "now", "currently"."""
    return Value("PRESENT_REF")


def resolve_pastref(_: Match, __: Setting) -> Value | None:
    """ "recently", "recent"."""
    return Value("PAST_REF")


def resolve_futureref(_: Match, __: Setting) -> Value | None:
    """ "the future"."""
    return Value("FUTURE_REF")
