"""The reports as the page shows them: their whole text, its passages lit and numbered."""

from __future__ import annotations

from collections import Counter

from dragoman.exports.chapters import chapters
from dragoman.exports.highlight import Segment, segments
from dragoman.exports.links import safe_link
from dragoman.exports.page import Note, ReportView, Sign, Stretch
from dragoman.exports.spots import TONES, Spots
from dragoman.exports.wording import on_one_line, outlet, shown
from dragoman.model.finding import ReportEntry

_NOTE = 160


def sheets(spots: Spots) -> tuple[ReportView, ...]:
    """Every report of the record, story by story."""
    resting, tones = spots.resting(), spots.tones()
    reports = [report for part in chapters(spots.index.record) for report in part.record.reports]
    labels = _labels(reports)
    return tuple(
        _sheet(spots, Sign("report", "", labels[report.id], f"r{i}"), report, resting, tones)
        for i, report in enumerate(reports, 1)
    )


def _labels(reports: list[ReportEntry]) -> dict[str, str]:
    """A short name for each report: its outlet, numbered where it has several."""
    named = [outlet(report.outlet or report.name) for report in reports]
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for report, name in zip(reports, named, strict=True):
        seen[name] += 1
        labels[report.id] = f"{name} {seen[name]}" if named.count(name) > 1 else name
    return labels


def _sheet(
    spots: Spots,
    place: Sign,
    report: ReportEntry,
    resting: dict[int, tuple[Sign, ...]],
    tones: dict[int, int],
) -> ReportView:
    passages = spots.of_report(report.id)
    cuts = segments(shown(report.text), passages, report.boilerplate)
    return ReportView(
        anchor=place.href,
        label=place.words,
        outlet=on_one_line(report.outlet or report.name),
        title=on_one_line(report.title or report.name),
        published=on_one_line((report.published or "")[:10]),
        link=safe_link(report.url),
        url=on_one_line(report.url or ""),
        facts=_facts(spots, report),
        stretches=tuple(_stretch(spots, cut, tones) for cut in cuts),
        notes=tuple(
            Note(number, on_one_line(one.quote, most=_NOTE), resting.get(number, ()))
            for number, one in sorted(passages.items())
        ),
    )


def _facts(spots: Spots, report: ReportEntry) -> tuple[str, ...]:
    """What is known about a report's origin, and its name."""
    credit = f"names as its source: {', '.join(report.credits)}" if report.credits else ""
    derived = [
        f"taken from {spots.index.outlet(judgement.subjects[1])}"
        for judgement in spots.index.record.judgements
        if judgement.kind == "derives" and judgement.verdict
        if len(judgement.subjects) > 1 and judgement.subjects[0] == report.id
    ]
    name = report.name if report.outlet and report.title else ""
    return tuple(on_one_line(fact) for fact in (credit, *dict.fromkeys(derived), name) if fact)


def _stretch(spots: Spots, cut: Segment, tones: dict[int, int]) -> Stretch:
    """A segment with its styles: the gravest finding over it, or that it is a name and no more."""
    told = [number for number in cut.spots if number < spots.least_name]
    named = [number for number in cut.spots if number >= spots.least_name]
    grave = min((tones[number] for number in told if number in tones), default=None)
    styles = (
        TONES[grave] if grave is not None else "",
        "name" if named and not told else "",
        "furniture" if cut.furniture else "",
    )
    return Stretch(
        text=cut.text,
        spots=(*told, *named),
        begins=cut.begins,
        ends=tuple(number for number in cut.ends if number < spots.least_name),
        styles=" ".join(style for style in styles if style),
    )
