"""Sentences: the article cut where a reader would cut it, never at `B.Dorj` or `L. Ganbold-Erdene`.

Lines come first (a line is a paragraph, unless the text is wrapped at a width), then the
stops within each. All in one pass, linear in the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.text import Furniture, Sentence
from dragoman.reading.abbreviations import (
    AFTER_CLOCK,
    BEFORE_FIGURES,
    CLOSING,
    LEADING,
    SAYING,
    STARTERS,
    TWO_LETTER_INITIALS,
)

LONGEST = 1500  # characters of one sentence; beyond it no reader, and no parser, holds it
HEADING_WORDS = 20
QUESTION_WORDS = 16
HEADLINE_REACH = 5  # lines at the top among which the headline is
HEADLINE_WORDS = 5  # from this many on, the first such line is it
WRAP_SHARE = 0.6  # of long lines that must run on before a text counts as wrapped
WRAP_LINES = 4
WRAP_WIDTH = 100
RUN_ON_WIDTH = 40

_CLOSERS = "\"”’'»)\\]"
_OPENERS = " \t\u00a0\"“‘'([«„"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(rf"[.!?…。！？]+[{_CLOSERS}]*(?:\[\d{{1,3}}\])*")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")
_WORD_AFTER = re.compile(r"[\w’'.-]+")
_BULLET = re.compile(r"(?:[•●▪◦‣·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_GLUED = re.compile(r"[A-Z“\"‘][A-Za-z’'-]|[“\"]|\d{1,2}\.\s+[A-Z/]")
_WEB = re.compile(r"https?:|www\.|@|\.(?:com|org|net|gov|int)\b", re.IGNORECASE)
_WORDLIKE = re.compile(r"[^\W_]")
_SAID_BRIEFLY = re.compile(rf"(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{'|'.join(sorted(SAYING))})[.,]")
_UNENDED = re.compile(r"[^.!?…:;,。！？]$")
_BREAK_AT = re.compile(r"[;:]\s|[—–]|,\s|\s")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: bool  # an empty line, or the text's end, follows
    role: str = "body"


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
        start, end = _trim(text, min(start, line.end), line.end)
        for left, right in _cut(text, start, end):
            if not _WORDLIKE.search(text, left, right):
                continue
            sentences.append(Sentence(len(sentences), left, right, line.role, number))
    return tuple(sentences)


def paragraphs(
    text: str, furniture: Sequence[Furniture], *, title: str | None = None
) -> tuple[_Line, ...]:
    """The article's paragraphs (`start`, `end`, `role`), furniture left out."""
    lines = _joined(text, list(_article_lines(text, furniture)))
    return tuple(_with_roles(text, lines, title))


def _article_lines(text: str, furniture: Sequence[Furniture]) -> Iterator[_Line]:
    starts = [f.start for f in furniture]
    found = [match.span() for match in _LINE.finditer(text)]
    for number, (first, last) in enumerate(found):
        start, end = _trim(text, first, last)
        if start >= end:
            continue
        following = found[number + 1][0] if number + 1 < len(found) else len(text)
        between = text[last:following]
        blank = number + 1 < len(found) and not text[slice(*found[number + 1])].strip()
        gap = blank or (between.replace("\r\n", "\n").count("\n") != 1 and between != "\r")
        yield from _without(furniture, starts, _Line(start, end, gap), text)


def _without(
    furniture: Sequence[Furniture], starts: list[int], line: _Line, text: str
) -> Iterator[_Line]:
    """The parts of a line that are no furniture: mostly all of it or nothing."""
    at = max(bisect_right(starts, line.start) - 1, 0)
    left = line.start
    while at < len(furniture) and furniture[at].start < line.end:
        piece = furniture[at]
        if piece.end > left:
            start, end = _trim(text, left, max(left, piece.start))
            if start < end:
                yield _Line(start, end, True)
            left = max(left, piece.end)
        at += 1
    start, end = _trim(text, min(left, line.end), line.end)
    if start < end:
        yield _Line(start, end, line.gap)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _joined(text: str, lines: list[_Line]) -> list[_Line]:
    """Put lines together that a wrapped text broke in mid-sentence."""
    wrapped = _is_wrapped(text, lines)
    whole: list[_Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and not before.gap and _runs_on(text, before, line, wrapped=wrapped):
            whole[-1] = _Line(before.start, line.end, line.gap)
        else:
            whole.append(line)
    return whole


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    long = [line for line in lines if not line.gap and line.end - line.start >= RUN_ON_WIDTH]
    if len(long) < WRAP_LINES or any(line.end - line.start > WRAP_WIDTH for line in lines):
        return False
    open_ended = sum(1 for line in long if _unended(text, line))
    return open_ended >= WRAP_SHARE * len(long)


def _runs_on(text: str, before: _Line, line: _Line, *, wrapped: bool) -> bool:
    if _BULLET.match(text, line.start, line.end):
        return False
    if wrapped:
        return True
    return (
        text[line.start].islower()
        and _unended(text, before)
        and before.end - before.start >= RUN_ON_WIDTH
    )


def _unended(text: str, line: _Line) -> bool:
    tail = text[max(line.start, line.end - 6) : line.end].rstrip("\"”’'»)]")
    return not tail or bool(_UNENDED.search(tail)) or tail.endswith(",")


def _with_roles(text: str, lines: list[_Line], title: str | None) -> Iterator[_Line]:
    headings = [_is_heading(text, lines, number) for number in range(len(lines))]
    headline = _headline(text, lines, headings, title)
    for number, line in enumerate(lines):
        bullet = _BULLET.match(text, line.start, line.end)
        start = bullet.end() if bullet else line.start
        role = "headline" if number == headline else "heading" if headings[number] else "body"
        yield _Line(start, line.end, line.gap, role)


def _headline(text: str, lines: list[_Line], headings: list[bool], title: str | None) -> int | None:
    """Of the lines above the first sentence, the one that is the title, or else the longest.

    The others are the site's name, a section, a kicker.
    """
    known = _plain(title or "")
    for number, line in enumerate(lines[:HEADLINE_REACH]):
        if known and _plain(text[line.start : line.end]) == known:
            return number
        if not headings[number] and not (number == 0 and len(lines) > 1 and line.gap):
            break
    above = headings.index(False) if False in headings else len(headings)
    if above:
        reach = range(min(above, HEADLINE_REACH))
        return max(reach, key=lambda n: (min(_words(text, lines[n]), HEADLINE_WORDS), -n))
    if len(lines) > 1 and lines[0].gap and _is_question(text, lines[0]):
        return 0
    return None


def _words(text: str, line: _Line) -> int:
    return len(text[line.start : line.end].split())


def _is_heading(text: str, lines: list[_Line], number: int) -> bool:
    """A short line without a stop, that is no item of a list and not the text's last."""
    line = lines[number]
    if number == len(lines) - 1 or _words(text, line) > HEADING_WORDS:
        return False
    if _BULLET.match(text, line.start, line.end):
        return False
    tail = text[line.start : line.end].rstrip("\"”’'»)]")
    if text[line.start : line.end].endswith(("”", '"')) and tail.endswith((".", "!", "?")):
        return False
    return bool(_UNENDED.search(tail)) or not tail


def _is_question(text: str, line: _Line) -> bool:
    """A first line such as `Will the dam be filled?`, set apart from the text below it."""
    tail = text[line.start : line.end].rstrip("\"”’'»)]")
    inner = tail[:-1]
    return _words(text, line) <= QUESTION_WORDS and tail.endswith(("?", "!")) and ". " not in inner


def _plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


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
    while right - left > LONGEST:
        piece = text[left + LONGEST // 2 : left + LONGEST]
        at = max((m.end() for m in _BREAK_AT.finditer(piece)), default=len(piece))
        start, end = _trim(text, left, left + LONGEST // 2 + at)
        if start < end:
            yield start, end
        left += LONGEST // 2 + at
    start, end = _trim(text, left, right)
    if start < end:
        yield start, end


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
