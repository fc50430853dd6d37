"""Measures: units, exactness, movement and ranges of the quantities of one sentence."""

import pytest

from dragoman.reading.figures.measures import Quantity, find_quantities
from dragoman.reading.parse import parse


def quantities(text: str, *countries: str) -> tuple[Quantity, ...]:
    return find_quantities(parse([text])[0], countries=countries)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("They paid $3 billion.", 3e9, "USD", id="dollar-sign"),
        pytest.param("They paid US$3m.", 3e6, "USD", id="us-dollar"),
        pytest.param("They paid A$40 million.", 4e7, "AUD", id="australian"),
        pytest.param("They paid HK $3.7 billion.", 3.7e9, "HKD", id="spaced-sign"),
        pytest.param("They paid KSh350 billion.", 3.5e11, "KES", id="glued-letters"),
        pytest.param("They paid Ksh.40 billion.", 4e10, "KES", id="dotted-letters"),
        pytest.param("They paid EUR50m.", 5e7, "EUR", id="glued-code"),
        pytest.param("They paid 20,000 rubles.", 2e4, "RUB", id="money-word"),
        pytest.param("They paid 3,000 Saudi riyals.", 3e3, "SAR", id="named-money"),
        pytest.param("Millions of dollars vanished.", 1e6, "USD", id="vague-money"),
        pytest.param("Prices rose 4.5 per cent.", 4.5, "percent", id="per-cent"),
        pytest.param("Support fell 3 percentage points.", 3, "percentage points", id="points"),
        pytest.param("A line of 600 km opened.", 600, "km", id="km"),
        pytest.param("It lies 2,000km away.", 2000, "km", id="glued-km"),
        pytest.param("The wall is 5m high.", 5, "m", id="m-is-metres"),
        pytest.param("It holds 74 billion cubic metres.", 74e9, "m3", id="cubic"),
        pytest.param("It pumps 30 bcm of gas a year.", 30e9, "m3 per year", id="bcm"),
        pytest.param("It makes 15,760 GWh a year.", 15760, "GWh per year", id="per-year"),
        pytest.param(
            "They sell 1.2 million barrels of oil per day.", 1.2e6, "barrels per day", id="bpd"
        ),
        pytest.param("It carried 300 pounds of explosives.", 300, "lb", id="pounds-of"),
        pytest.param("He makes a three-day visit.", 3, "days", id="hyphened-days"),
        pytest.param("A 60-year-old woman spoke.", 60, "years of age", id="age"),
        pytest.param("Chad recalled 41 of its diplomats.", 41, "diplomats", id="n-of-its"),
        pytest.param("Some 27 oil tankers sailed.", 27, "oil tankers", id="noun-phrase"),
        pytest.param("The blast left 120 injured.", 120, "people", id="injured"),
    ],
)
def test_unit(text: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("It cost Sh260 billion.", "TZA", "TZS"),
        ("It cost Rs 500 crore.", "PAK", "PKR"),
        ("It cost 5 million pesos.", "CHL", "CLP"),
        ("It cost 5 million dollars.", "JAM", "JMD"),
        ("It cost ¥165 billion.", "CHN", "CNY"),
        ("It cost ¥165 billion.", "PER", "JPY"),
    ],
)
def test_shared_money_is_the_countrys_own(text: str, country: str, unit: str) -> None:
    assert quantities(text, country)[0].unit == unit


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("about", "about"),
        ("nearly", "about"),
        ("an estimated", "about"),
        ("more than", "more_than"),
        ("at least", "more_than"),
        ("over", "more_than"),
        ("no fewer than", "more_than"),
        ("up to", "less_than"),
        ("less than", "less_than"),
        ("no more than", "less_than"),
        ("exactly", "exact"),
    ],
)
def test_exactness(words: str, qualifier: str) -> None:
    assert quantities(f"They sent {words} 400 soldiers.")[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Exports fell 12 percent.", "decrease"),
        ("Exports increased by another 18 percent.", "increase"),
        ("A 30 percent growth was seen.", "increase"),
        ("Shares were up 2 percent.", "increase"),
        ("It would cut the deficit by about $1 billion.", "decrease"),
        ("It owns 30 percent of the mine.", None),
    ],
)
def test_movement(text: str, direction: str | None) -> None:
    moved = quantities(text)[0].movement
    assert (moved.direction if moved else None) == direction


def test_a_level_reached_is_no_step() -> None:
    by, to = quantities("Peru raised its share by 1%, to 98% of items.")
    assert by.movement is not None
    assert not by.movement.to
    assert to.movement is not None
    assert to.movement.to


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It sold 4-6 billion litres.", 4e9, 6e9),
        ("It sold between 5% and 7% of it.", 5, 7),
        ("Trade rose from $3 billion to $5.2 billion.", 3e9, 5.2e9),
        ("It takes three or four years.", 3, 4),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "They met on 5 March 2024.",
        "On July 4 they left.",
        "It began in 2011.",
        "Article 11.1 was cited.",
        "Resolution 2231 was adopted.",
        "The Group of 20 met.",
        "COVID-19 spread.",
        "A Su-35 crashed.",
        "Baltic LNG 2 is banned.",
        "The pact runs for 2022-2027.",
    ],
)
def test_names_and_dates_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["", "7", "$", "%%% 5%%", "a " * 400, "🙂 3 🙂🙂", "\x00 4 \x01"])
def test_odd_text_does_no_harm(text: str) -> None:
    for found in quantities(text) if text else ():
        assert found.start < found.end <= len(text)
