"""Decoding: bytes to text, one code point for one, or a clear refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata

from dragoman.errors import EmptyInput, UndecodableInput

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(range(0x01, 0x09)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20))
CONTROL_SHARE = 0.02  # of bytes no text holds; above it the file is no text
FEW_CONTROLS = 3
HIGH_SHARE = 0.05  # of bytes above 127 that a Western text may have
MOST_CHAOS = 0.1  # charset-normalizer's measure of disorder, 0 to 1
SAMPLE = 200_000
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(name: str, data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`: UTF-8, a marked UTF-16 or 32, `declared`, or what it surely is.

    A UTF-8 byte order mark stays (it is a code point of the text as given), and so do line
    ends. Raises EmptyInput for no bytes at all, UndecodableInput for binary or doubtful ones.
    """
    if not data:
        raise EmptyInput(name, "is empty", advice="hand in a report with text in it")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(name, data, encoding)
    refuse_binary(name, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    guess = _guess(data)
    if guess is None:
        raise UndecodableInput(
            name,
            "is in no encoding that can be told with confidence",
            advice="save it as UTF-8 and try again",
        )
    return guess


def refuse_binary(name: str, data: bytes) -> None:
    """Raise UndecodableInput where the bytes are no text in any encoding we try."""
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls > max(FEW_CONTROLS, CONTROL_SHARE * len(sample)):
        raise UndecodableInput(
            name,
            "is a binary file, not text",
            advice="hand in plain text, HTML or JSON Lines (save a PDF or Word file as text)",
        )


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each half of a broken pair, so that offsets hold."""
    return _SURROGATE.sub("\ufffd", text)


def refuse_wordless(name: str, text: str) -> None:
    """Raise EmptyInput where a text holds not one letter."""
    if not any(unicodedata.category(c)[0] == "L" for c in text[:SAMPLE]):
        raise EmptyInput(name, "holds no words", advice="hand in a report with text in it")


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableInput(
            name,
            f"is marked {encoding.upper()} but breaks its rules at byte {error.start}",
            advice="save it as UTF-8 and try again",
        ) from error


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        if not codecs.lookup(declared)._is_text_encoding:
            return None
        return without_surrogates(data.decode(declared))
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str | None:
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if high <= HIGH_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.chaos > MOST_CHAOS:
        return None
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
