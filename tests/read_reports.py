"""Read a corpus file of session reports with the bot's own code: one JSON prediction a line on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from conversations.rules.session_report import Field, Reading, Reason, Session, read
from storage import register

COUNCILS = tuple(place.name for place in register.places()[0] if place.kind == "council")
"""The names of all the municipalities, as the bot knows them."""


def load(path: Path) -> list[dict[str, Any]]:
    """The lines of a corpus file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def reading_of(record: Mapping[str, Any]) -> Reading:
    """The reading of one corpus line."""
    first, last = record["window"]
    return read(
        record["text"],
        sent=datetime.fromisoformat(record["now"]),
        window=(date.fromisoformat(first), date.fromisoformat(last)),
        assigned=record["assigned"],
        councils=COUNCILS,
    )


def values(told: Reading | Session) -> dict[str, Any]:
    """The four fields of a reading, as the corpora write them."""
    return {
        "date": told.date.isoformat() if told.date else None,
        "minutes": told.minutes,
        "municipality": told.council,
        "modality": told.modality.value if told.modality else None,
    }


def prediction(record: Mapping[str, Any]) -> dict[str, Any]:
    """The prediction of one corpus line."""
    reading = reading_of(record)
    found = {"id": record["id"], **values(reading), "ask": sorted(reading.ask), "is_report": reading.is_report}
    if reading.reasons.get(Field.MINUTES) in (Reason.ABSURD, Reason.HOUR):
        # the corpora have no value for what is no length of a session
        found["minutes"] = None
    if reading.sessions:
        found["sessions"] = [values(session) for session in reading.sessions]
    return found


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """The predictions of a corpus file, in its order."""
    return map(prediction, load(path))


def main(arguments: list[str]) -> int:
    """Print the predictions of the file named in the arguments."""
    if len(arguments) != 1:
        print("usage: python tests/read_reports.py FILE.jsonl", file=sys.stderr)
        return 2
    for found in predictions(Path(arguments[0])):
        print(json.dumps(found, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
