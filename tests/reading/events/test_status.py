"""Status: tense, modality, negation and what a clause hangs on."""

from __future__ import annotations

import pytest

from dragoman.reading.events.status import status_of
from dragoman.reading.parse import parse

CASES = [
    ("past", "Denmark's minister visited Oslo.", "visited", "occurred"),
    ("present of news", "Danish minister visits Oslo", "visits", "occurred"),
    ("perfect", "The two presidents have met twice.", "met", "occurred"),
    ("will", "The minister will visit Oslo on Friday.", "visit", "planned"),
    ("is to", "The minister is to visit Oslo.", "visit", "planned"),
    ("is due to", "She is due to visit Oslo on Friday.", "visit", "planned"),
    ("is expected to", "She is expected to visit Oslo.", "visit", "planned"),
    ("plans to", "Denmark plans to expel two envoys.", "expel", "planned"),
    ("said it would", "Denmark said it would expel two envoys.", "expel", "planned"),
    ("may", "The minister may visit Oslo.", "visit", "possible"),
    ("is likely to", "The leaders are likely to discuss fish.", "discuss", "possible"),
    ("if", "If Denmark expels the envoys, Oslo will answer.", "expels", "possible"),
    ("urged to", "Oslo urged Denmark to free the sailors.", "free", "possible"),
    ("did not", "The minister did not visit Oslo.", "visit", "did_not_occur"),
    ("failed to", "The ministers failed to meet.", "meet", "did_not_occur"),
    ("refused to", "The minister refused to meet the envoy.", "meet", "did_not_occur"),
    ("progressive", "A joint fund is being established.", "established", "ongoing"),
    (
        "past progressive",
        "Denmark announced it was withdrawing its envoy.",
        "withdrawing",
        "occurred",
    ),
    ("noun held", "The ministers held talks in Oslo.", "talks", "occurred"),
    ("noun planned", "The planned talks drew protests.", "talks", "planned"),
    ("noun cancelled", "Denmark cancelled the talks.", "talks", "did_not_occur"),
    ("noun postponed", "The visit was postponed.", "visit", "planned"),
    ("noun to come", "She is looking forward to a visit to Oslo.", "visit", "planned"),
    ("noun ahead", "Police closed roads ahead of the visit.", "visit", "planned"),
    ("noun during", "During the visit they signed a pact.", "visit", "occurred"),
    ("noun after", "He spoke after talks with the king.", "talks", "occurred"),
    ("no noun", "No talks were held.", "talks", "did_not_occur"),
    ("after doing", "She left after meeting the king.", "meeting", "occurred"),
    ("before doing", "She will rest before meeting the king.", "meeting", "planned"),
]


@pytest.mark.parametrize(
    ("text", "word", "want"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_status(text: str, word: str, want: str) -> None:
    (doc,) = parse([text])
    cue = next(token for token in doc if token.text == word)
    standing = status_of(cue)
    assert (standing.status, bool(standing.why)) == (want, True), standing


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        ("The council voted to suspend the member.", "suspend", "occurred"),
        ("Denmark decided on Monday to expel two envoys.", "expel", "occurred"),
        ("Denmark announced it is expelling two envoys.", "expelling", "occurred"),
        ("Denmark will expel two envoys.", "expel", "planned"),
        ("The envoy wrote to the council to protest against the ban.", "protest", "occurred"),
    ],
)
def test_deciding_is_doing_for_performative_deeds(text: str, word: str, want: str) -> None:
    (doc,) = parse([text])
    cue = next(token for token in doc if token.text == word)
    assert status_of(cue, performative=True).status == want
