"""Reads: every want has an answer for somebody whom nobody knows, and one query serves many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import Connection, event

from conversations.protocol import wants
from conversations.protocol.wants import AnyWant
from storage import snapshots
from storage.database import engine_for
from storage.snapshots import Asked
from tests.support import databases

NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
KEYS = {"int": 5, "str": "2020-1.nowhere.1"}


@pytest.fixture
def connection(database: str, tmp_path: Path) -> Iterator[Connection]:
    engine = engine_for(databases.copy_of(databases.laid_out, tmp_path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def wanted() -> list[AnyWant]:
    """One want of each kind, about what does not exist."""
    return [
        kind(*(KEYS[str(field.type)] for field in kind.__dataclass_fields__.values())) for kind in get_args(AnyWant)
    ]


@pytest.mark.parametrize("want", wanted(), ids=lambda want: type(want).__name__)
def test_every_want_is_answered_for_people_whom_nobody_knows(connection: Connection, want: AnyWant) -> None:
    asked = [Asked(slot, person, want) for slot, person in enumerate((1, 2, 2))]
    found = snapshots.answer(connection, asked, NOW)
    assert [set(found[slot]) for slot in range(3)] == [{want}] * 3
    assert found[0][want] == found[1][want] or isinstance(want, wants.Me)


@pytest.mark.parametrize("want", [wants.Me(), wants.MyApplications(), wants.Register(), wants.Office()])
def test_number_of_queries_does_not_grow_with_the_batch(connection: Connection, want: AnyWant) -> None:
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *told: statements.append(told[2]))
    counts = []
    for size in (1, 64):
        statements.clear()
        snapshots.answer(connection, [Asked(slot, slot, want) for slot in range(size)], NOW)
        counts.append(len(statements))
    assert counts[0] == counts[1] > 0
