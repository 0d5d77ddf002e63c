"""Telegram at the door: an update becomes what a person did, and a letter becomes calls of the Bot API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from types import NoneType
from typing import Any

import telegram
from telegram.constants import ChatType, ParseMode

from conversations.protocol.incoming import Attachment, Command, Edited, Incoming, Moved, Press, Reachable, Text
from storage.letters import Letter

_STANDING = 0
_LARGEST_ID = 2**63 - 1
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
    "str | None": (str, NoneType),
    "datetime | None": (datetime, NoneType),
}
_KINDS = (
    "voice",
    "audio",
    "photo",
    "video",
    "video_note",
    "animation",
    "document",
    "sticker",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "story",
    "checklist",
    "game",
    "paid_media",
)


def incoming(update: telegram.Update, bot_name: str) -> Incoming | None:
    """What a person did; None for what is not addressed to us (channels, service messages, other bots).

    The library does not look at what it reads: raises ValueError for a field that is not what it should be.
    """
    did = _done(update, bot_name)
    if did is not None:
        for field in fields(did):
            value = getattr(did, field.name)
            if type(value) not in _TYPES[str(field.type)] or (isinstance(value, int) and abs(value) > _LARGEST_ID):
                raise ValueError(f"{field.name} is not what it should be")
    return did


def _done(update: telegram.Update, bot_name: str) -> Incoming | None:
    if update.callback_query is not None:
        return _press(update, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update, update.my_chat_member)
    message = update.message or update.edited_message
    if message is None or message.chat.type == ChatType.CHANNEL:
        return None
    if message.migrate_to_chat_id is not None:
        person = message.from_user.id if message.from_user else message.chat.id
        return Moved(**_where(update, message.chat, person, ""), to=message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        person = message.from_user.id if message.from_user else message.chat.id
        where = _where(update, message.chat, person, "") | {"chat": message.migrate_from_chat_id}
        return Moved(**where, to=message.chat.id)
    user = message.from_user
    if user is None or user.is_bot or message.sender_chat is not None:
        return None
    where = _where(update, message.chat, user.id, user.full_name) | {"at": message.date}
    if update.edited_message is not None:
        if message.text is None:
            return None
        where["at"] = message.edit_date or message.date
        return Edited(**where, message=message.message_id, text=message.text)
    return _message(message, where, bot_name)


def _message(message: telegram.Message, where: dict[str, Any], bot_name: str) -> Incoming | None:
    if message.text is not None:
        command = _command(message.text, bot_name)
        if command is not None:
            name, argument = command
            return Command(**where, message=message.message_id, command=name, argument=argument)
        if message.text.startswith("/") and not where["private"]:
            return None  # a command for another bot of the group
        return Text(**where, message=message.message_id, text=message.text)
    for kind in _KINDS:
        if getattr(message, kind, None):
            caption = message.caption or ""
            album = message.media_group_id
            return Attachment(**where, message=message.message_id, kind=kind, caption=caption, album=album)
    return None


def _command(text: str, bot_name: str) -> tuple[str, str] | None:
    """`/inici@our_bot rest` as ("inici", "rest"); None when it is no command or one for another bot."""
    if not text.startswith("/"):
        return None
    head, _, argument = text[1:].partition(" ")
    name, _, addressed = head.partition("@")
    if not name.isidentifier() or (addressed and addressed.lower() != bot_name.lower()):
        return None
    return name.lower(), argument.strip()


def _press(update: telegram.Update, query: telegram.CallbackQuery) -> Incoming | None:
    if query.message is None or query.data is None:
        return None
    turn, _, choice = query.data.partition(":")
    number = int(turn) if turn.isascii() and turn.isdigit() and len(turn) < 10 else -1
    where = _where(update, query.message.chat, query.from_user.id, query.from_user.full_name)
    return Press(**where, message=query.message.message_id, turn=number, choice=choice)


def _membership(update: telegram.Update, change: telegram.ChatMemberUpdated) -> Incoming | None:
    if change.chat.type == ChatType.CHANNEL:
        return None
    where = _where(update, change.chat, change.from_user.id, change.from_user.full_name) | {"at": change.date}
    status = change.new_chat_member.status
    gone = status in ("kicked", "left")
    if where["private"] or gone:
        return Reachable(**where, reachable=not gone)
    if status in ("member", "administrator") and change.old_chat_member.status in ("left", "kicked"):
        return Command(**where, message=0, command="inici")
    return None


def _where(update: telegram.Update, chat: telegram.Chat, person: int, name: str) -> dict[str, Any]:
    private = chat.type == ChatType.PRIVATE
    return {"update": update.update_id, "chat": chat.id, "person": person, "name": name, "private": private}


def callback_data(turn: int, choice: str, standing: bool) -> str:
    """What a button carries: at most 64 bytes."""
    return f"{_STANDING if standing else turn}:{choice}"


async def deliver(bot: telegram.Bot, letter: Letter, document: bytes | None, file_name: str = "") -> int | None:
    """Sends a letter or edits an earlier message. Returns Telegram's id of a new message.

    An edit of a message that is already as it should be is a success. Raises telegram.error.TelegramError.
    """
    markup = _markup(letter.keyboard)
    if letter.edits:
        await _edit(bot, letter, markup)
        return None
    if letter.document is not None and letter.menu:
        await set_menu(bot, letter.document["commands"], letter.chat)
        return None
    common: dict[str, Any] = {"reply_markup": markup, "disable_notification": letter.silent or None}
    if document is not None:
        common |= {"caption": letter.text or None, "parse_mode": ParseMode.HTML}
        file = telegram.InputFile(document, filename=file_name)
        if file_name.endswith(".png"):
            return (await bot.send_photo(letter.chat, file, **common)).message_id
        return (await bot.send_document(letter.chat, file, **common)).message_id
    preview = telegram.LinkPreviewOptions(is_disabled=True)
    sent = await bot.send_message(
        letter.chat, letter.text, parse_mode=ParseMode.HTML, link_preview_options=preview, **common
    )
    return sent.message_id


async def set_menu(bot: telegram.Bot, commands: Sequence[Sequence[str]], chat: int | None = None) -> None:
    """Sets the commands that Telegram offers: of one chat, or (without `chat`) of every private chat."""
    scope = telegram.BotCommandScopeChat(chat) if chat is not None else telegram.BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([telegram.BotCommand(name, text) for name, text in commands], scope=scope)


async def _edit(bot: telegram.Bot, letter: Letter, markup: telegram.InlineKeyboardMarkup | None) -> None:
    if letter.target is None:
        return  # the message it would edit never arrived
    try:
        if letter.text:
            preview = telegram.LinkPreviewOptions(is_disabled=True)
            await bot.edit_message_text(
                letter.text,
                letter.chat,
                letter.target,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                link_preview_options=preview,
            )
        else:
            await bot.edit_message_reply_markup(letter.chat, letter.target, reply_markup=markup)
    except telegram.error.BadRequest as error:
        if "not modified" not in error.message.lower():
            raise


def _markup(keyboard: list[list[dict[str, str]]] | None) -> telegram.InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    return telegram.InlineKeyboardMarkup([[_button(button) for button in row] for row in keyboard])


def _button(button: dict[str, str]) -> telegram.InlineKeyboardButton:
    if "copy" in button:
        return telegram.InlineKeyboardButton(button["text"], copy_text=telegram.CopyTextButton(button["copy"]))
    return telegram.InlineKeyboardButton(button["text"], callback_data=button["data"])
