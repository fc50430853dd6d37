"""Omissions: which outlets of a story say nothing of one of its main points."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Reason
from dragoman.model.finding import Event, Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.agreements import in_the_background
from dragoman.reconcile.case import Case, by_story, finding
from dragoman.reconcile.wordings import name_event

_OPENING = 160  # characters of a report's opening that are quoted


def find_omissions(case: Case) -> list[Finding]:
    """Main points of each shared story that some of its outlets leave out."""
    stories = {s.id: s for s in case.shared_stories()}
    found = []
    for event in case.events:
        for story, mentions in sorted(by_story(case, event.mentions).items()):
            if story in stories and not in_the_background(case, event):
                one = _left_out(case, stories[story], event, mentions)
                if one is not None:
                    found.append(one)
    return found


def _left_out(
    case: Case, story: Story, event: Event, mentions: Sequence[Mention]
) -> Finding | None:
    outlets = case.outlets(story)
    telling = {case.outlet(m.report) for m in mentions}
    silent = [o for o in outlets if o not in telling]
    widely = len(telling) > 1 and len(telling) >= t.SHARED_HALF * len(outlets)
    if not silent or not (widely or _leads(case, mentions) or _people_met(case, event)):
        return None
    reports = [r for r in story.reports if case.outlet(r) in silent]
    return finding(
        "left_out",
        name_event(event, case.actors),
        [
            case.side(event.status, mentions),
            case.side(
                "says nothing of it; opens with", [m for r in reports for m in _opening(case, r)]
            ),
        ],
        claims=event.claims,
        note="left out by " + ", ".join(silent),
        confidence=0.7 if widely else 0.6,
        reasons=(Reason("omissions", f"{len(telling)} of {len(outlets)} outlets tell it"),),
    )


def _people_met(case: Case, event: Event) -> bool:
    """Whether the point is a meeting of named persons, which no report of a journey is whole without."""
    sides = (event.actors, event.recipients)
    return event.type == "CONSULT" and all(
        any((a := case.actors.get(p.entity)) and a.kind == "person" for p in side) for side in sides
    )


def _leads(case: Case, mentions: Sequence[Mention]) -> bool:
    """Whether some report tells the point in its opening."""
    for place in mentions:
        sentence = case.sentence_at(place.report, place.start)
        if sentence is not None and sentence.index < t.LEAD_SENTENCES:
            return True
    return False


def _opening(case: Case, report: str) -> list[Mention]:
    """The opening words of a report, in place of the words it does not have."""
    for sentence in case.sentences(report):
        end = min(sentence.end, sentence.start + _OPENING)
        text = case.reports[report].text
        while end < sentence.end and not text[end].isspace():
            end += 1
        return [case.quote(report, sentence.start, end)]
    return []
