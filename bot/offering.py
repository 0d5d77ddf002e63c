"""The first letter in the very answer to an update: a message that Telegram sends without another call of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.constants import ParseMode

from bot.clock import Clock
from bot.faults import Faults
from storage import locks, offered
from storage.database import Database

log = structlog.get_logger()

GIVE_WAY = timedelta(seconds=5)
"""What the outbox leaves to an answer before it sends what was written; sooner when there is none."""

_PAUSE = timedelta(seconds=1)
"""Nothing else goes to the chat meanwhile: when Telegram does what the answer says is not told to anybody."""


class Offering:
    """Offers letters and records what became of them; state lives in the database alone."""

    def __init__(self, database: Database, clock: Clock, wake_outbox: Callable[[], None], faults: Faults) -> None:
        self._database = database
        self._clock = clock
        self._wake_outbox = wake_outbox
        self._faults = faults

    async def make(self, update: dict[str, Any]) -> tuple[dict[str, Any], int] | None:
        """What the answer to this update may say, as a call of the Bot API, with the letter; None: nothing."""
        chat = _chat(update)
        if chat is None:
            return None
        number, now = int(update["update_id"]), self._clock.now()
        try:
            letter = await self._database.run(
                lambda connection: offered.offer(connection, chat, number, now), lock=locks.beside
            )
        except SQLAlchemyError as failure:
            log.error("offer_failed", why=type(failure).__name__)
            return None
        if letter is None:
            self._wake_outbox()
            return None
        self._faults.at("after_offer")
        call: dict[str, Any] = {
            "method": "sendMessage",
            "chat_id": letter.chat,
            "text": letter.text,
            "parse_mode": ParseMode.HTML,
            "link_preview_options": {"is_disabled": True},
        }
        return call | ({"disable_notification": True} if letter.silent else {}), letter.letter

    async def kept(self, letter: int) -> None:
        """The answer has left. When this is not recorded, the letter goes again."""
        await self._clock.sleep_until(self._clock.now() + _PAUSE)
        now = self._clock.now()
        try:
            await self._database.run(lambda connection: offered.keep(connection, letter, now), lock=locks.beside)
        except SQLAlchemyError as failure:
            log.error("offer_unrecorded", letter=letter, why=type(failure).__name__)
        self._wake_outbox()


def _chat(update: dict[str, Any]) -> int | None:
    """The chat of an update that somebody could read."""
    pressed = update.get("callback_query")
    message = pressed.get("message") if isinstance(pressed, dict) else update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    number = chat.get("id") if isinstance(chat, dict) else None
    return number if isinstance(number, int) else None
