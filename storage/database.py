"""The database: one writer thread that owns the writing connection, on SQLite or PostgreSQL."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.util import LRUCache

from storage import locks

R = TypeVar("R")

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

_ATTEMPTS = 5
"""How often a transaction is run that others overtake."""

_PASSING = frozenset({"40001", "40P01", "23505"})
"""What PostgreSQL says of a transaction that lost against another: it fits no longer, both waited for each other, or
the other one was first to write a row that there can be only one of. Run anew, it sees what the other did."""

_PURGE_MILLISECONDS = 500
_LOOK_AGAIN = 0.05
_LOOKING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_xmin IS NOT NULL"
)
_BUSY_SECONDS = 10.0
"""How long a transaction waits for another process on the same file (`?timeout=` in the URL says otherwise)."""


_PATIENCE = {"connect_timeout": 10, "keepalives_idle": 10, "tcp_user_timeout": 15_000}
"""When a server that does not answer counts as away (seconds; the last one milliseconds)."""

_SERVER_SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": f"{_BUSY_SECONDS:g}s",
    # A process that freezes in the middle of a transaction must not hold up the others for ever.
    "idle_in_transaction_session_timeout": "60s",
}


class _Compiled(LRUCache[tuple[Any, ...], Any]):
    """Statements as SQL, for every engine of this process: making the SQL takes longer than running it.

    SQLAlchemy keeps them for each engine; what differs between two engines on the same kind of server is not in them.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        """The statement that was kept under a key, which begins with the dialect of one engine."""
        return super().get(_of_every_engine(key), default)

    def __setitem__(self, key: tuple[Any, ...], value: Any) -> None:
        super().__setitem__(_of_every_engine(key), value)


def _of_every_engine(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect: Dialect = key[0]
    return (dialect.name, dialect.server_version_info, *key[1:])


_COMPILED = _Compiled(1000)


class Overtaken(Exception):  # noqa: N818  it says what happened
    """What a transaction has read is not so any more; raised by its work, which is then run anew."""


def engine_for(url: str) -> Engine:
    """An engine whose every transaction is safe to write in: BEGIN IMMEDIATE on SQLite.

    Its errors never quote the values of a statement: they are of people, and errors end in logs.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise ArgumentError("the database is either sqlite:///FILE or postgresql://USER@HOST/NAME")
    if parsed.get_backend_name() != "sqlite":
        return _server_engine(parsed)
    patience = {} if "timeout" in parsed.query else {"timeout": _BUSY_SECONDS}
    engine = create_engine(
        parsed,
        connect_args={"check_same_thread": False, **patience},
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin our transactions ourselves, below
        cursor = connection.cursor()
        for setting in _SQLITE_SETTINGS:
            cursor.execute(setting)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The default (deferred) begin loses updates: a reader that turns writer fails or overwrites.
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _server_engine(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
        connect_args={name: value for name, value in _PATIENCE.items() if name not in url.query},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.autocommit = True
        for name, value in _SERVER_SETTINGS.items():
            connection.execute("SELECT set_config(%s, %s, false)", (name, value))
        connection.autocommit = False

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it is at this moment, changes nothing and keeps no writer waiting."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            seeing = connection.execution_options(reading=True)
        else:
            seeing = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with seeing.begin():
            yield seeing


def folder_of(url: str) -> Path | None:
    """The folder in which a SQLite file lives; None for memory and for PostgreSQL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database).parent


def _alone(connection: Connection) -> bool:
    """Whether nobody else looks into this PostgreSQL database; they get a moment to be done."""
    until = time.monotonic() + _PURGE_MILLISECONDS / 1000
    while connection.exec_driver_sql(_LOOKING).scalar():
        if time.monotonic() > until:
            return False
        time.sleep(_LOOK_AGAIN)
    return True


def why(error: SQLAlchemyError) -> str:
    """What went wrong, in one line without SQL or values."""
    cause = getattr(error, "orig", None) or error
    return str(cause).partition("\n")[0] or type(cause).__name__


class Database:
    """Runs every transaction of this process on one thread, one after another. `repeated` counts those run anew.

    SQLite has one writer anyway; forty threads that fight for it are forty times slower than one with a queue.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._connection: Connection | None = None
        self.repeated = 0

    async def run(self, work: Callable[[Connection], R], lock: Callable[[Connection], None] = locks.alone) -> R:
        """Runs `work` in a transaction of its own and commits; any exception rolls back and is raised here.

        On PostgreSQL, `lock` says who may write at the same time: nobody, unless it is one of the others in
        storage/locks.py. One that is overtaken is run anew, a few times: `work` must not remember earlier runs.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._insist, work, lock)

    def _insist(self, work: Callable[[Connection], R], lock: Callable[[Connection], None]) -> R:
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._transact(work, lock)
            except (Overtaken, DBAPIError) as failure:
                if isinstance(failure, DBAPIError) and getattr(failure.orig, "sqlstate", None) not in _PASSING:
                    raise
                self.repeated += 1
        return self._transact(work, lock)

    def _transact(self, work: Callable[[Connection], R], lock: Callable[[Connection], None]) -> R:
        if self._connection is None or self._connection.closed:
            self._connection = self.engine.connect()
        try:
            with self._connection.begin():
                lock(self._connection)
                return work(self._connection)
        except Exception:
            if self._connection.invalidated:
                self._connection.close()
            raise

    async def purge(self) -> bool:
        """Leaves nothing of what was deleted or overwritten in the free pages and the log of the database's file.

        Returns False when somebody else is using the file: to be tried again later.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._purge)

    def _purge(self) -> bool:
        if self.engine.dialect.name != "sqlite":
            return self._rewrite()
        if self._connection is None or self._connection.closed:
            self._connection = self.engine.connect()
        driver = self._connection.connection.driver_connection
        assert driver is not None
        (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
        try:
            # Conversation waits meanwhile: rather later again than long now.
            driver.execute(f"PRAGMA busy_timeout={_PURGE_MILLISECONDS}")
            driver.execute("VACUUM")
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
        finally:
            driver.execute(f"PRAGMA busy_timeout={patience}")
        return not busy

    def _rewrite(self) -> bool:
        """Writes every table anew on PostgreSQL: a plain VACUUM leaves the bytes of old rows where they were.

        So does the table in which it keeps samples of what the others hold. Rows that somebody still sees are written
        anew too, so the rewriting waits for those who look; the server's own sampling is one of them.
        """
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            quoted = [
                connection.dialect.identifier_preparer.quote(name) for name in inspect(connection).get_table_names()
            ]
            if not _alone(connection):
                return False
            connection.exec_driver_sql(f"SET lock_timeout = {_PURGE_MILLISECONDS}")
            try:
                connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {', '.join(quoted)}")
                connection.exec_driver_sql("VACUUM (FULL) pg_catalog.pg_statistic")
            except OperationalError:
                return False
            finally:
                connection.exec_driver_sql(f"SET lock_timeout = '{_SERVER_SETTINGS['lock_timeout']}'")
        return True

    async def close(self) -> None:
        """Waits for the running transaction and closes the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._shut)
        self._thread.shutdown()

    def _shut(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self.engine.dispose()
