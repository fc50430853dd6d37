"""Anchor: the report's day, as published, as datelined, or as the text gives it away."""

from __future__ import annotations

from datetime import date

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, Dateline
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.time.anchor import anchor_of


def laid_out(text: str, *, published: str | None = None, dateline: str | None = None) -> Analysis:
    analysis = lay_out(Report("r", "r", text, published=published))
    analysis.dateline = Dateline(0, 0, "Lima", dateline, None) if dateline else None
    return analysis


def test_publication_wins() -> None:
    analysis = laid_out(
        "They met on 1 May 2020.", published="2023-05-10T08:00", dateline="9 May 2023"
    )
    assert anchor_of(analysis).day == date(2023, 5, 10)


def test_full_dateline() -> None:
    anchor = anchor_of(laid_out("They met on Tuesday.", dateline="9 May 2023"))
    assert anchor.day == date(2023, 5, 9)
    assert "dateline" in (anchor.reason or "")


def test_dateline_without_year_takes_the_year_its_weekday_agrees_with() -> None:
    text = "The two met on Tuesday. Their trade doubled in 2022. They had met in March 2023."
    anchor = anchor_of(laid_out(text, dateline="May 9"))
    assert anchor.day == date(2023, 5, 9)
    assert "Tuesday" in (anchor.reason or "")


def test_a_weekday_that_never_agrees_leaves_it_open() -> None:
    text = "The two met on Sunday. Their trade doubled in 2022."
    assert anchor_of(laid_out(text, dateline="May 10")).day is None  # a Tuesday, then a Wednesday


def test_no_year_anywhere_leaves_it_open() -> None:
    assert anchor_of(laid_out("The two met on Tuesday.", dateline="May 9")).day is None


def test_opening_day_and_weekday() -> None:
    text = "The king came to Lima on May 9. Trade rose in 2022. He flies home later Tuesday."
    assert anchor_of(laid_out(text)).day == date(2023, 5, 9)


def test_a_year_to_come_is_no_year_gone() -> None:
    text = "The king came to Lima on May 9, a Tuesday. The port will open in 2030."
    assert anchor_of(laid_out(text)).day is None


def test_full_date_of_the_opening() -> None:
    text = "Fiji opened an embassy in Accra on 9 May 2023. The talks began on 3 April 2021."
    assert anchor_of(laid_out(text)).day == date(2023, 5, 9)


def test_a_date_in_a_clause_of_its_own_is_not_the_news() -> None:
    text = "Fiji has closed its port since the storm that struck on 9 May 2021."
    assert anchor_of(laid_out(text)).day is None


def test_an_opening_date_the_text_outlives_is_not_the_news() -> None:
    text = "The pact was signed on 9 May 2019. It was broken in March 2021."
    assert anchor_of(laid_out(text)).day is None


def test_another_report_settles_the_year() -> None:
    anchor = anchor_of(laid_out("They met on Tuesday.", dateline="May 9"), "2023-05-11")
    assert anchor.day == date(2023, 5, 9)
    assert "another report" in (anchor.reason or "")


def test_another_report_stands_in() -> None:
    assert anchor_of(laid_out("They met on Tuesday."), "2023-05-11").day == date(2023, 5, 11)


def test_nothing_known() -> None:
    anchor = anchor_of(laid_out(""), "soon")
    assert anchor.day is None
    assert anchor.reason is None
