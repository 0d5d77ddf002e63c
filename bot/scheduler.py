"""Periodic work: APScheduler wakes, the database decides. It holds no state of ours."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.maintenance import Maintenance
from bot.notifier import Notifier
from conversations.protocol.facts import Courtesy
from conversations.rules.courtesy import working_day
from conversations.rules.deadlines import today
from storage import dialogues
from storage.database import Database

log = structlog.get_logger()

HEARTBEAT = 20.0  # seconds
REMIND = 5.0  # seconds


class Scheduler:
    """The periodic jobs of the bot."""

    def __init__(self, database: Database, clock: Clock, notifier: Notifier, maintenance: Maintenance) -> None:
        self._database = database
        self._clock = clock
        self._notifier = notifier
        self._maintenance = maintenance
        # A late wake still runs, once however many were missed: what is due is judged from the database.
        self._jobs = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None})

    def start(self) -> None:
        """Begins to wake. The calendar takes half a second to load: that is done on the side, before it is asked."""
        self._warming = asyncio.create_task(asyncio.to_thread(working_day, today(self._clock.now()), Courtesy()))
        self._every(HEARTBEAT, self._beat)
        self._every(REMIND, self._remind)
        self._every(HEARTBEAT, self._maintenance.wake)
        self._jobs.start()

    def stop(self) -> None:
        """Wakes no more."""
        self._jobs.shutdown(wait=False)

    def _every(self, seconds: float, job: Callable[[], Awaitable[None]]) -> None:
        async def safely() -> None:
            try:
                await job()
            except Exception as failure:  # noqa: BLE001  the next wake tries again; the other jobs must not suffer
                log.error("job_failed", job=job.__qualname__, why=type(failure).__name__)

        self._jobs.add_job(safely, "interval", seconds=seconds, max_instances=1)

    async def _beat(self) -> None:
        await self._database.run(lambda connection: dialogues.alive(connection, self._clock.now()))

    async def _remind(self) -> None:
        await self._notifier.speak()
