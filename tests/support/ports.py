"""Ports that nobody uses, and a proxy in front of them."""

from __future__ import annotations

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
async def proxy(ports: Sequence[int], prefix: str) -> AsyncIterator[str]:
    """The address of a proxy that takes `prefix` off the path, hands requests to the ports in turn and passes on no
    header but the secret. A port where nobody listens is an error of 502, as with any proxy."""
    turn = cycle(ports)

    async def forward(request: web.Request) -> web.Response:
        url = f"http://127.0.0.1:{next(turn)}/{request.match_info['rest']}"
        headers = {SECRET_HEADER: request.headers[SECRET_HEADER], "Host": "inside.example"}
        try:
            async with session.post(url, data=await request.read(), headers=headers) as answer:
                return web.Response(status=answer.status, body=await answer.read())
        except aiohttp.ClientError:
            return web.Response(status=502)

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
