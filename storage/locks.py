"""Locks between the processes that share one PostgreSQL: advisory, held to the end of the transaction.

SQLite needs none: there one transaction writes at a time. On PostgreSQL each statement sees what others committed
before it began, so whatever is read after its lock is as good as if nobody else were there.

Everybody takes them in the same order, so that nobody waits in a circle: the people in one sorted statement, then what
those people may touch (councils, numbers) in another, and last the house: shared by those that named all that, alone
by whoever did not. The two statements must never name the same matter but one that is held already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import BigInteger, Connection, func, select, type_coerce
from sqlalchemy.dialects.postgresql import ARRAY

_HOUSE = 0


def needed(connection: Connection) -> bool:
    """Whether others may be writing at the same time."""
    return connection.dialect.name == "postgresql"


def matters(connection: Connection, names: Iterable[str]) -> None:
    """Waits until nobody else holds any of these matters."""
    numbers = sorted({_number(name) for name in names})
    if numbers and needed(connection):
        held = func.unnest(type_coerce(numbers, ARRAY(BigInteger))).column_valued("number")
        connection.execute(select(func.pg_advisory_xact_lock(held)))


def beside(connection: Connection) -> None:
    """Waits until nobody has the house alone, and keeps it so."""
    if needed(connection):
        connection.execute(select(func.pg_advisory_xact_lock_shared(_HOUSE)))


def alone(connection: Connection) -> None:
    """Waits until nobody else is in the house, and keeps everybody out."""
    if needed(connection):
        connection.execute(select(func.pg_advisory_xact_lock(_HOUSE)))


def later(connection: Connection) -> None:
    """Locks nothing yet: the work itself does, once it knows what it touches."""


def _number(name: str) -> int:
    """The number of a matter: PostgreSQL locks numbers of 64 bits. Two that share one only wait for each other."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
