"""Sessions that were told and neither saved nor discarded: said once, on the next working morning (N18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations.mentoring import pending, waiting
from conversations.mentoring.pending import Pending
from conversations.protocol.agenda import Unsaved
from conversations.protocol.facts import Call
from conversations.protocol.replies import Button, Keyboard, Notice, column
from conversations.protocol.scenes import DialogueState, Reporting
from conversations.protocol.words import T, lines, paragraphs
from conversations.rules import windows
from conversations.rules.courtesy import at, next_polite, polite
from conversations.rules.deadlines import today


@dataclass(frozen=True, slots=True)
class Told:
    """What is said now, and of whom nothing more is to be said until they do something."""

    notices: tuple[Notice, ...]
    handled: tuple[int, ...]


def waits(state: DialogueState) -> bool:
    """Whether sessions that a mentor told, new ones, wait in a dialogue to be saved or discarded."""
    scene = state.scene
    return isinstance(scene, Reporting) and bool(scene.drafts) and not scene.session and not scene.assignment


def moment(call: Call, one: Unsaved) -> datetime:
    """When it is said (UTC): the morning of the first working day after the last sign of life."""
    return next_polite(at(today(one.since) + timedelta(days=1), call.courtesy.begins), call)


def call_of(one: Unsaved, calls: Mapping[str, Call]) -> Call | None:
    """The call of the sessions: of the first council that they name, or else the one of the person's last package;
    None for who goes with no council any more."""
    named = {draft.assignment for draft in pending.told_in(one.scene)}
    theirs = [of for of in one.assignments if of.id in named] or one.assignments
    return calls[theirs[-1].grant.application.call] if theirs else None


def due(found: Sequence[Unsaved], calls: Mapping[str, Call], now: datetime) -> Told:
    """What is said now, with the list and its buttons. Whoever is muted hears nothing, and neither does anybody once
    sessions of the call can be told no more; people who may not be written to now wait."""
    notices: list[Notice] = []
    handled: list[int] = []
    for one in found:
        call = call_of(one, calls)
        if call is not None and not (polite(now, call) and moment(call, one) <= now):
            continue
        handled.append(one.person)
        if call is not None and call.pace.unsaved and windows.may_report(call, now) and not one.muted:
            notices += _notice(one)
    return Told(tuple(notices), tuple(handled))


def foretold(one: Unsaved) -> Notice:
    """The same for the forecast, which is not to show what somebody has not saved."""
    return Notice(one.person, T("A reminder of what was told as a session and is not saved yet."), once(one))


def once(one: Unsaved) -> str:
    """The key of the reminder: of the message that was told last, so that nothing is reminded of twice."""
    last = max((draft.message for draft in pending.told_in(one.scene)), default=0)
    return f"unsaved:{one.person}:{last}"


def _notice(one: Unsaved) -> Iterator[Notice]:
    desk = Pending(one.assignments, pending.told_in(one.scene))
    n = len(desk.drafts)
    if not n:
        return
    head = T("This session is not saved yet:", "These sessions are not saved yet:", n=n)
    line = T("{line}", line=waiting.named(desk, desk.drafts[0]))
    after = T(
        "Until you save it, it does not count and the council cannot confirm it.",
        "Until you save them, they do not count and the council cannot confirm them.",
        n=n,
    )
    says = lines(head, line, after) if n == 1 else paragraphs(head, waiting.listed(desk), after)
    yield Notice(one.person, says, once(one), _buttons(one.scene, n), turn=one.turn)


def _buttons(scene: Reporting, n: int) -> Keyboard:
    """The buttons of the card that waits, which are live still; where something is asked, the way to the question."""
    if scene.field:
        return column(Button(T("Continue"), "back"))
    save, drop = (T("Save"), T("Discard")) if n == 1 else (T("Save them"), T("Discard them"))
    return column(Button(save, "save"), Button(T("Correct"), "fix"), Button(drop, "drop"))
