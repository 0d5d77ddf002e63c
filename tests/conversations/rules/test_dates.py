"""Dates for sessions: when they are, which are still to come, and which one a new one takes the place of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from conversations.protocol.mentoring import Appointment, AppointmentState, Side
from conversations.rules import dates

FIRST = Appointment(1, 30, date(2020, 6, 9), 10 * 60, 90, Side.MENTOR, root=1)
BEGINS = datetime(2020, 6, 9, 8, 0, tzinfo=UTC)


def test_date_is_in_the_hour_of_madrid() -> None:
    assert dates.starts(FIRST) == BEGINS
    assert dates.ends(FIRST) == BEGINS + timedelta(minutes=90)
    winter = replace(FIRST, day=date(2020, 11, 3))
    assert dates.starts(winter) == datetime(2020, 11, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "comes"),
    [
        (AppointmentState.PROPOSED, True),
        (AppointmentState.AGREED, True),
        (AppointmentState.DECLINED, False),
        (AppointmentState.MOVED, False),
        (AppointmentState.CANCELLED, False),
        (AppointmentState.MISSED, False),
    ],
)
def test_what_is_open_and_has_not_begun_is_to_come(state: AppointmentState, comes: bool) -> None:
    one = replace(FIRST, state=state)
    assert dates.coming([one], BEGINS - timedelta(minutes=1)) == ((one,) if comes else ())
    assert dates.coming([one], BEGINS) == ()


def test_the_nearest_comes_first() -> None:
    later = replace(FIRST, id=2, day=date(2020, 6, 16))
    assert dates.coming([later, FIRST], BEGINS - timedelta(days=1)) == (FIRST, later)


def test_new_date_takes_the_place_of_the_agreed_one_of_its_row() -> None:
    agreed = replace(FIRST, state=AppointmentState.AGREED)
    other = replace(agreed, id=7, root=7)
    new = replace(FIRST, id=2, sequence=1)
    assert dates.stands([agreed, other, new], new) == agreed
    assert dates.stands([FIRST, other, new], new) is None


def test_sequence_goes_on_from_the_highest_of_its_row() -> None:
    second = replace(FIRST, id=2, sequence=1)
    other = replace(FIRST, id=7, root=7, sequence=5)
    assert dates.following([FIRST, second, other], FIRST) == 2
    assert dates.following([], FIRST) == 1
