"""Sentences: the article cut where a reader would cut it, never at `B.Dorj` or `L. Ganbold-Erdene`.

Lines come first (a line is a paragraph, unless the text is wrapped at a width), then the
stops within each. All in one pass, linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dragoman.model.text import Furniture, Sentence
from dragoman.reading.layout.abbreviations import (
    AFTER_CLOCK,
    BEFORE_FIGURES,
    CLOSING,
    LEADING,
    SAYING,
    STARTERS,
    TWO_LETTER_INITIALS,
)
from dragoman.reading.layout.paragraphs import paragraphs, trim

# What one sentence may hold; beyond it no reader, and no parser, holds it. Written sentences
# stay below both; what does not is a table, or a run of marks, on which every step that
# looks from each word at all others of the sentence would take the square of its length.
LONGEST = 1500  # characters
MOST_TOKENS = 400

_CLOSERS = "\"”’'»)\\]"
_OPENERS = " \t\u00a0\"“‘'([«„"
_STOP = re.compile(rf"[.!?…。！？]+[{_CLOSERS}]*(?:\[\d{{1,3}}\])*")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")
_WORD_AFTER = re.compile(r"[\w’'.-]+")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_GLUED = re.compile(r"[A-Z“\"‘][A-Za-z’'-]|[“\"]|\d{1,2}\.\s+[A-Z/]")
_WEB = re.compile(r"https?:|www\.|@|\.(?:com|org|net|gov|int)\b", re.IGNORECASE)
_WORDLIKE = re.compile(r"[^\W_]")
_SAID_BRIEFLY = re.compile(rf"(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{'|'.join(sorted(SAYING))})[.,]")
_TOKEN = re.compile(r"\w+|[^\w\s]")  # as many as the parser makes, or fewer
_BREAKS = tuple(re.compile(mark) for mark in (r"[;:]\s|[—–]", r",\s", r"\s"))  # best first


def split_sentences(
    text: str,
    furniture: Sequence[Furniture],
    *,
    title: str | None = None,
    skip: tuple[int, int] | None = None,
) -> tuple[Sentence, ...]:
    """Cut the article part of a text into sentences and headings, in order.

    `title` is the report's title where known from outside (a first line equal to it is the
    headline); `skip` a stretch, the dateline, that belongs to no sentence.
    """
    sentences: list[Sentence] = []
    for number, line in enumerate(paragraphs(text, furniture, title=title)):
        start = skip[1] if skip and line.start <= skip[0] < line.end else line.start
        start, end = trim(text, min(start, line.end), line.end)
        for left, right in _cut(text, start, end):
            if not _WORDLIKE.search(text, left, right):
                continue
            sentences.append(Sentence(len(sentences), left, right, line.role, number))
    return tuple(sentences)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end or not _closes(text, left, match, end):
            continue
        yield from _bounded(text, left, match.end())
        left = match.end()
        while left < end and text[left].isspace():
            left += 1
    if left < end:
        yield from _bounded(text, left, end)


def _bounded(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """One sentence; or, where it is too long, pieces of it cut at its plainest breaks."""
    while (reach := _reach(text, left, right)) < right:
        half = left + (reach - left) // 2
        ends = (
            max((m.end() for m in mark.finditer(text, half, reach)), default=0) for mark in _BREAKS
        )
        cut = next((end for end in ends if end), reach)
        start, end = trim(text, left, cut)
        if start < end:
            yield start, end
        left = cut
    start, end = trim(text, left, right)
    if start < end:
        yield start, end


def _reach(text: str, left: int, right: int) -> int:
    """How far one sentence may go from `left` on."""
    furthest = min(right, left + LONGEST)
    beyond = next(islice(_TOKEN.finditer(text, left, furthest), MOST_TOKENS, None), None)
    return beyond.start() if beyond else furthest


def _closes(text: str, left: int, match: re.Match[str], end: int) -> bool:
    """Whether a stop ends a sentence, by the word before it and what comes after."""
    stop = match.group()
    after = text[match.end() : min(end, match.end() + 60)]
    if not after[0].isspace():
        return _is_glued(text, left, match, after)
    following = after.lstrip().lstrip(_OPENERS)
    if following[:1].islower():
        return False
    if stop[0] in "!?" and stop[-1] not in "!?" and _is_said(following):
        return False
    if stop[-1] != stop[0] and _SAID_BRIEFLY.match(following):
        return False
    if not stop.startswith(".") or stop.startswith(".."):
        return True
    word = _WORD_BEFORE.search(text[max(left, match.start() - 30) : match.start()])
    if word is None:
        return True
    if word.group(1).isdigit() and not text[left : match.start() - len(word.group(1))].strip():
        return False  # the number of a list's item
    return stop != "." or _word_closes(word.group(1), following)


def _word_closes(word: str, following: str) -> bool:
    low = word.lower()
    next_word = _WORD_AFTER.match(following)
    then = next_word.group().lower() if next_word else ""
    if low in LEADING and (word[0].isupper() or low in {"vs", "viz", "cf", "eg", "ie"}):
        return False
    if low in {"i.e", "e.g", "a.k.a"} or word == "v":
        return False
    if low in BEFORE_FIGURES and then[:1].isdigit():
        return False
    if low in {"a.m", "p.m", "am", "pm"}:
        return then.rstrip(".") not in AFTER_CLOCK
    if low in CLOSING and (word[0].isupper() or low in {"etc", "al", "approx", "est"}):
        return then in STARTERS
    if _ACRONYM.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return then in STARTERS
    if low in TWO_LETTER_INITIALS and word[0].isupper():
        return then in STARTERS
    last = low.rsplit(".", 1)[-1]
    return not (len(last) == 1 and "." in low and word[-1].isupper()) or then in STARTERS


def _is_said(following: str) -> bool:
    """`"Why now?" the minister's spokesman Ali Demir asked`: the saying goes on."""
    words = [w.strip(".,").lower() for w in following.split()[:5]]
    return any(word in SAYING for word in words)


def _is_glued(text: str, left: int, match: re.Match[str], after: str) -> bool:
    """Sentences run together when a page was copied: `…of trade.Next day`, never `B.Dorj`."""
    if match.group()[0] in "。！？":
        return True
    if not _GLUED.match(after) or match.group().startswith(("..", "…")):
        return False
    around = text[max(left, match.start() - 30) : match.end()].split()[-1]
    around += after.split(maxsplit=1)[0]
    if _WEB.search(around):
        return False
    word = _WORD_BEFORE.search(text[max(left, match.start() - 30) : match.start()])
    if word is None:
        return match.group()[-1] in '"”’'
    last = word.group(1)
    if last.lower() in LEADING | CLOSING or "." in last or not after[:2].strip():
        return False
    return len(last) >= 3 and (last[-1].islower() or last.isdigit() or last.isupper())
