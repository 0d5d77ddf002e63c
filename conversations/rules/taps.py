"""A double tap: the finger that presses a button twice wants it once."""

from __future__ import annotations

from datetime import datetime, timedelta

from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.scenes import DialogueState
from conversations.rules.fingerprint import fingerprint

TOGETHER = timedelta(seconds=10)
"""Two presses of a button within this time are one intention."""

_MARK = 8


def noted(did: Incoming, now: datetime) -> tuple[str, int]:
    """What is kept of a press: the mark of its button and when (seconds since 1970); nothing of anything else."""
    mark = _mark(did)
    return (mark, int(now.timestamp())) if mark else ("", 0)


def again(state: DialogueState, did: Incoming, now: datetime) -> bool:
    """Whether this is the second tap on a button that has just been used, with nothing else done in between.

    A button that is still live is left out: "Go back" twice goes back twice. A standing button, whose turn is 0, is
    none of those, not even for somebody whose dialogue has not had a turn yet.
    """
    live = isinstance(did, Press) and did.turn != 0 and did.turn == state.turn
    if not isinstance(did, Press) or live or state.pressed != (_mark(did) or None):
        return False
    return 0 <= int(now.timestamp()) - state.pressed_at <= TOGETHER.total_seconds()


def _mark(did: Incoming) -> str:
    if not isinstance(did, Press) or did.typed:
        return ""
    return fingerprint((did.message, did.turn, did.choice))[:_MARK]
