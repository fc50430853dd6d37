"""What the surroundings decide."""

from __future__ import annotations

import pytest

from dragoman.settings import settings_from


@pytest.mark.parametrize(
    ("environment", "live", "color"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_only_where_it_is_wanted(
    environment: dict[str, str], live: bool, color: bool
) -> None:
    found = settings_from(environment, columns=80, output_live=live, errors_live=False)
    assert found.output.color is color


@pytest.mark.parametrize(
    ("environment", "live", "width"),
    [
        ({}, True, 120),
        ({}, False, 100),
        ({"COLUMNS": "60"}, False, 60),
        ({"COLUMNS": "1"}, True, 40),
    ],
)
def test_width(environment: dict[str, str], live: bool, width: int) -> None:
    found = settings_from(environment, columns=120, output_live=live, errors_live=False)
    assert found.output.width == width
