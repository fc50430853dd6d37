"""How each kind of item stands as a row of a table on the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from dragoman.exports.index import Index, Telling
from dragoman.exports.terminal import stacked, styled
from dragoman.exports.wording import (
    amount,
    content,
    kind_of_event,
    number,
    on_one_line,
    parties,
    party,
    quoted,
    sizes,
    told_by,
    when,
    where,
    who,
    word,
)
from dragoman.model.finding import Event, Figure, OfficeHeld, Statement, Stop, Vote

Cell = Text | str
Row = tuple[Cell, ...]

_SAID = 220
_CITED = 110


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of one record; `short` are the ids as shown, `wide` where there is room."""

    index: Index
    short: dict[str, str]
    wide: bool

    def event(self, event: Event) -> Row:
        """Who did what to whom, when and where; its status where it did not simply happen."""
        topics = ", ".join(on_one_line(topic) for topic in event.topics)
        said = ", ".join(on_one_line(name) for name in event.according_to)
        more = quiet(
            f"about {topics}" if topics else "",
            sizes(event.sizes),
            f"according to {said}" if said else "",
        )
        kind = Text(kind_of_event(event))
        if event.status != "occurred":
            kind = status(event.status).append(f": {kind_of_event(event)}", style="none")
        date, place = dates(event.start, event.end), where(event.place)
        actors = styled(who(event.actors, event.recipients), "title")
        words = self.index.best_words(event)
        cited = styled(quoted(words.quote, most=_CITED) if words else "", "quote")
        if self.wide:
            return date, stacked(kind, more), stacked(actors, cited), place, self.told(event)
        if place:
            kind.append(f" · {place}")
        return date, stacked(actors, kind, more, cited), self.told(event)

    def statement(self, item: Statement) -> Row:
        """Who said it and how, beside the words."""
        to = f"to {party(item.addressee)}" if item.addressee else ""
        speaker = stacked(party(item.speaker), quiet(item.cue, to, item.date))
        return speaker, content(item, most=_SAID), self.told(item)

    def figure(self, figure: Figure) -> Row:
        """The amount beside what it measures."""
        projected = "projected" if figure.status == "projected" else ""
        more = quiet(parties(figure.about), figure.commodity, figure.period, projected)
        return amount(figure), stacked(on_one_line(figure.measure), more), self.told(figure)

    def office(self, item: OfficeHeld) -> Row:
        """Who holds it beside what is held."""
        office = ", ".join(on_one_line(part) for part in (item.office, item.of) if part)
        as_of = quiet(f"as of {item.as_of}" if item.as_of else "")
        return party(item.person), stacked(office, as_of), self.told(item)

    def vote(self, vote: Vote) -> Row:
        """The voter beside the vote."""
        counted = ""
        if vote.tally:
            yes, no, abstain = (number(part) for part in vote.tally)
            counted = f"{yes} yes, {no} no, {abstain} abstaining"
        subject = f": {on_one_line(vote.subject)}" if vote.subject else ""
        cast = f"{word('choices', vote.choice)}{subject}"
        return (
            party(vote.voter),
            stacked(cast, quiet(vote.body, vote.date, counted)),
            self.told(vote),
        )

    def stop(self, stop: Stop) -> Row:
        """When, who and where."""
        place = stacked(where(stop.place), status(stop.status))
        return dates(stop.start, stop.end), party(stop.who), place, self.told(stop)

    def told(self, item: Telling) -> Text:
        """Who tells of an item, what is found against it, and its id."""
        found = {finding.kind for finding in self.index.findings_about(item)}
        support = self.index.support(item)
        telling = ("conflict", "updated", *(("left_out",) if len(support.outlets) > 1 else ()))
        marks = [
            styled(f"{word('finding_signs', kind)} {word('findings', kind)}", kind)
            for kind in telling
            if kind in found
        ]
        sign = word("finding_signs", support.kind) + " " if support.kind else ""
        told = styled(f"{sign}{told_by(support)}", support.kind or "")
        return stacked(told, *marks, styled(self.short[item.id], "quiet"))


def status(code: str) -> Text:
    """A status with its sign."""
    tone = "planned" if code in ("planned", "possible") else ""
    return styled(f"{word('status_signs', code)} {word('status', code)}", tone)


def dates(start: str | None, end: str | None) -> Cell:
    """A date, or a span on two lines."""
    return stacked(*when(start, end).replace(" to ", "\nto ").split("\n")) or "no date"


def quiet(*parts: str | None) -> Text:
    """Lesser facts in a row."""
    return styled(" · ".join(on_one_line(part) for part in parts if part), "quiet")
