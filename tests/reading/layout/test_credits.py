"""An agency is a credit where words make it the source, and not where the news is about it."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report
from dragoman.model.text import Furniture
from dragoman.reading.layout.credits import find_credits
from dragoman.reading.layout.dateline import find_dateline

CREDITED = {
    "ACCRA, March 13 (Xinhua) - Two accords were signed.": ("Xinhua",),
    "HANOI (VNA) – Two accords were signed.": ("VNA",),
    "Two accords were signed, TASS reported on Friday.": ("TASS",),
    "The minister told Reuters that two accords were signed.": ("Reuters",),
    "According to the Yonhap news agency, two accords were signed.": ("Yonhap news agency",),
    "Two accords were signed.\nWith inputs from PTI": ("PTI",),
    "Two accords were signed.\n(ANSA)": ("ANSA",),
    "Two accords were signed.\nSource: Interfax": ("Interfax",),
    "Two accords were signed, Kyodo and Jiji Press said.": ("Jiji Press", "Kyodo"),
    "Two accords were signed, state-run Kenya News Agency reported.": ("Kenya News Agency",),
}
NOT = [
    "The offices of Anadolu Agency in Lima were searched.",
    "A reporter of Xinhua was expelled from Quito.",
    "The European Broadcasting Union wants to buy Reuters.",
    "Two accords were signed in the MENA region.",
    "",
    "\x00\ud800",
]


@pytest.mark.parametrize(("text", "credits"), CREDITED.items(), ids=lambda v: str(v)[:40])
def test_credits(text: str, credits: tuple[str, ...]) -> None:
    report = Report("r", "r", text)
    assert find_credits(report, find_dateline(report)) == credits


@pytest.mark.parametrize("text", NOT)
def test_no_credits(text: str) -> None:
    assert find_credits(Report("r", "r", text)) == ()


def test_a_caption_credits_a_picture() -> None:
    caption = "The two ministers shake hands in the garden of the old palace (Reuters)"
    text = caption + "\nTwo accords were signed in Lima."
    report = Report("r", "r", text, furniture=(Furniture(0, len(caption), "caption"),))
    assert find_credits(report) == ()
