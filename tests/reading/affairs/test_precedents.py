"""Precedents: firsts, and since when."""

from collections.abc import Callable

import pytest

from dragoman.reading.affairs.precedents import read_precedents
from dragoman.reading.analysis import Analysis

Desk = Callable[..., Analysis]


@pytest.mark.parametrize(
    ("text", "ordinal", "since"),
    [
        ("This is the first visit of the minister to Peru since 2011.", "first", "2011"),
        ("Togo met Benin for the first time in a decade.", "first", "2014"),
        ("Prices hit their highest level in 12 years.", "highest", "2012"),
        ("Ghana became the first West African country to sign the pact.", "first", None),
        ("It was her first official trip to Chile.", "first", None),
    ],
)
def test_precedent(desk: Desk, text: str, ordinal: str, since: str | None) -> None:
    (claim,) = read_precedents(desk(text, anchor="2024-05-01"))
    assert (claim.ordinal, claim.since) == (ordinal, since)
    assert claim.mentions[0].quote in text


@pytest.mark.parametrize(
    "text",
    [
        "The first round of talks took place.",
        "The first half of the year was dry.",
        "First Secretary Lee left.",
        "Last week they met.",
    ],
)
def test_no_precedent(desk: Desk, text: str) -> None:
    assert read_precedents(desk(text, anchor="2024-05-01")) == ()
