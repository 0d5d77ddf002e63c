"""Telegram's limits on what a bot sends, judged on the simulator's clock."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from bot.simulator.model import Chat

OVERALL_PER_SECOND = 30
CHAT_PER_SECOND = 1
CHAT_BURST = 3
GROUP_PER_MINUTE = 20


@dataclass(slots=True)
class _Bucket:
    """So many at once, refilled at `rate` a second."""

    size: float
    rate: float
    left: float
    at: datetime

    def seconds_until_one(self, now: datetime) -> float:
        self.left = min(self.size, self.left + (now - self.at).total_seconds() * self.rate)
        self.at = now
        return max(0.0, (1 - self.left) / self.rate)


@dataclass(slots=True)
class Limits:
    """About 30 messages a second in all, one a second per chat after a small burst, 20 a minute per group."""

    _overall: _Bucket | None = None
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[datetime]] = field(default_factory=dict)

    def refuse(self, method: str, chat: Chat | None, now: datetime) -> int:
        """The seconds to wait before this call may be made, 0 when it counts as made."""
        if not method.lower().startswith("send") or method.lower() == "sendchataction":
            return 0
        if self._overall is None:
            self._overall = _Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, OVERALL_PER_SECOND, now)
        buckets = [self._overall]
        waits = []
        if chat is not None:
            buckets.append(self._chats.setdefault(chat.id, _Bucket(CHAT_BURST, CHAT_PER_SECOND, CHAT_BURST, now)))
            waits.append(self._group_wait(chat, now))
        waits.extend(bucket.seconds_until_one(now) for bucket in buckets)
        if max(waits) > 0:
            return max(1, math.ceil(max(waits)))
        for bucket in buckets:
            bucket.left -= 1
        if chat is not None and chat.kind != "private":
            self._groups[chat.id].append(now)
        return 0

    def _group_wait(self, chat: Chat, now: datetime) -> float:
        if chat.kind == "private":
            return 0.0
        sent = self._groups.setdefault(chat.id, deque())
        while sent and (now - sent[0]).total_seconds() >= 60:
            sent.popleft()
        return 60 - (now - sent[0]).total_seconds() if len(sent) >= GROUP_PER_MINUTE else 0.0
