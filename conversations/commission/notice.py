"""What is done with the data of somebody of the commission, told before the first time (R50)."""

from __future__ import annotations

from conversations.intake.opening import NOTICE
from conversations.protocol.changes import ReadNotice
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, Words, lines

THEN = "commission"


def lacking(facts: Facts) -> bool:
    """Whether this person has still to read the notice: without it no name is kept, and the minutes need one."""
    return facts[Me()].notice != NOTICE


def show(choice: str, facts: Facts) -> Step:
    """The first layer; `choice` is the button to which to go on."""
    controller = facts.house.controller
    says = lines(
        T("Before we begin: what is done with your data."),
        T(
            "{controller} handles them for the work of the technical commission. Your name and your abstentions stand "
            "in the proposed minutes, and your scores without saying whose they are. The commission and the technical "
            "office read them.",
            controller=controller.name,
        ),
        T("You can consult, correct or erase them whenever you like: /les_meves_dades and /esborra."),
        T(
            "Telegram is an outside service. If you prefer not to use it, write to {address}: somebody else can write "
            "down what you say.",
            address=controller.address,
        ),
        T("<i>These details of the controller are an example.</i>") if controller.example else None,
    )
    rows = column(Button(T("I have read it, continue"), "read"), Button(T("Show me all the information"), "layer2"))
    return Step(ReadingNotice(THEN, choice), (Say(says, rows),))


def _second_layer(facts: Facts) -> Words:
    controller = facts.house.controller
    return lines(
        T("<b>Controller</b>: {controller}.", controller=controller.name),
        T("<b>Purpose</b>: the work of the technical commission, from scoring to the minutes."),
        T("<b>Legal basis</b>: {basis}.", basis=controller.legal_basis),
        T("<b>Who sees them</b>: the technical commission and the technical office."),
        T("<b>Telegram</b>: an outside service; chats with bots are not encrypted end to end."),
        T("<b>Decisions</b>: people take them; the bot decides nothing."),
        T(
            "<b>Rights</b>: access, rectification, erasure, objection, restriction and portability, writing to "
            "{address}. You can also complain to the Catalan data protection authority.",
            address=controller.address,
        ),
        T("<i>These details of the controller are an example.</i>") if controller.example else None,
    )


def read(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The whole notice, or that it was read: then the step is only the change, and the caller goes on."""
    match did:
        case Press(choice="layer2"):
            rows = column(Button(T("I have read it, continue"), "read"))
            return Step(scene, (Edit(turn=turn), Say(_second_layer(facts), rows)))
        case Press(choice="read"):
            return Step(None, (Edit(turn=turn),), (ReadNotice(NOTICE, did.name),))
        case _:
            return None
