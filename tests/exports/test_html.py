"""The HTML page: self-contained, every line tied to its words, and nothing from a report ever runs."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html as parser

from dragoman.exports.html import render_html
from dragoman.exports.links import safe_link
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.finding import ReportEntry, Statement
from dragoman.model.record import Record
from dragoman.model.report import Failure
from dragoman.model.text import Mention

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    '" autofocus onfocus=alert(1) x="',
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>*{display:none}</style>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>",
    "<!-- --><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "${alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&quot; onclick=&quot;alert(1)",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<\u2028script>alert(1)</script>",
    "\u202e<script>alert(1)</script>",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "\ud800<script>alert(1)</script>",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "<plaintext>",
    "</textarea><script>alert(1)</script>",
    "</a></div></body></html><script>alert(1)</script>",
)
ALLOWED_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "nav",
        "main",
        "section",
        "ul",
        "ol",
        "li",
        "span",
        "article",
        "blockquote",
        "cite",
        "details",
        "summary",
        "code",
        "aside",
        "button",
        "strong",
        "script",
        "q",
    ]
)
ALLOWED_ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "href",
        "id",
        "tabindex",
        "dir",
        "aria-label",
        "aria-hidden",
        "rel",
        "data-spots",
        "data-ends",
        "data-spot",
        "role",
        "aria-modal",
        "aria-labelledby",
        "hidden",
        "type",
    ]
)


def hostile(payload: str) -> Record:
    report = ReportEntry(
        id=payload, name=payload, outlet=payload, title=payload, published=payload, url=payload,
        language="en", credits=(payload,), boilerplate=(), story=None, text=f"{payload} said so.",
    )  # fmt: skip
    mention = Mention(payload, 0, len(payload), payload)
    party = Party(payload, payload, payload, (payload,))
    statement = Statement(
        payload, party, payload, "indirect", payload, party, payload, (mention,), (payload,),
        (Inference(payload, payload),), (Reason(payload, payload),),
    )  # fmt: skip
    failure = Failure(payload, payload, payload, payload)
    return Record(reports=(report,), statements=(statement,), failures=(failure,))


def test_payloads_are_many() -> None:
    assert len(set(PAYLOADS)) >= 50


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_nothing_of_a_report_becomes_markup(payload: str) -> None:
    page = render_html(hostile(payload))
    page.encode("utf-8")
    tree = parser.document_fromstring(page.encode("utf-8"))
    kinds = Counter(element.tag for element in tree.iter() if isinstance(element.tag, str))
    plain = parser.document_fromstring(render_html(hostile("plain words")).encode("utf-8"))
    assert kinds == Counter(e.tag for e in plain.iter() if isinstance(e.tag, str))
    assert kinds["script"] == kinds["style"] == 1
    assert set(kinds) <= ALLOWED_TAGS
    for element in tree.iter():
        if isinstance(element.tag, str):
            assert set(element.attrib) <= ALLOWED_ATTRIBUTES
            assert element.get("href", "#").startswith(("#", "https://", "http://"))
    assert not [node for node in tree.iter() if not isinstance(node.tag, str)], "a comment"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//example.org/", False),
        ("/local", False),
        ("https:", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://example.org/\" onclick='x'", False),
        (" https://example.org", False),
        ("https://exam\nple.org", False),
        ("https://exa\u202emple.org", False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert bool(safe_link(url)) is safe


def test_policy_allows_this_style_and_script_by_hash_and_nothing_else(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for tag in ("style", "script"):
        (text,) = tree.xpath(f"//{tag}/text()")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not tree.xpath("//@style | //@src | //link | //img")


def test_the_page_asks_nothing_of_the_network(sample: Record) -> None:
    page = render_html(sample)
    assert re.findall(r"(?:url\(|@import|fetch\(|XMLHttpRequest|src=)", page) == []


def test_every_report_stands_there_word_for_word(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    texts = [node.text_content() for node in tree.xpath("//div[@class='text']")]
    assert texts == [report.text for report in sample.reports]


def test_every_link_inside_the_page_leads_somewhere(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {href for href in tree.xpath("//@href") if href.startswith("#")}
    assert inside
    assert {href[1:] for href in inside} <= set(ids)


def test_a_line_leads_to_its_words_and_back(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    (card,) = [
        c for c in tree.xpath("//article[@id]") if "They differ by 25 %." in c.text_content()
    ]
    spots = card.xpath(".//a[@class='quote']/@href")
    assert len(spots) == 3
    for href in spots:
        number = href[2:]
        lit = tree.xpath(f"//a[contains(concat(' ', @data-spots, ' '), ' {number} ')]")
        words = "".join(part.text_content() for part in lit)
        assert "1.2 million" in words or "1.5 million" in words
        assert all("conflict" in part.get("class") for part in lit)
        back = tree.xpath(f"//li[@id='n{number}']//li/a/@href")
        assert f"#{card.get('id')}" in back


def test_furniture_is_marked(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    marked = [node.text_content() for node in tree.xpath("//*[contains(@class, 'furniture')]")]
    assert marked == ["HOME | WORLD | SPORT", "Subscribe to our newsletter"]


def test_kinds_of_findings_are_told_in_words_and_signs(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    (counts,) = tree.xpath("//ul[@class='counts']")
    said = [" ".join(node.text_content().split()) for node in counts.xpath("li")]
    assert said == [
        "≠ 2 in conflict",
        "↻ 1 overtaken",
        "✓ 1 agreed",
        "≡ 1 repeated",
        "∅ 1 left out",
        "· 1 only here",
    ]


def test_planned_is_kept_apart_from_held(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    groups = {
        group.xpath("string(h3/text())").strip(): group.text_content()
        for group in tree.xpath("//section[contains(@class, 'events')]")
    }
    assert "planned: visit" in groups["Planned or possible"]
    assert "planned: visit" not in groups["What happened"]
    assert "Chile" in groups["What did not happen"]


def test_headings_descend_and_landmarks_are_named(sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    levels = [int(node.tag[1]) for node in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(node.get("aria-label") for node in tree.xpath("//main | //aside | //nav"))


def test_same_record_same_bytes(sample: Record) -> None:
    assert render_html(sample) == render_html(dataclasses.replace(sample))


def test_an_empty_record_is_a_page() -> None:
    tree = parser.document_fromstring(render_html(Record()))
    assert tree.xpath("string(//h1)") == "0 reports · 0 outlets"


def test_many_lines_of_one_outlet_are_folded(sample: Record) -> None:
    event = sample.events[5]
    lone = tuple(dataclasses.replace(event, id=f"event-{i:04}", claims=()) for i in range(30))
    record = dataclasses.replace(sample, events=(*sample.events, *lone))
    tree = parser.document_fromstring(render_html(record))
    folded = tree.xpath("//section[contains(@class, 'events')]/details/summary/text()")
    assert any("told by one outlet only" in words for words in folded)


def _light(style: str, scheme: str) -> dict[str, str]:
    block = re.search(
        r":root \{(.*?)\}", style.split("prefers-color-scheme: dark")[scheme == "dark"], re.S
    )
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block[1]))


def _luminance(color: str) -> float:
    full = color[1:] if len(color) == 7 else "".join(c * 2 for c in color[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme: str, sample: Record) -> None:
    tree = parser.document_fromstring(render_html(sample))
    colors = _light(tree.xpath("string(//style)"), scheme)
    inks = ("ink", "soft", "link", "conflict", "updated", "agreed", "repeated", "left")
    pairs = [(ink, ground) for ink in inks for ground in ("paper", "sheet")]
    grounds = ("lit", "lit-on", "conflict-wash", "updated-wash", "left-wash")
    pairs += [("ink", ground) for ground in grounds]
    for ink, ground in pairs:
        light, dark = sorted((_luminance(colors[ink]), _luminance(colors[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
