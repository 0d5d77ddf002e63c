"""`xmess-bot backup`: a copy of the database while the bot runs, tried before it is called one."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from bot import desk
from bot.outlet import file_of, replaced
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened and read: its revision and how many rows each table has."""

    file: Path
    revision: str
    rows: Mapping[str, int]


def backup(settings: Settings, file: Path, *, force: bool = False) -> Backup:
    """Copies the database to a file in one step, as it is at this moment; whoever writes meanwhile is not kept waiting.

    Raises DeskError for PostgreSQL, for a file that is there already, and when the copy is not sound.
    """
    source = file_of(settings)
    if source is None:
        url = make_url(settings.database_url).set(password=None).render_as_string()
        raise desk.DeskError(f"PostgreSQL has its own: pg_dump --format=custom --file={file} {url}")
    if file.resolve() == source.resolve():
        raise desk.DeskError(f"{file} is the database itself.")
    with replaced(file, force=force) as part:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.execute("PRAGMA busy_timeout=10000")
            live.backup(copy)
            # One file, without a log beside it, whatever the bot uses.
            copy.execute("PRAGMA journal_mode=DELETE")
        made = look(part)
    return Backup(file, made.revision, made.rows)


def look(file: Path) -> Backup:
    """Opens a copy without changing it, and reads all of it. Raises DeskError when it is not sound."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
        try:
            verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
            if verdict != "ok":
                raise desk.DeskError(f"{file} is damaged: {verdict}")
            (revision,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            names = [name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY 1")]
            rows = {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
        except (sqlite3.DatabaseError, TypeError) as error:
            raise desk.DeskError(f"{file} is no database of the bot: {type(error).__name__}") from None
    return Backup(file, revision, rows)
