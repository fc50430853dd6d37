"""Project sites: where a sentence names a project, under what name, and in which clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.knowledge.project_kinds import KINDS, SECTORS, ProjectKind
from dragoman.reading.affairs.sides import own_tokens

_DRIVEN = (
    ("hydropower", "hydropower plant"),
    ("hydroelectric", "hydropower plant"),
    ("nuclear", "nuclear plant"),
    ("atomic", "nuclear plant"),
    ("space", "space station"),
    ("desalination", "desalination plant"),
)
_POWERED = frozenset("power solar wind thermal geothermal gas coal-fired pumping".split())
LONGEST = 34  # tokens of a project's clause; beyond that its noun phrase is quoted


_WORKS = frozenset(
    "expansion construction building development completion handover opening reopening inauguration "
    "establishment creation launch upgrade modernisation modernization rehabilitation extension financing funding suspension".split()
)


_SUPPLY = frozenset("supply delivery shipment provision export".split())


_SUPPLY_VERBS = frozenset(
    "ensure guarantee secure discuss resume increase boost maintain continue agree expand promise pledge provide".split()
)


_TALK_VERBS = frozenset(
    "discuss review explore consider agree expand deepen widen strengthen promote boost enhance develop advance intensify".split()
)


_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’]{2,40})[”\"’']")


_LENGTHS = frozenset("km kilometre kilometer mile metre meter member lane megawatt mw year".split())


_QUOTES = re.compile(
    r"(?:[“\"‘'][^“”\"‘’]{2,40}[”\"’'](?:,\s|\sand\s|,\sand\s|\s))+(?:[\w-]+\s){0,3}$"
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a sentence names a project: its head noun, phrase and clause as token ranges."""

    head: int
    kind: ProjectKind
    first: int
    last: int
    clause_first: int
    clause_last: int


def find_sites(doc: Doc) -> tuple[Site, ...]:
    """Every place where a sentence names something built, founded, supplied or run together."""
    return (*_sites(doc), *_supplies(doc), *_cooperation(doc))


def _sites(doc: Doc) -> Iterator[Site]:
    for token in doc:
        kind = _kind(token)
        if kind is None:
            continue
        first, last = _until_comma(doc, token)
        words = _lowered(doc, token, first, last)
        if not kind.needs or kind.needs & words:
            yield _site(doc, token, replace(kind, name=_finer(kind.name, words)), first, last)


def _finer(name: str, words: frozenset[str]) -> str:
    """A power plant by what drives it; a plant that makes no power is a factory."""
    if name != "power plant":
        return name
    driven = next((kind for word, kind in _DRIVEN if word in words), None)
    return driven or (name if words & _POWERED else "factory")


def _until_comma(doc: Doc, head: Token) -> tuple[int, int]:
    first, last = own_tokens(head)
    comma = next((i for i in range(head.i + 1, last) if doc[i].text in {",", ";", ":"}), last)
    closed = comma < len(doc) and doc[comma - 1].text == "("
    if comma == last and doc[head.i : last].text.count("(") > doc[head.i : last].text.count(")"):
        comma += 1 if last < len(doc) and doc[last].text == ")" else 0
    return first, comma - 1 if closed else comma


def _kind(token: Token) -> ProjectKind | None:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = token.lemma_.lower()
    kind = KINDS.get(lemma) or KINDS.get(lemma.removesuffix("s"))
    if kind is None:
        return None
    if token.dep_ in {"compound", "nmod", "npadvmod"} and token.head.i > token.i:
        return None
    if (
        token.i + 1 < len(token.doc)
        and token.doc[token.i + 1].pos_ == "PROPN"
        and token.pos_ == "PROPN"
    ):
        return None  # "Port Sudan", "Bridge Street"
    return kind


def _lowered(doc: Doc, head: Token, first: int, last: int) -> frozenset[str]:
    """The words before a head noun, and for a project those after "in" as well."""
    words = {t.lower_ for t in doc[first : head.i]} | {
        t.lemma_.lower() for t in doc[first : head.i]
    }
    joined = {
        doc[i].lower_ + "-" + doc[i + 2].lower_
        for i in range(first, max(first, head.i - 2))
        if doc[i + 1].text == "-"
    }
    if head.lemma_.lower() in {"project", "scheme"}:
        words |= {t.lower_ for t in doc[head.i + 1 : min(last, head.i + 8)]}
    return frozenset(words | joined)


def _site(doc: Doc, head: Token, kind: ProjectKind, first: int, last: int) -> Site:
    work = _work(head)
    if work is not None:
        work_first, _ = own_tokens(work)
        clause_first, clause_last = min(work_first, work.i), last
        verb = _verb(work)
        if verb is not None and verb.i < work_first - 8:
            verb = None
    else:
        clause_first, clause_last = first, last
        verb = _verb(head)
    if verb is not None:
        clause_first, clause_last = _clause(doc, verb, clause_first, clause_last)
    return Site(head.i, kind, first, last, clause_first, clause_last)


def _work(head: Token) -> Token | None:
    """ "The expansion of the checkpoints": the work whose object the project is."""
    up = head.head
    if (
        head.dep_ == "pobj"
        and up.lower_ in {"of", "for", "in", "on"}
        and up.head.lemma_.lower() in _WORKS
    ):
        return up.head
    return None


def _verb(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _clause(doc: Doc, verb: Token, first: int, last: int) -> tuple[int, int]:
    """The clause of a verb around a phrase; the phrase alone where the clause runs too long."""
    for _ in range(3):
        if verb.dep_ != "xcomp" or verb.head.pos_ != "VERB" or verb.head.i < first - 14:
            break
        verb = verb.head
    left = min(
        [first, verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"})]
    )
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            left = min(left, own_tokens(child)[0])
    right = max(last, verb.i + 1)
    for child in sorted(verb.children, key=lambda t: t.i):
        if child.dep_ in {"conj", "advcl", "ccomp", "parataxis", "cc"} or child.i < right:
            if child.i > verb.i and child.dep_ in {"conj", "cc", "parataxis"}:
                break
            continue
        right = max(right, own_tokens(child)[1])
    if right - left <= LONGEST:
        return left, right
    near = [i for i in range(max(0, first - 8), first) if doc[i].pos_ == "VERB"]
    return (near[-1] if near else first), last


def project_names(doc: Doc, site: Site) -> list[str]:
    """The project's name; several for "the “A” and “B” free zones"."""
    head = doc[site.head]
    before = doc[site.first : site.head]
    quoted = [m[1] for m in _QUOTED.finditer(_quotes_before(doc.text, head.idx))]
    kind = head.lemma_.lower() if head.pos_ == "NOUN" else head.text
    words = [t.text for t in before if t.pos_ in {"ADJ", "NOUN"} and t.lower_ in site.kind.needs]
    tail = " ".join([*words, kind])
    if quoted:
        return [f"{name.strip()} {tail}" for name in quoted]
    if head.tag_ in {"NNS", "NNPS"} and any(t.lower_ == "and" for t in before):
        named = _name_list(before.text, words)
        if len(named) > 1:
            return [f"{name} {tail}" for name in named]
    end = site.last
    while end > site.head + 1 and (
        doc[end - 1].pos_ in {"ADV", "ADP"} or doc[end - 1].text in {",", "-"}
    ):
        end -= 1
    begin = max(
        (
            t.i + (2 if t.text == "-" else 1)
            for t in before
            if t.like_num
            or t.is_currency
            or (t.text == "-" and doc[t.i - 1].like_num and doc[t.i + 1].lower_ in _LENGTHS)
        ),
        default=site.first,
    )
    name = doc[begin:end].text
    return [
        re.sub(
            r"^(?:the|an?|its|their|his|this|that|these|any|new)\s", "", name, flags=re.IGNORECASE
        ).strip(' ,;“”"')
    ]


def _quotes_before(text: str, end: int) -> str:
    """The run of quoted names right before a head noun: “A” and “B” free (zones)."""
    match = _QUOTES.search(text[max(0, end - 120) : end])
    return match.group() if match else ""


def _name_list(text: str, common: list[str]) -> list[str]:
    for word in common:
        text = re.sub(rf"\b{re.escape(word)}\b", "", text)
    parts = [
        re.sub(r"^(?:the)\s", "", p.strip(" ,"), flags=re.IGNORECASE)
        for p in re.split(r",|\band\b", text)
    ]
    return [p for p in parts if p] if all(p[:1].isupper() for p in parts if p) else []


def is_proper(doc: Doc, site: Site) -> bool:
    return any(
        t.pos_ == "PROPN" and t.ent_type_ not in {"GPE", "NORP"}
        for t in doc[site.first : site.head + 1]
    )


def _supplies(doc: Doc) -> Iterator[Site]:
    """ "Ensuring the reliable supply of oil products": an arrangement to supply."""
    for token in doc:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in _SUPPLY:
            continue
        if not any(c.lower_ == "of" for c in token.children):
            continue
        verb = token.head
        if token.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in _SUPPLY_VERBS:
            first, last = own_tokens(token)
            clause = _clause(doc, verb, min(verb.i, first), last)
            yield Site(token.i, ProjectKind("supply", founded=False), first, last, *clause)


def _cooperation(doc: Doc) -> Iterator[Site]:
    """Cooperation in named fields that is discussed or agreed on."""
    for token in doc:
        if token.lower_ != "cooperation" and token.lower_ != "co-operation":
            continue
        verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        if (
            verb is None
            or verb.lemma_.lower() not in _TALK_VERBS
            or token.dep_ in {"nsubj", "compound"}
        ):
            continue
        first, last = own_tokens(token)
        if {t.lower_ for t in doc[first:last]} & SECTORS:
            yield Site(token.i, ProjectKind("cooperation", founded=False), first, last, first, last)
