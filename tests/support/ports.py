"""Ports that nobody uses, and a proxy in front of them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle

import aiohttp
from aiohttp import web

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    """A port of this machine that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@asynccontextmanager
async def proxy(ports: Sequence[int], prefix: str, times: int = 1) -> AsyncIterator[str]:
    """The address of a proxy that takes `prefix` off the path, hands requests to the ports in turn and passes on no
    header but the secret. With `times` it hands each to so many ports. Nobody listening is a 502, as with any proxy.
    """
    turn = cycle(ports)

    async def forward(request: web.Request) -> web.Response:
        body = await request.read()
        headers = {SECRET_HEADER: request.headers[SECRET_HEADER], "Host": "inside.example"}
        return web.Response(status=max(await asyncio.gather(*(send(request, body, headers) for _ in range(times)))))

    async def send(request: web.Request, body: bytes, headers: dict[str, str]) -> int:
        url = f"http://127.0.0.1:{next(turn)}/{request.match_info['rest']}"
        try:
            async with session.post(url, data=body, headers=headers) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 502

    app = web.Application()
    app.router.add_post(prefix + "/{rest:.*}", forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with aiohttp.ClientSession() as session:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}{prefix}"
    finally:
        await runner.cleanup()
