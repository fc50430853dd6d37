"""Anchor: the day a report was written, from which "Tuesday" and "last month" are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from dragoman.reading.analysis import Analysis, ParsedSentence
from dragoman.reading.time import calendar as cal
from dragoman.reading.time.homonyms import is_time, token_at
from dragoman.reading.time.phrases import Phrase, find_phrases
from dragoman.reading.time.tense import Tense, governing_verb, tense_at
from dragoman.reading.time.timewords import (
    month_number,
    ordinal_number,
    weekday_number,
    year_number,
)

LEAD = 8  # sentences in which a report says when its news happened
OLDEST, NEWEST = 1600, 2199  # years a report may be of
YEARS_ON = 1  # how many years after the last one it names a report may have been written
# "since May 3", "by 5 p.m. on May 3": a limit, not the day of the news
_APART = re.compile(
    r"\b(?:since|after|before|until|till|by|from)\s+(?:\d[\d:.]*\s?(?:[ap]\.?m\.?)?,?\s*(?:on\s+)?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The report's day and how it is known; `day` is None where nothing settles it."""

    day: date | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A day, month, year or weekday as the text names it; 0 (-1 for the weekday) where it does not."""

    sentence: int
    year: int
    month: int
    day: int
    weekday: int
    tense: Tense | None
    apart: bool


def anchor_of(analysis: Analysis, hint: str | None = None) -> Anchor:
    """The report's day: as published, as its dateline says, or as its own text gives it away.

    `hint` is the ISO date of other reports of the same story: it settles a missing year,
    and stands in where the text itself says nothing.
    """
    published = iso_day(analysis.report.published)
    if published is not None:
        return Anchor(published, "the report's date of publication")
    near = iso_day(hint)
    named = tuple(_named(analysis))
    dated = _dateline(analysis)
    if dated is not None:
        found = _settle(dated, named, near, "the dateline")
        if found.day is not None:
            return found
    for one in _lead_days(named):
        found = _settle(one, named, near, "the day its opening reports")
        if found.day is not None:
            return found
    if near is not None:
        return Anchor(near, f"another report of the same story is of {near.isoformat()}")
    return Anchor(None, None)


def iso_day(written: str | None) -> date | None:
    """The day of an ISO date or date-time; None for none, one cut short, or one no paper bears."""
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return day if OLDEST <= day.year <= NEWEST else None


def _lead_days(named: tuple[Named, ...]) -> list[Named]:
    """The days the opening tells of: those with a year first, the latest of them before others."""
    days = [n for n in named if n.day and n.sentence < LEAD and not n.apart]
    told = [n for n in days if n.tense != "future"] or days
    full = sorted((n for n in told if n.year), key=lambda n: (n.year, n.month, n.day))
    return [*full[-1:], *(n for n in told if not n.year)]


def _settle(one: Named, named: tuple[Named, ...], near: date | None, where: str) -> Anchor:
    """The day of a date named in full, or of one whose year can be told."""
    if one.year and one.month and one.day:
        day = cal.real_day(one.year, one.month, one.day)
        if day is None or (where != "the dateline" and _outlived(day, named)):
            return Anchor(None, None)
        return Anchor(day, f"{where}, {day.isoformat()}")
    if not one.day:
        return _by_weekday(one, near, where)
    if near is not None:
        days = [d for y in (-1, 0, 1) if (d := cal.real_day(near.year + y, one.month, one.day))]
        best = min(days, key=lambda d: abs((d - near).days), default=None)
        if best is not None and abs((best - near).days) <= 60:
            why = f"{where}; year from another report of the same story, {near.isoformat()}"
            return Anchor(best, why)
    return _by_years_named(one, named, where)


def _by_weekday(one: Named, near: date | None, where: str) -> Anchor:
    if near is None or one.weekday < 0:
        return Anchor(None, None)
    off = (near.weekday() - one.weekday + 3) % 7 - 3
    day = cal.shift_day(near, -off, "day")
    return (
        Anchor(day, f"{where}; the {day} nearest {near.isoformat()}") if day else Anchor(None, None)
    )


def _outlived(day: date, named: tuple[Named, ...]) -> bool:
    """Whether the text tells as past of a later time than that day."""
    return any(
        n.year and n.tense == "past" and (n.year, n.month or day.month) > (day.year, day.month)
        for n in named
    )


def _by_years_named(one: Named, named: tuple[Named, ...], where: str) -> Anchor:
    """A day without a year: the year, near the last one named, in which its weekday agrees."""
    past = [n for n in named if n.year and n.tense != "future"]
    if not past:
        return Anchor(None, None)
    last = max(n.year for n in past)
    months = [n.month for n in past if n.year == last and n.month]
    weekdays = {one.weekday} if one.weekday >= 0 else _weekdays(named)
    for year in range(last, last + YEARS_ON + 1):
        day = cal.real_day(year, one.month, one.day)
        if day is None or (year == last and months and max(months) > day.month):
            continue
        if day.weekday() in weekdays:
            name = day.strftime("%A")
            why = f"{where}; {day.day} {day:%B} is a {name} in {year}, and the last year named is {last}"
            return Anchor(day, why)
    return Anchor(None, None)


def _weekdays(named: tuple[Named, ...]) -> set[int]:
    return {n.weekday for n in named if n.weekday >= 0 and n.sentence >= 0}


def _dateline(analysis: Analysis) -> Named | None:
    """The date of the dateline (its words are in no sentence), else of a first line that has one."""
    line = analysis.dateline
    if line is None or not line.date:
        return None
    for phrase in find_phrases(
        line.date, lambda p: p.form in ("iso", "date", "weekday", "slashed")
    ):
        return _read(phrase, 0, None, False)
    return None


def _named(analysis: Analysis) -> Iterator[Named]:
    for parsed in analysis.sentences:
        yield from _named_in(parsed)


def _named_in(parsed: ParsedSentence) -> Iterator[Named]:
    doc = parsed.doc
    wanted = ("iso", "date", "month", "year", "weekday")
    for phrase in find_phrases(doc.text, lambda p: is_time(p, doc)):
        if phrase.form not in wanted:
            continue
        token = token_at(doc, phrase.end - 1)
        tense = tense_at(token) if token is not None else None
        apart = _APART.search(doc.text[max(0, phrase.start - 40) : phrase.start]) is not None
        apart = apart or (token is not None and _in_clause(token))
        found = _read(phrase, parsed.sentence.index, tense, apart)
        if found is not None:
            yield found


def _in_clause(token: Token) -> bool:
    """Whether a date lies in a clause that only says when or which ("since it invaded on …")."""
    verb = governing_verb(token)
    return verb is not None and verb.dep_ in ("relcl", "acl", "advcl")


def _read(phrase: Phrase, sentence: int, tense: Tense | None, apart: bool) -> Named | None:
    groups = phrase.match.groupdict()
    if phrase.form == "iso":
        year, month, day = (int(groups[g]) for g in "ymd")
        return Named(sentence, year, month, day, -1, tense, apart)
    if phrase.form == "slashed":
        return None
    year_words = groups.get("year")
    weekday = groups.get("weekday")
    month_word = groups.get("month")
    day_word = (
        groups.get("day2") if phrase.form == "date" and not groups.get("day") else groups.get("day")
    )
    return Named(
        sentence,
        year_number(re.sub(r"\s+", " ", year_words)) if year_words else 0,
        month_number(month_word) if month_word else 0,
        ordinal_number(day_word) if day_word else 0,
        weekday_number(weekday) if weekday else -1,
        tense,
        apart,
    )
