"""Context: parties a clause leaves out are supplied where plain, marked inferred, else left blank."""

from __future__ import annotations

from dragoman.model.claim import EventClaim
from dragoman.model.report import Report, report_id
from dragoman.reading.one_report import read_report


def _events(text: str) -> tuple[EventClaim, ...]:
    report = Report(report_id("a", text), "a", text, published="2023-05-15")
    return read_report(report).events


def _codes(event: EventClaim) -> list[list[str | None]]:
    return [[p.country for p in event.actors], [p.country for p in event.recipients]]


def test_the_meeting_points_back_at_the_meeting_told_before() -> None:
    text = (
        "Foreign Minister Ana Silva of Brazil met Foreign Minister Per Dahl of Norway in Oslo. "
        "After the meeting she praised the wine."
    )
    meetings = [e for e in _events(text) if e.type == "CONSULT"]
    assert all(_codes(e) == [["BRA"], ["NOR"]] for e in meetings)
    assert any("points back" in i.why for e in meetings for i in e.inferred)


def test_agreements_signed_by_no_one_are_of_the_two_who_met() -> None:
    text = (
        "Foreign Minister Ana Silva of Brazil met Foreign Minister Per Dahl of Norway in Oslo. "
        "Two agreements were signed."
    )
    (signed,) = [e for e in _events(text) if e.type == "SUPPORT"]
    assert sorted(p.country or "" for p in signed.actors) == ["BRA", "NOR"]
    assert any(i.field == "actors" for i in signed.inferred)


def test_words_said_to_somebody_go_to_them_and_not_to_the_other_side() -> None:
    text = "Brazil's president told the king of Tonga that Brazil stood ready to help rebuild the port."
    offers = [e for e in _events(text) if e.type == "AGREE"]
    assert offers
    assert all("TON" in _codes(e)[1] for e in offers)


def test_somebody_unknown_is_not_replaced_by_the_other_side() -> None:
    text = (
        "Foreign Minister Ana Silva of Brazil met Foreign Minister Per Dahl of Norway in Oslo. "
        "Silva accused unnamed critics of lying."
    )
    accused = [e for e in _events(text) if e.type == "ACCUSE"]
    assert all("NOR" not in _codes(e)[1] for e in accused)


def test_police_of_a_report_about_one_state_are_that_states() -> None:
    text = (
        "Peru's president spoke in Lima on Sunday. Peru has been calm since May, Peru's papers say. "
        "Police arrested four students."
    )
    (arrest,) = [e for e in _events(text) if e.type == "COERCE"]
    assert [p.country for p in arrest.actors] == ["PER"]
    assert any("the report is about Peru" in i.why for i in arrest.inferred)
