"""Text: a file of plain text is one report, kept to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.report import Failure, Report, report_id
from dragoman.model.text import Furniture
from dragoman.sources.decoding import decode, refuse_wordless
from dragoman.sources.furniture import mark_furniture
from dragoman.sources.input import Format, Input
from dragoman.sources.language import check_language
from dragoman.sources.limits import Limits
from dragoman.sources.stamp import published_in


def read_text(source: Input, limits: Limits) -> Iterator[Report | Failure]:
    """The one report a text file is; line ends and a byte order mark are part of its text."""
    data = source.read(limits.report_bytes)
    text = decode(source.name, data)
    refuse_wordless(source.name, text)
    furniture = mark_furniture(text)
    language = check_language(source.name, article_of(text, furniture), limits, declared=None)
    yield Report(
        report_id(source.name, text),
        source.name,
        text,
        published=published_in(text, furniture),
        language=language,
        furniture=furniture,
    )


def article_of(text: str, furniture: tuple[Furniture, ...]) -> str:
    """What is left of a text without its furniture (all of it, where nothing is left)."""
    pieces, at = [], 0
    for stretch in furniture:
        pieces.append(text[at : stretch.start])
        at = stretch.end
    pieces.append(text[at:])
    left = "".join(pieces)
    return left if left.strip() else text


TEXT = Format("text", (".txt", ".text", ".md"), lambda _: True, read_text)
