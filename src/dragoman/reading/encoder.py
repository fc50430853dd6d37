"""stub"""
from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"\[(?:/?[ST]|CLS|SEP|PAD|MASK|UNK)\]")
def marked(text: str, *, actors: Sequence[tuple[int, int]], recipients: Sequence[tuple[int, int]]) -> str:
    edges = []
    for letter, spans in (("S", actors), ("T", recipients)):
        for start, end in spans:
            edges.append((start, 1, f"[{letter}] "))
            edges.append((end, 0, f" [/{letter}]"))
    out, last = [], 0
    for position, _, mark in sorted(edges):
        out += [text[last:position], mark]
        last = position
    return "".join([*out, text[last:]])
