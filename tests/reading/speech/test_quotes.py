"""Attributions: who is found to say what, on sentences of every build."""

from __future__ import annotations

import pytest

from dragoman.model.report import Report
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.speech.quotes import Attribution, find_attributions


def find(text: str) -> tuple[Attribution, ...]:
    return find_attributions(lay_out(Report("r", "r", text)).sentences)


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, pieces joined by a bar."""
    return [
        (
            "|".join(text[s:e] for s, e in a.source),
            "|".join(text[s:e] for s, e in a.cue),
            "|".join(text[s:e] for s, e in a.content),
        )
        for a in find(text)
    ]


ONE = {
    "that-clause": (
        "Foreign Minister Adaeze Obi said that Ghana would open a consulate in Lima.",
        ("Foreign Minister Adaeze Obi", "said", "that Ghana would open a consulate in Lima"),
    ),
    "bare clause": (
        "The ministry said the talks were useful.",
        ("The ministry", "said", "the talks were useful"),
    ),
    "told somebody": (
        "Mr. Tamm told reporters that the border was calm.",
        ("Mr. Tamm", "told", "that the border was calm"),
    ),
    "trailing": (
        "The border was calm, Mr. Tamm added.",
        ("Mr. Tamm", "added", "The border was calm"),
    ),
    "inverted quotation": (
        "“We want peace,” said President Lena Ruiz.",
        ("President Lena Ruiz", "said", "“We want peace,”"),
    ),
    "quotation in two pieces": (
        "“We want peace,” said President Lena Ruiz. “We will work for it every day.”",
        ("President Lena Ruiz", "said", "“We want peace,”|“We will work for it every day.”"),
    ),
    "according to": (
        "Exports fell last year, according to the finance ministry.",
        ("the finance ministry", "According to", "Exports fell last year"),
    ),
    "stressed a noun": (
        "Both sides stressed the importance of steady ties.",
        ("Both sides", "stressed", "the importance of steady ties"),
    ),
    "called it something": (
        "Envoy Marta Silva called the attack a crime against all.",
        ("Envoy Marta Silva", "called", "the attack a crime against all"),
    ),
    "accused of": (
        "Chad accused its neighbour of arming the rebels.",
        ("Chad", "accused", "its neighbour of arming the rebels"),
    ),
    "quoted as saying": (
        "The agency quoted Mr. Haddad as saying that the pact was dead.",
        ("Mr. Haddad", "saying", "that the pact was dead"),
    ),
    "was quoted as saying": (
        "Mr. Haddad was quoted as saying that the pact was dead.",
        ("Mr. Haddad", "saying", "that the pact was dead"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONE.values(), ids=ONE.keys())
def test_finds_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    found = [(s, c.lower(), t) for s, c, t in told(text)]
    assert (expected[0], expected[1].lower(), expected[2]) in found


QUOTED_AROUND = {
    "speaker in the next sentence": "“Will it hold?” Ambassador Jonas Berg asked.",
    "speaker introduced by a colon": (
        "Ambassador Jonas Berg said:\n\n“The truce will hold, and we will see to it.”"
    ),
    "speaker in the sentence before": (
        "Ambassador Jonas Berg said so plainly. “The truce will hold for us all.”"
    ),
    "paragraphs taken up again": (
        "“The truce will hold,” Ambassador Jonas Berg said. “We will see to it.\n\n“Nobody doubts it.”"
    ),
}


@pytest.mark.parametrize("text", QUOTED_AROUND.values(), ids=QUOTED_AROUND.keys())
def test_a_quotation_finds_its_speaker_around(text: str) -> None:
    quoted = [a for a in find(text) if a.quotation in ("direct", "mixed")]
    assert quoted
    assert all("Berg" in "".join(text[s:e] for s, e in a.source) for a in quoted)
    assert quoted[0].content[-1][1] == text.rindex("”") + 1 or text.endswith("asked.")


KINDS = {
    "direct": ("“We want peace,” the envoy said.", "direct"),
    "indirect": ("The envoy said they wanted peace.", "indirect"),
    "mixed": ("The envoy said they wanted “a lasting and just peace”.", "mixed"),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS.keys())
def test_tells_direct_from_indirect(text: str, expected: str) -> None:
    assert [a.quotation for a in find(text)] == [expected]


NOTHING = {
    "no saying": "The two ministers met in Accra on Monday.",
    "a title in quotation marks": "He toured the “House of Nations” museum with his hosts.",
    "a saying inside a quotation is not the reporter's": "“They said it rained.”",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_finds_nothing_where_nobody_speaks(text: str) -> None:
    assert told(text) == []


def test_negation_is_marked() -> None:
    (found,) = find("The minister did not say that the pact was signed.")
    assert found.negated


def test_the_addressee_is_told() -> None:
    text = "Mr. Tamm told reporters that the border was calm."
    (found,) = find(text)
    doc = lay_out(Report("r", "r", text)).sentences[found.sentence].doc
    assert found.addressee is not None
    assert doc[found.addressee].text == "reporters"


def test_spans_are_trimmed_ordered_and_inside_the_text() -> None:
    text = "“No,” said Ms. Lind. “Never, in truth.”\n\nThe bank, she added, was sound."
    for found in find(text):
        for spans in (found.source, found.cue, found.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= s < e <= len(text) and text[s:e].strip() == text[s:e] for s, e in spans)


@pytest.mark.parametrize(
    "text", ["", "\x00", "said", "said said said", "“” said he.", "🙂 said 🙂."]
)
def test_odd_text_does_not_break(text: str) -> None:
    find(text)
