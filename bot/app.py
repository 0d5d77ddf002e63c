"""The whole bot, put together from its parts: the same for `run`, for the demo and for the tests."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

import structlog
import telegram
from sqlalchemy.exc import SQLAlchemyError

from bot import writing
from bot.arrivals import Arrivals
from bot.clock import Clock
from bot.connecting import connected, insist
from bot.dispatcher import Dispatcher, Identity
from bot.documents import Printer
from bot.faults import Faults
from bot.maintenance import Maintenance
from bot.notifier import Notifier
from bot.offering import GIVE_WAY, Offering
from bot.outbox import Outbox
from bot.request import AiohttpRequest
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.telegram import set_menu
from bot.updates import Polling
from bot.webhook import Webhook
from conversations import menus
from conversations.protocol.wants import House
from conversations.rules.councils import Gazetteer
from storage import dialogues, outages, register
from storage.database import Database, engine_for, folder_of
from storage.migrations import migrate
from storage.withholding import withholding

log = structlog.get_logger()

DEMO_MARK = "Dades de demostració"


@dataclass(frozen=True, slots=True)
class Parts:
    """The running parts that others may need to look at."""

    database: Database
    bot: telegram.Bot
    dispatcher: Dispatcher
    outbox: Outbox
    clock: Clock


def house_of(settings: Settings) -> House:
    """What never changes while the bot runs. Raises SettingsError."""
    places, other_names = register.places()
    return House(settings.controller(), Gazetteer(places, other_names), minimal=settings.minimal)


def _by_mail(house: House) -> str:
    return house.controller.address if house.minimal else ""


async def open_database(settings: Settings) -> Database:
    """The database, created, migrated and with its register."""
    folder = folder_of(settings.database_url)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    engine = engine_for(settings.database_url)
    await asyncio.to_thread(migrate, engine)
    database = Database(withholding(engine) if settings.minimal else engine)
    await database.run(register.fill)
    return database


def telegram_bot(settings: Settings) -> telegram.Bot:
    """The client of the Bot API. Raises SettingsError."""
    base = settings.bot_api_url.rstrip("/")
    proxy = settings.proxy or None
    return telegram.Bot(
        settings.token(),
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=AiohttpRequest(proxy=proxy),
        get_updates_request=AiohttpRequest(proxy=proxy),
    )


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[tuple[Parts, asyncio.Future[list[None]]]]:
    """The bot at work. The future ends only when a part has failed, with what it failed of."""
    house = house_of(settings)
    hook = settings.hook()
    clock = Clock(settings.clock)
    faults = Faults(settings.fault)
    bot = telegram_bot(settings)
    async with _opened(settings) as database, connected(bot), Printer() as printer:
        lived = await database.run(dialogues.last_alive)
        if lived is not None:
            clock.not_before(lived)
            house = replace(house, gap=(lived, clock.now()))
            away = partial(outages.note, begin=lived, end=clock.now())
            if await database.run(away):
                log.warning("outage", begin=lived.isoformat(), end=clock.now().isoformat())
        if clock.moved:
            log.warning("clock_moved", setting=clock.setting, now=clock.now().isoformat())
        name = bot.username
        identity = Identity(name, DEMO_MARK if settings.demo else "")
        outbox = Outbox(database, bot, clock, printer, faults)
        gives_way = GIVE_WAY if hook is not None and hook.answers else timedelta()
        dispatcher = Dispatcher(database, clock, house, identity, outbox.wake, faults, gives_way)
        arrivals = Arrivals(bot, dispatcher, name)

        async def back(begin: datetime) -> None:
            """Telegram can be reached again: whoever could not reach us meanwhile must not be late by our fault."""
            dispatcher.been_away((begin, clock.now()))
            outbox.reached()
            try:
                if await database.run(partial(outages.note, begin=begin, end=clock.now())):
                    log.warning("outage", begin=begin.isoformat(), end=clock.now().isoformat())
            except SQLAlchemyError as failure:
                log.error("outage_unnoted", begin=begin.isoformat(), why=type(failure).__name__)

        source: Polling | Webhook = Polling(bot, arrivals, clock, back, faults)
        if hook is not None:
            offering = Offering(database, clock, outbox.wake, faults) if hook.answers else None
            source = Webhook(bot, arrivals, hook, faults, offering)
        notifier = Notifier(database, clock, name, outbox.wake, identity.mark, faults, _by_mail(house))
        maintenance = Maintenance(database, clock, months=settings.retention_months, days=settings.letter_days)
        scheduler = Scheduler(database, clock, notifier, maintenance)
        await insist(lambda: set_menu(bot, writing.menu(menus.commands(()))["commands"]))
        await database.run(lambda connection: dialogues.alive(connection, clock.now()))
        scheduler.start()
        tasks = [asyncio.create_task(part.run()) for part in (dispatcher, outbox, source)]
        answering, sending, receiving = tasks
        log.info("bot_running", name=name, api=settings.bot_api_url)
        ended: asyncio.Future[list[None]] = asyncio.gather(*tasks)
        try:
            yield Parts(database, bot, dispatcher, outbox, clock), ended
        finally:
            log.info("bot_stopping")
            scheduler.stop()
            # First no new updates, then no new letters: what is committed is delivered at the next start.
            receiving.cancel()
            await asyncio.gather(receiving, return_exceptions=True)
            await arrivals.close()
            outbox.stop()
            await asyncio.gather(sending, return_exceptions=True)
            answering.cancel()
            await asyncio.gather(answering, ended, return_exceptions=True)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Database]:
    database = await open_database(settings)
    try:
        yield database
    finally:
        await database.close()


async def run(settings: Settings) -> None:
    """Runs until it is stopped, or until a part fails: then it ends with that error, for a supervisor to restart."""
    me = asyncio.current_task()
    assert me is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, me.cancel)
    try:
        async with running(settings) as (_, ended):
            # Shielded: what is under way must land first, and only then do the parts end.
            await asyncio.shield(ended)
    except asyncio.CancelledError:
        log.info("bot_stopped")
