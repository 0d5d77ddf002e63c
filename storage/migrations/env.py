"""Runs migrations on the connection that is handed over, or on XMESS_DATABASE_URL from alembic's command line."""

from __future__ import annotations

import os

from alembic import context
from sqlmodel import SQLModel

import storage.models  # noqa: F401  fills the metadata
from storage.database import engine_for

_target = SQLModel.metadata


def _migrate() -> None:
    connection = context.config.attributes.get("connection")
    if connection is None:
        engine = engine_for(os.environ.get("XMESS_DATABASE_URL", "sqlite:///xmess.sqlite3"))
        with engine.connect() as own:
            context.configure(connection=own, target_metadata=_target, render_as_batch=True)
            with context.begin_transaction():
                context.run_migrations()
        return
    context.configure(connection=connection, target_metadata=_target, render_as_batch=True)
    context.run_migrations()


_migrate()
