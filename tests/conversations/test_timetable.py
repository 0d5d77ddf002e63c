"""Extending the deadline: who is named in the preview, who must be phoned, and what is done twice."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Somebody, said


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, datetime(2020, 5, 7, 10, 0, tzinfo=MADRID))
    yield conversation
    conversation.close()


def office(bot: Conversation, number: int, name: str) -> Somebody:
    bot.seats(number, Role.OFFICE)
    return Somebody(bot, number, name)


def draft(bot: Conversation, number: int, council: str) -> Somebody:
    bot.seats(number, Role.CONTACT, council)
    somebody = Somebody(bot, number, "Aina Soler")
    somebody.starts()
    somebody.answers_until(2)
    return somebody


def preview(who: Somebody) -> str:
    who.says("/inici")
    who.presses("Amplia el termini")
    who.says("15 de maig")
    return said(who.says("Per la covid-19."), who.id)


def test_with_no_draft_nobody_is_told(bot: Conversation) -> None:
    assert "Cap ajuntament no té un esborrany obert: no s'avisarà ningú." in preview(office(bot, 2001, "Núria"))


def test_many_drafts_are_counted_and_the_first_named(bot: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.snapshots._MOST_DRAFTS", 2)
    for number, council in enumerate(("Arbúcies", "Badalona", "Salt"), start=1001):
        draft(bot, number, council)
    says = preview(office(bot, 2001, "Núria"))
    assert "S'avisaran 3 ajuntaments que tenen un esborrany obert:\nArbúcies i Badalona, i 1 més." in says


def test_who_cannot_be_written_to_must_be_phoned(bot: Conversation) -> None:
    bot.stops(draft(bot, 1001, "Arbúcies").id, "Aina Soler")
    assert "El bot no pot escriure a ningú d'Arbúcies: truqueu-hi." in preview(office(bot, 2001, "Núria"))


def test_two_of_the_office_extend_it_once(bot: Conversation) -> None:
    aina, nuria, gil = draft(bot, 1001, "Salt"), office(bot, 2001, "Núria"), office(bot, 2002, "Gil")
    preview(nuria)
    preview(gil)
    assert "és oberta fins al 15 de maig" in said(nuria.presses("Amplia el termini"), nuria.id)
    assert "Ja s'havia ampliat" in said(gil.presses("Amplia el termini"), gil.id)
    assert len([one for one in bot.speaks_unasked() if one.to == aina.id]) == 1
    assert bot.speaks_unasked() == []
