from __future__ import annotations

from datetime import date, datetime

import pytest

from conversations.rules.session_report import Field, read
from conversations.rules.session_report.calendar import easter
from tests.conversations.rules.session_report.reports import MADRID
from tests.read_reports import COUNCILS


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2019, date(2019, 4, 21)), (2020, date(2020, 4, 12)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


@pytest.mark.parametrize(
    ("sent", "said", "meant", "sure"),
    [
        # with its weekday the feast is sure
        ("2020-06-04", "Dilluns de Pasqua Granada", "2020-06-01", True),
        ("2020-06-15", "dijous de Corpus", "2020-06-11", True),
        ("2020-06-26", "dimecres de Sant Joan", "2020-06-24", True),
        ("2020-06-25", "dimarts, vigília de Sant Joan", "2020-06-23", True),
        ("2020-06-25", "ahir, dia de Sant Joan", "2020-06-24", True),
        ("2020-06-26", "dijous, l'endemà de Sant Joan", "2020-06-25", True),
        # and so is one that has just been and never moves
        ("2020-06-25", "la vigília de Sant Joan", "2020-06-23", True),
        ("2020-06-26", "l'endemà de la revetlla", "2020-06-24", True),
        ("2020-07-03", "el dia de Sant Pere", "2020-06-29", True),
        ("2020-10-15", "l'endemà del Pilar", "2020-10-13", True),
        # the others are confirmed
        ("2020-12-15", "el dia de Sant Joan", "2020-06-24", False),
        ("2020-06-15", "el dia de Corpus", "2020-06-11", False),
        ("2020-06-26", "la nit de Sant Joan", "2020-06-23", False),
        ("2020-07-03", "per Sant Pere", "2020-06-29", False),
        ("2020-09-15", "el dijous abans de la Diada", "2020-09-10", False),
        ("2020-09-15", "el dilluns després de la Diada", "2020-09-14", False),
        ("2020-10-19", "el dilluns del pont del Pilar", "2020-10-12", False),
        ("2020-05-06", "dilluns de Pasqua", "2020-04-13", False),
        # another weekday than the feast's
        ("2020-06-26", "dijous de Sant Joan", None, False),
        # a day told elsewhere is the session's
        ("2020-06-26", "ahir, que el dia de Sant Joan no vam poder,", "2020-06-25", True),
    ],
)
def test_days_named_by_feasts(sent: str, said: str, meant: str | None, sure: bool) -> None:
    found = read(
        f"{said} 2 h amb Vic, per Zoom",
        sent=datetime.fromisoformat(f"{sent}T10:00:00").replace(tzinfo=MADRID),
        window=(date(2020, 3, 1), date(2020, 12, 31)),
        assigned=("Vic",),
        councils=COUNCILS,
    )
    assert (found.date and found.date.isoformat(), Field.DATE not in found.ask) == (meant, sure)
    assert found.minutes == 120
