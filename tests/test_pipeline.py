"""The whole line on invented reports: who told it first, who repeats it, where they differ."""

from __future__ import annotations

import pytest

from dragoman.model.finding import Finding
from dragoman.model.record import Record
from dragoman.model.report import Report, report_id
from dragoman.pipeline import read_reports

SIGNED = (
    "Ghana and Chile signed four agreements on Tuesday during a visit by Chilean Trade Minister "
    "Rodrigo Valdivia, the Foreign Ministry said.\n\nChile will extend a credit line of $350 "
    "million for port equipment."
)
OWN = (
    "Chile opens credit line for Ghana's ports\n\nACCRA, March 12, 2024 - Chilean Trade Minister "
    "Rodrigo Valdivia and Foreign Minister Akosua Mensima signed five agreements in Accra on "
    "Tuesday.\n\nChile will provide a credit line of $300 million for port equipment, Mensima said."
)


def read(*texts: tuple[str, str]) -> Record:
    return read_reports(
        [
            Report(report_id(f"{n}.txt", text), f"{n}.txt", text, outlet=outlet)
            for n, (outlet, text) in enumerate(texts)
        ]
    )


def told(record: Record, part: str) -> list[Finding]:
    kinds = ("corroborated", "repeated")
    return [f for f in record.findings if f.kind in kinds and part in f.about]


@pytest.mark.parametrize(
    ("texts", "origins"),
    [
        (
            [
                ("Gulf Daily", "ACCRA, March 13, 2024 (Xinhua) - " + SIGNED),
                ("Meridian", "ACCRA, March 13, 2024 (Xinhua) - " + OWN.split(" - ", 1)[1]),
            ],
            1,
        ),
        ([("Gulf Daily", "ACCRA, March 13, 2024 - " + SIGNED), ("Herald", OWN)], 2),
        (
            [
                ("Gulf Daily", "ACCRA, March 13, 2024 - " + SIGNED),
                ("Meridian", "ACCRA, March 13, 2024 - " + SIGNED + " Rain fell."),
            ],
            1,
        ),
        (
            [
                ("Gulf Daily", "ACCRA, March 13, 2024 - " + SIGNED),
                ("Gulf Daily", OWN),
                ("Herald", "ACCRA, March 12, 2024 - Chile and Ghana signed accords on Tuesday."),
            ],
            2,
        ),
    ],
    ids=["one wire credited", "two reporters", "a copy", "one outlet twice"],
)
def test_an_agreement_is_counted_by_origin(texts: list[tuple[str, str]], origins: int) -> None:
    record = read(*texts)
    assert len(record.stories) == 1
    (found,) = told(record, "sign an agreement")
    assert [side.origins for side in found.sides] == [origins]


def test_counts_and_sums_that_differ_are_conflicts_with_claims() -> None:
    record = read(("Gulf Daily", "ACCRA, March 13, 2024 - " + SIGNED), ("Herald", OWN))
    conflicts = {f.about: f for f in record.findings if f.kind == "conflict"}
    assert {"papers signed", "credit line, in USD"} <= conflicts.keys()
    assert all(f.claims for f in conflicts.values())


def test_a_story_is_called_by_its_headline() -> None:
    record = read(("Gulf Daily", "ACCRA, March 13, 2024 - " + SIGNED), ("Herald", OWN))
    assert [s.title for s in record.stories] == ["Chile opens credit line for Ghana's ports"]


def test_signed_by_one_and_not_signed_by_the_other_is_a_conflict_of_status() -> None:
    record = read(
        (
            "North",
            "TBILISI, May 6, 2025 - Armenia and Azerbaijan signed a ceasefire agreement in Tbilisi "
            "on Monday, a minister said.",
        ),
        (
            "South",
            "BAKU, May 6, 2025 - Azerbaijan and Armenia have agreed in principle on a ceasefire but "
            "have not signed any agreement, an aide said on Tuesday.",
        ),
    )
    found = [f for f in record.findings if f.kind == "conflict" and f.subject == "status"]
    assert [[s.value for s in f.sides] for f in found] == [["occurred", "did not occur"]]
    assert not told(record, "sign an agreement")
