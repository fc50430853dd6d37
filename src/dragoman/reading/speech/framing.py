"""Framing: the parts every possible attribution has, cut out of the parse.

The source phrase, the words of the cue, the words of the content, the addressee: the same
for verbs, nouns and adjectives (`verb_frames`, `frames`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

Build = Literal[
    "clause", "infinitive", "object", "about", "aside", "bare", "passive", "noun", "according"
]

SUBJECTS = frozenset({"nsubj", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
# Verbs whose object is who is told, not what is said.
TELLING = frozenset({"tell", "inform", "remind", "assure", "brief", "advise", "warn", "notify"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"})
_RELATIVE = frozenset({"who", "which", "that"})
_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "--"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A possible attribution inside one sentence; all numbers are tokens of its doc.

    `build` names the construction, `lemma` the cue word with its particle or preposition
    ("call for"), `source_head` the head of the source phrase (the antecedent where the
    source is "who").
    """

    build: Build
    lemma: str
    cue: int
    cue_tokens: tuple[int, ...]
    source_head: int | None
    source: tuple[int, ...]
    content: tuple[int, ...]
    addressee: int | None = None
    negated: bool = False


def frame_of(
    build: Build, cue: Token, lemma: str, content: Iterable[int], *, joined: tuple[int, ...] = ()
) -> Frame:
    """A frame whose source is the cue's own subject; `joined` are tokens the cue takes in ("for")."""
    return frame_by(speaker_of(cue), build, cue, lemma, content, joined=joined)


def frame_by(
    speaker: Token | None,
    build: Build,
    cue: Token,
    lemma: str,
    content: Iterable[int],
    *,
    joined: tuple[int, ...] = (),
) -> Frame:
    """A frame whose source is the phrase headed by `speaker`, None for none."""
    source, source_head = _source_words(cue, speaker)
    cue_words = _cue_words(cue, joined)
    taken = {*source, *cue_words}
    return Frame(
        build,
        lemma,
        cue.i,
        cue_words,
        source_head,
        source,
        _closed(cue.doc, [i for i in content if i not in taken]),
        _addressee(cue) if build in ("clause", "bare") or cue.lemma_ in TELLING else None,
        any(k.dep_ == "neg" for k in cue.children),
    )


def _addressee(cue: Token) -> int | None:
    """ "reporters" in "told reporters" and in "said to reporters"."""
    for kid in cue.children:
        if kid.dep_ in ("dative", "dobj") and kid.pos_ != "ADP":
            return int(kid.i)
        if kid.dep_ in ("prep", "dative") and kid.lower_ == "to":
            return next((k.i for k in kid.children if k.dep_ == "pobj"), None)
    return None


def _closed(doc: Doc, words: list[int]) -> tuple[int, ...]:
    """Without the "and" that leads on to something else."""
    while words and (doc[words[-1]].dep_ == "cc" or doc[words[-1]].text == ","):
        words = words[:-1]
    return tuple(words)


def speaker_of(verb: Token) -> Token | None:
    """Who does it: the subject, climbed to where several verbs share one."""
    at = verb
    if verb.dep_ == "pcomp" and is_relayed(verb):
        return _quoted_one(verb.head.head)
    for _ in range(_MAX_CLIMB):
        subject = next((k for k in at.children if k.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        passive = next((k for k in at.children if k.dep_ == "nsubjpass"), None)
        if passive is not None:
            return passive if at.i != verb.i else None
        if at.dep_ == "acl":
            return at.head if at.tag_ in ("VBG", "VB") else None
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ not in _CLIMB or at.head == at:
            return None
        at = at.head
    return None


def _quoted_one(verb: Token) -> Token | None:
    """Who is quoted: "quoted X as saying", "X was quoted as saying"."""
    return next((k for k in verb.children if k.dep_ in ("dobj", "nsubjpass")), None)


def is_relayed(complement: Token) -> bool:
    """The saying in "quoted him as saying", which is a cue of its own."""
    return complement.tag_ == "VBG" and complement.head.lower_ == "as"


def _source_words(cue: Token, head: Token | None) -> tuple[tuple[int, ...], int | None]:
    if head is None:
        return (), None
    if head.lower_ in _RELATIVE and head.tag_ in ("WP", "WDT", "IN"):
        clause = head.head
        while clause.dep_ in ("conj", "xcomp", "advcl") and clause.head != clause:
            clause = clause.head
        who = clause.head.i if clause.dep_ == "relcl" else head.i
        return (head.i,), who
    words = [t.i for t in head.subtree]
    if cue.i in words or any(
        t.i in words for t in cue.ancestors if t.pos_ in VERBAL and t.i != head.i
    ):
        words = [i for i in words if i < cue.left_edge.i or i == head.i]
        words = run_with(words, head.i)
    return tuple(_without_edge_stops(head.doc, words)), head.i


def _cue_words(cue: Token, joined: tuple[int, ...]) -> tuple[int, ...]:
    words = {cue.i, *joined}
    for kid in cue.children:
        if kid.dep_ in ("aux", "auxpass", "neg", "prt"):
            words.add(kid.i)
    return tuple(sorted(words))


def run_with(words: list[int], anchor: int) -> list[int]:
    """The unbroken run of token numbers that holds `anchor`."""
    have = set(words)
    left = right = anchor
    while left - 1 in have:
        left -= 1
    while right + 1 in have:
        right += 1
    return list(range(left, right + 1))


def _without_edge_stops(doc: Doc, words: list[int]) -> list[int]:
    while words and doc[words[0]].is_punct and doc[words[0]].text not in '(["“‘':
        words = words[1:]
    while words and doc[words[-1]].text in _EDGES:
        words = words[:-1]
    return words


def is_that_clause(clause: Token) -> bool:
    """ "that they had ...": begins with "that" and has a subject besides."""
    first = clause.left_edge
    if first.lower_ != "that":
        return False
    return any(k.dep_ in ("nsubj", "nsubjpass") and k.i > first.i for k in clause.children)


def has_mark(clause: Token) -> bool:
    """Begins with "that", "whether" or "to"."""
    return any(
        (k.dep_ == "mark" and k.lower_ in ("that", "whether", "if"))
        or (k.dep_ == "aux" and k.lower_ == "to")
        for k in clause.children
    )


def words_under(*heads: Token) -> tuple[int, ...]:
    """Every token of the phrases these head, in order."""
    return tuple(sorted({t.i for head in heads for t in head.subtree}))


def words_outside(host: Token, part: Token) -> tuple[int, ...]:
    """Every token of the phrase `host` heads but not `part`."""
    inside = {t.i for t in part.subtree}
    return tuple(t.i for t in host.subtree if t.i not in inside)


def complements(head: Token) -> list[tuple[Token, Token]]:
    """Its prepositions, each with what it governs."""
    return [
        (k, p)
        for k in head.children
        if k.dep_ == "prep"
        for p in k.children
        if p.dep_ in ("pobj", "pcomp")
    ]
