"""What needs a person and the transcripts do not show: late presses, access, our own faults, a queue, and pages."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from conversations.keeping import alerts, attention
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from locales import plain
from storage import attention as storage
from storage import letters, snapshots
from storage.letters import NewLetter
from tests.conversation import Conversation, Somebody, said

NOW = datetime(2020, 5, 4, 10, 0, tzinfo=MADRID)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, NOW)
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    """The office."""
    bot.seats(2001, Role.OFFICE)
    return Somebody(bot, 2001, "Núria Camps")


@pytest.fixture
def aina(bot: Conversation) -> Somebody:
    """A contact of Salt who has read the notice."""
    bot.seats(1001, Role.CONTACT, "Salt")
    aina = Somebody(bot, 1001, "Aina Soler")
    aina.starts()
    aina.answers_until(2)
    return aina


def attends(nuria: Somebody) -> str:
    nuria.says("/inici")
    return said(nuria.presses("Mostra'm on cal una persona"), nuria.id)


def test_a_press_that_came_late_can_be_decided_from_the_list(bot: Conversation, nuria: Somebody) -> None:
    bot.seats(1001, Role.CONTACT, "Salt")
    aina = Somebody(bot, 1001, "Aina Soler")
    aina.starts()
    aina.answers_until(13)
    aina.presses("Continua", "Hi estem d'acord", "Sí, ho autoritzem")
    bot.moves(datetime(2020, 5, 8, 20, 0, tzinfo=MADRID))
    bot.falls()
    aina.presses("Envia la sol·licitud")
    bot.moves(datetime(2020, 5, 9, 8, 0, tzinfo=MADRID))
    bot.rises()

    assert "Salt va enviar la sol·licitud mentre el bot no funcionava" in attends(nuria)
    again = said(nuria.presses("Decideix sobre Salt"), nuria.id)
    assert "Enviada mentre el bot no funcionava" in again
    assert "admesa amb el número" in said(nuria.presses("Admet-la"), nuria.id)
    bot.moves(datetime(2020, 5, 9, 8, 5, tzinfo=MADRID))
    assert said(nuria.presses("Decideix sobre Salt"), nuria.id) == "Ja està resolt."
    assert "Ja està resolt" not in said(bot.press_data(aina.id, aina.name, "0:latecard.2020-1.171557.1"), aina.id)
    assert "Ja està resolt" not in said(bot.press_data(nuria.id, nuria.name, "0:latecard.nobody"), nuria.id)


def test_a_request_for_access_can_be_decided_from_the_list(bot: Conversation, nuria: Somebody) -> None:
    pol = Somebody(bot, 3001, "Pol Vidal")
    pol.says("/start", "Badalona")
    pol.presses("Badalona", "Ho he llegit, continua")

    assert "Pol Vidal demana accés per a Badalona." in attends(nuria)
    assert "demana accés" in said(nuria.presses("Mostra la petició: Pol Vidal"), nuria.id)
    nuria.presses("Dona-li accés")
    bot.moves(datetime(2020, 5, 4, 10, 5, tzinfo=MADRID))
    assert said(nuria.presses("Mostra la petició: Pol Vidal"), nuria.id) == "Ja està resolt."
    assert "resolt" not in said(bot.press_data(nuria.id, nuria.name, "0:access.99"), nuria.id)
    assert "resolt" not in said(bot.press_data(nuria.id, nuria.name, "0:access.x"), nuria.id)


def test_a_message_that_failed_by_our_own_fault(bot: Conversation, nuria: Somebody, aina: Somebody) -> None:
    bot.does("update letter set state = 'failed' where id = (select max(id) from letter where chat = 1001)")
    assert "No s'ha pogut lliurar un missatge per a Salt, per culpa nostra: truqueu-hi." in attends(nuria)
    heard = said(nuria.presses("Envia'm el text per a Salt"), nuria.id)
    assert "Contacte al bot: Aina Soler." in heard
    assert "No va donar ni telèfon ni adreça: truqueu a la centraleta" in heard


def test_before_any_application_the_switchboard_is_the_way(bot: Conversation, nuria: Somebody) -> None:
    bot.seats(1001, Role.CONTACT, "Salt")
    bot.seats(1002, Role.CONTACT, "Salt")
    Somebody(bot, 1001, "Aina Soler").starts()
    bot.does("update letter set state = 'blocked' where chat = 1001")
    bot.stops(1001, "Aina Soler")
    nuria.says("/inici")
    assert "Mostra'm on cal una persona" not in bot.labels(nuria.id)  # a colleague can be reached

    bot.stops(1002, "Marc Ribes")
    assert "El contacte de Salt ja no fa servir el bot" in attends(nuria)
    heard = said(nuria.presses("Envia'm el text per a Salt"), nuria.id)
    assert "truqueu a la centraleta" in heard
    assert "Contacte al bot" not in heard  # who has not read the notice has no name here
    nuria.presses("Ja ho saben")
    bot.moves(datetime(2020, 5, 4, 10, 5, tzinfo=MADRID))
    assert said(nuria.presses("Envia'm el text per a Salt"), nuria.id) == "Ja està resolt."
    assert said(bot.press_data(nuria.id, nuria.name, "0:phoned.1001"), nuria.id) == "Ja està resolt."
    line = bot.rows("select before, after from audit where action = 'SettleLetters'")
    assert len(line) == 1


def test_more_than_a_page(bot: Conversation, nuria: Somebody, aina: Somebody) -> None:
    for n in range(attention.PAGE + 1):
        aina.says("/ajuda")
        aina.presses("Escriu a l'Oficina Tècnica")
        aina.says(f"Dubte número {n}: " + "molt llarg " * 20)
    first = attends(nuria)
    assert first.count("Aina Soler pregunta") == attention.PAGE
    assert "…" in first
    assert said(nuria.presses("Mostra'm la resta"), nuria.id).count("Aina Soler pregunta") == 1
    assert said(bot.press_data(nuria.id, nuria.name, "0:attend.99"), nuria.id) == "Ara no cal que hi intervingui ningú."


def test_a_queue_that_grows_is_told_once_a_day(bot: Conversation, nuria: Somebody, aina: Somebody) -> None:
    stuck = [NewLetter(9000 + n, "x") for n in range(alerts.MANY)]
    with bot.connection.begin():
        letters.write(bot.connection, stuck[1:], bot.clock.now() - timedelta(minutes=15))
        assert bot._notifier._alerts(bot.connection) == 0
        letters.write(bot.connection, stuck[:1], bot.clock.now() - timedelta(minutes=15))
        assert bot._notifier._alerts(bot.connection) == 1
        assert bot._notifier._alerts(bot.connection) == 0
    (told,) = bot.rows("select chat, text from letter where once like 'queue.%'")
    assert told["chat"] == nuria.id
    assert f"{alerts.MANY} missatges que fa més de deu minuts" in told["text"]


def test_the_list_tells_of_the_queue_too(bot: Conversation, nuria: Somebody) -> None:
    with bot.connection.begin():
        letters.write(bot.connection, [NewLetter(9000, "x")], bot.clock.now() - timedelta(minutes=15))
        found = storage.attention(bot.connection, bot.clock.now(), snapshots.applications)
    assert found.queue == 1
    says = [plain(what) for what, _ in attention.items(found, bot.clock.now())]
    assert says == ["Hi ha un missatge que fa més de deu minuts que espera per sortir: aviseu qui s'ocupa del bot."]


def test_before_any_call_nobody_is_told(bot: Conversation) -> None:
    assert alerts.unreached([], [], [2001], bot.clock.now()) == ()
    assert alerts.queue(alerts.MANY, [], [2001], bot.clock.now()) == ()
