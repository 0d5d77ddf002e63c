"""Until when a council answers to what it was granted, when it is reminded, and when its silence is told (N14)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum

from conversations.protocol.facts import Call
from conversations.rules.courtesy import at, working_day
from conversations.rules.deadlines import start_of

_ONE = timedelta(days=1)


class Nudge(Enum):
    """What is said by itself while an answer is awaited, once each."""

    REMINDER = "the council is reminded to answer"
    SILENCE = "the office is told that the council has not answered"


def last_day(call: Call, today: date) -> date:
    """The last day to answer to what is told today: so many working days later (a setting of the call), inclusive."""
    return _working_days(call, today, call.telling.answer_days)


def enough(call: Call, answer_by: date, today: date) -> bool:
    """Whether a council that is told today still has half of the days or more to answer until that day."""
    return answer_by >= _working_days(call, today, (call.telling.answer_days + 1) // 2)


def over(answer_by: date, now: datetime) -> bool:
    """Whether the day to answer has passed, at a moment (UTC)."""
    return now >= start_of(answer_by + _ONE)


def moments(call: Call, answer_by: date) -> tuple[tuple[datetime, Nudge], ...]:
    """When each thing is to be said (UTC), in order; no reminder if the call has none."""
    silence = at(_working_days(call, answer_by, 1), call.courtesy.begins), Nudge.SILENCE
    days = call.telling.reminder_days
    return (
        ((at(_working_days(call, answer_by, -days), call.courtesy.begins), Nudge.REMINDER), silence)
        if days
        else (silence,)
    )


def due(call: Call, answer_by: date, since: datetime, now: datetime) -> tuple[Nudge | None, datetime | None]:
    """What is to be said now of what was planned from `since` on, and when to look again (UTC; None: never).

    Of several that are late the last one is said: a reminder after the last day would be of no use.
    """
    planned = moments(call, answer_by)
    pending = [nudge for moment, nudge in planned if since <= moment <= now]
    following = next((moment for moment, _ in planned if moment > now), None)
    said = pending[-1] if pending else None
    return (None if said is Nudge.REMINDER and over(answer_by, now) else said), following


def _working_days(call: Call, day: date, days: int) -> date:
    """The day so many working days later, earlier if negative."""
    step = _ONE if days > 0 else -_ONE
    left = abs(days)
    while left:
        day += step
        left -= working_day(day, call.courtesy)
    return day
