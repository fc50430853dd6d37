"""A page is read as its reader sees it, the article told from all around it."""

from __future__ import annotations

import io
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.report import Failure, Report
from dragoman.sources import read_sources

PARAGRAPHS = [
    "The foreign ministers of Peru and Chad opened a joint weather office in Lima on Friday, "
    "after two days of talks about rivers, rains and the price of seed.",
    "The office will watch the rains of both states, and it is paid for by a loan that the host "
    "state took up last year from a bank of the region.",
    "“We have waited long for this,” the minister of Chad said, and thanked the town for the "
    "house in which the office will work from the first of June.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Weather office opens | Andes Daily</title>
<meta property="og:site_name" content="Andes Daily">
<meta property="og:title" content="Weather office opens in Lima">
<meta property="article:published_time" content="2024-05-03T10:00:00+00:00">
<link rel="canonical" href="https://andes.example/weather-office">
<script>var x = "not seen";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Weather office opens in Lima</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1].replace("both states", "<b>both</b> <i>states</i>")}</p>
<p style="display: none">Nobody sees this.</p>
<h2>Long awaited</h2><p>{PARAGRAPHS[2]}</p></article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Chad names envoy</a></li></ul></aside>
<footer><p>© 2024 Andes Daily. All rights reserved.</p></footer></body></html>"""


def read(data: bytes | str) -> Report | Failure:
    raw = data.encode() if isinstance(data, str) else data
    (one,) = read_sources(["-"], stdin=io.BytesIO(raw))
    return one


def article(report: Report) -> list[str]:
    marked = {(f.start, f.end) for f in report.furniture}
    lines, at = [], 0
    for line in report.text.split("\n\n"):
        if (at, at + len(line)) not in marked:
            lines.append(line)
        at += len(line) + 2
    return lines


def test_article_is_told_from_the_page() -> None:
    report = read(PAGE)
    assert isinstance(report, Report)
    assert article(report) == [
        "Weather office opens in Lima",
        *PARAGRAPHS[:2],
        "Long awaited",
        PARAGRAPHS[2],
    ]


def test_page_says_what_it_is() -> None:
    report = read(PAGE)
    assert isinstance(report, Report)
    assert report.title == "Weather office opens in Lima"
    assert report.outlet == "Andes Daily"
    assert report.published == "2024-05-03T10:00:00+00:00"
    assert report.url == "https://andes.example/weather-office"


def test_text_is_what_is_seen() -> None:
    report = read(PAGE)
    assert isinstance(report, Report)
    assert report.text.startswith("Home\n\nWorld\n\nWeather office opens in Lima")
    assert "not seen" not in report.text
    assert "Nobody" not in report.text


def test_linked_data_is_read() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": '
        '"Office opens", "datePublished": "2024-05-03", "publisher": {"name": "Andes"}}]}</script>'
    )
    report = read(f"<html><head>{data}</head><body><p>{PARAGRAPHS[0]}</p></body></html>")
    assert isinstance(report, Report)
    assert (report.title, report.published, report.outlet) == (
        "Office opens",
        "2024-05-03",
        "Andes",
    )


@pytest.mark.parametrize("day", ["soon", "0001-01-01", "2024-13-40", "", "20240503T999"])
def test_odd_day_is_left_blank(day: str) -> None:
    report = read(
        f'<html><head><meta name="date" content="{day}"></head><body>{PARAGRAPHS[0]}</body></html>'
    )
    assert isinstance(report, Report)
    assert report.published is None


def test_declared_encoding_is_believed() -> None:
    page = (
        f'<html><head><meta charset="windows-1251"></head><body><p>{PARAGRAPHS[0]} Лима</p></body>'
    )
    report = read(page.encode("windows-1251"))
    assert isinstance(report, Report)
    assert "Лима" in report.text


PATHOLOGICAL = {
    "attributes": "<html><body><p " + " ".join(f"a{i}=1" for i in range(30_000)) + ">x y z</p>",
    "many attributes": "<html><body><p " + " ".join(f"a{i}" for i in range(300_000)) + ">x y</p>",
    "depth": "<html><body>" + "<div>" * 5_000 + PARAGRAPHS[0],
    "elements": "<html><body>" + "<b>a</b>" * 100_000,
    "open tags": "<html><body>" + "<a " * 300_000,
    "no text": "<html><body><script>x()</script></body></html>",
}


@pytest.mark.parametrize("case", PATHOLOGICAL)
def test_page_made_to_stall_is_refused_quickly(case: str) -> None:
    began = time.perf_counter()
    assert isinstance(read(PATHOLOGICAL[case]), Failure)
    assert time.perf_counter() - began < 4


def test_script_that_looks_like_tags_is_no_reason_to_refuse() -> None:
    script = "for (i = 0; i<a.length; i++) { x = [" + "1, " * 5_000 + "] }"
    assert isinstance(read(PAGE.replace("var x", script + "; var x")), Report)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_report_or_a_failure(data: bytes) -> None:
    item = read(b"<html><body><p>The envoy of Peru left.</p>" + data)
    assert isinstance(item, Report | Failure)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_mutated_page_is_a_report_or_a_failure(seed: int) -> None:
    source = random.Random(seed)
    data = bytearray(PAGE.encode())
    for _ in range(source.randrange(1, 40)):
        at = source.randrange(len(data))
        if source.random() < 0.5:
            del data[at : at + source.randrange(30)]
        else:
            data[at:at] = source.randbytes(source.randrange(6))
    item = read(bytes(data))
    if isinstance(item, Report):
        at = 0
        for stretch in item.furniture:
            assert at <= stretch.start < stretch.end <= len(item.text)
            at = stretch.end
