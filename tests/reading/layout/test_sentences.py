"""Sentences are cut where a reader would, and nowhere else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import Furniture
from dragoman.reading.layout.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, ())]


WHOLE = {
    "initial glued to the name": "N.Altan received the envoy in the capital.",
    "initial before the name": "P. Rojas-Vela thanked the hosts for the talks.",
    "two initials": "J. K. Okafor signed for Nigeria.",
    "two-letter initial": "Ts. Bold and Zh. Omarov met in the north.",
    "title": "Dr. Sato and Gen. Moreau joined Mr. Novak there.",
    "country before a title": "The U.S. President spoke to the U.N. Secretary General.",
    "currency glued": "The grant is worth Ksh.750 million in all.",
    "currency apart": "The grant is worth Rs. 90 crore in all.",
    "clock": "They arrive at 10 a.m. Monday and leave at 6 p.m. GMT the day after.",
    "number": "It is listed as No. 5 in the annex.",
    "saint": "The forum in St. Petersburg drew many guests.",
    "month": "The accord of Oct. 14 holds.",
    "list by semicolons": "They named roads; ports; and a rail link to the coast.",
    "question told on": "“Who pays for it?” the envoy's spokesman Jan Berg asked.",
    "exclamation told on in small letters": "“Enough!” he shouted.",
    "ellipsis within": "The text ... was never signed.",
    "decimal": "Growth was 3.5 percent.",
    "web address": "See www.Example.org or write to press@Mission.Int for more.",
    "court case": "The court upheld Peru v. Chile in full.",
    "quote told on after its stop": "“We will not sign.” Minister Okoro said.",
    "company": "Acme Corp. President Lund and Beta Ltd. Chairman Roy signed it.",
}

PAIRS = {
    "decade": "Ties began in the 1970s. Trade came later.",
    "year": "They met in 2019. Nothing came of it.",
    "day": "They met on May 5. Peru was absent.",
    "acronym closes": "The envoy is back from the U.S. The talks go on.",
    "clock closes": "He left at 9 p.m. Nobody saw him off.",
    "quote closes after the stop": "“We are ready.” The room fell silent.",
    "quote closes before the stop": "He called it “a good start”. Others did not.",
    "question": "Will it last? Few think so.",
    "plan": "They turned to plan B. The first had failed.",
    "no": "The answer was no. The matter rests there.",
    "footnote": "The river is shared.[3] Both draw on it.",
    "brackets": "(Neither side agreed.) Both went home.",
    "ellipsis closes": "They waited… Nobody came.",
    "glued after copying": "The session closed the trip of the minister.Next day he flew home.",
    "glued quote": "The envoy spoke of “a fresh start.”Both flew home.",
    "glued breadcrumb": "He will meet the governor there.1. Home",
    "junior": "It was signed by T. Hall Jr. The other side waited.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_is_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize("text", PAIRS.values(), ids=PAIRS.keys())
def test_is_two_sentences(text: str) -> None:
    assert len(cut(text)) == 2, cut(text)


def test_headline_and_headings_are_told_from_sentences() -> None:
    text = (
        "Chile and Fiji sign fishing accord\n\nThe two signed it on Monday.\n\n"
        "What it says\n\nIt caps the catch. It runs for six years."
    )
    roles = [(s.role, text[s.start : s.end]) for s in split_sentences(text, ())]
    assert roles == [
        ("headline", "Chile and Fiji sign fishing accord"),
        ("body", "The two signed it on Monday."),
        ("heading", "What it says"),
        ("body", "It caps the catch."),
        ("body", "It runs for six years."),
    ]


def test_headline_stands_below_the_name_of_the_site() -> None:
    text = (
        "Andes Daily\n\nWorld\n\nChile and Fiji sign fishing accord\n\nThe two signed it on Monday."
    )
    roles = [s.role for s in split_sentences(text, ())]
    assert roles == ["heading", "heading", "headline", "body"]


def test_first_line_that_asks_is_a_headline() -> None:
    text = "Will the canal be widened?\n\nThe cabinet meets on Friday to decide."
    assert [s.role for s in split_sentences(text, ())] == ["headline", "body"]


def test_first_line_equal_to_the_title_is_a_headline() -> None:
    text = "Ghana's envoy: “We will stay.”\nThe envoy spoke in Lima. She left."
    roles = [s.role for s in split_sentences(text, (), title="Ghana's envoy: 'We will stay'")]
    assert roles == ["headline", "body", "body"]


def test_wrapped_text_is_put_together() -> None:
    text = (
        "The foreign ministers of the two island states\nhave agreed to reopen the strait to fishing\n"
        "boats before the end of the season. They met\nin the old harbour, where a joint patrol will\n"
        "be based from next year.\n\nIt was their third meeting this year and was\nheld in private.\n"
    )
    found = cut(text)
    assert len(found) == 3
    assert found[0].endswith("before the end of the season.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "The minister flew to Accra\nShe met the president.\nThey talked."
    assert cut(text) == text.split("\n")


def test_furniture_belongs_to_no_sentence() -> None:
    text = "Share this\nThe envoy left. Read more\nShe will return."
    furniture = (Furniture(0, 10, "share"), Furniture(27, 36, "related"))
    assert [text[s.start : s.end] for s in split_sentences(text, furniture)] == [
        "The envoy left.",
        "She will return.",
    ]


def test_list_items_lose_their_bullets() -> None:
    text = "They agreed on:\n- a bridge over the river\n- a joint customs post\nWork begins soon."
    assert cut(text)[1:3] == ["a bridge over the river", "a joint customs post"]


def test_a_rule_is_no_sentence() -> None:
    assert cut("They met.\n* * *\nThey left. … ___.") == ["They met.", "They left."]


def test_endless_sentence_is_bounded() -> None:
    text = "and then, " * 2000
    found = split_sentences(text, ())
    assert max(s.end - s.start for s in found) <= LONGEST
    assert "".join(text[s.start : s.end] for s in found).count("and then") == 2000


@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_is_cut_in_order_and_in_range(text: str) -> None:
    found = split_sentences(text, ())
    at = 0
    for number, sentence in enumerate(found):
        assert sentence.index == number
        assert at <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip()
        at = sentence.end


@pytest.mark.parametrize(
    "text", ["A. " * 60_000, "." * 200_000, "a.B" * 60_000, "\n" * 200_000, "“" * 200_000]
)
def test_odd_text_takes_no_longer_than_plain(text: str) -> None:
    began = time.perf_counter()
    split_sentences(text, ())
    assert time.perf_counter() - began < 5
