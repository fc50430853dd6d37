"""Ballots: the words of a sentence that cast a vote, and how they cast it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.model.claim import Choice
from dragoman.reading.analysis import Analysis

_BACKING = frozenset(
    "back support endorse approve sponsor cosponsor co-sponsor favour favor".split()
)


_OPPOSING = frozenset("oppose reject veto block".split())


_MISSING = frozenset("boycott skip miss".split())


_TEXTS = frozenset(
    "resolution motion draft text measure amendment bill proposal vote ballot no-confidence".split()
)


@dataclass(frozen=True, slots=True)
class Cast:
    """A verb that casts a vote, the tokens that belong to it, and how it casts."""

    sentence: int
    verb: int
    first: int
    last: int
    choice: Choice | None
    repeats: bool


def find_casts(analysis: Analysis, index: int, doc: Doc) -> list[Cast]:
    found: list[tuple[int, int, Choice | None, bool]] = []
    for token in doc:
        choice = _choice(doc, token)
        if choice is not None and _votes_itself(analysis, index, token):
            found.append((token.i, _start(doc, token), choice, False))
        elif found and _repeats(doc, token):
            found.append((token.i, _start(doc, token), None, True))
    casts = []
    for n, (verb, start, choice, repeats) in enumerate(found):
        first = 0 if n == 0 else start
        last = found[n + 1][1] if n + 1 < len(found) else len(doc)
        casts.append(Cast(index, verb, first, max(last, verb + 1), choice, repeats))
    return casts


def _choice(doc: Doc, token: Token) -> Choice | None:
    """The choice a verb casts, None for words that cast none."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"} and lemma not in {"abstain", "veto"}:
        return None
    negated = any(c.dep_ == "neg" for c in token.children)
    if lemma == "abstain":
        return "abstain"
    if lemma == "veto":
        return "no"
    after = doc[token.i + 1 : token.i + 5].text.lower()
    if lemma == "vote":
        if negated:
            return "absent"
        if re.match(r"(?:overwhelmingly |again |also )?against|no\b", after):
            return "no"
        if re.match(
            r"(?:overwhelmingly |again |also )?(?:for|in fav|yes|with|to)\b|(?:overwhelmingly |again |also )?in fav",
            after,
        ):
            return "yes"
        return None
    thing = next((c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if thing is None or thing.lemma_.lower() not in _TEXTS:
        return None
    if lemma in _BACKING:
        return "yes"
    if lemma in _OPPOSING:
        return "no"
    return "absent" if lemma in _MISSING and thing.lemma_.lower() in {"vote", "ballot"} else None


def _votes_itself(analysis: Analysis, index: int, verb: Token) -> bool:
    """A state or a named voter casts; a body that "voted to suspend" sets the scene only."""
    subjects = voting_subjects(verb)
    if not subjects:
        return verb.lemma_.lower() in {"abstain", "veto"}
    for subject in subjects:
        entity = analysis.entity_at(index, subject.i)
        if entity is not None and entity.kind in {"state", "person", "group"}:
            return True
        if subject.pos_ == "PRON" and verb.lemma_.lower() != "vote":
            return True
        if (
            entity is not None
            and entity.kind == "organization"
            and verb.lemma_.lower() in {"abstain", "veto"}
        ):
            return True
    return False


def _repeats(doc: Doc, token: Token) -> bool:
    """ "Did so again", "did the same", "and again in April"."""
    after = doc[token.i + 1 : token.i + 3].text.lower()
    if (
        token.lemma_ == "do"
        and token.pos_ in {"VERB", "AUX"}
        and re.match(r"so\b|the same|likewise", after)
    ):
        return True
    before = doc[token.i - 1].lower_ if token.i else ""
    spoken = any(
        t.lemma_ == "do" and t.i >= token.i - 3 for t in doc[max(0, token.i - 3) : token.i]
    )
    return (
        token.lower_ == "again"
        and before in {"and", "then"}
        and not spoken
        and bool(re.match(r"in|on|last|this", after))
    )


def _start(doc: Doc, token: Token) -> int:
    subjects = voting_subjects(token)
    start = min([token.i, *(s.left_edge.i for s in subjects if s.i < token.i)])
    while start > 0 and (doc[start - 1].pos_ == "CCONJ" or doc[start - 1].text == ","):
        start -= 1
    return start


def voting_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb with those joined to them, through coordination."""
    for _ in range(4):
        own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if own:
            return [t for subject in own for t in (subject, *subject.conjuncts) if t.pos_ != "VERB"]
        if verb.dep_ not in {"conj", "xcomp"} or verb.head == verb:
            return []
        verb = verb.head
    return []
