"""When: the date of an event, from its own clause or the clauses it hangs on.

`timing.date_for` finds the date that stands with a word. Here the search goes on: to the
verb a purpose or a reported act depends on ("wrote on Tuesday to protest"), to the visit
or meeting it was done at ("during a trip on Tuesday"), to the clause a "when" explains.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from dragoman.model.actor import Inference
from dragoman.model.claim import EventClaim
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.events.clauses import governing_verb
from dragoman.reading.events.needs import Case
from dragoman.reading.events.status import SAYING
from dragoman.reading.time.timing import date_for

AT = frozenset({"during", "at", "on", "in", "amid"})
EARLIER = frozenset(
    "earlier previously recently once already since last years months decades ago then".split()
)
TIMELESS_TYPES = frozenset({"ASSAULT", "COOPERATE", "AID"})
SUBORDINATE = frozenset({"when", "since", "after", "before", "until", "as", "while"})
OFF = {"after": -1, "following": -1, "before": 1}
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_CLIMB = 5
_LEAD = 3
_NEWS_DAYS = 4
_NEAR = 3


def when(analysis: Analysis, sentence: int, cue: Token, *, by_saying: bool) -> DateMention | None:
    """The date of what a cue tells of; `by_saying` for deeds done by announcing them."""
    found = date_for(analysis, sentence, cue.i)
    if _beside_in_time(cue) and (found is None or not _inside(analysis, found, cue)):
        verb = governing_verb(cue)
        told = date_for(analysis, sentence, verb.i) if verb is not None else found
        return _days_off(told, cue) if told is not None else None
    upper = _explained(cue)
    if upper is not None:
        found = date_for(analysis, sentence, upper.i) or found
    return (
        found
        or _at_which(analysis, sentence, cue)
        or _of_governor(analysis, sentence, cue, by_saying)
    )


def _beside_in_time(cue: Token) -> bool:
    """Whether a noun is what something else came after or before ("left after talks")."""
    return cue.dep_ == "pobj" and cue.head.lower_ in OFF


def _inside(analysis: Analysis, found: DateMention, cue: Token) -> bool:
    doc = analysis.sentences[found.sentence].doc
    return cue in doc[found.first].ancestors


def _days_off(found: DateMention, cue: Token) -> DateMention | None:
    """The date moved by "a day after", "two days before"; None where nothing says by how much."""
    for child in (cue.head.head, *cue.head.children):
        if child.lemma_ != "day" or child.i > cue.head.i or len(found.start) != 10:
            continue
        count = next((NUMBERS.get(c.lower_) for c in child.children if c.lower_ in NUMBERS), None)
        if count:
            moved = date.fromisoformat(found.start) + timedelta(days=OFF[cue.head.lower_] * count)
            why = f'"{child.text} {cue.head.text}" counted from {found.start}'
            day = moved.isoformat()
            return replace(found, start=day, end=day, inferred=why)
    return None


def _explained(cue: Token) -> Token | None:
    """The verb whose time a "when" clause shares: "did so in April when it voted to suspend"."""
    token = cue
    for _ in range(_CLIMB):
        if token.dep_ == "advcl" and any(
            c.lower_ in {"when", "as"} for c in token.children if c.dep_ in {"advmod", "mark"}
        ):
            return token.head
        if token.dep_ not in {"xcomp", "ccomp", "conj"}:
            return None
        token = token.head
    return None


def _at_which(analysis: Analysis, sentence: int, cue: Token) -> DateMention | None:
    if cue.pos_ not in {"VERB", "AUX"}:
        return None
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in AT:
            for noun in child.children:
                found = date_for(analysis, sentence, noun.i) if noun.dep_ == "pobj" else None
                if found is not None:
                    return found
    return None


def _of_governor(
    analysis: Analysis, sentence: int, cue: Token, by_saying: bool
) -> DateMention | None:
    token = cue
    for _ in range(_CLIMB):
        head = token.head
        if head == token:
            return None
        reported = token.dep_ in {"ccomp", "parataxis"} and head.lemma_ in SAYING
        if reported and not by_saying:
            return None
        purpose = token.dep_ == "advcl" and any(
            c.lower_ == "to" and c.dep_ == "aux" for c in token.children
        )
        if (
            reported
            or purpose
            or token.dep_ in {"xcomp", "conj"}
            or (token.dep_ == "dobj" and cue == token)
        ):
            found = date_for(analysis, sentence, head.i)
            if found is not None:
                return found
            token = head
            continue
        return None
    return None


def todays(analysis: Analysis, claim: EventClaim, cue: Token, sentence: int) -> Inference | None:
    """Whether a report's opening tells an undated deed as the news of its own day, and why.

    A headline's present does, and a plain past under a dateline that bears a date; a
    perfect does not ("has ended a visit": who knows when).
    """
    if analysis.anchor is None or sentence >= _LEAD or cue.pos_ not in {"VERB", "AUX"}:
        return None
    if claim.status != "occurred" or claim.start is not None:
        return None
    aux = {c.lower_ for c in cue.children if c.dep_ in {"aux", "auxpass"}}
    fresh = cue.tag_ in {"VBZ", "VBP"} and not aux and sentence == 0
    dated_line = analysis.dateline is not None and analysis.dateline.date is not None
    if fresh:
        return Inference(
            "start", f"the opening tells it as news of the report's day, {analysis.anchor[:10]}"
        )
    if dated_line and cue.tag_ == "VBD" and cue.dep_ in {"ROOT", "conj"}:
        return Inference(
            "start", f"the opening tells it under a dateline of {analysis.anchor[:10]}"
        )
    return None


def is_news(analysis: Analysis, day: str) -> bool:
    """Whether a full date lies within the few days that a report tells as its news."""
    if len(day) != 10:
        return False
    if analysis.anchor is None:
        return True
    gap = (date.fromisoformat(analysis.anchor[:10]) - date.fromisoformat(day)).days
    return 0 <= gap <= _NEWS_DAYS


def told_after(analysis: Analysis, case: Case) -> DateMention | None:
    """The day the story had reached: the last full date told before a deed, a few sentences up at most."""
    before = [
        d
        for d in analysis.dates
        if d.kind == "date"
        and case.sentence - _NEAR <= d.sentence <= case.sentence
        and (d.sentence, d.first) < (case.sentence, case.token.i)
        and is_news(analysis, d.start)
        and not _is_limit(analysis, d)
    ]
    return before[-1] if before else _only_day(analysis)


def _only_day(analysis: Analysis) -> DateMention | None:
    """The one day of news a whole report speaks of, where it speaks of one alone."""
    days = [d for d in analysis.dates if d.kind == "date" and is_news(analysis, d.start)]
    one = {d.start for d in days if not _is_limit(analysis, d)}
    return days[0] if len(one) == 1 and not _is_limit(analysis, days[0]) else None


def _is_limit(analysis: Analysis, found: DateMention) -> bool:
    doc = analysis.sentences[found.sentence].doc
    words = {doc[found.first].lower_, doc[found.first - 1].lower_ if found.first else ""}
    return bool(words & {"since", "until", "till", "by", "before", "after", "from"})


def is_background(case: Case) -> bool:
    """Whether a deed is told as earlier than the news: past perfect, "earlier", a clause beside it."""
    cue = case.token
    if case.frame.type in TIMELESS_TYPES or _beside_in_time(cue):
        return True
    if any(c.lower_ in {"had", "has", "have"} and c.dep_ == "aux" for c in cue.children):
        return True
    if any(c.lower_ in EARLIER and c.dep_ in {"advmod", "amod", "npadvmod"} for c in cue.children):
        return True
    token = cue
    for _ in range(_CLIMB):
        if token.dep_ == "relcl":
            return True
        marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
        if token.dep_ == "advcl" and marks & SUBORDINATE:
            return True
        if token.head == token:
            return False
        token = token.head
    return False
