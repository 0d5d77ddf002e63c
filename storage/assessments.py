"""What the commission has assessed, and what comes next for each of its members."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, select

from conversations.protocol.facts import Application, Queue, Role, Status
from storage import models
from storage.tables import table

_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_MARKS = table(models.MarkRow)
_CONFLICTS = table(models.ConflictRow)
_MEETINGS = table(models.MeetingRow)
_DECISIONS = table(models.DecisionRow)

_ASSESSED = (Status.ADMITTED,)


Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]


def _pairs(where: Table) -> Select[Any]:
    return select(where.c.application, where.c.reviewer).where(
        where.c.application.in_(bindparam("ids")), where.c.reviewer.in_(bindparam("members"))
    )


_MARKED = _pairs(_MARKS)
_LEFT = _pairs(_CONFLICTS)
_MEMBERS = select(_SEATS.c.person).where(
    _SEATS.c.person.in_(bindparam("people")), _SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None)
)
_TO_ASSESS = (
    select(_APPLICATIONS.c.id, _APPLICATIONS.c.body, _APPLICATIONS.c.mentor, _BODIES.c.name, _BODIES.c.population)
    .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
    .where(_APPLICATIONS.c.call == bindparam("call"), _APPLICATIONS.c.status.in_(_ASSESSED))
    .order_by(_APPLICATIONS.c.number)
)
_ACTING = select(_SEATS.c.person, _SEATS.c.body).where(
    _SEATS.c.person.in_(bindparam("members")), _SEATS.c.body.is_not(None), _SEATS.c.until.is_(None)
)


def queues(connection: Connection, people: Sequence[int], call: str | None, read: Read) -> Mapping[int, Queue]:
    """What each member of the commission has done and has to do in a call that has closed; without one, nothing.

    `read` fetches applications by their ids.
    """
    members: set[int] = set(connection.scalars(_MEMBERS, {"people": people}))
    if not members or call is None:
        return {}
    rows = connection.execute(_TO_ASSESS, {"call": call}).all()
    ids = [row.id for row in rows]
    both = {"ids": ids, "members": list(members)}
    marked = {(row.application, row.reviewer) for row in connection.execute(_MARKED, both)}
    left = {(row.application, row.reviewer) for row in connection.execute(_LEFT, both)}
    bodies: dict[int, set[str]] = {member: set() for member in members}
    for seat in connection.execute(_ACTING, {"members": list(members)}):
        bodies[seat.person].add(seat.body)
    common = _common(connection, call)
    found = {member: _queue(rows, member, bodies[member], marked, left) for member in members}
    wanted = sorted({key for _, key in found.values() if key is not None})
    applications = read(connection, wanted)
    populations = {row.id: row.population for row in rows}
    return {
        member: replace(
            queue,
            call=common.call,
            met=common.met,
            meets=common.meets,
            decided=common.decided,
            application=applications.get(key or ""),
            population=populations.get(key or ""),
        )
        for member, (queue, key) in found.items()
    }


_ENDED = select(_MEETINGS.c.ended_at).where(_MEETINGS.c.call == bindparam("call"))
_DECIDED = (
    select(func.count())
    .select_from(_DECISIONS)
    .join(_APPLICATIONS, _APPLICATIONS.c.id == _DECISIONS.c.application)
    .where(_APPLICATIONS.c.call == bindparam("call"), _DECISIONS.c.replaced_at.is_(None))
)


def _common(connection: Connection, call: str) -> Queue:
    """How far the commission is, the same for all its members."""
    ended = connection.scalars(_ENDED, {"call": call}).all()
    return Queue(call, bool(ended), None in ended, connection.scalar(_DECIDED, {"call": call}) or 0)


def _queue(
    rows: Sequence[Any], member: int, bodies: set[str], marked: set[tuple[str, int]], left: set[tuple[str, int]]
) -> tuple[Queue, str | None]:
    own = next((row.name for row in rows if row.body in bodies), "")
    may = [row.id for row in rows if not {row.body, row.mentor} & bodies and (row.id, member) not in left]
    done = [key for key in may if (key, member) in marked]
    following = next((key for key in may if (key, member) not in marked), None)
    return Queue(done=len(done), total=len(may), may=frozenset(may), own=own), following
