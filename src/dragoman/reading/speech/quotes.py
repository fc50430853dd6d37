"""Quotes: who is reported to say, think or show what, as spans of source, cue and content.

Grammar proposes (`frames`), the table of cues disposes, and quotation marks mend what the
parser gets wrong: a quotation belongs whole to whoever it is given to, over sentences and
paragraphs where it goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.knowledge.cues import CueKind, cue_of, speech_verbs
from dragoman.model.claim import Quotation
from dragoman.reading.analysis import ParsedSentence
from dragoman.reading.speech.credence import LEAST_CREDENCE, credence
from dragoman.reading.speech.drafts import Draft, QuoteGiver, Span
from dragoman.reading.speech.frames import frames
from dragoman.reading.speech.framing import Frame
from dragoman.reading.speech.quotation_marks import QuotedStretch, quoted_stretches

SHORTEST_OWN_WORDS = 12  # characters: a shorter quotation is a nickname or a scare quote
_STOPS = " \t\n\r,.;:—–-\u00a0"
_TELLING = frozenset({"tell", "ask", "remind", "assure", "urge", "text", "email"})
_POINTERS = frozenset({"which", "that", "who", "whom", "what", "and", "but"})


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
            parsed, quoted_tokens(parsed, within.get(parsed.sentence.index, ())), least
        )
        for parsed in sentences
    }
    QuoteGiver(sentences, drafts).give_out(stretches)
    made = [
        _finished(draft, stretches)
        for index in sorted(drafts)
        for draft in drafts[index]
        if draft.content
    ]
    kept = [a for a in made if a is not None]
    return tuple(sorted(kept, key=lambda a: (a.sentence, a.cue, a.content)))


def quoted_tokens(parsed: ParsedSentence, stretches: Sequence[QuotedStretch]) -> frozenset[int]:
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


def _proposals(parsed: ParsedSentence, quoted: frozenset[int], least: float) -> list[Draft]:
    """One draft for each cue: its likeliest frame, or an empty one that waits for a quotation."""
    best: dict[int, Draft] = {}
    for frame in frames(parsed.doc, quoted):
        if frame.cue in quoted:
            continue  # what is said inside a quotation is the speaker's to report
        cue = cue_of(frame.build, frame.lemma)
        weight = credence(parsed.doc, frame, cue, quoted) if cue else 0.0
        held = best.get(frame.cue)
        if cue is not None and weight >= least:
            if held is None or weight > held.weight:
                content = _char_runs(parsed, frame.content)
                best[frame.cue] = Draft(parsed, frame, cue.kind, weight, content)
        elif held is None and _takes_quotes(frame):
            best[frame.cue] = Draft(parsed, frame, "say", 0.0)
    return [best[cue] for cue in sorted(best)]


def _takes_quotes(frame: Frame) -> bool:
    """Can a quotation that grammar left loose be what this word introduces?"""
    if frame.lemma not in speech_verbs():
        return False
    return frame.build != "object" or frame.lemma in _TELLING


# --- spans -----------------------------------------------------------------------------


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


def _finished(draft: Draft, stretches: Sequence[QuotedStretch]) -> Attribution | None:
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
    total = quoted = 0
    for start, end in content:
        total += end - start
        place = max(0, bisect_right(stretches, start, key=lambda s: s.start) - 1)
        while place < len(stretches) and stretches[place].start < end:
            stretch = stretches[place]
            quoted += max(0, min(end, stretch.end) - max(start, stretch.start))
            place += 1
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total - 2 * len(content) else "mixed"
