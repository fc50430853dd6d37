"""Statements: which attributions are kept, whose they are and what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.claim import StatementClaim
from dragoman.reading.analysis import Analysis
from dragoman.reading.speech.statements import read_statements

Desk = Callable[..., Analysis]


def brief(claims: tuple[StatementClaim, ...]) -> list[tuple[str, str]]:
    return [(c.speaker.name, c.content) for c in claims]


KEPT = {
    "speech": (
        "Tomas Reyes said that Chile would pay its share.",
        [("Tomas Reyes", "that Chile would pay its share")],
    ),
    "stance": (
        "Chile welcomed the decision of the court.",
        [("Chile", "the decision of the court")],
    ),
    "fear": (
        "Chile fears a loss of fishing grounds.",
        [("Chile", "a loss of fishing grounds")],
    ),
    "estimate": (
        "Chile estimates that four ships were lost.",
        [("Chile", "that four ships were lost")],
    ),
    "remarks have a topic": (
        "Tomas Reyes's public remarks focused heavily on fish and ports.",
        [("Tomas Reyes", "fish and ports")],
    ),
    "a clause each": (
        "Tomas Reyes said that the port was open and that ships were coming.",
        [("Tomas Reyes", "that the port was open"), ("Tomas Reyes", "that ships were coming")],
    ),
    "relayed by an agency": (
        "Tomas Reyes welcomed the new treaty on ports, the Andes news agency reported.",
        [("Tomas Reyes", "the new treaty on ports")],
    ),
    "a mind within a speech": (
        "Tomas Reyes said he was confident that the port would open.",
        [("Tomas Reyes", "he was confident that the port would open")],
    ),
    "asked to do": (
        "Tomas Reyes called on Chile to open the port.",
        [("Tomas Reyes", "Chile to open the port")],
    ),
}

LEFT_OUT = {
    "declines to speak": "Tomas Reyes declined to comment on the port.",
    "does not say": "Tomas Reyes did not say when the port would open.",
    "may yet speak": "Tomas Reyes may brief the council on the port today.",
    "wants no name": "Tomas Reyes asked not to be named.",
    "pays a visit": "Tomas Reyes called on the prime minister of the islands.",
    "an agreement is a deed": "Chile agreed to open the port.",
    "no speaker": "It was announced that the port would open.",
    "an unresolved pronoun": "She said that the port was open.",
}


@pytest.mark.parametrize(("text", "expected"), KEPT.values(), ids=KEPT.keys())
def test_keeps_what_a_party_says(desk: Desk, text: str, expected: list[tuple[str, str]]) -> None:
    laid = desk(text, states={"Chile": "CHL"}, others={"Tomas Reyes": "person"})
    assert brief(read_statements(laid)) == expected


@pytest.mark.parametrize("text", LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_leaves_out_what_is_no_statement(desk: Desk, text: str) -> None:
    laid = desk(text, states={"Chile": "CHL"}, others={"Tomas Reyes": "person"})
    assert read_statements(laid) == ()


DESCRIBED = {
    "plain": ("Experts said the port was too small.", "Experts", None),
    "adjective": (
        "A senior Chilean official said the port was small.",
        "senior Chilean official",
        "CHL",
    ),
    "owner": (
        "The port is small, according to the Peruvian government's official website.",
        "Peruvian government's official website",
        "PER",
    ),
}


@pytest.mark.parametrize(("text", "name", "country"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_a_speaker_without_a_name_keeps_its_phrase(
    desk: Desk, text: str, name: str, country: str | None
) -> None:
    (claim,) = read_statements(desk(text))
    assert (claim.speaker.name, claim.speaker.country) == (name, country)


def test_two_speakers_speak_together(desk: Desk) -> None:
    laid = desk(
        "Chile and Peru stressed the value of trade.", states={"Chile": "CHL", "Peru": "PER"}
    )
    (claim,) = read_statements(laid)
    assert (claim.speaker.name, claim.speaker.country) == ("Chile and Peru", None)


def test_the_addressee_and_the_day_are_told(desk: Desk) -> None:
    laid = desk(
        "On Tuesday Tomas Reyes told reporters that the port was open.",
        others={"Tomas Reyes": "person"},
        dates={"Tuesday": "2031-04-08"},
    )
    (claim,) = read_statements(laid)
    assert claim.addressee is not None
    assert (claim.addressee.name, claim.date) == ("reporters", "2031-04-08")


def test_a_quotation_over_sentences_has_a_mention_in_each(desk: Desk) -> None:
    text = "“The port is open,” said Tomas Reyes. “Ships are on their way to us.”"
    laid = desk(text, others={"Tomas Reyes": "person"})
    (claim,) = read_statements(laid)
    assert claim.quotation == "direct"
    assert [m.quote for m in claim.mentions] == [
        "“The port is open,” said Tomas Reyes",
        "“Ships are on their way to us.”",
    ]
    assert all(text[m.start : m.end] == m.quote for m in claim.mentions)


def test_the_same_text_gives_the_same_claims(desk: Desk) -> None:
    text = "Chile said that it would wait. Peru warned that time was short."
    states = {"Chile": "CHL", "Peru": "PER"}
    assert read_statements(desk(text, states=states)) == read_statements(desk(text, states=states))


@pytest.mark.parametrize("text", ["", "\x00\x01", "🙂", "said", "“”", "a" * 3000])
def test_odd_text_does_not_break(desk: Desk, text: str) -> None:
    read_statements(desk(text))
