"""Spelling: names brought to plain Latin letters, and how like two words are.

Names reach English by many roads (Sergey, Sergei, Serhiy; Dükhbold, Duhbold): a word is
compared as written, then by a skeleton in which letters that transliterations disagree on
fall together, then by the table of given names, then letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

# Below this a word is another word. Chosen with benchmarks/names.py: at 0.72 short names of
# different people (Chung, Chang) still fall together, at 0.8 plain slips of the pen fall apart.
SAME_WORD = 0.74
_SHORTEST_SLIP = 4

_CYRILLIC_LETTERS = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяўөүһңқғәұ"
_CYRILLIC_LATIN = (
    "a b v g g d e e ye zh z i i i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya u o u "
    "h n k g a u"
)
_GREEK_LETTERS = "αβγδεζηθικλμνξοπρσςτυφχψω"
_GREEK_LATIN = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _CYRILLIC_LATIN.split(), strict=True))
_GREEK = dict(zip(_GREEK_LETTERS, _GREEK_LATIN.split(), strict=True))
_LATIN = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    "ə": "a", "ħ": "h", "ŋ": "ng",
}  # fmt: skip
_PLAIN = str.maketrans(
    {
        letter: latin.replace("_", "")
        for table in (_CYRILLIC, _GREEK, _LATIN)
        for letter, latin in table.items()
    }
)
_GENITIVES = frozenset({"giin", "iin", "iyn", "yn", "gyn", "giyn", "in"})
_ARTICLES = frozenset({"al", "el", "ad", "as", "ash", "ar", "az", "an", "at"})
_QUOTES = re.compile("['’‘ʼʻʿʾ`´\"“”«»]")

_SKELETON = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch|sh", "5"),
        (r"tch|ch|cz|tsch", "4"),
        (r"dzh|zh|dj|dsch", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q", "k"),
        (r"tz", "ts"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"ou|oo", "u"),
        (r"ue", "u"),
        (r"oe", "o"),
        (r"ae|aa", "a"),
        (r"(?:y|j|i)(?:y|j|i)+|ee|ie|ei|ey|ij|iy", "i"),
        (r"y|j(?![aeou])", "i"),
        (r"i(?=[aeou])", "i"),
        (r"ff$", "v"),
        (r"(.)\1+", r"\1"),
    )
)


def plain(text: str) -> str:
    """Lower-case Latin letters without accents or quotes; other scripts as they are.

    >>> plain("Орлов"), plain("Páska"), plain("İstanbul")
    ('orlov', 'paska', 'istanbul')
    """
    lowered = _QUOTES.sub("", unicodedata.normalize("NFKC", text)).lower()
    if lowered.isascii():
        return lowered
    folded = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(ch for ch in folded if not unicodedata.combining(ch)).translate(_PLAIN)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word with the letters on which transliterations disagree made one.

    >>> skeleton("sergey") == skeleton("sergei"), skeleton("ahmed") == skeleton("akhmed")
    (True, True)
    """
    for pattern, letter in _SKELETON:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=131072)
def likeness(one: str, other: str) -> float:
    """How like two plain words are, 0 to 1; 0 where they are two different words.

    Two given names of the table are one name or two, whatever their letters.
    """
    if one == other:
        return 1.0
    names = given_names()
    lines, others = names.get(one), names.get(other)
    if lines and others:
        return 0.97 if lines & others else 0.0
    if not one.isascii() and _other_script(one) and _other_script(other):
        return _slip(one, other, shortest=6)
    if _inflected(one, other) or _inflected(other, one):
        return 0.93
    bones, other_bones = skeleton(one), skeleton(other)
    if bones == other_bones and len(bones) > 1:
        return 0.95
    return max(
        _slip(one, other, shortest=_SHORTEST_SLIP),
        _slip(bones, other_bones, shortest=_SHORTEST_SLIP + 1) - 0.02,
    )


@lru_cache(maxsize=1)
def given_names() -> dict[str, frozenset[int]]:
    """Each given name of the table and the lines it stands on."""
    table = files("dragoman.linking").joinpath("variants.tsv").read_text("utf-8")
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(table.splitlines()):
        for name in () if line.startswith("#") else line.split():
            lines.setdefault(name, set()).add(number)
    return {name: frozenset(found) for name, found in lines.items()}


def _inflected(short: str, long: str) -> bool:
    """A Mongolian father's name in the genitive, or an Arabic name with its article run in."""
    return len(short) >= 3 and (
        (long.startswith(short) and long[len(short) :] in _GENITIVES)
        or (long.endswith(short) and long[: -len(short)] in _ARTICLES and len(short) >= 4)
    )


def _slip(one: str, other: str, *, shortest: int) -> float:
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < shortest - 1 or longer < shortest:
        return 0.0
    found = 1.0 - OSA.distance(one, other) / longer
    return found if found >= SAME_WORD else 0.0


def _other_script(word: str) -> bool:
    return any(ord(ch) > 0x24F for ch in word)
