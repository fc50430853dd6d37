"""dragoman: news reports of international relations in, one sourced record out.

>>> import dragoman
>>> record = dragoman.read_texts({"a.txt": "France's president met Japan's prime minister."})
>>> [event.type for event in record.events]
['CONSULT']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.record import Record

__version__ = "0.1.0"
__all__ = ["__version__", "read", "read_texts"]


def read(inputs: Sequence[str | Path]) -> Record:
    """Read files and folders (text, HTML, JSON Lines; `-` for standard input) into one record.

    What cannot be read is listed in `record.failures`, each with the reason and what to do.
    """
    from dragoman.model.report import Report
    from dragoman.pipeline import read_reports
    from dragoman.sources import read_sources

    found = list(read_sources([str(path) for path in inputs]))
    return read_reports(
        [item for item in found if isinstance(item, Report)],
        failures=[item for item in found if not isinstance(item, Report)],
    )


def read_texts(texts: Mapping[str, str]) -> Record:
    """Read plain texts, each under a name of its own, into one record."""
    from dragoman.model.report import Report, report_id
    from dragoman.pipeline import read_reports
    from dragoman.sources.furniture import mark_furniture

    return read_reports(
        [
            Report(report_id(name, text), name, text, furniture=mark_furniture(text))
            for name, text in texts.items()
        ]
    )
