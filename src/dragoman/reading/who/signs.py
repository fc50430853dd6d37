"""Signs: what a sentence says of the state somebody acts for, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.knowledge.states import state_senses
from dragoman.reading.analysis import NameMention
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.dealings import (
    AGAINST,
    SAYING,
    addressed,
    against,
    announced,
    first_subject,
    met_by,
    phrase_state,
    sent,
)
from dragoman.reading.who.names import Line
from dragoman.reading.who.scales import Scales

SINGLE = frozenset(
    "President,Prime Minister,Foreign Minister,King,Queen,Chancellor,Defence Minister,"
    "Finance Minister,Foreign Secretary,Vice President".split(",")
)


def around(cast: Cast, line: Line, head: int, scales: Scales, factor: float) -> bool:
    """What the sentence says around one mention; whether it said anything."""
    token = _top(line.tokens[head])
    verb = token.head
    before = dict(scales.weights)
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in SAYING:
        for code in _said_of(cast, line, verb):
            scales.add(code, "speaks for", "speaks for this state in the report", factor)
        for code in _briefed_in(line, verb):
            scales.add(code, "briefs in", "speaks in its capital", factor)
    if token.dep_ == "nsubj" and verb.pos_ == "VERB":
        for code in _owns(line, verb):
            scales.add(code, "own affairs", "speaks of this state's own affairs", factor)
        if verb.lemma_.lower() in AGAINST:
            against(cast, line, verb, scales)
    if token.dep_ in ("dobj", "nsubjpass", "oprd"):
        sent(cast, line, verb, scales)
    if token.dep_ in ("dobj", "pobj", "dative") and line.at[head] is None:
        addressed(cast, line, token, scales)
    announced(cast, line, token, scales, factor)
    met_by(cast, line, token, scales, factor)
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
                    code = phrase_state(cast, line, below)
                    if code is not None:
                        yield code


def _owns(line: Line, verb: Token) -> Iterator[str]:
    """States in the possessive after the verb: "called water security Egypt's top concern"."""
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ == "poss":
            known = line.at[token.i]
            if known is not None and known.what == "state":
                yield known.key


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


def _clause_before(cast: Cast, line: Line, head: int) -> str | None:
    """The subject state of the clause before a semicolon in the same sentence."""
    stops = [i for i in range(head) if line.low[i] == ";"]
    if not stops:
        return None
    return first_subject(cast, line, stops[-2] + 1 if len(stops) > 1 else 0, stops[-1])
