"""The way out by the command line: the database as it is now, read beside a running bot and noted in the audit log."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, make_url

from bot import desk
from bot.settings import Settings
from storage import journal
from storage.database import engine_for, folder_of


def file_of(settings: Settings) -> Path | None:
    """The file of a SQLite database; None for PostgreSQL. Raises DeskError when it is not there yet."""
    folder = folder_of(settings.database_url)
    if folder is None:
        return None
    file = Path(str(make_url(settings.database_url).database))
    if not file.exists():
        raise desk.DeskError(f"{file} does not exist: the bot has not run with this XMESS_DATABASE_URL yet.")
    return file


@contextmanager
def existing(settings: Settings) -> Iterator[Engine]:
    """The engine of a database that is there, without migrating it. Raises DeskError when it has no tables of ours."""
    file_of(settings)
    engine = engine_for(settings.database_url)
    try:
        if not inspect(engine).has_table("audit"):
            raise desk.DeskError("The database has no tables of the bot: the bot has not run with it yet.")
        yield engine
    finally:
        engine.dispose()


def note(engine: Engine, action: str, after: dict[str, Any], at: datetime) -> None:
    """Notes in the audit log that data went out."""
    with engine.begin() as connection:
        journal.note(connection, desk.COMMAND_LINE, action, "database", after, at)


@contextmanager
def replaced(file: Path, *, force: bool) -> Iterator[Path]:
    """A place beside a file to write to, that only its owner can read; it takes the file's place when all went well.

    Raises DeskError when the file is there already and `force` does not say to replace it.
    """
    if file.exists() and not force:
        raise desk.DeskError(f"{file} is there already. Choose another name, or --force to replace it.")
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
