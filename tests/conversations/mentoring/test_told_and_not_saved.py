"""A session that was told and neither saved nor discarded is reminded of once, on the next working morning."""

from __future__ import annotations

from datetime import datetime

from conversations.rules.deadlines import MADRID
from tests.conversation import said
from tests.stage import MARTI, Stage


def at(stage: Stage, day: int, hour: int, month: int = 6) -> str:
    """What Martí hears unasked at that moment."""
    stage.bot.moves(datetime(2020, month, day, hour, tzinfo=MADRID))
    return said(stage.bot.speaks_unasked(), MARTI)


def test_it_is_said_once_with_the_list_and_its_buttons(stage: Stage) -> None:
    stage.says("ahir 2h amb l'Alzinar: plecs")
    assert at(stage, 3, 20) == ""
    assert at(stage, 4, 8) == ""
    heard = at(stage, 4, 9)
    assert "Aquesta sessió encara no s'ha desat:\nL'Alzinar: dimarts 2 de juny · 2 hores · plecs\n" in heard
    assert "Fins que no la deseu, no compta i l'ajuntament no la pot confirmar." in heard
    assert stage.bot.labels(MARTI)[:3] == ["Desa", "Corregeix", "Descarta"]
    assert at(stage, 5, 10) == at(stage, 8, 10) == ""
    assert "Us acompanya" not in stage.says("/inici")
    assert at(stage, 9, 10) == "", "it is the same session"
    stage.presses("Desa")
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    assert at(stage, 10, 10) == ""


def test_several_are_listed_and_what_is_asked_is_one_tap_away(two: Stage) -> None:
    two.bot.moves(datetime(2020, 6, 5, 16, tzinfo=MADRID))
    two.says("ahir 2h amb l'Alzinar")
    two.says("ahir amb el Comellar, presencial")
    assert at(two, 6, 10) == at(two, 7, 10) == "", "a weekend"
    heard = at(two, 8, 9)
    assert "Aquestes sessions encara no s'han desat:\n\n**2 sessions per desar**\n1. L'Alzinar: dijous 4" in heard
    assert "2. El Comellar: dijous 4 de juny · presencial · per aclarir: la durada" in heard
    assert "Quant va durar?" in two.presses("Continua")


def test_nothing_is_said_of_what_was_saved_discarded_or_put_right(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.says("no, va ser 1 hora")
    stage.says("/inici")
    assert at(stage, 4, 9) == ""
    stage.presses("Deixa-la igual")
    stage.says("dilluns 1h amb l'Alzinar")
    stage.presses("Descarta")
    assert at(stage, 5, 9) == ""


def test_whoever_wants_no_reminders_a_closed_call_and_a_setting(stage: Stage) -> None:
    stage.says("/avisos")
    stage.presses("No m'enviïs recordatoris")
    stage.says("ahir 2h amb l'Alzinar")
    assert at(stage, 4, 9) == ""
    stage.says("/avisos")
    stage.presses("Envia'm recordatoris")
    stage.bot.sets("unsaved = true", "unsaved = false")
    assert at(stage, 5, 9) == ""
    stage.bot.sets("unsaved = false", "unsaved = true")
    stage.says("dilluns 1h amb l'Alzinar")
    stage.bot.does("update assignment set next_notice_at = null")
    assert "no s'ha" not in at(stage, 10, 9, month=8)


def test_office_foresees_it_without_its_words(stage: Stage) -> None:
    stage.says("ahir 2h amb l'Alzinar: plecs")
    foretold = said(stage.nuria.says("/previsio"), stage.nuria.id)
    assert "Un recordatori d'una sessió que s'ha explicat i encara no s'ha desat." in foretold
    assert "plecs" not in foretold
