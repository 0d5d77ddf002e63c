"""Which outages are told to the office: those that took the last hours of a deadline (N5)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.desk import shipped
from conversations.calls import parse
from conversations.protocol.facts import Extension
from conversations.rules import outages
from conversations.rules.deadlines import MADRID

APRIL = parse(shipped("abril-2020"))


def madrid(day: int, hour: int) -> datetime:
    return datetime(2020, 5, day, hour, tzinfo=MADRID)


@pytest.mark.parametrize(
    ("begin", "end", "concerns"),
    [
        (madrid(7, 9), madrid(7, 20), False),  # a whole day is left
        (madrid(7, 22), madrid(8, 1), True),  # it reached into the last day
        (madrid(8, 18), madrid(8, 19), True),
        (madrid(8, 23), madrid(9, 8), True),  # the call closed meanwhile
        (madrid(9, 0), madrid(9, 8), False),  # nobody could apply any more
    ],
)
def test_an_outage_concerns_the_call_whose_last_hours_it_took(begin: datetime, end: datetime, concerns: bool) -> None:
    assert outages.concerned([APRIL], begin, end) == (APRIL if concerns else None)


def test_an_outage_after_which_the_deadline_was_moved_is_settled() -> None:
    begin, end = madrid(8, 18), madrid(8, 19)
    earlier, later = (Extension(end + timedelta(hours=hours), date(2020, 5, 8), "") for hours in (-2, 1))
    assert outages.concerned([replace(APRIL, extensions=(earlier,))], begin, end)
    assert outages.concerned([replace(APRIL, extensions=(earlier, later))], begin, end) is None


@pytest.mark.parametrize(("minutes", "outage"), [(9, False), (10, True)])
def test_a_restart_is_no_outage(minutes: int, outage: bool) -> None:
    assert outages.is_outage(madrid(8, 18), madrid(8, 18) + timedelta(minutes=minutes)) is outage
