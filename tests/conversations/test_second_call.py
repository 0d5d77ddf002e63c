"""Both calls in one database: who may begin with old answers, and hours that are each call's own (R32, R44)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.rules import bags
from conversations.rules.bags import Book
from conversations.rules.deadlines import MADRID
from storage import proceedings, snapshots
from tests import packages
from tests.conversation import Conversation, Somebody, said

AINA, MARTA = 1001, 1002
REUSE = "Aprofita les respostes d'abans"


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


@pytest.mark.parametrize(
    ("status", "kept", "writer", "other"),
    [
        ("draft", "null", True, False),
        ("submitted", "null", True, False),
        ("deferred", "null", True, False),
        ("refused", "null", False, False),
        ("refused", "true", True, True),
        ("refused", "false", False, False),
        ("deferred", "false", False, False),
    ],
)
def test_old_answers_serve_whoever_wrote_them_and_others_only_if_the_council_agreed(
    bot: Conversation, status: str, kept: str, writer: bool, other: bool
) -> None:
    for person in (AINA, MARTA):
        bot.seats(person, Role.CONTACT, "Salt")
    aina, marta = Somebody(bot, AINA, "Aina Soler"), Somebody(bot, MARTA, "Marta Vila")
    aina.starts()
    aina.answers_until(6)
    bot.does(f"update application set status = '{status}', number = '2020-1-001', kept = {kept}")
    bot.moves(datetime(2020, 9, 7, 10, tzinfo=MADRID))
    bot.opens("setembre-2020", "2020-09-30")

    offered = {}
    for somebody in (aina, marta):
        somebody.says("/inici")
        offered[somebody.id] = REUSE in bot.labels(somebody.id)
    assert offered == {AINA: writer, MARTA: other}


def test_a_new_contact_takes_over_the_request_and_not_who_is_to_be_written_to(bot: Conversation) -> None:
    bot.seats(AINA, Role.CONTACT, "Salt")
    aina = Somebody(bot, AINA, "Aina Soler")
    aina.starts()
    aina.answers_until(6)
    bot.does("update application set status = 'refused', number = '2020-1-001', kept = true")
    bot.seats(MARTA, Role.CONTACT, "Salt")
    bot.moves(datetime(2020, 9, 7, 10, tzinfo=MADRID))
    bot.opens("setembre-2020", "2020-09-30")
    marta = Somebody(bot, MARTA, "Marta Vila")
    marta.says("/inici")
    marta.presses(REUSE)
    heard = said(marta.presses("Ho he llegit, continua"), MARTA)

    assert "S'han copiat 3 respostes de la convocatòria d'abril de 2020." in heard
    mine = {row["question"] for row in bot.rows("select question from answer where application like '2020-2.%'")}
    assert mine == {"service", "title", "topics"}
    assert [row["value"] for row in bot.rows("select value from answer where application like '2020-2.%'")
            if "aina" in str(row["value"]).casefold()] == []  # fmt: skip


def test_each_call_has_its_own_hours(bot: Conversation) -> None:
    bot.opens("setembre-2020", "2020-09-30")
    packages.granted(bot, "Salt")

    free = {}
    with bot.connection.begin():
        for call in snapshots.calls(bot.connection):
            book = Book(call.services, proceedings.ledger(bot.connection, call.id))
            free[call.id] = {one.id: bags.balance(book, one.id).free // 60 for one in call.services}
    assert free == {"2020-1": {"mentoring": 4, "advice": 28}, "2020-2": {"mentoring": 12, "advice": 32}}
