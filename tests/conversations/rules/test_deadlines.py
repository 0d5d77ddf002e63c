"""Inclusive days in Madrid: to the second, over both changes of the clock, whatever the server's zone."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.calls import parse
from conversations.rules.deadlines import (
    assessed,
    closes,
    current,
    latest,
    opening,
    start_of,
    takes_applications,
    today,
)
from tests.conversation import CALL

APRIL = parse(CALL.read_text(encoding="utf-8"))
SEPTEMBER = replace(APRIL, id="2020-2", opens=date(2020, 9, 1), deadline=date(2020, 9, 30))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Europe/Madrid"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server in another zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("deadline", "first_late_moment"),
    [
        (date(2020, 5, 8), "2020-05-08T22:00:00+00:00"),
        (date(2020, 1, 31), "2020-01-31T23:00:00+00:00"),
        (date(2020, 3, 28), "2020-03-28T23:00:00+00:00"),  # summer time begins during the next night
        (date(2020, 3, 29), "2020-03-29T22:00:00+00:00"),
        (date(2020, 10, 24), "2020-10-24T22:00:00+00:00"),  # summer time ends during the next night
        (date(2020, 10, 25), "2020-10-25T23:00:00+00:00"),
        (date(2020, 2, 28), "2020-02-28T23:00:00+00:00"),
        (date(2020, 12, 31), "2020-12-31T23:00:00+00:00"),
    ],
)
def test_closes_at_the_midnight_of_madrid_after_the_last_day(deadline: date, first_late_moment: str) -> None:
    assert closes(replace(APRIL, deadline=deadline)) == at(first_late_moment)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("moment", "taken"),
    [
        ("2020-05-08T23:59:58+02:00", True),
        ("2020-05-08T23:59:59.999999+02:00", True),
        ("2020-05-09T00:00:00+02:00", False),
        ("2020-05-09T00:00:05+02:00", False),
        ("2020-05-08T22:59:59+01:00", True),
        ("2020-05-08T15:00:00-07:00", False),
        ("2019-01-01T00:00:00+00:00", True),  # its opening day is not known: it is open because it was opened
    ],
)
def test_takes_applications_to_the_last_second(moment: str, taken: bool) -> None:
    assert takes_applications(APRIL, at(moment)) is taken


@pytest.mark.parametrize(
    ("moment", "taken"), [("2020-08-31T23:59:59+02:00", False), ("2020-09-01T00:00:00+02:00", True)]
)
def test_takes_applications_from_the_opening_day_if_it_is_known(moment: str, taken: bool) -> None:
    assert takes_applications(SEPTEMBER, at(moment)) is taken


@pytest.mark.parametrize(
    ("moment", "open_one", "spoken_of"),
    [
        ("2020-05-05T10:00:00+02:00", "2020-1", "2020-1"),
        ("2020-07-05T10:00:00+02:00", None, "2020-1"),
        ("2020-09-05T10:00:00+02:00", "2020-2", "2020-2"),
        ("2020-11-05T10:00:00+02:00", None, "2020-2"),
    ],
)
def test_current_and_latest_of_two_calls(moment: str, open_one: str | None, spoken_of: str) -> None:
    for calls in ((APRIL, SEPTEMBER), (SEPTEMBER, APRIL)):
        found = current(calls, at(moment))
        assert (found.id if found else None) == open_one
        last = latest(calls, at(moment))
        assert last is not None
        assert last.id == spoken_of


def test_latest_is_none_before_the_first_call_opens() -> None:
    assert latest((SEPTEMBER,), at("2020-05-05T10:00:00+02:00")) is None


def test_current_of_two_open_calls_is_the_one_that_closes_first() -> None:
    later = replace(APRIL, id="later", deadline=date(2020, 6, 1))
    assert current((later, APRIL), at("2020-05-05T10:00:00+02:00")) == APRIL


@given(st.integers(1_546_300_800, 2_051_222_400).map(lambda second: datetime.fromtimestamp(second, UTC)))
def test_a_moment_is_in_the_day_between_its_midnights(moment: datetime) -> None:
    day = today(moment)
    assert start_of(day) <= moment < start_of(day + timedelta(days=1))


@given(st.dates(date(2019, 1, 1), date(2035, 1, 1)))
def test_a_day_has_from_23_to_25_hours(day: date) -> None:
    assert timedelta(hours=23) <= start_of(day + timedelta(days=1)) - start_of(day) <= timedelta(hours=25)


def test_assessed_is_the_call_that_closed_last_and_none_while_one_is_open() -> None:
    calls = (APRIL, SEPTEMBER)
    assert assessed(calls, at("2020-05-08T23:59:59+02:00")) is None
    assert assessed(calls, at("2020-05-09T00:00:00+02:00")) is APRIL
    assert assessed(calls, closes(SEPTEMBER)) is SEPTEMBER


@pytest.mark.parametrize(
    ("opened", "opens", "begins"),
    [
        (None, None, None),
        (None, date(2020, 9, 1), None),
        ("2020-04-20T09:00:00+02:00", None, "2020-04-20T09:00:00+02:00"),
        ("2020-08-20T09:00:00+02:00", date(2020, 9, 1), "2020-09-01T00:00:00+02:00"),
        ("2020-09-02T09:00:00+02:00", date(2020, 9, 1), "2020-09-02T09:00:00+02:00"),
    ],
)
def test_call_begins_when_it_was_opened_in_the_bot_and_not_before_its_day(
    opened: str | None, opens: date | None, begins: str | None
) -> None:
    call = replace(APRIL, opened=at(opened) if opened else None, opens=opens)
    assert opening(call) == (at(begins) if begins else None)
