"""How long a session may be told to be, and be noted; a longer one is a slip of the finger."""

from __future__ import annotations

MOST_MINUTES = 12 * 60


def fits(minutes: int | None) -> bool:
    """Whether a session may be noted with that length."""
    return minutes is not None and 0 < minutes <= MOST_MINUTES
