"""What the commission of a call works with, read at once: candidates, marks, conflicts, decisions, hours, meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, select

from conversations.protocol.assessment import (
    Conflict,
    ConflictKind,
    Dispatch,
    DispatchState,
    EntryKind,
    LedgerEntry,
    Mark,
    Meeting,
    OpenCriterion,
    Proceedings,
    Ruling,
)
from conversations.protocol.facts import Application, Body, Person, Role, Status
from conversations.rules.candidates import candidate
from storage import models
from storage.dispatches import ruling
from storage.tables import table

_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_MARKS = table(models.MarkRow)
_CONFLICTS = table(models.ConflictRow)
_AGREEMENTS = table(models.AgreementRow)
_DECISIONS = table(models.DecisionRow)
_LEDGER = table(models.LedgerRow)
_ORDERS = table(models.OrderRow)
_MEETINGS = table(models.MeetingRow)
_PRESENT = table(models.PresentRow)
_DISPATCHES = table(models.DispatchRow)
_CRITERIA = table(models.CriterionRow)

_OUTSIDE = (Status.DRAFT, Status.SUBMITTED, Status.NEEDS_DATA, Status.NOT_ADMITTED, Status.WITHDRAWN)

People = Callable[[Connection, Sequence[int]], Mapping[int, Person]]
Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]
Register = Callable[[Connection], Mapping[str, Body]]


def proceedings(
    connection: Connection, call: str, day: date, people: People, read: Read, register: Register
) -> Proceedings:
    """All of a call's assessment as it stands; `day` is today in Madrid. The rest fetches people, applications and
    bodies."""
    rows = connection.execute(
        select(_APPLICATIONS.c.id, _APPLICATIONS.c.mentor, _BODIES.c.population)
        .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_APPLICATIONS.c.call == call, _APPLICATIONS.c.status.not_in(_OUTSIDE) | _left())
        .order_by(_APPLICATIONS.c.number)
    ).all()
    ids = [row.id for row in rows]
    applications = read(connection, ids)
    bodies = register(connection)
    return Proceedings(
        call,
        _members(connection, people),
        applications,
        tuple(
            candidate(
                applications[row.id],
                bodies[applications[row.id].body],
                day,
                population=row.population,
                mentor=row.mentor,
            )
            for row in rows
        ),
        _marks(connection, ids),
        tuple(
            Conflict(row.reviewer, row.application, ConflictKind.DECLARED, row.reason)
            for row in connection.execute(select(_CONFLICTS).where(_CONFLICTS.c.application.in_(ids)))
        ),
        rulings(connection, ids),
        ledger(connection, call),
        {
            row.service: (tuple(row.applications), row.reason)
            for row in connection.execute(
                select(_ORDERS).where(_ORDERS.c.call == call, _ORDERS.c.replaced_at.is_(None))
            )
        },
        _meeting(connection, call),
        _dispatch(connection, call),
        _criterion(connection, call),
    )


def _left() -> ColumnElement[bool]:
    """Whether a council withdrew after it had been told of a decision, so that it left a waiting list."""
    told = select(_DECISIONS.c.application).where(_DECISIONS.c.told_at.is_not(None))
    return (_APPLICATIONS.c.status == Status.WITHDRAWN) & _APPLICATIONS.c.id.in_(told)


def rulings(connection: Connection, applications: Sequence[str]) -> tuple[Ruling, ...]:
    """The decisions in force about applications, by when they were taken."""
    rows = connection.execute(
        select(_DECISIONS)
        .where(_DECISIONS.c.application.in_(applications), _DECISIONS.c.replaced_at.is_(None))
        .order_by(_DECISIONS.c.id)
    )
    return tuple(map(ruling, rows))


def ledger(connection: Connection, call: str) -> tuple[LedgerEntry, ...]:
    """Every entry of the hours of a call, oldest first."""
    rows = connection.execute(select(_LEDGER).where(_LEDGER.c.call == call).order_by(_LEDGER.c.id))
    return tuple(
        LedgerEntry(
            row.service, EntryKind(row.kind), row.minutes, row.application, row.body, row.at, row.note, row.session
        )
        for row in rows
    )


def _members(connection: Connection, people: People) -> tuple[Person, ...]:
    seated = connection.scalars(
        select(_SEATS.c.person).where(_SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None)).order_by(_SEATS.c.id)
    )
    ids = tuple(dict.fromkeys(seated))
    found = people(connection, ids)
    return tuple(found[one] for one in ids)


def _marks(connection: Connection, ids: Sequence[str]) -> tuple[Mark, ...]:
    together: dict[str, set[int]] = defaultdict(set)
    for row in connection.execute(select(_AGREEMENTS).where(_AGREEMENTS.c.application.in_(ids))):
        together[row.application].add(row.person)
    rows: Sequence[Any] = connection.execute(
        select(_MARKS).where(_MARKS.c.application.in_(ids)).order_by(_MARKS.c.application, _MARKS.c.reviewer)
    ).all()
    return tuple(
        Mark(
            row.reviewer,
            row.application,
            row.scores,
            row.comment,
            frozenset(together[row.application]) if row.reviewer in together[row.application] else frozenset(),
        )
        for row in rows
    )


def _meeting(connection: Connection, call: str) -> Meeting | None:
    newest = (
        select(_MEETINGS).where(_MEETINGS.c.call == call).order_by(_MEETINGS.c.begun_at.desc(), _MEETINGS.c.id.desc())
    )
    row = connection.execute(newest.limit(1)).first()
    if row is None:
        return None
    present = connection.scalars(select(_PRESENT.c.person).where(_PRESENT.c.meeting == row.id))
    return Meeting(row.id, row.recorder, row.day, frozenset(present), row.ended_at is not None)


def _dispatch(connection: Connection, call: str) -> Dispatch | None:
    # One that is asked for waits for an answer, whatever was sent by itself meanwhile.
    asked = case((_DISPATCHES.c.state == DispatchState.ASKED, 0), else_=1)
    newest = (
        select(_DISPATCHES)
        .where(_DISPATCHES.c.call == call)
        .order_by(asked, _DISPATCHES.c.at.desc(), _DISPATCHES.c.id.desc())
    )
    row = connection.execute(newest.limit(1)).first()
    return None if row is None else Dispatch(row.id, DispatchState(row.state), row.asked_by, row.at)


def _criterion(connection: Connection, call: str) -> OpenCriterion | None:
    row = connection.execute(
        select(_CRITERIA).where(_CRITERIA.c.call == call, _CRITERIA.c.replaced_at.is_(None))
    ).first()
    return OpenCriterion(row.name, tuple(row.applications)) if row is not None else None
