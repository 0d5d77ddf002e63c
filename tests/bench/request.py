"""CPU of a call of the Bot API over aiohttp and over httpx, side by side. Run: uv run python tests/bench/request.py"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import BaseRequest, HTTPXRequest

from bot.request import AiohttpRequest

CALLS = 300
ROUNDS = 7
AT_ONCE = 10
TEXT = "Som tres persones per a tota la contractació i voldríem saber què podem fer. " * 8
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton(f"Opció {n}", callback_data=f"7:{n}")] for n in range(4)])
ME = '{"ok":true,"result":{"id":2,"is_bot":true,"first_name":"XMESS","username":"xmess_bot"}}'
MESSAGE = (
    '{"ok":true,"result":{"message_id":7,"date":1588840920,"chat":{"id":1,"type":"private","first_name":"Aina"},'
    '"from":{"id":2,"is_bot":true,"first_name":"XMESS"},"text":"Desat."}}'
)


async def serve() -> None:
    """A Bot API that always says yes, in a process of its own so that its CPU is not counted."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        said = ME if request.path.endswith("/getMe") else MESSAGE
        return web.Response(text=said, content_type="application/json")

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


async def cost(request: BaseRequest, base: str) -> float:
    """CPU milliseconds of one send_message, ten at a time."""
    async with Bot("1:A", base_url=f"{base}/bot", request=request, get_updates_request=AiohttpRequest()) as bot:

        async def some() -> None:
            for _ in range(CALLS // AT_ONCE):
                await bot.send_message(1, TEXT, reply_markup=BUTTONS)

        await some()
        start = time.process_time()
        await asyncio.gather(*(some() for _ in range(AT_ONCE)))
        return (time.process_time() - start) * 1000 / CALLS


async def main() -> None:
    server = await asyncio.create_subprocess_exec(sys.executable, __file__, "serve", stdout=asyncio.subprocess.PIPE)
    assert server.stdout is not None
    base = f"http://127.0.0.1:{int(await server.stdout.readline())}"
    try:
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(await cost(AiohttpRequest(), base))
            theirs.append(await cost(HTTPXRequest(), base))
    finally:
        server.terminate()
        await server.wait()
    ratios = [httpx / aiohttp for aiohttp, httpx in zip(ours, theirs, strict=True)]
    print(f"CPU per send_message: aiohttp {statistics.median(ours):.3f} ms, httpx {statistics.median(theirs):.3f} ms")
    print(f"httpx / aiohttp: median {statistics.median(ratios):.1f}, of {min(ratios):.1f} to {max(ratios):.1f}")


if __name__ == "__main__":
    asyncio.run(serve() if "serve" in sys.argv else main())
