"""Coverage: what media are said to have told or left out; plain attributions are not coverage."""

from collections.abc import Callable

import pytest

from dragoman.reading.affairs.coverage import read_coverage
from dragoman.reading.analysis import Analysis

Desk = Callable[..., Analysis]


def test_left_out_and_stressed(desk: Desk) -> None:
    text = "Peru met Chile. Media outlets of both countries did not mention the border clash while emphasizing trade."
    missing, stressed = read_coverage(desk(text, states={"Peru": "PER", "Chile": "CHL"}))
    assert (missing.told, missing.subject) == (False, "the border clash")
    assert (stressed.told, stressed.subject) == (True, "trade")
    assert {p.country for p in missing.media_of} == {"PER", "CHL"}
    assert missing.inferred[0].field == "media_of"


def test_named_media(desk: Desk) -> None:
    (claim,) = read_coverage(desk("Togo newspapers ignored the protest.", states={"Togo": "TGO"}))
    assert (claim.told, [p.country for p in claim.media_of]) == (False, ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "State media reported that the two met.",
        "He told the media that talks went well.",
        "A press conference was held.",
        "The minister did not mention the clash.",
    ],
)
def test_no_coverage(desk: Desk, text: str) -> None:
    assert read_coverage(desk(text)) == ()
