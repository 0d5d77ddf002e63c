"""Which reminders a call has, when each is due, and which of those that are late are still useful (R45, R46)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations.protocol.facts import Call, Extension, Reminder, Standing
from conversations.rules.courtesy import at, next_polite, polite, working_day
from conversations.rules.deadlines import closes


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to be said to the councils of an audience from `moment` (UTC) on, while it is useful.

    `key` tells it apart for ever: with the body's name before it, it is the unique key of a letter.
    """

    moment: datetime
    audience: Standing
    key: str
    days: int = 0
    extension: Extension | None = None


def timeline(call: Call) -> tuple[Planned, ...]:
    """What the call plans to say, in order: its reminders under the deadline in force, and its extensions."""
    planned = [_reminder(call, reminder) for reminder in call.reminders]
    planned += [
        Planned(one.at, Standing.DRAFT, f"extension:{one.to.isoformat()}", extension=one) for one in call.extensions
    ]
    return tuple(sorted(planned, key=lambda one: (one.moment, one.key)))


def _reminder(call: Call, reminder: Reminder) -> Planned:
    day = call.deadline - timedelta(days=reminder.days)
    while reminder.days and not working_day(day, call.courtesy):
        day -= timedelta(days=1)
    key = f"{reminder.to.value}:{reminder.days}:{day.isoformat()}"
    return Planned(at(day, call.courtesy.begins), reminder.to, key, reminder.days)


def following(call: Call, standing: Standing, after: datetime) -> datetime | None:
    """When the next thing is planned for a body of that standing, after a moment (UTC); None when nothing is."""
    return next((one.moment for one in timeline(call) if one.audience is standing and one.moment > after), None)


def due(
    call: Call, standing: Standing, since: datetime, now: datetime
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """What is to be said now, and what has become useless, of what was planned from `since` to `now`.

    A late reminder is useful until the next one; an extension, until the call closes.
    """
    pending = [one for one in timeline(call) if one.audience is standing and since <= one.moment <= now]
    if now >= closes(call):
        return (), tuple(pending)
    told: list[Planned] = [one for one in pending if one.extension is not None]
    reminders = [one for one in pending if one.extension is None]
    return (*told[-1:], *reminders[-1:]), (*told[:-1], *reminders[:-1])


def speaks(call: Call, now: datetime) -> bool:
    """Whether what is due for a call may be handled now: at a polite hour, or once it has closed, to be skipped."""
    return polite(now, call) or now >= closes(call)


def moments(calls: Sequence[Call], begin: datetime, end: datetime) -> tuple[datetime, ...]:
    """The moments (UTC) from `begin` to `end` at which something may be said, in order."""
    wanted = {next_polite(begin, call) for call in calls}
    wanted |= {next_polite(one.moment, call) for call in calls for one in timeline(call) if one.moment > begin}
    return tuple(sorted(moment for moment in wanted if moment <= end))
