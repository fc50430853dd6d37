"""Relations: kinds and parties of what stands between states."""

from collections.abc import Callable

import pytest

from dragoman.reading.affairs.relations import read_relations
from dragoman.reading.analysis import Analysis

Desk = Callable[..., Analysis]
STATES = {
    "Bolivia": "BOL",
    "Brazil": "BRA",
    "Brazilian": "BRA",
    "Peru": "PER",
    "Chad": "TCD",
    "Libya": "LBY",
    "Japan": "JPN",
}


@pytest.mark.parametrize(
    ("text", "kind", "between"),
    [
        (
            "Bolivia is a landlocked country between Brazil and Peru.",
            "borders",
            ["BOL", "BRA", "PER"],
        ),
        ("Landlocked between Brazil and Peru, Bolivia is poor.", "borders", ["BOL", "BRA", "PER"]),
        (
            "Bolivia, wedged between Brazil and Peru, has no coast.",
            "borders",
            ["BOL", "BRA", "PER"],
        ),
        ("Bolivia lies between Brazil and Peru.", "borders", ["BOL", "BRA", "PER"]),
        ("Chad has long maintained cordial ties with Libya.", "friendly", ["TCD", "LBY"]),
        ("Ties between Chad and Libya remain strained.", "tense", ["TCD", "LBY"]),
        ("Relations between Chad and Libya have soured.", "tense", ["TCD", "LBY"]),
        ("Bolivia is heavily dependent on Brazilian fuel.", "dependent_on", ["BOL", "BRA"]),
        ("Bolivia relies on Peru for ports.", "dependent_on", ["BOL", "PER"]),
        ("Japan is an ally of Peru.", "ally", ["JPN", "PER"]),
        ("Japan imposed sanctions on Chad.", "sanctioned_by", ["TCD", "JPN"]),
        ("Chad's war with Libya ended.", "at_war", ["TCD", "LBY"]),
        ("Libya invaded Chad in 1978.", "at_war", ["LBY", "TCD"]),
        ("Peru kept to its neutrality.", "neutral", ["PER"]),
    ],
)
def test_relation(desk: Desk, text: str, kind: str, between: list[str]) -> None:
    (relation,) = read_relations(desk(text, states=STATES))
    assert (relation.kind, [p.country for p in relation.between]) == (kind, between)


def test_both_neighbours_are_those_it_lies_between(desk: Desk) -> None:
    text = "Bolivia is a landlocked country between Brazil and Peru. Bolivia has kept friendly relations with both neighbors."
    borders, friendly = read_relations(desk(text, states=STATES))
    assert friendly.between == borders.between
    assert friendly.inferred[0].field == "between"


def test_whose_is_the_one_before(desk: Desk) -> None:
    text = (
        "Bolivia has strong ties with Japan, whose relations with Libya and Chad have grown tense."
    )
    warm, cold = read_relations(desk(text, states=STATES))
    assert [p.country for p in warm.between] == ["BOL", "JPN"]
    assert [p.country for p in cold.between] == ["JPN", "LBY", "TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru stressed the good weather.",
        "The link between poverty and crime is strong.",
        "Japan has a strong economy.",
        "The fault lies between Brazil and Peru.",
        "Sanctions hurt.",
    ],
)
def test_no_relation(desk: Desk, text: str) -> None:
    assert read_relations(desk(text, states=STATES)) == ()
