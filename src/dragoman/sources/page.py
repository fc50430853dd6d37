"""Page: an HTML page as the lines of text a reader sees, each with where in the page it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.errors import MalformedInput, UndecodableInput
from dragoman.sources.limits import Limits

UNSEEN = frozenset(
    "script style noscript template svg math head iframe object embed canvas audio video map "
    "select datalist link meta title textarea area param source track".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol "
    "option p pre section summary table tbody td tfoot th thead tr ul label legend".split()
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
PLACES = {
    "nav": "menu",
    "menu": "menu",
    "footer": "page",
    "aside": "related",
    "form": "subscription",
    "button": "share",
    "figure": "caption",
    "figcaption": "caption",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(rb"<[a-zA-Z][^>]*>?")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(rb"[^\s=/>]+")
_SPACE = re.compile(r"[ \t\n\r\f\u00a0\u2009\u202f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a page: `text[start:end]`, the tag it stands in, and the part of the page.

    `inside` says what it stands within, as tags and classes: paragraphs of one article share
    it, wherever advertisements cut the article in pieces.
    """

    start: int
    end: int
    tag: str
    place: str | None
    inside: str


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of a page, and its lines in order."""

    text: str
    blocks: tuple[Block, ...]


def refuse_pathological(name: str, data: bytes, limits: Limits) -> None:
    """Raise MalformedInput for a tag with more attributes than any page has; linear, quick."""
    for tag in _tags(data.lower()):
        if len(tag) < 2 * limits.attributes:
            continue
        if len(_ATTRIBUTE.findall(_QUOTED.sub(b"", tag))) > 2 * limits.attributes:
            raise MalformedInput(
                name,
                f"has a tag with more than {limits.attributes} attributes",
                advice="no real page does; leave it out",
            )


def _tags(data: bytes) -> Iterator[bytes]:
    """Every opening tag, what only looks like one inside scripts and styles left out."""
    at = 0
    while match := _TAG.search(data, at):
        yield match.group()
        at = match.end()
        raw = next((n for n in (b"script", b"style") if match.group()[1:].startswith(n)), None)
        if raw:
            at = data.find(b"</" + raw, at)
            if at < 0:
                return


def parse_page(name: str, html: str, limits: Limits) -> Any:
    """The page as an lxml tree. Raises MalformedInput where it is too deep or too large."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    raw = html.encode("utf-8", "replace").replace(b"\0", b"")
    try:
        tree = etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UndecodableInput(
            name, "cannot be read as HTML", advice="save the page again, or its text"
        ) from error
    if tree is None:
        raise UndecodableInput(
            name, "cannot be read as HTML", advice="save the page again, or its text"
        )
    depth = count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > limits.depth or count > limits.elements:
            raise MalformedInput(
                name,
                f"nests deeper than {limits.depth} tags"
                if depth > limits.depth
                else f"has more than {limits.elements} tags",
                advice="no real page does; leave it out, or save its text",
            )
    return tree


def lay_out_page(tree: Any) -> Page:
    """The text a reader sees, block by block, one line a block, white space as shown."""
    writer = _Writer()
    top = _Setting("body", None, "")
    stack: list[tuple[Any, _Setting, bool]] = [(tree, top, False)]
    while stack:  # explicit, for pages nest deeper than Python's own stack likes
        node, setting, leaving = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        if leaving or not name or name in UNSEEN or _is_hidden(node):
            if leaving and name in BLOCKS:
                writer.end_line()
            writer.write(node.tail, setting)
            continue
        inner = _within(node, name, setting)
        if name == "br" or name in BLOCKS:
            writer.end_line()
        writer.write(node.text, inner)
        stack.append((node, setting, True))
        stack.extend((child, inner, False) for child in reversed(node))
    writer.end_line()
    return Page("".join(writer.pieces), tuple(writer.blocks))


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where on the page a piece of text stands."""

    tag: str
    place: str | None
    inside: str


def _within(node: Any, name: str, setting: _Setting) -> _Setting:
    place = _place(node, name) or setting.place
    if name not in BLOCKS:
        return _Setting(setting.tag, place, setting.inside)
    if name == "p" or name in HEADINGS:
        return _Setting(name, place, setting.inside)
    steps = [*setting.inside.split(" > "), f"{name}.{node.get('class') or ''}"[:80]]
    return _Setting(name, place, " > ".join(steps[-3:]))


def _is_hidden(node: Any) -> bool:
    if node.tag in {"body", "html"}:
        return False
    style = node.get("style")
    return node.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _place(node: Any, name: str) -> str | None:
    if name == "header" and any(True for _ in node.iterancestors("article", "main")):
        return None
    if name == "header":
        return "menu"
    return PLACES.get(name)


class _Writer:
    """Gathers a line's words until the line ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._setting = _Setting("body", None, "")
        self._at = 0

    def write(self, text: str | None, setting: _Setting) -> None:
        if not text:
            return
        if not self._line and text.strip():
            self._setting = setting
        if self._line or text.strip():
            self._line.append(text)

    def end_line(self) -> None:
        line = _SPACE.sub(" ", "".join(self._line)).strip()
        self._line = []
        if not line:
            return
        if self.pieces:
            self.pieces.append("\n\n")
            self._at += 2
        self.pieces.append(line)
        at = self._setting
        self.blocks.append(Block(self._at, self._at + len(line), at.tag, at.place, at.inside))
        self._at += len(line)
