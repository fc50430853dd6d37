"""Dates: every time a report names, resolved against its day, the verb's tense and what came before."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc

from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.time import calendar as cal
from dragoman.reading.time import days, holidays, lengths, quarters, stretches, years
from dragoman.reading.time.anchor import Anchor, anchor_of, iso_day
from dragoman.reading.time.homonyms import is_time, token_at
from dragoman.reading.time.joins import Told, joined_range, with_clocks
from dragoman.reading.time.phrases import Phrase, find_phrases
from dragoman.reading.time.setting import NO_TIME, Heard, Resolver, Setting, Value
from dragoman.reading.time.tense import tense_for
from dragoman.reading.time.timewords import DAYS_IN

_RESOLVERS: dict[str, Resolver] = {
    "iso": days.resolve_iso,
    "slashed": days.resolve_slashed,
    "date": days.resolve_date,
    "month": years.resolve_month,
    "year": years.resolve_year,
    "weekday": days.resolve_weekday,
    "today": days.resolve_today,
    "thispart": days.resolve_thispart,
    "overnight": days.resolve_overnight,
    "clock": days.resolve_clock,
    "season": years.resolve_season,
    "decade": years.resolve_decade,
    "century": years.resolve_century,
    "holiday": holidays.resolve_holiday,
    "quarter": quarters.resolve_quarter,
    "quarters": quarters.resolve_quarters,
    "months": quarters.resolve_months,
    "yearend": stretches.resolve_yearend,
    "relative": stretches.resolve_relative,
    "theunit": stretches.resolve_theunit,
    "yearago": quarters.resolve_yearago,
    "thequarter": quarters.resolve_thequarter,
    "ago": stretches.resolve_ago,
    "thatday": stretches.resolve_thatday,
    "span": lengths.resolve_span,
    "vague": lengths.resolve_vague,
    "set": lengths.resolve_set,
    "present": lengths.resolve_present,
    "pastref": lengths.resolve_pastref,
    "futureref": lengths.resolve_futureref,
}
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
# "a two-year plan", "the third-quarter loss": the article belongs to the noun
_ADJECTIVE = re.compile(
    r"(?:the|an?|its|his|her|their|that|this)\s+(?=\S+-\S+$|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:year|month|week|day|hour)$)",
    re.IGNORECASE,
)
HEARD = 24  # how many times named earlier a phrase may refer back to


def find_dates(analysis: Analysis) -> tuple[DateMention, ...]:
    """The calendar times a report names, ranges put together, in the order of the text.

    Counted from `analysis.anchor` where it is set, else from `anchor_of(analysis)`.
    Lengths of time and repeats are among them (`duration`, `set`); vague ones
    ("recently", "now") are not.
    """
    merged: list[DateMention] = []
    for found in find_times(analysis):
        if found.timex in _VAGUE:
            continue
        joined = joined_range(analysis, merged[-1], found) if merged else None
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(found)
    return tuple(merged)


def find_times(analysis: Analysis) -> tuple[DateMention, ...]:
    """Every expression of time as TIMEX3 counts them, vague ones too, each with its `timex` value."""
    anchor = _anchor(analysis)
    heard: tuple[Heard, ...] = ()
    found: list[DateMention] = []
    for index, parsed in enumerate(analysis.sentences):
        mentions, heard = _read_sentence(parsed.doc, index, anchor, heard)
        found.extend(mentions)
    return tuple(found)


def _anchor(analysis: Analysis) -> Anchor:
    day = iso_day(analysis.anchor)
    return anchor_of(analysis) if day is None else Anchor(day, analysis.anchor_reason)


def _read_sentence(
    doc: Doc, index: int, anchor: Anchor, heard: tuple[Heard, ...]
) -> tuple[list[DateMention], tuple[Heard, ...]]:
    told: list[Told] = []
    known = list(heard[-HEARD:])

    def keep(phrase: Phrase) -> bool:
        if not is_time(phrase, doc):
            return False
        setting = _setting(phrase, doc, index, anchor, tuple(known))
        value = _RESOLVERS[phrase.form](phrase.match, setting)
        if value is None:
            return False
        if value is NO_TIME:
            return True
        told.append(Told(phrase.start, phrase.end, phrase.form, value))
        if value.type in ("DATE", "TIME") and _goes_down(phrase, value):
            known.append(Heard(index, value.timex, value.stated_year, setting.opens))
        return True

    for _ in find_phrases(doc.text, keep):
        pass
    mentions = [m for t in with_clocks(told, doc.text) if (m := _mention(t, doc, index))]
    return mentions, tuple(known)


def _goes_down(phrase: Phrase, value: Value) -> bool:
    """Whether a later phrase may refer back to this one; a time compared with is no such."""
    compared = phrase.form in ("ago", "yearago") and cal.grain_of(value.timex) == "quarter"
    return not compared and cal.grain_of(value.timex) != "none"


def _setting(
    phrase: Phrase, doc: Doc, index: int, anchor: Anchor, heard: tuple[Heard, ...]
) -> Setting:
    before = doc.text[max(0, phrase.start - 40) : phrase.start].split()
    lead = before[-1].lower().strip("(\"'“,") if before else ""
    token = token_at(doc, phrase.end - 1)
    tense = tense_for(token, lead) if token is not None and doc.has_annotation("DEP") else None
    name = f"the report's day, {anchor.day.isoformat()}" if anchor.day else ""
    follows = doc.text[phrase.end : phrase.end + 30].lstrip(" ,").lower()
    opens = len(before) <= 1 and phrase.start < 20
    return Setting(anchor.day, name, tense, index, lead, follows, opens, heard)


def _mention(told: Told, doc: Doc, index: int) -> DateMention | None:
    start, end = trimmed(doc.text, told.start, told.end)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    value = told.value
    stretch = value.stretch or cal.stretch_of(value.timex)
    return DateMention(
        index,
        span.start,
        span.end,
        _kind(value, stretch),
        stretch.start,
        stretch.end,
        days=days_in(value.timex) if value.type == "DURATION" else None,
        inferred=value.why,
        timex=value.timex,
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text without white space or commas at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",-"):
        start += 1
    adjective = _ADJECTIVE.match(text, start, end)
    if adjective:
        start = adjective.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-"):
        end -= 1
    return start, end


def _kind(value: Value, stretch: cal.Stretch) -> Literal["date", "period", "duration", "set"]:
    if value.type == "SET":
        return "set"
    if value.type == "DURATION" and not stretch.start:
        return "duration"
    return "period" if stretch.start != stretch.end else "date"


def days_in(timex: str) -> float | None:
    """How many days a TIMEX3 length is ("P2W": 14); None for a vague one."""
    match = re.fullmatch(r"P(T?)(\d+)([A-Z]+)", timex)
    if match is None:
        return None
    unit = DAYS_IN.get(match[1] + match[3])
    return None if unit is None else round(int(match[2]) * unit, 4)
