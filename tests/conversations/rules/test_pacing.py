"""When something is said unasked about a package under way: dates, silence and the last days (R37, R45, N18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from conversations.protocol.agenda import Paced
from conversations.protocol.facts import Application
from conversations.protocol.mentoring import (
    Appointment,
    AppointmentState,
    Assignment,
    AssignmentState,
    Grant,
    Mentor,
    Session,
    SessionState,
    Side,
)
from conversations.rules import pacing
from conversations.rules.pacing import Kind
from tests.conversations.rules.test_reminders import APRIL, madrid

AGREED = madrid("2020-05-20", "12:00:00").astimezone(UTC)
GRANT = Grant(Application("2020-1.171557.1", "2020-1", "171557", "Salt"), "mentoring", 240, reserved=240)
PACKAGE = Assignment(1, Mentor(2, "Martí"), GRANT, AssignmentState.AGREED, AGREED, exchanged=AGREED)


def on(day: str, state: AppointmentState = AppointmentState.AGREED, begins: int = 600) -> Appointment:
    return Appointment(7, 1, date.fromisoformat(day), begins, 120, Side.MENTOR, state)


def told(day: str, state: SessionState = SessionState.REPORTED) -> Session:
    at = madrid(day, "18:00:00").astimezone(UTC)
    return Session(3, 1, date.fromisoformat(day), 120, 5, at, date(2020, 6, 30), state)


def with_(*these: Session | Appointment, **more: object) -> Assignment:
    sessions = tuple(one for one in these if isinstance(one, Session))
    dates = tuple(one for one in these if isinstance(one, Appointment))
    return replace(PACKAGE, sessions=sessions, appointments=dates, **more)  # type: ignore[arg-type]


def planned(assignment: Assignment, **more: object) -> list[tuple[Kind, datetime]]:
    one = Paced(assignment, AGREED, **more)  # type: ignore[arg-type]
    return [(plan.kind, plan.moment) for plan in pacing.timeline(APRIL, one)]


LAST_DAYS = [(Kind.ENDING, madrid("2020-07-17")), (Kind.OVER, madrid("2020-08-03"))]


@pytest.mark.parametrize(
    ("assignment", "more", "expected"),
    [
        (PACKAGE, {}, [(Kind.QUIET, madrid("2020-06-03"))]),
        (with_(told("2020-05-25")), {}, [(Kind.QUIET, madrid("2020-06-08"))]),
        (with_(told("2020-05-25", SessionState.UNDONE)), {}, [(Kind.QUIET, madrid("2020-06-08"))]),
        # a date to come, agreed or not, is a sign of life
        (with_(on("2020-06-12", AppointmentState.PROPOSED)), {}, [(Kind.QUIET, madrid("2020-06-26"))]),
        (PACKAGE, {"resumed": madrid("2020-06-01")}, [(Kind.QUIET, madrid("2020-06-15"))]),
        # the second nudge, and never a third
        (PACKAGE, {"nudged": 1, "nudged_at": madrid("2020-06-03")}, [(Kind.QUIET, madrid("2020-06-17"))]),
        (PACKAGE, {"nudged": 2, "nudged_at": madrid("2020-06-17")}, []),
        # in a weekend or on a holiday it waits
        (with_(told("2020-05-18")), {"resumed": madrid("2020-05-24")}, [(Kind.QUIET, madrid("2020-06-08"))]),
        (with_(told("2020-06-10")), {}, [(Kind.QUIET, madrid("2020-06-25"))]),
        (replace(PACKAGE, paused=AGREED), {}, []),
    ],
)
def test_silence_is_spoken_of(assignment: Assignment, more: dict[str, object], expected: object) -> None:
    assert planned(assignment, **more) == [*expected, *LAST_DAYS]  # type: ignore[misc]


def test_nothing_is_expected_of_what_is_done_or_has_ended() -> None:
    assert planned(replace(PACKAGE, grant=replace(GRANT, reserved=0))) == []
    assert planned(replace(PACKAGE, state=AssignmentState.ENDED)) == []
    assert planned(replace(PACKAGE, state=AssignmentState.PROPOSED)) == []


@pytest.mark.parametrize(
    ("dates", "tomorrow", "held"),
    [
        ((on("2020-06-09"),), madrid("2020-06-08"), madrid("2020-06-09", "12:00:00")),
        # before a Monday, on Friday; after a session that ends at night, the next morning
        ((on("2020-06-08"),), madrid("2020-06-05"), madrid("2020-06-08", "12:00:00")),
        ((on("2020-06-09", begins=1140),), madrid("2020-06-08"), madrid("2020-06-10")),
        # the 24th is a holiday
        ((on("2020-06-25"),), madrid("2020-06-23"), madrid("2020-06-25", "12:00:00")),
        ((on("2020-06-09"), told("2020-06-09")), madrid("2020-06-08"), None),
        ((on("2020-06-09"), told("2020-06-09", SessionState.NO_SHOW)), madrid("2020-06-08"), None),
        ((on("2020-06-09"), told("2020-06-09", SessionState.UNDONE)), madrid("2020-06-08"),
         madrid("2020-06-09", "12:00:00")),
        ((on("2020-06-09", AppointmentState.PROPOSED),), None, None),
        ((on("2020-06-09", AppointmentState.CANCELLED),), None, None),
    ],
)  # fmt: skip
def test_dates(dates: tuple[Session | Appointment, ...], tomorrow: object, held: object) -> None:
    found = dict(planned(with_(*dates)))
    assert (found.get(Kind.TOMORROW), found.get(Kind.HELD)) == (tomorrow, held)
    assert Kind.HELD not in dict(planned(with_(*dates, paused=AGREED)))


def kinds(one: Paced, now: datetime) -> list[Kind]:
    return [plan.kind for plan in pacing.due(APRIL, one, now)]


def test_after_an_outage_only_what_is_still_useful_is_said() -> None:
    one = Paced(with_(on("2020-06-09")), AGREED)
    assert kinds(one, madrid("2020-06-05")) == []
    assert kinds(one, madrid("2020-06-08", "15:00:00")) == [Kind.TOMORROW]
    assert kinds(one, madrid("2020-06-09", "11:00:00")) == []
    assert kinds(one, madrid("2020-06-09", "12:00:00")) == [Kind.HELD]
    assert kinds(one, madrid("2020-08-06")) == [Kind.HELD, Kind.OVER]
    assert kinds(one, madrid("2020-08-10")) == []
    assert pacing.following(APRIL, one, madrid("2020-06-08")) == madrid("2020-06-09", "12:00:00")
    assert pacing.following(APRIL, one, madrid("2020-08-10")) is None


def test_in_the_last_days_nobody_is_nudged_beside_being_told_what_is_left() -> None:
    one = Paced(with_(told("2020-07-06")), AGREED)
    assert kinds(one, madrid("2020-07-21")) == [Kind.ENDING]


def test_a_package_loses_its_hours_when_nothing_can_be_told_any_more() -> None:
    assert pacing.lapses(APRIL) == madrid("2020-08-10")
