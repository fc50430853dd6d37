"""Number words: their values, and what is none."""

import pytest

from dragoman.knowledge.numerals import numeral


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zero", 0),
        ("Seven", 7),
        ("nineteen", 19),
        ("twenty", 20),
        ("Ninety-nine", 99),
        ("140", 140),
    ],
)
def test_a_numeral_has_its_value(word: str, value: int) -> None:
    assert numeral(word) == value


@pytest.mark.parametrize("word", ["", "dozen", "a", "seven-twenty"])
def test_what_is_no_numeral_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        numeral(word)
