"""Movement: does a quantity say by how much something rose or fell, and which word says so?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

UP = frozenset(
    "rise increase grow climb gain jump advance surge soar swell expand boost raise add improve "
    "rocket leap rally strengthen double triple quadruple accelerate widen appreciate rebound "
    "upgrade lift recover balloon skyrocket spike edge".split()
)
DOWN = frozenset(
    "fall drop decline lose slide cut decrease reduce shrink slump plunge plummet tumble dip "
    "lower sink contract slip shed trim slash weaken narrow shave halve ease tank depreciate "
    "slow crash retreat curb curtail".split()
)
UP_NOUNS = frozenset(
    "growth increase rise gain jump surge expansion improvement boost uptick hike upturn rebound "
    "leap climb spike upsurge premium addition".split()
)
DOWN_NOUNS = frozenset(
    "decline fall drop decrease reduction cut loss slump plunge contraction dip shrinkage "
    "downturn slide discount shortfall depreciation".split()
)
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Movement:
    """`direction` of change; `cue` the token that says it; `noun` where that is a noun; `to` where
    the number is the level reached and not the step."""

    direction: Literal["increase", "decrease"]
    cue: int
    noun: bool
    to: bool


def find_movement(doc: Doc, first: int, last: int, head: int) -> Movement | None:
    """The change a quantity (tokens `first` to `last`) measures, None where it measures none."""
    beside = _beside(doc, first)
    if beside:
        return beside
    token, link = doc[head], ""
    for _ in range(6):
        if token.i != head and token.pos_ == "NOUN" and (found := _of_noun(token, link)):
            return found
        if token.pos_ in _VERBAL and token.i != head:
            return _of_verb(token, link, first)
        if token.dep_ == "prep" and not link:
            link = token.lower_
        elif token.dep_ in {"nsubj", "nsubjpass"} and not link:
            return _of_noun(token, "")
        if token.head == token or (token.dep_ in {"conj", "relcl", "acl"} and token.i == head):
            break
        token = token.head
    following = doc[last] if last < len(doc) else None
    return _of_noun(following, "") if following is not None and following.pos_ == "NOUN" else None


def _beside(doc: Doc, first: int) -> Movement | None:
    """ "up 4 percent", "down by $3"."""
    for i in range(first - 1, max(-1, first - 4), -1):
        word = doc[i].lower_
        if word in {"up", "down"} and not (
            i + 1 < len(doc) and doc[i + 1].lower_ in {"to", "from", "against"}
        ):
            return Movement("increase" if word == "up" else "decrease", i, False, False)
        if word not in {
            "by",
            "about",
            "around",
            "nearly",
            "almost",
            "more",
            "than",
            "over",
            "another",
            "$",
            "a",
            "some",
        }:
            return None
    return None


def _of_noun(token: Token | None, link: str) -> Movement | None:
    if token is None or link in {"from", "in", "at", "with", "than", "against", "after"}:
        return None
    lemma = token.lemma_.lower()
    if lemma in UP_NOUNS:
        return Movement("increase", token.i, True, link == "to")
    if lemma in DOWN_NOUNS:
        return Movement("decrease", token.i, True, link == "to")
    return None


def _of_verb(verb: Token, link: str, first: int) -> Movement | None:
    lemma = verb.lemma_.lower()
    direction: Literal["increase", "decrease"]
    if lemma in UP:
        direction = "increase"
    elif lemma in DOWN:
        direction = "decrease"
    else:
        return None
    if verb.i > first and link:
        return None
    if link in {
        "from",
        "in",
        "at",
        "for",
        "with",
        "on",
        "against",
        "of",
        "after",
        "within",
        "over",
        "under",
        "through",
        "than",
        "instead",
        "as",
    } and link not in {"under", "over"}:
        return None
    return Movement(direction, verb.i, False, link in {"to", "below", "above"})
