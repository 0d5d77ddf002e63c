"""The Bot API over HTTP: token, parameters, faults, the method itself, the answer and the log of calls."""

from __future__ import annotations

import asyncio
import inspect
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.simulator.errors import JSON, ApiError, too_many_requests
from bot.simulator.faults import Fault, Faults
from bot.simulator.limits import Limits
from bot.simulator.methods import METHODS
from bot.simulator.params import Params, read_params
from bot.simulator.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API as it was answered; `status` 0 means that no answer was given."""

    method: str
    params: JSON
    status: int
    description: str
    chat: int | None
    at: datetime
    ms: float


class BotApi:
    """The handlers of `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World, token: str, faults: Faults, limits: Limits | None, remembered: int) -> None:
        self.world = world
        self.faults = faults
        self.calls: deque[Call] = deque(maxlen=remembered)
        self.closing = asyncio.Event()
        self.before_answer: Callable[[], None] = lambda: None
        self._token = token
        self._limits = limits
        world.updates.repeat = lambda: faults.take("getUpdates", None, repeat=True) is not None

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to."""
        return [
            web.route("*", "/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._download),
        ]

    async def _call(self, request: web.Request) -> web.StreamResponse:
        started = time.perf_counter()
        method = request.match_info["method"]
        params = Params()
        fault: Fault | None = None
        try:
            self._authorize(request)
            params = await read_params(request)
            fault = self.faults.take(method, _chat(params))
            if fault is not None:
                await self._before(fault)
            if fault is not None and fault.kind in ("timeout_before", "drop"):
                answer, status = {}, 0
            else:
                answer, status = {"ok": True, "result": await self._result(method, params)}, 200
        except ApiError as error:
            answer, status = error.body(), error.code
        if fault is not None and fault.kind.endswith("_after_delivery"):
            status = 0
        self.before_answer()
        self._log(method, params, status, answer, time.perf_counter() - started)
        if status == 0:
            return await self._silence(request, hang="timeout" in (fault.kind if fault else ""))
        if status == 502:
            page = "<html><head><title>502 Bad Gateway</title></head></html>"
            return web.Response(text=page, status=502, content_type="text/html")
        return web.json_response(answer, status=status)

    async def answer(self, call: JSON) -> None:
        """Does what the answer to an update asks for; it is logged like any other call."""
        started = time.perf_counter()
        params = Params({name: value for name, value in call.items() if name != "method"})
        try:
            answer, status = {"ok": True, "result": await self._result(call["method"], params)}, 200
        except ApiError as error:
            answer, status = error.body(), error.code
        self._log(call["method"], params, status, answer, time.perf_counter() - started)

    def _authorize(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if token != self._token:
            if re.fullmatch(r"[0-9]+:[\w-]+", token):
                raise ApiError(401, "Unauthorized")
            raise ApiError(404, "Not Found")

    async def _before(self, fault: Fault) -> None:
        if fault.refusal is not None:
            raise fault.refusal
        if fault.kind == "slow":
            waits = [asyncio.ensure_future(event.wait()) for event in (fault.release, self.closing)]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()

    async def _result(self, method: str, params: Params) -> Any:
        if method.lower() == "getupdates":
            return await self._get_updates(params)
        handler = METHODS.get(method.lower())
        if handler is None:
            raise ApiError(404, "Not Found")
        if self._limits is not None:
            chat = self.world.chats.get(params.integer("chat_id"))
            if seconds := self._limits.refuse(method, chat, self.world.clock.now()):
                raise too_many_requests(seconds)
        result = handler(self.world, params)
        return await result if inspect.isawaitable(result) else result

    async def _get_updates(self, params: Params) -> list[JSON]:
        updates = self.world.updates
        updates.allow(params.listed("allowed_updates"))
        seconds = 0 if self.closing.is_set() else min(max(params.integer("timeout"), 0), 50)
        return await updates.poll(params.integer("offset"), params.integer("limit", 100), seconds)

    async def _silence(self, request: web.Request, hang: bool) -> web.StreamResponse:
        if hang:
            await self.closing.wait()
        if request.transport is not None:
            request.transport.close()
        return web.Response(status=500)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._authorize(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        path = request.match_info["path"]
        file = self.world.files.get(path.rpartition("/")[2])
        if file is None or file.path != path:
            return web.json_response(ApiError(404, "Not Found").body(), status=404)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _log(self, method: str, params: Params, status: int, answer: JSON, seconds: float) -> None:
        chat = _chat(params)
        shown = params.shown(self._token)
        description = str(answer.get("description", "")) if status else "no answer"
        call = Call(method, shown, status, description, chat, self.world.clock.now(), seconds * 1000)
        self.calls.append(call)
        if method.lower() == "getupdates" and status == 200:
            if not answer["result"]:
                self.world.events.touch()
                return
            summary = f"{len(answer['result'])} updates"
        else:
            summary = description or str(shown.get("text") or shown.get("caption") or "")[:120]
        self.world.events.publish(
            "call", method=method, ok=status == 200, status=status, ms=round(call.ms, 1), chat=chat, summary=summary
        )


def _chat(params: Params) -> int | None:
    return params.integer("chat_id") or None
