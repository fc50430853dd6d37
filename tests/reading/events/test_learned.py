"""Learned: what the sentence model adds, with a hand-made model in its place."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report, report_id
from dragoman.reading import encoder
from dragoman.reading.encoder import TypeScores
from dragoman.reading.one_report import read_report


def _read(text: str) -> list[tuple[str, str]]:
    report = Report(report_id("a", text), "a", text, published="2023-05-15")
    return [(e.type, e.reasons[0].step) for e in read_report(report).events]


def _sure_of(monkeypatch: pytest.MonkeyPatch, name: str, sure: float) -> None:
    monkeypatch.setattr(encoder, "available", lambda: True)
    monkeypatch.setattr(
        encoder, "type_scores", lambda texts: [TypeScores(((name, sure),)) for _ in texts]
    )


def test_a_sure_model_adds_an_event_where_no_cue_announces_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _sure_of(monkeypatch, "AID", 0.97)
    assert _read("Norway patched up the harbour wall of Samoa.") == [("AID", "sentence model")]


@pytest.mark.parametrize(
    ("name", "sure", "text"),
    [
        pytest.param("AID", 0.6, "Norway patched up the harbour wall of Samoa.", id="unsure"),
        pytest.param("NONE", 0.99, "Norway patched up the harbour wall of Samoa.", id="none"),
        pytest.param("AID", 0.97, "Norway patched up its harbour wall again.", id="one side"),
    ],
)
def test_nothing_is_added(
    monkeypatch: pytest.MonkeyPatch, name: str, sure: float, text: str
) -> None:
    _sure_of(monkeypatch, name, sure)
    assert _read(text) == []


def test_a_sentence_with_an_event_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    _sure_of(monkeypatch, "AID", 0.97)
    assert [t for t, _ in _read("Norway's king met the president of Samoa in Oslo.")] == ["CONSULT"]


def test_without_the_model_the_rules_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "available", lambda: False)
    assert _read("Norway patched up the harbour wall of Samoa.") == []
