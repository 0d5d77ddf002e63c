"""The clock, injected everywhere. It never goes backwards and never stands still, and waits follow it too."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.settings import SettingsError

_LOOK_AGAIN = 0.05  # seconds of real time after which a moved clock is noticed
_CATCHING_UP = 0.5  # how fast time goes while it is ahead of the clock it follows


class Clock:
    """Real time plus an offset: none, fixed at the start (a rehearsal), or in a file that is read when it changes."""

    def __init__(self, setting: str = "") -> None:
        self.setting = setting
        self._file: Path | None = None
        self._stamp: tuple[int, int] | None = None
        self._offset = timedelta()
        self._floor = datetime.min.replace(tzinfo=UTC)
        self._told = time.monotonic()
        if setting.startswith("file:"):
            self._file = Path(setting.removeprefix("file:"))
            self._read()
        elif setting:
            try:
                start = datetime.fromisoformat(setting)
            except ValueError as error:
                raise SettingsError(
                    f"XMESS_CLOCK: {setting!r} is neither file:PATH nor an instant as in 2020-05-05T09:00:00+02:00."
                ) from error
            if start.tzinfo is None:
                raise SettingsError("XMESS_CLOCK: the instant needs a time zone, as in 2020-05-05T09:00:00+02:00.")
            self._offset = start - datetime.now(UTC)

    @property
    def moved(self) -> bool:
        """Whether this clock may differ from real time."""
        return bool(self.setting)

    def now(self) -> datetime:
        """The time (UTC), never earlier than one already told.

        After the followed clock was put back, time goes on at half speed until that one has caught up: were it to
        stand still, nothing that waits for a moment would ever go on.
        """
        self._read()
        told, self._told = self._told, time.monotonic()
        slowly = self._floor + timedelta(seconds=(self._told - told) * _CATCHING_UP)
        self._floor = max(slowly, datetime.now(UTC) + self._offset)
        return self._floor

    def not_before(self, moment: datetime) -> None:
        """Time was already there in an earlier life of the bot: it does not go back behind it."""
        self._floor = max(self._floor, moment)

    async def sleep_until(self, moment: datetime, wake: asyncio.Event | None = None) -> None:
        """Waits until `moment` (UTC) by this clock, or until `wake` is set."""
        while True:
            left = (moment - self.now()).total_seconds()
            if left <= 0 or (wake is not None and wake.is_set()):
                return
            pause = min(left, _LOOK_AGAIN) if self._file else left
            if wake is None:
                await asyncio.sleep(pause)
            else:
                await _wait(wake, pause)

    def _read(self) -> None:
        if self._file is None:
            return
        try:
            status = self._file.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if stamp != self._stamp:
                self._offset = timedelta(seconds=float(self._file.read_text().strip() or 0))
                self._stamp = stamp
        except (OSError, ValueError, OverflowError):
            return  # the file is being replaced or is unreadable: the last known offset stands


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
