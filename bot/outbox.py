"""Delivery: one letter at a time per chat and in order, chats side by side, within Telegram's limits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
import telegram
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot import writing
from bot.clock import Clock
from bot.documents import DocumentFailed, Printer, from_data
from bot.faults import Faults
from bot.leading import Leading
from bot.pace import Pace
from bot.request import NotDelivered
from bot.telegram import deliver
from bot.verdicts import Again, Gone, Moved, OurFault, Unknown, verdict
from conversations import router
from conversations.protocol.words import T
from locales import translate
from storage import bell, letters, locks, offered, snapshots
from storage.database import Database
from storage.letters import Letter, Settled

log = structlog.get_logger()

SIDE_BY_SIDE = 30
_IDLE = timedelta(seconds=30)
_LOOK_AGAIN = timedelta(seconds=3)  # where processes share a database: well before the delivery lease expires
_DATABASE_PAUSE = timedelta(seconds=1)
_LANDING_SECONDS = 5.0
_DOCUMENT_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class _News:
    """What was learnt since the database last heard: letters settled, people gone, groups moved."""

    settled: tuple[Settled, ...]
    gone: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]


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
        self._stopping = False
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._settled: list[Settled] = []
        self._gone: list[int] = []
        self._moved: list[tuple[int, int]] = []
        self._unreachable = self._hurry = False
        self._leading = Leading(database.engine, self._give_up)

    @property
    def delivers(self) -> bool:
        """Whether this process has the delivery lease, as far as it knows."""
        return self._leading.leads

    def wake(self) -> None:
        """There may be something to send."""
        self._wake.set()

    def reached(self) -> None:
        """Telegram can be reached: what could not be sent for want of a connection need not wait any longer."""
        self._hurry, self._unreachable = True, False
        self._wake.set()

    def stop(self) -> None:
        """Claims nothing more; `run` ends when what is under way has landed."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Delivers until stopped, while this process holds the delivery lease; otherwise it waits for it."""
        hearing = asyncio.create_task(bell.hear(self._database.engine, self.wake))
        try:
            while not self._stopping:
                self._wake.clear()
                try:
                    due = await self._pump() if await self._leads() else self._clock.now() + _LOOK_AGAIN
                except SQLAlchemyError as failure:
                    # What was settled stays in memory and is recorded as soon as the database answers again.
                    log.error("outbox_database", why=type(failure).__name__)
                    due = self._clock.now() + _DATABASE_PAUSE
                if not self._stopping:
                    await self._clock.sleep_until(due, self._wake)
        finally:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
        await self._land()

    async def _leads(self) -> bool:
        """Whether this process delivers. When it begins to, it looks first at what was being sent when another life
        ended, its own from before a pause too."""
        if self._leading.leads or not self._leading.may_ask():
            return self._leading.leads
        await self._ground()
        news = self._news()
        self._leading.ask()

        def work(connection: Connection) -> tuple[int | None, int]:
            term = self._leading.take(connection)
            if term is None:
                return None, 0
            self._record(connection, news)
            return term, letters.recover(connection, self._clock.now())

        term, lost = await self._database.run(work, lock=locks.beside)
        if term is None:
            return False
        self._forget(news)
        self._leading.begin(term)
        if lost:
            log.warning("letters_unknown_after_restart", count=lost)
        self._faults.at("after_recover")
        return True

    def _give_up(self) -> None:
        """Another process delivers: what is under way here is given up, and looked at by whoever delivers next."""
        for task in self._flying.values():
            task.cancel()
        self._wake.set()

    async def _ground(self) -> None:
        """Gives up what is under way and waits until it is."""
        flying = list(self._flying.values())
        self._give_up()
        await asyncio.gather(*flying, return_exceptions=True)

    async def _land(self) -> None:
        """At the end: lets what is under way arrive, gives up the rest, records what is known, lets others deliver."""
        if self._flying:
            await asyncio.wait(self._flying.values(), timeout=_LANDING_SECONDS)
            await self._ground()
        self._leading.rest()
        news = self._news()

        def work(connection: Connection) -> None:
            self._record(connection, news)
            self._leading.release(connection)

        try:
            await self._database.run(work, lock=locks.beside)
        except SQLAlchemyError as failure:
            # They stay as being sent: the next start looks at them as after a crash.
            log.error("outbox_database", why=type(failure).__name__, unrecorded=len(news.settled))

    async def _pump(self) -> datetime:
        """One transaction: records what was settled and claims what may go now. Returns when to look again."""
        now = self._clock.now()
        waits = self._pace.held(now)
        held = waits.keys() | self._flying.keys()
        room = min(SIDE_BY_SIDE - len(self._flying), self._pace.room(now, len(self._flying)))
        news = self._news()
        hurry, self._hurry = self._hurry, False
        self._leading.ask()

        def work(connection: Connection) -> tuple[int | None, list[Letter], datetime | None]:
            term = self._leading.keep(connection)
            self._record(connection, news)
            offered.reclaim(connection, now)
            if hurry:
                letters.hurry(connection, now, NotDelivered.__name__)
            claimed = letters.claim(connection, now, room, held) if room > 0 and term is not None else []
            return term, claimed, letters.next_due(connection, held | {letter.chat for letter in claimed})

        if news.settled:
            self._faults.at("before_settle")
        self._faults.at("before_claim")
        term, claimed, due = await self._database.run(work, lock=locks.beside)
        self._forget(news)
        if term is None or not self._leading.leads:
            self._leading.lose()
            return now
        self._leading.kept(term)
        if news.settled:
            self._faults.at("after_settle")
        if claimed:
            self._faults.at("after_claim")
        for letter in claimed:
            self._flying[letter.chat] = asyncio.create_task(self._deliver(letter))
        look = now + (_LOOK_AGAIN if self._leading.contested else _IDLE)
        if not self._pace.room(now, len(self._flying)) or len(self._flying) >= SIDE_BY_SIDE:
            return min(self._pace.frees() or look, look)  # the next one that lands wakes us
        return min([due or look, look, *waits.values()])

    def _news(self) -> _News:
        return _News(tuple(self._settled), tuple(self._gone), tuple(self._moved))

    def _forget(self, news: _News) -> None:
        """Forgets what the database knows now; what came in meanwhile is behind it in the lists."""
        del self._settled[: len(news.settled)]
        del self._gone[: len(news.gone)]
        del self._moved[: len(news.moved)]

    def _record(self, connection: Connection, news: _News) -> None:
        now = self._clock.now()
        letters.settle(connection, news.settled, now)
        if news.gone:
            letters.lose(connection, news.gone, now)
        letters.move(connection, news.moved)
        failed = [one.letter for one in news.settled if one.state == "failed"]
        if failed:
            _alarm(connection, failed, now)

    async def _deliver(self, letter: Letter) -> None:
        try:
            self._settled.append(await self._send(letter))
        except Exception as failure:  # noqa: BLE001  every failure gets a verdict: a letter must never vanish
            self._settled.append(self._judge(letter, failure))
        finally:
            if not letter.edits:
                self._pace.sent(letter.chat, self._clock.now())
            self._flying.pop(letter.chat, None)
            self._wake.set()

    async def _send(self, letter: Letter) -> Settled:
        document, name = None, ""
        if letter.document is not None and not letter.menu:
            printed = from_data(letter.document)
            name = printed.file_name
            try:
                document = await self._printer.print(printed)
            except DocumentFailed as failure:
                if letter.attempts < _DOCUMENT_ATTEMPTS:
                    raise
                log.error("document_failed", letter=letter.id, why=str(failure))
                letter = replace(letter, text=_without_document(letter.text))
            self._faults.at("after_print")
        self._faults.at("before_send")
        message = await deliver(self._bot, letter, document, name)
        if self._unreachable:
            self.reached()
        self._faults.at("after_send")
        return Settled(letter.id, letter.chat, "sent", message)

    def _judge(self, letter: Letter, failure: Exception) -> Settled:
        judged = verdict(failure, attempts=letter.attempts, bulk=letter.lane > 0)
        log.info("letter_not_delivered", letter=letter.id, verdict=type(judged).__name__, attempt=letter.attempts)
        match judged:
            case Again(after):
                self._unreachable = self._unreachable or isinstance(failure, NotDelivered)
                again = self._clock.now() + after
                return Settled(letter.id, letter.chat, "waiting", again=again, error=type(failure).__name__)
            case Gone():
                self._gone.append(letter.chat)
                return Settled(letter.id, letter.chat, "blocked")
            case Moved(to):
                self._moved.append((letter.chat, to))
                return Settled(letter.id, letter.chat, "waiting", again=self._clock.now())
            case Unknown():
                return Settled(letter.id, letter.chat, "unknown", error=type(failure).__name__)
            case OurFault(why):
                if letter.edits or letter.menu:
                    return Settled(letter.id, letter.chat, "skipped", error=why)
                log.error("letter_failed", letter=letter.id, why=why)
                return Settled(letter.id, letter.chat, "failed", error=why)


def _without_document(text: str) -> str:
    says = translate(T("The document could not be made. Ask for it again later, please; nothing has been lost."))
    return f"{text}\n\n{says}" if text else says


def _alarm(connection: Connection, failed: Sequence[int], now: datetime) -> None:
    """Tells the office of letters that failed by our own fault, once each; not of letters to the office itself."""
    office = snapshots.office(connection)
    for letter, chat, name in letters.addressees(connection, failed):
        if chat not in office:
            says = router.undelivered(letter, name, office)
            letters.write(connection, writing.letters(says, chat, 0, ""), now)
