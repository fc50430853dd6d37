"""Where reports cannot all be right: figures, counts, days, grades, offices, votes."""

import pytest
from desk import Named, Sheet, findings, party, record_of

from dragoman.model.claim import CoverageClaim, OfficeClaim, VoteClaim
from dragoman.model.record import Record
from dragoman.model.report import content_id

BRIDGE = "The bridge over the Tumbes cost $5 billion and carries 900 lorries a day."
BRIDGE_B = "Built for $4 billion, the bridge spans the Tumbes river between two hills."


def test_past_and_future_within_one_report_is_a_conflict() -> None:
    a = Sheet("a", "Lindqvist met Rangel on Tuesday. The two are likely to discuss herring quotas.")
    a.event("Lindqvist met Rangel on Tuesday", "met", ["Nora Lindqvist"], ["Tomas Rangel"])
    a.event(
        "The two are likely to discuss herring quotas",
        "discuss",
        ["Nora Lindqvist"],
        ["Tomas Rangel"],
        status="planned",
        start=None,
    )
    assert len(findings(record_of(a), "conflict", "status")) == 1


def money(a_value: float, b_value: float, **more: object) -> Record:
    a, b = Sheet("a", BRIDGE), Sheet("b", BRIDGE_B)
    a.figure("cost $5 billion", "cost of the bridge", a_value, "USD", **more)
    b.figure("Built for $4 billion", "cost of the bridge", b_value, "USD")
    return record_of(a, b)


@pytest.mark.parametrize(
    ("left", "right", "qualifier", "conflicts"),
    [
        (5e9, 4e9, "exact", 1),
        (5e9, 5e9, "exact", 0),
        (4.2e9, 4e9, "about", 0),
        (3.9e9, 4e9, "more_than", 0),
        (5e9, 4e9, "more_than", 1),
        (5e9, 1e8, "exact", 0),
    ],
    ids=["a billion apart", "equal", "about", "more than holds", "more than fails", "other things"],
)
def test_figures(left: float, right: float, qualifier: str, conflicts: int) -> None:
    record = money(left, right, qualifier=qualifier)
    assert len(findings(record, "conflict", "figure")) == conflicts


def test_a_value_both_reports_have_is_no_conflict() -> None:
    a = Sheet("a", "Peru lends 30 million for wells and 15 million for canals.")
    b = Sheet("b", "Of the Peruvian money 15 million is for canals, 30 million for wells.")
    for sheet in (a, b):
        sheet.figure("30 million for wells", "loan for wells", 30e6, "USD")
        sheet.figure("15 million", "loan for canals", 15e6, "USD")
    assert not findings(record_of(a, b), "conflict")


def test_a_sum_is_no_conflict() -> None:
    a = Sheet("a", "Peru lists 116 individuals and firms for smuggling copper.")
    b = Sheet("b", "Peru lists 69 individuals and 47 firms for smuggling copper.")
    a.figure("116 individuals and firms", "individuals and firms", 116, "people")
    b.figure("69 individuals", "individuals", 69, "people")
    b.figure("47 firms", "firms", 47, "people")
    assert not findings(record_of(a, b), "conflict")


@pytest.mark.parametrize(
    ("left", "right", "about"),
    [
        (
            "Peru and Chile signed three agreements.",
            "The states signed four agreements.",
            "papers signed",
        ),
        ("They signed two accords.", "Two accords were signed.", None),
        ("Lindqvist landed at 5pm.", "She was received at around 6.30pm.", "hour of arrival"),
        ("Lindqvist landed at 5pm.", "The minister left at 6.30pm.", None),
        (
            "Lindqvist made a three-day visit.",
            "It was a visit of about 9 hours.",
            "length of the visit",
        ),
        ("Lindqvist made a two-day visit.", "It was a visit of about 30 hours.", None),
        (
            "The six envoys must leave within 72 hours.",
            "Mexico gave the envoys 48 hours to leave.",
            "the time given to leave",
        ),
        ("The envoys must leave within 72 hours.", "They have three days to leave.", None),
        ("The envoys must leave within 72 hours.", "He had two days to decide.", None),
        (
            "Chile's envoys must leave within 72 hours, Peru's within a week.",
            "Chile's must leave within 72 hours. Peru's must leave within 48 hours.",
            None,
        ),
    ],
)
def test_tallies(left: str, right: str, about: str | None) -> None:
    a, b = Sheet("a", left), Sheet("b", right)
    for sheet in (a, b):
        sheet.event(sheet.text, "visit", ["Nora Lindqvist"], ["Mexico"])
    found = [f.about for f in findings(record_of(a, b), "conflict")]
    assert found == ([about] if about else [])


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        ("The canal is complete, he said.", "The canal office put completion at 97.5 percent.", 1),
        ("The canal is complete, he said.", "The canal is 40 km long.", 0),
        ("The canal is complete, he said.", "Counting of the ballots was 45 percent complete.", 0),
        ("Peru is a strategic partner.", "They built a comprehensive strategic partnership.", 1),
        ("Peru is a strategic partner.", "The strategic partnership is old.", 0),
        ("The decree does not affect imports of maize.", "Imports of maize are banned.", 1),
        ("The decree does not affect imports.", "Exports are banned.", 0),
        ("There is no blanket ban on flights.", "Flights to Chile are barred.", 1),
    ],
)
def test_details_and_completion(left: str, right: str, conflicts: int) -> None:
    record = record_of(Sheet("a", left), Sheet("b", right))
    assert len(findings(record, "conflict")) == conflicts


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        (
            "Peru calls Chile a strategic partner.",
            "Peru and Chile are comprehensive strategic partners.",
            1,
        ),
        (
            "Peru calls Chile a strategic partner.",
            "Peru and Bolivia are comprehensive strategic partners.",
            0,
        ),
    ],
    ids=["one relation", "two relations"],
)
def test_grades_are_of_one_relation(left: str, right: str, conflicts: int) -> None:
    record = record_of(Named("a", left), Named("b", right))
    assert len(findings(record, "conflict", "detail")) == conflicts


@pytest.mark.parametrize(
    ("told", "conflicts"),
    [
        ("On Wednesday an aide said Lindqvist and Rangel have met.", 0),
        ("Lindqvist met Rangel on Wednesday.", 1),
    ],
    ids=["the day of the saying", "the day of the signing"],
)
def test_days_of_one_event(told: str, conflicts: int) -> None:
    a = Sheet("a", "Lindqvist met Rangel on Tuesday.")
    b = Sheet("b", told, "2031-03-05")
    for sheet, day in ((a, "2031-03-04"), (b, "2031-03-05")):
        quote = sheet.text[sheet.text.index("Lindqvist") : -1]
        sheet.event(quote, "met", ["Nora Lindqvist"], ["Tomas Rangel"], start=day)
    assert len(findings(record_of(a, b), "conflict", "date")) == conflicts


@pytest.mark.parametrize(
    ("days", "conflicts"),
    [(("2031-03-04", "2031-03-04"), 1), (("2031-03-06", "2031-03-04"), 0)],
    ids=["written on one day", "written days apart"],
)
def test_some_days_ago_and_yesterday(days: tuple[str, str], conflicts: int) -> None:
    a = Sheet("a", "Peru and Chile signed the herring pact three days ago.", days[0])
    b = Sheet("b", "The herring pact of Peru and Chile was signed a day earlier.", days[1])
    for sheet, quote in ((a, a.text), (b, b.text)):
        sheet.event(quote, "signed", ["Peru", "Chile"], type="SUPPORT", mode=None, start=None)
    assert len(findings(record_of(a, b), "conflict", "date")) == conflicts


def test_silence_claimed_and_broken() -> None:
    a = Sheet("a", "Lindqvist discussed the drought in Chile with Rangel.")
    b = Sheet("b", "Media of both countries did not mention the drought in Chile.")
    a.event(a.text, "discussed", ["Nora Lindqvist"], ["Tomas Rangel"])
    b.coverage.append(
        CoverageClaim("claim-x", b.report.id, (), "the drought in Chile", False, (b.words(b.text),))
    )
    assert len(findings(record_of(a, b), "conflict", "coverage")) == 1


def office(sheet: Sheet, person: str, title: str) -> None:
    sheet.offices.append(
        OfficeClaim(
            content_id("claim", sheet.name, person),
            sheet.report.id,
            party(person),
            title,
            "MEX",
            (sheet.words(sheet.text),),
        )
    )


@pytest.mark.parametrize(
    ("title", "conflicts"),
    [("Prime Minister", 1), ("acting Prime Minister", 0), ("Ambassador", 0)],
)
def test_two_holders_of_one_post(title: str, conflicts: int) -> None:
    a, b = Sheet("a", f"{title} Tomas Rangel spoke."), Sheet("b", f"{title} Lucia Barrera spoke.")
    office(a, "Tomas Rangel", title)
    office(b, "Lucia Barrera", title)
    assert len(findings(record_of(a, b), "conflict", "office")) == conflicts


def test_two_votes_in_one_ballot() -> None:
    a, b = (
        Sheet("a", "Peru abstained on the whaling text."),
        Sheet("b", "Peru voted for the whaling text."),
    )
    for sheet, choice in ((a, "abstain"), (b, "yes")):
        sheet.votes.append(
            VoteClaim(
                "vote-" + sheet.name,
                sheet.report.id,
                "General Assembly",
                "the whaling text",
                party("Peru"),
                choice,
                (sheet.words(sheet.text),),
                "2031-03",
            )  # type: ignore[arg-type]
        )
    assert len(findings(record_of(a, b), "conflict", "vote")) == 1


@pytest.mark.parametrize(
    ("sentence", "conflicts"),
    [
        ("The two ministers are expected to discuss herring quotas.", 1),
        ("The two ministers are expected to discuss herring quotas again next month.", 0),
        ("The two ministers are expected to meet Lucia Barrera.", 0),
        ("Prices are expected to fall.", 0),
    ],
)
def test_a_preview_left_in(sentence: str, conflicts: int) -> None:
    a = Sheet("a", "Nora Lindqvist met Tomas Rangel on Tuesday. " + sentence)
    a.event(
        "Nora Lindqvist met Tomas Rangel on Tuesday", "met", ["Nora Lindqvist"], ["Tomas Rangel"]
    )
    assert len(findings(record_of(a), "conflict", "status")) == conflicts


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            "Omani sailors killed", "Omani sailors killed", "conflict", id="one side's dead"
        ),
        pytest.param("Omani sailors killed", "Omani sailors injured", None, id="another fate"),
        pytest.param("people arrested", "people killed", None, id="arrested and killed"),
    ],
)
def test_people_of_one_group_and_fate_are_rivals(left: str, right: str, kind: str | None) -> None:
    a = Sheet("a", "Three Omani sailors were hurt when the dhow sank off Kumzar on Friday.")
    b = Sheet("b", "The coast guard spoke of 9 Omani sailors after the dhow went down.")
    a.figure("Three Omani sailors", left, 3, "people")
    b.figure("9 Omani sailors", right, 9, "people")
    found = [f.kind for f in record_of(a, b).findings if f.kind in ("conflict", "updated")]
    assert found == ([kind] if kind else [])


def test_numbers_in_two_words_are_read_whole() -> None:
    a = Sheet("a", "Peru and Oman signed twenty-four memoranda of understanding on Monday.")
    b = Sheet("b", "On Monday Peru and Oman signed 26 memoranda of understanding in Muscat.")
    (found,) = findings(record_of(a, b), "conflict", "figure")
    assert any("twenty-four" in m.quote for s in found.sides for m in s.mentions)


@pytest.mark.parametrize(
    ("left", "right", "conflicts"),
    [
        pytest.param(
            "The council of Tonga approved the fee by 13 votes to four with ten abstentions.",
            "Twelve members were for the fee, five against, and ten abstained.",
            1,
            id="one ballot, two counts",
        ),
        pytest.param(
            "The council of Tonga approved the fee by 13 votes to four with ten abstentions.",
            "Thirteen members were in favour, four were against and ten abstained.",
            0,
            id="the same count",
        ),
        pytest.param(
            "The council of Tonga approved the fee by 13 votes to four with ten abstentions.",
            "Ninety members were for the bridge, eight against, and two abstained.",
            0,
            id="another ballot",
        ),
    ],
)
def test_one_ballot_counted_twice(left: str, right: str, conflicts: int) -> None:
    about = " The fee on harbour boats in Tonga has been argued over for years by the council."
    record = record_of(Sheet("a", left + about), Sheet("b", right + about))
    assert len(findings(record, "conflict", "vote")) == conflicts
