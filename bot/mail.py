"""Receipts as messages that are ready to be sent, a file for each application."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import Engine

from bot import writing
from bot.documents import Printer
from bot.outlet import replaced
from conversations.intake import sheets
from conversations.intake.known import Case
from conversations.protocol.facts import Person
from storage import exporting, snapshots
from storage.database import reading

_NOBODY = Person(0)


async def write(engine: Engine, folder: Path, controller: str, *, force: bool = False, mark: str = "") -> int:
    """Writes a message with the receipt of every application that was sent. Returns how many.

    Raises DeskError when one is there already and `force` does not say to replace it.
    """
    with reading(engine) as connection:
        calls = {call.id: call for call in snapshots.calls(connection)}
        sent = [one.application for one in exporting.applications(connection, sent=True)]
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    async with Printer() as printer:
        for application in sent:
            mail = sheets.receipt_mail(Case(_NOBODY, calls[application.call], application), controller)
            made = await printer.print(writing.printable(mail, "", mark))
            with replaced(folder / mail.file_name, force=force) as part:
                part.write_bytes(made)
    return len(sent)
