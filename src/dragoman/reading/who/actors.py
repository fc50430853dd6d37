"""Actors: who is who within one report, from the names in it to the pronouns."""

from __future__ import annotations

from dragoman.reading.analysis import Analysis
from dragoman.reading.who.cast import assemble, lay_down
from dragoman.reading.who.discourse import retell
from dragoman.reading.who.governments import find_governments
from dragoman.reading.who.groups import find_groups
from dragoman.reading.who.homes import settle_homes
from dragoman.reading.who.members import settle_members
from dragoman.reading.who.organs import find_organs
from dragoman.reading.who.persons import find_persons
from dragoman.reading.who.sites import find_second_names, find_sites


def resolve_actors(analysis: Analysis) -> None:
    """Fill in `analysis.names` and `analysis.entities`.

    Linear in the length of the report; needs its parsed sentences and nothing else.
    """
    cast = assemble(analysis)
    find_organs(cast)
    find_persons(cast)
    find_governments(cast)
    find_second_names(cast)
    find_sites(cast)
    find_groups(cast)
    settle_members(cast)
    settle_homes(cast)
    retell(cast)
    settle_homes(cast)
    lay_down(cast)
