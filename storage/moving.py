"""Moving from SQLite to PostgreSQL: every row is copied in one transaction, read back and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Connection, Engine, Table, Text, bindparam, cast, func, inspect, select, text
from sqlmodel import SQLModel

from storage import locks, migrations, models
from storage.tables import table

_BATCH = 1000
_LEASES = table(models.LeaseRow)
_WHOLE = 2**256

Row = dict[str, Any]


class MoveError(Exception):
    """The move cannot begin, or what arrived is not what left; the message says why. Nothing is left half done."""


@dataclass(frozen=True, slots=True)
class Content:
    """How many rows a table has, and a sum over what they say that does not depend on their order."""

    rows: int
    checksum: int


def move(source: Engine, target: Engine, *, anyway: bool = False) -> dict[str, int]:
    """Copies a SQLite database into an empty PostgreSQL one. Returns the rows of each table.

    Nobody can write to the source meanwhile. Raises MoveError: also when a bot seems to run on the source, unless
    `anyway`, because whatever it wrote later would stay behind.
    """
    if source.dialect.name != "sqlite" or target.dialect.name != "postgresql":
        raise MoveError("the first address is of SQLite (sqlite:///FILE), the second of PostgreSQL")
    with source.connect() as leaving, leaving.begin():
        _check_source(leaving, anyway)
        with target.connect() as arriving:
            _check_target(arriving)
        migrations.migrate(target)
        with target.connect() as arriving, arriving.begin():
            locks.alone(arriving)
            _check_target(arriving)
            left = {one.name: _copy(one, leaving, arriving) for one in _tables()}
            for one in _tables():
                if _content(_rows(one, arriving)) != left[one.name]:
                    raise MoveError(f"{one.name}: {left[one.name].rows} rows left, and not the same arrived")
            count_on(arriving)
    return {name: content.rows for name, content in left.items()}


def _tables() -> list[Table]:
    """Every table, parents first; who delivers is not for the next house to know."""
    return [one for one in SQLModel.metadata.sorted_tables if one is not _LEASES]


def _check_source(leaving: Connection, anyway: bool) -> None:
    today = ScriptDirectory.from_config(migrations.config()).get_current_head()
    if MigrationContext.configure(leaving).get_current_revision() != today:
        raise MoveError("the SQLite database is not of this version; start and stop this version on it once")
    running = leaving.execute(select(_LEASES).where(_LEASES.c.expires_at > datetime.now(UTC))).first()
    if running is not None and not anyway:
        raise MoveError(
            f"a bot seems to run on the SQLite database ({running.holder}); stop it, or say --anyway if it crashed"
        )


def _check_target(arriving: Connection) -> None:
    ours = {one.name: one for one in SQLModel.metadata.sorted_tables}
    for name in inspect(arriving).get_table_names():
        if name == "alembic_version":
            continue
        if name not in ours or arriving.execute(select(ours[name]).limit(1)).first() is not None:
            raise MoveError(f"the PostgreSQL database is not empty: table {name}")


def _copy(one: Table, leaving: Connection, arriving: Connection) -> Content:
    """Copies a table batch by batch. Returns what left."""
    values = {
        column.name: cast(bindparam(column.name, type_=Text), JSON) if _is_json(column.type) else bindparam(column.name)
        for column in one.columns
    }
    total = Content(0, 0)
    for batch in _batches(_rows(one, leaving)):
        arriving.execute(one.insert().values(values), batch)
        part = _content(batch)
        total = Content(total.rows + part.rows, (total.checksum + part.checksum) % _WHOLE)
    return total


def _rows(one: Table, connection: Connection) -> Iterator[Row]:
    """The rows of a table; JSON as its text, so that a missing value and a null in JSON stay apart."""
    columns = [cast(column, Text).label(column.name) if _is_json(column.type) else column for column in one.columns]
    with connection.execute(select(*columns), execution_options={"yield_per": _BATCH}) as found:
        for row in found.mappings():
            yield dict(row)


def _is_json(kind: Any) -> bool:
    return isinstance(kind, JSON)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := [row for row, _ in zip(rows, range(_BATCH), strict=False)]:
        yield batch


def _content(rows: Iterator[Row] | Sequence[Row]) -> Content:
    count = checksum = 0
    for row in rows:
        count += 1
        checksum += int.from_bytes(hashlib.sha256(_said(row).encode()).digest(), "big")
    return Content(count, checksum % _WHOLE)


def _said(row: Mapping[str, Any]) -> str:
    """A row as one text, the same on both databases."""
    return json.dumps(
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}, sort_keys=True
    )


def count_on(arriving: Connection) -> None:
    """Numbers that PostgreSQL gives out go on after the highest that came."""
    for one in _tables():
        for column in one.primary_key:
            sequence = arriving.scalar(select(func.pg_get_serial_sequence(f'"{one.name}"', column.name)))
            highest = arriving.scalar(select(func.max(column))) if sequence else None
            if highest is not None:
                arriving.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})
