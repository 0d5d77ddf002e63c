"""The packages of which something may be said unasked, and when each is to be looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from conversations.mentoring.lapsing import UNDER_WAY, last_days_key
from conversations.protocol.agenda import Lapsing, Paced
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment
from storage import mentoring, models, once
from storage.mentoring import Read
from storage.tables import table

_ASSIGNMENTS = table(models.AssignmentRow)
_APPLICATIONS = table(models.ApplicationRow)
_PEOPLE = table(models.PersonRow)


def touch(connection: Connection, applications: Collection[str], at: datetime) -> None:
    """Something changed in these packages at a moment (UTC): what is planned is to be found out again.

    A package that was to be looked at earlier still is: what was due and could not be said is not forgotten.
    """
    # What was planned for that very moment has been said, or the package was to be looked at by then.
    again = at + timedelta(microseconds=1)
    later = or_(_ASSIGNMENTS.c.next_notice_at.is_(None), _ASSIGNMENTS.c.next_notice_at > again)
    theirs = _ASSIGNMENTS.c.application.in_(applications)
    connection.execute(_ASSIGNMENTS.update().where(theirs, later).values(next_notice_at=again))


def due(connection: Connection, calls: Collection[str], moment: datetime, read: Read, limit: int) -> list[Paced]:
    """The packages of calls that are to be looked at by a moment (UTC), the longest waiting first."""
    of_calls = select(_APPLICATIONS.c.id).where(_APPLICATIONS.c.call.in_(calls))
    rows = connection.execute(
        select(_ASSIGNMENTS)
        .where(_ASSIGNMENTS.c.next_notice_at <= moment, _ASSIGNMENTS.c.application.in_(of_calls))
        .order_by(_ASSIGNMENTS.c.next_notice_at, _ASSIGNMENTS.c.id)
        .limit(limit)
    ).all()
    if not rows:
        return []
    found = mentoring.by_id(connection, [row.id for row in rows], read)
    nudges = _nudges(connection, {row.application for row in rows})
    people = {one for each in found.values() for one in (*each.contacts, each.mentor.person) if one is not None}
    muted = set(connection.scalars(select(_PEOPLE.c.id).where(_PEOPLE.c.id.in_(people), _PEOPLE.c.muted.is_(True))))
    return [
        Paced(
            found[row.id],
            row.next_notice_at,
            *nudges[row.application],
            row.resumed_at,
            frozenset(muted.intersection((*found[row.id].contacts, found[row.id].mentor.person))),
        )
        for row in rows
    ]


def handled(
    connection: Connection, after: Sequence[Paced], never: Collection[int], nudged: Collection[int], at: datetime
) -> None:
    """What was due has been said: when to look again, and of whose silence was spoken."""
    if never:
        connection.execute(_ASSIGNMENTS.update().where(_ASSIGNMENTS.c.id.in_(never)).values(next_notice_at=None))
    if nudged:
        once_more = {"nudged": _ASSIGNMENTS.c.nudged + 1, "nudged_at": at}
        connection.execute(_ASSIGNMENTS.update().where(_ASSIGNMENTS.c.id.in_(nudged)).values(once_more))
    rows = [{"_id": one.assignment.id, "next_notice_at": one.since} for one in after]
    if rows:
        again = _ASSIGNMENTS.update().where(_ASSIGNMENTS.c.id == bindparam("_id"))
        connection.execute(again.values(next_notice_at=bindparam("next_notice_at")), rows)


def lapsing(connection: Connection, calls: Collection[str], read: Read) -> list[Lapsing]:
    """The packages of calls that are under way still, by number, with all who ever went with them."""
    if not calls:
        return []
    ids = list(
        connection.scalars(
            select(_APPLICATIONS.c.id)
            .where(_APPLICATIONS.c.call.in_(calls), _APPLICATIONS.c.status.in_(UNDER_WAY))
            .order_by(_APPLICATIONS.c.call, _APPLICATIONS.c.number, _APPLICATIONS.c.id)
        )
    )
    if not ids:
        return []
    packages = mentoring.packages(connection, ids, read)
    told: dict[str, list[Assignment]] = defaultdict(list)
    for one in mentoring.assignments(connection, read, _ASSIGNMENTS.c.application.in_(ids)):
        told[one.grant.id].append(one)
    return [Lapsing(packages[one], tuple(told[one])) for one in ids if one in packages]


def untold(connection: Connection, calls: Collection[Call], office: Collection[int]) -> frozenset[str]:
    """The calls of whose last days for sessions nobody of the office has been told."""
    keys = {last_days_key(call, person): call.id for call in calls for person in office}
    return frozenset(keys.values()) - {keys[one] for one in once.written(connection, keys)}


def _nudges(connection: Connection, applications: Collection[str]) -> dict[str, tuple[int, Any]]:
    """How often silence was spoken of in packages, whoever went with them, and when last."""
    rows = connection.execute(
        select(
            _ASSIGNMENTS.c.application,
            func.sum(_ASSIGNMENTS.c.nudged).label("times"),
            func.max(_ASSIGNMENTS.c.nudged_at).label("last"),
        )
        .where(_ASSIGNMENTS.c.application.in_(applications))
        .group_by(_ASSIGNMENTS.c.application)
    )
    return {row.application: (row.times, row.last) for row in rows}
