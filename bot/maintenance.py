"""Maintenance: what was erased leaves the file too, and what is old goes by itself."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from conversations.rules.pseudonyms import pseudonym
from storage import dialogues, erasure, retention, snapshots
from storage.database import Database

log = structlog.get_logger()

SWEEP = timedelta(hours=1)


class Maintenance:
    """Keeps what settings and people asked for. `months` and `days` of 0 keep for ever."""

    def __init__(self, database: Database, clock: Clock, *, months: int = 0, days: int = 0) -> None:
        self._database = database
        self._clock = clock
        self._months = months
        self._days = days
        self._swept: datetime | None = None

    async def wake(self) -> None:
        """Finishes erasures; every hour sweeps out what is old. What fails is tried again at the next wake."""
        try:
            if self._swept is None or self._clock.now() >= self._swept + SWEEP:
                await self.sweep()
                self._swept = self._clock.now()
            await self.purge()
        except SQLAlchemyError as failure:
            log.error("maintenance_database", why=type(failure).__name__)

    async def purge(self) -> bool:
        """Redacts farewells that have arrived and cleans the file of what was erased. False when that has to wait."""
        now = self._clock.now()
        erasures = await self._database.run(lambda connection: erasure.tidy(connection, now))
        if not erasures:
            return True
        if not await self._database.purge():
            log.info("purge_waits", erasures=len(erasures))
            return False
        await self._database.run(lambda connection: erasure.cleaned(connection, erasures, now))
        log.info("purged", erasures=len(erasures))
        return True

    async def sweep(self) -> None:
        """Does everything that retention asks for, in batches that keep conversation quick."""
        now = self._clock.now()
        await self._database.run(lambda connection: dialogues.forget_seen(connection, now))
        if self._months:
            await self._batches("contacts_redacted", lambda connection: self._redact(connection, now))
            await self._batches("people_forgotten", lambda connection: self._forget(connection, now))
        before = now - timedelta(days=self._days) if self._days else datetime.min.replace(tzinfo=now.tzinfo)
        await self._batches("letters_emptied", lambda connection: retention.empty_letters(connection, before, now))
        await self._database.run(lambda connection: retention.forget_traces(connection, before, now))

    def _redact(self, connection: Connection, now: datetime) -> int:
        calls = retention.expired(snapshots.calls(connection), self._months, now)
        return retention.redact_contacts(connection, calls, now) if calls else 0

    def _forget(self, connection: Connection, now: datetime) -> int:
        calls = retention.expired(snapshots.calls(connection), self._months, now)
        return retention.forget_people(connection, calls, self._months, now, _fresh)

    async def _batches(self, what: str, batch: Callable[[Connection], int]) -> None:
        done = 0
        while count := await self._database.run(batch):
            done += count
        if done:
            log.info(what, count=done)


def _fresh() -> int:
    return pseudonym(secrets.token_urlsafe(16))
