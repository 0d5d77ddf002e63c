"""The network between the bot and Telegram is cut: what is said waits on both sides, and comes once and in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.app import Parts
from storage import letters
from storage.letters import NewLetter
from tests.bot.test_late_presses import AFTER, BEFORE, SEND, about_to_send
from tests.town import OFFICE, Town, bot_in, hurry, quiet, repeats, sent, town


@asynccontextmanager
async def on_a_line(folder: Path) -> AsyncIterator[tuple[Town, Parts]]:
    """A bot that speaks to Telegram over a line that can be cut."""
    async with town(folder, contacts=[1001]) as here:
        await here.sim.line.open()
        settings = here.settings.model_copy(update={"bot_api_url": here.sim.line.url})
        async with bot_in(replace(here, settings=settings)) as parts:
            yield here, parts


async def write(here: Town, parts: Parts, *written: NewLetter) -> None:
    now = here.sim.clock.now()
    await parts.database.run(lambda connection: letters.write(connection, written, now))
    parts.outbox.wake()


async def cut(here: Town, parts: Parts) -> None:
    """Cuts the line, and waits until the bot has met it: a message of its own could not go."""
    await here.sim.line.cut()
    await write(here, parts, NewLetter(OFFICE, "Un avís", lane=1))
    async with asyncio.timeout(10):
        while not here.value("SELECT attempts FROM letter WHERE text = 'Un avís'"):  # noqa: ASYNC110  nobody tells
            await asyncio.sleep(0.01)


async def test_what_waits_on_both_sides_comes_once_and_in_order(tmp_path: Path) -> None:
    async with on_a_line(tmp_path) as (here, parts):
        aina = await here.person(1001, "Aina Soler")
        await here.person(OFFICE, "Núria Camps")
        await quiet(here)
        await cut(here, parts)
        for text in ("/ajuda", "/estat", "/privacitat"):
            await aina.says(text)
        before = len(sent(here, 1001))
        # As after many attempts: the next one would be minutes away.
        later = here.sim.clock.now() + timedelta(minutes=10)
        with here.written() as other:
            other.execute("UPDATE letter SET not_before = ? WHERE text = 'Un avís'", [f"{later:%F %T.%f}"])
        assert len(here.sim.updates.pending) == 3
        assert "Un avís" not in sent(here, OFFICE)

        await here.sim.line.mend()
        await here.sim.wait_for("Un avís", OFFICE, timeout=90)
        await quiet(here)
        assert len(sent(here, 1001)) > before
        assert repeats(here) == {1001: 0, OFFICE: 0}
        assert here.value("SELECT count(*) FROM audit WHERE action = 'Outage'") == 0


async def test_a_press_that_could_not_come_over_the_deadline_is_for_the_office_to_admit(tmp_path: Path) -> None:
    async with on_a_line(tmp_path) as (here, parts):
        async with hurry(here):
            await here.person(OFFICE, "Núria Camps")
            aina = await about_to_send(here, 1001)
        here.sim.clock.set(BEFORE)
        await aina.says("/ajuda")
        await quiet(here)
        await cut(here, parts)
        await aina.presses(SEND)
        here.sim.clock.set(AFTER)
        await here.sim.line.mend()
        async with hurry(here):
            await here.sim.wait_for("l'Oficina Tècnica decidirà si s'admet", chat=aina.id, timeout=90)
            await here.sim.wait_for("Enviada mentre el bot no funcionava", chat=OFFICE)
        assert here.value("SELECT count(*) FROM audit WHERE action = 'Outage'") == 1


async def test_a_line_keeps_its_address_and_ends_with_the_simulator(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        line = here.sim.line
        await line.open()
        addresses = {line.url}
        for step in (line.cut, line.cut, line.mend, line.mend, line.cut):
            await step()
            addresses.add(line.url)
        states = [line.is_cut]
    states.append(line.is_cut)
    assert (states, len(addresses)) == ([True, False], 1)
