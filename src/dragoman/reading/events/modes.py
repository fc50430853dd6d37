"""Modes, contexts, sizes and topics: what else PLOVER asks about an event."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Token

from dragoman.model.claim import Size
from dragoman.reading.events.clauses import governed, objects, with_conjuncts
from dragoman.reading.events.needs import INTERNATIONAL, Case

ASSISTING = frozenset(
    {
        "help",
        "support",
        "assistance",
        "aid",
        "assist",
        "provide",
        "give",
        "send",
        "supply",
        "fund",
        "back",
    }
)
YIELDING = frozenset(
    {
        "withdraw",
        "release",
        "free",
        "resign",
        "disarm",
        "leave",
        "surrender",
        "halt",
        "stop",
        "end",
        "cease",
        "ceasefire",
        "return",
        "lift",
    }
)
MEETING = frozenset(
    {
        "meet",
        "talk",
        "negotiate",
        "negotiation",
        "dialogue",
        "visit",
        "discuss",
        "mediate",
        "meeting",
        "mediation",
    }
)
TOPIC_PREPOSITIONS = ("on", "about", "regarding", "over", "concerning", "covering", "including")
_PEOPLE = r"(?:people|civilians?|soldiers?|troops|protesters|demonstrators|persons?|others|children|women|men)"
_DEAD = re.compile(
    rf"\b(\d[\d,]*)\s+(?:{_PEOPLE}\s+)?(?:were\s+|was\s+)?(?:killed|dead|died)\b|\bkill(?:ed|ing|s)?\s+(?:at least\s+|about\s+|some\s+)?(\d[\d,]*)\b",
    re.IGNORECASE,
)
_HURT = re.compile(
    rf"\b(\d[\d,]*)\s+(?:{_PEOPLE}\s+)?(?:were\s+|was\s+)?(?:injured|wounded|hurt)\b|\b(?:injur|wound)(?:ed|ing)\s+(?:at least\s+|about\s+|some\s+)?(\d[\d,]*)\b",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(\d[\d,]*)\s+(?:protesters|demonstrators|people (?:rallied|marched|protested|gathered))",
    re.IGNORECASE,
)


def mode_of(case: Case) -> str | None:
    """The PLOVER mode: the frame's own, or what the words and parties say."""
    kind = case.frame.type
    if kind == "CONSULT":
        return _consult_mode(case)
    if kind in {"REQUEST", "REJECT"} and case.frame.mode is None:
        return _wanted(case)
    if kind == "THREATEN":
        return _threat_mode(case)
    if kind == "ASSAULT" and case.frame.mode is None:
        return _weapon(case)
    return case.frame.mode


def _words(case: Case) -> set[str]:
    return {t.lemma_.lower() for t in case.token.subtree}


def _consult_mode(case: Case) -> str | None:
    words = _words(case)
    if case.frame.mode == "phone" or (words & {"phone", "telephone", "videoconference"}):
        return "phone"
    countries = {p.country for p in case.parties if p.country}
    if len(countries) > 2 or any(set(p.sectors) & INTERNATIONAL for p in case.actors):
        return "multilateral"
    return case.frame.mode


def _wanted(case: Case) -> str | None:
    words = _words(case)
    for mode, cues in (("meet", MEETING), ("assist", ASSISTING), ("yield", YIELDING)):
        if words & cues:
            return mode
    return "change" if case.frame.type == "REQUEST" else None


def _threat_mode(case: Case) -> str | None:
    words = _words(case)
    for mode, cues in (
        (
            "violence",
            {
                "attack",
                "strike",
                "war",
                "force",
                "military",
                "destroy",
                "retaliate",
                "kill",
                "missile",
                "invade",
            },
        ),
        ("expel", {"expel", "expulsion", "deport"}),
        ("relations", {"tie", "relation", "withdraw", "recall", "sever"}),
        ("restrict", {"sanction", "ban", "tariff", "close", "block", "cut", "embargo"}),
        ("arrest", {"arrest", "jail", "prosecute"}),
        ("territory", {"seize", "occupy", "annex", "island", "territory"}),
    ):
        if words & cues:
            return mode
    return None


def _weapon(case: Case) -> str | None:
    words = _words(case)
    for mode, cues in (
        ("drone", {"drone", "uav"}),
        ("aerial", {"airstrike", "air", "jet", "warplane", "aircraft", "bomber"}),
        ("heavy-weapons", {"missile", "rocket", "artillery", "shell", "mortar", "tank"}),
        ("suicide-attack", {"suicide"}),
        ("explosives", {"bomb", "explosive", "mine", "blast"}),
        ("firearms", {"gun", "gunfire", "rifle", "shoot", "gunman"}),
    ):
        if words & cues:
            return mode
    return None


@lru_cache(maxsize=1)
def _contexts() -> tuple[tuple[str, frozenset[str]], ...]:
    raw = tomllib.loads(files("dragoman.ontology").joinpath("contexts.toml").read_text("utf-8"))
    return tuple((name, frozenset(words)) for name, words in sorted(raw.items()))


def contexts_of(case: Case, first: int, last: int) -> tuple[str, ...]:
    """PLOVER contexts that the words of the clause (tokens `first` to `last`) point at."""
    words = {t.lemma_.lower() for t in case.token.doc[first:last]}
    found = [name for name, cues in _contexts() if words & cues]
    return tuple(found)


def sizes_of(text: str) -> tuple[Size, ...]:
    """How many dead, injured or in the crowd, where the clause counts them."""
    found = []
    for what, pattern in (("crowd", _CROWD), ("dead", _DEAD), ("injured", _HURT)):
        match = pattern.search(text)
        if match:
            digits = next(g for g in match.groups() if g)
            found.append(Size(what, float(digits.replace(",", ""))))
    return tuple(found)


def topics_of(case: Case) -> tuple[str, ...]:
    """What was talked of: the noun phrases after "discuss", "on", "about", "issues including"."""
    if case.frame.type not in {"CONSULT", "AGREE", "SUPPORT", "REQUEST"}:
        return ()
    heads: list[Token] = []
    tokens = [
        case.token,
        *(t for t in case.token.children if t.dep_ in {"dobj", "conj", "advcl", "xcomp", "prep"}),
    ]
    for token in tokens:
        heads.extend(_topic_heads(token))
    names = []
    for head in heads:
        name = _phrase(head)
        if name and name not in names and len(name) <= 120:
            names.append(name)
    return tuple(names[:12])


_BRANCHES = frozenset({"conj", "relcl", "appos", "cc"})  # what another phrase begins with


def _topic_heads(token: Token) -> list[Token]:
    heads = governed(token, *TOPIC_PREPOSITIONS)
    if token.lemma_ in {"discuss", "cover", "review", "address", "raise"}:
        heads.extend(o for o in objects(token))
    for child in token.children:
        if child.dep_ == "dobj" and child.lemma_ in {
            "view",
            "note",
            "opinion",
            "talk",
            "discussion",
            "issue",
        }:
            heads.extend(governed(child, *TOPIC_PREPOSITIONS))
    wider: list[Token] = []
    for head in heads:
        if head.lemma_ in {"issue", "matter", "topic", "question", "range", "area"}:
            inner = governed(head, "including", "like", "as", "of")
            wider.extend(inner)
        wider.extend(t for t in with_conjuncts(head) if t not in wider)
    return [
        h
        for h in wider
        if h.pos_ in {"NOUN", "PROPN", "VERB"} and h.ent_type_ not in {"DATE", "TIME"}
    ]


def _phrase(head: Token) -> str:
    keep, waiting = [], [head]  # one walk down: a long list in one sentence stays quick
    while waiting:
        token = waiting.pop()
        keep.append(token)
        waiting.extend(c for c in token.children if c.i < head.i or c.dep_ not in _BRANCHES)
    keep.sort(key=lambda t: t.i)
    words = [t for t in keep if t.dep_ != "cc"]
    while words and (words[0].dep_ == "det" or words[0].is_punct):
        words = words[1:]
    while words and words[-1].is_punct:
        words = words[:-1]
    if not words:
        return ""
    doc = head.doc
    first, last = words[0], words[-1]
    return str(doc.text[first.idx : last.idx + len(last.text)])
