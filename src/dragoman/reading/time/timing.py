"""Timing: which of a sentence's dates belongs to one verb or noun of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.time.tense import same_tense

_APART = frozenset(["since", "until", "till", "before", "after", "ago", "compared", "from"])
_HAPPENING = frozenset(
    [
        "hold",
        "sign",
        "plan",
        "schedule",
        "set",
        "conclude",
        "reach",
        "adopt",
        "conduct",
        "open",
        "launch",
        "agree",
        "ratify",
        "pass",
        "arrange",
        "organize",
        "begin",
        "start",
        "issue",
        "announce",
        "publish",
        "approve",
        "stage",
        "strike",
        "due",
        "carry",
        "make",
        "impose",
    ]
)
_SAYING = frozenset(
    [
        "say",
        "tell",
        "announce",
        "report",
        "state",
        "add",
        "declare",
        "note",
        "confirm",
        "claim",
        "write",
        "reveal",
        "disclose",
    ]
)
_DEPTH = 40


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event was: ISO dates, the date mention they are from, and what was inferred."""

    start: str
    end: str
    mention: DateMention
    inferred: str | None


def event_date(analysis: Analysis, sentence: int, token: int) -> EventDate | None:
    """When what the word at `token` tells of took place; None where its sentence does not say."""
    found = date_for(analysis, sentence, token)
    if found is None:
        return None
    return EventDate(found.start, found.end, found, found.inferred)


def date_for(analysis: Analysis, sentence: int, token: int) -> DateMention | None:
    """The date that belongs to the verb or noun at a token.

    In this order: one that hangs on the word itself, one that hangs on the verb it is an
    argument of or is joined to, the sentence's opening date ("On Monday, …"), and the
    sentence's only date, unless that lies in a clause of its own or under another event.
    """
    doc = analysis.sentences[sentence].doc
    dates = [
        d
        for d in analysis.dates
        if d.sentence == sentence and d.start and d.kind in ("date", "period")
    ]
    usable = [d for d in dates if not _is_apart(doc, d)]
    if not usable:
        return None
    for host in _hosts(doc[token]):
        own = [d for d in usable if _site(doc, d).i == host.i]
        if own:
            return _best(own, token)
    opening = [d for d in usable if _opens(doc, d) and _reaches(doc, d, doc[token])]
    if opening:
        return _best(opening, token)
    return None


def _best(dates: list[DateMention], token: int) -> DateMention:
    """The finest of several ("on Tuesday", "this year"), then the nearest."""
    return min(dates, key=lambda d: (-len(d.start), abs(d.first - token)))


def _is_apart(doc: Doc, found: DateMention) -> bool:
    """ "since 2016", "until May": a limit of the event, not its date."""
    first = doc[found.first]
    lead = doc[found.first - 1] if found.first else None
    words = {first.lower_} | ({lead.lower_} if lead is not None else set())
    return bool(words & (_APART - {"from"})) or (first.lower_ == "from" and found.kind == "date")


def _root(doc: Doc, found: DateMention) -> Token:
    return doc[found.first : found.last].root


def _site(doc: Doc, found: DateMention) -> Token:
    """The verb or noun a date hangs on, through its preposition."""
    current = _root(doc, found)
    for _ in range(_DEPTH):
        head = current.head
        if head.i == current.i:
            return current
        if (
            found.first <= head.i < found.last
            or head.dep_ in ("prep", "mark")
            or head.pos_ == "ADP"
        ):
            current = head
            continue
        if head.pos_ in ("ADV", "NUM", "DET", "PART") and head.dep_ in (
            "advmod",
            "npadvmod",
            "pobj",
        ):
            current = head
            continue
        return head
    return current


def _hosts(token: Token) -> list[Token]:
    """Where a date of this event may hang: on the word, on its light verb, on its joined verbs."""
    hosts = [token]
    current = token
    for _ in range(_DEPTH):
        head = current.head
        if head.i == current.i:
            break
        if current.pos_ in ("NOUN", "PROPN") and not _carries(current):
            break
        if current.pos_ in ("VERB", "AUX") and not _shares(current):
            break
        hosts.append(head)
        current = head
    hosts[1:1] = [c for c in token.children if _extends(token, c)]
    return hosts


def _extends(token: Token, child: Token) -> bool:
    """ "met … for talks on Tuesday", "talks held on Tuesday": it may hang on what the word carries."""
    if token.pos_ not in ("VERB", "AUX"):
        return child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in _HAPPENING
    return child.dep_ in ("dobj", "attr", "nsubjpass", "oprd", "xcomp")


def _comes_after(verb: Token) -> bool:
    """ "met on Monday and then flew": the second verb has a time of its own."""
    return any(c.lower_ in ("then", "later", "afterwards", "before") for c in verb.children)


def _carries(noun: Token) -> bool:
    """Whether a noun's event happens when its governor does ("held talks on Tuesday")."""
    return noun.dep_ in (
        "dobj",
        "nsubj",
        "nsubjpass",
        "attr",
        "pobj",
        "conj",
        "compound",
        "appos",
        "oprd",
    ) and not (noun.dep_ == "nsubj" and noun.head.lemma_ in _SAYING)


def _shares(verb: Token) -> bool:
    """Whether a verb happens when the verb above it does: joined, or its complement."""
    if verb.dep_ == "conj" and (_comes_after(verb) or not same_tense(verb, verb.head)):
        return False
    if verb.dep_ in ("conj", "xcomp"):
        return verb.head.lemma_ not in _SAYING
    return verb.dep_ in ("prep", "aux")


def _opens(doc: Doc, found: DateMention) -> bool:
    """Whether a date stands before the sentence's first verb, set off from it."""
    return all(
        t.pos_ in ("ADP", "DET", "ADV", "PUNCT", "SCONJ", "CCONJ") for t in doc[: found.first]
    )


def _reaches(doc: Doc, found: DateMention, token: Token) -> bool:
    """Whether an opening date covers a word: not one inside a relative clause or a speech."""
    del doc, found
    current = token
    for _ in range(_DEPTH):
        if current.dep_ in ("relcl", "acl", "ccomp"):
            return False
        if current.head.i == current.i:
            return True
        current = current.head
    return False
