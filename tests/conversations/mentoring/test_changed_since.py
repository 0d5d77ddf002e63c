"""A correction is open on a telephone and the session changes meanwhile: its buttons say so first, and then ask."""

from __future__ import annotations

from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

SINCE = (
    "Aquesta sessió ha canviat des d'aleshores.\nAbans: dimarts 2 de juny · 2 hores. Ara: dimarts 2 de juny · 3 hores."
)


def changed(stage: Stage) -> None:
    """Meanwhile the mentor puts it right."""
    stage.says("no, van ser 3 hores")
    stage.presses("Canvia-la")


def test_council_is_asked_again_before_its_correction_is_sent(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Cal corregir-la", "La durada")
    changed(stage)
    heard = stage.aina.presses("1 hora")
    assert SINCE in said(heard, AINA)
    assert "S'havia anotat: dimarts 2 de juny · 3 hores.\nVa ser: 1 hora." in said(heard, AINA)
    assert said(heard, MARTI) == ""
    heard = stage.aina.presses("Sí, corregeix-la")
    assert "Heu dit: dimarts 2 de juny · 1 hora." in said(heard, AINA)
    assert "Va ser: 1 hora." in said(heard, MARTI)


def test_what_was_asked_in_words_and_that_it_was_not_held(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.says("no, va ser dilluns")
    changed(stage)
    heard = stage.aina.presses("Sí, corregeix-la")
    assert SINCE in said(heard, AINA)
    assert "Va ser: dilluns 1 de juny." in said(heard, AINA)
    assert "Queda com es va anotar" in said(stage.aina.presses("Deixa-la igual"), AINA)
    stage.aina.presses("Cal corregir-la")
    stage.says("no, van ser 2 hores")
    stage.presses("Canvia-la")
    heard = stage.aina.presses("No es va fer", old=True)
    assert "Voleu dir que aquesta sessió no es va fer?\nS'havia anotat: dimarts 2 de juny · 2 hores." in said(
        heard, AINA
    )
    assert "no es va fer" in said(stage.aina.presses("No es va fer"), MARTI)


def test_both_agreed_on_another_length_meanwhile(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    data, message = stage.bot.button(AINA, "No es va fer")
    stage.aina.says("no, van ser 3 hores")
    stage.aina.presses("Sí, corregeix-la")
    stage.presses("Hi estic d'acord")
    heard = stage.bot.press_data(AINA, "Aina Soler", data, message)
    assert "Aquesta sessió ha canviat des d'aleshores. Ara diu:\nDimarts 2 de juny · 3 hores" in said(heard, AINA)
    assert heard[-1].labels == ["Cal corregir-la", "No es va fer"]
    assert stage.standing() == [("2020-06-02", 180, "confirmed")]


def test_mentor_is_shown_before_and_now_again(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Sí, confirma-la")
    stage.aina.says("van ser 3 hores")
    stage.aina.presses("Sí, corregeix-la")
    stage.says("no, va ser 1 hora")
    stage.marti.presses("Hi estic d'acord")
    heard = stage.presses("Canvia-la")
    assert SINCE in heard
    assert "Abans: 3 hores. Ara: 1 hora." in heard
    assert stage.standing() == [("2020-06-02", 180, "confirmed")]


def test_office_has_it_in_hand_meanwhile(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Cal corregir-la", "La durada")
    stage.bot.does("update session set state = 'disputed'")
    assert "D'aquesta sessió se n'encarrega l'Oficina Tècnica" in said(stage.aina.presses("1 hora"), AINA)
