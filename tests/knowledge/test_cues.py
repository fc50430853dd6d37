"""The table of cues is whole: known kinds, weights from 0 to 1, every word found again."""

from __future__ import annotations

from typing import get_args

from dragoman.knowledge.cues import CueKind, cue_of, load_cues, sign_weights, speech_verbs


def test_every_cue_has_a_known_kind_and_a_weight() -> None:
    for (build, lemma), cue in load_cues().items():
        assert (cue.build, cue.lemma) == (build, lemma)
        assert cue.kind in get_args(CueKind)
        assert 0.0 <= cue.weight <= 1.0


def test_a_cue_reports_in_its_own_construction_only() -> None:
    said = cue_of("clause", "say")
    assert said is not None
    assert said.kind == "say"
    assert cue_of("clause", "walk") is None
    assert cue_of("object", "tell") is None


def test_speech_verbs_carry_quotations() -> None:
    assert {"say", "add", "reply"} <= speech_verbs()
    assert "see" not in speech_verbs()


def test_a_named_source_and_a_main_clause_speak_for_a_cue() -> None:
    weights = sign_weights()
    assert weights["role=ROOT"] > weights["role=ccomp"]
    assert weights["source=PROPN:PERSON"] > weights["source=none"]
