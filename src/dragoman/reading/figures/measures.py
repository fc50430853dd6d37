"""Measures: numbers with what they count or measure, how exactly, and in which direction they move.

Every quantity of a parsed sentence, newsworthy or not; `quantities` picks from these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.knowledge.units import (
    money_sign_pattern,
    money_word_pattern,
    unit_pattern,
)
from dragoman.model.claim import Qualifier
from dragoman.reading.figures.counting import bare_number, counted_thing
from dragoman.reading.figures.exactness import qualify
from dragoman.reading.figures.movement import Movement, find_movement
from dragoman.reading.figures.numbers import Number, find_numbers
from dragoman.reading.figures.written_units import (
    Kind,
    Measured,
    in_unit,
    money_after,
    money_before,
)
from dragoman.reading.parse import text_of

MOST = 120  # numbers in one sentence; more is a table run together, not prose
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"


_MONTH_BEFORE = re.compile(rf"(?<![A-Za-z]){_MONTH}\s(?:\d{{1,2}}\s?(?:-|–|to|and|or|,)\s?)*$")


_MONTH_AFTER = re.compile(rf"(?:\s?(?:-|–|to|and|or)\s?\d{{1,2}})?(?:\sof)?\s{_MONTH}(?![a-z])")


_PLURAL_AFTER = re.compile(
    r"\s(?:(?!levels|prices|standards|elections|terms|accords|figures)[a-z]+s|people|troops|men|women|children)(?!\w)|\s?(?:%|per\s?cent)"
)
_OWNED = re.compile(r"['’]s?\s$")
_YEAR_BEFORE = re.compile(
    rf"(?:{_MONTH},?|\d,|[Ii]n|[Ss]ince|[Bb]y|[Oo]f|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Dd]uring|[Bb]etween|[Aa]nd|"
    r"[Ee]arly|[Ll]ate|[Mm]id|[Ff]or|[Tt]he|[Aa]fter|[Bb]efore|[Tt]hrough|[Yy]ear|[Ii]ts|[Aa]|[Ss]pring|[Ss]ummer|"
    r"[Aa]utumn|[Ff]all|[Ww]inter|\(|^)[\s-]?$"
)


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


def find_quantities(doc: Doc, *, countries: Iterable[str] = ()) -> tuple[Quantity, ...]:
    """Every quantity of one parsed sentence, in text order.

    `countries` (alpha-3, likeliest first) decide whose dollars or shillings are meant.
    Dates, clock times, ordinals and numbers that are names ("Article 5", "Su-35") are none.
    Only the first `MOST` numbers of a sentence are looked at.
    """
    lands = tuple(countries)
    found: list[Quantity] = []
    for number in find_numbers(text_of(doc))[:MOST]:
        if _follows_dash(text_of(doc), number) and (not found or found[-1].end != number.start - 1):
            continue  # "2-1", "Boeing 737-800"
        measured = _measure(doc, number, lands)
        quantity = _quantity(doc, number, measured) if measured else None
        if quantity is not None:
            found.append(quantity)
    judged: list[Quantity] = []
    for quantity in _share_units(text_of(doc), _join_ranges(text_of(doc), found)):
        judged.append(_judge(doc, quantity, judged[-1] if judged else None))
    return tuple(judged)


def _quantity(doc: Doc, number: Number, measured: Measured) -> Quantity | None:
    span = doc.char_span(measured.start, measured.end, alignment_mode="expand")
    if span is None:
        return None
    return Quantity(
        measured.start,
        measured.end,
        span.start,
        span.end,
        span.root.i,
        number.low * measured.factor,
        number.high * measured.factor,
        measured.unit,
        measured.name,
        measured.kind,
        noun=measured.noun,
        vague=number.style == "vague",
    )


def _judge(doc: Doc, quantity: Quantity, left: Quantity | None) -> Quantity:
    """A quantity with its exactness and movement; "3 points, or 2 percent" is one movement told twice."""
    movement = find_movement(doc, quantity.first, quantity.last, quantity.head)
    if movement is None and left is not None:
        again = re.fullmatch(r",?\sor\s", text_of(doc)[left.end : quantity.start])
        movement = left.movement if again else None
    qualifier = qualify(text_of(doc), quantity.start, quantity.end)
    return replace(quantity, qualifier=qualifier, movement=movement)


def _measure(doc: Doc, number: Number, countries: tuple[str, ...]) -> Measured | None:
    text = text_of(doc)
    if number.style == "share":
        return Measured(number.start, number.end, "percent", "percentage", "fraction")
    if _dated(text, number):
        return None
    money = money_before(text, number, countries)
    if money:
        return money
    if number.glued and not _follows_dash(text, number):
        return None
    return (
        money_after(text, number, countries)
        or in_unit(text, number)
        or counted_thing(doc, number)
        or bare_number(doc, number)
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
    before = text[max(0, number.start - 12) : number.start]
    if money_sign_pattern().search(before) or unit_pattern().match(text, number.end):
        return False
    if money_word_pattern().match(text, number.end):
        return False
    counted = _PLURAL_AFTER.match(text, number.end) and not _OWNED.search(before)
    if counted and not _YEAR_BEFORE.search(before):
        return False
    return 1800 <= number.low <= 2100 or bool(_YEAR_BEFORE.search(before))


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
    match = re.search(
        r"\d[\s-]?(hundred|thousand|million|billion|trillion|crore|lakh|bn|mn|tn|[kmbMBK])\b",
        text[right.start : right.end],
    )
    scales = {
        "hundred": 1e2,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "crore": 1e7,
        "lakh": 1e5,
        "bn": 1e9,
        "mn": 1e6,
        "tn": 1e12,
        "k": 1e3,
        "K": 1e3,
        "m": 1e6,
        "M": 1e6,
        "b": 1e9,
        "B": 1e9,
    }
    factor = scales.get(match.group(1), 1.0) if match else 1.0
    return left.low * factor if left.low < 1000 and left.low * factor < right.high else left.low


def _one_range(text: str, left: Quantity, right: Quantity) -> bool:
    between = text[left.end : right.start]
    link = re.fullmatch(r"\s?(-|–|—|to|and|or|to-)\s?", between, re.IGNORECASE)
    if link is None or (left.low != left.high and not left.vague):
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
        return (
            (not before.endswith("by ") and left.kind != "share")
            or "from " in before
            or "between " in before
            or left.kind == "bare"
            or left.low < right.low
        )
    return left.low < right.low


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number right beside one with a unit means the same unit: "8 or $9", "84.75 cents … 74.07"."""
    lent: list[Quantity] = []
    for i, quantity in enumerate(found):
        if quantity.kind == "bare":
            donor = _donor(text, quantity, found[i + 1 : i + 2], lent[-1:])
            if donor:
                quantity = replace(
                    quantity, unit=donor.unit, name=donor.name, kind=donor.kind, inherited=True
                )
        lent.append(quantity)
    return lent


def _donor(
    text: str, bare: Quantity, after: list[Quantity], before: list[Quantity]
) -> Quantity | None:
    for other in after:
        gap = text[bare.end : other.start]
        if re.fullmatch(r"\s?(?:,|or|and|/|,?\s?(?:or|and))\s?", gap) and other.kind not in {
            "bare",
            "count",
            "time",
        }:
            return other
    for other in before:
        same = 0.001 <= (bare.low / other.low if other.low else 0) <= 1000
        near = len(text[other.end : bare.start]) < 60
        kinds = {"money", "measure", "share"} if "point" not in other.unit else {"count"}
        if same and near and (other.kind in kinds or (other.kind == "count" and bare.low >= 1e5)):
            return other
    return None
