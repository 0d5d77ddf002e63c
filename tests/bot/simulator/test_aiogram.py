"""A whole conversation with a bot on another foundation: aiogram 3, a stricter reader of what the simulator says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO

import pytest
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ContentType
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
    Message,
    MessageOriginUser,
    ReplyParameters,
)

from bot.simulator import Fault, Person, Simulator

SHEET = b"%PDF-1.7\nun full de comanda"
FRUIT = ("Pomes", "Peres")


class Order(StatesGroup):
    """Where an order stands."""

    amount = State()


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=one, callback_data=one)] for one in labels])


def orders() -> Router:
    """The dialogues of a small shop: buttons, typed answers, edits, a document, and everything else by its kind."""
    router = Router()

    @router.message(CommandStart())
    async def start(message: Message, command: CommandObject) -> None:
        await message.answer(
            f"Bon dia, <b>{command.args}</b>. Què voleu?", parse_mode="HTML", reply_markup=keyboard(*FRUIT)
        )

    @router.callback_query(F.data.in_(FRUIT))
    async def chosen(query: CallbackQuery, state: FSMContext) -> None:
        await query.answer(f"Heu triat {query.data}")
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"Voleu {query.data}.", reply_markup=keyboard("Torna-hi"))
        await query.message.edit_reply_markup(reply_markup=None)
        await state.set_state(Order.amount)
        await query.message.answer("Quants quilos?")

    @router.message(Order.amount, F.text.isdigit())
    async def amount(message: Message, state: FSMContext) -> None:
        await state.clear()
        assert message.bot is not None
        await message.bot.send_chat_action(message.chat.id, "upload_document")
        sheet = BufferedInputFile(SHEET, "comanda.pdf")
        sent = await message.reply_document(sheet, caption=f"{message.text} kg", reply_markup=keyboard("Anul·la"))
        await sent.edit_caption(caption=f"{message.text} kg, <i>rebut</i>", parse_mode="HTML")
        await sent.pin(disable_notification=True)

    @router.message(Command("ajuda"))
    async def help_(message: Message) -> None:
        await message.answer("Trieu amb els botons.", disable_notification=True)

    @router.edited_message(F.text)
    async def corrected(message: Message) -> None:
        await message.reply(f"Corregit: {message.text}")

    @router.message(F.forward_origin)
    async def forwarded(message: Message) -> None:
        assert isinstance(message.forward_origin, MessageOriginUser)
        await message.answer(f"De {message.forward_origin.sender_user.full_name}")

    @router.message()
    async def other(message: Message) -> None:
        await message.answer(f"Això és: {ContentType(message.content_type).value}")

    @router.my_chat_member()
    async def membership(change: ChatMemberUpdated) -> None:
        if change.new_chat_member.status == "member":
            await change.answer(f"Torneu a ser aquí, {change.from_user.first_name}")

    return router


@pytest.fixture
async def foreign(sim: Simulator) -> AsyncIterator[Bot]:
    async with Bot("100:DEMO", AiohttpSession(api=TelegramAPIServer.from_base(sim.url))) as bot:
        yield bot


@asynccontextmanager
async def at_work(foreign: Bot, sim: Simulator) -> AsyncIterator[None]:
    """The foreign bot, polling."""
    shop = Dispatcher()
    shop.include_router(orders())
    working = asyncio.create_task(
        shop.start_polling(foreign, handle_signals=False, close_bot_session=False, polling_timeout=2)
    )
    await sim.wait_until(lambda: sim.updates.polling)
    try:
        yield
    finally:
        await shop.stop_polling()
        await working


async def test_whole_conversation_with_buttons_edits_and_a_document(foreign: Bot, sim: Simulator, aina: Person) -> None:
    async with at_work(foreign, sim):
        await aina.starts("Arbúcies")
        offer = await sim.wait_for("Què voleu?", aina)
        assert (offer.html, offer.labels) == ("Bon dia, <b>Arbúcies</b>. Què voleu?", ["Pomes", "Peres"])

        press = await aina.presses("Pomes")
        await sim.wait_for("Quants quilos?", aina)
        assert press.answer == "Heu triat Pomes"
        edited = sim.chat(aina.id).find(offer.id)
        assert edited is not None
        assert (edited.text, edited.labels) == ("Voleu Pomes.", [])

        asked = await aina.says("12")
        receipt = await sim.wait_for("rebut", aina)
        assert receipt.file is not None
        assert (receipt.file.name, receipt.file.content) == ("comanda.pdf", SHEET)
        assert (receipt.html, receipt.reply_to, receipt.labels) == ("12 kg, <i>rebut</i>", asked.id, [])
        await sim.wait_until(lambda: sim.chat(aina.id).pinned == receipt.id)

        await aina.edits(asked, "14")
        correction = await sim.wait_for("Corregit: 14", aina)
        assert correction.reply_to == asked.id
        await aina.says("/ajuda")
        assert (await sim.wait_for("Trieu amb els botons.", aina)).silent

        await aina.blocks()
        await aina.unblocks()
        await sim.wait_for("Torneu a ser aquí, Aina", aina)
    await aina.says("ningú no escolta")
    assert len(sim.updates.pending) == 1


KINDS = ("voice", "audio", "photo", "video", "video_note", "animation", "document", "sticker", "location", "venue")
MORE = ("contact", "poll", "dice", "story")


@pytest.mark.parametrize("kind", [*KINDS, *MORE])
async def test_every_kind_of_message_can_be_read(kind: str, foreign: Bot, sim: Simulator, aina: Person) -> None:
    async with at_work(foreign, sim):
        await aina.sends(kind)
        await sim.wait_for(f"Això és: {kind}", aina)


async def test_albums_forwards_and_groups_can_be_read(foreign: Bot, sim: Simulator, aina: Person) -> None:
    marc = sim.person(1002, "Marc", "Ribes")
    async with at_work(foreign, sim):
        await aina.sends("photo", group_id="7")
        await aina.sends("photo", group_id="7", caption="dues")
        await sim.wait_until(lambda: len([m for m in sim.chat(1001).from_bot if "photo" in m.text]) == 2)
        await aina.forwards("notícia", by=marc)
        await sim.wait_for("De Marc Ribes", aina)
        group = sim.group("Comissió", [aina, marc])
        await marc.says("/ajuda", group)
        await sim.wait_for("Trieu amb els botons.", group)


async def test_bot_and_its_chats_are_described(foreign: Bot, sim: Simulator, open_chat: Person) -> None:
    me = await foreign.get_me()
    assert (me.id, me.username, me.can_join_groups) == (100, "xmess_demo_bot", True)
    assert (await foreign.get_chat(1001)).first_name == "Aina"
    group = sim.group("Comissió", [open_chat])
    assert (await foreign.get_chat(group.id)).title == "Comissió"
    assert (await foreign.get_chat_member(group.id, 1001)).status == "creator"
    assert (await foreign.get_chat_member(group.id, 100)).status == "member"
    assert await foreign.get_chat_member_count(group.id) == 2
    commands = [BotCommand(command="inici", description="Torna al principi")]
    scope = BotCommandScopeChat(chat_id=1001)
    assert await foreign.set_my_commands(commands, scope)
    (kept,) = await foreign.get_my_commands(scope)
    assert (kept.command, kept.description) == ("inici", "Torna al principi")
    assert await foreign.delete_my_commands(scope)
    assert await foreign.get_my_commands(scope) == []
    assert isinstance(await foreign.get_chat_menu_button(chat_id=1001), MenuButtonCommands)
    assert await foreign.leave_chat(group.id)


async def test_message_comes_back_as_it_was_sent(foreign: Bot, sim: Simulator, open_chat: Person) -> None:
    sent = await foreign.send_message(
        1001,
        "<b>Hola</b>, <a href='https://example.cat'>enllaç</a> &amp; <blockquote expandable>cita</blockquote>",
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=1),
        protect_content=True,
        reply_markup=InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="Web", url="https://example.cat")]]
        ),
    )
    assert sent.text == "Hola, enllaç & cita"
    assert [entity.type for entity in sent.entities or []] == ["bold", "text_link", "expandable_blockquote"]
    assert sent.html_text == (
        '<b>Hola</b>, <a href="https://example.cat">enllaç</a> &amp; <blockquote expandable>cita</blockquote>'
    )
    assert sent.reply_to_message is not None
    assert sent.has_protected_content
    assert sent.reply_markup is not None
    photo = await foreign.send_photo(1001, BufferedInputFile(b"\x89PNG\r\n\x1a\n", "qr.png"), caption="codi")
    assert photo.photo is not None
    again = await foreign.send_photo(1001, photo.photo[-1].file_id)
    assert again.photo is not None
    document = await foreign.send_document(1001, BufferedInputFile(SHEET, "full.pdf"))
    assert document.document is not None
    saved = BytesIO()
    await foreign.download(document.document, saved)
    assert saved.getvalue() == SHEET
    assert await foreign.delete_messages(1001, [photo.message_id, again.message_id])
    assert await foreign.unpin_chat_message(1001)


async def test_refusals_are_known_for_what_they_are(foreign: Bot, sim: Simulator, open_chat: Person) -> None:
    sent = await foreign.send_message(1001, "igual")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await foreign.edit_message_text("igual", chat_id=1001, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await foreign.send_message(42, "ningú")
    sim.faults.add(Fault("429", retry_after=7))
    with pytest.raises(TelegramRetryAfter) as waits:
        await foreign.send_message(1001, "massa")
    assert waits.value.retry_after == 7
    sim.faults.add(Fault("500"))
    with pytest.raises(TelegramServerError):
        await foreign.send_message(1001, "avaria")
    sim.faults.add(Fault("409", "getUpdates"))
    with pytest.raises(TelegramConflictError):
        await foreign.get_updates()
    await open_chat.blocks()
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await foreign.send_message(1001, "adéu")
    async with Bot("100:ALTRE", AiohttpSession(api=TelegramAPIServer.from_base(sim.url))) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_webhook_is_set_described_and_removed(foreign: Bot, sim: Simulator, open_chat: Person) -> None:
    assert await foreign.set_webhook("http://127.0.0.1:1/hook", secret_token="secret-1", allowed_updates=["message"])
    await open_chat.says("espera")
    await sim.wait_until(lambda: sim.world.delivery.failure is not None)
    info = await foreign.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("http://127.0.0.1:1/hook", 1)
    assert info.last_error_date is not None
    assert await foreign.delete_webhook()
    (waiting,) = await foreign.get_updates()
    assert waiting.message is not None
    assert waiting.message.text == "espera"
