"""Moving a database that has everything in it from SQLite to PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlmodel import SQLModel

from bot.settings import without_ours
from conversations.protocol.facts import Role
from storage import lease
from storage.database import engine_for
from storage.migrations import migrate
from storage.moving import MoveError, move
from tests.conversation import Conversation, Somebody
from tests.support.postgres import Server
from tests.support.rehearsed import rehearsed


def much_happens(folder: Path) -> Conversation:
    """A bot in whose file a contact has applied, the office has been asked, and somebody was erased."""
    talk = Conversation(folder)
    talk.seats(2001, Role.OFFICE)
    aina = Somebody(talk, 1001, "Aina Soler «l'Àvia» 🌻")
    aina.opens("l'Alzinar")
    aina.answers_until(13)
    aina.sends_application()
    aina.says("/ajuda", "Què vol dir «transferible»?")
    marc = Somebody(talk, 5_000_000_001, "Marc Ribes")
    marc.opens("Puigferrer")
    marc.says("/esborra")
    return talk


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Conversation]:
    talk = rehearsed(much_happens, tmp_path)
    yield talk
    talk.close()


@pytest.fixture
def target(postgres: Server) -> Iterator[Engine]:
    engine = engine_for(postgres.create())
    yield engine
    engine.dispose()


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        tables = {one.name: one for one in SQLModel.metadata.sorted_tables if one.name != "lease"}
        return {
            name: sorted((tuple(row) for row in connection.execute(select(one))), key=repr)
            for name, one in tables.items()
        }


def test_everything_arrives_as_it_was_and_numbers_go_on(lived: Conversation, target: Engine) -> None:
    moved = move(lived.database.engine, target)
    there = everything(target)
    assert there == everything(lived.database.engine)
    assert moved == {name: len(rows) for name, rows in there.items()}
    assert min(moved[name] for name in ("letter", "audit", "answer", "person", "seat", "call", "body")) > 0
    with target.begin() as connection:
        highest = connection.scalar(text("SELECT max(id) FROM letter"))
        new = connection.scalar(
            text(
                "INSERT INTO letter (chat, lane, state, text, silent, attempts, not_before, created_at) "
                "VALUES (1, 0, 'held', '', false, 0, now(), now()) RETURNING id"
            )
        )
    assert new == highest + 1


def test_null_and_json_null_stay_apart(lived: Conversation, target: Engine) -> None:
    def nulls(engine: Engine) -> list[tuple[Any, ...]]:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT before IS NULL, count(*) FROM audit GROUP BY 1 ORDER BY 1"))
            return [(bool(null), count) for null, count in found]

    lived.rows(
        "INSERT INTO audit (at, actor, action, subject) VALUES ('2020-05-05 00:00:00', 0, 'x', 'x') RETURNING id"
    )
    move(lived.database.engine, target)
    assert nulls(target) == nulls(lived.database.engine)
    assert len(nulls(target)) == 2


def test_target_that_is_not_empty_is_refused(lived: Conversation, target: Engine) -> None:
    move(lived.database.engine, target)
    before = everything(target)
    with pytest.raises(MoveError, match="not empty: table"):
        move(lived.database.engine, target)
    assert everything(target) == before


def test_target_of_somebody_else_is_refused(lived: Conversation, target: Engine) -> None:
    with target.begin() as connection:
        connection.execute(text("CREATE TABLE comptabilitat (id int)"))
    with pytest.raises(MoveError, match="not empty: table comptabilitat"):
        move(lived.database.engine, target)


def test_empty_tables_of_ours_are_no_obstacle(lived: Conversation, target: Engine) -> None:
    migrate(target)
    assert move(lived.database.engine, target)["letter"] > 0


def test_what_cannot_arrive_leaves_nothing_behind(lived: Conversation, target: Engine) -> None:
    lived.rows(
        "INSERT INTO audit (at, actor, action, subject) "
        "VALUES ('2020-05-05 00:00:00', 0, 'x', 'a' || char(0)) RETURNING id"
    )
    with pytest.raises(Exception, match="NUL"):
        move(lived.database.engine, target)
    assert {name: rows for name, rows in everything(target).items() if rows} == {}


def test_source_on_which_a_bot_runs_is_refused_unless_said(lived: Conversation, target: Engine) -> None:
    with lived.database.engine.begin() as connection:
        lease.hold(connection, "servidor:77", starting=True)
    with pytest.raises(MoveError, match="servidor:77"):
        move(lived.database.engine, target)
    assert move(lived.database.engine, target, anyway=True)["letter"] > 0
    with lived.database.engine.begin() as connection:
        lease.release(connection, "servidor:77")


def test_source_of_another_version_or_kind_is_refused(tmp_path: Path, target: Engine) -> None:
    empty = engine_for(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    with pytest.raises(MoveError, match="not of this version"):
        move(empty, target)
    with pytest.raises(MoveError, match="first address is of SQLite"):
        move(target, empty)
    empty.dispose()


def test_command_says_what_was_moved_and_never_a_password(lived: Conversation, target: Engine, tmp_path: Path) -> None:
    there = target.url.set(drivername="postgresql", password="secret").render_as_string(hide_password=False)
    command = [sys.executable, "-m", "bot", "move", f"sqlite:///{tmp_path / 'bot.sqlite3'}", there]
    environment = {**without_ours(), "PYTHONPATH": os.getcwd()}
    first, second = (
        subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        for _ in range(2)
    )
    assert first.returncode == 0, first.stderr
    assert "letter" in first.stdout
    assert "every row was compared" in first.stdout
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert "not empty" in second.stderr
    assert "secret" not in first.stdout + first.stderr + second.stdout + second.stderr
