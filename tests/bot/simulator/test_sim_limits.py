"""Telegram's limits, on the simulator's clock: moments are given, nobody waits."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import telegram
from telegram.error import RetryAfter

from bot.simulator import Person, Simulator
from bot.simulator.limits import Limits
from bot.simulator.model import Chat

NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    async with Simulator(limits=True) as simulator:
        yield simulator


def private(number: int) -> Chat:
    return Chat(number, "private", f"P{number}", {})


def test_one_message_a_second_after_a_small_burst() -> None:
    limits, chat = Limits(), private(1)
    assert [limits.refuse("sendMessage", chat, NOON) for _ in range(5)] == [0, 0, 0, 1, 1]
    assert limits.refuse("sendMessage", private(2), NOON) == 0
    assert limits.refuse("sendChatAction", chat, NOON) == 0
    assert limits.refuse("editMessageText", chat, NOON) == 0
    later = NOON + timedelta(seconds=1)
    assert [limits.refuse("sendDocument", chat, later) for _ in range(2)] == [0, 1]


def test_thirty_a_second_in_all() -> None:
    limits = Limits()
    waits = [limits.refuse("sendMessage", private(number), NOON) for number in range(40)]
    assert waits == [0] * 30 + [1] * 10
    assert limits.refuse("sendMessage", private(41), NOON + timedelta(seconds=1)) == 0


async def test_twenty_a_minute_in_a_group(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    group = sim.group("Comissió", [open_chat])
    for _ in range(20):
        await bot.send_message(group.id, "x")
        sim.clock.advance(1)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(group.id, "x")
    wait = refused.value.retry_after
    assert isinstance(wait, timedelta)
    assert timedelta() < wait <= timedelta(seconds=40)
    sim.clock.advance(wait.total_seconds())
    await bot.send_message(group.id, "x")
