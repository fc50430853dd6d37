"""Metadata: what a page says about itself in its head: title, outlet, day, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from dragoman.sources.decoding import without_surrogates

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "date",
)
_ARTICLES = re.compile(r"(?:News|Report|Reportage|Opinion\w*|Analysis\w*)?Article|BlogPosting")
_SPACE = re.compile(r"\s+")
LONGEST = 500
MOST_SCRIPTS = 20
MOST_NODES = 2000


@dataclass(frozen=True, slots=True)
class About:
    """What a page says about itself; None where it does not."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def read_metadata(tree: Any) -> About:
    """Read a page's meta tags and JSON-LD; what its head does not say is left blank."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    published = [item.get("datePublished") for item in linked]
    published += [meta.get(key) for key in _DATES] + _times(tree)
    return About(
        title=_first([item.get("headline") for item in linked] + [meta.get(k) for k in _TITLES])
        or _only_heading(tree),
        outlet=_first(
            [meta.get(_OUTLETS[0])]
            + [_name_of(item.get("publisher")) for item in linked]
            + [meta.get(key) for key in _OUTLETS[1:]]
        ),
        published=next((day for day in map(_iso, published) if day), None),
        url=_address(tree, meta),
    )


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = node.get("property") or node.get("name") or node.get("itemprop")
        content = node.get("content")
        if key and content and content.strip():
            found.setdefault(key.strip().lower(), content)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    scripts = [n for n in tree.iter("script") if "ld+json" in (n.get("type") or "").lower()]
    for script in scripts[:MOST_SCRIPTS]:
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _article_nodes(data)


def _article_nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, met = [data], 0
    while waiting and met < MOST_NODES:
        node = waiting.pop(0)
        met += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLES.fullmatch(name) for name in names):
                yield node
            waiting.extend(node.get(key) for key in ("@graph", "mainEntity") if key in node)


def _name_of(value: Any) -> Any:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _first(values: list[Any]) -> str | None:
    for value in values:
        if isinstance(value, str) and (clean := _clean(value)):
            return clean
    return None


def _clean(value: str) -> str:
    return _SPACE.sub(" ", without_surrogates(value)).strip()[:LONGEST]


def _only_heading(tree: Any) -> str | None:
    """The page's one first-level heading; of several none is surely the headline."""
    headings = [_clean("".join(node.itertext())) for node in tree.iter("h1")]
    headings = sorted({heading for heading in headings if heading})
    return headings[0] if len(headings) == 1 else None


def _times(tree: Any) -> list[str | None]:
    """`<time datetime>` marked as the day of publication, or standing alone on the page."""
    nodes = list(tree.iter("time"))
    marked = [
        node.get("datetime") or node.get("content")
        for node in nodes
        if node.get("pubdate") is not None
        or "datepublished" in (node.get("itemprop") or "").lower()
    ]
    return marked or ([nodes[0].get("datetime")] if len(nodes) == 1 else [])


def _iso(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    value = value.strip()
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return _dated(value)
    return value if 1990 <= found.year <= 2100 else None


def _dated(value: str) -> str | None:
    """The day in a date-time written nearly as ISO ("2022-07-05 14:30:00 +0800")."""
    match = re.match(r"((?:19|20)\d\d-\d\d-\d\d)(?![\d-])", value)
    try:
        return match and datetime.fromisoformat(match.group(1)).date().isoformat()
    except ValueError:
        return None


def _address(tree: Any, meta: dict[str, str]) -> str | None:
    links = [
        node.get("href")
        for node in tree.iter("link")
        if "canonical" in (node.get("rel") or "").lower().split()
    ]
    for value in [*links, meta.get("og:url")]:
        try:
            if value and urlsplit(value.strip()).scheme in {"http", "https"}:
                return _clean(value)
        except ValueError:
            continue
    return None
