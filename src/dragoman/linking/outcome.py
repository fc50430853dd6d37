"""Outcome: what comparing two names says, shared by all that compare them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How well two names agree: `score` 0 to 1, `reasons` in words."""

    score: float
    reasons: tuple[str, ...]


# At or above this two names are taken for one where nothing else is known of their bearers.
# Chosen with benchmarks/names.py (persons and organizations, one threshold for both).
SAME_NAME = 0.8
# The score of a name that could be the other but says too little to tell (a surname alone).
WEAK_NAME = 0.55
