"""The outcome of one turn of a dialogue."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.changes import Change
from conversations.protocol.replies import Reply
from conversations.protocol.scenes import DialogueState


@dataclass(frozen=True, slots=True)
class Turn:
    """The new state, what is said and what becomes true; all of it is committed at once or not at all."""

    state: DialogueState
    replies: tuple[Reply, ...] = ()
    changes: tuple[Change, ...] = ()
