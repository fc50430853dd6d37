"""Votes: voter, choice, body, subject and date, ellipsis included."""

from collections.abc import Callable

import pytest

from dragoman.reading.affairs.votes import read_tally, read_votes
from dragoman.reading.analysis import Analysis

Desk = Callable[..., Analysis]
STATES = {"Kenya": "KEN", "Peru": "PER", "Chad": "TCD", "Eritrea": "ERI"}


@pytest.mark.parametrize(
    ("text", "voter", "choice"),
    [
        (
            "Kenya abstained when the UN General Assembly voted on a resolution on famine.",
            "KEN",
            "abstain",
        ),
        (
            "Peru voted in favour of a resolution on famine at the UN General Assembly.",
            "PER",
            "yes",
        ),
        ("Chad voted against a UN General Assembly resolution on famine.", "TCD", "no"),
        ("Eritrea vetoed a UN Security Council resolution on famine.", "ERI", "no"),
        ("Kenya backed the resolution on famine in the UN General Assembly.", "KEN", "yes"),
        ("Kenya opposed the resolution on famine in the UN General Assembly.", "KEN", "no"),
        (
            "Peru did not vote on the resolution on famine in the UN General Assembly.",
            "PER",
            "absent",
        ),
    ],
)
def test_choice(desk: Desk, text: str, voter: str, choice: str) -> None:
    (vote,) = read_votes(desk(text, states=STATES))
    assert (vote.voter.country, vote.choice, vote.subject) == (voter, choice, "famine")
    assert vote.body.startswith("United Nations")


def test_again_is_a_second_vote_with_the_choice_of_the_first(desk: Desk) -> None:
    text = (
        "In March 2021, when the UN General Assembly voted on a resolution on famine, Kenya abstained, "
        "and it did so again in April when the General Assembly of the United Nations voted to expel Chad."
    )
    dates = {"March 2021": "2021-03", "April": "2021-04"}
    first, second = read_votes(desk(text, states=STATES, dates=dates))
    assert (first.choice, first.date, first.subject) == ("abstain", "2021-03", "famine")
    assert (second.choice, second.date, second.subject) == ("abstain", "2021-04", "expel Chad")
    assert second.voter == first.voter
    assert "choice" in {i.field for i in second.inferred}
    assert first.mentions[0].end <= second.mentions[0].start


def test_joined_voters_are_a_vote_each(desk: Desk) -> None:
    votes = read_votes(desk("Peru and Chad abstained in the UN General Assembly.", states=STATES))
    assert [v.voter.country for v in votes] == ["PER", "TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "The board voted to raise rates.",
        "Kenya held a vote on Sunday.",
        "Ministers backed the plan.",
        "Peru supports the poor.",
        "The General Assembly voted to expel Chad.",
    ],
)
def test_no_vote_of_a_state(desk: Desk, text: str) -> None:
    assert read_votes(desk(text, states=STATES)) == ()


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("It was adopted by 141 votes to 5 with 35 abstentions.", (141, 5, 35)),
        ("It passed 93-24, with 58 abstentions.", (93, 24, 58)),
        ("In the vote 14 members were in favour and 1 against.", (14, 1, 0)),
        ("They met from 9 to 5.", None),
        ("The score was 3-1.", None),
    ],
)
def test_tally(text: str, tally: tuple[int, int, int] | None) -> None:
    assert read_tally(text) == tally
