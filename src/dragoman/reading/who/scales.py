"""Scales: how much each sign of a state counts, and what the signs of one person add up to."""

from __future__ import annotations

from dataclasses import dataclass, field

# What each sign counts for; the best state must reach ENOUGH and lead the next by MARGIN.
SIGNS = {
    "speaks for": 3.0,
    "sent by": 4.0,
    "sent away by": 3.0,
    "host": 2.5,
    "visitor": 3.0,
    "briefs in": 2.0,
    "clause before": 1.8,
    "subject before": 1.0,
    "own affairs": 1.2,
    "told by": 1.0,
    "in capital": 1.0,
    "against": 1.5,
    "announced by": 2.0,
    "same office": 2.5,
    "listed with": 1.8,
    "met by": 1.6,
    "alongside": 4.0,
    "posted": 2.5,
    "dateline": 1.0,
    "addressed by": 1.5,
    "principal": 1.0,
    "alone": 2.0,
}
# A later mention tells less than the one that introduces somebody.
LATER = 0.4


@dataclass(slots=True)
class Scales:
    """The signs of one person: `weights` by alpha-3, `why` the weightiest sign and its reason.

    `states` are the report's, weighed; `pair` its two principals, if there are just two.
    """

    states: dict[str, float]
    pair: tuple[str, ...]
    weights: dict[str, float] = field(default_factory=dict)
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    def add(self, code: str | None, sign: str, why: str, factor: float = 1.0) -> None:
        """Count one sign for a state; None counts for nothing."""
        if code is None:
            return
        weight = SIGNS[sign] * factor
        self.weights[code] = self.weights.get(code, 0.0) + weight
        if weight > self.why.get(code, (0.0, ""))[0]:
            self.why[code] = (weight, why)
