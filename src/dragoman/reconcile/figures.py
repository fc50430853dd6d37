"""Figures: the same quantity told by several reports is one figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.model.actor import Actor, Party
from dragoman.model.claim import FigureClaim, Reading
from dragoman.model.finding import Figure
from dragoman.model.report import content_id
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.blend import all_mentions, commonest
from dragoman.reconcile.gather import gather
from dragoman.reconcile.likeness import Gist, gist, likeness
from dragoman.reconcile.periods import period
from dragoman.reconcile.seats import linked


def merge_figures(
    readings: Sequence[Reading],
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
    story_of: Mapping[str, str],
) -> tuple[Figure, ...]:
    """Merge figure claims of one story that give the same value for the same thing."""
    claims = [c for r in readings for c in r.figures]
    measured = {c.id: measured_words(c) for c in claims}

    def same(left: FigureClaim, right: FigureClaim) -> bool:
        if not same_value(left, right) or left.change != right.change:
            return False
        if not periods_meet(left, right):
            return False
        # what was to come and what came are one only where it is plainly the same thing
        surer = left.report == right.report or left.status != right.status
        alike = likeness(measured[left.id], measured[right.id])
        return alike >= t.FIGURE_WORDS * (2 if surer else 1)

    bundles = gather(claims, key=lambda c: (story_of.get(c.report, c.report), c.unit), same=same)
    return tuple(
        sorted(
            (_figure(b, actor_of, actors) for b in bundles), key=lambda f: (f.mentions[:1], f.id)
        )
    )


def measured_words(claim: FigureClaim) -> Gist:
    """What a figure is about: its measure, its commodity, its parties and the clause that gives it."""
    names = [p.name for p in claim.about]
    texts = [claim.measure, claim.commodity or "", *names, *(m.quote for m in claim.mentions)]
    return gist(texts)


def same_value(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether two values are one but for rounding."""
    rough = "exact" not in (left.qualifier, right.qualifier) or "about" in (
        left.qualifier,
        right.qualifier,
    )
    slack = t.ABOUT_VALUE if rough and left.qualifier == right.qualifier else t.SAME_VALUE
    return abs(left.value - right.value) <= slack * max(abs(left.value), abs(right.value))


def periods_meet(left: FigureClaim, right: FigureClaim) -> bool:
    """Whether the periods have a day in common, or one is unknown."""
    one, other = period(left.period), period(right.period)
    return one is None or other is None or one.meets(other)


def _figure(
    bundle: Sequence[FigureClaim], actor_of: Mapping[str, str], actors: Mapping[str, Actor]
) -> Figure:
    lead = max(bundle, key=lambda c: (len(c.about), len(c.measure), c.id))
    about: dict[str, Party] = {}
    for party in (p for c in (lead, *bundle) for p in c.about):
        known = linked(party, actor_of, actors)
        about.setdefault(known.entity, known)
    return Figure(
        id=content_id("figure", *sorted(c.id for c in bundle)),
        measure=lead.measure,
        about=tuple(about.values()),
        commodity=commonest(c.commodity for c in bundle),
        value=lead.value,
        unit=lead.unit,
        qualifier=commonest(c.qualifier for c in bundle) or "exact",
        change=lead.change,
        period=max((c.period for c in bundle if c.period), key=lambda p: (len(p), p), default=None),
        status="actual" if any(c.status == "actual" for c in bundle) else lead.status,
        mentions=all_mentions(c.mentions for c in bundle),
        claims=tuple(sorted(c.id for c in bundle)),
        inferred=tuple(sorted({i for c in bundle for i in c.inferred})),
        reasons=tuple(dict.fromkeys(r for c in bundle for r in c.reasons)),
    )
