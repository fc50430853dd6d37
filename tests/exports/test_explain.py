"""Explaining an item: its words in their sentences, and every step behind it."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownItem
from dragoman.exports.explain import explain, in_sentence
from dragoman.exports.index import everything
from dragoman.model.record import Record
from dragoman.model.text import Mention


def test_an_event(sample: Record) -> None:
    told = " ".join(explain(sample, "event-4a1c00000001", width=100).split())
    for words in (
        "Visit or meeting, happened, 2031-03-04, Montevideo (URY)",
        "agreed by 2 origins in 2 outlets",
        "Meridian · a.html · 137 to 187",
        "Portuguese Foreign Minister [Ana Brito arrived in Montevideo on Tuesday and met] her",
        "start: the Tuesday of the dateline",
        "clauses: the verb of the main clause",
        "claim-4a1c00000001-0",
        "In conflict (date): when the visit began",
        "Judged one event by event-match (score 0.80)",
        "events: same type, actors and country, one day apart",
    ):
        assert words in told, words


def test_every_item_can_be_explained(sample: Record) -> None:
    items = [item.id for item in everything(sample)]
    assert len(items) > 30
    for item in items:
        assert item in explain(sample, item, width=80)


def test_an_actor_shows_the_parts_it_plays(sample: Record) -> None:
    told = explain(sample, "actor-farmers")
    assert "Demonstration, happened: farmers (URY)" in told


def test_the_beginning_of_an_id_is_enough(sample: Record) -> None:
    assert explain(sample, "event-5b") == explain(sample, "event-5b0000000003")


def test_a_claim_leads_to_the_item_made_from_it(sample: Record) -> None:
    assert explain(sample, "claim-f-c") == explain(sample, "figure-22bb00000002")


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("event-4a1c", "begins 2 ids: event-4a1c00000001, event-4a1c00000002"),
        ("event-5bff", "near it: event-5b0000000003"),
        ("nonsense", "near it: "),
        ("", "near it: "),
    ],
)
def test_unknown_items_name_what_is_near(sample: Record, wanted: str, says: str) -> None:
    with pytest.raises(UnknownItem) as caught:
        explain(sample, wanted)
    assert says in str(caught.value)


def test_an_empty_record_holds_nothing() -> None:
    with pytest.raises(UnknownItem, match="no items at all"):
        explain(Record(), "event-1")


@pytest.mark.parametrize(
    ("text", "quote", "drawn"),
    [
        ("It rained. He left early today. She stayed.", "He left", "[He left] early today."),
        ("Headline\n\nHe left. Then rain.", "left", "He [left]."),
        ("Dr. Ruiz and Mr. Oka met on 3.5.2031 there.", "met", None),
        ("no end at all", "end", "no [end] at all"),
        ("“Go!” she said. Off.", "said", "“Go!” she [said]."),
        ("one", "one", "[one]"),
    ],
    ids=["middle", "after heading", "abbreviations", "no end", "quote", "whole"],
)
def test_the_sentence_around(text: str, quote: str, drawn: str | None) -> None:
    start = text.index(quote)
    found = in_sentence(text, Mention("r", start, start + len(quote), quote)).plain
    assert f"[{quote}]" in found
    if drawn:
        assert found == drawn


def test_explaining_a_very_long_text_without_sentences() -> None:
    text = "word " * 50_000
    found = in_sentence(text, Mention("r", 100_000, 100_004, "word")).plain
    assert len(found) < 1000
