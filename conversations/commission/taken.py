"""The decisions that were taken: read again, taken again, or undone while nobody was told."""

from __future__ import annotations

from conversations.commission.meeting import BACK
from conversations.commission.room import Room
from conversations.commission.taking import said, untouchable
from conversations.protocol.changes import MoveApplication
from conversations.protocol.facts import Status
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import bags


def undo(application: str, room: Room, turn: int) -> Step:
    """Takes a decision back: its hours return to the bag, and the application waits to be decided."""
    candidate = room.held.candidate(application)
    assert candidate is not None
    entries = bags.release(room.book, application, candidate.body, room.now).entries
    before = room.held.applications[application].status
    says = T("{council} is no longer decided.", council=Council(candidate.body_name))
    change = MoveApplication(application, Status.ADMITTED, before, entries=entries)
    again = Button(T("Decide it again"), f"decide.{application}", standing=True)
    return Step(Idle(), (Edit(turn=turn), Say(says, column(again, BACK))), (change,))


def listed(room: Room) -> Step:
    """Every decision, to read it and to take it again."""
    held = room.held
    told: list[Words] = []
    rows: list[Button | None] = []
    for one in sorted(held.rulings, key=lambda ruling: held.applications[ruling.decision.application].number or ""):
        application = held.applications[one.decision.application]
        what = T(
            "{number} · {council}: {what}.",
            number=application.number or "",
            council=Council(application.body_name),
            what=said(one.decision),
        )
        reason, note = one.decision.reason, one.decision.note
        told.append(
            lines(
                what,
                T("Reason: «{reason}»", reason=reason) if reason else None,
                T("Note: «{note}»", note=note) if note else None,
            )
        )
        if untouchable(application.id, room) is None:
            council = Council(application.body_name)
            rows.append(Button(T("{council}", council=council), f"decide.{application.id}", standing=True))
    replies: tuple[Reply, ...] = (
        Say(
            lines(
                T("<b>Decisions</b>"),
                *(told or [T("There are none yet.")]),
                T("Tap one to take it again. Nobody has been told of them.") if rows else None,
            ),
            column(*rows, BACK),
        ),
    )
    return Step(None, replies)
