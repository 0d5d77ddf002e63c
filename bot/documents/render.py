"""Prints one document. Imports typst and segno, and with them some 100 MB: only the child process does so."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from email.policy import SMTP
from functools import cache
from importlib.resources import files

import segno
import typst

from bot import spreadsheet
from bot.documents import eml, ics
from bot.documents.clean import BOX, boxed, breakable, doubtful, one_line, plain
from bot.documents.model import (
    Data,
    Document,
    PrintedBook,
    PrintedChart,
    PrintedEvent,
    PrintedMail,
    PrintedPage,
    PrintedSection,
    PrintedSheet,
    Qr,
)

# Asking the fonts about a character takes some 3 ms; a text with more strange ones than this is boxed unasked.
_ASKED = 200
_QR_SIDE = 800
_CHART_DOTS = 200  # per inch: some 850 pixels wide


def render(document: Document) -> bytes:
    """The document as bytes: a sheet as tagged PDF (PDF/UA-1), a book as XLSX, a message as EML, a date as ICS, a
    chart or a QR as PNG, data as is.

    The same document always gives the same bytes, but for a book, which says when it was made. Raises
    typst.TypstError when a sheet cannot be made, and segno.DataOverflowError for an address of more than some
    2,300 bytes.
    """
    if isinstance(document, Data):
        return document.content.encode()
    if isinstance(document, PrintedChart):
        return _chart(document)
    if isinstance(document, PrintedBook):
        return _book(document)
    if isinstance(document, PrintedEvent):
        return ics.calendar(document)
    if isinstance(document, PrintedMail):
        return eml.message(document, _sheet(document.attached)).as_bytes(policy=SMTP)
    return _qr(document) if isinstance(document, Qr) else _sheet(document)


def _chart(document: PrintedChart) -> bytes:
    made = _compiler().compile(
        input=files("bot.documents").joinpath("chart.typ").read_bytes(),
        format="png",
        ppi=_CHART_DOTS,
        sys_inputs={"chart": json.dumps(asdict(document))},
    )
    if not isinstance(made, bytes):
        raise TypeError("typst made no picture of one page")
    return made


def _book(document: PrintedBook) -> bytes:
    book = spreadsheet.new_book()
    for place, page in enumerate(document.pages):
        marked = ((document.mark,),) if document.mark and place == 0 else ()
        spreadsheet.fill(book, page.name, page.columns, (*marked, *_rows(page)), wrap=True)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _rows(page: PrintedPage) -> list[list[spreadsheet.Cell]]:
    return [
        [date.fromisoformat(one) if at in page.days and isinstance(one, str) else one for at, one in enumerate(row)]
        for row in page.rows
    ]


def _qr(document: Qr) -> bytes:
    code = segno.make_qr(document.url, error="m")
    border = 4
    side = code.symbol_size(border=border)[0]
    picture = io.BytesIO()
    code.save(picture, kind="png", border=border, scale=max(4, _QR_SIDE // side))
    return picture.getvalue()


def _sheet(document: PrintedSheet) -> bytes:
    sheet = _each(document, plain)
    known = frozenset(filter(_prints, doubtful(_texts(sheet))[:_ASKED]))
    try:
        return _compile(_each(sheet, lambda text: breakable(boxed(text, known.__contains__))))
    except typst.TypstError:
        # Characters that print alone may still lack a glyph side by side, as in some scripts.
        return _compile(_each(sheet, lambda text: breakable(boxed(text, lambda _: False))))


def _texts(sheet: PrintedSheet) -> list[str]:
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _each(sheet, note)
    return found


def _each(sheet: PrintedSheet, change: Callable[[str], str]) -> PrintedSheet:
    """The sheet with every text changed."""
    return replace(
        sheet,
        # Without a title the document would not be accessible.
        title=one_line(change(sheet.title)) or one_line(change(sheet.file_name)) or BOX,
        lead=tuple(map(change, sheet.lead)),
        sections=tuple(
            PrintedSection(
                heading=one_line(change(section.heading)),
                paragraphs=tuple(map(change, section.paragraphs)),
                numbered=section.numbered,
            )
            for section in sheet.sections
        ),
        footer=None if sheet.footer is None else change(sheet.footer),
        mark=None if sheet.mark is None else one_line(change(sheet.mark)),
        page=change(sheet.page),
    )


@cache
def _prints(character: str) -> bool:
    try:
        _compile(PrintedSheet("", "A", lead=(character,)))
    except typst.TypstError:
        return False
    return True


@cache
def _template() -> bytes:
    return files("bot.documents").joinpath("sheet.typ").read_bytes()


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(ignore_system_fonts=True)


def _compile(sheet: PrintedSheet) -> bytes:
    # A compiler forgets a template of bytes after its first use.
    made = _compiler().compile(
        input=_template(),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"sheet": json.dumps(asdict(sheet))},
    )
    if not isinstance(made, bytes):
        raise TypeError("typst made no PDF")
    return made
