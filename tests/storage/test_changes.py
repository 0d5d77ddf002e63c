"""Writes: every kind of change is in the audit log, with who, when, what, and what was before and after."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError

from bot import desk
from conversations.protocol import changes, kept, mentored
from conversations.protocol.assessment import Decision, DispatchState, EntryKind, LedgerEntry, Outcome
from conversations.protocol.changes import Change
from conversations.protocol.facts import Membership, Role, Status
from conversations.protocol.mentoring import AppointmentState, AssignmentState, MentorState, Side
from storage import models, register
from storage.changes import Done, meet, write
from storage.database import engine_for
from storage.migrations import migrate
from storage.tables import table
from tests.support import databases

CALL = Path(__file__).parent.parent.parent / "conversations" / "calls" / "abril-2020.toml"
NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
AINA, NURIA = 1001, 2001
BODY = "171557"
KEY = f"2020-1.{BODY}.1"
DAY = date(2020, 5, 20)
DIGEST, OTHER_DIGEST = "d" * 64, "e" * 64
ENTRY = LedgerEntry("advice", EntryKind.RESERVE, 240, KEY, BODY, NOW)

ASSIGNED, SAID = 30, 40
_DONE = (LedgerEntry("advice", EntryKind.CONSUME, 60, KEY, BODY, NOW),)
_BACK = (LedgerEntry("advice", EntryKind.RESTORE, 60, KEY, BODY, NOW),)
_OFFER = {"name": "Martí", "topics": ["care"], "modality": "either", "minutes": 480, "contact": "", "state": "active"}
_PROPOSED = {"state": "proposed", "mentor_at": None, "council_at": None, "paused_at": None}
_TOLD = {
    "state": "reported",
    "day": DAY.isoformat(),
    "minutes": 60,
    "begins": None,
    "modality": None,
    "topic": "",
    "mentor_says": None,
    "council_says": None,
    "says_day": None,
    "says_modality": None,
    "says_topic": None,
    "says_why": None,
    "note": "",
}

_SINCE = {"membership": "member", "joined": "2017-05-17", "left": None}

SAMPLES: dict[type, tuple[Change, Any]] = {
    type(change): (change, before)
    for change, before in (
        (changes.ReadNotice("2020-04", "Aina"), {"notice": None, "name": ""}),
        (changes.SetReachable(False), {"reachable": True}),
        (changes.MoveChat(-5, -1005), {"chat": -5}),
        (changes.Invite(OTHER_DIGEST, Role.CONTACT, BODY, "Salt"), None),
        (changes.UseInvitation(DIGEST, Role.MENTOR, BODY), {"used_by": None, "used_at": None}),
        (changes.HandOver(BODY, "Salt", AINA, OTHER_DIGEST), {"since": NOW.isoformat()}),
        (changes.TryWrongToken(), None),
        (changes.AskAccess(8, BODY, "Salt", Membership.MEMBER, "", "Aina"), None),
        (changes.DecideAccess(7, AINA, BODY, "Salt", True), {"decided": None}),
        (changes.LeaveSeat(Role.CONTACT, BODY), {"since": NOW.isoformat()}),
        (changes.StartApplication(f"2020-1.{BODY}.3", "2020-1", BODY), None),
        (
            changes.ReceiveMail(KEY, "2020-1", BODY, "Salt", NOW),
            {"channel": "telegram", "received_at": None},
        ),
        (changes.SaveAnswer(KEY, "title", "un altre", 5, "un títol"), "un títol"),
        (changes.DropAnswers(KEY, ("title", "need")), {"title": "un títol"}),
        (changes.Commit(KEY), {"committed_at": None}),
        (changes.Authorise(KEY, True), {"publication": None}),
        (changes.KeepAnswers(KEY, True), {"kept": None}),
        (changes.Submit(KEY, "2020-1", "2020-1-001"), {"status": "draft", "number": None, "version": 0}),
        (changes.Correct(KEY, 2, Status.SUBMITTED), {"version": 0, "status": "draft"}),
        (changes.Withdraw(KEY), {"status": "draft", "number": None, "version": 0}),
        (changes.Resubmit(KEY, 2), {"status": "draft", "number": None, "version": 0}),
        (changes.GiveMark(KEY, {"need": 3}), {"scores": {"need": 2}, "comment": ""}),
        (changes.CommentMark(KEY, "Clar."), {"scores": {"need": 2}, "comment": ""}),
        (changes.DeclareConflict(KEY, "Hi treballo."), {"scores": {"need": 2}, "comment": ""}),
        (
            changes.AgreeMark(KEY, {"need": 3}, (AINA, NURIA)),
            {"marks": [{"reviewer": AINA, "scores": {"need": 2}, "comment": ""}]},
        ),
        (changes.BeginMeeting(14, "2020-1", DAY, (AINA, NURIA)), None),
        (changes.NotePresent(13, (NURIA,)), {"present": [AINA]}),
        (changes.TakeTurn(13), {"recorder": AINA}),
        (changes.EndMeeting(13), None),
        (
            changes.ArrangeOrder("2020-1", "advice", (KEY,), "Ho acordem."),
            {"reason": "Primer.", "applications": [KEY]},
        ),
        (changes.NameCriterion("2020-1", "Equilibri", (KEY,)), {"name": "Relleu", "applications": []}),
        (changes.Decide(Decision(KEY, Outcome.GRANTED, "advice", 240), (ENTRY,), Status.ADMITTED), "admitted"),
        (changes.MoveApplication(KEY, Status.ADMITTED, Status.GRANTED, "Ho repensem.", (ENTRY,)), "granted"),
        (changes.MoveHours(KEY, (ENTRY,)), None),
        (changes.PrepareLetters("2020-1", {1: DAY, 2: None}, (3,)), None),
        (changes.EditLetter(KEY, 1, "Un altre text."), None),
        (changes.AskDispatch(13, "2020-1"), None),
        (changes.SettleDispatch(14, DispatchState.SENT, (1,)), {"state": "asked"}),
        (changes.SendAgain(14, (3,)), None),
        (changes.JoinWaitingList(KEY, "advice", 2, Status.RENOUNCED), "renounced"),
        (changes.AskLate(f"2020-1.{BODY}.1"), None),
        (changes.DecideLate(f"2020-1.{BODY}.1", True), None),
        (changes.Admit(KEY, "submitted"), "submitted"),
        (changes.RequestData(12, KEY, "Què hi falta?", DAY), {"status": "draft", "number": None, "version": 0}),
        (changes.AnswerData(11, KEY, "Això."), None),
        (changes.CorrectData(15, KEY, "Allò."), {"text": "Això."}),
        (changes.TakeBackData(15, KEY), {"text": "Això."}),
        (changes.NotAdmit(KEY, "Fora de termini.", "submitted"), "submitted"),
        (changes.SkipCall("2020-1", BODY, True), {"skipped": False}),
        (changes.ExtendCall("2020-1", DAY, "Ho demanaven.", date(2020, 5, 8)), "2020-05-08"),
        (changes.Mute(True), {"muted": False}),
        (changes.AskHelp(10, KEY, "Salt", "5", "Què hi poso?", "Aina"), None),
        (changes.AnswerHelp(9, "Una altra cosa."), {"text": "El que vulgueu."}),
        (changes.AskToBeTold(True), {"told_next": False}),
        (mentored.AddMentor(21, "Ona", None, "", ("care",), "remote", 240), None),
        (mentored.KeepMentor(20, "Martí", (), "remote", 120, "972 00 00 00", MentorState.PAUSED), _OFFER),
        (mentored.AssignMentor(31, f"2020-1.{BODY}.2", 20), None),
        (mentored.AcceptAssignment(ASSIGNED, KEY, Side.MENTOR), _PROPOSED),
        (mentored.EndAssignment(ASSIGNED, KEY, AssignmentState.DECLINED, Side.MENTOR, "No puc."), _PROPOSED),
        (mentored.PauseAssignment(ASSIGNED, KEY, True, Side.COUNCIL), _PROPOSED),
        (mentored.LogSession(41, ASSIGNED, KEY, DAY, 60, DAY, _DONE), None),
        (mentored.AmendSession(SAID, KEY, DAY, 120, DAY, _DONE), _TOLD),
        (mentored.ExceedPackage(SAID, KEY, 300), _TOLD),
        (mentored.WithdrawClaim(SAID, KEY, DAY), _TOLD),
        (mentored.UndoSession(SAID, KEY, _BACK), _TOLD),
        (mentored.ConfirmSession(SAID, KEY), _TOLD),
        (mentored.PassInSilence(SAID, KEY), _TOLD),
        (mentored.ClaimMinutes(SAID, KEY, Side.COUNCIL, 0, DAY), _TOLD),
        (mentored.AgreeSession(SAID, KEY, DAY, 0, _BACK), _TOLD),
        (mentored.DisputeSession(SAID, KEY, "No hi érem."), _TOLD),
        (mentored.SettleSession(SAID, KEY, DAY, 0, "Ho diuen tots dos.", _BACK), _TOLD),
        (mentored.ProposeDate(51, ASSIGNED, KEY, DAY, 600, 120, Side.COUNCIL), None),
        (mentored.MoveDate(50, KEY, AppointmentState.AGREED, Side.COUNCIL), {"state": "proposed"}),
        (changes.EraseMe(-1001, "farewell"), None),
        (kept.JoinNetwork("080155", "Badalona", Membership.PENDING, DAY), {"stays": [_SINCE]}),
        (kept.LeaveNetwork("080155", DAY), {"stays": [_SINCE]}),
        (kept.SettleLetters(AINA, (999,)), {"letters": {}}),
        (kept.BindGroup(-77), {"bound": False}),
        (kept.UnbindGroup(-77), {"bound": False}),
        (kept.LoseGroup(-77), {"bound": False}),
    )
}  # fmt: skip


def prepared(engine: Engine) -> None:
    """A database in which every sample can happen."""
    migrate(engine)
    with engine.begin() as connection:
        register.fill(connection)
        desk.open_call(connection, CALL.read_text(encoding="utf-8"), NOW)
        meet(connection, [AINA, NURIA], NOW)
        before: tuple[Change, ...] = (
            changes.Invite(DIGEST, Role.MENTOR, BODY, "Salt"),
            changes.Invite("f" * 64, Role.CONTACT, BODY, "Salt"),
            changes.UseInvitation("f" * 64, Role.CONTACT, BODY),
            changes.AskAccess(7, BODY, "Salt", Membership.MEMBER, "", "Aina"),
            changes.StartApplication(KEY, "2020-1", BODY),
            changes.SaveAnswer(KEY, "title", "un títol", 4),
            changes.AskHelp(9, KEY, "Salt", "5", "Què hi poso?", "Aina"),
            changes.AnswerHelp(9, "El que vulgueu."),
            changes.GiveMark(KEY, {"need": 2}),
            changes.RequestData(11, KEY, "Què hi falta?", DAY),
            changes.RequestData(15, KEY, "Què més?", DAY),
            changes.AnswerData(15, KEY, "Això.", 6),
            changes.AskDispatch(14, "2020-1"),
            changes.BeginMeeting(13, "2020-1", DAY, (AINA,)),
            changes.ArrangeOrder("2020-1", "advice", (KEY,), "Primer."),
            changes.NameCriterion("2020-1", "Relleu", ()),
            changes.StartApplication(f"2020-1.{BODY}.2", "2020-1", BODY),
            mentored.AddMentor(20, "Martí", None, "", ("care",), "either", 480, digest=DIGEST),
            mentored.AssignMentor(ASSIGNED, KEY, 20),
            mentored.LogSession(SAID, ASSIGNED, KEY, DAY, 60, DAY, _DONE),
            mentored.ProposeDate(50, ASSIGNED, KEY, DAY, 600, 120, Side.MENTOR),
        )
        for change in before:
            write(connection, [Done(AINA, change, NOW)])
        applications = table(models.ApplicationRow)
        connection.execute(applications.update().values(status="draft"))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = engine_for(databases.copy_of(prepared, tmp_path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def audit(connection: Connection) -> list[Any]:
    log = table(models.AuditRow)
    return list(connection.execute(select(log).order_by(log.c.id)))


def test_every_kind_of_change_has_a_sample() -> None:
    assert set(SAMPLES) == set(get_args(Change))


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: kind.__name__)
def test_audit_of_every_change_has_who_when_what_before_and_after(connection: Connection, kind: type) -> None:
    change, before = SAMPLES[kind]
    at = NOW + timedelta(hours=1)
    earlier = len(audit(connection))
    write(connection, [Done(AINA, change, at)])
    (line,) = audit(connection)[earlier:]
    assert (line.action, line.at, line.before) == (kind.__name__, at, before)
    assert line.subject
    if kind is not changes.EraseMe:
        assert line.actor == AINA
        assert set(line.after) == {field.name for field in dataclasses.fields(kind)} - {"before"}


def test_leaving_a_seat_again_keeps_when_the_first_stay_ended(connection: Connection) -> None:
    seats = table(models.SeatRow)
    days = [NOW + timedelta(days=number) for number in range(4)]
    leave = changes.LeaveSeat(Role.CONTACT, BODY)
    write(connection, [Done(AINA, leave, days[1])])
    write(connection, [Done(AINA, changes.UseInvitation(DIGEST, Role.CONTACT, BODY), days[2])])
    write(connection, [Done(AINA, leave, days[3])])
    stays = connection.execute(select(seats.c.since, seats.c.until).order_by(seats.c.id)).all()
    assert [tuple(stay) for stay in stays] == [(days[0], days[1]), (days[2], days[3])]


def test_answer_that_is_replaced_is_kept_as_a_version(connection: Connection) -> None:
    answers = table(models.AnswerRow)
    for number, value in enumerate(("dos", "tres")):
        at = NOW + timedelta(minutes=number + 1)
        write(connection, [Done(AINA, changes.SaveAnswer(KEY, "title", value, number), at)])
    rows = connection.execute(select(answers.c.value, answers.c.replaced_at).order_by(answers.c.id)).all()
    first, second = NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)
    assert [tuple(row) for row in rows] == [("un títol", first), ("dos", second), ("tres", None)]


def test_two_current_answers_to_a_question_are_impossible(connection: Connection) -> None:
    answers = table(models.AnswerRow)
    row = {"application": KEY, "question": "title", "value": "x", "message": 1, "person": AINA, "at": NOW}
    with pytest.raises(IntegrityError):
        connection.execute(answers.insert(), row)


def test_number_of_an_application_is_unique_and_counted(connection: Connection) -> None:
    calls, applications = table(models.CallRow), table(models.ApplicationRow)
    write(connection, [Done(AINA, changes.Submit(KEY, "2020-1", "2020-1-001"), NOW)])
    assert connection.scalar(select(calls.c.numbers)) == 1
    again = f"2020-1.{BODY}.3"
    write(connection, [Done(AINA, changes.StartApplication(again, "2020-1", BODY), NOW)])
    with pytest.raises(IntegrityError):
        connection.execute(applications.update().where(applications.c.id == again).values(number="2020-1-001"))


@pytest.mark.parametrize(
    "change",
    [
        changes.StartApplication("2020-1.nowhere.1", "2020-1", "nowhere"),
        changes.StartApplication("2050-1.171557.1", "2050-1", BODY),
        changes.SaveAnswer("2020-1.nowhere.1", "title", "x"),
        changes.UseInvitation(DIGEST, Role.CONTACT, "nowhere"),
    ],
)
def test_change_of_what_does_not_exist_is_refused(connection: Connection, change: Change) -> None:
    with pytest.raises(IntegrityError):
        write(connection, [Done(AINA, change, NOW)])
