"""From replies to letters: words become final Catalan text, long ones several messages, sheets become documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot import documents
from bot.documents import (
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
    to_data,
)
from bot.telegram import callback_data
from conversations.protocol.replies import (
    Chart,
    Data,
    Edit,
    Event,
    Hold,
    Keyboard,
    Mail,
    Menu,
    Notice,
    Page,
    Printable,
    QrPicture,
    Reply,
    Say,
    Sheet,
    Value,
    Workbook,
)
from conversations.protocol.words import Joined, StartLink, T, Words
from locales import plain, translate
from storage.letters import NewLetter

MESSAGE = 4096
CAPTION = 1024
BULK = 1
"""The slow lane of letters."""
Buttons = list[list[dict[str, str]]]


def letters(replies: tuple[Reply, ...], chat: int, turn: int, bot_name: str, *, mark: str = "") -> list[NewLetter]:
    """The letters of one turn, in order. `mark` is printed on every document (a demonstration says so)."""
    return [letter for reply in replies for letter in _letters(reply, chat, turn, bot_name, mark)]


def _letters(reply: Reply, chat: int, turn: int, bot_name: str, mark: str) -> Iterator[NewLetter]:
    if isinstance(reply, Menu):
        yield NewLetter(chat if reply.to is None else reply.to, "", document=menu(reply.commands))
        return
    keyboard = buttons(reply.keyboard, turn, bot_name)
    if isinstance(reply, Hold):
        (text,) = split(reply.text, bot_name)
        once = f"{reply.matter}:{reply.to}"
        more: dict[str, Any] = {"matter": reply.matter, "basis": reply.basis, "edited": reply.edited}
        yield NewLetter(reply.to, text, keyboard, once=once, held=True, **more)
        return
    if isinstance(reply, Edit):
        text = translate(reply.text, bot_name=bot_name) if reply.text else ""
        if length(text) <= MESSAGE:
            to = chat if reply.to is None else reply.to
            under = callback_data(0, reply.under, standing=True) if reply.under else ""
            yield NewLetter(to, text, keyboard, edits_turn=reply.turn, edits_message=reply.message, edits_under=under)
        return
    to = chat if reply.to is None else reply.to
    texts = split(reply.text, bot_name)
    common: dict[str, Any] = {"lane": reply.lane, "silent": reply.silent}
    offers = turn if reply.to is None and any(not one.standing for row in reply.keyboard for one in row) else None
    document = to_data(printable(reply.document, bot_name, mark)) if reply.document else None
    if document is not None and (len(texts) > 1 or length(texts[0]) > CAPTION):
        for text in texts:
            yield NewLetter(to, text, **common)
        texts = [""]
    for text in texts[:-1]:
        yield NewLetter(to, text, **common)
    yield NewLetter(to, texts[-1], keyboard, document, turn=offers, once=reply.once, **common)


def unasked(notice: Notice, bot_name: str, mark: str = "", lane: int = BULK) -> NewLetter:
    """A notice as a letter, of the slow lane unless said otherwise.

    `mark` is printed on its picture (a demonstration says so).
    """
    (text,) = split(notice.text, bot_name)
    return NewLetter(
        notice.to,
        text,
        buttons(notice.keyboard, notice.turn, bot_name),
        turn=notice.turn or None,
        lane=lane,
        silent=notice.silent,
        once=notice.once,
        skipped=notice.skipped,
        document=chart(notice.document, mark) if notice.document else None,
    )


def chart(document: Chart, mark: str = "") -> dict[str, Any]:
    """A chart as stored with a letter."""
    groups = tuple(
        PrintedGroup(
            plain(group.title),
            tuple(PrintedBar(plain(bar.label), bar.value, bar.of, plain(bar.said)) for bar in group.bars),
        )
        for group in document.groups
    )
    return to_data(PrintedChart(document.file_name, plain(document.title), groups, mark or None))


def menu(commands: tuple[tuple[str, Words], ...]) -> dict[str, Any]:
    """The commands of a chat, as stored with a letter."""
    return {"kind": "menu", "commands": [[command, plain(words)] for command, words in commands]}


def split(words: Words, bot_name: str = "") -> list[str]:
    """The text in as few messages as Telegram takes, cut between paragraphs, never inside one."""
    whole = translate(words, bot_name=bot_name)
    if length(whole) <= MESSAGE or not isinstance(words, Joined):
        return [whole]
    pieces: list[str] = []
    for part in words.parts:
        for text in split(part, bot_name):
            joined = f"{pieces[-1]}{words.between}{text}" if pieces else text
            if not text:
                continue
            if pieces and length(joined) <= MESSAGE:
                pieces[-1] = joined
            else:
                pieces.append(text)
    return pieces


def length(text: str) -> int:
    """How long Telegram finds an HTML text: in UTF-16 units, without tags, an entity as one character."""
    visible = re.sub(r"&(lt|gt|amp|quot|#\d+);", "x", re.sub(r"<[^>]*>", "", text))
    return len(visible.encode("utf-16-le")) // 2


def buttons(keyboard: Keyboard, turn: int, bot_name: str) -> Buttons | None:
    """The keyboard as stored with a letter; None when there is none."""
    if not keyboard:
        return None
    rows: Buttons = []
    for row in keyboard:
        rows.append([])
        for button in row:
            label = plain(button.label, bot_name=bot_name)
            if button.copy is not None:
                rows[-1].append({"text": label, "copy": button.copy})
            else:
                data = callback_data(turn, button.choice, button.standing)
                rows[-1].append({"text": label, "data": data})
    return rows


def typed(label: str) -> str:
    """A label or a typed text as it is compared: without case, accents and punctuation."""
    bare = unicodedata.normalize("NFKD", label.casefold())
    return " ".join(re.sub(r"[^\w\s]|_", "", "".join(c for c in bare if not unicodedata.combining(c))).split())


def labels(replies: tuple[Reply, ...], turn: int) -> list[tuple[str, str]]:
    """What a person may type instead of pressing a button of the live keyboard: pairs of text and button data."""
    own = [reply for reply in replies if isinstance(reply, Edit) or (isinstance(reply, Say) and reply.to is None)]
    live = [button for reply in own for row in reply.keyboard for button in row if not button.copy]
    return [(typed(plain(button.label)), callback_data(turn, button.choice, button.standing)) for button in live]


def printable(document: Printable, bot_name: str, mark: str = "") -> Document:
    """A document of a dialogue in its final words. `mark` says what kind of copy it is (a demonstration says so)."""
    if isinstance(document, Data):
        return documents.Data(document.file_name, document.content)
    if isinstance(document, Event):
        return event(document)
    if isinstance(document, Workbook):
        return PrintedBook(document.file_name, tuple(_page(one) for one in document.pages), mark or None)
    if isinstance(document, Mail):
        attached = sheet(document.attached, mark)
        said = plain(document.subject), f"{plain(document.text)}\n"
        return PrintedMail(document.file_name, *said, attached, document.name, document.address)
    if isinstance(document, QrPicture):
        link = plain(T("{link}", link=StartLink(document.token)), bot_name=bot_name)
        return Qr(document.file_name, link)
    return sheet(document, mark)


def sheet(document: Sheet, mark: str = "") -> PrintedSheet:
    """A sheet in its final words."""
    return PrintedSheet(
        file_name=document.file_name,
        title=plain(document.title),
        lead=tuple(plain(words) for words in document.lead),
        sections=tuple(
            PrintedSection(plain(part.heading), tuple(plain(one) for one in part.paragraphs), part.numbered)
            for part in document.sections
        ),
        footer=plain(document.footer) if document.footer else None,
        mark=mark or None,
    )


def event(document: Event) -> PrintedEvent:
    """A date in its final words."""
    return PrintedEvent(
        document.file_name,
        document.uid,
        document.sequence,
        document.begins.isoformat(),
        document.ends.isoformat(),
        document.stamp.isoformat(),
        plain(document.title),
        plain(document.text),
        document.place,
        document.cancelled,
    )


def _page(page: Page) -> PrintedPage:
    return PrintedPage(
        plain(page.name),
        tuple((plain(words), width) for words, width in page.columns),
        tuple(tuple(_value(value) for value in row) for row in page.rows),
        tuple(sorted({at for row in page.rows for at, value in enumerate(row) if isinstance(value, date)})),
    )


def _value(value: Value) -> str | int | float | None:
    match value:
        case None | int() | float():
            return value
        case date():
            return value.isoformat()
        case _:
            return plain(value)
