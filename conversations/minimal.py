"""The minimal mode: Telegram carries only where things stand and reminders; what applications say goes by e-mail.

Nothing of what an application says in somebody's own words is known here: the memory withholds it. What is left to do
is not to ask for it, and to say how it goes instead.
"""

from __future__ import annotations

from dataclasses import replace

from conversations.protocol.facts import Seat
from conversations.protocol.incoming import Command, Edited, Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Hold, Keyboard, Reply, Say, column
from conversations.protocol.scenes import (
    AnsweringData,
    AnsweringHelp,
    Asking,
    AskingData,
    AskingHelp,
    Authorising,
    Committing,
    ConfirmingChange,
    DialogueState,
    Idle,
    Invited,
    PickingAnswer,
    Reviewing,
    Sending,
    Supplying,
)
from conversations.protocol.turn import Step
from conversations.protocol.wants import DataGivenBy, Facts, GivenBy
from conversations.protocol.words import Council, T, Words, lines

_ASKING = (
    Asking
    | ConfirmingChange
    | Reviewing
    | PickingAnswer
    | Committing
    | Authorising
    | Sending
    | AnsweringData
    | Supplying
    | AskingData
    | AskingHelp
    | AnsweringHelp
)
"""Dialogues in which somebody writes what an application says, or asks; they may have been open when the mode began."""

_BEGINNING = frozenset({"begin", "reuse"})
_AWAY = frozenset(
    {"go", "show", "pdf", "pick", "fix", "data", "undata", "lack", "note", "sheetpdf", "sheets", "decision"}
    | {"keepanswers", "reply"}
)
"""Standing buttons that lead to what applications and decisions say. They are not offered."""

_HELP, _MINE = "help", "mydata"


def how(facts: Facts) -> Words:
    """How an application is made, and what the bot is for."""
    return lines(
        T(
            "It is sent by e-mail to {address}, with the answers to the questions. The technical office enters it.",
            address=facts.house.controller.address,
        ),
        T("Here you will see where it stands, and get the reminders and the decision."),
    )


def first_screen(seat: Seat, name: str, until: Words, facts: Facts) -> Step:
    """What a contact sees before its application: how it is made, until when, and the questions to take along."""
    council = Council(seat.body_name)
    says = lines(
        T(
            "Hello, {name}. You can ask for mentoring or advice from the XMESS for {council}.",
            name=name,
            council=council,
        ),
        T("You have time <b>{until}</b>.", until=until),
        how(facts),
    )
    rows = column(
        Button(T("Show me all the questions"), "all"),
        Button(T("Not this time"), "notnow"),
        Button(T("I am not from {council}", council=council), "notmine"),
    )
    return Step(Invited(seat.body or ""), (Say(says, rows),))


def away(state: DialogueState, did: Incoming, facts: Facts) -> Step | None:
    """What is answered in the minimal mode instead of what a person did; None where that is as always."""
    if not facts.house.minimal:
        return None
    match did:
        case Command(command="les_meves_dades"):
            return Step(None, (Say(_mine(facts)),))
        case Command():
            return None
        case Edited(message=message):
            given = facts[GivenBy(message)] or facts[DataGivenBy(message)]
            return Step(None, (Say(_not_here(facts)),)) if given else None
        case Press(choice=choice):
            action = choice.partition(".")[0]
            if action == _MINE:
                return Step(None, (Say(_mine(facts)),))
            if action == _HELP:
                return Step(None, (Say(_help(facts)),))
            if _leads_away(choice, standing=did.turn == 0) or _asked(state, did):
                return Step(Idle(), (Edit(turn=state.turn), Say(_not_here(facts))))
            return None
        case Text() if isinstance(state.scene, _ASKING | Invited):
            return Step(Idle(), (Edit(turn=state.turn), Say(_not_here(facts))))
        case _:
            return None


def _asked(state: DialogueState, did: Press) -> bool:
    return did.turn != 0 and isinstance(state.scene, _ASKING)


def _not_here(facts: Facts) -> Words:
    return lines(
        T("This goes by e-mail, not here: {address}.", address=facts.house.controller.address),
        T("Nothing of this has been saved. What there was before is kept: with /inici you see where it stands."),
    )


def _help(facts: Facts) -> Words:
    return T("Write to the technical office by e-mail: {address}.", address=facts.house.controller.address)


def _mine(facts: Facts) -> Words:
    return T(
        "Your data are sent to you by e-mail: ask for them at {address}. To have them erased: /esborra.",
        address=facts.house.controller.address,
    )


def quiet(replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The replies without the buttons that lead nowhere in the minimal mode."""
    return tuple(
        replace(one, keyboard=without(one.keyboard)) if isinstance(one, Say | Edit | Hold) else one for one in replies
    )


def without(keyboard: Keyboard) -> Keyboard:
    """A keyboard without the buttons that lead nowhere in the minimal mode."""
    rows = (tuple(one for one in row if not _leads_away(one.choice, standing=one.standing)) for row in keyboard)
    return tuple(row for row in rows if row)


def _leads_away(choice: str, *, standing: bool) -> bool:
    return choice.partition(".")[0] in (_AWAY if standing else _BEGINNING)


REASON = T("The reason comes to you by e-mail.")
"""What is said of a decision instead of its reason."""
