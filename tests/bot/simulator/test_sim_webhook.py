"""The webhook: real POST requests with the secret, in order per chat, repeated until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import telegram
from aiohttp import web

from bot.simulator import Person, Simulator


@dataclass
class Hook:
    """A server that takes updates: it answers with the statuses in `refusals` first, then with 200."""

    url: str = ""
    refusals: list[int] = field(default_factory=list)
    taken: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    secrets: list[str | None] = field(default_factory=list)

    async def receive(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            return web.Response(status=self.refusals.pop(0))
        self.taken.put_nowait(await request.json())
        return web.Response()


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    async with Simulator(webhook_retry=0.01) as simulator:
        yield simulator


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_delivered_with_the_secret(
    bot: telegram.Bot, sim: Simulator, hook: Hook, open_chat: Person
) -> None:
    await open_chat.says("abans")
    await bot.set_webhook(hook.url, secret_token="s3cret", allowed_updates=["message"])
    await open_chat.says("després")
    texts = [(await hook.taken.get())["message"]["text"] for _ in range(2)]
    assert texts == ["abans", "després"]
    assert hook.secrets == ["s3cret", "s3cret"]
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.allowed_updates) == (hook.url, 0, ("message",))
    await bot.delete_webhook()
    await open_chat.says("per a getUpdates")
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["per a getUpdates"]
    assert (await bot.get_webhook_info()).url == ""


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(
    bot: telegram.Bot, sim: Simulator, hook: Hook, open_chat: Person
) -> None:
    hook.refusals = [500, 503]
    await bot.set_webhook(hook.url)
    await open_chat.says("u")
    await open_chat.says("dos")
    assert [(await hook.taken.get())["message"]["text"] for _ in range(2)] == ["u", "dos"]
    assert len(hook.secrets) == 4
    info = await bot.get_webhook_info()
    assert info.last_error_message is not None
    assert "503" in info.last_error_message


async def test_a_bot_that_is_down_gets_everything_later(
    bot: telegram.Bot, sim: Simulator, hook: Hook, open_chat: Person
) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    await open_chat.says("mentre dormies")
    await sim.wait_until(lambda: sim.world.delivery.failure is not None)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.set_webhook(hook.url)
    assert (await hook.taken.get())["message"]["text"] == "mentre dormies"


async def test_what_waits_can_be_dropped(bot: telegram.Bot, sim: Simulator, hook: Hook, open_chat: Person) -> None:
    await open_chat.says("oblida-ho")
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await open_chat.says("això sí")
    assert (await hook.taken.get())["message"]["text"] == "això sí"
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
