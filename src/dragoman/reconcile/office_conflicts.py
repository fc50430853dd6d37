"""Conflicts of offices and votes: two holders of one post, two choices in one ballot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.knowledge.states import state_name
from dragoman.model.actor import Reason
from dragoman.model.finding import Finding, OfficeHeld, Vote
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.items import office_words, same_ballot
from dragoman.reconcile.periods import period

# Posts of which a state has one holder at a time.
_SINGLE = tuple(
    office_words(name)
    for name in (
        "president",
        "prime minister",
        "foreign minister",
        "defence minister",
        "finance minister",
        "chancellor",
        "king",
        "secretary general",
    )
)
_PASSING = (
    "former",
    "acting",
    "ex",
    "interim",
    "designate",
    "elect",
    "outgoing",
    "incoming",
    "deputy",
    "vice",
)


def find_office_conflicts(case: Case) -> list[Finding]:
    """Conflicts over who holds an office, and over how somebody voted."""
    return [*_offices(case), *_votes(case)]


def _offices(case: Case) -> Iterator[Finding]:
    posts: dict[tuple[str, frozenset[str]], list[OfficeHeld]] = defaultdict(list)
    for held in case.items.offices:
        what = office_words(held.office)
        if held.of and what in _SINGLE and not set(held.office.lower().split()) & set(_PASSING):
            posts[held.of, what].append(held)
    for key in sorted(posts, key=lambda k: (k[0], sorted(k[1]))):
        for left, right in combinations(posts[key], 2):
            if _two_holders(case, left, right):
                yield _finding(
                    case, left, right, f"who is {left.office} of {state_name(left.of or '')}"
                )


def _two_holders(case: Case, left: OfficeHeld, right: OfficeHeld) -> bool:
    if left.person.entity == right.person.entity:
        return False
    if set(_tokens(left.person.name)) & set(_tokens(right.person.name)):
        return False
    one, other = period(left.as_of), period(right.as_of)
    if one and other and not one.meets(other):
        return False
    stories = [{case.story_of.get(m.report) for m in held.mentions} for held in (left, right)]
    reports = [{m.report for m in held.mentions} for held in (left, right)]
    return bool(stories[0] & stories[1]) and not reports[0] & reports[1]


def _tokens(name: str) -> Sequence[str]:
    return [w for w in name.lower().replace("-", " ").replace(".", " ").split() if len(w) > 2]


def _finding(case: Case, left: OfficeHeld, right: OfficeHeld, about: str) -> Finding:
    return finding(
        "conflict",
        about,
        [case.side(held.person.name, held.mentions) for held in (left, right)],
        claims=[*left.claims, *right.claims],
        subject="office",
        confidence=0.6,
        reasons=(Reason("offices", "two persons for a post of one holder"),),
    )


def _votes(case: Case) -> Iterator[Finding]:
    cast: dict[str, list[Vote]] = defaultdict(list)
    for vote in case.items.votes:
        cast[vote.voter.entity].append(vote)
    for voter in sorted(cast):
        for left, right in combinations(cast[voter], 2):
            if left.choice == right.choice:
                continue
            if not same_ballot(left.subject, left.date, right.subject, right.date):
                continue
            if {m.report for m in left.mentions} & {m.report for m in right.mentions}:
                continue
            yield finding(
                "conflict",
                f"how {left.voter.name} voted on {left.subject}",
                [case.side(v.choice, v.mentions) for v in (left, right)],
                claims=[*left.claims, *right.claims],
                subject="vote",
                confidence=0.7,
                reasons=(Reason("votes", "two choices in one ballot"),),
            )
