"""What an error of delivery means: try again, give up for our own fault, or the person is gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from telegram import error

from bot.documents import DocumentFailed
from bot.request import NotDelivered

FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)
LAST_ATTEMPT = 40
"""With pauses that double up to ten minutes this is over five hours of trying."""


@dataclass(frozen=True, slots=True)
class Again:
    """Try the same letter after a pause."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class OurFault:
    """Telegram refuses the letter as it is: no use to try again, and the office should know."""

    why: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The person stopped the bot or the account does not exist any more."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new id."""

    to: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can know whether it arrived; bulk does not go again."""


Verdict = Again | OurFault | Gone | Moved | Unknown


def verdict(failure: Exception, *, attempts: int, bulk: bool) -> Verdict:
    """The verdict on a failed delivery after `attempts` (this one included)."""
    if isinstance(failure, error.RetryAfter):
        seconds = failure.retry_after
        return Again(seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds))
    if isinstance(failure, error.ChatMigrated):
        return Moved(failure.new_chat_id)
    if isinstance(failure, error.Forbidden):
        return Gone()
    # BadRequest and TimedOut are NetworkErrors: they must be judged before it.
    if isinstance(failure, error.BadRequest):
        return Gone() if "chat not found" in failure.message.lower() else OurFault(_unquoted(failure.message))
    if isinstance(failure, error.TimedOut) and bulk:
        return Unknown()
    temporary = error.NetworkError | NotDelivered | error.InvalidToken | error.Conflict | DocumentFailed
    if isinstance(failure, temporary) and attempts < LAST_ATTEMPT:
        return Again(min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE))
    return OurFault(type(failure).__name__)


def _unquoted(message: str) -> str:
    """Telegram's words without what they quote: that may be a person's, and this goes to the log."""
    return re.sub(r'"[^"]*"', '"…"', message)
