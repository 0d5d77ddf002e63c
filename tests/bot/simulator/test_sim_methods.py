"""Every method, called by a client that others wrote, does what Telegram does."""

from datetime import timedelta

import telegram
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
    ReplyParameters,
)

from bot.simulator import Button, Person, Simulator


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"1:{label}")] for label in labels])


async def test_the_bot_knows_itself(bot: telegram.Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot, me.can_join_groups) == (100, "xmess_demo_bot", True, True)


async def test_a_message_is_received_as_it_was_sent(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sent = await bot.send_message(
        1001,
        "<b>Hola</b>, Aina &amp; companyia",
        parse_mode="HTML",
        disable_notification=True,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(1),
        message_effect_id="5046509860389126442",
        reply_markup=InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton("Sí", callback_data="1:yes", style="success", icon_custom_emoji_id="1"),
                    InlineKeyboardButton("Copia", copy_text=CopyTextButton("2020-1-007")),
                    InlineKeyboardButton("Web", url="https://example.cat"),
                ]
            ]
        ),
    )
    assert sent.text == "Hola, Aina & companyia"
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    assert sent.has_protected_content
    assert sent.effect_id == "5046509860389126442"
    shown = sim.chat(1001).last
    assert shown.html == "<b>Hola</b>, Aina &amp; companyia"
    assert shown.silent
    assert shown.protected
    assert shown.reply_to == 1
    assert shown.options["link_preview_options"] == {"is_disabled": True}
    assert shown.buttons == [
        [
            Button("Sí", data="1:yes", style="success"),
            Button("Copia", copy="2020-1-007"),
            Button("Web", url="https://example.cat"),
        ]
    ]


async def test_a_forced_reply_keeps_its_placeholder(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.send_message(1001, "Quants habitants?", reply_markup=ForceReply(input_field_placeholder="12.345"))
    markup = sim.chat(1001).last.markup
    assert markup is not None
    assert markup["input_field_placeholder"] == "12.345"


async def test_documents_and_photos_travel_and_can_be_downloaded(
    bot: telegram.Bot, sim: Simulator, open_chat: Person
) -> None:
    sent = await bot.send_document(
        1001, b"%PDF-1.7", filename="rebut.pdf", caption="El <i>rebut</i>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.caption, sent.document.file_name, sent.document.file_size) == ("El rebut", "rebut.pdf", 8)
    file = sim.chat(1001).last.file
    assert file is not None
    assert (file.content, file.mime, file.kind) == (b"%PDF-1.7", "application/pdf", "document")
    again = await bot.send_document(1001, sent.document.file_id)
    assert again.document is not None
    assert bytes(await (await again.document.get_file()).download_as_bytearray()) == b"%PDF-1.7"
    photo = await bot.send_photo(1001, b"\x89PNG", filename="qr.png")
    assert photo.photo[-1].width > photo.photo[0].width
    await bot.edit_message_caption(1001, sent.message_id, caption="Corregit")
    assert sim.chat(1001).find(sent.message_id).text == "Corregit"  # type: ignore[union-attr]


async def test_edits_change_what_is_seen(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sent = await bot.send_message(1001, "Abans", reply_markup=keyboard("A", "B"))
    await bot.edit_message_reply_markup(1001, sent.message_id, reply_markup=keyboard("A"))
    assert sim.chat(1001).last.labels == ["A"]
    edited = await bot.edit_message_text("Després", 1001, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date is not None
    shown = sim.chat(1001).last
    assert (shown.text, shown.labels, shown.edited is not None) == ("Després", [], True)


async def test_deleting_and_pinning(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    first, second = await bot.send_message(1001, "u"), await bot.send_message(1001, "dos")
    await bot.pin_chat_message(1001, first.message_id)
    assert sim.chat(1001).pinned == first.message_id
    await bot.delete_message(1001, first.message_id)
    assert sim.chat(1001).pinned is None
    assert [message.text for message in sim.chat(1001).from_bot] == ["dos"]
    await bot.pin_chat_message(1001, second.message_id)
    await bot.unpin_chat_message(1001)
    assert sim.chat(1001).pinned is None


async def test_typing_is_seen_until_the_next_message(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.send_chat_action(1001, "typing")
    assert sim.chat(1001).typing
    await bot.send_message(1001, "ja")
    assert not sim.chat(1001).typing


async def test_a_press_is_answered_once(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.send_message(1001, "Comencem?", reply_markup=keyboard("Comença"))
    press = await open_chat.presses("Comença")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id, query.message.message_id) == ("1:Comença", 1001, 2)  # type: ignore[union-attr]
    await query.answer("Som-hi", show_alert=True)
    assert (press.answer, press.alert) == ("Som-hi", True)


async def test_commands_by_scope_and_language(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.set_my_commands([BotCommand("inici", "Inici")])
    await bot.set_my_commands([BotCommand("inicio", "Inicio")], language_code="es")
    await bot.set_my_commands([BotCommand("digest", "Resum")], scope=BotCommandScopeChat(1001))
    assert [c.command for c in await bot.get_my_commands()] == ["inici"]
    assert [c.command for c in await bot.get_my_commands(language_code="es")] == ["inicio"]
    assert sim.world.commands_in(sim.chat(1001)) == [{"command": "digest", "description": "Resum"}]
    pol = sim.person(1002, "Pol", language="es")
    assert sim.world.commands_in(pol.chat) == [{"command": "inicio", "description": "Inicio"}]
    await bot.delete_my_commands(scope=BotCommandScopeChat(1001))
    assert sim.world.commands_in(sim.chat(1001)) == [{"command": "inici", "description": "Inici"}]


async def test_what_the_bot_says_about_itself(bot: telegram.Bot, sim: Simulator) -> None:
    assert await bot.set_my_name("Assessories XMESS")
    assert (await bot.get_my_name()).name == "Assessories XMESS"
    assert await bot.set_my_description("Demana hores d'assessorament")
    assert (await bot.get_my_description()).description == "Demana hores d'assessorament"
    assert await bot.set_my_short_description("Assessoraments")
    assert (await bot.get_my_short_description()).short_description == "Assessoraments"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_who_is_in_a_chat(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    pol = sim.person(1002, "Pol")
    group = sim.group("Comissió Tècnica", [open_chat, pol])
    chat = await bot.get_chat(group.id)
    assert (chat.title, chat.type) == ("Comissió Tècnica", "group")
    assert (await bot.get_chat(1001)).first_name == "Aina"
    assert (await bot.get_chat_member(group.id, 1001)).status == "creator"
    assert (await bot.get_chat_member(group.id, 1002)).status == "member"
    assert await bot.get_chat_member_count(group.id) == 3
    assert await bot.leave_chat(group.id)
    assert 100 not in group.chat.members


async def test_logging_out_and_closing_are_accepted(bot: telegram.Bot) -> None:
    assert await bot.log_out()
    assert await bot.close()


async def test_dates_follow_the_simulated_clock(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    before = await bot.send_message(1001, "abans")
    sim.clock.advance(86_400)
    after = await bot.send_message(1001, "després")
    assert timedelta(days=1) <= after.date - before.date < timedelta(days=1, seconds=30)


async def test_calls_are_remembered_without_the_token(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.send_message(1001, "el token és 100:DEMO", reply_markup=keyboard("A"))
    await bot.send_document(1001, b"12345", filename="a.pdf")
    message, document = list(sim.requests)[-2:]
    assert (message.method, message.status, message.chat) == ("sendMessage", 200, 1001)
    assert message.params["reply_markup"]["inline_keyboard"][0][0]["text"] == "A"
    assert "<a.pdf, 5 bytes>" in document.params.values()
    assert "100:DEMO" not in repr(list(sim.requests))
