"""The delivery lease: one process at a time delivers, so that order per chat and the flood budget are everybody's.

Only one clock is ever asked whether it has expired: that of the database.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Dialect, func, select

from storage import bell, models
from storage.tables import table

_LEASES = table(models.LeaseRow)
_DELIVERY = "delivery"

LIFE = timedelta(seconds=10)
"""How long a process that is gone keeps the others from delivering."""


_FOR_EVER = timedelta(days=36_500)


def shared(dialect: Dialect) -> bool:
    """Whether there may be other processes. A SQLite file has one: the newest to start, if ever there are two."""
    return dialect.name == "postgresql"


def hold(connection: Connection, holder: str, *, starting: bool = False) -> int | None:
    """Takes or renews the lease. None while another process has it.

    Returns its term, a number that grows when the lease changes hands: while it stays, nobody else has delivered.
    """
    mine = _LEASES.c.name == _DELIVERY
    row = connection.execute(select(_LEASES).where(mine).with_for_update()).first()
    now = _now(connection)
    several = shared(connection.dialect)
    expires = now + (LIFE if several else _FOR_EVER)
    if row is None:
        first: dict[str, Any] = {"name": _DELIVERY, "holder": holder, "term": 1, "expires_at": expires}
        connection.execute(_LEASES.insert(), first)
        return 1
    term: int = row.term
    if row.holder == holder and not several:
        return term
    if row.holder != holder:
        if row.expires_at > now and (several or not starting):
            return None
        term += 1
    connection.execute(_LEASES.update().where(mine).values(holder=holder, term=term, expires_at=expires))
    return term


def release(connection: Connection, holder: str) -> None:
    """Lets others deliver at once. Harmless when another process has the lease already."""
    ended = _LEASES.update().where(_LEASES.c.name == _DELIVERY, _LEASES.c.holder == holder)
    if connection.execute(ended.values(expires_at=_now(connection))).rowcount:
        bell.ring(connection)


def _now(connection: Connection) -> datetime:
    """The time of the database's clock (UTC), not of the bot's, which a rehearsal may have moved."""
    if not shared(connection.dialect):
        return datetime.now(UTC)
    moment: datetime = connection.scalars(select(func.clock_timestamp())).one()
    return moment.astimezone(UTC)
