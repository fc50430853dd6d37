"""PLOVER gold records: event type, source and target of single sentences, end to end.

    python benchmarks/event_types.py TYPES_GSR.jsonl [--scorer SCORE_TYPES.PY] [--out FOUND.jsonl] [--errors]

Each line of the file holds `id`, `text`, `type`, `source` and `target`. Every event read
from a sentence counts, so extra ones cost precision. Status is not asked for.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from dragoman.model.actor import Party
from dragoman.model.claim import EventClaim
from dragoman.model.report import Report, report_id
from dragoman.reading.one_report import read_report

BODIES = {
    "IGO": "IGO",
    "UNO": "IGO",
    "EUR": "IGO",
    "NGO": "NGO",
    "MNC": "MNC",
    "IMG": "IMG",
    "ISM": "IMG",
}


def code(party: Party) -> str | None:
    """The code the gold uses for a party: its country, or what kind of body it is."""
    if party.country:
        return party.country
    return next((BODIES[s] for s in party.sectors if s in BODIES), None)


def coded(event: EventClaim) -> dict[str, object]:
    """An event by PLOVER's own rules: a meeting or visit still to come is an agreement to meet."""
    ahead = event.type == "CONSULT" and event.status in {"planned", "possible"}
    return {
        "type": "AGREE" if ahead else event.type,
        "source": sorted({c for p in event.actors if (c := code(p))}),
        "target": sorted({c for p in event.recipients if (c := code(p))}),
    }


def main() -> None:
    """Code every record and score what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the records that went wrong")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.read_text("utf-8").splitlines()]
    lines = []
    for row in rows:
        text = row["text"].strip("{}")
        report = Report(report_id(row["id"], text), row["id"], text)
        events = [coded(event) for event in read_report(report).events]
        lines.append(json.dumps({"id": row["id"], "events": events}))
        if args.errors:
            _print_error(row, text, events)
    with tempfile.TemporaryDirectory() as scratch:
        out = args.out or Path(scratch) / "found.jsonl"
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if args.scorer:
            subprocess.run([sys.executable, str(args.scorer), str(args.gold), str(out)], check=True)


def _print_error(row: dict, text: str, events: list[dict[str, object]]) -> None:  # type: ignore[type-arg]
    types = {event["type"] for event in events}
    if types == {row["type"]}:
        return
    want = [a["code"] for a in row["source"]], [a["code"] for a in row["target"]]
    print(f"{row['type']} {want} <- {text}\n    found {events}\n")


if __name__ == "__main__":
    main()
