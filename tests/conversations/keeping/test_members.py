"""Joining and leaving: the tables say what the rule says, and only the office may write it down."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Body, Membership, Role
from conversations.rules import membership
from conversations.rules.deadlines import MADRID
from storage import snapshots
from tests.conversation import Conversation, Somebody, said

BADALONA = "080155"
DAY = date(2020, 5, 7)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, datetime(2020, 5, 7, 10, 0, tzinfo=MADRID))
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    """The office."""
    bot.seats(2001, Role.OFFICE)
    return Somebody(bot, 2001, "Núria Camps")


def badalona(bot: Conversation) -> Body:
    with bot.connection.begin():
        return snapshots.register(bot.connection)[BADALONA]


def opens(nuria: Somebody, council: str) -> None:
    nuria.says("/inici")
    nuria.presses("Mostra els membres de la xarxa")
    nuria.says(council)
    nuria.presses(council)


def test_the_tables_say_what_the_rule_says(bot: Conversation, nuria: Somebody) -> None:
    before = badalona(bot)
    opens(nuria, "Badalona")
    nuria.presses("Anota'n la baixa", "Avui", "Anota-ho")
    gone = membership.left(before, DAY)
    assert badalona(bot).stays == gone.stays

    for button, standing, day in (
        ("Anota que té l'ingrés pendent", Membership.PENDING, date(2020, 5, 8)),
        ("Anota'n l'alta", Membership.MEMBER, date(2020, 7, 1)),
    ):
        before = badalona(bot)
        opens(nuria, "Badalona")
        nuria.presses(button)
        nuria.says(day.isoformat())
        nuria.presses("Anota-ho")
        assert badalona(bot).stays == membership.joined(before, standing, day).stays

    lines = bot.rows("select action, subject from audit where action in ('JoinNetwork', 'LeaveNetwork') order by id")
    assert [row["action"] for row in lines] == ["LeaveNetwork", "JoinNetwork", "JoinNetwork"]
    assert {row["subject"] for row in lines} == {BADALONA}


def test_another_council_can_be_written_instead(nuria: Somebody) -> None:
    nuria.says("/inici")
    nuria.presses("Mostra els membres de la xarxa")
    nuria.says("Salt", "Badalona")
    assert "**Badalona**" in said(nuria.presses("Badalona"), nuria.id)


def test_who_is_of_the_office_no_more_changes_nothing(bot: Conversation, nuria: Somebody) -> None:
    opens(nuria, "Badalona")
    nuria.presses("Anota'n la baixa", "Avui")
    before = badalona(bot)
    bot.does("update seat set until = '2020-05-07 08:00:00' where person = 2001")
    nuria.presses("Anota-ho")
    assert badalona(bot) == before


def test_what_is_not_understood_leaves_the_place(nuria: Somebody) -> None:
    opens(nuria, "Badalona")
    assert "Toqueu un dels botons" in said(nuria.says("què hi faig?"), nuria.id)
    assert nuria.scene.body == BADALONA
