"""Conflicts of coverage: one report says others left a subject out, another tells of that subject."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.actor import Reason
from dragoman.model.claim import CoverageClaim, Reading
from dragoman.model.finding import Finding
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.likeness import Gist, gist, likeness, shared_content

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
    story = case.story_of.get(claim.report)
    told: list[Mention] = []
    for report in sorted(case.readings):
        if report != claim.report and story and case.story_of.get(report) == story:
            told += _speaks_of(case.readings[report], subject)
    if not told:
        return None
    return finding(
        "conflict",
        f"whether {claim.subject} was spoken of",
        [case.side("spoken of", told), case.side("left out by others", claim.mentions)],
        claims=[claim.id],
        note="in tension: both hold only if those media left it out",
        subject="coverage",
        confidence=0.6,
        reasons=(Reason("coverage", "one says it was left out, another tells of it"),),
    )


def _speaks_of(reading: Reading, subject: Gist) -> Iterator[Mention]:
    """The talks and statements of a report that concern the subject."""
    for event in reading.events:
        quotes = [m.quote for m in event.mentions]
        talked = event.type in ("CONSULT", "ACCUSE", "REQUEST", "REJECT")
        if talked and _concerns(gist([*event.topics, *quotes]), subject):
            yield from event.mentions
    for statement in reading.statements:
        quotes = [m.quote for m in statement.mentions]
        if _concerns(gist([statement.content, *quotes]), subject):
            yield from statement.mentions


def _concerns(said: Gist, subject: Gist) -> bool:
    return likeness(said, subject) >= t.COVERAGE_WORDS and shared_content(said, subject) >= 1
