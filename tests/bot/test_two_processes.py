"""Two bots on one PostgreSQL, behind a proxy that gives each update to the next of them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.app import Parts
from bot.settings import without_ours
from bot.simulator.process import BotProcess
from storage import letters
from storage.database import engine_for
from storage.letters import NewLetter
from tests.applicant import Applicant, applying, assert_received
from tests.support import databases
from tests.support.ports import free_port, proxy
from tests.support.postgres import Server
from tests.town import OFFICE, Town, bot_in, hurry, quiet, repeats, sent, town


@asynccontextmanager
async def two(
    folder: Path, postgres: Server, contacts: Sequence[int] = (), times: int = 1
) -> AsyncIterator[tuple[Town, Town]]:
    """A town as each of two bots sees it: they differ in where they listen. `times` gives each update to both."""
    url = postgres.create(template(postgres))
    ports = [free_port(), free_port()]
    async with (
        proxy(ports, "/xmess", times) as address,
        town(
            folder,
            contacts=contacts,
            database_url=url,
            webhook_url=f"{address}/telegram",
            webhook_listen=f"127.0.0.1:{ports[0]}",
        ) as first,
    ):
        first.sim.world.delivery.retry = 0.05
        listen = {"webhook_listen": f"127.0.0.1:{ports[1]}"}
        yield first, replace(first, settings=first.settings.model_copy(update=listen))
        assert postgres.execute(
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", name(url)
        ) == [(0,)]


@cache
def template(postgres: Server) -> str:
    """The name of a database with its tables laid out, which each test gets a copy of."""
    url = postgres.create()
    engine = engine_for(url)
    databases.laid_out(engine)
    engine.dispose()
    return name(url)


def name(url: str) -> str:
    return url.rpartition("/")[2]


def delivers(parts: Parts) -> bool:
    """Whether a bot holds the delivery lease, as far as it knows."""
    return parts.outbox.delivers


@asynccontextmanager
async def both(first: Town, second: Town) -> AsyncIterator[tuple[Parts, Parts]]:
    """Both bots at work in this process, each with a database connection, a client and a webhook of its own."""
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(bot_in(first)), await stack.enter_async_context(bot_in(second))


@pytest.mark.long
async def test_thirty_councils_apply_through_two_bots(tmp_path: Path, postgres: Server) -> None:
    contacts = range(1001, 1031)
    async with two(tmp_path, postgres, contacts) as (here, there), both(here, there) as (one, other), hurry(here):
        people = [Applicant(await here.person(number, f"Persona Cognom{number}")) for number in contacts]
        async with applying(here, people):
            await asyncio.gather(*(person.received.wait() for person in people))
        await quiet(here, within=60)
        assert_received(here, people)
        assert repeats(here) == dict.fromkeys(contacts, 0)
        assert one.outbox.delivers != other.outbox.delivers
        assert one.database.repeated + other.database.repeated < 5, "they fall over each other"


async def test_update_that_both_bots_get_at_once_is_answered_once(tmp_path: Path, postgres: Server) -> None:
    contacts = (1001, 1002)
    async with two(tmp_path, postgres, contacts, times=2) as (here, there), both(here, there), hurry(here):
        people = [Applicant(await here.person(number, f"Persona Cognom{number}")) for number in contacts]
        async with applying(here, people):
            await asyncio.gather(*(person.received.wait() for person in people))
        await quiet(here)
        assert_received(here, people)
        assert repeats(here) == {1001: 0, 1002: 0}


async def test_contacts_of_one_council_and_the_office_act_through_both_at_once(
    tmp_path: Path, postgres: Server
) -> None:
    async with two(tmp_path, postgres, range(1001, 1005)) as (here, there), both(here, there), hurry(here):
        people = [await here.person(number, f"Persona Cognom{number}") for number in (*range(1001, 1005), OFFICE)]
        await quiet(here)
        for text in ("/inici", "/estat", "/avisos", "/ajuda", "/inici", "/privacitat"):
            for person in people:
                await person.says(text)
        await quiet(here)
        assert here.value("SELECT count(*) FROM failed_update") == 0
        assert set(repeats(here).values()) == {0}
        assert len({len(sent(here, person.id)) for person in people[:4]}) == 1


async def test_letter_of_the_other_bot_is_delivered_at_once(tmp_path: Path, postgres: Server) -> None:
    async with two(tmp_path, postgres, (1001,)) as (here, there), both(here, there) as (one, other):
        await here.person(1001, "Aina Soler")
        await quiet(here)
        await here.sim.wait_until(lambda: one.outbox.delivers or other.outbox.delivers)
        idle = other if one.outbox.delivers else one
        now = here.sim.clock.now()
        await idle.database.run(lambda connection: letters.write(connection, [NewLetter(1001, "De l'altre")], now))
        await here.sim.wait_for("De l'altre", 1001, timeout=2)


async def test_bot_that_ends_hands_delivery_over_at_once(tmp_path: Path, postgres: Server) -> None:
    async with two(tmp_path, postgres, (1001,)) as (here, there), bot_in(there) as other:
        async with bot_in(here):
            aina = await here.person(1001, "Aina Soler")
            await quiet(here)
        await aina.says("/ajuda")
        async with asyncio.timeout(6):  # less than the life of the lease
            await quiet(here)
        assert other.outbox.delivers
        assert repeats(here) == {1001: 0}


async def test_bot_that_cannot_renew_the_lease_gives_up_and_the_other_goes_on(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.lease.LIFE", timedelta(seconds=1))
    async with two(tmp_path, postgres, (1001,)) as (here, there), bot_in(here) as one:
        await here.sim.wait_until(lambda: bool(here.sim.updates.webhook_url))
        await here.person(1001, "Aina Soler")
        await quiet(here)
        assert delivers(one)
        release = asyncio.Event()
        loop = asyncio.get_running_loop()

        def cut_off(_connection: object) -> None:
            asyncio.run_coroutine_threadsafe(release.wait(), loop).result()

        # Its one connection is busy for longer than the lease lives, as when the database cannot be reached.
        stuck = asyncio.create_task(one.database.run(cut_off, lock=lambda _: None))
        async with bot_in(there) as other:
            async with asyncio.timeout(10):
                while not delivers(other) or delivers(one):  # noqa: ASYNC110  nobody tells
                    await asyncio.sleep(0.02)
            now = here.sim.clock.now()
            await other.database.run(lambda connection: letters.write(connection, [NewLetter(1001, "Ara jo")], now))
            await here.sim.wait_for("Ara jo", 1001)
            release.set()
            await stuck
            await quiet(here)
        assert sent(here, 1001).count("Ara jo") == 1


async def test_applications_go_on_after_the_server_cuts_every_connection(tmp_path: Path, postgres: Server) -> None:
    contacts = (1001, 1002)
    async with two(tmp_path, postgres, contacts) as (here, there), both(here, there), hurry(here):
        people = [Applicant(await here.person(number, f"Persona Cognom{number}")) for number in contacts]
        async with applying(here, people):
            for stop in ("title", "means", "modality"):
                for person in people:
                    person.stop_at = stop
                await asyncio.gather(*(person.stopped.wait() for person in people))
                postgres.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                    f"AND datname = '{name(here.settings.database_url)}'"
                )
                for person in people:
                    person.stop_at, person.stopped = "", asyncio.Event()
                    await person.reads(person.person.chat.last)
            await asyncio.gather(*(person.received.wait() for person in people))
        await quiet(here)
        assert_received(here, people)


def again(here: Town, chat: int) -> int:
    """How many messages came twice in a row. Raises AssertionError when one is lost or out of order."""
    written = here.rows(
        "SELECT text FROM letter WHERE chat = ? AND state = 'sent' AND edits_turn IS NULL AND edits_message IS NULL "
        "AND coalesce(document ->> 'kind', '') <> 'menu' ORDER BY id",
        chat,
    )
    texts = [text for (text,) in written]
    arrived = sent(here, chat)
    repeated = 0
    for place, text in enumerate(texts):
        while arrived[place] != text:
            assert arrived[place] == texts[place - 1], f"{arrived[place]!r} came to {chat} instead of {text!r}"
            del arrived[place]
            repeated += 1
    repeated += len(arrived) - len(texts)
    assert set(arrived[len(texts) :]) <= {texts[-1]}
    return repeated


@pytest.mark.long
async def test_killed_process_loses_nothing_and_the_other_takes_over(tmp_path: Path, postgres: Server) -> None:
    contacts = range(1001, 1007)
    async with two(tmp_path, postgres, contacts) as (here, there):
        bots = [
            BotProcess([sys.executable, "-m", "bot", "run"], {**without_ours(), **one.environment})
            for one in (here, there)
        ]
        try:
            for bot in bots:
                await bot.start()
                await bot.said("webhook_set")
            async with hurry(here):
                people = [Applicant(await here.person(number, f"Persona Cognom{number}")) for number in contacts]
                async with applying(here, people):
                    people[0].stop_at = "means"
                    await people[0].stopped.wait()
                    delivering = next(bot for bot in bots if any("delivering" in line for line in bot.log))
                    await delivering.kill()
                    people[0].stop_at = ""
                    await people[0].reads(people[0].person.chat.last)
                    async with asyncio.timeout(60):
                        await asyncio.gather(*(person.received.wait() for person in people))
                await quiet(here)
            assert_received(here, people)
            assert {number: again(here, number) for number in contacts if again(here, number) > 1} == {}
        finally:
            for bot in bots:
                await bot.stop()
