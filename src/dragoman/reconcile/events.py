"""Events: claims about one thing, within a report and across reports, become one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.model.actor import Actor, Reason
from dragoman.model.claim import Reading
from dragoman.model.finding import Event
from dragoman.model.judgement import Judgement
from dragoman.model.report import content_id
from dragoman.reconcile.blend import blend
from dragoman.reconcile.cluster import Join, cluster
from dragoman.reconcile.same import Seen, see
from dragoman.reconcile.seats import houses

BY = "rule:events/1"
_SURE = 7.0  # a pair this alike has nothing left to doubt


def merge_events(
    readings: Sequence[Reading],
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
    story_of: Mapping[str, str],
) -> tuple[tuple[Event, ...], tuple[Judgement, ...]]:
    """Merge the event claims of all readings into events, with a `same_event` judgement a join.

    `actor_of` maps entity ids to actor ids, `story_of` report ids to stories; claims of
    different stories are never one event.
    """
    claims = {claim.id: claim for reading in readings for claim in reading.events}
    house_of = houses(actors)
    seen = [
        see(
            claims[key],
            story_of.get(claims[key].report, claims[key].report),
            actor_of,
            actors,
            house_of,
        )
        for key in sorted(claims)
    ]
    found = cluster(seen)
    why: dict[int, list[str]] = defaultdict(list)
    for join in found.joins:
        why[join.left] += join.likeness.reasons
    events = [
        blend([seen[i] for i in each], [w for i in each for w in why[i]], actor_of, actors)
        for each in found.members
    ]
    return (
        tuple(sorted(events, key=lambda e: (e.mentions[:1], e.id))),
        tuple(sorted((_judge(join, seen) for join in found.joins), key=lambda j: j.subjects)),
    )


def _judge(join: Join, seen: Sequence[Seen]) -> Judgement:
    left, right = seen[join.left].claim, seen[join.right].claim
    return Judgement(
        content_id("judgement", "same_event", left.id, right.id, BY),
        "same_event",
        (left.id, right.id),
        True,
        BY,
        round(min(1.0, join.likeness.score / _SURE), 3),
        tuple(Reason("events", why) for why in join.likeness.reasons),
    )
