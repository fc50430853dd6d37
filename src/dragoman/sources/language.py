"""Language: reports the reader cannot read are refused, never read wrongly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dragoman.errors import ForeignLanguage
from dragoman.sources.limits import Limits
from dragoman.sources.prose import FUNCTION_WORDS

READ = "en"
SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
FOREIGN_SCRIPT_LETTERS = 20


def check_language(name: str, text: str, limits: Limits, *, declared: str | None) -> str | None:
    """The ISO 639-1 code of a text's language, None where it is too short to tell.

    Raises ForeignLanguage where the text is surely not English. Names are no language: a
    short text, or one with its share of English function words, passes whatever its names.
    """
    sample = text[:SAMPLE]
    stated = (declared or "").strip().lower().replace("_", "-").split("-")[0] or None
    letters = sum(len(word) for word in _WORD.findall(sample))
    if _in_other_script(sample, letters, limits.script_share):
        raise _foreign(name, "another script than Latin")
    words = [word.lower() for word in _WORD.findall(sample)]
    share = sum(word in FUNCTION_WORDS for word in words) / max(len(words), 1)
    if stated in {READ, "eng", "english"} and share >= limits.english_share / 2:
        return READ
    if letters < limits.language_letters:
        return READ if stated in {READ, "eng", "english"} else None
    if share >= limits.english_share:
        return READ
    found = _identify(sample)
    if found.language != READ and found.confidence >= limits.language_confidence:
        raise _foreign(name, f"the language {found.language!r}")
    return READ if found.language == READ else None


class _Identified:
    __slots__ = ("confidence", "language")

    def __init__(self, language: str, confidence: float) -> None:
        self.language = language
        self.confidence = confidence


def _identify(text: str) -> _Identified:
    language, confidence = _identifier().classify(text)
    return _Identified(str(language), float(confidence))


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _in_other_script(text: str, letters: int, share: float) -> bool:
    latin = len(_LATIN.findall(text))
    other = letters - latin
    return other >= FOREIGN_SCRIPT_LETTERS and other > share * letters


def _foreign(name: str, what: str) -> ForeignLanguage:
    return ForeignLanguage(
        name,
        f"is written in {what}; only English is read",
        advice="translate it first, or leave it out",
    )
