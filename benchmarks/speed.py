"""Speed: reports of 300 words read per second and core, the share of each step, start-up, memory.

    python benchmarks/speed.py TEXT… [--reports N] [--json]

TEXT are plain-text files or folders; their sentences are shuffled (with a fixed seed) into
N reports of about 300 words. One process, one core. Timings are for comparing two runs on
one machine, one after the other; every share is of the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

WORDS = 300
os.environ.setdefault("OMP_NUM_THREADS", "1")


def corpus(paths: list[Path], count: int) -> list[str]:
    """Texts of about 300 words, made of whole paragraphs of the files in a fixed shuffle."""
    files = [
        p for path in paths for p in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ]
    lines = [line for f in files for line in f.read_text("utf-8").splitlines() if len(line) > 60]
    chance = random.Random(7)
    texts = []
    for _ in range(count):
        chosen: list[str] = []
        while sum(len(line.split()) for line in chosen) < WORDS:
            chosen.append(chance.choice(lines))
        texts.append("\n".join(chosen))
    return texts


def timed_steps() -> dict[str, float]:
    """Wrap every step of `reading.one_report` so that its time adds up under its name."""
    from dragoman.reading import one_report

    spent: dict[str, float] = defaultdict(float)
    names = [
        n
        for n in dir(one_report)
        if n.startswith(("read_", "find_", "resolve_", "lay_", "anchor_"))
    ]
    for name in names:
        if name != "read_report":
            setattr(one_report, name, _timed(name, getattr(one_report, name), spent))
    return spent


def _timed(
    name: str, step: Callable[..., object], spent: dict[str, float]
) -> Callable[..., object]:
    def run(*args: object, **options: object) -> object:
        begun = time.process_time()
        try:
            return step(*args, **options)
        finally:
            spent[name] += time.process_time() - begun

    return run


def startup(paths: list[Path]) -> tuple[float, float]:
    """Seconds and peak MB of a whole process that reads two reports."""
    files = [
        str(p) for path in paths for p in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ][:2]
    command = [sys.executable, "-m", "dragoman", "read", *files, "--format", "json"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    wall, peak = startup(args.texts)
    from dragoman.model.report import Report, report_id
    from dragoman.reading.one_report import read_report

    texts = corpus(args.texts, args.reports)
    spent = timed_steps()
    read_report(Report("warm", "warm", texts[0]))
    spent.clear()
    begun = time.process_time()
    for number, text in enumerate(texts):
        read_report(Report(report_id(str(number), text), str(number), text, published="2024-05-06"))
    took = time.process_time() - begun
    words = sum(len(t.split()) for t in texts)
    result = {
        "reports_per_second_and_core": round(len(texts) / took, 2),
        "words_per_second": round(words / took),
        "two_reports_whole_process_seconds": round(wall, 2),
        "two_reports_peak_mb": round(peak),
        "peak_mb_here": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "share_of_step": {
            k: round(v / took, 3) for k, v in sorted(spent.items(), key=lambda kv: -kv[1])
        },
    }
    if args.json:
        print(json.dumps(result, indent=1))
        return
    for name, value in result.items():
        if isinstance(value, dict):
            print(name)
            for step, share in value.items():
                print(f"    {step:24} {share:.1%}")
        else:
            print(f"{name:36} {value}")


if __name__ == "__main__":
    main()
