"""What the bot answers with: messages, buttons and documents, in words not yet translated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from conversations.protocol.words import Words


@dataclass(frozen=True, slots=True)
class Button:
    """A button. `choice` is ASCII, at most 48 bytes; the voice writes the label.

    A `standing` button belongs to a matter (a request, an application) and not to a turn of a dialogue: it stays
    valid while the facts allow it. `copy` makes it a button that copies that text and sends nothing.
    """

    label: Words
    choice: str
    standing: bool = False
    copy: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


def column(*buttons: Button | None) -> Keyboard:
    """One button a row; None is left out."""
    return tuple((button,) for button in buttons if button is not None)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a sheet: a heading, then paragraphs; `numbered` makes them a numbered list."""

    heading: Words
    paragraphs: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document made as tagged PDF: the questions, a draft, a receipt. `file_name` has no spaces and no ·."""

    file_name: str
    title: Words
    lead: tuple[Words, ...]
    sections: tuple[Section, ...]
    footer: Words | None = None


Value = Words | int | float | date | None
"""What a cell of a workbook holds."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of a workbook: its name, its columns with their widths in characters, and its rows."""

    name: Words
    columns: tuple[tuple[Words, int], ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A spreadsheet to go on working with. `file_name` has no spaces and no ·."""

    file_name: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A message that a mail program opens ready to be sent, with a sheet attached as PDF (`.eml`).

    `name` and `address` are those of the recipient as they were given; without a usable address there is none.
    """

    file_name: str
    subject: Words
    text: Words
    attached: Sheet
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A PNG with the QR code of the link that opens the bot with `token`."""

    file_name: str
    token: str


@dataclass(frozen=True, slots=True)
class Data:
    """A file that is delivered as it is, such as one's own data as JSON. `file_name` has no spaces and no ·."""

    file_name: str
    content: str


@dataclass(frozen=True, slots=True)
class Event:
    """A date for a calendar (`.ics`). Calendars know by `uid` and a higher `sequence` that one was moved or called off.

    `begins`, `ends` and `stamp`, when it was made, are instants (UTC).
    """

    file_name: str
    uid: str
    sequence: int
    begins: datetime
    ends: datetime
    stamp: datetime
    title: Words
    text: Words
    place: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: how many, the same in words, and how many there are to be had, if that is limited."""

    label: Words
    value: int
    said: Words
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that share a scale."""

    title: Words
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of bars to be read at a glance on a phone. The message it goes with says the same in words."""

    file_name: str
    title: Words
    groups: tuple[Bars, ...]


Printable = Sheet | Mail | Workbook | QrPicture | Event | Data
"""What may go with a message."""


@dataclass(frozen=True, slots=True)
class Say:
    """A new message. Without `to` it goes to the chat that wrote; `lane` 0 is conversation, 1 is bulk.

    `once` is a key that makes the message unique for ever: the second one with the same key is not written.
    """

    text: Words
    keyboard: Keyboard = ()
    document: Printable | None = None
    to: int | None = None
    lane: Literal[0, 1] = 0
    silent: bool = False
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces an earlier message of the bot: the one of a turn, or the very one whose button was pressed.

    Without `text` only its buttons change. With `under` it is every message in the chat of `to` under which a standing
    button hangs whose choice begins so, and nothing if there is none.
    """

    text: Words | None = None
    keyboard: Keyboard = ()
    turn: int | None = None
    message: int | None = None
    to: int | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands that Telegram offers a person in the chat with the bot; they change with the roles held."""

    commands: tuple[tuple[str, Words], ...]
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A message that is written in its final text and kept: people read and edit it before it is let go (N13).

    It takes the place of one that is held about the same `matter` for the same chat; `to` is NOBODY for a body that
    nobody can be written to, whose text waits to be read on the telephone. `basis` stands for all that it was written
    from; `edited`: somebody wrote the text by hand.
    """

    text: Words
    to: int
    matter: str
    keyboard: Keyboard = ()
    basis: str = ""
    edited: bool = False


NOBODY = 0
"""The chat of a message that has no contact to go to."""

Reply = Say | Edit | Menu | Hold


@dataclass(frozen=True, slots=True)
class Notice:
    """Something said unasked. `once` is its key for ever; a `skipped` one is recorded and not sent, being too late.
    `turn` is that of the dialogue whose buttons it shows again, if any of them is live."""

    to: int
    text: Words
    once: str
    keyboard: Keyboard = ()
    silent: bool = True
    skipped: bool = False
    document: Chart | None = None
    turn: int = 0
