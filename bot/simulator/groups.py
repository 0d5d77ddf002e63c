"""Groups as actors: people come and go, the bot is removed, a group becomes a supergroup."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.errors import JSON, SimulatorError
from bot.simulator.model import Chat, Message
from bot.simulator.people import Person
from bot.simulator.wire import user_json
from bot.simulator.world import World


@dataclass(slots=True, eq=False)
class Group:
    """A group with the bot in it. `id` changes when it becomes a supergroup."""

    world: World
    id: int

    @property
    def chat(self) -> Chat:
        """The chat as it is now."""
        return self.world.chats[self.id]

    async def adds(self, person: Person, by: Person) -> Message:
        """Somebody adds a person."""
        self.chat.members[person.id] = person.user
        self.world.tell_people(self.chat)
        return self._service(by, "new_chat_members", [user_json(person.user)])

    async def loses(self, person: Person) -> Message:
        """A person leaves."""
        self.chat.members.pop(person.id, None)
        self.world.tell_people()
        return self._service(person, "left_chat_member", user_json(person.user))

    async def adds_bot(self, by: Person) -> Message:
        """Somebody adds the bot (back)."""
        chat = self.chat
        chat.gone = False
        chat.members[self.world.bot.id] = self.world.bot
        return self.welcome_bot(by)

    def welcome_bot(self, by: Person) -> Message:
        """Tell the bot that it was added: its own membership, then the message that everybody sees."""
        self.world.tell_membership(self.chat, by.user, "left", "member")
        return self._service(by, "new_chat_members", [user_json(self.world.bot)])

    async def kicks_bot(self, by: Person) -> None:
        """Somebody removes the bot: one last update, then only refusals."""
        chat = self.chat
        chat.gone = True
        chat.members.pop(self.world.bot.id, None)
        self.world.tell_membership(chat, by.user, "member", "kicked")

    async def upgrades(self, by: Person) -> int:
        """The group becomes a supergroup with another id, which is returned; the old id is refused from now on."""
        old = self.chat
        if old.kind == "supergroup":
            raise SimulatorError("it is a supergroup already")
        members = [user for user in old.members.values() if not user.is_bot]
        new = self.world.add_group(old.title, members, "supergroup")
        self._service(by, "migrate_to_chat_id", new.id)
        old.migrated_to = new.id
        self.id = new.id
        self._service(by, "migrate_from_chat_id", old.id)
        return new.id

    def _service(self, by: Person, kind: str, value: object) -> Message:
        media: JSON = {kind: value}
        message = self.world.post(self.chat, by.user, attachment=kind, media=media)
        self.world.tell_bot(message)
        return message
