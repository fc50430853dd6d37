"""Votes: how whom voted in which body, on what, and by what tally."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.knowledge.bodies import match_bodies
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import Choice, VoteClaim
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.sides import clean

STEP = "votes"
_BACKING = frozenset("back support endorse approve sponsor cosponsor co-sponsor favour favor".split())
_OPPOSING = frozenset("oppose reject veto block".split())
_MISSING = frozenset("boycott skip miss".split())
_TEXTS = frozenset("resolution motion draft text measure amendment bill proposal vote ballot no-confidence".split())
_BODY_WORDS = re.compile(
    r"Assembly|Council|Parliament|Congress|Senate|House|Board|Committee|Commission|Duma|Knesset|"
    r"Bundestag|Conference|Agency|Court|Chamber|Union|Nations|Khural|Majlis|Diet|Sejm|Rada|Verkhovna|Congress"
)
_ACTS = frozenset("vote adopt pass approve reject hold".split())
_ON = re.compile(
    r"\b(?:resolution|motion|text|draft|measure|proposal|bill|amendment)\s"
    r"(?:(?:on|about|over|regarding|concerning|for|that|which|to)\s|(?=\w+ing\s))(?P<what>[^,;.]+)"
)
_TO = re.compile(r"\bvot(?:e|es|ed|ing)\s(?:on\s|to\s|for\s|against\s|in favou?r of\s)(?:whether to\s)?(?P<what>[^,;.]+)")
_BARE_ON = re.compile(r"\bon\s(?P<what>(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\w+\s\d|\d)[^,;.]+)")
_TALLY = (
    re.compile(r"(?P<yes>\d{1,3})(?:\svotes?)?(?:\sin favou?r|\sfor)?(?:,|\sand)?\s?(?:to|-|–|against)\s?(?P<no>\d{1,3})(?!\d)"),
    re.compile(r"(?P<yes>\d{1,3})\s(?:\w+\s){0,3}?(?:in favou?r|for)\b[^.;]{0,20}?(?P<no>\d{1,3})\s(?:\w+\s){0,2}?(?:against|oppos)"),
)
_ABSTAINED = re.compile(r"(?P<n>\d{1,3})\s(?:\w+\s){0,2}?(?:abstentions?|abstain(?:ed|ing)|abstained)")


_SUBJECT_END = re.compile(
    r"\s(?:(?:when|while|after|before|and again|and it|was|were|has been|had been|is|with \d+|by \d+)\s.*"
    r"|(?:in|on|at|last)\s(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year)\b.*|at\sthe\s.*)$"
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """A verb that casts a vote, the tokens that belong to it, and how it casts."""

    sentence: int
    verb: int
    first: int
    last: int
    choice: Choice | None
    repeats: bool


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
        casts = _casts(analysis, index, parsed.doc)
        if not casts and (acted := _acting_body(parsed.doc, 0, len(parsed.doc))):
            setting = replace(setting, body=acted, subject=_subject(parsed.doc, 0, len(parsed.doc)), sentence=index)
        for cast in casts:
            setting, made = _claim(analysis, parsed.doc, cast, setting)
            claims.extend(made)
    return tuple(claims)


def _casts(analysis: Analysis, index: int, doc: Doc) -> list[_Cast]:
    found: list[tuple[int, int, Choice | None, bool]] = []
    for token in doc:
        choice = _choice(doc, token)
        if choice is not None and _votes_itself(analysis, index, token):
            found.append((token.i, _start(doc, token), choice, False))
        elif found and _repeats(doc, token):
            found.append((token.i, _start(doc, token), None, True))
    casts = []
    for n, (verb, start, choice, repeats) in enumerate(found):
        first = 0 if n == 0 else start
        last = found[n + 1][1] if n + 1 < len(found) else len(doc)
        casts.append(_Cast(index, verb, first, max(last, verb + 1), choice, repeats))
    return casts


def _choice(doc: Doc, token: Token) -> Choice | None:
    """The choice a verb casts, None for words that cast none."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX"} and lemma not in {"abstain", "veto"}:
        return None
    negated = any(c.dep_ == "neg" for c in token.children)
    if lemma == "abstain":
        return "abstain"
    if lemma == "veto":
        return "no"
    after = doc[token.i + 1 : token.i + 5].text.lower()
    if lemma == "vote":
        if negated:
            return "absent"
        if re.match(r"(?:overwhelmingly |again |also )?against|no\b", after):
            return "no"
        if re.match(r"(?:overwhelmingly |again |also )?(?:for|in fav|yes|with|to)\b|(?:overwhelmingly |again |also )?in fav", after):
            return "yes"
        return None
    thing = next((c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if thing is None or thing.lemma_.lower() not in _TEXTS:
        return None
    if lemma in _BACKING:
        return "yes"
    if lemma in _OPPOSING:
        return "no"
    return "absent" if lemma in _MISSING and thing.lemma_.lower() in {"vote", "ballot"} else None


def _votes_itself(analysis: Analysis, index: int, verb: Token) -> bool:
    """A state or a named voter casts; a body that "voted to suspend" sets the scene only."""
    subjects = _subject_tokens(verb)
    if not subjects:
        return verb.lemma_.lower() in {"abstain", "veto"}
    for subject in subjects:
        entity = analysis.entity_at(index, subject.i)
        if entity is not None and entity.kind in {"state", "person", "group"}:
            return True
        if subject.pos_ == "PRON" and verb.lemma_.lower() != "vote":
            return True
        if entity is not None and entity.kind == "organization" and verb.lemma_.lower() in {"abstain", "veto"}:
            return True
    return False


def _repeats(doc: Doc, token: Token) -> bool:
    """"Did so again", "did the same", "and again in April"."""
    after = doc[token.i + 1 : token.i + 3].text.lower()
    if token.lemma_ == "do" and token.pos_ in {"VERB", "AUX"} and re.match(r"so\b|the same|likewise", after):
        return True
    before = doc[token.i - 1].lower_ if token.i else ""
    spoken = any(t.lemma_ == "do" and t.i >= token.i - 3 for t in doc[max(0, token.i - 3) : token.i])
    return token.lower_ == "again" and before in {"and", "then"} and not spoken and bool(re.match(r"in|on|last|this", after))


def _start(doc: Doc, token: Token) -> int:
    subjects = _subject_tokens(token)
    start = min([token.i, *(s.left_edge.i for s in subjects if s.i < token.i)])
    while start > 0 and (doc[start - 1].pos_ == "CCONJ" or doc[start - 1].text == ","):
        start -= 1
    return start


def _subject_tokens(verb: Token) -> list[Token]:
    """The subjects of a verb with those joined to them, through coordination."""
    for _ in range(4):
        own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if own:
            return [t for subject in own for t in (subject, *subject.conjuncts) if t.pos_ != "VERB"]
        if verb.dep_ not in {"conj", "xcomp"} or verb.head is verb:
            return []
        verb = verb.head
    return []


def _claim(analysis: Analysis, doc: Doc, cast: _Cast, before: _Setting) -> tuple[_Setting, list[VoteClaim]]:
    inferred: list[Inference] = []
    near = before if cast.sentence - before.sentence <= 1 else _Setting()
    choice = cast.choice or near.choice
    own = _subject(doc, cast.first, cast.last)
    date = _date(analysis, cast)
    if cast.sentence != before.sentence and (own or date):
        near = replace(near, body="", subject="", date=None)
    if cast.sentence != before.sentence or doc[cast.verb : cast.last].text.lower().find("again") >= 0:
        near = replace(near, date=None)
    body = _body(analysis, cast.sentence, doc, cast)
    if cast.sentence != before.sentence and body and body != near.body:
        near = replace(near, subject="")
    what = own or near.subject
    if not body and near.body:
        body = near.body
        inferred.append(Inference("body", f"the vote told just before was in the {body}"))
    voters = _voters(analysis, cast, doc)
    if not voters and near.voters:
        voters = near.voters
        inferred.append(Inference("voter", "the same as in the vote told just before"))
    if cast.repeats:
        inferred.append(Inference("choice", f"“{doc[cast.verb : cast.verb + 2].text}” repeats the vote before: {choice}"))
    date = date or near.date
    if date is not None and date.inferred:
        inferred.append(Inference("date", date.inferred))
    if choice is None or not voters or not (body or what):
        return before, []
    after = _Setting(body, what, date, voters, choice, cast.sentence)
    first, last = clean(doc, cast.first, cast.last)
    mention = analysis.mention(cast.sentence, first, last)
    made = [
        VoteClaim(
            content_id("vote", analysis.report.id, str(mention.start), voter.name, choice, str(cast.verb)),
            analysis.report.id,
            body,
            what,
            voter,
            choice,
            (mention,),
            date=date.start if date else None,
            tally=read_tally(doc.text),
            inferred=tuple(inferred),
            reasons=(Reason(STEP, f"“{doc[cast.verb].text}” with {voter.name} as the one who votes"),),
        )
        for voter in voters
    ]
    return after, made


def _voters(analysis: Analysis, cast: _Cast, doc: Doc) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for subject in _subject_tokens(doc[cast.verb]):
        entity = analysis.entity_at(cast.sentence, subject.i)
        if entity is None or entity.kind not in {"state", "person", "group", "organization"}:
            continue
        for party in analysis.parties(entity):
            found.setdefault(party.entity, party)
    return tuple(found.values())


def _date(analysis: Analysis, cast: _Cast) -> DateMention | None:
    dates = [d for d in analysis.dates if d.sentence == cast.sentence and d.start and d.kind in {"date", "period"}]
    inside = [d for d in dates if cast.first <= d.first < cast.last]
    return inside[0] if inside else None


def _body(analysis: Analysis, index: int, doc: Doc, cast: _Cast) -> str:
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
            subject_of_cast = any(start <= s.i < end for s in _subject_tokens(doc[cast.verb]))
            if not subject_of_cast:
                return name
    return ""


def _acting_body(doc: Doc, first: int, last: int) -> str:
    """The body that "voted on", "adopted", "passed" something between two tokens."""
    for start, end, senses in _matched(doc):
        if not (first <= start and end <= last):
            continue
        root = doc[start:end].root
        if root.dep_ in {"nsubj", "agent"} and root.head.lemma_.lower() in _ACTS and _BODY_WORDS.search(senses):
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
    return [(m.start, m.end, m.senses[0].name) for m in match_bodies([t.text for t in doc]) if len(m.senses) == 1]


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
