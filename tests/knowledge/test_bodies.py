"""Bodies are found by full name, acronym and variant, with their sectors and country."""

import pytest

from dragoman.knowledge.bodies import bodies, body_senses, find_body, match_bodies, seated_in


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("ECOWAS's", "Economic Community of West African States"),
        ("the EU", "European Union"),
        ("U.N. Security Council", "United Nations Security Council"),
        ("G-7", "Group of Seven"),
        ("OPEC+", "OPEC+"),
        ("Hizbullah", "Hezbollah"),
        ("Doctors Without Borders", "Médecins Sans Frontières"),
    ],
)
def test_a_surface_names_its_body(surface: str, name: str) -> None:
    body = find_body(surface)
    assert body is not None
    assert body.name == name


def test_an_acronym_that_two_bear_is_not_guessed() -> None:
    assert find_body("RSF") is None
    assert len(body_senses("RSF")) == 2


@pytest.mark.parametrize("surface", ["who", "nato", "", "eco", "the world"])
def test_plain_words_name_none(surface: str) -> None:
    assert body_senses(surface) == ()


def test_the_longest_name_wins() -> None:
    words = "the United Nations General Assembly and the UN".split()
    assert [(m.start, m.end) for m in match_bodies(words)] == [(1, 5), (7, 8)]


def test_kinds_and_seats() -> None:
    armed = find_body("al-Shabaab")
    assert armed is not None
    assert (armed.kind, armed.country) == ("group", "SOM")
    assert [body.name for body in seated_in("Brussels")] == ["European Union"]


def test_the_table_is_sound() -> None:
    names = [body.name for body in bodies()]
    assert len(names) == len(set(names))
    sectors = {sector for body in bodies() for sector in body.sectors}
    known = (
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP "
        "PRE REL SOC IGO UNO EUR NGO ISM IMG MNC"
    )
    assert sectors <= set(known.split())
    assert all(body.country is None or len(body.country) == 3 for body in bodies())
