"""The first letter in the answer to an update, on the real wire: delivered once, whatever happens on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.simulator import Person
from tests.applicant import Applicant, applying, assert_received
from tests.bot.test_webhook import at_work, hooked
from tests.faults.lives import KILLED, Life
from tests.town import Town, hurry, quiet, repeats, sent

AINA = 1001
WRONG = "A aquesta adreça li falta el final"


@asynccontextmanager
async def answering(folder: Path) -> AsyncIterator[Town]:
    """A town whose bot may answer in the answer."""
    async with hooked(folder, (AINA,), webhook_answers=True, webhook_secret="") as here:
        yield here


async def at_the_address(here: Town) -> Person:
    """A contact who is asked for an address: what is said of a wrong one is a letter without buttons."""
    aina = Applicant(await here.person(AINA, "Aina Soler"), stop_at="email")
    async with applying(here, [aina]):
        await aina.stopped.wait()
    await quiet(here)
    return aina.person


def offered(here: Town) -> int:
    """How many letters went in the answer to an update."""
    count: int = here.value("SELECT count(*) FROM letter WHERE offer > 0 AND state = 'sent'")
    return count


def wrong(here: Town) -> int:
    """How often a person was told that the address is wrong."""
    return sum(WRONG in text for text in sent(here, AINA))


async def test_letter_without_buttons_goes_in_the_answer_once_and_the_others_as_always(tmp_path: Path) -> None:
    async with answering(tmp_path) as here, at_work(here):
        async with hurry(here):
            aina = await at_the_address(here)
        await aina.says("aina@salt")
        await aina.says("aina@salt")  # before the first one has been answered for a second
        await quiet(here)
        assert (wrong(here), offered(here)) == (2, 1)
        rest = Applicant(aina, done={"begin", "read", "position"})
        async with hurry(here), applying(here, [rest]), asyncio.timeout(30):
            await rest.received.wait()
        async with hurry(here):
            await quiet(here)
        assert_received(here, [rest])
        assert repeats(here) == {AINA: 0}
        assert here.value("SELECT count(*) FROM letter WHERE offer > 0 AND keyboard <> 'null'") == 0


async def test_answer_that_is_lost_on_the_way_is_delivered_by_the_outbox(tmp_path: Path) -> None:
    async with answering(tmp_path) as here, at_work(here):
        async with hurry(here):
            aina = await at_the_address(here)
        here.sim.world.delivery.losing = 1
        await aina.says("aina@salt")
        await here.sim.wait_for(WRONG, AINA)
        await quiet(here)
        assert (wrong(here), offered(here), here.sim.world.delivery.losing) == (1, 0, 0)


async def test_bot_that_is_killed_between_offering_and_answering_delivers_it_later(tmp_path: Path) -> None:
    async with answering(tmp_path) as here:
        async with at_work(here), hurry(here):
            aina = await at_the_address(here)
        here.sim.updates.webhook_url = ""
        dying = Life({**here.environment, "XMESS_FAULT": "after_offer"}, tmp_path / "log")
        await here.sim.wait_until(lambda: bool(here.sim.updates.webhook_url), timeout=90)
        await aina.says("aina@salt")
        assert await dying.ended(within=20) == KILLED
        assert here.value("SELECT count(*) FROM letter WHERE state = 'offered'") == 1
        async with at_work(here), hurry(here):
            await here.sim.wait_for(WRONG, AINA, timeout=90)
            await quiet(here)
        assert (wrong(here), offered(here)) == (1, 0)
