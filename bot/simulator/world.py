"""The state of the simulated Telegram and the few ways in which it changes."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.simulator.clock import Clock
from bot.simulator.delivery import Delivery
from bot.simulator.errors import JSON, bad_request, forbidden
from bot.simulator.events import Events
from bot.simulator.model import Chat, ChatKind, Message, StoredFile, User
from bot.simulator.params import Params
from bot.simulator.profile import Profile
from bot.simulator.updates import UpdateQueue
from bot.simulator.view import chat_view, message_view, people_view
from bot.simulator.wire import member_json, membership_json, message_json, user_json

QUERY_LIFE = timedelta(minutes=10)
TYPING_SECONDS = 5.0


@dataclass(slots=True, eq=False)
class Press:
    """A button pressed by a person; `answer` is what the bot said with answerCallbackQuery (None: not yet)."""

    id: str
    person: User
    chat: Chat
    message_id: int
    data: str
    at: datetime
    answer: str | None = None
    alert: bool = False


@dataclass(slots=True, eq=False)
class World:
    """Users, chats, files and button presses; every change is published as an event."""

    bot: User
    clock: Clock
    events: Events
    updates: UpdateQueue
    delivery: Delivery
    profile: Profile = field(default_factory=Profile)
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    seq: int = 0
    groups: int = 0

    def add_user(self, user: User) -> Chat:
        """A new person with a private chat in which nothing was said yet."""
        self.users[user.id] = user
        chat = self.chats[user.id] = Chat(user.id, "private", user.name, {user.id: user})
        self.tell_people(chat)
        return chat

    def add_group(self, title: str, members: list[User], kind: ChatKind = "group") -> Chat:
        """A new group with the bot in it."""
        self.groups += 1
        number = -4_000_000 - self.groups if kind == "group" else -1_001_000_000_000 - self.groups
        people = {user.id: user for user in [*members, self.bot]}
        chat = self.chats[number] = Chat(number, kind, title, people, opened=True)
        self.tell_people(chat)
        return chat

    def chat_of(self, params: Params) -> Chat:
        """The chat that a call is about, if the bot may act in it; otherwise Telegram's refusal."""
        if not params.text("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self.chats.get(params.integer("chat_id"))
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.gone:
            if chat.kind == "private":
                raise forbidden("user is deactivated")
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.opened:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, sender: User, **content: Any) -> Message:
        """A new message in a chat."""
        chat.last_id += 1
        self.seq += 1
        message = Message(chat.last_id, chat, sender, self.clock.now(), self.seq, **content)
        chat.every_message[message.id] = message
        if message.from_bot:
            self.set_typing(chat, False)
        else:
            chat.opened = True
        self.events.publish("message", chat=chat.id, message=message_view(message))
        return message

    def tell_bot(self, message: Message) -> None:
        """Queue the update of a person's new message."""
        self.updates.push("message", message_json(message))

    def changed(self, message: Message) -> None:
        """An edit was made: count it and publish it."""
        self.seq += 1
        message.seq = self.seq
        self.events.publish("edit", chat=message.chat.id, message=message_view(message))

    def delete(self, message: Message) -> None:
        """Take a message out of sight for everybody."""
        message.deleted = True
        chat = message.chat
        self.events.publish("delete", chat=chat.id, id=message.id)
        if chat.pinned == message.id:
            self.pin(chat, None)

    def pin(self, chat: Chat, message_id: int | None) -> None:
        """Pin a message, or none."""
        chat.pinned = message_id
        self.events.publish("pinned", chat=chat.id, pinned=message_id)

    def set_typing(self, chat: Chat, typing: bool) -> None:
        """Show or hide that the bot is writing; Telegram hides it by itself after five seconds."""
        if chat.typing_ends is not None:
            chat.typing_ends.cancel()
            chat.typing_ends = None
        if typing:
            loop = asyncio.get_running_loop()
            chat.typing_ends = loop.call_later(TYPING_SECONDS, self.set_typing, chat, False)
        if chat.typing != typing:
            chat.typing = typing
            self.events.publish("typing", chat=chat.id, typing=typing)

    def store(self, kind: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Keep a file under a new id."""
        file = StoredFile(f"BQACAgQ{secrets.token_urlsafe(18)}", secrets.token_hex(6), kind, name, mime, content)
        self.files[file.id] = file
        return file

    def press(self, person: User, chat: Chat, message: Message, data: str) -> Press:
        """A person presses a button: the bot gets a callback query."""
        press = Press(str(secrets.randbits(62)), person, chat, message.id, data, self.clock.now())
        self.presses[press.id] = press
        self.updates.push(
            "callback_query",
            {
                "id": press.id,
                "from": user_json(person),
                "message": message_json(message),
                "chat_instance": str(chat.id * 7919),
                "data": data,
            },
        )
        return press

    def set_blocked(self, chat: Chat, blocked: bool) -> None:
        """A person blocks the bot or lets it write again."""
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self.tell_membership(chat, chat.members[chat.id], old, new)
        self.tell_people()

    def tell_people(self, *chats: Chat) -> None:
        """Publish who there is, with the chats that are new or changed; nothing when no page is looking."""
        if self.events.watched:
            self.events.publish("people", people=people_view(self), chats=[chat_view(self, chat) for chat in chats])

    def commands_in(self, chat: Chat) -> list[JSON]:
        """The commands that the person of a private chat, or anybody in a group, is offered."""
        return self.profile.commands_in(chat, chat.members.get(chat.id))

    def tell_membership(self, chat: Chat, by: User, old: str, new: str) -> None:
        """Queue the update about the bot's own place in a chat."""
        now = int(self.clock.now().timestamp())
        self.updates.push("my_chat_member", membership_json(chat, by, self.bot, old, new, now))

    def member(self, chat: Chat, user_id: int) -> JSON:
        """`ChatMember` of somebody in a chat."""
        user = chat.members.get(user_id) or (self.bot if user_id == self.bot.id else None)
        if user is not None:
            first = next(iter(chat.members))
            creator = chat.kind != "private" and user_id == first
            return member_json(user, "creator" if creator else "member")
        known = self.users.get(user_id)
        if known is None:
            raise bad_request("PARTICIPANT_ID_INVALID")
        return member_json(known, "left")
