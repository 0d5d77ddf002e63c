"""When one may speak unasked: working hours in Madrid, no weekends, no holidays, but always the last day (R45)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays

from conversations.protocol.facts import Call, Courtesy
from conversations.rules.deadlines import MADRID, today


@lru_cache(maxsize=16)
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("ES", subdiv="CT", years=[year]))


def working_day(day: date, courtesy: Courtesy) -> bool:
    """Neither a weekend nor a holiday of Catalonia nor one of the local days of the call."""
    return day.weekday() < 5 and day not in _of_year(day.year) and day not in courtesy.local_holidays


def allowed_day(day: date, call: Call) -> bool:
    """A working day, or the last day of the call."""
    return day == call.deadline or working_day(day, call.courtesy)


def polite(moment: datetime, call: Call) -> bool:
    """Whether people of a call may be written to unasked at a moment (UTC)."""
    local = moment.astimezone(MADRID)
    hours = call.courtesy.begins <= local.time() < call.courtesy.ends
    return hours and allowed_day(local.date(), call)


def next_polite(moment: datetime, call: Call) -> datetime:
    """The first polite moment (UTC) from `moment` on."""
    if polite(moment, call):
        return moment
    day = today(moment)
    while not (allowed_day(day, call) and at(day, call.courtesy.begins) >= moment):
        day += timedelta(days=1)
    return at(day, call.courtesy.begins)


def at(day: date, clock: time) -> datetime:
    """A local time of a day in Madrid as UTC."""
    return datetime.combine(day, clock, MADRID).astimezone(UTC)
