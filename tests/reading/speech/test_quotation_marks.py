"""Quoted stretches: marks of every kind pair up, apostrophes never do."""

from __future__ import annotations

import time

import pytest

from dragoman.model.report import Report
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.speech.quotation_marks import quoted_stretches


def stretches(text: str) -> list[str]:
    found = quoted_stretches(lay_out(Report("r", "r", text)).sentences)
    return [text[s.start : s.end] for s in found]


PAIRED = {
    "curly": ("He said “we will sign” today.", ["“we will sign”"]),
    "straight": ('He said "we will sign" today.', ['"we will sign"']),
    "guillemets": ("He said «we will sign» today.", ["«we will sign»"]),
    "low and high": ("He said „we will sign“ today.", ["„we will sign“"]),
    "two apostrophes": ("He said ''we will sign'' today.", ["''we will sign''"]),
    "single": ("He said ‘we will sign’ today.", ["‘we will sign’"]),
    "single straight": ("He said 'we will sign' today.", ["'we will sign'"]),
    "two in a sentence": ("“No,” she said, “never.”", ["“No,”", "“never.”"]),
    "over sentences": (
        "“It is done. Nobody lost.” So he said.",
        ["“It is done. Nobody lost.”"],
    ),
    "apostrophe in single": (
        "He wrote: ‘We don’t share the ministers’ fears,’ and left.",
        ["‘We don’t share the ministers’ fears,’"],
    ),
}

APOSTROPHES = {
    "possessive": "Peru’s and the ministers’ plans differ.",
    "straight possessive": "Peru's and the ministers' plans differ.",
    "contraction": "They don't know and won't say.",
    "decade": "It dates from the '90s.",
}


@pytest.mark.parametrize(("text", "expected"), PAIRED.values(), ids=PAIRED.keys())
def test_marks_pair_up(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


@pytest.mark.parametrize("text", APOSTROPHES.values(), ids=APOSTROPHES.keys())
def test_apostrophes_quote_nothing(text: str) -> None:
    assert stretches(text) == []


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“The road is open, said the envoy of Chad.\n\n“We will use it.”"
    found = quoted_stretches(lay_out(Report("r", "r", text)).sentences)
    assert [s.continues for s in found] == [False, True]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    text = "He said: “The road is open and we will use it.\n\nTalks go on in Lima."
    assert stretches(text) == ["“The road is open and we will use it."]


def test_many_marks_take_linear_time() -> None:
    text = "word 'open " * 4000
    begun = time.perf_counter()
    quoted_stretches(lay_out(Report("r", "r", text[:20000])).sentences)
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize("text", ["", "“", "”", "''", "'", "«»", "\x00“\x00”", "“😀”"])
def test_odd_text_does_not_break(text: str) -> None:
    stretches(text)
