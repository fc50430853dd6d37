"""Precedents: "the first visit since 2016", "for the first time in a decade", "the first African country to"."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Doc

from dragoman.model.actor import Inference, Reason
from dragoman.model.claim import PrecedentClaim
from dragoman.model.report import content_id
from dragoman.reading.affairs.sides import clean
from dragoman.reading.analysis import Analysis
from dragoman.reading.figures.numbers import find_numbers

STEP = "precedents"
LONGEST = 40
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|largest|biggest|highest|lowest|longest|worst"
_SINCE = r"since (?P<since>[^,;.]{2,60})"
_SPAN = r"(?:in|for) (?:more than |over |nearly |almost |at least |about )?(?P<span>(?:an?|\w+(?:-\w+)?|\d+) (?:years?|decades?|months?|weeks?|centur(?:y|ies)|generations?))"
_PATTERNS = (
    re.compile(
        rf"\bfor the (?P<ordinal>first|second|third|fourth|fifth) time\b(?:\s(?:ever|{_SINCE}|{_SPAN}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:the|its|his|her|their|a|\w+['’]s) (?:very )?(?P<ordinal>{_ORDINALS})(?: \w+(?:['’]s)?){{1,6}}?"
        rf"(?: (?:in|by|of|to|from|between|at) [^,;.]{{2,60}}?)?\s(?:{_SINCE}|{_SPAN}|(?P<ever>ever))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthe (?P<ordinal>first|second|third|only) (?:[A-Z]\w+ |\w+ ){1,4}?(?:to (?!the\b|an?\b)\w+|with such|that has|who has|in (?:history|the world))\b"
    ),
    re.compile(
        r"\b(?:was|is|were|are|marks?|becomes?|became) [^,;.]{0,30}?(?:['’]s|his|her|its|their|the) (?P<ordinal>first)(?: \w+){0,3} (?:visit|trip|meeting|summit|talks|pact|agreement|tour|journey|election|deal)\b"
    ),
)
_UNITS = {
    "year": 365.25,
    "decade": 3652.5,
    "month": 30.44,
    "week": 7.0,
    "centur": 36525.0,
    "generation": 10957.5,
}
_NOT_FIRST = re.compile(
    r"\bfirst (?:half|quarter|secretary|secretaries|lady|minister|deputy|vice|class|aid|year|day|week|month|round|phase|stage|step|place|person|of all)\b|\blast (?:week|month|year|night|minute|time)\b",
    re.IGNORECASE,
)


def read_precedents(analysis: Analysis) -> tuple[PrecedentClaim, ...]:
    """Every claim of a report that something is the first (last, largest …) of its kind, in text order."""
    claims: list[PrecedentClaim] = []
    for index, parsed in enumerate(analysis.sentences):
        taken: list[tuple[int, int]] = []
        for pattern in _PATTERNS:
            for match in pattern.finditer(parsed.doc.text[:4000]):
                start, end = match.span()
                if _NOT_FIRST.search(match.group()) or any(s < end and start < e for s, e in taken):
                    continue
                taken.append((start, end))
                claims.append(_claim(analysis, index, parsed.doc, match))
    return tuple(sorted(claims, key=lambda c: c.mentions[0].start))


def _claim(analysis: Analysis, index: int, doc: Doc, match: re.Match[str]) -> PrecedentClaim:
    groups = match.groupdict()
    since, why = _since(analysis, index, doc, match)
    first, last = _extent(doc, *match.span())
    mention = analysis.mention(index, *clean(doc, first, last))
    ordinal = groups["ordinal"].lower()
    return PrecedentClaim(
        content_id("precedent", analysis.report.id, str(mention.start), str(match.start())),
        analysis.report.id,
        mention.quote,
        ordinal,
        since,
        (mention,),
        inferred=(Inference("since", why),) if why else (),
        reasons=(Reason(STEP, f"“{match.group()[:60]}”"),),
    )


def _since(
    analysis: Analysis, index: int, doc: Doc, match: re.Match[str]
) -> tuple[str | None, str]:
    """The date after "since", or the day a span of years reaches back to."""
    groups = match.groupdict()
    if groups.get("since"):
        begin = match.start("since")
        for found in analysis.dates:
            if (
                found.sentence == index
                and found.start
                and begin <= doc[found.first].idx < match.end()
            ):
                return found.start, found.inferred or ""
        year = re.search(r"\b(1[89]\d\d|20\d\d)\b", groups["since"])
        return (year.group(), "") if year else (None, "")
    if groups.get("span") and analysis.anchor:
        return _back_from(analysis.anchor, groups["span"])
    return None, ""


def _back_from(anchor: str, span: str) -> tuple[str | None, str]:
    numbers = find_numbers(span)
    count = numbers[0].low if numbers else 1.0
    days = next((d for unit, d in _UNITS.items() if unit in span.lower()), None)
    try:
        year = date.fromisoformat(anchor[:10]).year
    except ValueError:
        return None, ""
    if days is None or days < 365 or count * days / 365.25 > year - 1:
        return None, ""
    return str(year - round(count * days / 365.25)), f"{span} before {anchor[:10]}"


def _extent(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole sentence where it is short, else the clause part around the match."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(doc) <= LONGEST:
        return 0, len(doc)
    first, last = span.start, span.end
    while (
        first > 0
        and doc[first - 1].text not in {",", ";", "—", "–"}
        and span.start - first < LONGEST // 2
    ):
        first -= 1
    while (
        last < len(doc)
        and doc[last].text not in {",", ";", "—", "–", "."}
        and last - span.end < LONGEST // 2
    ):
        last += 1
    return first, last
