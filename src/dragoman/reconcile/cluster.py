"""Cluster: event claims gathered into events, surest pairs first, nothing joined that is forbidden.

A vague claim ("held talks with officials") fits several meetings; it joins one only where that
one fits clearly best. The outcome does not depend on the order of the claims.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dragoman.reconcile import thresholds as t
from dragoman.reconcile.likeness import likeness, weighed
from dragoman.reconcile.same import Likeness, Seen, forbidden, same_event
from dragoman.reconcile.seats import united

_NEAR = 120  # claims of one block each claim is compared with, nearest dates first
_VERBATIM = 7.0  # likeness of claims in the same words
_CHECKED = 25  # members of a cluster checked before it takes in another


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


@dataclass(slots=True)
class _Growth:
    """Clusters while they grow: where each claim is, and which unions were already refused."""

    seen: Sequence[Seen]
    home: list[int]
    members: dict[int, list[int]]
    made: list[Join]
    refused: set[tuple[int, int, int, int]]


def cluster(claims: Sequence[Seen]) -> Clusters:
    """Gather claims (sorted by id) into events."""
    seen = _weigh(claims)
    copies = _copies(seen)
    chosen = sorted(copies)
    growth = _Growth(seen, list(range(len(seen))), {i: [i] for i in chosen}, [], set())
    joins = _joins(seen, chosen)
    for join in joins:
        if join.even:
            _unite(join, growth)
    touching: dict[int, list[Join]] = defaultdict(list)
    for join in joins:
        touching[join.left].append(join)
        touching[join.right].append(join)
    for join in joins:
        if not join.even and _clearly_best(join, touching, growth):
            _unite(join, growth)
    same_words = Likeness(_VERBATIM, 0.0, ("told in the same words",))
    made = [Join(i, j, same_words, True) for i in chosen for j in copies[i]] + growth.made
    whole = [[k for i in m for k in (i, *copies[i])] for m in growth.members.values()]
    return Clusters(tuple(sorted(tuple(sorted(m)) for m in whole)), tuple(made))


def _copies(seen: Sequence[Seen]) -> dict[int, list[int]]:
    """The first of all claims that are the same to the word, and the others behind it."""
    first: dict[Hashable, int] = {}
    found: dict[int, list[int]] = {}
    for number, each in enumerate(seen):
        claim = each.claim
        key = (
            (each.story, claim.type, claim.mode, each.shape, claim.status, claim.start, claim.end),
            tuple(p.entity for p in each.actors),
            tuple(p.entity for p in each.recipients),
            tuple(m.quote for m in claim.mentions),
        )
        if key in first:
            found[first[key]].append(number)
        else:
            first[key] = number
            found[number] = []
    return found


def _weigh(claims: Sequence[Seen]) -> list[Seen]:
    """Settle what the words of each claim are worth beside its report's other claims of the type.

    Words that a report uses for several events of one type do not tell which one is meant;
    a claim that is its report's only one with such parties needs few words to be known again.
    """
    beside: dict[Hashable, list[Seen]] = defaultdict(list)
    for each in claims:
        beside[each.claim.report, _kind(each)].append(each)
    usual: dict[Hashable, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for group in beside.values():
        if len(group) < t.FEW_CLAIMS:
            continue
        spread = Counter(word for each in group for word in each.topic.weights)
        shares = usual[_kind(group[0])]
        for word in spread:
            shares[word].append((spread[word] - 1) / (len(group) - 1))
    found = []
    for each in claims:
        shares = usual.get(_kind(each), {})
        weights = {
            word: weight * (1 - t.USUAL_COST * math.fsum(shares[word]) / len(shares[word]))
            if word in shares
            else weight
            for word, weight in each.topic.weights.items()
        }
        lone = len(beside[each.claim.report, _kind(each)]) == 1
        found.append(replace(each, topic=weighed(weights), lone=lone))
    return found


def _kind(each: Seen) -> Hashable:
    """What claims must share to be rivals: type, mode and the seats on both sides."""
    return each.story, each.claim.type, each.claim.mode, each.doers.seats, each.others.seats


def _joins(seen: Sequence[Seen], chosen: Sequence[int]) -> list[Join]:
    """Pairs that can be one event, surest first; only pairs that share a seat are compared."""
    blocks: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for number in chosen:
        each = seen[number]
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


def _unite(join: Join, growth: _Growth) -> None:
    home, members, seen = growth.home, growth.members, growth.seen
    left, right = sorted((home[join.left], home[join.right]))
    if left == right:
        return
    attempt = (left, right, len(members[left]), len(members[right]))
    if attempt in growth.refused:
        return
    if not _may_unite(seen, members[left][:_CHECKED], members[right][:_CHECKED]):
        growth.refused.add(attempt)
        return
    for i in members[right]:
        home[i] = left
    members[left] += members.pop(right)
    growth.made.append(join)


def _may_unite(seen: Sequence[Seen], left: Sequence[int], right: Sequence[int]) -> bool:
    if any(forbidden(seen[i], seen[j]) for i in left for j in right):
        return False
    return seen[left[0]].shape != "deed" or _alike(seen, left, right)


def _alike(seen: Sequence[Seen], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two clusters of deeds are of one matter on average, not by one pair alone."""
    if len(left) == len(right) == 1 or all(seen[i].lone for i in (*left, *right)):
        return True  # judged as a pair; and lone claims have nothing beside them to be mistaken for
    values = [likeness(seen[i].topic, seen[j].topic) for i in left for j in right]
    return sum(values) / len(values) >= t.TOPIC_ON_AVERAGE


def _clearly_best(join: Join, touching: Mapping[int, Sequence[Join]], growth: _Growth) -> bool:
    """Whether the vaguer claim of a pair fits no other event nearly as well."""
    seen, home = growth.seen, growth.home
    vague, named = join.left, join.right
    if _persons(seen[vague]) > _persons(seen[named]):
        vague, named = named, vague
    for other in touching[vague]:
        if other.likeness.score <= join.likeness.score - t.MARGIN:
            break
        rival = other.right if other.left == vague else other.left
        if home[rival] not in (home[named], home[vague]) and forbidden(seen[rival], seen[named]):
            return False
    return True


def _persons(each: Seen) -> int:
    return len(united(each.doers, each.others).persons)
