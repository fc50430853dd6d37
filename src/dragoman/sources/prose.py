"""Prose: what running English looks like, against lists of links and labels."""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(
    "a about after all also an and any are as at be because been before but by can could did do "
    "does for from had has have he her his how i if in into is it its may more most no not of on "
    "one or other our out over said she should so some such than that the their them then there "
    "these they this to under until up was we were what when where which while who will with "
    "would you your".split()
)
PROSE_WORDS = 10
PROSE_SHARE = 0.18  # of function words in a line of prose
_ENDED = re.compile(r"[.!?…:。！？][\"”’')\]」』]*$")
_CLOSED = re.compile(r"[.!?][\"”’]?$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def words_of(line: str) -> list[str]:
    """The words of a line, figures and signs left out."""
    return _WORD.findall(line)


def function_share(words: list[str]) -> float:
    """The share of function words, 0 to 1: prose has 0.3 to 0.5, menus almost none."""
    if not words:
        return 0.0
    return sum(word.lower() in FUNCTION_WORDS for word in words) / len(words)


def is_prose(line: str) -> bool:
    """Whether a line is running text: by its English, or else by its length and its case."""
    words = words_of(line)
    share = function_share(words)
    ended = bool(_ENDED.search(line))
    if len(words) >= PROSE_WORDS and share >= PROSE_SHARE:
        return ended or len(words) >= 2 * PROSE_WORDS
    if len(words) >= 4 and share > 0 and _CLOSED.search(line):
        return True
    if len(line) >= 25 and ended and any("\u3040" <= c <= "\u9fff" for c in line):
        return True
    lower = sum(word[0].islower() for word in words)
    return ended and len(words) >= PROSE_WORDS and lower >= 0.6 * len(words)
