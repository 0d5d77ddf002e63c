"""Mentoring in the database: a package from the proposal to the last hour, and whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError

from bot import desk
from conversations.protocol import changes, mentored, wants
from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call, Role, Status
from conversations.protocol.mentoring import (
    AppointmentState,
    Assignment,
    AssignmentState,
    How,
    MentorState,
    Session,
    SessionState,
    Side,
)
from conversations.protocol.wants import AnyWant
from conversations.rules import bags, packages
from storage import erasure, models, register, snapshots
from storage.changes import Done, meet, write
from storage.database import engine_for
from storage.migrations import migrate
from storage.snapshots import Asked
from storage.tables import table
from tests.support import databases

CALL = Path(__file__).parent.parent.parent / "conversations" / "calls" / "abril-2020.toml"
NOW = datetime(2020, 6, 3, 9, tzinfo=UTC)
DAY = date(2020, 6, 2)
AINA, MARTI, NURIA, ONA = 1001, 5001, 2001, 5002
BODY = "171557"
KEY = f"2020-1.{BODY}.1"
GIRONA = "170792"
MENTOR, ADVISER, FIRST = 20, 21, 30
LAST = DAY + timedelta(days=8)


def prepare(engine: Engine) -> None:
    """A package of four hours that Salt has confirmed, its contact, a mentor of Girona and an adviser."""
    migrate(engine)
    with engine.begin() as connection:
        register.fill(connection)
        desk.open_call(connection, CALL.read_text(encoding="utf-8"), NOW)
        meet(connection, [AINA, MARTI, NURIA, ONA], NOW)
        entry = LedgerEntry("mentoring", EntryKind.RESERVE, 240, KEY, BODY, NOW)
        for actor, change in (
            (NURIA, changes.Invite("a" * 64, Role.CONTACT, BODY, "Salt")),
            (AINA, changes.UseInvitation("a" * 64, Role.CONTACT, BODY)),
            (AINA, changes.StartApplication(KEY, "2020-1", BODY)),
            (AINA, changes.SaveAnswer(KEY, "title", "Cures", 4)),
            (NURIA, changes.Decide(Decision(KEY, Outcome.GRANTED, "mentoring", 240), (entry,), Status.ADMITTED)),
            (AINA, changes.MoveApplication(KEY, Status.ACCEPTED, Status.GRANTED)),
            (NURIA, changes.Invite("m" * 64, Role.MENTOR, GIRONA, "Girona")),
            (
                NURIA,
                mentored.AddMentor(MENTOR, "Martí", GIRONA, "Girona", ("care",), "either", 300, digest="m" * 64),
            ),
            (NURIA, mentored.AddMentor(ADVISER, "Ona", None, "", ("food",), "remote", 600, "972 00 00 00")),
        ):
            write(connection, [Done(actor, change, NOW)])


@pytest.fixture
def connection(database: str, tmp_path: Path) -> Iterator[Connection]:
    engine = engine_for(databases.copy_of(prepare, tmp_path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def do(connection: Connection, actor: int, *done: Change) -> None:
    write(connection, [Done(actor, change, NOW) for change in done])


def ask(connection: Connection, want: AnyWant, person: int = NURIA) -> Any:
    return snapshots.answer(connection, [Asked(1, person, want)], NOW)[1][want]


def status(connection: Connection) -> Status:
    applications = table(models.ApplicationRow)
    return Status(connection.scalar(select(applications.c.status).where(applications.c.id == KEY)) or "")


def assigned(connection: Connection, key: int = FIRST) -> Assignment:
    found = ask(connection, wants.AssignmentOf(key))
    assert isinstance(found, Assignment)
    return found


def hours(connection: Connection, before: int, after: int) -> tuple[LedgerEntry, ...]:
    """What the ledger moves, computed as a dialogue does it."""
    call: Call = ask(connection, wants.Calls())[-1]
    book = bags.Book(call.services, ask(connection, wants.LedgerOf(call.id)))
    (grant,) = ask(connection, wants.Grants(call.id))
    return packages.move(book, grant, before, after, NOW, note="consta").entries


def joins(connection: Connection, key: int = FIRST, mentor: int = MENTOR) -> None:
    do(connection, NURIA, mentored.AssignMentor(key, KEY, mentor))
    do(connection, NURIA, mentored.AcceptAssignment(key, KEY, Side.MENTOR, How.PHONE))
    do(connection, AINA, mentored.AcceptAssignment(key, KEY, Side.COUNCIL))


def tells(connection: Connection, key: int, minutes: int, assignment: int = FIRST) -> None:
    entries = hours(connection, 0, minutes)
    do(connection, MARTI, mentored.LogSession(key, assignment, KEY, DAY, minutes, LAST, entries, topic="clàusules"))


def test_contacts_are_exchanged_when_both_sides_have_accepted(connection: Connection) -> None:
    do(connection, MARTI, changes.UseInvitation("m" * 64, Role.MENTOR, GIRONA))
    do(connection, NURIA, mentored.AssignMentor(FIRST, KEY, MENTOR))
    do(connection, MARTI, mentored.AcceptAssignment(FIRST, KEY, Side.MENTOR, contact="marti@girona.example"))
    proposed = assigned(connection)
    assert (proposed.state, proposed.exchanged, proposed.by_council) == (AssignmentState.PROPOSED, None, None)
    assert status(connection) is Status.ACCEPTED
    do(connection, NURIA, mentored.AcceptAssignment(FIRST, KEY, Side.COUNCIL, How.PHONE))
    agreed = assigned(connection)
    assert (agreed.state, agreed.exchanged) == (AssignmentState.AGREED, NOW)
    assert agreed.by_council is not None
    assert agreed.by_council.how is How.PHONE
    assert (agreed.mentor.person, agreed.mentor.contact) == (MARTI, "marti@girona.example")
    assert (agreed.mentor.bodies, agreed.contacts) == (frozenset({GIRONA}), (AINA,))
    assert status(connection) is Status.ASSIGNED


def test_package_finishes_with_the_last_confirmed_hour_and_not_before(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 120)
    assert status(connection) is Status.RUNNING
    do(connection, AINA, mentored.ConfirmSession(40, KEY))
    tells(connection, 41, 120)
    one = assigned(connection)
    assert (one.confirmed, one.pending, one.grant.reserved, one.grant.consumed) == (120, 120, 0, 240)
    assert status(connection) is Status.RUNNING
    do(connection, 0, mentored.PassInSilence(41, KEY))
    assert status(connection) is Status.FINISHED
    # A correction that both agree on gives hours back: there are hours to be done again.
    do(connection, MARTI, mentored.ClaimMinutes(41, KEY, Side.MENTOR, 60, LAST))
    said = assigned(connection).session(41)
    assert said is not None
    assert said.says == {Side.MENTOR: 60}
    do(connection, AINA, mentored.AgreeSession(41, KEY, DAY, 60, hours(connection, 120, 60)))
    assert status(connection) is Status.RUNNING
    assert assigned(connection).confirmed == 180


def test_dispute_keeps_the_package_open_until_it_is_settled(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 240)
    do(connection, AINA, mentored.ClaimMinutes(40, KEY, Side.COUNCIL, 180, LAST))
    do(connection, MARTI, mentored.DisputeSession(40, KEY, "Eren 3."))
    (disputed,) = assigned(connection).sessions
    assert (disputed.state, disputed.says, disputed.note) == (SessionState.DISPUTED, {Side.COUNCIL: 180}, "Eren 3.")
    assert status(connection) is Status.RUNNING
    do(connection, NURIA, mentored.SettleSession(40, KEY, DAY, 210, "Ho diu l'acta.", hours(connection, 240, 210)))
    (settled,) = assigned(connection).sessions
    assert (settled.state, settled.minutes, settled.note) == (SessionState.SETTLED, 210, "Ho diu l'acta.")
    assert assigned(connection).grant.reserved == 30


def test_undoing_and_amending_by_new_entries_that_name_the_session(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 120)
    amended = mentored.AmendSession(40, KEY, DAY, 180, LAST, hours(connection, 120, 180), 600, "remote", "contractes")
    do(connection, MARTI, amended)
    (now,) = assigned(connection).sessions
    assert (now.minutes, now.begins, now.modality, now.topic) == (180, 600, "remote", "contractes")
    do(connection, MARTI, mentored.UndoSession(40, KEY, hours(connection, 180, 0)))
    assert status(connection) is Status.ASSIGNED
    entries = ask(connection, wants.LedgerOf("2020-1"))
    assert [(one.kind, one.minutes, one.session) for one in entries[1:]] == [
        (EntryKind.CONSUME, 120, 40),
        (EntryKind.CONSUME, 60, 40),
        (EntryKind.RESTORE, 180, 40),
    ]


def test_change_of_mentor_keeps_the_hours_and_whose_they_were(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 60)
    missed = mentored.LogSession(41, FIRST, KEY, DAY, 0, LAST, (), state=SessionState.NO_SHOW)
    do(connection, MARTI, missed)
    do(connection, MARTI, mentored.ProposeDate(50, FIRST, KEY, LAST, 600, 120, Side.MENTOR))
    ended = mentored.EndAssignment(FIRST, KEY, AssignmentState.REPLACED, Side.OFFICE, "Canvia de feina.")
    do(connection, NURIA, ended, mentored.AssignMentor(31, KEY, ADVISER))
    assert status(connection) is Status.ACCEPTED
    first, second = ask(connection, wants.AssignmentsIn("2020-1"))
    assert (first.reason, first.ended, first.appointments[0].state) == (
        "Canvia de feina.",
        NOW,
        AppointmentState.CANCELLED,
    )
    assert (first.mentor.committed, first.mentor.left) == (60, 240)
    assert (second.mentor.committed, second.mentor.left) == (180, 420)
    do(connection, NURIA, mentored.AcceptAssignment(31, KEY, Side.MENTOR, How.PHONE))
    do(connection, NURIA, mentored.AcceptAssignment(31, KEY, Side.COUNCIL, How.PHONE))
    assert status(connection) is Status.RUNNING
    assert first.session(41) is not None
    assert first.session(41).final


def test_two_people_at_once_cannot_go_with_an_application(connection: Connection) -> None:
    joins(connection)
    with pytest.raises(IntegrityError):
        do(connection, NURIA, mentored.AssignMentor(31, KEY, ADVISER))


def test_renouncing_ends_the_assignment(connection: Connection) -> None:
    joins(connection)
    do(connection, AINA, changes.MoveApplication(KEY, Status.RENOUNCED, Status.ASSIGNED))
    assert assigned(connection).state is AssignmentState.ENDED
    assert status(connection) is Status.RENOUNCED


def test_who_erases_their_data_leaves_the_package_without_anybody(connection: Connection) -> None:
    do(connection, MARTI, changes.UseInvitation("m" * 64, Role.MENTOR, GIRONA))
    joins(connection)
    said = mentored.LogSession(40, FIRST, KEY, DAY, 60, LAST, hours(connection, 0, 60), message=9, text="Soc en Martí")
    do(connection, MARTI, said)
    erasure.erase_on_request(connection, MARTI, -77, "farewell", NOW)
    one = assigned(connection)
    assert (one.mentor.name, one.mentor.person, one.mentor.state) == ("", -77, MentorState.LEFT)
    assert (one.state, status(connection)) == (AssignmentState.REPLACED, Status.ACCEPTED)
    (session,) = one.sessions
    assert (session.minutes, session.text, session.message, session.reporter) == (60, "", 0, -77)
    lines = table(models.AuditRow)
    (line,) = connection.execute(select(lines).where(lines.c.action == "MoveApplication", lines.c.actor == 0)).all()[
        -1:
    ]
    assert (line.before, line.after["to"]) == ("running", "accepted")


def test_each_reads_what_is_theirs(connection: Connection) -> None:
    do(connection, MARTI, changes.UseInvitation("m" * 64, Role.MENTOR, GIRONA))
    joins(connection)
    tells(connection, 40, 60)
    do(connection, AINA, mentored.ProposeDate(50, FIRST, KEY, LAST, 600, 120, Side.COUNCIL, "remote", "Zoom"))
    do(connection, MARTI, mentored.MoveDate(50, KEY, AppointmentState.AGREED, Side.MENTOR))
    mine = ask(connection, wants.MyMentoring(), MARTI)
    assert [one.id for one in mine.profiles] == [MENTOR]
    assert [one.id for one in mine.assignments] == [FIRST]
    (date_,) = mine.assignments[0].appointments
    assert (date_.state, date_.root, date_.sequence) == (AppointmentState.AGREED, 50, 0)
    assert mine.assignments[0].appointment(50) == date_
    assert ask(connection, wants.MyMentoring(), AINA).assignments == ()
    assert [one.id for one in ask(connection, wants.MyAssignments(), AINA)] == [FIRST]
    assert ask(connection, wants.MyAssignments(), MARTI) == ()
    assert ask(connection, wants.AssignmentOfSession(40)).id == FIRST
    assert ask(connection, wants.AssignmentOfDate(50)).id == FIRST
    assert ask(connection, wants.AssignmentOfSession(99)) is None
    assert ask(connection, wants.AssignmentOf(99)) is None
    (grant,) = ask(connection, wants.Grants("2020-1"))
    assert (grant.id, grant.status, grant.service, grant.granted, grant.reserved, grant.consumed) == (
        KEY,
        Status.RUNNING,
        "mentoring",
        240,
        180,
        60,
    )
    assert [one.name for one in ask(connection, wants.Mentors("2020-1"))] == ["Martí", "Ona"]


def test_profile_is_put_right_and_paused_and_a_pause_of_sessions_ends(connection: Connection) -> None:
    do(connection, NURIA, mentored.KeepMentor(MENTOR, "Martí", ("food",), "remote", 120, "x", MentorState.PAUSED))
    kept = ask(connection, wants.Mentors("2020-1"))[0]
    assert (kept.topics, kept.modality, kept.minutes, kept.state) == (("food",), "remote", 120, MentorState.PAUSED)
    joins(connection)
    do(connection, AINA, mentored.PauseAssignment(FIRST, KEY, True, Side.COUNCIL))
    assert assigned(connection).paused == NOW
    do(connection, AINA, mentored.PauseAssignment(FIRST, KEY, False, Side.COUNCIL))
    assert assigned(connection).paused is None


STEPS = some.lists(
    some.tuples(
        some.sampled_from(
            (
                "tell",
                "amend",
                "undo",
                "confirm",
                "silence",
                "claim",
                "day",
                "withdraw",
                "agree",
                "dispute",
                "settle",
                "exceed",
                "over",
            )
        ),
        some.integers(0, 4),
        some.integers(1, 200),
    ),
    max_size=14,
)


def _step(connection: Connection, what: str, session: Session | None, key: int, minutes: int) -> None:
    if what == "tell" or session is None:
        if session is None and what == "over":
            waits = mentored.LogSession(key, FIRST, KEY, DAY, 0, LAST, (), state=SessionState.OVER, wanted=minutes)
            do(connection, MARTI, waits)
        elif session is None:
            tells(connection, key, minutes)
        return
    if session.state is SessionState.UNDONE:
        return
    entries = hours(connection, session.minutes, 0 if what == "undo" else minutes)
    same: dict[str, Change] = {
        "amend": mentored.AmendSession(key, KEY, DAY, minutes, LAST, entries),
        "undo": mentored.UndoSession(key, KEY, entries),
        "confirm": mentored.ConfirmSession(key, KEY),
        "silence": mentored.PassInSilence(key, KEY),
        "claim": mentored.ClaimMinutes(key, KEY, Side.COUNCIL, minutes, LAST),
        "day": mentored.ClaimMinutes(key, KEY, Side.MENTOR, minutes, LAST, day=DAY - timedelta(days=1)),
        "withdraw": mentored.WithdrawClaim(key, KEY, LAST),
        "exceed": mentored.ExceedPackage(key, KEY, minutes),
        "over": mentored.ExceedPackage(key, KEY, minutes),
        "agree": mentored.AgreeSession(key, KEY, DAY, minutes, entries),
        "dispute": mentored.DisputeSession(key, KEY),
        "settle": mentored.SettleSession(key, KEY, DAY, minutes, "consta", entries),
    }
    do(connection, NURIA, same[what])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_in_any_order_the_ledger_has_the_sum_of_the_sessions_and_the_state_follows(
    connection: Connection, steps: list[tuple[str, int, int]]
) -> None:
    attempt = connection.begin_nested()
    joins(connection)
    for what, which, minutes in steps:
        _step(connection, what, assigned(connection).session(40 + which), 40 + which, minutes)
        one = assigned(connection)
        assert one.confirmed + one.pending == one.grant.consumed
        assert one.grant.reserved == max(0, 240 - one.grant.consumed)
        told = [session for session in one.sessions if session.state is not SessionState.UNDONE]
        done = one.grant.consumed >= 240 and all(session.final for session in told)
        expected = Status.FINISHED if done else Status.RUNNING if told else Status.ASSIGNED
        assert status(connection) is expected
        for session in one.sessions:
            moved = [entry for entry in ask(connection, wants.LedgerOf("2020-1")) if entry.session == session.id]
            consumed = sum(entry.minutes for entry in moved if entry.kind is EntryKind.CONSUME)
            restored = sum(entry.minutes for entry in moved if entry.kind is EntryKind.RESTORE)
            assert consumed - restored == session.minutes
    attempt.rollback()


def test_more_than_the_package_waits_and_does_not_count_until_the_commission_has_spoken(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 240)
    do(connection, AINA, mentored.ConfirmSession(40, KEY))
    over = mentored.LogSession(41, FIRST, KEY, DAY, 0, LAST, (), state=SessionState.OVER, wanted=60)
    do(connection, MARTI, over)
    said = assigned(connection).session(41)
    assert said is not None
    assert (said.state, said.minutes, said.says, said.final) == (SessionState.OVER, 0, {Side.MENTOR: 60}, False)
    assert status(connection) is Status.RUNNING
    do(connection, NURIA, mentored.AmendSession(41, KEY, DAY, 60, LAST, hours(connection, 0, 60), note="consta"))
    allowed = assigned(connection).session(41)
    assert allowed is not None
    assert (allowed.state, allowed.minutes, allowed.says) == (SessionState.REPORTED, 60, {})
    do(connection, MARTI, mentored.ExceedPackage(41, KEY, 90))
    assert assigned(connection).pending == 60


def test_claim_about_the_day_gives_the_other_side_time_and_can_be_taken_back(connection: Connection) -> None:
    joins(connection)
    tells(connection, 40, 60)
    other = DAY - timedelta(days=1)
    do(connection, AINA, mentored.ClaimMinutes(40, KEY, Side.COUNCIL, 60, LAST + timedelta(days=1), day=other))
    (claimed,) = assigned(connection).sessions
    assert (claimed.says_day, claimed.confirm_by) == (other, LAST + timedelta(days=1))
    do(connection, AINA, mentored.WithdrawClaim(40, KEY, LAST))
    (back,) = assigned(connection).sessions
    assert (back.says, back.says_day, back.confirm_by) == ({}, None, LAST)
    do(connection, MARTI, mentored.AgreeSession(40, KEY, other, 60, ()))
    (agreed,) = assigned(connection).sessions
    assert (agreed.day, agreed.state) == (other, SessionState.CONFIRMED)
    about = mentored.AmendSession(40, KEY, other, 60, LAST, (), modality="remote", topic="lots", again=False)
    do(connection, MARTI, about)
    (kept,) = assigned(connection).sessions
    assert (kept.topic, kept.modality, kept.state) == ("lots", "remote", SessionState.CONFIRMED)
