"""The database that a test runs on: SQLite unless the fixture `database` says PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import in_memory

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.support.postgres import Server

KINDS = ("sqlite", "postgresql")

_server: Server | None = None
_templates: dict[tuple[str, Callable[[Engine], None]], str] = {}


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """Runs a test once on each database."""
    global _server  # noqa: PLW0603  what tests share is one process
    _server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    yield request.param
    _server = None


def kind() -> str:
    """The database that is in use."""
    return "postgresql" if _server else "sqlite"


def empty(folder: Path, name: str = "bot") -> str:
    """The address of a new database without a table."""
    return _server.create() if _server else f"sqlite:///{folder / name}.sqlite3"


def copy_of(prepare: Callable[[Engine], None], folder: Path) -> str:
    """The address of a database as `prepare` makes it; it is made once in a session, then copied."""
    key = (kind(), prepare)
    if key not in _templates:
        _templates[key] = _made(prepare)
    return copied(_templates[key], folder)


def copied(url: str, folder: Path) -> str:
    """The address of a copy of a database that nobody has open."""
    if _server is not None:
        return _server.create(url.rpartition("/")[2])
    file = folder / "bot.sqlite3"
    shutil.copyfile(url.removeprefix("sqlite:///"), file)
    return f"sqlite:///{file}"


def laid_out(engine: Engine) -> None:
    """The tables and the register, as the bot finds them at every start but its first."""
    from storage import register  # noqa: PLC0415  after the measurement of coverage has begun
    from storage.migrations import migrate  # noqa: PLC0415

    migrate(engine)
    with engine.begin() as connection:
        register.fill(connection)


def _made(prepare: Callable[[Engine], None]) -> str:
    from storage.database import engine_for  # noqa: PLC0415  after the measurement of coverage has begun

    url = empty(Path(in_memory.kept_folder()), "template")
    engine = engine_for(url)
    prepare(engine)
    if kind() == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return url
