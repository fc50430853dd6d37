"""When: the date of an event from its clause, the clauses above it, and the telling before it."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report, report_id
from dragoman.reading.one_report import read_report

# The report's day, 15 May 2023, is a Monday.
CASES = [
    ("with the verb", "Peru's king met Oman's sultan on Friday.", "CONSULT", "2023-05-12"),
    ("aim", "Peru wrote to Oman on Friday to protest against Oman's ban.", "ACCUSE", "2023-05-12"),
    (
        "said by saying",
        "Peru's minister said on Friday that Peru was expelling two Omani diplomats.",
        "SANCTION",
        "2023-05-12",
    ),
    (
        "day after",
        "Peru's premier flew home on Friday, a day after her talks with Sultan Omar Said of Oman.",
        "CONSULT",
        "2023-05-11",
    ),
    (
        "told after",
        "Peru's minister landed in Muscat on Friday. Peru praised Oman for its calm.",
        "SUPPORT",
        "2023-05-12",
    ),
    ("long before", "Peru had earlier expelled two Omani diplomats.", "SANCTION", None),
]


@pytest.mark.parametrize(("text", "kind", "day"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_when(text: str, kind: str, day: str | None) -> None:
    report = Report(report_id("a", text), "a", text, published="2023-05-15")
    days = {e.start for e in read_report(report).events if e.type == kind}
    assert day in days, days
