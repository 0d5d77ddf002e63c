"""Documents for people to keep: tagged PDF sheets and QR pictures, made in a child process of short life.

Nothing here imports typst or segno; `bot.documents.render` does, and only the child imports it.
"""

from bot.documents.model import Document, PrintedSection, PrintedSheet, Qr, from_data, to_data
from bot.documents.press import DocumentFailed, Press

__all__ = [
    "Document",
    "DocumentFailed",
    "Press",
    "PrintedSection",
    "PrintedSheet",
    "Qr",
    "from_data",
    "to_data",
]
