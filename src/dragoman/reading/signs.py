"""Signs: what a sentence says of the state somebody acts for, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.knowledge.states import state_senses
from dragoman.reading.analysis import NameMention
from dragoman.reading.cast import Cast, Draft
from dragoman.reading.names import Line
from dragoman.reading.principals import code_at

# What each sign counts for; the best state must reach ENOUGH and lead the next by MARGIN.
SIGNS = {
    "speaks for": 3.0,
    "sent by": 4.0,
    "sent away by": 3.0,
    "host": 2.5,
    "visitor": 3.0,
    "briefs in": 2.0,
    "clause before": 1.8,
    "subject before": 1.0,
    "own affairs": 1.2,
    "told by": 1.0,
    "in capital": 1.0,
    "against": 1.5,
    "announced by": 2.0,
    "same office": 2.5,
    "listed with": 1.8,
    "met by": 1.6,
    "alongside": 4.0,
    "posted": 2.5,
    "dateline": 1.0,
    "addressed by": 1.5,
    "principal": 1.0,
    "alone": 2.0,
}


# A later mention tells less than the one that introduces somebody.
LATER = 0.4


_SAYING = frozenset(
    "say tell announce add state declare stress note insist confirm warn argue claim pledge "
    "promise hope believe explain emphasize emphasise reiterate reaffirm".split()
)


_MEETING = frozenset(
    "meet call talk talks meeting see receive greet welcome brief visit consult confer dinner "
    "breakfast lunch audience hold".split()
)


_TRAVELLING = frozenset("arrive travel fly come return go depart".split())


_SENDING = frozenset("withdraw recall appoint name nominate send dispatch elect pull".split())


_AGAINST = frozenset("accuse condemn criticize criticise denounce blame threaten attack".split())


_EXPELLING = frozenset("expel summon order accuse declare receive host welcome invite".split())


SINGLE = frozenset(
    "President,Prime Minister,Foreign Minister,King,Queen,Chancellor,Defence Minister,"
    "Finance Minister,Foreign Secretary,Vice President".split(",")
)


@dataclass(slots=True)
class Scales:
    states: dict[str, float]
    pair: tuple[str, ...]
    weights: dict[str, float] = field(default_factory=dict)
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    def add(self, code: str | None, sign: str, why: str, factor: float = 1.0) -> None:
        if code is None:
            return
        weight = SIGNS[sign] * factor
        self.weights[code] = self.weights.get(code, 0.0) + weight
        if weight > self.why.get(code, (0.0, ""))[0]:
            self.why[code] = (weight, why)


def around(cast: Cast, line: Line, head: int, scales: Scales, factor: float) -> bool:
    """What the sentence says around one mention; whether it said anything."""
    token = _top(line.doc[head])
    verb = token.head
    before = dict(scales.weights)
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in _SAYING:
        for code in _said_of(cast, line, verb):
            scales.add(code, "speaks for", "speaks for this state in the report", factor)
        for code in _briefed_in(line, verb):
            scales.add(code, "briefs in", "speaks in its capital", factor)
    if token.dep_ == "nsubj" and verb.pos_ == "VERB":
        for code in _owns(line, verb):
            scales.add(code, "own affairs", "speaks of this state's own affairs", factor)
        if verb.lemma_.lower() in _AGAINST:
            _against(cast, line, verb, scales)
    if token.dep_ in ("dobj", "nsubjpass", "oprd"):
        _sent(cast, line, verb, scales)
    if token.dep_ in ("dobj", "pobj", "dative") and line.at[head] is None:
        _addressed(cast, line, token, scales)
    _announced(cast, line, token, scales, factor)
    _met_by(cast, line, token, scales, factor)
    if token.dep_ in ("dobj", "pobj", "conj"):
        scales.add(_capital_after(line, head), "in capital", "met in this capital", factor)
    scales.add(
        _clause_before(cast, line, head), "clause before", "the clause before is about it", factor
    )
    return scales.weights != before


def _capital_after(line: Line, head: int) -> str | None:
    """The capital in which one is met: "asked the minister in Suva"."""
    if line.low[head + 1 : head + 2] == ["in"] and head + 2 < len(line.low):
        known = line.at[head + 2]
        if known is not None and known.sense == "capital":
            return known.key
    return None


def _top(token: Token) -> Token:
    """From a name to the phrase it is in: up through titles, appositions and lists."""
    for _ in range(12):
        if token.dep_ not in ("conj", "appos", "compound", "nmod") or token.head == token:
            break
        token = token.head
    return token


def _said_of(cast: Cast, line: Line, verb: Token) -> Iterator[str]:
    """The states whose doings are what is said: "said Canada was expelling six diplomats"."""
    for child in verb.children:
        if child.dep_ == "ccomp":
            for below in child.children:
                if below.dep_ in ("nsubj", "nsubjpass"):
                    code = _phrase_state(cast, line, below)
                    if code is not None:
                        yield code


def _phrase_state(cast: Cast, line: Line, token: Token) -> str | None:
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


def _owns(line: Line, verb: Token) -> Iterator[str]:
    """States in the possessive after the verb: "called water security Egypt's top concern"."""
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ == "poss":
            known = line.at[token.i]
            if known is not None and known.what == "state":
                yield known.key


def _against(cast: Cast, line: Line, verb: Token, scales: Scales) -> None:
    """Whoever accuses one of the two states the report is about acts for the other."""
    for child in verb.children:
        if child.dep_ == "dobj":
            code = _phrase_state(cast, line, child)
            others = [c for c in scales.pair if c != code]
            if code is not None and len(others) == 1:
                scales.add(others[0], "against", "acts against the other of the two states")


def _addressed(cast: Cast, line: Line, token: Token, scales: Scales) -> None:
    """A parliament that somebody tells something is that somebody's own."""
    if token.lower_ not in ("parliament", "lawmakers", "senate", "congress", "assembly", "cabinet"):
        return
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subject = subject_token(verb) if verb.pos_ == "VERB" else None
    if subject is not None:
        code = holder_country(cast, line, subject.i) or code_at(cast, line, subject.i)
        scales.add(code, "addressed by", "addressed by this state's own official")


def _announced(cast: Cast, line: Line, token: Token, scales: Scales, factor: float) -> None:
    """A government or official announces what its own people do: "announced that Lee would lead"."""
    role = token.dep_
    above = token.head
    for _ in range(6):
        if (
            above.dep_ == "ccomp"
            and above.head.lemma_.lower() in _SAYING
            and above.head.i < token.i
        ):
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


def _met_by(cast: Cast, line: Line, token: Token, scales: Scales, factor: float) -> None:
    """Whom one state's official meets belongs to the other of the two states."""
    if token.dep_ not in ("dobj", "pobj", "conj"):
        return
    above, meets, beside = token.head, False, False
    for _ in range(5):
        meets = meets or above.lemma_.lower() in _MEETING
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


def posted(cast: Cast, draft: Draft, scales: Scales) -> None:
    """An envoy to one of the two states is the other's; a spokesman speaks where he is."""
    dateline = cast.analysis.dateline
    for title in cast.titled.get(draft.key, []):
        others = [c for c in scales.pair if c != title.posted]
        if title.posted and len(others) == 1:
            scales.add(others[0], "posted", "posted to the other of the two states")
        if title.title.office == "Spokesperson" and dateline is not None and dateline.place:
            for sense in state_senses(dateline.place):
                if sense.sense == "capital":
                    scales.add(sense.code, "dateline", "speaks where the report was written")


def holder_country(cast: Cast, line: Line, token: int) -> str | None:
    """The country of the person or body that a token names, or holds the title it is part of."""
    key = cast.covered.get((line.index, token))
    if not key:
        title = next((t for t in cast.titles[line.index] if t.start <= token < t.end), None)
        key = cast.held.get((line.index, title.start)) if title is not None else None
    if not key or "MED" in cast.drafts[key].sectors:
        return None
    return cast.drafts[key].country


def beside(cast: Cast, line: Line, head: int, draft: Draft, scales: Scales) -> bool:
    """In a list with the holder of the same office of one of the two states: of the other."""
    pair = scales.pair
    for spot in cast.in_sentence.get(line.index, []):
        other = cast.drafts[spot.entity]
        if other.kind != "person" or other is draft:
            continue
        shared = set(other.offices) & set(draft.offices) & SINGLE
        if shared and other.country in pair and len(pair) == 2 and abs(spot.head - head) < 12:
            code = next(c for c in pair if c != other.country)
            scales.add(code, "same office", f"named beside {other.name}, who holds it elsewhere")
            return True
        if not shared and other.sure and _listed_after(cast, line, spot, draft):
            why = f"named in one breath with {other.name}"
            scales.add(other.country, "listed with", why)
            return True
    return False


def _listed_after(cast: Cast, line: Line, spot: NameMention, draft: Draft) -> bool:
    """Whether a title without a state follows a name with one: "Chad's president X and Minister Y"."""
    after = spot.end + 1
    if line.low[spot.end : after] != ["and"] or spot.form != "name":
        return False
    return cast.held.get((line.index, after)) == draft.key


def _briefed_in(line: Line, verb: Token) -> Iterator[str]:
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.head.lower_ == "in" and token.i - verb.i < 8:
            known = line.at[token.i]
            if known is not None and known.sense == "capital" and token.i > verb.i:
                yield known.key


def _sent(cast: Cast, line: Line, verb: Token, scales: Scales) -> None:
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


def _clause_before(cast: Cast, line: Line, head: int) -> str | None:
    """The subject state of the clause before a semicolon in the same sentence."""
    stops = [i for i in range(head) if line.low[i] == ";"]
    if not stops:
        return None
    return _first_subject(cast, line, stops[-2] + 1 if len(stops) > 1 else 0, stops[-1])


def _first_subject(cast: Cast, line: Line, start: int, end: int) -> str | None:
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
        code = _first_subject(cast, earlier, 0, len(earlier.low))
        if code is not None:
            return code
    return None
