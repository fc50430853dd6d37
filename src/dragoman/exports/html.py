"""The record as one HTML file that needs nothing else: no network, and no script to be read.

Everything from a report goes through the template's escaping; the page's own style and
script are inlined and allowed by their hashes alone, so nothing else can ever run.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from dragoman.exports.typesetting import page_of
from dragoman.exports.wording import shown
from dragoman.model.record import Record

_ROOM = "dragoman.exports"


def render_html(record: Record) -> str:
    """The record as a self-contained HTML page."""
    style, script = _asset("record.css"), _asset("record.js")
    return _template().render(
        page=page_of(record),
        style=Markup(style),  # noqa: S704  our own file, no report's words
        script=Markup(script),  # noqa: S704
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _fit(value: object) -> object:
    """The last door before the page: no report's word passes unfit to show, whatever field it came by."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return resources.files(_ROOM).joinpath("assets", name).read_text("utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    def load(name: str) -> str:
        return resources.files(_ROOM).joinpath("templates", name).read_text("utf-8")

    rooms = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return rooms.get_template("record.html.j2")
