"""One of several sessions that wait is saved or discarded in words; the others wait, and what is unclear is asked."""

from __future__ import annotations

import pytest

from tests.stage import AINA, Stage


def told(two: Stage) -> None:
    for text in ("dilluns 2h amb l'Alzinar: bases", "dilluns 1h amb el Comellar"):
        two.says(text)


@pytest.mark.parametrize(
    "text", ["desa només la segona", "desa la 2, si us plau", "desa la del Comellar", "només la d'1 hora"]
)
def test_the_one_that_is_named_is_saved_and_the_other_waits(two: Stage, text: str) -> None:
    told(two)
    said = two.says(text)
    assert "**Desada.** El Comellar l'ha de confirmar. Queden 3 hores." in said
    assert "L'altra us continua esperant:\n\nSessió amb **l'Alzinar**" in said
    assert two.standing() == [("2020-06-01", 60, "reported")]
    two.presses("Desa")
    assert len(two.sessions()) == 2


def test_what_is_not_plain_is_asked(two: Stage) -> None:
    told(two)
    for text in ("desa la primera i la segona", "desa-les totes menys la segona", "desa la 5", "desa la de Salt"):
        assert "Encara no s'ha desat res. Quina voleu desar?" in two.says(text), text
    two.presses("Torna enrere")
    two.says("desa només una")
    assert "**Desada.** L'Alzinar l'ha de confirmar." in two.says("la primera")
    two.says("dilluns 1h 30 amb l'Alzinar")
    two.presses("Descarta aquesta")
    assert two.standing() == [("2020-06-01", 120, "reported")]


def test_it_is_pressed_in_the_list_too(two: Stage) -> None:
    told(two)
    two.says("desa la de dilluns")
    assert "**Desada.**" in two.presses("2. El Comellar: dilluns 1 de juny · 1 hora")
    two.says("descarta-la")
    assert two.standing() == [("2020-06-01", 60, "reported")]


def test_what_lacks_something_is_asked_first(two: Stage) -> None:
    two.says("dilluns amb l'Alzinar, presencial")
    two.says("dilluns 1h amb el Comellar")
    assert "Aquesta encara no s'ha desat: hi falta un aclariment." in two.says("desa la primera")
    two.presses("2 hores")
    assert "**Desada.** L'Alzinar" in two.says("desa la primera")
    two.says("diumenge 3h amb l'Alzinar")
    assert "És més del que queda al paquet (2 hores)." in two.says("desa la segona")
    assert two.standing() == [("2020-06-01", 120, "reported")]
    assert two.held(AINA) == (120, 120)


def test_first_one_is_discarded(two: Stage) -> None:
    told(two)
    left = two.says("descarta la primera")
    assert "Descartada:\n· L'Alzinar: dilluns 1 de juny" in left
    assert "L'altra us continua esperant:\n\nSessió amb **el Comellar**" in left


def test_many_are_discarded_at_once_although_something_is_asked_of_one(two: Stage) -> None:
    two.says("dilluns 2h amb l'Alzinar, ahir 1h amb el Comellar i avui amb el Comellar")
    assert two.presses("Descarta-les totes") == "S'han descartat totes: no s'ha anotat res."
    assert two.sessions() == []
