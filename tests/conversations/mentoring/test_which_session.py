"""Several sessions wait for a council: what it types is asked about, and a session in dispute is not confirmed so."""

from __future__ import annotations

from pathlib import Path

from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

ALL_OF_THEM = "Confirma-les totes"


def test_typed_label_with_several_sessions_asks_which(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for told in ("Ahir 1h amb l'Alzinar", "Dilluns 1h amb l'Alzinar", "El 28 de maig 1h amb l'Alzinar"):
        stage.tells(told)
    stage.aina.says("bé")
    labels = ["Dimarts 2 de juny · 1 h", "Dilluns 1 de juny · 1 h", "Dijous 28 de maig · 1 h"]
    for words in ("no es va fer", "Sí, confirma-la", "Cal corregir-la"):
        heard = stage.aina.says(words)
        assert said(heard, MARTI) == ""
        assert "Quina voleu dir?" in said(heard, AINA), words
        assert sorted(one for one in heard[-1].labels if one != ALL_OF_THEM) == sorted(labels), words
        assert (ALL_OF_THEM in heard[-1].labels) == (words == "Sí, confirma-la")
    assert {one[2] for one in stage.standing()} == {"reported"}
    stage.aina.says("no es va fer")
    heard = stage.aina.says("dilluns 1 de juny · 1 h")
    assert "diu que aquesta sessió no es va fer:\nDilluns 1 de juny" in said(heard, MARTI)
    heard = stage.aina.says("Sí, confirma-la")
    assert sorted(heard[-1].labels) == sorted([*labels[::2], ALL_OF_THEM])
    stage.aina.presses(labels[0])
    stage.aina.says("Sí, confirma-la")
    assert dict(one[::2] for one in stage.standing())["2020-06-01"] == "reported"
    stage.close()


def test_session_in_dispute_is_not_confirmed_by_an_old_card(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.tells("Ahir 2h amb l'Alzinar")
    data, message = stage.bot.button(AINA, "Sí, confirma-la")
    stage.aina.presses("No es va fer")
    heard = stage.bot.press_data(AINA, "Aina", data, message)
    assert "Heu dit: no es va fer.\nPer confirmar-la tal com es va anotar, primer retireu-ho." in said(heard, AINA)
    assert [one[2] for one in stage.standing()] == ["reported"]
    stage.aina.presses("Retira-ho", "Sí, confirma-la")
    assert [one[2] for one in stage.standing()] == ["confirmed"]
    stage.close()


def test_agreeing_in_words_asks_which_and_all_may_be_meant(two: Stage) -> None:
    two.tells("Ahir 2h amb l'Alzinar")
    two.aina.presses("Sí, confirma-la")
    for told in ("Dilluns 1h amb l'Alzinar", "El 28 de maig 1h amb l'Alzinar"):
        two.tells(told)
    two.says("no, la d'ahir era d'1 hora i mitja")
    two.presses("Canvia-la")
    asked = two.aina.says("Hi estic d'acord")
    assert said(asked, MARTI) == ""
    assert (
        said(asked, AINA)
        == """Encara no s'ha respost res: us esperen diverses sessions. Quina voleu dir?
· dijous 28 de maig · 1 hora
· dilluns 1 de juny · 1 hora
· dimarts 2 de juny · 2 hores. Martí Solanelles (Puigferrer) diu: 1 hora i 30 minuts."""
    )
    assert asked[-1].labels == [
        "Dijous 28 de maig · 1 h",
        "Dilluns 1 de juny · 1 h",
        "Dimarts 2 de juny · 2 h",
        "Confirma-les totes",
    ]
    assert said(two.aina.says("no hi estic d'acord"), MARTI) == "", "nor does a no answer the first card"
    assert "Confirma-les totes" in two.aina.says("correcte")[-1].labels
    heard = two.aina.says("confirma-les totes")
    heard = heard if said(heard, MARTI) else two.aina.presses("Confirma-les totes")
    assert said(heard, AINA).startswith("**3 sessions respostes:**\n· dijous 28 de maig · 1 hora\n")
    assert "Confirmades: 3 hores i 30 minuts. Per confirmar: 0 hores. Queden: 30 minuts." in said(heard, MARTI)
    assert {one[2] for one in two.standing()} == {"confirmed"}
    assert two.held() == (30, 210)


def test_all_together_are_those_that_were_read(two: Stage) -> None:
    for told in ("Ahir 1h amb l'Alzinar", "Dilluns 1h amb l'Alzinar"):
        two.tells(told)
    two.aina.says("sí")
    data, message = two.bot.button(AINA, "Confirma-les totes")
    two.says("no, la d'ahir eren 2 hores")
    two.presses("Canvia-la")
    heard = two.bot.press_data(AINA, "Aina", data, message)
    assert "ha canviat des d'aleshores. Encara no s'ha respost res" in said(heard, AINA)
    assert {one[2] for one in two.standing()} == {"reported"}
    two.presses("Desfés")
    two.bot.passes(hours=1)
    heard = two.bot.press_data(AINA, "Aina", data, message)
    assert heard[-1].labels == ["Sí, confirma-la", "Cal corregir-la", "No es va fer"]
    assert "us esperen diverses sessions" not in said(two.aina.says("no"), AINA)


def test_mentor_who_agrees_in_words_is_asked_which_too(two: Stage) -> None:
    for told in ("Ahir 1h amb l'Alzinar", "Dilluns 2h amb l'Alzinar", "Dilluns 1h amb el Comellar"):
        two.tells(told)
    two.pol.presses("No es va fer")
    for label, length in (("Dimarts 2 de juny · 1 h", "3 hores"), ("Dilluns 1 de juny · 2 h", "2 hores i mitja")):
        two.aina.says("Cal corregir-la")
        two.aina.presses(*([label] if label.startswith("Dimarts") else []))
        two.aina.says(length)
    asked = two.marti.says("Hi estic d'acord")
    assert "Estic d'acord amb totes" in asked[-1].labels
    heard = two.marti.presses("Estic d'acord amb totes")
    assert "passa del que queda del paquet" in said(heard, MARTI)
    assert "Va ser: 3 hores." in said(heard, MARTI)
    assert heard[-1].labels == []


def test_agreeing_in_words_with_nothing_claimed_is_asked_too(two: Stage) -> None:
    two.tells("Ahir 2h amb l'Alzinar")
    assert "1 sessió és pendent de la vostra resposta." in said(two.aina.says("/inici"), AINA)
    assert two.aina.says("hi estic d'acord")[-1].labels == ["Sí, confirma-la", "Cal corregir-la", "No es va fer"]
    two.tells("Dilluns 1h amb l'Alzinar")
    assert ALL_OF_THEM in two.aina.says("estem d'acord")[-1].labels
    assert "2 sessions són pendents de la vostra resposta." in said(two.aina.says("/inici"), AINA)


def test_label_of_an_older_message_of_the_same_session_shows_the_session(two: Stage) -> None:
    two.tells("Ahir 2h amb l'Alzinar")
    two.aina.says("Cal corregir-la")
    two.aina.says("3 hores")
    two.aina.presses("Torna a corregir-la")
    two.aina.says("2 hores i mitja")
    heard = two.marti.says("hi estic d'acord")
    assert "Va ser: 2 hores i 30 minuts." in said(heard, MARTI)
    assert heard[-1].labels == ["Hi estic d'acord", "No hi estic d'acord"]


def test_what_was_said_of_one_of_several_is_asked_about_once_it_is_plain_which(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for told in ("Ahir 1h amb l'Alzinar, en línia", "Dilluns 2h amb l'Alzinar, en línia"):
        stage.tells(told)
    assert "Quina voleu dir?" in said(stage.aina.says("no va ser així, va durar dues hores i era presencial"), AINA)
    asked = said(stage.aina.presses("Dimarts 2 de juny · 1 h"), AINA)
    assert "S'havia anotat: dimarts 2 de juny · 1 hora · a distància.\nVa ser: 2 hores, presencial." in asked
    stage.aina.presses("Deixa-la igual")
    assert "Quina voleu dir?" in said(stage.aina.says("no, va durar dues hores"), AINA)
    assert "És el que hi ha anotat" in said(stage.aina.presses("Dilluns 1 de juny · 2 h"), AINA)
    stage.aina.says("no, va durar dues hores")
    stage.aina.presses("Dimarts 2 de juny · 1 h", "Sí, corregeix-la")
    data, message = stage.bot.button(AINA, "Dimarts 2 de juny · 1 h")
    assert ("2020-06-02", 60, "reported") in stage.standing()
    stage.presses("Hi estic d'acord")
    assert ("2020-06-02", 120, "confirmed") in stage.standing()
    assert "confirmada" in said(stage.bot.press_data(AINA, "Aina", data, message), AINA)
    stage.close()


def test_what_was_held_is_not_said_of_the_date_that_is_being_proposed(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.tells("Ahir 1h amb l'Alzinar, en línia")
    stage.aina.says("podria ser dijous a les 11?")
    assert "Voleu dir que cal corregir aquesta sessió?" in said(
        stage.aina.says("no va ser així, va durar 2 hores"), AINA
    )
    stage.close()
