"""Writes of mentoring: who gives hours, assignments, sessions with their ledger, dates, and the states that follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Connection, and_, bindparam, select

from conversations.protocol import changes, mentored
from conversations.protocol.changes import Change
from conversations.protocol.facts import Status
from conversations.protocol.mentoring import ALIVE, AppointmentState, AssignmentState, SessionState, Side
from conversations.rules import packages
from storage import models, pacing, register, reserved, sessions
from storage.audit import Done
from storage.tables import table

HOUSE = 0
"""The actor of what follows by itself, in the audit log."""

_INVITATIONS = table(models.InvitationRow)
_MENTORS = table(models.MentorRow)
_ASSIGNMENTS = table(models.AssignmentRow)
_SESSIONS = table(models.SessionRow)
_APPOINTMENTS = table(models.AppointmentRow)
_APPLICATIONS = table(models.ApplicationRow)

_OVER = (Status.RENOUNCED, Status.INTERRUPTED, Status.EXPIRED, Status.CLOSED)
"""States of an application in which nobody goes with it any more."""

Row = dict[str, Any]

_NO_CLAIMS: Row = dict.fromkeys(("mentor_says", "council_says", "says_day", "says_modality", "says_topic", "says_why"))


def write(connection: Connection, group: Sequence[Done]) -> None:
    """Writes changes of mentoring of one kind, each after the other: one may rest on the one before."""
    for one in group:
        if isinstance(one.change, mentored.Mentored):
            _write(connection, one.change, one.actor, one.at)


def _write(connection: Connection, change: mentored.MentoringChange, actor: int, at: datetime) -> None:
    session: Row
    names: tuple[str, ...]
    match change:
        case mentored.AddMentor(key, name, body, body_name, topics, modality, minutes, contact, digest):
            if body is not None:
                register.add(connection, body, body_name)
            row = {"id": key, "name": name, "body": body, "topics": list(topics), "modality": modality}
            row |= {"minutes": minutes, "contact": contact, "digest": digest, "state": "active"}
            connection.execute(_MENTORS.insert(), row | {"created_by": actor, "created_at": at})
        case mentored.KeepMentor(key, name, topics, modality, minutes, contact, state):
            row = {"name": name, "topics": list(topics), "modality": modality, "minutes": minutes}
            _set(connection, _MENTORS, key, row | {"contact": contact, "state": state.value})
        case mentored.AssignMentor(key, application, mentor):
            row = {"id": key, "application": application, "mentor": mentor, "state": "proposed", "at": at}
            connection.execute(_ASSIGNMENTS.insert(), row | {"proposed_by": actor, "reason": ""})
        case mentored.AcceptAssignment(key, _, side, how, contact):
            _accept(connection, key, side, {"at": at, "how": how.value, "by": actor}, contact)
        case mentored.EndAssignment(key, _, to, _, reason):
            ended = {"state": to.value, "ended_at": at, "ended_by": actor, "reason": reason}
            _set(connection, _ASSIGNMENTS, key, ended, _ASSIGNMENTS.c.state.in_(ALIVE))
            _cancel_dates(connection, [key], actor, at)
        case mentored.PauseAssignment(key, _, paused):
            resting: Row = {"paused_at": at} if paused else {"paused_at": None, "resumed_at": at}
            _set(connection, _ASSIGNMENTS, key, resting)
        case mentored.LogSession():
            names = ("id", "assignment", "day", "minutes", "confirm_by", "begins", "modality", "topic", "message")
            session = {name: getattr(change, name) for name in (*names, "text", "note")}
            session |= {"state": change.state.value, "how": "bot", "reporter": actor, "at": at}
            session |= {"mentor_says": change.wanted, "instead_of": change.instead_of}
            connection.execute(_SESSIONS.insert(), session)
            if change.state is SessionState.NO_SHOW:
                _settle(connection, change.id, change.state, actor, at)
        case mentored.AmendSession():
            names = ("day", "minutes", "confirm_by", "begins", "modality", "topic", "note")
            session = {name: getattr(change, name) for name in names}
            if change.again:
                session |= {"state": "reported"} | _NO_CLAIMS
            _set(connection, _SESSIONS, change.id, session)
        case mentored.ExceedPackage(key, _, minutes):
            _set(connection, _SESSIONS, key, _NO_CLAIMS | {"state": "over", "mentor_says": minutes})
        case mentored.UndoSession(key):
            _settle(connection, key, SessionState.UNDONE, actor, at, minutes=0)
        case mentored.ConfirmSession(key, _, how):
            _settle(connection, key, SessionState.CONFIRMED, actor, at, how=how.value)
        case mentored.PassInSilence(key):
            _settle(connection, key, SessionState.SILENT, actor, at)
        case mentored.ClaimMinutes(key, _, side, minutes, answer_by, note, day, modality, topic):
            claim: Row = {f"{side.value}_says": minutes, "says_day": day, "confirm_by": answer_by}
            claim |= {"says_modality": modality, "says_topic": topic, "says_why": note or None}
            _set(connection, _SESSIONS, key, claim)
        case mentored.WithdrawClaim(key, _, confirm_by):
            _set(connection, _SESSIONS, key, _NO_CLAIMS | {"confirm_by": confirm_by})
        case mentored.AgreeSession(key, _, day, minutes):
            agreed = SessionState.CONFIRMED if minutes else SessionState.UNDONE
            _settle(connection, key, agreed, actor, at, day=day, minutes=minutes, **_about(change))
        case mentored.DisputeSession(key, _, note):
            _set(connection, _SESSIONS, key, {"state": "disputed"} | ({"note": note} if note else {}))
        case mentored.SettleSession(key, _, day, minutes, reason):
            about = _about(change)
            _settle(connection, key, SessionState.SETTLED, actor, at, day=day, minutes=minutes, note=reason, **about)
        case mentored.ProposeDate():
            names = ("id", "assignment", "day", "begins", "minutes", "modality", "place", "sequence")
            row = {name: getattr(change, name) for name in names}
            row |= {"side": change.side.value, "state": "proposed", "root": change.root or change.id}
            connection.execute(_APPOINTMENTS.insert(), row | {"proposed_by": actor, "at": at, "reason": ""})
        case mentored.MoveDate(key, _, to, _, reason):
            row = {"state": to.value, "answered_by": actor, "answered_at": at, "reason": reason}
            _set(connection, _APPOINTMENTS, key, row)
        case never:
            assert_never(never)


def _about(change: mentored.AgreeSession | mentored.SettleSession) -> Row:
    """The modality and the topic that a session has from now on, where they change."""
    about = {"modality": change.modality, "topic": change.topic}
    return {name: value for name, value in about.items() if value is not None}


def _accept(connection: Connection, key: int, side: Side, yes: Row, contact: str) -> None:
    """Notes the yes of a side. The second one makes it agreed, and is when contacts are exchanged."""
    columns = {"at": f"{side.value}_at", "how": f"{side.value}_how"}
    values: Row = {column: yes[name] for name, column in columns.items()}
    if side is Side.COUNCIL:
        values["council_by"] = yes["by"]
    _set(connection, _ASSIGNMENTS, key, values, _ASSIGNMENTS.c.state == AssignmentState.PROPOSED)
    both = and_(
        _ASSIGNMENTS.c.state == AssignmentState.PROPOSED,
        _ASSIGNMENTS.c.mentor_at.is_not(None),
        _ASSIGNMENTS.c.council_at.is_not(None),
    )
    _set(connection, _ASSIGNMENTS, key, {"state": "agreed", "exchanged_at": yes["at"]}, both)
    if contact and side is Side.MENTOR:
        mine = select(_ASSIGNMENTS.c.mentor).where(_ASSIGNMENTS.c.id == key)
        connection.execute(_MENTORS.update().where(_MENTORS.c.id == mine.scalar_subquery()).values(contact=contact))


def _settle(connection: Connection, key: int, state: SessionState, actor: int, at: datetime, **more: Any) -> None:
    done = {"state": state.value, "settled_by": actor, "settled_at": at}
    _set(connection, _SESSIONS, key, done | _NO_CLAIMS | more)


def _set(connection: Connection, where: Any, key: int, values: Row, *only: Any) -> None:
    connection.execute(where.update().where(where.c.id == key, *only).values(values))


def _cancel_dates(connection: Connection, assignments: Collection[int], actor: int, at: datetime) -> None:
    """Dates of assignments that ended and are not past are off."""
    coming = (_APPOINTMENTS.c.assignment.in_(assignments)) & _APPOINTMENTS.c.state.in_(
        (AppointmentState.PROPOSED, AppointmentState.AGREED)
    )
    off = {"state": AppointmentState.CANCELLED.value, "answered_by": actor, "answered_at": at}
    connection.execute(_APPOINTMENTS.update().where(coming).values(off))


def hours(change: Change, rows: Iterable[Row]) -> list[Row]:
    """The rows of the ledger of a change, with the session that they belong to."""
    key = change.id if isinstance(change, mentored.Mentored) and hasattr(change, "entries") else None
    return [row | {"session": key} for row in rows]


def join(connection: Connection, invitations: Mapping[str, int]) -> None:
    """Somebody used an invitation: the profile that was made with it is theirs. By digest, the person's number."""
    rows = [{"_digest": digest, "person": person} for digest, person in invitations.items()]
    if rows:
        mine = _MENTORS.update().where(_MENTORS.c.digest == bindparam("_digest"))
        connection.execute(mine.values(person=bindparam("person")), rows)


def leave(connection: Connection, whose: ColumnElement[bool], people: Collection[int], at: datetime) -> list[Done]:
    """Erases the profiles of people. Whoever they went with needs somebody else; what they did stays, without a name.

    `whose` says which profiles. Returns the moves of applications that follow, for the audit log.
    """
    mine = select(_MENTORS.c.id).where(whose)
    alive = and_(_ASSIGNMENTS.c.mentor.in_(mine), _ASSIGNMENTS.c.state.in_(ALIVE))
    left = connection.execute(select(_ASSIGNMENTS.c.id, _ASSIGNMENTS.c.application).where(alive)).all()
    connection.execute(_ASSIGNMENTS.update().where(alive).values(state="replaced", ended_at=at, ended_by=HOUSE))
    _cancel_dates(connection, [row.id for row in left], HOUSE, at)
    invited = _INVITATIONS.c.digest.in_(select(_MENTORS.c.digest).where(whose))
    connection.execute(_INVITATIONS.update().where(invited).values(name=""))
    connection.execute(_INVITATIONS.update().where(invited, _INVITATIONS.c.used_at.is_(None)).values(expires_at=at))
    gone = {"name": "", "contact": "", "digest": None, "state": "left"}
    connection.execute(_MENTORS.update().where(whose).values(gone))
    connection.execute(_SESSIONS.update().where(_SESSIONS.c.reporter.in_(people)).values(text="", message=0))
    return _follow(connection, {row.application for row in left}, at)


def follow(connection: Connection, done: Sequence[Done]) -> list[Done]:
    """Moves applications to the state that their sessions and assignments give them. Returns the moves."""
    touched: set[str] = set()
    over: set[str] = set()
    for one in done:
        match one.change:
            case changes.MoveApplication(application=key, to=to):
                (over if to in _OVER else touched).add(key)
            case mentored.Mentored():
                touched.add(getattr(one.change, "application", ""))
    if not touched | over:
        return []
    at = max(one.at for one in done)
    _end_all(connection, over, at)
    pacing.touch(connection, touched, min(one.at for one in done))
    return _follow(connection, touched - {""}, at)


def _end_all(connection: Connection, applications: Collection[str], at: datetime) -> None:
    alive = and_(_ASSIGNMENTS.c.application.in_(applications), _ASSIGNMENTS.c.state.in_(ALIVE))
    ended = list(connection.scalars(select(_ASSIGNMENTS.c.id).where(alive)))
    if ended:
        connection.execute(_ASSIGNMENTS.update().where(alive).values(state="ended", ended_at=at, ended_by=HOUSE))
        _cancel_dates(connection, ended, HOUSE, at)


def _follow(connection: Connection, applications: Collection[str], at: datetime) -> list[Done]:
    if not applications:
        return []
    mine = select(_APPLICATIONS.c.id, _APPLICATIONS.c.status)
    rows = connection.execute(mine.where(_APPLICATIONS.c.id.in_(applications))).all()
    told = sessions.standing(connection, applications)
    held = reserved.held(connection, applications)
    agreed = set(
        connection.scalars(
            select(_ASSIGNMENTS.c.application).where(
                _ASSIGNMENTS.c.application.in_(applications), _ASSIGNMENTS.c.state == AssignmentState.AGREED
            )
        )
    )
    moved = []
    for row in rows:
        now = Status(row.status)
        to = packages.status(
            now, agreed=row.id in agreed, reserved=held.get(row.id, (0, 0))[0], sessions=told.get(row.id, ())
        )
        if to is not now:
            moved.append(Done(HOUSE, changes.MoveApplication(row.id, to, now), at))
            connection.execute(_APPLICATIONS.update().where(_APPLICATIONS.c.id == row.id).values(status=to.value))
    return moved
