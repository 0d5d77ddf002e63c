"""Spreadsheets (.xlsx): sheets with bold heads, columns of a width, and cells that say what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from conversations.rules.deadlines import MADRID

Cell = str | int | float | bool | date | datetime | None

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32767
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DAY, _MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"


def new_book() -> Workbook:
    """An empty book whose rows go to the file as they come."""
    return Workbook(write_only=True)


def fill(
    book: Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]], *, wrap: bool = False
) -> int:
    """Adds a sheet to the book: the heads of the columns with their widths in characters, then the rows.

    With `wrap`, long texts are broken inside their cells. Returns how many rows there are.
    """
    sheet = book.create_sheet(name)
    for place, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)
    heads = [_cell(sheet, words) for words, _ in columns]
    for head in heads:
        head.font = bold
    sheet.append(heads)
    count = 0
    for row in rows:
        cells = [_cell(sheet, value) for value in row]
        if wrap:
            for cell in cells:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
    return count


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> WriteOnlyCell:
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
            text = _CONTROL.sub(" ", value)[:_LONGEST]
            cell = WriteOnlyCell(sheet, text)
            # openpyxl would make a formula of "=…"; a spreadsheet would, of the others, when the cell is edited.
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_FORMULA)
    return cell
