"""Paragraphs: the article's lines, wrapped ones put together, headline and headings told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.text import Furniture

HEADING_WORDS = 20
QUESTION_WORDS = 16
HEADLINE_REACH = 5  # lines at the top among which the headline is
HEADLINE_WORDS = 5  # from this many on, the first such line is it
WRAP_SHARE = 0.6  # of long lines that must run on before a text counts as wrapped
WRAP_LINES = 4
WRAP_WIDTH = 100
RUN_ON_WIDTH = 40

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BULLET = re.compile(r"(?:[•●▪◦‣·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_UNENDED = re.compile(r"[^.!?…:;,。！？]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or headline: `text[start:end]`; `gap` where an empty line follows."""

    start: int
    end: int
    gap: bool  # an empty line, or the text's end, follows
    role: str = "body"


def paragraphs(
    text: str, furniture: Sequence[Furniture], *, title: str | None = None
) -> tuple[Paragraph, ...]:
    """The article's paragraphs (`start`, `end`, `role`), furniture left out."""
    lines = _joined(text, list(_article_lines(text, furniture)))
    return tuple(_with_roles(text, lines, title))


def _article_lines(text: str, furniture: Sequence[Furniture]) -> Iterator[Paragraph]:
    starts = [f.start for f in furniture]
    found = [match.span() for match in _LINE.finditer(text)]
    for number, (first, last) in enumerate(found):
        start, end = trim(text, first, last)
        if start >= end:
            continue
        following = found[number + 1][0] if number + 1 < len(found) else len(text)
        between = text[last:following]
        blank = number + 1 < len(found) and not text[slice(*found[number + 1])].strip()
        gap = blank or (between.replace("\r\n", "\n").count("\n") != 1 and between != "\r")
        yield from _without(furniture, starts, Paragraph(start, end, gap), text)


def _without(
    furniture: Sequence[Furniture], starts: list[int], line: Paragraph, text: str
) -> Iterator[Paragraph]:
    """The parts of a line that are no furniture: mostly all of it or nothing."""
    at = max(bisect_right(starts, line.start) - 1, 0)
    left = line.start
    while at < len(furniture) and furniture[at].start < line.end:
        piece = furniture[at]
        if piece.end > left:
            start, end = trim(text, left, max(left, piece.start))
            if start < end:
                yield Paragraph(start, end, True)
            left = max(left, piece.end)
        at += 1
    start, end = trim(text, min(left, line.end), line.end)
    if start < end:
        yield Paragraph(start, end, line.gap)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` without white space and invisible characters at either end."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _joined(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Put lines together that a wrapped text broke in mid-sentence."""
    wrapped = _is_wrapped(text, lines)
    whole: list[Paragraph] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and not before.gap and _runs_on(text, before, line, wrapped=wrapped):
            whole[-1] = Paragraph(before.start, line.end, line.gap)
        else:
            whole.append(line)
    return whole


def _is_wrapped(text: str, lines: list[Paragraph]) -> bool:
    long = [line for line in lines if not line.gap and line.end - line.start >= RUN_ON_WIDTH]
    if len(long) < WRAP_LINES or any(line.end - line.start > WRAP_WIDTH for line in lines):
        return False
    open_ended = sum(1 for line in long if _unended(text, line))
    return open_ended >= WRAP_SHARE * len(long)


def _runs_on(text: str, before: Paragraph, line: Paragraph, *, wrapped: bool) -> bool:
    if _BULLET.match(text, line.start, line.end):
        return False
    if wrapped:
        return True
    return (
        text[line.start].islower()
        and _unended(text, before)
        and before.end - before.start >= RUN_ON_WIDTH
    )


def _unended(text: str, line: Paragraph) -> bool:
    tail = text[max(line.start, line.end - 6) : line.end].rstrip("\"”’'»)]")
    return not tail or bool(_UNENDED.search(tail)) or tail.endswith(",")


def _with_roles(text: str, lines: list[Paragraph], title: str | None) -> Iterator[Paragraph]:
    headings = [_is_heading(text, lines, number) for number in range(len(lines))]
    headline = _headline(text, lines, headings, title)
    for number, line in enumerate(lines):
        bullet = _BULLET.match(text, line.start, line.end)
        start = bullet.end() if bullet else line.start
        role = "headline" if number == headline else "heading" if headings[number] else "body"
        yield Paragraph(start, line.end, line.gap, role)


def _headline(
    text: str, lines: list[Paragraph], headings: list[bool], title: str | None
) -> int | None:
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


def _words(text: str, line: Paragraph) -> int:
    return len(text[line.start : line.end].split())


def _is_heading(text: str, lines: list[Paragraph], number: int) -> bool:
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


def _is_question(text: str, line: Paragraph) -> bool:
    """A first line such as `Will the dam be filled?`, set apart from the text below it."""
    tail = text[line.start : line.end].rstrip("\"”’'»)]")
    inner = tail[:-1]
    return _words(text, line) <= QUESTION_WORDS and tail.endswith(("?", "!")) and ". " not in inner


def _plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))
