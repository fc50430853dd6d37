"""Claims about one thing become one event; two things stay two."""

from itertools import permutations

import pytest
from desk import Sheet, record_of

MEETING = (
    "Swedish foreign minister Nora Lindqvist met her Mexican counterpart Tomas Rangel on Tuesday."
)
OTHER = "Nora Lindqvist held talks with Tomas Rangel in the capital."


def sheets() -> tuple[Sheet, Sheet]:
    return Sheet("a", MEETING), Sheet("b", OTHER)


def test_one_meeting_told_by_two_reports_is_one_event() -> None:
    a, b = sheets()
    a.event(MEETING, "met", ["Nora Lindqvist"], ["Tomas Rangel"])
    b.event(OTHER, "held talks", ["Tomas Rangel"], ["Nora Lindqvist"], start=None)
    record = record_of(a, b)
    assert len(record.events) == 1
    event = record.events[0]
    assert {m.report for m in event.mentions} == {a.report.id, b.report.id}
    assert len(event.actors) == len(event.recipients) == 1
    assert event.start == "2031-03-04"
    assert [j for j in record.judgements if j.kind == "same_event"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"cue": "met", "recipients": ["Tomas Rangel"]},
            {"cue": "met", "recipients": ["Lucia Barrera"]},
            id="two ministers of one state",
        ),
        pytest.param(
            {"cue": "visit", "recipients": ["Mexico"]},
            {"cue": "visit", "recipients": ["Peru"]},
            id="two countries visited",
        ),
        pytest.param(
            {"cue": "visit", "recipients": ["Mexico"]},
            {"cue": "met", "recipients": ["Tomas Rangel"]},
            id="the visit and a meeting on it",
        ),
        pytest.param(
            {"cue": "visit", "recipients": ["Mexico"], "start": "2026"},
            {"cue": "visit", "recipients": ["Mexico"]},
            id="a visit years before",
        ),
        pytest.param(
            {"cue": "visit", "recipients": ["Mexico"], "start": "2026-05", "status": "occurred"},
            {"cue": "visit", "recipients": ["Mexico"], "status": "planned"},
            id="a past visit and a planned one",
        ),
    ],
)
def test_two_things_stay_two(first: dict[str, object], second: dict[str, object]) -> None:
    a, b = sheets()
    for sheet, quote, told in ((a, MEETING, first), (b, OTHER, second)):
        told = {"actors": ["Nora Lindqvist"], **told}
        sheet.event(quote, str(told.pop("cue")), **told)  # type: ignore[arg-type]
    assert len(record_of(a, b).events) == 2


@pytest.mark.parametrize(
    ("denial", "start", "events"),
    [
        ("Sweden has not recalled its envoy from Mexico, she said.", None, 1),
        ("Sweden has not recalled its envoy from Mexico, she said.", "2031-03-05", 1),
        ("Sweden did not recall its envoy from Mexico on Friday.", "2031-03-07", 2),
        ("Sweden has not ratified the herring treaty with Mexico.", None, 2),
    ],
    ids=["of no day", "as of the day after", "of another day", "of another matter"],
)
def test_a_flat_denial_is_of_the_event_denied(denial: str, start: str | None, events: int) -> None:
    told = "Sweden recalled its envoy from Mexico on Tuesday."
    a, b = Sheet("a", told), Sheet("b", denial, "2031-03-07")
    verb = "ratified" if "ratified" in denial else "recalled"
    more = {"type": "SANCTION", "mode": "withdraw"}
    a.event(told, "recalled", ["Sweden"], ["Mexico"], **more)  # type: ignore[arg-type]
    b.event(denial, verb, ["Sweden"], ["Mexico"], status="did_not_occur", start=start, **more)  # type: ignore[arg-type]
    record = record_of(a, b)
    assert len(record.events) == events
    conflicts = [f for f in record.findings if f.subject == "status" and f.kind == "conflict"]
    assert len(conflicts) == 2 - events
    assert not [f for f in record.findings if f.kind == "corroborated" and f.claims]


def test_a_state_stands_for_its_minister_on_a_visit() -> None:
    a, b = sheets()
    a.event(MEETING, "visit", ["Nora Lindqvist"], ["Mexico"])
    b.event(OTHER, "visit", ["Sweden"], ["Mexico"])
    events = record_of(a, b).events
    assert [[p.name for p in e.actors] for e in events] == [["Nora Lindqvist"]]


def test_arrival_and_departure_are_days_of_one_visit() -> None:
    a, b = sheets()
    a.event(MEETING, "arrived", ["Nora Lindqvist"], ["Mexico"], start="2031-03-03")
    b.event(OTHER, "left", ["Nora Lindqvist"], ["Mexico"], start="2031-03-05")
    events = record_of(a, b).events
    assert [(e.start, e.end) for e in events] == [("2031-03-03", "2031-03-05")]


def test_two_agreements_of_the_same_states_stay_two() -> None:
    fish = "Peru and Chile agreed to share the anchovy catch off the southern coast."
    rail = "Peru and Chile agreed to rebuild the mountain railway for copper trains."
    a, b = Sheet("a", fish + " " + rail), Sheet("b", rail.replace("rebuild", "restore"))
    a.event(fish, "agreed", ["Peru", "Chile"], type="AGREE", mode=None)
    a.event(rail, "agreed", ["Peru", "Chile"], type="AGREE", mode=None)
    b.event(b.text, "agreed", ["Chile"], ["Peru"], type="AGREE", mode=None)
    events = record_of(a, b).events
    assert sorted(len(e.claims) for e in events) == [1, 2]
    assert {"railway" in m.quote for e in events if len(e.claims) == 2 for m in e.mentions} == {
        True
    }


def test_expelling_is_not_being_expelled() -> None:
    text = "Peru expelled two Chilean attachés. Chile expelled two Peruvian attachés."
    a = Sheet("a", text)
    a.event(
        "Peru expelled two Chilean attachés",
        "expelled",
        ["Peru"],
        ["Chile"],
        type="SANCTION",
        mode="expel",
    )
    a.event(
        "Chile expelled two Peruvian attachés",
        "expelled",
        ["Chile"],
        ["Peru"],
        type="SANCTION",
        mode="expel",
    )
    assert len(record_of(a).events) == 2


def test_a_vague_claim_joins_no_event_when_several_fit() -> None:
    text = (
        "Lindqvist met Rangel on Tuesday. Lindqvist met Barrera on Tuesday. "
        "She also held talks with officials."
    )
    a = Sheet("a", text)
    a.event("Lindqvist met Rangel on Tuesday", "met", ["Nora Lindqvist"], ["Tomas Rangel"])
    a.event("Lindqvist met Barrera on Tuesday", "met", ["Nora Lindqvist"], ["Lucia Barrera"])
    a.event("held talks with officials", "talks", ["Nora Lindqvist"], ["Mexico"])
    assert sorted(len(e.claims) for e in record_of(a).events) == [1, 1, 1]


def test_order_makes_no_difference() -> None:
    a, b = sheets()
    c = Sheet("c", "Mexico's Rangel was seen with Lindqvist. Sweden's minister visits Mexico.")
    a.event(MEETING, "met", ["Nora Lindqvist"], ["Tomas Rangel"])
    b.event(OTHER, "talks", ["Nora Lindqvist"], ["Tomas Rangel"])
    c.event(
        "Rangel was seen with Lindqvist", "seen", ["Tomas Rangel"], ["Nora Lindqvist"], start=None
    )
    c.event("Sweden's minister visits Mexico", "visits", ["Sweden"], ["Mexico"])
    records = [record_of(*order) for order in permutations((a, b, c))]
    assert all(r == records[0] for r in records)
