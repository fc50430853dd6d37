"""What counts as found, one field at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dragoman.errors import MalformedInput
from dragoman.evaluation.gold import Gold
from dragoman.evaluation.matching import same_name
from dragoman.evaluation.scoring import score_story, total
from dragoman.evaluation.tallies import Tally
from dragoman.model.actor import Party
from dragoman.model.record import Record

from .conftest import BORO, NORWAY, event, figure, finding, office, record, says, statement


@pytest.fixture
def gold(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> Gold:
    return gold_of(plain)


def counted(gold: Gold, found: Record) -> dict[str, Tally]:
    return {tally.name: tally for tally in score_story(gold, found).tallies}


def hits(gold: Gold, found: Record) -> dict[str, int]:
    return {name: tally.hits for name, tally in counted(gold, found).items()}


def whole() -> Record:
    return record(
        events=(event(),),
        figures=(figure(),),
        statements=(statement(),),
        offices=(office(),),
        findings=(finding("conflict", says("a.txt", "40 buses"), says("b.txt", "50 buses")),),
    )


def test_all_is_found(gold: Gold) -> None:
    score = score_story(gold, whole())
    assert {tally.value for tally in score.tallies} == {1.0}
    assert (score.story, score.reports, score.missed) == ("visit", 2, ())


def test_nothing_is_found(gold: Gold) -> None:
    score = score_story(gold, record())
    assert {tally.hits for tally in score.tallies} == {0}
    assert {each.item for each in score.missed} == {"e1", "f1", "s1", "offices[0]", "c1"}
    assert score.missed[-1].words == "40 buses"


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"mentions": (says("a.txt", "She promised 40 buses"),)}, {"found", "type"}),
        ({"type": "AGREE"}, {"type", "type+countries", "type+roles", "core", "status"}),
        ({"actors": (NORWAY,)}, {"type+countries", "type+roles"}),
        ({"actors": (NORWAY,), "recipients": (BORO,)}, {"type+roles"}),
        ({"actors": (BORO, NORWAY)}, {"type+roles"}),
        ({"status": "planned"}, {"status"}),
        ({"mode": None}, {"mode"}),
        ({"start": None}, {"date"}),
        ({"start": "2024-04-03"}, {"date"}),
        ({"mentions": (says("a.txt", "Boro of Ghana visited Oslo"),)}, {"merged"}),
    ],
    ids=[
        "elsewhere",
        "type",
        "country",
        "turned",
        "both",
        "status",
        "mode",
        "no day",
        "day",
        "one",
    ],
)
def test_events_lose_what_is_wrong(gold: Gold, change: dict[str, Any], lost: set[str]) -> None:
    found = hits(gold, record(events=(event(**change),)))
    kept = {"found", "type", "type+countries", "type+roles", "core", "status", "mode", "date"}
    kept |= {"merged"}
    still = {name for name in kept if found[f"events.{name}"]}
    assert still.isdisjoint(lost)
    if not lost & {"found", "type"}:
        assert still == kept - lost


def test_extra_events_cost_precision_only(gold: Gold) -> None:
    extra = event(id="event-2", mentions=(says("a.txt", "promised"),))
    tally = counted(gold, record(events=(event(), extra)))["events.type"]
    assert (tally.precision, tally.recall) == (0.5, 1.0)


def test_of_two_events_at_the_same_words_the_one_of_the_type_counts(gold: Gold) -> None:
    other = event(id="event-0", type="AGREE")
    assert hits(gold, record(events=(other, event())))["events.type"] == 1


@pytest.mark.parametrize(
    ("value", "found"), [(40.0, 1), (40.03, 1), (40.1, 0), (-40.0, 0)], ids=str
)
def test_value_to_a_thousandth(gold: Gold, value: float, found: int) -> None:
    assert hits(gold, record(figures=(figure(value=value),)))["figures.value"] == found


def test_unit_and_qualifier_are_asked_of_figures_found(gold: Gold) -> None:
    found = counted(gold, record(figures=(figure(unit="EUR", qualifier="about"),)))
    assert (found["figures.unit"].value, found["figures.qualifier"].value) == (0.0, 0.0)
    missed = counted(gold, record(figures=(figure(value=3.0),)))
    assert missed["figures.unit"].value is None


def test_statement_of_another_is_found_without_its_speaker(gold: Gold) -> None:
    found = hits(gold, record(statements=(statement(speaker=Party("p9", "Lund")),)))
    assert (found["statements.found"], found["statements.speaker"]) == (1, 0)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, 1),
        ({"person": replace(BORO, name="Kofi Asare")}, 0),
        ({"of": "NOR"}, 0),
        ({"of": None}, 0),
        ({"office": "president"}, 0),
        ({"office": "minister of foreign affairs"}, 1),
    ],
    ids=["same", "person", "country", "no country", "office", "other words"],
)
def test_offices(gold: Gold, change: dict[str, Any], found: int) -> None:
    assert hits(gold, record(offices=(office(**change),)))["offices"] == found


FORTY, FIFTY = says("a.txt", "40 buses"), says("b.txt", "50 buses")


@pytest.mark.parametrize(
    ("kind", "sides", "found"),
    [
        ("conflict", (FORTY, FIFTY), 1),
        ("conflict", (FIFTY, FORTY), 1),
        ("conflict", (FORTY, says("b.txt", "the talks were warm")), 0),
        ("conflict", (FORTY, FORTY), 0),
        ("corroborated", (FORTY, FIFTY), 0),
    ],
    ids=["sides", "turned", "one side", "one side twice", "no conflict"],
)
def test_conflict_needs_two_sides(
    gold: Gold, kind: str, sides: tuple[Any, ...], found: int
) -> None:
    assert hits(gold, record(findings=(finding(kind, *sides),)))["conflicts"] == found


def test_gold_of_other_reports_is_told(gold: Gold) -> None:
    with pytest.raises(MalformedInput, match="not among those read"):
        score_story(gold, Record())


def test_stories_add_up(gold: Gold) -> None:
    both = total([score_story(gold, whole()), score_story(gold, record())])
    tally = {tally.name: tally for tally in both}["events.type"]
    assert (tally.hits, tally.gold, tally.found) == (1, 2, 1)
    assert tally.value == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ama Boro", "Boro", True),
        ("A. Boro-Addo", "Minister Addo,", True),
        ("Ama Boro", "A. Lund", False),
        ("Li Na", "Li Na", False),
        ("", "Boro", False),
    ],
)
def test_names_share_a_word_of_three_letters(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
