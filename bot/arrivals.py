"""The door for updates, however they come: raw JSON is read, and what a person did is put to the dispatcher."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import structlog
import telegram
from telegram import error

from bot.dispatcher import Dispatcher
from bot.telegram import incoming
from conversations.protocol.incoming import Incoming, Press

log = structlog.get_logger()

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that Telegram is asked for."""


class Arrivals:
    """Reads updates one by one, so that one that nobody can read does not take others with it."""

    def __init__(self, bot: telegram.Bot, dispatcher: Dispatcher, bot_name: str) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._name = bot_name
        self._answering: set[asyncio.Task[None]] = set()

    def put(self, raw: dict[str, Any], *, waited: bool = False) -> asyncio.Future[None] | None:
        """Hands an update over. The future is done once its consequences are committed.

        None when there is nothing to wait for: it is not addressed to us, or nobody can read it. `waited` tells that
        it was waiting when the bot came back: a press carries no time of its own.
        """
        read = self._read(raw)
        if waited and isinstance(read, Press):
            read = replace(read, waited=True)
        return None if read is None else self._dispatcher.put(read)

    async def close(self) -> None:
        """Gives up what is still being said about pressed buttons."""
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

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
