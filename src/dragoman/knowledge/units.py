"""Units: what quantities are counted in, and how each is written. Data in three tables beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

# Words that several states call their money by; the issuer must come from the context.
SHARED_MONEY: dict[str, tuple[str, tuple[str, ...]]] = {
    "dollar": ("USD", tuple("USD AUD CAD NZD HKD SGD TWD FJD SBD JMD GYD TTD BBD NAD LRD".split())),
    "pound": ("GBP", tuple("GBP EGP LBP SYP SDG SSP".split())),
    "rupee": ("INR", tuple("INR PKR LKR NPR MUR SCR".split())),
    "peso": ("MXN", tuple("MXN ARS CLP COP CUP DOP PHP UYU".split())),
    "franc": ("CHF", tuple("CHF XOF XAF RWF CDF BIF GNF DJF KMF XPF".split())),
    "shilling": ("KES", tuple("KES TZS UGX SOS".split())),
    "ruble": ("RUB", ("RUB", "BYN")),
    "rouble": ("RUB", ("RUB", "BYN")),
    "dirham": ("AED", ("AED", "MAD")),
    "dinar": ("KWD", tuple("KWD IQD JOD BHD LYD TND DZD RSD".split())),
    "riyal": ("SAR", ("SAR", "QAR")),
    "rial": ("IRR", tuple("IRR OMR YER".split())),
    "lira": ("TRY", ("TRY", "SYP", "LBP")),
    "krona": ("SEK", ("SEK", "ISK")),
    "kronor": ("SEK", ("SEK",)),
    "krone": ("NOK", ("NOK", "DKK")),
    "kroner": ("NOK", ("NOK", "DKK")),
    "manat": ("AZN", ("AZN", "TMT")),
    "som": ("KGS", ("KGS", "UZS")),
    "leu": ("RON", ("RON", "MDL")),
    "lei": ("RON", ("RON", "MDL")),
    "kwacha": ("ZMW", ("ZMW", "MWK")),
    "real": ("BRL", ("BRL",)),
}
# Signs that several states write before their money.
SHARED_SIGNS: dict[str, tuple[str, ...]] = {
    "$": SHARED_MONEY["dollar"][1],
    "£": SHARED_MONEY["pound"][1],
    "Rs": SHARED_MONEY["rupee"][1],
    "Sh": SHARED_MONEY["shilling"][1],
    "Shs": SHARED_MONEY["shilling"][1],
    "¥": ("JPY", "CNY"),
    "Dh": ("AED", "MAD"),
    "C$": ("CAD", "NIO"),
    "K": ("ZMW", "PGK", "MWK"),
}
SMALL_COINS = {"cent": "cent", "penny": "penny", "pence": "penny", "sen": "sen", "kopeck": "kopeck"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: `symbol` as a record gives it, `name` in words, `kind` what it measures.

    `factor` is how many of `symbol` one such unit is ("bcm": 1e9 m3).
    """

    symbol: str
    name: str
    kind: str
    factor: float = 1.0


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every form a unit of measure is written in, to the unit."""
    found: dict[str, Unit] = {}
    for symbol, name, kind, forms, *factor in _rows("units.tsv"):
        unit = Unit(symbol, name, kind, float(factor[0]) if factor else 1.0)
        for form in forms.split("|"):
            found.setdefault(form, unit)
    return found


@lru_cache(maxsize=1)
def currencies() -> dict[str, Unit]:
    """ISO 4217 code to currency."""
    return {code: Unit(code, name, "money") for code, name, *_ in _rows("currencies.tsv")}


@lru_cache(maxsize=1)
def money_signs() -> dict[str, str]:
    """What is written right before an amount ("US$", "KSh", "€", "USD") to the code."""
    return {
        sign: code
        for code, _, _, signs, _ in reversed(list(_rows("currencies.tsv")))
        for sign in signs.split("|")
    }


@lru_cache(maxsize=1)
def money_words() -> dict[str, str]:
    """What is written after an amount ("euros", "Australian dollars"), in lower case, to the code."""
    found = {code.lower(): code for code in currencies()}
    for code, _, _, _, words in _rows("currencies.tsv"):
        found |= dict.fromkeys(words.split("|"), code)
    for word, (code, _) in SHARED_MONEY.items():
        found |= {word: code, f"{word}s": code}
    return found


def issuer_currency(sign_or_word: str, default: str, countries: Iterable[str]) -> str:
    """Of the currencies a shared sign or word may mean, the one of the first country that has one."""
    word = sign_or_word.lower()
    choices = (
        SHARED_SIGNS.get(sign_or_word)
        or SHARED_MONEY.get(word, SHARED_MONEY.get(word.removesuffix("s"), (default, ())))[1]
    )
    issued = _issued()
    for country in countries:
        if issued.get(country) in choices:
            return issued[country]
    return default


@lru_cache(maxsize=1)
def counted() -> dict[str, str]:
    """Nouns worth counting in the news (singular, lower case) to the unit they are counted in."""
    found: dict[str, str] = {}
    for unit, nouns in _rows("counts.tsv"):
        for noun in nouns.split("|"):
            found.setdefault(noun.lower(), plural(noun) if unit == "=" else unit)
    return found


@lru_cache(maxsize=1)
def money_sign_pattern() -> re.Pattern[str]:
    """A money sign standing right before an amount; the sign is group 1."""
    signs = sorted(money_signs(), key=len, reverse=True)
    joined = "|".join(re.sub(r"(?<=[A-Z.])\\\$", r"\\s?\\$", re.escape(sign)) for sign in signs)
    return re.compile(rf"(?<![A-Za-z$€£¥])({joined})\.?\s?[-–−]?$")


@lru_cache(maxsize=1)
def money_word_pattern() -> re.Pattern[str]:
    """A money word standing right after an amount; the word is group 1."""
    words = sorted({*money_words(), "€", "£", "₽", "₴"}, key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"[\s-]{{0,2}}({joined})(?![\w])", re.IGNORECASE)


@lru_cache(maxsize=1)
def unit_pattern() -> re.Pattern[str]:
    """A unit of measure standing right after a number; the unit is group 1."""
    forms = sorted(units(), key=len, reverse=True)
    joined = "|".join(
        re.escape(form) if _by_case(form) else f"(?i:{re.escape(form)})" for form in forms
    )
    return re.compile(rf"[\s-]{{0,2}}({joined})(?![\w²³])")


def unit_of(form: str) -> Unit:
    """The unit a form matched by `unit_pattern` stands for."""
    table = units()
    return table[form] if form in table else _folded()[form.lower()]


def plural(noun: str) -> str:
    """The plural of an English noun, by the regular rules.

    >>> plural("bus"), plural("company"), plural("ship")
    ('buses', 'companies', 'ships')
    """
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@lru_cache(maxsize=1)
def _folded() -> dict[str, Unit]:
    return {form.lower(): unit for form, unit in reversed(units().items())}


def _by_case(form: str) -> bool:
    return len(form) < 4 or not form.islower()


@lru_cache(maxsize=1)
def _issued() -> dict[str, str]:
    rows = list(_rows("currencies.tsv"))
    return {land: code for code, _, lands, *_ in reversed(rows) for land in lands.split(",")}


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files("dragoman.knowledge").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
