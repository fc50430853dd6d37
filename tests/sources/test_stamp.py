"""The day of publication is taken from a copied page's own line, where it is sure."""

from __future__ import annotations

import pytest

from dragoman.sources.furniture import mark_furniture
from dragoman.sources.stamp import published_in

BODY = (
    "The foreign ministers of Peru and Chad opened a joint weather office in Lima on Friday, "
    "after two days of talks about rivers.\n"
)

CASES = {
    "published": ("Published: 3 May 2024, 10:45 am", "2024-05-03"),
    "month first": ("May 3, 2024", "2024-05-03"),
    "weekday": ("Friday, May 3, 2024", "2024-05-03"),
    "iso": ("2024-05-03 10:45", "2024-05-03"),
    "updated too": ("Published May 3, 2024 | Updated May 9, 2024", "2024-05-03"),
    "only updated": ("Updated: May 9, 2024", None),
    "day or month": ("03/05/2024", None),
    "no year": ("May 3", None),
    "no such day": ("Published: 31 February 2024", None),
    "ago": ("2 hours ago", None),
}


@pytest.mark.parametrize("case", CASES)
def test_day_above_the_article(case: str) -> None:
    line, day = CASES[case]
    text = f"Office opens\n{line}\n{BODY}"
    assert published_in(text, mark_furniture(text)) == day


def test_day_of_another_story_is_not_taken() -> None:
    text = f"Office opens\n{BODY}Related\nChad names envoy\nMay 1, 2024\n"
    assert published_in(text, mark_furniture(text)) is None


def test_two_days_are_none() -> None:
    text = f"Office opens\nMay 3, 2024\nMay 4, 2024\n{BODY}"
    assert published_in(text, mark_furniture(text)) is None


def test_day_within_the_article_is_not_taken() -> None:
    text = f"Office opens\n{BODY}It was agreed on May 1, 2024.\n"
    assert published_in(text, mark_furniture(text)) is None
