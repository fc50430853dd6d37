"""Words are compared by what they mean, and names, numbers and usual words are told apart."""

import pytest

from dragoman.knowledge.wording import concept, is_commonplace, stem, words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("relations", "ties"),
        ("stressed", "emphasised"),
        ("cordial", "friendly"),
        ("neighbours", "neighbor"),
        ("sandwiched", "situated"),
        ("depends", "relies"),
        ("vessels", "ships"),
    ],
)
def test_reworded_words_meet(left: str, right: str) -> None:
    assert concept(left) == concept(right)


@pytest.mark.parametrize(
    ("left", "right"), [("bridge", "border"), ("rice", "price"), ("is", "ease")]
)
def test_different_words_stay_apart(left: str, right: str) -> None:
    assert concept(left) != concept(right)


def test_kinds_and_offsets() -> None:
    text = "Landlocked Chad sent 40 trucks. Trucks left N’Djamena on Friday."
    found = {text[w.start : w.end]: w.kind for w in words(text)}
    assert found["Chad"] == "name"
    assert found["N’Djamena"] == "name"
    assert found["40"] == "number"
    assert found["Trucks"] == "content"
    assert found["Friday"] == "commonplace"


@pytest.mark.parametrize(
    "text", ["", "\ud800", "x" * 100_000, "🙂 🙂", "\x00\x01", "'''", "\u2028"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(text[w.start : w.end] for w in words(text))


def test_plain_facts() -> None:
    assert is_commonplace("the")
    assert is_commonplace("Tuesday")
    assert not is_commonplace("landlocked")
    assert stem("studies") == "study"
