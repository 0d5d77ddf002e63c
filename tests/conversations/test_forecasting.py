"""/previsio as the office sees it: by day and in pages, and only for the office."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations import forecasting
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Somebody, said

COUNCILS = ("Salt", "Badalona", "Mataró", "Celrà", "Manlleu", "Manresa", "Ulldecona", "Cardedeu", "Callús")


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, datetime(2020, 4, 28, 10, 0, tzinfo=MADRID))
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    """The office."""
    bot.seats(2001, Role.OFFICE)
    return Somebody(bot, 2001, "Núria Camps")


def test_many_messages_come_in_pages_with_the_days_above_the_first(bot: Conversation, nuria: Somebody) -> None:
    for number, council in enumerate(COUNCILS, start=1001):
        bot.seats(number, Role.CONTACT, council)

    first = said(nuria.says("/previsio"), nuria.id)
    assert "s'enviaran 9 missatges, si no canvia res:\n· dijous 30 d'abril: 9" in first
    assert first.count("**dijous 30 d'abril, a les 9 h** · ") == forecasting.PAGE
    assert nuria.conversation.labels(nuria.id) == ["Mostra'm els missatges següents"]

    second = said(nuria.presses("Mostra'm els missatges següents"), nuria.id)
    assert second.count("**dijous 30 d'abril, a les 9 h** · ") == 1
    assert said(bot.press_data(nuria.id, nuria.name, "0:forecast.7"), nuria.id) == "No n'hi ha més."


def test_nobody_but_the_office_sees_it(bot: Conversation) -> None:
    bot.seats(1001, Role.CONTACT, "Salt")
    aina = Somebody(bot, 1001, "Aina Soler")
    assert "Aquesta ordre no existeix" in said(aina.says("/previsio"), aina.id)
    assert "pregunta" not in said(bot.press_data(aina.id, aina.name, "0:forecast.0"), aina.id)


def test_more_councils_than_can_be_read_are_not_passed_over_in_silence(
    bot: Conversation, nuria: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.agenda.MOST", 2)
    for number, council in enumerate(COUNCILS, start=1001):
        bot.seats(number, Role.CONTACT, council)

    heard = said(nuria.says("/previsio"), nuria.id)
    assert "s'enviaran 2 missatges, si no canvia res:\nHi ha massa ajuntaments: aquí només hi ha els primers." in heard
