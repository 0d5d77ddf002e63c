"""Faults by script: each reaches the client as the exception that it would see in a bad night."""

import asyncio
from datetime import timedelta

import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.simulator import Fault, Person, Simulator


@pytest.mark.parametrize(
    ("fault", "error", "description"),
    [
        (Fault("400", description="Bad Request: TOPIC_CLOSED"), BadRequest, "Topic_closed"),
        (Fault("403"), Forbidden, "bot was blocked by the user"),
        (Fault("409"), Conflict, "terminated by other getUpdates"),
        (Fault("500"), NetworkError, "Internal Server Error"),
        (Fault("502"), NetworkError, "Bad Gateway"),
    ],
)
async def test_refusals(
    bot: telegram.Bot, sim: Simulator, open_chat: Person, fault: Fault, error: type[Exception], description: str
) -> None:
    sim.faults.add(fault)
    with pytest.raises(error, match=description):
        await bot.send_message(1001, "x")
    assert fault.hits == 1
    assert sim.chat(1001).from_bot == []
    await bot.send_message(1001, "x")


async def test_too_many_requests(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sim.faults.add(Fault("429", retry_after=7))
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(1001, "x")
    assert refused.value.retry_after == timedelta(seconds=7)


async def test_a_moved_chat(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sim.faults.add(Fault("migrate", migrate_to=-1007))
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(1001, "x")
    assert refused.value.new_chat_id == -1007


@pytest.mark.parametrize(
    ("kind", "error", "delivered"),
    [
        ("timeout_before", TimedOut, 0),
        ("timeout_after_delivery", TimedOut, 1),
        ("drop", NetworkError, 0),
        ("drop_after_delivery", NetworkError, 1),
    ],
)
async def test_silence(
    bot: telegram.Bot, sim: Simulator, open_chat: Person, kind: str, error: type[Exception], delivered: int
) -> None:
    sim.faults.add(Fault(kind))
    with pytest.raises(error):
        await bot.send_message(1001, "x", read_timeout=0.2)
    await sim.wait_until(lambda: sim.requests[-1].method == "sendMessage")
    assert len(sim.chat(1001).from_bot) == delivered
    assert (sim.requests[-1].status, sim.requests[-1].description) == (0, "no answer")


async def test_a_slow_call_goes_on_when_released(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    slow = sim.faults.add(Fault("slow", "sendMessage"))
    sending = asyncio.create_task(bot.send_message(1001, "lent"))
    await slow.reached.wait()
    await bot.send_chat_action(1001, "typing")
    assert sim.chat(1001).from_bot == []
    slow.release.set()
    await sending
    assert sim.chat(1001).last.text == "lent"


async def test_a_fault_meets_only_its_method_and_chat_and_as_often_as_it_says(
    bot: telegram.Bot, sim: Simulator, open_chat: Person
) -> None:
    await sim.person(1002, "Pol").starts()
    fault = sim.faults.add(Fault("500", chat=1001, times=2))
    await bot.send_message(1002, "x")
    await bot.send_chat_action(1001, "typing")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(1001, "x")
    await bot.send_message(1001, "x")
    assert fault.hits == 2
    sim.faults.add(Fault("500", method=None, times=None))
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_me()
    sim.faults.clear()
    await bot.get_me()


async def test_acknowledged_updates_come_again(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    fault = sim.faults.add(Fault("repeat_updates"))
    await open_chat.says("u")
    (first,) = await bot.get_updates()
    assert fault.hits == 0
    await open_chat.says("dos")
    repeated, new = await bot.get_updates(offset=first.update_id + 1)
    assert (repeated.update_id, new.update_id) == (first.update_id, first.update_id + 1)
    assert await bot.get_updates(offset=new.update_id + 1) == ()


async def test_an_unknown_fault_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="no fault of kind 'fire'"):
        Fault("fire")
