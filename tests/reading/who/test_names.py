"""Names in one sentence: states and bodies recognised, personal names read to their end."""

from __future__ import annotations

import pytest

from dragoman.reading.parse import parse
from dragoman.reading.who.identities import name_words, same_person
from dragoman.reading.who.names import Line, name_run, read_line
from dragoman.reading.who.titles import find_titles


def line_of(text: str) -> Line:
    return read_line(0, parse([text])[0])


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        pytest.param("He saw P. Wanjiru-Odhiambo leave.", 2, "P. Wanjiru-Odhiambo", id="initial"),
        pytest.param("He saw K.Tsendsuren leave.", 2, "K.Tsendsuren", id="glued"),
        pytest.param("He saw Karim al-Bashari leave.", 2, "Karim al-Bashari", id="particle"),
        pytest.param("He saw Ursel von der Bruck leave.", 2, "Ursel von der Bruck", id="particles"),
        pytest.param("He saw Rui Costa Tuesday.", 2, "Rui Costa", id="not-the-weekday"),
        pytest.param("He saw Peru leave.", 2, "", id="no-state"),
    ],
)
def test_name_run(text: str, start: int, name: str) -> None:
    line = line_of(text)
    assert line.doc[start : name_run(line, start)].text == name


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The Republic of Peru agreed.", [("PER", "name")]),
        ("Peruvian officials met Kenyans.", [("PER", "adjective"), ("KEN", "people")]),
        ("The US navy left.", [("USA", "adjective")]),
        ("He trusts the US.", [("USA", "name")]),
    ],
)
def test_states(text: str, known: list[tuple[str, str]]) -> None:
    assert [(k.key, k.sense) for k in line_of(text).known if k.what == "state"] == known


@pytest.mark.parametrize(
    ("text", "office", "states"),
    [
        ("Peru's acting foreign minister spoke.", "Acting Foreign Minister", ["PER"]),
        ("The Minister of Trade and Industry of Ghana spoke.", "Trade and Industry Minister", ["GHA"]),
        ("The former Chilean president spoke.", "former President", ["CHL"]),
        ("State Minister for Foreign Affairs Ali Noor spoke.", "State Minister for Foreign Affairs", []),
        ("The ex-president of Ghana spoke.", "former President", ["GHA"]),
        ("The justice minister spoke.", "Justice Minister", []),
        ("The Kenyan ambassador to Peru spoke.", "Ambassador", ["KEN"]),
    ],
)  # fmt: skip
def test_titles(text: str, office: str, states: list[str]) -> None:
    (title,) = find_titles(line_of(text))
    assert (title.office, title.states) == (office, states)


@pytest.mark.parametrize(
    "text", ["He paid an official visit.", "They general agree.", "The General Assembly met."]
)
def test_words_that_only_look_like_titles(text: str) -> None:
    assert [title.office for title in find_titles(line_of(text)) if title.office] == []


def test_a_title_of_two_states_belongs_to_neither_alone() -> None:
    (title,) = find_titles(line_of("The foreign ministers of Peru and Ghana met."))
    assert title.title.plural
    assert title.states == ["PER", "GHA"]
    assert title.state is None


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("Karim al-Bashari", "Mr. al-Bashari".removeprefix("Mr. "), True),
        ("Dorj Tsendsuren", "D.Tsendsuren", True),
        ("Dorj Tsendsuren", "Tsendsuren Dorj", True),
        ("Dorj Tsendsuren", "B.Tsendsuren", False),
        ("Rui Costa", "Ana Costa", False),
        ("Stella Wheeler", "Stella Wheelers", True),
        ("Rui Costa", "R.", False),
    ],
)
def test_same_person(full: str, short: str, same: bool) -> None:
    assert same_person(name_words(full), name_words(short)) is same
