"""Dateline: where, when and by whom a report says it was written, told from its first words.

`Nairobi, 3 May 2024 (KNA):`, `ACCRA, Oct 9 (Reuters) -`, `LIMA/QUITO.`, `OSLO, Norway —`.
A dateline glued to the first sentence makes its place the subject, so it is taken off; and
since a wrong one would take words off the article, each form must earn its keep: a bare
place needs capitals or a name known for a place, anything else a date or an agency too.
"""

from __future__ import annotations

import re

from dragoman.knowledge.agencies import agency
from dragoman.knowledge.places import find_place
from dragoman.knowledge.states import state_senses
from dragoman.model.report import Report
from dragoman.model.text import Furniture
from dragoman.reading.analysis import Dateline
from dragoman.reading.layout.paragraphs import paragraphs

LONGEST = 110  # characters; the longest dateline met had 74
PARAGRAPHS = 5  # how far down the article one may stand, below headings and by-lines

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?|{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?"
    rf"|{_YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d))|{_WEEKDAY}"
)
_WORD = r"(?:[A-Z][^\W\d_]*|[A-Z]['’][A-Z][^\W\d_]*)(?:['’-][^\W\d_]+)*"
_LINK = r"(?:de|da|do|dos|del|di|la|le|el|al|an|der|den|ed-|es|of|the|sur|upon|and)"
_NAME = rf"(?:St\.\s+)?{_WORD}(?:\s+(?:{_LINK}\s+)?{_WORD}){{0,3}}"
_STATE = rf"(?:(?:[A-Z]\.){{1,3}}|{_NAME}(?:\.(?=,|\s*\(|\s+[-–—―])|))"
_PLACE = re.compile(rf"{_NAME}(?:\s?/\s?{_NAME}){{0,3}}")
_WITHIN = re.compile(rf"(?:,\s*(?!{_DATE}|{_WEEKDAY})(?P<of>{_STATE})|\s*\[(?P<of2>{_NAME})\])")
_DATED = re.compile(rf"(?:[,.]?\s+|,?\s*[-–—]\s+|\s*\()(?P<date>{_DATE})\)?", re.IGNORECASE)
_AGENCY = re.compile(
    r"[,.]?\s*[-–—]?\s*(?:\((?P<a>[A-Z][^()\n]{1,40})\)|/(?P<b>[A-Z][\w .-]{1,30})/|"
    r"\[(?P<c>[A-Z]{2,8})\])"
)
_CREDIT = re.compile(r"\.?\s+(?P<a>[A-Z]{3,12}|[A-Z][a-z]{1,5}[A-Z]{2,5})(?=\s*[-–—:.])")
_END = re.compile(r"\s*(?:--+|[-–—―_](?!\w)|:|\.)(?:\s*[-–—―_]+)?(?=\s|$|[A-Z“\"])")
_SLUGS = frozenset(
    "breaking exclusive watch update updated updates analysis opinion editorial live video photo "
    "photos fact factbox explainer read published correction corrected clarification note editor "
    "warning alert urgent news special report summary key highlights background interview by "
    "from top story world politics business sport sports comment review first second press "
    "release statement question answer advisory transcript full text source reading nice mobile union".split()
)


def find_dateline(report: Report) -> Dateline | None:
    """The report's dateline: the first that opens one of its first paragraphs."""
    furniture: tuple[Furniture, ...] = report.furniture
    lines = paragraphs(report.text, furniture, title=report.title)
    for line in lines[:PARAGRAPHS]:
        found = read_dateline(report.text, line.start, line.end)
        # "MADRID - TALKS FAIL" is a headline; "MADRID (EFE) -", alone on its line, is none
        if found and (line.role != "headline" or found.agency or found.end >= line.end):
            return found
    return None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline a paragraph `text[start:end]` opens with, up to where its sentence begins.

    `place` and `date` are as written; `agency` without its brackets. None where the
    paragraph opens otherwise, or where that is not sure.
    """
    limit = min(end, start + LONGEST)
    place = _PLACE.match(text, start, limit)
    date_first = _DATED.match(" " + text[start:limit])
    if date_first and (place is None or _is_slug(place.group()) or _begins_date(text, start)):
        return _dated_only(text, start, limit)
    if place is None or _is_slug(place.group()):
        return None
    return _from_place(text, start, limit, place)


def _from_place(text: str, start: int, limit: int, place: re.Match[str]) -> Dateline | None:
    name, at = place.group(), place.end()
    within = _WITHIN.match(text, at, limit)
    country = None
    if within:
        country, at = within.group("of") or within.group("of2"), within.end()
    date, agency, at = _date_and_agency(text, at, limit)
    stop = _END.match(text, at, limit)
    if stop is None:
        return None
    full = name if country is None else f"{name}, {country}"
    if not _earned(name, country, date, agency, stop.group().strip()):
        return None
    return Dateline(start, _next_word(text, stop.end(), limit), full, date, agency)


def _dated_only(text: str, start: int, limit: int) -> Dateline | None:
    """`July 5 (Xinhua) --`: a date and an agency, the place left out."""
    found = re.compile(_DATE).match(text, start, limit)
    if found is None:
        return None
    _, agency, at = _date_and_agency(text, found.end(), limit)
    stop = _END.match(text, at, limit)
    if agency is None or stop is None:
        return None
    return Dateline(start, _next_word(text, stop.end(), limit), None, found.group(), agency)


def _date_and_agency(text: str, at: int, limit: int) -> tuple[str | None, str | None, int]:
    date = agency = None
    for _ in range(2):  # either may come first
        if date is None and (dated := _DATED.match(text, at, limit)):
            date, at = dated.group("date"), dated.end()
        found = _AGENCY.match(text, at, limit) or _CREDIT.match(text, at, limit)
        if agency is None and found:
            named = next(group for group in found.groups() if group)
            at = found.end()
            inner = re.search(rf",\s*({_DATE})$", named)
            if inner and date is None:
                date, named = inner.group(1), named[: inner.start()]
            agency = named.strip()
    return date, agency, at


def _earned(
    name: str, country: str | None, date: str | None, agency: str | None, stop: str
) -> bool:
    """Whether the parts found make a dateline and not the opening of a sentence."""
    if re.fullmatch(r"[DRI]-.*", agency or ""):
        return False
    if date or (agency and (name.isupper() or _is_agency(agency) or known_place(name))):
        return True
    if country is not None and not name.isupper():
        return stop not in {":"} and known_place(name)
    words = re.findall(r"[^\W\d_]+", name)
    if name.isupper():
        short = len(words) == 1 and len(name) < 4
        return not short and not (len(words) == 1 and len(name) < 5 and not known_place(name))
    known = known_place if stop[:1] in "-–—―_" else known_capital
    return any(known(part.strip()) for part in name.split("/"))


def known_place(name: str) -> bool:
    """Whether a name is surely that of a town (a state is no place to write from)."""
    place = find_place(name)
    return place is not None and place.lat is not None


def known_capital(name: str) -> bool:
    """Whether a name is a capital's: "Lima. " opens a report, "Hayden: " an answer."""
    return any(sense.sense == "capital" for sense in state_senses(name))


def _is_agency(name: str) -> bool:
    """An agency by its look (`AFP`, `KazTAG`) or, where it looks like any name, by being one."""
    return len(re.findall(r"[A-Z]", name)) >= 2 or agency(name) is not None


def _is_slug(name: str) -> bool:
    return any(word.lower() in _SLUGS for word in re.findall(r"[^\W\d_]+", name))


def _begins_date(text: str, start: int) -> bool:
    return re.compile(_DATE).match(text, start) is not None


def _next_word(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at
