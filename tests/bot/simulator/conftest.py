"""A simulator, a bot that speaks to it with another project's client, and one person."""

import os

os.environ["PTB_TIMEDELTA"] = "true"

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram
from telegram.request import HTTPXRequest

from bot.simulator import Person, Simulator


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    async with Simulator() as simulator:
        yield simulator


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[telegram.Bot]:
    client = telegram.Bot(
        "100:DEMO",
        base_url=f"{sim.url}/bot",
        base_file_url=f"{sim.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=16, read_timeout=10),
        get_updates_request=HTTPXRequest(connection_pool_size=16, read_timeout=10),
    )
    async with client:
        yield client


@pytest.fixture
def aina(sim: Simulator) -> Person:
    return sim.person(1001, "Aina", "Soler", note="Ajuntament d'Arbúcies")


@pytest.fixture
async def open_chat(aina: Person, sim: Simulator) -> Person:
    """Aina after she has pressed Start, with nothing waiting for the bot."""
    await aina.starts()
    sim.updates.forget()
    return aina


@pytest.fixture
async def page(sim: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    """What the page in the browser uses."""
    async with aiohttp.ClientSession(sim.url, headers={"X-Sim": "1"}) as session:
        yield session
