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
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody
from tests.storage.test_erasure import everything_stored, maintain, number_on_disk, shapes
from tests.storage.test_erasure_postgres import files_of
from tests.support.postgres import Server
from tests.support.village import PLANTED, REST, Village

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
    if server is not None:
        server.execute(
            "ANALYZE", str(talk.database.engine.url.database)
        )  # samples of the values, as it takes them by itself now and then
    before = everywhere(talk, folder, server)
    assert [one for values in PLANTED.values() for one in values if one not in before] == [], "the plants took root"
    figures = talk.rows("select kind, minutes, application from ledger order by id")
    printed = []
    for name, arguments in ORDER.items():
        result = typed(talk, *arguments, answer="esborra\n")
        assert result.exit_code == 0, result.output
        assert "Als fitxers de la base de dades no en queda res." in result.output
        after = everywhere(talk, folder, None)
        assert [one for one in PLANTED[name] if one in after] == [], name
        printed.append(result.stderr)
    assert [one for values in PLANTED.values() for one in values if one in everywhere(talk, folder, server)] == []
    captured = capfd.readouterr()
    logged = captured.out + captured.err + "".join(printed)
    assert [one for values in PLANTED.values() for one in values if one in logged] == []
    # What stays is the council's and the network's: figures, decisions, and the seat of a council instead of a name.
    assert talk.rows("select kind, minutes, application from ledger order by id") == figures
    assert [row["outcome"] for row in talk.rows("select outcome from decision")] == ["granted"]
    assert {row["body"] for row in talk.rows("select body from seat where role = 'commission'")} == {"081213"}
    (line, *others) = talk.rows("select actor, subject, before, after from audit where action = 'EraseByCommand'")
    assert len(others) == len(ORDER) - 1
    assert (line["actor"], line["subject"]) == (0, "database")
    talk.close()


def applicant(talk: Conversation, number: int = 1001, name: str = "Aina Soler", at: str = "l'Alzinar") -> Somebody:
    somebody = Somebody(talk, number, name)
    somebody.opens(at)
    somebody.answers_until(3)
    return somebody


@ON_A_FILE
def test_several_who_fit_are_listed_and_somebody_chooses(talk: Conversation) -> None:
    applicant(talk)
    applicant(talk, 1002, "Aina Vidal", "Puigferrer")
    unsure = typed(talk, "aina", "--yes")
    assert unsure.exit_code == 1
    assert "1. Aina Soler · contacte d'un ajuntament, l'Alzinar · aina@lalzinar.example" in unsure.output
    assert "N'hi ha més d'un i no s'ha esborrat res." in unsure.output
    for answer in ("\n", "3\nesborra\n", "cap\n"):
        assert "no s'ha esborrat res" in typed(talk, "aina", answer=answer).output
    assert typed(talk, "aina", answer="2\nesborra\n").exit_code == 0
    assert [row["name"] for row in talk.rows("select name from person where id > 0")] == ["Aina Soler"]
    assert typed(talk, "aina soler", "--pick", "1", "--yes").exit_code == 0
    assert talk.rows("select name from person where id > 0") == []


@ON_A_FILE
def test_without_the_word_nothing_is_erased(talk: Conversation) -> None:
    applicant(talk)
    for answer in ("", "sí\n", "no\n"):
        result = typed(talk, "1001", answer=answer)
        assert result.exit_code == 1
        assert result.output.endswith("xmess-bot: No s'ha esborrat res.\n")
    assert len(talk.rows("select id from person")) == 1
    assert typed(talk, "1001", answer="«Esborra»\n").exit_code == 0


@ON_A_FILE
def test_nobody_fits(talk: Conversation) -> None:
    applicant(talk)
    for who in ("Pere Pons", "p@p.example", "972000000", "4", "···"):
        assert "No s'ha trobat ningú" in typed(talk, who).output


@ON_A_FILE
@pytest.mark.parametrize("who", ["1001", "soler aina", "AINA@LALZINAR.EXAMPLE", "alzinar", "972 61 84 35"])
def test_people_are_found_as_they_are_known(talk: Conversation, who: str) -> None:
    aina = applicant(talk)
    talk.does("update answer set value = '\"+34972618435\"' where question = 'position'")
    talk.does("update answer set question = 'phone' where question = 'position'")
    assert typed(talk, who, "--yes").exit_code == 0
    assert talk.rows("select id from person where id > 0") == []
    assert aina.says("hola")[-1].text.startswith("Hola")


@ON_A_FILE
def test_those_who_must_know_are_told_and_whoever_types_is_warned(talk: Conversation) -> None:
    applicant(talk)
    talk.seats(REST, Role.OFFICE)
    result = typed(talk, "1001", "--yes")
    assert "Missatges a l'Oficina Tècnica i als ajuntaments que ho han de saber: 1" in result.output
    talk.passes(minutes=1)
    (told,) = talk.delivers()
    assert told.to == REST
    assert "L'esborrany no té contacte al bot." in told.text or "sense contacte" in told.text
    assert "Compte" not in result.output
    assert "Compte: al bot no hi quedaria ningú de l'Oficina Tècnica." in typed(talk, str(REST), "--yes").output


@ON_A_FILE
def test_whoever_reads_meanwhile_is_not_disturbed_and_the_bot_cleans_later(talk: Conversation) -> None:
    applicant(talk)
    reader = talk.database.engine.raw_connection()
    reader.driver_connection.execute("BEGIN")  # type: ignore[union-attr]
    reader.driver_connection.execute("SELECT count(*) FROM person").fetchone()  # type: ignore[union-attr]
    result = typed(talk, "1001", "--yes")
    assert result.exit_code == 0
    assert "el bot en marxa n'acabarà de netejar els fitxers" in result.output
    reader.driver_connection.execute("ROLLBACK")  # type: ignore[union-attr]
    reader.close()
    assert maintain(talk)
    assert talk.rows("select count(*) as n from erasure where cleaned_at is null") == [{"n": 0}]


@ON_A_FILE
def test_earlier_copy_is_erased_by_the_same_command(talk: Conversation, folder: Path) -> None:
    applicant(talk)
    url = talk.database.engine.url.render_as_string()
    copied = CliRunner().invoke(app, ["backup", "copy.sqlite3"], env={"XMESS_DATABASE_URL": url})
    assert copied.exit_code == 0
    assert typed(talk, "Aina Soler", "--yes").exit_code == 0
    copy = folder / "copy.sqlite3"
    assert b"Aina Soler" in copy.read_bytes()
    assert typed(talk, "Aina Soler", "--yes", url=f"sqlite:///{copy}").exit_code == 0
    assert b"Aina Soler" not in copy.read_bytes()


@ON_A_FILE
def test_no_database_is_made(talk: Conversation, folder: Path) -> None:
    missing = folder / "none.sqlite3"
    assert "does not exist" in typed(talk, "Aina", url=f"sqlite:///{missing}").output
    assert not missing.exists()
