"""What findings are about is said in words a reader understands."""

import pytest
from desk import Sheet, party, record_of

from dragoman.model.claim import OfficeClaim, StatementClaim
from dragoman.model.finding import Relation
from dragoman.reconcile.wordings import name_relation, third_person


@pytest.mark.parametrize(
    ("type", "mode", "actors", "recipients", "quote", "line"),
    [
        ("AID", None, ["Peru", "Chile"], ["Mexico"], "lend", "Peru and Chile give aid to Mexico"),
        ("AID", None, ["Peru"], ["Mexico"], "lends", "Peru gives aid to Mexico"),
        ("SUPPORT", None, ["Peru", "Chile"], [], "signed", "Peru and Chile sign an agreement"),
        ("SUPPORT", None, ["Peru"], ["Chile"], "backs", "Peru supports Chile"),
        ("SUPPORT", None, ["Peru", "Chile"], [], "back", "Peru and Chile support each other"),
        ("SANCTION", "expel", ["Peru"], ["Chile"], "expels", "Peru expels Chile"),
        ("CONSULT", "visit", ["Peru"], ["Chile"], "visits", "Peru visits Chile"),
        ("PROTEST", "strike", [], ["Chile"], "strike", "somebody goes on strike against Chile"),
        ("NEW", None, ["Peru"], [], "does", "Peru news"),
    ],
)
def test_events(
    type: str, mode: str | None, actors: list[str], recipients: list[str], quote: str, line: str
) -> None:
    a = Sheet("a", f"They {quote} on Tuesday.")
    b = Sheet("b", f"It was told that they {quote}.")
    for sheet in (a, b):
        sheet.event(quote, quote, actors, recipients, type=type, mode=mode)
    assert f"{line}, 2031-03-04" in {f.about for f in record_of(a, b).findings}


@pytest.mark.parametrize(
    ("phrase", "done"),
    [("deny", "denies"), ("say no", "says no"), ("punish", "punishes"), ("go on", "goes on")],
)
def test_third_person(phrase: str, done: str) -> None:
    assert third_person(phrase) == done


@pytest.mark.parametrize(
    ("cue", "quotation", "content", "line"),
    [
        ("said", "indirect", "quotas fall", "Tomas Rangel: quotas fall"),
        ("condemned", "indirect", "the catch", "Tomas Rangel condemned the catch"),
        ("condemned", "direct", "“A shame”", "Tomas Rangel: “A shame”"),
    ],
)
def test_statements(cue: str, quotation: str, content: str, line: str) -> None:
    a, b = Sheet("a", f"Rangel {cue} {content}."), Sheet("b", f"So Rangel {cue} {content}.")
    for sheet in (a, b):
        place = (sheet.words(content),)
        claim = StatementClaim(
            sheet.name,
            sheet.report.id,
            party("Tomas Rangel"),
            cue,
            quotation,
            content,
            place,  # type: ignore[arg-type]
        )
        sheet.statements.append(claim)
    assert line in {f.about for f in record_of(a, b).findings}


@pytest.mark.parametrize(
    ("kind", "between", "line"),
    [
        ("borders", ["Peru", "Chile", "Mexico"], "Peru borders Chile and Mexico"),
        ("neutral", ["Peru"], "Peru is neutral"),
        ("rivals", ["Peru", "Chile"], "Peru and Chile: rivals"),
    ],
)
def test_relations(kind: str, between: list[str], line: str) -> None:
    parties = tuple(party(name) for name in between)
    assert name_relation(Relation("relation-1", kind, parties, (), ())) == line


def test_a_country_by_its_name() -> None:
    a, b = Sheet("a", "Minister Rangel spoke."), Sheet("b", "Rangel, minister, left.")
    for sheet in (a, b):
        place = (sheet.words("Rangel"),)
        claim = OfficeClaim(
            sheet.name, sheet.report.id, party("Tomas Rangel"), "minister", "MEX", place
        )
        sheet.offices.append(claim)
    assert "Tomas Rangel, minister of Mexico" in {f.about for f in record_of(a, b).findings}


@pytest.mark.parametrize(
    ("measure", "value", "unit", "line"),
    [
        ("prisoners", 22, "people", "22 prisoners"),
        ("credit line", 3e8, "USD", "credit line: 300 million USD"),
        ("buses for schools", 40, "buses", "40 buses for schools"),
    ],
)
def test_figures(measure: str, value: float, unit: str, line: str) -> None:
    a, b = Sheet("a", f"So many {measure}."), Sheet("b", f"The {measure} came.")
    for sheet in (a, b):
        sheet.figure(measure, measure, value, unit)
    assert line in {f.about for f in record_of(a, b).findings}
