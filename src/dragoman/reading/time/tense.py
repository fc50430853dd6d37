"""Tense: does the verb that governs a word look back, ahead, or neither?"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

AHEAD = frozenset(
    [
        "expect",
        "plan",
        "schedule",
        "set",
        "due",
        "hope",
        "intend",
        "likely",
        "aim",
        "slate",
        "prepare",
        "want",
        "seek",
        "propose",
        "promise",
        "vow",
        "pledge",
        "agree",
        "poise",
        "ready",
        "about",
        "arrange",
        "decide",
        "ask",
        "urge",
        "call",
        "order",
        "invite",
        "need",
        "have",
    ]
)
EXTENDING = frozenset(
    ["give", "extend", "delay", "suspend", "adjourn", "have", "postpone", "defer", "grant", "allow"]
)
SCHEDULING = frozenset(["schedule", "slate", "postpone", "reschedule", "plan"])
MODALS = frozenset(
    [
        "will",
        "shall",
        "'ll",
        "’ll",
        "wo",
        "sha",
        "would",
        "may",
        "might",
        "could",
        "should",
        "must",
        "can",
        "ca",
    ]
)
_VERBAL = frozenset({"VERB", "AUX"})


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token (or the token itself), None where the sentence has none."""
    current = token
    for _ in range(40):
        if current.pos_ in _VERBAL and current.dep_ not in ("aux", "auxpass", "amod"):
            return current
        if current.head == current or current.head.i == current.i:
            return None
        current = current.head
    return None


def tense_for(token: Token, lead: str) -> Tense | None:
    """The tense that says on which side of the report's day a date at a token lies.

    As `tense_at`, but "Friday's ruling" is of the past unless it is itself what will be,
    and "was given until Friday" looks ahead. `lead` is the word before the date.
    """
    if lead in ("until", "till", "through", "effective", "payable", "due"):
        verb = governing_verb(token)
        if lead[0] in "epd" or (verb is not None and verb.lemma_ in EXTENDING):
            return "future"
    if token.dep_ == "poss" or (token.dep_ == "case" and token.head.dep_ == "poss"):
        noun = token.head if token.dep_ == "poss" else token.head.head
        if noun.dep_ not in ("nsubj", "nsubjpass"):
            return None
    return tense_at(token)


def tense_at(token: Token) -> Tense | None:
    """The tense a token's governing verb speaks in; None where no verb settles it."""
    verb = governing_verb(token)
    for _ in range(6):
        if verb is None:
            return None
        found = tense_of(verb)
        if found is not None:
            return found
        verb = governing_verb(verb.head) if verb.head.i != verb.i else None
    return None


def same_tense(left: Token, right: Token) -> bool:
    """Whether two verbs speak in one tense, so that one date can serve both."""
    return left.tag_ == right.tag_ or tense_of(left) == tense_of(right)


def tense_of(verb: Token) -> Tense | None:
    """The tense of one verb with its auxiliaries; None for an infinitive or participle alone."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    perfect = "have" in words or (verb.tag_ in ("VBN", "VBD") and words & {"have", "having"})
    if words & {"could"} and any(c.dep_ == "neg" for c in verb.children):
        return "past"
    if words & MODALS:
        return "past" if perfect and not words & {"will", "shall", "'ll"} else "future"
    if verb.lemma_ == "go" and any(c.dep_ == "xcomp" for c in verb.children) and verb.tag_ == "VBG":
        return "future"
    if any(c.tag_ == "TO" for c in auxiliaries):
        return _infinitive(verb)
    if verb.lemma_ in SCHEDULING and verb.tag_ in ("VBD", "VBN") and "had" not in words:
        return "future"
    if verb.tag_ == "VBN" and verb.lemma_ in ("set", "expect") and "had" not in words:
        return "future" if words or verb.dep_ == "acl" else None
    finite = [*auxiliaries, verb]
    if any(t.tag_ == "VBD" for t in finite) or words & {"was", "were", "had", "did"}:
        return "past"
    if words & {"has", "have", "having"}:
        return "past"
    if any(t.tag_ in ("VBZ", "VBP") for t in finite):
        return _present(verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl"):
        return "future" if verb.lemma_ in ("set", "plan", "expect", "propose") else "past"
    return None


def _infinitive(verb: Token) -> Tense | None:
    """ "is to meet", "plans to meet" look ahead; "began to meet" is as its own verb is."""
    if verb.head.i == verb.i:
        return "future"
    above = verb.head
    if _was_to_be(above):
        return None
    if any(c.lower_ in ("first", "last", "only", "latest") for c in above.children):
        return None
    if above.lemma_.lower() in AHEAD or above.lower_ in AHEAD or above.lemma_ == "be":
        return "future"
    if above.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "future"
    return None


def _was_to_be(above: Token) -> bool:
    """ "had been due to expire", "had planned to go": what was ahead then, not now."""
    verbs = (above, above.head) if above.pos_ == "ADJ" else (above,)
    return any(c.lower_ == "had" for v in verbs for c in v.children if c.dep_ == "aux")


def _present(verb: Token) -> Tense:
    """ "is due", "is scheduled" look ahead; the bare present is present."""
    if verb.lower_ in AHEAD or verb.lemma_ in ("schedule", "slate", "expect", "plan"):
        return "future"
    if any(c.lower_ in ("due", "set", "likely", "poised", "ready") for c in verb.children):
        return "future"
    return "present"
