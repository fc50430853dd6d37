"""Figure time: which period a figure is for, and whether it is yet to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.figures.extents import Extent, governing_verb
from dragoman.reading.figures.measures import Quantity

AHEAD = frozenset("will would shall could may might should must can".split())


AHEAD_VERBS = frozenset(
    "expect plan project forecast estimate aim intend hope design pledge promise propose target "
    "set schedule anticipate predict seek want due".split()
)


def is_ahead(verb: Token) -> bool:
    """Whether a verb speaks of what is yet to come ("will", "is to", "is expected to")."""
    for child in verb.children:
        if child.dep_ == "aux" and (child.lower_ in AHEAD or child.lemma_.lower() in AHEAD):
            return child.lower_ not in {"could", "can"} or child.lower_ == "could"
    head = verb.head
    if verb.dep_ == "xcomp" and any(c.lower_ == "to" for c in verb.children):
        return head.lemma_ == "be" or head.lemma_.lower() in AHEAD_VERBS or is_ahead(head)
    if (
        verb.dep_ == "conj"
        and head.pos_ in {"VERB", "AUX"}
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        return is_ahead(head)
    return (
        verb.lemma_.lower() in {"expect", "forecast", "project", "plan", "pledge", "promise"}
        and verb.tag_ != "VBG"
    )


def period_of(
    analysis: Analysis, index: int, quantity: Quantity, extent: Extent, verb: Token | None
) -> DateMention | None:
    """The time a figure is for: in its clause, else before it under the same verb. Never the baseline."""
    doc = analysis.sentences[index].doc
    dates = [
        d
        for d in analysis.dates
        if d.sentence == index and d.kind in {"date", "period"} and d.start
    ]
    usable = [
        d
        for d in dates
        if not _is_baseline(doc, d) and not quantity.first <= d.first < quantity.last
    ]
    inside = [d for d in usable if extent.first <= d.first < extent.last]
    after = [d for d in inside if 0 <= d.first - quantity.last <= 4]
    if after:
        return after[0]
    if inside:
        return min(inside, key=lambda d: abs(d.first - quantity.first))
    if verb is None:
        return None
    same = [d for d in usable if _under(doc[d.first], verb) or _under(doc[d.last - 1], verb)]
    return min(same, key=lambda d: abs(d.first - quantity.first), default=None)


def _under(token: Token, verb: Token) -> bool:
    governor = governing_verb(token)
    return governor is not None and governor.i == verb.i


def _is_baseline(doc: Doc, date: DateMention) -> bool:
    before = [doc[i].lower_ for i in range(max(0, date.first - 2), date.first)]
    return bool({"from", "than", "since", "over", "against", "until", "before"} & set(before))


def iso_period(date: DateMention) -> str:
    if not date.end or date.end == date.start:
        return date.start
    return f"{date.start}/{date.end}"
