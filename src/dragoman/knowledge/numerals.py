"""Numerals: the words of small numbers, from which all larger ones are put together."""

from __future__ import annotations

SMALL = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)  # by value
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())  # from 20 on


def numeral(word: str) -> int:
    """The whole number below a hundred that a word is, or any in digits ("24", "twenty-four").

    Raises ValueError where the word is no numeral.
    """
    if word.isdigit():
        return int(word)
    tens, _, ones = word.lower().partition("-")
    value = 20 + 10 * TENS.index(tens) if tens in TENS else SMALL.index(tens)
    return value + (SMALL.index(ones) if ones else 0)
