"""Every passage of the reports that something rests on, numbered once for a whole page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.exports.chapters import chapters
from dragoman.exports.index import Index, Item, everything, index_of, passages_of, telling
from dragoman.exports.page import Sign, Source
from dragoman.exports.sentences import sentence
from dragoman.exports.wording import on_one_line
from dragoman.model.finding import Finding
from dragoman.model.record import Record
from dragoman.model.text import Mention

TONES = ("conflict", "updated", "corroborated", "repeated", "left_out")  # gravest first

_MOST = 8  # so many passages of one outlet are linked from a line


@dataclass(frozen=True, slots=True)
class Spots:
    """The numbers of passages and what rests on each.

    Numbers from `least_name` on are of passages that do no more than name somebody;
    `anchors` are where on the page an item stands, by its id.
    """

    index: Index
    anchors: dict[str, str]
    numbers: dict[Mention, int]
    least_name: int

    def number(self, one: Mention) -> int:
        """A passage's number."""
        return self.numbers[_placed(self.index, one)]

    def outlet(self, one: Mention) -> str:
        """The outlet of a passage, fit to show."""
        return on_one_line(self.index.outlet(one.report))

    def sources(self, mentions: tuple[Mention, ...]) -> tuple[Source, ...]:
        """Passages by outlet."""
        found: dict[str, set[int]] = {}
        for one in mentions:
            found.setdefault(self.outlet(one), set()).add(self.number(one))
        return tuple(
            Source(outlet, tuple(sorted(spots)[:_MOST]), max(0, len(spots) - _MOST))
            for outlet, spots in found.items()
        )

    def link(self, item: Item) -> Sign:
        """A link to where an item stands on the page."""
        return Sign(type(item).__name__.lower(), "", sentence(item), f"#{self.anchors[item.id]}")

    def of_report(self, report: str) -> dict[int, Mention]:
        """The passages of one report by number."""
        return {n: one for one, n in self.numbers.items() if one.report == report}

    def resting(self) -> dict[int, tuple[Sign, ...]]:
        """Links to all that rests on each passage."""
        found: dict[int, list[Sign]] = {}
        for item in _resting(self.index.record):
            if isinstance(item, Finding) and item.kind == "single_source":
                continue  # the item itself says as much
            link = self.link(item)
            for number in dict.fromkeys(self.number(one) for one in passages_of(item)):
                found.setdefault(number, []).append(link)
        return {number: tuple(links) for number, links in found.items()}

    def tones(self) -> dict[int, int]:
        """The gravest finding on each passage, as its place in `TONES`."""
        found: dict[int, int] = {}
        for finding in self.index.record.findings:
            if finding.kind in TONES:
                tone = TONES.index(finding.kind)
                for one in passages_of(finding):
                    number = self.number(one)
                    found[number] = min(tone, found.get(number, tone))
        return found


def spots_of(record: Record) -> Spots:
    """Number a record's passages: those that tell something in reading order, then mere names."""
    index = index_of(record)
    told_in_order = (report for part in chapters(record) for report in part.record.reports)
    order = {report.id: i for i, report in enumerate(told_in_order)}
    telling_items = (*telling(record), *record.findings)
    told = {_placed(index, one) for item in telling_items for one in passages_of(item)}
    named = {_placed(index, one) for actor in record.actors for one in actor.mentions} - told
    ranked = [
        *sorted(told, key=lambda one: (order.get(one.report, 0), one)),
        *sorted(named, key=lambda one: (order.get(one.report, 0), one)),
    ]
    ids = dict.fromkeys(item.id for item in everything(record))
    return Spots(
        index=index,
        anchors={key: f"i{i}" for i, key in enumerate(ids, 1)},
        numbers={one: number for number, one in enumerate(ranked, 1)},
        least_name=len(told) + 1,
    )


def _resting(record: Record) -> Iterator[Item]:
    """What rests on passages and is worth showing there."""
    yield from telling(record)
    yield from record.findings
    yield from record.actors


def _placed(index: Index, one: Mention) -> Mention:
    """A mention that names its report by id."""
    report = index.reports.get(one.report)
    return Mention(report.id if report else one.report, one.start, one.end, one.quote)
