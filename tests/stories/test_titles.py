"""A story is called by a headline, never by a dateline or a site's name."""

from __future__ import annotations

import pytest

from dragoman.model.claim import Reading
from dragoman.model.report import Report
from dragoman.model.text import Sentence
from dragoman.stories.titles import LONGEST, shortened, story_title

DATELINE = "LIMA, March 4 (Andina) - "
LEAD = "Peru and Chile settled quotas for anchovy on Tuesday."


def reading(report: Report, *roles: tuple[str, str]) -> Reading:
    spans = [(report.text.index(quote), quote, role) for quote, role in roles]
    return Reading(
        report.id,
        sentences=tuple(Sentence(i, a, a + len(q), r, i) for i, (a, q, r) in enumerate(spans)),
    )


def titled(text: str, *roles: tuple[str, str], **more: str) -> str:
    report = Report("r", "r.txt", text, **more)  # type: ignore[arg-type]
    return story_title(["r"], {"r": report}, {"r": reading(report, *roles)})


@pytest.mark.parametrize(
    ("title", "outlet", "shown"),
    [
        ("Anchovy quotas settled in Lima", None, "Anchovy quotas settled in Lima"),
        ("Anchovy quotas settled in Lima | El Faro", None, "Anchovy quotas settled in Lima"),
        ("Anchovy quotas settled in Lima - El Faro", "El Faro", "Anchovy quotas settled in Lima"),
        ("Anchovy quotas settled - at a price", None, "Anchovy quotas settled - at a price"),
    ],
)
def test_the_title_it_came_with(title: str, outlet: str | None, shown: str) -> None:
    assert titled(LEAD, (LEAD, "body"), title=title, outlet=outlet) == shown  # type: ignore[arg-type]


def test_the_headline_in_the_text() -> None:
    head = "Fish quarrel ends"
    assert titled(f"{head}\n{LEAD}", (head, "headline"), (LEAD, "body")) == head


def test_the_first_sentence_without_its_dateline() -> None:
    assert titled(DATELINE + LEAD, (LEAD, "body")) == LEAD.removesuffix(".")


def test_the_headline_that_speaks_of_what_all_speak_of() -> None:
    heads = ["Anchovy quotas settled by Peru and Chile", "A day of handshakes"]
    reports = {h: Report(h, h, f"{h}\n{LEAD}", title=h) for h in heads}
    for order in (heads, heads[::-1]):
        assert story_title(order, reports, {}) == heads[0]


def test_long_titles_are_cut_at_a_word() -> None:
    cut = shortened("anchovy " * 40)
    assert len(cut) <= LONGEST
    assert cut.endswith("anchovy…")


@pytest.mark.parametrize("text", ["", "\x00", "🙂"])
def test_nothing_to_go_by(text: str) -> None:
    assert isinstance(story_title(["r"], {"r": Report("r", "r", text)}, {}), str)
