"""When sessions may be held, told and answered, at the edges of the April call."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot import desk
from conversations.calls import parse
from conversations.rules import windows

APRIL = parse(desk.shipped("abril-2020"))
AUTUMN = parse(desk.shipped("setembre-2020").replace("# deadline =", "deadline ="))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 4, 30), False),
        (date(2020, 5, 1), True),
        (date(2020, 7, 31), True),
        (date(2020, 8, 1), False),
    ],
)
def test_sessions_are_from_may_to_july_both_included(day: date, expected: bool) -> None:
    assert windows.inside(APRIL, day) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2020, 7, 31, 22, 30, tzinfo=UTC), True),
        (datetime(2020, 8, 7, 21, 59, tzinfo=UTC), True),
        (datetime(2020, 8, 7, 22, 0, tzinfo=UTC), False),
    ],
)
def test_a_session_may_be_told_for_a_week_after_the_last_day(moment: datetime, expected: bool) -> None:
    assert windows.last_report(APRIL) == date(2020, 8, 7)
    assert windows.may_report(APRIL, moment) is expected


@pytest.mark.parametrize(
    ("told", "last"),
    [
        (date(2020, 6, 3), date(2020, 6, 10)),
        (date(2020, 6, 5), date(2020, 6, 12)),
        (date(2020, 6, 20), date(2020, 6, 29)),
        (date(2020, 7, 31), date(2020, 8, 7)),
    ],
)
def test_silence_confirms_after_five_working_days(told: date, last: date) -> None:
    assert windows.confirm_by(APRIL, told) == last


def test_no_working_days_after_is_the_day_itself() -> None:
    assert windows.working_days_after(APRIL, date(2020, 6, 6), 0) == date(2020, 6, 6)


def test_the_call_at_hand_is_the_one_that_closed_last() -> None:
    may, june, november = (datetime(2020, month, 20, tzinfo=UTC) for month in (4, 6, 11))
    assert windows.at_hand((APRIL, AUTUMN), may) is APRIL
    assert windows.at_hand((APRIL, AUTUMN), june) is APRIL
    assert windows.at_hand((APRIL, AUTUMN), november) is AUTUMN
    assert windows.at_hand((), may) is None
