"""The beginning and the end of the bot: a network that is away, a wrong token, another bot, and SIGTERM's way out."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.app import running
from bot.connecting import WRONG_TOKEN
from bot.settings import SettingsError
from bot.simulator import BotProcess, Fault, Simulator
from tests.town import bot_in, hurry, quiet, sent, settings_for, town

SECRET = "777:a-token-that-nobody-may-see"


async def until(condition: Callable[[], bool], within: float = 20.0) -> None:
    """Waits for something that tells nobody."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def events(logged: list[Any]) -> list[str]:
    return [line["event"] for line in logged]


async def test_start_waits_for_a_telegram_that_cannot_be_reached(tmp_path: Path) -> None:
    async with Simulator() as sim:
        address = sim.url
    settings = settings_for(sim, tmp_path, clock="")
    port = int(address.rpartition(":")[2])
    begun = asyncio.Event()

    async def live() -> None:
        async with running(settings):
            begun.set()

    with structlog.testing.capture_logs() as logged:
        living = asyncio.create_task(live())
        await until(lambda: events(logged).count("telegram_unreachable") == 2)
        assert not begun.is_set()
        pauses = [line["again_in"] for line in logged if line["event"] == "telegram_unreachable"]
        assert pauses == [0.5, 1.0]
        async with Simulator(port=port):
            await living
    assert begun.is_set()


@pytest.mark.parametrize("method", ["getMe", "setMyCommands"])
async def test_start_goes_on_after_an_error_of_telegram(tmp_path: Path, method: str) -> None:
    async with town(tmp_path) as here:
        fault = here.sim.faults.add(Fault("502", method))
        wait = here.sim.faults.add(Fault("429", method, retry_after=1))
        async with bot_in(here):
            assert fault.hits == wait.hits == 1


@pytest.mark.parametrize("token", [SECRET, "777:a.b"])
async def test_wrong_token_is_said_at_once_and_not_shown(tmp_path: Path, token: str) -> None:
    async with town(tmp_path, bot_token=token) as here:
        with pytest.raises(SettingsError) as said:
            async with running(here.settings):
                raise AssertionError("it runs")
        assert str(said.value) == WRONG_TOKEN


async def test_another_bot_that_polls_is_said_clearly_and_waited_for(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        await here.person(1001, "Aina Soler")
        await quiet(here)
        with structlog.testing.capture_logs() as logged:
            here.sim.faults.add(Fault("409", "getUpdates", times=2))
            here.sim.faults.add(
                Fault("409", "getUpdates", description="Conflict: can't use getUpdates method while webhook is active")
            )
            await here.sim.people[1001].says("/ajuda")
            await quiet(here)
            await until(lambda: "a_webhook_is_set" in events(logged))
        assert events(logged).count("another_bot_is_polling") == 2
        assert any("getUpdates" not in text and "/inici" in text for text in sent(here, 1001))


async def test_polling_goes_on_after_errors_and_obeys_a_429(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        for fault in (
            Fault("500", "getUpdates"),
            Fault("429", "getUpdates", retry_after=1),
            Fault("401", "getUpdates"),
        ):
            here.sim.faults.add(fault)
        with structlog.testing.capture_logs() as logged:
            await here.person(1001, "Aina Soler")
            await quiet(here)
        assert {"polling_failed", "token_refused"} <= set(events(logged))
        assert len(sent(here, 1001)) == 1


async def test_end_lets_a_letter_that_is_under_way_arrive(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        slow = here.sim.faults.add(Fault("slow"))
        async with bot_in(here):
            aina = await here.person(1001, "Aina Soler")
            await slow.reached.wait()
            asyncio.get_running_loop().call_later(0.2, slow.release.set)
        assert here.rows("SELECT DISTINCT state FROM letter WHERE turn IS NOT NULL") == [("sent",)]
        async with bot_in(here), hurry(here):
            await quiet(here)
        assert len(aina.chat.from_bot) == 1


async def test_part_that_fails_ends_the_bot_with_its_error(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        here.sim.faults.add(Fault("500", times=None))
        async with running(here.settings) as (_, ended), hurry(here):
            await here.person(1001, "Aina Soler")
            await until(lambda: here.value("SELECT count(*) FROM letter") > 0)
            with here.written() as other:
                other.execute("UPDATE letter SET keyboard = '{'")
            with pytest.raises(json.JSONDecodeError):
                await ended


async def test_sigterm_ends_the_process_in_good_order(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        child = BotProcess([sys.executable, "-m", "bot", "run"], here.environment)
        slow = here.sim.faults.add(Fault("slow"))
        await child.start()
        await here.person(1001, "Aina Soler")
        await slow.reached.wait()
        stopping = asyncio.create_task(child.stop(grace=20))
        await child.said("bot_stopping")
        slow.release.set()
        await stopping
        assert child.exit_code == 0
        assert "bot_stopped" in child.log[-1]
        assert here.rows("SELECT state, count(*) FROM letter WHERE turn IS NOT NULL GROUP BY 1") == [("sent", 1)]
        assert SECRET not in "".join(child.log)
