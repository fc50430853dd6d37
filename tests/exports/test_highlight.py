"""Cutting a text under nested and overlapping highlights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.highlight import segments
from dragoman.model.text import Mention

TEXT = "abcdefghij"


def spot(start: int, end: int) -> Mention:
    return Mention("r", start, end, TEXT[start:end])


@pytest.mark.parametrize(
    ("spans", "drawn"),
    [
        ([], [("abcdefghij", ())]),
        ([(0, 10)], [("abcdefghij", (1,))]),
        ([(2, 4)], [("ab", ()), ("cd", (1,)), ("efghij", ())]),
        ([(0, 6), (2, 4)], [("ab", (1,)), ("cd", (2, 1)), ("ef", (1,)), ("ghij", ())]),
        ([(0, 4), (2, 6)], [("ab", (1,)), ("cd", (1, 2)), ("ef", (2,)), ("ghij", ())]),
        ([(2, 4), (2, 4)], [("ab", ()), ("cd", (1, 2)), ("efghij", ())]),
        ([(2, 4), (4, 6)], [("ab", ()), ("cd", (1,)), ("ef", (2,)), ("ghij", ())]),
        ([(3, 3)], [("abcdefghij", ())]),
    ],
    ids=["none", "all", "middle", "nested", "crossing", "same", "touching", "empty"],
)
def test_cut(spans: list[tuple[int, int]], drawn: list[tuple[str, tuple[int, ...]]]) -> None:
    cut = segments(TEXT, {i: spot(*span) for i, span in enumerate(spans, 1)})
    assert [(part.text, part.spots) for part in cut] == drawn


def test_furniture_and_highlights_overlap() -> None:
    cut = segments(TEXT, {1: spot(2, 6)}, [spot(4, 8)])
    assert [(p.text, bool(p.spots), p.furniture) for p in cut] == [
        ("ab", False, False),
        ("cd", True, False),
        ("ef", True, True),
        ("gh", False, True),
        ("ij", False, False),
    ]


def test_an_empty_text() -> None:
    assert segments("", {}) == ()


_SPANS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted), max_size=8)


@given(_SPANS, _SPANS)
def test_nothing_is_lost_and_every_highlight_covers_its_words(
    spans: list[list[int]], page: list[list[int]]
) -> None:
    spots = {i: spot(*span) for i, span in enumerate(spans)}
    cut = segments(TEXT, spots, [spot(*span) for span in page])
    assert "".join(part.text for part in cut) == TEXT
    for number, mention in spots.items():
        assert "".join(p.text for p in cut if number in p.spots) == mention.quote
        if mention.quote:
            assert sum(number in part.begins for part in cut) == 1
            assert sum(number in part.ends for part in cut) == 1
