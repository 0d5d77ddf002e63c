"""The simulated Telegram in a file: its telephones and chats, for a demonstration that goes on another day."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import time
from collections.abc import Collection
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
    """Writes a simulator's world to `file` whenever it has changed, and puts it back.

    What a call of the bot has changed is in a journal beside the file before the bot has its answer: a sudden end of
    the process loses no letter that the bot knows to be sent. Neither is forced onto the disk, so that only the end of
    the machine itself could lose what was written.
    """

    def __init__(self, simulator: Simulator, file: Path) -> None:
        self._simulator = simulator
        self._file = file
        self._journal = file.with_suffix(".journal")
        self._seen = -1
        self._life = 0
        self._touched: dict[int, set[int]] = {}
        self._profile = False
        simulator.events.heard = self._hear
        simulator.before_answer(self.note)

    def restore(self) -> None:
        """Puts back what the file and its journal hold, if there is one. Numbers of updates go on from any earlier
        run's.

        Raises ValueError, KeyError or TypeError when the file is not one of these.
        """
        self._simulator.updates.begin_at(int(time.time()) - _FIRST_SECOND)
        if self._file.exists():
            data = json.loads(self._file.read_text(encoding="utf-8"))
            self._life = data.pop("life", 0)
            for record in self._noted():
                # A journal that outlived the file before this one says nothing that is not in it.
                if record.pop("life") == self._life:
                    _merge(data, record)
            restore(self._simulator, data)

    def _noted(self) -> list[JSON]:
        """The records of the journal; the last one may have been cut short by the end of the process."""
        if not self._journal.exists():
            return []
        *lines, _ = self._journal.read_text(encoding="utf-8", errors="replace").split("\n")
        return [json.loads(line) for line in lines]

    async def run(self) -> None:
        """Writes now and then, until cancelled."""
        while True:
            await asyncio.sleep(PAUSE)
            if self._seen != self._simulator.events.number:
                self.write()

    def write(self) -> None:
        """Writes the world; the old file and its journal stand until the new one is whole."""
        self._seen = self._simulator.events.number
        self._life = time.time_ns()
        part = self._file.with_suffix(".part")
        world = {"life": self._life, **kept(self._simulator)}
        part.write_text(json.dumps(world, ensure_ascii=False), encoding="utf-8")
        os.replace(part, self._file)
        self._journal.unlink(missing_ok=True)
        self._touched, self._profile = {}, False

    def note(self) -> None:
        """Adds to the journal what has changed since it was last written."""
        if not self._touched and not self._profile:
            return
        if not self._file.exists():
            self.write()
            return
        world = self._simulator.world
        chats = [(world.chats[number], ids) for number, ids in self._touched.items() if number in world.chats]
        messages = [chat.every_message[one] for chat, ids in chats for one in ids if one in chat.every_message]
        record = {
            "life": self._life,
            **_numbers(self._simulator),
            "users": [
                _fields(user, _USER) for chat, _ in chats for user in chat.members.values() if user is not world.bot
            ],
            "chats": [_chat(chat, ids) for chat, ids in chats],
            "files": [_file(message.file) for message in messages if message.file is not None],
            **(_profile(self._simulator) if self._profile else {}),
        }
        with self._journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(record, ensure_ascii=False) + "\n")
        self._touched, self._profile = {}, False

    def _hear(self, kind: str, payload: JSON) -> None:
        match kind:
            case "message" | "edit":
                self._touched.setdefault(payload["chat"], set()).add(payload["message"]["id"])
            case "delete":
                self._touched.setdefault(payload["chat"], set()).add(payload["id"])
            case "pinned":
                self._touched.setdefault(payload["chat"], set())
            case "commands":
                self._profile = True


def kept(simulator: Simulator) -> JSON:
    """All that the simulated Telegram knows, as plain data; presses that wait for an answer are not worth keeping."""
    world = simulator.world
    return {
        **_numbers(simulator),
        "users": [_fields(user, _USER) for user in world.users.values()],
        "chats": [_chat(chat, chat.every_message) for chat in world.chats.values()],
        "files": [_file(file) for file in world.files.values()],
        **_profile(simulator),
    }


def _numbers(simulator: Simulator) -> JSON:
    world, updates = simulator.world, simulator.updates
    return {
        "seq": world.seq,
        "groups": world.groups,
        "numbered": updates.numbered,
        "updates": list(updates.pending),
    }


def _file(file: StoredFile) -> JSON:
    return {**_fields(file, _FILE), "content": base64.b64encode(file.content).decode()}


def _profile(simulator: Simulator) -> JSON:
    profile = simulator.world.profile
    return {
        "commands": [[list(scope), language, listed] for (scope, language), listed in profile.commands.items()],
        "names": profile.names,
        "descriptions": profile.descriptions,
        "short_descriptions": profile.short_descriptions,
        "menu_buttons": list(profile.menu_buttons.items()),
    }


def _merge(data: JSON, record: JSON) -> None:
    """Puts a record of the journal into what the file holds."""
    listed = ("users", "chats", "files")
    data.update({name: value for name, value in record.items() if name not in listed})
    for name in listed:
        known = {one["id"]: one for one in data[name]}
        for one in record[name]:
            before = known.get(one["id"], {}).get("messages", [])
            if name == "chats":
                messages = {message["id"]: message for message in (*before, *one["messages"])}
                one["messages"] = list(messages.values())
            known[one["id"]] = one
        data[name] = list(known.values())


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


def _chat(chat: Chat, ids: Collection[int]) -> JSON:
    """A chat with these of its messages."""
    messages = [
        {
            **_fields(message, _MESSAGE),
            "sender": message.sender.id,
            "date": message.date.isoformat(),
            "edited": message.edited.isoformat() if message.edited else None,
            "file": message.file.id if message.file else None,
        }
        for message in map(chat.every_message.get, ids)
        if message is not None
    ]
    return {**_fields(chat, _CHAT), "members": list(chat.members), "messages": messages}


def _fields(thing: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}
