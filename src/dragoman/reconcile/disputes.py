"""Disputes: a claim by one party and its denial by another, told as claims and not as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge.states import state_name
from dragoman.model.actor import Entity, Reason
from dragoman.model.finding import Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.likeness import Gist, gist, shared_content

_CHARGE = (
    r"(?:(?:allegation|accusation|claim|charge|assertion|suggestion|insinuation|imputation|rumou?r)s?|"
    r"(?:attempts?|efforts?|bids?) (?:to|at) (?:portray|depict|paint|present|cast|frame|link|blame|smear|"
    r"tarnish|vilify|implicate|discredit)(?:ing)?)"
)
_DENY = re.compile(
    rf"\b(?:reject|dismiss|den(?:y|ie)|refut|rebuff|rubbish)\w*\b.{{0,60}}?\b{_CHARGE}\b"
    rf"|\b{_CHARGE}\b.{{0,40}}?\b(?:preposterous|absurd|baseless|unfounded|groundless|ridiculous|false|"
    r"fabricated|motivated|politically motivated|untrue)\b"
    # to deny somebody a visa answers nothing
    r"|\bden(?:y|ies|ied)\b(?!\s+(?:\w+\s+){0,3}?(?:visas?|entry|access|permission|permits?|"
    r"(?:over)?flight|landing|asylum|bail|requests?|aid|credentials)\b)",
    re.IGNORECASE,
)
_ACCUSE = re.compile(
    r"\b(?:accus(?:e|es|ing)|accused(?! (?:person|man|men|woman|of\b))|alleg(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|"
    r"(?:credible |clear )?evidence (?:of|that)|(?:was|were|is|are) behind|"
    r"contrary to|in (?:breach|violation) of|violat(?:e|es|ed|ing)|breach(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r";|, (?:but|while|and)\b|\b(?:when|after|as|because)\b")
_ALIKE = 3  # words of substance a charge by nobody in particular shares with what it is answered by
_NOT = re.compile(r"\b(?:not|never|nor|neither|without)\b|n[’']t\b")
_REACH = 160  # characters of the sentence kept on either side of the cue


@dataclass(frozen=True, slots=True)
class _Voice:
    """A sentence in which a party charges or denies."""

    country: str | None
    named: frozenset[str]
    words: Gist
    mention: Mention


def find_disputes(case: Case) -> list[Finding]:
    """Claim and denial between two parties of a story, one finding for each matter in dispute."""
    found: list[Finding] = []
    for story in case.stories:
        charges = list(_voices(case, story, _ACCUSE))
        denials = [v for v in _voices(case, story, _DENY) if v.country]
        found += _pair(case, charges, denials)
    return found


def _voices(case: Case, story: Story, cue: re.Pattern[str]) -> Iterator[_Voice]:
    for report in story.reports:
        reading = case.readings.get(report)
        if reading is None:
            continue
        places = sorted(
            ((m, e) for e in reading.entities if e.kind != "group" for m in e.mentions),
            key=lambda pair: (pair[0], pair[1].id),
        )
        for sentence in reading.sentences:
            text = case.text(report, sentence.start, sentence.end)
            match = cue.search(text)
            if (
                match is None
                or _NOT.search(text, max(0, match.start() - 14), match.start())
                or (cue is _ACCUSE and _DENY.search(text))
            ):
                continue
            here = [(m, e) for m, e in places if sentence.start <= m.start < sentence.end]
            at = sentence.start + match.start()
            start = max(sentence.start, at - _REACH)
            end = min(sentence.end, sentence.start + match.end() + _REACH)
            clause = case.quote(
                report, *_trim(case.reports[report].text, start, end, sentence.start, sentence.end)
            )
            yield _Voice(
                _speaker(here, at, case.reports[report].text),
                frozenset(e.country for _, e in here if e.country),
                gist([text], without=[e.name for _, e in here if e.kind == "state"]),
                clause,
            )


def _trim(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Move both ends to word boundaries."""
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return start, end


def _speaker(here: Sequence[tuple[Mention, Entity]], at: int, text: str) -> str | None:
    """The country of the one named first in the clause of the cue, or else in the sentence.

    Descriptions of nobody's country ("an official", "police") are passed over; a name of
    nobody's country is an answer: None.
    """
    before = [(m, e) for m, e in here if m.start < at]
    clause = [(m, e) for m, e in before if not _BREAK.search(text, m.end, at)]
    for voices in (clause, before):
        for place, entity in voices:
            if entity.country or place.quote[:1].isupper():
                return entity.country
    return None


def _pair(case: Case, charges: Sequence[_Voice], denials: Sequence[_Voice]) -> Iterator[Finding]:
    """Each matter denied with the charges it answers; denials that share a matter are one."""
    matters: list[tuple[list[_Voice], list[_Voice]]] = []
    for denial in sorted(denials, key=lambda v: v.mention):
        answered = [c for c in charges if _answers(denial, c)]
        sharp = [c for c in answered if shared_content(denial.words, c.words) >= 2]
        answered = sharp or answered
        if not answered:
            continue
        for voices, known in matters:
            if voices[0].country == denial.country and {id(c) for c in known} & {
                id(c) for c in answered
            }:
                voices.append(denial)
                known += [c for c in answered if c not in known]
                break
        else:
            matters.append(([denial], list(answered)))
    for denied, charged in matters:
        denier = state_name(denied[0].country or "")
        accusers = sorted({state_name(c.country) for c in charged if c.country})
        charge = f"charged by {' and '.join(accusers)}" if accusers else "the charge"
        yield finding(
            "conflict",
            f"a charge against {denier}, and its denial",
            [
                case.side(charge, [v.mention for v in charged]),
                case.side(f"denied by {denier}", [v.mention for v in denied]),
            ],
            note="a dispute between the parties, not a difference between the reports",
            subject="actor",
            confidence=0.55,
            reasons=(Reason("disputes", "one party charges, the other denies"),),
        )


def _answers(denial: _Voice, charge: _Voice) -> bool:
    """Whether a denial can be the answer to a charge: of the denier, by somebody else."""
    if charge.mention == denial.mention or charge.country == denial.country:
        return False
    if charge.country is None:
        abroad = bool(charge.named - {denial.country})
        return abroad and shared_content(denial.words, charge.words) >= _ALIKE
    return denial.country in charge.named or shared_content(denial.words, charge.words) >= 2
