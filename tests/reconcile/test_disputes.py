"""A charge by one party and its denial by another are told as a dispute."""

import pytest
from desk import Named, findings, record_of


@pytest.mark.parametrize(
    ("charge", "answer", "disputed"),
    [
        ("Peru accused Chile of moving border stones.", "Chile dismissed the accusation.", 1),
        ("Peru has evidence of smuggling by Chile.", "Chile called the allegations absurd.", 1),
        ("Peru accused Chile of moving border stones.", "Peru dismissed the accusation.", 0),
        ("Peru accused Chile of moving border stones.", "Chile did not deny it.", 0),
        (
            "Peru accused Chile of shelling a lighthouse.",
            "Chile rejected any attempt to link it to the lighthouse.",
            1,
        ),
        (
            "Peru accused Chile of shelling a lighthouse.",
            "Chile dismissed as baseless the rumours about the lighthouse.",
            1,
        ),
        ("Peru accused Chile of moving border stones.", "Chile denied two envoys a visa.", 0),
        ("Peru thanked Chile for the border stones.", "Chile dismissed the accusation.", 0),
    ],
)
def test_disputes(charge: str, answer: str, disputed: int) -> None:
    record = record_of(Named("a", charge), Named("b", answer))
    found = findings(record, "conflict", "actor")
    assert len(found) == disputed
    assert all("dispute between the parties" in f.note for f in found)
    assert all(f.about == "a charge against Chile, and its denial" for f in found)
    assert all([s.value for s in f.sides] == ["charged by Peru", "denied by Chile"] for f in found)
