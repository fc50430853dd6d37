"""States are known by every form the press uses, and by nothing else."""

import time

import pytest

from dragoman.knowledge.states import (
    capital,
    full_name,
    match_phrases,
    neighbours,
    state_name,
    state_senses,
    states,
)


@pytest.mark.parametrize(
    ("surface", "code", "sense"),
    [
        ("Peru", "PER", "name"),
        ("the Slovak Republic", "SVK", "name"),
        ("U.S.", "USA", "name"),
        ("US", "USA", "name"),
        ("the UAE", "ARE", "name"),
        ("Holland", "NLD", "name"),
        ("Burma", "MMR", "name"),
        ("Türkiye", "TUR", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("Cote d'Ivoire", "CIV", "name"),
        ("DPRK", "PRK", "name"),
        ("the Republic of Korea", "KOR", "name"),
        ("Taiwan", "TWN", "name"),
        ("Kosovo", "KOS", "name"),
        ("ECUADOR", "ECU", "name"),
        ("Ivorian", "CIV", "adjective"),
        ("Emirati", "ARE", "adjective"),
        ("South Korean", "KOR", "adjective"),
        ("Danes", "DNK", "people"),
        ("Filipinos", "PHL", "people"),
        ("Malians", "MLI", "people"),
        ("Kiev", "UKR", "capital"),
        ("Nur-Sultan", "KAZ", "capital"),
        ("Washington, D.C.", "USA", "capital"),
        ("the Kremlin’s", "RUS", "seat"),
        ("the Knesset", "ISR", "seat"),
        ("the Élysée", "FRA", "seat"),
        ("Malacañang", "PHL", "seat"),
    ],
)
def test_a_form_means_its_state(surface: str, code: str, sense: str) -> None:
    assert (code, sense) in {(s.code, s.sense) for s in state_senses(surface)}


@pytest.mark.parametrize(
    "surface",
    [
        "us",
        "turkey",
        "chad",
        "polish",
        "New Jersey",
        "South China Sea",
        "Diet",
        "",
        " ",
        "\ud800",
        "the",
    ],
)
def test_other_words_mean_no_state(surface: str) -> None:
    assert state_senses(surface) == ()


@pytest.mark.parametrize("name", ["the Diet", "the Duma", "the Capitol"])
def test_some_seats_need_their_article(name: str) -> None:
    assert state_senses(name)[0].sectors == ("LEG",)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("South Korea 's envoy", [(0, 2, "KOR")]),
        ("Papua New Guinea and Guinea", [(0, 3, "PNG"), (4, 5, "GIN")]),
        ("Chile - Peru talks", [(0, 1, "CHL"), (2, 3, "PER")]),
        ("Chile-Peru talks", [(0, 1, "CHL"), (0, 1, "PER")]),
        ("Guinea - Bissau", [(0, 3, "GNB")]),
        ("the South China Sea and China", [(5, 6, "CHN")]),
        ("the Indo - Pacific", []),
        ("Sino - Indian", [(0, 2, "CHN"), (2, 3, "IND")]),
        ("Iraqi Kurdistan", []),
        ("the Diet ; a diet", [(1, 2, "JPN")]),
        ("Sudan, South Sudan", [(0, 1, "SDN"), (1, 3, "SSD")]),
    ],
)
def test_the_longest_phrase_is_found(words: str, found: list[tuple[int, int, str]]) -> None:
    matches = match_phrases(words.split())
    assert [(m.start, m.end, m.senses[0].code) for m in matches] == found


def test_every_state_has_what_a_reader_needs() -> None:
    assert len(states()) > 230
    for known in states():
        assert len(known.code) == 3
        assert known.name
        assert known.full
        assert all(known.code in neighbours(other) for other in known.neighbours)


def test_look_up_by_code() -> None:
    assert state_name("KEN") == "Kenya"
    assert full_name("DEU") == "Federal Republic of Germany"
    assert capital("KAZ") == "Astana"
    assert neighbours("NPL") == ("CHN", "IND")
    assert state_name("???") == "???"


def test_long_odd_input_stays_linear() -> None:
    words = ["a.b.c." * 500, "'" * 5000, "U.S." * 2000, "-" * 5000] * 3
    started = time.perf_counter()
    match_phrases(words)
    assert time.perf_counter() - started < 2.0
