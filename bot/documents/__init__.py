"""Documents for people to keep: PDF sheets, QR pictures and dates for calendars, made in a child of short life.

Nothing here imports typst or segno; `bot.documents.render` does, and only the child imports it.
"""

from bot.documents.model import (
    Data,
    Document,
    PrintedBar,
    PrintedBook,
    PrintedChart,
    PrintedEvent,
    PrintedGroup,
    PrintedMail,
    PrintedPage,
    PrintedSection,
    PrintedSheet,
    Qr,
    from_data,
    to_data,
)
from bot.documents.printer import DocumentFailed, Printer

__all__ = [
    "Data",
    "Document",
    "DocumentFailed",
    "PrintedBar",
    "PrintedBook",
    "PrintedChart",
    "PrintedEvent",
    "PrintedGroup",
    "PrintedMail",
    "PrintedPage",
    "PrintedSection",
    "PrintedSheet",
    "Printer",
    "Qr",
    "from_data",
    "to_data",
]
