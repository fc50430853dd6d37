"""Where words meet, and who pairs with whom."""

from __future__ import annotations

import pytest

from dragoman.errors import MalformedInput
from dragoman.evaluation.gold import Quote
from dragoman.evaluation.spans import Span, locate, meeting, pair_up, shared


def test_quotes_are_found_where_they_first_stand() -> None:
    quotes = [Quote("a", "bus", "here"), Quote("b", "é bus", "there")]
    found = locate(quotes, {"a": "a bus and a bus", "b": "café bus"}, source="gold.json")
    assert found == (Span("a", 2, 5), Span("b", 3, 8))


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (Quote("z", "bus", "events[0].mentions[0]"), "names the report 'z'"),
        (Quote("a", "tram\nline", "events[0].mentions[0]"), "not in a: 'tram line'"),
        (Quote("a", "x" * 99, "events[0].mentions[0]"), "x…'"),
    ],
)
def test_quote_out_of_nowhere(quote: Quote, told: str) -> None:
    with pytest.raises(MalformedInput) as caught:
        locate([quote], {"a": "a bus"}, source="gold.json")
    line = str(caught.value)
    assert line.startswith("gold.json: events[0].mentions[0] ")
    assert told in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("left", "right", "part"),
    [
        (Span("a", 0, 10), Span("a", 10, 20), 0.0),
        (Span("a", 0, 10), Span("a", 9, 19), 0.1),
        (Span("a", 0, 100), Span("a", 40, 44), 1.0),
        (Span("a", 0, 10), Span("b", 0, 10), 0.0),
    ],
    ids=["side by side", "one character", "inside", "another report"],
)
def test_shared_part_is_of_the_shorter(left: Span, right: Span, part: float) -> None:
    assert shared([left], [right]) == shared([right], [left]) == part


def test_half_is_enough_and_less_is_nothing() -> None:
    assert meeting([Span("a", 0, 10)], [Span("a", 5, 15)]) == 0.5
    assert meeting([Span("a", 0, 10)], [Span("a", 6, 16)]) == 0.0


def test_best_pair_goes_first_and_nobody_pairs_twice() -> None:
    likes = {("g1", "f1"): 0.6, ("g1", "f2"): 0.9, ("g2", "f2"): 0.8, ("g2", "f1"): 0.5}
    pairs = pair_up(["g1", "g2"], ["f1", "f2"], lambda g, f: likes[g, f])
    assert [(pair.gold, pair.found) for pair in pairs] == [("g1", "f2"), ("g2", "f1")]


def test_nothing_alike_is_no_pair() -> None:
    assert pair_up(["g"], ["f"], lambda _, __: 0.0) == []
