"""Written units: the money sign, money word or unit of measure that stands beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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
from dragoman.reading.figures.numbers import Number

Kind = Literal["money", "measure", "time", "share", "fraction", "age", "count", "bare"]


_PER = re.compile(
    r"(?:\s(?:of\s[a-z]+\s(?:[a-z]+\s)?)?(?:per|an?|every|each)\s|\s?/\s?)([a-z]+)(?!\w)",
    re.IGNORECASE,
)


_PER_WHAT = frozenset(
    "second minute hour day night week month quarter year barrel share person head litre liter "
    "tonne ton kilo kilogram ounce gallon unit piece metre meter kilometre kilometer hectare acre "
    "vote capita household passenger flight trip decade".split()
)


_OF = re.compile(r"\sof(?=\s)")
_OLD = re.compile(r"[\s-]olds?(?!\w)|\sof\sage(?!\w)")
# "5m tonnes" is millions; "5m high" is metres
_MILLIONS = re.compile(
    r"\s+(?!(?:high|long|wide|deep|tall|thick|away|above|below|from|off|in|at|and|or)\b)[a-z]"
)
_LETTER_UNITS = {"m": 1e6, "b": 1e9}
_KINDS: dict[str, Kind] = {
    "share": "share",
    "time": "time",
    "index": "count",
    "ratio": "count",
    "name": "count",
}
_ATTACHED_ONLY = frozenset("A F V J b g l t R P N K PS".split())


@dataclass(frozen=True, slots=True)
class Measured:
    """What stands around a number: its unit, and where the phrase begins and ends."""

    start: int
    end: int
    unit: str
    name: str
    kind: Kind
    noun: int | None = None
    factor: float = 1.0


def money_before(text: str, number: Number, countries: tuple[str, ...]) -> Measured | None:
    match = money_sign_pattern().search(text[max(0, number.start - 12) : number.start])
    if match is None:
        return None
    sign = "".join(match.group(1).split())
    gap = len(match.group()) - len(match.group(1))
    letters = sign.isalpha()
    if (
        letters
        and len(sign) <= 2
        and gap
        and not (sign in {"Rs", "Sh", "Tk", "Dh", "RM"} or number.scaled)
    ):
        return None
    if (
        letters
        and len(sign) == 1
        and (gap or not (number.scaled or "," in text[number.start : number.end]))
    ):
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


def money_after(text: str, number: Number, countries: tuple[str, ...]) -> Measured | None:
    of = re.compile(r"\sof(?=\s)").match(text, number.end) if number.style == "vague" else None
    match = _money_word(text, of.end() if of else number.end)
    if match is None:
        coin = re.compile(r"(?:[\s-](cents?|pence|penny|sen|kopecks?)|(?<=\d)(p))(?!\w)").match(
            text, number.end
        )
        if coin is None:
            return None
        written = (coin.group(1) or "pence").lower()
        name = SMALL_COINS.get(written.removesuffix("s"), written)
        return _priced(text, number.start, coin.end(), Unit(written, name, "money"), 1.0)
    word = match.group(1)
    if word.lower() in {"pound", "pounds"} and (
        re.match(r"[\s-](?:of|weight)\s", text[match.end() : match.end() + 8])
        or re.search(r"\bweigh\w*\s(?:\w+\s){0,3}$", text[max(0, number.start - 40) : number.start])
    ):
        return Measured(number.start, match.end(), "lb", "pound-mass", "measure")
    code = money_words().get(word.lower()) or money_signs()[word]
    if word.isupper() != (word.lower() == code.lower()) and word.lower() == code.lower():
        return None  # "all", "top", "try" are words before they are codes
    code = issuer_currency(word, code, countries)
    return _priced(text, number.start, match.end(), currencies()[code], 1.0)


def _priced(text: str, start: int, end: int, unit: Unit, factor: float) -> Measured:
    per, per_end = per_what(text, end)
    if per:
        return Measured(
            start, per_end, f"{unit.symbol} per {per}", f"{unit.name} per {per}", "money"
        )
    return Measured(start, end, unit.symbol, unit.name, "money", factor=factor)


def per_what(text: str, end: int) -> tuple[str, int]:
    match = _PER.match(text, end)
    if match and match.group(1).lower() in _PER_WHAT:
        return match.group(1).lower(), match.end()
    return "", end


def in_unit(text: str, number: Number) -> Measured | None:
    """The unit of measure right after a number, with "per …" where it says so."""
    at, factor = number.end, 1.0
    if number.letter in _LETTER_UNITS and not _MILLIONS.match(text, at):
        at, factor = at - 1, 1.0 / _LETTER_UNITS[number.letter]  # "5m" is metres after all
    elif number.letter in {"T", "M", "B"} and not re.match(r"\s+[a-z]", text[at : at + 4]):
        return None
    of = _OF.match(text, at) if number.style == "vague" else None
    match = unit_pattern().match(text, of.end() if of else at)
    if match is None or not _unit_fits(text, number, match, at):
        return None
    unit = unit_of(match.group(1))
    aged = _aged(text, number, unit, match.end())
    if aged is not None:
        return aged
    kind = _KINDS.get(unit.kind, "measure")
    end, symbol, name = match.end(), unit.symbol, unit.name
    per, per_end = per_what(text, end)
    if per and unit.kind not in {"share", "rate", "speed"}:
        end, symbol, name = per_end, f"{symbol} per {per}", f"{name} per {per}"
    return Measured(number.start, end, symbol, name, kind, factor=factor * unit.factor)


def _aged(text: str, number: Number, unit: Unit, end: int) -> Measured | None:
    """ "60 years old", "under the age of 5 years"."""
    old = _OLD.match(text, end)
    years = unit.symbol == "years" and (old or text[: number.start].endswith("age of "))
    if unit.kind != "age" and not years:
        return None
    return Measured(number.start, old.end() if old else end, "years of age", "year of age", "age")


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
        return (
            (number.style == "digits" and form == "second")
            or bool(gap.strip() == "-")
            or form == "quarters"
        )
    if form == "times" and re.match(
        r"\s(?:since|that|in|when|before|during)", text[match.end() : match.end() + 8]
    ):
        return True
    return True
