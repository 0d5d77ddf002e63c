"""Scores of a sheet that is not finished, while something else is done: they are shown again, or put aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from conversations.commission import agreeing, assessing
from conversations.commission.room import enter
from conversations.protocol.changes import EraseMe
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import Agreeing, Assessing, DialogueState, Idle, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T


def kept(state: DialogueState, step: Step, facts: Facts) -> Step:
    """Whatever else was shown, the scores given so far stay, and the criterion that follows is asked below. If another
    dialogue was opened, they are put aside until it is done, and this is said."""
    scene = state.scene
    if not _half(scene) or step.scene is None or step.scene == scene:
        return step
    question = _question(scene, facts)
    if question is None:
        return step
    bare = Edit(turn=state.turn)
    if _alike(scene, step.scene):
        return _again(scene, step, question).after(bare)
    if isinstance(step.scene, Idle):
        return replace(step, scene=scene, replies=(bare, *step.replies, question))
    says = Say(T("The scores that you have given so far are not lost: you go on from there once this is done."))
    others = state.aside if step.aside is None else step.aside
    return replace(step.after(bare, says), aside=(*others, scene))


def back(state: DialogueState, step: Step, facts: Facts) -> Step:
    """The scores that were put aside come back once nothing else is open, or when their sheet is opened again."""
    aside = state.aside if step.aside is None else step.aside
    waited = next((one for one in reversed(aside) if isinstance(one, Assessing | Agreeing)), None)
    if waited is None or any(isinstance(one, EraseMe) for one in step.changes):
        return step
    scene = state.scene if step.scene is None else step.scene
    opened = _alike(waited, scene) and step.scene is not None
    if not opened and not isinstance(scene, Idle):
        return step
    rest = tuple(one for one in aside if one is not waited)
    question = _question(waited, facts)
    if question is None:
        return replace(step, aside=rest)
    if opened:
        return replace(_again(waited, step, question), aside=rest)
    return replace(step, scene=waited, replies=(*step.replies, question), aside=rest)


def _again(scene: Assessing | Agreeing, step: Step, question: Say) -> Step:
    """The sheet that was opened again, with the question where it was in place of the first one."""
    return replace(step, scene=scene, replies=(*step.replies[:-1], question))


def _half(scene: Scene) -> TypeGuard[Assessing | Agreeing]:
    return isinstance(scene, Assessing | Agreeing) and bool(scene.scores)


def _alike(one: Assessing | Agreeing, other: Scene) -> bool:
    return isinstance(other, Assessing | Agreeing) and other == replace(one, scores=())


def _question(scene: Assessing | Agreeing, facts: Facts) -> Say | None:
    """The criterion that follows, asked again; None if nobody may score that application any more."""
    if isinstance(scene, Assessing):
        return assessing.asked(scene, facts)
    room = enter(facts)
    return None if room is None else agreeing.asked(scene, room)
