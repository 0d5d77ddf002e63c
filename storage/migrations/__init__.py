"""Migrations: from any past revision to today's tables, on SQLite and PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from storage import locks


def config() -> Config:
    """Alembic's settings for this package, wherever it is installed."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    return settings


def migrate(engine: Engine, revision: str = "head") -> None:
    """Brings the database to a revision. On SQLite foreign keys are off meanwhile: rebuilding a parent table with
    them on would delete the children."""
    settings = config()
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            _pragma(connection, "PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                locks.alone(connection)  # two processes that start at once: the second finds everything done
                settings.attributes["connection"] = connection
                command.upgrade(settings, revision)
        finally:
            if sqlite:
                _pragma(connection, "PRAGMA foreign_keys=ON")


def _pragma(connection: Connection, statement: str) -> None:
    """A setting that SQLite takes only outside a transaction."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(statement)
