"""Extents: which words say a figure, from the subject that has it to the phrase that dates it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from dragoman.knowledge.units import money_signs
from dragoman.reading.figures.measures import Quantity

LONGEST = 26  # tokens of a figure's clause; beyond that only the phrase around the number is quoted


WIDEST = 90  # tokens of a phrase that are looked at
_VERBAL = frozenset({"VERB", "AUX"})


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


_AWAY = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos", "conj", "acl"})


_MODIFIES = frozenset({"nummod", "compound", "amod", "quantmod", "nmod", "npadvmod", "poss", "dep"})


SIZES = {
    "high": "height",
    "tall": "height",
    "long": "length",
    "wide": "width",
    "deep": "depth",
    "thick": "thickness",
    "away": "distance",
}


@dataclass(frozen=True, slots=True)
class Extent:
    """Tokens `first` to `last` (half open) that say a figure; `anchor` the phrase or verb they hang on."""

    first: int
    last: int
    anchor: int


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause a token is in, None in a sentence without one."""
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in _VERBAL and ancestor.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return ancestor
    return None


def figure_extent(doc: Doc, quantity: Quantity) -> Extent:
    """The clause that says a quantity, or the noun phrase where that says it by itself."""
    top = phrase_head(doc, quantity)
    phrase = _around(doc, quantity, top)
    verb = governing_verb(top)
    if verb is None or verb.i == top.i or _says_itself(doc, quantity, top, verb, phrase):
        return phrase
    first = _clause_start(verb, phrase)
    last = _clause_end(verb, phrase)
    if last - first <= LONGEST and _plain(doc, first, phrase):
        return Extent(first, last, verb.i)
    if verb.i < phrase.first <= verb.i + 12 and _plain(doc, verb.i, phrase):
        return Extent(verb.i, max(phrase.last, verb.i + 1), verb.i)
    return phrase


def phrase_head(doc: Doc, quantity: Quantity) -> Token:
    """The head of the noun phrase a quantity stands in ("a 30 percent growth": growth)."""
    token = doc[quantity.head]
    for _ in range(8):
        head = token.head
        if (
            token.dep_ == "pobj"
            and head.lower_ == "of"
            and head.head.pos_ == "NOUN"
            and head.head.i < token.i
        ):
            token = head.head  # "a visit of 17 hours", "a cost of $5 billion"
            continue
        if head == token or head.pos_ not in {"NOUN", "PROPN", "NUM", "SYM"}:
            break
        if token.dep_ not in _MODIFIES:
            break
        token = head
    return token


def _says_itself(doc: Doc, quantity: Quantity, top: Token, verb: Token, phrase: Extent) -> bool:
    """Appositions, list items, "the $5 billion scheme" and "a two-day visit" need no clause."""
    if top.dep_ == "appos" or (top.dep_ == "conj" and top.head.pos_ not in _VERBAL):
        return True
    if top.i != quantity.head and (quantity.kind == "time" or top.i < verb.i):
        return True
    if phrase.first < verb.i and top.dep_ not in _SUBJECTS:
        return True
    edge = doc[phrase.first - 1].text if phrase.first else ""
    return edge == "," and verb.i < phrase.first - 2


def _around(doc: Doc, quantity: Quantity, top: Token) -> Extent:
    inside = {t.i for t in own_phrase(top)} | set(range(quantity.first, quantity.last))
    first, last = quantity.first, quantity.last
    while first - 1 in inside:
        first -= 1
    while last in inside or (
        last < len(doc) and last == quantity.last and doc[last].lower_ in SIZES
    ):
        last += 1
    last = _trimmed(doc, quantity.last, last)
    while first < quantity.first and doc[first].pos_ in {"PUNCT", "CCONJ"}:
        first += 1
    if first > 1 and doc[first - 1].lower_ == "worth":
        first = (
            min(doc[first - 1].head.left_edge.i, first - 1)
            if doc[first - 1].head.pos_ == "NOUN"
            else first - 2
        )
    if last - first > LONGEST:
        first, last = max(first, quantity.first - 8), min(last, quantity.last + 10)
    return Extent(first, last, top.i)


def own_phrase(top: Token) -> list[Token]:
    """A phrase without the clauses and list items that follow it; at most `WIDEST` tokens."""
    found = [top]
    for token in found:
        if len(found) > WIDEST:
            break
        for child in token.children:
            listed = child.dep_ in {"conj", "cc", "appos"} and _has_number(child)
            if child.dep_ not in {"relcl", "advcl", "ccomp", "parataxis"} and not listed:
                found.append(child)
    return found


def _has_number(token: Token) -> bool:
    return token.like_num or any(t.like_num for t in islice(token.subtree, WIDEST))


def _clause_start(verb: Token, phrase: Extent) -> int:
    first = min(verb.i, phrase.first)
    for child in verb.children:
        if child.i < verb.i and child.dep_ in {"aux", "auxpass", "neg", "prt"}:
            first = min(first, child.i)
        if child.dep_ in _SUBJECTS and child.i < max(verb.i, phrase.first):
            first = min(first, child.left_edge.i)
    return first


def _clause_end(verb: Token, phrase: Extent) -> int:
    last = max(verb.i + 1, phrase.last)
    for child in sorted(verb.children, key=lambda t: t.i):
        if child.i < last:
            continue
        if child.dep_ in _AWAY | {"punct", "cc"} or _counts_more(child):
            break
        if child.left_edge.i > last:
            break
        last = max(t.i for t in own_phrase(child)) + 1
    return _trimmed(verb.doc, phrase.last, last)


def _trimmed(doc: Doc, least: int, last: int) -> int:
    """An end without what belongs to the next words: "and", ",", a preposition, the next sum's "KES"."""
    while last > least and (
        doc[last - 1].pos_ in {"PUNCT", "CCONJ", "ADP", "DET"}
        or doc[last - 1].text in money_signs()
    ):
        last -= 1
    return last


def _counts_more(token: Token) -> bool:
    return any(t.like_num and t.ent_type_ not in {"DATE", "TIME"} for t in own_phrase(token))


def _plain(doc: Doc, first: int, phrase: Extent) -> bool:
    """Whether no other figure or clause stands between the beginning and the number."""
    between = doc[first : phrase.first]
    return sum(1 for t in between if t.text in {",", ";", "—", "–", "("}) <= 1
