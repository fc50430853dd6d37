"""Sentences: the article cut where a reader would cut it, never at `B.Battsetseg` or `L. Oyun-Erdene`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.text import Furniture, Sentence

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj sgt capt rep sen gov hon rev st messrs amb adm cmdr brig "
    "jr sr vs etc no nos inc ltd co corp jan feb mar apr jun jul aug sept sep oct nov dec "
    "mt ft approx est fig al eq ed pp ave blvd dept univ".split()
)
_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")


def split_sentences(text: str, furniture: tuple[Furniture, ...]) -> tuple[Sentence, ...]:
    """Cut the article part of a text into sentences and headings; one pass, linear in its length."""
    sentences: list[Sentence] = []
    paragraph = -1
    for start, end in _lines(text):
        if any(f.start < end and start < f.end for f in furniture):
            continue
        paragraph += 1
        role = "body"
        line = text[start:end]
        if not re.search(r"[.!?…:\"”’)]\s*$", line) and len(line.split()) <= 20:
            role = "headline" if not sentences else "heading"
        for left, right in _cut(text, start, end):
            sentences.append(Sentence(len(sentences), left, right, role, paragraph))
    return tuple(sentences)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+", text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _closes(text, left, match, end):
            continue
        yield left, match.end()
        left = match.end()
        while left < end and text[left].isspace():
            left += 1
    if left < end:
        yield left, end


def _closes(text: str, left: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : min(end, match.end() + 40)].lstrip(" \t\"“‘'([«")
    if following[:1].islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    word = _WORD_BEFORE.search(text[max(left, match.start() - 30) : match.start()])
    if word is None:
        return True
    last = word.group(1)
    if last.lower() in ABBREVIATIONS:
        return False
    if len(last) == 1 and last.isupper():
        return False
    return not re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", last) or not following[:1].isupper()
