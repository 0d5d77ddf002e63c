"""When a date for a session begins, ends and is past, and which of them are still to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from conversations.protocol.mentoring import Appointment, AppointmentState
from conversations.rules.deadlines import MADRID

USUAL = 120
"""The minutes of a session whose length nobody said (call-rules: two sessions of two hours)."""

OPEN = frozenset({AppointmentState.PROPOSED, AppointmentState.AGREED})
"""States of a date that may still take place."""


def instant(day: date, begins: int) -> datetime:
    """The moment (UTC) of a day and of minutes after midnight in Madrid."""
    return datetime.combine(day, time(begins // 60, begins % 60), MADRID).astimezone(UTC)


def starts(one: Appointment) -> datetime:
    """When a date begins (UTC)."""
    return instant(one.day, one.begins)


def ends(one: Appointment) -> datetime:
    """When a date ends (UTC)."""
    return starts(one) + timedelta(minutes=one.minutes)


def coming(dates: Iterable[Appointment], now: datetime) -> tuple[Appointment, ...]:
    """The dates that are proposed or agreed and have not begun, the nearest first."""
    return tuple(sorted((one for one in dates if one.state in OPEN and starts(one) > now), key=starts))


def stands(dates: Iterable[Appointment], new: Appointment) -> Appointment | None:
    """The agreed date that a new one takes the place of, if there is one."""
    same = (one for one in dates if one.root == new.root and one.id != new.id)
    return next((one for one in same if one.state is AppointmentState.AGREED), None)


def following(dates: Iterable[Appointment], one: Appointment) -> int:
    """The sequence of a date that would take the place of another."""
    return 1 + max(other.sequence for other in (*dates, one) if other.root == one.root)
