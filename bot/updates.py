"""Polling with an own loop: an update is acknowledged to Telegram only after its transaction has committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

import structlog
import telegram
from telegram import error

from bot.arrivals import ALLOWED, Arrivals
from bot.clock import Clock
from bot.connecting import FIRST_PAUSE, WRONG_TOKEN, insist, longer, seconds
from bot.faults import Faults

log = structlog.get_logger()

LONG_POLL = 25  # seconds that Telegram may hold the question open
_READ_MARGIN = 10


class Polling:
    """Asks for updates, hands them to the dispatcher and waits for the commit before it asks for the next.

    `back` is called, before what waited is handed over, when Telegram answers again after it could not be asked; it
    is given the moment (UTC, by `clock`) since which that is so.
    """

    def __init__(
        self,
        bot: telegram.Bot,
        arrivals: Arrivals,
        clock: Clock,
        back: Callable[[datetime], Awaitable[None]],
        faults: Faults | None = None,
    ) -> None:
        self._bot = bot
        self._arrivals = arrivals
        self._faults = faults or Faults()
        self._offset: int | None = None
        self._clock = clock
        self._back = back
        self._answered = clock.now()
        self._lost: datetime | None = None
        self._catching_up = True  # until nothing waits, a press may be older than it looks

    async def run(self) -> None:
        """Polls until cancelled; whatever fails on the way is tried again with growing pauses.

        A webhook that was set before is removed: what waits for it is asked for instead. Raises SettingsError for a
        wrong token.
        """
        await insist(partial(self._bot.delete_webhook, drop_pending_updates=False))
        pause = FIRST_PAUSE
        while True:
            try:
                batch = await self._ask()
                pause = FIRST_PAUSE
                await self._found()
            except error.RetryAfter as failure:
                await asyncio.sleep(seconds(failure))
                continue
            except error.TelegramError as failure:
                _complain(failure)
                self._lose()
                await asyncio.sleep(pause)
                pause = longer(pause, failure)
                continue
            await self._handle(batch)

    async def _found(self) -> None:
        """Telegram has answered. When it could not be asked before, what comes now has waited."""
        if self._lost is not None:
            lost, self._lost = self._lost, None
            self._catching_up = True
            await self._back(lost)
        self._answered = self._clock.now()

    def _lose(self) -> None:
        """No answer came: Telegram is away since the last one, and for no longer than it was waited for."""
        if self._lost is None:
            waited = timedelta(seconds=LONG_POLL + _READ_MARGIN)
            self._lost = max(self._answered, self._clock.now() - waited)

    async def _ask(self) -> list[dict[str, Any]]:
        # Raw JSON: one malformed update must not take its whole batch with it. Telegram reads method names in any case;
        # in lower case the library does not offer its own method, which would parse the batch as a whole.
        answer = await self._bot.do_api_request(
            "getupdates",
            api_kwargs={"offset": self._offset, "timeout": LONG_POLL, "limit": 100, "allowed_updates": list(ALLOWED)},
            read_timeout=LONG_POLL + _READ_MARGIN,
        )
        return cast(list[dict[str, Any]], answer)

    async def _handle(self, batch: list[dict[str, Any]]) -> None:
        if batch:
            self._faults.at("after_receive")
        put = partial(self._arrivals.put, waited=self._catching_up)
        waiting = [done for raw in batch if (done := put(raw)) is not None]
        if waiting:
            await asyncio.gather(*waiting)
        self._catching_up = self._catching_up and bool(batch)
        self._faults.at("before_acknowledge")
        if batch:
            self._offset = max(int(raw["update_id"]) for raw in batch) + 1


def _complain(failure: error.TelegramError) -> None:
    match failure:
        case error.Conflict(message=why) if "webhook" in why:
            log.error("a_webhook_is_set", hint="Updates go to the webhook of this token; remove it to poll.")
        case error.Conflict():
            log.error("another_bot_is_polling", hint="Only one process may poll with a token; stop the other.")
        case error.InvalidToken() | error.EndPointNotFound():  # the library takes the one for the other here
            log.error("token_refused", hint=WRONG_TOKEN)
        case _:
            log.warning("polling_failed", why=type(failure).__name__)
