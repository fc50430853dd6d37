"""Every example in the ontology files is read as its file says."""

from __future__ import annotations

import pytest

from dragoman.model.claim import EventClaim
from dragoman.model.report import Report, report_id
from dragoman.ontology import TYPES, Example, load_ontology
from dragoman.reading.one_report import read_report

EXAMPLES = load_ontology().examples


def _events(text: str) -> tuple[EventClaim, ...]:
    report = Report(report_id("example", text), "example", text, published="2023-05-15")
    return read_report(report).events


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.type}: {e.text[:50]}")
def test_example_is_read_as_its_file_says(example: Example) -> None:
    found = [event for event in _events(example.text) if event.type == example.type]
    if example.none:
        assert not found
        return
    assert found, "no event of that type"
    assert any(_matches(event, example) for event in found), found


def _matches(event: EventClaim, example: Example) -> bool:
    actors = sorted(p.country or "" for p in event.actors)
    recipients = sorted(p.country or "" for p in event.recipients)
    return (
        (example.actor is None or actors == sorted(example.actor))
        and (example.recipient is None or recipients == sorted(example.recipient))
        and (example.status is None or event.status == example.status)
        and (example.mode is None or event.mode == example.mode)
    )


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_a_positive_and_a_definition(name: str) -> None:
    assert load_ontology().definitions[name]
    assert any(e.type == name and not e.none for e in EXAMPLES)
