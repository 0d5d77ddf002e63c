from __future__ import annotations

import pytest

from conversations.rules.session_report import Field, Reason
from tests.conversations.rules.session_report.reports import asked, read_at


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("2h", 120),
        ("dues hores i mitja", 150),
        ("1h30", 90),
        ("1:30 h", 90),
        ("90 min", 90),
        ("90'", 90),
        ("una horeta", 60),
        ("hora i quart", 75),
        ("un parell d'hores", 120),
        ("1,5 h", 90),
        ("2'5 h", 150),
        ("2 1/2 h", 150),
        ("1½ h", 90),
        ("mitja hora", 30),
        ("tres quarts d'hora", 45),
        ("cinc quarts d'una hora", 75),
        ("un quart d'hora", 15),
        ("dues hores menys quart", 105),
        ("2 h menys 10 minuts", 110),
        ("una hora i cinc minuts", 65),
        ("1 hora i 20", 80),
        ("hores: 2", 120),
        ("hores 2 minuts 30", 150),
        ("durada 1:45", 105),
        ("minuts: 90", 90),
        ("2 de les 4 hores", 120),
        ("dues hores (de 10 a 12)", 120),
        ("de 10 a 12.30", 150),
        ("de dos quarts de deu a les onze", 90),
        ("de tres quarts de deu a un quart d'una", 150),
        ("d'11 a 1", 120),
        ("des de les 10 fins a les 12", 120),
        ("de les onze a la una", 120),
        ("entre les 9 i les 11", 120),
        ("de 4 a 6 de la tarda", 120),
        ("d'11 del matí a 1 de la tarda", 120),
        ("de 10 a migdia", 120),
        ("9-11 h", 120),
        ("de les 10 menys quart a les 11", 75),
        ("9-11", 120),
        ("inici 10h final 12h", 120),
        ("vam començar a les 9 i vam plegar a les 11", 120),
        ("2 h 15 persones", 120),
        ("2h, paquet de 4 hores", 120),
        ("1 hora... espera, van ser 2 hores", 120),
        ("no 3 hores, 2 hores", 120),
        ("de 9 a 10 de la nit", 60),
        ("2h 15-06", 120),
        ("vam plegar a les 11 i havíem començat a les 9", 120),
        ("1h3/4", 105),
        ("3 hores... ai no, van ser 2", 120),
        ("3 hores, bé, en realitat 2 i mitja,", 150),
        ("2h, bé, una i mitja,", 90),
        ("eren 2 hores, no 1,", 120),
        ("9.00/10.30", 90),
        ("2h, tema 9/10.30,", 120),
        ("0930h-1130h", 120),
        ("3h - una videotrucada -", 180),
        ("hora i vint", 80),
        ("2h, van passar de 2 a 5 parades,", 120),
        ("2h; 15 minuts de pausa inclosos;", 120),
        ("les últimes 2 h", 120),
        ("2h i tenien 3 dubtes", 120),
        ("2h, informe 3,", 120),
        ("vam començar a les 10 i a les 12 havíem acabat", 120),
        ("hores: 1 i mitja", 90),
        ("1 i 1/2 h", 90),
        ("dues (2) hores", 120),
        ("de mig deu a dos quarts d'onze", 60),
        ("de 10 a 12 clàusules i plecs", 120),
    ],
)
def test_a_length_is_counted_in_minutes(said: str, minutes: int) -> None:
    found = read_at(f"ahir {said} amb Salt, zoom")

    assert found.minutes == minutes
    assert not found.ask


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", Reason.MISSING),
        ("una bona estona", Reason.MISSING),
        ("1,30 h", Reason.AMBIGUOUS),
        ("1.30 h i mitja", Reason.AMBIGUOUS),
        ("1,30 h 5 min", Reason.AMBIGUOUS),
        ("1,30 h menys quart", Reason.AMBIGUOUS),
        ("1:30", Reason.AMBIGUOUS),
        ("2-3 h", Reason.AMBIGUOUS),
        ("dues o tres hores", Reason.AMBIGUOUS),
        ("entre hora i mitja i dues hores", Reason.AMBIGUOUS),
        ("1h,30", Reason.AMBIGUOUS),
        ("60+30 min", Reason.AMBIGUOUS),
        ("una hora al plec i una altra a la memòria", Reason.AMBIGUOUS),
        ("de quarts de deu a onze", Reason.APPROXIMATE),
        ("de 10 a 12 tocades", Reason.APPROXIMATE),
        ("més d'una hora", Reason.APPROXIMATE),
        ("2h o 3h", Reason.AMBIGUOUS),
        ("de 10 a 12, vam acabar a les 11,", Reason.CONTRADICTORY),
        ("3h, 10-12", Reason.CONTRADICTORY),
        ("vora dues hores", Reason.APPROXIMATE),
        ("no era 1h", Reason.CONTRADICTORY),
        ("de 2 a 3 h", Reason.AMBIGUOUS),
        ("2h amb pausa de 15 minuts", Reason.AMBIGUOUS),
        ("durada 90", Reason.AMBIGUOUS),
        ("2h, 3,", Reason.AMBIGUOUS),
        ("2h, total 3", Reason.AMBIGUOUS),
        ("1h 15 entitats", Reason.AMBIGUOUS),
        ("entre una hora i dues", Reason.AMBIGUOUS),
        ("mitja/dues hores", Reason.AMBIGUOUS),
        ("devien ser dues hores", Reason.APPROXIMATE),
        ("calculo que dues hores", Reason.APPROXIMATE),
        ("dues hores ben llarguetes", Reason.APPROXIMATE),
        ("2h?,", Reason.APPROXIMATE),
        ("2 h 63", Reason.AMBIGUOUS),
        ("unes dues hores", Reason.APPROXIMATE),
        ("dues hores llargues", Reason.APPROXIMATE),
        ("2h de 10 a 13", Reason.CONTRADICTORY),
        ("0 hores", Reason.ABSURD),
        ("-2h", Reason.ABSURD),
        ("menys 2h", Reason.ABSURD),
        ("200h", Reason.ABSURD),
        ("de 17 a 16 h", Reason.ABSURD),
        ("de 12 a 10", Reason.ABSURD),
        ("9:40", Reason.MISSING),
        ("a les 9! Vam plegar a les 11", Reason.MISSING),
    ],
)
def test_a_length_that_is_not_certain_is_asked(said: str, reason: Reason) -> None:
    assert asked(read_at(f"ahir {said} amb Salt, zoom")) == {Field.MINUTES: reason}


def test_a_day_and_a_length_apart_by_a_dash_are_no_range() -> None:
    found = read_at("15.06 - 2h - Salt - zoom")

    assert (found.minutes, found.ask) == (120, frozenset())


def test_a_price_from_to_is_no_range() -> None:
    assert asked(read_at("ahir a 10 a 12 amb Salt, zoom")) == {Field.MINUTES: Reason.MISSING}


def test_times_far_apart_are_no_range() -> None:
    found = read_at("Ahir a les 10 vaig trucar a Salt! I a les 12 tornem-hi")

    assert asked(found) == {Field.MINUTES: Reason.MISSING}


def test_two_times_that_bound_nothing_are_no_range() -> None:
    found = read_at("Ahir a les 10 sessió amb Salt per zoom i a les 12 tenien ple")

    assert asked(found) == {Field.MINUTES: Reason.MISSING}


@pytest.mark.parametrize(
    ("said", "minutes"), [("de deu a dotze", 600), ("10-12", 600), ("de 4 a 6 de la tarda", 960), ("dues hores", None)]
)
def test_a_stretch_of_the_day_has_a_beginning(said: str, minutes: int | None) -> None:
    assert read_at(f"ahir amb Salt {said} per Zoom").begins == minutes
