"""When something arrived, as people write it, seen from Friday 8 May 2020 at noon."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.rules.arrival import read_arrival
from conversations.rules.deadlines import MADRID

NOW = datetime(2020, 5, 8, 12, tzinfo=MADRID)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7 de maig, 10.42", "2020-05-07 10:42"),
        ("10.42 del 7 de maig", "2020-05-07 10:42"),
        ("7/5 a les 10", "2020-05-07 10:00"),
        ("7/5/2020 9:05", "2020-05-07 09:05"),
        ("2020-05-07 23:10", "2020-05-07 23:10"),
        ("ahir a les 9", "2020-05-07 09:00"),
        ("Ahir, 9.15 h", "2020-05-07 09:15"),
        ("abans d'ahir a les 20.00", "2020-05-06 20:00"),
        ("avui a la 1", "2020-05-08 01:00"),
        ("avui 8h30", "2020-05-08 08:30"),
        ("07.05.2020 10.42", "2020-05-07 10:42"),
        ("el 31 de desembre a les 12", "2019-12-31 12:00"),
        ("12 de maig, 10.00", "2020-05-12 10:00"),
    ],
)
def test_a_whole_moment_is_read(text: str, said: str) -> None:
    read = read_arrival(text, NOW)
    assert read.moment is not None
    assert f"{read.moment.astimezone(MADRID):%Y-%m-%d %H:%M}" == said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 de maig", "2020-05-07"),
        ("07.05", "2020-05-07"),
        ("15.05", "2020-05-15"),
        ("ahir", "2020-05-07"),
        ("ahir al vespre", "2020-05-07"),
        ("7 de maig a les 25", "2020-05-07"),
    ],
)
def test_a_day_without_a_time_lacks_it(text: str, day: str) -> None:
    read = read_arrival(text, NOW)
    assert (str(read.day), read.hour, read.moment) == (day, None, None)


@pytest.mark.parametrize(
    "text", ["", "dijous", "a les 10.42", "10:42", "30 de febrer", "el 29 de febrer de 2021", "no ho sé"]
)
def test_without_a_day_there_is_nothing(text: str) -> None:
    assert read_arrival(text, NOW).day is None


def test_a_leap_day_of_the_year_before_does_not_exist() -> None:
    assert read_arrival("29 de febrer, 9.00", datetime(2020, 5, 8, tzinfo=MADRID)).day is not None
    assert read_arrival("29 de febrer, 9.00", datetime(2019, 5, 8, tzinfo=MADRID)).day is None


@given(st.datetimes(datetime(2019, 12, 1), datetime(2020, 5, 8, 11, 59)))  # noqa: DTZ001
def test_what_is_written_is_what_is_read(moment: datetime) -> None:
    read = read_arrival(f"{moment:%d/%m/%Y}, {moment:%H.%M}", NOW)
    assert (read.day, read.hour) == (moment.date(), moment.time().replace(second=0, microsecond=0))
