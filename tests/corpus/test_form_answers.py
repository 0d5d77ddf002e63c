"""What people type into the form, read by the kinds of the bot: the right verdicts, and the wrong ones by name."""

import json
import unicodedata
from pathlib import Path

import pytest

from conversations.protocol.facts import Json
from tests.read_answers import predictions

HERE = Path(__file__).parent


def alike(value: Json | None) -> Json | None:
    """A text without what the corpus does not judge: capitals, spaces, the form of the apostrophe."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split()).casefold().replace("’", "'")
    return value


def misread(name: str) -> list[str]:
    """The answers of a file with a wrong verdict or, where they are valid, a wrong value."""
    path = HERE / name
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        f"{line['field']}: {line['text']}"
        for line, said in zip(lines, predictions(path), strict=True)
        if said["valid"] is not line["valid"]
        or (line["valid"] and alike(said["normalized"]) != alike(line["normalized"]))
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("form_answers_given.jsonl", []),
        (
            "form_answers_own.jsonl",
            [
                "municipality: Manlleu i Vic",  # two councils are offered, and the member first
                "email: an na@vic.cat",  # a word before an address may be a name as well as a part of it
                "municipality: VNG",  # two slips from Vic, also a member
            ],
        ),
    ],
)
def test_the_answers_of_a_corpus_are_read_but_for_the_known_ones(name: str, wrong: list[str]) -> None:
    assert misread(name) == wrong
