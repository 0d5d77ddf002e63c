"""One writer: transactions one after another, all or nothing, and well again after an error."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.database import Database, engine_for


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    return tmp_path / "xmess.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    database = Database(engine_for(f"sqlite:///{file}?timeout=0.05"))
    await database.run(lambda connection: connection.execute(text("CREATE TABLE counter (id INT PRIMARY KEY, n INT)")))
    await database.run(lambda connection: connection.execute(text("INSERT INTO counter VALUES (1, 0)")))
    yield database
    await database.close()


def increment(connection: Connection) -> None:
    n = connection.scalar(text("SELECT n FROM counter"))
    connection.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})


def counted(connection: Connection) -> int:
    return int(connection.scalar(text("SELECT n FROM counter")))


async def test_transactions_that_are_asked_for_at_once_lose_no_update(database: Database) -> None:
    await asyncio.gather(*(database.run(increment) for _ in range(200)))
    assert await database.run(counted) == 200


async def test_transactions_of_two_writers_lose_no_update(database: Database, file: Path) -> None:
    other = Database(engine_for(f"sqlite:///{file}"))
    patient = Database(engine_for(f"sqlite:///{file}"))
    try:
        await asyncio.gather(*(writer.run(increment) for _ in range(50) for writer in (other, patient)))
    finally:
        await other.close()
        await patient.close()
    assert await database.run(counted) == 100


async def test_transaction_that_fails_leaves_nothing_behind(database: Database) -> None:
    def fail(connection: Connection) -> None:
        increment(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.run(fail)
    assert await database.run(counted) == 0


async def test_writer_is_well_again_after_every_kind_of_error(database: Database, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        await database.run(increment)
    other.execute("ROLLBACK")
    other.close()
    with pytest.raises(IntegrityError):
        await database.run(lambda connection: connection.execute(text("INSERT INTO counter VALUES (1, 0)")))
    with pytest.raises(OverflowError):
        await database.run(lambda connection: connection.execute(text("SELECT :n"), {"n": 2**70}))
    with pytest.raises(OperationalError):
        await database.run(lambda connection: connection.execute(text("SELECT nonsense")))
    await database.run(increment)
    assert await database.run(counted) == 1


async def test_transaction_takes_the_write_lock_when_it_begins(database: Database, file: Path) -> None:
    def look(_: Connection) -> str:
        other = sqlite3.connect(file, isolation_level=None, timeout=0)
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as locked:
            return str(locked)
        finally:
            other.close()
        return "free"

    assert "locked" in await database.run(look)


@pytest.mark.parametrize(
    ("setting", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("busy_timeout", 10000)],
)
async def test_connections_have_the_settings_that_keep_data(file: Path, setting: str, value: object) -> None:
    database = Database(engine_for(f"sqlite:///{file}"))
    try:
        found = await database.run(lambda connection: connection.exec_driver_sql(f"PRAGMA {setting}").scalar())
    finally:
        await database.close()
    assert found == value


async def test_error_does_not_quote_the_values_of_its_statement(database: Database) -> None:
    with pytest.raises(IntegrityError) as failure:
        await database.run(
            lambda connection: connection.execute(text("INSERT INTO counter VALUES (1, :n)"), {"n": "Aina Soler"})
        )
    assert "Aina Soler" not in str(failure.value)
