"""Which passages share a source, and how many independent origins a point has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.claim import Reading
from dragoman.model.report import Report, report_id
from dragoman.model.text import Mention, Sentence, mention
from dragoman.stories.alignment import sentence_spans
from dragoman.stories.credits import same_source, whole_credits
from dragoman.stories.genealogy import trace
from dragoman.stories.origins import Origins, origins

WIRED = (
    "President Adjoa Mensah of Ghana met Togo's foreign minister Kossi Agbeko in Accra on Friday.\n"
    "Togo, a narrow strip wedged between Ghana and Benin, has long tried to keep cordial ties with "
    "both of its larger neighbours.\n"
    "Agbeko is to go on to Abuja for a three-day visit."
)
REWORDED = (
    "Kossi Agbeko, the Togolese foreign minister, saw Ghana's president Adjoa Mensah on Friday.\n"
    "Togo is a narrow strip wedged between Benin and Ghana and has long sought to keep friendly "
    "relations with both larger neighbors.\n"
    "He travels to Abuja later for a three-day visit."
)
OWN = (
    "Accra. Over lunch at the seat of government, Ghana's head of state received Togo's chief "
    "diplomat Kossi Agbeko and the two spoke of cocoa smuggling along the coast road."
)


def report(name: str, text: str, **more: str) -> Report:
    return Report(
        report_id(name, text),
        name,
        text,
        outlet=more.get("outlet", name),
        published=more.get("published", "2031-03-07"),
    )


def read(one: Report, *credits: str) -> Reading:
    spans = sentence_spans(one, None)
    sentences = tuple(Sentence(i, a, b, "body", i) for i, (a, b) in enumerate(spans))
    return Reading(one.id, credits=credits, sentences=sentences, published=one.published)


def lineage(*reports: Report, credits: dict[str, tuple[str, ...]] | None = None) -> Origins:
    readings = [read(r, *(credits or {}).get(r.name, ())) for r in reports]
    story_of = dict.fromkeys((r.id for r in reports), "story")
    return origins(reports, readings, trace(reports, readings, story_of))


def words(one: Report, quote: str) -> Mention:
    at = one.text.index(quote)
    return mention(one.id, one.text, at, at + len(quote))


A, B, C = report("a", WIRED), report("b", REWORDED), report("c", OWN)
STRIP = (words(A, "wedged between Ghana and Benin"), words(B, "wedged between Benin and Ghana"))
MET = (words(A, "met Togo's foreign minister Kossi Agbeko"), words(B, "saw Ghana's president"))
NEXT = (words(A, "to Abuja for a three-day visit"), words(B, "for a three-day visit"))


def test_a_reworded_sentence_is_one_origin() -> None:
    assert lineage(A, B).origins_of(STRIP) == 1


def test_the_same_event_in_own_words_is_two() -> None:
    assert lineage(A, B).origins_of(MET) == 2


def test_outlook_of_reports_that_share_a_source_is_one() -> None:
    found = lineage(A, B)
    assert found.origins_of(NEXT, background=True) == 1
    assert "share a source" in found.why(NEXT, background=True)


def test_outlook_of_reports_that_share_nothing_counts_each() -> None:
    lunch = words(C, "spoke of cocoa smuggling")
    assert lineage(A, C).origins_of((NEXT[0], lunch), background=True) == 2


def test_passages_are_evidence_in_both_texts() -> None:
    texts = {A.id: A.text, B.id: B.text}
    judged = lineage(A, B).judgements
    assert [j.kind for j in judged] == ["shares_source"]
    for passage in judged[0].passages:
        for side in (passage.left, passage.right):
            assert texts[side.report][side.start : side.end] == side.quote


def test_one_outlet_counts_once() -> None:
    other = report("c2", OWN.replace("lunch", "dinner"), outlet="c")
    assert lineage(C, other).origins_of((words(C, "cocoa"), words(other, "cocoa"))) == 1


@pytest.mark.parametrize(
    ("published", "kind"),
    [(("2031-03-07", "2031-03-08"), "derives"), (("2031-03-07", "2031-03-07"), "shares_source")],
    ids=["the later derives", "same day: nobody knows"],
)
def test_a_copy_derives_from_the_earlier_report(published: tuple[str, str], kind: str) -> None:
    first = report("x", OWN, published=published[0])
    copy = report("y", OWN + " More follows.", published=published[1])
    found = lineage(first, copy)
    assert [j.kind for j in found.judgements] == [kind]
    assert found.origins_of((words(first, "Kossi"), words(copy, "Kossi"))) == 1
    if kind == "derives":
        assert found.judgements[0].subjects == (copy.id, first.id)


def test_a_shared_quotation_is_no_shared_source() -> None:
    said = "“We shall plough these stubborn fields together and share whatever grain they yield,” "
    left = report("l", said + "the minister declared after signing in Lomé.")
    right = report("r", "Reporters at the harbour heard this: " + said + "according to an aide.")
    assert lineage(left, right).judgements == ()


@pytest.mark.parametrize(
    ("end", "shares"),
    [("in Lomé on Friday during the yearly fair of the lagoon towns", True), ("on Friday", False)],
    ids=["a dozen words in a row", "a few"],
)
def test_a_long_run_of_plain_words_betrays_a_source(end: str, shares: bool) -> None:
    plain = f"Ghana and Togo signed three agreements {end}"
    left = report("l", plain + ". Dockers sang. Ghana's trade grew, and Togo signed.")
    right = report("r", "Officials said " + plain + ". Rain fell at the fair of the lagoon towns.")
    third = report(
        "t", "Three agreements were signed by Togo. The lagoon towns hold a yearly fair."
    )
    found = lineage(left, right, third)
    assert bool([j for j in found.judgements if set(j.subjects) == {left.id, right.id}]) is shares


def test_one_credit_for_both_reports_is_one_origin() -> None:
    left = report("l", "LOME (Panafrik) - The quays were closed on Friday by striking dockers.")
    right = report("r", "Dockers walked out in Togo, halting cranes.\n(Panafrik)")
    found = lineage(left, right, credits={"l": ("Panafrik",), "r": ("Panafrik",)})
    assert found.origins_of((words(left, "dockers"), words(right, "Dockers"))) == 1


def test_a_credit_in_a_sentence_speaks_for_that_sentence() -> None:
    left = report("l", "Cranes stood still, Panafrik reported. Police watched from the gate.")
    right = report("r", "According to Panafrik the cranes stopped. Shops stayed open downtown.")
    found = lineage(left, right, credits={"l": ("Panafrik",), "r": ("Panafrik",)})
    assert found.origins_of((words(left, "Cranes"), words(right, "the cranes"))) == 1
    assert found.origins_of((words(left, "Police"), words(right, "Shops"))) == 2


def test_a_sentence_credited_to_the_agency_that_wrote_the_other_report() -> None:
    left = report("l", "Cranes stood still, Panafrik reported. Police watched from the gate.")
    right = report("r", "LOME (Panafrik) - Dockers halted all cranes. Officers kept watch.")
    found = lineage(left, right, credits={"l": ("Panafrik",), "r": ("Panafrik",)})
    assert found.origins_of((words(left, "Cranes"), words(right, "all cranes"))) == 1
    assert found.origins_of((words(left, "Police"), words(right, "Officers"))) == 2


def test_three_reports_of_which_two_have_one_wire() -> None:
    texts = {
        "p": "LOME (AFP) - Dockers halted all cranes on Friday.",
        "q": "The harbour of Lomé fell silent as its dockers went home.\n(Agence France-Presse)",
        "s": "Not a crane moved when I walked the quays of Lomé.",
    }
    reports = [report(name, text) for name, text in texts.items()]
    credits = {"p": ("AFP",), "q": ("Agence France-Presse",)}
    found = lineage(*reports, credits=credits)
    said = [
        words(one, word) for one, word in zip(reports, ("cranes", "silent", "crane"), strict=True)
    ]
    assert found.origins_of(said) == 2
    assert "AFP" in found.why(said) or "Agence" in found.why(said)


def test_whole_credits() -> None:
    one = report("l", "LOME (Panafrik) - The quays were closed. Ecofin reported losses.")
    assert whole_credits(one, read(one, "Panafrik", "Ecofin")) == {"Panafrik"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Panafrik", "Panafrik News Agency", True),
        ("The Herald", "Herald", True),
        ("dpa", "Deutsche Presse-Agentur", True),
        ("Daily Times", "Times of Lomé", False),
        ("", "", False),
    ],
)
def test_same_source(left: str, right: str, same: bool) -> None:
    assert same_source(left, right) is same


@settings(deadline=None, max_examples=20)
@given(st.permutations([A, B, C]))
def test_order_makes_no_difference(shuffled: list[Report]) -> None:
    assert lineage(*shuffled).judgements == lineage(A, B, C).judgements


@pytest.mark.parametrize("text", ["", "\x00\n\x00", "🙂", "\ud800", "a" * 50_000, "a b " * 20_000])
def test_odd_texts_do_no_harm(text: str) -> None:
    odd = report("odd", text)
    assert isinstance(lineage(A, odd).origins_of([]), int)


def test_the_same_amounts_in_the_same_order_are_one_source() -> None:
    left = report(
        "l",
        "Grants: 61 million for wells, 35 for roads, 12 for clinics, 8 for schools and 4 for radio.",
    )
    right = report(
        "r", "Of the money 61 million digs wells. Roads take 35, clinics 12, schools 8, radio 4."
    )
    mixed = report("m", "Radio gets 4 million, wells 61, schools 8, roads 35 and clinics 12.")
    assert [j.reasons[-1].step for j in lineage(left, right).judgements] == ["enumeration"]
    assert lineage(left, mixed).judgements == ()


def test_a_copy_with_quotations_is_a_copy() -> None:
    text = (
        "“I shall never sign a treaty that drowns our orchards,” Kossi Agbeko told farmers. "
        "“My father planted them and I intend to pick their fruit,” he said to applause. "
        "The crowd walked home along the lagoon."
    )
    found = lineage(report("x", text), report("y", text + " Rain fell later."))
    assert found.whole
