"""Ways into a record: who tells of an item, what is found about it, which words show it best."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.exports.index import index_of, passages_of, short_ids
from dragoman.model.finding import Finding, Side
from dragoman.model.record import Record


@pytest.mark.parametrize(
    ("item", "outlets", "origins"),
    [
        pytest.param("event-4a1c00000001", ("Meridian", "El Faro del Plata"), 2, id="corroborated"),
        pytest.param("event-4a1c00000002", ("Meridian", "The Lisbon Ledger"), 1, id="repeated"),
        pytest.param("event-9f0000000007", ("El Faro del Plata",), 1, id="no finding, one outlet"),
        pytest.param(
            "event-5b0000000003",
            ("Meridian", "The Lisbon Ledger", "El Faro del Plata"),
            None,
            id="no finding, several outlets",
        ),
    ],
)
def test_support(sample: Record, item: str, outlets: tuple[str, ...], origins: int | None) -> None:
    index = index_of(sample)
    event = next(event for event in sample.events if event.id == item)
    support = index.support(event)
    assert (support.outlets, support.origins) == (outlets, origins)


def test_findings_about_an_item_and_items_under_a_finding(sample: Record) -> None:
    index = index_of(sample)
    found = index.findings_about(sample.events[0])
    assert [finding.id for finding in found] == ["finding-c1", "finding-c4"]
    assert index.rested_on(found[0]) == (sample.events[0],)


def test_findings_may_name_items_instead_of_claims(sample: Record) -> None:
    event = sample.events[0]
    finding = Finding("finding-x", "single_source", event.id, (event.id,), (), "")
    index = index_of(dataclasses.replace(sample, findings=(finding,)))
    assert index.findings_about(event) == (finding,)
    assert index.rested_on(finding) == (event,)


def test_the_words_shown_are_those_not_overtaken(sample: Record) -> None:
    event = sample.events[0]
    old, new = event.mentions
    sides = (Side("planned", ("Meridian",), 1, (old,)), Side("occurred", ("El Faro",), 1, (new,)))
    finding = Finding("finding-x", "updated", "the visit", event.claims, sides, "")
    assert index_of(sample).best_words(event) == old
    assert index_of(dataclasses.replace(sample, findings=(finding,))).best_words(event) == new


def test_what_is_left_out_rests_on_those_who_tell_it(sample: Record) -> None:
    told, silent = sample.events[5].mentions[:1], sample.events[0].mentions[:1]
    sides = (Side("told", ("A",), 1, told), Side("opens with", ("B",), 0, silent))
    assert passages_of(Finding("f", "left_out", "x", (), sides, "")) == told
    assert passages_of(Finding("f", "conflict", "x", (), sides, "")) == told + silent


def test_short_ids_name_one_item_each(sample: Record) -> None:
    index = index_of(sample)
    short = short_ids(index)
    assert len(set(short.values())) == len(short)
    assert all(index.find(cut).id == whole for whole, cut in short.items())
