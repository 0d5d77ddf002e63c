"""The first words with Telegram: a network that fails is waited for, a token that is wrong is said at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TypeVar

import structlog
import telegram
from telegram import error

from bot.request import NotDelivered
from bot.settings import SettingsError

R = TypeVar("R")

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
LONGEST_AWAY = 3.0
"""Seconds between attempts to reach a network that is not there: they cost nobody anything, and people wait."""
WRONG_TOKEN = "XMESS_BOT_TOKEN: Telegram does not know this token. Ask @BotFather for it and set it again."  # noqa: S105

log = structlog.get_logger()


@asynccontextmanager
async def connected(bot: telegram.Bot) -> AsyncIterator[None]:
    """The bot once Telegram has said who it is. Raises SettingsError for a wrong token."""
    try:
        await insist(bot.initialize)
        yield
    finally:
        await bot.shutdown()


async def insist(call: Callable[[], Awaitable[R]]) -> R:
    """Calls until Telegram answers, with growing pauses. Raises what another attempt would not mend."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await call()
        except error.InvalidToken:
            # The library's own words hold the token.
            raise SettingsError(WRONG_TOKEN) from None
        except error.BadRequest:
            raise
        except error.RetryAfter as failure:
            wait = seconds(failure)
            log.warning("telegram_asks_to_wait", seconds=wait)
        except error.NetworkError as failure:
            wait, pause = pause, longer(pause, failure)
            log.warning("telegram_unreachable", why=type(failure).__name__, again_in=wait)
        await asyncio.sleep(wait)


def longer(pause: float, failure: error.TelegramError) -> float:
    """The pause (seconds) after the next failure, if this one followed a pause of so many."""
    return min(pause * 2, LONGEST_AWAY if isinstance(failure, NotDelivered) else LONGEST_PAUSE)


def seconds(failure: error.RetryAfter) -> float:
    """How long Telegram asks to wait."""
    after = failure.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
