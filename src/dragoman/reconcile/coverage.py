"""Conflicts of coverage: one report says others left a subject out, another tells of that subject."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.wording import concept, words
from dragoman.model.actor import Reason
from dragoman.model.claim import CoverageClaim, Reading
from dragoman.model.finding import Finding
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.likeness import NAME_WEIGHT, Gist, gist, likeness, shared_content

_TOLD = ("CONSULT", "ACCUSE", "REQUEST", "REJECT")
_SPEAKS = frozenset(
    concept(w)
    for w in [
        "discuss",
        "remark",
        "say",
        "state",
        "focus",
        "raise",
        "brief",
        "talk",
        "touch",
        "address",
    ]
)
_TALK_WORDS = (
    "discuss",
    "discussions",
    "talks",
    "specify",
    "mention",
    "media",
    "report",
    "details",
)


def find_coverage_conflicts(case: Case) -> list[Finding]:
    """Silence claimed by one report and broken by another, in each story."""
    found = []
    for report in sorted(case.readings):
        for claim in case.readings[report].coverage:
            one = None if claim.told else _conflict(case, claim)
            if one is not None:
                found.append(one)
    return found


def _conflict(case: Case, claim: CoverageClaim) -> Finding | None:
    subject = gist([claim.subject], without=_TALK_WORDS)
    if subject.mass < t.SUBJECT and NAME_WEIGHT not in subject.weights.values():
        return None  # "the story" or "details" could be anything
    story = case.story_of.get(claim.report)
    told: list[Mention] = []
    for report in sorted(case.readings):
        if report != claim.report and story and case.story_of.get(report) == story:
            told += _speaks_of(case, case.readings[report], subject)
    if not told:
        return None
    return finding(
        "conflict",
        f"told by some, left out by others: {claim.subject}",
        [case.side("spoken of", told), case.side("left out by others", claim.mentions)],
        claims=[claim.id],
        note="in tension: both hold only if those media left it out",
        subject="coverage",
        confidence=0.6,
        reasons=(Reason("coverage", "one says it was left out, another tells of it"),),
    )


def _speaks_of(case: Case, reading: Reading, subject: Gist) -> Iterator[Mention]:
    """The talks and statements of a report that concern the subject."""
    told = [m for e in reading.events if e.type in _TOLD for m in e.mentions]
    told += [m for s in reading.statements for m in s.mentions]
    for sentence in reading.sentences:
        text = case.text(reading.report, sentence.start, sentence.end)
        if sentence.role != "body" or not _concerns(gist([text]), subject):
            continue
        here = any(m.start < sentence.end and sentence.start < m.end for m in told)
        if here or {w.concept for w in words(text)} & _SPEAKS:
            yield case.quote(reading.report, sentence.start, sentence.end)


def _concerns(said: Gist, subject: Gist) -> bool:
    """Whether words speak of a subject: all its names if it has any, else most of its words."""
    names = {c for c, weight in subject.weights.items() if weight == NAME_WEIGHT}
    if names:
        return names <= said.weights.keys()
    return likeness(said, subject) >= t.COVERAGE_WORDS and shared_content(said, subject) >= 1
