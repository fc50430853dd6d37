"""Which person holds which office, on reports made up for the purpose."""

from __future__ import annotations

import pytest

from dragoman.model.claim import OfficeClaim
from dragoman.model.report import Report, report_id
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.who.actors import resolve_actors
from dragoman.reading.who.offices import read_offices


def offices(text: str, *, published: str | None = None) -> tuple[OfficeClaim, ...]:
    report = Report(report_id("made up", text), "made up", text, published=published)
    analysis = lay_out(report)
    resolve_actors(analysis)
    return read_offices(analysis)


def told(text: str) -> set[tuple[str, str, str | None]]:
    return {(claim.person.name, claim.office, claim.of) for claim in offices(text)}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Ghanaian President Ama Boateng spoke.",
            {("Ama Boateng", "President", "GHA")}, id="adjective",
        ),
        pytest.param(
            "Former Peruvian Prime Minister Rosa Quispe spoke.",
            {("Rosa Quispe", "former Prime Minister", "PER")}, id="former",
        ),
        pytest.param(
            "First Secretaries Ann Lee, Bo Chen and Cy Dunn of Ghana left.",
            {("Ann Lee", "First Secretary", "GHA"), ("Bo Chen", "First Secretary", "GHA"),
             ("Cy Dunn", "First Secretary", "GHA")}, id="plural-list",
        ),
        pytest.param(
            "Ghana's Foreign Minister Ama Boateng met her Peruvian counterpart, Rosa Quispe.",
            {("Ama Boateng", "Foreign Minister", "GHA"), ("Rosa Quispe", "Foreign Minister", "PER")},
            id="counterpart",
        ),
        pytest.param(
            "Labour Party leader Ann Lee spoke.", {("Ann Lee", "Leader", "Labour Party")}, id="party"
        ),
        pytest.param(
            "The UN Secretary-General, Maria Lind, spoke.",
            {("Maria Lind", "Secretary-General", "United Nations")}, id="body",
        ),
        pytest.param(
            "Deputy Prime Minister and Defence Minister Winston Hale of New Zealand spoke.",
            {("Winston Hale", "Deputy Prime Minister", "NZL"),
             ("Winston Hale", "Defence Minister", "NZL")}, id="two-titles",
        ),
        pytest.param("Ghana's ambassador was summoned by Peru.", set(), id="nobody-named"),
        pytest.param("Ann Lee, a singer from Ghana, spoke.", set(), id="no-office"),
        pytest.param("Officials met Ann Lee.", set(), id="no-title"),
    ],
)  # fmt: skip
def test_offices(text: str, claims: set[tuple[str, str, str | None]]) -> None:
    assert told(text) == claims


def test_one_claim_with_all_its_mentions() -> None:
    text = "Peru's Trade Minister Rosa Quispe spoke. Quispe smiled. The minister left."
    (claim,) = offices(text, published="2031-02-03T10:00:00Z")
    assert [m.quote for m in claim.mentions] == ["Peru's Trade Minister Rosa Quispe", "minister"]
    assert all(text[m.start : m.end] == m.quote for m in claim.mentions)
    assert claim.as_of == "2031-02-03"
    assert claim.inferred == ()


def test_what_is_inferred_says_why() -> None:
    text = (
        "Ghana's President Ama Boateng began a visit to Peru on Monday. "
        "In Lima she met President Rosa Quispe."
    )
    claim = next(c for c in offices(text) if c.person.name == "Rosa Quispe")
    assert claim.of == "PER"
    assert [i.field for i in claim.inferred] == ["of"]


def test_a_counterparts_office_is_inferred() -> None:
    claims = offices("Omani Trade Minister Said Amri met his Kenyan counterpart Wambui Odera.")
    claim = next(c for c in claims if c.person.name == "Wambui Odera")
    assert (claim.office, claim.of) == ("Trade Minister", "KEN")
    assert [i.field for i in claim.inferred] == ["office"]
