"""Cluster: event claims gathered into events, surest pairs first, nothing joined that is forbidden.

A vague claim ("held talks with officials") fits several meetings; it joins one only where that
one fits clearly best. The outcome does not depend on the order of the claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dragoman.reconcile import thresholds as t
from dragoman.reconcile.likeness import Gist, likeness
from dragoman.reconcile.same import Likeness, Seen, forbidden, same_event
from dragoman.reconcile.seats import united

_NEAR = 120  # claims of one block each claim is compared with, nearest dates first
_CHECKED = 40  # members of a cluster checked before it takes in another


@dataclass(frozen=True, slots=True)
class Join:
    """Two claims (by their place in the list) found to tell of one event, and why."""

    left: int
    right: int
    likeness: Likeness
    even: bool


@dataclass(frozen=True, slots=True)
class Clusters:
    """Claims of each event, by their place in the list, and the joins that made them."""

    members: tuple[tuple[int, ...], ...]
    joins: tuple[Join, ...]


def cluster(claims: Sequence[Seen]) -> Clusters:
    """Gather claims (sorted by id) into events."""
    seen = _weigh(claims)
    home = list(range(len(seen)))
    members = {i: [i] for i in range(len(seen))}
    made: list[Join] = []
    joins = _joins(seen)
    for join in joins:
        if join.even:
            _unite(join, seen, home, members, made)
    for join in joins:
        if not join.even and _clearly_best(join, joins, seen, home):
            _unite(join, seen, home, members, made)
    return Clusters(tuple(sorted(tuple(sorted(m)) for m in members.values())), tuple(made))


def _weigh(claims: Sequence[Seen]) -> list[Seen]:
    """Settle what the words of each claim are worth beside its report's other claims of the type.

    Words that a report uses for several events of one type do not tell which one is meant;
    a claim that is its report's only one with such parties needs few words to be known again.
    """
    beside: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for each in claims:
        beside[each.claim.report, each.claim.type].append(each)
    usual: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(beside):
        group = beside[key]
        if len(group) < t.FEW_CLAIMS:
            continue
        spread = Counter(word for each in group for word in each.topic.weights)
        for word in spread:
            usual[group[0].story, key[1]][word].append((spread[word] - 1) / (len(group) - 1))
    found = []
    for each in claims:
        shares = usual[each.story, each.claim.type]
        weights = {
            word: weight * (1 - t.USUAL_COST * sum(shares[word]) / len(shares[word]))
            if word in shares
            else weight
            for word, weight in each.topic.weights.items()
        }
        rivals = beside[each.claim.report, each.claim.type]
        lone = sum(1 for other in rivals if _same_seats(each, other)) == 1
        found.append(replace(each, topic=Gist(weights), lone=lone))
    return found


def _same_seats(left: Seen, right: Seen) -> bool:
    one = (left.doers.seats, left.others.seats)
    return one == (right.doers.seats, right.others.seats)


def _joins(seen: Sequence[Seen]) -> list[Join]:
    """Pairs that can be one event, surest first; only pairs that share a seat are compared."""
    blocks: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(seen):
        for seat in sorted(each.doers.seats | each.others.seats) or [""]:
            blocks[each.story, each.claim.type, each.shape, seat].append(number)
    pairs: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda i: (seen[i].claim.start or "~", i))
        for place, i in enumerate(block):
            pairs.update(
                (min(i, j), max(i, j)) for j in islice(block, place + 1, place + 1 + _NEAR)
            )
    found = []
    for i, j in sorted(pairs):
        alike = same_event(seen[i], seen[j])
        if alike:
            found.append(Join(i, j, alike, _even(seen[i], seen[j])))
    return sorted(found, key=lambda join: (-join.likeness.score, join.left, join.right))


def _even(left: Seen, right: Seen) -> bool:
    """Whether both name persons for the same seats, so that neither is the vaguer one."""
    one, other = united(left.doers, left.others), united(right.doers, right.others)
    return frozenset(one.persons) == frozenset(other.persons)


def _unite(
    join: Join,
    seen: Sequence[Seen],
    home: list[int],
    members: dict[int, list[int]],
    made: list[Join],
) -> None:
    left, right = sorted((home[join.left], home[join.right]))
    if left == right:
        return
    for i in members[left][:_CHECKED]:
        for j in members[right][:_CHECKED]:
            if forbidden(seen[i], seen[j]):
                return
    if seen[left].shape == "deed" and not _alike(seen, members[left], members[right]):
        return
    for i in members[right]:
        home[i] = left
    members[left] += members.pop(right)
    made.append(join)


def _alike(seen: Sequence[Seen], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two clusters of deeds are of one matter on average, not by one pair alone."""
    values = [
        likeness(seen[i].topic, seen[j].topic) for i in left[:_CHECKED] for j in right[:_CHECKED]
    ]
    return sum(values) / len(values) >= t.TOPIC_ON_AVERAGE


def _clearly_best(
    join: Join, joins: Sequence[Join], seen: Sequence[Seen], home: Sequence[int]
) -> bool:
    """Whether the vaguer claim of a pair fits no other event nearly as well."""
    vague, named = join.left, join.right
    if len(united(seen[vague].doers, seen[vague].others).persons) > len(
        united(seen[named].doers, seen[named].others).persons
    ):
        vague, named = named, vague
    for other in joins:
        if other.likeness.score <= join.likeness.score - t.MARGIN:
            break
        ends = {other.left, other.right}
        if vague not in ends or ends == {vague, named}:
            continue
        rival = (ends - {vague}).pop()
        if home[rival] not in (home[named], home[vague]) and forbidden(seen[rival], seen[named]):
            return False
    return True
