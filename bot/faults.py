"""Crash points: tests make the process die, as by kill −9, at an exact place. Off unless XMESS_FAULT names one."""

from __future__ import annotations

import os
import signal
from collections import Counter

from bot.settings import SettingsError

PLACES = (
    "after_receive",
    "before_commit",
    "after_commit",
    "before_acknowledge",
    "after_offer",
    "after_recover",
    "before_claim",
    "after_claim",
    "after_print",
    "before_send",
    "after_send",
    "before_settle",
    "after_settle",
    "after_notice",
)


class Faults:
    """Dies at the n-th passage of a place: `after_commit:3`. Raises SettingsError for a place that is none."""

    def __init__(self, setting: str = "") -> None:
        place, _, count = setting.partition(":")
        if place and not (place in PLACES and (not count or count.isdecimal())):
            raise SettingsError(f"XMESS_FAULT: {setting!r} is not one of {', '.join(PLACES)}, perhaps with :N.")
        self._place = place
        self._count = int(count or 1)
        self._passed: Counter[str] = Counter()

    def at(self, place: str) -> None:
        """Passes a place; kills the own process there if it is the one."""
        if place == self._place:
            self._passed[place] += 1
            if self._passed[place] == self._count:
                os.kill(os.getpid(), signal.SIGKILL)
