"""Roles: the parties an event's cue points at, by the places its frame names.

A place is a path read off the parse: `subject`, `object`, a preposition, `poss`, `mod`,
or one of these a step further in (`object.with`, `complement.object`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Token

from dragoman.model.actor import Entity, Party
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis
from dragoman.reading.events.clauses import (
    governed,
    governing_verb,
    modifiers,
    objects,
    possessors,
    subjects,
    with_conjuncts,
)


@lru_cache(maxsize=1)
def person_nouns() -> Mapping[str, str]:
    """Nouns for people and institutions, each with its PLOVER sector."""
    raw = tomllib.loads(files("dragoman.ontology").joinpath("people.toml").read_text("utf-8"))
    return {noun: sector for sector, nouns in sorted(raw.items()) for noun in nouns}


COUNTING = frozenset(
    "number series range set pair dozen hundred thousand couple host batch round string kind "
    "some many several most all none part half quarter type raft handful million billion package total lot variety group member majority crowd score".split()
)
_WHERE = ("in", "at", "near", "outside", "across", "through")
_PREPOSITIONS_OF_PLACE = frozenset({"in", "at", "near", "along", "outside", "around"})


@dataclass(frozen=True, slots=True)
class Found:
    """Parties found at one place of a frame, with the heads that name them."""

    path: str
    parties: tuple[Party, ...]
    heads: tuple[Token, ...]


def at_path(cue: Token, path: str) -> list[Token]:
    """The heads at a path from a cue (a verb or an event noun)."""
    first, _, rest = path.partition(".")
    heads = _step(cue, first)
    for step in rest.split(".") if rest else ():
        heads = [t for head in heads for t in _step(head, step)]
    return heads


def _step(token: Token, step: str) -> list[Token]:
    if step == "subject":
        own = [t for c in token.children if c.dep_ == "nsubj" for t in with_conjuncts(c)]
        return own or (subjects(token) if token.pos_ in {"VERB", "AUX"} else possessors(token))
    if step == "object":
        return objects(token)
    if step == "dative":
        return [t for c in token.children if c.dep_ == "dative" for t in with_conjuncts(c)]
    if step == "poss":
        return possessors(token)
    if step == "mod":
        return modifiers(token)
    if step == "complement":
        return _complements(token)
    if step == "holder":
        return _holder(token)
    if step == "beside":
        return _beside(token)
    if step == "unless":
        clauses = [c for c in token.children if c.dep_ == "advcl"]
        return [
            t
            for c in clauses
            if any(m.lower_ in {"unless", "if"} for m in c.children)
            for t in subjects(c)
        ]
    if step == "attr":
        return [c for c in token.children if c.dep_ in {"attr", "acomp", "oprd"}]
    return governed(token, step) or _nested(token, step)


def _nested(token: Token, name: str) -> list[Token]:
    """A preposition one noun further in ("sanctions on" in "package of sanctions on Oman")."""
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"xcomp", "acl", "ccomp", "pcomp"}:
        return []
    found: list[Token] = []
    for inner in token.subtree:
        if inner.pos_ == "ADP" and inner.lower_ == name and inner.i > token.i:
            found.extend(t for c in inner.children if c.dep_ == "pobj" for t in with_conjuncts(c))
            break
    return found


HOLDING = frozenset(
    "announce order declare confirm launch begin start conduct hold make carry stage decide approve "
    "complete end impose resume plan prepare continue finish issue give undertake mount wage stop "
    "halt suspend demand threaten".split()
)


def _holder(noun: Token) -> list[Token]:
    """Who announces, orders or carries out what an event noun tells of."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass", "conj"} or verb.pos_ not in {"VERB", "AUX"}:
        return []
    return subjects(verb) if verb.lemma_ in HOLDING else []


BESIDE = frozenset(
    {"after", "on", "during", "for", "from", "to", "following", "with", "by", "before"}
)


def _beside(noun: Token) -> list[Token]:
    """Whose visit it is where the verb beside it says: "is back after a visit", "a visit began for"."""
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"}:
        return governed(noun.head, "for")
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in BESIDE:
        return []
    verb = prep.head
    return subjects(verb) if verb.pos_ in {"VERB", "AUX"} else []


def _complements(token: Token) -> list[Token]:
    found = [
        c
        for c in token.children
        if c.dep_ in {"xcomp", "ccomp", "acl"}
        or (c.dep_ == "advcl" and any(a.lower_ == "to" and a.dep_ == "aux" for a in c.children))
    ]
    judged = [
        c
        for c in token.children
        if c.dep_ in {"acomp", "oprd", "ccomp"} and c.pos_ in {"ADJ", "NOUN"}
    ]
    if judged:
        return judged
    for child in token.children:
        if child.dep_ in {"dobj", "attr", "prep"}:
            found.extend(c for c in child.children if c.dep_ in {"acl", "xcomp", "pcomp"})
    return [c for c in found if c.pos_ in {"VERB", "AUX"} and c.i > token.i]


def find_parties(
    analysis: Analysis, sentence: int, cue: Token, paths: Iterable[str], *, deep: bool = False
) -> list[Found]:
    """Who stands at each of the paths, in the order of the frame; empty places left out.

    `deep` also takes whose a thing is for whom it concerns: "condemned Chad's decision",
    "a package against the exports of Oman".
    """
    found = []
    for path in paths:
        heads = at_path(cue, path)
        strict = path.endswith("mod")
        parties: list[Party] = []
        used: list[Token] = []
        for head in heads:
            mine = parties_of(analysis, sentence, head, adjective=strict)
            if not mine and deep:
                mine = _concerned(analysis, sentence, head)
            if mine:
                parties.extend(p for p in mine if p not in parties)
                used.append(head)
        if parties:
            found.append(Found(path, tuple(parties), tuple(used)))
    return found


def parties_of(
    analysis: Analysis, sentence: int, head: Token, *, adjective: bool = False
) -> tuple[Party, ...]:
    """Who a noun phrase means: its entity, or else people of the state its words name."""
    entity = analysis.entity_at(sentence, head.i)
    if entity is not None:
        if entity.kind == "group" and not entity.country and not entity.members:
            told = _with_country(_described(analysis, sentence, head))
            if told and not adjective:
                return told
        if entity.kind != "place":
            return analysis.parties(entity)
        if entity.country:
            return (analysis.state_party(entity.country) or entity.party,)
        return ()
    if adjective:
        return ()
    counted = governed(head, "of")
    if counted and (head.lemma_.lower() in COUNTING or head.pos_ == "NUM"):
        return tuple(p for t in counted for p in parties_of(analysis, sentence, t))
    return _described(analysis, sentence, head)


def _concerned(analysis: Analysis, sentence: int, head: Token) -> tuple[Party, ...]:
    """Whose a thing is: its possessor, else the "of" and "by" phrases, else an adjective of state."""
    for heads in (
        possessors(head),
        governed(head, "by"),
        governed(head, "of", "from"),
        modifiers(head),
    ):
        for token in heads:
            found = _with_country(parties_of(analysis, sentence, token, adjective=token.i < head.i))
            if found:
                return found
    inner = [
        t for t in governed(head, "of", "to", "on", "against", "in") if t.pos_ in {"NOUN", "PROPN"}
    ]
    for token in inner:
        for heads in (possessors(token), governed(token, "of", "against", "on"), modifiers(token)):
            for one in heads:
                found = _with_country(
                    parties_of(analysis, sentence, one, adjective=one.i < token.i)
                )
                if found:
                    return found
    return ()


def _with_country(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.country or p.sectors != ())


def _described(analysis: Analysis, sentence: int, head: Token) -> tuple[Party, ...]:
    if head.pos_ not in {"NOUN", "PROPN"}:
        return ()
    sector = person_nouns().get(head.lemma_.lower())
    if sector is None:
        return ()
    for heads in (modifiers(head), possessors(head), governed(head, "of", "from", "in")):
        owners = [e for t in heads if (e := analysis.entity_at(sentence, t.i)) is not None]
        owners = [e for e in owners if e.country or e.kind == "organization"]
        if owners:
            return tuple(_member(analysis, head, sector, owner) for owner in dict.fromkeys(owners))
    return (_nameless(analysis, sentence, head, sector),)


def _nameless(analysis: Analysis, sentence: int, head: Token, sector: str) -> Party:
    """People of no stated country; those of the place where the clause has them ("miners in Shinyanga")."""
    verb = governing_verb(head)
    near = [*governed(head, *_WHERE), *(governed(verb, *_WHERE) if verb is not None else [])]
    places = [e for t in near if (e := analysis.entity_at(sentence, t.i)) is not None]
    country = next((e.country for e in places if e.kind in {"place", "state"} and e.country), None)
    name = _words(head)
    party_id = content_id("entity", analysis.report.id, "group", country or "", name)
    return Party(party_id, name, country, (sector,))


def _words(head: Token) -> str:
    words = " ".join(t.text for t in sorted(head.subtree, key=lambda t: t.i) if t.i <= head.i)
    return words if len(words) <= 60 else str(head.text)


def _member(analysis: Analysis, head: Token, sector: str, owner: Entity) -> Party:
    name = _words(head)
    whose = owner.country or owner.name
    party_id = content_id("entity", analysis.report.id, "group", whose, head.lemma_)
    return Party(party_id, name, owner.country, (sector,) if owner.country else owner.sectors)


def place_heads(cue: Token) -> list[Token]:
    """Heads of phrases that say where ("in Oslo", "at the border with Niger")."""
    return governed(cue, *_PREPOSITIONS_OF_PLACE)
