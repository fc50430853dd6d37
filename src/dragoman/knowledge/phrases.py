"""Phrases: find the longest known names in a row of words, however the words were cut.

Tokenizers disagree on hyphens and apostrophes ("Guinea-Bissau" is one word or three), so
both the known names and the words met are cut into the same atoms before they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Found = TypeVar("Found")

_ATOM = re.compile(r"[^\W_](?:[\w.']*\w)?\.?|\S")
_CURLY = str.maketrans("’‘ʼ`´‐‑–—\u00a0", "'''''---- ")
_POSSESSIVE = re.compile(r"(?<=\w)'s$|(?<=s)'$", re.IGNORECASE)
_SHOUTED = 4


class PhraseMatch(NamedTuple, Generic[Found]):
    """A known name in words `start` to `end` (half open) and what it may mean."""

    start: int
    end: int
    senses: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Atom:
    text: str
    word: int
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Found]):
    atoms: tuple[str, ...]
    needs_the: bool
    senses: tuple[Found, ...]


class Phrases(Generic[Found]):
    """Known names with their senses, ready to be looked up whole or found in words.

    A name written "the Diet" is met only after "the", which is not part of the match.
    Names are matched by case, or wholly in capitals as headlines have them.
    """

    __slots__ = ("_by_first", "_whole")

    def __init__(self, named: Iterable[tuple[str, Found]]) -> None:
        senses: dict[tuple[tuple[str, ...], bool], list[Found]] = {}
        for name, sense in named:
            needs_the = name.startswith("the ")
            plain = name[4:] if needs_the else name
            for form in _forms(plain):
                held = senses.setdefault((form, needs_the), [])
                if sense not in held:
                    held.append(sense)
        self._whole = {key: tuple(found) for key, found in senses.items()}
        by_first: dict[str, list[_Entry[Found]]] = {}
        for (atoms, needs_the), found in self._whole.items():
            by_first.setdefault(atoms[0], []).append(_Entry(atoms, needs_the, found))
        self._by_first = {
            first: tuple(sorted(entries, key=lambda e: (-len(e.atoms), e.needs_the, e.atoms)))
            for first, entries in by_first.items()
        }

    def senses(self, surface: str) -> tuple[Found, ...]:
        """What a whole surface may mean: empty where it is no known name.

        A leading "the" and a trailing possessive are passed over.
        """
        atoms = tuple(atom.text for atom in _atoms([surface.rstrip("'’ ")]))
        after_the = len(atoms) > 1 and atoms[0].lower() == "the"
        plain = atoms[1:] if after_the else atoms
        for form in (atoms, plain):
            for tail in _tails(form):
                found = self._whole.get((tail, False), ())
                if after_the and form is plain:
                    found += tuple(s for s in self._whole.get((tail, True), ()) if s not in found)
                if found:
                    return found
        return ()

    def match(self, words: Sequence[str]) -> list[PhraseMatch[Found]]:
        """The longest known names in a row of words, left to right, none overlapping.

        A name inside a hyphenated word ("Russia-Mongolia" as one word) is given the range
        of that word, so two names may share it.
        """
        atoms = _atoms(words)
        matches: list[PhraseMatch[Found]] = []
        position = 0
        while position < len(atoms):
            entry = self._longest(atoms, position)
            if entry is None:
                position += 1
                continue
            last = position + len(entry.atoms) - 1
            matches.append(PhraseMatch(atoms[position].word, atoms[last].word + 1, entry.senses))
            position = last + 1
        return matches

    def _longest(self, atoms: Sequence[_Atom], position: int) -> _Entry[Found] | None:
        if not _starts(atoms, position):
            return None
        for key in _tails((atoms[position].text,)):
            for entry in self._by_first.get(key[0], ()):
                end = position + len(entry.atoms)
                if end > len(atoms) or not _ends(atoms, end - 1):
                    continue
                if entry.needs_the and not _follows_the(atoms, position):
                    continue
                met = tuple(atom.text for atom in atoms[position:end])
                if any(tail == entry.atoms for tail in _tails(met)):
                    return entry
        return None


def cut(text: str) -> list[tuple[str, int]]:
    """The atoms of a text, each with its offset (straight quotes and hyphens for curly ones)."""
    return [(m.group(), m.start()) for m in _ATOM.finditer(text.translate(_CURLY))]


def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    plain = tuple(atom for atom, _ in cut(name))
    shouted = tuple(atom.upper() for atom in plain)
    if shouted != plain and sum(map(len, plain)) >= _SHOUTED and not name.islower():
        return plain, shouted
    return (plain,)


def _tails(atoms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The atoms as they are, and without a possessive or a full stop glued to the last."""
    if not atoms:
        return ()
    last = atoms[-1]
    bare = _POSSESSIVE.sub("", last)
    stopped = last[:-1] if last.endswith(".") and len(last) > 2 else last
    return tuple(dict.fromkeys((atoms, (*atoms[:-1], bare), (*atoms[:-1], stopped))))


def _atoms(words: Sequence[str]) -> list[_Atom]:
    found: list[_Atom] = []
    for number, word in enumerate(words):
        pieces = cut(word)
        for index, (text, _) in enumerate(pieces):
            found.append(_Atom(text, number, index == 0, index == len(pieces) - 1))
    return found


def _starts(atoms: Sequence[_Atom], position: int) -> bool:
    atom = atoms[position]
    return atom.first or not atoms[position - 1].text[-1].isalnum()


def _ends(atoms: Sequence[_Atom], position: int) -> bool:
    atom = atoms[position]
    return atom.last or not atom.text[-1].isalnum() or not atoms[position + 1].text[0].isalnum()


def _follows_the(atoms: Sequence[_Atom], position: int) -> bool:
    return position > 0 and atoms[position - 1].text.lower() == "the"
