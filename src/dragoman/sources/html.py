"""HTML: a web page is one report: its visible text, with all but the article marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.errors import EmptyInput, TooLargeInput
from dragoman.model.report import Failure, Report, report_id
from dragoman.sources.article import find_article
from dragoman.sources.decoding import decode, refuse_wordless
from dragoman.sources.input import Format, Input, size_in_words
from dragoman.sources.language import check_language
from dragoman.sources.limits import Limits
from dragoman.sources.metadata import read_metadata
from dragoman.sources.page import lay_out_page, parse_page, refuse_pathological
from dragoman.sources.stamp import published_in
from dragoman.sources.text import article_of

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype html|html)|"
    rb"<(?:head|body|meta|title|article|main|div|p|h1|section|script)[\s>])",
    re.IGNORECASE,
)


def read_html(source: Input, limits: Limits) -> Iterator[Report | Failure]:
    """The one report a page is.

    Its text is what a reader of the page sees, block by block, two line ends between; the
    offsets of everything found count into that.
    """
    data = source.read(limits.page_bytes)
    refuse_pathological(source.name, data, limits)
    declared = _CHARSET.search(data[:4096])
    html = decode(
        source.name, data, declared=declared.group(1).decode("ascii") if declared else None
    )
    tree = parse_page(source.name, html, limits)
    page = lay_out_page(tree)
    if not page.text.strip():
        raise EmptyInput(
            source.name,
            "holds no visible text",
            advice="save the page as shown; a page drawn by script alone holds none",
        )
    if len(page.text) > limits.report_bytes:
        raise TooLargeInput(
            source.name,
            f"has more text than the {size_in_words(limits.report_bytes)} one report may hold",
            advice="split it into several reports",
        )
    refuse_wordless(source.name, page.text)
    about = read_metadata(tree)
    furniture = find_article(html, page, about.title)
    article = article_of(page.text, furniture)
    language = check_language(source.name, article, limits, declared=None)
    yield Report(
        report_id(source.name, page.text),
        source.name,
        page.text,
        outlet=about.outlet,
        title=about.title,
        published=about.published or published_in(page.text, furniture),
        url=about.url,
        language=language,
        furniture=furniture,
    )


def looks_like_html(head: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return bool(_MARKUP.match(head.lstrip(b"\xef\xbb\xbf")))


HTML = Format("html", (".html", ".htm", ".xhtml"), looks_like_html, read_html)
