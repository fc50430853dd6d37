"""A made-up story told by four reports, with everything a record can hold in it."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Actor, Inference, Party, Place, Reason
from dragoman.model.claim import CoverageClaim, PrecedentClaim, Size
from dragoman.model.finding import (
    Event,
    Figure,
    Finding,
    OfficeHeld,
    Project,
    Relation,
    ReportEntry,
    Side,
    Statement,
    Stop,
    Story,
    Vote,
)
from dragoman.model.judgement import AlignedPassage, Judgement
from dragoman.model.record import Record
from dragoman.model.report import Failure
from dragoman.model.text import Mention

TEXTS = {
    "report-a": (
        "HOME | WORLD | SPORT\n\n"
        "Brito in Montevideo for talks on rice and ports\n\n"
        "MONTEVIDEO, 4 March 2031 (Meridian) - Portuguese Foreign Minister Ana Brito arrived in "
        "Montevideo on Tuesday and met her Uruguayan counterpart, Luis Ferrán.\n\n"
        "The two ministers agreed to ship 1.2 million tonnes of rice a year through the port of "
        "Sines. “We will not let tariffs decide who eats,” Brito told reporters.\n\n"
        "Brito is expected in Asunción on Thursday, where she will meet President Marta Cáceres. "
        "Uruguay borders Brazil, which depends on the same river port.\n\n"
        "Subscribe to our newsletter\n"
    ),
    "report-b": (
        "Portugal, Uruguay sign rice deal\n\n"
        "Portuguese Foreign Minister Ana Brito met her Uruguayan counterpart, Luis Ferrán, in "
        "Montevideo on Tuesday, Meridian reported.\n\n"
        "The two ministers agreed to ship 1.2 million tonnes of rice a year.\n"
    ),
    "report-c": (
        "Rice for Lisbon: A. Brito's first visit since 2024\n\n"
        "Foreign Minister A. Brito began her visit to Uruguay on Wednesday, 5 March. "
        "Under the agreement, 1.5 million tonnes of rice will be shipped annually.\n\n"
        "Farmers demonstrated outside the ministry; three were injured, police said. "
        "Ferrán warned that quotas could be cut.\n\n"
        "In February Portugal voted against the fisheries resolution in the General Assembly, "
        "which passed 98 to 21 with 40 abstentions; Uruguay abstained.\n\n"
        "A joint grain terminal, financed by a EUR 340 million loan, is being built at Sines. "
        "Portuguese media did not mention the protest.\n"
    ),
    "report-d": (
        "Brito travels on to Paraguay\n\n"
        "Ana Brito met President Marta Cáceres in Asunción on 6 March 2031 and invited her to "
        "Lisbon. 😀 The planned visit to Chile was called off.\n"
    ),
}

ANA = Party("actor-ana", "Ana Brito", "PRT", ("GOV",))
LUIS = Party("actor-luis", "Luis Ferrán", "URY", ("GOV",))
MARTA = Party("actor-marta", "Marta Cáceres", "PRY", ("GOV",))
PORTUGAL = Party("actor-prt", "Portugal", "PRT", ("GOV",))
URUGUAY = Party("actor-ury", "Uruguay", "URY", ("GOV",))
BRAZIL = Party("actor-bra", "Brazil", "BRA", ("GOV",))
CHILE = Party("actor-chl", "Chile", "CHL", ("GOV",))
FARMERS = Party("actor-farmers", "farmers", "URY", ("AGR",))
MONTEVIDEO = Place("Montevideo", "URY", -34.9033, -56.1882)
CLAUSE = (Reason("clauses", "the verb of the main clause with its subject and object"),)


def words(report: str, quote: str) -> Mention:
    """Where a report says that."""
    start = TEXTS[report].index(quote)
    return Mention(report, start, start + len(quote), quote)


MET_A = words("report-a", "met her Uruguayan counterpart, Luis Ferrán")
MET_B = words("report-b", "Ana Brito met her Uruguayan counterpart, Luis Ferrán, in Montevideo")
ARRIVED = words("report-a", "Ana Brito arrived in Montevideo on Tuesday and met")
BEGAN = words(
    "report-c", "Foreign Minister A. Brito began her visit to Uruguay on Wednesday, 5 March"
)
SHIP_A = words("report-a", "agreed to ship 1.2 million tonnes of rice a year")
SHIP_B = words("report-b", "agreed to ship 1.2 million tonnes of rice a year")
SHIP_C = words("report-c", "1.5 million tonnes of rice will be shipped annually")
ASUNCION = words("report-a", "Brito is expected in Asunción on Thursday")
CACERES = words("report-d", "Ana Brito met President Marta Cáceres in Asunción on 6 March 2031")
PROTEST = words("report-c", "Farmers demonstrated outside the ministry")
HURT = words("report-c", "three were injured")


def reports() -> tuple[ReportEntry, ...]:
    def entry(key: str, name: str, outlet: str | None, **more: object) -> ReportEntry:
        fields: dict[str, object] = {
            "title": TEXTS[key].strip().splitlines()[0],
            "published": None,
            "url": None,
            "language": "en",
            "credits": (),
            "boilerplate": (),
            "story": "story-rice",
        }
        return ReportEntry(id=key, name=name, outlet=outlet, text=TEXTS[key], **(fields | more))

    return (
        entry(
            "report-a",
            "a.html",
            "Meridian",
            title="Brito in Montevideo for talks on rice and ports",
            published="2031-03-04T18:20:00Z",
            url="https://meridian.example/brito",
            boilerplate=(
                words("report-a", "HOME | WORLD | SPORT"),
                words("report-a", "Subscribe to our newsletter"),
            ),
        ),
        entry("report-b", "b.txt", "The Lisbon Ledger", credits=("Meridian",)),
        entry("report-c", "c.txt", "El Faro del Plata", published="2031-03-05"),
        entry("report-d", "d.txt", None, published="2031-03-07"),
    )


def actors() -> tuple[Actor, ...]:
    def actor(party: Party, kind: str, *mentions: Mention, aliases: tuple[str, ...] = ()) -> Actor:
        return Actor(
            party.entity,
            party.name,
            kind,
            party.country,
            party.sectors,
            (party.name, *aliases),
            mentions,
            (f"entity-{party.entity}",),
            (Reason("names", "same family name and an initial that agrees"),) if aliases else (),
        )

    return (
        actor(
            ANA,
            "person",
            words("report-a", "Ana Brito"),
            words("report-c", "A. Brito"),
            aliases=("A. Brito",),
        ),
        actor(LUIS, "person", words("report-a", "Luis Ferrán")),
        actor(MARTA, "person", words("report-a", "President Marta Cáceres")),
        actor(PORTUGAL, "state", words("report-b", "Portugal")),
        actor(URUGUAY, "state", words("report-a", "Uruguay borders")),
        actor(FARMERS, "group", words("report-c", "Farmers")),
    )


def event(
    name: str, type_: str, mode: str | None, status: str, *mentions: Mention, **more: object
) -> Event:
    fields: dict[str, object] = {
        "contexts": ("diplomatic",),
        "actors": (ANA,),
        "recipients": (),
        "start": None,
        "end": None,
        "place": None,
        "topics": (),
        "according_to": (),
        "sizes": (),
        "claims": tuple(f"claim-{name}-{i}" for i in range(len(mentions))),
        "reasons": CLAUSE,
    }
    return Event(
        id=f"event-{name}",
        type=type_,
        mode=mode,
        status=status,
        mentions=mentions,
        **(fields | more),
    )


def events() -> tuple[Event, ...]:
    return (
        event(
            "4a1c00000001", "CONSULT", "visit", "occurred", ARRIVED, BEGAN,
            recipients=(URUGUAY,), start="2031-03-04", place=MONTEVIDEO,
            inferred=(Inference("start", "the Tuesday of the dateline, 4 March 2031"),),
        ),
        event(
            "4a1c00000002", "CONSULT", "visit", "occurred", MET_A, MET_B,
            recipients=(LUIS,), start="2031-03-04", place=MONTEVIDEO, topics=("rice", "ports"),
            according_to=("Meridian",),
        ),
        event(
            "5b0000000003", "AGREE", None, "occurred", SHIP_A, SHIP_B, SHIP_C,
            actors=(ANA, LUIS), contexts=("economic",),
        ),
        event(
            "6c0000000004", "CONSULT", "visit", "planned", ASUNCION,
            start="2031-03-06", place=Place("Asunción", "PRY"),
        ),
        event(
            "7d0000000005", "CONSULT", "visit", "occurred", CACERES,
            recipients=(MARTA,), start="2031-03-06", place=Place("Asunción", "PRY", -25.3, -57.6),
        ),
        event(
            "8e0000000006", "PROTEST", "demo", "occurred", PROTEST, HURT,
            actors=(FARMERS,), sizes=(Size("injured", 3.0),), according_to=("police",),
        ),
        event(
            "9f0000000007", "THREATEN", "restrict", "possible",
            words("report-c", "Ferrán warned that quotas could be cut"), actors=(LUIS,),
        ),
        event(
            "af0000000008", "CONSULT", "visit", "did_not_occur",
            words("report-d", "The planned visit to Chile was called off"), recipients=(CHILE,),
        ),
    )  # fmt: skip


def figures() -> tuple[Figure, ...]:
    rice = {"about": (PORTUGAL, URUGUAY), "commodity": "rice", "change": None, "period": "2031",
            "status": "projected", "reasons": CLAUSE}  # fmt: skip
    return (
        Figure("figure-11aa00000001", "rice shipped a year", value=1.2e6, unit="t", qualifier="exact",
               mentions=(SHIP_A, SHIP_B), claims=("claim-f-a", "claim-f-b"), **rice),
        Figure("figure-22bb00000002", "rice shipped a year", value=1.5e6, unit="t", qualifier="about",
               mentions=(SHIP_C,), claims=("claim-f-c",), **rice),
        Figure("figure-33cc00000003", "loan for the grain terminal", (), None, 3.4e8, "EUR", "exact",
               None, None, "actual", (words("report-c", "financed by a EUR 340 million loan"),),
               ("claim-f-d",)),
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    def side(value: str, origins: int, *mentions: Mention) -> Side:
        outlets = {r.id: r.outlet or r.name for r in reports()}
        return Side(
            value, tuple(dict.fromkeys(outlets[m.report] for m in mentions)), origins, mentions
        )

    def finding(
        name: str, kind: str, about: str, claims: tuple[str, ...], *sides: Side, **more: object
    ) -> Finding:
        fields: dict[str, object] = {"note": "", "reasons": (Reason("findings", "sides compared"),)}
        return Finding(
            id=f"finding-{name}",
            kind=kind,
            about=about,
            claims=claims,
            sides=sides,
            **(fields | more),
        )

    return (
        finding("c1", "corroborated", "a visit to Uruguay",
                ("claim-4a1c00000001-0", "claim-4a1c00000001-1"), side("visit", 2, ARRIVED, BEGAN)),
        finding("c2", "repeated", "the ministers met",
                ("claim-4a1c00000002-0", "claim-4a1c00000002-1"), side("met", 1, MET_A, MET_B),
                note="The Lisbon Ledger names Meridian as its source."),
        finding("c3", "conflict", "how much rice is shipped a year", ("claim-f-a", "claim-f-b", "claim-f-c"),
                side("1.2 million t", 1, SHIP_A, SHIP_B), side("about 1.5 million t", 1, SHIP_C),
                subject="figure", confidence=0.9, note="They differ by 25 %."),
        finding("c4", "conflict", "when the visit began", ("claim-4a1c00000001-0", "claim-4a1c00000001-1"),
                side("2031-03-04", 1, ARRIVED), side("2031-03-05", 1, BEGAN), subject="date"),
        finding("c5", "updated", "the meeting in Asunción",
                ("claim-6c0000000004-0", "claim-7d0000000005-0"),
                side("planned", 1, ASUNCION), side("happened", 1, CACERES), subject="status"),
        finding("c6", "left_out", "farmers protested", ("claim-8e0000000006-0",),
                side("told", 1, PROTEST), Side("not told", ("Meridian", "The Lisbon Ledger", "d.txt"), 0, ())),
        finding("c7", "single_source", "farmers protested", ("claim-8e0000000006-0",), side("protest", 1, PROTEST)),
    )  # fmt: skip


def sample_record() -> Record:
    no = words(
        "report-c", "Portugal voted against the fisheries resolution in the General Assembly"
    )
    abstained = words("report-c", "Uruguay abstained")
    tally = (98, 21, 40)
    return Record(
        reports=reports(),
        stories=(Story("story-rice", "Ana Brito visits Uruguay", tuple(TEXTS), (Reason("stories", "two shared names and days"),)),),
        actors=actors(),
        events=events(),
        statements=(
            Statement("statement-aa01", ANA, "told", "direct", "“We will not let tariffs decide who eats,”", None, "2031-03-04",
                      (words("report-a", "“We will not let tariffs decide who eats,” Brito told reporters"),), ("claim-s-a",)),
            Statement("statement-bb02", LUIS, "warned", "indirect", "quotas could be cut", ANA, None,
                      (words("report-c", "Ferrán warned that quotas could be cut"),), ("claim-s-b",)),
        ),
        figures=figures(),
        offices=(OfficeHeld("office-01", ANA, "Foreign Minister", "PRT", "2031-03-04",
                            (words("report-a", "Portuguese Foreign Minister Ana Brito"),), ("claim-o-a",)),),
        votes=(
            Vote("vote-01", "General Assembly", "the fisheries resolution", "2031-02", PORTUGAL, "no", tally, (no,), ("claim-v-a",),
                 inferred=(Inference("date", "the February before the report of 5 March 2031"),)),
            Vote("vote-02", "General Assembly", "the fisheries resolution", "2031-02", URUGUAY, "abstain", tally, (abstained,), ("claim-v-b",)),
        ),
        projects=(Project("project-01", "A joint grain terminal", "terminal", (PORTUGAL, URUGUAY), "EUR 340 million loan", "under construction",
                          (words("report-c", "A joint grain terminal, financed by a EUR 340 million loan, is being built at Sines"),), ("claim-p-a",)),),
        relations=(Relation("relation-01", "borders", (URUGUAY, BRAZIL), (words("report-a", "Uruguay borders Brazil"),), ("claim-r-a",)),),
        itinerary=(
            Stop("stop-01", ANA, MONTEVIDEO, "2031-03-04", "2031-03-05", "occurred", "event-4a1c00000001", (ARRIVED,)),
            Stop("stop-02", ANA, Place("Asunción", "PRY"), "2031-03-06", None, "occurred", "event-7d0000000005", (CACERES,)),
        ),
        coverage=(CoverageClaim("coverage-01", "report-c", (PORTUGAL,), "the protest", False,
                                (words("report-c", "Portuguese media did not mention the protest"),)),),
        precedents=(PrecedentClaim("precedent-01", "report-c", "A. Brito's first visit", "first", "2024",
                                   (words("report-c", "A. Brito's first visit since 2024"),)),),
        findings=findings(),
        judgements=(
            Judgement("judgement-01", "derives", ("report-b", "report-a"), True, "wire-credit", 0.94,
                      (Reason("origins", "names Meridian as its source"),), (AlignedPassage(SHIP_B, SHIP_A, 1.0),)),
            Judgement("judgement-02", "same_event", ("claim-4a1c00000001-0", "claim-4a1c00000001-1"), True, "event-match", 0.8,
                      (Reason("events", "same type, actors and country, one day apart"),)),
        ),
        failures=(Failure("broken.pdf", "UndecodableInput", "no text in any encoding", "save it as text or HTML"),),
    )  # fmt: skip


@pytest.fixture
def sample() -> Record:
    return sample_record()
