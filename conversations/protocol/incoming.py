"""What a person did, as the dialogues see it. A closed union: a new kind of update is a new class here."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

_What = TypeVar("_What", bound="Happened")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What every incoming has: the update's id, who, in which chat, and in private or in a group.

    `at` is when the person did it by Telegram's clock (UTC); a button press carries no time and has None.
    """

    update: int
    chat: int
    person: int
    name: str
    private: bool
    at: datetime | None = None


def taken_for(kind: type[_What], did: Happened, **more: Any) -> _What:
    """What somebody did, taken for something else that they did at the same moment in the same chat; `more` are the
    fields of the new kind, and those that differ."""
    same = {one.name: getattr(did, one.name) for one in fields(Happened)}
    return kind(**{**same, **more})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Happened):
    """A written message."""

    message: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Press(Happened):
    """A button. `turn` is the turn that offered it, 0 for a standing button; `message` is the message it hangs on.

    When the person typed the label instead, `typed` is that message, and `at` says when. `waited` tells that it was
    waiting when the bot came back, so that it may be older than it looks.
    """

    message: int
    turn: int
    choice: str
    typed: int = 0
    waited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Happened):
    """A person edited a message sent before; `text` is what it says now."""

    message: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Happened):
    """A command of the menu or typed, without the slash; `/start TOKEN` is Command("start", "TOKEN")."""

    message: int
    command: str
    argument: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Happened):
    """Anything that is not text: voice, photo, sticker, location, poll… `album` joins the parts of one album."""

    message: int
    kind: str
    caption: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable(Happened):
    """The person stopped the bot (`reachable` False) or let it in again."""

    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Happened):
    """A group became a supergroup and has a new id."""

    to: int


Incoming = Text | Press | Edited | Command | Attachment | Reachable | Moved
