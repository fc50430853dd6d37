"""Sets the HTML page: from a record to what the page shows, findings first."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exports.chapters import chapters, held_apart
from dragoman.exports.drawing import Drawn, draw
from dragoman.exports.index import Support, Telling, passages_of
from dragoman.exports.page import (
    Card,
    ChapterView,
    FindingGroup,
    Line,
    LineGroup,
    PageView,
    Quote,
    SideView,
    Sign,
)
from dragoman.exports.sentences import sentence
from dragoman.exports.sheets import sheets
from dragoman.exports.spots import Spots, spots_of
from dragoman.exports.wording import agreement, count, on_one_line, quoted, shown, side_value, word
from dragoman.model.actor import Actor
from dragoman.model.finding import (
    Event,
    Figure,
    Finding,
    OfficeHeld,
    Project,
    Relation,
    Side,
    Statement,
    Vote,
)
from dragoman.model.record import Record

_CARDS = ("conflict", "updated")
_FINDINGS = (
    ("conflict", "Where the reports differ"),
    ("updated", "Overtaken by later reports"),
    ("corroborated", "Agreed by independent origins"),
    ("repeated", "Repeated from one origin"),
    ("left_out", "Left out by some"),
    ("single_source", "Told by one outlet only"),
)
_OTHERS = (
    ("statements", "Statements"),
    ("figures", "Figures"),
    ("votes", "Votes"),
    ("offices", "Offices"),
    ("projects", "Projects"),
    ("relations", "Relations"),
    ("itinerary", "Journeys"),
    ("coverage", "What reports say of coverage"),
    ("precedents", "Called the first or latest"),
)
_WEIGHTS = (Event, Figure, Vote, Statement, Project, Relation, OfficeHeld)
_CITED = 150  # so many signs of a report are shown with an event
_SEEN = 6  # so many findings of a kind stand in sight
_SPARE = 3  # so few more are not worth folding
_SIGHT = 8  # so many lines of a kind stand in sight at least


def page_of(record: Record) -> PageView:
    """The page of a record."""
    spots = spots_of(record)
    setter = _Setter(spots)
    parts = chapters(record)
    named = dict.fromkeys(spots.index.outlet(report.id) for report in record.reports)
    counted = [count(len(record.reports), "report"), count(len(named), "outlet")]
    if len(record.stories) > 1:
        counted.append(count(len(record.stories), "story"))
    titled = [part.title for part in parts if part.title]
    return PageView(
        title=on_one_line(titled[0]) if len(titled) == 1 else " · ".join(counted),
        counted=" · ".join(counted),
        chapters=tuple(
            setter.chapter(f"c{i}", part.title if len(parts) > 1 else "", part.record)
            for i, part in enumerate(parts, 1)
        ),
        actors=tuple(setter.actor(actor) for actor in record.actors),
        failures=tuple(
            on_one_line(f"{failure.name}: {failure.what}; {failure.advice}")
            for failure in record.failures
        ),
        reports=sheets(spots),
    )


class _Setter:
    """Sets the chapters of one page."""

    def __init__(self, spots: Spots) -> None:
        self.spots, self.index = spots, spots.index

    def chapter(self, anchor: str, title: str, record: Record) -> ChapterView:
        """One story: its findings by kind, then its lines by kind."""
        kept = tuple(
            self._findings(f"{anchor}-{kind}", kind, heading, record)
            for kind, heading in _FINDINGS
            if any(finding.kind == kind for finding in record.findings)
        )
        groups = (*self._events(anchor, record), *self._others(anchor, record))
        return ChapterView(
            anchor=anchor,
            title=on_one_line(title),
            counts=tuple(
                Sign(
                    group.kind,
                    word("finding_signs", group.kind),
                    f"{len(group.cards) + len(group.folded)} {word('findings', group.kind)}",
                    f"#{group.anchor}",
                )
                for group in kept
            ),
            findings=kept,
            groups=tuple(group for group in groups if group.lines or group.folded),
        )

    def _findings(self, anchor: str, kind: str, heading: str, record: Record) -> FindingGroup:
        """Findings of one kind: differences all in sight, of the others the weightiest."""
        found = sorted((f for f in record.findings if f.kind == kind), key=self._weight)
        seen = len(found) if kind in _CARDS else 0 if kind == "single_source" else _SEEN
        if len(found) - seen <= _SPARE and kind != "single_source":
            seen = len(found)
        cards = tuple(self._card(finding) for finding in found)
        return FindingGroup(kind, anchor, heading, cards[:seen], cards[seen:])

    def _weight(self, finding: Finding) -> tuple[int, int, int]:
        """What happened before what was said, how much before who is who; then by how widely told."""
        kinds = [type(item) for item in self.index.rested_on(finding)]
        rank = min((_WEIGHTS.index(kind) for kind in kinds if kind in _WEIGHTS), default=9)
        side = finding.sides[0] if finding.sides else None
        return (rank, -side.origins, -len(side.outlets)) if side else (rank, 0, 0)

    def _events(self, anchor: str, record: Record) -> list[LineGroup]:
        return [
            self._group(f"{anchor}-events-{i}", "events", group.heading, group.events)
            for i, group in enumerate(held_apart(record.events), 1)
        ]

    def _others(self, anchor: str, record: Record) -> list[LineGroup]:
        return [
            self._group(f"{anchor}-{kind}", kind, heading, getattr(record, kind))
            for kind, heading in _OTHERS
        ]

    def _group(self, anchor: str, kind: str, title: str, items: Sequence[Telling]) -> LineGroup:
        """Lines of one kind; many of one outlet only are put away behind the others."""
        lone = [item.id for item in items if self._alone(item)]
        sight = max(0, _SIGHT - (len(items) - len(lone)))
        several = len(self.index.record.reports) > 1
        folded = set(lone[sight:] if several and len(lone) - sight > _SPARE else ())
        return LineGroup(
            kind,
            anchor,
            title,
            tuple(self._line(item) for item in items if item.id not in folded),
            tuple(self._line(item) for item in items if item.id in folded),
        )

    def _alone(self, item: Telling) -> bool:
        differs = any(f.kind in _CARDS for f in self.index.findings_about(item))
        return not differs and len(self.index.support(item).outlets) <= 1

    def _line(self, item: Telling) -> Line:
        drawn = draw(item)
        support = self.index.support(item)
        return Line(
            anchor=self.spots.anchors[item.id],
            id=shown(item.id),
            margin=drawn.margin,
            head=drawn.head,
            facts=tuple(fact for fact in drawn.facts if fact),
            support=self._told(support),
            signs=tuple(
                Sign(
                    f.kind,
                    word("finding_signs", f.kind),
                    word("findings", f.kind) + (f": {f.subject}" if f.subject else ""),
                    f"#{self.spots.anchors[f.id]}",
                )
                for f in self.index.findings_about(item)
                if f.kind in _CARDS or (f.kind == "left_out" and len(support.outlets) > 1)
            ),
            sources=self.spots.sources(item.mentions),
            inferred=tuple(
                on_one_line(f"{i.field}: {i.why}") for i in getattr(item, "inferred", ())
            ),
            cited=self._cited(item, drawn),
        )

    def _cited(self, item: Telling, drawn: Drawn) -> tuple[Quote, ...]:
        """What was said, or a report's words for an event, leading to where they stand."""
        one = self.index.best_words(item)
        if one is None or not (drawn.said or drawn.cite):
            return ()
        words = drawn.said or quoted(one.quote, most=_CITED)
        return (Quote(self.spots.number(one), self.spots.outlet(one), words),)

    def _told(self, support: Support) -> Sign:
        """How widely something is told; its one outlet is named beside it anyway."""
        kind = support.kind or ""
        if len(support.outlets) > 1:
            sign = word("finding_signs", kind) if kind else ""
            return Sign(kind, sign, agreement(support))
        several = support.outlets and len(self.index.record.reports) > 1
        return Sign("only", word("finding_signs", "single_source"), "only in" if several else "")

    def _card(self, finding: Finding) -> Card:
        kind = finding.kind
        about = self.index.items.get(finding.about)
        subject = f"{word('findings', kind)}: {finding.subject}" if finding.subject else ""
        return Card(
            anchor=self.spots.anchors[finding.id],
            id=shown(finding.id),
            sign=Sign(kind, word("finding_signs", kind), subject or word("findings", kind)),
            about=sentence(about) if about else on_one_line(finding.about),
            note=on_one_line(finding.note),
            sides=tuple(self._side(side, quoting=kind in _CARDS) for side in finding.sides),
            lines=tuple(self.spots.link(item) for item in self.index.rested_on(finding)),
            sources=self.spots.sources(passages_of(finding)),
            side_by_side=kind in _CARDS,
        )

    def _side(self, side: Side, *, quoting: bool) -> SideView:
        told = count(len(side.outlets), "outlet")
        if side.origins:
            told = f"{count(side.origins, 'origin')}, {told}"
        return SideView(
            value=side_value(side.value),
            told=told,
            outlets=tuple(on_one_line(outlet) for outlet in side.outlets),
            quotes=tuple(
                Quote(self.spots.number(one), self.spots.outlet(one), quoted(one.quote))
                for one in dict.fromkeys(side.mentions if quoting else ())
            ),
        )

    def actor(self, actor: Actor) -> Line:
        """An actor with its other names."""
        others = [on_one_line(name) for name in actor.aliases if name != actor.name]
        return Line(
            anchor=self.spots.anchors[actor.id],
            id=shown(actor.id),
            margin="",
            head=on_one_line(actor.name),
            facts=(
                " · ".join(p for p in (actor.kind, actor.country or "", *actor.sectors) if p),
                *((f"also {', '.join(others)}",) if others else ()),
            ),
            support=Sign("", "", ""),
            signs=(),
            sources=self.spots.sources(actor.mentions),
            inferred=(),
        )
