"""Standing aside: somebody of the commission declares a conflict of interest, before scoring or after it (N10)."""

from __future__ import annotations

from conversations import free_text
from conversations.commission.card import ROOM
from conversations.commission.room import Room
from conversations.protocol.changes import DeclareConflict
from conversations.protocol.facts import Application
from conversations.protocol.incoming import Incoming, Text
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import DeclaringConflict, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, T, lines
from conversations.rules.ranking import by_number
from conversations.rules.roles import Action, may

LONGEST = 1000


def choose(room: Room) -> Step | None:
    """The applications that somebody may still stand aside from: those with no decision that was told."""
    if not may(room.me, Action.ASSESS):
        return None
    open_ones = [one for one in sorted(room.held.candidates, key=by_number) if _open(room, one.application)]
    if not open_ones:
        return Step(
            None,
            (
                Say(
                    T("There is no application of which a conflict of interest can be declared."),
                ),
            ),
        )
    says = lines(
        T("<b>A conflict of interest</b>"),
        T("Which application is it about? You will take no part in it, and a score you have given it does not count."),
    )
    rows = column(
        *(
            Button(T("{council}", council=Council(one.body_name)), f"aside.{one.application}", standing=True)
            for one in open_ones
        )
    )
    return Step(None, (Say(says, rows),))


def _open(room: Room, application: str) -> bool:
    return room.takes_part(application) and not room.told(application)


def chosen(application: str, room: Room) -> Step | None:
    """Asks for the reason."""
    held = room.held.applications.get(application)
    if held is None or not may(room.me, Action.ASSESS) or not _open(room, application):
        return None
    return ask(held)


def ask(application: Application) -> Step:
    """Asks why somebody stands aside from an application."""
    why = lines(
        T("You will take no part in the application of {council}.", council=Council(application.body_name)),
        T("Write the reason in a few words. Only that it was declared stands in the minutes, not why."),
    )
    return Step(DeclaringConflict(application.id), (Say(why, column(Button(T("Go back"), "back"))),))


def declare(scene: DeclaringConflict, did: Incoming, room: Room, turn: int) -> Step | None:
    """Takes the reason: the person is out of the application, and the scores given before are gone (R29c)."""
    application = room.held.applications.get(scene.application)
    if application is None or not may(room.me, Action.ASSESS) or not _open(room, application.id):
        return None
    go_on = column(Button(T("Go to the next one"), "assess", standing=True)) if not room.over else column(ROOM)
    left = T("Left: you still take part in the application of {council}.", council=Council(application.body_name))
    back = Step(Idle(), (Edit(turn=turn), Say(left, go_on)))
    read = free_text.reason(scene, did, LONGEST, turn, Button(T("Go back"), "back"), back)
    if not isinstance(read, Text):
        return read
    scored = any(
        room.me.id in {one.reviewer, *one.together} for one in room.held.marks if one.application == application.id
    )
    decided = room.held.ruling(application.id) is not None
    says = lines(
        T("Noted: you take no part in the application of {council}.", council=Council(application.body_name)),
        T("The score that you had given is gone, and the rest has been computed without it.") if scored else None,
        T("It was already decided: the meeting has to look at the decision again.") if decided else None,
    )
    return Step(Idle(), (Edit(turn=turn), Say(says, go_on)), (DeclareConflict(application.id, read.text),))
