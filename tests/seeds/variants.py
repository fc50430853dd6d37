"""Copies of the two seed reports and their gold with everything particular replaced.

Other people, countries, places, dates and figures, consistently, in texts and gold
alike: what is read from the seeds must be read from these too, or it was learned by
heart. The same number always gives the same copy.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Country:
    """A country as the seeds would write it."""

    code: str
    name: str
    full: str
    adjective: str
    capital: str


COUNTRIES = (
    Country("FRA", "France", "French Republic", "French", "Paris"),
    Country("POL", "Poland", "Republic of Poland", "Polish", "Warsaw"),
    Country("ARG", "Argentina", "Argentine Republic", "Argentine", "Buenos Aires"),
    Country("PRY", "Paraguay", "Republic of Paraguay", "Paraguayan", "Asunción"),
    Country(
        "ETH", "Ethiopia", "Federal Democratic Republic of Ethiopia", "Ethiopian", "Addis Ababa"
    ),
    Country("KEN", "Kenya", "Republic of Kenya", "Kenyan", "Nairobi"),
    Country("IRN", "Iran", "Islamic Republic of Iran", "Iranian", "Tehran"),
    Country("ARM", "Armenia", "Republic of Armenia", "Armenian", "Yerevan"),
    Country("GRC", "Greece", "Hellenic Republic", "Greek", "Athens"),
    Country("SRB", "Serbia", "Republic of Serbia", "Serbian", "Belgrade"),
    Country("IDN", "Indonesia", "Republic of Indonesia", "Indonesian", "Jakarta"),
    Country("LAO", "Laos", "Lao People's Democratic Republic", "Laotian", "Vientiane"),
    Country("NPL", "Nepal", "Federal Democratic Republic of Nepal", "Nepalese", "Kathmandu"),
    Country("EGY", "Egypt", "Arab Republic of Egypt", "Egyptian", "Cairo"),
    Country("NOR", "Norway", "Kingdom of Norway", "Norwegian", "Oslo"),
    Country("BRA", "Brazil", "Federative Republic of Brazil", "Brazilian", "Brasília"),
    Country("PER", "Peru", "Republic of Peru", "Peruvian", "Lima"),
    Country("KAZ", "Kazakhstan", "Republic of Kazakhstan", "Kazakh", "Astana"),
    Country("TUR", "Turkey", "Republic of Türkiye", "Turkish", "Ankara"),
    Country("ZMB", "Zambia", "Republic of Zambia", "Zambian", "Lusaka"),
    Country("AGO", "Angola", "Republic of Angola", "Angolan", "Luanda"),
    Country("MAR", "Morocco", "Kingdom of Morocco", "Moroccan", "Rabat"),
    Country("CHL", "Chile", "Republic of Chile", "Chilean", "Santiago"),
    Country("MEX", "Mexico", "United Mexican States", "Mexican", "Mexico City"),
)
VISITORS = (
    ("Dmitry", "Dmitri", "Karelin"),
    ("Yury", "Yuri", "Sobolev"),
    ("Mohammed", "Mohamed", "Tazari"),
    ("Alexey", "Alexei", "Morozov"),
    ("Yusuf", "Yousuf", "Demirel"),
    ("Nikolay", "Nikolai", "Petkov"),
    ("Andrey", "Andrei", "Lukin"),
    ("Ahmed", "Ahmad", "Haroun"),
    ("Vasily", "Vasili", "Grachev"),
    ("Sergio", "Serjio", "Balmaceda"),
)
MINISTERS = (
    ("Sarantuya", "Dorjpurev"),
    ("Oyunbileg", "Tsendsuren"),
    ("Narangerel", "Baatarsukh"),
    ("Enkhjargal", "Gombosuren"),
    ("Tsolmon", "Purevdorj"),
)
PRESIDENTS = (
    "Dashiin Ganbold",
    "Samdangiin Boldbaatar",
    "Renchiniin Sukhbaatar",
    "Tserengiin Munkhbat",
)
PREMIERS = (("D", "Bat-Orgil"), ("S", "Munkh-Ochir"), ("T", "Gan-Tulga"), ("N", "Tumur-Ochir"))
TRIOS = (
    ("Tran Duc Long", "Le Minh Quang", "Vo Van Hieu"),
    ("Dang Quoc Viet", "Ho Thanh Binh", "Phan Dinh Loc"),
    ("Luong Gia Bao", "Trinh Xuan Phuc", "Do Huu Nghia"),
)
ZONES = (
    ("Khongorun", "Zamyndal"),
    ("Serfelt", "Norrvik"),
    ("Bakarra", "Tulemba"),
    ("Ostrava Gate", "Velino"),
)
RIVERS = (("Ur", "Uriin"), ("Sel", "Selin"), ("Tol", "Tolin"), ("Ik", "Ikhen"))
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}


@dataclass(frozen=True)
class Variant:
    """A copy: file name to text, and the gold that goes with it."""

    texts: dict[str, str]
    gold: dict[str, object]


def make_variant(seeds: Path, number: int) -> Variant:
    """The copy of that number, made from the seeds in a folder."""
    chance = random.Random(number)
    words, codes, values = _replacements(chance)
    texts = {p.name: words.apply(p.read_text("utf-8")) for p in sorted(seeds.glob("*.txt"))}
    gold = json.loads((seeds / "gold.json").read_text("utf-8"))
    return Variant(texts, _rewrite(gold, words, codes, values))


class Replacer:
    """Replaces many strings in one pass, longest first, so that no replacement is replaced."""

    def __init__(self, pairs: dict[str, str]) -> None:
        self.pairs = pairs
        ordered = sorted(pairs, key=lambda s: (-len(s), s))
        self.pattern = re.compile("|".join(rf"(?<!\w){re.escape(s)}(?!\w)" for s in ordered))

    def apply(self, text: str) -> str:
        """The text with every string replaced."""
        return self.pattern.sub(lambda m: self.pairs[m.group()], text)


def _replacements(chance: random.Random) -> tuple[Replacer, Replacer, dict[str, float]]:
    guest, host, other, next_stop, invaded, lender, friend = chance.sample(COUNTRIES, 7)
    given, spelling, surname = chance.choice(VISITORS)
    first, father = chance.choice(MINISTERS)
    initial, premier = chance.choice(PREMIERS)
    trio = chance.choice(TRIOS)
    zones, river = chance.choice(ZONES), chance.choice(RIVERS)
    president = chance.choice(PRESIDENTS)
    pairs = {
        "Sergey Lavrov": f"{given} {surname}",
        "Sergei Lavrov": f"{spelling} {surname}",
        "Sergei": spelling,
        "Lavrov": surname,
        "Battsetseg Batmunkh": f"{first} {father}",
        "B.Battsetseg": f"{father[0]}.{first}",
        "Ukhnaagiin Khurelsukh": president,
        "Khurelsukh": president.split()[1],
        "L. Oyun-Erdene": f"{initial}. {premier}",
        "L.Oyun-Erdene": f"{initial}.{premier}",
        "Oyun-Erdene": premier,
        "Battsetseg": first,
        "Pham Minh Chinh": trio[0],
        "Bui Thanh Son": trio[1],
        "Nguyen Phu Trong": trio[2],
        "Altanbulag": zones[0],
        "Tsagaannuur": zones[1],
        "Eg": river[0],
        "Egiin": river[1],
        "Asia": chance.choice(("Asia", "Africa", "Europe")),
    }
    for old, new in (
        (("Russia", "Russian Federation", "Russian", "Moscow"), guest),
        (("Mongolia", "Mongolia (full)", "Mongolian", "Ulaanbaatar"), host),
        (("China", "People's Republic of China", "Chinese", "Beijing"), other),
        (("Vietnam", "Vietnam (full)", "Vietnamese", "Hanoi"), next_stop),
        (("Ukraine", "Ukraine (full)", "Ukrainian", "Kyiv"), invaded),
        (("India", "Republic of India", "Indian", "New Delhi"), lender),
        (("United States", "United States of America", "American", "Washington"), friend),
    ):
        pairs |= dict(zip(old, (new.name, new.full, new.adjective, new.capital), strict=True))
    pairs["the United States"] = friend.name
    codes = dict(
        zip(
            ("RUS", "MNG", "CHN", "VNM", "UKR", "IND", "USA"),
            (c.code for c in (guest, host, other, next_stop, invaded, lender, friend)),
            strict=True,
        )
    )
    dates, values = _times_and_figures(chance, pairs)
    return Replacer(pairs), Replacer(codes | dates), values


def _times_and_figures(
    chance: random.Random, pairs: dict[str, str]
) -> tuple[dict[str, str], dict[str, float]]:
    day = date(chance.randint(2012, 2024), chance.randint(7, 11), chance.randint(4, 26))
    early, late = sorted(chance.sample(range(1, 6), 2))
    stay = chance.choice((2, 3, 4))
    since = day.year - chance.randint(4, 9)
    trade, cut = chance.randint(2, 9), chance.randint(1, 6)
    growth, more, share = chance.randint(11, 39), chance.randint(40, 66), chance.randint(51, 88)
    month = MONTHS[day.month - 1]
    pairs |= {
        "5 July 2022": f"{day.day} {month} {day.year}",
        "July 5": f"{month} {day.day}",
        "Tuesday": WEEKDAYS[day.weekday()],
        "March 2022": f"{MONTHS[early - 1]} {day.year}",
        "April": MONTHS[late - 1],
        "2021": str(day.year - 1),
        "2016": str(since),
        "two-day": f"{NUMBER_WORDS[stay]}-day",
        "USD 2 billion": f"USD {trade} billion",
        "USD 1 billion": f"USD {cut} billion",
        "30 percent": f"{growth} percent",
        "45 percent": f"{more} percent",
        "55%": f"{share}%",
    }
    end = day + timedelta(days=stay - 1)
    dates = {
        "2022-07-05": day.isoformat(),
        "2022-07-06": end.isoformat(),
        "2022-07": day.isoformat()[:7],
        "2022-03": f"{day.year}-{early:02}",
        "2022-04": f"{day.year}-{late:02}",
        "2022-01": f"{day.year}-01",
        "2022-06": f"{day.year}-06",
        "2021": str(day.year - 1),
        "2016": str(since),
    }
    values = {"f1": trade * 1e9, "f2": growth, "f3": more, "f4": share, "f5": cut * 1e9, "f6": stay}
    return dates, {key: float(value) for key, value in values.items()}


_CODED = frozenset(
    {"country", "of", "voter", "date", "date_start", "date_end", "period", "parties"}
)


def _rewrite(
    item: object, words: Replacer, codes: Replacer, values: dict[str, float], key: str = ""
) -> dict[str, object]:
    return _walk(item, words, codes, values, key)  # type: ignore[return-value]


def _walk(
    item: object, words: Replacer, codes: Replacer, values: dict[str, float], key: str
) -> object:
    if isinstance(item, dict):
        out = {k: _walk(v, words, codes, values, k) for k, v in item.items()}
        if item.get("id") in values and "value" in item:
            out["value"] = values[item["id"]]
        return out
    if isinstance(item, list):
        return [_walk(v, words, codes, values, key) for v in item]
    if isinstance(item, str):
        return codes.apply(item) if key in _CODED and len(item) < 24 else words.apply(item)
    return item
