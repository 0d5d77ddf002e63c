"""The audit log: for every change who, when and what, with what was before and after."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, assert_never

from sqlalchemy import Connection, null, select

from conversations.protocol import changes
from conversations.protocol.changes import Change
from conversations.protocol.facts import Role
from conversations.protocol.kept import Kept
from conversations.protocol.mentored import Mentored
from storage import kept_before, mentored_before, models, seats
from storage.tables import columns_of, table

_PEOPLE = table(models.PersonRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_SKIPS = table(models.SkipRow)
_INVITATIONS = table(models.InvitationRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_DATA_REQUESTS = table(models.DataRequestRow)
_LATE = table(models.LatePressRow)
_MARKS = table(models.MarkRow)
_DISPATCHES = table(models.DispatchRow)
_MEETINGS = table(models.MeetingRow)
_PRESENT = table(models.PresentRow)
_ORDERS = table(models.OrderRow)
_CRITERIA = table(models.CriterionRow)


@dataclass(frozen=True, slots=True)
class Done:
    """A change and the person who made it; `at` is when it is judged to have happened (UTC)."""

    actor: int
    change: Change
    at: datetime


def rows(done: Sequence[Done], before: Sequence[Any]) -> list[dict[str, Any]]:
    """The lines of the log for changes of one kind, with what `befores` found."""
    return [_row(one, was) for one, was in zip(done, before, strict=True)]


def _row(one: Done, before: Any) -> dict[str, Any]:
    after = {name: _plain(value) for name, value in dataclasses.asdict(one.change).items() if name != "before"}
    named = (getattr(one.change, name, None) for name in ("application", "id", "body", "call"))
    subject = str(next((value for value in named if value), one.actor))
    was = null() if before is None else _plain(before)
    line = {"at": one.at, "actor": one.actor, "action": type(one.change).__name__, "subject": subject}
    return {**line, "before": was, "after": after}


def befores(connection: Connection, done: Sequence[Done]) -> list[Any]:
    """What changes of one kind are about to replace, read before they are written; None where nothing was.

    A change that knows it (`before`) is believed: that spares the path of an answer a query.
    """
    match done[0].change:
        case (
            changes.Invite()
            | changes.TryWrongToken()
            | changes.AskAccess()
            | changes.StartApplication()
            | changes.AskLate()
            | changes.AskHelp()
            | changes.MoveHours()
            | changes.PrepareLetters()
            | changes.EditLetter()
            | changes.AskDispatch()
            | changes.SendAgain()
            | changes.BeginMeeting()
            | changes.EndMeeting()
        ):
            return [None] * len(done)  # something new: there was nothing before
        case (
            changes.SaveAnswer()
            | changes.Admit()
            | changes.NotAdmit()
            | changes.ExtendCall()
            | changes.Decide()
            | changes.MoveApplication()
            | changes.JoinWaitingList()
        ):
            return [getattr(one.change, "before", None) for one in done]
        case changes.MoveChat():
            return [{"chat": one.change.old} for one in done if isinstance(one.change, changes.MoveChat)]
        case changes.EraseMe():
            return [None] * len(done)  # what was is what must not be kept
        case changes.ReadNotice():
            return columns_of(connection, _PEOPLE, _actors(done), "notice", "name")
        case changes.SetReachable():
            return columns_of(connection, _PEOPLE, _actors(done), "reachable")
        case changes.Mute():
            return columns_of(connection, _PEOPLE, _actors(done), "muted")
        case changes.AskToBeTold():
            return columns_of(connection, _PEOPLE, _actors(done), "told_next")
        case changes.Commit():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "committed_at")
        case changes.Authorise():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "publication")
        case changes.KeepAnswers():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "kept")
        case changes.Correct():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "version", "status")
        case changes.Submit() | changes.Withdraw() | changes.Resubmit() | changes.RequestData():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "status", "number", "version")
        case changes.ReceiveMail():
            return columns_of(connection, _APPLICATIONS, _field(done, "application"), "channel", "received_at")
        case changes.AnswerData() | changes.CorrectData() | changes.TakeBackData():
            return _texts(columns_of(connection, _DATA_REQUESTS, _field(done, "id"), "answer"))
        case changes.AnswerHelp():
            return _texts(columns_of(connection, _HELP, _field(done, "id"), "answer"))
        case changes.DecideAccess():
            return columns_of(connection, _ACCESS, _field(done, "id"), "decided")
        case changes.DecideLate():
            return columns_of(connection, _LATE, _field(done, "application"), "decided", key="application")
        case changes.SettleDispatch():
            return columns_of(connection, _DISPATCHES, _field(done, "id"), "state")
        case changes.UseInvitation():
            return columns_of(connection, _INVITATIONS, _field(done, "digest"), "used_by", "used_at", key="digest")
        case changes.LeaveSeat() | changes.HandOver():
            return [_seat(connection, one.actor, one.change) for one in done]
        case changes.DropAnswers():
            return [_answers(connection, one.change) for one in done]
        case changes.GiveMark() | changes.CommentMark() | changes.DeclareConflict():
            return [_mark(connection, one.actor, one.change) for one in done]
        case changes.AgreeMark():
            return [_agreed(connection, one.change) for one in done]
        case changes.NotePresent():
            return [_present(connection, key) for key in _field(done, "id")]
        case changes.TakeTurn():
            return columns_of(connection, _MEETINGS, _field(done, "id"), "recorder")
        case changes.ArrangeOrder() | changes.NameCriterion():
            return [_arranged(connection, one.change) for one in done]
        case changes.SkipCall():
            return _skips(connection, _field(done, "call"), _field(done, "body"))
        case Kept():
            return kept_before.befores(connection, [one.change for one in done if isinstance(one.change, Kept)])
        case Mentored():
            return mentored_before.befores(connection, [one.change for one in done if isinstance(one.change, Mentored)])
        case never:
            assert_never(never)


def _actors(done: Sequence[Done]) -> list[Any]:
    return [one.actor for one in done]


def _field(done: Sequence[Done], name: str) -> list[Any]:
    return [getattr(one.change, name) for one in done]


def _texts(found: Sequence[Any]) -> list[Any]:
    """Answers under the name that they have in the change itself, by which an erasure finds them."""
    return [{"text": one["answer"]} if one and one["answer"] else None for one in found]


def _seat(connection: Connection, person: int, change: Change) -> Any:
    assert isinstance(change, changes.LeaveSeat | changes.HandOver)
    who, role = (person, change.role) if isinstance(change, changes.LeaveSeat) else (change.person, Role.CONTACT)
    since = seats.since(connection, who, role, change.body)
    return None if since is None else {"since": since}


def _mark(connection: Connection, reviewer: int, change: Change) -> Any:
    assert isinstance(change, changes.GiveMark | changes.CommentMark | changes.DeclareConflict)
    mine = (_MARKS.c.application == change.application) & (_MARKS.c.reviewer == reviewer)
    row = connection.execute(select(_MARKS.c.scores, _MARKS.c.comment).where(mine)).first()
    return None if row is None else {"scores": row.scores, "comment": row.comment}


def _agreed(connection: Connection, change: Change) -> Any:
    """Every mark that the scores agreed in a meeting replace."""
    assert isinstance(change, changes.AgreeMark)
    mine = _MARKS.c.application == change.application
    rows = connection.execute(select(_MARKS.c.reviewer, _MARKS.c.scores, _MARKS.c.comment).where(mine))
    return {"marks": [{"reviewer": row.reviewer, "scores": row.scores, "comment": row.comment} for row in rows]}


def _present(connection: Connection, meeting: int) -> Any:
    there = select(_PRESENT.c.person).where(_PRESENT.c.meeting == meeting).order_by(_PRESENT.c.person)
    return {"present": list(connection.scalars(there))}


def _arranged(connection: Connection, change: Change) -> Any:
    """The order, or the open criterion, that another takes the place of."""
    assert isinstance(change, changes.ArrangeOrder | changes.NameCriterion)
    named = isinstance(change, changes.NameCriterion)
    where = _CRITERIA if named else _ORDERS
    mine = (where.c.call == change.call) & where.c.replaced_at.is_(None)
    if isinstance(change, changes.ArrangeOrder):
        mine &= where.c.service == change.service
    word = "name" if named else "reason"
    row = connection.execute(select(where.c[word], where.c.applications).where(mine)).first()
    return None if row is None else {word: row[0], "applications": row.applications}


def _answers(connection: Connection, change: Change) -> Any:
    assert isinstance(change, changes.DropAnswers)
    standing = (_ANSWERS.c.application == change.application) & _ANSWERS.c.replaced_at.is_(None)
    stored = select(_ANSWERS.c.question, _ANSWERS.c.value).where(standing, _ANSWERS.c.question.in_(change.questions))
    return {row.question: row.value for row in connection.execute(stored)} or None


def _skips(connection: Connection, calls: Sequence[str], bodies: Sequence[str]) -> list[Any]:
    stored = select(_SKIPS.c.call, _SKIPS.c.body).where(_SKIPS.c.body.in_(bodies))
    skipped = {(row.call, row.body) for row in connection.execute(stored)}
    return [{"skipped": pair in skipped} for pair in zip(calls, bodies, strict=True)]


def _plain(value: Any) -> Any:
    """A value as JSON takes it."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
