"""Numbers: values of digits, words, vague plurals and shares; what is no number."""

import pytest

from dragoman.reading.figures.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("5,150 men", 5150, id="thousands"),
        pytest.param("1,00,000 men", 100_000, id="indian-grouping"),
        pytest.param("3.4 billion", 3.4e9, id="scale-word"),
        pytest.param("2-million", 2e6, id="scale-after-hyphen"),
        pytest.param("500 crore", 5e9, id="crore"),
        pytest.param("2 lakh crore", 2e12, id="two-scales"),
        pytest.param("12.3m tonnes", 12.3e6, id="scale-letter"),
        pytest.param("1/2 pound", 0.5, id="fraction-digits"),
        pytest.param("-1.3%", -1.3, id="minus"),
        pytest.param("minus-5", -5, id="minus-word"),
        pytest.param("sixty-one lorries", 61, id="hyphened-words"),
        pytest.param("twenty-eight thousand six hundred forty-two", 28642, id="long-words"),
        pytest.param("one hundred and two", 102, id="and-in-words"),
        pytest.param("half a million", 5e5, id="half-a-million"),
        pytest.param("a dozen", 12, id="dozen"),
        pytest.param("tenfold", 10, id="fold"),
        pytest.param("two-thirds of it", 66.7, id="two-thirds"),
        pytest.param("a quarter of exports", 25, id="quarter"),
        pytest.param("half the fleet", 50, id="half-the"),
    ],
)
def test_value(text: str, value: float) -> None:
    (number, *_) = find_numbers(text)
    assert number.low == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "the 14th package",
        "at 10:45am",
        "at 5.30pm",
        "before 9 p.m.",
        "in the 1990s",
        "third countries",
        "the first half of the year",
        "the second quarter",
        "2024-05-17",
    ],
)
def test_no_number(text: str) -> None:
    found = [n for n in find_numbers(text) if n.low != 2024]
    assert found == []


def test_vague_plural_is_a_range() -> None:
    (number,) = find_numbers("tens of thousands of people")
    assert (number.low, number.high) == (1e4, 1e5)


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [n.low for n in find_numbers("two and three")] == [2, 3]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00\x07", "5" * 5000, "one " * 3000, "½½½", "\ud800 7", "1/0 of it"]
)
def test_odd_text_does_no_harm(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
