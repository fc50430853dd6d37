"""Why the record says something: an item's words in their sentences, and the steps that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from rich.text import Text

from dragoman.exports.index import Index, Item, Telling, claims_of, index_of, short_ids, telling
from dragoman.exports.sentences import sentence
from dragoman.exports.terminal import Page, styled
from dragoman.exports.wording import (
    agreement,
    count,
    on_one_line,
    outlets,
    shown,
    side_value,
    word,
)
from dragoman.model.actor import Actor, Inference, Party, Reason
from dragoman.model.finding import Finding, ReportEntry, Story
from dragoman.model.judgement import Judgement
from dragoman.model.record import Record
from dragoman.model.text import Mention

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-zß-ÿ])|\n\s*\n|\n(?=\S)")
_REACH = 400  # how far from a mention its sentence may begin or end, in signs
_MOST = 40  # so many mentions are shown, the rest counted


def explain(record: Record, item: str, *, width: int = 80, color: bool = False) -> str:
    """Why an item is in the record; `item` is its id or as much of it as names one item.

    Raises `UnknownItem`, which lists ids near the one asked for.
    """
    index = index_of(record)
    found = index.find(item)
    page = Page(width, color)
    page.line(styled(sentence(found), "title"))
    page.line(styled(f"{type(found).__name__.lower()} {shown(found.id)}", "quiet"))
    if isinstance(found, Telling):
        page.line(styled(agreement(index.support(found)), "quiet"))
    _Account(page, index).of(found)
    return page.text()


class _Account:
    """The account of one item, a method a part."""

    def __init__(self, page: Page, index: Index) -> None:
        self.page, self.index = page, index
        self.short = short_ids(index)

    def of(self, item: Item) -> None:
        """Everything there is to say about an item."""
        if isinstance(item, Finding):
            self._sides(item)
        elif isinstance(item, Judgement):
            self._judged(item)
        elif isinstance(item, ReportEntry):
            self._report(item)
        elif isinstance(item, Story):
            self._members(item)
        else:
            self._mentions("What the reports say", item.mentions)
        if isinstance(item, Actor):
            self._parts(item)
        self._reasons(getattr(item, "reasons", ()))
        self._inferred(getattr(item, "inferred", ()))
        self._claims(item)
        self._findings(item)
        self._judgements(item)

    def _mentions(self, heading: str, mentions: tuple[Mention, ...]) -> None:
        distinct = tuple(dict.fromkeys(mentions))
        if distinct:
            self.page.heading(heading, count(len(distinct), "passage"))
        for one in distinct[:_MOST]:
            self._mention(one)
        if len(distinct) > _MOST:
            self.page.line(styled(f"and {len(distinct) - _MOST} more", "quiet"))

    def _mention(self, one: Mention, *, indent: int = 0) -> None:
        report = self.index.reports.get(one.report)
        place = f"{on_one_line(self.index.outlet(one.report))} · {report.name if report else ''}"
        self.page.line(styled(f"{shown(place)} · {one.start} to {one.end}", "quiet"), indent=indent)
        self.page.line(in_sentence(report.text if report else "", one), indent=indent + 2)

    def _sides(self, finding: Finding) -> None:
        for side in finding.sides:
            told = outlets(side.outlets, most=6)
            origins = f" ({count(side.origins, 'origin')})" if side.origins else ""
            self.page.heading(side_value(side.value), told + origins)
            for one in dict.fromkeys(side.mentions[:_MOST]):
                self._mention(one)
        if finding.note:
            self.page.gap()
            self.page.line(on_one_line(finding.note))
        self.page.line(styled(f"confidence {finding.confidence:.2f}", "quiet"))

    def _judged(self, judgement: Judgement) -> None:
        self.page.heading("What was judged")
        for subject in judgement.subjects:
            item = self.index.items.get(subject)
            words = sentence(item) if item else ""
            self.page.line(shown(subject), styled(f"  {words}", "quiet") if words else "")
        for passage in judgement.passages[:_MOST]:
            self.page.gap()
            self.page.line(styled(f"passages alike, score {passage.score:.2f}", "quiet"))
            self._mention(passage.left, indent=2)
            self._mention(passage.right, indent=2)

    def _report(self, report: ReportEntry) -> None:
        self.page.heading("What it gave", count(len(report.text), "sign"))
        for item in telling(self.index.record):
            if any(m.report in (report.id, report.name) for m in item.mentions):
                self._row(item)

    def _parts(self, actor: Actor) -> None:
        played = [
            item
            for item in telling(self.index.record)
            if any(one.entity == actor.id for one in parties_in(item))
        ]
        if played:
            self.page.heading("Its parts", str(len(played)))
        for item in played:
            self._row(item)

    def _members(self, story: Story) -> None:
        self.page.heading("Its reports")
        for key in story.reports:
            if key in self.index.reports:
                self._row(self.index.reports[key])

    def _reasons(self, reasons: tuple[Reason, ...]) -> None:
        if reasons:
            self.page.heading("How it was made")
        for reason in dict.fromkeys(reasons):
            self.page.line(
                styled(f"{on_one_line(reason.step)}: ", "heading"), on_one_line(reason.why)
            )

    def _inferred(self, inferred: tuple[Inference, ...]) -> None:
        if inferred:
            self.page.heading("Inferred, not stated")
        for one in inferred:
            self.page.line(styled(f"{on_one_line(one.field)}: ", "heading"), on_one_line(one.why))

    def _claims(self, item: Item) -> None:
        claims = claims_of(item)
        if claims:
            self.page.heading("Computed from", count(len(claims), "claim"))
        for claim in claims:
            users = [user for user in self.index.using.get(claim, ()) if user.id != item.id]
            words = "; ".join(sentence(user) for user in users[:3])
            self.page.line(shown(claim), styled(f"  {words}", "quiet") if words else "")

    def _findings(self, item: Item) -> None:
        if isinstance(item, Finding):
            return
        findings = self.index.findings_about(item)
        if findings:
            self.page.heading("What is found about it")
        for finding in findings:
            self._row(finding)
            for side in finding.sides:
                told = outlets(side.outlets, most=6)
                self.page.line(side_value(side.value), styled(f"  {told}", "quiet"), indent=4)

    def _judgements(self, item: Item) -> None:
        if isinstance(item, Judgement):
            return
        own = {item.id, *claims_of(item), *getattr(item, "entities", ())}
        judged = [j for j in self.index.record.judgements if own & set(j.subjects)]
        if judged:
            self.page.heading("Judgements behind it")
        for judgement in judged[:_MOST]:
            self._row(judgement)
            for reason in judgement.reasons:
                why = f"{on_one_line(reason.step)}: {on_one_line(reason.why)}"
                self.page.line(styled(why, "quiet"), indent=4)

    def _row(self, item: Item) -> None:
        sign = f"{word('finding_signs', item.kind)} " if isinstance(item, Finding) else ""
        self.page.line(f"{sign}{sentence(item)}", styled(f"  {self.short[item.id]}", "quiet"))


def in_sentence(text: str, one: Mention) -> Text:
    """A mention within the sentence around it, the mention itself between brackets."""
    start, end = _around(text, one)
    before = on_one_line(text[start : one.start])
    after = on_one_line(text[one.end : end])
    gap = " " if text[one.start - 1 : one.start].isspace() and before else ""
    next_gap = " " if text[one.end : one.end + 1].isspace() and after else ""
    drawn = styled(before + gap, "quiet")
    drawn.append(f"[{on_one_line(one.quote)}]", style="bold")
    drawn.append(next_gap + after, style="dim")
    return drawn


def parties_in(value: object) -> Iterator[Party]:
    """Every party that plays a part in an item."""
    for field in fields(value):  # type: ignore[arg-type]
        held = getattr(value, field.name)
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, Party):
                yield part


def _around(text: str, one: Mention) -> tuple[int, int]:
    """Where the sentence around a mention begins and ends, within reach."""
    low, high = max(0, one.start - _REACH), min(len(text), one.end + _REACH)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, low, one.start + 1)]
    start = max((end for end in ends if end <= one.start), default=low)
    after = _SENTENCE_END.search(text, max(one.start, one.end - 1), high)
    return start, after.start() + 1 if after else high
