"""Retention: what goes by itself, what stays, and that it is done in batches and noted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.maintenance import Maintenance
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from storage import letters, retention
from storage.letters import NewLetter
from tests.conversation import Conversation, Somebody
from tests.support.rehearsed import rehearsed

AINA = 1001
OFFICE = 2001
SIX_MONTHS_AFTER = datetime(2021, 2, 1, 9, 0, tzinfo=MADRID)


@pytest.fixture
def talk(tmp_path: Path, database: str) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


def applied(folder: Path) -> Conversation:
    """Aina Soler has sent the application of l'Alzinar."""
    talk = Conversation(folder)
    talk.seats(OFFICE, Role.OFFICE)
    person = Somebody(talk, AINA, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(13)
    person.sends_application()
    return talk


@pytest.fixture
def sent(tmp_path: Path, database: str) -> Iterator[Conversation]:
    conversation = rehearsed(applied, tmp_path)
    yield conversation
    conversation.close()


def sweeps(talk: Conversation, months: int = 6, days: int = 90) -> None:
    asyncio.run(Maintenance(talk.database, talk.clock, months=months, days=days).wake())


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 7, 31), 6, date(2021, 1, 31)),
        (date(2020, 8, 31), 6, date(2021, 2, 28)),
        (date(2020, 1, 31), -2, date(2019, 11, 30)),
        (date(2020, 12, 31), 12, date(2021, 12, 31)),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert retention.later(day, months) == expected


def test_contact_data_go_when_the_months_have_passed(sent: Conversation) -> None:
    sent.moves(SIX_MONTHS_AFTER)
    sweeps(sent)
    kept = sent.answers("inventat-1")
    assert (kept["email"], kept["position"]) == ("", "")
    assert kept["title"] == "Comprar a cooperatives sent un ajuntament petit"
    assert sent.rows("select count(*) as n from person where name != ''") == [{"n": 0}]
    stored = str(sent.rows("select * from audit")) + str(sent.rows("select * from letter"))
    assert "aina@lalzinar.example" not in stored
    noted = sent.rows("select action from audit where actor = 0 and action in ('RedactContacts', 'ForgetPeople')")
    assert {row["action"] for row in noted} == {"RedactContacts", "ForgetPeople"}
    assert sent.rows("select count(*) as n from erasure where cleaned_at is null") == [{"n": 0}]


def test_nothing_goes_a_day_before(sent: Conversation) -> None:
    sent.moves(SIX_MONTHS_AFTER - timedelta(days=1))
    sweeps(sent)
    assert sent.answers("inventat-1")["email"] == "aina@lalzinar.example"


def test_nothing_goes_while_retention_is_off(sent: Conversation) -> None:
    sent.passes(days=5000)
    sweeps(sent, months=0, days=0)
    assert sent.answers("inventat-1")["email"] == "aina@lalzinar.example"
    assert sent.rows("select name from person where id = :id", id=AINA) == [{"name": "Aina Soler"}]
    assert sent.rows("select count(*) as n from letter where text != ''") != [{"n": 0}]


def test_office_and_whoever_wrote_lately_stay(sent: Conversation) -> None:
    other = Somebody(sent, 1002, "Marc Ribes")
    other.opens("Puigferrer")
    sent.moves(SIX_MONTHS_AFTER - timedelta(days=30))
    other.says("hola")
    sent.moves(SIX_MONTHS_AFTER)
    sweeps(sent)
    people = {row["id"] for row in sent.rows("select id from person where id > 0")}
    assert people == {OFFICE, 1002}


def test_more_people_than_a_batch_are_forgotten(talk: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "PEOPLE", 2)
    for number in range(1, 6):
        Somebody(talk, number, f"Persona {number}").starts()
    talk.moves(SIX_MONTHS_AFTER)
    sweeps(talk)
    assert talk.rows("select count(*) as n from person where id > 0") == [{"n": 0}]
    assert talk.rows("select sum(people) as n, count(*) as batches from erasure") == [{"n": 5, "batches": 3}]


def test_documents_of_delivered_letters_go_after_a_day_and_texts_when_set(sent: Conversation) -> None:
    sent.passes(days=1, hours=1)
    sweeps(sent, months=0, days=90)
    assert "aina@lalzinar.example" not in str(sent.rows("select document from letter"))
    texts = sent.rows("select count(*) as n from letter where text != ''")
    assert texts != [{"n": 0}]
    sent.passes(days=90)
    sweeps(sent, months=0, days=90)
    assert sent.rows("select count(*) as n from letter where text != ''") == [{"n": 0}]


def test_letter_that_waits_is_never_emptied(talk: Conversation) -> None:
    with talk.connection.begin():
        letters.write(talk.connection, [NewLetter(AINA, "Encara no ha sortit.")], talk.clock.now())
    talk.passes(days=400)
    sweeps(talk)
    assert talk.rows("select text from letter") == [{"text": "Encara no ha sortit."}]


def test_traces_of_failures_and_wrong_links_go(talk: Conversation) -> None:
    person = Somebody(talk, AINA, "Aina Soler")
    person.starts("no-és-cap-invitació")
    talk.rows("select 1")
    with talk.connection.begin():
        talk.connection.exec_driver_sql(
            "insert into failed_update (id, kind, place, at) values (1, 'Text', 'x.py:1', '2020-05-05 10:00:00')"
        )
    talk.passes(days=91)
    sweeps(talk)
    for name in ("failed_update", "wrong_token", "seen_update"):
        assert talk.rows(f"select count(*) as n from {name}") == [{"n": 0}]


def test_sweeping_waits_an_hour_by_the_bots_clock(sent: Conversation) -> None:
    maintenance = Maintenance(sent.database, sent.clock, months=6, days=90)

    async def twice() -> None:
        await maintenance.wake()
        sent.moves(SIX_MONTHS_AFTER)
        await maintenance.wake()

    asyncio.run(twice())
    assert sent.answers("inventat-1")["email"] == ""
