"""What is known of mentoring, read at once: mentors, packages, assignments with their sessions and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from conversations.protocol.facts import Application, Role, Seat, Status
from conversations.protocol.mentoring import (
    Acceptance,
    Assignment,
    AssignmentState,
    Grant,
    How,
    Mentor,
    Mentoring,
    MentorState,
    SessionState,
)
from storage import models, reserved, seats, sessions
from storage.tables import table

_MENTORS = table(models.MentorRow)
_ASSIGNMENTS = table(models.AssignmentRow)
_SESSIONS = table(models.SessionRow)
_APPOINTMENTS = table(models.AppointmentRow)
_APPLICATIONS = table(models.ApplicationRow)
_DECISIONS = table(models.DecisionRow)
_BODIES = table(models.BodyRow)
_SEATS = table(models.SeatRow)

Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]

_CONFIRMED = (
    Status.ACCEPTED,
    Status.ASSIGNED,
    Status.RUNNING,
    Status.FINISHED,
    Status.CLOSED,
    Status.INTERRUPTED,
    Status.EXPIRED,
)


_GIVING = (
    select(_MENTORS, _BODIES.c.name.label("body_name"), _BODIES.c.comarca, _BODIES.c.population)
    .join_from(_MENTORS, _BODIES, _BODIES.c.id == _MENTORS.c.body, isouter=True)
    .order_by(_MENTORS.c.name, _MENTORS.c.id)
)


def mentors(connection: Connection, call: str, *only: ColumnElement[bool]) -> tuple[Mentor, ...]:
    """People who give hours, by name, with what packages of a call take of theirs."""
    rows = connection.execute(_GIVING.where(*only) if only else _GIVING).all()
    if not rows:
        return ()
    taken = reserved.committed(connection, [row.id for row in rows], call)
    seats = _seats(connection, [row.person for row in rows if row.person is not None])
    return tuple(
        Mentor(
            row.id,
            row.name,
            row.body,
            row.body_name or "",
            row.person,
            tuple(row.topics),
            row.modality,
            row.minutes,
            taken.get(row.id, 0),
            MentorState(row.state),
            row.contact,
            row.comarca or "",
            row.population,
            tuple(seats.get(row.person, ())),
        )
        for row in rows
    )


def grants(connection: Connection, call: str, read: Read) -> tuple[Grant, ...]:
    """The packages of a call that councils have confirmed, by number."""
    of_call = select(_APPLICATIONS.c.id).where(_APPLICATIONS.c.call == call, _APPLICATIONS.c.status.in_(_CONFIRMED))
    ids = list(connection.scalars(of_call.order_by(_APPLICATIONS.c.number)))
    found = packages(connection, ids, read)
    return tuple(found[one] for one in ids if one in found)


def in_call(connection: Connection, call: str, read: Read) -> tuple[Assignment, ...]:
    """Every assignment of a call, oldest first."""
    of_call = select(_APPLICATIONS.c.id).where(_APPLICATIONS.c.call == call)
    return assignments(connection, read, _ASSIGNMENTS.c.application.in_(of_call))


def by_id(connection: Connection, ids: Collection[int], read: Read) -> dict[int, Assignment]:
    """Assignments by their id."""
    return {one.id: one for one in assignments(connection, read, _ASSIGNMENTS.c.id.in_(ids))}


def unanswered(connection: Connection, before: date, read: Read, limit: int | None = None) -> tuple[Assignment, ...]:
    """The packages with a session that waits for an answer whose last day is before a day, longest waiting first."""
    claimed = or_(_SESSIONS.c.mentor_says.is_not(None), _SESSIONS.c.council_says.is_not(None))
    final = _SESSIONS.c.state.in_((SessionState.CONFIRMED, SessionState.SILENT, SessionState.SETTLED))
    waiting = or_(_SESSIONS.c.state == SessionState.REPORTED, and_(final, claimed))
    rows = connection.execute(
        select(_SESSIONS.c.assignment)
        .where(_SESSIONS.c.confirm_by < before, waiting)
        .order_by(_SESSIONS.c.confirm_by, _SESSIONS.c.id)
    )
    ids = list(dict.fromkeys(row.assignment for row in rows))[:limit]
    found = by_id(connection, ids, read)
    return tuple(found[one] for one in ids)


def of_sessions(connection: Connection, ids: Collection[int], read: Read) -> dict[int, Assignment]:
    """The assignments that have these sessions, by session."""
    return _of(connection, _SESSIONS, ids, read)


def of_dates(connection: Connection, ids: Collection[int], read: Read) -> dict[int, Assignment]:
    """The assignments that have these dates, by date."""
    return _of(connection, _APPOINTMENTS, ids, read)


def mentoring(connection: Connection, people: Collection[int], call: str, read: Read) -> dict[int, Mentoring]:
    """What people do as mentors and advisers; whoever does nothing is left out."""
    profiles: dict[int, list[Mentor]] = defaultdict(list)
    for one in mentors(connection, call, _MENTORS.c.person.in_(people)):
        assert one.person is not None
        profiles[one.person].append(one)
    if not profiles:
        return {}
    mine = select(_MENTORS.c.id).where(_MENTORS.c.person.in_(people))
    given: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in assignments(connection, read, _ASSIGNMENTS.c.mentor.in_(mine)):
        assert assignment.mentor.person is not None
        given[assignment.mentor.person].append(assignment)
    return {one: Mentoring(tuple(profiles[one]), tuple(given[one])) for one in profiles}


_OF_CONTACTS = (
    select(_SEATS.c.person, _APPLICATIONS.c.id)
    .join_from(_SEATS, _APPLICATIONS, _APPLICATIONS.c.body == _SEATS.c.body)
    .where(_SEATS.c.person.in_(bindparam("people")), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
    .where(_APPLICATIONS.c.status.in_(_CONFIRMED))
)


def of_contacts(connection: Connection, people: Collection[int], read: Read) -> dict[int, list[Assignment]]:
    """The assignments of the bodies of which people are contacts, by person."""
    rows = connection.execute(_OF_CONTACTS, {"people": people}).all()
    if not rows:
        return {}
    found = assignments(connection, read, _ASSIGNMENTS.c.application.in_({row.id for row in rows}))
    theirs: dict[int, list[Assignment]] = defaultdict(list)
    for person in {row.person for row in rows}:
        own = {row.id for row in rows if row.person == person}
        theirs[person] = [one for one in found if one.grant.id in own]
    return theirs


_ASSIGNED = select(_ASSIGNMENTS).order_by(_ASSIGNMENTS.c.at, _ASSIGNMENTS.c.id)


def assignments(connection: Connection, read: Read, *only: ColumnElement[bool]) -> tuple[Assignment, ...]:
    """Assignments with everything about them, oldest first."""
    rows = connection.execute(_ASSIGNED.where(*only)).all()
    if not rows:
        return ()
    applications = {row.application for row in rows}
    found = packages(connection, sorted(applications), read)
    people: dict[tuple[str, int], Mentor] = {}
    for call in sorted({one.application.call for one in found.values()}):
        for mentor in mentors(connection, call, _MENTORS.c.id.in_({row.mentor for row in rows})):
            people[call, mentor.id] = mentor
    told = sessions.by_assignment(connection, {row.id for row in rows})
    dates = sessions.dates(connection, {row.id for row in rows})
    return tuple(
        Assignment(
            row.id,
            people[found[row.application].application.call, row.mentor],
            found[row.application],
            AssignmentState(row.state),
            row.at,
            _acceptance(row.mentor_at, row.mentor_how),
            _acceptance(row.council_at, row.council_how),
            row.exchanged_at,
            row.paused_at,
            row.ended_at,
            row.reason,
            tuple(told.get(row.id, ())),
            tuple(dates.get(row.id, ())),
            found[row.application].contacts,
        )
        for row in rows
    )


_PACKAGES = (
    select(
        _APPLICATIONS.c.id,
        _APPLICATIONS.c.mentor,
        _BODIES.c.comarca,
        _BODIES.c.population,
        _DECISIONS.c.service,
        _DECISIONS.c.minutes,
    )
    .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
    .join(_DECISIONS, and_(_DECISIONS.c.application == _APPLICATIONS.c.id, _DECISIONS.c.replaced_at.is_(None)))
    .where(_APPLICATIONS.c.id.in_(bindparam("ids")))
)


def packages(connection: Connection, ids: Sequence[str], read: Read) -> dict[str, Grant]:
    """Packages by application. Without a decision in force there is none."""
    rows = connection.execute(_PACKAGES, {"ids": ids}).all() if ids else ()
    if not rows:
        return {}
    applications = read(connection, [row.id for row in rows])
    hours = reserved.held(connection, [row.id for row in rows])
    acting = seats.contacts(connection, {one.body for one in applications.values()})
    return {
        row.id: Grant(
            applications[row.id],
            row.service or "",
            row.minutes,
            *hours.get(row.id, (0, 0)),
            row.comarca,
            row.population,
            row.mentor,
            tuple(acting.get(applications[row.id].body, {})),
            frozenset(one for one, n in acting.get(applications[row.id].body, {}).items() if n > 1),
        )
        for row in rows
    }


_SEATED = (
    select(_SEATS.c.person, _SEATS.c.role, _SEATS.c.body)
    .where(_SEATS.c.person.in_(bindparam("people")), _SEATS.c.until.is_(None))
    .order_by(_SEATS.c.id)
)


def _seats(connection: Connection, people: Collection[int]) -> dict[int, list[Seat]]:
    found: dict[int, list[Seat]] = defaultdict(list)
    for row in connection.execute(_SEATED, {"people": list(people)}) if people else ():
        found[row.person].append(Seat(Role(row.role), row.body))
    return found


def _of(connection: Connection, where: Any, ids: Collection[int], read: Read) -> dict[int, Assignment]:
    rows = connection.execute(select(where.c.id, where.c.assignment).where(where.c.id.in_(ids)))
    owners = {row.id: row.assignment for row in rows}
    found = by_id(connection, set(owners.values()), read)
    return {one: found[owner] for one, owner in owners.items()}


def _acceptance(at: Any, how: str | None) -> Acceptance | None:
    return None if at is None or how is None else Acceptance(at, How(how))
