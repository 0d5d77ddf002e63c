"""The Core tables behind the SQLModel classes: the path of an update uses Core statements in batches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Select, Table, bindparam, select
from sqlmodel import SQLModel


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def columns_of(connection: Connection, where: Table, keys: Sequence[Any], *columns: str, key: str = "id") -> list[Any]:
    """The columns of the rows with these keys, before they are written anew; None for one that is not there."""
    found = {row._key: row for row in connection.execute(_reading(where, columns, key), {"keys": keys})}
    return [{name: getattr(found[one], name) for name in columns} if one in found else None for one in keys]


@cache
def _reading(where: Table, columns: tuple[str, ...], key: str) -> Select[Any]:
    wanted = (where.c[key].label("_key"), *(where.c[name] for name in columns))
    return select(*wanted).where(where.c[key].in_(bindparam("keys")))
