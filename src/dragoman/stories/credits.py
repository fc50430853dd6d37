"""Credits: what a report names as its source, for the whole of it or for one sentence.

`(Xinhua)` in the dateline, `With inputs from PTI` or a last line that is only the agency's
name speak for the whole report. `TASS reported` or `according to ANI` inside the article
speak for their own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.knowledge.agencies import agency
from dragoman.model.claim import Reading
from dragoman.model.report import Report

_OPENING = 220  # a dateline ends within so many characters of the article's start
_ENDING = 160
_WHOLE = re.compile(
    r"(?:with (?:in)?puts? from|with agenc(?:y|ies)|source[sd]?(?: from)?|via|courtesy(?: of)?|"
    r"first published (?:by|in|on)|this (?:story|article|report) (?:was|is|has been).{0,40}(?:by|from))"
    r"\W{0,4}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    [
        "the",
        "of",
        "news",
        "agency",
        "agencies",
        "press",
        "service",
        "daily",
        "times",
        "online",
        "com",
        "www",
    ]
)


def same_source(left: str, right: str) -> bool:
    """Whether two names mean one agency or outlet (`AP`, `The AP`; `Xinhua News Agency`).

    >>> same_source("Xinhua", "Xinhua News Agency")
    True
    >>> same_source("AFP", "Agence France-Presse")
    True
    >>> same_source("Daily Times", "The Times of Oman")
    False
    """
    one, other = _core(known_as(left)), _core(known_as(right))
    return bool(one) and one == other


def known_as(name: str) -> str:
    """The full name of a known agency or outlet, any other name as it is."""
    known = agency(name)
    return known.name if known else name


def _core(name: str) -> tuple[str, ...]:
    whole = tuple(w.lower() for w in _WORD.findall(name) if w.lower() != "the")
    kept = tuple(w for w in whole if w not in _EMPTY)
    return kept if kept and len(kept[0]) > 1 and not _generic(whole) else whole


def _generic(whole: Sequence[str]) -> bool:
    """Names such as `Daily Times` or `Press Service` lose too much without their common words."""
    return any(w in ("times", "daily", "service", "press") for w in whole)


def whole_credits(report: Report, reading: Reading | None) -> frozenset[str]:
    """The credits that stand for the whole report."""
    if reading is None or not reading.credits:
        return frozenset()
    begin = reading.sentences[0].start if reading.sentences else 0
    close = max((s.end for s in reading.sentences), default=len(report.text))
    found = set()
    for credit in reading.credits:
        for match in re.finditer(re.escape(credit), report.text):
            if _speaks_for_all(report.text, match.start(), match.end(), begin, close):
                found.add(credit)
    return frozenset(found)


def _speaks_for_all(text: str, start: int, end: int, begin: int, close: int) -> bool:
    before, after = text[max(0, start - 60) : start], text[end : end + 3]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip(" .()[]—–-")
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]", "/"))
    if start <= begin + _OPENING and (bracketed or re.match(r"\s?[—–-]", after)):
        return True
    if start < close - _ENDING and start >= begin:
        return False
    return bracketed or bool(_WHOLE.search(before)) or line == text[start:end]


def credit_spans(report: Report, reading: Reading | None) -> tuple[tuple[int, int, str], ...]:
    """The sentences that name an agency as their source: start, end and the credit."""
    if reading is None or not reading.credits:
        return ()
    whole = whole_credits(report, reading)
    found = []
    for sentence in reading.sentences:
        text = report.text[sentence.start : sentence.end]
        for credit in sorted(reading.credits):
            if credit not in whole and re.search(rf"(?<!\w){re.escape(credit)}(?!\w)", text):
                found.append((sentence.start, sentence.end, credit))
    return tuple(found)


def credits_outlet(reading: Reading | None, outlet: str | None) -> bool:
    """Whether a reading names that outlet as a source anywhere."""
    return bool(
        outlet and reading and any(same_source(credit, outlet) for credit in reading.credits)
    )
