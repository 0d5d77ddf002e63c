"""Erasing a person: distinctive values planted everywhere, erased by talking with the bot, then looked for in every
table, in the raw file, its log and its shared memory, and in the logs of the process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy import JSON, BigInteger, String, select
from sqlmodel import SQLModel

import storage.models  # noqa: F401  fills the metadata
from bot import logs
from bot.maintenance import Maintenance
from conversations.protocol.changes import EraseMe
from conversations.protocol.facts import Role
from conversations.rules.pseudonyms import PSEUDONYMS, is_pseudonym
from storage import changes, holdings, letters
from storage.changes import Done
from storage.letters import NewLetter, Settled
from tests.conversation import ANSWERS, Conversation, Somebody

PERSON = 7_310_045_821
NAME = "Xènia Quercús-Nadal"
EMAIL = "xenia.quercus@alzinar-unica.example"
PHONE = "+34 972 61 84 35"
SECOND = "Zebedeu Vilaplanós, zebedeu@alzinar-unica.example"
POSITION = "Agenta heliotròpica, àrea de fantasia"
HELP = "Pregunta irrepetible xylòfon-42"
OTHER = 1002
OFFICE = 2001

NOT_PEOPLE = {
    ("answer", "message"),
    ("letter", "edits_message"),
    ("letter", "message"),
    ("letter", "offer"),
    ("access_request", "id"),
    ("help_request", "id"),
    ("data_request", "id"),
    ("data_request", "message"),
    ("mentor", "id"),
    ("assignment", "id"),
    ("assignment", "mentor"),
    ("session", "id"),
    ("session", "assignment"),
    ("session", "message"),
    ("session", "instead_of"),
    ("appointment", "id"),
    ("bound_group", "chat"),
    ("appointment", "assignment"),
    ("appointment", "root"),
    ("ledger", "session"),
    ("meeting", "id"),
    ("present", "meeting"),
    ("dispatch", "id"),
    ("decision", "dispatch"),
    ("seen_update", "id"),
    ("failed_update", "id"),
    ("erasure", "pseudonym"),
}
"""Big numbers that are of messages, updates and pseudonyms."""


NOT_WRITTEN = {
    "access_request": "body body_name membership name",
    "answer": "question",
    "application": "channel mentor number status",
    "appointment": "modality side state",
    "assignment": "council_how mentor_how state",
    "audit": "action after before subject",
    "body": "comarca confidence kind name source",
    "call": "digest toml",
    "chat": "labels",
    "criterion": "applications",
    "decision": "outcome service",
    "dispatch": "state",
    "erasure": "farewell reason",
    "failed_update": "kind place",
    "help_request": "application body_name name",
    "invitation": "name role",
    "lease": "holder",
    "ledger": "body kind service",
    "letter": "basis document error keyboard matter once state text",
    "list_order": "applications service",
    "mark": "scores",
    "mentor": "digest modality name state topics",
    "person": "name notice",
    "seat": "role",
    "session": "how modality says_modality state",
    "stay": "precision source status",
    "watch": "standing",
}
"""Texts that are codes, or that erasing a person treats one by one."""


ON_A_FILE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what the test looks at: the bytes of SQLite's file, or who reads it."""


@pytest.fixture
def talk(tmp_path: Path, database: str) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


def maintain(talk: Conversation) -> bool:
    return asyncio.run(Maintenance(talk.database, talk.clock).purge())


def planted(talk: Conversation, *, submits: bool = True) -> Somebody:
    """A contact who leaves traces everywhere: answers and corrections, receipts, help, invitations, a wrong link."""
    office = Somebody(talk, OFFICE, "Núria Camps")
    talk.seats(OFFICE, Role.OFFICE)
    other = Somebody(talk, OTHER, "Marc Ribes")
    other.opens("l'Alzinar")
    person = Somebody(talk, PERSON, NAME)
    person.starts("no-és-cap-invitació")
    person.says("Salt")
    person.opens("l'Alzinar")
    person.answers_until(2)
    person.says("primera.adreca@alzinar-unica.example")
    person.edits("primera.adreca@alzinar-unica.example", EMAIL)
    for name in ("service", "title", "topics", "need", "transferability", "alignment", "covid", "covid_how"):
        person.says(ANSWERS[name])
    for name in ("means", "involvement", "modality"):
        person.says(ANSWERS[name])
    for label, text in (("Nom i cognoms", NAME), ("Telèfon", PHONE), ("Segon contacte", SECOND)):
        person.presses("Afegeix una dada opcional", label)
        person.says(text)
    person.presses("Corregeix una resposta", "1. Càrrec i àrea")
    person.says(POSITION)
    person.presses("Envia'm l'esborrany en PDF")
    if submits:
        person.sends_application()
        other.presses("Mostra la sol·licitud", "Ho he llegit, continua")
        other.presses("Mostra la sol·licitud")
        other.presses("Envia'm el PDF")
    person.says("/les_meves_dades")
    person.says("/ajuda")
    person.presses("Escriu a l'Oficina Tècnica")
    person.says(HELP)
    office.presses("Respon")
    office.says(f"Bon dia, {NAME}: truqueu-nos.")
    return person


def erases(person: Somebody) -> None:
    person.says("/esborra")
    person.presses("Esborra les meves dades")
    person.presses("Sí, esborra-les")


VALUES = (
    NAME,
    EMAIL,
    "primera.adreca@alzinar-unica.example",
    "972618435",
    "972 61 84 35",
    "Zebedeu",
    POSITION,
    "xylòfon-42",
    str(PERSON),
)


def shapes(value: str) -> set[bytes]:
    """A value as it may stand in a file: plain, and as JSON escapes it."""
    return {value.encode(), json.dumps(value)[1:-1].encode()}


def number_on_disk(number: int) -> bytes:
    """A number of six bytes as SQLite stores it."""
    return number.to_bytes(6, "big")


def everything_stored(talk: Conversation) -> str:
    """Every row of every table, as text."""
    rows = []
    with talk.connection.begin():
        for one in SQLModel.metadata.tables.values():
            rows += [str(tuple(row)) for row in talk.connection.execute(select(one))]
    return "\n".join(rows)


def found_in(talk: Conversation, tmp_path: Path) -> list[str]:
    """The planted values that are still somewhere: in a row, or in a file of the database."""
    rows = everything_stored(talk)
    found = [f"row: {value}" for value in VALUES if value in rows]
    for file in sorted(tmp_path.iterdir()):
        content = file.read_bytes()
        found += [f"{file.name}: {value}" for value in VALUES for shape in shapes(value) if shape in content]
        found += [f"{file.name}: the number"] if number_on_disk(PERSON) in content else []
    return found


@ON_A_FILE
def test_erased_person_leaves_nothing_anywhere(
    talk: Conversation, tmp_path: Path, capfd: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    logs.configure(json=True)
    request.addfinalizer(structlog.reset_defaults)
    person = planted(talk)
    before = found_in(talk, tmp_path)
    assert {f"row: {value}" for value in VALUES} <= set(before), "the plants took root"
    assert "bot.sqlite3: the number" in before or "bot.sqlite3-wal: the number" in before
    erases(person)
    assert maintain(talk)
    assert found_in(talk, tmp_path) == []
    printed = capfd.readouterr()
    assert [value for value in VALUES if value in printed.out + printed.err] == []


def test_erased_person_comes_back_as_somebody_new(talk: Conversation) -> None:
    person = planted(talk)
    erases(person)
    heard = person.starts()
    assert "Aquest bot és" in heard[0].text or "XMESS" in heard[0].text
    assert maintain(talk), "the farewell of the first life is redacted, the greeting of the second is not"
    (row,) = talk.rows("select * from person where id = :id", id=PERSON)
    assert (row["name"], row["notice"]) == ("", None)
    letters = talk.rows("select text from letter where chat = :id", id=PERSON)
    assert letters
    assert all("esborrat" not in one["text"] for one in letters)


def test_figures_and_the_councils_words_stay(talk: Conversation) -> None:
    person = planted(talk)
    before = talk.rows("select action, count(*) as n from audit group by action order by action")
    answers = talk.answers("inventat-1")
    erases(person)
    maintain(talk)
    after = talk.rows(
        "select action, count(*) as n from audit where action != 'EraseMe' group by action order by action"
    )
    assert after == before
    kept = talk.answers("inventat-1")
    for name in ("title", "need", "transferability", "alignment", "topics"):
        assert kept[name] == answers[name]
    for name in ("name", "phone", "second_contact", "position", "email"):
        assert kept[name] == ""
    (application,) = talk.rows("select status, number from application where body = 'inventat-1'")
    assert application == {"status": "submitted", "number": "2020-1-001"}
    (pseudonym,) = {row["person"] for row in talk.rows("select person from answer")}
    assert is_pseudonym(pseudonym)
    assert {row["actor"] for row in talk.rows("select actor from audit where action = 'Submit'")} == {pseudonym}


def test_draft_asks_the_next_contact_again(talk: Conversation) -> None:
    person = planted(talk, submits=False)
    erases(person)
    assert {"position", "email", "name", "phone"}.isdisjoint(talk.answers("inventat-1"))
    other = Somebody(talk, OTHER, "Marc Ribes")
    heard = other.presses("Comença") if "Comença" in talk.labels(OTHER) else other.starts()
    assert heard


def test_only_contact_who_is_erased_is_told_to_the_office_without_a_name(talk: Conversation) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    person = Somebody(talk, PERSON, NAME)
    person.opens("l'Alzinar")
    person.answers_until(3)
    said = person.says("/esborra")
    assert "Ningú més no és contacte" in said[-1].text
    person.presses("Esborra les meves dades")
    heard = person.presses("Sí, esborra-les")
    (told,) = [one for one in heard if one.to == OFFICE]
    assert "l'Alzinar" in told.text
    assert "sense contacte" in told.text
    assert NAME not in told.text


def test_open_requests_of_an_erased_person_are_closed(talk: Conversation) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    office = Somebody(talk, OFFICE, "Núria Camps")
    person = Somebody(talk, PERSON, NAME)
    person.starts()
    person.says("Salt")
    person.presses("Salt", "Ho he llegit, continua")
    erases(person)
    heard = office.presses("Dona-li accés")
    assert "ha fet esborrar les seves dades" in heard[-1].text
    assert talk.rows("select count(*) as n from seat where role = 'contact'") == [{"n": 0}]


def test_letter_under_way_is_not_sent_again_after_the_erasure(talk: Conversation) -> None:
    person = Somebody(talk, PERSON, NAME)
    person.opens("l'Alzinar")
    now = talk.clock.now()
    with talk.connection.begin():
        letters.write(talk.connection, [NewLetter(PERSON, f"Per a {NAME}")], now)
        (flying,) = letters.claim(talk.connection, now, 1, ())
        changes.write(talk.connection, [Done(PERSON, EraseMe(PSEUDONYMS - 1, "farewell"), now)])
        letters.settle(talk.connection, [Settled(flying.id, PERSON, "waiting", again=now, error="TimedOut")], now)
    (row,) = talk.rows("select chat, state, text from letter where id = :id", id=flying.id)
    assert row == {"chat": PSEUDONYMS - 1, "state": "skipped", "text": ""}


@ON_A_FILE
def test_purge_waits_for_whoever_reads_and_is_done_later(talk: Conversation, tmp_path: Path) -> None:
    person = planted(talk)
    erases(person)
    reader = talk.database.engine.raw_connection()
    reader.driver_connection.execute("BEGIN")  # type: ignore[union-attr]
    reader.driver_connection.execute("SELECT count(*) FROM person").fetchone()  # type: ignore[union-attr]
    assert not maintain(talk)
    reader.driver_connection.execute("ROLLBACK")  # type: ignore[union-attr]
    reader.close()
    assert maintain(talk)
    assert found_in(talk, tmp_path) == []


@ON_A_FILE
def test_farewell_that_cannot_be_delivered_is_given_up_after_a_day(talk: Conversation, tmp_path: Path) -> None:
    person = planted(talk)
    person.says("/esborra")
    person.presses("Esborra les meves dades")
    talk.delivers = list  # type: ignore[method-assign]  # Telegram is away
    person.presses("Sí, esborra-les")
    assert maintain(talk)
    assert talk.rows("select count(*) as n from erasure where cleaned_at is null") == [{"n": 1}]
    assert number_on_disk(PERSON) in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    talk.passes(days=1, seconds=1)
    assert maintain(talk)
    assert found_in(talk, tmp_path) == []


def test_other_people_of_the_same_first_name_keep_theirs(talk: Conversation) -> None:
    one = Somebody(talk, PERSON, "Maria")
    one.opens("l'Alzinar")
    one.answers_until(2)
    other = Somebody(talk, OTHER, "Maria")
    other.opens("Puigferrer")
    other.answers_until(3)
    erases(one)
    assert talk.rows("select name from person where id = :id", id=OTHER) == [{"name": "Maria"}]
    assert talk.answers("inventat-2")["position"] == ANSWERS["position"]


def test_every_text_is_known_to_hold_what_people_write_or_not() -> None:
    written = {(one.name, column) for one, columns in holdings.TEXTS.items() for column in columns}
    texts = {
        (one.name, column.name)
        for one in SQLModel.metadata.tables.values()
        for column in one.columns
        if isinstance(getattr(column.type, "impl", column.type), String | JSON)
        and not column.primary_key
        and not column.foreign_keys
    }
    others = {(table, column) for table, columns in NOT_WRITTEN.items() for column in columns.split()}
    assert texts - written == others, "a new column: say in storage/holdings.py what it holds"


def test_every_big_number_is_known_to_be_of_a_person_or_not() -> None:
    people = {(one.name, column) for one, columns in holdings.PEOPLE.items() for column in columns}
    numbers = {
        (one.name, column.name)
        for one in SQLModel.metadata.tables.values()
        for column in one.columns
        if isinstance(column.type, BigInteger)
    }
    assert numbers - people - NOT_PEOPLE == {("person", "id")}, "a new column: say in storage/holdings.py what it is"
    assert people <= numbers
