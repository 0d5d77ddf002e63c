"""Documents for people to keep: tagged PDF sheets and QR pictures, made in a child process of short life.

Nothing here imports typst or segno; `bot.documents.render` does, and only the child imports it.
"""

from bot.documents.model import (
    Data,
    Document,
    PrintedBar,
    PrintedBook,
    PrintedChart,
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
