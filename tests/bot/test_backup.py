"""A copy made while the bot writes: sound, whole, from one moment, and the bot goes on with it when it is restored."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text
from typer.testing import CliRunner

from bot import fitxa
from bot.backup import backup, look
from bot.cli import app
from bot.desk import DeskError
from bot.settings import Settings
from storage import migrations
from storage.database import engine_for
from tests.conversation import ANSWERS, Conversation, Somebody, prepared
from tests.support.postgres import Server


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


NEWEST = ScriptDirectory.from_config(migrations.config()).get_current_head()


def settings(folder: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{folder / 'bot.sqlite3'}")


def test_backup_while_a_writer_is_busy_is_whole_and_of_one_moment(talk: Conversation, tmp_path: Path) -> None:
    """Each transaction writes a pair of rows: a copy with half a pair would be of two moments."""
    stop, busy = threading.Event(), threading.Event()
    engine = engine_for(f"sqlite:///{tmp_path / 'bot.sqlite3'}")
    failures: list[Exception] = []

    def write() -> None:
        number = 0
        try:
            while not stop.is_set():
                with engine.begin() as connection:
                    for half in (0, 1):
                        row = {"id": 2 * number + half, "place": "x" * 2000}
                        statement = "insert into failed_update values (:id, 'Text', :place, '2020-05-05 10:00:00')"
                        connection.execute(text(statement), row)
                number += 1
                if number == 20:
                    busy.set()
        except Exception as failure:  # noqa: BLE001
            failures.append(failure)
            busy.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert busy.wait(30)
        copies = [backup(settings(tmp_path), tmp_path / f"copia-{number}.sqlite3") for number in range(3)]
    finally:
        stop.set()
        writer.join()
        engine.dispose()
    assert failures == []
    counts = [copy.rows["failed_update"] for copy in copies]
    assert all(count % 2 == 0 and count >= 40 for count in counts)
    assert counts == sorted(counts)
    assert {copy.revision for copy in copies} == {NEWEST}


def test_restored_copy_goes_on_where_it_was(talk: Conversation, tmp_path: Path) -> None:
    person = Somebody(talk, 1001, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(6)
    backup(settings(tmp_path), tmp_path / "copia.sqlite3")
    person.says("compra responsable")
    talk.close()
    # As the sheet says: the database and the files beside it go, the copy takes their place.
    for beside in ("", "-wal", "-shm"):
        (tmp_path / f"bot.sqlite3{beside}").unlink(missing_ok=True)
    shutil.copyfile(tmp_path / "copia.sqlite3", tmp_path / "bot.sqlite3")
    goes_on(tmp_path, settings(tmp_path).database_url)


def test_dump_of_postgresql_is_restored_and_goes_on(tmp_path: Path, postgres: Server) -> None:
    """The two commands that the sheet says, with the programs of PostgreSQL."""
    url, restored = postgres.create(), postgres.create()
    engine = engine_for(url)
    prepared(engine)
    engine.dispose()
    talk = Conversation(tmp_path, url=url)
    person = Somebody(talk, 1001, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(6)
    said = fitxa.text(Settings(database_url=url))
    dump = next(line for line in said.splitlines() if "pg_dump" in line).partition("pg_dump")[2].split()
    dump = [part.replace("FITXER", str(tmp_path / "copia.dump")) for part in dump]
    subprocess.run([postgres.programs / "pg_dump", *dump], check=True)
    person.says("compra responsable")
    talk.close()
    assert "pg_restore --no-owner --dbname=BASE FITXER" in said
    copy = (f"--dbname={restored}", str(tmp_path / "copia.dump"))
    subprocess.run([postgres.programs / "pg_restore", "--no-owner", *copy], check=True)
    goes_on(tmp_path, restored)


def goes_on(folder: Path, url: str) -> None:
    """The bot knows where Aina was when the copy was made, and takes her answers."""
    again = Conversation(folder, url=url)
    back = Somebody(again, 1001, "Aina Soler")
    heard = back.says("/inici")
    assert "pregunta 6 de 12" in heard[-1].text
    again.passes(minutes=1)
    back.presses("Continua")
    back.says(ANSWERS["need"])
    assert again.answers("inventat-1")["need"] == ANSWERS["need"]
    again.close()


def test_copy_is_one_file_that_only_its_owner_reads(talk: Conversation, tmp_path: Path) -> None:
    made = backup(settings(tmp_path), tmp_path / "copies.sqlite3")
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    with closing(sqlite3.connect(made.file)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert sorted(file.name for file in tmp_path.glob("*copies*")) == ["copies.sqlite3"]


def test_file_that_is_there_is_replaced_only_when_told_to(talk: Conversation, tmp_path: Path) -> None:
    file = tmp_path / "copia.sqlite3"
    file.write_text("meu")
    with pytest.raises(DeskError, match="--force"):
        backup(settings(tmp_path), file)
    assert file.read_text() == "meu"
    assert backup(settings(tmp_path), file, force=True).rows["call"] == 1


def test_database_is_never_overwritten_by_its_own_copy(talk: Conversation, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="itself"):
        backup(settings(tmp_path), tmp_path / "bot.sqlite3", force=True)


@pytest.mark.parametrize("content", [b"", b"no es cap base de dades" * 100])
def test_what_is_no_copy_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.sqlite3"
    file.write_bytes(content)
    with pytest.raises(DeskError, match="no database of the bot"):
        look(file)


def test_damaged_copy_is_said_to_be_damaged(talk: Conversation, tmp_path: Path) -> None:
    file = backup(settings(tmp_path), tmp_path / "copia.sqlite3").file
    content = bytearray(file.read_bytes())
    for page in range(4, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    file.write_bytes(content)
    with pytest.raises(DeskError, match=r"damaged|no database"):
        look(file)


def test_postgresql_is_told_of_pg_dump_without_its_password() -> None:
    url = "postgresql://xmess:secret@db.example:5432/xmess"
    with pytest.raises(DeskError, match="pg_dump") as told:
        backup(Settings(database_url=url), Path("copia"))
    assert "secret" not in str(told.value)


def test_command_says_what_the_copy_holds_and_notes_it(talk: Conversation, tmp_path: Path) -> None:
    environment = {"XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}"}
    result = CliRunner().invoke(app, ["backup", str(tmp_path / "copia.sqlite3")], env=environment)
    assert result.exit_code == 0, result.output
    assert f"sound. Revision {NEWEST}." in result.output
    assert "call 1" in result.output
    assert talk.rows("select count(*) as n from audit where action = 'Backup'") == [{"n": 1}]
    again = CliRunner().invoke(app, ["backup", str(tmp_path / "copia.sqlite3")], env=environment)
    assert again.exit_code == 1
    assert again.output.count("\n") == 1
