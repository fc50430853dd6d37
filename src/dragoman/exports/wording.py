"""The record's codes, names, dates and numbers in plain words, the same on every display."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from dragoman.exports.index import Support
from dragoman.model.actor import Party, Place
from dragoman.model.claim import Size
from dragoman.model.finding import (
    Event,
    Figure,
    Statement,
)

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_UNBROKEN = 21  # signs a name without spaces may have in a narrow column
_QUOTES = "\"“”„«»‘’'"


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, str]]:
    """Plain words by table and code."""
    text = resources.files("dragoman.exports").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


def word(table: str, code: str) -> str:
    """A code in plain words; one without an entry loses its underscores only.

    >>> word("status", "did_not_occur"), word("relations", "trades_with")
    ('did not happen', 'trades with')
    """
    return words()[table].get(code, code.replace("_", " "))


def shown(text: str) -> str:
    """Text fit to show: what would steer a terminal or turn the reading direction becomes �.

    The length stays the same, so offsets into the text still hold.

    >>> shown("a\\x1b[31mb")
    'a�[31mb'
    """
    return _UNSEEN.sub("\ufffd", text)


def on_one_line(text: str, *, most: int | None = None) -> str:
    """Text with every run of white space made one space, cut at a word to `most` signs.

    >>> on_one_line("one\\n two three", most=9)
    'one two …'
    """
    joined = shown(" ".join(text.split()))
    if most is None or len(joined) <= most:
        return joined
    whole_words = joined[: most - 1].rpartition(" ")[0]
    return (whole_words or joined[: most - 2]) + " …"


def quoted(text: str, *, most: int | None = None) -> str:
    """Text in quotation marks, on one line."""
    return f"“{on_one_line(text, most=most)}”"


def party(one: Party) -> str:
    """A party with its country: `Ana Brito (PRT)`."""
    name = on_one_line(one.name)
    return f"{name} ({one.country})" if one.country else name


def parties(several: tuple[Party, ...]) -> str:
    """Parties in a row."""
    return ", ".join(party(one) for one in several)


def who(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> str:
    """`A, B → C`; a question mark for actors no report names."""
    left = parties(actors) or "?"
    return f"{left} → {parties(recipients)}" if recipients else left


def when(start: str | None, end: str | None) -> str:
    """A date or a span of dates, empty where unknown."""
    if start and end and start != end:
        return f"{start} to {end}"
    if end and not start:
        return f"until {end}"
    return start or ""


def where(place: Place | None) -> str:
    """A place with its country's code, empty where unknown."""
    if place is None:
        return ""
    name = on_one_line(place.name)
    return f"{name} ({place.country})" if place.country else name


def kind_of_event(event: Event) -> str:
    """What sort of event it is, in words."""
    full = f"{event.type}/{event.mode}"
    table = words()["events"]
    return table.get(full) or table.get(event.type) or event.type.lower()


def amount(figure: Figure) -> str:
    """`about EUR 2.5 million`, `up 12 %`, `3,400 people`."""
    value = number(figure.value)
    bare = {"percent": f"{value} %", "": value}.get(figure.unit)
    if bare is None:
        money = re.fullmatch("[A-Z]{3}", figure.unit)
        bare = f"{figure.unit} {value}" if money else f"{value} {on_one_line(figure.unit)}"
    change = words()["changes"].get(figure.change or "", "")
    return f"{word('qualifiers', figure.qualifier)}{change}{bare}"


def number(value: float) -> str:
    """A number as people write it; millions in words only where nothing is lost by it.

    >>> number(2_500_000), number(1234567), number(0.75), number(40)
    ('2.5 million', '1,234,567', '0.75', '40')
    """
    for size, name in _LARGE:
        short = f"{value / size:.4g}"
        if abs(value) >= size and abs(value) < size * 1e3 and float(short) * size == value:
            return f"{short} {name}"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def sizes(several: tuple[Size, ...]) -> str:
    """`3 dead, 12 injured`."""
    return ", ".join(f"{number(size.value)} {size.what}" for size in several)


def outlet(name: str) -> str:
    """An outlet's name fit for a narrow column: a file's name without its ending, long ones cut.

    >>> outlet("The Evening Star"), outlet("000_8696cf6703ef46b9_final.txt")
    ('The Evening Star', '000_8696cf6703ef46b9…')
    """
    kept = on_one_line(name)
    if " " in kept or len(kept) <= _UNBROKEN:
        return kept
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", kept)
    return stem if len(stem) <= _UNBROKEN else stem[: _UNBROKEN - 1] + "…"


def side_value(value: str) -> str:
    """What one side says, a bare status code in plain words."""
    return words()["status"].get(value) or on_one_line(value)


def outlets(several: tuple[str, ...], *, most: int = 3) -> str:
    """Outlets in a row, cut to `most` names."""
    named = [outlet(name) for name in several[:most]]
    more = len(several) - most
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def count(how_many: int, what: str) -> str:
    """`1 outlet`, `3 outlets`, `2 stories`."""
    if how_many == 1:
        return f"1 {what}"
    plural = what[:-1] + "ies" if what.endswith("y") else what + "s"
    return f"{how_many:,} {plural}"


def told_by(support: Support) -> str:
    """`3 origins, 5 outlets`; the outlet's name where it stands alone."""
    if len(support.outlets) == 1:
        return outlet(support.outlets[0])
    told = count(len(support.outlets), "outlet")
    return f"{count(support.origins, 'origin')}, {told}" if support.origins else told


def agreement(support: Support) -> str:
    """How widely something is told, as a sentence's end: `agreed by 2 origins in 3 outlets`."""
    told = count(len(support.outlets), "outlet")
    if support.kind == "corroborated" and support.origins:
        return f"agreed by {count(support.origins, 'origin')} in {told}"
    if support.kind == "repeated":
        return f"repeated by {told} from one origin"
    if len(support.outlets) == 1:
        return f"only in {on_one_line(support.outlets[0])}"
    return f"told by {told}"


def speaking(item: Statement) -> str:
    """Who said it, with which word, to whom and when."""
    to = f"to {party(item.addressee)}" if item.addressee else ""
    parts = (party(item.speaker), on_one_line(item.cue), to, item.date or "")
    return " · ".join(part for part in parts if part)


def content(item: Statement, *, most: int | None = None) -> str:
    """What was said: in quotation marks only where the words are the speaker's own."""
    if item.quotation == "direct":
        return quoted(item.content.strip().strip(_QUOTES), most=most)
    return on_one_line(item.content, most=most)


def tally(counted: tuple[int, int, int] | None) -> str:
    """` (12 yes, 3 no, 1 abstaining)`, empty where not given."""
    if counted is None:
        return ""
    yes, no, abstain = counted
    return f" ({yes:,} yes, {no:,} no, {abstain:,} abstaining)"
