"""Places in a report's text: everything the program says points at one of these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """The exact words of a report that say something.

    `start` and `end` count Unicode code points into the report's text as given,
    and `text[start:end] == quote` always holds (see `mention`).
    """

    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A stretch of the text that is the page and not the article (`kind` says what)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one heading, of the article.

    `role` is `headline`, `heading` or `body`; `paragraph` numbers the paragraphs from 0.
    """

    index: int
    start: int
    end: int
    role: str
    paragraph: int


def mention(report: str, text: str, start: int, end: int) -> Mention:
    """Make a mention of `text[start:end]`, without white space at its ends.

    >>> mention("r1", "He left. ", 0, 9).quote
    'He left.'
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Mention(report, start, end, text[start:end])
