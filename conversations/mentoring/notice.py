"""What is done with the data of somebody who gives hours, told before the first time (R50)."""

from __future__ import annotations

from conversations.intake.opening import NOTICE, second_layer
from conversations.protocol.changes import ReadNotice
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines

THEN = "mentoring"

__all__ = ["NOTICE", "THEN", "lacking", "read", "show"]


def lacking(facts: Facts) -> bool:
    """Whether this person has still to read the notice."""
    return facts[Me()].notice != NOTICE


def show(choice: str, facts: Facts) -> Step:
    """The first layer; `choice` is the button to which to go on."""
    controller = facts.house.controller
    says = lines(
        T("Before we begin: what is done with your data."),
        T(
            "{controller} handles them for the mentoring and the advice: your name, how to reach you, what you offer "
            "and the sessions that you write down. The technical office reads them, and the councils that you go with.",
            controller=controller.name,
        ),
        T("You can consult, correct or erase them whenever you like: /les_meves_dades and /esborra."),
        T(
            "Telegram is an outside service. If you prefer not to use it, write to {address}: the technical office "
            "can write down your sessions.",
            address=controller.address,
        ),
        T("<i>These details of the controller are an example.</i>") if controller.example else None,
    )
    rows = column(Button(T("I have read it, continue"), "read"), Button(T("Show me all the information"), "layer2"))
    return Step(ReadingNotice(THEN, choice), (Say(says, rows),))


def read(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The whole notice, or that it was read: then the step is only the change, and the caller goes on."""
    match did:
        case Press(choice="layer2"):
            rows = column(Button(T("I have read it, continue"), "read"))
            return Step(scene, (Edit(turn=turn), Say(second_layer(facts), rows)))
        case Press(choice="read"):
            return Step(None, (Edit(turn=turn),), (ReadNotice(NOTICE, did.name),))
        case _:
            return None
