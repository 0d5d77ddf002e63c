"""What will be said of packages under way, moment after moment, if nobody does anything: for the forecast (N7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from conversations.mentoring import lapsing, unasked, unsaved
from conversations.protocol.agenda import Agenda, Lapsing, Paced, Unsaved
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Notice
from conversations.rules import pacing
from conversations.rules.courtesy import next_polite

Told = tuple[Notice, str]
"""A notice and the body that it is about; those for the office alone have none."""


def moments(agenda: Agenda, calls: Mapping[str, Call], now: datetime, until: datetime) -> Iterator[datetime]:
    """When something may be said (UTC)."""
    for one in agenda.paced:
        call = calls[one.assignment.grant.application.call]
        yield max(next_polite(one.since, call), next_polite(now, call))
        yield from (plan.moment for plan in pacing.timeline(call, one) if plan.moment > now)
        yield from nudges(call, one, until)
    for one_waits in agenda.unsaved:
        if (of_it := unsaved.call_of(one_waits, calls)) is not None:
            yield max(unsaved.moment(of_it, one_waits), next_polite(now, of_it))
    for of in agenda.lapsing:
        call = calls[of.grant.application.call]
        yield from (max(when(call), next_polite(now, call)) for when in (pacing.last_days, pacing.lapses))


def nudges(call: Call, one: Paced, until: datetime) -> Iterator[datetime]:
    """When silence will be spoken of, if it lasts: a nudge is planned once the one before it is said."""
    while True:
        quiet = next((plan.moment for plan in pacing.timeline(call, one) if plan.kind is pacing.Kind.QUIET), None)
        if quiet is None or quiet > until:
            return
        yield quiet
        one = replace(one, nudged=one.nudged + 1, nudged_at=quiet)


def unsaved_sessions(waiting: list[Unsaved], calls: Mapping[str, Call], moment: datetime) -> Iterator[Told]:
    """Who is reminded at a moment of sessions that were told and not saved."""
    said = unsaved.due(waiting, calls, moment)
    told = {notice.to for notice in said.notices}
    yield from ((unsaved.foretold(one), _council(one)) for one in waiting if one.person in told)
    waiting[:] = [one for one in waiting if one.person not in said.handled]


def _council(one: Unsaved) -> str:
    return one.assignments[-1].grant.application.body_name


def packages(paced: dict[int, Paced], agenda: Agenda, calls: Mapping[str, Call], moment: datetime) -> Iterator[Told]:
    """What is said of packages under way at a moment; they are then as they are to be looked at again."""
    waiting = sorted(
        (one for one in paced.values() if one.since <= moment), key=lambda one: (one.since, one.assignment.id)
    )
    said = unasked.due(waiting, calls, agenda.office, moment)
    for notice, of in zip(said.notices, said.of, strict=True):
        yield notice, of.assignment.grant.application.body_name
    paced.update({one.assignment.id: one for one in said.after})
    for never in said.never:
        del paced[never]


def last_days(
    ending: Sequence[Lapsing], untold: set[str], agenda: Agenda, calls: Mapping[str, Call], moment: datetime
) -> Iterator[Told]:
    """What the office is told at a moment of the last days for sessions, once a call."""
    near = [call for call in calls.values() if call.id in untold]
    told = lapsing.last_days(ending, near, agenda.office, moment)
    yield from ((notice, "") for notice in told)
    if told:
        untold -= {call.id for call in near if lapsing.ending(call, moment)}


def ends(
    ending: list[Lapsing],
    sessions: Mapping[int, Assignment],
    agenda: Agenda,
    calls: Mapping[str, Call],
    moment: datetime,
) -> Iterator[Told]:
    """The packages that end at a moment, with their `sessions` as silence has left them."""
    now = [replace(one, assignments=tuple(sessions.get(of.id, of) for of in one.assignments)) for one in ending]
    passed = lapsing.due(now, calls, agenda.office, moment)
    yield from zip(passed.notices, passed.of, strict=True)
    ending[:] = [one for one in ending if one.grant.id not in passed.gone]
