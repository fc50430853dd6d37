"""Composition: two sentences joined into one that reports the events of both.

Most sentences of the sets report one event, those of real reports often two or three;
joined ones teach the model that one event does not rule out another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from examples import Example

JOINS = ("{}, while {}", "{}; {}", "{}, and {}", "{}. {}", "{}, after {}")
FULL_STOP = "{}. {}"
LONGEST = 70
# Words that lose their capital inside a sentence; names keep theirs.
OPENERS = frozenset(
    "The A An In On At For After Its It He She They Two Three Four Several Police Thousands".split()
)


def compose(examples: Sequence[Example], count: int, rng: np.random.Generator) -> list[Example]:
    """At most `count` joined sentences, fewer where a draw is too long or leaves a choice."""
    found = []
    for _ in range(count):
        first, second = (examples[int(i)] for i in rng.integers(len(examples), size=2))
        words = len(first.text.split()) + len(second.text.split())
        if first.either or second.either or words > LONGEST or not second.text:
            continue
        join = JOINS[int(rng.integers(len(JOINS)))]
        text = join.format(first.text.rstrip("."), _inner(second.text, join))
        types = (set(first.types) | set(second.types)) - {"NONE"} or {"NONE"}
        found.append(Example(text, tuple(sorted(types)), group=first.group))
    return found


def _inner(text: str, join: str) -> str:
    opener = text.split(maxsplit=1)[0] if text.split() else ""
    if join == FULL_STOP or opener not in OPENERS:
        return text
    return text[0].lower() + text[1:]
