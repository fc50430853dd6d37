"""Verb frames: what a verb of saying, thinking or feeling takes as its content.

"said that ...", "..., said X", "urged X to ...", "praised X for ...", "..., she added, ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.reading.speech.framing import (
    SUBJECTS,
    TELLING,
    VERBAL,
    Frame,
    complements,
    frame_by,
    frame_of,
    has_mark,
    is_relayed,
    is_that_clause,
    words_outside,
    words_under,
)

_VENUES = frozenset(
    "interview statement speech news conference briefing letter tweet remarks report article post "
    "email message call television radio twitter facebook reporters press meeting rally debate".split()
)


def verb_frames(verb: Token) -> Iterator[Frame]:
    """The frames a verb heads: one for a clause it reports, else one for each complement."""
    kids = list(verb.children)
    lemma = verb.lemma_.lower()
    aside = _aside_host(verb)
    if aside is not None:
        yield frame_of("aside", verb, lemma, words_outside(aside, verb))
        return
    clauses = _said_clauses(verb, kids) or _told(verb, kids)
    if clauses and _is_participle(verb, kids):
        yield frame_by(None, "clause", verb, lemma, _clause_words(verb, clauses))
    elif clauses:
        yield frame_of("clause", verb, lemma, _clause_words(verb, clauses))
    elif any(k.dep_ in ("auxpass", "nsubjpass") for k in kids) or _is_participle(verb, kids):
        yield from _passive_frames(verb, kids)
    else:
        yield from _object_frames(verb, kids)


def _object_frames(verb: Token, kids: list[Token]) -> Iterator[Frame]:
    lemma = _with_particle(verb, kids)
    objects = [k for k in kids if k.dep_ in ("dobj", "oprd")]
    infinitives = [k for k in kids if k.dep_ == "xcomp"]
    about = complements(verb)
    if infinitives:
        yield frame_of("infinitive", verb, lemma, words_under(*objects, *infinitives))
        for preposition, asked in about:
            if preposition.i < infinitives[0].i and asked.dep_ == "pobj":
                words = words_under(asked, *infinitives)
                name = f"{lemma} {preposition.lower_}"
                yield frame_of("infinitive", verb, name, words, joined=(preposition.i,))
    elif objects:
        yield frame_of("object", verb, lemma, _object_words(verb, objects))
    for preposition, complement in about:
        if is_relayed(complement):
            continue
        name = f"{lemma} {preposition.lower_}"
        if objects:
            yield frame_of("about", verb, name, words_under(*objects, preposition))
        else:
            words = words_under(complement)
            yield frame_of("about", verb, name, words, joined=(preposition.i,))
    if not objects:
        yield frame_of("bare", verb, lemma, ())


def _passive_frames(verb: Token, kids: list[Token]) -> Iterator[Frame]:
    agent = next((k for k in kids if k.dep_ == "agent"), None)
    by = next((k for k in agent.children if k.dep_ == "pobj"), None) if agent else None
    patient = [k for k in kids if k.dep_ == "nsubjpass"]
    if not patient and by is None:
        return
    done = [k for k in kids if k.dep_ == "xcomp"] if by is None else []
    yield frame_by(by, "passive", verb, verb.lemma_.lower(), words_under(*patient, *done))


def _is_participle(verb: Token, kids: list[Token]) -> bool:
    """ "asked about it", "reported to be ill": said of its noun, not by it."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl"):
        return False
    return not any(k.dep_ in ("aux", "nsubj") for k in kids)


def _aside_host(verb: Token) -> Token | None:
    """The clause that a parenthetical saying ("..., she added, ...") is about."""
    if verb.dep_ == "parataxis" and not any(k.dep_ == "ccomp" for k in verb.children):
        return verb.head
    if verb.dep_ == "advcl" and any(
        k.dep_ in ("mark", "advmod") and k.lower_ == "as" for k in verb.children
    ):
        if any(k.dep_ in ("ccomp", "dobj", "xcomp") and k.lower_ != "it" for k in verb.children):
            return None
        return verb.head
    return None


def _said_clauses(verb: Token, kids: list[Token]) -> list[Token]:
    """The clauses that are what is said; a fronted one only if the cue takes nothing after it."""
    after = [k for k in kids if k.dep_ == "ccomp" and k.i > verb.i]
    before = [k for k in kids if k.dep_ == "ccomp" and k.i < verb.i]
    if not before or any(k.dep_ == "oprd" for k in kids) or _apart(verb, before[-1]):
        return after
    if any(k.dep_ in ("ccomp", "xcomp") and has_mark(k) for k in kids if k.i > verb.i):
        return after
    inverted = any(k.dep_ in SUBJECTS and k.i > verb.i for k in kids)
    if not inverted and verb.lemma_ not in TELLING and any(k.dep_ == "dobj" for k in kids):
        return after
    return [*before, *after]


def _told(verb: Token, kids: list[Token]) -> list[Token]:
    """ "told a briefing after the talks that they had ...": a that-clause hung on the wrong noun."""
    if verb.lemma_ not in TELLING or not any(k.dep_ in ("dobj", "dative") for k in kids):
        return []
    for clause in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if clause.dep_ in ("relcl", "acl") and is_that_clause(clause):
            return [clause]
    return []


def _apart(verb: Token, clause: Token) -> bool:
    """Separated from the cue by a semicolon: a sentence of its own, not what is said."""
    between = verb.doc[clause.right_edge.i : verb.i]
    return any(t.text == ";" for t in between)


def _clause_words(verb: Token, clauses: list[Token]) -> tuple[int, ...]:
    words = set(words_under(*clauses))
    if all(c.i < verb.i for c in clauses):
        words |= _led_in(verb, min(words))
    words -= set(_own_words(verb))
    if all(c.i < verb.i for c in clauses) and not any(verb.doc[i].is_quote for i in words):
        words |= set(words_under(*_carried_on(verb)))
    return tuple(sorted(words))


def _carried_on(verb: Token) -> list[Token]:
    """ "The dam is safe, he said, and work goes on": what follows in the same vein."""
    return [
        k
        for k in verb.children
        if k.dep_ == "conj"
        and k.pos_ in VERBAL
        and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in k.children)
        and not any(c.dep_ == "ccomp" for c in k.children)
    ]


def _led_in(verb: Token, first: int) -> set[int]:
    """Words before a fronted content that the parser hung on the cue ("With time, we ..., he said")."""
    if verb.dep_ != "ROOT":
        return set()
    start = 1 if verb.doc[0].dep_ == "cc" else 0
    return set(range(start, first))


def _object_words(verb: Token, objects: list[Token]) -> tuple[int, ...]:
    tails = [
        k
        for k in verb.children
        if k.i > objects[0].i and (k.dep_ == "oprd" or (k.dep_ == "prep" and not _sets_scene(k)))
    ]
    return words_under(*objects, *tails)


def _sets_scene(preposition: Token) -> bool:
    """ "on Monday", "in an interview": when and where it was said, not what."""
    inner = [k for k in preposition.children if k.dep_ == "pobj"]
    return any(k.ent_type_ in ("DATE", "TIME") or k.lemma_.lower() in _VENUES for k in inner)


def _own_words(verb: Token) -> Iterator[int]:
    """What belongs to the saying itself: its subject, auxiliaries, addressee, time, manner."""
    yield verb.i
    for kid in verb.children:
        if kid.dep_ not in ("ccomp", "xcomp", "punct", "advcl"):
            yield from (t.i for t in kid.subtree)


def _with_particle(verb: Token, kids: list[Token]) -> str:
    particle = next((k.lower_ for k in kids if k.dep_ == "prt"), None)
    lemma: str = verb.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma
