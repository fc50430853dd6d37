"""Figures: which quantities go on record, with what measure, exactness, change, time and parties."""

from collections.abc import Callable

import pytest

from dragoman.model.claim import FigureClaim
from dragoman.reading.analysis import Analysis
from dragoman.reading.figures.quantities import read_figures

Desk = Callable[..., Analysis]


def told(figures: tuple[FigureClaim, ...]) -> list[tuple[float, str, str]]:
    return [(f.value, f.unit, f.qualifier) for f in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "Malawi expelled eight Zambian diplomats.", [(8, "people", "exact")], id="diplomats"
        ),
        pytest.param(
            "Peru listed 116 individuals and entities.",
            [(116, "persons and entities", "exact")],
            id="both",
        ),
        pytest.param(
            "The two sides signed six agreements or MoUs.",
            [(6, "documents", "exact")],
            id="documents",
        ),
        pytest.param("Chile seized 14 vessels.", [(14, "ships", "exact")], id="ships"),
        pytest.param("He begins a three-day visit to Nepal.", [(3, "days", "exact")], id="visit"),
        pytest.param(
            "The envoy left after a stay of about 17 hours.", [(17, "hours", "about")], id="stay-of"
        ),
        pytest.param("The talks lasted an hour.", [(1, "hours", "exact")], id="an-hour"),
        pytest.param("The truce is to last 60 days.", [(60, "days", "exact")], id="is-to-last"),
        pytest.param(
            "They got 72 hours to leave, after nine months of talks.",
            [(9, "months", "exact")],
            id="of-talks",
        ),
        pytest.param(
            "It sells 4-6 billion litres.",
            [(4e9, "litres", "about"), (6e9, "litres", "about")],
            id="range",
        ),
        pytest.param(
            "Trade rose from $3 billion to $5 billion.",
            [(3e9, "USD", "exact"), (5e9, "USD", "exact")],
            id="from-to",
        ),
        pytest.param(
            "More than half the fuel is Omani.", [(50, "percent", "more_than")], id="half"
        ),
        pytest.param(
            "Togo cut its staff there by about two-thirds.",
            [(66.7, "percent", "about")],
            id="two-thirds",
        ),
        pytest.param(
            "The blast killed 12 people and left 30 injured.",
            [(12, "people", "exact"), (30, "people", "exact")],
            id="hurt",
        ),
    ],
)
def test_figure(desk: Desk, text: str, figures: list[tuple[float, str, str]]) -> None:
    assert told(read_figures(desk(text))) == [(pytest.approx(v), u, q) for v, u, q in figures]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides discussed three issues.",
        "Both ministers met in 2019 at 10:45am.",
        "Two officials said a day earlier that talks went well.",
        "The 14th package cites Article 5.",
        "One of the leaders left two days later.",
        "He was in Oman three years ago.",
    ],
)
def test_noise_is_left_out(desk: Desk, text: str) -> None:
    assert read_figures(desk(text)) == ()


def test_one_clause_one_figure(desk: Desk) -> None:
    text = "The volume of trade between Peru and Chile exceeded EUR 3.4 billion in 2019, a 12 percent growth from the previous year."
    level, growth = read_figures(
        desk(
            text,
            states={"Peru": "PER", "Chile": "CHL"},
            dates={"2019": "2019", "the previous year": "2018"},
        )
    )
    assert (level.value, level.unit, level.qualifier, level.change) == (
        3.4e9,
        "EUR",
        "more_than",
        None,
    )
    assert level.measure == "volume of trade between Peru and Chile"
    assert level.mentions[0].quote == text.split(",")[0]
    assert (growth.value, growth.unit, growth.change, growth.period) == (
        12,
        "percent",
        "increase",
        "2019",
    )
    assert growth.mentions[0].quote == "a 12 percent growth from the previous year"
    assert [p.country for p in growth.about] == ["PER", "CHL"]


def test_a_cut_yet_to_come(desk: Desk) -> None:
    (figure,) = read_figures(desk("The port will cut the deficit of Ghana by about $2 billion."))
    assert (figure.status, figure.change, figure.qualifier) == ("projected", "decrease", "about")
    assert figure.measure == "deficit of Ghana"


def test_period_of_half_a_year(desk: Desk) -> None:
    (figure,) = read_figures(
        desk(
            "Exports grew 7 percent in the first half.", dates={"the first half": "2021-01/2021-06"}
        )
    )
    assert figure.period == "2021-01/2021-06"


def test_a_bare_number_borrows_the_unit_before_it(desk: Desk) -> None:
    first, second = read_figures(
        desk("Togo has about 9 million people. Benin, with about 13 million, is near.")
    )
    assert (second.value, second.unit) == (13e6, first.unit)
    assert [i.field for i in second.inferred] == ["unit"]


def test_the_sentence_decides_whose_yen(desk: Desk) -> None:
    text = "China spoke. China left. Japan lends Togo ¥165 billion."
    (figure,) = read_figures(desk(text, states={"China": "CHN", "Japan": "JPN"}))
    assert figure.unit == "JPY"


def test_mentions_quote_the_text(desk: Desk) -> None:
    text = "Oman will pay $3 million, 40% of the cost; 27 tankers wait and 5,000 troops march."
    for figure in read_figures(desk(text)):
        (mention,) = figure.mentions
        assert text[mention.start : mention.end] == mention.quote


@pytest.mark.parametrize("text", ["", "\x00", "5 5 5 5 5", "$ % $ %", "🙂 40% 🙂", "one " * 300])
def test_odd_text_does_no_harm(desk: Desk, text: str) -> None:
    read_figures(desk(text))
