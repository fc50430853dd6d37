"""Which addresses of a report a reader may be sent to."""

from __future__ import annotations

from urllib.parse import urlsplit

from dragoman.exports.wording import shown


def safe_link(url: str | None) -> str:
    """The address if it is one a reader may be sent to (http or https with a host), else nothing.

    >>> safe_link("javascript:alert(1)"), safe_link("https://example.org/a")
    ('', 'https://example.org/a')
    """
    if not url or shown(url) != url or any(sign.isspace() or sign in "\"'<>`\\" for sign in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and host else ""
