"""Delivery of updates to a webhook: real POST requests, in order per chat, repeated until they are taken."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import aiohttp

from bot.simulator.clock import Clock
from bot.simulator.errors import JSON, ApiError
from bot.simulator.updates import UpdateQueue

MAX_CONNECTIONS = 40
_LONGEST_WAIT = 60.0
_ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


@dataclass(slots=True)
class Failure:
    """The last delivery that failed."""

    at: datetime
    message: str


@dataclass(slots=True, eq=False)
class Delivery:
    """The webhook, if one is set. `retry` is the wait after a first failure; it doubles up to a minute.

    A call of the Bot API in an answer goes to `answered`. So many answers as `losing` says are lost on the way.
    """

    updates: UpdateQueue
    clock: Clock
    retry: float = 1.0
    secret: str = ""
    failure: Failure | None = None
    failed: Callable[[], None] = lambda: None
    answered: Callable[[JSON], Awaitable[None]] | None = None
    losing: int = 0
    _task: asyncio.Task[None] | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def begin(self, url: str, secret: str) -> None:
        """Deliver to this address from now on; a long poll that waits ends with 409."""
        await self.end()
        self.secret, self.failure = secret, None
        self.updates.webhook_url = url
        self.updates.arrived = self._wake.set
        self.updates.interrupt(ApiError(409, "Conflict: terminated by setWebhook request"))
        self._task = asyncio.create_task(self._run(url))

    async def end(self) -> None:
        """Deliver no more; what was not taken waits for getUpdates."""
        self.updates.webhook_url = ""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self, url: str) -> None:
        sending: dict[str, asyncio.Task[None]] = {}
        try:
            async with aiohttp.ClientSession(timeout=_ANSWER_WITHIN) as session:
                while True:
                    self._wake.clear()
                    for update in list(self.updates.pending):
                        lane = _lane(update)
                        if len(sending) >= MAX_CONNECTIONS:
                            break
                        if lane not in sending:
                            task = asyncio.create_task(self._deliver(session, url, update))
                            sending[lane] = task
                            task.add_done_callback(partial(self._finished, sending, lane))
                    await self._wake.wait()
        finally:
            for task in sending.values():
                task.cancel()
            await asyncio.gather(*sending.values(), return_exceptions=True)

    def _finished(self, sending: dict[str, asyncio.Task[None]], lane: str, task: asyncio.Task[None]) -> None:
        del sending[lane]
        self._wake.set()

    async def _deliver(self, session: aiohttp.ClientSession, url: str, update: JSON) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        wait = self.retry
        while True:
            try:
                async with session.post(url, json=update, headers=headers, allow_redirects=False) as answer:
                    said = await answer.read()
                    if self.losing > 0:
                        self.losing -= 1
                        raise aiohttp.ServerDisconnectedError
                    if answer.ok and answer.status < 300:
                        self.updates.taken(update)
                        await self._do(said)
                        return
                    problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            except (aiohttp.ClientError, TimeoutError) as error:
                problem = f"Connection failed: {type(error).__name__}"
            self.failure = Failure(self.clock.now(), problem)
            self.failed()
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _do(self, said: bytes) -> None:
        """Does what an answer says, if it is a call; Telegram tells nobody what comes of it."""
        call = json.loads(said) if said.startswith(b"{") else {}
        if self.answered is not None and isinstance(call.get("method"), str):
            await self.answered(call)


def _lane(update: JSON) -> str:
    """Updates of one chat go one after another; those without a chat go by themselves."""
    for value in update.values():
        if isinstance(value, dict):
            chat = value.get("chat") or (value.get("message") or {}).get("chat") or value.get("from")
            if isinstance(chat, dict):
                return f"chat {chat.get('id')}"
    return f"update {update['update_id']}"
