"""What is left of an erased person in the files of a PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation import Conversation
from tests.storage.test_erasure import VALUES, erases, maintain, planted, shapes
from tests.support.postgres import Server

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture
def talk(tmp_path: Path, database: str) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


def files_of(talk: Conversation, server: Server) -> list[bytes]:
    """The files of the tables and indexes of this database."""
    name = talk.database.engine.url.database
    ((oid,),) = server.execute(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
    server.execute("CHECKPOINT")
    return [file.read_bytes() for file in (server.data / "base" / str(oid)).iterdir() if file.is_file()]


def on_disk(talk: Conversation, server: Server) -> set[str]:
    """The planted values in the files of the tables and indexes of this database."""
    files = files_of(talk, server)
    return {value for value in VALUES for shape in shapes(value) if any(shape in content for content in files)}


def test_purge_waits_for_whoever_reads_and_is_done_later(talk: Conversation, postgres: Server) -> None:
    person = planted(talk)
    assert len(on_disk(talk, postgres)) > len(VALUES) / 2, "the plants took root"
    erases(person)
    with talk.database.engine.connect() as reader:
        everything = reader.exec_driver_sql("SELECT count(*) FROM letter").scalar()
        assert everything
        assert not maintain(talk)
    assert maintain(talk)
    assert on_disk(talk, postgres) == set()


def test_purge_waits_for_whoever_still_sees_what_was_erased(talk: Conversation, postgres: Server) -> None:
    """As the server's own taking of samples does: it holds no table for long, and old rows have to stay for it."""
    person = planted(talk)
    with talk.database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as reader:
        assert reader.exec_driver_sql("SELECT 1").scalar() == 1
        erases(person)
        assert not maintain(talk)
    assert maintain(talk)
    assert on_disk(talk, postgres) == set()
