"""Limits: how much of anything a source may hand us before it is refused, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may hold at most; sizes in bytes.

    `attributes` of one HTML tag and `depth` of its nesting guard against pages made to
    stall a parser; the 102 real pages measured have 40 and nest 51 deep at most. A text shorter than
    `language_letters` letters is refused only for its script: where more than `script_share`
    of its letters are not Latin. `language_confidence` and `english_share` (of function
    words, which settles the matter) are 0 to 1.
    """

    report_bytes: int = 2_000_000
    page_bytes: int = 8_000_000
    row_bytes: int = 4_000_000
    attributes: int = 1_000
    depth: int = 200
    elements: int = 20_000
    language_letters: int = 150
    language_confidence: float = 0.995
    english_share: float = 0.12
    script_share: float = 0.5


DEFAULT_LIMITS = Limits()
