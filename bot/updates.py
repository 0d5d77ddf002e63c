"""Polling with an own loop: an update is acknowledged to Telegram only after its transaction has committed."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import structlog
import telegram
from telegram import error

from bot.connecting import FIRST_PAUSE, LONGEST_PAUSE, WRONG_TOKEN, seconds
from bot.dispatcher import Dispatcher
from bot.faults import Faults
from bot.telegram import incoming
from conversations.protocol.incoming import Incoming

log = structlog.get_logger()

LONG_POLL = 25  # seconds that Telegram may hold the question open
_READ_MARGIN = 10
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")


class Polling:
    """Asks for updates, hands them to the dispatcher and waits for the commit before it asks for the next."""

    def __init__(self, bot: telegram.Bot, dispatcher: Dispatcher, bot_name: str, faults: Faults | None = None) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._name = bot_name
        self._faults = faults or Faults()
        self._offset: int | None = None
        self._answering: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Polls until cancelled; whatever fails on the way is tried again with growing pauses."""
        pause = FIRST_PAUSE
        try:
            while True:
                try:
                    batch = await self._ask()
                    pause = FIRST_PAUSE
                except error.RetryAfter as failure:
                    await asyncio.sleep(seconds(failure))
                    continue
                except error.TelegramError as failure:
                    _complain(failure)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
                    continue
                await self._handle(batch)
        finally:
            for task in self._answering:
                task.cancel()
            await asyncio.gather(*self._answering, return_exceptions=True)

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
        read = [self._read(raw) for raw in batch]
        waiting = [self._dispatcher.put(what) for what in read if what is not None]
        if waiting:
            await asyncio.gather(*waiting)
        self._faults.at("before_acknowledge")
        if batch:
            self._offset = max(int(raw["update_id"]) for raw in batch) + 1

    def _read(self, raw: dict[str, Any]) -> Incoming | None:
        try:
            update = telegram.Update.de_json(raw, self._bot)
            if update.callback_query is not None:
                self._acknowledge_press(update.callback_query.id)
            return incoming(update, self._name)
        except Exception as failure:  # noqa: BLE001  an update nobody can read must not stop the others
            log.error("update_unreadable", update=raw.get("update_id"), why=type(failure).__name__)
            return None

    def _acknowledge_press(self, query: str) -> None:
        """Stops the button's spinner at once, before anything slow; nobody waits for it and it may fail."""
        task = asyncio.create_task(self._stop_spinner(query))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _stop_spinner(self, query: str) -> None:
        try:
            await self._bot.answer_callback_query(query)
        except error.TelegramError as failure:
            log.debug("press_not_acknowledged", why=type(failure).__name__)


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
