"""Backing: the claims behind a finding that was read from sentences and not from claims.

A count, a grade or a denial is found in the words themselves. The reading has mostly made
something of the same words, and a finding has to lead there: it is the claims that a reader
of the record follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from dragoman.model.claim import Reading
from dragoman.model.finding import Finding
from dragoman.model.text import Mention
from dragoman.reconcile.agreements import touches
from dragoman.reconcile.case import Case

_FIRST = {"figure": "figures", "detail": "relations", "vote": "votes", "office": "offices"}
_KINDS = ("events", "figures", "statements", "relations", "projects")


class _Claim(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def mentions(self) -> tuple[Mention, ...]: ...


def backed(case: Case, found: Finding) -> Finding:
    """A conflict with the claims its words belong to; one that has claims stays as it is."""
    if found.claims or found.kind != "conflict":
        return found
    ids = {c for s in found.sides for m in s.mentions for c in _behind(case, m, found.subject)}
    return replace(found, claims=tuple(sorted(ids)))


def _behind(case: Case, place: Mention, subject: str | None) -> list[str]:
    """The claims of the likeliest kind made of these words, or else of their sentence."""
    reading = case.readings.get(place.report)
    sentence = case.sentence_at(place.report, place.start)
    if reading is None:
        return []
    whole = case.quote(place.report, sentence.start, sentence.end) if sentence else place
    for words in (place, whole):
        for claims in _by_kind(reading, subject):
            ids = [c.id for c in claims if any(touches(m, words) for m in c.mentions)]
            if ids:
                return ids
    return []


def _by_kind(reading: Reading, subject: str | None) -> Iterator[Sequence[_Claim]]:
    first = _FIRST.get(subject or "", "events")
    for kind in (first, *(k for k in _KINDS if k != first)):
        yield getattr(reading, kind)
