"""Decisions as messages ready to be sent: the text of the bot, the document, and nothing that is silent still."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody
from tests.support.decided import MEETING, Commission


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    talk = Conversation(tmp_path, MEETING)
    yield talk
    talk.close()


@pytest.fixture
def commission(talk: Conversation) -> Commission:
    for number, name in ((4001, "Berta Mas"), (4002, "Oriol Pi")):
        talk.seats(number, Role.COMMISSION, "Manlleu")
        talk.does(f"update person set name = '{name}' where id = {number}")
    commission = Commission(talk)
    commission.applies(1, 1001, "Aina Soler", "Salt", "mentoring")
    commission.applies(2, 0, "Quim Serra", "Callús")
    commission.decides("Salt", Outcome.GRANTED, "mentoring")
    commission.decides("Callús", Outcome.WAITING_LIST, "advice", position=1)
    return commission


def written(tmp_path: Path) -> dict[str, EmailMessage]:
    environment = {
        "XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "XMESS_CONTROLLER_NAME": "l'entitat responsable",
    }
    mails = tmp_path / "correus"
    asked = ["export", str(tmp_path / "x.xlsx"), "--eml", str(mails), "--force"]
    result = CliRunner().invoke(app, asked, env=environment)
    assert result.exit_code == 0, result.output
    return {file.name: email.message_from_bytes(file.read_bytes(), policy=default) for file in mails.iterdir()}


def body(mail: EmailMessage) -> str:
    found = mail.get_body()
    assert found is not None
    return " ".join(found.get_content().split())


def test_what_is_silent_is_in_no_message(commission: Commission, tmp_path: Path) -> None:
    assert set(written(tmp_path)) == {"sollicitud-2020-1-001.eml", "sollicitud-2020-1-002.eml"}


def test_decisions_that_were_told_are_drafts_with_their_document(
    talk: Conversation, commission: Commission, tmp_path: Path
) -> None:
    berta, oriol = Somebody(talk, 4001, "Berta Mas"), Somebody(talk, 4002, "Oriol Pi")
    berta.says("/inici")
    berta.presses("Envia'ls")
    oriol.presses("Confirma l'enviament")
    found = written(tmp_path)
    granted, waits = found["decisio-2020-1-001.eml"], found["decisio-2020-1-002.eml"]
    assert granted["X-Unsent"] == "1"
    assert granted["To"] == "Aina Soler <contacte@171557.example>"
    assert granted["Subject"] == "Decisió sobre la sol·licitud 2020-1-001 de Salt"
    (pdf,) = granted.iter_attachments()
    assert pdf.get_filename() == "decisio-2020-1-001.pdf"
    assert pdf.get_content().startswith(b"%PDF")
    assert "Bones notícies: la Comissió Tècnica us ha concedit la mentoria" in body(granted)
    assert "<b>" not in body(granted)
    assert "llista d'espera d'assessorament, al lloc 1" in body(waits)


def test_message_whose_text_is_kept_no_longer_still_has_the_document(commission: Commission, tmp_path: Path) -> None:
    commission.bot.does("update decision set told_at = at")
    found = written(tmp_path)["decisio-2020-1-001.eml"]
    assert "Us enviem la decisió sobre la sol·licitud 2020-1-001 de Salt." in body(found)
    (pdf,) = found.iter_attachments()
    assert pdf.get_content_type() == "application/pdf"
