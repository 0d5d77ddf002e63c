"""What the commission has assessed, and what comes next for each of its members."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

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


def queues(connection: Connection, people: Sequence[int], call: str | None, read: Read) -> Mapping[int, Queue]:
    """What each member of the commission has done and has to do in a call that has closed; without one, nothing.

    `read` fetches applications by their ids.
    """
    members: set[int] = set(
        connection.scalars(
            select(_SEATS.c.person).where(
                _SEATS.c.person.in_(people), _SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None)
            )
        )
    )
    if not members or call is None:
        return {}
    rows = connection.execute(
        select(_APPLICATIONS.c.id, _APPLICATIONS.c.body, _APPLICATIONS.c.mentor, _BODIES.c.name, _BODIES.c.population)
        .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_APPLICATIONS.c.call == call, _APPLICATIONS.c.status.in_(_ASSESSED))
        .order_by(_APPLICATIONS.c.number)
    ).all()
    ids = [row.id for row in rows]
    marked = set(_pairs(connection, _MARKS, ids, members))
    left = set(_pairs(connection, _CONFLICTS, ids, members))
    bodies: dict[int, set[str]] = {member: set() for member in members}
    seats = select(_SEATS.c.person, _SEATS.c.body).where(
        _SEATS.c.person.in_(members), _SEATS.c.body.is_not(None), _SEATS.c.until.is_(None)
    )
    for seat in connection.execute(seats):
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


def _common(connection: Connection, call: str) -> Queue:
    """How far the commission is, the same for all its members."""
    ended = connection.scalars(select(_MEETINGS.c.ended_at).where(_MEETINGS.c.call == call)).all()
    decided = (
        select(_DECISIONS.c.id)
        .join_from(_DECISIONS, _APPLICATIONS, _APPLICATIONS.c.id == _DECISIONS.c.application)
        .where(_APPLICATIONS.c.call == call, _DECISIONS.c.replaced_at.is_(None))
    )
    return Queue(call, bool(ended), None in ended, len(connection.scalars(decided).all()))


def _pairs(connection: Connection, where: Any, ids: Sequence[str], members: set[int]) -> list[tuple[str, int]]:
    rows = connection.execute(
        select(where.c.application, where.c.reviewer).where(where.c.application.in_(ids), where.c.reviewer.in_(members))
    )
    return [(row.application, row.reviewer) for row in rows]


def _queue(
    rows: Sequence[Any], member: int, bodies: set[str], marked: set[tuple[str, int]], left: set[tuple[str, int]]
) -> tuple[Queue, str | None]:
    own = next((row.name for row in rows if row.body in bodies), "")
    may = [row.id for row in rows if not {row.body, row.mentor} & bodies and (row.id, member) not in left]
    done = [key for key in may if (key, member) in marked]
    following = next((key for key in may if (key, member) not in marked), None)
    return Queue(done=len(done), total=len(may), may=frozenset(may), own=own), following
