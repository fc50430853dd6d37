"""Drafts: attributions in the making, and which of them each quotation belongs to.

A quotation goes to the saying whose content it overlaps; else to the nearest word of speech
in its sentence; else, where it fills its own sentences, to whoever was speaking just before,
speaks right after, or was introduced with a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.cues import CueKind
from dragoman.reading.analysis import ParsedSentence
from dragoman.reading.speech.framing import Frame
from dragoman.reading.speech.quotation_marks import QuotedStretch

Span = tuple[int, int]

LEAST_QUOTE_WORDS = 4
_STOPPED = (",”", ".”", "!”", "?”", ',"', '."', '!"', '?"', ",''", ".''")
_CLOSED = ("”", '"', "’", "'", "»")
_LEADS = ",:;—–-…(["
_LEAD_WORDS = frozenset({"that", "but", "and", "then"})


@dataclass(slots=True)
class Draft:
    """A frame that reports, its content growing as quotations are given to it.

    `weight` is its credence, 0 where only a quotation can make it an attribution;
    `quoted` is True once it has one.
    """

    parsed: ParsedSentence
    frame: Frame
    kind: CueKind
    weight: float
    content: list[Span] = field(default_factory=list)
    quoted: bool = False

    @property
    def at(self) -> Span:
        """Where the cue word stands in the report."""
        token = self.parsed.doc[self.frame.cue]
        start = self.parsed.sentence.start + token.idx
        return start, start + len(token.text)

    @property
    def speaks(self) -> bool:
        """Is it somebody's speech, who is named?"""
        return self.kind == "say" and bool(self.frame.source)

    def take(self, stretch: QuotedStretch) -> None:
        """Add a quotation whole, joined to whatever of the content it touches."""
        left, right = stretch.start, stretch.end
        apart: list[Span] = []
        for start, end in self.content:
            if start < right and left < end:
                left, right = min(left, start), max(right, end)
            else:
                apart.append((start, end))
        self.content = sorted([*apart, (left, right)])
        self.quoted = True


class QuoteGiver:
    """Gives each quotation of a report, in text order, to the draft it belongs to."""

    def __init__(
        self, sentences: Sequence[ParsedSentence], drafts: Mapping[int, Sequence[Draft]]
    ) -> None:
        self._sentences = {p.sentence.index: p for p in sentences}
        self._drafts = drafts
        self._last_owner: Draft | None = None
        self._last_paragraph = -1

    def give_out(self, stretches: Iterable[QuotedStretch]) -> None:
        """Hand every stretch to its owner; one that has none stays nobody's."""
        for stretch in stretches:
            owner = self._owner(stretch)
            if owner is not None:
                owner.take(stretch)
                self._last_owner = owner
                self._last_paragraph = self._sentences[stretch.last].sentence.paragraph

    def _owner(self, stretch: QuotedStretch) -> Draft | None:
        near = [
            draft
            for index in range(stretch.first, stretch.last + 1)
            for draft in self._drafts.get(index, ())
            if not (stretch.start <= draft.at[0] and draft.at[1] <= stretch.end)
        ]
        holding = [d for d in near if _overlap(d.content, stretch)]
        if holding:
            return _nearest(holding, stretch)
        if not self._is_speech(stretch):
            return None
        speaking = [d for d in near if d.speaks]
        free = [d for d in speaking if not d.content or d.quoted or d.frame.build != "object"]
        return _nearest(free, stretch) if free else self._from_around(stretch)

    def _is_speech(self, stretch: QuotedStretch) -> bool:
        """Long or stopped like a sentence, and led in like one: not a title or a scare quote."""
        text = self._text(stretch)
        if len(text.split()) < LEAST_QUOTE_WORDS and not any(stop in text for stop in _STOPPED):
            return False
        before = self._before(stretch)
        if not before or before[-1] in _LEADS:
            return True
        ends = self._sentences[stretch.first].sentence.start + len(before)
        return before.split()[-1].lower() in _LEAD_WORDS or any(
            draft.at[1] == ends for draft in self._drafts.get(stretch.first, ())
        )

    def _text(self, stretch: QuotedStretch) -> str:
        parts = []
        for index in range(stretch.first, stretch.last + 1):
            parsed = self._sentences[index]
            base = parsed.sentence.start
            parts.append(parsed.doc.text[max(0, stretch.start - base) : stretch.end - base])
        return " ".join(parts)

    def _before(self, stretch: QuotedStretch) -> str:
        """What precedes the quotation in its sentence."""
        parsed = self._sentences[stretch.first]
        return parsed.doc.text[: stretch.start - parsed.sentence.start].rstrip()

    def _from_around(self, stretch: QuotedStretch) -> Draft | None:
        """The speaker of a quotation whose own sentence names none."""
        if self._before(stretch):
            return None
        paragraph = self._sentences[stretch.first].sentence.paragraph
        if self._last_owner is not None and (
            self._last_paragraph == paragraph or stretch.continues
        ):
            return self._last_owner
        following = self._speaking_after(stretch, paragraph)
        if following is not None and not following.content:
            return following
        return self._speaking_before(stretch, paragraph)

    def _speaking_after(self, stretch: QuotedStretch, paragraph: int) -> Draft | None:
        parsed = self._sentences.get(stretch.last + 1)
        if parsed is None or parsed.sentence.paragraph != paragraph:
            return None
        return next((d for d in self._drafts.get(stretch.last + 1, ()) if d.speaks), None)

    def _speaking_before(self, stretch: QuotedStretch, paragraph: int) -> Draft | None:
        """Whoever the sentence before introduces, or has just been quoting to its end."""
        before = self._sentences.get(stretch.first - 1)
        if before is None:
            return None
        text = before.doc.text.rstrip()
        speaking = [d for d in self._drafts.get(stretch.first - 1, ()) if d.speaks]
        if speaking and (text.endswith(":") or before.sentence.paragraph == paragraph):
            return speaking[-1]
        if text.endswith(_CLOSED) and self._last_paragraph == before.sentence.paragraph:
            return self._last_owner
        return None


def _overlap(content: list[Span], stretch: QuotedStretch) -> bool:
    return any(start < stretch.end and stretch.start < end for start, end in content)


def _nearest(drafts: list[Draft], stretch: QuotedStretch) -> Draft:
    def distance(draft: Draft) -> tuple[int, Span]:
        start, end = draft.at
        gap = stretch.start - end if end <= stretch.start else max(0, start - stretch.end)
        return gap, draft.at

    return min(drafts, key=distance)
