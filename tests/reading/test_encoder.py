"""The encoder: marks, order, odd text, what happens without run time or weights."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import MissingExtra, MissingModel
from dragoman.ontology import TYPES
from dragoman.reading import encoder
from dragoman.reading.encoder import NONE, TypeScores, available, marked, type_scores

with_model = pytest.mark.skipif(
    not available(), reason="the encoder's run time or weights are not there"
)


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing remembered from before, nothing left behind."""
    available.cache_clear()
    encoder._load.cache_clear()
    yield
    available.cache_clear()
    encoder._load.cache_clear()


@pytest.fixture
def elsewhere(fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the weights."""
    monkeypatch.setattr(encoder, "_file", lambda name: tmp_path / name)
    return tmp_path


SENTENCES = [
    pytest.param(
        "Peru's foreign minister denounced Bolivia's conduct as a disgrace.", "ACCUSE", id="accuse"
    ),
    pytest.param(
        "Malta and Cyprus agreed to open a joint ferry line next spring.", "AGREE", id="agree"
    ),
    pytest.param("Norway shipped 400 tonnes of flour to famine-stricken Chad.", "AID", id="aid"),
    pytest.param(
        "Gunmen shot dead four border guards near the Niger frontier.", "ASSAULT", id="assault"
    ),
    pytest.param(
        "Police in Lima detained nine opposition organizers on Sunday.", "COERCE", id="coerce"
    ),
    pytest.param(
        "The presidents of Ghana and Togo held two hours of talks in Accra.",
        "CONSULT",
        id="consult",
    ),
    pytest.param(
        "Thousands marched through Riga against the pension law.", "PROTEST", id="protest"
    ),
    pytest.param("Zambia turned down Malawi's offer to mediate.", "REJECT", id="reject"),
    pytest.param("Fiji urged Tonga to reopen the strait.", "REQUEST", id="request"),
    pytest.param("The rebels freed all 30 hostages on Friday.", "RETREAT", id="retreat"),
    pytest.param("Latvia imposed sanctions on three Belarusian banks.", "SANCTION", id="sanction"),
    pytest.param(
        "Sudan warned Eritrea that it would bomb the camps unless the raids stopped.",
        "THREATEN",
        id="threaten",
    ),
]


@with_model
@pytest.mark.parametrize(("text", "name"), SENTENCES)
def test_plain_cases_are_told_apart(text: str, name: str) -> None:
    assert type_scores([text])[0].top == name


@with_model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The lake lies 40 kilometres north of the capital and is fed by two rivers.",
            id="geography",
        ),
        pytest.param("The minister is 54 and studied law in Coimbra.", id="biography"),
    ],
)
def test_background_is_no_event(text: str) -> None:
    assert type_scores([text])[0].top == NONE


@with_model
def test_scores_name_every_label_once_the_likeliest_first() -> None:
    scores = type_scores(["Oman and Qatar signed a fishing treaty."])[0]
    assert sorted(label for label, _ in scores.pairs) == sorted([*TYPES, NONE])
    assert all(0.0 <= p <= 1.0 for _, p in scores.pairs)
    assert [p for _, p in scores.pairs] == sorted((p for _, p in scores.pairs), reverse=True)


@with_model
def test_order_and_neighbours_do_not_matter() -> None:
    """A sentence among others, shorter and longer, is scored as it is alone."""
    texts = [*(p.values[0] for p in SENTENCES), "Yes.", "It rained. " * 90]
    together = type_scores(texts)
    assert together == [type_scores([text])[0] for text in texts]
    assert type_scores(texts[::-1]) == together[::-1]


@with_model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="blank"),
        pytest.param("\x00\x07\x1b", id="control characters"),
        pytest.param("broken \ud800 half", id="lone surrogate"),
        pytest.param("🚢🇵🇪🔥" * 40, id="emoji"),
        pytest.param("x" * 300_000, id="no spaces"),
        pytest.param("[S] [/T] [SEP] [MASK]", id="literal marks"),
    ],
)
def test_odd_text_is_scored_all_the_same(text: str) -> None:
    assert len(type_scores([text])[0].pairs) == len(TYPES) + 1


def test_nothing_asked_nothing_loaded(elsewhere: Path) -> None:
    assert type_scores([]) == []


MARKED = [
    pytest.param([(0, 4)], [(11, 15)], "[S] Oman [/S] fined [T] Chad [/T].", id="both"),
    pytest.param([(0, 4), (11, 15)], [], "[S] Oman [/S] fined [S] Chad [/S].", id="two actors"),
    pytest.param([], [], "Oman fined Chad.", id="none"),
    pytest.param([(3, 3)], [], "Oman fined Chad.", id="empty span"),
    pytest.param(
        [(0, 10)], [(5, 10)], "[S] Oman [T] fined [/S] [/T] Chad.", id="one inside the other"
    ),
]


@pytest.mark.parametrize(("actors", "recipients", "text"), MARKED)
def test_parties_are_marked_where_they_stand(
    actors: list[tuple[int, int]], recipients: list[tuple[int, int]], text: str
) -> None:
    assert marked("Oman fined Chad.", actors=actors, recipients=recipients) == text


def test_scores_answer_by_name_and_threshold() -> None:
    scores = TypeScores((("AID", 0.6), (NONE, 0.3), ("AGREE", 0.1)))
    assert (scores.top, scores.of("AGREE"), scores.of("PLAY")) == ("AID", 0.1, 0.0)
    assert scores.above(0.1) == ("AID", "AGREE")
    assert scores.above(0.7) == ()


def test_without_weights_it_says_so_once(elsewhere: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert [available(), available()] == [False, False]
    assert len(caplog.records) == 1
    assert "rules alone" in caplog.text


def test_without_weights_direct_use_fails(elsewhere: Path) -> None:
    pytest.importorskip("onnxruntime")
    with pytest.raises(MissingModel):
        type_scores(["Oman fined Chad."])


def test_other_weights_than_the_manifest_names_are_refused(elsewhere: Path) -> None:
    pytest.importorskip("onnxruntime")
    (elsewhere / encoder.WEIGHTS).write_bytes(b"not these")
    manifest = {"labels": [], "files": [encoder.WEIGHTS], "sha256": ["0" * 64]}
    (elsewhere / encoder.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(MissingModel, match=encoder.WEIGHTS):
        type_scores(["Oman fined Chad."])


def test_without_run_time_direct_use_names_the_extra(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match="encoder"):
        type_scores(["Oman fined Chad."])
