"""Which standing buttons still hang in a chat: those of recent messages that arrived and were not edited since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from storage import letters, offers
from storage.database import engine_for
from storage.letters import NewLetter, Settled
from storage.migrations import migrate
from storage.offers import Offer
from tests.support import databases

NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
AINA, MARC = 1001, 1002


@pytest.fixture
def connection(database: str, tmp_path: Path) -> Iterator[Connection]:
    engine = engine_for(databases.copy_of(migrate, tmp_path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def board(*buttons: tuple[str, str]) -> list[list[dict[str, str]]]:
    return [[{"text": label, "data": data}] for label, data in buttons]


def arrives(connection: Connection, letter: NewLetter, message: int, *, state: str = "sent") -> None:
    letters.write(connection, [letter], NOW)
    (claimed,) = letters.claim(connection, NOW, 30, ())
    if state != "sending":
        letters.settle(connection, [Settled(claimed.id, claimed.chat, state, message)], NOW)


def standing(connection: Connection, chat: int = AINA, *, at: datetime = NOW) -> list[Offer]:
    return list(offers.of_chats(connection, [chat], at).get(chat, ()))


def test_only_standing_buttons_of_the_chat_count_the_newest_message_first(connection: Connection) -> None:
    copies = [[{"text": "Copia el número", "copy": "2020-1-001"}]]
    arrives(connection, NewLetter(AINA, "a", board(("Respon", "0:data.7"), ("Deixa-ho", "3:leave")), turn=3), 11)
    arrives(connection, NewLetter(AINA, "b", board(("Comença", "0:go.x")) + copies), 12)
    arrives(connection, NewLetter(AINA, "c", board(("Continua", "4:go")), turn=4), 13)
    arrives(connection, NewLetter(AINA, "d"), 14)
    assert standing(connection) == [Offer("Comença", "0:go.x", 12), Offer("Respon", "0:data.7", 11)]
    assert standing(connection, MARC) == []
    assert offers.of_chats(connection, [], NOW) == {}


@pytest.mark.parametrize("edit", [{"edits_message": 11}, {"edits_turn": 3}])
def test_an_edit_takes_the_buttons_away_or_puts_others_in_their_place(
    connection: Connection, edit: dict[str, Any]
) -> None:
    mixed = board(("Respon", "0:data.7"), ("Deixa-ho", "3:leave"))
    arrives(connection, NewLetter(AINA, "a", mixed, turn=3), 11)
    letters.write(connection, [NewLetter(MARC, "", **edit), NewLetter(AINA, "", edits_message=99)], NOW)
    assert [one.data for one in standing(connection)] == ["0:data.7"], "edits of others change nothing"
    for claimed in letters.claim(connection, NOW, 30, ()):
        letters.settle(connection, [Settled(claimed.id, claimed.chat, "sent")], NOW)
    arrives(connection, NewLetter(AINA, "", board(("Comença", "0:go.x")), **edit), 0)
    assert [(one.label, one.message) for one in standing(connection)] == [("Comença", edit.get("edits_message", 0))]
    arrives(connection, NewLetter(AINA, "", **edit), 0)
    assert standing(connection) == []


@pytest.mark.parametrize(("state", "there"), [("sending", True), ("unknown", True), ("failed", False)])
def test_a_message_that_did_not_arrive_offers_nothing(connection: Connection, state: str, there: bool) -> None:
    letters.write(connection, [NewLetter(AINA, "a", board(("Respon", "0:data.7")))], NOW)
    assert standing(connection) == []
    (claimed,) = letters.claim(connection, NOW, 30, ())
    if state != "sending":
        letters.settle(connection, [Settled(claimed.id, claimed.chat, state)], NOW)
    assert bool(standing(connection)) is there


def test_a_message_of_long_ago_offers_nothing(connection: Connection) -> None:
    arrives(connection, NewLetter(AINA, "a", board(("Respon", "0:data.7"))), 11)
    assert standing(connection, at=NOW + offers.RECENT - timedelta(seconds=1))
    assert not standing(connection, at=NOW + offers.RECENT)


def test_every_message_with_a_button_of_a_matter_is_edited_and_what_has_not_gone_out_is_reworded(
    connection: Connection,
) -> None:
    arrives(connection, NewLetter(AINA, "a", board(("Accepta-la", "0:sallow.7.180"))), 11)
    arrives(connection, NewLetter(AINA, "b", board(("Accepta-la", "0:sallow.70.180"))), 12)
    arrives(connection, NewLetter(AINA, "", board(("Accepta-la", "0:sallow.7.180")), edits_message=13), 0)
    letters.write(connection, [NewLetter(AINA, "c", board(("Accepta-la", "0:sallow.7.180")))], NOW)
    gone = [NewLetter(chat, "ja no", edits_under="0:sallow.7.") for chat in (AINA, MARC)]
    assert letters.write(connection, gone, NOW) == 2
    sent = []
    while claimed := letters.claim(connection, NOW, 30, ()):
        sent += [(one.chat, one.text, one.keyboard, one.target) for one in claimed]
        letters.settle(connection, [Settled(one.id, one.chat, "sent", 20) for one in claimed], NOW)
    assert sent == [(AINA, "ja no", None, None), (AINA, "ja no", None, 11), (AINA, "ja no", None, 13)]
    assert standing(connection) == [Offer("Accepta-la", "0:sallow.70.180", 12)]
    assert letters.write(connection, gone, NOW) == 0
