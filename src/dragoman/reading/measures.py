"""Measures: numbers with what they count or measure, how exactly, and in which direction they move.

Every quantity of a parsed sentence, newsworthy or not; `quantities` picks from these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from dragoman.knowledge.units import (
    SMALL_COINS,
    Unit,
    currencies,
    issuer_currency,
    money_sign_pattern,
    money_signs,
    money_word_pattern,
    money_words,
    unit_of,
    unit_pattern,
)
from dragoman.model.claim import Qualifier
from dragoman.reading.movement import Movement, find_movement
from dragoman.reading.numbers import Number, find_numbers

Kind = Literal["money", "measure", "time", "share", "fraction", "age", "count", "bare"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(rf"(?<![A-Za-z]){_MONTH}\s(?:\d{{1,2}}\s?(?:-|–|to|and|or|,)\s?)*$")
_MONTH_AFTER = re.compile(
    rf"(?:\s?(?:-|–|to|and|or)\s?\d{{1,2}})?(?:\sof)?\s{_MONTH}(?![a-z])"
)
_YEAR_BEFORE = re.compile(
    rf"(?:{_MONTH},?|\d,|[Ii]n|[Ss]ince|[Bb]y|[Oo]f|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Dd]uring|[Bb]etween|[Aa]nd|"
    r"[Ee]arly|[Ll]ate|[Mm]id|[Ff]or|[Tt]he|[Aa]fter|[Bb]efore|[Tt]hrough|[Yy]ear|[Ii]ts|[Aa]|[Ss]pring|[Ss]ummer|"
    r"[Aa]utumn|[Ff]all|[Ww]inter|\(|^)[\s-]?$"
)
_LABELS = frozenset(
    "article articles resolution resolutions chapter flight number no no. nos page section "
    "paragraph room phase option part category level route highway channel version class type "
    "protocol annex appendix clause order decree law act rule bill form group gate line sector "
    "area zone block lot district unit apollo covid su mig f b tu kh boeing airbus mark mk stage "
    "point item figure table box step episode season volume issue agenda directive regulation "
    "amendment code model series road street avenue tier pillar track".split()
)
_NAMED = frozenset({"PROPN"})
_LOW_WORDS = r"under|less than|fewer than|lower than|below|up to|at most|no more than|not more than|not exceeding|a maximum of|within|just under|just short of"
_HIGH_WORDS = r"more than|over|above|at least|no less than|no fewer than|not less than|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|greater than|higher than|a minimum of|beyond|north of"
_NEAR_WORDS = r"about|around|approximately|approx\.?|roughly|nearly|almost|some|an estimated|estimated at|estimated|circa|ca\.?|close to|nearing|barely|as much as about|somewhere around|somewhere between|practically|virtually|an average of about|averag(?:ed|ing|es)"
_BEFORE: tuple[tuple[Qualifier, re.Pattern[str]], ...] = tuple(
    (
        name,
        re.compile(
            rf"(?:^|[\s(\"“])(?P<words>{words})"
            r"(?:\s(?:a|an|the|just|another|further|additional|total of|by|of|than|its|at|in|full|age of))*[\s(]*$",
            re.IGNORECASE,
        ),
    )
    for name, words in (("less_than", _LOW_WORDS), ("more_than", _HIGH_WORDS), ("about", _NEAR_WORDS))
)
_AFTER: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    ("about", re.compile(r"\s(?:or so|or thereabouts|or less|on average)(?!\w)", re.IGNORECASE)),
    ("more_than", re.compile(r"(?:\+|\s(?:or more|or higher|or above|or older|and more|plus)(?!\w))", re.IGNORECASE)),
    ("less_than", re.compile(r"\s(?:or fewer|or under|at most|or below|or younger)(?!\w)", re.IGNORECASE)),
)
_PER = re.compile(r"(?:\s(?:of\s[a-z]+\s(?:[a-z]+\s)?)?(?:per|an?|every|each)\s|\s?/\s?)([a-z]+)(?!\w)", re.IGNORECASE)
_PER_WHAT = frozenset(
    "second minute hour day night week month quarter year barrel share person head litre liter "
    "tonne ton kilo kilogram ounce gallon unit piece metre meter kilometre kilometer hectare acre "
    "vote capita household passenger flight trip decade".split()
)
_HURT = re.compile(
    r"\s(?:others?\s|more\s)?(?:(?:were|are|was|have been|had been)\s)?(?:killed|dead|injured|wounded|missing|hurt|displaced|arrested|detained)(?!\w)"
)
_ATTACHED_ONLY = frozenset("A F V J b g l t R P N K PS".split())
_FILLERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB"})
_NO_UNITS = frozenset("time times way ways other others day-to-day".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: characters `start` to `end` and tokens `first` to `last` (half open).

    `unit` is an ISO 4217 code, a unit's symbol or, for counts, the noun phrase counted;
    `name` the unit in words, in the singular. `noun` is the token number of what is
    counted. `high` is above `low` for a range. `head` is the token the phrase hangs on.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    low: float
    high: float
    unit: str
    name: str
    kind: Kind
    qualifier: Qualifier = "exact"
    movement: Movement | None = None
    noun: int | None = None
    vague: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class _Measured:
    """What stands around a number: its unit, and where the phrase begins and ends."""

    start: int
    end: int
    unit: str
    name: str
    kind: Kind
    noun: int | None = None
    factor: float = 1.0


def find_quantities(doc: Doc, *, countries: Iterable[str] = ()) -> tuple[Quantity, ...]:
    """Every quantity of one parsed sentence, in text order.

    `countries` (alpha-3, likeliest first) decide whose dollars or shillings are meant.
    Dates, clock times, ordinals and numbers that are names ("Article 5", "Su-35") are none.
    """
    lands = tuple(countries)
    found: list[Quantity] = []
    for number in find_numbers(doc.text):
        if _follows_dash(doc.text, number) and (not found or found[-1].end != number.start - 1):
            continue  # "2-1", "Boeing 737-800"
        measured = _measure(doc, number, lands)
        if measured is None:
            continue
        span = doc.char_span(measured.start, measured.end, alignment_mode="expand")
        if span is None:
            continue
        factor = measured.factor
        found.append(
            Quantity(
                measured.start,
                measured.end,
                span.start,
                span.end,
                span.root.i,
                number.low * factor,
                number.high * factor,
                measured.unit,
                measured.name,
                measured.kind,
                noun=measured.noun,
                vague=number.style == "vague",
            )
        )
    judged: list[Quantity] = []
    for quantity in _share_units(doc.text, _join_ranges(doc.text, found)):
        left = judged[-1] if judged else None
        quantity = _judge(doc, quantity)
        if left is not None and quantity.movement is None and re.fullmatch(r",?\sor\s", doc.text[left.end : quantity.start]):
            quantity = replace(quantity, movement=left.movement)
        judged.append(quantity)
    return tuple(judged)


def _judge(doc: Doc, quantity: Quantity) -> Quantity:
    return replace(
        quantity,
        qualifier=qualify(doc.text, quantity.start, quantity.end),
        movement=find_movement(doc, quantity.first, quantity.last, quantity.head),
    )


def qualify(text: str, start: int, end: int) -> Qualifier:
    """How exact a number is said to be, from the words right before and after it."""
    before = text[max(0, start - 44) : start]
    for name, pattern in _BEFORE:
        match = pattern.search(before)
        if match and not (name == "more_than" and re.search(r"(?:\bno|\bnot)\s$", before[: match.start("words")])):
            return name
    if re.search(r"[~≈]\s?$", before):
        return "about"
    if re.search(r"[<]\s?$", before):
        return "less_than"
    if re.search(r"[>]\s?$", before):
        return "more_than"
    return next((name for name, pattern in _AFTER if pattern.match(text, end)), "exact")


def _measure(doc: Doc, number: Number, countries: tuple[str, ...]) -> _Measured | None:
    text = doc.text
    if number.style == "share":
        return _Measured(number.start, number.end, "percent", "percentage", "fraction")
    if _dated(text, number):
        return None
    money = _money_before(text, number, countries)
    if money:
        return money
    if number.glued and not _follows_dash(text, number):
        return None
    return (
        _money_after(text, number, countries)
        or _in_unit(text, number)
        or _counted_thing(doc, number)
        or _bare(doc, number)
    )


def _follows_dash(text: str, number: Number) -> bool:
    """A second half of a range ("4-6 billion") is glued to a dash that follows a digit or unit."""
    before = text[max(0, number.start - 2) : number.start]
    return len(before) == 2 and before[1] in "-–" and (before[0].isdigit() or before[0] in "%°")


def _dated(text: str, number: Number) -> bool:
    """Whether a number is a day of a month or a year."""
    if number.style != "digits" or number.scaled or number.low != int(number.low):
        return False
    written = text[number.start : number.end]
    if 1 <= number.low <= 31:
        before = text[max(0, number.start - 40) : number.start]
        if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, number.end):
            return True
    if len(written) != 4 or not 1000 <= number.low <= 2150:
        return False
    if re.match(r"\s?(?:%|per\s?cent|[a-z]+)", text[number.end :]) and not _YEAR_BEFORE.search(
        text[: number.start]
    ):
        return False
    before = text[max(0, number.start - 12) : number.start]
    if money_sign_pattern().search(before) or unit_pattern().match(text, number.end):
        return False
    return bool(_YEAR_BEFORE.search(before)) or 1800 <= number.low <= 2100


def _money_before(text: str, number: Number, countries: tuple[str, ...]) -> _Measured | None:
    match = money_sign_pattern().search(text[max(0, number.start - 12) : number.start])
    if match is None:
        return None
    sign = "".join(match.group(1).split())
    gap = len(match.group()) - len(match.group(1))
    letters = sign.isalpha()
    if letters and len(sign) <= 2 and gap and not (sign in {"Rs", "Sh", "Tk", "Dh", "RM"} or number.scaled):
        return None
    if letters and len(sign) == 1 and (gap or not (number.scaled or "," in text[number.start : number.end])):
        return None
    if letters and not gap and text[number.start - 1] in "-–":
        return None
    start = number.start - len(match.group())
    code = issuer_currency(sign, money_signs()[sign], countries)
    tail = re.compile(r"\s(?:US|USD|CAD|AUD)(?!\w)").match(text, number.end)
    end = tail.end() if tail and code == "USD" else number.end
    word = _money_word(text, number.end)
    if word and word.group(1).lower().rstrip("s") in {"dollar", "euro", "pound", "yuan"}:
        end = word.end()
    return _priced(text, start, end, currencies()[code], 1.0)


def _money_word(text: str, at: int) -> re.Match[str] | None:
    return money_word_pattern().match(text, at)


def _money_after(text: str, number: Number, countries: tuple[str, ...]) -> _Measured | None:
    of = re.compile(r"\sof(?=\s)").match(text, number.end) if number.style == "vague" else None
    match = _money_word(text, of.end() if of else number.end)
    if match is None:
        coin = re.compile(r"(?:[\s-](cents?|pence|penny|sen|kopecks?)|(?<=\d)(p))(?!\w)").match(text, number.end)
        if coin is None:
            return None
        written = (coin.group(1) or "pence").lower()
        name = SMALL_COINS.get(written.removesuffix("s"), written)
        return _priced(text, number.start, coin.end(), Unit(written, name, "money"), 1.0)
    word = match.group(1)
    if word.lower() in {"pound", "pounds"} and re.match(r"[\s-](?:of|weight)\s", text[match.end() : match.end() + 8]):
        return _Measured(number.start, match.end(), "lb", "pound-mass", "measure")
    code = money_words().get(word.lower()) or money_signs()[word]
    if word.isupper() != (word.lower() == code.lower()) and word.lower() == code.lower():
        return None  # "all", "top", "try" are words before they are codes
    code = issuer_currency(word, code, countries)
    return _priced(text, number.start, match.end(), currencies()[code], 1.0)


def _priced(text: str, start: int, end: int, unit: Unit, factor: float) -> _Measured:
    per, per_end = _per(text, end)
    if per:
        return _Measured(start, per_end, f"{unit.symbol} per {per}", f"{unit.name} per {per}", "money")
    return _Measured(start, end, unit.symbol, unit.name, "money", factor=factor)


def _per(text: str, end: int) -> tuple[str, int]:
    match = _PER.match(text, end)
    if match and match.group(1).lower() in _PER_WHAT:
        return match.group(1).lower(), match.end()
    return "", end


def _in_unit(text: str, number: Number) -> _Measured | None:
    at, factor = number.end, 1.0
    if number.letter in {"m", "b", "T", "M", "B"} and not re.match(r"\s+[a-z]", text[at : at + 4]):
        at, factor = at - 1, 1.0 / {"m": 1e6, "b": 1e9, "T": 1e12, "M": 1e6, "B": 1e9}[number.letter]
        if number.letter != "m" and number.letter != "b":
            return None
    of = re.compile(r"\sof(?=\s)").match(text, at) if number.style == "vague" else None
    match = unit_pattern().match(text, of.end() if of else at)
    if match is None or not _unit_fits(text, number, match, at):
        return None
    unit = unit_of(match.group(1))
    end, factor = match.end(), factor * unit.factor
    if unit.kind == "time":
        old = re.compile(r"[\s-]olds?(?!\w)|\sof\sage(?!\w)").match(text, end)
        if unit.symbol == "years" and (old or text[: number.start].endswith("age of ")):
            return _Measured(number.start, old.end() if old else end, "years of age", "year of age", "age")
    if unit.kind == "age":
        return _Measured(number.start, end, "years of age", "year of age", "age")
    kind: Kind = {"share": "share", "time": "time", "index": "count", "ratio": "count", "name": "count"}.get(
        unit.kind, "measure"
    )  # type: ignore[assignment]
    per, per_end = _per(text, end)
    if per and unit.kind not in {"share", "rate", "speed"} and not (unit.kind == "time" and per == "share"):
        return _Measured(number.start, per_end, f"{unit.symbol} per {per}", f"{unit.name} per {per}", kind, factor=factor)
    return _Measured(number.start, end, unit.symbol, unit.name, kind, factor=factor)


def _unit_fits(text: str, number: Number, match: re.Match[str], at: int) -> bool:
    form = match.group(1)
    gap = text[at : match.start(1)]
    if form in _ATTACHED_ONLY and gap and number.style != "digits":
        return False
    if form in {"in", "G", "t", "b", "g"} and gap:
        return form == "b" and number.scaled
    if form.lower() == "points" or form.lower() == "point":
        return "-" not in gap or number.style == "digits"
    if form in {"second", "quarters"}:
        return number.style == "digits" and form == "second" or bool(gap.strip() == "-") or form == "quarters"
    if form == "times" and re.match(r"\s(?:since|that|in|when|before|during)", text[match.end() : match.end() + 8]):
        return True
    return True


def _counted_thing(doc: Doc, number: Number) -> _Measured | None:
    """The noun phrase a number counts: "27 oil tankers", "41 of its diplomats", "dozens of men"."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or _labels(doc, span, number):
        return None
    first = span.end
    if re.match(r"\s?[-–]\s?\d", doc.text[number.end : number.end + 4]):
        return None
    if first < len(doc) and doc[first].lower_ == "of":
        return _counted_of(doc, span, number)
    hurt = _HURT.match(doc.text, number.end)
    if hurt:
        return _Measured(number.start, hurt.end(), "people", "people", "count")
    while first < len(doc) and (doc[first].text == "-" or doc[first].lower_ in {"more", "additional", "further", "such"} ):
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


def _counted_of(doc: Doc, span: Span, number: Number) -> _Measured | None:
    first = span.end + 1
    while first < len(doc) and (
        doc[first].pos_ in {"DET", "PRON"} or doc[first].tag_ == "POS" or doc[first].dep_ in {"poss", "det", "predet"}
    ):
        first += 1
    last = _noun_run(doc, first)
    if last is None:
        return None
    noun = doc[last]
    if number.style != "vague" and noun.tag_ not in {"NNS", "NNPS"} and noun.lower_ not in {"people", "staff", "police"}:
        return None
    return _count(doc, number, first, last)


def _count(doc: Doc, number: Number, first: int, last: int) -> _Measured:
    words = [t for t in doc[first : last + 1] if t.pos_ not in {"DET", "PUNCT", "ADV", "CCONJ"} and (not t.is_stop or t.lower_ == "other" or _hyphenated(t))]
    words = words or [doc[last]]
    unit = _joined(doc, [(t.i, t.text) for t in words])
    name = _joined(doc, [(t.i, t.lemma_.lower() if t.i == last else t.lower_) for t in words])
    end = doc[last].idx + len(doc[last])
    per, per_end = _per(doc.text, end)
    if per:
        return _Measured(number.start, per_end, f"{unit} per {per}", f"{name} per {per}", "count", noun=last)
    return _Measured(number.start, end, unit, name, "count", noun=last)


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
        if token.pos_ in {"NOUN", "PROPN"} and not (last is not None and token.ent_type_ in {"DATE", "TIME"}):
            last = i
            if token.tag_ in {"NNS", "NNPS"} and not _goes_on(doc, i):
                break
        elif token.pos_ == "VERB" and (token.tag_ not in {"VBN", "VBG"} or last is not None):
            break
        elif token.pos_ == "ADV" and not (i + 1 < len(doc) and doc[i + 1].pos_ in {"ADJ", "VERB"}):
            break
        elif token.pos_ == "CCONJ" and last is None and i > first and i + 1 < len(doc) and doc[i + 1].pos_ == "ADJ":
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
    return hyphen or noun.lower_ in {"people", "staff", "personnel", "police", "crew", "aircraft", "head", "cattle", "sheep"}


def _labels(doc: Doc, span: Span, number: Number) -> bool:
    """Whether a number is part of a name ("Article 5", "Arctic LNG 2", "Group of 20")."""
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if number.style in {"words", "vague"}:
        return bool(number.low == 1 and _idle_one(doc, span))
    if before is None:
        return after is not None and after.text in {".", ")"}
    if before.lower_.rstrip(".") in _LABELS:
        return not (after is not None and after.tag_ == "NNS" and before.lower_ not in {"article", "phase"})
    if re.search(r"\b(?:Group|Gang|Club|Big|Top) (?:of )?$", doc.text[: number.start]):
        return True
    named = before.pos_ in _NAMED and before.text[:1].isupper() and not number.scaled
    return named and not (after is not None and after.tag_ == "NNS" and after.text.islower())


def _idle_one(doc: Doc, span: Span) -> bool:
    """"No one", "one another", "one day", "each one", "one they lose": no count."""
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if before in {"no", "each", "any", "every", "this", "that", "another", "number", "day", "which", "first", "last"}:
        return True
    return after in {"another", "day", "-", "thing", "way", "by", "hand", "side", "point"} or (
        span.end < len(doc) and doc[span.end].pos_ in {"PRON", "VERB", "AUX", "PUNCT"} and after != "of"
    )


def _bare(doc: Doc, number: Number) -> _Measured | None:
    """A number with nothing counted near it: kept for what its neighbours may lend it."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or _labels(doc, span, number) or number.style in {"words", "vague"}:
        return None
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.pos_ in {"NOUN", "PROPN"} and before.is_alpha and not number.scaled:
        return None
    after = doc.text[number.end : number.end + 3]
    if re.match(r"[-–][A-Za-z]|[.)]\s*[A-Z]", after) and not number.scaled and span.start == 0:
        return None
    age = re.compile(r"\b(?:aged?|ages? of|who (?:was|is|turned)|turned|be)\s$").search(doc.text[: number.start])
    if age and 1 <= number.low <= 110 and not number.scaled:
        return _Measured(number.start, number.end, "years of age", "year of age", "age")
    return _Measured(number.start, number.end, "", "-", "bare")


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Two numbers of one unit joined by a dash, "to" or "between … and" are one quantity with two ends."""
    joined: list[Quantity] = []
    for quantity in found:
        left = joined[-1] if joined else None
        if left is not None and _one_range(text, left, quantity):
            low = left.low
            if left.kind == "bare" and left.low < quantity.low:
                low = _scaled_alike(text, left, quantity)
            joined[-1] = replace(
                quantity, start=left.start, first=left.first, low=low, high=quantity.high
            )
        else:
            joined.append(quantity)
    return joined


def _scaled_alike(text: str, left: Quantity, right: Quantity) -> float:
    """The first number of a range takes the second's scale: "4-6 billion"."""
    match = re.search(rf"\d[\s-]?(hundred|thousand|million|billion|trillion|crore|lakh|bn|mn|tn|[kmbMBK])\b", text[right.start : right.end])
    scales = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5, "bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9}
    factor = scales.get(match.group(1), 1.0) if match else 1.0
    return left.low * factor if left.low < 1000 and left.low * factor < right.high else left.low


def _one_range(text: str, left: Quantity, right: Quantity) -> bool:
    between = text[left.end : right.start]
    link = re.fullmatch(r"\s?(-|–|—|to|and|or|to-)\s?", between, re.IGNORECASE)
    if link is None or left.low != left.high and not left.vague:
        return False
    word = link.group(1).lower()
    before = text[max(0, left.start - 12) : left.start].lower()
    if left.kind == right.kind == "bare":
        return (word == "and" and "between " in before) or (word == "to" and "from " in before)
    same = left.unit == right.unit or right.unit.startswith(f"{left.unit} per ")
    if right.kind == "bare" or (left.kind != "bare" and not same):
        return False
    if word == "and":
        return "between " in before
    if word == "or":
        return left.kind == "bare" and right.kind != "money" and right.low == left.low + 1
    if word == "to":
        return not before.endswith("by ") and left.kind != "share" or "from " in before or "between " in before or left.kind == "bare" or left.low < right.low
    return left.low < right.low


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number right beside one with a unit means the same unit: "8 or $9", "84.75 cents … 74.07"."""
    lent: list[Quantity] = []
    for i, quantity in enumerate(found):
        if quantity.kind == "bare":
            donor = _donor(text, quantity, found[i + 1 : i + 2], lent[-1:])
            if donor:
                quantity = replace(quantity, unit=donor.unit, name=donor.name, kind=donor.kind, inherited=True)
        lent.append(quantity)
    return lent


def _donor(text: str, bare: Quantity, after: list[Quantity], before: list[Quantity]) -> Quantity | None:
    for other in after:
        gap = text[bare.end : other.start]
        if re.fullmatch(r"\s?(?:,|or|and|/|,?\s?(?:or|and))\s?", gap) and other.kind not in {"bare", "count", "time"}:
            return other
    for other in before:
        same = 0.001 <= (bare.low / other.low if other.low else 0) <= 1000
        near = len(text[other.end : bare.start]) < 60
        kinds = {"money", "measure", "share"} if "point" not in other.unit else {"count"}
        if same and near and (other.kind in kinds or (other.kind == "count" and bare.low >= 1e5)):
            return other
    return None


def iter_tokens(doc: Doc, quantity: Quantity) -> Iterator[Token]:
    """The tokens a quantity covers."""
    yield from doc[quantity.first : quantity.last]
