"""Until when a council answers, when it is reminded once, and when the office hears of its silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from conversations.protocol.method import Telling
from conversations.rules import awaiting
from conversations.rules.awaiting import Nudge
from conversations.rules.courtesy import at, polite
from conversations.rules.deadlines import MADRID, start_of
from tests.support.april import CALL

MEETING = date(2020, 5, 14)
LAST = date(2020, 5, 22)
NINE = CALL.courtesy.begins


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2020, 5, day, hour, minute, tzinfo=MADRID)


@pytest.mark.parametrize(
    ("today", "days", "last"),
    [
        (date(2020, 5, 14), 6, date(2020, 5, 22)),
        (date(2020, 5, 15), 1, date(2020, 5, 18)),
        (date(2020, 5, 16), 1, date(2020, 5, 18)),
        (date(2020, 4, 30), 1, date(2020, 5, 4)),  # 1 May is a holiday, and a weekend follows
        (date(2020, 5, 14), 10, date(2020, 5, 28)),
    ],
)
def test_last_day_counts_working_days(today: date, days: int, last: date) -> None:
    call = replace(CALL, telling=replace(CALL.telling, answer_days=days, reminder_days=0))
    assert awaiting.last_day(call, today) == last


def test_half_of_the_days_are_enough() -> None:
    assert awaiting.enough(CALL, LAST, MEETING)
    assert awaiting.enough(CALL, LAST, date(2020, 5, 19))
    assert not awaiting.enough(CALL, LAST, date(2020, 5, 20))


def test_the_last_day_is_whole() -> None:
    assert not awaiting.over(LAST, start_of(LAST) + timedelta(hours=23))
    assert awaiting.over(LAST, start_of(LAST + timedelta(days=1)))


def test_moments_are_polite_and_in_order() -> None:
    moments = awaiting.moments(CALL, LAST)
    assert moments == (
        (at(date(2020, 5, 20), NINE), Nudge.REMINDER),
        (at(date(2020, 5, 25), NINE), Nudge.SILENCE),
    )
    assert all(polite(moment, CALL) for moment, _ in moments)


def test_call_without_a_reminder_has_only_the_silence() -> None:
    call = replace(CALL, telling=Telling(reminder_days=0))
    assert [nudge for _, nudge in awaiting.moments(call, LAST)] == [Nudge.SILENCE]


@pytest.mark.parametrize(
    ("since", "now", "said", "following"),
    [
        (local(14, 11), local(14, 11), None, local(20, 9)),
        (local(14, 11), local(20, 8, 59), None, local(20, 9)),
        (local(20, 9), local(20, 9), Nudge.REMINDER, local(25, 9)),
        (local(20, 9), local(22, 23, 59), Nudge.REMINDER, local(25, 9)),
        (local(20, 9), local(23, 0), None, local(25, 9)),  # the bot was away: a reminder is of no use any more
        (local(25, 9), local(25, 9), Nudge.SILENCE, None),
        (local(20, 9), local(29, 12), Nudge.SILENCE, None),  # away for days: only what is still useful
        (local(25, 10), local(29, 12), None, None),
    ],
)
def test_due(since: datetime, now: datetime, said: Nudge | None, following: datetime | None) -> None:
    assert awaiting.due(CALL, LAST, since, now) == (said, following)
