"""The outcome of one turn of a dialogue."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.changes import Change
from conversations.protocol.replies import Reply
from conversations.protocol.scenes import DialogueState, Scene, Waiting


@dataclass(frozen=True, slots=True)
class Step:
    """What a dialogue decides: the scene that follows (None: the same), what is said and what becomes true, and which
    scenes are put aside until another dialogue is done (None: those that were)."""

    scene: Scene | None
    replies: tuple[Reply, ...] = ()
    changes: tuple[Change, ...] = ()
    aside: tuple[Waiting, ...] | None = None

    def also(self, *changes: Change) -> Step:
        """The same step with changes before its own."""
        return Step(self.scene, self.replies, (*changes, *self.changes), self.aside)

    def after(self, *replies: Reply) -> Step:
        """The same step with replies before its own."""
        return Step(self.scene, (*replies, *self.replies), self.changes, self.aside)


@dataclass(frozen=True, slots=True)
class Turn:
    """The new state, what is said and what becomes true; all of it is committed at once or not at all."""

    state: DialogueState
    replies: tuple[Reply, ...] = ()
    changes: tuple[Change, ...] = ()
