"""Previews left in: a sentence that still expects the talks which the same report tells as held.

Reports grow out of the announcement written the day before, and a sentence of it often stays:
"the ministers are expected to discuss" under a headline that says they met. Its subject is a
description of those who met; a name, a date or "again" in it would mean other talks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.knowledge.wording import words
from dragoman.model.actor import Reason
from dragoman.model.claim import EventClaim
from dragoman.model.finding import Event, Finding
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.wordings import name_event

_EXPECTED = re.compile(
    r"^\s*(?:The|Both|They)\b[^,.;]{0,60}?\b(?:are|were|is)\s+(?:\w+\s+)?"
    r"(?:likely|expected|due|set|scheduled|slated|about)\s+to\s+"
    r"(?:discuss|hold talks|hold a meeting|meet|talk|review|exchange views|focus on)\b"
)
_THOSE = re.compile(
    r"\b(?:both|they|two|sides|parties|ministers|diplomats|leaders|counterparts|delegations|"
    r"officials|presidents|envoys|pair)\b",
    re.IGNORECASE,
)
_OTHER_TALKS = re.compile(
    r"\b(?:again|next|further|later|tomorrow|soon|another|follow-up|coming|future|\d{1,4})\b",
    re.IGNORECASE,
)


def preview_left_in(case: Case, report: str) -> Iterator[Finding]:
    """A status conflict within one report, where a sentence expects talks that were held."""
    held = _held(case, report)
    if held is None:
        return
    for sentence in case.sentences(report):
        text = case.text(report, sentence.start, sentence.end)
        match = _EXPECTED.match(text)
        if match is None or not _THOSE.search(match.group()) or _OTHER_TALKS.search(text):
            continue
        if any(w.kind == "name" for w in words(text)) or _claimed(
            case, report, sentence.start, sentence.end
        ):
            continue
        place = case.quote(report, sentence.start, sentence.end)
        yield finding(
            "conflict",
            name_event(held, case.actors),
            [case.side("occurred", held.mentions), case.side("still to come", [place])],
            claims=held.claims,
            note="within one report: a sentence of the preview was left in",
            subject="status",
            confidence=0.55,
            reasons=(Reason("previews", "talks told as held are expected in another sentence"),),
        )


def _held(case: Case, report: str) -> Event | None:
    """The meeting a report tells first as held, between two named sides."""
    best: tuple[int, str] | None = None
    found = None
    for event in case.events:
        people = [p for p in event.recipients or event.actors if _person(case, p.entity)]
        starts = [m.start for m in event.mentions if m.report == report]
        if event.type != "CONSULT" or event.status != "occurred" or not people or not starts:
            continue
        if best is None or (min(starts), event.id) < best:
            best, found = (min(starts), event.id), event
    return found


def _person(case: Case, actor: str) -> bool:
    known = case.actors.get(actor)
    return known is not None and known.kind == "person"


def _claimed(case: Case, report: str, start: int, end: int) -> bool:
    """Whether the reading made an event of the sentence, so that the event itself is judged."""
    claims: tuple[EventClaim, ...] = case.readings[report].events
    return any(m.start < end and start < m.end for c in claims for m in c.mentions)
