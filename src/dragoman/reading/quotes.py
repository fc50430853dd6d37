"""Quotes: who is reported to say, think or show what, as spans of source, cue and content.

Grammar proposes (`frames`), the table of cues disposes, and quotation marks mend what the
parser gets wrong: a quotation belongs whole to whoever it is given to, over sentences and
paragraphs where it goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.cues import CueKind, cue_of, speech_verbs
from dragoman.model.claim import Quotation
from dragoman.reading.analysis import ParsedSentence
from dragoman.reading.credence import LEAST_CREDENCE, credence
from dragoman.reading.frames import frames
from dragoman.reading.framing import Frame
from dragoman.reading.quotation_marks import QuotedStretch, quoted_stretches

Span = tuple[int, int]

LEAST_QUOTE_WORDS = 4
SHORTEST_OWN_WORDS = 12  # characters: a shorter quotation is a nickname or a scare quote
_STOPS = " \t\n\r,.;:—–-\u00a0"
_TELLING = frozenset({"tell", "ask", "remind", "assure", "urge", "text", "email"})
_POINTERS = frozenset({"which", "that", "who", "whom", "what", "and", "but"})
_ENDS = " \t\n\r,;:—–-\u00a0"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution. Spans are offsets into the report's text, in order, trimmed.

    `sentence` is the one the cue stands in, `cue_token` its head; `source_head` the token
    there that heads the source phrase (the antecedent of "who"), None where the text names
    no source; `addressee` the token that heads "reporters" in "told reporters".
    `credence`, 0 to 1, is how likely the words report at all.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    kind: CueKind
    build: str
    lemma: str
    sentence: int
    cue_token: int
    source_head: int | None
    addressee: int | None = None
    negated: bool = False
    credence: float = 1.0


@dataclass(slots=True)
class _Draft:
    parsed: ParsedSentence
    frame: Frame
    kind: CueKind
    weight: float
    content: list[Span] = field(default_factory=list)
    quoted: bool = False

    @property
    def at(self) -> Span:
        token = self.parsed.doc[self.frame.cue]
        start = self.parsed.sentence.start + token.idx
        return start, start + len(token.text)


def find_attributions(
    sentences: Sequence[ParsedSentence], *, least: float = LEAST_CREDENCE
) -> tuple[Attribution, ...]:
    """Find every attribution of a report, in text order.

    `least` is the credence, 0 to 1, from which a frame counts as one.
    """
    stretches = quoted_stretches(sentences)
    within: dict[int, list[QuotedStretch]] = {}
    for stretch in stretches:
        for index in range(stretch.first, stretch.last + 1):
            within.setdefault(index, []).append(stretch)
    drafts = {
        parsed.sentence.index: _proposals(
            parsed, _quoted_tokens(parsed, within.get(parsed.sentence.index, ())), least
        )
        for parsed in sentences
    }
    _Quoter(sentences, drafts).give_out(stretches)
    made = [
        _finished(draft, stretches)
        for index in sorted(drafts)
        for draft in drafts[index]
        if draft.content
    ]
    kept = [a for a in made if a is not None]
    return tuple(sorted(kept, key=lambda a: (a.sentence, a.cue, a.content)))


def _quoted_tokens(parsed: ParsedSentence, stretches: Sequence[QuotedStretch]) -> frozenset[int]:
    """Tokens in somebody's own words; one pass over both, which are in text order."""
    base, place = parsed.sentence.start, 0
    own = [s for s in stretches if s.end - s.start > SHORTEST_OWN_WORDS]
    found: list[int] = []
    for token in parsed.doc:
        at = base + token.idx
        while place < len(own) and own[place].end <= at:
            place += 1
        if place < len(own) and own[place].start <= at:
            found.append(token.i)
    return frozenset(found)


def _proposals(parsed: ParsedSentence, quoted: frozenset[int], least: float) -> list[_Draft]:
    best: dict[int, _Draft] = {}
    for frame in frames(parsed.doc, quoted):
        if frame.cue in quoted:
            continue  # what is said inside a quotation is the speaker's to report
        if frame.build == "bare":
            if frame.lemma in speech_verbs() and frame.cue not in best:
                best[frame.cue] = _Draft(parsed, frame, "say", 0.0)
            continue
        cue = cue_of(frame.build, frame.lemma)
        weight = credence(parsed.doc, frame, cue, quoted) if cue else 0.0
        if cue is None or weight < least:
            if _takes_quotes(frame) and frame.cue not in best:
                best[frame.cue] = _Draft(parsed, frame, "say", 0.0)
            continue
        held = best.get(frame.cue)
        if held is None or weight > held.weight:
            draft = _Draft(parsed, frame, cue.kind, weight)
            draft.content = _char_runs(parsed, frame.content)
            best[frame.cue] = draft
    return [best[cue] for cue in sorted(best)]


def _takes_quotes(frame: Frame) -> bool:
    """Can a quotation that grammar left loose be what this word introduces?"""
    if frame.lemma not in speech_verbs():
        return False
    return frame.build != "object" or frame.lemma in _TELLING


class _Quoter:
    """Gives each quoted stretch to the attribution it belongs to."""

    def __init__(
        self, sentences: Sequence[ParsedSentence], drafts: dict[int, list[_Draft]]
    ) -> None:
        self.sentences = {p.sentence.index: p for p in sentences}
        self.drafts = drafts
        self.last_owner: _Draft | None = None
        self.last_paragraph = -1

    def give_out(self, stretches: Iterable[QuotedStretch]) -> None:
        for stretch in stretches:
            owner = self._owner(stretch)
            if owner is not None:
                _add(owner, stretch)
                self.last_owner = owner
                self.last_paragraph = self.sentences[stretch.last].sentence.paragraph

    def _owner(self, stretch: QuotedStretch) -> _Draft | None:
        near = [
            d
            for i in range(stretch.first, stretch.last + 1)
            for d in self.drafts.get(i, ())
            if not _inside(d.at, (stretch.start, stretch.end))
        ]
        holding = [d for d in near if _overlap(d.content, stretch)]
        if holding:
            return min(holding, key=lambda d: (_distance(d.at, stretch), d.at))
        if not self._substantial(stretch) or not self._led_in(stretch):
            return None
        speaking = [d for d in near if d.kind == "say" and d.frame.source]
        adjoining = [d for d in speaking if not d.content or d.quoted or d.frame.build != "object"]
        if adjoining:
            return min(adjoining, key=lambda d: (_distance(d.at, stretch), d.at))
        return self._from_around(stretch)

    def _substantial(self, stretch: QuotedStretch) -> bool:
        text = self._text(stretch)
        return len(text.split()) >= LEAST_QUOTE_WORDS or any(
            stop in text for stop in (",”", ".”", "!”", "?”", ',"', '."', '!"', '?"')
        )

    def _led_in(self, stretch: QuotedStretch) -> bool:
        """Begins its sentence, or follows a comma, a colon or a word of saying: not a title."""
        parsed = self.sentences[stretch.first]
        before = parsed.doc.text[: stretch.start - parsed.sentence.start].rstrip()
        if not before or before[-1] in ",:;—–-…([":
            return True
        word = before.split()[-1].lower()
        return word in ("that", "but", "and", "then") or any(
            d.at[1] == parsed.sentence.start + len(before) for d in self.drafts[stretch.first]
        )

    def _text(self, stretch: QuotedStretch) -> str:
        parts = []
        for i in range(stretch.first, stretch.last + 1):
            parsed = self.sentences[i]
            base = parsed.sentence.start
            parts.append(parsed.doc.text[max(0, stretch.start - base) : stretch.end - base])
        return " ".join(parts)

    def _from_around(self, stretch: QuotedStretch) -> _Draft | None:
        """The speaker of a quotation whose own sentence names none."""
        first = self.sentences[stretch.first]
        if first.doc.text[: stretch.start - first.sentence.start].strip(" \t\u00a0"):
            return None  # something precedes it in its sentence: a scare quote, a title
        paragraph = first.sentence.paragraph
        if self.last_owner is not None and (self.last_paragraph == paragraph or stretch.continues):
            return self.last_owner
        following = self._speaking(stretch.last + 1, paragraph)
        if following is not None and not following.content:
            return following
        return self._introduced(stretch)

    def _introduced(self, stretch: QuotedStretch) -> _Draft | None:
        before = self.sentences.get(stretch.first - 1)
        if before is None:
            return None
        speaking = [d for d in self.drafts.get(before.sentence.index, ()) if d.kind == "say"]
        speaking = [d for d in speaking if d.frame.source]
        if not speaking:
            return None
        if before.doc.text.rstrip().endswith(":"):
            return speaking[-1]
        if before.sentence.paragraph == self.sentences[stretch.first].sentence.paragraph:
            return speaking[-1]
        if self.last_owner is not None and before.doc.text.rstrip()[-1:] in "\"”'’" and self.last_paragraph==before.sentence.paragraph:
            return self.last_owner
        return None

    def _speaking(self, index: int, paragraph: int) -> _Draft | None:
        parsed = self.sentences.get(index)
        if parsed is None or parsed.sentence.paragraph != paragraph:
            return None
        return next(
            (d for d in self.drafts.get(index, ()) if d.kind == "say" and d.frame.source), None
        )


# --- spans -----------------------------------------------------------------------------


def _add(draft: _Draft, stretch: QuotedStretch) -> None:
    left, right = stretch.start, stretch.end
    apart: list[Span] = []
    for start, end in draft.content:
        if start < right and left < end:
            left, right = min(left, start), max(right, end)
        else:
            apart.append((start, end))
    draft.content = sorted([*apart, (left, right)])
    draft.quoted = True


def _char_runs(parsed: ParsedSentence, tokens: Iterable[int]) -> list[Span]:
    """Token numbers as spans of the report's text, one for each unbroken run."""
    runs: list[Span] = []
    base, doc = parsed.sentence.start, parsed.doc
    last = -2
    for i in sorted(tokens):
        start = base + doc[i].idx
        end = start + len(doc[i].text)
        if i == last + 1:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        last = i
    return runs


def _finished(draft: _Draft, stretches: Sequence[QuotedStretch]) -> Attribution | None:
    parsed, frame = draft.parsed, draft.frame
    source = _char_runs(parsed, frame.source)
    cue = _char_runs(parsed, frame.cue_tokens)
    content = _without(draft.content, [*source, *cue])
    text = parsed.doc.text
    base = parsed.sentence.start
    trimmed = [_trim(span, text, base) for span in content]
    content = [s for s in trimmed if s[0] < s[1] and not _is_pointer(s, text, base)]
    if not content:
        return None
    return Attribution(
        tuple(source),
        tuple(cue),
        tuple(content),
        _quotation(content, stretches),
        draft.kind,
        frame.build,
        frame.lemma,
        parsed.sentence.index,
        frame.cue,
        frame.source_head,
        frame.addressee,
        frame.negated,
        1.0 if draft.quoted else round(draft.weight, 3),
    )


def _is_pointer(span: Span, text: str, base: int) -> bool:
    """A lone "which": it points at what is said and says nothing."""
    return text[span[0] - base : span[1] - base].lower() in _POINTERS if span[0] >= base else False


def _trim(span: Span, text: str, base: int) -> Span:
    """Cut stops off both ends, where the span lies in this sentence."""
    start, end = span
    if start < base or end > base + len(text):
        return span
    while start < end and text[start - base] in _STOPS:
        start += 1
    while start < end and text[end - 1 - base] in _STOPS:
        end -= 1
    return start, end


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    for left, right in holes:
        cut: list[Span] = []
        for start, end in spans:
            if right <= start or end <= left:
                cut.append((start, end))
                continue
            if start < left:
                cut.append((start, left))
            if right < end:
                cut.append((right, end))
        spans = cut
    return spans


def _quotation(content: list[Span], stretches: Sequence[QuotedStretch]) -> Quotation:
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, s.end) - max(start, s.start)) for start, end in content for s in stretches
    )
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total - 2 * len(content) else "mixed"


def _overlap(content: list[Span], stretch: QuotedStretch) -> bool:
    return any(start < stretch.end and stretch.start < end for start, end in content)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _distance(at: Span, stretch: QuotedStretch) -> int:
    if at[1] <= stretch.start:
        return stretch.start - at[1]
    return max(0, at[0] - stretch.end)
