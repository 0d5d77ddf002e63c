"""The office on the telephone: who has not answered, noting what was said, and releasing hours (N14)."""

from __future__ import annotations

from conversations.decisions import answers, arrivals
from conversations.decisions.board import Board
from conversations.intake import decided
from conversations.protocol.assessment import Outcome, Ruling
from conversations.protocol.changes import MoveApplication
from conversations.protocol.facts import Application, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Idle, Releasing
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import awaiting, states
from conversations.rules.ranking import by_number
from conversations.rules.roles import Action, may

BY_TELEPHONE = "telephone"
NO_ANSWER = "no answer"
"""Why hours were released, in the audit log."""


def awaited(board: Board) -> tuple[Ruling, ...]:
    """What was granted and is not answered yet, by number."""
    applications = board.proceedings.applications
    found = (
        one
        for one in board.proceedings.rulings
        if one.told is not None
        and one.decision.outcome is Outcome.GRANTED
        and applications[one.decision.application].status is Status.GRANTED
    )
    return tuple(sorted(found, key=lambda one: by_number(board.candidate(one))))


def card(board: Board) -> Say | None:
    """Which councils have not answered, for the office; nothing if all have."""
    found = awaited(board)
    if not found or not may(board.me, Action.RECORD_ANSWER):
        return None
    n = len(found)
    head = T("{n} council has not answered yet.", "{n} councils have not answered yet.", n=n)
    shown = [_row(board, one) for one in found]
    rows = [
        Button(
            T(
                "{number} · {body}",
                number=(board.candidate(one).number).rpartition("-")[2],
                body=board.candidate(one).body_name,
            ),
            f"answer.{one.decision.application}",
            standing=True,
        )
        for one in found
    ]
    return Say(lines(head, *shown), column(*rows))


def listed(board: Board) -> Say:
    """The list, or that there is nobody on it."""
    return card(board) or Say(T("Every council has answered."))


def _row(board: Board, ruling: Ruling) -> Words:
    day, council = ruling.answer_by, board.council(ruling)
    if day is not None and awaiting.over(day, board.now):
        return T("{council}: it had until {day}.", council=council, day=day)
    return T("{council}: it has until {day}.", council=council, day=day or board.today)


def show(board: Board, application: str) -> Step:
    """One council: how to reach it, and what it says."""
    found = _known(board, application)
    if found is None:
        return _nothing()
    ruling, own = found
    if own.status is not Status.GRANTED:
        return _already(own)
    says = lines(*said(ruling, own, board), arrivals.whom(own))
    return Step(None, (Say(says, buttons(application)),))


def said(ruling: Ruling, own: Application, board: Board) -> tuple[Words, ...]:
    """What a council was granted and until when it could answer."""
    return (
        T("<b>{number}</b> · {council}", number=own.number or "", council=Council(own.body_name)),
        decided.granted(board.call, ruling.decision),
        _row(board, ruling),
    )


def buttons(application: str) -> Keyboard:
    """What the office can note of a council that has not answered."""
    return column(
        Button(T("It says yes"), f"saidyes.{application}", standing=True),
        Button(T("It says no"), f"saidno.{application}", standing=True),
        Button(T("Release the hours"), f"freehours.{application}", standing=True),
    )


def _known(board: Board, application: str) -> tuple[Ruling, Application] | None:
    ruling = board.proceedings.ruling(application)
    if ruling is None or ruling.told is None:
        return None
    return ruling, board.proceedings.applications[application]


def _nothing() -> Step:
    return Step(None, (Say(T("There is no answer to note for this application.")),))


def _already(own: Application) -> Step:
    says = T("<b>{number}</b> is already: {state}.", number=own.number or "", state=states.for_office(own.status))
    return Step(None, (Say(says),))


def yes(board: Board, application: str, did: Press) -> Step:
    """The council said yes on the telephone. If its hours were released, it goes to the end of the waiting list."""
    found = _known(board, application)
    if found is None:
        return _nothing()
    ruling, own = found
    council = Council(own.body_name)
    bare = Edit(message=did.message)
    if own.status is Status.RENOUNCED:
        change, place = answers.joining(board, own, ruling.decision)
        says = T(
            "<b>{number}</b> · {council}: on the waiting list, in place {place}.",
            number=own.number or "",
            council=council,
            place=place,
        )
        noted = T(
            "The technical office has put {council} on the waiting list, in place {place}, as you said.",
            council=council,
            place=place,
        )
        told = answers.tell(board, own, noted, says)
        return Step(None, (bare, Say(says), *told, *answers.proposed_after(board, own, change)), (change,))
    if own.status is not Status.GRANTED:
        return _already(own)
    says = T("<b>{number}</b> · {council}: confirmed, by telephone.", number=own.number or "", council=council)
    heard = lines(
        T("The technical office has noted that {council} takes part, as you said.", council=council),
        decided.whats_next(ruling.decision),
    )
    accepted = MoveApplication(application, Status.ACCEPTED, own.status, BY_TELEPHONE)
    return Step(None, (bare, Say(says), *answers.tell(board, own, heard, says)), (accepted,))


def no(board: Board, application: str, did: Press) -> Step:
    """The council said no on the telephone."""
    found = _known(board, application)
    if found is None:
        return _nothing()
    _, own = found
    if own.status not in (Status.GRANTED, Status.ACCEPTED, Status.ASSIGNED):
        return _already(own)
    council = Council(own.body_name)
    says = T("<b>{number}</b> · {council}: it renounces its hours.", number=own.number or "", council=council)
    noted = lines(
        T("The technical office has noted that {council} renounces what it was granted, as you said.", council=council),
        T("If that is not so, write to it."),
    )
    step = answers.released(board, own, answers.tell(board, own, noted, says), BY_TELEPHONE)
    return Step(None, (Edit(message=did.message), Say(says), *step.replies), step.changes)


def release(board: Board, application: str) -> Step:
    """Asks before the hours of a council that does not answer are released."""
    found = _known(board, application)
    if found is None:
        return _nothing()
    ruling, own = found
    if own.status is not Status.GRANTED:
        return _already(own)
    early = ruling.answer_by is not None and not awaiting.over(ruling.answer_by, board.now)
    says = lines(
        T("Do you want to release the hours of {council}?", council=Council(own.body_name)),
        T("It can still answer until {day}.", day=ruling.answer_by or board.today) if early else None,
        T("The council will be told, and it can go to the end of the waiting list."),
    )
    rows = column(Button(T("Yes, release them"), "release"), Button(T("Not yet"), "keep"))
    return Step(Releasing(application), (Say(says, rows),))


def releasing(scene: Releasing, board: Board, did: Incoming, turn: int) -> Step | None:
    """The hours go back to the bag; the council is told, kindly, and the first of the waiting list is proposed."""
    if not isinstance(did, Press) or did.choice not in ("release", "keep"):
        return None
    bare = Edit(turn=turn)
    if did.choice == "keep":
        return Step(Idle(), (bare, Say(T("Left: nothing has changed."))))
    found = _known(board, scene.application)
    if found is None or found[1].status is not Status.GRANTED:
        step = _already(found[1]) if found is not None else _nothing()
        return Step(Idle(), (bare, *step.replies))
    _, own = found
    council = Council(own.body_name)
    says = T("<b>{number}</b> · {council}: hours released.", number=own.number or "", council=council)
    noted = Say(
        lines(
            T(
                "There was no answer from {council}, and the hours it had been granted have been released.",
                council=council,
            ),
            T("If you are interested again, you can go to the end of the waiting list."),
        ),
        decided.buttons(own.id, Status.RENOUNCED),
    )
    contacts = tuple(Say(noted.text, noted.keyboard, to=one) for one in board.contacts.get(own.body, ()))
    step = answers.released(board, own, contacts, NO_ANSWER)
    return Step(Idle(), (bare, Say(says), *step.replies), step.changes)
