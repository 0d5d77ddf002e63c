"""The corners of answering what an application lacks: several councils, two contacts, late and long edits."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.scenes import Idle, Supplying
from tests.conversation import Conversation, Somebody, said
from tests.support.rehearsed import rehearsed

KEY = "2020-1.171557.1"
QUESTION = "Quantes persones hi participaran?"


def applied(folder: Path) -> Conversation:
    """Marc Ribes, contact of Salt, has sent its application."""
    bot = Conversation(folder)
    bot.seats(2001, Role.OFFICE)
    bot.seats(1001, Role.CONTACT, "Salt")
    marc = Somebody(bot, 1001, "Marc Ribes")
    marc.starts()
    marc.answers_until(13)
    marc.sends_application()
    return bot


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = rehearsed(applied, tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def marc(bot: Conversation) -> Somebody:
    return Somebody(bot, 1001, "Marc Ribes")


def asks(bot: Conversation, *questions: str) -> None:
    for question in questions or (QUESTION,):
        bot.press_data(2001, "Núria Camps", f"0:lack.{KEY}")
        bot.says(2001, "Núria Camps", question)


def stored(bot: Conversation) -> list[tuple[object, ...]]:
    rows = bot.rows("select answer, answered_by, message from data_request order by id")
    return [(row["answer"], row["answered_by"], bool(row["message"])) for row in rows]


def status(bot: Conversation) -> object:
    return bot.rows("select status from application")[0]["status"]


def test_the_application_waits_until_everything_is_answered(bot: Conversation, marc: Somebody) -> None:
    asks(bot, QUESTION, "Quin dia?")
    marc.presses("Respon")
    heard = marc.says("Dilluns.")
    assert f"Encara falta: «{QUESTION}»" in said(heard, marc.id)
    assert status(bot) == "needs_data"
    marc.says("Hi serem dues.")
    assert status(bot) == "submitted"
    assert stored(bot) == [("Hi serem dues.", 1001, True), ("Dilluns.", 1001, True)]


def test_an_answer_given_with_the_button_is_corrected_by_editing_too(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.presses("Respon")
    marc.says("Hi serem dues.")
    bot.passes(minutes=1)
    assert "Ara: «Hi serem **tres.**»" in said(marc.edits("dues", "tres"), marc.id)
    assert "S'ha corregit" not in said(marc.edits("tres", "tres"), marc.id)
    assert "La resposta continua igual" in said(marc.edits("tres", "x" * 1001), marc.id)
    assert stored(bot) == [("Hi serem tres.", 1001, True)]


def test_an_edit_that_arrives_late_changes_nothing(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.says("Hi serem dues.")
    bot.passes(minutes=2)
    marc.edits("dues", "tres")
    bot.clock.moment -= timedelta(minutes=1)
    assert marc.edits("tres", "quatre") == []
    assert stored(bot) == [("Hi serem tres.", 1001, True)]


def test_what_a_colleague_answered_before_me_stands(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.presses("Respon")
    bot.does("update data_request set answer = 'Dues.'")
    assert "Ja s'havia respost: «Dues.»" in said(marc.says("Tres."), marc.id)
    assert isinstance(marc.scene, Idle)


def test_what_a_colleague_answered_meanwhile_stands(bot: Conversation, marc: Somebody) -> None:
    bot.seats(1002, Role.CONTACT, "Salt")
    rosa = Somebody(bot, 1002, "Rosa Mir")
    rosa.starts()
    asks(bot)
    marc.says("Gràcies")
    assert isinstance(marc.scene, Supplying)
    rosa.says("Hi serem dues.")
    assert "algú del vostre ajuntament ja ho ha respost" in said(marc.presses("Sí, és la resposta"), marc.id)
    marc.says("Moltes gràcies a tothom")
    assert stored(bot) == [("Hi serem dues.", 1002, True)]


def test_forgotten_doubts_and_forged_buttons_lead_on(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.says("Gràcies")
    turn = bot.state(marc.id).turn
    assert "ja no fa res" in said(bot.press_data(marc.id, marc.name, f"{turn}:sure.99"), marc.id)
    bot.does("update data_request set answer = 'Dues.'")
    assert marc.edits("Gràcies", "Gràcies!") == []
    assert "rebuda" in said(marc.says("I ara què?"), marc.id) or "botons" in said(marc.says("I ara què?"), marc.id)
    for choice in ("undata.x", "undata.99", "data.²"):
        assert said(bot.press_data(marc.id, marc.name, f"0:{choice}"), marc.id)


def test_the_summary_that_is_on_the_screen_asks_nothing(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.says("/estat")
    marc.presses("Mostra la sol·licitud")
    marc.says("Hi serem dues.")
    assert stored(bot) == [("Hi serem dues.", 1001, True)]
    assert isinstance(marc.scene, Idle)


def test_in_the_middle_of_something_else_a_text_is_what_that_asks_for(bot: Conversation, marc: Somebody) -> None:
    asks(bot)
    marc.says("/estat")
    marc.presses("Corregeix una resposta", "4. Títol")
    marc.says("Un altre títol per a la petició")
    assert stored(bot) == [(None, None, False)]


def test_nobody_else_answers_nor_takes_back(bot: Conversation, marc: Somebody) -> None:
    bot.seats(1003, Role.CONTACT, "Arbúcies")
    pol = Somebody(bot, 1003, "Pol Vidal")
    pol.starts()
    asks(bot)
    request = bot.rows("select id from data_request")[0]["id"]
    pol.says("Hi serem dues.")
    marc.says("Hi serem tres.")
    bot.press_data(pol.id, pol.name, f"0:undata.{request}")
    bot.press_data(pol.id, pol.name, f"0:data.{request}")
    assert stored(bot) == [("Hi serem tres.", 1001, True)]
