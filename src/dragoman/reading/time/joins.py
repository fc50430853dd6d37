"""Joins: a time of day with its day, and two dates with the "to" between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.time.setting import Value
from dragoman.reading.time.timewords import month_number

_JOIN = re.compile(r"\s*,?\s*(?:on|at|of)?\s*,?\s*", re.IGNORECASE)
_RANGE = {"between": ("and",), "from": ("to", "until", "till", "through")}
# "moved from May 3 to June 8" tells of two days, not of the time between them
_MOVED = frozenset(
    ["move", "postpone", "delay", "shift", "change", "bring", "reschedule", "extend", "defer"]
)
_DAYS = frozenset({"date", "weekday", "today", "holiday"})


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase of time in a sentence (offsets into its text) and what it means."""

    start: int
    end: int
    form: str
    value: Value


def with_clocks(told: list[Told], text: str) -> list[Told]:
    """Times of day put together with the day beside them ("11:59 PM on Saturday, October 19")."""
    joined: list[Told] = []
    for one in told:
        last = joined[-1] if joined else None
        if last is not None and _JOIN.fullmatch(text[last.end : one.start]):
            both = _clock_and_day(last, one)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(one)
    return joined


def _clock_and_day(left: Told, right: Told) -> Told | None:
    clock, day = (left, right) if left.form == "clock" else (right, left)
    if clock.form != "clock" or day.form not in _DAYS or "T" in day.value.timex:
        return None
    time = clock.value.timex.partition("T")[2] or "XX:XX"
    value = replace(day.value, timex=f"{day.value.timex}T{time}", type="TIME")
    return Told(left.start, right.end, "date", value)


def joined_range(analysis: Analysis, left: DateMention, right: DateMention) -> DateMention | None:
    """ "from 5 to 7 July", "between March and May", "3 May - 2 June" as one period."""
    if left.sentence != right.sentence:
        return None
    left = _year_of_end(analysis, left, right)
    if not (left.start and right.end):
        return None
    if left.kind not in ("date", "period") or right.kind not in ("date", "period"):
        return None
    doc = analysis.sentences[left.sentence].doc
    between = doc[left.last : right.first].text.strip()
    lead = doc[left.first - 1].lower_ if left.first else ""
    days = len(left.start) == len(right.start) == 10 or len(left.start) == len(right.start) == 7
    if not _links(lead, between, days) or left.start > right.end:
        return None
    if any(t.lemma_ in _MOVED for t in doc[: left.first]):
        return None
    first = left.first - 1 if lead in _RANGE else left.first
    why = left.inferred or right.inferred
    return DateMention(
        left.sentence, first, right.last, "period", left.start, right.end, inferred=why
    )


def _year_of_end(analysis: Analysis, left: DateMention, right: DateMention) -> DateMention:
    """ "between March and May 2022": the first month is of the year stated for the last."""
    words = analysis.sentences[left.sentence].doc[left.first : left.last]
    month = month_number(words[0].text)
    if right.inferred or len(right.start) < 7 or len(words) > 1 or not month:
        return left
    year = int(right.start[:4]) - (month > int(right.start[5:7]))
    start = f"{year:04d}-{month:02d}"
    return replace(left, start=start, end=start, inferred=f"year from {right.start}, named with it")


def _links(lead: str, between: str, alike: bool) -> bool:
    if lead in _RANGE and between.lower() in _RANGE[lead]:
        return True
    return between in ("-", "–", "—", "through") or (alike and between == "to")
