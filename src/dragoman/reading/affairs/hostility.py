"""Hostility: war, sanctions and isolation in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.model.actor import Party
from dragoman.reading.affairs.standing import Reader, Told, objects_of

WARS = frozenset("invasion aggression war offensive".split())


_BLAMING = frozenset(
    "punish sanction condemn criticize criticise blame accuse denounce isolate".split()
)


def hostile(reader: Reader, token: Token, lemma: str) -> Iterator[Told]:
    if lemma in {"sanction"} and token.pos_ == "NOUN":
        yield from _sanctions(reader, token)
    elif lemma in WARS and token.pos_ == "NOUN":
        yield from _war(reader, token)
    elif lemma == "invade" and token.pos_ == "VERB":
        blamed = _blamed(reader, token)
        yield Told(
            "at_war",
            token.i,
            _doer(reader, token) if blamed is None else blamed,
            objects_of(reader, token),
        )
    elif (lemma == "isolation" and token.pos_ == "NOUN") or (
        lemma == "isolate" and token.pos_ == "VERB"
    ):
        target = objects_of(reader, token) or reader.governed(token, "of")
        yield Told("isolated_by", token.i, target, _doer(reader, token))


def _blamed(reader: Reader, verb: Token) -> tuple[Party, ...] | None:
    """ "Punished it for invading": the one punished invades, not the one who punishes; None for no such case."""
    prep = verb.head
    if verb.dep_ != "pcomp" or prep.lower_ not in {"for", "over"}:
        return None
    above = [t for t in [prep.head, *prep.head.ancestors] if t.lemma_.lower() in _BLAMING]
    if not above:
        return None
    return next((found for t in above if (found := objects_of(reader, t))), ())


def _doer(reader: Reader, token: Token) -> tuple[Party, ...]:
    by = reader.governed(token, "by")
    whose = tuple(p for c in token.children if c.dep_ == "poss" for p in reader.who(c))
    adjective = tuple(
        p for c in token.children if c.dep_ in {"amod", "compound"} for p in reader.within(c)
    )
    return by or whose or adjective or (reader.subject(token) if token.pos_ == "VERB" else ())


def _sanctions(reader: Reader, noun: Token) -> Iterator[Told]:
    """ "Sanctions imposed by A on B", "A adopted sanctions against B"; the one under them comes first."""
    target = reader.governed(noun, "on", "against")
    doer: tuple[Party, ...] = tuple(
        p for c in noun.children if c.dep_ == "poss" for p in reader.who(c)
    )
    for verb in [c for c in noun.children if c.dep_ in {"acl", "relcl"}] + [
        a for a in noun.ancestors if a.pos_ == "VERB"
    ][:1]:
        doer = doer or reader.governed(verb, "by")
        target = target or reader.governed(verb, "on", "against")
        if verb.lemma_ in {
            "impose",
            "adopt",
            "approve",
            "slap",
            "levy",
            "widen",
            "extend",
            "agree",
            "announce",
            "maintain",
        }:
            doer = doer or reader.subject(verb)
    if not target:
        over = [
            o
            for c in noun.children
            if c.lower_ in {"over", "for"}
            for o in c.children
            if o.dep_ == "pobj"
        ]
        target = tuple(
            p for o in over for c in o.children if c.dep_ == "poss" for p in reader.who(c)
        )
    if doer and not target:
        target = _pronoun_target(reader, noun, doer)
    yield Told("sanctioned_by", noun.i, target, tuple(p for p in doer if p not in target))


def _pronoun_target(reader: Reader, noun: Token, doer: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "As a result of its invasion": the one whose act the sanctions answer."""
    for token in reader.doc[noun.i :]:
        if token.dep_ == "poss" and token.pos_ == "PRON":
            return tuple(p for p in reader.who(token) if p not in doer)
    return ()


def _war(reader: Reader, noun: Token) -> Iterator[Told]:
    target = (
        reader.governed(noun, "of", "against", "on", "in", "with")
        if noun.lemma_ != "offensive"
        else ()
    )
    doer = _doer(reader, noun)
    between = reader.governed(noun, "between")
    if between:
        doer, target = between[:1], between[1:]
    if not (_pronoun_doer(noun) and _answered(reader, noun, doer)):
        yield Told("at_war", noun.i, doer, tuple(p for p in target if p not in doer))


def _pronoun_doer(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)


def _answered(reader: Reader, noun: Token, doer: tuple[Party, ...]) -> bool:
    """ "Sanctions imposed by A as a result of its invasion": "its" cannot be A's; better no guess."""
    clause = [
        t for t in noun.ancestors if t.lemma_.lower() in {"sanction", "impose", "condemn", "punish"}
    ]
    return any(
        party in doer for t in clause for party in (*reader.governed(t, "by"), *reader.subject(t))
    )
