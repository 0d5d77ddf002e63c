"""Receipts and decisions as messages that are ready to be sent, a file for each."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import Engine

from bot import writing
from bot.documents import Printer
from bot.outlet import replaced
from conversations.decisions import papers
from conversations.intake import sheets
from conversations.intake.known import Case
from conversations.protocol.facts import Person
from storage import exporting, snapshots
from storage.database import reading

_NOBODY = Person(0)


async def write(engine: Engine, folder: Path, controller: str, *, force: bool = False, mark: str = "") -> int:
    """Writes a message for every receipt, and for every decision that its council was told of. Returns how many.

    Raises DeskError when one is there already and `force` does not say to replace it.
    """
    with reading(engine) as connection:
        calls = {call.id: call for call in snapshots.calls(connection)}
        sent = [one.application for one in exporting.applications(connection, sent=True)]
        decided = list(exporting.decisions(connection))
    mails = [sheets.receipt_mail(Case(_NOBODY, calls[one.call], one), controller) for one in sent]
    mails += [
        papers.mail(calls[one.application.call], one.application, one.ruling, one.text, controller) for one in decided
    ]
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    async with Printer() as printer:
        for mail in mails:
            made = await printer.print(writing.printable(mail, "", mark))
            with replaced(folder / mail.file_name, force=force) as part:
                part.write_bytes(made)
    return len(mails)
