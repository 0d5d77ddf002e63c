"""Methods that change what was said: edits, deletions, pins, and the answers to button presses."""

from __future__ import annotations

from datetime import timedelta

from bot.simulator.errors import JSON, bad_request
from bot.simulator.formatting import utf16
from bot.simulator.markup import read_markup
from bot.simulator.model import Message
from bot.simulator.params import Params
from bot.simulator.sending import TEXT_LIMIT, read_caption, read_text
from bot.simulator.wire import message_json
from bot.simulator.world import QUERY_LIFE, World

_DELETABLE_FOR = timedelta(hours=48)
_ANSWER_LIMIT = 200


def edit_message_text(world: World, params: Params) -> JSON:
    """`editMessageText`; without a keyboard in the call the message loses the one it had."""
    message = _editable(world, params)
    text, entities = read_text(params, "text")
    if not text:
        raise bad_request("message text is empty")
    if utf16(text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if message.file is not None:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, message, text, entities, read_markup(params, inline_only=True))


def edit_message_caption(world: World, params: Params) -> JSON:
    """`editMessageCaption`."""
    message = _editable(world, params)
    text, entities = read_caption(params)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _apply(world, message, text, entities, read_markup(params, inline_only=True))


def edit_message_reply_markup(world: World, params: Params) -> JSON:
    """`editMessageReplyMarkup`."""
    message = _editable(world, params)
    return _apply(world, message, message.text, message.entities, read_markup(params, inline_only=True))


def _editable(world: World, params: Params) -> Message:
    chat = world.chat_of(params)
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or (message.markup and "inline_keyboard" not in message.markup):
        raise bad_request("message can't be edited")
    return message


def _apply(world: World, message: Message, text: str, entities: list[JSON], markup: JSON | None) -> JSON:
    if (text, entities, markup) == (message.text, message.entities, message.markup):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    message.text, message.entities, message.markup = text, entities, markup
    message.edited = world.clock.now()
    world.changed(message)
    return message_json(message)


def delete_message(world: World, params: Params) -> bool:
    """`deleteMessage`."""
    message = world.chat_of(params).find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if world.clock.now() - message.date > _DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.delete(message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """`deleteMessages`; those that are not there are passed over."""
    chat = world.chat_of(params)
    for number in params.listed("message_ids") or []:
        message = chat.find(int(number))
        if message is not None:
            world.delete(message)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    """`pinChatMessage`."""
    chat = world.chat_of(params)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    world.pin(chat, message.id)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """`unpinChatMessage` and `unpinAllChatMessages`: one message is pinned at most."""
    chat = world.chat_of(params)
    wanted = params.integer("message_id")
    if wanted and chat.find(wanted) is None:
        raise bad_request("message to unpin not found")
    if chat.pinned is not None and wanted in (0, chat.pinned):
        world.pin(chat, None)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """`answerCallbackQuery`: each press is answered once, and soon."""
    press = world.presses.get(params.text("callback_query_id"))
    if press is None or press.answer is not None or world.clock.now() - press.at > QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if utf16(text) > _ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer, press.alert = text, params.flag("show_alert")
    world.events.publish(
        "answer",
        chat=press.chat.id,
        id=press.message_id,
        person=press.person.id,
        data=press.data,
        text=text,
        alert=press.alert,
    )
    return True
