"""The words English counts time with: months, weekdays, seasons, units and number words."""

from __future__ import annotations

import re

from dragoman.knowledge.numerals import SMALL, TENS

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "TMO",
    "forenoon": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "midafternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "2W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "centurie": "100Y",
}
DAYS_IN = {"D": 1.0, "W": 7.0, "M": 30.4, "Q": 91.3, "Y": 365.25, "TH": 1 / 24, "TM": 1 / 1440}
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
NUMBERS = {word: n for n, word in enumerate(SMALL)} | {
    word: 20 + 10 * n for n, word in enumerate(TENS)
}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS)} | {
    f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINALS[1:10], 1)
}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31, "last": 0, "final": 0}

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|\b(?=\s*\d)))"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?:\.,?|,)(?=\s+(?:[A-Z][a-z]{2,}\.?\s+)?\d))"
)
SEASON = r"(?:spring|summer|autumn|fall|winter)\b"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_ORDINAL = "|".join(sorted((w for w in ORDINALS if ORDINALS[w]), key=len, reverse=True))
ORDINAL = rf"(?:{_ORDINAL})\b"
SPOKEN_YEAR = (
    r"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty)[ -]"
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|oh[ -](?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|hundred)\b"
    r"|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten))?\b)"
)
YEAR = r"(?<![\w$£€¥#.,-])(?:1[5-9]|20)\d\d(?![\w%$£€]|[.,:]\d)"
ANY_YEAR = rf"(?:{YEAR}|{SPOKEN_YEAR})"
NUMERAL = rf"(?:\b(?:{_NUMBER}|hundred|thousand|dozen)(?:[ -](?:and )?(?:{_NUMBER}|hundred|thousand|dozen)){{0,6}}\b)"
VAGUE = (
    r"(?:several|a few|few|some|many|a couple(?: of)?|couple of|dozens of|hundreds of|thousands of)"
)
QUANTITY = (
    rf"(?:(?<![\w$£€.,])\d+(?:[.,]\d+)?(?:[ -]1/2)?(?: and a half)?|(?:a (?=hundred|thousand|dozen))?{NUMERAL}(?: and a half)?"
    rf"|{VAGUE}|half an?|an?)"
)
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century|centurie)"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation; 0 for anything else."""
    stem = word.lower().rstrip(".")[:3]
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(stem)), 0)


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, from a name or an abbreviation; -1 for anything else."""
    stem = word.lower()[:3]
    return next((n for n, name in enumerate(WEEKDAYS) if name.startswith(stem)), -1)


def ordinal_number(word: str) -> int:
    """The number an ordinal or numeral names ("third", "3rd", "5"); 0 where it names none."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else ORDINALS.get(word.lower().strip(), 0)


def year_number(words: str) -> int:
    """A year written in digits or spoken ("nineteen ninety-six", "two thousand and four")."""
    if words.isdigit():
        return int(words)
    parts = [w for w in re.split(r"[ -]", words.lower()) if w not in ("and", "oh", "hundred")]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS[w] for w in parts[2:])
    return NUMBERS[parts[0]] * 100 + sum(NUMBERS[w] for w in parts[1:])


def quantity(words: str) -> float | None:
    """How many ("two and a half", "18", "a couple of", "a"); None for a vague number.

    >>> quantity("twenty-three"), quantity("2 1/2"), quantity("several")
    (23.0, 2.5, None)
    """
    text = re.sub(r"\s+", " ", words.lower()).strip()
    extra = 0.5 if text.endswith(("and a half", "1/2")) else 0.0
    text = text.removesuffix("and a half").removesuffix("1/2").strip(" -")
    if text in ("half a", "half an"):
        return 0.5
    if text.startswith(("a couple", "couple")):
        return 2.0
    if text in ("a", "an"):
        return 1.0 + extra
    if re.fullmatch(r"[\d.,]+", text):
        try:
            return float(text.replace(",", "")) + extra
        except ValueError:
            return None
    return _spelled(re.split(r"[ -]", text), extra)


def _spelled(parts: list[str], extra: float) -> float | None:
    total, current = 0.0, 0.0
    for word in parts:
        if word in ("a", "and", ""):
            continue
        if word in NUMBERS:
            current += NUMBERS[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * (100 if word == "hundred" else 12)
        elif word == "thousand":
            total, current = total + (current or 1.0) * 1000, 0.0
        else:
            return None
    return total + current + extra
