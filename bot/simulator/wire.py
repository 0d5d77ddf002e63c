"""The simulated world as objects of the Bot API."""

from __future__ import annotations

from bot.simulator.errors import JSON
from bot.simulator.model import Chat, Message, StoredFile, User


def user_json(user: User) -> JSON:
    """`User`."""
    result: JSON = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    if user.last_name:
        result["last_name"] = user.last_name
    if user.username:
        result["username"] = user.username
    if not user.is_bot and user.language:
        result["language_code"] = user.language
    return result


def chat_json(chat: Chat) -> JSON:
    """`Chat`, as it appears in messages."""
    if chat.kind != "private":
        return {"id": chat.id, "type": chat.kind, "title": chat.title}
    person = user_json(chat.members[chat.id])
    names: JSON = {key: person[key] for key in ("first_name", "last_name", "username") if key in person}
    return {"id": chat.id, "type": "private", **names}


def file_json(file: StoredFile) -> JSON:
    """The part of every kind of file that says which file it is."""
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": len(file.content)}


def photo_json(file: StoredFile) -> list[JSON]:
    """`PhotoSize` in two sizes, the larger last; they differ in name only."""
    small = {**file_json(file), "file_unique_id": f"{file.unique_id}s", "width": 90, "height": 67}
    return [small, {**file_json(file), "width": 800, "height": 600}]


def document_json(file: StoredFile) -> JSON:
    """`Document`."""
    return {**file_json(file), "file_name": file.name, "mime_type": file.mime}


def message_json(message: Message, nested: bool = True) -> JSON:
    """`Message`; a message it replies to is included once (`nested`)."""
    result: JSON = {
        "message_id": message.id,
        "date": int(message.date.timestamp()),
        "chat": chat_json(message.chat),
        "from": user_json(message.sender),
    }
    result.update(message.media)
    if message.text:
        captioned = message.file is not None or message.attachment is not None
        result["caption" if captioned else "text"] = message.text
        if message.entities:
            result["caption_entities" if captioned else "entities"] = message.entities
    if message.edited is not None:
        result["edit_date"] = int(message.edited.timestamp())
    if message.protected:
        result["has_protected_content"] = True
    if message.markup and "inline_keyboard" in message.markup:
        result["reply_markup"] = message.markup
    if "link_preview_options" in message.options:
        result["link_preview_options"] = message.options["link_preview_options"]
    if "message_effect_id" in message.options:
        result["effect_id"] = message.options["message_effect_id"]
    if nested and message.reply_to is not None:
        original = message.chat.every_message.get(message.reply_to)
        if original is not None:
            result["reply_to_message"] = message_json(original, nested=False)
    return result


def membership_json(chat: Chat, by: User, bot: User, old: str, new: str, now: int) -> JSON:
    """`ChatMemberUpdated` of the bot itself: a block, an invitation to a group, a removal."""
    return {
        "chat": chat_json(chat),
        "from": user_json(by),
        "date": now,
        "old_chat_member": member_json(bot, old),
        "new_chat_member": member_json(bot, new),
    }


def member_json(user: User, status: str) -> JSON:
    """`ChatMember` with the fields that its status requires."""
    result: JSON = {"user": user_json(user), "status": status}
    if status == "kicked":
        result["until_date"] = 0
    if status == "creator":
        result["is_anonymous"] = False
    return result
