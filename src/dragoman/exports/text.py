"""The record on a terminal: what differs first, then what happened, then everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dragoman.exports.chapters import chapters, held_apart
from dragoman.exports.index import Index, Telling, index_of, short_ids
from dragoman.exports.rows import Row, Rows
from dragoman.exports.sentences import sentence
from dragoman.exports.terminal import Column, Page, styled
from dragoman.exports.wording import count, on_one_line, outlets, quoted, side_value, word
from dragoman.model.finding import Finding, FindingKind, Side
from dragoman.model.record import Record

_WIDE = 110
_QUOTE = 220
_QUOTES = 4  # so many quotes are shown for one side of a finding
_COUNTED: tuple[tuple[FindingKind, str], ...] = (
    ("conflict", "in conflict"),
    ("updated", "overtaken"),
    ("corroborated", "agreed by several origins"),
    ("repeated", "repeated from one origin"),
    ("left_out", "left out by some"),
    ("single_source", "told by one outlet only"),
)
_TOLD = Column("told by", ratio=2)
_WHEN = Column("when", fixed=True)


def render_text(record: Record, *, width: int = 80, color: bool = False) -> str:
    """The record as text `width` columns wide (at least 40), with terminal colours where asked."""
    page, index = Page(width, color), index_of(record)
    rows = Rows(index, short_ids(index), page.width >= _WIDE)
    _title(page, index)
    parts = chapters(record)
    for part in parts:
        _Chapter(page, rows, part.record).draw(part.title if len(parts) > 1 else "")
    if record.failures:
        page.heading("Could not be read", count(len(record.failures), "input"))
    for failure in record.failures:
        page.line(on_one_line(failure.name))
        page.line(f"{on_one_line(failure.what)}; {on_one_line(failure.advice)}", indent=2)
    return page.text()


def _title(page: Page, index: Index) -> None:
    """How much was read; the one story's title where there is but one."""
    record = index.record
    named = dict.fromkeys(index.outlet(report.id) for report in record.reports)
    counted = [count(len(record.reports), "report"), count(len(named), "outlet")]
    if len(record.stories) == 1:
        page.line(styled(on_one_line(record.stories[0].title), "title"))
    elif record.stories:
        counted.append(count(len(record.stories), "story"))
    page.line(styled(" · ".join(counted), "title"))


class _Chapter:
    """One story being drawn, a method a part."""

    def __init__(self, page: Page, rows: Rows, record: Record) -> None:
        self.page, self.rows, self.record = page, rows, record
        self.index: Index = rows.index

    def draw(self, title: str) -> None:
        """The whole chapter."""
        if title:
            self.page.gap()
            self.page.heading(f"STORY: {on_one_line(title)}")
        self._reports()
        self._counts()
        self._findings("Where the reports differ", "conflict")
        self._findings("Overtaken by later reports", "updated")
        self._events()
        self._tables()
        self._sentences("Projects", self.record.projects)
        self._sentences("Relations", self.record.relations)
        self._sentences("What reports say of coverage", self.record.coverage)
        self._sentences("Called the first or latest", self.record.precedents)
        self._findings("Who left what out", "left_out")

    def _reports(self) -> None:
        for report in self.record.reports:
            parts = [self.index.outlet(report.id), (report.published or "")[:10]]
            parts.append(report.title or "")
            parts.append(f"credits {outlets(report.credits)}" if report.credits else "")
            shown = " · ".join(on_one_line(part, most=100) for part in parts if part)
            short = styled(f"  {self.rows.short[report.id]}", "quiet")
            self.page.line(shown, short, indent=2)

    def _counts(self) -> None:
        self.page.gap()
        for kind, words in _COUNTED:
            found = sum(finding.kind == kind for finding in self.record.findings)
            if found:
                line = f"{word('finding_signs', kind)} {found:>3} {words}"
                self.page.line(styled(line, kind), indent=2)

    def _events(self) -> None:
        """Those held apart from those planned, each group by date."""
        names = (("what", 3), ("who", 4), ("where", 2)) if self.rows.wide else (("what", 3),)
        columns = (_WHEN, *(Column(name, ratio=ratio) for name, ratio in names), _TOLD)
        for group in held_apart(self.record.events):
            self._section(group.heading, group.events, columns, self.rows.event)

    def _tables(self) -> None:
        record, rows = self.record, self.rows
        who, much = Column("who", ratio=2), Column("how much", right=True, ratio=2)
        tables: tuple[tuple[str, Iterable[Telling], tuple[Column, ...], Callable[[Any], Row]], ...]
        tables = (
            ("Statements", record.statements, (who, Column("said", ratio=5)), rows.statement),
            ("Figures", record.figures, (much, Column("of what", ratio=4)), rows.figure),
            ("Offices", record.offices, (who, Column("office", ratio=4)), rows.office),
            ("Votes", record.votes, (who, Column("vote", ratio=4)), rows.vote),
            ("Journeys", record.itinerary, (_WHEN, who, Column("where", ratio=2)), rows.stop),
        )
        for heading, items, columns, row in tables:
            self._section(heading, items, (*columns, _TOLD), row)

    def _sentences(self, heading: str, items: Iterable[Telling]) -> None:
        columns = (Column("what", ratio=5), _TOLD)
        self._section(heading, items, columns, lambda i: (sentence(i), self.rows.told(i)))

    def _section(
        self,
        heading: str,
        items: Iterable[Telling],
        columns: tuple[Column, ...],
        row: Callable[[Any], Row],
    ) -> None:
        rows = [row(item) for item in items]
        if rows:
            self.page.heading(heading, str(len(rows)))
            self.page.table(columns, rows)

    def _findings(self, heading: str, kind: FindingKind) -> None:
        found = [finding for finding in self.record.findings if finding.kind == kind]
        if found:
            self.page.heading(heading, str(len(found)))
        for i, finding in enumerate(found):
            if i:
                self.page.gap()
            self._finding(finding)

    def _finding(self, finding: Finding) -> None:
        subject = f"{finding.subject}: " if finding.subject else ""
        about = self.index.items.get(finding.about)
        self.page.line(
            styled(f"{word('finding_signs', finding.kind)} ", finding.kind),
            styled(subject + (sentence(about) if about else on_one_line(finding.about)), "title"),
            styled(f"  {self.rows.short[finding.id]}", "quiet"),
        )
        for i, side in enumerate(finding.sides):
            self._side(side, quoting=not i or finding.kind != "left_out")
        if finding.note and finding.kind != "left_out":
            self.page.line(styled(on_one_line(finding.note), "quiet"), indent=2)

    def _side(self, side: Side, *, quoting: bool) -> None:
        told = outlets(side.outlets, most=6)
        if side.origins and side.origins != len(side.outlets):
            told += f" ({count(side.origins, 'origin')})"
        value = side_value(side.value) if quoting else "left out by"
        self.page.line(value, styled(f"  {told}", "quiet"), indent=2)
        quotes = tuple(
            dict.fromkeys(quoted(m.quote, most=_QUOTE) for m in side.mentions if quoting)
        )
        for quote in quotes[:_QUOTES]:
            self.page.line(styled(quote, "quote"), indent=4)
        if len(quotes) > _QUOTES:
            self.page.line(styled(f"and {len(quotes) - _QUOTES} more", "quiet"), indent=4)
