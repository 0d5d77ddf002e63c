"""The dialogues in `transcripts/`, replayed word for word. `pytest --update-transcripts` writes them anew."""

from functools import cache
from pathlib import Path

import pytest

from conversations.protocol.words import Council, T
from locales import plain
from locales.buttons import button_fault
from storage import register
from tests.conversation import INVENTED
from tests.transcript import play

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@cache
def names() -> frozenset[str]:
    """The names of councils as buttons show them: not ours to judge."""
    places = (*register.places()[0], *INVENTED)
    return frozenset(plain(T("{council}", council=Council(place.name))) for place in places)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_transcript_goes_as_it_is_written(
    file: Path, database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every word of it; and whatever it offers to press is short, neutral and fits in what a button may send."""
    transcript = play(file, tmp_path)
    transcript.bot.close()
    if request.config.getoption("--update-transcripts"):
        file.write_text(transcript.played, encoding="utf-8")
    assert transcript.played == file.read_text(encoding="utf-8")
    for keyboard in transcript.bot.keyboards:
        for label, data in (button for row in keyboard for button in row):
            assert label in names() or button_fault(label) is None, label
            assert data.isascii(), label
            assert len(data.encode()) <= 64, label
