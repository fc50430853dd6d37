"""Dealings: what a sentence says states and their officials do with somebody, as signs of whose he is."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.reading.who.cast import Cast
from dragoman.reading.who.names import Line
from dragoman.reading.who.principals import code_at
from dragoman.reading.who.scales import Scales

SAYING = frozenset(
    "say tell announce add state declare stress note insist confirm warn argue claim pledge "
    "promise hope believe explain emphasize emphasise reiterate reaffirm".split()
)
MEETING = frozenset(
    "meet call talk talks meeting see receive greet welcome brief visit consult confer dinner "
    "breakfast lunch audience hold".split()
)
_TRAVELLING = frozenset("arrive travel fly come return go depart".split())
_SENDING = frozenset("withdraw recall appoint name nominate send dispatch elect pull".split())
AGAINST = frozenset("accuse condemn criticize criticise denounce blame threaten attack".split())
_EXPELLING = frozenset("expel summon order accuse declare receive host welcome invite".split())


def phrase_state(cast: Cast, line: Line, token: Token) -> str | None:
    """The one state a subject is or carries: "Canada", "Canadian intelligence", "Canada's plan"."""
    code = code_at(cast, line, token.i)
    if code is not None:
        return code
    codes = {
        code_at(cast, line, child.i)
        for child in token.children
        if child.dep_ in ("amod", "compound", "poss", "nmod")
    } - {None}
    return codes.pop() if len(codes) == 1 else None


def against(cast: Cast, line: Line, verb: Token, scales: Scales) -> None:
    """Whoever accuses one of the two states the report is about acts for the other."""
    for child in verb.children:
        if child.dep_ == "dobj":
            code = phrase_state(cast, line, child)
            others = [c for c in scales.pair if c != code]
            if code is not None and len(others) == 1:
                scales.add(others[0], "against", "acts against the other of the two states")


def addressed(cast: Cast, line: Line, token: Token, scales: Scales) -> None:
    """A parliament that somebody tells something is that somebody's own."""
    if token.lower_ not in ("parliament", "lawmakers", "senate", "congress", "assembly", "cabinet"):
        return
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subject = subject_token(verb) if verb.pos_ == "VERB" else None
    if subject is not None:
        code = holder_country(cast, line, subject.i) or code_at(cast, line, subject.i)
        scales.add(code, "addressed by", "addressed by this state's own official")


def announced(cast: Cast, line: Line, token: Token, scales: Scales, factor: float) -> None:
    """A government or official announces what its own people do: "announced that Lee would lead"."""
    role = token.dep_
    above = token.head
    for _ in range(6):
        if above.dep_ == "ccomp" and above.head.lemma_.lower() in SAYING and above.head.i < token.i:
            break
        if above.head == above:
            return
        above = above.head
    else:
        return
    sign = "announced by" if role in ("nsubj", "nsubjpass") else "told by"
    for child in above.head.children:
        if child.dep_ == "nsubj":
            code = code_at(cast, line, child.i) or holder_country(cast, line, child.i)
            scales.add(
                code, sign, "this state or its official tells of the person's doings", factor
            )


def met_by(cast: Cast, line: Line, token: Token, scales: Scales, factor: float) -> None:
    """Whom one state's official meets belongs to the other of the two states."""
    if token.dep_ not in ("dobj", "pobj", "conj"):
        return
    above, meets, beside = token.head, False, False
    for _ in range(5):
        meets = meets or above.lemma_.lower() in MEETING
        beside = beside or above.lower_ in ("alongside", "accompanied", "joined")
        beside = beside or (above.lower_ == "with" and above.head.lemma_.lower() in _TRAVELLING)
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    subject = subject_token(above)
    if subject is None or not (meets or beside):
        return
    code = holder_country(cast, line, subject.i) or code_at(cast, line, subject.i)
    if code is None and subject.tag_ == "PRP":
        code = subject_before(cast, line)
    if code is None:
        return
    if beside:
        scales.add(code, "alongside", "appears alongside this state's official", factor)
        return
    scales.weights[code] = scales.weights.get(code, 0.0) - 2.0
    others = [c for c in scales.pair if c != code]
    if len(others) == 1:
        scales.add(others[0], "met by", "met by the other state's official", factor)


def subject_token(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb it is coordinated with."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                relative = child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
                return verb.head if relative else child
        if verb.dep_ not in ("conj", "xcomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def holder_country(cast: Cast, line: Line, token: int) -> str | None:
    """The country of the person or body that a token names, or holds the title it is part of."""
    key = cast.covered.get((line.index, token))
    if not key:
        title = next((t for t in cast.titles[line.index] if t.start <= token < t.end), None)
        key = cast.held.get((line.index, title.start)) if title is not None else None
    if not key or "MED" in cast.drafts[key].sectors:
        return None
    return cast.drafts[key].country


def sent(cast: Cast, line: Line, verb: Token, scales: Scales) -> None:
    """Whom a state sends or recalls is its own; whom it expels is the other state's."""
    code = subject_state(cast, line, verb)
    if code is None:
        return
    if verb.lemma_.lower() in _SENDING:
        scales.add(code, "sent by", "this state sends or recalls the person")
    elif verb.lemma_.lower() in _EXPELLING:
        others = [c for c in scales.pair if c != code]
        if len(others) == 1:
            scales.add(others[0], "sent away by", "the other of the two states does this to them")


def subject_state(cast: Cast, line: Line, verb: Token) -> str | None:
    """The state that is the subject of a verb, or of the verb it depends on ("it was withdrawing")."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj":
                code = code_at(cast, line, child.i)
                if code is None and child.lower_ not in ("it", "its", "which", "that"):
                    return None
                if code is not None:
                    return code
        if verb.head == verb:
            break
        verb = verb.head
    return subject_before(cast, line)


def first_subject(cast: Cast, line: Line, start: int, end: int) -> str | None:
    for token in line.doc[start:end]:
        if token.dep_ in ("nsubj", "nsubjpass"):
            code = code_at(cast, line, token.i) or holder_country(cast, line, token.i)
            if code is not None:
                return code
    return None


def subject_before(cast: Cast, line: Line) -> str | None:
    """The state that is the subject of the sentence before, or of the one before that."""
    for number in range(line.index - 1, max(-1, line.index - 3), -1):
        earlier = cast.lines[number]
        code = first_subject(cast, earlier, 0, len(earlier.low))
        if code is not None:
            return code
    return None
