"""Setting: where a phrase of time stands, and what any resolver may ask of that place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.reading.time import calendar as cal
from dragoman.reading.time.calendar import Grain
from dragoman.reading.time.tense import Tense
from dragoman.reading.time.timewords import year_number

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Value:
    """What a phrase means: a TIMEX3 value ("" for unknown) and type, and why, where inferred.

    `stated_year` says that the year stands in the words themselves; `stretch` overrides
    the days the value itself would cover ("the past two years": P2Y, 2020 to 2022).
    """

    timex: str
    type: TimeType = "DATE"
    why: str | None = None
    stated_year: bool = False
    stretch: cal.Stretch | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A calendar time named earlier in the text."""

    sentence: int
    value: str
    stated_year: bool
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a phrase stands: the report's day, the verb's tense, and what was named before it.

    `day` is None where the report's day is unknown. `lead` is the word before the phrase,
    in lower case, `follows` the text after it; `opens` whether it opens its sentence. `heard` runs from oldest to latest.
    """

    day: date | None
    day_name: str
    tense: Tense | None
    sentence: int
    lead: str = ""
    follows: str = ""
    opens: bool = False
    heard: tuple[Heard, ...] = field(default=())

    def latest(self, grains: tuple[Grain, ...], within: int = 2) -> Heard | None:
        """The last time named of one of those grains, at most so many sentences back."""
        for heard in reversed(self.heard):
            if self.sentence - heard.sentence > within:
                return None
            if cal.grain_of(heard.value) in grains:
                return heard
        return None


NO_TIME = Value("", why="no time")
Resolver = Callable[[Match, Setting], Value | None]
_AHEAD_LEADS = frozenset(
    [
        "until",
        "till",
        "by",
        "due",
        "payable",
        "effective",
        "beginning",
        "starting",
        "upcoming",
        "coming",
        "expires",
        "expiring",
        "through",
        "scheduled",
        "planned",
    ]
)
_BEHIND_LEADS = frozenset(["since", "ended", "ending", "after", "dated"])


def direction(setting: Setting) -> Tense | None:
    """Which way to look for the nearest such day: the words before it, else the verb's tense."""
    if setting.lead in _BEHIND_LEADS and setting.tense != "future":
        return "past"
    if setting.lead in _AHEAD_LEADS and setting.tense != "past":
        return "future"
    return setting.tense


def from_report(setting: Setting, what: str) -> str:
    """Why a part was filled in from the report's day, in plain words."""
    return f"{what} from {setting.day_name}" if setting.day_name else what


def group(match: Match, *names: str) -> str:
    """The first of these groups that matched; "" where none did or the pattern has none of them."""
    groups = match.re.groupindex
    return next((match[n] for n in names if n in groups and match[n]), "")


def stated_year(match: Match, setting: Setting) -> int | None:
    """The year the words themselves give ("2022", "of last year"); None where they give none."""
    words = group(match, "year", "year0")
    if words:
        return year_number(re.sub(r"\s+", " ", words))
    relative = group(match, "relyear", "relyear0").lower()
    if not relative:
        return None
    return year_said(relative, setting)


def year_said(relative: str, setting: Setting) -> int | None:
    """The year of "last year", "this year", "that year", "the previous year" …"""
    word = relative.removeprefix("the ").strip()
    if word in ("same", "that", "previous", "following", "preceding", "prior"):
        heard = setting.latest(("day", "month", "quarter", "half", "year", "season", "week"), 3)
        if heard is not None:
            shift = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}.get(word, 0)
            return int(heard.value[:4]) + shift
    if setting.day is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}
    return setting.day.year + step.get(word, 1 if word == "following" else 0)
