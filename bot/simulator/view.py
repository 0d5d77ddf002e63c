"""The simulated world as the page in the browser reads it."""

from __future__ import annotations

from typing import Any

from bot.simulator.errors import JSON
from bot.simulator.model import Chat, Message, User


def message_view(message: Message) -> JSON:
    """One message; `html` is safe to show as it is, with its line breaks."""
    file = message.file
    shown_file = None
    if file is not None and file.kind in ("document", "photo"):
        shown_file = {
            "id": file.id,
            "name": file.name,
            "mime": file.mime,
            "size": len(file.content),
            "kind": file.kind,
        }
    return {
        "id": message.id,
        "chat": message.chat.id,
        "from": "bot" if message.from_bot else message.sender.id,
        "date": message.date.isoformat(),
        "edited": message.edited.isoformat() if message.edited else None,
        "text": message.text,
        "html": message.html,
        "buttons": [
            [{"text": b.text, "data": b.data, "copy": b.copy, "url": b.url, "style": b.style} for b in row]
            for row in message.buttons
        ],
        "file": shown_file,
        "attachment": message.attachment,
        "silent": message.silent,
        "reply_to": message.reply_to,
        "edited_by_bot": message.from_bot and message.edited is not None,
    }


def chat_view(chat: Chat, commands: list[dict[str, Any]]) -> JSON:
    """One chat with everything that can be read in it."""
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "typing": chat.typing,
        "blocked": chat.blocked,
        "commands": commands,
        "pinned": chat.pinned,
        "messages": [message_view(message) for message in chat.messages],
    }


def person_view(person: User, chats: list[int]) -> JSON:
    """One person and the chats they are in."""
    return {"id": person.id, "name": person.name, "note": person.note, "chats": chats}
