"""Reads answers of a corpus file with the very kinds of answers of the bot: one JSON prediction a line.

    python tests/read_answers.py FILE.jsonl

A line has `id`, `field` and `text`; a prediction has `id`, `valid` and `normalized`. What deserves one question more
(Doubtful) counts as not valid yet.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

# `tests/` comes first in the path of a script, and in it `tests/conversations`: the bot's own packages go before.
sys.path.insert(0, str(Path(__file__).parent.parent))

from conversations.forms.application import SERVICE
from conversations.forms.consent import YesNo
from conversations.forms.contact import Email, PersonName, Phone, Role
from conversations.forms.count import Count
from conversations.forms.outcome import Accepted, Reading, Refused
from conversations.forms.texts import LongText, ShortText
from conversations.protocol.facts import Json
from conversations.protocol.words import T
from conversations.rules.councils import Gazetteer
from storage.register import places

BODIES = Path(__file__).parent.parent / "storage" / "register" / "bodies.csv"

MOST_PEOPLE = 50

_SERVICE_NAMES = {"mentoring": "mentoria", "advice": "assessorament", "either": "indiferent"}


@cache
def gazetteer() -> Gazetteer:
    """All municipalities and county councils, as the bot has them at start."""
    return Gazetteer(*places())


@cache
def linked() -> frozenset[str]:
    """The bodies of the register, whatever their standing: a line of the corpus does not say when it was typed."""
    with BODIES.open(encoding="utf-8", newline="") as file:
        return frozenset(row["id"] for row in csv.DictReader(file))


def read_council(text: str) -> Reading:
    """The council that is certain, or else the only candidate that is linked to the network."""
    found = gazetteer().find(text, linked())
    if found.certain is not None:
        return Accepted(found.certain.name)
    if [place for place in found.candidates if place.code in linked()] == list(found.candidates[:1]) != []:
        return Accepted(found.candidates[0].name)
    return Refused(T("Which council is it?"))


def read_phone(text: str) -> Reading:
    """The telephone without its extension, as the corpus has it."""
    reading = Phone().read(text)
    if isinstance(reading, Accepted) and isinstance(reading.value, str):
        return Accepted(reading.value.partition(" ext. ")[0])
    return reading


def read_service(text: str) -> Reading:
    """The service, by the name that the corpus gives it."""
    reading = SERVICE.read(text)
    if isinstance(reading, Accepted) and isinstance(reading.value, str):
        return Accepted(_SERVICE_NAMES[reading.value])
    return reading


READERS: dict[str, Callable[[str], Reading]] = {
    "municipality": read_council,
    "contact_name": PersonName().read,
    "role": Role().read,
    "email": Email().read,
    "phone": read_phone,
    "need": LongText(1500).read,
    "impact": LongText(1500).read,
    "transferability": LongText(1500).read,
    "alignment": LongText(1500).read,
    "availability": ShortText(300).read,
    "service_type": read_service,
    "participants": Count(MOST_PEOPLE).read,
    "consent": YesNo().read,
}


def prediction(row: dict[str, str]) -> dict[str, Json | None]:
    """What the bot makes of one line."""
    reading = READERS[row["field"]](row["text"])
    accepted = isinstance(reading, Accepted)
    return {"id": row["id"], "valid": accepted, "normalized": reading.value if isinstance(reading, Accepted) else None}


def predictions(path: Path) -> Iterator[dict[str, Json | None]]:
    """The predictions for a file, line by line."""
    with path.open(encoding="utf-8") as file:
        yield from (prediction(json.loads(line)) for line in file if line.strip())


if __name__ == "__main__":
    if len(sys.argv) != len(["script", "file"]):
        sys.exit("Usage: python tests/read_answers.py FILE.jsonl")
    for one in predictions(Path(sys.argv[1])):
        print(json.dumps(one, ensure_ascii=False))
