"""One sentence for any item of a record, the same on every display."""

from __future__ import annotations

from functools import singledispatch

from dragoman.exports.wording import (
    amount,
    content,
    count,
    kind_of_event,
    on_one_line,
    parties,
    party,
    sizes,
    speaking,
    tally,
    when,
    where,
    who,
    word,
)
from dragoman.model.actor import Actor
from dragoman.model.claim import CoverageClaim, PrecedentClaim
from dragoman.model.finding import (
    Event,
    Figure,
    Finding,
    OfficeHeld,
    Project,
    Relation,
    ReportEntry,
    Statement,
    Stop,
    Story,
    Vote,
)
from dragoman.model.judgement import Judgement


@singledispatch
def sentence(item: object) -> str:
    """What an item says, in one sentence."""
    raise TypeError(f"no sentence for {type(item).__name__}")


@sentence.register
def _(item: Event) -> str:
    head = ", ".join(
        part
        for part in (
            kind_of_event(item).capitalize(),
            word("status", item.status),
            when(item.start, item.end),
            where(item.place),
        )
        if part
    )
    tail = [who(item.actors, item.recipients)]
    if item.topics:
        tail.append(f"about {', '.join(on_one_line(topic) for topic in item.topics)}")
    if item.sizes:
        tail.append(sizes(item.sizes))
    if item.according_to:
        tail.append(f"according to {', '.join(on_one_line(name) for name in item.according_to)}")
    return f"{head}: {'; '.join(tail)}."


@sentence.register
def _(item: Statement) -> str:
    return f"{speaking(item)}: {content(item)}"


@sentence.register
def _(item: Figure) -> str:
    about = [party(one) for one in item.about] + [on_one_line(item.commodity or "")]
    inside = ", ".join(part for part in about if part)
    head = on_one_line(item.measure) + (f" ({inside})" if inside else "")
    tail = [amount(item), item.period or "", "projected" if item.status == "projected" else ""]
    return f"{head}: {', '.join(part for part in tail if part)}."


@sentence.register
def _(item: OfficeHeld) -> str:
    of = f", {on_one_line(item.of)}" if item.of else ""
    as_of = f" (as of {item.as_of})" if item.as_of else ""
    return f"{on_one_line(item.person.name)}: {on_one_line(item.office)}{of}{as_of}."


@sentence.register
def _(item: Vote) -> str:
    on = f" on {on_one_line(item.subject)}" if item.subject else ""
    body = f" in {on_one_line(item.body)}" if item.body else ""
    date = f", {item.date}" if item.date else ""
    return f"{party(item.voter)} {word('choices', item.choice)}{on}{body}{date}{tally(item.tally)}."


@sentence.register
def _(item: Project) -> str:
    name, kind = on_one_line(item.name), on_one_line(item.kind)
    head = name if not kind or kind.lower() in name.lower() else f"{name} ({kind})"
    tail = [parties(item.parties), on_one_line(item.status), on_one_line(item.financing or "")]
    said = "; ".join(part for part in tail if part)
    return f"{head}: {said}." if said else f"{head}."


@sentence.register
def _(item: Relation) -> str:
    if len(item.between) < 2:
        return f"{parties(item.between) or '?'}: {item.kind.replace('_', ' ')}."
    first, others = item.between[:1], item.between[1:]
    return f"{parties(first)} {word('relations', item.kind)} {parties(others)}."


@sentence.register
def _(item: Stop) -> str:
    parts = (where(item.place), when(item.start, item.end), word("status", item.status))
    return f"{party(item.who)}: {', '.join(part for part in parts if part)}."


@sentence.register
def _(item: CoverageClaim) -> str:
    media = parties(item.media_of)
    whose = f"Media of {media}" if media else "Other media"
    return f"{whose} {'told' if item.told else 'left out'}: {on_one_line(item.subject)}."


@sentence.register
def _(item: PrecedentClaim) -> str:
    since = f" since {item.since}" if item.since else ""
    return f"Called the {on_one_line(item.ordinal)}{since}: {on_one_line(item.what)}."


@sentence.register
def _(item: Actor) -> str:
    parts = (item.kind, item.country or "", " ".join(item.sectors))
    return f"{on_one_line(item.name)} ({', '.join(part for part in parts if part)})."


@sentence.register
def _(item: Finding) -> str:
    kind = word("findings", item.kind)
    subject = f" ({item.subject})" if item.subject else ""
    return f"{kind.capitalize()}{subject}: {on_one_line(item.about)}"


@sentence.register
def _(item: Judgement) -> str:
    held = "" if item.verdict else "not "
    kind = word("judgements", item.kind)
    return f"Judged {held}{kind} by {on_one_line(item.by)} (score {item.score:.2f})."


@sentence.register
def _(item: ReportEntry) -> str:
    parts = (item.outlet or "", item.title or "", item.published or "", item.name)
    return " · ".join(on_one_line(part) for part in parts if part)


@sentence.register
def _(item: Story) -> str:
    return f"{on_one_line(item.title)} ({count(len(item.reports), 'report')})."
