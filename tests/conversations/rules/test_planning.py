"""A date for a session, as people write it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from conversations.rules.deadlines import MADRID
from conversations.rules.planning import Plan, read_plan
from tests.read_reports import COUNCILS

SENT = datetime(2020, 6, 3, 9, 30, tzinfo=MADRID)


def at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dijous a les 10", Plan(date(2020, 6, 4), at(10))),
        ("dijous 11 de juny, a les 10", Plan(date(2020, 6, 11), at(10))),
        ("demà a les 16.30", Plan(date(2020, 6, 4), at(16, 30))),
        ("demà passat a les 9h", Plan(date(2020, 6, 5), at(9))),
        ("11/6 a les 10h", Plan(date(2020, 6, 11), at(10))),
        ("10 de juny de 10 a 12", Plan(date(2020, 6, 10), at(10), 120)),
        ("divendres que ve a les 9 del matí", Plan(date(2020, 6, 5), at(9))),
        ("dijous de la setmana vinent a les 9", Plan(date(2020, 6, 11), at(9))),
        ("la setmana que ve, dilluns a les 9", Plan(date(2020, 6, 8), at(9))),
        ("la propera setmana: dimecres a les 9", Plan(date(2020, 6, 10), at(9))),
        ("el dia 15 a les 4 de la tarda", Plan(date(2020, 6, 15), at(16))),
        ("el dia 2 a les 12", Plan(date(2020, 7, 2), at(12))),
        ("el dia 31 a les 12", Plan(date(2020, 7, 31), at(12))),
        ("el dia 32 a les 12", Plan(None, at(12))),
        ("avui a les 18h, 1 hora", Plan(date(2020, 6, 3), at(18), 60)),
        ("dimecres a les 9", Plan(date(2020, 6, 10), at(9))),
        ("dimecres 3 de juny a les 9", Plan(date(2020, 6, 3), at(9))),
        ("dimecres a les 12", Plan(date(2020, 6, 3), at(12))),
        ("em va bé dijous 18 a les 10", Plan(date(2020, 6, 18), at(10))),
        ("dijous 2 de 10 a 12", Plan(date(2020, 7, 2), at(10), 120)),
        ("dijous 2 persones a les 10", Plan(date(2020, 6, 4), at(10))),
        ("dijous 17 a les 10", Plan(None, at(10))),
        ("dilluns", Plan(date(2020, 6, 8))),
        ("a les 10", Plan(None, at(10))),
        ("2 hores dijous a les 10", Plan(date(2020, 6, 4), at(10), 120)),
        ("dimarts a dos quarts d'onze", Plan(date(2020, 6, 9), at(10, 30))),
        ("el 9 de juny a les 10.30 en línia", Plan(date(2020, 6, 9), at(10, 30), None, "remote")),
        ("dijous a les 10, una hora i mitja, presencial", Plan(date(2020, 6, 4), at(10), 90, "in_person")),
        ("l'1 d'agost a les 10", Plan(date(2020, 8, 1), at(10))),
        ("ahir a les 10", Plan(None, at(10))),
        ("el 2 de juny a les 10", Plan(None, at(10))),
        ("dimarts 9 o dimecres 10 a les 12", Plan(None, at(12))),
        ("dijous, a les 10 o a les 12", Plan(date(2020, 6, 4), None)),
        ("quan vulgueu", Plan()),
    ],
)
def test_read_plan(text: str, expected: Plan) -> None:
    assert read_plan(text, SENT, COUNCILS) == expected


@given(some.dates(date(2020, 6, 3), date(2020, 7, 31)), some.times(time(8), time(20, 59)))
def test_any_day_and_hour_written_out_is_read(day: date, hour: time) -> None:
    read = read_plan(f"{day.day}/{day.month}/{day.year} a les {hour.hour}.{hour.minute:02}", SENT, COUNCILS)
    assert (read.day, read.begins) == (day, at(hour.hour, hour.minute))


@given(some.text(max_size=60))
def test_whatever_is_written_a_day_is_never_past(text: str) -> None:
    read = read_plan(text, SENT, COUNCILS)
    assert read.day is None or read.day >= SENT.date()
    assert read.begins is None or 0 <= read.begins < 24 * 60
