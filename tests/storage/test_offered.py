"""Letters in the answer to an update: which may go there, and how each comes to be sent once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from storage import letters, models, offered
from storage.letters import NewLetter
from storage.tables import table
from tests.storage.test_letters import LATER, NOW, claim, connection, settle, states, texts, write

__all__ = ["connection"]

UPDATE = 500
_LETTERS = table(models.LetterRow)


def offer(connection: Connection, update: int = UPDATE) -> str | None:
    """The text that goes in the answer to an update."""
    made = offered.offer(connection, 1, update, NOW)
    return made.text if made else None


def held_back(connection: Connection, *written: NewLetter) -> None:
    """Letters of a conversation whose answer may bring them along."""
    letters.write(connection, written, NOW, {1: LATER})


def test_letter_waits_for_its_answer_and_then_for_nobody(connection: Connection) -> None:
    held_back(connection, NewLetter(1, "a1"), NewLetter(2, "b1"))
    assert texts(claim(connection)) == ["b1"]
    assert letters.next_due(connection, ()) == LATER
    assert texts(claim(connection, LATER)) == ["a1"]


def test_offered_letter_holds_its_chat_until_it_is_kept(connection: Connection) -> None:
    held_back(connection, NewLetter(1, "a1", silent=True))
    made = offered.offer(connection, 1, UPDATE, NOW)
    assert made is not None
    assert (made.chat, made.text, made.silent) == (1, "a1", True)
    write(connection, NewLetter(1, "a2"))
    assert claim(connection, LATER) == []
    assert letters.next_due(connection, ()) == NOW + offered.LIFE
    offered.keep(connection, made.letter, LATER)
    assert states(connection) == {"a1": "sent", "a2": "waiting"}
    assert texts(claim(connection, LATER)) == ["a2"]


@pytest.mark.parametrize(
    "written",
    [
        [NewLetter(1, "a", keyboard=[[{"text": "Comença", "data": "1:begin"}]])],
        [NewLetter(1, "a", document={"kind": "receipt"})],
        [NewLetter(1, "a", edits_turn=3)],
        [NewLetter(1, "a", edits_message=7)],
        [NewLetter(1, "a", lane=1)],
        [NewLetter(1, "a"), NewLetter(1, "b")],
        [NewLetter(2, "a")],
        [NewLetter(1, "a", skipped=True)],
    ],
    ids=["buttons", "document", "edit of a turn", "edit", "bulk", "two", "somebody else", "skipped"],
)
def test_anything_else_goes_as_always_and_at_once(connection: Connection, written: list[NewLetter]) -> None:
    held_back(connection, *written)
    assert offer(connection) is None
    assert set(states(connection).values()) <= {"waiting", "skipped"}
    assert len(claim(connection)) == len({one.chat for one in written if not one.skipped})


def test_letter_that_was_tried_or_is_under_way_is_not_offered(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"))
    (first,) = claim(connection)
    assert offer(connection) is None
    settle(connection, first, "waiting", again=NOW)
    assert offer(connection) is None


@pytest.mark.parametrize("kept", [False, True])
def test_update_that_comes_again_puts_what_was_offered_back_once(connection: Connection, kept: bool) -> None:
    write(connection, NewLetter(1, "a1"))
    made = offered.offer(connection, 1, UPDATE, NOW)
    assert made is not None
    if kept:
        offered.keep(connection, made.letter, NOW)
    assert offer(connection) is None
    offered.keep(connection, made.letter, NOW)  # the process that offered it comes late
    assert texts(claim(connection)) == ["a1"]
    assert offer(connection) is None
    assert states(connection) == {"a1": "sending"}


def test_what_has_been_offered_for_too_long_waits_for_the_outbox(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"))
    assert offer(connection) == "a1"
    assert offered.reclaim(connection, LATER - timedelta(minutes=1)) == 0
    late = NOW + offered.LIFE
    assert offered.reclaim(connection, late) == 1
    assert texts(claim(connection, late)) == ["a1"]
    assert connection.execute(select(_LETTERS.c.offer)).scalar_one() is None
