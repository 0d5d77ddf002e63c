"""What the bot tells about itself: commands by scope and language, names and descriptions, menu buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import JSON, bad_request
from bot.simulator.model import Chat, User

_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
ScopeKey = tuple[str, int, int]


@dataclass(slots=True)
class Profile:
    """Settings of the bot that people see, each by language ("" is every other language)."""

    commands: dict[tuple[ScopeKey, str], list[dict[str, Any]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)

    def commands_in(self, chat: Chat, person: User | None) -> list[dict[str, Any]]:
        """The commands that a person sees in a chat: the narrowest scope first, their language first."""
        person_id = person.id if person else 0
        language = person.language if person else ""
        if chat.kind == "private":
            scopes = [("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
        else:
            scopes = [
                ("chat_member", chat.id, person_id),
                ("chat", chat.id, 0),
                ("all_group_chats", 0, 0),
                ("default", 0, 0),
            ]
        for scope in scopes:
            for spoken in (language, ""):
                if found := self.commands.get((scope, spoken)):
                    return found
        return []


def scope_key(scope: JSON | None) -> ScopeKey:
    """A `BotCommandScope` as a key; without one it is the default scope."""
    if not scope:
        return ("default", 0, 0)
    kind = str(scope.get("type", ""))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    numbers = []
    for name in _SCOPES[kind]:
        try:
            numbers.append(int(scope[name]))
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"can't parse BotCommandScope: {name} is invalid") from None
    return (kind, *[*numbers, 0, 0][:2])  # type: ignore[return-value]  # always two numbers
