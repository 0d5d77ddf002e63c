"""A council says that the modality or the topic of a session was another one: both agree, or the office settles it."""

from __future__ import annotations

from tests.conversation import said
from tests.stage import AINA, MARTI, NURIA, Stage


def test_modality_and_topic_are_corrected_as_the_length_is(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar, en línia: plecs")
    stage.aina.presses("Cal corregir-la")
    asked = stage.aina.presses("La modalitat")
    assert asked[-1].labels == ["Presencial", "A distància", "Deixa-la igual"]
    assert "Va ser: presencial." in said(stage.aina.presses("Presencial"), MARTI)
    data, message = stage.bot.button(MARTI, "Hi estic d'acord")
    stage.aina.presses("Torna a corregir-la", "El tema")
    heard = stage.aina.says("clàusules socials")
    assert "Heu dit: dimarts 2 de juny · 2 hores · presencial · clàusules socials." in said(heard, AINA)
    assert "Va ser: presencial, tema: clàusules socials." in said(heard, MARTI)
    assert "clàusules socials" in said(stage.bot.press_data(MARTI, "Martí", data, message), MARTI), (
        "it was changed since"
    )
    assert [one["state"] for one in stage.sessions()] == ["reported"]
    agreed = stage.presses("Hi estic d'acord")
    assert "dimarts 2 de juny · 2 hores · presencial · clàusules socials." in agreed
    (session,) = stage.sessions()
    assert (session["modality"], session["topic"], session["state"]) == ("in_person", "clàusules socials", "confirmed")
    assert (session["says_modality"], session["says_topic"]) == (None, None)
    stage.aina.says("/sessions")
    stage.aina.presses("Dimarts 2 de juny · 2 h", "Cal corregir-la")
    assert "Va ser: a distància." in said(stage.aina.says("va ser a distància"), MARTI)


def test_office_settles_how_a_session_was(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar, en línia: plecs")
    stage.aina.presses("Cal corregir-la", "El tema")
    stage.aina.says("plecs")
    heard = stage.aina.presses("El tema")
    stage.aina.says("clàusules socials")
    heard = stage.marti.presses("No hi estic d'acord")
    assert "L'Alzinar diu: dimarts 2 de juny · 2 hores · a distància · clàusules socials." in said(heard, NURIA)
    assert heard[-1].labels == ["Tal com es va anotar", "Amb la correcció", "No es va fer", "Una altra durada"]
    assert "Martí Solanelles (Puigferrer) no hi està d'acord." in said(heard, AINA)
    stage.says("/sessions")
    assert "L'Alzinar diu: tema: clàusules socials." in stage.presses("Dimarts 2 de juny · 2 h")
    asked = stage.nuria.presses("Amb la correcció")
    assert "Quedarà així: dimarts 2 de juny · 2 hores · a distància · clàusules socials." in said(asked, NURIA)
    assert "clàusules socials" in said(stage.nuria.says("Ho diu l'acta."), AINA)
    (session,) = stage.sessions()
    assert (session["topic"], session["minutes"], session["state"]) == ("clàusules socials", 120, "settled")


def test_mentor_who_corrects_a_confirmed_session_says_all_of_it(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar, en línia: plecs")
    stage.aina.presses("Sí, confirma-la")
    stage.says("no, va ser 1 hora presencial")
    assert "Va ser: 1 hora, presencial." in said(stage.marti.presses("Canvia-la"), AINA)
    stage.aina.presses("Hi estic d'acord")
    (session,) = stage.sessions()
    assert (session["minutes"], session["modality"]) == (60, "in_person")
