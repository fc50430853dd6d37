"""How each kind of item stands as a line of the page: margin, head, and facts under it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from dragoman.exports.sentences import sentence
from dragoman.exports.wording import (
    amount,
    content,
    kind_of_event,
    on_one_line,
    parties,
    party,
    sizes,
    tally,
    when,
    where,
    who,
    word,
)
from dragoman.model.finding import Event, Figure, OfficeHeld, Statement, Stop, Vote


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line's words.

    `margin` stands beside it (a date, an amount); `said` is what was said, for a statement;
    `cite` asks for a report's own words beside it.
    """

    head: str
    margin: str = ""
    facts: tuple[str, ...] = ()
    said: str = ""
    cite: bool = False


@singledispatch
def draw(item: object) -> Drawn:
    """An item's words as a line; its sentence where the kind has no form of its own."""
    return Drawn(sentence(item))


@draw.register
def _(item: Event) -> Drawn:
    kind = kind_of_event(item)
    if item.status != "occurred":
        kind = f"{word('status_signs', item.status)} {word('status', item.status)}: {kind}"
    topics = ", ".join(on_one_line(topic) for topic in item.topics)
    said = ", ".join(on_one_line(name) for name in item.according_to)
    return Drawn(
        head=who(item.actors, item.recipients),
        margin=when(item.start, item.end),
        facts=(
            " · ".join(part for part in (kind, where(item.place)) if part),
            f"about {topics}" if topics else "",
            sizes(item.sizes),
            f"according to {said}" if said else "",
        ),
        cite=True,
    )


@draw.register
def _(item: Statement) -> Drawn:
    to = f"to {party(item.addressee)}" if item.addressee else ""
    said = (party(item.speaker), on_one_line(item.cue), to)
    return Drawn(
        head=" · ".join(part for part in said if part),
        margin=item.date or "",
        said=content(item),
    )


@draw.register
def _(item: Figure) -> Drawn:
    of = (parties(item.about), on_one_line(item.commodity or ""), item.period or "")
    projected = "projected" if item.status == "projected" else ""
    return Drawn(
        head=on_one_line(item.measure),
        margin=amount(item),
        facts=(" · ".join(part for part in (*of, projected) if part),),
    )


@draw.register
def _(item: OfficeHeld) -> Drawn:
    of = ", ".join(on_one_line(part) for part in (item.office, item.of) if part)
    return Drawn(head=party(item.person), facts=(of, f"as of {item.as_of}" if item.as_of else ""))


@draw.register
def _(item: Vote) -> Drawn:
    ballot = (on_one_line(item.body), on_one_line(item.subject))
    counted = tally(item.tally).strip(" ()")
    return Drawn(
        head=f"{party(item.voter)} {word('choices', item.choice)}",
        margin=item.date or "",
        facts=(" · ".join(part for part in ballot if part), counted),
    )


@draw.register
def _(item: Stop) -> Drawn:
    return Drawn(
        head=f"{party(item.who)} in {where(item.place)}",
        margin=when(item.start, item.end),
        facts=(f"{word('status_signs', item.status)} {word('status', item.status)}",),
    )
