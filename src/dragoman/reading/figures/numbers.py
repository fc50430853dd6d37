"""Numbers: every number a sentence writes, in digits, in words or vaguely ("dozens"), with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.knowledge.numerals import SMALL, TENS

Style = Literal["digits", "words", "vague", "share"]

_UNITS = {word: float(i) for i, word in enumerate(SMALL)} | {
    word: 10.0 * (i + 2) for i, word in enumerate(TENS)
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "dozen": 12.0,
}
_LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mil": 1e6, "b": 1e9, "B": 1e9, "T": 1e12}
_PLURALS = {
    "dozens": (12.0, 120.0),
    "scores": (20.0, 200.0),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4),
    "tens of thousands": (1e4, 1e5),
    "hundreds of thousands": (1e5, 1e6),
    "millions": (1e6, 1e7),
    "tens of millions": (1e7, 1e8),
    "hundreds of millions": (1e8, 1e9),
    "billions": (1e9, 1e10),
    "tens of billions": (1e10, 1e11),
    "hundreds of billions": (1e11, 1e12),
    "trillions": (1e12, 1e13),
}
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_LEADS = {"half a": 0.5, "two": 2.0, "three": 3.0}
_LETTERS_ONLY = re.compile(r"[A-Za-z]+")
_GLYPHS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}

_SCALE = "hundred|thousand|lakh|million|mn|mln|crore|billion|bn|bln|trillion|tn|trn|dozen"
_WORD = "|".join(
    sorted(
        {*_UNITS, *"hundred thousand lakh million crore billion trillion".split()},
        key=len,
        reverse=True,
    )
)
_DIGITS = re.compile(
    rf"""(?<![\d,:/])(?<!\d\.)
    (?P<number>(?:\d{{1,3}}(?:,\d{{2,3}})+(?!\d)|\d{{1,15}})(?:\.\d{{1,9}})?|(?<![\w])\.\d{{1,9}})
    (?P<over>/\d{{1,2}}(?![\d/]))?
    (?P<glyph>[½⅓⅔¼¾])?
    (?:(?:[\s-]?(?P<scale>{_SCALE})s?(?![\w])(?:\s(?P<more>thousand|million|billion|trillion|crore)(?!\w))?)
      |(?P<letter>k|K|mil|m|M|b|B|T)(?![\w²³]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<lead>an?|half\sa|one|two|three|several)(?=\s(?:{_SCALE})(?!\w))\s)?"
    rf"(?P<words>(?:{_WORD}|dozen)(?:(?:-|\s|\sand\s)(?:{_WORD}))*)(?!\w)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?<![\w-])(?P<plural>(?:tens\sof\s|hundreds\sof\s)?(?:dozens|scores(?=\sof)|hundreds|thousands|millions|billions|trillions))(?!\w)",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"(?<![\w-])(?:(?P<count>an?|one|two|three|four|five|seven|nine)[\s-])?"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?!\w)",
    re.IGNORECASE,
)
_FOLDS = re.compile(rf"(?<![\w-])(?P<count>{'|'.join(_UNITS)})-?fold(?!\w)", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th|s|ers?)(?!\w)|:\d|\s?(?:a\.m|p\.m|am|pm|AM|PM)(?!\w)|\.\d|/\d|['’]s?\s?(?:clock)|\s?o['’]clock"
)
_TIME_OF_DAY = re.compile(r"^\d{1,2}(?:\.\d\d)?\s?(?:a\.m|p\.m|am|pm)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: characters `start` to `end` of the text and its value.

    `high` is above `low` for a vague number only ("dozens": 12 to 120). A share ("half",
    "two-thirds") is given in percent. `glued` says that letters or a hyphen stand right
    before it ("KSh350", "Su-35"), `scaled` that a scale word or letter is part of it and
    `letter` which letter, since "5m" may be metres.
    """

    start: int
    end: int
    low: float
    high: float
    style: Style
    glued: bool = False
    scaled: bool = False
    letter: str = ""


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text in order; ordinals, clock times and decimal outlines left out."""
    found = sorted(
        [*_in_digits(text), *_vaguely(text), *_shares(text), *_folds(text), *_in_words(text)],
        key=lambda n: (n.start, -n.end),
    )
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def _in_digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if _NOT_AFTER.match(text, match.end("number")) and not match["over"]:
            continue
        if _TIME_OF_DAY.match(text[start : start + 12]) or (
            not match["letter"] and _letters_on(text, end)
        ):
            continue
        if (
            re.search(r"\d{4}-(?:\d\d-)?$", text[max(0, start - 8) : start])
            and len(match["number"]) == 2
        ):
            continue  # 2024-05-17
        value = float(match["number"].replace(",", ""))
        if match["over"]:
            value = _over(value, int(match["over"][1:]))
        if match["glyph"]:
            value += _GLYPHS[match["glyph"]]
        value *= _SCALES.get((match["scale"] or "").lower(), 1.0)
        value *= _SCALES.get((match["more"] or "").lower(), 1.0)
        letter = match["letter"] or ""
        value *= _LETTERS.get(letter, _LETTERS.get(letter.lower(), 1.0)) if letter else 1.0
        start, value = _signed(text, start, value)
        yield Number(
            start,
            end,
            value,
            value,
            "digits",
            glued=start > 0 and (text[start - 1].isalpha() or text[start - 1] in "-–"),
            scaled=bool(match["scale"] or letter),
            letter=letter,
        )


def _letters_on(text: str, end: int) -> bool:
    """Whether letters run on that are no unit: "787s", "4x4", "3rd"."""
    rest = re.match(r"[A-Za-z]+", text[end : end + 12])
    return bool(rest and rest.group().lower() in {"s", "x", "th", "st", "nd", "rd", "d"})


def _signed(text: str, start: int, value: float) -> tuple[int, float]:
    """A minus sign or the word belongs to the number where nothing is glued before it."""
    before = text[max(0, start - 7) : start]
    match = re.search(r"(?:(?<![\w\s-])|(?<=\s)|^)([-−]|minus[\s-])$", before)
    if match is None:
        return start, value
    return start - len(match.group(1)), -value


def _over(value: float, divisor: int) -> float:
    return value / divisor if divisor else value


def _folds(text: str) -> Iterator[Number]:
    """ "Tenfold", "six-fold": the number of times."""
    for match in _FOLDS.finditer(text):
        value = _UNITS[match["count"].lower()]
        yield Number(match.start(), match.end("count"), value, value, "words")


def _vaguely(text: str) -> Iterator[Number]:
    for match in _VAGUE.finditer(text):
        low, high = _PLURALS[" ".join(match["plural"].lower().split())]
        yield Number(*match.span(), low, high, "vague", scaled=True)


def _shares(text: str) -> Iterator[Number]:
    """Fractions: a part needs a count before it, or "of" or an article after it."""
    for match in _SHARES.finditer(text):
        part, count = match["part"].lower(), (match["count"] or "").lower()
        follows = re.match(
            r"\s(?:of|the|its|their|his|a|all|that)(?!\w)", text[match.end() : match.end() + 8]
        )
        if re.match(
            r"[\s-](?:a|an)\s(?:million|billion|trillion|dozen)",
            text[match.end() : match.end() + 12],
        ):
            continue
        if (part.endswith("s") and not count) or (part != "half" and not count):
            continue
        if not follows and not (part.endswith("s") or part == "half"):
            continue
        if part == "half" and (
            not follows or re.search(r"(?:first|second|latter|other)\s$", text[: match.start()])
        ):
            continue
        times = 1.0 if count in {"", "a", "an"} else _UNITS[count]
        value = round(100.0 * times / _PARTS[part.removesuffix("s")], 1)
        if value < 100:
            yield Number(*match.span(), value, value, "share")


def _in_words(text: str) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        lead = " ".join((match["lead"] or "").lower().split())
        start = match.start("words")
        words = [
            (start + w.start(), w.group().lower()) for w in _LETTERS_ONLY.finditer(match["words"])
        ]
        if lead == "several" or (not lead and words[0][1] in _SCALES and words[0][1] != "dozen"):
            continue
        first = True
        while words:
            size, value = _longest(words, _LEADS.get(lead, 1.0) if first else 1.0)
            at = match.start() if first else words[0][0]
            last = words[max(size, 1) - 1]
            if size and value:
                end = last[0] + len(last[1])
                yield Number(at, end, value, value, "words", scaled=last[1] in _SCALES)
            words, first = words[max(size, 1) :], False


def _longest(words: list[tuple[int, str]], lead: float) -> tuple[int, float]:
    """How many of the first words make one number, and which; ("two", "and", "three") make two."""
    for size in range(min(len(words), 14), 0, -1):
        part = [word for _, word in words[:size]]
        if part[0] == "and" or part[-1] == "and":
            continue
        value = _compose(part, lead)
        if value is not None:
            return size, value
    return 0, 0.0


def _compose(words: list[str], lead: float) -> float | None:
    """The value of number words; None where they do not make one number ("five six")."""
    total, group, last = 0.0, lead if words[0] in _SCALES else 0.0, 1e18
    for word in words:
        if word == "and":
            if last < 100:
                return None
            continue
        if word in _UNITS:
            value = _UNITS[word]
            if last <= 10 or (value >= 10 and last < 100) or (value < 10 and last < 20):
                return None
            group += value
            last = value if value else 1.0
            continue
        scale = _SCALES[word]
        if scale <= 100:
            group *= scale
        else:
            total, group = total + group * scale, 0.0
        last = scale
    return total + group
