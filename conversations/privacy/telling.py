"""What is done with the data of whoever does not apply but works here, told before the first time (R50)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conversations.intake.opening import NOTICE, information
from conversations.protocol.changes import ReadNotice
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines


@dataclass(frozen=True, slots=True)
class Notice:
    """What differs by what somebody does here: the dialogue that goes on, and the sentences that say why.

    `handled` gets the name of the controller, `otherwise` its address; `purpose` and `readers` are of all the
    information.
    """

    then: str
    handled: Callable[[str], T]
    otherwise: Callable[[str], T]
    purpose: T
    readers: T

    def show(self, choice: str, facts: Facts) -> Step:
        """The first layer; `choice` is the button to which to go on."""
        controller = facts.house.controller
        says = lines(
            T("Before we begin: what is done with your data."),
            self.handled(controller.name),
            T("You can consult, correct or erase them whenever you like: /les_meves_dades and /esborra."),
            self.otherwise(controller.address),
            T("<i>These details of the controller are an example.</i>") if controller.example else None,
        )
        rows = column(Button(T("I have read it, continue"), "read"), Button(T("Show me all the information"), "layer2"))
        return Step(ReadingNotice(self.then, choice), (Say(says, rows),))

    def read(self, scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
        """All the information, or that it was read: then the step is only the change, and the caller goes on."""
        match did:
            case Press(choice="layer2"):
                rows = column(Button(T("I have read it, continue"), "read"))
                return Step(scene, (Edit(turn=turn), Say(information(self.purpose, self.readers, facts), rows)))
            case Press(choice="read"):
                return Step(None, (Edit(turn=turn),), (ReadNotice(NOTICE, did.name),))
            case _:
                return None


def first(scene: ReadingNotice, turn: int) -> Step:
    """The answer to whatever is written before the notice was read: it is not kept, and the way on is shown again."""
    says = lines(
        T("What you have written is not saved yet: first read what is done with your data."),
        T("Then you will be asked for it."),
    )
    rows = column(Button(T("I have read it, continue"), "read"), Button(T("Show me all the information"), "layer2"))
    return Step(scene, (Edit(turn=turn), Say(says, rows)))


def lacking(facts: Facts) -> bool:
    """Whether this person has still to read the notice: without it no name is kept."""
    return facts[Me()].notice != NOTICE
