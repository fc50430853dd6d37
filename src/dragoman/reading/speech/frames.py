"""Frames: every place in a parsed sentence that is built like an attribution.

A frame is a word that may report speech or thought (the cue), the phrase that would be
its source and the words that would be its content. Frames are built from grammar alone;
whether the cue is one that reports is for `knowledge.cues` and `credence` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.reading.speech.framing import (
    VERBAL,
    Frame,
    complements,
    frame_by,
    has_mark,
    is_that_clause,
    run_with,
    speaker_of,
    words_outside,
    words_under,
)
from dragoman.reading.speech.verb_frames import verb_frames

_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASE = _NAMING | {"DET", "ADJ", "NUM", "X"}
_ACCORDING = frozenset({"according", "per"})
_LONGEST_SENTENCE = 1000  # tokens


def frames(doc: Doc, quoted: frozenset[int] = frozenset()) -> tuple[Frame, ...]:
    """Every frame of a sentence, in the order of its cues.

    `quoted` are the tokens inside quotation marks: what stands there is not the source of
    a cue that stands outside, whatever the parser thinks.
    """
    return tuple(_sourced(doc, frame, quoted) if quoted else frame for frame in _all_frames(doc))


def _all_frames(doc: Doc) -> Iterator[Frame]:
    if len(doc) > _LONGEST_SENTENCE:
        return  # a table or a list, and phrases would be walked over and over
    for token in doc:
        if token.lower_ in _ACCORDING:
            yield from _according(token)
        elif token.pos_ in VERBAL and token.dep_ not in ("aux", "auxpass"):
            yield from verb_frames(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun_frames(token)
        elif token.pos_ == "ADJ" and token.dep_ == "acomp":
            yield from _adjective_frames(token)


def _sourced(doc: Doc, frame: Frame, quoted: frozenset[int]) -> Frame:
    """Mend a source that the parser found inside a quotation: look beside the cue instead."""
    if frame.cue in quoted:
        return frame
    unsourced = not frame.source and frame.build in ("clause", "bare")
    if not unsourced and not quoted.intersection(frame.source):
        return frame
    if frame.source_head is not None and frame.source_head not in quoted:
        words = tuple(run_with([i for i in frame.source if i not in quoted], frame.source_head))
        return replace(frame, source=words, content=_less(frame.content, words))
    words = _beside(doc, frame.cue, quoted)
    if not words:
        return replace(frame, source=(), source_head=None)
    inside = set(words)
    heads = [i for i in words if doc[i].head.i not in inside and doc[i].pos_ in _NAMING]
    head = heads[0] if heads else words[-1]
    return replace(frame, source=words, source_head=head, content=_less(frame.content, words))


def _beside(doc: Doc, cue: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """The noun phrase right after the cue (said X), else right before it (X said)."""
    right = cue + 1
    while right < len(doc) and right not in quoted and doc[right].pos_ in _PHRASE:
        right += 1
    left = cue
    while left > 0 and left - 1 not in quoted and doc[left - 1].pos_ in _PHRASE:
        left -= 1
    for words in (range(cue + 1, right), range(left, cue)):
        if any(doc[i].pos_ in _NAMING for i in words):
            return tuple(words)
    return ()


def _less(content: tuple[int, ...], words: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in content if i not in words)


def _noun_frames(noun: Token) -> Iterator[Frame]:
    clause = next((k for k in noun.children if k.i > noun.i and _spells_out(k)), None)
    if clause is not None:
        yield frame_by(_owner(noun), "noun", noun, noun.lemma_.lower(), words_under(clause))


def _spells_out(clause: Token) -> bool:
    """Is it the content of the noun ("the claim that ...", "a promise to ...")?"""
    if clause.dep_ == "relcl":
        return has_mark(clause)
    return clause.dep_ in ("acl", "ccomp", "xcomp") and (has_mark(clause) or is_that_clause(clause))


def _owner(noun: Token) -> Token | None:
    """Whose saying it is: "X's claim", "a claim by X", "the claim of X", else who makes it."""
    owner = next((k for k in noun.children if k.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for preposition, inner in complements(noun):
        if preposition.lower_ in ("by", "of", "from") and inner.dep_ == "pobj":
            return inner
    verb = noun.head
    if noun.dep_ in ("dobj", "pobj") and verb.pos_ in VERBAL:
        return speaker_of(verb)
    if noun.dep_ == "pobj" and verb.head.pos_ in VERBAL:
        return speaker_of(verb.head)
    return None


def _adjective_frames(adjective: Token) -> Iterator[Frame]:
    speaker = speaker_of(adjective.head)
    lemma = f"be {adjective.lower_}"
    clauses = [k for k in adjective.children if k.dep_ in ("ccomp", "xcomp")]
    if clauses:
        yield frame_by(speaker, "clause", adjective, lemma, words_under(*clauses))
        return
    for preposition, inner in complements(adjective)[:1]:
        name, words = f"{lemma} {preposition.lower_}", words_under(inner)
        yield frame_by(speaker, "about", adjective, name, words, joined=(preposition.i,))


def _according(word: Token) -> Iterator[Frame]:
    to = next((k for k in word.children if k.dep_ == "prep" and k.lower_ == "to"), None)
    if word.lower_ == "according" and to is None:
        return
    inner, name = (word, word.lower_) if to is None else (to, "according to")
    source = next((k for k in inner.children if k.dep_ == "pobj"), None)
    if source is None:
        return
    host = word.head
    while host.pos_ not in VERBAL and host.head != host:
        host = host.head
    joined = () if to is None else (to.i,)
    yield frame_by(source, "according", word, name, words_outside(host, word), joined=joined)
