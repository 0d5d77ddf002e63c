"""A whole application over aiogram 3: the bot's own mind, with another project's client at the door."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)

from bot.documents import Printer, from_data
from bot.simulator import Person, Simulator
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Command, Edited, Incoming, Press, Text
from storage import letters
from storage.letters import Letter, Settled
from tests.applicant import Applicant, applying
from tests.conversation import Conversation
from tests.town import Town


class Foreign:
    """The bot behind aiogram: its updates become what people did, its letters become calls of aiogram."""

    def __init__(self, bot: Bot, talk: Conversation, printer: Printer) -> None:
        self.bot = bot
        self.talk = talk
        self.printer = printer
        self.door = Dispatcher()
        self.door.message(F.text)(self.hears)
        self.door.edited_message(F.text)(self.hears_again)
        self.door.callback_query(F.data)(self.pressed)

    async def hears(self, message: Message, event_update: Update) -> None:
        where, words = self._where(message, event_update), message.text or ""
        if words.startswith("/"):
            name, _, argument = words[1:].partition(" ")
            await self.answers(Command(**where, message=message.message_id, command=name, argument=argument))
        else:
            await self.answers(Text(**where, message=message.message_id, text=words))

    async def hears_again(self, message: Message, event_update: Update) -> None:
        where = self._where(message, event_update)
        await self.answers(Edited(**where, message=message.message_id, text=message.text or ""))

    async def pressed(self, query: CallbackQuery, event_update: Update) -> None:
        await query.answer()
        assert isinstance(query.message, Message)
        turn, _, choice = (query.data or "").partition(":")
        where = self._where(query.message, event_update) | {"name": query.from_user.full_name, "at": None}
        await self.answers(Press(**where, message=query.message.message_id, turn=int(turn), choice=choice))

    def _where(self, message: Message, update: Update) -> dict[str, Any]:
        assert message.from_user is not None
        return {
            "update": update.update_id, "chat": message.chat.id, "person": message.chat.id, "private": True,
            "name": message.from_user.full_name, "at": self.talk.clock.now(),
        }  # fmt: skip

    async def answers(self, did: Incoming) -> None:
        with self.talk.connection.begin():
            assert self.talk._dispatcher._transact(self.talk.connection, [did]) == {did.update}
        while True:
            with self.talk.connection.begin():
                claimed = letters.claim(self.talk.connection, self.talk.clock.now(), 30, ())
            if not claimed:
                return
            sent = [Settled(one.id, one.chat, "sent", await self.sends(one)) for one in claimed]
            with self.talk.connection.begin():
                letters.settle(self.talk.connection, sent, self.talk.clock.now())

    async def sends(self, letter: Letter) -> int | None:
        markup = _markup(letter)
        if letter.menu:
            commands = [
                BotCommand(command=name, description=words) for name, words in (letter.document or {})["commands"]
            ]
            await self.bot.set_my_commands(commands, BotCommandScopeChat(chat_id=letter.chat))
            return None
        if letter.edits and letter.text:
            await self.bot.edit_message_text(
                letter.text, chat_id=letter.chat, message_id=letter.target, parse_mode="HTML", reply_markup=markup
            )
        elif letter.edits:
            await self.bot.edit_message_reply_markup(chat_id=letter.chat, message_id=letter.target, reply_markup=markup)
        elif letter.document is not None:
            printed = from_data(letter.document)
            file = BufferedInputFile(await self.printer.print(printed), printed.file_name)
            told = await self.bot.send_document(
                letter.chat, file, caption=letter.text, parse_mode="HTML", reply_markup=markup
            )
            return told.message_id
        else:
            preview = LinkPreviewOptions(is_disabled=True)
            told = await self.bot.send_message(
                letter.chat, letter.text, parse_mode="HTML", reply_markup=markup, link_preview_options=preview
            )
            return told.message_id
        return None


def _markup(letter: Letter) -> InlineKeyboardMarkup | None:
    rows = [[_button(one) for one in row] for row in letter.keyboard or []]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: dict[str, str]) -> InlineKeyboardButton:
    if "copy" in button:
        return InlineKeyboardButton(text=button["text"], copy_text=CopyTextButton(text=button["copy"]))
    return InlineKeyboardButton(text=button["text"], callback_data=button["data"])


async def test_whole_application_from_the_invitation_to_the_receipt(
    sim: Simulator, aina: Person, tmp_path: Path
) -> None:
    talk = Conversation(tmp_path)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.url))
    async with Bot("100:DEMO", session) as bot, Printer() as printer:
        foreign = Foreign(bot, talk, printer)
        polling = foreign.door.start_polling(bot, handle_signals=False, close_bot_session=False, polling_timeout=2)
        working = asyncio.create_task(polling)
        await sim.wait_until(lambda: sim.updates.polling)
        applicant = Applicant(aina)
        await aina.starts(talk.invites(Role.CONTACT, "l'Alzinar"))
        async with applying(cast(Town, SimpleNamespace(sim=sim)), [applicant]), asyncio.timeout(30):
            await applicant.received.wait()
        receipt = await sim.wait_for("Sol·licitud rebuda", aina)
        await foreign.door.stop_polling()
        await working
    assert receipt.file is not None
    assert (receipt.file.name, receipt.file.content[:5]) == ("sollicitud-2020-1-001.pdf", b"%PDF-")
    assert {name: talk.answers("inventat-1")[name] for name in applicant.answers} == applicant.answers
    assert talk.rows("select status, number from application") == [{"status": "submitted", "number": "2020-1-001"}]
    assert sim.world.commands_in(aina.chat)
    talk.close()
