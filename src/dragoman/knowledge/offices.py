"""Offices: the titles under which people act for a state or a body, under one name each.

A title is found by its head ("minister", "high commissioner"), which `offices.tsv` lists
with its canonical name, its PLOVER sector and its scope; what stands around the head
(rank, portfolio) is open, and only the words here are taken for part of a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

Scope = Literal[
    "head",  # one at a time in a state: president, prime minister, king
    "minister",
    "state",  # other offices of a state
    "diplomat",
    "parliament",
    "rank",  # military
    "local",
    "either",  # of a state or of a body: spokesperson, adviser
    "body",  # of a party, company or organization
    "post",  # "head of …", an office only with what it heads
    "style",  # princes and prelates: a way of address as much as an office
    "noun",  # says what somebody is, and is no office: official, singer
    "counterpart",  # the holder of the same office elsewhere
]

PAST = frozenset("former ex then late erstwhile onetime ousted deposed".split())
COMING = frozenset("elect designate incoming".split())
RANKS = frozenset(
    "acting deputy vice interim caretaker outgoing state junior assistant senior first second "
    "special union cabinet chief principal lead executive honorary associate permanent".split()
)
PORTFOLIO = frozenset(
    "foreign external affairs defence defense finance interior home justice trade commerce "
    "industry industries economy economic economics development agriculture agricultural food "
    "health education energy environment environmental climate water resources resource "
    "irrigation transport transportation infrastructure labour labor employment social welfare "
    "culture cultural sports sport tourism science technology information communications digital "
    "immigration citizenship security national public works housing planning investment oil gas "
    "petroleum mines mining power electricity fisheries forestry women gender youth children "
    "family families religious veterans relations european international cooperation regional "
    "parliamentary law legal internal emergency emergencies situations natural nuclear space "
    "aviation shipping railways roads urban rural local government indigenous refugees refugee "
    "migration disaster management relief civil human rights integration unification "
    "reconstruction intelligence budget treasury revenue tax supply strategic innovation research "
    "diaspora minority business enterprise police military armed forces naval ports maritime "
    "policy political peace reconciliation antitrust competition enlargement neighbourhood "
    "neighborhood humanitarian crisis aid press media and".split()
)
_PORTFOLIO_NAMES = {
    "foreign affairs": "Foreign",
    "external affairs": "Foreign",
    "foreign relations": "Foreign",
    "external relations": "Foreign",
    "defense": "Defence",
    "national defense": "Defence",
    "national defence": "Defence",
    "agricultural": "Agriculture",
    "home affairs": "Home Affairs",
}
_HEAD_FIRST = frozenset("of general d'affaires d’affaires at in".split())
_SMALL = frozenset("and of for the in to at on".split())


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """The head of a title: `office` is its canonical name, "" where it names no office."""

    phrase: str
    office: str
    sector: str
    scope: Scope
    plural: bool = False


def office_title(words: Sequence[str], start: int) -> tuple[OfficeTitle, int] | None:
    """The longest title head that begins at `words[start]`, and where it ends (half open).

    `words` are lower case; a hyphen may stand as a word of its own ("secretary - general").

    >>> office_title("the prime ministers met".split(), 1)[0].office
    'Prime Minister'
    """
    if start >= len(words):
        return None
    for phrase, title in _heads().get(words[start], ()):
        end = _follow(words, start, phrase)
        if end is not None:
            return title, end
    return None


def name_office(
    title: OfficeTitle,
    *,
    past: bool = False,
    coming: str = "",
    ranks: Sequence[str] = (),
    portfolio: str = "",
    follows: bool = False,
) -> str:
    """The canonical name of an office from the parts of its title.

    `coming` is "elect" or "designate"; `follows` says that the portfolio stands after the head in the text ("… for Asian Affairs").

    >>> minister = office_title(["minister"], 0)[0]
    >>> name_office(minister, portfolio="foreign affairs")
    'Foreign Minister'
    >>> name_office(minister, portfolio="foreign affairs", ranks=["state"])
    'State Minister for Foreign Affairs'
    """
    if not title.office:
        return ""
    grades = [_capital(rank) for rank in ranks]
    subject = _PORTFOLIO_NAMES.get(portfolio, "") or _headline(portfolio)
    if title.office == "Minister" and "State" in grades and portfolio:
        full = "Foreign Affairs" if subject == "Foreign" else subject
        words = [*grades, "Minister", "for", full]
    elif follows and title.office not in ("Minister", "Secretary") and subject:
        words = [*grades, title.office, "for", _headline(portfolio)]
    else:
        words = [*grades, *([subject] if subject else []), title.office]
    if past:
        words.insert(0, "former")
    return " ".join(words) + (f"-{coming}" if coming else "")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _headline(words: str) -> str:
    return " ".join(w if w in _SMALL else _capital(w) for w in words.split())


def _follow(words: Sequence[str], start: int, phrase: tuple[str, ...]) -> int | None:
    place = start
    for number, wanted in enumerate(phrase):
        if number and place < len(words) and words[place] in ("-", "‑"):
            place += 1
        if place >= len(words) or words[place] != wanted:
            return None
        place += 1
    return place


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[tuple[tuple[str, ...], OfficeTitle], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], OfficeTitle]]] = {}
    for title in _rows():
        single = tuple(title.phrase.split())
        table.setdefault(single[0], []).append((single, title))
        several = OfficeTitle(title.phrase, title.office, title.sector, title.scope, plural=True)
        for many in _plurals(single):
            table.setdefault(many[0], []).append((many, several))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0], row[1].plural)))
        for first, rows in sorted(table.items())
    }


def _rows() -> Iterator[OfficeTitle]:
    text = files("dragoman.knowledge").joinpath("offices.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        phrase, office, sector, scope = line.split("\t")
        yield OfficeTitle(phrase, office, sector, cast(Scope, scope))


def _plurals(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    first = {0} if _HEAD_FIRST & set(words) else set()
    for place in sorted(first | {len(words) - 1}):
        yield (*words[:place], _plural(words[place]), *words[place + 1 :])


def _plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")
