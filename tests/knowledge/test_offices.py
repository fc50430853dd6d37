"""Titles by their heads, and the canonical names of offices."""

from __future__ import annotations

import pytest

from dragoman.knowledge.given_names import is_woman
from dragoman.knowledge.offices import name_office, office_title


@pytest.mark.parametrize(
    ("words", "office", "plural", "end"),
    [
        pytest.param("prime minister of chad", "Prime Minister", False, 2, id="two-words"),
        pytest.param("prime ministers met", "Prime Minister", True, 2, id="plural-last"),
        pytest.param("secretaries of state", "Secretary of State", True, 3, id="plural-first"),
        pytest.param("secretary - general spoke", "Secretary-General", False, 3, id="hyphen"),
        pytest.param("charge d'affaires", "Charge d'Affaires", False, 2, id="apostrophe"),
        pytest.param("spokeswomen said", "Spokesperson", True, 1, id="women"),
        pytest.param("high commissioner", "High Commissioner", False, 2, id="longest-wins"),
    ],
)
def test_heads(words: str, office: str, plural: bool, end: int) -> None:
    found = office_title(words.split(), 0)
    assert found is not None
    assert (found[0].office, found[0].plural, found[1]) == (office, plural, end)


@pytest.mark.parametrize("words", ["", "general", "tree house", "primes minister"])
def test_no_prefix_of_a_phrase_is_taken(words: str) -> None:
    found = office_title(words.split(), 0)
    assert found is None or found[0].phrase == words


@pytest.mark.parametrize(
    ("phrase", "parts", "name"),
    [
        ("minister", {"portfolio": "external affairs"}, "Foreign Minister"),
        ("minister", {"portfolio": "water resources"}, "Water Resources Minister"),
        (
            "minister",
            {"portfolio": "foreign affairs", "ranks": ["deputy"]},
            "Deputy Foreign Minister",
        ),
        ("president", {"past": True}, "former President"),
        ("president", {"coming": "elect"}, "President-elect"),
        ("secretary", {"portfolio": "defense", "follows": True}, "Defence Secretary"),
        ("ambassador", {"ranks": ["acting"]}, "Acting Ambassador"),
    ],
)
def test_canonical_names(phrase: str, parts: dict[str, object], name: str) -> None:
    found = office_title(phrase.split(), 0)
    assert found is not None
    assert name_office(found[0], **parts) == name  # type: ignore[arg-type]


def test_what_is_no_office_has_no_name() -> None:
    found = office_title(["diplomats"], 0)
    assert found is not None
    assert name_office(found[0]) == ""


@pytest.mark.parametrize(
    ("name", "woman"),
    [("elena ruiz", True), ("oleg petrov", False), ("zzyx quark", None), ("elena", None)],
)
def test_given_names(name: str, woman: bool | None) -> None:
    assert is_woman(name.split()) is woman
