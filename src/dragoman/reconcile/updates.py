"""Updates: what an earlier report announced and a later one tells as done."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Reason
from dragoman.model.claim import EventClaim
from dragoman.model.finding import Event, Finding
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.wordings import name_event

_HAPPENED = ("occurred", "ongoing", "did_not_occur")
_TO_COME = ("planned", "possible")


def find_updates(case: Case) -> list[Finding]:
    """Events one report has as still to come and another, no earlier, as settled."""
    found = []
    for event in case.events:
        claims = [case.claim_of[c] for c in event.claims if c in case.claim_of]
        one = _update(case, event, claims)
        if one is not None:
            found.append(one)
    return found


def _update(case: Case, event: Event, claims: Sequence[EventClaim]) -> Finding | None:
    settled = [c for c in claims if c.status in _HAPPENED]
    told = {c.report for c in settled}
    announced = [c for c in claims if c.status in _TO_COME and c.report not in told]
    if not settled or not announced:
        return None
    first = min((_day(case, c.report) for c in announced), default="")
    last = max((_day(case, c.report) for c in settled), default="")
    if first and last and last < first:
        return None
    dated = bool(first and last and first < last)
    if not dated and event.type != "CONSULT":  # of a ban, "will" and "is" mean the same day
        return None
    return finding(
        "updated",
        name_event(event, case.actors),
        [
            case.side(
                announced[0].status, [m for c in announced for m in c.mentions], background=True
            ),
            case.side(event.status, [m for c in settled for m in c.mentions]),
        ],
        claims=event.claims,
        note=f"announced, then {event.status.replace('_', ' ')}",
        subject="status",
        confidence=0.8 if dated else 0.65,
        reasons=(Reason("updates", "the later report supersedes the earlier one"),),
    )


def _day(case: Case, report: str) -> str:
    return (case.readings[report].published or "")[:10]
