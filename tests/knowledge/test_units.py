"""Units: the tables are whole and their forms mean one thing."""

import pytest

from dragoman.knowledge import units


def test_every_currency_has_an_iso_code() -> None:
    assert all(len(code) == 3 and code.isupper() for code in units.currencies())
    assert len(units.currencies()) > 140


def test_shared_money_words_name_known_currencies() -> None:
    for default, codes in units.SHARED_MONEY.values():
        assert default in codes
        assert set(codes) <= {*units.currencies(), "PGK"}


@pytest.mark.parametrize(
    ("before", "sign"),
    [
        ("for US$", "US$"),
        ("for Ksh. ", "Ksh"),
        ("at €", "€"),
        ("worth RM", "RM"),
        ("of USD ", "USD"),
    ],
)
def test_money_sign(before: str, sign: str) -> None:
    match = units.money_sign_pattern().search(before)
    assert match is not None
    assert match.group(1) == sign


def test_no_sign_inside_a_word() -> None:
    assert units.money_sign_pattern().search("for MARS") is None


@pytest.mark.parametrize(
    ("after", "symbol"),
    [
        (" km away", "km"),
        ("km", "km"),
        (" Kilometres", "km"),
        (" per cent of", "percent"),
        ("-year-old", "years of age"),
    ],
)
def test_unit_after_a_number(after: str, symbol: str) -> None:
    match = units.unit_pattern().match(after)
    assert match is not None
    assert units.unit_of(match.group(1)).symbol == symbol


def test_the_longest_unit_wins() -> None:
    match = units.unit_pattern().match(" cubic metres of water")
    assert match is not None
    assert units.unit_of(match.group(1)).symbol == "m3"


def test_issuer_follows_the_country_and_falls_back() -> None:
    assert units.issuer_currency("shillings", "KES", ["UGA"]) == "UGX"
    assert units.issuer_currency("shillings", "KES", ["PER"]) == "KES"


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("frigate", "ships"),
        ("diplomat", "people"),
        ("pact", "agreements"),
        ("hospital", "hospitals"),
    ],
)
def test_counted_nouns_have_a_unit(noun: str, unit: str) -> None:
    assert units.counted()[noun] == unit
