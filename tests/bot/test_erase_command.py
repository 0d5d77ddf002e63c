"""`xmess-bot erase`: everybody of a call leaves traces everywhere by talking, is erased at the command line, and is
looked for in every table, every file and everything that was printed. On SQLite and on PostgreSQL."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.conversation import Conversation
from tests.storage.test_erasure import everything_stored, number_on_disk, shapes
from tests.storage.test_erasure_postgres import files_of
from tests.support.postgres import Server
from tests.support.village import PLANTED, Village

ON_A_FILE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

ORDER = {
    "contact": ("Xènia Quercús-Nadal",),
    "mailed": ("fortunat.grevol@salt-unic.example",),
    "office": (PLANTED["office"][1], "--also", PLANTED["office"][0]),
    "member": ("Mataró",),
    "mentor": ("mardoqueu",),
}
"""What is typed: a name, an e-mail, a number with a name that the bot does not keep, a council, half a name."""


@pytest.fixture
def folder(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Everything that is written goes here, temporary files too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    yield tmp_path
    structlog.reset_defaults()


@pytest.fixture
def talk(folder: Path) -> Iterator[Conversation]:
    conversation = Conversation(folder)
    yield conversation
    conversation.close()


def typed(talk: Conversation, *arguments: str, answer: str = "", url: str = "") -> Result:
    """The command, with what somebody types when it asks. The bot runs meanwhile: its connection is open."""
    environment = {
        "XMESS_DATABASE_URL": url or talk.database.engine.url.render_as_string(hide_password=False),
        "XMESS_CLOCK": talk.clock.now().isoformat(),
    }
    return CliRunner().invoke(app, ["erase", *arguments], env=environment, input=answer)


def everywhere(talk: Conversation, folder: Path, server: Server | None) -> str:
    """What is in any row, and in the bytes of any file: of SQLite and its log, of PostgreSQL, of temporary folders."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("copy")]
    read = [file.read_bytes() for file in files] + ([] if server is None else files_of(talk, server))
    content = b"\n".join(read)
    every = [value for values in PLANTED.values() for value in values]
    found = [value for value in every if any(shape in content for shape in shapes(value))]
    found += [value for value in every if value.isdigit() and number_on_disk(int(value)) in content]
    return everything_stored(talk) + "\n" + "\n".join(found)


def test_everybody_is_erased_everywhere(
    folder: Path, database: str, capfd: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    village = Village(folder)
    talk = village.bot
    server = request.getfixturevalue("postgres") if database == "postgresql" else None
    before = everywhere(talk, folder, server)
    assert [one for values in PLANTED.values() for one in values if one not in before] == [], "the plants took root"
    figures = talk.rows("select kind, minutes, application from ledger order by id")
    printed = []
    for name, arguments in ORDER.items():
        result = typed(talk, *arguments, answer="esborra\n")
        assert result.exit_code == 0, result.output
        assert "Als fitxers de la base de dades no en queda res." in result.output
        after = everywhere(talk, folder, server)
        assert [one for one in PLANTED[name] if one in after] == [], name
        printed.append(result.stderr)
    captured = capfd.readouterr()
    logged = captured.out + captured.err + "".join(printed)
    assert [one for values in PLANTED.values() for one in values if one in logged] == []
    # What stays is the council's and the network's: figures, decisions, and the seat of a council instead of a name.
    assert talk.rows("select kind, minutes, application from ledger order by id") == figures
    assert [row["outcome"] for row in talk.rows("select outcome from decision")] == ["granted"]
    assert {row["body"] for row in talk.rows("select body from seat where role = 'commission'")} == {"081213"}
    lines = talk.rows("select after from audit where action = 'EraseByCommand'")
    assert len(lines) == len(ORDER)
    talk.close()
