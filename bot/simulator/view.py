"""The simulated world as the page in the browser reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.simulator.errors import JSON
from bot.simulator.model import Chat, Message

if TYPE_CHECKING:
    from bot.simulator.world import World


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


def chat_view(world: World, chat: Chat) -> JSON:
    """One chat with everything that can be read in it."""
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "typing": chat.typing,
        "blocked": chat.blocked,
        "commands": world.commands_in(chat),
        "pinned": chat.pinned,
        "messages": [message_view(message) for message in chat.messages],
    }


def people_view(world: World) -> list[JSON]:
    """Everybody, each with the chats they are in."""
    groups = [chat for chat in world.chats.values() if chat.kind != "private"]
    return [
        {
            "id": person.id,
            "name": person.name,
            "note": person.note,
            "chats": [person.id, *(group.id for group in groups if person.id in group.members)],
            "blocked": world.chats[person.id].blocked,
        }
        for person in world.users.values()
    ]


def state_view(world: World, running: bool, fell: bool) -> JSON:
    """Everything that a page needs to begin; `fell` says that the bot ended without having been asked to."""
    return {
        "now": world.clock.now().isoformat(),
        "bot": {
            "username": world.bot.username,
            "name": world.profile.names.get("", world.bot.first_name),
            "description": world.profile.descriptions.get("", ""),
            "running": running,
            "fell": fell,
        },
        "people": people_view(world),
        "chats": [chat_view(world, chat) for chat in world.chats.values()],
    }
