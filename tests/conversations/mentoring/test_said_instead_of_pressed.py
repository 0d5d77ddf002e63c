"""What waits to be saved is saved or discarded in words too, as if its button had been pressed."""

from __future__ import annotations

import pytest

from conversations.mentoring import spoken
from conversations.protocol.scenes import Idle, Reporting
from tests.conversation import said
from tests.stage import MARTI, Stage

NOTHING_NOTED = "Descartada: no s'ha anotat res."


def test_complete_session_is_saved_in_words(stage: Stage) -> None:
    for text, day in (("desa-la", "ahir"), ("Sí", "dilluns"), ("sí, desa-la", "el 28 de maig")):
        stage.says(f"{day} 1h amb l'Alzinar")
        assert "Desada." in stage.says(text)
        assert isinstance(stage.marti.scene, Idle)
    assert len(stage.standing()) == 3
    stage.says("no, la d'ahir eren 30 minuts")
    assert "Canviada." in stage.says("sí")


def test_nothing_is_saved_in_words_while_something_is_to_be_made_clear(two: Stage) -> None:
    two.says("ahir 2h")
    assert "Encara no s'ha desat res" in two.says("desa-la")
    assert "Amb quin ajuntament va ser?" in two.says("sí")
    assert two.sessions() == []
    two.presses("L'Alzinar")
    assert "Proposa" in " ".join(two.marti.says("divendres a les 10 tenim sessió amb el Comellar")[-2].labels)
    two.says("sí")
    assert two.sessions() == [], "it may be said of the date that is offered beside it"


def test_the_one_that_waits_is_discarded_in_words(stage: Stage) -> None:
    for text in ("descarta-ho", "Descarta", "al final res", "esborra-ho tot", "deixa-ho córrer"):
        stage.says("ahir 2h amb l'Alzinar")
        assert NOTHING_NOTED in stage.says(text), text
        assert isinstance(stage.marti.scene, Idle)
    stage.tells("ahir 2h amb l'Alzinar")
    stage.says("no, eren 3 hores")
    assert "Queda com estava" in stage.says("descarta-ho")
    assert stage.standing() == [("2020-06-02", 120, "reported")]


def test_of_several_it_is_asked_which_one_unless_all_are_meant(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    asked = two.marti.says("descarta-ho")
    assert "Quina voleu descartar?" in said(asked, MARTI)
    assert asked[-1].labels == [
        "1. L'Alzinar: dimarts 2 de juny · 2 hores",
        "2. El Comellar: dilluns 1 de juny · 1 hora",
        "Descarta-les",
        "Torna enrere",
    ]
    assert "L'altra us continua esperant" in two.presses("1. L'Alzinar: dimarts 2 de juny · 2 hores")
    two.says("ahir 2h")
    assert isinstance(two.marti.scene, Reporting)
    assert "S'han descartat totes" in two.says("descarta-les totes"), "though one of them is being asked about"


def test_all_that_wait_are_discarded_at_once_in_whatever_words(two: Stage) -> None:
    for text in (
        "res, esborra-les totes dues",
        "perdó, esborra-les totes",
        "no en desis cap",
        "totes dues fora",
        "esborra-ho tot, m'he equivocat",
    ):
        two.says("ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
        assert "S'han descartat totes" in two.says(text), text
    two.says("ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    two.says("avui 1h amb l'Alzinar")
    assert "Quina voleu descartar?" in two.says("esborra les dues"), "three of them wait"


@pytest.mark.parametrize(
    "text", ["res", "deixa-la", "no la desis", "descartem la licitació", "desa l'acta", "sí, ahir"]
)
def test_other_words_are_neither(text: str) -> None:
    assert not spoken.saves(text)
    assert not spoken.discards(text)
    assert spoken.button(Reporting(()), text, ("7:save",)) is None
    assert spoken.button(Idle(), "desa-la", ("7:save",)) is None


def test_what_a_mentor_writes_of_a_claim_is_no_new_correction(stage: Stage) -> None:
    """The council says one hour; the mentor says again what is noted, or what the council says, in words."""
    stage.tells("ahir 2h amb l'Alzinar presencial: compra")
    stage.aina.says("no, només vam fer 1h")
    stage.aina.says("sí")
    for text in ("no, van ser 2 hores, tinc l'acta", "no, va ser 1h"):
        assert "Hi esteu d'acord? Responeu amb els botons." in stage.says(text), text
    changed = stage.says("no, van ser 2 hores i mitja, ho tinc apuntat")
    assert "Abans: 2 hores. Ara: 2 hores i 30 minuts." in changed, "and its topic stays"
    stage.presses("Deixa-la igual")
    stage.presses("No hi estic d'acord")
    assert stage.standing() == [("2020-06-02", 120, "disputed")]


def test_what_a_mentor_writes_against_a_claim_is_about_no_other_session(stage: Stage) -> None:
    stage.tells("divendres 45 minuts amb l'Alzinar")
    stage.tells("ahir 1h amb l'Alzinar")
    stage.aina.says("la de divendres no es va fer")
    stage.aina.presses("No es va fer")
    for text in (
        "que va, van ser dues hores segur",
        "es va fer i tant",
        "això no és veritat",
        "hi vam ser de 10 a 12",
        "si d'acord",
        "la del 29 va ser de 45 minuts segur",
        "té raó, no es va fer",
        "és veritat, estava malalt",
        "al final no es va fer",
    ):
        shown = stage.marti.says(text)
        assert "Hi esteu d'acord? Responeu amb els botons.\n\nL'Alzinar: divendres 29 de maig" in said(shown, MARTI), (
            text
        )
        assert shown[-1].labels == ["Hi estic d'acord", "No hi estic d'acord"]
    stage.says("avui 1h amb l'Alzinar")
    assert "L'Alzinar: divendres 29 de maig" in stage.says("que va, sí que es va fer, van ser dues hores")
    assert "Dimecres 3 de juny · 1 hora" in stage.says("presencial")
    stage.presses("Descarta")
    asked = stage.says("no, van ser 3 hores")
    assert "Aquesta altra sessió espera la vostra resposta" in asked
    assert "Sessió de dimarts 2 de juny amb l'Alzinar. Voleu canviar-ne la durada?" in asked
    stage.presses("Deixa-la igual")
    stage.aina.says("la de dimarts no es va fer")
    stage.aina.presses("No es va fer")
    assert "us esperen diverses sessions. Quina voleu dir?" in stage.says("que va, es va fer")
    assert stage.standing() == [("2020-05-29", 45, "reported"), ("2020-06-02", 60, "reported")]
