from __future__ import annotations

from datetime import date

import pytest

from conversations.rules.session_report import Field, Reason
from tests.conversations.rules.session_report.reports import asked, read_at


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("dilluns", "06-15"),
        ("dimecres", "06-17"),
        ("dimecres passat", "06-10"),
        ("dmts", "06-16"),
        ("divend", "06-12"),
        ("dilluns 3 lots", "06-15"),
        ("dilluns 8 plecs", "06-08"),
        ("ahir 16.6", "06-16"),
        ("juny 15", "06-15"),
        ("dijous passat", "06-11"),
        ("dijous de la setmana passada", "06-11"),
        ("la setmana passada, dimarts", "06-09"),
        ("dilluns d'aquesta setmana", "06-15"),
        ("divendres de fa dues setmanes", "06-05"),
        ("dimarts de fa quinze dies", "06-02"),
        ("dilluns, 15 de juny", "06-15"),
        ("ahir, dimarts 16", "06-16"),
        ("dijous 28", "05-28"),
        ("fa deu dies", "06-07"),
        ("fa tot just tres dies", "06-14"),
        ("ahir va fer una setmana", "06-09"),
        ("avui fa una setmana", "06-10"),
        ("abans d'ahir a la tarda", "06-15"),
        ("el dia 9", "06-09"),
        ("el 9 del mes passat", "05-09"),
        ("15 del 6", "06-15"),
        ("17-V-2020", "05-17"),
        ("15.6", "06-15"),
        ("15-6", "06-15"),
        ("2020-06-15", "06-15"),
        ("l'u de juny", "06-01"),
        ("el primer dilluns de juny", "06-01"),
        ("el segon dimarts del mes passat", "05-12"),
        ("l'últim dimarts de maig", "05-26"),
        ("el tercer dilluns del mes", "06-15"),
        ("el trenta-u de maig", "05-31"),
        ("antier", "06-15"),
        ("este matí", "06-17"),
        ("sessió 2/2, ahir", "06-16"),
        ("ahir 2/2", "06-16"),
        ("despús-ahir", "06-15"),
        ("abans d'abans-d'ahir", "06-14"),
        ("ahirrr", "06-16"),
        ("15 d juny", "06-15"),
    ],
)
def test_a_day_is_counted_from_the_day_of_sending(said: str, day: str) -> None:
    found = read_at(f"{said}, Salt, 2h, zoom")

    assert found.date == date.fromisoformat(f"2020-{day}")
    assert not found.ask


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("la setmana passada", Reason.AMBIGUOUS),
        ("l'altre dimarts", Reason.AMBIGUOUS),
        ("fa quinze dies", Reason.AMBIGUOUS),
        ("fa un mes", Reason.AMBIGUOUS),
        ("fa una setmana i mitja", Reason.AMBIGUOUS),
        ("fa uns dies", Reason.AMBIGUOUS),
        ("dimarts de fa quatre dies", Reason.AMBIGUOUS),
        ("dimarts va fer una setmana", Reason.AMBIGUOUS),
        ("dimarts de juny", Reason.AMBIGUOUS),
        ("crec que dilluns", Reason.AMBIGUOUS),
        ("dilluns, si no m'equivoco", Reason.AMBIGUOUS),
        ("dilluns o dimarts", Reason.AMBIGUOUS),
        ("el dia 25", Reason.AMBIGUOUS),
        ("del 8 al 12 de juny", Reason.AMBIGUOUS),
        ("1-6", Reason.AMBIGUOUS),
        ("dilluns 16", Reason.CONTRADICTORY),
        ("ahir 15 de juny", Reason.CONTRADICTORY),
        ("ahir, amb calma, el 2 de juny", Reason.CONTRADICTORY),
        ("30/2", Reason.INVALID),
        ("el dia 31 d'aquest mes", Reason.INVALID),
        ("el cinquè dilluns de juny, vull dir el 31 de juny", Reason.INVALID),
        ("18/6", Reason.FUTURE),
        ("aquest vespre", Reason.FUTURE),
        ("el 25 d'aquest mes", Reason.FUTURE),
        ("30 d'abril", Reason.OUTSIDE_WINDOW),
        ("15/6/2019", Reason.OUTSIDE_WINDOW),
        ("un dimarts", Reason.AMBIGUOUS),
        ("fa dos dimarts", Reason.AMBIGUOUS),
        ("dimarts passat no, l'altre", Reason.AMBIGUOUS),
        ("aquell dimarts", Reason.AMBIGUOUS),
    ],
)
def test_a_day_that_is_not_certain_is_asked(said: str, reason: Reason) -> None:
    assert asked(read_at(f"apunta 2h amb Salt, zoom, {said}")) == {Field.DATE: reason}


@pytest.mark.parametrize("said", ["dijous vinent", "el proper dijous", "demà", "demà passat"])
def test_a_length_on_a_day_to_come_is_never_dated_in_the_past(said: str) -> None:
    found = read_at(f"apunta 2h {said} amb Salt, zoom")

    assert found.date is None or found.date > date(2020, 6, 17)
    assert Field.DATE in found.ask or not found.is_report


def test_today_just_after_midnight_is_asked() -> None:
    assert asked(read_at("avui 2h zoom", sent="2020-06-17T00:40")) == {Field.DATE: Reason.AMBIGUOUS}
    assert not read_at("dilluns 2h zoom", sent="2020-06-17T00:40").ask


@pytest.mark.parametrize("said", ["avui de 10 a 12", "avui a les 10, dues hores", "avui de 4 a 6 de la tarda"])
def test_a_session_that_was_still_running_is_asked(said: str) -> None:
    assert asked(read_at(f"{said}, zoom")) == {Field.DATE: Reason.FUTURE}
    assert not read_at(f"{said}, zoom", sent="2020-06-17T19:00").ask


@pytest.mark.parametrize(
    "aside",
    [
        "La propera serà el 25",
        "Tenen el ple el dia 2",
        "Vaig enviar l'acta ahir",
        "El mercat és cada dissabte",
        "Han de justificar-ho abans del 30 de juny",
        "Ens tornem a veure dijous",
        "La fira és el segon diumenge de mes",
        "Ho aproven el 30 de juny",
        "Dimarts: res",
        "El conveni del 3 de març els serveix",
    ],
)
def test_days_of_other_matters_do_not_count(aside: str) -> None:
    found = read_at(f"dilluns 2h zoom amb Salt. {aside}")

    assert found.date == date(2020, 6, 15)
    assert Field.DATE not in found.ask


def test_just_done_is_offered_as_today() -> None:
    found = read_at("acabem de fer una hora de videotrucada amb Salt")

    assert found.date == date(2020, 6, 17)
    assert asked(found) == {Field.DATE: Reason.AMBIGUOUS}


def test_a_figure_behind_a_weekday_may_be_a_day_or_a_length() -> None:
    assert asked(read_at("Dilluns 2 1/2 amb Salt per zoom")).keys() == {Field.DATE, Field.MINUTES}
