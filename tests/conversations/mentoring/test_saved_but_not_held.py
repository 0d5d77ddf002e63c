"""What is said of a saved session that was not held is true: which one stands, and how to undo it."""

from __future__ import annotations

import pytest

from tests.stage import Stage

STANDS = "Aquesta sessió ja està desada:\nL'Alzinar: dimarts 2 de juny · 2 hores."
NO_SUCH = "No hi consta cap sessió ni cap data que es pugui anul·lar: no ha canviat res."
NOTHING = "Entesos: no es va fer, i no s'ha anotat res."

SAYINGS = [
    ("la sessió d'ahir no es va fer", STANDS),
    ("anul·la la sessió de dimarts", STANDS),
    ("cancel·la la sessió d'ahir amb l'Alzinar", STANDS),
    ("no va venir ningú a la de l'Alzinar", STANDS),
    ("anul·la la sessió de dilluns", NO_SUCH),
    ("cancel·la la sessió de dilluns", NO_SUCH),
    ("la de dimarts amb el Comellar no es va fer", NOTHING),
    ("avui no hem fet la sessió", NOTHING),
    ("no s'ha fet la sessió d'ahir amb Lleida", NOTHING),
    ("anul·la la sessió de divendres que ve", NO_SUCH),
]


def test_saved_session_that_was_not_held_is_named_with_its_undo(two: Stage) -> None:
    two.tells("ahir 2h amb l'Alzinar")
    for text, answer in SAYINGS:
        assert answer in two.says(text), text
    assert STANDS in two.says("al final no es va fer"), "the only one of the last days"
    two.says("dilluns 1h amb el Comellar")
    assert STANDS in two.says("la sessió d'ahir no es va fer"), "said beside the one that waits"
    two.presses("Desa")
    asked = two.marti.says("al final no es va fer")
    assert "Encara no ha canviat res. La que no es va fer, és una d'aquestes?" in asked[-1].text
    assert asked[-1].labels == ["Desfés la de dimarts 2 de juny", "Desfés la de dilluns 1 de juny"]
    for text in (
        "anul·la la sessió de dimarts",
        "Cancel·leu la sessió de dimarts",
        "la sessió de dimarts es va anul·lar",
    ):
        assert STANDS in two.says(text), text
    two.presses("Desfés")
    assert two.standing() == [("2020-06-02", 0, "undone"), ("2020-06-01", 60, "reported")]
    assert NOTHING in two.says("la sessió d'ahir no es va fer")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("no es va fer la de dimarts, la de 30 minuts", ["Desfés"]),
        ("les sessions de dimarts no es van fer", ["Desfés la de dimarts 2 de juny: 2 hores",
                                                  "Desfés la de dimarts 2 de juny: 30 minuts"]),
    ],
)  # fmt: skip
def test_of_two_of_a_day_the_length_tells_which(stage: Stage, text: str, labels: list[str]) -> None:
    stage.tells("ahir de 10 a 12 amb l'Alzinar")
    stage.says("ahir de 16 a 16:30 amb l'Alzinar")
    stage.presses("És una altra sessió")
    stage.presses("Desa")
    asked = stage.marti.says(text)
    assert asked[-1].labels == labels


def test_what_the_office_has_in_hand_offers_no_undoing(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("No es va fer")
    stage.presses("No hi estic d'acord")
    for text in ("no vam poder fer la sessió d'ahir", "desfes"):
        heard = stage.marti.says(text)
        assert "Desfés" not in [label for one in heard for label in one.labels], text
    assert "Se n'encarrega l'Oficina Tècnica" in stage.says("no vam poder fer la sessió d'ahir")
