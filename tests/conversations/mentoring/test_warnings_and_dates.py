"""Warnings that come once, dates that are told in one tap or proposed in passing, and packages that rest (N17, R39)."""

from __future__ import annotations

from datetime import datetime

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.scenes import Reporting
from conversations.rules.deadlines import MADRID
from tests.conversation import Heard, said
from tests.stage import AINA, BERTA, MARTI, NURIA, POL, Stage


def told(heard: list[Heard], what: str) -> list[int]:
    """Who hears that."""
    return [one.to for one in heard if what in one.text]


def test_bag_that_is_nearly_done_is_told_once_even_after_an_undo(two: Stage) -> None:
    two.tells("avui 4 hores amb l'Alzinar, presencial")
    heard = two.tells("dilluns 2h30 amb el Comellar, presencial")
    assert told(heard, "**Bossa d'hores** · Mentoria: 6 hores i 30 minuts fetes de 8 hores. És el 81 %.") == [NURIA]

    two.marti.presses("Desfés")
    again = two.tells("dilluns 2h30 amb el Comellar, presencial")
    assert told(again, "Bossa d'hores") == []

    assert told(two.tells("ahir hora i mitja amb el Comellar, en línia"), "És el 100 %.") == [NURIA]


def test_package_with_more_hours_than_it_had_is_told_once_to_both_sides(stage: Stage) -> None:
    stage.says("avui 5 hores amb l'Alzinar, presencial")
    stage.presses("Demana-ho a la Comissió", "Desa")
    stage.berta.presses("Accepta-la")
    heard = stage.berta.says("Ho acordem avui.")
    assert sorted(told(heard, "té més hores fetes (5 hores) que les del seu paquet (4 hores)")) == [AINA, NURIA, MARTI]


def agreed(stage: Stage, when: str) -> None:
    """Both sides agree on a date."""
    stage.says(f"{when} tenim sessió amb l'Alzinar")
    stage.presses("Proposa-la")
    stage.aina.presses("Em va bé")


def held(stage: Stage, person: int) -> str:
    (date,) = stage.bot.rows("select max(id) as id from appointment")
    return said(stage.bot.press_data(person, "Algú", f"0:held.{date['id']}"), person)


def test_date_that_was_held_is_told_with_what_was_agreed(stage: Stage) -> None:
    agreed(stage, "demà a les 10")
    assert "Encara no ha arribat l'hora" in held(stage, MARTI)
    stage.bot.moves(datetime(2020, 6, 4, 13, 0, tzinfo=MADRID))
    assert "Dijous 4 de juny · 2 hores" in held(stage, MARTI)
    stage.presses("Desa")
    assert stage.standing() == [("2020-06-04", 120, "reported")]
    assert "Aquell dia ja hi ha una sessió anotada." in held(stage, MARTI)


def test_office_tells_it_for_whoever_is_not_there_and_nobody_else_does(stage: Stage) -> None:
    agreed(stage, "demà a les 10")
    stage.bot.moves(datetime(2020, 6, 4, 13, 0, tzinfo=MADRID))
    stage.bot.seats(POL, Role.CONTACT, "el Comellar")
    for person in (AINA, POL, BERTA, 9999):
        assert "Dijous 4 de juny" not in held(stage, person)
    assert "Dijous 4 de juny · 2 hores" in held(stage, NURIA)
    assert isinstance(stage.nuria.scene, Reporting)
    stage.nuria.presses("Desa")
    assert stage.standing() == [("2020-06-04", 120, "reported")]


def test_date_that_was_called_off_is_not_told(stage: Stage) -> None:
    agreed(stage, "demà a les 10")
    stage.bot.moves(datetime(2020, 6, 4, 13, 0, tzinfo=MADRID))
    stage.bot.speaks_unasked()
    assert "**Anul·lada**" in stage.presses("Es va anul·lar")
    assert "Aquesta data ja no val" in held(stage, MARTI)


@pytest.mark.parametrize(
    ("choice", "answer"),
    [
        ("plan.{}.20200605.600.120.remote", "Proposada"),
        ("plan.{}.20200801.600.120.", "fora dels dies de sessions"),
        ("plan.{}.20200603.540.120.", "Aquesta hora ja ha passat"),
        ("plan.{}.20201340.600.120.", ""),
        ("plan.{}.20200605.9999.120.", ""),
        ("plan.{}.20200605.600", ""),
        ("plan.99.20200605.600.120.", ""),
    ],
)
def test_date_proposed_in_passing_is_judged_again(stage: Stage, choice: str, answer: str) -> None:
    data = f"0:{choice.format(stage.assignments[AINA])}"
    heard = said(stage.bot.press_data(MARTI, "Martí", data), MARTI)
    assert answer in heard
    found = stage.bot.rows("select day, begins, modality from appointment")
    assert bool(found) is (answer == "Proposada")
    if found:
        stage.bot.passes(minutes=1)
        assert "Ja està proposada." in said(stage.bot.press_data(MARTI, "Martí", data), MARTI)


def test_date_of_a_package_that_ended_is_not_proposed(stage: Stage) -> None:
    stage.says("hem fet dues hores amb l'Alzinar")
    assert "La podeu proposar ara o després" in stage.says("divendres a les 10 tenim sessió amb l'Alzinar")
    stage.bot.does("update assignment set state = 'replaced'")
    assert "Això ja no val" in stage.presses("Proposa-la")
    assert stage.bot.rows("select id from appointment") == []


def test_office_takes_a_paused_package_up_again(stage: Stage) -> None:
    key = stage.assignments[AINA]
    stage.bot.press_data(AINA, "Aina Soler", f"0:gopause.{key}")
    stage.bot.press_data(NURIA, "Núria Camps", f"0:stell.{key}")
    assert "queden en pausa" in said(stage.nuria.says("ahir 2 hores, presencial: lots"), NURIA)
    stage.nuria.presses("Reprèn-les")
    heard = stage.nuria.presses("Desa")
    assert set(told(heard, "es reprenen")) == {AINA, MARTI}
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    assert stage.bot.rows("select paused_at from assignment") == [{"paused_at": None}]


def test_what_comes_back_to_a_package_that_has_ended_returns_to_the_bag(stage: Stage) -> None:
    stage.tells("Ahir 2h amb l'Alzinar, en línia")
    stage.bot.does("update application set status = 'expired'")
    stage.bot.does("update ledger set minutes = 120 where kind = 'reserve'")
    stage.presses("Desfés")
    assert stage.held() == (0, 0)


def test_session_told_for_a_day_to_come_is_offered_as_a_date(stage: Stage) -> None:
    for text in ("demà 2 hores amb l'Alzinar", "demà 2h"):
        asked = stage.says(text)
        assert "Dijous 4 de juny, amb l'Alzinar.\nÉs una sessió per fer, i encara no compta hores.\nA quina" in asked
    assert "**Dijous 4 de juny, a les 10 h**, amb l'Alzinar · 2 hores" in stage.says("a les 10")
    stage.presses("Deixa-ho")
    assert "Quin dia va ser?" in stage.says("el 12 de juny vam fer 2h amb l'Alzinar"), "a slip, for it was held"
    stage.presses("Descarta")
    stage.says("ahir 1h amb l'Alzinar")
    heard = stage.marti.says("demà a les 10, 2 hores amb l'Alzinar")
    assert heard[-2].labels == ["Proposa-la"]
    assert heard[-1].labels == ["Desa", "Corregeix", "Descarta"]
    assert stage.sessions() == []
