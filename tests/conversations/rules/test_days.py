"""A day as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.rules.days import read_day

AFTER = date(2020, 5, 8)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 de maig", date(2020, 5, 15)),
        ("el divendres 15 de maig", date(2020, 5, 15)),
        ("15 de març", date(2020, 3, 15)),
        ("7 de maig", date(2020, 5, 7)),
        ("15 MAIG 2020", date(2020, 5, 15)),
        ("15/5", date(2020, 5, 15)),
        ("15.05.2020", date(2020, 5, 15)),
        ("15 - 5", date(2020, 5, 15)),
        ("2020-05-15", date(2020, 5, 15)),
        ("fins al 3 d'agost de 2020", date(2020, 8, 3)),
        ("31 de juny", None),
        ("30/2", None),
        ("2020-13-01", None),
        ("maig", None),
        ("la setmana que ve", None),
        ("", None),
    ],
)
def test_read_day(text: str, day: date | None) -> None:
    assert read_day(text, AFTER) == day


def test_read_day_over_the_turn_of_the_year() -> None:
    assert read_day("15 de gener", date(2020, 11, 30)) == date(2021, 1, 15)
    assert read_day("29 de febrer", date(2020, 11, 30)) == date(2020, 2, 29)


@given(st.text())
def test_read_day_never_fails(text: str) -> None:
    assert read_day(text, AFTER) is None or isinstance(read_day(text, AFTER), date)
