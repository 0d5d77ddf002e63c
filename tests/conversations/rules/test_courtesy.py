"""Nobody is written to unasked at an impolite hour (R45)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.desk import shipped
from conversations.calls import parse
from conversations.protocol.facts import Courtesy
from conversations.rules import courtesy
from conversations.rules.deadlines import MADRID

APRIL = parse(shipped("abril-2020"))


def madrid(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=MADRID)


@pytest.mark.parametrize(
    ("day", "clock", "polite"),
    [
        ("2020-05-06", "08:59:59", False),
        ("2020-05-06", "09:00:00", True),
        ("2020-05-06", "14:29:59", True),
        ("2020-05-06", "14:30:00", False),
        ("2020-05-06", "20:00:00", False),
        ("2020-05-01", "10:00:00", False),  # holiday
        ("2020-05-02", "10:00:00", False),  # Saturday
        ("2020-05-03", "10:00:00", False),  # Sunday
        ("2020-05-08", "10:00:00", True),  # the last day
        ("2020-05-08", "15:00:00", False),  # also on the last day there are hours
    ],
)
def test_polite_in_the_april_call(day: str, clock: str, polite: bool) -> None:
    assert courtesy.polite(madrid(day, clock), APRIL) is polite


def test_polite_on_a_last_day_that_is_a_sunday() -> None:
    call = replace(APRIL, deadline=date(2020, 5, 10))

    assert courtesy.polite(madrid("2020-05-10", "10:00:00"), call)
    assert not courtesy.polite(madrid("2020-05-09", "10:00:00"), call)


def test_polite_respects_local_holidays_and_hours_of_the_call() -> None:
    own = Courtesy(time(8), time(9), (date(2020, 5, 6),))
    call = replace(APRIL, courtesy=own)

    assert not courtesy.polite(madrid("2020-05-06", "08:30:00"), call)
    assert courtesy.polite(madrid("2020-05-07", "08:30:00"), call)
    assert not courtesy.polite(madrid("2020-05-07", "09:30:00"), call)


@pytest.mark.parametrize(
    ("day", "clock", "expected_day", "expected_clock"),
    [
        ("2020-05-06", "10:00:00", "2020-05-06", "10:00:00"),
        ("2020-05-06", "03:00:00", "2020-05-06", "09:00:00"),
        ("2020-04-30", "15:00:00", "2020-05-04", "09:00:00"),  # a holiday and a weekend in between
        ("2020-10-24", "12:00:00", "2020-10-26", "09:00:00"),  # the night the clock goes back
        ("2021-03-27", "12:00:00", "2021-03-29", "09:00:00"),  # the night it goes forward
    ],
)
def test_next_polite(day: str, clock: str, expected_day: str, expected_clock: str) -> None:
    moment = courtesy.next_polite(madrid(day, clock), APRIL)

    assert moment == madrid(expected_day, expected_clock)
    assert moment.astimezone(UTC) == moment
    assert courtesy.polite(moment, APRIL)
