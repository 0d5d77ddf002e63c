"""Telegram's limits: about 30 messages a second, one a second per chat with a small burst, 20 a minute per group."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

OVERALL = 28
"""Messages a second in all; Telegram bears about 30."""

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_BURST = 4
_PER_GROUP = 18


class Pace:
    """Remembers what was sent lately and says who may be written to."""

    def __init__(self, overall: int = OVERALL) -> None:
        self._overall = overall
        self._lately: deque[datetime] = deque()
        self._chats: dict[int, deque[datetime]] = {}

    def room(self, now: datetime) -> int:
        """How many messages may go at this moment."""
        while self._lately and self._lately[0] <= now - _SECOND:
            self._lately.popleft()
        return max(0, self._overall - len(self._lately))

    def sent(self, chat: int, now: datetime) -> None:
        """A message goes to a chat now."""
        self._lately.append(now)
        self._chats.setdefault(chat, deque()).append(now)

    def held(self, now: datetime) -> dict[int, datetime]:
        """The chats that had as many messages lately as they may, and until when they wait."""
        held = {}
        for chat, sent in list(self._chats.items()):
            span, most = (_MINUTE, _PER_GROUP) if chat < 0 else (_SECOND * _BURST, _BURST)
            while sent and sent[0] <= now - span:
                sent.popleft()
            if not sent:
                del self._chats[chat]
            elif len(sent) >= most:
                held[chat] = sent[0] + span
        return held

    def frees(self, now: datetime) -> datetime:
        """When there is room again after `room` said none."""
        return self._lately[0] + _SECOND if self._lately else now
