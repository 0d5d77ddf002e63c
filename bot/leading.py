"""Whether this process is the one that delivers: the delivery lease as the outbox sees it."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import Callable

import structlog
from sqlalchemy import Connection, Engine

from storage import lease

log = structlog.get_logger()

_PATIENCE = 1.0
"""Seconds between two attempts to take a lease that another process has."""


class Leading:
    """Holds the lease, or tries to. `lost` is called when it is gone, at the latest when it may have expired."""

    def __init__(self, engine: Engine, lost: Callable[[], None]) -> None:
        self._shared = lease.shared(engine.dialect)
        self._lost = lost
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._starting = True
        self._term: int | None = None
        self._asked = float("-inf")
        self._expiry: asyncio.TimerHandle | None = None

    @property
    def leads(self) -> bool:
        """Whether this process delivers, as far as it knows."""
        return self._term is not None

    @property
    def contested(self) -> bool:
        """Whether there may be other processes, so that the lease has to be renewed."""
        return self._shared

    def may_ask(self) -> bool:
        """Whether it is time to try to take the lease."""
        return asyncio.get_running_loop().time() >= self._asked + _PATIENCE

    def ask(self) -> None:
        """Notes when the lease is asked for: its time is counted from then, not from when the answer comes."""
        self._asked = asyncio.get_running_loop().time()

    def take(self, connection: Connection) -> int | None:
        """Takes the lease in this transaction. Returns its term, None while another process has it."""
        return lease.hold(connection, self._holder, starting=self._starting)

    def keep(self, connection: Connection) -> int | None:
        """Renews the lease in this transaction. None when another process has delivered meanwhile."""
        term = lease.hold(connection, self._holder)
        return term if term == self._term else None

    def begin(self, term: int) -> None:
        """The lease was taken, and that is committed."""
        self._starting = False
        self.kept(term)
        log.info("delivering", holder=self._holder, term=term)

    def kept(self, term: int) -> None:
        """The lease was renewed, and that is committed."""
        self._term = term
        self._disarm()
        if self._shared:
            loop = asyncio.get_running_loop()
            self._expiry = loop.call_at(self._asked + lease.LIFE.total_seconds(), self.lose)

    def lose(self) -> None:
        """Another process may deliver from now on."""
        self.rest()
        log.warning("delivery_lease_lost", holder=self._holder)
        self._lost()

    def rest(self) -> None:
        """This process delivers no more."""
        self._disarm()
        self._term = None

    def release(self, connection: Connection) -> None:
        """Lets others deliver at once."""
        lease.release(connection, self._holder)

    def _disarm(self) -> None:
        if self._expiry is not None:
            self._expiry.cancel()
            self._expiry = None
