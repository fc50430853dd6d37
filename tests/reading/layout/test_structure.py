"""A report is laid out: dateline off, sentences parsed, offsets true."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.report import Report
from dragoman.reading.layout.structure import lay_out


def test_dateline_is_taken_off_the_first_sentence() -> None:
    text = "Rabat, 3 May 2024 (MAP): The envoy of Peru met the king. She left."
    analysis = lay_out(Report("r", "r", text, published="2024-05-03"))
    assert analysis.dateline is not None
    assert analysis.dateline.agency == "MAP"
    first = analysis.sentences[0].sentence
    assert text[first.start : first.end] == "The envoy of Peru met the king."
    assert analysis.anchor == "2024-05-03"


def test_dateline_on_a_line_of_its_own_makes_no_sentence() -> None:
    text = "RABAT, Morocco (AP) --\nThe envoy of Peru met the king."
    analysis = lay_out(Report("r", "r", text))
    assert [s.doc.text for s in analysis.sentences] == ["The envoy of Peru met the king."]


def test_wrapped_sentence_is_parsed_as_one_line() -> None:
    text = "The envoy of Peru said that the treaty would\nbe signed within the month."
    (parsed,) = lay_out(Report("r", "r", text)).sentences
    assert "\n" not in parsed.doc.text
    assert len(parsed.doc.text) == parsed.sentence.end - parsed.sentence.start


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120))
def test_tokens_lie_where_the_text_has_them(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    for parsed in lay_out(Report("r", "r", text)).sentences:
        start = parsed.sentence.start
        for token in parsed.doc:
            if not token.is_space:
                assert text[start + token.idx : start + token.idx + len(token)] == token.text
