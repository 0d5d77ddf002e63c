"""What the commission of a call works with, read at once: candidates, marks, conflicts, decisions, hours, meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, select

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


def _left() -> ColumnElement[bool]:
    """Whether a council withdrew after it had been told of a decision, so that it left a waiting list."""
    told = select(_DECISIONS.c.application).where(_DECISIONS.c.told_at.is_not(None))
    return (_APPLICATIONS.c.status == Status.WITHDRAWN) & _APPLICATIONS.c.id.in_(told)


_CANDIDATES = (
    select(_APPLICATIONS.c.id, _APPLICATIONS.c.mentor, _BODIES.c.population)
    .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
    .where(_APPLICATIONS.c.call == bindparam("call"), _APPLICATIONS.c.status.not_in(_OUTSIDE) | _left())
    .order_by(_APPLICATIONS.c.number)
)
_DECLARED = select(_CONFLICTS).where(_CONFLICTS.c.application.in_(bindparam("ids")))
_ARRANGED = select(_ORDERS).where(_ORDERS.c.call == bindparam("call"), _ORDERS.c.replaced_at.is_(None))


def proceedings(
    connection: Connection, call: str, day: date, people: People, read: Read, register: Register
) -> Proceedings:
    """All of a call's assessment as it stands; `day` is today in Madrid. The rest fetches people, applications and
    bodies."""
    rows = connection.execute(_CANDIDATES, {"call": call}).all()
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
            for row in connection.execute(_DECLARED, {"ids": ids})
        ),
        rulings(connection, ids),
        ledger(connection, call),
        {row.service: (tuple(row.applications), row.reason) for row in connection.execute(_ARRANGED, {"call": call})},
        _meeting(connection, call),
        _dispatch(connection, call),
        _criterion(connection, call),
    )


_IN_FORCE = (
    select(_DECISIONS)
    .where(_DECISIONS.c.application.in_(bindparam("applications")), _DECISIONS.c.replaced_at.is_(None))
    .order_by(_DECISIONS.c.id)
)


def rulings(connection: Connection, applications: Sequence[str]) -> tuple[Ruling, ...]:
    """The decisions in force about applications, by when they were taken."""
    return tuple(map(ruling, connection.execute(_IN_FORCE, {"applications": applications})))


_ENTRIES = select(_LEDGER).where(_LEDGER.c.call == bindparam("call")).order_by(_LEDGER.c.id)


def ledger(connection: Connection, call: str) -> tuple[LedgerEntry, ...]:
    """Every entry of the hours of a call, oldest first."""
    rows = connection.execute(_ENTRIES, {"call": call})
    return tuple(
        LedgerEntry(
            row.service, EntryKind(row.kind), row.minutes, row.application, row.body, row.at, row.note, row.session
        )
        for row in rows
    )


_SEATED = (
    select(_SEATS.c.person).where(_SEATS.c.role == Role.COMMISSION, _SEATS.c.until.is_(None)).order_by(_SEATS.c.id)
)


def _members(connection: Connection, people: People) -> tuple[Person, ...]:
    ids = tuple(dict.fromkeys(connection.scalars(_SEATED)))
    found = people(connection, ids)
    return tuple(found[one] for one in ids)


_TOGETHER = select(_AGREEMENTS).where(_AGREEMENTS.c.application.in_(bindparam("ids")))
_MARKED = (
    select(_MARKS).where(_MARKS.c.application.in_(bindparam("ids"))).order_by(_MARKS.c.application, _MARKS.c.reviewer)
)


def _marks(connection: Connection, ids: Sequence[str]) -> tuple[Mark, ...]:
    together: dict[str, set[int]] = defaultdict(set)
    for row in connection.execute(_TOGETHER, {"ids": ids}):
        together[row.application].add(row.person)
    rows: Sequence[Any] = connection.execute(_MARKED, {"ids": ids}).all()
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


_MET_LAST = (
    select(_MEETINGS)
    .where(_MEETINGS.c.call == bindparam("call"))
    .order_by(_MEETINGS.c.begun_at.desc(), _MEETINGS.c.id.desc())
    .limit(1)
)
_THERE = select(_PRESENT.c.person).where(_PRESENT.c.meeting == bindparam("meeting"))


def _meeting(connection: Connection, call: str) -> Meeting | None:
    row = connection.execute(_MET_LAST, {"call": call}).first()
    if row is None:
        return None
    present = connection.scalars(_THERE, {"meeting": row.id})
    return Meeting(row.id, row.recorder, row.day, frozenset(present), row.ended_at is not None)


# One that is asked for waits for an answer, whatever was sent by itself meanwhile.
_ASKED_FIRST = case((_DISPATCHES.c.state == DispatchState.ASKED, 0), else_=1)
_SENT_LAST = (
    select(_DISPATCHES)
    .where(_DISPATCHES.c.call == bindparam("call"))
    .order_by(_ASKED_FIRST, _DISPATCHES.c.at.desc(), _DISPATCHES.c.id.desc())
    .limit(1)
)


def _dispatch(connection: Connection, call: str) -> Dispatch | None:
    row = connection.execute(_SENT_LAST, {"call": call}).first()
    return None if row is None else Dispatch(row.id, DispatchState(row.state), row.asked_by, row.at)


_NAMED = select(_CRITERIA).where(_CRITERIA.c.call == bindparam("call"), _CRITERIA.c.replaced_at.is_(None))


def _criterion(connection: Connection, call: str) -> OpenCriterion | None:
    row = connection.execute(_NAMED, {"call": call}).first()
    return OpenCriterion(row.name, tuple(row.applications)) if row is not None else None
