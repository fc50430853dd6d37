"""Places: where on the map a name lies, or nothing where the name alone does not say.

Cities are GeoNames' (CC BY 4.0). A region is no state: it has a country only where all of
it lies in one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.knowledge.phrases import PhraseMatch, Phrases
from dragoman.knowledge.states import state, state_senses, states
from dragoman.model.actor import Place

# Chosen on the cities most often in the news: a name is taken for the largest city that
# bears it only where that city is this many times larger than the next.
DOMINANCE = 3.0
DOMINANCE_WITHIN = 1.5
CAPITAL_WEIGHT = 25.0
# A city that bears the name only as another spelling counts this many times less.
SPELLING_DISCOUNT = 20.0
# A city outside the country the text points to must be at least this large to be meant.
KNOWN_ABROAD = 300_000

_JUNK = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:the|city of|port of|town of|capital) (?=\w)")
_PART = re.compile(
    r"(?P<city>.+?)[ \u00a0](?:oblast|krai|region|province|governorate|prefecture|county|district"
    r"|division|state|municipality|metropolitan area|suburb|airport|international airport)s?",
    re.IGNORECASE,
)
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ə": "a",
        "ħ": "h",
    }
)


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    country: str
    lat: float
    lon: float
    people: int


def find_place(name: str, *, country: str | None = None) -> Place | None:
    """The place a name means, None where unknown or where several places could be meant.

    `country` (alpha-3) is where the text points to: it settles which of several places is
    meant, and keeps a town elsewhere that happens to share the name from being taken.
    States and regions are places too; a region of several states has no country.

    >>> find_place("Kiev").country
    'UKR'
    >>> find_place("the Middle East")
    Place(name='Middle East', country=None, lat=29.0, lon=42.0)
    """
    folded = fold_place(name)
    if not folded:
        return None
    named = next((s for s in state_senses(name) if s.sense == "name"), None)
    if named and (country in (None, named.code) or not _cities().get(folded)):
        known = state(named.code)
        return Place(known.name if known else name, named.code)
    region_found = region(name)
    if region_found and (country is None or region_found.country in (None, country)):
        return region_found
    city = _choose(_cities().get(folded, ()), country, folded)
    if city:
        return Place(_usual(city), city.country, city.lat, city.lon)
    return region_found or _around(name, country)


def region(name: str) -> Place | None:
    """A part of the world or of a state ("Central Asia", "Crimea", "the Red Sea"), else None."""
    found = _region_phrases().senses(name)
    return found[0] if found else None


def match_regions(words: Sequence[str]) -> list[PhraseMatch[Place]]:
    """The longest names of regions in a row of tokens: (start, end, places), half open, in order."""
    return _region_phrases().match(words)


def country_of(name: str, *, country: str | None = None) -> str | None:
    """The alpha-3 code of the state a place lies in, where there is one."""
    place = find_place(name, country=country)
    return place.country if place else None


def fold_place(name: str) -> str:
    """A place name without case, accents, article or punctuation.

    >>> fold_place("the City of Malmö")
    'malmo'
    """
    lowered = name.lower().translate(_LETTERS).replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", lowered)
    bare = "".join(ch for ch in plain if not unicodedata.combining(ch))
    folded = _JUNK.sub(" ", bare).strip()
    return _ARTICLE.sub("", _ARTICLE.sub("", folded))


def _around(name: str, country: str | None) -> Place | None:
    """ "Kharkiv region" lies in the country of Kharkiv, but not just where Kharkiv does."""
    part = _PART.fullmatch(name)
    city = find_place(part["city"], country=country) if part else None
    return Place(name, city.country) if city and city.country else None


def _choose(cities: tuple[_City, ...], country: str | None, folded: str) -> _City | None:
    at_home = tuple(city for city in cities if city.country == country)
    if at_home:
        return _dominant(at_home, DOMINANCE_WITHIN, folded)
    if country is not None:
        cities = tuple(city for city in cities if city.people >= KNOWN_ABROAD or _is_capital(city))
    return _dominant(cities, DOMINANCE, folded)


def _dominant(cities: tuple[_City, ...], times: float, folded: str) -> _City | None:
    weighed = [(_weight(city, folded), city) for city in cities]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].country, pair[1].lat))
    if not weighed:
        return None
    if len(weighed) > 1 and weighed[0][0] < times * weighed[1][0]:
        return None
    return weighed[0][1]


def _weight(city: _City, folded: str) -> float:
    weight = max(city.people, 1) * (CAPITAL_WEIGHT if _is_capital(city) else 1.0)
    return weight if fold_place(city.name) == folded else weight / SPELLING_DISCOUNT


def _usual(city: _City) -> str:
    """The name the press uses: GeoNames has "Ulan Bator" where the state table knows better."""
    known = state(city.country)
    if known and fold_place(city.name) in {fold_place(name) for name in known.capitals[1:]}:
        first = known.capitals[0]
        if any(other == city for other in _cities().get(fold_place(first), ())):
            return first
    return city.name


def _is_capital(city: _City) -> bool:
    return (city.country, fold_place(city.name)) in _capitals()


@lru_cache(maxsize=1)
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((s.code, fold_place(name)) for s in states() for name in s.capitals)


@lru_cache(maxsize=1)
def _region_phrases() -> Phrases[Place]:
    return Phrases(_regions())


def _regions() -> Iterator[tuple[str, Place]]:
    table = files("dragoman.knowledge").joinpath("regions.tsv").read_text("utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        names, country, lat, lon = (line.split("\t") + [""] * 3)[:4]
        for name in names.split(";"):
            yield (
                name,
                Place(
                    name,
                    country or None,
                    float(lat) if lat else None,
                    float(lon) if lon else None,
                ),
            )


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[_City, ...]]:
    table = files("dragoman.knowledge").joinpath("cities.tsv").read_text("utf-8")
    found: dict[str, tuple[_City, ...]] = {}
    for line in table.splitlines():
        name, folded, country, lat, lon, people = line.split("\t")
        city = _City(name, country, float(lat), float(lon), int(people))
        for spelling in folded.split(";"):
            found[spelling] = (*found.get(spelling, ()), city)
    return found
