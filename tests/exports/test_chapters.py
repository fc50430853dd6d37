"""A record told story by story, and events held apart by what became of them."""

from __future__ import annotations

import dataclasses

from lxml import html as parser

from dragoman.exports.chapters import chapters, held_apart
from dragoman.exports.html import render_html
from dragoman.model.finding import Story
from dragoman.model.record import Record


def two_stories(sample: Record) -> Record:
    reports = (*sample.reports[:3], dataclasses.replace(sample.reports[3], story="story-b"))
    other = Story("story-b", "On to Paraguay", ("report-d",))
    return dataclasses.replace(sample, reports=reports, stories=(*sample.stories, other))


def test_one_story_is_one_chapter(sample: Record) -> None:
    (only,) = chapters(sample)
    assert only.title == "Ana Brito visits Uruguay"
    assert only.record == sample


def test_nothing_is_lost_or_told_twice(sample: Record) -> None:
    record = two_stories(sample)
    parts = chapters(record)
    assert [part.title for part in parts] == ["Ana Brito visits Uruguay", "On to Paraguay"]
    for kind in ("reports", "events", "statements", "figures", "findings", "itinerary"):
        told = [item.id for part in parts for item in getattr(part.record, kind)]
        assert sorted(told) == sorted(item.id for item in getattr(record, kind))


def test_reports_of_no_story_come_last(sample: Record) -> None:
    reports = (dataclasses.replace(sample.reports[0], story=None), *sample.reports[1:])
    parts = chapters(dataclasses.replace(sample, reports=reports))
    assert [part.title for part in parts] == ["Ana Brito visits Uruguay", ""]
    assert [report.id for report in parts[1].record.reports] == ["report-a"]


def test_an_empty_record_is_one_chapter() -> None:
    assert len(chapters(Record())) == 1


def test_events_by_what_became_of_them(sample: Record) -> None:
    groups = {
        group.heading: [e.id[-2:] for e in group.events] for group in held_apart(sample.events)
    }
    assert groups == {
        "What happened": ["01", "02", "05", "03", "06"],
        "Planned or possible": ["04", "07"],
        "What did not happen": ["08"],
    }


def test_the_page_lists_its_stories_and_puts_their_reports_in_that_order(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(two_stories(sample)))
    listed = tree.xpath("//nav[@aria-label='Stories']//a")
    assert [link.text_content() for link in listed] == [
        "Ana Brito visits Uruguay",
        "On to Paraguay",
    ]
    for link in listed:
        (chapter,) = tree.xpath(f"//section[@id='{link.get('href')[1:]}']")
        assert chapter.xpath("string(h2)") == link.text_content()
    assert tree.xpath("//article[@class='report']//h2/text()")[-1] == "Brito travels on to Paraguay"
