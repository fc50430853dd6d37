"""Same: whether two event claims tell of one event, with the reasons for saying so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge.wording import concept
from dragoman.model.actor import Actor, Party
from dragoman.model.claim import EventClaim
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.likeness import Gist, gist, likeness, shared_content
from dragoman.reconcile.periods import Period, period
from dragoman.reconcile.seats import Table, linked, match, table, united
from dragoman.reconcile.shapes import Shape, both_ways, shape_of

_NAMED = ("state", "person")
_NEWS_DAYS = 3  # what is told of a longer time than this is no news that is denied
_ANOTHER_TIME = re.compile(
    r"\b(?:again|once more|another|further (?:talks|meeting)|next (?:week|month|year|time|round|session)|"
    r"second (?:round|visit|meeting)|return visit|follow-up|previous(?:ly)?|last (?:year|month|met))\b",
    re.IGNORECASE,
)
_TO_THIS_DAY = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:not|never|yet to|so far not)|ha(?:s|ve|d)n[’']t|never|not yet)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An event claim with all that comparing needs, worked out once."""

    claim: EventClaim
    story: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    doers: Table
    others: Table
    shape: Shape
    when: Period | None
    where: frozenset[str]
    topic: Gist
    cue: frozenset[str]
    another_time: bool
    to_this_day: bool
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, in what, and whether a named person decided it."""

    score: float
    seats: float
    reasons: tuple[str, ...]


def see(
    claim: EventClaim,
    story: str,
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
    house_of: Mapping[str, str],
) -> Seen:
    """Work out once what comparing a claim needs; `house_of` as `seats.houses` gives it."""
    doing = tuple(linked(p, actor_of, actors) for p in claim.actors)
    met = tuple(linked(p, actor_of, actors) for p in claim.recipients)
    doers, others = table(doing, actors, house_of), table(met, actors, house_of)
    told = [p for p in (*doing, *met) if (a := actors.get(p.entity)) and a.kind in _NAMED]
    where = {claim.place.country} if claim.place and claim.place.country else set()
    kinds = {a.kind for p in met if (a := actors.get(p.entity))}
    shape = shape_of(
        claim,
        meets_person=others.names_a_person,
        visits_place=bool(kinds) and kinds <= {"state", "place"} and claim.mode == "visit",
    )
    if shape == "journey":
        where |= {p.country for p in met if p.country}
    quotes = [m.quote for m in claim.mentions]
    return Seen(
        claim=claim,
        story=story,
        actors=doing,
        recipients=met,
        doers=doers,
        others=others,
        shape=shape,
        when=period(claim.start, claim.end),
        where=frozenset(where),
        topic=gist([*claim.topics, *quotes], without=[p.name for p in told]),
        cue=frozenset(concept(w) for w in claim.cue.split()),
        another_time=any(_ANOTHER_TIME.search(q) for q in quotes),
        to_this_day=any(_TO_THIS_DAY.search(q) for q in quotes),
    )


def same_event(left: Seen, right: Seen) -> Likeness | None:
    """How alike two claims are if they can be one event; None where something forbids it."""
    common = _common_ground(left, right)
    if common is None:
        return None
    seats, dates, places = common.seats, common.dates, common.places
    topic = likeness(left.topic, right.topic)
    if not _enough(left, right, seats, dates, topic):
        return None
    reasons = [f"parties match ({seats:g})"]
    if dates > 0:
        reasons.append("dates meet")
    elif dates < 0:
        reasons.append("dates a day apart")
    if places:
        reasons.append("same place")
    if topic >= t.TOPIC:
        reasons.append(f"words alike ({topic:.2f})")
    return Likeness(round(seats + dates + places + topic, 4), seats, tuple(reasons))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What parties, dates and places add; nothing of it forbids that the two are one."""

    seats: float
    dates: float
    places: float


def forbidden(left: Seen, right: Seen) -> bool:
    """Whether two claims cannot be one event, whatever else speaks for it."""
    return _common_ground(left, right) is None


def _common_ground(left: Seen, right: Seen) -> _Ground | None:
    if not _comparable(left, right):
        return None
    seats = _seats(left, right)
    dates = None if seats is None else _dates(left, right, seats)
    if _flatly_denied(left, right) or _flatly_denied(right, left):
        dates = max(0.0, dates or 0.0)
    elif (left.claim.status == "did_not_occur") != (right.claim.status == "did_not_occur"):
        dates = dates if dates and dates > 0 else None  # another event unless of the same day
    places = _places(left, right)
    if seats is None or dates is None or places is None:
        return None
    return _Ground(seats, dates, places)


def _flatly_denied(denial: Seen, told: Seen) -> bool:
    """Whether one report says "has not" of what another tells as news: that denies it of any day."""
    if denial.when is None:
        ever = True
    else:
        ever = denial.to_this_day and (told.when is None or told.when.last <= denial.when.last)
    return (
        ever
        and denial.claim.status == "did_not_occur"
        and (told.when is None or told.when.days <= _NEWS_DAYS)
        and told.claim.status in ("occurred", "ongoing")
        and denial.claim.report != told.claim.report
        and bool(denial.cue & told.cue)
    )


def _comparable(left: Seen, right: Seen) -> bool:
    one, other = left.claim, right.claim
    if one.type != other.type or left.shape != right.shape:
        return False
    if _presupposed(one) != _presupposed(other) and (left.when is None or right.when is None):
        return False  # "the first since 2011" tells of 2011, and of no undated visit
    if left.shape == "deed" and one.mode and other.mode and one.mode != other.mode:
        return False
    if left.another_time != right.another_time and one.status != other.status:
        return False
    if one.report == other.report and left.shape == "deed":
        return not _list_in_one_sentence(one, other)
    return True


def _presupposed(claim: EventClaim) -> bool:
    return any("presupposes" in inference.why for inference in claim.inferred)


def _list_in_one_sentence(left: EventClaim, right: EventClaim) -> bool:
    """Two deeds told apart within one clause are two ("expelled six and recalled its envoy")."""
    return any(
        a.start < b.end and b.start < a.end for a in left.mentions for b in right.mentions
    ) and bool(set(left.cue.split()) - set(right.cue.split()))


def _seats(left: Seen, right: Seen) -> float | None:
    if both_ways(left.claim, left.shape) or both_ways(right.claim, right.shape):
        one, other = united(left.doers, left.others), united(right.doers, right.others)
        found = match(one, other)
        if found is None or len(one.seats & other.seats) < min(2, len(one.seats), len(other.seats)):
            return None
        return found
    doing = match(left.doers, right.doers)
    if left.shape == "journey":
        if doing is None:
            return None
        return doing + (1.0 if left.where & right.where else 0.0)
    met = match(left.others, right.others)
    return None if doing is None or met is None else doing + met


def _dates(left: Seen, right: Seen, seats: float) -> float | None:
    """1 where the dates meet, 0 where one is unknown, less where they differ by a slip."""
    if left.when is None or right.when is None:
        return 0.0
    if left.when.meets(right.when):
        return 1.0 if max(left.when.days, right.when.days) <= 10 else 0.3
    apart = left.when.apart(right.when)
    if left.shape == "journey" and apart <= t.JOURNEY_DAYS:
        return 0.5  # arrival and departure are days of one journey
    slip = apart <= t.DATE_SLIP
    surmised = left.shape == "deed" and (_surmised(left) or _surmised(right))
    if slip and left.claim.report != right.claim.report and (seats >= t.MEETING_SEATS or surmised):
        return -0.5
    return None


def _surmised(each: Seen) -> bool:
    """Whether the date of a claim is concluded, not written."""
    return any(i.field == "start" for i in each.claim.inferred)


def _places(left: Seen, right: Seen) -> float | None:
    if not left.where or not right.where:
        return 0.0
    if left.where & right.where:
        return 0.5
    return None if left.shape != "deed" else 0.0


def _enough(left: Seen, right: Seen, seats: float, dates: float, topic: float) -> bool:
    asked_more = t.TOPIC_SAME_REPORT if left.claim.report == right.claim.report else 0.0
    if left.shape == "journey":
        known = bool(left.where and right.where) or left.claim.report == right.claim.report
        nobody = not left.doers.seats or not right.doers.seats
        return known and (seats >= t.LOOSE_SEATS or (nobody and seats >= 1.0))
    if left.shape != "deed":
        one_side = any(len(united(s.doers, s.others).seats) == 1 for s in (left, right))
        loose = seats >= t.LOOSE_SEATS and (dates > 0 or topic >= t.TOPIC + asked_more or one_side)
        return seats >= t.MEETING_SEATS or loose
    if left.lone and right.lone and dates >= 0 and seats >= t.LOOSE_SEATS:
        same_word = bool(left.cue & right.cue)
        if dates > 0 or left.when == right.when:
            mute = min(left.topic.mass, right.topic.mass) < t.MUTE
            return topic >= t.TOPIC_LONE or (same_word and mute)
        if same_word and (topic >= t.TOPIC_LONE or seats >= t.MEETING_SEATS):
            return True
    if _flatly_denied(left, right) or _flatly_denied(right, left):
        matter = shared_content(left.topic, right.topic, but=left.cue & right.cue)
        return seats >= t.LOOSE_SEATS and (matter >= 1 or (left.lone and right.lone))
    if shared_content(left.topic, right.topic, but=left.cue | right.cue) < 1:
        return False
    if seats >= t.LOOSE_SEATS:
        return topic >= t.TOPIC + asked_more
    return seats >= 1.0 and topic >= t.TOPIC_ONE_SIDE + asked_more
