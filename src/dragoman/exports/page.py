"""What the HTML page shows, in its order, before the template draws it.

Every passage of a report that something rests on has a number (a spot); lines of the
record point at spots, and each spot knows the lines that rest on it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet and the numbers of its passages; `more` counts those that are not shown."""

    outlet: str
    spots: tuple[int, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """A small mark: its kind (a style), sign, words, and where it leads (empty: nowhere)."""

    kind: str
    sign: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with its number and outlet."""

    spot: int
    outlet: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the record as a line: what it says, how widely, and on which passages it rests.

    `cited` are a report's words shown with it, where its head alone would say too little.
    """

    anchor: str
    id: str
    margin: str
    head: str
    facts: tuple[str, ...]
    support: Sign
    signs: tuple[Sign, ...]
    sources: tuple[Source, ...]
    inferred: tuple[str, ...]
    cited: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a finding."""

    value: str
    told: str
    outlets: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding: its sign, its point, its sides, and the lines it is about."""

    anchor: str
    id: str
    sign: Sign
    about: str
    note: str
    sides: tuple[SideView, ...]
    lines: tuple[Sign, ...]
    sources: tuple[Source, ...]
    side_by_side: bool


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind, the weightiest first; `folded` are put away behind a click."""

    kind: str
    anchor: str
    title: str
    cards: tuple[Card, ...]
    folded: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines of one kind; `folded` are those of one outlet only, put away behind a click."""

    kind: str
    anchor: str
    title: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """One story: its findings, then its lines."""

    anchor: str
    title: str
    counts: tuple[Sign, ...]
    findings: tuple[FindingGroup, ...]
    groups: tuple[LineGroup, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A passage and the lines that rest on it."""

    spot: int
    words: str
    lines: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a report's text: the spots over it, those that begin or end with it, its styles."""

    text: str
    spots: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    styles: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with its passages highlighted; `label` is its short name."""

    anchor: str
    label: str
    outlet: str
    title: str
    published: str
    link: str
    url: str
    facts: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    title: str
    counted: str
    chapters: tuple[ChapterView, ...]
    actors: tuple[Line, ...]
    failures: tuple[str, ...]
    reports: tuple[ReportView, ...]
