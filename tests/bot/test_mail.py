"""Receipts as messages: what a mail program reads, and names that try to write headers of their own."""

from __future__ import annotations

import email
import json
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from bot.cli import app
from tests.conversation import ANSWERS, Conversation, Somebody
from tests.support.rehearsed import rehearsed


def applied(folder: Path) -> Conversation:
    """A council has sent its application."""
    conversation = Conversation(folder)
    person = Somebody(conversation, 1001, "Aina Soler")
    person.opens("l'Hospitalet de Llobregat")
    person.answers_until(13)
    person.sends_application()
    return conversation


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = rehearsed(applied, tmp_path)
    yield conversation
    conversation.close()


def written(talk: Conversation, tmp_path: Path, **answers: str) -> EmailMessage:
    with talk.connection.begin():
        for question, value in answers.items():
            values = {"question": question, "value": json.dumps(value)}
            talk.connection.execute(text("update answer set value = :value where question = :question"), values)
    environment = {
        "XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "XMESS_CONTROLLER_NAME": "l'entitat responsable",
    }
    mails = tmp_path / "correus"
    asked = ["export", str(tmp_path / "x.xlsx"), "--eml", str(mails), "--force"]
    result = CliRunner().invoke(app, asked, env=environment)
    assert result.exit_code == 0, result.output
    (file,) = mails.iterdir()
    assert file.name == "sollicitud-2020-1-001.eml"
    read = email.message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def test_receipt_is_a_draft_with_its_pdf(talk: Conversation, tmp_path: Path) -> None:
    mail = written(talk, tmp_path)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == f"Aina Soler <{ANSWERS['email']}>"
    assert mail["Subject"] == "Sol·licitud 2020-1-001 de l'Hospitalet de Llobregat: confirmació de recepció"
    (pdf,) = mail.iter_attachments()
    assert pdf.get_filename() == "sollicitud-2020-1-001.pdf"
    assert pdf.get_content_type() == "application/pdf"
    assert pdf.get_content().startswith(b"%PDF")
    body = mail.get_body()
    assert body is not None
    said = body.get_content()
    assert "confirmació de recepció de la sol·licitud 2020-1-001" in said
    assert "(5 de maig de 2020, 9.30 h)" in said.replace("\n", " ")
    assert "No se sap" not in said


def test_lines_are_those_of_mail(talk: Conversation, tmp_path: Path) -> None:
    written(talk, tmp_path)
    raw = (tmp_path / "correus" / "sollicitud-2020-1-001.eml").read_bytes()
    assert b"\r\n" in raw
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


@pytest.mark.parametrize(
    "name",
    [
        "Aina\r\nBcc: tothom@dolent.example",
        "Aina\nBcc: tothom@dolent.example",
        "Aina\x0bBcc: tothom@dolent.example",
        "Aina\u2028Bcc: tothom@dolent.example",
        'Aina" <altre@dolent.example>, "x',
        "Aina <altre@dolent.example>, Soler",
        "=?utf-8?q?Aina=0D=0ABcc:_x@dolent.example?=",
    ],
)
def test_name_cannot_write_a_header(talk: Conversation, tmp_path: Path, name: str) -> None:
    mail = written(talk, tmp_path, name=name)
    assert mail["Bcc"] is None
    assert mail["Cc"] is None
    (to,) = mail["To"].addresses
    assert to.addr_spec == ANSWERS["email"]


@pytest.mark.parametrize(
    "address", ["", "no és cap adreça", "a@b.example\r\nBcc: x@dolent.example", "a@b.example, c@d.example"]
)
def test_message_without_a_usable_address_has_no_recipient(talk: Conversation, tmp_path: Path, address: str) -> None:
    mail = written(talk, tmp_path, email=address)
    assert mail["To"] is None
    assert mail["Bcc"] is None


def test_drafts_get_no_message(tmp_path: Path) -> None:
    talk = Conversation(tmp_path)
    person = Somebody(talk, 1001, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(5)
    environment = {"XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}", "XMESS_CONTROLLER_NAME": "x"}
    mails = tmp_path / "correus"
    result = CliRunner().invoke(app, ["export", str(tmp_path / "x.xlsx"), "--eml", str(mails)], env=environment)
    talk.close()
    assert result.exit_code == 0, result.output
    assert list(mails.iterdir()) == []
