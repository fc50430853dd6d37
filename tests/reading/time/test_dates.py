"""Dates: what a phrase of time means, by the report's day, the tense and what was named before."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.time.dates import find_dates, find_times

WEDNESDAY = "2023-05-10"


def laid_out(text: str, day: str | None = WEDNESDAY) -> Analysis:
    analysis = lay_out(Report("r", "r", text, published=day))
    analysis.dates = find_dates(analysis)
    return analysis


def words(analysis: Analysis, found: DateMention) -> str:
    return analysis.mention(found.sentence, found.first, found.last).quote


def told(text: str, day: str | None = WEDNESDAY) -> dict[str, tuple[str, str]]:
    analysis = laid_out(text, day)
    return {words(analysis, d): (d.start, d.end) for d in analysis.dates}


ALONE = [
    ("The pact was signed on 5 July 2021.", "5 July 2021", "2021-07-05", "2021-07-05"),
    ("The pact was signed on the 5th of July, 2021.", "the 5th of July, 2021", "2021-07-05", None),
    ("The pact was signed on July 5, 2021.", "July 5, 2021", "2021-07-05", None),
    ("The pact was signed on Monday, July 5, 2021.", "Monday, July 5, 2021", "2021-07-05", None),
    ("The pact was signed on 2021-07-05.", "2021-07-05", "2021-07-05", None),
    ("The pact was signed on 25/12/2021.", "25/12/2021", "2021-12-25", None),
    ("The pact was signed on 5.7.2021.", "5.7.2021", "2021-07-05", None),
    ("The pact was signed on 3/4/2019.", "3/4/2019", "2019", None),
    ("The pact was signed in July 2021.", "July 2021", "2021-07", None),
    ("The pact was signed in early 2022.", "early 2022", "2022", None),
    ("The pact was signed in the 1990s.", "the 1990s", "1990", "1999"),
    ("The pact was signed in the third quarter of 2021.", None, "2021-07", "2021-09"),
    ("The pact was signed in the first half of 2021.", None, "2021-01", "2021-06"),
    ("The pact was signed in the summer of 2020.", "the summer of 2020", "2020", None),
    ("The talks ran from 5 to 7 April 2022.", None, "2022-04-05", "2022-04-07"),
    ("The talks ran on July 5-6, 2022.", "July 5-6, 2022", "2022-07-05", "2022-07-06"),
    ("The talks ran between March and May 2022.", None, "2022-03", "2022-05"),
    ("The talks ran between December and May 2022.", None, "2021-12", "2022-05"),
    ("The war ran from 2014 to 2016.", "from 2014 to 2016", "2014", "2016"),
    ("The talks ran from 30 May 2022 to 2 June 2022.", None, "2022-05-30", "2022-06-02"),
    ("They must go by 11:59 PM on Saturday, May 13, 2023.", None, "2023-05-13", None),
]


@pytest.mark.parametrize(("text", "phrase", "start", "end"), ALONE, ids=[a[0] for a in ALONE])
def test_full_dates_need_no_report_day(
    text: str, phrase: str | None, start: str, end: str | None
) -> None:
    found = told(text, None)
    assert len(found) == 1
    ((quote, span),) = found.items()
    assert phrase is None or quote == phrase
    assert span == (start, end or start)


FROM_THE_DAY = [
    ("The envoy arrived on Tuesday night.", "2023-05-09", None),
    ("The envoy arrived on Wednesday.", "2023-05-10", None),
    ("The envoy arrived on Thursday.", "2023-05-04", None),
    ("The envoy will arrive on Tuesday.", "2023-05-16", None),
    ("The envoy is expected to arrive on Friday.", "2023-05-12", None),
    ("The envoy is due to leave later Wednesday.", "2023-05-10", None),
    ("The envoy arrived last Monday.", "2023-05-08", None),
    ("The envoy will arrive next Friday.", "2023-05-12", None),
    ("The envoy arrived yesterday.", "2023-05-09", None),
    ("The envoy will arrive tomorrow.", "2023-05-11", None),
    ("The envoy arrived in December.", "2022-12", None),
    ("The envoy will return in February.", "2024-02", None),
    ("The envoy arrived on 3 May.", "2023-05-03", None),
    ("The envoy will arrive on 3 January.", "2024-01-03", None),
    ("The envoy arrived in mid-April.", "2023-04", None),
    ("The envoy arrived in June last year.", "2022-06", None),
    ("The envoy arrived last month.", "2023-04", None),
    ("Trade grew this year.", "2023", None),
    ("Trade grew last year.", "2022", None),
    ("Trade grew in the first half of this year.", "2023-01", "2023-06"),
    ("Trade grew in the first three months of last year.", "2022-01", "2022-03"),
    ("The envoy arrived last week.", "2023-05-01", "2023-05-07"),
    ("The envoy arrived two days ago.", "2023-05-08", None),
    ("The envoy left three years ago.", "2020", None),
    ("Trade fell over the past two years.", "2021", "2023"),
    ("The ban took effect at midnight on Sunday.", "2023-05-07", None),
]


@pytest.mark.parametrize(("text", "start", "end"), FROM_THE_DAY, ids=[f[0] for f in FROM_THE_DAY])
def test_partial_dates_are_counted_from_the_report_day(
    text: str, start: str, end: str | None
) -> None:
    assert list(told(text).values()) == [(start, end or start)]


@pytest.mark.parametrize(("text", "start", "end"), FROM_THE_DAY, ids=[f[0] for f in FROM_THE_DAY])
def test_without_a_report_day_they_stay_blank(text: str, start: str, end: str | None) -> None:
    assert all(span == ("", "") for span in told(text, None).values())


CHAINED = [
    ("Sales rose in 2019, twice as fast as in the previous year.", "the previous year", "2018"),
    ("In 2019 they signed. The following year they fell out.", "The following year", "2020"),
    ("It voted in March 2020, and it did so again in April.", "April", "2020-04"),
    ("The envoy arrived on 9 May 2022 and left the next day.", "the next day", "2022-05-10"),
    ("He came on 9 May 2022. A week earlier she had left.", "A week earlier", "2022-05-02"),
]


@pytest.mark.parametrize(("text", "phrase", "start"), CHAINED, ids=[c[0] for c in CHAINED])
def test_later_dates_lean_on_those_named_before(text: str, phrase: str, start: str) -> None:
    found = told(text, "2023-05-10")
    assert found[phrase][0] == start


NO_DATES = [
    "The list held 2,200 names.",
    "He paid $1948 for it.",
    "Some 2000 people marched.",
    "She may go.",
    "Theresa May said so.",
    "The 72-year-old leader spoke.",
    "She is 55 years old.",
    "Recently they have now stopped.",
    "It was shown in High Noon.",
    "",
    "😀 \x00 ¿?",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [d for d in laid_out(text).dates if d.start] == []


def test_lengths_and_repeats_carry_no_date() -> None:
    analysis = laid_out("The two-day visit was the first in 17 years; they meet every week.")
    assert [(d.kind, d.days, d.start) for d in analysis.dates] == [
        ("duration", 2.0, ""),
        ("duration", 6209.25, ""),
        ("set", None, ""),
    ]


def test_an_inferred_part_says_from_what() -> None:
    (found,) = laid_out("The envoy arrived on 3 May.").dates
    assert found.inferred == "year from the report's day, 2023-05-10"
    (stated,) = laid_out("The envoy arrived on 3 May 2023.").dates
    assert stated.inferred is None


def test_a_move_from_one_day_to_another_is_no_period() -> None:
    found = told("The vote was moved from May 20, 2023 to June 8, 2023.")
    assert found == {
        "May 20, 2023": ("2023-05-20", "2023-05-20"),
        "June 8, 2023": ("2023-06-08", "2023-06-08"),
    }


def test_vague_times_are_kept_for_those_who_ask() -> None:
    analysis = laid_out("They have recently met.")
    assert [t.timex for t in find_times(analysis)] == ["PAST_REF"]
    assert analysis.dates == ()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "soon", ""])
def test_a_senseless_report_day_counts_as_none(day: str) -> None:
    assert told("They met on Friday, ten years later.", day) == {
        "Friday": ("", ""),
        "ten years later": ("", ""),
    }


@pytest.mark.parametrize("piece", ["May ", "twenty-", "1-1-", "last ", "the ", "5 ", "10:10 "])
def test_long_nonsense_takes_linear_time(piece: str) -> None:
    from dragoman.reading.time.phrases import find_phrases

    assert sum(1 for _ in find_phrases(piece * 5000, lambda _: False)) == 0
