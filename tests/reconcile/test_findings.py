"""Where reports agree, repeat one another, follow one another, and leave something out."""

import pytest
from desk import Named, Sheet, findings, record_of


def meeting(name: str, text: str, **more: object) -> Sheet:
    sheet = Sheet(name, text)
    sheet.event(text, "met", ["Nora Lindqvist"], ["Tomas Rangel"], **more)  # type: ignore[arg-type]
    return sheet


def test_own_words_of_two_outlets_corroborate() -> None:
    a = meeting("a", "Nora Lindqvist met Tomas Rangel on Tuesday.")
    b = meeting("b", "Rangel received the Swedish minister Lindqvist at his office.")
    found = [f for f in findings(record_of(a, b), "corroborated") if "meets" in f.about]
    assert [(s.origins, s.outlets) for f in found for s in f.sides] == [(2, ("a", "b"))]


def test_the_same_words_repeat() -> None:
    text = "Nora Lindqvist and Tomas Rangel sipped bitter cocoa while haggling over salted herring quotas."
    a, b = meeting("a", text), meeting("b", text + " More follows.")
    record = record_of(a, b)
    assert not [f for f in findings(record, "corroborated") if f.claims]
    assert [s.origins for f in findings(record, "repeated") if f.claims for s in f.sides] == [1]


def test_one_outlet_alone_is_single_source_and_left_out_elsewhere() -> None:
    a = meeting("a", "Nora Lindqvist met Tomas Rangel on Tuesday.")
    b = Sheet("b", "Herring prices rose in Veracruz.")
    record = record_of(a, b)
    assert [f.sides[0].outlets for f in findings(record, "single_source")] == [("a",)]
    left_out = findings(record, "left_out")
    assert [f.note for f in left_out] == ["left out by b"]
    assert all(side.mentions for f in left_out for side in f.sides)


def test_planned_then_held_is_an_update() -> None:
    a = Sheet("a", "Nora Lindqvist will meet Tomas Rangel on Tuesday.", "2031-03-03")
    b = Sheet("b", "Lindqvist met Rangel over herring.", "2031-03-04")
    a.event(a.text, "meet", ["Nora Lindqvist"], ["Tomas Rangel"], status="planned")
    b.event(b.text, "met", ["Nora Lindqvist"], ["Tomas Rangel"])
    record = record_of(a, b)
    assert [e.status for e in record.events] == ["occurred"]
    assert [[s.value for s in f.sides] for f in findings(record, "updated")] == [
        ["planned", "occurred"]
    ]


@pytest.mark.parametrize(
    ("land", "points"), [("Chile", 1), ("Nobel", 0)], ids=["a land", "no land"]
)
def test_a_war_is_in_a_land(land: str, points: int) -> None:
    a = Sheet("a", f"Prices rose because of the {land} war. Herring is dear.")
    b = Sheet("b", f"Since the {land} conflict broke out fishermen stay in port.")
    found = [f for f in record_of(a, b).findings if "a war in" in f.about]
    assert len(found) == points


def test_the_weekday_is_a_shared_point() -> None:
    a = meeting("a", "Lindqvist met Rangel on Tuesday.")
    b = meeting("b", "Later Tuesday the Swedish minister saw Rangel.")
    about = [f.about for f in findings(record_of(a, b), "corroborated")]
    assert "the day, 2031-03-04, was a Tuesday" in about


def test_a_weekday_that_is_none_of_the_events_is_no_point() -> None:
    a = meeting("a", "Lindqvist met Rangel on Friday.")
    b = meeting("b", "Later Friday the Swedish minister saw Rangel.")
    assert not [f for f in record_of(a, b).findings if "was a" in f.about]


def test_every_side_has_words_that_are_in_the_text() -> None:
    a = meeting("a", "Lindqvist met Rangel on Tuesday to discuss trade and investment.")
    b = meeting("b", "Rangel discussed the economy with Lindqvist.")
    record = record_of(a, b)
    texts = {r.id: r.text for r in record.reports}
    assert record.findings
    for found in record.findings:
        for side in found.sides:
            assert side.mentions
            assert all(texts[m.report][m.start : m.end] == m.quote for m in side.mentions)
            assert side.origins <= len(side.outlets)


def test_a_date_both_write_out_is_a_shared_point() -> None:
    a = meeting("a", "Lindqvist met Rangel on March 4.")
    b = meeting("b", "On 4 March 2031 the Swedish minister saw Rangel.")
    c = meeting("c", "On 4 March 2019 Rangel was elsewhere.")
    record = record_of(a, b, c)
    found = [f for f in record.findings if f.about == "the date was 2031-03-04"]
    assert [f.sides[0].outlets for f in found] == [("a", "b")]


def test_itinerary_has_the_traveller_and_not_the_host() -> None:
    a = Sheet("a", "Nora Lindqvist visited Mexico on Tuesday.")
    a.event(a.text, "visited", ["Nora Lindqvist"], ["Mexico"])
    stops = record_of(a).itinerary
    assert [(s.who.name, s.place.name, s.start) for s in stops] == [
        ("Nora Lindqvist", "Mexico", "2031-03-04")
    ]


@pytest.mark.parametrize(
    ("silent", "left_out"),
    [
        ("Herring prices rose in Veracruz.", 1),
        ("Chile handed Peru's expelled envoys their passports.", 0),
        ("Peru and Chile play football on Friday.", 1),
    ],
    ids=["another matter", "told in other words", "the same parties, another matter"],
)
def test_silence_is_no_sentence_of_the_parties_and_the_matter(silent: str, left_out: int) -> None:
    a = Named("a", "Chile expelled three envoys of Peru on Tuesday.")
    b = Named("b", silent)
    a.event(a.text, "expelled", ["Chile"], ["Peru"], type="SANCTION", mode="expel")
    assert len(findings(record_of(a, b), "left_out")) == left_out


def test_what_befell_somebody_is_told_where_he_and_it_are_named() -> None:
    a = Named("a", "Shelling destroyed a lighthouse in Chile on Tuesday.")
    a.event(a.text, "destroyed", [], ["Chile"], type="ASSAULT", mode="destroy")
    told = Named("b", "The lighthouse of Chile is a ruin.")
    silent = Named("c", "Chile plays football on Friday.")
    (found,) = findings(record_of(a, told, silent), "left_out")
    assert found.note == "left out by c"


def test_a_conflict_read_from_sentences_leads_to_claims() -> None:
    a = Named("a", "Peru and Chile signed three agreements.")
    b = Named("b", "Chile and Peru signed four agreements.")
    for sheet, number in ((a, 3), (b, 4)):
        sheet.event(sheet.text, "signed", ["Peru", "Chile"], type="SUPPORT", mode=None)
        sheet.figure(sheet.text, "agreements", number, "agreements")
    (found,) = findings(record_of(a, b), "conflict")
    assert found.claims == tuple(sorted(c.id for s in (a, b) for c in s.figures))
