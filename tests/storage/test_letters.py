"""The letters: one a chat and in order, once if they say so, and settled with a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import letters, models
from storage.changes import meet
from storage.database import engine_for
from storage.letters import Letter, NewLetter, Settled
from storage.migrations import migrate
from storage.tables import table
from tests.support import databases

NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
_LETTERS = table(models.LetterRow)


@pytest.fixture
def connection(database: str, tmp_path: Path) -> Iterator[Connection]:
    engine = engine_for(databases.copy_of(migrate, tmp_path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def write(connection: Connection, *written: NewLetter) -> None:
    letters.write(connection, written, NOW)


def claim(connection: Connection, at: datetime = NOW, limit: int = 30, held: tuple[int, ...] = ()) -> list[Letter]:
    return letters.claim(connection, at, limit, held)


def texts(claimed: list[Letter]) -> list[str]:
    return [letter.text for letter in claimed]


def settle(connection: Connection, letter: Letter, state: str, **more: Any) -> None:
    letters.settle(connection, [Settled(letter.id, letter.chat, state, **more)], NOW)


def states(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(_LETTERS.c.text, _LETTERS.c.state))
    return {row.text: row.state for row in rows}


def test_claim_takes_the_first_of_each_chat_and_conversation_before_bulk(connection: Connection) -> None:
    write(connection, NewLetter(3, "c1", lane=1), NewLetter(1, "a1"), NewLetter(1, "a2"), NewLetter(2, "b1"))
    assert texts(claim(connection, limit=2)) == ["a1", "b1"]
    assert texts(claim(connection)) == ["c1"]
    assert claim(connection) == []


def test_claim_waits_for_the_letter_before_in_the_chat(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"), NewLetter(1, "a2"))
    (first,) = claim(connection)
    assert claim(connection) == []
    settle(connection, first, "sent", message=7)
    assert texts(claim(connection)) == ["a2"]


def test_claim_leaves_out_chats_that_are_held(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"), NewLetter(2, "b1"))
    assert texts(claim(connection, held=(1,))) == ["b1"]


def test_letter_that_must_wait_holds_its_chat_and_says_until_when(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"), NewLetter(1, "a2"))
    (first,) = claim(connection)
    settle(connection, first, "waiting", again=LATER, error="NetworkError")
    assert claim(connection) == []
    assert letters.next_due(connection, ()) == LATER
    (again,) = claim(connection, LATER)
    assert (again.text, again.attempts) == ("a1", 2)


@pytest.mark.parametrize(
    ("prepare", "held", "due"),
    [
        ((), (), None),
        ((NewLetter(1, "a"),), (), NOW),
        ((NewLetter(1, "a"),), (1,), None),
        ((NewLetter(1, "a"), NewLetter(2, "b")), (1,), NOW),
        ((NewLetter(1, "a", skipped=True),), (), None),
    ],
)
def test_next_due_is_the_earliest_letter_that_may_go(
    connection: Connection, prepare: tuple[NewLetter, ...], held: tuple[int, ...], due: datetime | None
) -> None:
    write(connection, *prepare)
    assert letters.next_due(connection, held) == due


def test_next_due_does_not_count_what_waits_behind_one_that_is_being_sent(connection: Connection) -> None:
    write(connection, NewLetter(1, "a1"), NewLetter(1, "a2"))
    claim(connection)
    assert letters.next_due(connection, ()) is None


def test_letter_with_a_key_is_written_once(connection: Connection) -> None:
    write(connection, NewLetter(1, "un", once="k"), NewLetter(1, "dos", once="k"))
    write(connection, NewLetter(2, "tres", once="k"), NewLetter(2, "quatre"))
    assert set(states(connection)) == {"un", "quatre"}


def test_letter_to_somebody_who_is_gone_is_never_claimed(connection: Connection) -> None:
    meet(connection, [1], NOW)
    letters.lose(connection, [1], NOW)
    write(connection, NewLetter(1, "a"), NewLetter(2, "b"))
    assert texts(claim(connection)) == ["b"]
    assert states(connection)["a"] == "blocked"


def test_losing_a_person_blocks_what_waits_and_not_what_was_sent(connection: Connection) -> None:
    meet(connection, [1], NOW)
    write(connection, NewLetter(1, "a1"), NewLetter(1, "a2"), NewLetter(1, "a3"), NewLetter(2, "b"))
    (first, _) = claim(connection)
    settle(connection, first, "sent")
    letters.lose(connection, [1], NOW)
    assert states(connection) == {"a1": "sent", "a2": "blocked", "a3": "blocked", "b": "sending"}


def test_recovery_sends_conversation_again_and_bulk_not(connection: Connection) -> None:
    write(connection, NewLetter(1, "a"), NewLetter(2, "b", lane=1), NewLetter(3, "c"))
    (first, *_) = claim(connection)
    settle(connection, first, "sent")
    assert letters.recover(connection, LATER) == 2
    assert states(connection) == {"a": "sent", "b": "unknown", "c": "waiting"}
    assert letters.recover(connection, LATER) == 0
    assert texts(claim(connection, LATER)) == ["c"]


def test_edit_finds_the_message_of_its_turn(connection: Connection) -> None:
    write(connection, NewLetter(1, "pregunta", turn=4), NewLetter(1, "", edits_turn=4), NewLetter(1, "", edits_turn=9))
    (first,) = claim(connection)
    settle(connection, first, "sent", message=77)
    (edit,) = claim(connection)
    assert (edit.edits, edit.target) == (True, 77)
    settle(connection, edit, "sent")
    (lost,) = claim(connection)
    assert (lost.edits, lost.target) == (True, None)


def test_letters_of_a_group_go_where_it_went(connection: Connection) -> None:
    write(connection, NewLetter(-1, "a"), NewLetter(-2, "b"))
    letters.move(connection, [(-1, -100)])
    assert sorted(letter.chat for letter in claim(connection)) == [-100, -2]


def test_queries_of_the_outbox_do_not_look_at_letters_that_are_done(tmp_path: Path) -> None:
    engine = engine_for(databases.copy_of(migrate, tmp_path))
    with engine.begin() as connection:
        for statement in (letters.pending((5,)).params(now=NOW, limit=30), letters.due(())):
            sql = statement.compile(engine, compile_kwargs={"literal_binds": True})
            plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
            assert any("ix_letter_pending" in step for step in plan)
            assert not any(step.startswith("SCAN letter") and "ix_letter_pending" not in step for step in plan), plan
    engine.dispose()
