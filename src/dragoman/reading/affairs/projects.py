"""Projects: what states build, found, supply or run together, with whom, on whose money, how far along."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import ProjectClaim
from dragoman.model.report import content_id
from dragoman.model.text import Mention
from dragoman.reading.affairs.project_sites import Site, find_sites, is_proper, project_names
from dragoman.reading.affairs.project_status import founds, project_financing, project_status
from dragoman.reading.affairs.sides import clean, parties_within, states_within, two_sides
from dragoman.reading.analysis import Analysis

STEP = "projects"


_HANGING: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "under discussion",
        frozenset(
            "discuss discussion view exchange consult consultation negotiate review explore".split()
        ),
    ),
    (
        "proposed",
        frozenset(
            "willingness willing readiness ready desire wish hope want propose proposal offer suggest interest seek consider".split()
        ),
    ),
    ("agreed", frozenset("agree pledge promise agreement commit vow sign".split())),
)


_TOGETHER = re.compile(r"\b(?:two|both|joint|jointly|bilateral|between)\b", re.IGNORECASE)


_SENSIBLE = frozenset({"state", "organization", "group"})


@dataclass(slots=True)
class _Found:
    """One project as it gathers mentions in a report."""

    name: str
    kind: str
    head: str
    parties: dict[str, Party] = field(default_factory=dict)
    statuses: list[str] = field(default_factory=list)
    financing: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    inferred: list[Inference] = field(default_factory=list)


def read_projects(analysis: Analysis) -> tuple[ProjectClaim, ...]:
    """Every project of a report, in the order first named; later mentions of it join the first."""
    found: list[_Found] = []
    for index, parsed in enumerate(analysis.sentences):
        for site in find_sites(parsed.doc):
            _note(analysis, index, parsed.doc, site, found)
    return tuple(_claim(analysis, project) for project in found)


def _claim(analysis: Analysis, project: _Found) -> ProjectClaim:
    status = next((s for s in project.statuses if s != "funded"), None)
    status = status or (project.statuses[0] if project.statuses else "existing")
    mentions = tuple(dict.fromkeys(project.mentions))
    return ProjectClaim(
        content_id("project", analysis.report.id, project.kind, project.name),
        analysis.report.id,
        project.name,
        project.kind,
        tuple(project.parties.values()),
        status,
        mentions,
        financing=project.financing,
        inferred=tuple(dict.fromkeys(project.inferred)),
        reasons=(Reason(STEP, f"a {project.kind} in “{mentions[0].quote[:80]}”"),),
    )


def _note(analysis: Analysis, index: int, doc: Doc, site: Site, found: list[_Found]) -> None:
    clause = doc[site.clause_first : site.clause_last].text
    financing = project_financing(clause) or _financed_after(doc, site)
    status = _status(doc, site, clause) or ("funded" if financing else None)
    names = project_names(doc, site)
    known = [_known(found, site, name) for name in names]
    if not any(known) and not _worth_telling(doc, site, clause, status, financing):
        return
    if any(known) and (status is None or (status == "funded" and not financing)):
        _rename(known, names)
        return
    first, last = clean(doc, site.clause_first, site.clause_last)
    mention = analysis.mention(index, first, last)
    for name, project in zip(names, known, strict=True):
        if project is None:
            project = _Found(name, site.kind.name, doc[site.head].lemma_.lower())
            found.append(project)
        project.mentions.append(mention)
        if status:
            project.statuses.append(status)
        project.financing = project.financing or financing
        _join_parties(analysis, index, doc, site, project)


def _worth_telling(
    doc: Doc, site: Site, clause: str, status: str | None, financing: str | None
) -> bool:
    """Whether a clause tells of a project not known yet, and does not merely pass by a road."""
    if status is None:
        return not site.kind.founded and site.kind.name not in {"cooperation", "supply"}
    if site.kind.opened:
        return founds(clause)
    if financing or is_proper(doc, site) or site.kind.name in {"cooperation", "supply"}:
        return True
    if status == "funded":
        return False
    return founds(clause) if status in {"planned", "agreed", "completed"} else True


def _financed_after(doc: Doc, site: Site) -> str | None:
    """ "…, financed by a Chinese loan" right after the clause."""
    rest = doc[site.clause_last : site.clause_last + 12].text
    return (
        project_financing(rest)
        if re.match(r",?\s?(?:financed|funded|paid|with a|at a cost|worth|costing)", rest)
        else None
    )


def _rename(known: list[_Found | None], names: list[str]) -> None:
    """ "The $4 billion dam" has its name from the sentence that names it."""
    for project, name in zip(known, names, strict=True):
        if project is not None and project.name.islower() and name[:1].isupper():
            project.name = name


def _status(doc: Doc, site: Site, clause: str) -> str | None:
    """The clause's own word for how far it is, unless the clause only tells what was talked about."""
    status = project_status(clause)
    if status in {"under construction", "being established", "suspended", "cancelled", "completed"}:
        return status
    return _hangs_on(doc[site.head]) or status


def _hangs_on(head: Token) -> str | None:
    """The status a phrase has from what it hangs on: talks, a wish, an agreement; None for neither."""
    token = head
    for _ in range(12):
        up = token.head
        if up is token or token.dep_ in {"nsubj", "nsubjpass", "relcl", "advcl", "ccomp"}:
            return None
        lemma = up.lemma_.lower()
        found = next((status for status, words in _HANGING if lemma in words), None)
        if found:
            return found
        token = up
    return None


def _join_parties(analysis: Analysis, index: int, doc: Doc, site: Site, project: _Found) -> None:
    for party in parties_within(analysis, index, site.clause_first, site.clause_last):
        kind = analysis.entity(party.entity).kind
        phrase = doc[site.first : site.last].text.lower()
        named_so = kind != "state" and party.name.lower() in phrase
        if kind in _SENSIBLE and not named_so and party.country != "":
            project.parties.setdefault(party.entity, party)
    text = doc[site.clause_first : site.clause_last].text
    talks = "discuss" in " ".join(project.statuses)
    if len({p.country for p in project.parties.values()}) < 2 and (_TOGETHER.search(text) or talks):
        for party in two_sides(analysis, index):
            if all(party.country != other.country for other in project.parties.values()):
                project.parties.setdefault(party.entity, party)
                project.inferred.append(Inference("parties", "the two states the report is about"))
    if project.financing and len(project.parties) == 1:
        _join_owner(analysis, index, project)


def _join_owner(analysis: Analysis, index: int, project: _Found) -> None:
    """A project someone else pays for is the state's that the sentence before is about."""
    if (
        index == 0
        or analysis.sentences[index - 1].sentence.paragraph
        != analysis.sentences[index].sentence.paragraph
    ):
        return
    before = states_within(analysis, index - 1, 0, min(6, len(analysis.sentences[index - 1].doc)))
    for party in before[:1]:
        if party.entity not in project.parties:
            project.parties[party.entity] = party
            project.inferred.append(
                Inference("parties", f"the sentence before is about {party.name}")
            )


def _known(found: list[_Found], site: Site, name: str) -> _Found | None:
    """The project meant by "the refinery" or by its name again."""
    key = _key(name)
    for project in reversed(found):
        if project.kind != site.kind.name:
            continue
        other = _key(project.name)
        if key == other or (key and other and (key <= other or other <= key)):
            return project
    return None


def _key(name: str) -> frozenset[str]:
    return frozenset(w.strip("().,'’\"“”").lower() for w in name.split()) - {
        "the",
        "of",
        "a",
        "an",
        "and",
        "in",
        "on",
        "",
    }
