"""What waits to be saved or read, while something else is done: it is shown again, or put aside and brought back."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TypeGuard

from conversations.mentoring import reporting, unread, waiting
from conversations.privacy.telling import lacking
from conversations.protocol.changes import EraseMe, ReadNotice
from conversations.protocol.incoming import Edited, Incoming
from conversations.protocol.replies import Edit, Reply, Say
from conversations.protocol.scenes import DialogueState, Idle, ReadingNotice, Reporting, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, Words

Ours = Reporting | ReadingNotice
"""What waits of mentoring; what else is put aside is not looked at here."""


def kept(state: DialogueState, step: Step, facts: Facts) -> Step:
    """Whatever else was shown, what waits goes on waiting, and is shown below. If another dialogue was opened, it is
    put aside until that is done, and this is said."""
    scene = state.scene
    if not waits(scene) or step.scene is None or step.scene == scene:
        return step
    bare = Edit(turn=state.turn)
    if _alike(step.scene, scene):
        return _together(scene, step.scene, step, facts).after(bare)
    gone: Reply = waiting.moved(scene, bare) if isinstance(scene, Reporting) else bare
    again = _again(scene, facts)
    if isinstance(again, Say):
        return step.after(gone, again)
    if isinstance(step.scene, Idle):
        return Step(again.scene, (gone, *step.replies, *again.replies), step.changes)
    aside = (*(one for one in state.aside if not _alike(one, scene)), scene)
    return replace(step.after(gone, Say(_stays(scene))), aside=aside)


def put_off(state: DialogueState, step: Step) -> Step:
    """A saved session that is being put right is not lost by another one that is told: it comes back after that one."""
    scene, fresh = state.scene, step.scene
    if not (isinstance(scene, Reporting) and scene.session and scene.drafts) or isinstance(fresh, Idle | None):
        return step
    if isinstance(fresh, Reporting) and fresh.session == scene.session:
        return step
    return replace(step.after(Say(_stays(scene))), aside=(*state.aside, scene))


def back(state: DialogueState, step: Step, did: Incoming, facts: Facts) -> Step:
    """What was put aside comes back once nothing else is open, or together with what is told anew. What waited for the
    notice of data is answered at once if that was read meanwhile, in whatever dialogue."""
    aside = state.aside if step.aside is None else step.aside
    scene = state.scene if step.scene is None else step.scene
    ours = [one for one in aside if isinstance(one, Ours)]
    if not ours or any(isinstance(one, EraseMe) for one in step.changes):
        return step
    like = next((one for one in ours if _alike(one, scene)), None)
    if like is not None:
        rest = tuple(one for one in aside if one is not like)
        return replace(_together(like, scene, step, facts), aside=rest)
    if not isinstance(scene, Idle):
        return step
    last = ours[-1]
    others = tuple(one for one in aside if one is not last)
    read = any(isinstance(one, ReadNotice) for one in step.changes) or not lacking(facts)
    again = (unread.told(last, did, facts) if read and isinstance(last, ReadingNotice) else None) or _again(last, facts)
    if isinstance(again, Say):
        return back(state, replace(step, replies=(*step.replies, again), aside=others), did, facts)
    head = Say(T("And now, what was waiting:"))
    changes = (*step.changes, *again.changes)
    return Step(again.scene or Idle(), (*step.replies, head, *again.replies), changes, others)


def edited(state: DialogueState, did: Edited, facts: Facts) -> Step | None:
    """The message that told a session which is put aside was edited: it is read anew, and the dialogue stays open."""
    for place, one in enumerate(state.aside):
        step = reporting.handle(one, did, facts, state.turn) if isinstance(one, Reporting) else None
        if step is not None and isinstance(step.scene, Reporting):
            aside = (*state.aside[:place], step.scene, *state.aside[place + 1 :])
            says = T(
                "What you have edited is changed in the session to be saved, which is shown again once this is done."
            )
            return Step(None, (Say(says),), aside=aside)
    return None


def waits(scene: Scene) -> TypeGuard[Ours]:
    """Whether a scene holds something that somebody wrote and that would be lost with it."""
    return bool(scene.drafts if isinstance(scene, Reporting) else isinstance(scene, ReadingNotice) and scene.told)


def _alike(one: Scene, other: Scene) -> bool:
    """Whether two scenes hold sessions that may wait in one list, or the same session that is put right."""
    if isinstance(one, Reporting) and isinstance(other, Reporting):
        return (one.session, one.assignment) == (other.session, other.assignment) and bool(other.drafts and one.drafts)
    return isinstance(one, ReadingNotice) and isinstance(other, ReadingNotice) and one.then == other.then


def _again(scene: Ours, facts: Facts) -> Step | Say:
    """What waits, said again; or what became of it, if it can wait no more."""
    if isinstance(scene, ReadingNotice):
        return unread.again(scene, facts)
    return reporting.resume(scene, facts) or waiting.lost(scene)


def _stays(scene: Ours) -> Words:
    if isinstance(scene, Reporting) and scene.session:
        return T("The correction is not lost: it is shown again once this is done.")
    n = len(scene.drafts) if isinstance(scene, Reporting) else 1 + len(scene.more)
    return T(
        "The session to be saved is not lost: it is shown again once this is done.",
        "The {n} sessions to be saved are not lost: they are shown again once this is done.",
        n=n,
    )


def _together(waited: Ours, fresh: Scene, step: Step, facts: Facts) -> Step:
    """One list of what waited and what was told meanwhile; of a session that is put right the last word holds."""
    if isinstance(fresh, ReadingNotice) and isinstance(waited, ReadingNotice):
        return replace(step, scene=unread.joined(waited, fresh))
    assert isinstance(fresh, Reporting)
    assert isinstance(waited, Reporting)
    if fresh.session:
        return step
    joined = replace(fresh, drafts=tuple(chain(waited.drafts, fresh.drafts)), place=0, field="")
    shown = reporting.resume(joined, facts)
    if shown is None:
        return step
    beside = tuple(one for one in step.replies if not _asks(one))
    return Step(shown.scene, (*beside, *shown.replies), step.changes)


def _asks(reply: Reply) -> bool:
    """Whether a reply has buttons of what is open."""
    rows = reply.keyboard if isinstance(reply, Say) and reply.to is None else ()
    return any(not button.standing for row in rows for button in row)
