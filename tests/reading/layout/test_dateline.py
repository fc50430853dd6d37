"""A dateline is told from the opening of a sentence."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report
from dragoman.reading.layout.dateline import find_dateline, read_dateline

REST = "The two ministers signed an accord."

DATELINES = {
    "Nairobi, 3 May 2024 (KNA): ": ("Nairobi", "3 May 2024", "KNA"),
    "NEW DELHI, Oct 14 (Reuters) - ": ("NEW DELHI", "Oct 14", "Reuters"),
    "LIMA/QUITO. ": ("LIMA/QUITO", None, None),
    "ACCRA, July 5. ": ("ACCRA", "July 5", None),
    "OSLO, Norway. ": ("OSLO, Norway", None, None),
    "Addis Ababa. ": ("Addis Ababa", None, None),
    "New Delhi [India], July 5 (ANI): ": ("New Delhi, India", "July 5", "ANI"),
    "Paris/New Delhi. ": ("Paris/New Delhi", None, None),
    "Lima, July 5 (Xinhua) -- ": ("Lima", "July 5", "Xinhua"),
    "BAKU, July 5. /TASS/. ": ("BAKU", "July 5", "TASS"),
    "ASTANA. July 5. KAZINFORM - ": ("ASTANA", "July 5", "KAZINFORM"),
    "ALBANY, N.Y., Sept. 26 (UPI) — ": ("ALBANY, N.Y.", "Sept. 26", "UPI"),
    "VIENNA (AP) — ": ("VIENNA", None, "AP"),
    "WASHINGTON -- ": ("WASHINGTON", None, None),
    "GENEVA (5 July 2022) — ": ("GENEVA", "5 July 2022", None),
    "ISLAMABAD: ": ("ISLAMABAD", None, None),
    "AMMAN, Tuesday: ": ("AMMAN", "Tuesday", None),
    "Hanoi (VNA) – ": ("Hanoi", None, "VNA"),
    "St. Petersburg, June 4 (Interfax). ": ("St. Petersburg", "June 4", "Interfax"),
    "Port-au-Prince, Haiti (AP) - ": ("Port-au-Prince, Haiti", None, "AP"),
    "CANBERRA, Australia (AP)_ ": ("CANBERRA, Australia", None, "AP"),
    "July 5 (Reuters) - ": (None, "July 5", "Reuters"),
    "SÃO PAULO, May 3 (EFE).- ": ("SÃO PAULO", "May 3", "EFE"),
}

SENTENCES = [
    "Ministers of both states met.",
    "UN: the talks go on.",
    "BREAKING: the talks go on.",
    "EXCLUSIVE - The talks go on.",
    "ANALYSIS/OPINION: the talks go on.",
    "PUBLISHED FEBRUARY 23, 2021: the talks go on.",
    "Foreign Minister Ana Lind, May 5 was her first day, flew in.",
    "In Lima. That is where they met.",
    "On Tuesday, March 5 the talks went on.",
    "Mr. Hale (R-Texas) - a critic - spoke.",
    "President Moyo (left) — who hosted — spoke.",
    "Peru (the host) said so.",
    "PERU's envoy spoke. He left.",
    "Talks failed. Both left.",
    "NATO: the alliance met.",
    "Good morning. The talks go on.",
    "Brazil, May 5 or not, will sign.",
    "Hayden: We did what we could.",
    "Sens. Lund and Roy wrote the bill.",
    "",
]


@pytest.mark.parametrize("opening", DATELINES, ids=str.strip)
def test_dateline_is_read(opening: str) -> None:
    text = "x\n" + opening + REST
    found = read_dateline(text, 2, len(text))
    assert found is not None
    assert (found.place, found.date, found.agency) == DATELINES[opening]
    assert text[found.end :] == REST


@pytest.mark.parametrize("text", SENTENCES)
def test_sentence_is_no_dateline(text: str) -> None:
    assert read_dateline(text, 0, len(text)) is None


def test_dateline_below_headline_is_found() -> None:
    text = "Fiji signs pact\n\nSUVA, May 3 (AP) - Fiji signed."
    found = find_dateline(Report("r", "r", text))
    assert found is not None
    assert text[found.start : found.end] == "SUVA, May 3 (AP) - "


def test_headline_is_no_dateline() -> None:
    assert find_dateline(Report("r", "r", "MADRID - TALKS FAIL\n\nThey failed on Monday.")) is None
