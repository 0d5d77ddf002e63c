"""When a call takes applications: inclusive days in Europe/Madrid, whatever the server's zone (R7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.protocol.facts import Call

MADRID = ZoneInfo("Europe/Madrid")


def today(moment: datetime) -> date:
    """The day in Madrid at a moment (UTC)."""
    return moment.astimezone(MADRID).date()


def start_of(day: date) -> datetime:
    """The first moment (UTC) of a day in Madrid."""
    return datetime.combine(day, time(), MADRID).astimezone(UTC)


def closes(call: Call) -> datetime:
    """The first moment (UTC) that is late: midnight after the last day (R7, call-rules: "8 de maig (inclòs)")."""
    return start_of(call.deadline + timedelta(days=1))


def takes_applications(call: Call, moment: datetime) -> bool:
    """Whether an application may be begun, sent, corrected or withdrawn at a moment (UTC). The one place that says so.

    The opening day is in neither source (R6): without it, a call that was opened in the bot is open.
    """
    opened = call.opens is None or moment >= start_of(call.opens)
    return opened and moment < closes(call)


def opening(call: Call) -> datetime | None:
    """When a call began to take applications (UTC); None when it was never opened in the bot."""
    if call.opened is None or call.opens is None:
        return call.opened
    return max(call.opened, start_of(call.opens))


def current(calls: Sequence[Call], moment: datetime) -> Call | None:
    """The call that takes applications; of several, the one that closes first."""
    return next(iter(taking(calls, moment)), None)


def taking(calls: Sequence[Call], moment: datetime) -> list[Call]:
    """The calls that take applications, the one that closes first leading."""
    return sorted((call for call in calls if takes_applications(call, moment)), key=closes)


def assessed(calls: Sequence[Call], moment: datetime) -> Call | None:
    """The call that the commission is at: of those that are closed, the one that closed last. None before (R24)."""
    return max((call for call in calls if closes(call) <= moment), key=closes, default=None)


def latest(calls: Sequence[Call], moment: datetime) -> Call | None:
    """The call to speak of: the current one, or the one that closed last."""
    return current(calls, moment) or assessed(calls, moment)
