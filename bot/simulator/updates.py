"""Updates that wait for the bot, and the long poll that fetches them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from bot.simulator.errors import JSON, ApiError

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
FIRST_ID = 500_000_001
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Updates in order. One leaves the queue when a later offset acknowledges it, or a webhook has taken it."""

    def __init__(self) -> None:
        self.pending: deque[JSON] = deque()
        self.webhook_url = ""
        self.allowed: frozenset[str] = frozenset()
        self.repeat: Callable[[], bool] = lambda: False
        self.arrived: Callable[[], None] = lambda: None
        self.waiting: Callable[[], None] = lambda: None
        self._next_id = FIRST_ID
        self._acknowledged: list[JSON] = []
        self._poll: asyncio.Future[None] | None = None

    @property
    def polling(self) -> bool:
        """Whether a long poll is waiting now."""
        return self._poll is not None

    def begin_at(self, number: int) -> None:
        """Number the updates from FIRST_ID + `number` on, or from where they are when that is later."""
        self._next_id = max(self._next_id, FIRST_ID + number)

    @property
    def numbered(self) -> int:
        """How many numbers from FIRST_ID on have been given or passed over."""
        return self._next_id - FIRST_ID

    def push(self, kind: str, body: JSON) -> JSON | None:
        """Queue an update with the next id; None when the bot did not ask for this kind."""
        update = {"update_id": self._next_id, kind: body}
        self._next_id += 1
        if self.allowed and kind not in self.allowed:
            return None
        if not self.allowed and kind in NOT_BY_DEFAULT:
            return None
        self.pending.append(update)
        self._wake()
        return update

    def push_raw(self, update: JSON) -> JSON:
        """Queue an update as it is; it gets the next id unless it brings one."""
        update = {"update_id": self._next_id, **update}
        self._next_id = max(self._next_id, update["update_id"] + 1)
        self.pending.append(update)
        self._wake()
        return update

    def forget(self) -> None:
        """Drop everything that waits."""
        self.pending.clear()

    def taken(self, update: JSON) -> None:
        """A webhook has taken an update: it does not come again."""
        if update in self.pending:
            self.pending.remove(update)

    def allow(self, kinds: list[str] | None) -> None:
        """Choose the kinds of update from now on; [] is the usual ones, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(str(kind) for kind in kinds)

    def interrupt(self, error: ApiError) -> None:
        """End the poll that waits with an error."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)

    def close(self) -> None:
        """End the poll that waits, with what there is."""
        self._wake()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JSON]:
        """What waits from `offset` on, at once or when something arrives within `seconds`.

        A negative offset keeps the last ones only. A second poll ends the first with 409.
        """
        if self.webhook_url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self.interrupt(ApiError(409, TERMINATED))
        self._acknowledge(offset)
        limit = limit if 1 <= limit <= 100 else 100
        if self._acknowledged and self.repeat():
            return [*self._acknowledged, *self.pending][:limit]
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        return list(self.pending)[:limit]

    async def _wait(self, seconds: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        self.waiting()
        try:
            async with asyncio.timeout(seconds):
                await mine
        except TimeoutError:
            pass
        finally:
            if self._poll is mine:
                self._poll = None

    def _acknowledge(self, offset: int) -> None:
        dropped = []
        if offset < 0:
            while len(self.pending) > -offset:
                dropped.append(self.pending.popleft())
        else:
            while self.pending and self.pending[0]["update_id"] < offset:
                dropped.append(self.pending.popleft())
        if dropped:
            self._acknowledged = dropped[-100:]

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self.arrived()
