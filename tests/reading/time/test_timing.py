"""Timing: the date that belongs to a verb or a noun, and none that belongs to another."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.time.dates import find_dates
from dragoman.reading.time.timing import event_date

CASES = [
    ("Ghana and Peru signed a treaty on Monday.", "signed", "2023-05-08"),
    ("Ghana and Peru signed a treaty on Monday.", "treaty", "2023-05-08"),
    ("On Monday Ghana and Peru signed a treaty.", "signed", "2023-05-08"),
    ("In March 2022 the assembly voted, and it did so again in April.", "voted", "2022-03"),
    ("In March 2022 the assembly voted, and it did so again in April.", "did", "2022-04"),
    ("Trade, which reached $3 billion in 2021, fell last year.", "fell", "2022"),
    ("Trade, which reached $3 billion in 2021, fell sharply.", "fell", None),
    ("Kenya has not sent an envoy since 2016.", "sent", None),
    ("The talks, held on May 3, ended without a deal.", "talks", "2023-05-03"),
    ("The talks, held on May 3, ended without a deal.", "ended", None),
    ("Officials said on Monday that he would visit Lima on Thursday.", "said", "2023-05-08"),
    ("Officials said on Monday that he would visit Lima on Thursday.", "visit", "2023-05-11"),
    ("The minister signed it on Monday and will fly to Lima on Friday.", "fly", "2023-05-12"),
    ("The minister signed it on Monday and will fly to Lima.", "fly", None),
    ("He visited Oslo from 5 to 7 April and then went to Riga.", "visited", "2023-04-05"),
    ("He visited Oslo from 5 to 7 April and then went to Riga.", "went", None),
    ("The two-day visit ended well.", "visit", None),
    ("The pact, signed in June last year, expires in 2030.", "expires", "2030"),
    ("The pact, signed in June last year, expires in 2030.", "pact", "2022-06"),
]


@pytest.mark.parametrize(("text", "word", "start"), CASES, ids=[f"{c[1]}: {c[0]}" for c in CASES])
def test_date_of_a_word(text: str, word: str, start: str | None) -> None:
    analysis = lay_out(Report("r", "r", text, published="2023-05-10"))
    analysis.dates = find_dates(analysis)
    token = next(t for t in analysis.sentences[0].doc if t.text == word)
    found = event_date(analysis, 0, token.i)
    assert (found.start if found else None) == start
    if found:
        assert found.mention in analysis.dates
