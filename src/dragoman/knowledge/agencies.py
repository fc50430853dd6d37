"""Agencies: the wires and outlets that reports name as where they have it from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from dragoman.knowledge.phrases import Phrases, cut
from dragoman.knowledge.states import state_senses

AgencyKind = Literal["wire", "broadcaster", "paper", "web", "state media", "local media"]


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency or outlet; `country` alpha-3, `is_wire` whether others reprint it."""

    name: str
    country: str | None
    kind: AgencyKind

    @property
    def is_wire(self) -> bool:
        """Whether it is an agency whose copy other outlets print."""
        return self.kind == "wire"


@dataclass(frozen=True, slots=True)
class AgencyMatch:
    """An agency named in a text at code points `start` to `end` (half open)."""

    start: int
    end: int
    agency: Agency


# "Chinese state media", "state-run news agency", "Iran's state television", "local media".
_UNNAMED = re.compile(
    r"(?:\b(?P<of>[A-Z][\w.-]{0,30}(?: [A-Z][\w.-]{0,30})?)(?:['’]s)?[ \u00a0]+)?"
    r"\b(?P<what>(?:state|official|semi-official|government|local)"
    r"(?:-(?:run|owned|controlled|backed|affiliated|linked))?"
    r"[ \u00a0](?:news[ \u00a0](?:agency|agencies|outlets?|website)|media(?: outlets?)?|television"
    r"|TV|radio|broadcaster|newspapers?|press))\b"
)
# Names too short or too common to mean an outlet unless written just so and set apart.
_SHORT = (
    "AP CP RT ABC DW FT SPA APS TAP INA ENA NAN KNA PNA TNA ONA BNA NNA UNI CNS QNA SANA MENA "
    "MIA RAI Rai Saba Petra Andina Fars Lusa Hina TRT ERR LRT LSM N1 RIA APA ANA CTV ARD Folha Bild "
    "Spiegel Politico Fana Clarin Kompas Bakhtar Jiji PAP BTA MTI AKP KPL"
)
_SET_APART = frozenset(_SHORT.split())
_BEFORE = re.compile(
    r"(?:\b(?:by|to|told|via|from|with|of|the|agency|agencies|and|source|sources|citing|quoted)[: ]*"
    r"|[(\[/|–—:,-]\s*|^\s*)$",
    re.IGNORECASE,
)

# "the MENA region" is no agency.
_AFTER = re.compile(r" (?:region|countr|nation|state|market|econom)")


def agency(name: str) -> Agency | None:
    """The agency or outlet of that name, None where unknown.

    >>> agency("AFP").name
    'Agence France-Presse'
    """
    found = _phrases().senses(name)
    return found[0] if found else None


def find_agencies(text: str) -> tuple[AgencyMatch, ...]:
    """Every agency or outlet named in a text, in order, none overlapping.

    "Chinese state media" and the like come too, with the state's code where one is named.
    Short names that mean other things as well count only where set apart or led in
    ("(AP)", "told RT", "Source: MENA").
    """
    atoms = cut(text)
    words = [word for word, _ in atoms]
    found: list[AgencyMatch] = []
    for start, end, senses in _phrases().match(words):
        first = atoms[start][1]
        last = atoms[end - 1]
        stop = last[1] + len(last[0])
        written = _bare(text[first:stop])
        if written in _SET_APART and not _set_apart(text, first, first + len(written)):
            continue
        found.append(AgencyMatch(first, first + len(written), senses[0]))
    taken = [(match.start, match.end) for match in found]
    for unnamed in _UNNAMED.finditer(text):
        if not any(a < unnamed.end() and unnamed.start() < b for a, b in taken):
            found.append(_unnamed(unnamed))
    return tuple(sorted(found, key=lambda match: match.start))


def _set_apart(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    return bool(_BEFORE.search(before)) and not _AFTER.match(after)


def _bare(written: str) -> str:
    written = written.removesuffix("'s").removesuffix("’s")
    return written if re.search(r"\.\w", written) else written.removesuffix(".")


def _unnamed(met: re.Match[str]) -> AgencyMatch:
    of, what = met["of"], met["what"]
    senses = state_senses(of) if of else ()
    kind: AgencyKind = "local media" if what.startswith("local") else "state media"
    start = met.start() if senses else met.start("what")
    code = senses[0].code if senses else None
    name = met.group() if senses else what
    return AgencyMatch(start, met.end(), Agency(name, code, kind))


@lru_cache(maxsize=1)
def _phrases() -> Phrases[Agency]:
    return Phrases((name, one) for one, names in _table() for name in names)


def _table() -> list[tuple[Agency, tuple[str, ...]]]:
    text = files("dragoman.knowledge").joinpath("agencies.tsv").read_text("utf-8")
    rows = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, country, kind, others = [*line.split("\t"), ""][:4]
        names = tuple(part for part in (name, *others.split(";")) if part)
        rows.append((Agency(name, country or None, _kind(kind)), names))
    return rows


def _kind(word: str) -> AgencyKind:
    kinds: tuple[AgencyKind, ...] = ("wire", "broadcaster", "paper", "web")
    return kinds[kinds.index(word)] if word in kinds else "web"
