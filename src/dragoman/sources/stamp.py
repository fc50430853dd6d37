"""Stamp: the day of publication that a copied page states in a line of its own.

`Published: 3 May 2024, 10:45 am` or `May 3, 2024` above the article. A day is taken only
where it cannot be read two ways: with the month in words or in ISO order, the year stated,
and no other such line that says otherwise.
"""

from __future__ import annotations

import re
from datetime import date

from dragoman.model.text import Furniture

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_DAY}[ -]{_MONTH},?[ -]{_YEAR}(?!\d)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)",
    )
)
_CHANGED = re.compile(r"\b(?:last |first )?(?:updated?|modified)\b", re.IGNORECASE)
_ISSUED = re.compile(r"\b(?:published|posted|issued|publication|release)\b", re.IGNORECASE)
_STAMPED = frozenset({"timestamp", "byline"})


def published_in(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """The day (ISO) a text's own lines say it was published, None where none surely does."""
    above: set[str] = set()
    said: set[str] = set()
    article = _article_start(text, furniture)
    for stretch in furniture:
        if stretch.kind not in _STAMPED:
            continue
        line = text[stretch.start : stretch.end]
        line = line[: changed.start()] if (changed := _CHANGED.search(line)) else line
        day = _day_in(line)
        if day and _ISSUED.search(line):
            said.add(day)
        elif day and stretch.start < article:
            above.add(day)
    sure = said or above
    return next(iter(sure)) if len(sure) == 1 else None


def _article_start(text: str, furniture: tuple[Furniture, ...]) -> int:
    """Where the first long line that is no furniture begins."""
    marked = {stretch.start for stretch in furniture}
    for match in re.finditer(r"\S[^\n\r]{79,}", text):
        if match.start() not in marked:
            return match.start()
    return len(text)


def _day_in(line: str) -> str | None:
    for form in _FORMS:
        match = form.search(line)
        if match is None:
            continue
        month = match["month"].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
        try:
            return date(int(match["year"]), number, int(match["day"])).isoformat()
        except ValueError:
            return None
    return None
