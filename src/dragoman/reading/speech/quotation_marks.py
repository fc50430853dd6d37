"""Quotation marks: the stretches of a report that stand in somebody's own words.

A quotation may run over several sentences and, where each further paragraph opens with a
mark again, over several paragraphs. Apostrophes are not marks; a mark that never closes
in its paragraph ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.reading.analysis import ParsedSentence

_MARK = re.compile(r"''|``|[\"“”„«»‹›‟＂]|[‘’'‚]")
_DOUBLE_OPEN = frozenset("“„«‹‟")
_DOUBLE_CLOSE = frozenset("”»›")
_EITHER_WAY = frozenset(('"', "''", "``", "＂"))
_SINGLE_OPEN = frozenset("‘'‚")
_SINGLE_CLOSE = frozenset("’'")
_BEFORE_CLOSE = frozenset(",.!?…")
_REACH = 40  # marks looked through for the end of a single quotation: keeps the walk linear


@dataclass(frozen=True, slots=True, order=True)
class QuotedStretch:
    """Quoted words, marks included; offsets into the report's text.

    `first` and `last` number the sentences it begins and ends in; `continues` is True
    where it takes up the quotation of the paragraph before.
    """

    start: int
    end: int
    first: int
    last: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sentence: int
    glyph: str
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        if self.glyph in _DOUBLE_OPEN or self.glyph == "``":
            return True
        at_word = bool(self.after) and not self.after.isspace()
        return at_word and not (self.before.isalnum() or self.before in ",.!?")

    @property
    def may_close(self) -> bool:
        if self.glyph in _DOUBLE_CLOSE:
            return True
        return bool(self.before) and not self.before.isspace() and not self.after.isalnum()


def quoted_stretches(sentences: Sequence[ParsedSentence]) -> tuple[QuotedStretch, ...]:
    """Find every quoted stretch, in text order, never overlapping. Linear in the text."""
    found: list[QuotedStretch] = []
    open_ended = False
    for paragraph in _paragraphs(sentences):
        marks = list(_marks(paragraph))
        stretches, left_open = _pair(marks, paragraph)
        begins = bool(stretches) and stretches[0].start == paragraph[0].sentence.start
        if open_ended and begins:
            head = stretches[0]
            stretches[0] = QuotedStretch(head.start, head.end, head.first, head.last, True)
        found.extend(stretches)
        open_ended = left_open
    return tuple(found)


def _paragraphs(sentences: Sequence[ParsedSentence]) -> Iterator[list[ParsedSentence]]:
    group: list[ParsedSentence] = []
    for parsed in sentences:
        if group and group[-1].sentence.paragraph != parsed.sentence.paragraph:
            yield group
            group = []
        group.append(parsed)
    if group:
        yield group


def _marks(paragraph: list[ParsedSentence]) -> Iterator[_Mark]:
    for parsed in paragraph:
        text, base = parsed.doc.text, parsed.sentence.start
        for match in _MARK.finditer(text):
            start, end = match.span()
            yield _Mark(
                base + start,
                base + end,
                parsed.sentence.index,
                match.group(),
                text[start - 1] if start else " ",
                text[end] if end < len(text) else " ",
            )


def _pair(marks: list[_Mark], paragraph: list[ParsedSentence]) -> tuple[list[QuotedStretch], bool]:
    """Pair the marks of one paragraph; True where the last quotation is left open."""
    stretches: list[QuotedStretch] = []
    place = 0
    while place < len(marks):
        mark = marks[place]
        closing = _closing(marks, place) if mark.may_open else None
        if closing is not None:
            end = marks[closing]
            stretches.append(QuotedStretch(mark.start, end.end, mark.sentence, end.sentence))
            place = closing + 1
            continue
        if mark.may_open and mark.glyph not in _SINGLE_OPEN | _SINGLE_CLOSE:
            last = paragraph[-1].sentence
            stretches.append(QuotedStretch(mark.start, last.end, mark.sentence, last.index))
            return stretches, True
        place += 1
    return stretches, False


def _closing(marks: list[_Mark], opening: int) -> int | None:
    glyph = marks[opening].glyph
    if glyph in _SINGLE_OPEN:
        return _single_closing(marks, opening)
    if glyph in _SINGLE_CLOSE:
        return None
    for place in range(opening + 1, len(marks)):
        other = marks[place].glyph
        if glyph in _EITHER_WAY:
            if other in _EITHER_WAY and marks[place].may_close:
                return place
        elif (
            other in _DOUBLE_CLOSE
            or (glyph == "„" and other == "“")
            or (other == '"' and marks[place].may_close)
        ):
            return place
    return None


def _single_closing(marks: list[_Mark], opening: int) -> int | None:
    """The mark that closes a single quotation: after a stop by preference, never an apostrophe."""
    wanted = "’" if marks[opening].glyph in "‘‚" else "'"
    fallback = None
    for place in range(opening + 1, min(len(marks), opening + _REACH)):
        mark = marks[place]
        if mark.glyph in _DOUBLE_OPEN:
            break
        if mark.glyph != wanted or not mark.may_close:
            continue
        if mark.before in _BEFORE_CLOSE:
            return place
        if fallback is None:
            fallback = place
    return fallback
