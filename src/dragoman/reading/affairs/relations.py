"""Relations: what stands between states for longer than a day: borders, ties, tension, dependence, war, sanctions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import RelationClaim
from dragoman.model.report import content_id
from dragoman.reading.affairs.hostility import WARS, hostile
from dragoman.reading.affairs.sides import clean, own_tokens
from dragoman.reading.affairs.standing import Reader, Told, objects_of
from dragoman.reading.affairs.ties import (
    LEANING,
    LYING,
    TIES,
    dependence,
    landlocked,
    partner,
    staying,
    ties,
)
from dragoman.reading.analysis import Analysis

STEP = "relations"


LONGEST = 30  # tokens of a clause; beyond that the phrase around the cue is quoted


_NEUTRAL = frozenset({"neutral", "neutrality", "non-aligned", "nonaligned"})


def read_relations(analysis: Analysis) -> tuple[RelationClaim, ...]:
    """Every standing relation a report tells of, in text order; the one it is said of comes first."""
    claims: list[RelationClaim] = []
    beside: dict[str, tuple[Party, ...]] = {}
    against: dict[str, tuple[Party, ...]] = {}
    for index, parsed in enumerate(analysis.sentences):
        reader = Reader(analysis, index, parsed.doc)
        for told in _told(reader, beside):
            if told.kind == "borders" and told.of:
                beside[told.of[0].entity] = told.others
            told = _remembered(told, against)
            between = tuple(dict.fromkeys([*told.of, *told.others]))
            if len(between) < (1 if told.kind == "neutral" else 2):
                continue
            claims.append(_claim(analysis, reader, told, between))
    return tuple({claim.id: claim for claim in claims}.values())


def _remembered(told: Told, against: dict[str, tuple[Party, ...]]) -> Told:
    """Sanctions on someone unnamed are on the one their maker was just said to isolate or punish."""
    if told.kind not in {"sanctioned_by", "isolated_by"} or not told.others:
        return told
    maker = told.others[0]
    if told.of:
        against[maker.entity] = told.of
    elif maker.entity in against:
        named = against[maker.entity]
        why = f"{maker.name} was just said to act against {named[0].name}"
        return Told(told.kind, told.cue, named, told.others, why)
    return told


def _claim(
    analysis: Analysis, reader: Reader, told: Told, between: tuple[Party, ...]
) -> RelationClaim:
    first, last = clean(reader.doc, *_extent(reader.doc[told.cue]))
    mention = analysis.mention(reader.index, first, last)
    inferred = (Inference("between", told.inferred),) if told.inferred else ()
    return RelationClaim(
        content_id(
            "relation",
            analysis.report.id,
            told.kind,
            str(mention.start),
            *(p.name for p in between),
        ),
        analysis.report.id,
        told.kind,
        between,
        (mention,),
        inferred=inferred,
        reasons=(Reason(STEP, f"the word “{reader.doc[told.cue].text}”"),),
    )


def _told(reader: Reader, beside: dict[str, tuple[Party, ...]]) -> Iterator[Told]:
    for token in reader.doc:
        lemma = token.lemma_.lower()
        if token.lower_ in LYING:
            yield from landlocked(reader, token)
        elif lemma == "border" and token.pos_ == "VERB":
            yield Told("borders", token.i, reader.subject(token), objects_of(reader, token))
        elif lemma in TIES and token.pos_ in {"NOUN", "PROPN"}:
            yield from ties(reader, token, beside)
        elif token.lower_ in {"friendly", "tense"} and token.dep_ in {"acomp", "oprd"}:
            yield from staying(reader, token, beside)
        elif lemma in {"dependent", "reliant"} or (lemma in LEANING and token.pos_ == "VERB"):
            yield from dependence(reader, token)
        elif lemma in {"ally", "partner"} and token.pos_ == "NOUN":
            yield from partner(reader, token)
        elif lemma in _NEUTRAL:
            yield Told("neutral", token.i, reader.subject(token)[:1], ())
        elif (
            lemma == "member"
            and any(c.lower_ == "of" for c in token.children)
            and token.dep_ == "attr"
        ):
            yield Told("member_of", token.i, reader.subject(token), reader.governed(token, "of"))
        else:
            yield from hostile(reader, token, lemma)


def _extent(cue: Token) -> tuple[int, int]:
    """The clause of a cue, or its phrase where the clause is long."""
    verb = next((t for t in [cue, *cue.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    first, last = own_tokens(cue)
    if cue.dep_ in {"amod", "acl"} and cue.head.pos_ in {"NOUN", "PROPN"}:
        first, last = own_tokens(cue.head)
        if cue.head.dep_ == "appos":
            first = min(first, own_tokens(cue.head.head)[0])
    if cue.lemma_.lower() in {*WARS, "isolation"} or any(c.dep_ == "acl" for c in cue.children):
        return first, last
    if verb is None or (verb.dep_ in {"acl", "amod"} and verb.i != cue.i):
        return first, last
    left, right = min(first, verb.i), max(last, verb.i + 1)
    for child in verb.children:
        start, end = own_tokens(child)
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg"} and child.i < right:
            left = min(left, start)
        if (
            child.dep_ in {"dobj", "acomp", "attr", "oprd", "prep", "agent", "advmod"}
            and child.i > verb.i
        ):
            right = max(right, end)
    return (left, right) if right - left <= LONGEST else (first, last)
