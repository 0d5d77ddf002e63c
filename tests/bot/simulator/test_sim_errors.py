"""Refusals: Telegram's status, its own words, and the exception that a client makes of them."""

import json
import re
from typing import Any

import aiohttp
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from bot.simulator import Person, Simulator


@pytest.mark.parametrize(
    ("text", "parse_mode", "complaint"),
    [
        ("", None, "Message text is empty"),
        (" \n ", None, "Message text is empty"),
        ("<b> </b>", "HTML", "Message text is empty"),
        ("à" * 4097, None, "Message is too long"),
        ("😀" * 2049, None, "Message is too long"),
        ("<x>", "HTML", 'Can\'t parse entities: unsupported start tag "x" at byte offset 0'),
        ("à <b>", "HTML", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
        ("à </b>", "HTML", "Can't parse entities: unexpected end tag at byte offset 3"),
        ("<b><i>x</b>", "HTML", "unmatched end tag at byte offset 7"),
        ("a < b", "HTML", "Can't parse entities: "),
        ("*x*", "MarkdownV2", "Unsupported parse_mode"),
    ],
)
async def test_texts_that_are_refused(
    bot: telegram.Bot, open_chat: Person, text: str, parse_mode: str | None, complaint: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){re.escape(complaint)}"):
        await bot.send_message(1001, text, parse_mode=parse_mode)


async def test_length_is_counted_after_parsing_in_utf16(bot: telegram.Bot, open_chat: Person) -> None:
    await bot.send_message(1001, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    await bot.send_message(1001, "😀" * 2048)
    await bot.send_document(1001, b"x", caption="à" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(1001, b"x", caption="à" * 1025)


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "A", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "A", "callback_data": "à" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "A", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "A"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "", "callback_data": "x"}, "must be of type String"),
        ({"text": "A", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "A", "url": "example"}, "Wrong HTTP URL"),
        ({"text": "A", "callback_data": "x", "style": "pink"}, "BUTTON_STYLE_INVALID"),
    ],
)
async def test_buttons_that_are_refused(
    sim: Simulator, page: aiohttp.ClientSession, open_chat: Person, button: dict[str, Any], complaint: str
) -> None:
    body = {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}
    async with page.post("/bot100:DEMO/sendMessage", json=body) as answer:
        said = await answer.json()
    assert (answer.status, said["ok"], said["error_code"]) == (400, False, 400)
    assert complaint in said["description"]


async def test_what_cannot_be_edited(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    sent = await bot.send_message(1001, "text")
    document = await bot.send_document(1001, b"x")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("text", 1001, sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(1001, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", 1001, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", 1001, 1)
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("x", 1001, document.message_id)
    with pytest.raises(BadRequest, match="no caption in the message to edit"):
        await bot.edit_message_caption(1001, sent.message_id, caption="x")
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.edit_message_text("x" * 4097, 1001, sent.message_id)
    sim.clock.advance(49 * 3600)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(1001, sent.message_id)


async def test_what_is_not_there(bot: telegram.Bot, open_chat: Person) -> None:
    for refused, complaint in (
        (bot.send_message(4242, "x"), "Chat not found"),
        (bot.send_message("@nobody", "x"), "Chat not found"),
        (bot.delete_message(1001, 999), "Message to delete not found"),
        (bot.pin_chat_message(1001, 999), "Message to pin not found"),
        (bot.send_message(1001, "x", reply_to_message_id=99), "Message to be replied not found"),
        (bot.get_file("unknown"), "Invalid file_id"),
        (bot.send_document(1001, "unknown"), "Wrong file identifier"),
        (bot.send_document(1001, b""), "File must be non-empty"),
        (bot.send_chat_action(1001, "dancing"), "Wrong parameter action"),
        (bot.set_my_commands([("Inici!", "x")]), "(?i)bot_command_invalid"),
        (bot.answer_callback_query("1"), "Query is too old and response timeout expired or query id is invalid"),
    ):
        with pytest.raises(BadRequest, match=f"(?i){complaint}"):
            await refused
    sent = await bot.send_message(1001, "x", reply_to_message_id=99, allow_sending_without_reply=True)
    assert sent.reply_to_message is None


async def test_a_press_expires_and_is_answered_only_once(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="1:a")]])
    await bot.send_message(1001, "?", reply_markup=markup)
    first, second = await open_chat.presses("A"), await open_chat.presses("A")
    await bot.answer_callback_query(first.id)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(first.id)
    sim.clock.advance(3600)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(second.id)


async def test_people_who_cannot_be_written_to(bot: telegram.Bot, sim: Simulator, aina: Person) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(1001, "x")
    await aina.starts()
    await bot.send_message(1001, "x")
    await aina.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1001, "x")
    await aina.unblocks()
    await bot.send_message(1001, "x")
    await aina.vanishes()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(1001, "x")


async def test_groups_that_moved_or_threw_the_bot_out(bot: telegram.Bot, sim: Simulator, aina: Person) -> None:
    group = sim.group("Comissió", [aina])
    old = group.id
    await bot.send_message(old, "x")
    new = await group.upgrades(by=aina)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "x")
    assert moved.value.new_chat_id == new
    await bot.send_message(new, "x")
    await group.kicks_bot(by=aina)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(new, "x")
    await group.adds_bot(by=aina)
    await bot.send_message(new, "x")


async def test_wrong_tokens_and_unknown_methods(sim: Simulator, page: aiohttp.ClientSession) -> None:
    with pytest.raises(InvalidToken):
        async with telegram.Bot("100:OTHER", base_url=f"{sim.url}/bot"):
            pass
    for path, status, description in (
        ("/bot100:OTHER/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot100:DEMO/getNothing", 404, "Not Found"),
        ("/file/bot100:OTHER/documents/x", 401, "Unauthorized"),
        ("/file/bot100:DEMO/documents/x", 404, "Not Found"),
    ):
        async with page.get(path) as answer:
            said = await answer.json()
        assert (answer.status, said) == (status, {"ok": False, "error_code": status, "description": description})


async def test_parameters_may_come_in_four_ways(page: aiohttp.ClientSession, sim: Simulator, open_chat: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "1:a"}]]}
    plain = {"chat_id": "1001", "text": "hola", "reply_markup": json.dumps(markup)}
    form = aiohttp.FormData(plain, default_to_multipart=True)
    path = "/bot100:DEMO/SENDMESSAGE"
    for sending in (
        page.post(path, json={**plain, "chat_id": 1001, "reply_markup": markup}),
        page.post(path, data=plain),
        page.post(path, data=form),
        page.get(path, params=plain),
    ):
        async with sending as answer:
            assert (await answer.json())["result"]["reply_markup"] == markup
    assert len(sim.chat(1001).from_bot) == 4
    async with page.post(path, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
    async with page.post(path, data={**plain, "reply_markup": "{"}) as answer:
        assert (await answer.json())["description"] == "Bad Request: can't parse reply markup JSON object"
    async with page.post(path, data={"text": "x"}) as answer:
        assert (await answer.json())["description"] == "Bad Request: chat_id is empty"
