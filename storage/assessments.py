"""What the commission has assessed, and what comes next for each of its members."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from conversations.protocol.facts import Application, Queue, Role, Status
from storage import models
from storage.tables import table

_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_CALLS = table(models.CallRow)
_APPLICATIONS = table(models.ApplicationRow)
_MARKS = table(models.MarkRow)
_CONFLICTS = table(models.ConflictRow)

_ASSESSED = (Status.ADMITTED,)


Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]


def queues(connection: Connection, people: Sequence[int], read: Read) -> Mapping[int, Queue]:
    """What each member of the commission has done and has to do. `read` fetches applications by their ids."""
    members: set[int] = set(
        connection.scalars(
            select(_SEATS.c.person).where(
                _SEATS.c.person.in_(people), _SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None)
            )
        )
    )
    if not members:
        return {}
    newest = select(_CALLS.c.id).order_by(_CALLS.c.opened_at.desc()).limit(1).scalar_subquery()
    rows = connection.execute(
        select(_APPLICATIONS.c.id, _APPLICATIONS.c.body, _BODIES.c.name, _BODIES.c.population)
        .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_APPLICATIONS.c.call == newest, _APPLICATIONS.c.status.in_(_ASSESSED))
        .order_by(_APPLICATIONS.c.number)
    ).all()
    ids = [row.id for row in rows]
    marked = set(_pairs(connection, _MARKS, ids, members))
    left = set(_pairs(connection, _CONFLICTS, ids, members))
    bodies: dict[int, set[str]] = {member: set() for member in members}
    seats = select(_SEATS.c.person, _SEATS.c.body).where(_SEATS.c.person.in_(members), _SEATS.c.until.is_(None))
    for seat in connection.execute(seats):
        bodies[seat.person].add(seat.body)
    found = {member: _queue(rows, member, bodies[member], marked, left) for member in members}
    wanted = sorted({key for _, key in found.values() if key is not None})
    applications = read(connection, wanted)
    populations = {row.id: row.population for row in rows}
    return {
        member: Queue(
            queue.done, queue.total, applications.get(key or ""), populations.get(key or ""), queue.may, queue.own
        )
        for member, (queue, key) in found.items()
    }


def _pairs(connection: Connection, where: Any, ids: Sequence[str], members: set[int]) -> list[tuple[str, int]]:
    rows = connection.execute(
        select(where.c.application, where.c.reviewer).where(where.c.application.in_(ids), where.c.reviewer.in_(members))
    )
    return [(row.application, row.reviewer) for row in rows]


def _queue(
    rows: Sequence[Any], member: int, bodies: set[str], marked: set[tuple[str, int]], left: set[tuple[str, int]]
) -> tuple[Queue, str | None]:
    own = next((row.name for row in rows if row.body in bodies), "")
    may = [row.id for row in rows if row.body not in bodies and (row.id, member) not in left]
    done = [key for key in may if (key, member) in marked]
    following = next((key for key in may if (key, member) not in marked), None)
    return Queue(len(done), len(may), None, None, frozenset(may), own), following
