"""Judgements: who is who, what belongs together, who copied whom. Appended, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Reason
from dragoman.model.text import Mention

JudgementKind = Literal["same_actor", "same_story", "derives", "shares_source", "same_event"]


@dataclass(frozen=True, slots=True)
class AlignedPassage:
    """Two passages that say the same in the same, or nearly the same, words; `score` 0 to 1."""

    left: Mention
    right: Mention
    score: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about `subjects` (ids), made `by` a named rule, model or person.

    `verdict` is True where they are the same, or derive; `score` 0 to 1; for `derives`
    the first subject derives from the second. `passages` are its evidence in text.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    verdict: bool
    by: str
    score: float
    reasons: tuple[Reason, ...]
    passages: tuple[AlignedPassage, ...] = ()
