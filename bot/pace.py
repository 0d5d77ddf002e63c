"""Telegram's limits on new messages: about 30 a second, one a second per chat after a burst, 20 a minute per group."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

OVERALL = 28
"""New messages a second in all; Telegram bears about 30."""

BURST = 3
"""New messages a chat may get at once; then one a second."""

GROUP = 18
"""New messages a minute in a group; Telegram bears 20."""

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class _Chat:
    """How many messages may go at once (`left`, as of `at`), and for groups when the last minute's ones went."""

    left: float
    at: datetime
    minute: deque[datetime]


class Pace:
    """Remembers what was sent lately and says who may be written to.

    A message counts from the moment its call ended, and calls that are under way count all the time: when exactly
    Telegram counted it in between is not known.
    """

    def __init__(self, overall: int = OVERALL) -> None:
        self._overall = overall
        self._lately: deque[datetime] = deque()
        self._chats: dict[int, _Chat] = {}

    def room(self, now: datetime, under_way: int = 0) -> int:
        """How many messages may go at this moment, while so many are being sent."""
        while self._lately and self._lately[0] <= now - _SECOND:
            self._lately.popleft()
        return max(0, self._overall - len(self._lately) - under_way)

    def frees(self) -> datetime | None:
        """When there is room again after `room` said none; None when it is once something under way has ended."""
        return self._lately[0] + _SECOND if self._lately else None

    def sent(self, chat: int, now: datetime) -> None:
        """The call of a new message to a chat ended now."""
        self._lately.append(now)
        known = self._chats.setdefault(chat, _Chat(BURST, now, deque()))
        known.left = self._left(known, now) - 1
        known.at = now
        if chat < 0:
            known.minute.append(now)

    def held(self, now: datetime) -> dict[int, datetime]:
        """The chats that may not be written to yet, and until when. Forgets those that have rested."""
        held = {}
        for chat, known in list(self._chats.items()):
            while known.minute and known.minute[0] <= now - _MINUTE:
                known.minute.popleft()
            left = self._left(known, now)
            if left >= BURST and not known.minute:
                del self._chats[chat]
                continue
            waits = [known.minute[0] + _MINUTE] if len(known.minute) >= GROUP else []
            if left < 1:
                waits.append(now + (1 - left) * _SECOND)
            if waits:
                held[chat] = max(waits)
        return held

    @staticmethod
    def _left(known: _Chat, now: datetime) -> float:
        return min(BURST, known.left + (now - known.at) / _SECOND)
