"""A bell between the processes on one PostgreSQL: whoever writes letters rings, whoever delivers hears it at once.

It is only about speed: what waits is found without it too, a little later. On SQLite there is one process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import psycopg
from sqlalchemy import Connection, Engine, text

_PAUSE = 2.0
_RING = text("NOTIFY xmess_letters")


def ring(connection: Connection) -> None:
    """Rings once this transaction has committed."""
    if connection.dialect.name == "postgresql":
        connection.execute(_RING)


async def hear(engine: Engine, heard: Callable[[], None]) -> None:
    """Calls `heard` at every ring, and whenever some may have been missed. Returns at once on SQLite."""
    if engine.dialect.name != "postgresql":
        return
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(address, autocommit=True) as connection:
                await connection.execute("LISTEN xmess_letters")
                heard()
                async for _ in connection.notifies():
                    heard()
        except psycopg.Error:
            await asyncio.sleep(_PAUSE)
