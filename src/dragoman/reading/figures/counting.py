"""Counting: what a number without a unit counts, and which numbers are only names ("Article 5")."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from dragoman.reading.figures.numbers import Number
from dragoman.reading.figures.written_units import Measured, per_what
from dragoman.reading.parse import text_of

_LABELS = frozenset(
    "article articles resolution resolutions chapter flight number no no. nos page section "
    "paragraph room phase option part category level route highway channel version class type "
    "protocol annex appendix clause order decree law act rule bill form group gate line sector "
    "area zone block lot district unit apollo covid su mig f b tu kh boeing airbus mark mk stage "
    "point item figure table box step episode season volume issue agenda directive regulation "
    "amendment code model series road street avenue tier pillar track".split()
)


_INDEXES = frozenset("fortune forbes ftse nasdaq stoxx nikkei".split())
_NAMED = frozenset({"PROPN"})


_HURT = re.compile(
    r"\s(?:others?\s|more\s)?(?:(?:were|are|was|have been|had been)\s)?(?:killed|dead|injured|wounded|missing|hurt|displaced|arrested|detained)(?!\w)"
)


_ANOTHER = re.compile(
    r"\s(?:or|to)\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)", re.IGNORECASE
)
_FILLERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB"})


_NO_UNITS = frozenset("time times way ways other others day-to-day".split())


def counted_thing(doc: Doc, number: Number) -> Measured | None:
    """The noun phrase a number counts: "27 oil tankers", "41 of its diplomats", "dozens of men"."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or _labels(doc, span, number):
        return None
    first = span.end
    if re.match(r"\s?[-–]\s?\d", text_of(doc)[number.end : number.end + 4]):
        return None
    if first < len(doc) and doc[first].lower_ == "of":
        return _counted_of(doc, span, number)
    hurt = _HURT.match(text_of(doc), number.end)
    if hurt:
        return Measured(number.start, hurt.end(), "people", "people", "count")
    while first < len(doc) and (
        doc[first].text == "-" or doc[first].lower_ in {"more", "additional", "further", "such"}
    ):
        first += 1
    last = _noun_run(doc, first)
    if last is None:
        return None
    if last < span.root.head.i <= last + 6 and number.style != "share":
        longer = _coordinated_run(doc, first, span.root.head.i)
        last = longer if longer is not None else last
    noun = doc[last]
    if noun.lower_ in _NO_UNITS:
        return None
    if noun.tag_ in {"NN", "NNP"} and not _singular_fits(doc, span, noun, number):
        if doc[first].tag_ != "NN" or last == first or number.low != int(number.low):
            return None
        last = first  # "a 12 page document"
    return _count(doc, number, first, last)


def _counted_of(doc: Doc, span: Span, number: Number) -> Measured | None:
    first = span.end + 1
    while first < len(doc) and (
        doc[first].pos_ in {"DET", "PRON"}
        or doc[first].tag_ == "POS"
        or doc[first].dep_ in {"poss", "det", "predet"}
    ):
        first += 1
    last = _noun_run(doc, first)
    if last is None:
        return None
    noun = doc[last]
    if (
        number.style != "vague"
        and noun.tag_ not in {"NNS", "NNPS"}
        and noun.lower_ not in {"people", "staff", "police"}
    ):
        return None
    return _count(doc, number, first, last)


def _count(doc: Doc, number: Number, first: int, last: int) -> Measured:
    words = [
        t
        for t in doc[first : last + 1]
        if t.pos_ not in {"DET", "PUNCT", "ADV", "CCONJ"}
        and (not t.is_stop or t.lower_ == "other" or _hyphenated(t))
    ]
    words = words or [doc[last]]
    unit = _joined(doc, [(t.i, t.text) for t in words])
    name = _joined(doc, [(t.i, t.lemma_.lower() if t.i == last else t.lower_) for t in words])
    end = doc[last].idx + len(doc[last])
    per, per_end = per_what(text_of(doc), end)
    if per:
        return Measured(
            number.start, per_end, f"{unit} per {per}", f"{name} per {per}", "count", noun=last
        )
    return Measured(number.start, end, unit, name, "count", noun=last)


def _hyphenated(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-"


def _joined(doc: Doc, words: list[tuple[int, str]]) -> str:
    """Words with the hyphens that stood between them."""
    text = ""
    for i, word in words:
        dash = i > 0 and doc[i - 1].text == "-"
        text += ("-" if dash and text else " " if text else "") + word
    return text


def _noun_run(doc: Doc, first: int) -> int | None:
    """The last noun of the phrase that begins at `first`, None where no noun is near."""
    last = None
    for i in range(first, min(first + 7, len(doc))):
        token = doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and not (
            last is not None and token.ent_type_ in {"DATE", "TIME"}
        ):
            last = i
            if token.tag_ in {"NNS", "NNPS"} and not _goes_on(doc, i):
                break
        elif (token.pos_ == "VERB" and (token.tag_ not in {"VBN", "VBG"} or last is not None)) or (
            token.pos_ == "ADV" and not (i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "VERB"})
        ):
            break
        elif (
            token.pos_ == "CCONJ"
            and last is None
            and i > first
            and i + 1 < len(doc)
            and doc[i + 1].pos_ == "ADJ"
        ):
            continue
        elif token.pos_ not in _FILLERS and token.text not in {"-", "/"} and token.tag_ != "POS":
            break
    return last


def _goes_on(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i].dep_ == "compound" and doc[i].head.i > i


def _coordinated_run(doc: Doc, first: int, head: int) -> int | None:
    """The head of a coordinated phrase ("digital and physical sales") where nothing else is between."""
    between = doc[first:head]
    if doc[head].pos_ not in {"NOUN", "PROPN"} or any(
        t.pos_ not in _FILLERS | {"CCONJ", "PUNCT"} or t.text == "," or t.like_num for t in between
    ):
        return None
    return head


def _singular_fits(doc: Doc, span: Span, noun: Token, number: Number) -> bool:
    """A singular noun is counted by "one", after a hyphen, or where it has no plural form."""
    if number.low == 1 and number.style == "words":
        return noun.pos_ == "NOUN" and noun.lower_ not in {"day", "point", "side", "hand", "thing"}
    hyphen = span.end < len(doc) and doc[span.end].text == "-"
    return hyphen or noun.lower_ in {
        "people",
        "staff",
        "personnel",
        "police",
        "crew",
        "aircraft",
        "head",
        "cattle",
        "sheep",
    }


def _labels(doc: Doc, span: Span, number: Number) -> bool:
    """Whether a number is part of a name ("Article 5", "Northern Gas 2", "Group of 20")."""
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if number.style in {"words", "vague"}:
        return bool(number.low == 1 and _idle_one(doc, span))
    if before is None:
        return after is not None and after.text in {".", ")"}
    if before.lower_ in _INDEXES:
        return True
    if before.lower_.rstrip(".") in _LABELS:
        return not (
            after is not None and after.tag_ == "NNS" and before.lower_ not in {"article", "phase"}
        )
    if re.search(
        r"\b(?:Group|Gang|Club|Big|Top) (?:of )?$",
        text_of(doc)[max(0, number.start - 20) : number.start],
    ):
        return True
    named = before.pos_ in _NAMED and before.text[:1].isupper() and not number.scaled
    return named and not (after is not None and after.tag_ == "NNS" and after.text.islower())


def _idle_one(doc: Doc, span: Span) -> bool:
    """ "No one", "one another", "one day", "each one", "one they lose": no count."""
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if before in {
        "no",
        "each",
        "any",
        "every",
        "this",
        "that",
        "another",
        "number",
        "day",
        "which",
        "first",
        "last",
    }:
        return True
    return after in {"another", "day", "-", "thing", "way", "by", "hand", "side", "point"} or (
        span.end < len(doc)
        and doc[span.end].pos_ in {"PRON", "VERB", "AUX", "PUNCT"}
        and after != "of"
    )


def bare_number(doc: Doc, number: Number) -> Measured | None:
    """A number with nothing counted near it: kept for what its neighbours may lend it."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    worded = number.style == "vague" or (
        number.style == "words" and not _ANOTHER.match(text_of(doc), number.end)
    )
    if span is None or worded or _labels(doc, span, number):
        return None
    before = doc[span.start - 1] if span.start else None
    if (
        before is not None
        and before.pos_ in {"NOUN", "PROPN"}
        and before.is_alpha
        and not number.scaled
    ):
        return None
    after = text_of(doc)[number.end : number.end + 3]
    if re.match(r"[-–][A-Za-z]|[.)]\s*[A-Z]", after) and not number.scaled and span.start == 0:
        return None
    age = re.compile(r"\b(?:aged?|ages? of|who (?:was|is|turned)|turned|be)\s$").search(
        text_of(doc)[max(0, number.start - 20) : number.start]
    )
    if age and 1 <= number.low <= 110 and not number.scaled:
        return Measured(number.start, number.end, "years of age", "year of age", "age")
    return Measured(number.start, number.end, "", "-", "bare")
