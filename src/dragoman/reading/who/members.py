"""Members: persons listed as a group belong where the group does ("officials, including …")."""

from __future__ import annotations

from dragoman.model.actor import Reason
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.names import Line


def settle_members(cast: Cast) -> None:
    """Give a group's country to the persons listed as it: "officials, including A and B"."""
    for line in cast.lines:
        listed = _listed_persons(cast, line)
        if len(listed) < 1:
            continue
        _including(cast, line, listed)
        if len(listed) > 1:
            _counted(cast, line, listed)


def _listed_persons(cast: Cast, line: Line) -> list[tuple[int, Draft]]:
    found: dict[str, tuple[int, Draft]] = {}
    for spot in cast.in_sentence.get(line.index, []):
        if spot.kind == "person" and spot.form == "name":
            found.setdefault(spot.entity, (spot.start, cast.drafts[spot.entity]))
    return sorted(found.values(), key=lambda row: row[0])


def _including(cast: Cast, line: Line, listed: list[tuple[int, Draft]]) -> None:
    """After a group: "including", "such as", "among them", or a copula ("the Canadians are")."""
    for spot in cast.in_sentence.get(line.index, []):
        if spot.kind != "group":
            continue
        country = cast.drafts[spot.entity].country
        tail = line.low[spot.end : spot.end + 4]
        opens = any(word in ("including", "include", ":", "are", "were") for word in tail[:3])
        if country is None or not (
            opens or tail[:2] == ["such", "as"] or tail[1:3] == ["among", "them"]
        ):
            continue
        for start, draft in listed:
            if start >= spot.end and not draft.sure and not _broken(line, spot.end, start):
                _give(draft, country, "named among a group of this state")


def _broken(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb other than the copula ends the list before the name."""
    return any(
        token.tag_ in ("VBD", "VBZ", "MD") and token.lemma_ != "be" for token in line.doc[start:end]
    )


def _counted(cast: Cast, line: Line, listed: list[tuple[int, Draft]]) -> None:
    """As many persons in one list as a numbered group just before had: they are that group."""
    open_ones = [draft for _, draft in listed if not draft.sure]
    for number in range(line.index, max(-1, line.index - 3), -1):
        for spot in cast.in_sentence.get(number, []):
            group = cast.drafts[spot.entity]
            if group.kind != "group" or group.country is None:
                continue
            if str(len(open_ones)) in group.single and spot.end - spot.start > 1:
                for draft in open_ones:
                    _give(draft, group.country, "the list names as many as the group just told of")
                return


def _give(draft: Draft, country: str, why: str) -> None:
    draft.country, draft.sure = country, True
    draft.reasons.append(Reason("country", why))
