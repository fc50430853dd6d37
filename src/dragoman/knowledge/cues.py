"""Cues: the words that report what somebody says, thinks, feels, wants or shows.

`cues.tsv` holds one cue a line: the construction it reports in, its lemma (with particle
or preposition), what it reports, and how sure a sign it is, 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

CueKind = Literal["say", "show", "think", "feel", "want", "judge"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word in one construction (`build`, see `reading.frames`).

    `kind` is what it reports: `say` (speech and writing), `judge` (praise, blame, backing),
    `want` (wishes, plans, demands), `think`, `feel`, `show` (a thing that bears witness).
    `weight` is the share of its uses that report, 0 to 1.
    """

    build: str
    lemma: str
    kind: CueKind
    weight: float


@lru_cache(maxsize=1)
def load_cues() -> dict[tuple[str, str], Cue]:
    """Every cue by construction and lemma; read once."""
    text = resources.files("dragoman.knowledge").joinpath("cues.tsv").read_text("utf-8")
    cues: dict[tuple[str, str], Cue] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        build, lemma, kind, weight = line.split("\t")
        cues[build, lemma] = Cue(build, lemma, kind, float(weight))  # type: ignore[arg-type]
    return cues


def cue_of(build: str, lemma: str) -> Cue | None:
    """The cue of that lemma in that construction, None where it reports nothing."""
    return load_cues().get((build, lemma))


@lru_cache(maxsize=1)
def sign_weights() -> dict[str, float]:
    """What each sign (see `reading.credence`) adds to the log odds that a frame reports."""
    text = resources.files("dragoman.knowledge").joinpath("cue_signs.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {sign: float(weight) for sign, weight in rows}


@lru_cache(maxsize=1)
def speech_verbs() -> frozenset[str]:
    """Verbs that can carry a quotation by themselves ("..., she added")."""
    return frozenset(
        cue.lemma for cue in load_cues().values() if cue.build == "quote" and cue.kind == "say"
    )
