"""Dates, likeness and the merging of what is no event."""

import pytest
from desk import Sheet, party, record_of

from dragoman.model.claim import OfficeClaim, StatementClaim
from dragoman.reconcile.items import office_words
from dragoman.reconcile.likeness import gist, likeness
from dragoman.reconcile.periods import period
from dragoman.reconcile.wordings import name_value


@pytest.mark.parametrize(
    ("left", "right", "meets"),
    [
        ("2031-03", "2031-03-04", True),
        ("2031", "2031-12-31", True),
        ("2031-03-04", "2031-03-05", False),
        ("2031-01/2031-06", "2031-03-04", True),
        ("2032-02-29", "2032-02", True),
    ],
)
def test_periods(left: str, right: str, meets: bool) -> None:
    one, other = period(left), period(right)
    assert one is not None
    assert other is not None
    assert one.meets(other) is meets


@pytest.mark.parametrize("text", ["", "soon", "2031-13", "2031-02-30", "99999-01-01", None])
def test_dates_that_are_none(text: str | None) -> None:
    assert period(text) is None


def test_likeness_sees_reworded_matter() -> None:
    near = likeness(
        gist(["a loan to build the harbour"]), gist(["credit for constructing a harbor"])
    )
    far = likeness(gist(["a loan to build the harbour"]), gist(["a ban on herring"]))
    assert near > 0.6 > 0.2 > far


@pytest.mark.parametrize(
    ("left", "right"),
    [("Foreign Minister", "Minister of Foreign Affairs"), ("Prime Minister", "prime minister")],
)
def test_one_office_in_two_wordings(left: str, right: str) -> None:
    assert office_words(left) == office_words(right)


def test_offices_and_statements_are_told_once() -> None:
    a = Sheet("a", "Foreign Minister Tomas Rangel said herring quotas must fall by half.")
    b = Sheet("b", "Tomas Rangel, minister of foreign affairs, wants herring quotas cut by half.")
    for sheet, title in ((a, "Foreign Minister"), (b, "minister of foreign affairs")):
        place = (sheet.words(sheet.text),)
        one = f"claim-{sheet.name}"
        sheet.offices.append(
            OfficeClaim(one, sheet.report.id, party("Tomas Rangel"), title, "MEX", place)
        )
        sheet.statements.append(
            StatementClaim(
                one + "s",
                sheet.report.id,
                party("Tomas Rangel"),
                "said",
                "indirect",
                sheet.text[-40:],
                place,
            )
        )
    record = record_of(a, b)
    assert [len(o.claims) for o in record.offices] == [2]
    assert [len(s.claims) for s in record.statements] == [2]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Mexico will lend 30 million for the herring fleet",
            "Mexico will lend 35 million for the herring fleet",
        ),
        ("Mexico voted against the herring text", "Mexico abstained on the herring text"),
        ("Mexico has not closed its herring ports", "Mexico has closed its herring ports"),
    ],
    ids=["other numbers", "another vote", "yes and no"],
)
def test_sayings_at_odds_are_two(left: str, right: str) -> None:
    sheets = [Sheet("a", f"Tomas Rangel said {left}."), Sheet("b", f"Tomas Rangel said {right}.")]
    for sheet, content in zip(sheets, (left, right), strict=True):
        place = (sheet.words(content),)
        rangel = party("Tomas Rangel")
        sheet.statements.append(
            StatementClaim(sheet.name, sheet.report.id, rangel, "said", "indirect", content, place)
        )
    assert len(record_of(*sheets).statements) == 2


def test_what_is_to_come_and_what_came_is_one_figure() -> None:
    a, b = Sheet("a", "Peru will free 22 prisoners."), Sheet("b", "Peru freed 22 prisoners.")
    a.figure("free 22 prisoners", "prisoners", 22, "people", status="projected")
    b.figure("freed 22 prisoners", "prisoners", 22, "people")
    assert [(f.status, len(f.mentions)) for f in record_of(a, b).figures] == [("actual", 2)]


def test_equal_figures_of_two_reports_are_one() -> None:
    a, b = Sheet("a", "Trade reached $2 billion."), Sheet("b", "Trade was about $2 billion.")
    a.figure("Trade reached $2 billion", "volume of trade", 2e9, "USD")
    b.figure("Trade was about $2 billion", "trade", 2e9, "USD", qualifier="about")
    assert [len(f.mentions) for f in record_of(a, b).figures] == [2]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (2.5e9, "USD", "2.5 billion USD"),
        (98, "percent", "98 percent"),
        (15760, "GWh", "15,760 GWh"),
    ],
)
def test_values_in_words(value: float, unit: str, words: str) -> None:
    assert name_value(value, unit) == words


def test_nothing_read_is_an_empty_record() -> None:
    record = record_of()
    assert record.events == record.findings == record.reports == ()


@pytest.mark.parametrize(
    "text", ["", "\x00\x07", "🙂🙂", "\ud800", "word " * 5000, "(((((((" * 500]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    a, b = Sheet("a", text, None), Sheet("b", "Peru signed two accords at 5pm.", None)
    assert len(record_of(a, b).reports) == 2
