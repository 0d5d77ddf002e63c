"""The simulated Telegram in a file: its telephones and chats, for a demonstration that goes on another day."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.simulator.errors import JSON
from bot.simulator.model import Chat, Message, StoredFile, User
from bot.simulator.people import Person
from bot.simulator.server import Simulator

PAUSE = 1.0
"""Seconds between two looks at whether something is to be written."""
UNWRITTEN = 1000
"""Messages of a chat, or updates, that may have been lost with a sudden end: their numbers are not given again."""
_FIRST_SECOND = 1_577_836_800
_USER = ("id", "first_name", "last_name", "language", "username", "note")
_CHAT = ("id", "kind", "title", "opened", "blocked", "gone", "migrated_to", "pinned", "last_id")
_MESSAGE = (
    *("id", "seq", "text", "entities", "attachment", "media", "markup", "options"),
    *("silent", "protected", "reply_to", "deleted"),
)
_FILE = ("id", "unique_id", "kind", "name", "mime")


class Keeper:
    """Writes a simulator's world to `file` whenever it has changed, and puts it back."""

    def __init__(self, simulator: Simulator, file: Path) -> None:
        self._simulator = simulator
        self._file = file
        self._seen = -1

    def restore(self) -> None:
        """Puts back what the file holds, if there is one. Numbers of updates go on from any earlier run's.

        Raises ValueError, KeyError or TypeError when the file is not one of these.
        """
        self._simulator.updates.begin_at(int(time.time()) - _FIRST_SECOND)
        if self._file.exists():
            restore(self._simulator, json.loads(self._file.read_text(encoding="utf-8")))

    async def run(self) -> None:
        """Writes now and then, until cancelled."""
        while True:
            await asyncio.sleep(PAUSE)
            if self._seen != self._simulator.events.number:
                self.write()

    def write(self) -> None:
        """Writes the world; the old file stands until the new one is whole."""
        self._seen = self._simulator.events.number
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(kept(self._simulator), ensure_ascii=False), encoding="utf-8")
        os.replace(part, self._file)


def kept(simulator: Simulator) -> JSON:
    """All that the simulated Telegram knows, as plain data; presses that wait for an answer are not worth keeping."""
    world = simulator.world
    profile = world.profile
    return {
        "seq": world.seq,
        "groups": world.groups,
        "users": [_fields(user, _USER) for user in world.users.values()],
        "chats": [_chat(chat) for chat in world.chats.values()],
        "files": [
            {**_fields(file, _FILE), "content": base64.b64encode(file.content).decode()}
            for file in world.files.values()
        ],
        "numbered": simulator.updates.numbered,
        "updates": list(simulator.updates.pending),
        "commands": [[list(scope), language, listed] for (scope, language), listed in profile.commands.items()],
        "names": profile.names,
        "descriptions": profile.descriptions,
        "short_descriptions": profile.short_descriptions,
        "menu_buttons": list(profile.menu_buttons.items()),
    }


def restore(simulator: Simulator, data: JSON) -> None:
    """Puts plain data of `kept` into a simulator in which nobody is yet."""
    world = simulator.world
    world.seq, world.groups = data["seq"], data["groups"]
    people = {world.bot.id: world.bot}
    for raw in data["users"]:
        user = people[raw["id"]] = world.users[raw["id"]] = User(**raw)
        simulator.people[user.id] = Person(world, user)
    for raw in data["files"]:
        file = StoredFile(**{**raw, "content": base64.b64decode(raw["content"])})
        world.files[file.id] = file
    for raw in data["chats"]:
        members = {number: people[number] for number in raw["members"]}
        chat = Chat(members=members, **{name: raw[name] for name in _CHAT})
        for one in raw["messages"]:
            chat.every_message[one["id"]] = Message(
                chat=chat,
                sender=people.get(one["sender"]) or User(one["sender"], "?"),
                date=datetime.fromisoformat(one["date"]),
                edited=datetime.fromisoformat(one["edited"]) if one["edited"] else None,
                file=world.files.get(one["file"]),
                **{name: one[name] for name in _MESSAGE},
            )
        chat.last_id += UNWRITTEN
        world.chats[chat.id] = chat
    simulator.updates.begin_at(data["numbered"] + UNWRITTEN)
    simulator.updates.pending.extend(data["updates"])
    profile = world.profile
    for (kind, first, second), language, listed in data["commands"]:
        profile.commands[(kind, first, second), language] = listed
    profile.names, profile.descriptions = data["names"], data["descriptions"]
    profile.short_descriptions = data["short_descriptions"]
    profile.menu_buttons = dict(data["menu_buttons"])


def _chat(chat: Chat) -> JSON:
    messages = [
        {
            **_fields(message, _MESSAGE),
            "sender": message.sender.id,
            "date": message.date.isoformat(),
            "edited": message.edited.isoformat() if message.edited else None,
            "file": message.file.id if message.file else None,
        }
        for message in chat.every_message.values()
    ]
    return {**_fields(chat, _CHAT), "members": list(chat.members), "messages": messages}


def _fields(thing: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}
