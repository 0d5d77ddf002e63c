"""Delivery: one letter at a time per chat and in order, chats side by side, within Telegram's limits."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog
import telegram
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.documents import DocumentFailed, Printer, from_data
from bot.faults import Faults
from bot.pace import Pace
from bot.telegram import deliver
from bot.verdicts import Again, Gone, Moved, OurFault, Unknown, verdict
from storage import letters
from storage.database import Database
from storage.letters import Letter, Settled

log = structlog.get_logger()

SIDE_BY_SIDE = 30
_IDLE = timedelta(seconds=30)
_DATABASE_PAUSE = timedelta(seconds=1)
_DOCUMENT_ATTEMPTS = 3


class Outbox:
    """Claims letters, sends them and records what became of them; state lives in the database alone."""

    def __init__(
        self, database: Database, bot: telegram.Bot, clock: Clock, printer: Printer, faults: Faults | None = None
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._printer = printer
        self._faults = faults or Faults()
        self._pace = Pace()
        self._wake = asyncio.Event()
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._settled: list[Settled] = []
        self._gone: set[int] = set()
        self._moved: list[tuple[int, int]] = []

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Delivers until cancelled; what was being sent when an earlier life ended is looked at first."""
        lost = await self._database.run(lambda connection: letters.recover(connection, self._clock.now()))
        if lost:
            log.warning("letters_unknown_after_restart", count=lost)
        try:
            while True:
                self._wake.clear()
                try:
                    due = await self._pump()
                except SQLAlchemyError as failure:
                    # What was settled stays in memory and is recorded as soon as the database answers again.
                    log.error("outbox_database", why=type(failure).__name__)
                    due = self._clock.now() + _DATABASE_PAUSE
                await self._clock.sleep_until(due, self._wake)
        finally:
            await self._land()

    async def _land(self) -> None:
        """At the end of the process: gives up what is under way and records what is known."""
        for task in self._flying.values():
            task.cancel()
        await asyncio.gather(*self._flying.values(), return_exceptions=True)
        await self._database.run(self._record)

    async def _pump(self) -> datetime:
        """One transaction: records what was settled and claims what may go now. Returns when to look again."""
        now = self._clock.now()
        waits = self._pace.held(now)
        held = waits.keys() | self._flying.keys()
        free = SIDE_BY_SIDE - len(self._flying)
        room = min(free, self._pace.room(now))

        def work(connection: Connection) -> tuple[list[Letter], datetime | None]:
            self._record(connection)
            claimed = letters.claim(connection, now, room, held) if room > 0 else []
            return claimed, letters.next_due(connection, held | {letter.chat for letter in claimed})

        if self._settled:
            self._faults.at("before_settle")
        self._faults.at("before_claim")
        settled, gone, moved = len(self._settled), set(self._gone), len(self._moved)
        claimed, due = await self._database.run(work)
        del self._settled[:settled]
        self._gone -= gone
        del self._moved[:moved]
        if settled:
            self._faults.at("after_settle")
        if claimed:
            self._faults.at("after_claim")
        for letter in claimed:
            if not letter.edits:
                self._pace.sent(letter.chat, now)
            self._flying[letter.chat] = asyncio.create_task(self._deliver(letter))
        if len(self._flying) >= SIDE_BY_SIDE:
            return now + _IDLE  # the next one that lands wakes us
        look = min([due or now + _IDLE, now + _IDLE, *waits.values()])
        return max(look, self._pace.frees(now)) if self._pace.room(now) <= 0 else look

    def _record(self, connection: Connection) -> None:
        now = self._clock.now()
        letters.settle(connection, tuple(self._settled), now)
        if self._gone:
            letters.lose(connection, self._gone, now)
        letters.move(connection, tuple(self._moved))

    async def _deliver(self, letter: Letter) -> None:
        try:
            self._settled.append(await self._send(letter))
        except asyncio.CancelledError:
            raise
        except Exception as failure:  # noqa: BLE001  every failure gets a verdict: a letter must never vanish
            self._settled.append(self._judge(letter, failure))
        finally:
            self._flying.pop(letter.chat, None)
            self._wake.set()

    async def _send(self, letter: Letter) -> Settled:
        document, name = None, ""
        if letter.document is not None and letter.document.get("kind") != "menu":
            printed = from_data(letter.document)
            name = printed.file_name
            try:
                document = await self._printer.print(printed)
            except DocumentFailed:
                if letter.attempts < _DOCUMENT_ATTEMPTS:
                    raise
                log.exception("document_failed", letter=letter.id)
        message = await deliver(self._bot, letter, document, name)
        self._faults.at("after_send")
        return Settled(letter.id, letter.chat, "sent", message)

    def _judge(self, letter: Letter, failure: Exception) -> Settled:
        judged = verdict(failure, attempts=letter.attempts, bulk=letter.lane > 0)
        log.info("letter_not_delivered", letter=letter.id, verdict=type(judged).__name__, attempt=letter.attempts)
        match judged:
            case Again(after):
                again = self._clock.now() + after
                return Settled(letter.id, letter.chat, "waiting", again=again, error=type(failure).__name__)
            case Gone():
                self._gone.add(letter.chat)
                return Settled(letter.id, letter.chat, "blocked")
            case Moved(to):
                self._moved.append((letter.chat, to))
                return Settled(letter.id, letter.chat, "waiting", again=self._clock.now())
            case Unknown():
                return Settled(letter.id, letter.chat, "unknown", error=type(failure).__name__)
            case OurFault(why):
                if letter.edits:
                    return Settled(letter.id, letter.chat, "skipped", error=why)
                log.error("letter_failed", letter=letter.id, why=why)
                return Settled(letter.id, letter.chat, "failed", error=why)
