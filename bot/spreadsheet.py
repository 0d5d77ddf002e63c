"""Spreadsheets: every cell says what it says, and none of them calculates."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from conversations.protocol.words import Words
from conversations.rules.deadlines import MADRID
from locales import plain

Value = Words | str | int | float | bool | date | datetime | None

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32767
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DAY, _MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the book: its name, its columns with their widths in characters, and its rows."""

    name: Words | str
    columns: Sequence[tuple[Words | str, int]]
    rows: Iterable[Sequence[Value]]


def write(file: Path | IO[bytes], pages: Iterable[Page]) -> dict[str, int]:
    """Writes a book. Returns how many rows each sheet has. Rows go to the file as they are read."""
    book = Workbook(write_only=True)
    counts: dict[str, int] = {}
    for page in pages:
        name = _text(page.name)
        counts[name] = _fill(book.create_sheet(name), page)
    book.save(file)
    return counts


def content(pages: Iterable[Page]) -> bytes:
    """A book as the bytes of its file."""
    file = io.BytesIO()
    write(file, pages)
    return file.getvalue()


def _fill(sheet: WriteOnlyWorksheet, page: Page) -> int:
    for place, (_, width) in enumerate(page.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)
    heads = [_cell(sheet, words) for words, _ in page.columns]
    for head in heads:
        head.font = bold
    sheet.append(heads)
    rows = 0
    for row in page.rows:
        sheet.append([_cell(sheet, value) for value in row])
        rows += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.columns))}{rows + 1}"
    return rows


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    """A cell that says what it says: a text is never a formula, a time is the one of Madrid."""
    match value:
        case None | bool() | int() | float():
            return WriteOnlyCell(sheet, value)
        case datetime():
            cell = WriteOnlyCell(sheet, value.astimezone(MADRID).replace(tzinfo=None, microsecond=0))
            cell.number_format = _MOMENT
        case date():
            cell = WriteOnlyCell(sheet, value)
            cell.number_format = _DAY
        case _:
            text = _text(value)
            cell = WriteOnlyCell(sheet, text)
            # openpyxl would make a formula of "=…"; a spreadsheet would, of the others, when the cell is edited.
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_FORMULA)
    return cell


def _text(value: Words | str) -> str:
    return _CONTROL.sub(" ", value if isinstance(value, str) else plain(value))[:_LONGEST]
