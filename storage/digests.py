"""Who of the commission has been told up to which day, and what arrived."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from conversations.protocol.facts import Arrived, Call, Reader, Role, Status
from conversations.rules.deadlines import today
from storage import groups, models
from storage.tables import table

_SEATS = table(models.SeatRow)
_PEOPLE = table(models.PersonRow)
_BODIES = table(models.BodyRow)
_CALLS = table(models.CallRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_DIGESTS = table(models.DigestRow)
_MARKS = table(models.MarkRow)
_CONFLICTS = table(models.ConflictRow)
_AUDIT = table(models.AuditRow)

_GONE = (Status.DRAFT, Status.WITHDRAWN, Status.NOT_ADMITTED)


def readers(connection: Connection, call: Call) -> list[Reader]:
    """The people of the commission who can be reached and want digests, and the bound groups where the call says so."""
    opened = connection.scalar(select(_CALLS.c.opened_at).where(_CALLS.c.id == call.id))
    assert opened is not None
    rows = connection.execute(
        select(_SEATS.c.person, _SEATS.c.body, _DIGESTS.c.until, _DIGESTS.c.number)
        .join_from(_SEATS, _PEOPLE, _PEOPLE.c.id == _SEATS.c.person)
        .join(_DIGESTS, and_(_DIGESTS.c.person == _SEATS.c.person, _DIGESTS.c.call == call.id), isouter=True)
        .where(_SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None))
        .where(_PEOPLE.c.reachable.is_(True), _PEOPLE.c.muted.is_(False))
        .order_by(_SEATS.c.person)
    ).all()
    bodies: dict[int, set[str]] = defaultdict(set)
    until: dict[int, date] = {}
    number: dict[int, int | None] = {}
    for row in rows:
        bodies[row.person].add(row.body)
        until[row.person] = row.until or today(opened)
        number[row.person] = row.number
    settled = _settled(connection, call.id, list(bodies))
    hear = _groups(connection, call, today(opened)) if call.digests.group else []
    return hear + [
        Reader(one, frozenset(bodies[one]), until[one], frozenset(settled[one]), number[one]) for one in bodies
    ]


def _groups(connection: Connection, call: Call, opened: date) -> list[Reader]:
    told = {row.person: row for row in connection.execute(select(_DIGESTS).where(_DIGESTS.c.call == call.id))}
    return [
        Reader(chat, frozenset(), told[chat].until, frozenset(), told[chat].number, group=True)
        if chat in told
        else Reader(chat, frozenset(), opened, group=True)
        for chat in groups.bound(connection)
    ]


def _settled(connection: Connection, call: str, people: Sequence[int]) -> dict[int, set[str]]:
    """The applications of a call that each of these people has assessed or stands aside from."""
    settled: dict[int, set[str]] = defaultdict(set)
    for where in (_MARKS, _CONFLICTS):
        rows = connection.execute(
            select(where.c.reviewer, where.c.application)
            .join_from(where, _APPLICATIONS, _APPLICATIONS.c.id == where.c.application)
            .where(_APPLICATIONS.c.call == call, where.c.reviewer.in_(people))
        )
        for row in rows:
            settled[row.reviewer].add(row.application)
    return settled


def arrived(connection: Connection, call: str) -> list[Arrived]:
    """The applications of a call that were sent and stand, in the order in which they were sent."""
    rows = connection.execute(
        select(_APPLICATIONS, _BODIES.c.name.label("body_name"), _BODIES.c.comarca, _ANSWERS.c.value.label("service"))
        .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .join(
            _ANSWERS,
            and_(
                _ANSWERS.c.application == _APPLICATIONS.c.id,
                _ANSWERS.c.question == "service",
                _ANSWERS.c.replaced_at.is_(None),
            ),
        )
        .where(_APPLICATIONS.c.call == call, _APPLICATIONS.c.status.not_in(_GONE))
        .order_by(_APPLICATIONS.c.number)
    ).all()
    admitted = _admitted(connection, [row.id for row in rows if row.status == Status.ADMITTED])
    return [
        Arrived(
            row.id,
            row.body,
            row.body_name,
            row.comarca,
            str(row.service),
            today(row.submitted_at),
            today(admitted[row.id]) if row.id in admitted else None,
            _place(row.number),
        )
        for row in rows
    ]


def _place(number: str) -> int:
    """The last part of "2020-1-007"."""
    return int(number.rpartition("-")[2])


def _admitted(connection: Connection, applications: Sequence[str]) -> dict[str, datetime]:
    """When each of these applications was last found complete (UTC)."""
    rows = connection.execute(
        select(_AUDIT.c.subject, func.max(_AUDIT.c.at).label("at"))
        .where(_AUDIT.c.subject.in_(applications), _AUDIT.c.action == "Admit")
        .group_by(_AUDIT.c.subject)
    )
    return {row.subject: row.at for row in rows}


def told(connection: Connection, call: str, people: Sequence[tuple[int, date, int]], now: datetime) -> None:
    """These people and groups have been told up to these days and numbers."""
    for person, until, number in people:
        where = (_DIGESTS.c.call == call) & (_DIGESTS.c.person == person)
        moved = _DIGESTS.update().where(where).values(until=until, number=number, at=now)
        if connection.execute(moved).rowcount == 0:
            row: dict[str, Any] = {"call": call, "person": person, "until": until, "number": number, "at": now}
            connection.execute(_DIGESTS.insert(), row)
