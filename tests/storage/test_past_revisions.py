"""A database of every past revision, with people in the middle of things, becomes one of today and they go on."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from conversations.protocol.facts import Role
from storage import letters, models, moving
from storage.database import engine_for
from storage.migrations import config, migrate
from tests import packages
from tests.conversation import BEGINS, Conversation, Somebody, said
from tests.support import databases
from tests.support.postgres import Server

Row = Mapping[str, Any]

REVISIONS = [one.revision for one in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
AINA, MARC, PEP, LIA, OFFICE = 1001, 1002, 1003, 5001, 2001


@pytest.mark.parametrize("revision", REVISIONS)
def test_people_go_on_where_they_were_whatever_revision_stored_it(tmp_path: Path, revision: str) -> None:
    url = databases.empty(tmp_path)
    engine = engine_for(url)
    migrate(engine, revision)
    past = Past()
    past.fill(engine)
    migrate(engine)
    past.assert_kept(engine)
    engine.dispose()
    goes_on(tmp_path, url, past)


def test_tables_filled_at_each_revision_are_kept_by_all_that_come_after(postgres: Server, tmp_path: Path) -> None:
    """On PostgreSQL one database lives through every revision, each new table with rows before the next step: making
    it anew for each of them takes ten times as long."""
    url = postgres.create()
    engine = engine_for(url)
    past = Past()
    for revision in REVISIONS:
        migrate(engine, revision)
        past.fill(engine)
    past.assert_kept(engine)
    with engine.begin() as connection:
        moving.count_on(connection)
    engine.dispose()
    goes_on(tmp_path, url, past)


class Past:
    """What was stored under past revisions: `columns` of each table at that time, and the `rows`."""

    def __init__(self) -> None:
        self.columns: dict[str, list[str]] = {}
        self.rows: dict[str, list[Row]] = {}

    def fill(self, engine: sa.Engine) -> None:
        """Puts rows into every table that is new."""
        with engine.begin() as connection:
            found = sa.inspect(connection)
            new = set(found.get_table_names()) - {"alembic_version"} - self.columns.keys()
            for table in [one for one in SQLModel.metadata.sorted_tables if one.name in new]:
                names = [one["name"] for one in found.get_columns(table.name)]
                self.columns[table.name] = names
                self.rows[table.name] = [{name: row[name] for name in names} for row in lived()[table.name]]
                assert self.rows[table.name], f"no row of {table.name}"
                connection.execute(light(table.name, names).insert(), self.rows[table.name])
        assert new <= self.columns.keys(), "a table of that time is none of today's"

    def assert_kept(self, engine: sa.Engine) -> None:
        """Every row is there, and no other, with all that it said."""
        with engine.begin() as connection:
            for name, rows in self.rows.items():
                kept = connection.execute(sa.select(light(name, self.columns[name]))).mappings()
                assert ordered(map(dict, kept)) == ordered(rows), name


def goes_on(folder: Path, url: str, past: Past) -> None:
    """What waited is delivered, what was held is not, and each dialogue continues with its next word."""
    talk = Conversation(folder, url=url)
    try:
        with talk.connection.begin():
            assert letters.recover(talk.connection, talk.clock.now()) == 1
        heard = talk.delivers()
        assert [one.to for one in heard] == [MARC, AINA]
        assert "Número 2020-1-001" in said(heard, MARC)
        assert "Pregunta 5 de 12" in said(heard, AINA)
        assert talk.rows("select state from letter where text = 'Concedida.'") == [{"state": "held"}]

        before = talk.answers("inventat-1")
        assert "Pregunta 6 de 12" in said(Somebody(talk, AINA, "Aina Soler").says("compra responsable i jovent"), AINA)
        assert talk.answers("inventat-1") == {**before, "topics": ["procurement", "youth"]}
        assert "2020-1-001" in said(Somebody(talk, MARC, "Marc Ribes").says("/estat"), MARC)
        if "session" in past.rows:
            assert "Dimarts 5 de maig · 2 hores" in said(Somebody(talk, LIA, "Lia Roca").says("Desa"), PEP)
            told = talk.rows("select state, minutes from session order by at, id")
            assert told == [{"state": "confirmed", "minutes": 120}, {"state": "reported", "minutes": 120}]
            assert talk.rows("select sum(minutes) as taken from ledger where kind = 'consume'") == [{"taken": 240}]
    finally:
        talk.close()


def light(name: str, columns: Sequence[str]) -> sa.TableClause:
    """A table as it was, with the types of today and without the values that today's tables fill in."""
    today = SQLModel.metadata.tables[name]
    return sa.table(name, *(sa.column(one, today.c[one].type) for one in columns))


def ordered(rows: Any) -> list[Row]:
    """The rows in an order that does not depend on the database."""
    return sorted(rows, key=repr)


@cache
def lived() -> dict[str, list[Row]]:
    """Rows of every table: a draft at its fifth question, an application sent, a package in which a session was held
    and another one is being told, and the bot killed while it delivered the question and the receipt."""
    with tempfile.TemporaryDirectory() as folder:
        talk = Conversation(Path(folder))
        talk.seats(OFFICE, Role.OFFICE)
        _live(talk)
        for person, fragment, state in ((AINA, "Pregunta 5 de 12", "waiting"), (MARC, "Número 2020-1-001", "sending")):
            talk.does(
                f"update letter set state = '{state}', message = null, done_at = null where id = "
                f"(select max(id) from letter where chat = {person} and text like '%{fragment}%')"
            )
        with talk.connection.begin():
            rows: dict[str, list[Row]] = {
                one.name: [dict(row) for row in talk.connection.execute(sa.select(one)).mappings()]
                for one in SQLModel.metadata.sorted_tables
            }
        talk.close()
    # 0013 looks at packages that are under way from the day on which they were agreed.
    rows["assignment"] = [{**one, "next_notice_at": one["exchanged_at"]} for one in rows["assignment"]]
    for row in _rare():
        rows[str(row.__tablename__)] += [row.model_dump()]
    return rows


def _live(talk: Conversation) -> None:
    aina, marc, pep, lia = (
        Somebody(talk, number, name)
        for number, name in ((AINA, "Aina Soler"), (MARC, "Marc Ribes"), (PEP, "Pep Vall"), (LIA, "Lia Roca"))
    )
    marc.opens("Salt")
    marc.says("/ajuda")
    marc.presses("Escriu a l'Oficina Tècnica")
    marc.says("Què vol dir «transferible»?")
    marc.starts("no-és-cap-invitació")
    marc.says("/inici")
    marc.answers_until(13)
    marc.sends_application()
    talk.seats(PEP, Role.CONTACT, "Puigferrer")
    key = packages.asked(talk, PEP, "Pep Vall", "Puigferrer", "mentoring")
    packages.joined(talk, key, packages.mentor(talk, LIA, "Lia Roca", "Girona"))
    lia.says("Ahir vam fer 2 hores amb Puigferrer, en línia, sobre plecs")
    lia.presses("Desa")
    pep.presses("Sí, confirma-la")
    lia.says("Avui hem fet 2 hores amb Puigferrer, en línia, sobre clàusules")
    aina.opens("l'Alzinar")
    aina.answers_until(5)


def _rare() -> list[SQLModel]:
    """A row of each table that those days did not touch, and a decision that waits to be sent."""
    at, key, call, body = BEGINS, packages.application_of("Puigferrer"), "2020-1", packages.body_of("Puigferrer")
    day = date(2020, 5, 14)
    return [
        models.AccessRequestRow(
            id=61, person=3001, name="Jordi Pla", body="081803", body_name="Ripollet", membership="member", at=at
        ),
        models.ErasureRow(id=1, reason="asked", people=1, pseudonym=9_000_000_000_000_001, at=at, cleaned_at=at),
        models.FailedUpdateRow(id=71, kind="Text", place="KeyError at bot/app.py:1", at=at),
        models.HouseRow(id=1, alive_at=at),
        models.LeaseRow(name="delivery", holder="servidor:77", term=3, expires_at=at),
        models.CriterionRow(id=1, call=call, name="Món rural", applications=[key], person=4001, at=at),
        models.DigestRow(person=4001, call=call, until=day, at=at),
        models.BoundGroupRow(chat=-77, person=OFFICE, at=at),
        models.DispatchRow(id=81, call=call, asked_by=4001, at=at),
        models.ExtensionRow(call=call, to=date(2020, 5, 11), reason="Hi ha hagut una avaria.", at=at, person=OFFICE),
        models.OrderRow(id=1, call=call, service="mentoring", applications=[key], reason="Veïnes", person=4001, at=at),
        models.MeetingRow(id=91, call=call, recorder=4001, day=day, begun_at=at),
        models.PresentRow(meeting=91, person=4001),
        models.SkipRow(call=call, body=body, person=PEP, at=at),
        models.AgreementRow(application=key, person=4001),
        models.ConflictRow(application=key, reviewer=4002, reason="own", at=at),
        models.MarkRow(application=key, reviewer=4001, scores=["3", "4", "2"], comment="Molt bona.", at=at),
        models.LatePressRow(application=key, at=at),
        models.DataRequestRow(
            id=95, application=key, question="Quants habitants?", due=day, asked_by=OFFICE, asked_at=at
        ),
        models.AppointmentRow(
            id=97, assignment=40, day=day, begins=600, minutes=120, side="mentor", root=97, proposed_by=LIA, at=at
        ),
        models.LetterRow(
            id=5_000, chat=PEP, state="held", text="Concedida.", once="decision:1:1003", matter="decision:1",
            not_before=at, created_at=at,
        ),
    ]  # fmt: skip
