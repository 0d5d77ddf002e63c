"""Who may do what: one table. Every dialogue asks it when it offers and again when it acts (R48, R49)."""

from __future__ import annotations

from enum import Enum

from conversations.protocol.facts import Person, Role


class Action(Enum):
    """What can be done in the bot by somebody with a role."""

    APPLY = "fill in, send, correct or withdraw the application of a body"
    READ_APPLICATION = "read the application of a body"
    INVITE = "invite somebody into the bot"
    DECIDE_ACCESS = "let somebody act for a body, or not"
    HAND_OVER = "pass the application of a body on to another contact"
    ENTER_MAIL = "enter an application that a body sent by e-mail"
    ANSWER_HELP = "answer a question to the office"
    ASSESS = "score applications as a member of the commission"
    REVIEW = "look through the applications: complete, lacking something, not admitted"
    EXTEND_CALL = "move the deadline of a call"
    SEE_FORECAST = "see what will be sent"


OF_THE_BODY: dict[Action, frozenset[Role]] = {
    Action.APPLY: frozenset({Role.CONTACT}),
    Action.READ_APPLICATION: frozenset({Role.CONTACT}),
}
"""Roles that allow an action when held at the very body it concerns."""

ANYWHERE: dict[Action, frozenset[Role]] = {
    Action.READ_APPLICATION: frozenset({Role.OFFICE}),
    Action.INVITE: frozenset({Role.OFFICE}),
    Action.DECIDE_ACCESS: frozenset({Role.OFFICE}),
    Action.HAND_OVER: frozenset({Role.OFFICE}),
    Action.ENTER_MAIL: frozenset({Role.OFFICE}),
    Action.ANSWER_HELP: frozenset({Role.OFFICE}),
    Action.REVIEW: frozenset({Role.OFFICE}),
    Action.ASSESS: frozenset({Role.COMMISSION}),
    Action.EXTEND_CALL: frozenset({Role.OFFICE}),
    Action.SEE_FORECAST: frozenset({Role.OFFICE}),
}
"""Roles that allow an action whatever the body."""


def may(person: Person, action: Action, body: str | None = None) -> bool:
    """Whether the person may do that, for a body where the action concerns one."""
    roles = {seat.role for seat in person.seats}
    if roles & ANYWHERE.get(action, frozenset()):
        return True
    at_body = {seat.role for seat in person.seats if seat.body == body and body is not None}
    return bool(at_body & OF_THE_BODY.get(action, frozenset()))
