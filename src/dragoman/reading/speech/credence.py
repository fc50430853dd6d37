"""Credence: how likely a frame with a known cue really reports what somebody says or thinks.

"He said" in a main clause with a person for its subject nearly always reports; "to say" with
no subject seldom does. Each such sign adds to or takes from the cue's own weight; the table
of signs was counted on annotated news (see `knowledge.cues`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.knowledge.cues import Cue, sign_weights
from dragoman.reading.speech.framing import Frame

LEAST_CREDENCE = 0.33  # where precision and recall balance; see benchmarks/attribution.py
SURE = 0.9
UTTERANCES = frozenset(
    "remark remarks comment statement speech letter address message article word interview tweet "
    "announcement note communique communiqué testimony declaration reply answer".split()
)
_TOPICS = frozenset(
    {"focus on", "dwell on", "centre on", "center on", "concentrate on", "deal with", "touch on"}
    | {"turn to", "revolve around", "refer to", "be about"}
)
_SPEAKER_SELF = frozenset("i we you me us".split())


def credence(doc: Doc, frame: Frame, cue: Cue, quoted: frozenset[int]) -> float:
    """The likelihood, 0 to 1, that a frame is an attribution."""
    if _has_topic(doc, frame):
        return SURE
    weights = sign_weights()
    logit = weights["bias"] + weights["cue"] * _log_odds(cue.weight)
    logit += sum(weights.get(sign, 0.0) for sign in signs(doc, frame, cue, quoted))
    return 1.0 / (1.0 + math.exp(-logit))


def _has_topic(doc: Doc, frame: Frame) -> bool:
    """ "The minister's remarks focused on ...": an utterance and what it is about."""
    if frame.build != "about" or frame.source_head is None:
        return False
    return frame.lemma in _TOPICS and doc[frame.source_head].lemma_.lower() in UTTERANCES


def signs(doc: Doc, frame: Frame, cue: Cue, quoted: frozenset[int]) -> Iterator[str]:
    """The signs a frame shows, each named `what=value`."""
    token = doc[frame.cue]
    yield f"build={frame.build}"
    yield f"kind={cue.kind}"
    yield f"role={_role(token)}"
    yield f"tag={token.tag_}"
    yield from _source_signs(doc, frame)
    helper = next((k.lower_ for k in token.children if k.tag_ in ("MD", "TO")), "none")
    yield f"helper={helper}"
    yield f"negated={frame.negated}"
    words = [i for i in frame.content if not doc[i].is_punct]
    yield f"words={_size(len(words))}"
    within = sum(1 for i in words if i in quoted)
    yield f"quoted={'none' if not within else 'all' if within == len(words) else 'part'}"
    if words:
        yield f"first={doc[words[0]].tag_}"
        yield f"before={words[0] < frame.cue}"
    yield f"begins={frame.cue == 0}"


def _role(token: Token) -> str:
    """Its place in the sentence; what an agency reports stands as if the agency were not there."""
    relayed = token.dep_ == "ccomp" and token.head.lemma_ == "report" and token.i < token.head.i
    return "ROOT" if relayed else str(token.dep_)


def _source_signs(doc: Doc, frame: Frame) -> Iterator[str]:
    if frame.source_head is None:
        yield "source=none"
        return
    head = doc[frame.source_head]
    if head.pos_ == "PRON" or head.lower_ in _SPEAKER_SELF:
        yield f"source={head.lower_}"
    else:
        yield f"source={head.pos_}:{head.ent_type_}"
        if head.pos_ == "NOUN":
            yield f"sayer={head.lemma_.lower()}"
    yield f"subject_first={frame.source_head < frame.cue}"


def _log_odds(share: float) -> float:
    share = min(max(share, 0.02), 0.98)
    return math.log(share / (1.0 - share))


def _size(count: int) -> str:
    return str(count) if count < 6 else "6-10" if count < 11 else "11-25" if count < 26 else "26+"
