"""Migrations: from nothing to the tables of the models, on every start."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

import storage.models  # noqa: F401  fills the metadata
from storage.database import engine_for
from storage.migrations import config, migrate
from tests.support import databases


def test_tables_are_those_of_the_models(database: str, tmp_path: Path) -> None:
    engine = engine_for(databases.empty(tmp_path))
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
        checks = {name: _checks(connection, name) for name in SQLModel.metadata.tables}
    engine.dispose()
    wanted = {
        name: sorted(str(one.name) for one in table.constraints if type(one).__name__ == "CheckConstraint")
        for name, table in SQLModel.metadata.tables.items()
    }
    assert checks == wanted


def _checks(connection: object, name: str) -> list[str]:
    return sorted(str(one["name"]) for one in inspect(connection).get_check_constraints(name))


def test_migrating_again_changes_nothing_and_keeps_the_data(database: str, tmp_path: Path) -> None:
    engine = engine_for(databases.empty(tmp_path))
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO house (id, alive_at) VALUES (1, '2020-05-05 09:30:00+00:00')"))
    migrate(engine)
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM house")) == 1
        head = ScriptDirectory.from_config(config()).get_current_head()
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == head
    engine.dispose()


def test_foreign_keys_are_on_again_after_a_migration(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'xmess.sqlite3'}")
    migrate(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
