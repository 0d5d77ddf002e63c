"""When sessions of a call are held, told and answered (R8, R13, R39)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations.protocol.facts import Call
from conversations.rules.courtesy import working_day
from conversations.rules.deadlines import closes, latest, today

_A_YEAR = timedelta(days=366)


def at_hand(calls: Sequence[Call], moment: datetime) -> Call | None:
    """The call whose packages are under way or were last: of those that take no more applications, the last to close.

    Before the first one closes it is the one that is open.
    """
    closed = [call for call in calls if closes(call) <= moment]
    return max(closed, key=closes, default=None) or latest(calls, moment)


def with_hours(calls: Sequence[Call], moment: datetime) -> tuple[Call, ...]:
    """The calls whose hours may still move: the one at hand, and those whose sessions ended less than a year ago."""
    hand = at_hand(calls, moment)
    day = today(moment)
    return tuple(one for one in calls if one == hand or (one.sessions_from <= day <= one.sessions_to + _A_YEAR))


def inside(call: Call, day: date) -> bool:
    """Whether sessions of a call may be held on that day (R8, R13): both ends included."""
    return call.sessions_from <= day <= call.sessions_to


def last_report(call: Call) -> date:
    """The last day on which a session of the call may still be told."""
    return call.sessions_to + timedelta(days=call.pace.report_days)


def may_report(call: Call, moment: datetime) -> bool:
    """Whether sessions of the call may still be told, corrected or undone by those who held them."""
    return today(moment) <= last_report(call)


def working_days_after(call: Call, day: date, days: int) -> date:
    """The day so many working days after another; the day itself for none."""
    while days > 0:
        day += timedelta(days=1)
        days -= working_day(day, call.courtesy)
    return day


def confirm_by(call: Call, day: date) -> date:
    """The last day to answer about a session that is told on `day`; after it silence confirms (N16)."""
    return working_days_after(call, day, call.pace.silence_days)
