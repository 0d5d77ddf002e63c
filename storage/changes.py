"""Writes: every kind of change in one exhaustive match, one executemany per table, and a line of audit for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, assert_never, get_args

from sqlalchemy import ColumnElement, Connection, Delete, Insert, Table, Update, bindparam, select

from conversations.protocol import changes
from conversations.protocol.assessment import LedgerEntry
from conversations.protocol.changes import Change
from conversations.protocol.facts import Status
from conversations.protocol.kept import Kept
from conversations.protocol.mentored import Mentored
from conversations.rules.decisions import STATUS
from storage import (
    audit,
    dispatches,
    erasure,
    kept,
    letters,
    mailed,
    mentored,
    models,
    register,
    seats,
    snapshots,
    watch,
)
from storage.audit import Done
from storage.tables import table

__all__ = ["INVITATION_LIFE", "Done", "meet", "write"]

INVITATION_LIFE = timedelta(days=30)
_DECIDED = ("application", "service", "minutes", "position", "reason", "note")

_PEOPLE = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_CALLS = table(models.CallRow)
_EXTENSIONS = table(models.ExtensionRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_SKIPS = table(models.SkipRow)
_INVITATIONS = table(models.InvitationRow)
_WRONG = table(models.WrongTokenRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_LETTERS = table(models.LetterRow)
_DATA_REQUESTS = table(models.DataRequestRow)
_LATE = table(models.LatePressRow)
_MARKS = table(models.MarkRow)
_CONFLICTS = table(models.ConflictRow)
_DECISIONS = table(models.DecisionRow)
_LEDGER = table(models.LedgerRow)
_DISPATCHES = table(models.DispatchRow)
_AGREEMENTS = table(models.AgreementRow)
_MEETINGS = table(models.MeetingRow)
_PRESENT = table(models.PresentRow)
_ORDERS = table(models.OrderRow)
_CRITERIA = table(models.CriterionRow)
_AUDIT = table(models.AuditRow)

_ORDER = {kind: place for place, kind in enumerate(get_args(Change))}


_NOTE = _AUDIT.insert()

Rows = list[dict[str, Any]]


def write(connection: Connection, done: Iterable[Done]) -> None:
    """Writes the changes of a batch and their audit. Within a batch nobody's changes depend on another's."""
    kinds: dict[type, list[Done]] = defaultdict(list)
    for one in done:
        kinds[type(one.change)].append(one)
    lines: Rows = []
    for kind in sorted(kinds, key=_ORDER.__getitem__):
        before = audit.befores(connection, kinds[kind])
        _write(connection, kinds[kind])
        lines += audit.rows(kinds[kind], before)
    followed = mentored.follow(connection, [one for group in kinds.values() for one in group])
    lines += audit.rows(followed, audit.befores(connection, followed) if followed else ())
    _watch(connection, [one for group in kinds.values() for one in group])
    if lines:
        connection.execute(_NOTE, lines)
    for one in kinds[changes.EraseMe]:
        # Last, so that what the same turn wrote is redacted too.
        assert isinstance(one.change, changes.EraseMe)
        erasure.erase_on_request(connection, one.actor, one.change.pseudonym, one.change.farewell, one.at)


def _watch(connection: Connection, done: Sequence[Done]) -> None:
    """Recomputes what is planned for the bodies that these changes move."""
    bodies = {body for one in done if (body := _moved(one.change)) is not None}
    if bodies:
        now = max(one.at for one in done)
        watch.refresh(connection, snapshots.calls(connection), bodies, now)


def _moved(change: Change) -> str | None:
    """The body whose reminders a change moves, if any."""
    match change:
        case changes.UseInvitation(body=body) | changes.LeaveSeat(body=body) | changes.SkipCall(body=body):
            return body
        case changes.HandOver(body=body) | changes.ReceiveMail(body=body):
            return body
        case changes.DecideAccess(body=body, granted=True) | changes.StartApplication(body=body):
            return body
        case changes.Submit(application=key) | changes.Withdraw(application=key) | changes.Resubmit(application=key):
            return key.split(".")[1]
        case changes.RequestData(application=key) | changes.AnswerData(application=key):
            return key.split(".")[1]
        case changes.TakeBackData(application=key):
            return key.split(".")[1]
        case changes.Admit(application=key) | changes.NotAdmit(application=key):
            return key.split(".")[1]
        case changes.MoveApplication(application=key) | changes.JoinWaitingList(application=key):
            return key.split(".")[1]
        case _:
            return None


def meet(connection: Connection, people: Iterable[int], now: datetime) -> None:
    """Makes rows for people who write for the first time: the number only, no name."""
    ids = set(people)
    if not ids:
        return
    known = {row.id for row in connection.execute(select(_PEOPLE.c.id).where(_PEOPLE.c.id.in_(ids)))}
    fresh = [{"id": one, "name": "", "reachable": True, "told_next": False, "created_at": now} for one in ids - known]
    if fresh:
        connection.execute(_PEOPLE.insert(), fresh)


def _write(connection: Connection, group: Sequence[Done]) -> None:
    rows: Rows = []
    closing: Rows = []
    beside: Rows = []
    moved: Rows = []
    hours: Rows = []
    row: dict[str, Any]
    for one in group:
        at, actor = one.at, one.actor
        match one.change:
            case changes.ReadNotice(version, name):
                rows.append({"_id": actor, "notice": version, "name": name, "notice_at": at})
            case changes.SetReachable(reachable):
                rows.append({"_id": actor, "reachable": reachable})
            case changes.MoveChat(old, new):
                rows.append({"_chat": old, "chat": new})
            case changes.Invite(digest, role, body, body_name, name):
                if body is not None:
                    register.add(connection, body, body_name)
                expires = at + INVITATION_LIFE
                row = {"digest": digest, "role": role.value, "body": body, "name": name}
                rows.append(row | {"created_by": actor, "created_at": at, "expires_at": expires})
            case changes.HandOver():
                seats.hand_over(connection, one.change, actor, at, INVITATION_LIFE)
            case changes.UseInvitation(digest, role, body):
                closing.append({"_digest": digest, "used_by": actor, "used_at": at})
                rows.append({"person": actor, "role": role.value, "body": body, "since": at})
            case changes.TryWrongToken():
                rows.append({"person": actor, "at": at})
            case changes.AskAccess(key, body, body_name, membership, note, name):
                row = {"id": key, "person": actor, "name": name, "body": body, "body_name": body_name}
                rows.append(row | {"membership": membership.value, "note": note, "at": at})
            case changes.DecideAccess(key, person, body, body_name, granted):
                closing.append({"_id": key, "decided": granted, "decided_by": actor, "decided_at": at})
                if granted:
                    register.add(connection, body, body_name)
                    rows.append({"person": person, "role": "contact", "body": body, "since": at})
            case changes.LeaveSeat(role, body):
                closing.append({"_person": actor, "_role": role.value, "_body": body, "until": at})
            case changes.StartApplication(key, call, body):
                row = {"id": key, "call": call, "body": body, "status": "draft", "version": 0}
                rows.append(row | {"created_at": at, "channel": "telegram"})
            case changes.ReceiveMail():
                mailed.receive(connection, one.change, at)
            case changes.SaveAnswer(application, question, value, message):
                closing.append({"_application": application, "_question": question, "replaced_at": at})
                row = {"application": application, "question": question, "value": value, "message": message}
                rows.append(row | {"person": mailed.NOBODY if one.change.mailed else actor, "at": at})
            case changes.DropAnswers(application, questions):
                closing += [
                    {"_application": application, "_question": question, "replaced_at": at} for question in questions
                ]
            case changes.Commit(application):
                rows.append({"_id": application, "committed_at": at})
            case changes.Authorise(application, allowed):
                rows.append({"_id": application, "publication": allowed})
            case changes.KeepAnswers(application, kept_on):
                rows.append({"_id": application, "kept": kept_on})
            case changes.Submit(application, call, number, pressed):
                sent = {"status": "submitted", "number": number, "version": 1, "submitted_at": pressed or at}
                rows.append({"_id": application, **sent})
                closing.append({"_id": call})
            case changes.Correct(application, version, status):
                rows.append({"_id": application, "version": version, "status": status.value})
            case changes.Withdraw(application):
                rows.append({"_id": application, "status": "withdrawn"})
            case changes.Resubmit(application, version):
                rows.append({"_id": application, "status": "submitted", "version": version})
            case changes.SkipCall(call, body, skipped):
                closing.append({"_call": call, "_body": body})
                if skipped:
                    rows.append({"call": call, "body": body, "person": actor, "at": at})
            case changes.GiveMark(application, scores):
                closing.append({"_application": application, "_reviewer": actor})
                plain = dict(scores) if scores is not None else None
                rows.append({"application": application, "reviewer": actor, "scores": plain, "comment": "", "at": at})
            case changes.CommentMark(application, comment):
                rows.append({"_application": application, "_reviewer": actor, "comment": comment})
            case changes.DeclareConflict(application, reason):
                closing.append({"_application": application, "_reviewer": actor})
                rows.append({"application": application, "reviewer": actor, "reason": reason, "at": at})
            case changes.AgreeMark(application, scores, together):
                closing.append({"_application": application})
                plain = dict(scores) if scores is not None else None
                rows.append({"application": application, "reviewer": actor, "scores": plain, "comment": "", "at": at})
                beside += [{"application": application, "person": person} for person in together]
            case changes.BeginMeeting(key, call, day, present):
                rows.append({"id": key, "call": call, "recorder": actor, "day": day, "begun_at": at})
                beside += [{"meeting": key, "person": person} for person in present]
            case changes.NotePresent(key, present):
                closing.append({"_meeting": key})
                rows += [{"meeting": key, "person": person} for person in present]
            case changes.TakeTurn(key):
                rows.append({"_id": key, "recorder": actor})
            case changes.EndMeeting(key):
                rows.append({"_id": key, "ended_at": at})
            case changes.ArrangeOrder(call, service, applications, reason):
                closing.append({"_call": call, "_service": service, "replaced_at": at})
                row = {"call": call, "service": service, "applications": list(applications), "reason": reason}
                rows += [row | {"person": actor, "at": at}] if applications else []
            case changes.NameCriterion(call, name, applications):
                closing.append({"_call": call, "replaced_at": at})
                row = {"call": call, "name": name, "applications": list(applications)}
                rows += [row | {"person": actor, "at": at}] if name else []
            case changes.Decide(decision, entries):
                closing.append({"_application": decision.application, "replaced_at": at})
                row = {name: getattr(decision, name) for name in _DECIDED}
                rows.append(row | {"outcome": decision.outcome.value, "person": actor, "at": at})
                moved.append({"_id": decision.application, "status": STATUS[decision.outcome].value})
                hours += _hours(entries, actor)
            case changes.MoveApplication(application, to, _, _, entries):
                rows.append({"_id": application, "status": to.value})
                if to is Status.ADMITTED:
                    closing.append({"_application": application, "replaced_at": at})
                if to is Status.WITHDRAWN:
                    dispatches.leave(connection, [application], at)
                hours += _hours(entries, actor)
            case changes.MoveHours(_, entries):
                hours += _hours(entries, actor)
            case changes.PrepareLetters():
                dispatches.prepare(connection, one.change)
            case changes.EditLetter():
                pass  # the message itself is written with the letters of the turn
            case changes.AskDispatch(key, call):
                rows.append({"id": key, "call": call, "asked_by": actor, "at": at, "state": "asked"})
            case changes.SettleDispatch():
                dispatches.settle(connection, one.change, actor, at)
            case changes.SendAgain():
                dispatches.send_again(connection, one.change, at)
            case changes.JoinWaitingList():
                dispatches.join(connection, one.change, actor, at)
            case changes.AskLate(application):
                rows.append({"application": application, "at": at})
            case changes.DecideLate(application, admitted):
                rows.append({"_application": application, "decided": admitted, "decided_by": actor})
            case changes.Admit(application):
                rows.append({"_id": application, "status": "admitted"})
            case changes.NotAdmit(application):
                rows.append({"_id": application, "status": "not_admitted"})
            case changes.RequestData(key, application, question, due):
                row = {"id": key, "application": application, "question": question, "due": due}
                rows.append(row | {"asked_by": actor, "asked_at": at})
                closing.append({"_id": application, "status": "needs_data"})
            case changes.AnswerData(key, application, text, message, to):
                row = {"_id": key, "answer": text, "message": message}
                rows.append(row | {"answered_by": actor, "answered_at": at})
                closing.append({"_id": application, "status": to.value})
            case changes.CorrectData(key, _, text):
                rows.append({"_id": key, "answer": text, "answered_at": at})
            case changes.TakeBackData(key, application):
                rows.append({"_id": key, "answer": None, "message": 0, "answered_by": None, "answered_at": None})
                closing.append({"_id": application, "status": "needs_data"})
            case changes.ExtendCall(call, to, reason):
                rows.append({"call": call, "to": to, "reason": reason, "at": at, "person": actor})
            case changes.Mute(muted):
                rows.append({"_id": actor, "muted": muted})
            case changes.AskHelp(key, application, body_name, place, text, name):
                row = {"id": key, "person": actor, "name": name, "application": application, "body_name": body_name}
                rows.append(row | {"place": place, "text": text, "at": at})
            case changes.AnswerHelp(key, text):
                rows.append({"_id": key, "answer": text, "answered_by": actor, "answered_at": at})
            case changes.AskToBeTold(wanted):
                rows.append({"_id": actor, "told_next": wanted, "told_next_at": at if wanted else None})
            case Mentored():
                hours += mentored.hours(one.change, _hours(getattr(one.change, "entries", ()), actor))
            case Kept():
                pass  # in `kept`
            case changes.EraseMe():
                pass  # after the audit: see `write`
            case never:
                assert_never(never)
    _flush(connection, group[0].change, rows, closing, beside)
    mentored.write(connection, group)
    kept.write(connection, group)
    _update(connection, _APPLICATIONS, ("id",), moved)
    _insert(connection, _LEDGER, hours)


def _flush(connection: Connection, sample: Change, rows: Rows, closing: Rows, beside: Rows) -> None:
    match sample:
        case changes.ReadNotice() | changes.SetReachable() | changes.AskToBeTold() | changes.Mute():
            _update(connection, _PEOPLE, ("id",), rows)
        case changes.MoveChat():
            letters.move(connection, [(row["_chat"], row["chat"]) for row in rows])
        case changes.Invite():
            _insert(connection, _INVITATIONS, rows)
        case changes.HandOver() | changes.ReceiveMail():
            pass  # written one by one
        case changes.UseInvitation():
            _update(connection, _INVITATIONS, ("digest",), closing)
            mentored.join(connection, {row["_digest"]: row["used_by"] for row in closing})
            _seat(connection, rows)
        case changes.TryWrongToken():
            _insert(connection, _WRONG, rows)
        case changes.AskAccess():
            _insert(connection, _ACCESS, rows)
        case changes.DecideAccess():
            _update(connection, _ACCESS, ("id",), closing)
            _seat(connection, rows)
        case changes.LeaveSeat():
            _update(connection, _SEATS, ("person", "role", "body"), closing, _SEATS.c.until.is_(None))
        case changes.StartApplication():
            _insert(connection, _APPLICATIONS, rows)
        case changes.SaveAnswer() | changes.DropAnswers():
            _replace(connection, closing)
            _insert(connection, _ANSWERS, rows)
        case changes.Submit():
            _update(connection, _APPLICATIONS, ("id",), rows)
            _count_numbers(connection, closing)
        case changes.Commit() | changes.Authorise() | changes.KeepAnswers() | changes.Correct():
            _update(connection, _APPLICATIONS, ("id",), rows)
        case changes.Withdraw() | changes.Resubmit():
            _update(connection, _APPLICATIONS, ("id",), rows)
        case changes.SkipCall():
            _forget(connection, _SKIPS, ("call", "body"), closing)
            _insert(connection, _SKIPS, rows)
        case changes.GiveMark():
            _forget(connection, _MARKS, ("application", "reviewer"), closing)
            _insert(connection, _MARKS, rows)
        case changes.CommentMark():
            _update(connection, _MARKS, ("application", "reviewer"), rows)
        case changes.DeclareConflict():
            _forget(connection, _MARKS, ("application", "reviewer"), closing)
            _forget(connection, _CONFLICTS, ("application", "reviewer"), closing)
            _insert(connection, _CONFLICTS, rows)
        case changes.AgreeMark():
            _forget(connection, _AGREEMENTS, ("application",), closing)
            _forget(connection, _MARKS, ("application",), closing)
            _insert(connection, _MARKS, rows)
            _insert(connection, _AGREEMENTS, beside)
        case changes.BeginMeeting():
            _insert(connection, _MEETINGS, rows)
            _insert(connection, _PRESENT, beside)
        case changes.NotePresent():
            _forget(connection, _PRESENT, ("meeting",), closing)
            _insert(connection, _PRESENT, rows)
        case changes.TakeTurn() | changes.EndMeeting():
            _update(connection, _MEETINGS, ("id",), rows)
        case changes.ArrangeOrder():
            _update(connection, _ORDERS, ("call", "service"), closing, _ORDERS.c.replaced_at.is_(None))
            _insert(connection, _ORDERS, rows)
        case changes.NameCriterion():
            _update(connection, _CRITERIA, ("call",), closing, _CRITERIA.c.replaced_at.is_(None))
            _insert(connection, _CRITERIA, rows)
        case changes.Decide():
            _update(connection, _DECISIONS, ("application",), closing, _DECISIONS.c.replaced_at.is_(None))
            _insert(connection, _DECISIONS, rows)
        case changes.MoveApplication():
            _update(connection, _APPLICATIONS, ("id",), rows)
            _update(connection, _DECISIONS, ("application",), closing, _DECISIONS.c.replaced_at.is_(None))
        case changes.MoveHours():
            pass  # only hours move
        case changes.AskDispatch():
            _insert(connection, _DISPATCHES, rows)
        case changes.PrepareLetters() | changes.EditLetter() | changes.SettleDispatch():
            pass
        case changes.SendAgain() | changes.JoinWaitingList():
            pass
        case changes.AskLate():
            _insert(connection, _LATE, rows)
        case changes.DecideLate():
            _update(connection, _LATE, ("application",), rows)
        case changes.Admit() | changes.NotAdmit():
            _update(connection, _APPLICATIONS, ("id",), rows)
        case changes.RequestData():
            _insert(connection, _DATA_REQUESTS, rows)
            _update(connection, _APPLICATIONS, ("id",), closing)
        case changes.AnswerData() | changes.CorrectData() | changes.TakeBackData():
            _update(connection, _DATA_REQUESTS, ("id",), rows)
            _update(connection, _APPLICATIONS, ("id",), closing)
        case changes.ExtendCall():
            _insert(connection, _EXTENSIONS, rows)
            for call in snapshots.calls(connection):
                if any(row["call"] == call.id for row in rows):
                    watch.replan(connection, call, rows[0]["at"])
        case changes.AskHelp():
            _insert(connection, _HELP, rows)
        case changes.AnswerHelp():
            _update(connection, _HELP, ("id",), rows)
        case Mentored() | Kept() | changes.EraseMe():
            pass
        case never:
            assert_never(never)


def _hours(entries: Iterable[LedgerEntry], actor: int) -> Rows:
    return [
        {
            "call": one.application.split(".")[0],
            "application": one.application,
            "body": one.body,
            "service": one.service,
            "kind": one.kind.value,
            "minutes": one.minutes,
            "note": one.note,
            "person": actor,
            "at": one.at,
            "session": one.session,
        }
        for one in entries
    ]


def _seat(connection: Connection, rows: Rows) -> None:
    """Gives seats to those who do not hold them yet: who was invited may be let in by the office as well."""
    people = {row["person"] for row in rows}
    held = connection.execute(
        select(_SEATS.c.person, _SEATS.c.role, _SEATS.c.body).where(
            _SEATS.c.person.in_(people), _SEATS.c.until.is_(None)
        )
    )
    taken = {tuple(row) for row in held}
    _insert(connection, _SEATS, [row for row in rows if (row["person"], row["role"], row["body"]) not in taken])


def _insert(connection: Connection, into: Table, rows: Rows) -> None:
    if rows:
        connection.execute(_inserting(into), rows)


@cache
def _inserting(into: Table) -> Insert:
    return into.insert()


def _update(
    connection: Connection, where: Table, keys: tuple[str, ...], rows: Rows, *only: ColumnElement[bool]
) -> None:
    """Updates by key; a row's keys are named with a leading underscore, the rest are columns."""
    if rows:
        statement = _updating(where, keys, tuple(name for name in rows[0] if not name.startswith("_")))
        connection.execute(statement.where(*only) if only else statement, rows)


@cache
def _updating(where: Table, keys: tuple[str, ...], columns: tuple[str, ...]) -> Update:
    own = (where.c[key] == bindparam(f"_{key}") for key in keys)
    return where.update().where(*own).values({name: bindparam(name) for name in columns})


_REPLACE = (
    _ANSWERS.update()
    .where(_ANSWERS.c.application == bindparam("_application"))
    .where(_ANSWERS.c.question == bindparam("_question"))
    .where(_ANSWERS.c.replaced_at.is_(None))
    .values(replaced_at=bindparam("replaced_at"))
)


def _replace(connection: Connection, rows: Rows) -> None:
    if rows:
        connection.execute(_REPLACE, rows)


def _count_numbers(connection: Connection, rows: Rows) -> None:
    connection.execute(
        _CALLS.update().where(_CALLS.c.id == bindparam("_id")).values(numbers=_CALLS.c.numbers + 1), rows
    )


def _forget(connection: Connection, where: Table, keys: tuple[str, ...], rows: Rows) -> None:
    """Deletes by key."""
    if rows:
        connection.execute(_deleting(where, keys), rows)


@cache
def _deleting(where: Table, keys: tuple[str, ...]) -> Delete:
    return where.delete().where(*(where.c[key] == bindparam(f"_{key}") for key in keys))
