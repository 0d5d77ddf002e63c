"""The long poll: what waits, what is acknowledged, who is thrown out."""

import asyncio
import itertools

import pytest
import telegram
from telegram.error import BadRequest, Conflict

from bot.simulator import Person, Simulator


def texts(updates: tuple[telegram.Update, ...]) -> list[str | None]:
    return [update.message.text for update in updates if update.message]


async def test_a_poll_waits_for_something_to_happen(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await sim.wait_until(lambda: sim.updates.polling)
    await open_chat.says("Hola")
    assert texts(await poll) == ["Hola"]


async def test_a_poll_that_sees_nothing_ends_by_itself(bot: telegram.Bot, sim: Simulator) -> None:
    assert await bot.get_updates(timeout=1) == ()
    assert not sim.updates.polling


async def test_updates_come_again_until_a_later_offset_acknowledges_them(bot: telegram.Bot, open_chat: Person) -> None:
    for text in ("u", "dos", "tres"):
        await open_chat.says(text)
    first = await bot.get_updates()
    assert texts(first) == texts(await bot.get_updates()) == ["u", "dos", "tres"]
    ids = [update.update_id for update in first]
    assert all(later == earlier + 1 for earlier, later in itertools.pairwise(ids))
    assert texts(await bot.get_updates(limit=2)) == ["u", "dos"]
    assert texts(await bot.get_updates(offset=ids[2])) == ["tres"]
    assert texts(await bot.get_updates(offset=0)) == ["tres"]
    assert await bot.get_updates(offset=ids[2] + 1) == ()


async def test_a_negative_offset_keeps_the_last_ones(bot: telegram.Bot, open_chat: Person) -> None:
    for text in ("u", "dos", "tres"):
        await open_chat.says(text)
    assert texts(await bot.get_updates(offset=-1)) == ["tres"]
    assert texts(await bot.get_updates()) == ["tres"]


async def test_only_the_kinds_that_were_asked_for_arrive(bot: telegram.Bot, open_chat: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    said = await open_chat.says("Hola")
    await open_chat.edits(said, "Hola!")
    assert texts(await bot.get_updates()) == ["Hola"]
    await bot.get_updates(allowed_updates=[])
    await open_chat.edits(said, "Hola!!")
    assert [update.edited_message is not None for update in await bot.get_updates()] == [False, True]


async def test_a_second_poll_ends_the_first(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await sim.wait_until(lambda: sim.updates.polling)
    second = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await open_chat.says("Hola")
    assert texts(await second) == ["Hola"]


async def test_polling_and_a_webhook_exclude_each_other(bot: telegram.Bot, sim: Simulator) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await sim.wait_until(lambda: sim.updates.polling)
    await bot.set_webhook("http://127.0.0.1:1/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_any_update_can_be_injected(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sim.raw({"update_id": 600_000_000, "something_new": {"x": 1}})
    await open_chat.says("Hola")
    unknown, known = await bot.get_updates()
    assert (unknown.update_id, known.update_id) == (600_000_000, 600_000_001)
    assert unknown.message is None


async def test_a_simulator_that_stops_lets_everybody_go() -> None:
    sim = Simulator()
    await sim.start()
    async with telegram.Bot("100:DEMO", base_url=f"{sim.url}/bot") as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=20))
        await sim.wait_until(lambda: sim.updates.polling)
        await sim.stop()
        assert await poll == ()


async def test_a_bad_webhook_is_refused(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="an https url must be provided"):
        await bot.set_webhook("ftp://x")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/", secret_token="no spaces")
