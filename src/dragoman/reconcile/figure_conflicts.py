"""Conflicts of figures: one thing measured, two values that cannot both be right.

Two reports are compared figure by figure: values both have are no conflict and are set aside,
so are values that are sums of others; what is left over in one is held against what is left
over in the other, and only where each is the other's best match.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.knowledge.wording import concept
from dragoman.model.actor import Reason
from dragoman.model.claim import FigureClaim
from dragoman.model.finding import Finding
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.figures import measured_words, periods_meet, same_value
from dragoman.reconcile.likeness import Gist, gist, likeness, shared_content
from dragoman.reconcile.wordings import is_count, name_value

# Lengths of visits and counts of papers are compared as tallies.
_TALLIED = frozenset(["hour", "hours", "h", "day", "days", "d"])
_PAPERS = frozenset(
    concept(w) for w in ["agreement", "memorandum", "mou", "document", "instrument", "pact"]
)
_FATES = frozenset(
    "killed injured arrested jailed missing displaced evacuated rescued sheltered expelled marching "
    "abducted released".split()
)
_ANYBODY = frozenset("people persons others civilians dead".split())
_TOLL = frozenset(
    concept(w) for w in ["dead", "killed", "injured", "wounded", "missing", "displaced"]
)


@dataclass(frozen=True, slots=True)
class _Measured:
    claim: FigureClaim
    words: Gist
    lone: bool


Measures = Mapping[str, Sequence[_Measured]]  # by unit


@dataclass(frozen=True, slots=True)
class _Clash:
    left: FigureClaim
    right: FigureClaim
    alike: float


def find_figure_conflicts(case: Case) -> list[Finding]:
    """Conflicts between figures of the reports of each story."""
    found: list[Finding] = []
    for story in case.stories:
        measured = {r: _measure(case, r) for r in story.reports if r in case.readings}
        found += _write_up(case, _clashes(measured), measured)
    return found


def _clashes(measured: Mapping[str, Measures]) -> list[_Clash]:
    found: list[_Clash] = []
    for left, right in combinations(sorted(measured), 2):
        for unit in sorted(measured[left].keys() & measured[right].keys()):
            found += _between(measured[left][unit], measured[right][unit])
    return found


def _measure(case: Case, report: str) -> dict[str, list[_Measured]]:
    """A report's figures by unit, each with the words of its sentence."""
    units: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in case.readings[report].figures:
        counted = {concept(w) for w in f"{claim.measure} {claim.unit}".split()[-4:]}
        if claim.unit in _TALLIED or (not claim.unit.isupper() and counted & _PAPERS):
            continue
        units[claim.unit].append(claim)
    found: dict[str, list[_Measured]] = {}
    for unit, claims in units.items():
        found[unit] = []
        for claim in claims:
            texts = [
                claim.measure,
                claim.commodity or "",
                *(case.around(m) for m in claim.mentions),
            ]
            found[unit].append(_Measured(claim, gist(texts), len(claims) == 1))
    return found


def _between(left: Sequence[_Measured], right: Sequence[_Measured]) -> Iterator[_Clash]:
    """What is left over on both sides, where each is the other's best match."""
    one = [m for m in left if not _told(m, right)]
    other = [m for m in right if not _told(m, left)]
    scores = {
        (i, j): score
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        if _contrary(a.claim, b.claim) and (score := _alike(a, b)) > 0
    }
    for (i, j), score in sorted(scores.items()):
        best_left = max(v for (_, b), v in scores.items() if b == j)
        best_right = max(v for (a, _), v in scores.items() if a == i)
        if score >= best_left and score >= best_right:
            yield _Clash(one[i].claim, other[j].claim, score)


def _told(figure: _Measured, others: Sequence[_Measured]) -> bool:
    """Whether the other report tells that value too, itself or as a sum of two."""
    rivals = [o for o in others if _same_toll(figure.claim, o.claim)]
    if rivals:
        return any(_compatible(figure.claim, o.claim) for o in rivals)
    if any(_compatible(figure.claim, o.claim) for o in others if _near(figure, o)):
        return True
    values = [o.claim.value for o in others]
    return figure.claim.unit != "percent" and any(
        abs(a + b - figure.claim.value) <= t.SAME_VALUE * abs(figure.claim.value)
        for a, b in combinations(values, 2)
    )


def _near(figure: _Measured, other: _Measured) -> bool:
    """Equal values always count as told; merely compatible ones only of the same thing."""
    return (
        same_value(figure.claim, other.claim) or likeness(figure.words, other.words) >= t.LONE_WORDS
    )


def _compatible(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether both values can be right, given how exact each claims to be."""
    return _low(left) <= _high(right) and _low(right) <= _high(left)


def _low(claim: FigureClaim) -> float:
    slack = {"about": 2 * t.ABOUT_VALUE, "less_than": 0.5}.get(claim.qualifier, t.SAME_VALUE)
    return claim.value - slack * abs(claim.value)


def _high(claim: FigureClaim) -> float:
    slack = {"about": 2 * t.ABOUT_VALUE, "more_than": 0.5}.get(claim.qualifier, t.SAME_VALUE)
    return claim.value + slack * abs(claim.value)


def _contrary(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether two values of one thing cannot both be right and are near enough to be of one thing."""
    if (
        abs(left.value) == abs(right.value)
        or left.change != right.change
        or left.status != right.status
    ):
        return False
    if not periods_meet(left, right) or _compatible(left, right):
        return False
    if left.unit.startswith("percent"):
        return abs(left.value - right.value) <= t.POINTS_APART
    small, large = sorted((abs(left.value), abs(right.value)))
    widest = t.TOLL_RATIO if _same_toll(left, right) else t.CONFLICT_RATIO
    return small > 0 and large / small <= widest


def _same_toll(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether both count the same people with the same fate: "Omani sailors killed", "people arrested"."""
    one, other = left.measure.lower().split(), right.measure.lower().split()
    if (
        left.unit != "people"
        or not one
        or not other
        or one[-1] != other[-1]
        or one[-1] not in _FATES
    ):
        return False
    return {concept(w) for w in one} == {concept(w) for w in other}


def _alike(left: _Measured, right: _Measured) -> float:
    """How far two figures measure one thing; 0 where not enough."""
    if _same_toll(left.claim, right.claim):
        return 1.0
    alike = likeness(left.words, right.words)
    own = likeness(measured_words(left.claim), measured_words(right.claim))
    substance = shared_content(left.words, right.words)
    if max(abs(left.claim.value), abs(right.claim.value)) <= t.SMALL_COUNT and (
        left.claim.unit != "percent" and own < t.CONFLICT_WORDS
    ):
        return 0.0  # small counts are of everything; what is counted has to be said alike
    if left.lone and right.lone and alike >= t.LONE_WORDS and substance >= 1 and own >= t.LONE_OWN:
        return alike + own
    enough = alike >= t.CONFLICT_WORDS and substance >= t.CONFLICT_CONTENT
    return alike + own if enough else 0.0


def _write_up(
    case: Case, clashes: Sequence[_Clash], measured: Mapping[str, Measures]
) -> Iterator[Finding]:
    """One finding for each set of figures that clash with one another."""
    root: dict[str, str] = {}
    claims: dict[str, FigureClaim] = {}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    for clash in clashes:
        for claim in (clash.left, clash.right):
            claims[claim.id] = claim
            root.setdefault(claim.id, claim.id)
        one, other = find(clash.left.id), find(clash.right.id)
        root[max(one, other)] = min(one, other)
    groups: dict[str, list[FigureClaim]] = defaultdict(list)
    for key in sorted(claims):
        groups[find(key)].append(claims[key])
    for key in sorted(groups):
        wide = _with_like(groups[key], measured)
        yield _finding(case, wide, max(c.alike for c in clashes))


def _with_like(
    claims: Sequence[FigureClaim], measured: Mapping[str, Measures]
) -> list[FigureClaim]:
    """The clashing claims, and those of further reports that give one of the values for the like."""
    known = {c.id: c for c in claims}
    told = {c.report for c in claims}
    near = [m for r in told for m in measured[r][claims[0].unit] if m.claim.id in known]
    for report in sorted(measured.keys() - told):
        for other in measured[report].get(claims[0].unit, ()):
            if any(
                same_value(other.claim, m.claim)
                and likeness(other.words, m.words) >= t.FIGURE_WORDS
                for m in near
            ):
                known[other.claim.id] = other.claim
    return [known[key] for key in sorted(known)]


def _what(claims: Sequence[FigureClaim]) -> str:
    """What is measured, in the words most reports have for it, other figures apart."""
    often = Counter(c.measure for c in claims)
    bare = [m for m in often if not any(s.isdigit() for s in m)] or list(often)
    measure = max(bare, key=lambda m: (often[m], len(m), m))
    counted = any(is_count(c.measure, c.unit) for c in claims)
    return f"how many {measure}" if counted else f"{measure}, in {claims[0].unit}"


def _finding(case: Case, claims: Sequence[FigureClaim], alike: float) -> Finding:
    values: list[list[FigureClaim]] = []
    for claim in sorted(claims, key=lambda c: (c.value, c.id)):
        if values and same_value(values[-1][0], claim):
            values[-1].append(claim)
        else:
            values.append([claim])
    sides = []
    for group in values:
        value = name_value(group[0].value, group[0].unit, group[0].qualifier)
        sides.append(case.side(value, [m for c in group for m in c.mentions]))
    days = {d[:10] for c in claims if (d := case.readings[c.report].published)}
    toll = {concept(w) for c in claims for w in c.measure.split()} & _TOLL
    whole = not any(set(c.measure.lower().split()) - _ANYBODY - _FATES for c in claims)
    grows = bool(toll) and whole and len(days) > 1  # one side's dead are counted, not still found
    return finding(
        "updated" if grows else "conflict",
        _what(claims),
        sides,
        claims=[c.id for c in claims],
        note="a toll that later reports count anew" if grows else "the same quantity, other values",
        subject="figure",
        confidence=min(0.9, 0.4 + alike / 4),
        reasons=(Reason("figures", "left over on both sides, alike in what is measured"),),
    )
