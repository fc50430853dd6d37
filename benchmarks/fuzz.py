"""Fuzz: spoiled reports read one after the other, to find crashes, hangs and unsound records.

    python benchmarks/fuzz.py [TEXT…] [--reports N] [--seed S] [--nasty WORDS] [--json]

TEXT are plain-text files or folders to spoil besides the texts built in; where none are
given and DRAGOMAN_SHARED is set, the stories below it. A report may take `--limit` seconds
of processor time, longer ones what they would at 500 words and marks a second. `--nasty` also reads
every fixed input at that many words. Leaves with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mutations import SEED_TEXTS, nasty_texts, spoil

SLOWEST_RATE = 500  # words and marks a second that a long report must still be read at
WORD = re.compile(r"\w+|[^\w\s]")
LISTS = (
    "actors", "events", "statements", "figures", "offices", "votes", "projects", "relations",
    "itinerary", "coverage", "precedents", "findings",
)  # fmt: skip
DATED = ("start", "end", "date", "as_of", "since", "period", "published")


class Hang(Exception):
    """A report took more processor time than it may."""


@dataclass
class Tally:
    """What a run found: counts, and each fault with the trial that shows it again."""

    reports: int = 0
    records: int = 0
    faults: list[dict[str, str]] = field(default_factory=list)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)

    def time_taken(self, seconds: float, words: int, what: str) -> None:
        """Keep the ten slowest."""
        self.slowest = sorted([*self.slowest, (round(seconds, 2), words, what)], reverse=True)[:10]


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `Hang` once the block has used that much processor time."""

    def stop(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def problems(
    record: Any, texts: Mapping[str, str], *, known: Mapping[str, str] | None = None
) -> list[str]:
    """What is unsound about a record of these texts; empty where nothing is.

    `texts` by name, or `known` by the reports' ids.
    """
    from dragoman.exports.json import dump_record, load_record
    from dragoman.exports.mentions import mentions_in
    from dragoman.model.report import report_id

    known = known or {report_id(name, text): text for name, text in texts.items()}
    found = [
        f"mention {m.start}-{m.end} of {m.report} does not hold its words"
        for m in mentions_in(record)
        if not 0 <= m.start < m.end or known.get(m.report, "")[m.start : m.end] != m.quote
    ]
    try:
        written = dump_record(record)
    except ValueError as error:
        return [*found, f"cannot be written: {error}"]
    if load_record(written) != record:
        found.append("is another record once read back")
    data = json.loads(written)
    found += [f"schema: {e.json_path}: {e.message[:150]}" for e in _validator().iter_errors(data)]
    return [*found, *_loose_ends(data), *_impossible_days(data, "record")]


def _validator() -> Any:
    from jsonschema import Draft202012Validator

    from dragoman.exports.schema import record_schema

    if not hasattr(_validator, "made"):
        _validator.made = Draft202012Validator(record_schema())  # type: ignore[attr-defined]
    return _validator.made  # type: ignore[attr-defined]


def _loose_ends(data: dict[str, Any]) -> Iterator[str]:
    """Items without a mention, ids given twice, actors the record does not list.

    A party who is only described (`entity-…`) is in no list.
    """
    actors = {actor["id"] for actor in data["actors"]}
    for name in LISTS:
        ids = [item["id"] for item in data[name] if "id" in item]
        if len(ids) != len(set(ids)):
            yield f"{name}: the same id twice"
        for item in data[name]:
            if "mentions" in item and not item["mentions"]:
                yield f"{name}: {item.get('id')} without a mention"
    for event in data["events"]:
        for party in (*event["actors"], *event["recipients"]):
            if party["actor"].startswith("actor-") and party["actor"] not in actors:
                yield f"events: {event['id']} has a party {party['actor']} that is no actor"


def _impossible_days(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _impossible_days(part, f"{where}[{number}]")
    elif isinstance(value, dict):
        for key, part in value.items():
            if key in DATED and isinstance(part, str):
                for day in part.split("/"):
                    if not _possible(day[:10]):
                        yield f"{where}.{key} is no day: {part}"
            else:
                yield from _impossible_days(part, f"{where}.{key}")


def _possible(day: str) -> bool:
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    except ValueError:
        return not day
    return True


def spoiled_reports(
    seeds: Sequence[str], count: int, seed: int
) -> Iterator[tuple[str, dict[str, str]]]:
    """`count` reports in sets of one to four, each set with the words that make it again."""
    made, number = 0, 0
    while made < count:
        chance = random.Random(f"{seed}:{number}")
        size = min(chance.choice((1, 1, 2, 4)), count - made)
        texts = {f"{n}.txt": spoil(chance, chance.choice(seeds)) for n in range(size)}
        if size > 1 and chance.random() < 0.3:
            texts["1.txt"] = texts["0.txt"]
        yield f"seed {seed}, set {number}", texts
        made, number = made + size, number + 1


def trial(what: str, texts: Mapping[str, str], limit: float, tally: Tally, *, twice: bool) -> None:
    """Read one set of reports, and note everything that is wrong with what comes of it."""
    import dragoman
    from dragoman.exports import FORMATS
    from dragoman.exports.explain import explain
    from dragoman.exports.json import dump_record

    sizes = [len(WORD.findall(text)) for text in texts.values()]
    allowed = sum(max(limit, size / SLOWEST_RATE) for size in sizes)
    begun = time.process_time()
    try:
        with limited(allowed):
            record = dragoman.read_texts(texts)
        tally.time_taken(time.process_time() - begun, sum(sizes), what)
        with limited(10 * allowed):
            faults = problems(record, texts)
            for export in FORMATS:
                export.render(record, width=80, color=False)
            for item in (*record.events[:2], *record.findings[:2], *record.figures[:1]):
                explain(record, item.id)
        if twice:
            again = dragoman.read_texts(dict(reversed(texts.items())))
            if dump_record(again) != dump_record(record):
                faults.append("another order of the reports gives another record")
        tally.faults += [{"what": what, "kind": "unsound", "why": why} for why in faults[:5]]
    except Hang:
        where = _place(sys.exc_info()[2])
        tally.faults.append({"what": what, "kind": "hang", "why": f"{allowed:.0f} s, {where}"})
    except Exception as error:
        where = _place(error.__traceback__)
        why = f"{type(error).__name__}: {str(error)[:200]} ({where})"
        tally.faults.append({"what": what, "kind": "crash", "why": why})
    tally.reports += len(texts)
    tally.records += 1


def _place(trace: Any) -> str:
    frames = [f for f in traceback.extract_tb(trace) if "dragoman" in f.filename]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[:-5:-1])


def _seeds(paths: Sequence[Path]) -> list[str]:
    shared = os.environ.get("DRAGOMAN_SHARED")
    paths = paths or ([Path(shared, "stories/texts")] if shared else [])
    files = [
        p for path in paths for p in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ]
    return [*SEED_TEXTS.values(), *(p.read_text("utf-8") for p in files)]


def main() -> None:
    """Read, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nasty", type=int, metavar="WORDS", help="read the fixed inputs too")
    parser.add_argument("--limit", type=float, default=5.0, help="seconds a report may take")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    tally = Tally()
    import dragoman

    dragoman.read_texts({"warm.txt": SEED_TEXTS["visit.txt"]})
    for name, text in nasty_texts(args.nasty).items() if args.nasty else ():
        trial(f"nasty: {name}", {"nasty.txt": text}, args.limit, tally, twice=False)
    sets = spoiled_reports(_seeds(args.texts), args.reports, args.seed)
    for number, (what, texts) in enumerate(sets):
        trial(what, texts, args.limit, tally, twice=number % 5 == 0)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{tally.reports} reports, {len(tally.faults)} faults")
    report(tally, as_json=args.json)
    sys.exit(1 if tally.faults else 0)


def report(tally: Tally, *, as_json: bool) -> None:
    """Print a run's counts, its faults and its slowest sets."""
    if as_json:
        print(json.dumps(asdict(tally), indent=1))
        return
    kinds: Callable[[str], int] = lambda kind: sum(f["kind"] == kind for f in tally.faults)  # noqa: E731
    print(f"{tally.reports} reports in {tally.records} records")
    print(f"crashes {kinds('crash')}, hangs {kinds('hang')}, unsound {kinds('unsound')}")
    for fault in tally.faults:
        print(f"  {fault['kind']}: {fault['what']}: {fault['why']}")
    print("slowest sets (seconds, words and marks)")
    for seconds, words, what in tally.slowest:
        print(f"  {seconds:6.2f} {words:7} {what}")


if __name__ == "__main__":
    main()
