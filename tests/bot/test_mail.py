"""Receipts as messages: what a mail program reads, and names that try to write headers of their own."""

from __future__ import annotations

import email
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli import app
from storage import models
from storage.tables import table
from tests.conversation import ANSWERS, Conversation, Somebody
from tests.support.rehearsed import rehearsed

_ANSWERS = table(models.AnswerRow)
_APPLICATIONS = table(models.ApplicationRow)
_BODIES = table(models.BodyRow)


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


def exported(tmp_path: Path) -> dict[str, EmailMessage]:
    environment = {
        "XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "XMESS_CONTROLLER_NAME": "l'entitat responsable",
    }
    mails = tmp_path / "correus"
    asked = ["export", str(tmp_path / "x.xlsx"), "--eml", str(mails), "--force"]
    result = CliRunner().invoke(app, asked, env=environment)
    assert result.exit_code == 0, result.output
    read = {file.name: email.message_from_bytes(file.read_bytes(), policy=default) for file in mails.iterdir()}
    assert all(isinstance(one, EmailMessage) for one in read.values())
    return read


def written(talk: Conversation, tmp_path: Path) -> EmailMessage:
    ((name, mail),) = exported(tmp_path).items()
    assert name == "sollicitud-2020-1-001.eml"
    return mail


def each_with(talk: Conversation, tmp_path: Path, question: str, values: Sequence[str]) -> list[EmailMessage]:
    """One message for each value that a council may have answered with: their applications are alike but for it."""
    with talk.connection.begin():
        (sent,) = talk.connection.execute(select(_APPLICATIONS)).mappings()
        answers = talk.connection.execute(select(_ANSWERS)).mappings().all()
        bodies = talk.connection.scalars(select(_BODIES.c.id).where(_BODIES.c.id != sent["body"]).limit(len(values)))
        for place, (body, value) in enumerate(zip(bodies.all(), values, strict=True), start=2):
            own = {"id": f"2020-1.{body}.1", "body": body, "number": f"2020-1-{place:03}"}
            talk.connection.execute(_APPLICATIONS.insert(), {**sent, **own})
            for one in answers:
                told = {"value": value} if one["question"] == question else {}
                row = {**one, "application": own["id"], **told}
                talk.connection.execute(_ANSWERS.insert(), {name: row[name] for name in row if name != "id"})
    mails = exported(tmp_path)
    return [mails[f"sollicitud-2020-1-{place:03}.eml"] for place in range(2, len(values) + 2)]


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


NAMES = (
    "Aina\r\nBcc: tothom@dolent.example",
    "Aina\nBcc: tothom@dolent.example",
    "Aina\x0bBcc: tothom@dolent.example",
    "Aina\u2028Bcc: tothom@dolent.example",
    'Aina" <altre@dolent.example>, "x',
    "Aina <altre@dolent.example>, Soler",
    "=?utf-8?q?Aina=0D=0ABcc:_x@dolent.example?=",
)


def test_name_cannot_write_a_header(talk: Conversation, tmp_path: Path) -> None:
    for name, mail in zip(NAMES, each_with(talk, tmp_path, "name", NAMES), strict=True):
        assert mail["Bcc"] is None, name
        assert mail["Cc"] is None, name
        (to,) = mail["To"].addresses
        assert to.addr_spec == ANSWERS["email"], name


ADDRESSES = ("", "no és cap adreça", "a@b.example\r\nBcc: x@dolent.example", "a@b.example, c@d.example")


def test_message_without_a_usable_address_has_no_recipient(talk: Conversation, tmp_path: Path) -> None:
    for address, mail in zip(ADDRESSES, each_with(talk, tmp_path, "email", ADDRESSES), strict=True):
        assert mail["To"] is None, address
        assert mail["Bcc"] is None, address


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
