"""Places are resolved where the name or the country tells which, and left open where not."""

import pytest

from dragoman.knowledge.places import country_of, find_place, fold_place, match_regions, region


@pytest.mark.parametrize(
    ("name", "hint", "place", "country"),
    [
        ("Lagos", None, "Lagos", "NGA"),
        ("Kiev", None, "Kyiv", "UKR"),
        ("Peking", None, "Beijing", "CHN"),
        ("Kharkov", None, "Kharkiv", "UKR"),
        ("San Jose", None, "San José", "CRI"),
        ("San Jose", "USA", "San Jose", "USA"),
        ("Tripoli", None, "Tripoli", "LBY"),
        ("Tripoli", "LBN", "Tripoli", "LBN"),
        ("Hyderabad", "PAK", "Hyderabad", "PAK"),
        ("Virginia", None, "Virginia", "USA"),
        ("Crimea", None, "Crimea", "UKR"),
        ("Poltava region", None, "Poltava region", "UKR"),
        ("Bolivia", None, "Bolivia", "BOL"),
        ("Paris", "KEN", "Paris", "FRA"),
    ],
)
def test_a_name_is_resolved(name: str, hint: str | None, place: str, country: str) -> None:
    found = find_place(name, country=hint)
    assert found is not None
    assert (found.name, found.country) == (place, country)


@pytest.mark.parametrize(
    "name", ["Central Asia", "the Middle East", "the West", "the Gulf", "Asia"]
)
def test_regions_are_no_states(name: str) -> None:
    found = find_place(name)
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Springfield", None),
        ("Valencia", None),
        ("Nowhereville", None),
        ("Geneva", "RUS"),
        ("west", None),
        ("", None),
        ("\ud800", None),
        ("😀", None),
    ],
)
def test_what_is_not_known_is_not_guessed(name: str, hint: str | None) -> None:
    assert find_place(name, country=hint) is None


def test_regions_are_found_in_words() -> None:
    matches = match_regions("from the Red Sea to Central Asia".split())
    assert [(m.start, m.end, m.senses[0].name) for m in matches] == [
        (2, 4, "Red Sea"),
        (5, 7, "Central Asia"),
    ]


def test_small_matters() -> None:
    assert fold_place("the City of Malmö") == "malmo"
    assert country_of("Porto") == "PRT"
    assert region("Siberia") is not None
