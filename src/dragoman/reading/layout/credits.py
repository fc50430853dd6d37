"""Credits: the agencies and outlets a report names as where it has its news from.

`ACCRA (Reuters) -`, `With inputs from PTI`, `Source: ANSA`, `TASS reported`, `told AFP`. An agency
the news is about ("the offices of Anadolu were searched") is no credit, so each name
needs the words that make it one.
"""

from __future__ import annotations

import re

from dragoman.knowledge.agencies import AgencyMatch, find_agencies
from dragoman.model.report import Report
from dragoman.reading.analysis import Dateline

_REACH = 48  # characters on either side of a name that are looked at
_TITLE = r"(?:\s+(?:news\s+)?(?:agency|service|channel|television|TV|website|newspaper))?"
_ALSO = r"(?:,?\s+(?:and|or|as well as)\s+[A-Z][\w .-]{1,25}|,\s+[A-Z][\w .-]{1,25}){0,2}"
_AFTER = re.compile(
    rf"{_TITLE}{_ALSO},?\s+(?:has\s+|had\s+|also\s+|earlier\s+|later\s+|then\s+)?"
    r"(?:report(?:s|ed)|sa(?:ys|id)|wrote|writes|quot(?:es|ed|ing)|cit(?:es|ed|ing)|"
    r"learn(?:s|ed|t)|broadcast|announced|revealed|added)\b"
)
_BEFORE = re.compile(
    r"\b(?:told|according to|citing|cited by|quoted by|reported by|reports? (?:by|from)|"
    r"(?:in)?puts? from|with agenc(?:y|ies)|sources?\s?:|sourced from|via|courtesy(?: of)?|"
    r"interview (?:with|to|by)|first published (?:by|in|on)|"
    r"(?:seen|obtained|quoted|cited|carried|published) by)"
    r"\s*(?:an?\s|the\s)?(?:[\w'’-]+\s){0,2}$",
    re.IGNORECASE,
)
_OPENS, _CLOSES = re.compile(r"[(\[/]\s*$"), re.compile(r"\s*(?:[)\]/]|,\s*[A-Z][\w. ]{2,15}[)\]])")


def find_credits(report: Report, dateline: Dateline | None = None) -> tuple[str, ...]:
    """Every agency or outlet credited in a report, as written there, each once, sorted.

    The page around the article (menus, captions) credits pictures and links, and is left
    out, but for lines that say nothing else than where the report is from.
    """
    text = report.text
    found = {dateline.agency} if dateline and dateline.agency else set()
    for named in find_agencies(text):
        line = _line_of(text, named)
        page = any(f.start <= named.start < f.end for f in report.furniture)
        if (not page or len(line) <= _REACH) and _credited(text, named, line):
            found.add(text[named.start : named.end])
    return tuple(sorted(found))


def _credited(text: str, named: AgencyMatch, line: str) -> bool:
    """Whether the words around a name make it a source."""
    if line == text[named.start : named.end]:
        return named.start > 0  # a line of its own; at the very top it is the paper's own name
    before = text[max(0, named.start - _REACH) : named.start]
    after = text[named.end : named.end + _REACH]
    if _OPENS.search(before) and _CLOSES.match(after):
        return True
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _line_of(text: str, named: AgencyMatch) -> str:
    """The line a name stands in, without brackets and dashes at its ends."""
    start = text.rfind("\n", 0, named.start) + 1
    end = text.find("\n", named.end)
    return text[start : end if end >= 0 else len(text)].strip(" .()[]—–-\t\r")
