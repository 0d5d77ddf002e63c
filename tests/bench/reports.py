"""Milliseconds of a reading of a session report. Run: uv run python tests/bench/reports.py"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.read_reports import load, reading_of

CORPORA = Path(__file__).resolve().parents[1] / "corpus"
ROUNDS = 5


def main() -> None:
    """Print the mean, the 99th percentile and the worst of all messages of the corpora, and the first reading."""
    records = [record for path in sorted(CORPORA.glob("session_reports_*.jsonl")) for record in load(path)]
    start = time.perf_counter()
    reading_of(records[0])
    print(f"first message, tables built: {(time.perf_counter() - start) * 1000:.0f} ms")
    times = []
    for record in records:
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            reading_of(record)
            best = min(best, (time.perf_counter() - start) * 1000)
        times.append((best, record["text"]))
    times.sort()
    mean, late = sum(best for best, _ in times) / len(times), times[len(times) * 99 // 100][0]
    worst, text = times[-1]
    print(f"{len(times)} messages, best of {ROUNDS}: mean {mean:.2f} ms, p99 {late:.2f} ms, max {worst:.2f} ms")
    print(f"the slowest has {len(text)} characters")


if __name__ == "__main__":
    main()
