"""Which reminders a call has, when each is due, and which of those that are late are still useful (R45, R46)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from conversations.protocol.facts import Call, Extension, Reminder, Standing
from conversations.rules.courtesy import at, next_polite, working_day
from conversations.rules.deadlines import closes, start_of


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to be said to the councils of an audience from `moment` (UTC) on, useful until `ends`.

    `key` tells it apart for ever: with the body's name before it, it is the unique key of a letter.
    """

    moment: datetime
    ends: datetime
    audience: Standing
    key: str
    days: int = 0
    extension: Extension | None = None


@lru_cache(maxsize=256)
def timeline(call: Call, answer_by: date | None = None) -> tuple[Planned, ...]:
    """What the call plans to say, in order: its reminders under the deadline in force, and its extensions.

    `answer_by` is the last day to answer what an application lacks: it is reminded on the working day before.
    """
    ends = closes(call)
    planned = [_reminder(call, reminder, ends) for reminder in call.reminders]
    for one in call.extensions:
        key = f"extension:{one.to.isoformat()}"
        planned.append(Planned(one.at, ends, Standing.DRAFT, key, extension=one))
    if answer_by is not None:
        day = _working_day_before(call, answer_by - timedelta(days=1))
        over = start_of(answer_by + timedelta(days=1))
        key = f"data:{answer_by.isoformat()}"
        planned.append(Planned(at(day, call.courtesy.begins), over, Standing.LACKS_DATA, key))
    return tuple(sorted(planned, key=lambda one: (one.moment, one.key)))


def _reminder(call: Call, reminder: Reminder, ends: datetime) -> Planned:
    day = call.deadline - timedelta(days=reminder.days)
    if reminder.days:
        day = _working_day_before(call, day)
    key = f"{reminder.to.value}:{reminder.days}:{day.isoformat()}"
    return Planned(at(day, call.courtesy.begins), ends, reminder.to, key, reminder.days)


def _working_day_before(call: Call, day: date) -> date:
    while not working_day(day, call.courtesy):
        day -= timedelta(days=1)
    return day


def once_in_a_call(call: Call) -> tuple[str, ...]:
    """The keys under which those who have not begun may have been told so, under every deadline before this one."""
    days = {one.to for one in call.extensions[:-1]} | ({call.first_deadline} if call.first_deadline else set())
    return tuple(
        _reminder(replace(call, deadline=day), one, closes(call)).key
        for one in call.reminders
        if one.to is Standing.NOT_BEGUN
        for day in sorted(days)
    )


def following(call: Call, standing: Standing, after: datetime, answer_by: date | None = None) -> datetime | None:
    """When the next thing is planned for a body of that standing, after a moment (UTC); None when nothing is."""
    coming = (one for one in timeline(call, answer_by) if one.audience is standing and one.moment > after)
    return next((one.moment for one in coming), None)


def due(
    call: Call, standing: Standing, since: datetime, now: datetime, answer_by: date | None = None
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """What is to be said now, and what has become useless, of what was planned from `since` to `now`.

    A late reminder is useful until the next one or its end; an extension, until the call closes.
    """
    pending = [one for one in timeline(call, answer_by) if one.audience is standing and since <= one.moment <= now]
    useful = [one for one in pending if now < one.ends]
    moved = [one for one in useful if one.extension == call.extensions[-1]] if call.extensions else []
    told = (*moved, *[one for one in useful if not one.extension][-1:])
    return told, tuple(one for one in pending if one not in told)


def moments(
    calls: Iterable[Call], answer_by: Iterable[tuple[Call, date]], begin: datetime, end: datetime
) -> tuple[datetime, ...]:
    """The moments (UTC) from `begin` to `end` at which something may be said, in order."""
    timelines = [(call, timeline(call)) for call in calls] + [(call, timeline(call, day)) for call, day in answer_by]
    wanted = {next_polite(begin, call) for call, _ in timelines}
    wanted |= {next_polite(one.moment, call) for call, planned in timelines for one in planned if one.moment > begin}
    return tuple(sorted(moment for moment in wanted if moment <= end))
