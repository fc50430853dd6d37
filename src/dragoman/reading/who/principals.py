"""Principals: the states a report is about, and who travels to whom in it.

"The two sides" of a report are its principals, whatever state a background sentence named
last; a president without a country is the host's where the report tells of a visit.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.reading.who.cast import Cast
from dragoman.reading.who.names import Line

# How much a mention counts towards being what the report is about.
WEIGHTS = {"name": 1.0, "description": 1.0, "adjective": 0.6, "pronoun": 0.0}
PERSON_WEIGHT = 0.8
BODY_WEIGHT = 0.5
PLACE_WEIGHT = 0.7
OPENING = 3.0
BACKGROUND = 0.4
SUBJECT = 1.5
# How far the second state must stand out from the third for there to be two sides.
CLEAR = 1.15
_TRIPS = frozenset("visit trip tour stay stop stopover journey".split())
_MOVES = frozenset("arrive land travel fly come go head return journey depart".split())
_BACKGROUND_NOUNS = frozenset("war conflict invasion crisis genocide aggression".split())


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody goes to a state: `visitor` is a draft's key, None where not plain; `host` alpha-3;
    `personal` whether the visitor is a person, if only as "his" or "her"."""

    visitor: str | None
    host: str
    sentence: int
    personal: bool = False


def weigh_states(cast: Cast) -> dict[str, float]:
    """How much a report speaks of each state; its opening counts most, wars it recalls least."""
    weights: dict[str, float] = {}
    opening = opening_sentences(cast)
    counted: set[tuple[int, int]] = set()
    for spot in sorted(cast.spots, key=lambda s: (s.kind != "person", s.sentence, s.start, -s.end)):
        draft = cast.drafts[spot.entity]
        code = draft.country
        if code is None or "MED" in draft.sectors or (spot.sentence, spot.start) in counted:
            continue
        counted.update((spot.sentence, token) for token in range(spot.start, spot.end))
        weight = WEIGHTS[spot.form] if draft.kind == "state" else _other(draft.kind)
        if spot.sentence in opening:
            weight *= OPENING
        token = cast.lines[spot.sentence].tokens[spot.head]
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
            weight *= SUBJECT
        if token.head.lower_ in _BACKGROUND_NOUNS or token.head.head.lower_ in _BACKGROUND_NOUNS:
            weight *= BACKGROUND
        weights[code] = weights.get(code, 0.0) + weight
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def _other(kind: str) -> float:
    return {"person": PERSON_WEIGHT, "place": PLACE_WEIGHT}.get(kind, BODY_WEIGHT)


def opening_sentences(cast: Cast) -> frozenset[int]:
    """The headline, and the first two sentences of the body count as one opening."""
    found: list[int] = []
    for number, parsed in enumerate(cast.analysis.sentences):
        if parsed.sentence.role == "headline":
            found.append(number)
        elif parsed.sentence.role == "body":
            found.append(number)
            break
    return frozenset(found)


def clear_pair(weights: dict[str, float]) -> tuple[str, ...]:
    """The first two of the weighed states, where the second stands out from the third."""
    ranked = list(weights.items())
    if len(ranked) > 2 and ranked[1][1] < CLEAR * ranked[2][1]:
        return ()
    return tuple(code for code, _ in ranked[:2])


def principal_pair(cast: Cast) -> tuple[str, ...]:
    """The two states a report is most about (fewer where it names fewer)."""
    return clear_pair(weigh_states(cast))


def find_journeys(cast: Cast) -> list[Journey]:
    """Who goes where, as far as single clauses say it."""
    found: list[Journey] = []
    for line in cast.lines:
        for token in line.tokens:
            low = token.lemma_.lower()
            if low in _TRIPS and token.pos_ == "NOUN":
                found.extend(_trip(cast, line, token))
            elif token.pos_ == "VERB" and (low in _MOVES or low in ("visit", "leave")):
                found.extend(_move(cast, line, token))
    return found


def hosts(journeys: list[Journey]) -> dict[str, int]:
    """How often each state is gone to, most first."""
    counts: dict[str, int] = {}
    for journey in journeys:
        counts[journey.host] = counts.get(journey.host, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def code_at(cast: Cast, line: Line, token: int) -> str | None:
    """The state a token names, as a state or as a place in it."""
    known = line.at[token]
    if known is not None and known.what == "state":
        return known.key
    key = cast.covered.get((line.index, token))
    draft = cast.drafts.get(key) if key else None
    return draft.country if draft is not None and draft.kind in ("place", "state") else None


def _trip(cast: Cast, line: Line, noun: Token) -> list[Journey]:
    host = None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "in"):
            host = host or _object(cast, line, child)
        elif child.dep_ == "compound":
            host = host or code_at(cast, line, child.i)
    if host is None:
        return []
    owned = any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in noun.children)
    return [_journey(cast, line, _visitor(cast, line, noun), host, owned)]


def _journey(cast: Cast, line: Line, visitor: str | None, host: str, owned: bool) -> Journey:
    personal = owned or (visitor is not None and cast.drafts[visitor].kind == "person")
    return Journey(visitor, host, line.index, personal)


def _object(cast: Cast, line: Line, preposition: Token) -> str | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            code = code_at(cast, line, child.i)
            if code is not None:
                return code
    return None


def _visitor(cast: Cast, line: Line, noun: Token) -> str | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return _who(cast, line, child)
        if child.dep_ == "prep" and child.lower_ in ("by", "of", "from"):
            for below in child.children:
                if who := _who(cast, line, below):
                    return who
    verb = noun.head
    while verb.pos_ in ("ADP", "NOUN") and verb.head != verb:
        verb = verb.head
    return _subject(cast, line, verb)


def _subject(cast: Cast, line: Line, verb: Token) -> str | None:
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return _who(cast, line, child)
            if child.dep_ == "prep" and child.lower_ == "for":
                for below in child.children:
                    if who := _who(cast, line, below):
                        return who
        if verb.dep_ not in ("xcomp", "conj", "relcl", "advcl") or verb.head == verb:
            return None
        if verb.dep_ == "relcl":
            return _who(cast, line, verb.head)
        verb = verb.head
    return None


def _who(cast: Cast, line: Line, token: Token) -> str | None:
    key = cast.covered.get((line.index, token.i))
    if key and cast.drafts[key].kind in ("person", "state"):
        return key
    for title in cast.titles[line.index]:
        if title.start <= token.i < title.end:
            key = cast.held.get((line.index, title.start))
            if key is not None:
                return key
    return None


def _move(cast: Cast, line: Line, verb: Token) -> list[Journey]:
    host = None
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_.lower() in ("visit", "leave"):
            host = code_at(cast, line, child.i)
        elif child.dep_ == "prep" and child.lower_ in ("to", "in", "for", "at"):
            host = host or _object(cast, line, child)
    if host is None:
        return []
    pronoun = any(c.dep_ == "nsubj" and c.lower_ in ("he", "she") for c in verb.children)
    return [_journey(cast, line, _subject(cast, line, verb), host, pronoun)]
