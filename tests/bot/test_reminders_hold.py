"""Reminders hold whatever happens: downtimes, clocks that jump or step back, extensions, both changes of the hour (N6).

The real planner and the real tables, in memory; what is expected is worked out here by hand, hours of Madrid included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot import desk
from bot.notifier import Notifier
from conversations.protocol.changes import (
    AnswerData,
    Change,
    ExtendCall,
    Invite,
    RequestData,
    SkipCall,
    StartApplication,
    Submit,
    UseInvitation,
)
from conversations.protocol.facts import Role
from storage import changes, models, register
from storage.changes import Done
from storage.database import Database, engine_for
from storage.migrations import migrate
from storage.tables import table
from tests.conversation import SetClock

AINA, MARC, NURIA = 1001, 1002, 2001
SALT = "171557"
KEY = f"2020-1.{SALT}.1"
HOLIDAYS = {
    date(2020, month, day)
    for month, day in ((1, 1), (1, 6), (4, 10), (4, 13), (5, 1), (6, 1), (6, 24), (9, 11), (10, 12), (12, 8), (12, 25))
} | {date(2020, 12, 26), date(2020, 8, 15)}
SUMMER = datetime(2020, 3, 29, 1, tzinfo=UTC), datetime(2020, 10, 25, 1, tzinfo=UTC)
DEADLINES = (
    date(2020, 5, 8),  # a holiday seven days before
    date(2020, 3, 31),  # the clock goes forward two days before
    date(2020, 3, 29),  # the last day is a Sunday, and the one on which it goes forward
    date(2020, 4, 14),  # after four days without work
    date(2020, 10, 26),  # the clock goes back the day before
    date(2020, 10, 25),
    date(2020, 10, 30),
)
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
LETTERS, WATCH = table(models.LetterRow), table(models.WatchRow)


def local(moment: datetime) -> datetime:
    """The wall clock of Madrid, by the dates of 2020."""
    return moment.replace(tzinfo=None) + timedelta(hours=2 if SUMMER[0] <= moment < SUMMER[1] else 1)


def at_nine(day: date) -> datetime:
    """Nine in the morning of a day in Madrid (UTC)."""
    summer = date(2020, 3, 29) <= day < date(2020, 10, 25)
    return datetime(day.year, day.month, day.day, 7 if summer else 8, tzinfo=UTC)


def workday(day: date) -> bool:
    """A day on which people work."""
    return day.weekday() < 5 and day not in HOLIDAYS


def humane(moment: datetime, deadline: date) -> bool:
    """Whether people may be written to unasked."""
    there = local(moment)
    return (there.hour, there.minute) >= (9, 0) and (there.hour, there.minute) < (14, 30) and (
        workday(there.date()) or there.date() == deadline
    )  # fmt: skip


def reminder(deadline: date, days: int) -> datetime:
    """When a reminder is planned: so many days before, or on the working day before that."""
    day = deadline - timedelta(days=days)
    while days and not workday(day):
        day -= timedelta(days=1)
    return at_nine(day)


@dataclass
class Life:
    """One bot on one call, with what a person who keeps a diary would expect of it."""

    connection: Connection
    deadline: date
    days: tuple[int, ...]
    clock: SetClock
    notifier: Notifier
    standing: str = "not_begun"
    steady: datetime = BEFORE  # nothing that plans anew has happened since
    extensions: list[tuple[datetime, date]] = field(default_factory=list)
    requests: int = 0
    answer_by: date | None = None
    told: list[str] = field(default_factory=list)

    def does(self, *done: Change, person: int = AINA) -> None:
        """Somebody does something now."""
        now = self.clock.now()
        changes.meet(self.connection, [person], now)
        for one in done:
            changes.write(self.connection, [Done(person, one, now)])

    def stands(self, standing: str) -> None:
        """The council stands elsewhere from now on."""
        if standing != self.standing:
            self.standing, self.steady = standing, self.clock.now()

    def planned(self) -> list[tuple[datetime, str]]:
        """What is planned for the council as it stands, in order: the moment, and the key without call and body."""
        if self.standing == "lacks_data" and self.answer_by is not None:
            day = self.answer_by - timedelta(days=1)
            while not workday(day):
                day -= timedelta(days=1)
            return [(at_nine(day), f"data:{self.answer_by.isoformat()}")]
        days = {"draft": self.days, "not_begun": (7,)}.get(self.standing, ())
        moments = [(reminder(self.deadline, one), one) for one in days]
        return [
            (moment, f"{self.standing}:{one}:{local(moment).date().isoformat()}") for moment, one in sorted(moments)
        ]

    def over(self) -> datetime:
        """When what is planned now becomes useless (UTC)."""
        by_data = self.standing == "lacks_data" and self.answer_by is not None
        last = self.answer_by if by_data and self.answer_by else self.deadline
        return at_nine(last + timedelta(days=1)) - timedelta(hours=9)

    def looks(self) -> None:
        """The bot wakes and says what is due. Whatever it says must be humane, new, useful and complete."""
        now = self.clock.now()
        before = len(self.letters())
        while self.notifier._batch(self.connection)[1]:
            pass
        fresh = [one for one in self.letters()[before:] if one.state == "waiting"]
        said = [self.kind(one.once) for one in fresh]
        if said:
            assert humane(now, self.deadline), (local(now), said)
            assert now < self.over(), said
        assert len([one for one in said if one.startswith("extension")]) <= 1, said
        assert len([one for one in said if not one.startswith("extension")]) <= 1, said
        self.told += said
        assert len(set(self.told)) == len(self.told), self.told
        assert len([one for one in self.told if one.startswith("not_begun")]) <= 1, self.told
        if humane(now, self.deadline) and now < self.over():
            self.misses_nothing(now)

    def misses_nothing(self, now: datetime) -> None:
        """The last thing that was planned and has come to its time has been said; so has that there is more time."""
        come = [key for moment, key in self.planned() if self.steady < moment <= now]
        if come and not (self.standing == "not_begun" and any(one.startswith("not_begun") for one in self.told)):
            assert come[-1] in self.told, (come, self.told)
        moved = [(at, to) for at, to in self.extensions if at <= now]
        if moved and self.standing == "draft" and moved[-1][0] >= self.steady:
            assert f"extension:{moved[-1][1].isoformat()}" in self.told, self.told

    def letters(self) -> Sequence[Any]:
        """Everything that was ever written, sent or skipped."""
        return self.connection.execute(select(LETTERS).order_by(LETTERS.c.id)).all()

    def kind(self, once: str) -> str:
        """A key without the call and the body."""
        return once.removeprefix(f"2020-1.{SALT}.")

    def ends(self) -> None:
        """The call is over: what was planned is either told or recorded as skipped, once, and nothing is left over."""
        pending = self.connection.scalar(select(WATCH.c.next_notice_at))
        assert pending is None, pending
        recorded = [self.kind(one.once) for one in self.letters()]
        assert len(set(recorded)) == len(recorded)
        wanted = [key for moment, key in self.planned() if moment > self.steady]
        if self.standing == "not_begun" and any(one.startswith("not_begun") for one in self.told):
            wanted = []  # once in a call, whatever its deadline became
        assert set(wanted) <= set(recorded), (wanted, recorded)

    # What may happen

    def acts(self, what: str) -> None:
        """Something happens that may or may not plan anew."""
        now = self.clock.now()
        if what == "begins" and self.standing == "not_begun":
            self.does(StartApplication(KEY, "2020-1", SALT))
            self.stands("draft")
        elif what == "not now" and self.standing == "not_begun":
            self.does(SkipCall("2020-1", SALT, True))
            self.stands("done")
        elif what == "sends" and self.standing == "draft":
            self.does(Submit(KEY, "2020-1", "2020-1-001"))
            self.stands("done")
        elif what == "lacks" and self.has_sent():
            self.requests += 1
            self.answer_by = local(now).date() + timedelta(days=6)
            self.does(RequestData(self.requests, KEY, "Quantes?", self.answer_by), person=NURIA)
            self.stands("lacks_data")
        elif what == "answers" and self.standing == "lacks_data":
            self.does(AnswerData(self.requests, KEY, "Deu.", 0))
            self.stands("done")
        elif what == "joins":
            self.does(*seat(f"marc-{now.timestamp()}"), person=MARC)
        elif what.startswith("extends"):
            self.extends(self.deadline + timedelta(days=int(what.split()[1])))

    def has_sent(self) -> bool:
        """Whether the application waits for the office."""
        status = self.connection.scalar(select(table(models.ApplicationRow).c.status))
        return self.standing == "done" and status == "submitted"

    def extends(self, to: date) -> None:
        """The office moves the deadline; it does so while the call is open or soon after."""
        now = self.clock.now()
        if local(now).date() > self.deadline + timedelta(days=2) or local(now).date() > to:
            return
        self.does(ExtendCall("2020-1", to, "Hi ha hagut una avaria.", self.deadline), person=NURIA)
        self.deadline = to
        self.extensions.append((now, to))
        if self.standing in ("draft", "not_begun"):
            self.steady = now


def seat(digest: str) -> tuple[Change, ...]:
    """An invitation to Salt, and its use."""
    return (Invite(digest, Role.CONTACT, SALT), UseInvitation(digest, Role.CONTACT, SALT))


@pytest.fixture(scope="module")
def memory() -> Iterator[Connection]:
    """A database in memory with the register in it; each example is rolled back."""
    engine = engine_for("sqlite://")
    migrate(engine)
    with engine.connect() as connection:
        with connection.begin():
            register.add(connection, SALT, "Salt")
        yield connection
    engine.dispose()


DEEDS = ("looks", "looks", "looks", "looks", "begins", "begins", "not now", "sends", "lacks", "answers", "joins")
MOVES = ("extends 1", "extends 3", "extends 7")
STEPS = st.tuples(
    st.one_of(st.integers(1, 300), st.integers(300, 60 * 24 * 6), st.integers(-40, -1)),
    st.sampled_from((*DEEDS, *MOVES)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    deadline=st.sampled_from(DEADLINES),
    days=st.sampled_from(((7, 2, 0), (2, 0), (7, 1), (14, 7, 3, 0))),
    lead=st.integers(1, 16 * 24),
    steps=st.lists(STEPS, max_size=25),
    rhythm=st.sampled_from((7, 12, 23, 31)),
)
@example(  # a second contact joins while the reminder of what is lacking waits for the bot to be back
    deadline=DEADLINES[0],
    days=(7, 2, 0),
    lead=10,
    steps=[(1, "begins"), (1, "sends"), (1, "lacks"), (7288, "joins")],
    rhythm=7,
)
@example(  # the deadline moves again after the clock has stepped back
    deadline=DEADLINES[0],
    days=(7, 2, 0),
    lead=1,
    steps=[(1, "begins"), (1, "extends 3"), (-1, "extends 1")],
    rhythm=7,
)
def test_whatever_happens_reminders_are_once_useful_and_humane(
    memory: Connection,
    deadline: date,
    days: tuple[int, ...],
    lead: int,
    steps: list[tuple[int, str]],
    rhythm: int,
) -> None:
    """The bot looks when it is up: at random moments first, then every so many hours until all is over."""
    begins = at_nine(deadline) - timedelta(hours=lead, minutes=1)
    with memory.begin() as transaction:
        life = opened(memory, deadline, days, begins)
        for minutes, what in steps:
            life.clock.moment += timedelta(minutes=minutes)
            life.acts(what)
            life.looks() if what == "looks" else None
        while life.clock.now() < life.over() + timedelta(days=6):
            life.clock.moment += timedelta(hours=rhythm)
            life.looks()
        life.clock.moment = at_nine(next(day for day in _days(local(life.clock.now()).date()) if workday(day)))
        life.looks()
        life.ends()
        transaction.rollback()


def _days(after: date) -> Iterator[date]:
    while True:
        after += timedelta(days=1)
        yield after


def opened(connection: Connection, deadline: date, days: tuple[int, ...], begins: datetime) -> Life:
    """A call with these reminders, and Salt with a contact."""
    text = re.sub(r"deadline = [\d-]+", f"deadline = {deadline.isoformat()}", desk.shipped("abril-2020"), count=1)
    wanted = "\n".join(f'[[reminders]]\nto = "draft"\ndays = {one}\n' for one in days)
    text = re.sub(r'\[\[reminders\]\]\nto = "draft"\ndays = \d\n', "", text)
    text = text.replace('[[reminders]]\nto = "not_begun"', wanted + '\n[[reminders]]\nto = "not_begun"')
    clock = SetClock(begins)
    desk.open_call(connection, text, begins)
    notifier = Notifier(Database(connection.engine), clock, "bot", lambda: None)
    life = Life(connection, deadline, days, clock, notifier, steady=begins)
    life.does(*seat("aina"))
    return life
