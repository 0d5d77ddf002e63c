"""When something is said unasked about a package under way: dates, silence, and hours that are about to be lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from conversations.protocol.agenda import Paced
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import STANDING, Appointment, AppointmentState
from conversations.rules import dates, windows
from conversations.rules.courtesy import at, next_polite, working_day
from conversations.rules.deadlines import start_of, today


class Kind(Enum):
    """What may be said."""

    TOMORROW = "a session that was agreed is on the next day"
    HELD = "was the session held"
    QUIET = "no session was told for some time"
    ENDING = "the last days for sessions"
    OVER = "sessions are over and can still be told for some days"


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to be said of a package from `moment` (UTC) on, useful until `ends`; `date` is what it is about."""

    kind: Kind
    moment: datetime
    ends: datetime
    date: Appointment | None = None


def timeline(call: Call, one: Paced) -> tuple[Planned, ...]:
    """All that is planned for a package as it stands, in order (R45, N18)."""
    assignment = one.assignment
    if not assignment.agreed:
        return ()
    planned: list[Planned] = []
    if assignment.paused is None:
        for agreed in (date for date in assignment.appointments if date.state is AppointmentState.AGREED):
            planned += _of_date(call, one, agreed)
        planned += _quiet(call, one)
    if assignment.grant.reserved > 0:
        planned += _ending(call)
    return tuple(sorted(planned, key=lambda plan: (plan.moment, plan.kind.name)))


def due(call: Call, one: Paced, now: datetime) -> tuple[Planned, ...]:
    """What is to be said now, of what was planned since the package was last looked at; what is useless is left out.

    If several are late, of each kind and date one is enough.
    """
    return tuple(plan for plan in timeline(call, one) if one.since <= plan.moment <= now < plan.ends)


def following(call: Call, one: Paced, after: datetime) -> datetime | None:
    """When the next thing is planned for a package, after a moment (UTC); None when nothing is."""
    return next((plan.moment for plan in timeline(call, one) if plan.moment > after), None)


def _of_date(call: Call, one: Paced, agreed: Appointment) -> Iterator[Planned]:
    """The working day before a session, and once its time has passed without anybody telling it."""
    day = _working(call, agreed.day - timedelta(days=1))
    yield Planned(Kind.TOMORROW, at(day, call.courtesy.begins), dates.starts(agreed), agreed)
    told = any(session.day == agreed.day and session.state in STANDING for session in one.assignment.sessions)
    if not told and windows.inside(call, agreed.day):
        yield Planned(Kind.HELD, next_polite(dates.ends(agreed), call), _no_more_told(call), agreed)


def _quiet(call: Call, one: Paced) -> Iterator[Planned]:
    """The next nudge: so many days after the last sign of life, at most so many, while hours are left and there is
    time for them (N18)."""
    last = last_sign(one)
    if one.nudged >= call.pace.nudges or one.assignment.grant.reserved <= 0 or last is None:
        return
    day = last + timedelta(days=call.pace.nudge_days)
    # In the last days both sides are told how much is left: no nudge beside that.
    yield Planned(Kind.QUIET, next_polite(at(day, call.courtesy.begins), call), last_days(call))


def last_sign(one: Paced) -> date | None:
    """The last day on which something was heard of a package: agreed, told, taken up again, a date, a nudge."""
    assignment = one.assignment
    signs = [today(moment) for moment in (assignment.exchanged, one.resumed, one.nudged_at) if moment is not None]
    signs += [today(session.at) for session in assignment.sessions]
    signs += [date.day for date in assignment.appointments if date.state in dates.OPEN]
    return max(signs, default=None)


def _ending(call: Call) -> Iterator[Planned]:
    """Some days before the last one for sessions, and when it has passed (R37)."""
    yield Planned(Kind.ENDING, last_days(call), no_more_held(call))
    yield Planned(Kind.OVER, next_polite(no_more_held(call), call), _no_more_told(call))


def lapses(call: Call) -> datetime:
    """When packages of a call lose the hours that were not held (UTC): the first polite moment at which none can be
    told any more."""
    return next_polite(_no_more_told(call), call)


def _working(call: Call, day: date) -> date:
    """That day, or the last working one before it."""
    while not working_day(day, call.courtesy):
        day -= timedelta(days=1)
    return day


def last_days(call: Call) -> datetime:
    """When everybody is told which hours are left (UTC), a setting of the call before the last day (R37)."""
    return at(_working(call, call.sessions_to - timedelta(days=call.pace.ending_days)), call.courtesy.begins)


def no_more_held(call: Call) -> datetime:
    """The first moment (UTC) after the last day for sessions."""
    return start_of(call.sessions_to + timedelta(days=1))


def _no_more_told(call: Call) -> datetime:
    return start_of(windows.last_report(call) + timedelta(days=1))
