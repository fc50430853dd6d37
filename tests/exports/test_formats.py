"""The tuple of formats: named, described, and each one drawing any record."""

from __future__ import annotations

import pytest

from dragoman.exports import FORMATS, Export, format_named
from dragoman.model.record import Record


def test_names_in_order() -> None:
    assert [export.name for export in FORMATS] == ["text", "json", "html"]


@pytest.mark.parametrize("export", FORMATS, ids=lambda export: export.name)
def test_each_draws_any_record_and_ends_its_last_line(export: Export, sample: Record) -> None:
    assert export.description
    assert format_named(export.name) is export
    for record in (sample, Record()):
        drawn = export.render(record, width=80, color=False)
        assert drawn.endswith("\n")
        assert drawn == export.render(record, width=80, color=False)
        drawn.encode("utf-8")
