"""Shared days: weekdays and dates that several reports of a story name for what happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dragoman.model.finding import Story
from dragoman.model.text import Mention
from dragoman.reconcile.agreements import Point
from dragoman.reconcile.case import Case
from dragoman.reconcile.periods import period

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December"
_WEEKDAY = re.compile(
    r"(?:\b(?:on|late|later|early|last|this|from|until)\s+)?\b(" + "|".join(_DAYS) + r")\b"
)
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS.split())
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\.?(?:,?\s+(?P<y1>\d{{4}}))?\b"
    rf"|(?:\bon\s+)?\b(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>\d{{4}})\b)?"
)


def shared_days(case: Case, story: Story) -> Iterator[Point]:
    """Days of the story's events that more than one outlet names, by weekday or by date."""
    days = _event_days(case, story)
    weekdays: dict[str, set[date]] = defaultdict(set)
    for day in days:
        weekdays[_DAYS[day.weekday()]].add(day)
    named: dict[str, list[Mention]] = defaultdict(list)
    dated: dict[date, list[Mention]] = defaultdict(list)
    for report in story.reports:
        text = case.reports[report].text if report in case.reports else ""
        for match in _WEEKDAY.finditer(text):
            if len(weekdays[match.group(1)]) == 1 and _in_article(case, report, match):
                named[match.group(1)].append(case.quote(report, *match.span()))
        for match in _DATE.finditer(text):
            if _in_article(case, report, match):
                for day in _meant(match, days):
                    dated[day].append(case.quote(report, *match.span()))
    for name in sorted(named):
        if _several(case, named[name]):
            day = min(weekdays[name])
            yield Point(f"the day, {day}, was a {name}", name, (), tuple(named[name]))
    for day in sorted(dated):
        if _several(case, dated[day]):
            yield Point(f"the date was {day}", day.isoformat(), (), tuple(dated[day]))


def _event_days(case: Case, story: Story) -> set[date]:
    """The days to which events of the story are dated."""
    found = set()
    for event in case.events:
        when = period(event.start)
        here = any(case.story_of.get(m.report) == story.id for m in event.mentions)
        if here and when and when.days == 1:
            found.add(date.fromordinal(when.first))
    return found


def _in_article(case: Case, report: str, match: re.Match[str]) -> bool:
    """Whether a day is told of, and not that of a dateline or of the page around the article."""
    return case.sentence_at(report, match.start()) is not None


def _meant(match: re.Match[str], days: set[date]) -> list[date]:
    """The event days a written date can mean; a year, where written, has to be theirs."""
    number = int(match.group("d1") or match.group("d2"))
    month = (match.group("m1") or match.group("m2"))[:3]
    year = match.group("y1") or match.group("y2")
    return [
        d
        for d in sorted(days)
        if d.day == number and _MONTHS.split()[d.month - 1][:3] == month
        if year is None or int(year) == d.year
    ]


def _several(case: Case, mentions: list[Mention]) -> bool:
    return len({case.outlet(m.report) for m in mentions}) > 1
