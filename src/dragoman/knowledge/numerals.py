"""Numerals: the words of small numbers, from which all larger ones are put together."""

from __future__ import annotations

SMALL = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)  # by value
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())  # from 20 on
