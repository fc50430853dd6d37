"""Any input at all: no crash, no hang, and a record that is sound to the last mention.

What "sound" means is `problems` in benchmarks/fuzz.py, which reads many more reports than
there is time for here; the mutations and the fixed inputs are in benchmarks/mutations.py.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.exports import FORMATS
from dragoman.exports.explain import explain
from dragoman.exports.json import dump_record, load_record
from dragoman.model.record import Record
from dragoman.model.text import Sentence
from dragoman.reading.layout.sentences import LONGEST, MOST_TOKENS, split_sentences

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from fuzz import WORD, limited, problems
from mutations import MUTATIONS, SEED_TEXTS, nasty_texts, spoil

WORDS = 100
LIMIT = 5.0  # seconds of processor time for one report
NASTY = nasty_texts(WORDS)
TOLD = tuple(SEED_TEXTS.values())
PIECES = (
    *"the a of in on for and or who that which said to by from with not , . “ ” \" ' ( ) — : ; %".split(),
    *"president minister ambassador ministry Mr. Dr. Peru Japan Ghana Kenya Peruvian Kenyan".split(),
    *"Ana Rao Lima Accra UN EU he she his their it met visited agreed signed voted accused".split(),
    *"killed protested denied will would may last next year week Monday May 4 2020 12 3.5".split(),
    *"million dollars $ people tonnes percent talks agreement resolution $1.3bn 112-9 U.S.".split(),
    "\n",
    "\n\n",
    "according to",
    "more than",
    "foreign minister",
)


def steady(examples: int) -> settings:
    """Settings that try the same examples in every run, as slow as they may be."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def read(texts: dict[str, str]) -> Record:
    """The record of some texts, read within the limit for each."""
    with limited(LIMIT * max(1, len(texts))):
        return dragoman.read_texts(texts)


def sound(texts: dict[str, str]) -> Record:
    """The record of some texts, once it is checked and rendered in every format."""
    record = read(texts)
    assert problems(record, texts) == []
    for export in FORMATS:
        assert export.render(record, width=60, color=False)
    for item in (*record.events[:1], *record.findings[:1]):
        assert explain(record, item.id, width=60)
    return record


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load the parser before anything is timed."""
    dragoman.read_texts({"warm.txt": TOLD[0]})


@pytest.mark.parametrize("name", NASTY)
def test_nasty_text(name: str) -> None:
    sound({"nasty.txt": NASTY[name], "plain.txt": TOLD[0][:120]})


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_mutation(mutate: Any) -> None:
    chance = random.Random(mutate.__name__)
    sound({f"{n}.txt": mutate(chance, text) for n, text in enumerate(TOLD[:2])})


@steady(20)
@given(chance=st.randoms(use_true_random=False), text=st.sampled_from(TOLD))
def test_spoiled_report(chance: random.Random, text: str) -> None:
    sound({"spoiled.txt": spoil(chance, text)})


@steady(80)
@given(st.text(st.characters(), max_size=300))
def test_any_characters(text: str) -> None:
    sound({"any.txt": text})


@steady(80)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_order_of_words(pieces: list[str]) -> None:
    sound({"words.txt": " ".join(pieces)})


@steady(4)
@given(st.permutations(sorted(SEED_TEXTS)), st.integers(0, 2**32))
def test_order_of_reports_makes_no_difference(names: list[str], seed: int) -> None:
    texts = {name: spoil(random.Random(f"{seed}{name}"), SEED_TEXTS[name]) for name in names[:3]}
    backwards = dict(reversed(texts.items()))
    assert dump_record(read(texts)) == dump_record(read(backwards))


@steady(60)
@given(data=st.binary(max_size=400), suffix=st.sampled_from((".txt", ".html", ".jsonl", ".json")))
def test_any_bytes_in_a_file(
    data: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"input{suffix}"
    path.write_bytes(data)
    record = dragoman.read([path])
    assert len(record.reports) + len(record.failures) >= 1 or suffix in {".jsonl", ".json"}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@steady(40)
@given(
    st.fixed_dictionaries(
        {"id": JSON, "text": st.sampled_from((*TOLD, "", "He left.")) | JSON},
        optional=dict.fromkeys(("title", "outlet", "published", "url", "language"), JSON),
    )
)
def test_any_metadata(tmp_path_factory: pytest.TempPathFactory, row: dict[str, Any]) -> None:
    path = tmp_path_factory.mktemp("row") / "input.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    record = dragoman.read([path])
    assert len(record.reports) + len(record.failures) == 1
    assert problems(record, {}, known={r.id: r.text for r in record.reports}) == []


TAGS = "<p> </p> <div> </div> <b> </b> <br> <ul><li> <table><tr><td> <!-- --> &amp; &lt; &#0; &#x110000;".split()


@steady(15)
@given(chance=st.randoms(use_true_random=False), told=st.sampled_from(TOLD))
def test_spoiled_page(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, told: str
) -> None:
    page = "<html><body><article><p>" + told.replace("\n", "</p><p>") + "</p></article></html>"
    words = page.split(" ")
    for _ in range(chance.randrange(40)):
        words.insert(chance.randrange(len(words)), chance.choice(TAGS))
    path = tmp_path_factory.mktemp("page") / "input.html"
    path.write_text(" ".join(words), encoding="utf-8")
    record = dragoman.read([path])
    assert len(record.reports) + len(record.failures) == 1
    assert problems(record, {}, known={r.id: r.text for r in record.reports}) == []


def test_no_reports() -> None:
    assert sound({}).events == ()


def test_the_same_report_fifty_times() -> None:
    told = TOLD[0][:400]
    record = whole({f"{n}.txt": told for n in range(50)})
    assert len(record.reports) == 50
    assert len(record.events) == len(whole({"0.txt": told}).events)
    assert not [f for f in record.findings if f.kind == "conflict"]


def test_two_hundred_reports() -> None:
    lines = [line[:90] for text in TOLD for line in text.splitlines() if len(line) > 60]
    texts = {f"{n}.txt": f"({n}) {lines[n % len(lines)]}" for n in range(200)}
    assert len(whole(texts).reports) == 200


@pytest.mark.parametrize("name", ["titles", "clauses", "countries", "dollars", "slashes"])
def test_long_text(name: str) -> None:
    """Four times the length takes no more than about four times as long."""
    short, long = nasty_texts(300)[name], nasty_texts(1200)[name]
    took = [_seconds(text) for text in (short, long)]
    assert took[1] < 10 * took[0] + 0.3


def _seconds(text: str) -> float:
    begun = time.process_time()
    dragoman.read_texts({"long.txt": text})
    return time.process_time() - begun


def whole(texts: dict[str, str]) -> Record:
    """The record of many texts: read back once written, which checks shape and mentions."""
    record = read(texts)
    assert load_record(dump_record(record)) == record
    return record


@pytest.mark.parametrize(
    "text", ["word " * 2000, "a, " * 2000, "“word” " * 900, "x" * 9000, "7;-" * 900]
)
def test_a_sentence_too_long_is_cut_and_nothing_lost(text: str) -> None:
    pieces = split_sentences(f"Start {text} end", ())
    assert all(p.end - p.start <= LONGEST for p in pieces)
    assert all(0 < len(WORD.findall(_said(text, p))) <= MOST_TOKENS for p in pieces)
    assert "".join("".join(_said(text, p) for p in pieces).split()) == "".join(
        f"Start {text} end".split()
    )


def _said(text: str, piece: Sentence) -> str:
    return f"Start {text} end"[piece.start : piece.end]
