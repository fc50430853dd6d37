"""Any bytes handed in as text are a report or a failure, never an exception."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.report import Failure, Report
from dragoman.sources import read_sources


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes(data: bytes) -> None:
    for item in read_sources(["-"], stdin=io.BytesIO(data)):
        assert isinstance(item, Report | Failure)
        if isinstance(item, Report):
            at = 0
            for stretch in item.furniture:
                assert at <= stretch.start < stretch.end <= len(item.text)
                at = stretch.end
