"""Votes: how whom voted in which body, on what, and by what tally."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.knowledge.bodies import match_bodies
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import Choice, VoteClaim
from dragoman.model.report import content_id
from dragoman.reading.affairs.ballots import Cast, find_casts, voting_subjects
from dragoman.reading.affairs.sides import clean
from dragoman.reading.analysis import Analysis, DateMention

STEP = "votes"


_BODY_WORDS = re.compile(
    r"Assembly|Council|Parliament|Congress|Senate|House|Board|Committee|Commission|Duma|Knesset|"
    r"Bundestag|Conference|Agency|Court|Chamber|Union|Nations|Khural|Majlis|Diet|Sejm|Rada|Verkhovna|Congress"
)


_ACTS = frozenset("vote adopt pass approve reject hold".split())


_ON = re.compile(
    r"\b(?:resolution|motion|text|draft|measure|proposal|bill|amendment)\s"
    r"(?:(?:on|about|over|regarding|concerning|for|that|which|to)\s|(?=\w+ing\s))(?P<what>[^,;.]+)"
)


_TO = re.compile(
    r"\bvot(?:e|es|ed|ing)\s(?:on\s|to\s|for\s|against\s|in favou?r of\s)(?:whether to\s)?(?P<what>[^,;.]+)"
)


_BARE_ON = re.compile(
    r"\bon\s(?P<what>(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\w+\s\d|\d)[^,;.]+)"
)


_TALLY = (
    re.compile(
        r"(?P<yes>\d{1,3})(?:\svotes?)?(?:\sin favou?r|\sfor)?(?:,|\sand)?\s?(?:to|-|–|against)\s?(?P<no>\d{1,3})(?!\d)"
    ),
    re.compile(
        r"(?P<yes>\d{1,3})\s(?:\w+\s){0,3}?(?:in favou?r|for)\b[^.;]{0,20}?(?P<no>\d{1,3})\s(?:\w+\s){0,2}?(?:against|oppos)"
    ),
)


_ABSTAINED = re.compile(
    r"(?P<n>\d{1,3})\s(?:[A-Za-z]+\s){0,2}?(?:abstentions?|abstain(?:ed|ing)|abstained)"
)


_SUBJECT_END = re.compile(
    r"\s(?:(?:when|while|after|before|and again|and it|was|were|has been|had been|is|with \d+|by \d+)\s.*"
    r"|(?:in|on|at|last)\s(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year)\b.*|at\sthe\s.*)$"
)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the votes before left standing: body, subject, date, who and how."""

    body: str = ""
    subject: str = ""
    date: DateMention | None = None
    voters: tuple[Party, ...] = ()
    choice: Choice | None = None
    sentence: int = -9


def read_votes(analysis: Analysis) -> tuple[VoteClaim, ...]:
    """Every vote a report says someone cast, in text order; one claim a voter."""
    claims: list[VoteClaim] = []
    setting = _Setting()
    for index, parsed in enumerate(analysis.sentences):
        casts = find_casts(analysis, index, parsed.doc)
        if not casts and (acted := _acting_body(parsed.doc, 0, len(parsed.doc))):
            setting = replace(
                setting,
                body=acted,
                subject=_subject(parsed.doc, 0, len(parsed.doc)),
                sentence=index,
            )
        for cast in casts:
            setting, made = _claim(analysis, parsed.doc, cast, setting)
            claims.extend(made)
    return tuple(claims)


def _claim(
    analysis: Analysis, doc: Doc, cast: Cast, before: _Setting
) -> tuple[_Setting, list[VoteClaim]]:
    """The votes one verb casts, and what then stands for the next."""
    body = _body(analysis, cast.sentence, doc, cast)
    own = _without_body(doc, _subject(doc, cast.first, cast.last), body)
    date = _date(analysis, cast)
    near = _carried(doc, cast, before, body, told=bool(own or date))
    voters = _voters(analysis, cast, doc)
    now = _Setting(
        body or near.body,
        own or near.subject,
        date or near.date,
        voters or near.voters,
        cast.choice or near.choice,
        cast.sentence,
    )
    if now.choice is None or not now.voters or not (now.body or now.subject):
        return before, []
    inferred = tuple(_inferred(doc, cast, now, body=body, voters=voters))
    return now, [_vote(analysis, doc, cast, now, voter, inferred) for voter in now.voters]


def _carried(doc: Doc, cast: Cast, before: _Setting, body: str, *, told: bool) -> _Setting:
    """What the vote told before lends to this one: all within a sentence, little across two."""
    near = before if cast.sentence - before.sentence <= 1 else _Setting()
    if "again" in doc[cast.verb : cast.last].text.lower():
        near = replace(near, date=None)
    if cast.sentence == before.sentence:
        return near
    near = replace(near, date=None)
    if told:
        near = replace(near, body="", subject="")
    return replace(near, subject="") if body and body != near.body else near


def _inferred(
    doc: Doc, cast: Cast, now: _Setting, *, body: str, voters: tuple[Party, ...]
) -> Iterator[Inference]:
    if not body and now.body:
        yield Inference("body", f"the vote told just before was in the {now.body}")
    if not voters:
        yield Inference("voter", "the same as in the vote told just before")
    if cast.repeats:
        words = doc[cast.verb : cast.verb + 2].text
        yield Inference("choice", f"“{words}” repeats the vote before: {now.choice}")
    if now.date is not None and now.date.inferred:
        yield Inference("date", now.date.inferred)


def _vote(
    analysis: Analysis,
    doc: Doc,
    cast: Cast,
    now: _Setting,
    voter: Party,
    inferred: tuple[Inference, ...],
) -> VoteClaim:
    mention = analysis.mention(cast.sentence, *clean(doc, cast.first, cast.last))
    report = analysis.report.id
    choice: Choice = now.choice or "abstain"
    return VoteClaim(
        content_id("vote", report, str(mention.start), voter.name, choice, str(cast.verb)),
        report,
        now.body,
        now.subject,
        voter,
        choice,
        (mention,),
        date=now.date.start if now.date else None,
        tally=read_tally(doc.text),
        inferred=inferred,
        reasons=(Reason(STEP, f"“{doc[cast.verb].text}” with {voter.name} as the one who votes"),),
    )


def _voters(analysis: Analysis, cast: Cast, doc: Doc) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for subject in voting_subjects(doc[cast.verb]):
        entity = analysis.entity_at(cast.sentence, subject.i)
        if entity is None or entity.kind not in {"state", "person", "group", "organization"}:
            continue
        for party in analysis.parties(entity):
            found.setdefault(party.entity, party)
    return tuple(found.values())


def _date(analysis: Analysis, cast: Cast) -> DateMention | None:
    dates = [
        d
        for d in analysis.dates
        if d.sentence == cast.sentence and d.start and d.kind in {"date", "period"}
    ]
    inside = [d for d in dates if cast.first <= d.first < cast.last]
    return inside[0] if inside else None


def _body(analysis: Analysis, index: int, doc: Doc, cast: Cast) -> str:
    """Where the vote is cast: the body that acts, else the one the verb is "in", else one named outside the subject."""
    acting = _acting_body(doc, cast.first, cast.last)
    if acting:
        return acting
    about = _subject_span(doc, cast.first, cast.last)
    for start, end, name in _bodies(analysis, index, doc):
        inside = cast.first <= start and end <= cast.last
        before = doc[start - 1].lower_ if start else ""
        before = doc[start - 2].lower_ if before == "the" and start > 1 else before
        if inside and (before in {"in", "at"} or not about[0] <= doc[start].idx < about[1]):
            subject_of_cast = any(start <= s.i < end for s in voting_subjects(doc[cast.verb]))
            if not subject_of_cast:
                return name
    return ""


def _acting_body(doc: Doc, first: int, last: int) -> str:
    """The body that "voted on", "adopted", "passed" something between two tokens."""
    for start, end, senses in _matched(doc):
        if not (first <= start and end <= last):
            continue
        root = doc[start:end].root
        if (
            root.dep_ in {"nsubj", "agent"}
            and root.head.lemma_.lower() in _ACTS
            and _BODY_WORDS.search(senses)
        ):
            return senses
    return ""


def _bodies(analysis: Analysis, index: int, doc: Doc) -> Iterator[tuple[int, int, str]]:
    yield from (found for found in _matched(doc) if _BODY_WORDS.search(found[2]))
    for name in analysis.names:
        if name.sentence != index:
            continue
        entity = analysis.entity(name.entity)
        if entity.kind == "organization" and _BODY_WORDS.search(entity.name):
            yield name.start, name.end, entity.name


def _matched(doc: Doc) -> list[tuple[int, int, str]]:
    return [
        (m.start, m.end, m.senses[0].name)
        for m in match_bodies([t.text for t in doc])
        if len(m.senses) == 1
    ]


def _without_body(doc: Doc, what: str, body: str) -> str:
    """ "A resolution on famine in the General Assembly" is on famine."""
    for start, end, name in _matched(doc):
        words = doc[start:end].text
        if name == body and what.endswith(words):
            return re.sub(r"\s(?:in|at)(?:\sthe)?\s?$", "", what.removesuffix(words)).strip()
    return what


def _subject(doc: Doc, first: int, last: int) -> str:
    start, end = _subject_span(doc, first, last)
    return _SUBJECT_END.sub("", doc.text[start:end]).strip(" \"“”'")


def _subject_span(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """What is voted on, as characters of the sentence; (0, 0) where not said."""
    base = doc[first].idx
    end = doc[last - 1].idx + len(doc[last - 1])
    for pattern in (_ON, _TO, _BARE_ON):
        match = pattern.search(doc.text, base, end)
        if match:
            return match.span("what")
    return 0, 0


def read_tally(text: str) -> tuple[int, int, int] | None:
    """Votes for, against and abstentions of a sentence; None where no count is given.

    >>> read_tally("adopted by 141 votes to 5 with 35 abstentions")
    (141, 5, 35)
    """
    if not re.search(r"\bvot|\babst|\badopt|\bpass", text):
        return None
    for pattern in _TALLY:
        match = pattern.search(text)
        if match:
            abstained = _ABSTAINED.search(text)
            return int(match["yes"]), int(match["no"]), int(abstained["n"]) if abstained else 0
    return None
