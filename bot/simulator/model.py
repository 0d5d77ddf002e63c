"""What the simulated Telegram holds: users, files, messages and chats."""

from __future__ import annotations

from asyncio import TimerHandle
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.simulator.errors import JSON
from bot.simulator.rendering import render

ChatKind = Literal["private", "group", "supergroup"]


@dataclass(slots=True, eq=False)
class User:
    """A person or the bot. `note` is for the page: who this person is in the demo."""

    id: int
    first_name: str
    last_name: str = ""
    language: str = "ca"
    username: str | None = None
    is_bot: bool = False
    note: str = ""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True, eq=False)
class StoredFile:
    """A file that travelled through the chat; `kind` is the field of a message that carries it."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Its path below `/file/bot<token>/`."""
        return f"{self.kind}s/{self.id}"


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button; at most one of `data`, `copy` and `url` is set."""

    text: str
    data: str | None = None
    copy: str | None = None
    url: str | None = None
    style: str | None = None


@dataclass(slots=True, eq=False)
class Message:
    """A message as it is now. `seq` grows with every message and every edit in any chat.

    `media` holds the fields of the wire that make it more than text (a voice note, a forwarded origin, a service
    message); `options` what the bot asked for and what does not come back (link preview, effect, placeholder).
    """

    id: int
    chat: Chat
    sender: User
    date: datetime
    seq: int
    text: str = ""
    entities: list[JSON] = field(default_factory=list)
    file: StoredFile | None = None
    attachment: str | None = None
    media: JSON = field(default_factory=dict)
    markup: JSON | None = None
    options: JSON = field(default_factory=dict)
    silent: bool = False
    protected: bool = False
    reply_to: int | None = None
    edited: datetime | None = None
    deleted: bool = False

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender.is_bot

    @property
    def html(self) -> str:
        """The text as safe HTML."""
        return render(self.text, self.entities)

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of inline buttons it has now."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [
            [
                Button(
                    text=raw["text"],
                    data=raw.get("callback_data"),
                    copy=(raw.get("copy_text") or {}).get("text"),
                    url=raw.get("url"),
                    style=raw.get("style"),
                )
                for raw in row
            ]
            for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        """The texts of its buttons, row after row."""
        return [button.text for row in self.buttons for button in row]

    def button(self, label: str) -> Button | None:
        """The button with this text, if it has one."""
        return next((button for row in self.buttons for button in row if button.text == label), None)


@dataclass(slots=True, eq=False)
class Chat:
    """A chat between the bot and a person, or a group. `opened` says whether the bot may write in it."""

    id: int
    kind: ChatKind
    title: str
    members: dict[int, User]
    opened: bool = False
    blocked: bool = False
    gone: bool = False
    migrated_to: int | None = None
    pinned: int | None = None
    typing: bool = False
    typing_ends: TimerHandle | None = None
    every_message: dict[int, Message] = field(default_factory=dict, repr=False)
    last_id: int = 0

    @property
    def messages(self) -> list[Message]:
        """What can be read in the chat now, oldest first."""
        return [message for message in self.every_message.values() if not message.deleted]

    @property
    def from_bot(self) -> list[Message]:
        """What can be read of the bot's own messages, oldest first."""
        return [message for message in self.messages if message.from_bot]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return self.from_bot[-1]

    def find(self, message_id: int | None) -> Message | None:
        """The message with this id unless it was deleted."""
        message = self.every_message.get(message_id) if message_id is not None else None
        return None if message is None or message.deleted else message
