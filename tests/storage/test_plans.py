"""How SQLite finds what an answer needs: by an index, whatever the number of people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from conversations import needs
from conversations.protocol.incoming import Edited, Text
from conversations.protocol.scenes import Asking, DialogueState
from storage import changes, dialogues, letters, offers, snapshots
from storage.database import engine_for
from storage.letters import NewLetter
from storage.migrations import migrate
from storage.snapshots import Asked
from tests.support import databases

NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
FEW = ("call", "extension")
"""Tables that do not grow with the number of people."""

Statement = tuple[str, Any]


@pytest.fixture
def statements(tmp_path: Path) -> Iterator[tuple[Connection, list[Statement]]]:
    engine = engine_for(databases.copy_of(migrate, tmp_path))
    asked: list[Statement] = []
    with engine.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        yield connection, asked
    engine.dispose()


def test_answer_of_many_people_walks_through_no_table(statements: tuple[Connection, list[Statement]]) -> None:
    connection, asked = statements
    people = range(1, 65)
    state = DialogueState(3, Asking("2020-1.171557.1", "position"))
    where: dict[str, Any] = {"private": True, "name": "Aina", "at": NOW}
    dialogues.unseen(connection, list(people))
    changes.meet(connection, people, NOW)
    dialogues.load(connection, [(person, person) for person in people])
    for did in (
        Text(update=1, chat=1, person=1, message=1, text="x", **where),
        Edited(update=1, chat=1, person=1, message=1, text="x", **where),
    ):
        wanted = needs.wants(state, did)
        snapshots.answer(connection, [Asked(person, person, want) for person in people for want in wanted], NOW)
    letters.write(connection, [NewLetter(person, "x", once=f"k{person}") for person in people], NOW)
    claimed = letters.claim(connection, NOW, 30, [1, 2])
    letters.next_due(connection, [one.chat for one in claimed])
    offers.of_chats(connection, list(people), NOW)
    letters.write(connection, [NewLetter(1, "", edits_turn=3), NewLetter(2, "", edits_message=7)], NOW)
    rewrites = [(sql, values[0] if isinstance(values, list) else values) for sql, values in asked if "offers=" in sql]
    assert len(rewrites) == 2
    reads = [(sql, values) for sql, values in asked if sql.startswith("SELECT")] + rewrites
    assert len(reads) > 10
    for sql, values in reads:
        for step in plan(connection, sql, values):
            assert not walks(step), f"{step}: {sql}"
            if "person IN" in sql:
                assert "ix_seat_role" not in step, f"through everybody with the role: {sql}"


def plan(connection: Connection, sql: str, values: Any) -> list[str]:
    """How SQLite goes about a statement."""
    return [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]


def walks(step: str) -> bool:
    """Whether a step of a plan looks at every row of a table that grows; what is pending is few."""
    words = step.split()
    derived = ("CONSTANT", "(subquery-1)")
    return words[0] == "SCAN" and words[1] not in (*FEW, *derived) and "ix_letter_pending" not in step
