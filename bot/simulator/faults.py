"""Scripted faults: what goes wrong on the wire, how often and for whom."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.simulator.errors import ApiError, too_many_requests

_DESCRIPTIONS = {
    "400": "Bad Request: the message is not accepted",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "409": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
}
KINDS = frozenset(
    {
        "429",
        "migrate",
        "timeout_before",
        "timeout_after_delivery",
        "drop",
        "drop_after_delivery",
        "repeat_updates",
        "slow",
        *_DESCRIPTIONS,
    }
)


@dataclass(slots=True, eq=False)
class Fault:
    """One thing that goes wrong with the next `times` calls of `method` (None: any) to `chat` (None: any).

    Kinds: "400" "401" "403" "409" "500" "502" (with `description`), "429" (`retry_after`), "migrate" (`migrate_to`),
    "timeout_before" and "timeout_after_delivery" (no answer ever, the message is delivered or not), "drop" and
    "drop_after_delivery" (the connection closes), "repeat_updates" (acknowledged updates come again),
    "slow" (nothing happens until `release` is set). `times=None` lasts until removed. `reached` is set at the
    first hit, so that a test can wait for it.
    """

    kind: str
    method: str | None = "sendMessage"
    chat: int | None = None
    times: int | None = 1
    retry_after: int = 1
    description: str = ""
    migrate_to: int = -1009990000001
    release: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault of kind {self.kind!r}; there are {', '.join(sorted(KINDS))}")
        if self.kind == "repeat_updates":
            self.method = "getUpdates"

    @property
    def refusal(self) -> ApiError | None:
        """The error that the bot receives, for the kinds that are answered with one."""
        if self.kind == "429":
            return too_many_requests(self.retry_after)
        if self.kind == "migrate":
            return ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrate_to,
            )
        if self.kind in _DESCRIPTIONS:
            return ApiError(int(self.kind), self.description or _DESCRIPTIONS[self.kind])
        return None


class Faults:
    """The script: faults are used up in the order in which they were added."""

    def __init__(self) -> None:
        self._active: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Put a fault into the script and hand it back, to watch it or to release it."""
        self._active.append(fault)
        return fault

    def clear(self) -> None:
        """Let everything work again; whoever waits for a slow call is released."""
        for fault in self._active:
            fault.release.set()
        self._active.clear()

    def take(self, method: str, chat: int | None, repeat: bool = False) -> Fault | None:
        """The fault that this call meets, counted; `repeat` asks for repeated updates only."""
        for fault in self._active:
            if (fault.kind == "repeat_updates") is not repeat:
                continue
            if fault.method is not None and fault.method.lower() != method.lower():
                continue
            if fault.chat is not None and fault.chat != chat:
                continue
            fault.hits += 1
            fault.reached.set()
            if fault.times is not None and fault.hits >= fault.times:
                self._active.remove(fault)
            return fault
        return None
