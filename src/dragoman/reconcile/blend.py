"""Blend: the fields of several claims of one event become the fields of the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.model.actor import Actor, Party, Place, Reason
from dragoman.model.claim import EventClaim, Size, Status
from dragoman.model.finding import Event
from dragoman.model.report import content_id
from dragoman.model.text import Mention
from dragoman.reconcile.likeness import gist, likeness
from dragoman.reconcile.periods import period
from dragoman.reconcile.same import Seen
from dragoman.reconcile.seats import linked, match, most_specific, table
from dragoman.reconcile.shapes import both_ways

T = TypeVar("T")
_SAME_TOPIC = 0.8


def blend(
    seen: Sequence[Seen],
    reasons: Sequence[str],
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> Event:
    """Make one event of the claims in `seen` (sorted by claim id)."""
    claims = [s.claim for s in seen]
    status = blend_status([c.status for c in claims])
    doing, met = _sides(seen, actors)
    told = [c for c in claims if c.status == status]
    dated = told if any(c.start for c in told) else claims
    start, end = blend_journey(dated) if seen[0].shape == "journey" else blend_dates(dated)
    return Event(
        id=content_id("event", *sorted(c.id for c in claims)),
        type=claims[0].type,
        mode=commonest(c.mode for c in claims),
        contexts=tuple(sorted({x for c in claims for x in c.contexts})),
        actors=doing,
        recipients=met,
        start=start,
        end=end,
        place=_place(claims),
        status=status,
        topics=_topics(claims),
        according_to=tuple(
            sorted(
                {linked(c.according_to, actor_of, actors).name for c in claims if c.according_to}
            )
        ),
        sizes=_sizes(claims),
        mentions=all_mentions(c.mentions for c in claims),
        claims=tuple(sorted(c.id for c in claims)),
        inferred=tuple(sorted({i for c in claims for i in c.inferred})),
        reasons=_reasons(claims, reasons),
    )


def blend_status(statuses: Sequence[Status]) -> Status:
    """What holds when reports differ: what happened beats what was to happen."""
    count = Counter(statuses)
    if count["occurred"] and count["did_not_occur"] > count["occurred"]:
        return "did_not_occur"
    order: tuple[Status, ...] = ("occurred", "ongoing", "did_not_occur", "planned", "possible")
    return next(s for s in order if count[s])


def blend_dates(claims: Sequence[EventClaim]) -> tuple[str | None, str | None]:
    """The finest start, the commonest of those; and the end that goes with it."""
    starts: Counter[str] = Counter(c.start for c in claims if c.start)
    if not starts:
        return None, commonest(c.end for c in claims)
    start = min(starts, key=lambda s: (-min(len(s), 10), -starts[s], s))
    ends = [c.end for c in claims if c.end and c.start and start.startswith(c.start[: len(start)])]
    fitting = [e for e in ends if e[: len(start)] >= start[: len(e)]]
    end = commonest(fitting)
    return start, end


def blend_journey(claims: Sequence[EventClaim]) -> tuple[str | None, str | None]:
    """From the first day to the last that any report gives for a journey."""
    told = Counter(
        d[:10] for c in claims for d in (c.start, c.end) if d and (p := period(d)) and p.days == 1
    )
    often = [d for d in told if told[d] > 1]
    days = sorted(
        often if len(told) > 2 and often else told
    )  # a day told once beside two is a slip
    return (days[0], days[-1]) if days else blend_dates(claims)


def commonest(values: Iterable[T | None]) -> T | None:
    """The value met most often, the first of equals in sorted order; None where all are None."""
    count = Counter(v for v in values if v is not None)
    return min(count, key=lambda v: (-count[v], str(v)), default=None)


def all_mentions(groups: Iterable[Sequence[Mention]]) -> tuple[Mention, ...]:
    """Every mention once, in order of report and place."""
    return tuple(sorted({m for group in groups for m in group}))


def _sides(
    seen: Sequence[Seen], actors: Mapping[str, Actor]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Parties of both sides, turned the way the best informed claim has them."""
    lead = max(
        seen, key=lambda s: (bool(s.recipients), len(s.doers.persons) + len(s.others.persons))
    )
    doing, met = list(lead.actors), list(lead.recipients)
    for each in seen:
        if each is lead:
            continue
        left, right = list(each.actors), list(each.recipients)
        if both_ways(each.claim, each.shape) and lead.recipients:
            left, right = _turned(lead, each, actors)
        doing += left
        met += right
    specific = most_specific(doing, actors)
    inside = {p.entity for p in specific}
    return specific, tuple(p for p in most_specific(met, actors) if p.entity not in inside)


def _turned(lead: Seen, each: Seen, actors: Mapping[str, Actor]) -> tuple[list[Party], list[Party]]:
    """The parties of a claim seated where the lead has their seat."""
    left: list[Party] = []
    right: list[Party] = []
    for party in (*each.actors, *each.recipients):
        alone = table([party], actors)
        if match(alone, lead.doers):
            left.append(party)
        elif match(alone, lead.others):
            right.append(party)
        else:
            (left if party in each.actors else right).append(party)
    return left, right


def _place(claims: Sequence[EventClaim]) -> Place | None:
    places = [c.place for c in claims if c.place]
    count = Counter(p.name for p in places)
    return min(
        places,
        key=lambda p: (p.lat is None, -count[p.name], p.country is None, p.name),
        default=None,
    )


def _topics(claims: Sequence[EventClaim]) -> tuple[str, ...]:
    """Topics of all claims in order of report and text, those in other words for the same once."""
    found: list[str] = []
    for claim in sorted(claims, key=lambda c: (c.report, c.mentions[:1])):
        for topic in claim.topics:
            if all(likeness(gist([topic]), gist([known])) < _SAME_TOPIC for known in found):
                found.append(topic)
    return tuple(found)


def _sizes(claims: Sequence[EventClaim]) -> tuple[Size, ...]:
    found = []
    for what in sorted({s.what for c in claims for s in c.sizes}):
        value = commonest(s.value for c in claims for s in c.sizes if s.what == what)
        if value is not None:
            found.append(Size(what, value))
    return tuple(found)


def _reasons(claims: Sequence[EventClaim], joined: Sequence[str]) -> tuple[Reason, ...]:
    own = tuple(dict.fromkeys(r for c in claims for r in c.reasons))
    if len(claims) == 1:
        return own
    why = f"{len(claims)} claims are one event: " + "; ".join(sorted(set(joined)))
    return (*own, Reason("events", why))
