"""Codes, names and numbers in plain words."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.exports.index import Support
from dragoman.exports.sentences import sentence
from dragoman.exports.wording import (
    agreement,
    amount,
    number,
    on_one_line,
    shown,
    told_by,
    when,
    word,
    words,
)
from dragoman.model.record import Record


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (0.0, "0"),
        (3.0, "3"),
        (12_345.0, "12,345"),
        (1_000_000.0, "1 million"),
        (2_345_678.0, "2,345,678"),
        (1.5e9, "1.5 billion"),
        (4e12, "4 trillion"),
        (0.125, "0.125"),
        (-2.5e6, "-2.5 million"),
        (1e300, None),
    ],
)
def test_numbers(value: float, drawn: str | None) -> None:
    assert number(value) == drawn if drawn else number(value)


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({"value": 12.0, "unit": "percent", "change": "increase"}, "up 12 %"),
        ({"value": 3e6, "unit": "USD", "qualifier": "more_than"}, "more than USD 3 million"),
        ({"value": 40.0, "unit": "people", "qualifier": "about"}, "about 40 people"),
        ({"value": 7.0, "unit": ""}, "7"),
    ],
)
def test_amounts(sample: Record, fields: dict[str, object], drawn: str) -> None:
    plain = dataclasses.replace(sample.figures[0], qualifier="exact", change=None)
    assert amount(dataclasses.replace(plain, **fields)) == drawn


@pytest.mark.parametrize(
    ("span", "drawn"),
    [
        (("2031", None), "2031"),
        (("2031-01", "2031-01"), "2031-01"),
        (("2031-01-02", "2031-01-04"), "2031-01-02 to 2031-01-04"),
        ((None, "2031"), "until 2031"),
        ((None, None), ""),
    ],
)
def test_dates(span: tuple[str | None, str | None], drawn: str) -> None:
    assert when(*span) == drawn


@pytest.mark.parametrize(
    ("support", "told", "agreed"),
    [
        (Support(("A",), 1, "single_source"), "A", "only in A"),
        (Support(("A", "B"), 1, "repeated"), "1 origin, 2 outlets", "repeated by 2 outlets from one origin"),
        (Support(("A", "B", "C"), 2, "corroborated"), "2 origins, 3 outlets", "agreed by 2 origins in 3 outlets"),
        (Support(("A", "B"), None, None), "2 outlets", "told by 2 outlets"),
    ],
)  # fmt: skip
def test_support(support: Support, told: str, agreed: str) -> None:
    assert (told_by(support), agreement(support)) == (told, agreed)


def test_shown_text_keeps_its_length() -> None:
    odd = "a\x00\x1b\u202e\ud800\tb\n\r"
    assert len(shown(odd)) == len(odd)
    assert shown("Ä 😀 \t\n\u2028") == "Ä 😀 \t\n\u2028"


def test_one_line_cuts_at_words() -> None:
    assert on_one_line("  a \n\n b\tc ") == "a b c"
    assert len(on_one_line("x" * 500, most=20)) <= 20


def test_codes_without_words_are_still_shown() -> None:
    assert word("relations", "sells_tea_to") == "sells tea to"


def test_each_status_and_finding_has_words_and_a_sign_of_its_own() -> None:
    for table in ("status", "findings"):
        signs = words()[f"{table.removesuffix('s') if table == 'findings' else table}_signs"]
        assert set(signs) == set(words()[table])
        assert len(set(signs.values())) == len(signs)


def test_relations_and_votes(sample: Record) -> None:
    assert sentence(sample.relations[0]) == "Uruguay (URY) borders Brazil (BRA)."
    assert sentence(sample.votes[0]) == (
        "Portugal (PRT) voted no on the fisheries resolution in General Assembly, 2031-02"
        " (98 yes, 21 no, 40 abstaining)."
    )
