"""Project kinds: the nouns for what states build, found and run together, and what makes them one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProjectKind:
    """A kind of project. `needs`: words one of which must stand in the phrase, empty for none.

    `founded` kinds count only where the clause says how far they are or who pays; the
    others also where they are merely named. `opened` kinds exist everywhere, so the
    clause must build or open one.
    """

    name: str
    needs: frozenset[str] = frozenset()
    founded: bool = True
    opened: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SECTORS = _words(
    "trade trading economic economy commercial business transport transportation transit logistics energy power "
    "electricity oil gas lng fuel nuclear hydropower geothermal solar wind renewable water irrigation "
    "agricultural agriculture farming food fisheries mining minerals investment financial finance banking customs "
    "security defence defense military cyber counterterrorism border maritime naval police intelligence "
    "space satellite science scientific technology technological technical digital ict telecommunications research "
    "health medical education educational cultural culture humanitarian environmental environment climate "
    "tourism infrastructure industrial industry parliamentary interparliamentary judicial legal rail railway road aviation development"
)
SECTORS = _SECTORS

_PLANT = _words(
    "power hydropower hydroelectric nuclear solar thermal wind geothermal desalination fertiliser fertilizer cement "
    "assembly processing chemical petrochemical steel car vehicle treatment gas coal-fired atomic lng smelting battery vaccine"
)
_JOINT = _words(
    "joint intergovernmental inter-governmental parliamentary interparliamentary bilateral mixed trilateral binational"
)
_ZONE = _words("free economic trade industrial processing customs special cooperation")

KINDS: dict[str, ProjectKind] = {
    "pipeline": ProjectKind("pipeline"),
    "refinery": ProjectKind("refinery"),
    "plant": ProjectKind("power plant", _PLANT),
    "station": ProjectKind(
        "power plant", _words("power hydropower hydroelectric nuclear pumping space solar")
    ),
    "reactor": ProjectKind("nuclear plant"),
    "farm": ProjectKind("power plant", _words("solar wind")),
    "dam": ProjectKind("dam"),
    "reservoir": ProjectKind("dam"),
    "canal": ProjectKind("canal"),
    "railway": ProjectKind("railway"),
    "railroad": ProjectKind("railway"),
    "metro": ProjectKind("railway"),
    "line": ProjectKind("line", _words("rail railway transmission power metro high-speed")),
    "link": ProjectKind("railway", _words("rail railway")),
    "road": ProjectKind("road"),
    "highway": ProjectKind("road"),
    "motorway": ProjectKind("road"),
    "expressway": ProjectKind("road"),
    "tunnel": ProjectKind("tunnel"),
    "bridge": ProjectKind("bridge"),
    "port": ProjectKind("port"),
    "seaport": ProjectKind("port"),
    "harbour": ProjectKind("port"),
    "harbor": ProjectKind("port"),
    "terminal": ProjectKind("terminal"),
    "airport": ProjectKind("airport"),
    "corridor": ProjectKind("corridor"),
    "checkpoint": ProjectKind("border checkpoint"),
    "crossing": ProjectKind("border checkpoint", _words("border")),
    "zone": ProjectKind("free zone", _ZONE),
    "park": ProjectKind("industrial park", _words("industrial technology solar wind science")),
    "commission": ProjectKind("joint commission", _JOINT, founded=False),
    "committee": ProjectKind("joint committee", _JOINT, founded=False),
    "council": ProjectKind(
        "joint council", _words("joint intergovernmental bilateral business"), opened=True
    ),
    "fund": ProjectKind(
        "fund", _words("joint investment development infrastructure sovereign climate green")
    ),
    "bank": ProjectKind("bank", _words("joint development"), opened=True),
    "university": ProjectKind("university", opened=True),
    "academy": ProjectKind("university", opened=True),
    "institute": ProjectKind("institute", opened=True),
    "school": ProjectKind("school", opened=True),
    "hospital": ProjectKind("hospital", opened=True),
    "stadium": ProjectKind("stadium", opened=True),
    "satellite": ProjectKind("satellite"),
    "mine": ProjectKind("mine"),
    "factory": ProjectKind("factory"),
    "smelter": ProjectKind("factory"),
    "cable": ProjectKind("cable"),
    "embassy": ProjectKind("embassy", opened=True),
    "consulate": ProjectKind("embassy", opened=True),
    "base": ProjectKind("base", _words("military naval air space")),
    "scheme": ProjectKind("project", _SECTORS),
    "project": ProjectKind("project", _SECTORS),
    "venture": ProjectKind("joint venture", _words("joint")),
}
