"""Receipts and decisions as messages that are ready to be sent: opened in a mail program, they wait for the button."""

from __future__ import annotations

import asyncio
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import Engine

from bot import writing
from bot.documents import Printer
from bot.outlet import replaced
from conversations.decisions import papers
from conversations.intake import sheets
from conversations.intake.known import Case
from conversations.protocol.facts import Application, Call, Person
from conversations.protocol.words import T, Words, Written, paragraphs
from locales import plain
from storage import exporting, snapshots
from storage.database import reading
from storage.exporting import Decided

_NOBODY = Person(0)


def case_of(application: Application, call: Call) -> Case:
    """An application as its documents want it, outside any dialogue."""
    return Case(_NOBODY, call, application)


async def write(engine: Engine, folder: Path, controller: str, *, force: bool = False, mark: str = "") -> int:
    """Writes a message with the receipt of every application that was sent, and one with each decision that its council
    was told of, for those that the bot does not reach. Returns how many.

    Raises DeskError when one is there already and `force` does not say to replace it.
    """
    with reading(engine) as connection:
        calls = {call.id: call for call in snapshots.calls(connection)}
        sent = [one.application for one in exporting.applications(connection, sent=True)]
        told = list(exporting.decisions(connection))
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    async with Printer() as printer:
        for application in sent:
            made = await receipt(printer, case_of(application, calls[application.call]), controller, mark=mark)
            with replaced(folder / f"sollicitud-{application.number}.eml", force=force) as part:
                part.write_bytes(made)
        for one in told:
            made = await decision(printer, one, calls[one.application.call], controller, mark=mark)
            with replaced(folder / f"decisio-{one.application.number}.eml", force=force) as part:
                part.write_bytes(made)
    return len(sent) + len(told)


async def decision(printer: Printer, told: Decided, call: Call, controller: str, *, mark: str = "") -> bytes:
    """The message with a decision: the text that was sent in the bot, and the document for the council's files."""
    application, number = told.application, told.application.number or ""
    case = case_of(application, call)
    printed = writing.printable(papers.sheet(call, application, told.ruling), "", mark)
    pdf = await printer.print(printed)
    subject = T("Decision on application {number} of {council}", number=number, council=case.council)
    says = paragraphs(
        T("Good morning,"),
        T("We send you the decision on application {number} of {council}.", number=number, council=case.council),
        Written(told.text) if told.text else None,
        T("To answer, or if you have a question, answer this message or phone the technical office."),
        T("{controller}", controller=controller),
    )
    return _draft(case, subject, says, pdf, printed.file_name).as_bytes(policy=SMTP)


async def receipt(printer: Printer, case: Case, controller: str, *, mark: str = "") -> bytes:
    """The message with the receipt of an application that was sent. Without a usable address it has no recipient."""
    printed = writing.printable(sheets.receipt(case), "", mark)
    pdf = await printer.print(printed)
    return message(case, controller, pdf, printed.file_name).as_bytes(policy=SMTP)


def message(case: Case, controller: str, pdf: bytes, file_name: str) -> EmailMessage:
    """The message itself. `X-Unsent` makes mail programs open it as a draft."""
    application = case.application
    assert application.submitted is not None
    number = application.number or ""
    subject = T("Application {number} of {council}: receipt", number=number, council=case.council)
    says = paragraphs(
        T("Good morning,"),
        T(
            "We send you the receipt of application {number} of {council}, received on {at}.",
            number=number,
            council=case.council,
            at=application.submitted,
        ),
        sheets.what_follows(case.call),
        T("This confirmation does not replace the council's own registry."),
        T("{controller}", controller=controller),
    )
    return _draft(case, subject, says, pdf, file_name)


def _draft(case: Case, subject: T, says: Words, pdf: bytes, file_name: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _one_line(plain(subject))
    to = _address(case)
    if to is not None:
        mail["To"] = to
    mail["X-Unsent"] = "1"
    mail.set_content(plain(says) + "\n", cte="quoted-printable")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    return mail


def _address(case: Case) -> Address | None:
    """The contact's address with the name, if there is one that mail can be sent to."""
    given = {name: str(case.answers[name].value) for name in ("name", "email") if name in case.answers}
    try:
        address = validate_email(given.get("email", ""), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        return None
    return Address(_one_line(given.get("name", "")), addr_spec=address)


def _one_line(text: str) -> str:
    """Without line ends, other control characters nor what looks encoded: a header cannot be made to hold another one.

    `email` decodes an encoded word that it finds in a name, line ends and all.
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).replace("=?", "= ?").split())
