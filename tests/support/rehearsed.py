"""What many tests begin with: it is played once, then copied with its database for each of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tests.conversation import Conversation
from tests.support import databases, in_memory


class HasBot(Protocol):
    """Whatever stands around a conversation."""

    bot: Conversation


T = TypeVar("T", bound=HasBot | Conversation)

_played: dict[tuple[object, ...], Any] = {}


def rehearsed(play: Callable[..., T], folder: Path, **named: object) -> T:
    """What `play` gives with a folder and what is named, its bot on a database of its own in `folder`; it may give the
    bot alone.

    `play` may give nothing that depends on its folder but the conversation itself.
    """
    key = (databases.kind(), play, *named.items())
    if key not in _played:
        _played[key] = play(Path(in_memory.kept_folder()), **named)
        _bot(_played[key]).close()
    made: T = _played[key]
    bot = _bot(made)
    return copy.deepcopy(made, {id(bot): bot.copied(folder)})


def _bot(made: HasBot | Conversation) -> Conversation:
    return made if isinstance(made, Conversation) else made.bot
