"""Exactness: how exact a number is said to be ("about", "more than", "up to")."""

from __future__ import annotations

import re

from dragoman.model.claim import Qualifier

_LOW_WORDS = r"under|less than|fewer than|lower than|below|up to|at most|no more than|not more than|not exceeding|a maximum of|within|just under|just short of"


_HIGH_WORDS = r"more than|over|above|at least|no less than|no fewer than|not less than|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|greater than|higher than|a minimum of|beyond|north of"


_NEAR_WORDS = r"about|around|approximately|approx\.?|roughly|nearly|almost|some|an estimated|estimated at|estimated|circa|ca\.?|close to|nearing|barely|as much as about|somewhere around|somewhere between|practically|virtually|an average of about|averag(?:ed|ing|es)"


_WORDS: tuple[tuple[Qualifier, str], ...] = (
    ("less_than", _LOW_WORDS),
    ("more_than", _HIGH_WORDS),
    ("about", _NEAR_WORDS),
)
_BEFORE: tuple[tuple[Qualifier, re.Pattern[str]], ...] = tuple(
    (
        name,
        re.compile(
            rf"(?:^|[\s(\"“])(?P<words>{words})"
            r"(?:\s(?:a|an|the|just|another|further|additional|total of|by|of|than|its|at|in|full|age of))*[\s(]*$",
            re.IGNORECASE,
        ),
    )
    for name, words in _WORDS
)


_AFTER: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (
        "about",
        re.compile(r"\s(?:or so|or thereabouts|more or less|on average)(?!\w)", re.IGNORECASE),
    ),
    (
        "more_than",
        re.compile(
            r"(?:\+|\s(?:or more|or higher|or above|or older|and more|plus)(?!\w))", re.IGNORECASE
        ),
    ),
    (
        "less_than",
        re.compile(
            r"\s(?:or fewer|or less|or under|at most|or below|or younger)(?!\w)", re.IGNORECASE
        ),
    ),
)


_OPPOSITE: dict[Qualifier, Qualifier] = {"less_than": "more_than", "more_than": "less_than"}


def qualify(text: str, start: int, end: int) -> Qualifier:
    """How exact a number is said to be, from the words right before and after it."""
    before = text[max(0, start - 44) : start]
    for name, pattern in _BEFORE:
        match = pattern.search(before)
        if match is None:
            continue
        denied = re.search(r"\b(?:no|not)\s$", before[: match.start("words")])
        return _OPPOSITE.get(name, name) if denied else name
    if re.search(r"[~≈]\s?$", before):
        return "about"
    if re.search(r"[<]\s?$", before):
        return "less_than"
    if re.search(r"[>]\s?$", before):
        return "more_than"
    return next((name for name, pattern in _AFTER if pattern.match(text, end)), "exact")
