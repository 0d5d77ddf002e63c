"""People as actors: what somebody with a phone in the hand can do to the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.simulator.attachments import attach, forwarded
from bot.simulator.errors import JSON, SimulatorError
from bot.simulator.formatting import utf16
from bot.simulator.model import Chat, Message, User
from bot.simulator.rendering import with_found
from bot.simulator.wire import message_json
from bot.simulator.world import Press, World

if TYPE_CHECKING:
    from bot.simulator.groups import Group

TEXT_LIMIT = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody who uses Telegram. Without `chat`, everything happens in the private chat with the bot."""

    world: World
    user: User

    @property
    def id(self) -> int:
        """The user id, which is also the id of the private chat."""
        return self.user.id

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.user.id]

    async def says(self, text: str, chat: Group | Chat | int | None = None, reply_to: int | None = None) -> Message:
        """Type a text. A long one leaves in several messages, as clients do; the last one is returned."""
        if not text.strip():
            raise SimulatorError("an empty message cannot be sent")
        where = self._where(chat)
        if reply_to is not None and where.find(reply_to) is None:
            raise SimulatorError(f"there is no message {reply_to} to reply to")
        for part in split_text(text.strip()):
            message = self._post(where, text=part, entities=with_found(part, []), reply_to=reply_to)
        return message

    async def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps from a link with a payload; somebody who blocked the bot restarts it."""
        self.world.set_blocked(self.chat, False)
        return await self.says(f"/start {payload}".strip())

    async def presses(
        self,
        label: str = "",
        chat: Group | Chat | int | None = None,
        *,
        message: Message | int | None = None,
        data: str | None = None,
    ) -> Press:
        """Press the button with this label on the newest message that has it.

        `message` takes a given message instead; `data` presses what is no longer there or never was.
        """
        where = self._where(chat)
        shown = self._shown(where, label, message)
        if data is None:
            button = shown.button(label)
            if button is None:
                raise SimulatorError(f"message {shown.id} has no button {label!r}; it has {shown.labels}")
            if button.data is None:
                raise SimulatorError(f"the button {label!r} sends nothing to the bot")
            data = button.data
        return self.world.press(self.user, where, shown, data)

    def _shown(self, where: Chat, label: str, message: Message | int | None) -> Message:
        if isinstance(message, Message):
            return message
        if message is not None:
            found = where.find(message)
            if found is None:
                raise SimulatorError(f"there is no message {message} in the chat")
            return found
        for candidate in reversed(where.from_bot):
            if not label or candidate.button(label) is not None:
                return candidate
        labels = [text for shown in where.from_bot for text in shown.labels]
        raise SimulatorError(f"no message of the bot has a button {label!r}; there are {labels}")

    async def edits(self, message: Message | int, text: str, chat: Group | Chat | int | None = None) -> Message:
        """Change a message of one's own."""
        where = message.chat if isinstance(message, Message) else self._where(chat)
        found = where.find(message.id if isinstance(message, Message) else message)
        if found is None:
            raise SimulatorError("there is no such message in the chat")
        if found.sender is not self.user:
            raise SimulatorError("only messages of one's own can be edited")
        if not text.strip() or utf16(text) > TEXT_LIMIT:
            raise SimulatorError(f"an edited message has 1 to {TEXT_LIMIT} characters")
        found.text, found.entities = text.strip(), with_found(text.strip(), [])
        found.edited = self.world.clock.now()
        self.world.changed(found)
        self.world.updates.push("edited_message", message_json(found))
        return found

    async def sends(
        self,
        kind: str,
        chat: Group | Chat | int | None = None,
        *,
        caption: str = "",
        name: str = "",
        mime: str = "",
        content: bytes = b"",
        group_id: str | None = None,
    ) -> Message:
        """Send a voice note, a photo, a document …; several with one `group_id` are an album."""
        where = self._where(chat)
        attachment = attach(self.world, where, self.user, kind, name, mime, content)
        album: JSON = {"media_group_id": group_id} if group_id else {}
        return self._post(
            where,
            text=caption,
            entities=with_found(caption, []),
            attachment=kind,
            file=attachment.file,
            media={**attachment.media, **album},
        )

    async def forwards(self, text: str, chat: Group | Chat | int | None = None, *, by: Person | None = None) -> Message:
        """Forward a text that somebody else wrote."""
        origin = by.user if by else User(999_999_999, "Algú", "Altre")
        now = int(self.world.clock.now().timestamp())
        entities = with_found(text, [])
        return self._post(self._where(chat), text=text, entities=entities, media=forwarded(origin, now))

    async def blocks(self) -> None:
        """Block the bot."""
        self.world.set_blocked(self.chat, True)

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self.world.set_blocked(self.chat, False)

    async def vanishes(self) -> None:
        """Delete the Telegram account: the bot gets no update, only refusals from now on."""
        self.chat.gone = True

    def _where(self, chat: Group | Chat | int | None) -> Chat:
        if chat is None:
            where = self.chat
        else:
            number = chat if isinstance(chat, int) else chat.id
            if number not in self.world.chats:
                raise SimulatorError(f"there is no chat {number}")
            where = self.world.chats[number]
        if self.user.id not in where.members:
            raise SimulatorError(f"{self.user.name} is not in the chat {where.id}")
        if where.migrated_to is not None:
            raise SimulatorError(f"the group is now the supergroup {where.migrated_to}")
        if where.blocked:
            raise SimulatorError(f"{self.user.name} has blocked the bot")
        return where

    def _post(self, where: Chat, **content: object) -> Message:
        message = self.world.post(where, self.user, **content)
        if self.world.bot.id in where.members or where.kind == "private":
            self.world.tell_bot(message)
        return message


def split_text(text: str) -> list[str]:
    """A text in parts of at most 4096 UTF-16 units, cut where a line or a word ends if possible."""
    parts = []
    while utf16(text) > TEXT_LIMIT:
        # A character takes one or two units, so this many characters may still be too many.
        cut = TEXT_LIMIT
        while utf16(text[:cut]) > TEXT_LIMIT:
            cut -= (utf16(text[:cut]) - TEXT_LIMIT + 1) // 2
        end = max(text.rfind("\n", cut // 2, cut), text.rfind(" ", cut // 2, cut))
        end = end if end > 0 else cut
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*parts, text] if text else parts
