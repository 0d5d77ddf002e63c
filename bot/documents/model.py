"""What can be printed: final Catalan text, ready to be stored as JSON and to be sent to the child process."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

_PAGE = "Pàgina {page} de {pages}"


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A part of a sheet: a heading and its paragraphs; `numbered` makes them a numbered list.

    A line break inside a paragraph is kept.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet on A4 paper, printed as PDF.

    `lead` are the paragraphs under the title; `footer` is repeated on every page beside the number of the page;
    `mark` says what kind of copy it is ("Esborrany", "Dades de demostració"). `page` is a wording with
    `{page}` and `{pages}`.
    """

    file_name: str
    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[PrintedSection, ...] = ()
    footer: str | None = None
    mark: str | None = None
    page: str = _PAGE


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code that opens `url`, printed as PNG."""

    file_name: str
    url: str


@dataclass(frozen=True, slots=True)
class Data:
    """A text file that is delivered as it is, in UTF-8."""

    file_name: str
    content: str


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """A bar of a chart: how many, out of how many (None: no limit), and the same in words."""

    label: str
    value: int
    of: int | None
    said: str


@dataclass(frozen=True, slots=True)
class PrintedGroup:
    """Bars that share a scale."""

    title: str
    bars: tuple[PrintedBar, ...]


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """Bars to be read at a glance on a phone, printed as PNG."""

    file_name: str
    title: str
    groups: tuple[PrintedGroup, ...]
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedMail:
    """A message that a mail program opens ready to be sent, with a sheet attached as PDF; written as EML.

    `name` and `address` are the recipient's as they were given; without a usable address there is none.
    """

    file_name: str
    subject: str
    text: str
    attached: PrintedSheet
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A sheet of a book: its name, its columns with their widths in characters, and its rows.

    `days` are the columns, counted from 0, whose texts are days in ISO.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str | int | float | None, ...], ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """A spreadsheet, written as XLSX. `mark` says what kind of copy it is, in the first sheet."""

    file_name: str
    pages: tuple[PrintedPage, ...]
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedEvent:
    """A date for a calendar, written as ICS. Times are ISO instants with their zone."""

    file_name: str
    uid: str
    sequence: int
    begins: str
    ends: str
    stamp: str
    title: str
    text: str
    place: str = ""
    cancelled: bool = False


Document = PrintedSheet | PrintedMail | PrintedBook | PrintedChart | PrintedEvent | Qr | Data

_KINDS = {
    PrintedSheet: "sheet",
    PrintedMail: "mail",
    PrintedBook: "book",
    PrintedChart: "chart",
    PrintedEvent: "event",
    Qr: "qr",
    Data: "data",
}


def to_data(document: Document) -> dict[str, Any]:
    """The document as plain data that `json.dumps` takes."""
    return {"kind": _KINDS[type(document)], **asdict(document)}


def from_data(data: object) -> Document:
    """The document that `to_data` was given; what may be missing takes its default.

    Raises ValueError when it is not a document: the message names the field, never its value.
    """
    fields = _mapping(data)
    if fields.get("kind") == "qr":
        return Qr(file_name=_text(fields, "file_name"), url=_text(fields, "url"))
    if fields.get("kind") == "data":
        return Data(file_name=_text(fields, "file_name"), content=_text(fields, "content"))
    if fields.get("kind") == "chart":
        return _chart(fields)
    if fields.get("kind") == "book":
        return _book(fields)
    if fields.get("kind") == "event":
        return _event(fields)
    if fields.get("kind") == "mail":
        return PrintedMail(
            file_name=_text(fields, "file_name"),
            subject=_text(fields, "subject"),
            text=_text(fields, "text"),
            attached=_sheet(_mapping(fields.get("attached"))),
            name=_text(fields, "name"),
            address=_text(fields, "address"),
        )
    if fields.get("kind") != "sheet":
        raise ValueError("kind: neither sheet, mail, book, chart, event, qr nor data")
    return _sheet(fields)


def _sheet(fields: dict[str, object]) -> PrintedSheet:
    return PrintedSheet(
        file_name=_text(fields, "file_name"),
        title=_text(fields, "title"),
        lead=_texts(fields, "lead"),
        sections=tuple(_section(section) for section in _many(fields, "sections")),
        footer=None if fields.get("footer") is None else _text(fields, "footer"),
        mark=None if fields.get("mark") is None else _text(fields, "mark"),
        page=_text(fields, "page") if "page" in fields else _PAGE,
    )


def _book(fields: dict[str, object]) -> PrintedBook:
    return PrintedBook(
        file_name=_text(fields, "file_name"),
        pages=tuple(_page(page) for page in _many(fields, "pages")),
        mark=None if fields.get("mark") is None else _text(fields, "mark"),
    )


def _page(data: object) -> PrintedPage:
    fields = _mapping(data)
    columns: list[tuple[str, int]] = []
    for column in _many(fields, "columns"):
        if not isinstance(column, list | tuple) or len(column) != 2 or not isinstance(column[1], int):
            raise ValueError("columns: not a text and a width each")
        columns.append((_checked(column[0], "columns"), column[1]))
    rows = []
    for row in _many(fields, "rows"):
        if not isinstance(row, list | tuple) or not all(map(_fits, row)):
            raise ValueError("rows: neither texts nor numbers")
        rows.append(tuple(row))
    days = tuple(one for one in _many(fields, "days") if isinstance(one, int))
    return PrintedPage(_text(fields, "name"), tuple(columns), tuple(rows), days)


def _fits(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _event(fields: dict[str, object]) -> PrintedEvent:
    sequence = fields.get("sequence")
    if not isinstance(sequence, int):
        raise ValueError("sequence: not a whole number")
    names = ("file_name", "uid", "begins", "ends", "stamp", "title", "text", "place")
    said = {name: _text(fields, name) for name in names}
    return PrintedEvent(**said, sequence=sequence, cancelled=fields.get("cancelled") is True)


def _chart(fields: dict[str, object]) -> PrintedChart:
    return PrintedChart(
        file_name=_text(fields, "file_name"),
        title=_text(fields, "title"),
        groups=tuple(_group(group) for group in _many(fields, "groups")),
        mark=None if fields.get("mark") is None else _text(fields, "mark"),
    )


def _group(data: object) -> PrintedGroup:
    fields = _mapping(data)
    return PrintedGroup(_text(fields, "title"), tuple(_bar(bar) for bar in _many(fields, "bars")))


def _bar(data: object) -> PrintedBar:
    fields = _mapping(data)
    value, of = fields.get("value"), fields.get("of")
    if not isinstance(value, int) or not (of is None or isinstance(of, int)):
        raise ValueError("value, of: not whole numbers")
    return PrintedBar(_text(fields, "label"), value, of, _text(fields, "said"))


def _section(data: object) -> PrintedSection:
    fields = _mapping(data)
    return PrintedSection(
        heading=_text(fields, "heading"),
        paragraphs=_texts(fields, "paragraphs"),
        numbered=fields.get("numbered") is True,
    )


def _mapping(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise ValueError("a document and its sections are objects")
    return data


def _many(fields: dict[str, object], name: str) -> list[object]:
    value = fields.get(name, [])
    if not isinstance(value, list | tuple):
        raise ValueError(f"{name}: not a list")
    return list(value)


def _text(fields: dict[str, object], name: str) -> str:
    return _checked(fields.get(name), name)


def _texts(fields: dict[str, object], name: str) -> tuple[str, ...]:
    return tuple(_checked(value, name) for value in _many(fields, name))


def _checked(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name}: not a text")
    return value
