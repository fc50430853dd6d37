"""Finding one's way in a record: every item by its id, and what points at what.

The displays ask the same questions of a record: which outlet is this, what is found about
this item, how many tell of it, which items rest on these words. They are answered here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import UnknownItem
from dragoman.exports.mentions import mentions_in
from dragoman.model.actor import Actor
from dragoman.model.claim import CoverageClaim, PrecedentClaim
from dragoman.model.finding import (
    Event,
    Figure,
    Finding,
    FindingKind,
    OfficeHeld,
    Project,
    Relation,
    ReportEntry,
    Statement,
    Stop,
    Story,
    Vote,
)
from dragoman.model.judgement import Judgement
from dragoman.model.record import Record
from dragoman.model.text import Mention

Telling = (
    Event
    | Statement
    | Figure
    | OfficeHeld
    | Vote
    | Project
    | Relation
    | Stop
    | CoverageClaim
    | PrecedentClaim
)
Item = Telling | Actor | Finding | Judgement | ReportEntry | Story

_TELLING = (
    "events",
    "statements",
    "figures",
    "offices",
    "votes",
    "projects",
    "relations",
    "itinerary",
    "coverage",
    "precedents",
)
_SUPPORT: tuple[FindingKind, ...] = ("corroborated", "repeated", "single_source")
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Support:
    """Who tells of an item: the outlets, and from how many origins (None where not judged)."""

    outlets: tuple[str, ...]
    origins: int | None
    kind: FindingKind | None


@dataclass(frozen=True, slots=True)
class Index:
    """A record and the ways into it.

    `findings` are by the ids they rest on, `using` the items made from a claim by its id.
    """

    record: Record
    items: dict[str, Item]
    reports: dict[str, ReportEntry]
    findings: dict[str, tuple[Finding, ...]]
    using: dict[str, tuple[Telling, ...]]
    ranks: dict[str, int]

    def outlet(self, report: str) -> str:
        """What to call a report's publisher: its outlet, else its name."""
        entry = self.reports.get(report)
        return (entry.outlet or entry.name) if entry else report

    def findings_about(self, item: Item) -> tuple[Finding, ...]:
        """The findings that rest on an item or on one of its claims, in record order."""
        found = {
            finding.id: finding
            for key in (item.id, *claims_of(item))
            for finding in self.findings.get(key, ())
        }
        return tuple(sorted(found.values(), key=lambda finding: self.ranks[finding.id]))

    def rested_on(self, finding: Finding) -> tuple[Telling, ...]:
        """The items a finding rests on: those made from its claims, or named by their own ids."""
        found: dict[str, Telling] = {}
        for key in (finding.about, *finding.claims):
            named = self.items.get(key)
            if isinstance(named, Telling):
                found[named.id] = named
            found |= {item.id: item for item in self.using.get(key, ())}
        return tuple(found.values())

    def support(self, item: Telling) -> Support:
        """How many tell of an item, as the findings count it; its own mentions where none do."""
        told_by = self._outlets(item.mentions)
        best = Support(told_by, 1 if len(told_by) == 1 else None, None)
        for finding in self.findings_about(item):
            if finding.kind in _SUPPORT and finding.sides:
                side = max(finding.sides, key=lambda s: (s.origins, len(s.outlets)))
                if best.kind is None or (side.origins, len(side.outlets)) > (
                    best.origins or 0,
                    len(best.outlets),
                ):
                    best = Support(side.outlets or told_by, side.origins, finding.kind)
        return best

    def best_words(self, item: Telling) -> Mention | None:
        """The passage to show for an item: the first that no later report has overtaken."""
        overtaken = {
            one
            for finding in self.findings_about(item)
            if finding.kind == "updated"
            for side in finding.sides[:-1]
            for one in side.mentions
        }
        kept = (one for one in item.mentions if one not in overtaken)
        return next(kept, item.mentions[0] if item.mentions else None)

    def find(self, wanted: str) -> Item:
        """The item of that id, or of the one id that begins so; `UnknownItem` where none or several.

        A claim's id finds the item made from it.
        """
        if wanted in self.items:
            return self.items[wanted]
        if wanted in self.using:
            return self.using[wanted][0]
        begins = sorted(key for key in self.items if wanted and key.startswith(wanted))
        if len(begins) == 1:
            return self.items[begins[0]]
        if begins:
            shown = ", ".join(begins[:_NEAR]) + (", …" if len(begins) > _NEAR else "")
            raise UnknownItem(f"{wanted!r} begins {len(begins)} ids: {shown}; write more of it")
        raise UnknownItem(f"no item {wanted!r} in this record; {self._nearest(wanted)}")

    def _nearest(self, wanted: str) -> str:
        kind = wanted.rpartition("-")[0]
        ids = sorted(self.items, key=lambda key: (-_alike(wanted, key), key))
        same = [key for key in ids if kind and key.startswith(f"{kind}-")]
        near = (same or ids)[:_NEAR]
        return f"near it: {', '.join(near)}" if near else "it holds no items at all"

    def _outlets(self, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        named = {m.report for m in mentions}
        found = [self.outlet(r.id) for r in self.record.reports if r.id in named or r.name in named]
        return tuple(dict.fromkeys(found))


def index_of(record: Record) -> Index:
    """The ways into a record."""
    items: dict[str, Item] = {}
    for item in everything(record):
        items.setdefault(item.id, item)
    reports = {r.name: r for r in reversed(record.reports)}
    reports |= {r.id: r for r in record.reports}
    findings: dict[str, list[Finding]] = {}
    for finding in record.findings:
        for key in dict.fromkeys((*finding.claims, finding.about)):
            findings.setdefault(key, []).append(finding)
    using: dict[str, list[Telling]] = {}
    for told in telling(record):
        for claim in claims_of(told):
            using.setdefault(claim, []).append(told)
    return Index(
        record,
        items,
        reports,
        {key: tuple(found) for key, found in findings.items()},
        {claim: tuple(users) for claim, users in using.items()},
        {finding.id: i for i, finding in enumerate(record.findings)},
    )


def everything(record: Record) -> Iterator[Item]:
    """Every item of a record that has an id, kind by kind."""
    yield from telling(record)
    yield from record.actors
    yield from record.findings
    yield from record.judgements
    yield from record.reports
    yield from record.stories


def telling(record: Record) -> Iterator[Telling]:
    """Every item that tells something about the world, kind by kind."""
    for kind in _TELLING:
        yield from getattr(record, kind)


def passages_of(item: Item) -> tuple[Mention, ...]:
    """The passages an item rests on; a point left out rests on those who tell it, not on the others' words."""
    if isinstance(item, Finding) and item.kind == "left_out":
        return item.sides[0].mentions if item.sides else ()
    return tuple(mentions_in(item))


def claims_of(item: Item) -> tuple[str, ...]:
    """The ids of the claims an item was computed from."""
    return tuple(getattr(item, "claims", ()))


def short_ids(index: Index) -> dict[str, str]:
    """Each id cut to as little as still names one item, for display; at least four signs of its hash."""
    ids = sorted(index.items)
    short: dict[str, str] = {}
    for i, key in enumerate(ids):
        beside = [ids[j] for j in (i - 1, i + 1) if 0 <= j < len(ids)]
        shared = max((_alike(key, other) for other in beside), default=0)
        least = len(key.rpartition("-")[0]) + 5
        short[key] = key[: max(shared + 1, least)]
    return short


def _alike(left: str, right: str) -> int:
    """How many signs two ids have in common from their beginning."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
