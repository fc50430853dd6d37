"""The page around an article is marked in a plain-text copy of it, the article never."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.furniture import mark_furniture

COPY = """1. Home
  2. /
  3. World
  4. /
  5. Peru and Chad open a joint…

Peru and Chad open a joint weather office

By Ana Ruiz

LIMA, May 3. The foreign ministers of Peru and Chad opened a joint weather office on Friday.

What comes next

The office will watch the rains of both states. It is paid for by a loan of the host.

Source: Bureau of Meteorology
Also read: Chad names new envoy to Lima
Advertisement

The two will meet again in the autumn, the hosts said in a statement after the visit.

Stay connected with Andes Daily
+ Get free access to our weekly mining report
"""

FURNITURE = [
    "breadcrumb|1. Home",
    "breadcrumb|Home » World » Africa",
    "menu|Skip to main content",
    "menu|Sign in / Register",
    "menu|Privacy Policy",
    "menu|Politics",
    "menu|* [World](https://andes.example/world)",
    "menu|https://andes.example/a/b",
    "caption|![A harbour](harbour.jpg)",
    "share|Share on Facebook",
    "share|Facebook Twitter WhatsApp Email",
    "share|Follow us on Instagram",
    "share|1,204 views",
    "subscription|Subscribe to our newsletter",
    "subscription|Get the latest news in your inbox",
    "subscription|Already a subscriber? Log in",
    "subscription|Download our app",
    "cookies|We use cookies to improve your experience on this site.",
    "related|Read more",
    "related|Most popular",
    "related|Click here to read the full report",
    "advertisement|ADVERTISEMENT",
    "advertisement|Story continues below advertisement",
    "caption|Source: Ministry of Finance",
    "caption|Photo: Ivan Petrov / Pool",
    "caption|The delegations at table. (Photo by Lena Roth)",
    "caption|Image credit: Foreign Ministry",
    "caption|Ade Bello via Getty Images",
    "caption|FILE PHOTO: The port of Mombasa at dawn",
    "timestamp|Published: 3 May 2024, 10:45 am",
    "timestamp|May 3, 2024",
    "timestamp|Updated 2 hours ago",
    "timestamp|4 min read",
    "byline|By Ana Ruiz and Tom Okoro",
    "byline|By our diplomatic correspondent",
    "byline|(Reporting by A. Ruiz; Editing by T. Okoro)",
    "comments|12 Comments",
    "comments|Leave a comment",
    "tags|Tags: Peru, Chad, weather",
    "tags|#peru #chad",
    "copyright|© 2024 Andes Daily. All rights reserved.",
    "copyright|This material may not be published, broadcast or redistributed.",
    "rule|* * *",
]

ARTICLE = [
    "Sources said the visit had been planned for months.",
    "Follow-up talks are set for June.",
    "Support for the accord grew in both parliaments, ministers said.",
    "Share prices in Lima fell after the statement.",
    "Copyright was among the points the two sides did not settle.",
    "The minister wrote in a newsletter that the accord would hold.",
    "More from the envoy was expected on Friday, when parliament meets.",
    "Get ready for a long winter, the minister told his hosts.",
    "The visit was first reported by Reuters.",
    "He thanked the hosts for the photo.",
    "May 3 was the day they chose.",
    "Home affairs ministers will meet next.",
    "Comment was not available from the embassy.",
    "Related disputes have been before the court for years.",
    "By Tuesday both had signed.",
    "Register offices will open in both capitals.",
    "LIMA, May 3 (Andina) -",
    "Try as they might, they could not agree.",
    "Opinion is divided in the capital.",
    "“Read the text,” he told the press.",
    "Tags on the crates named a third state.",
]


def kinds(text: str) -> dict[str, str]:
    return {text[f.start : f.end]: f.kind for f in mark_furniture(text)}


def test_copy_of_a_page_is_told_apart() -> None:
    found = kinds(COPY)
    assert list(found) == [
        "1. Home",
        "2. /",
        "3. World",
        "4. /",
        "5. Peru and Chad open a joint…",
        "By Ana Ruiz",
        "Source: Bureau of Meteorology",
        "Also read: Chad names new envoy to Lima",
        "Advertisement",
        "Stay connected with Andes Daily",
        "+ Get free access to our weekly mining report",
    ]
    assert found["By Ana Ruiz"] == "byline"


@pytest.mark.parametrize("case", FURNITURE)
def test_line_is_furniture(case: str) -> None:
    kind, line = case.split("|", 1)
    text = f"The envoy of Chad met the prime minister of Peru.\n{line}\nThey will meet again."
    assert kinds(text) == {line: kind}


@pytest.mark.parametrize("line", ARTICLE)
def test_line_is_of_the_article(line: str) -> None:
    text = f"The envoy of Chad met the prime minister of Peru.\n{line}\nThey will meet again."
    assert kinds(text) == {}


def test_trail_without_home_is_told_by_its_cut_title() -> None:
    text = (
        "1. Africa\n2. Chad\n3. Chad and Peru open…\n\nChad and Peru open an office\n\nThey met.\n"
    )
    assert set(kinds(text).values()) == {"breadcrumb"}
    assert len(kinds(text)) == 3


def test_headline_with_a_label_stays() -> None:
    text = "Explainer: why the strait matters\n\nThe strait carries a third of the trade.\n"
    assert kinds(text) == {}


def test_breadcrumb_glued_to_the_text_is_marked() -> None:
    text = "He will meet the governor there.1. Home\n  2. /\nPeru hosts Chad\n\nThey met on Friday."
    assert list(kinds(text)) == ["1. Home", "2. /"]


def test_menus_around_a_short_article_are_marked() -> None:
    menu = "\n".join(f"Section {word}" for word in "red blue green gold grey pink teal".split())
    body = (
        "The foreign ministers of Peru and Chad opened a joint weather office on Friday in Lima.\n"
        "It will watch the rains of both states, and it is paid for by a loan of the host state.\n"
    )
    text = f"Skip to content\nLog in\n{menu}\nPeru and Chad open a weather office\n{body}Related\n{menu}\n© 2024"
    left = [line for line in text.splitlines() if line not in kinds(text)]
    assert left == ["Peru and Chad open a weather office", *body.splitlines()]


@given(st.text(max_size=600))
def test_any_text_is_marked_in_order_and_in_range(text: str) -> None:
    at = 0
    for stretch in mark_furniture(text):
        assert at <= stretch.start < stretch.end <= len(text)
        at = stretch.end


@pytest.mark.parametrize(
    "unit",
    ["share ", "x ", "© ", "Home > ", "By A ", "a@", "12:30 ", "photo ", "(", "#a, ", "May 3 "],
)
def test_odd_lines_take_no_longer_than_plain(unit: str) -> None:
    text = "\n".join([(unit * 300)[:299] + "§"] * 200)
    began = time.perf_counter()
    mark_furniture(text)
    assert time.perf_counter() - began < 3
