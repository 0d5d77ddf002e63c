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
    ANSWER_HELP = "answer a question to the office"
    ASSESS = "score applications as a member of the commission"
    REVIEW = "look through the applications: complete, lacking something, not admitted"
    EXTEND_CALL = "move the deadline of a call"
    SEE_FORECAST = "see what will be sent"
    READ_LETTERS = "read and edit the messages of decisions before they are sent"
    SEND_DECISIONS = "ask that decisions be sent, confirm it or stop it"
    PROMOTE = "grant hours that came back to the first of a waiting list"
    ANSWER_GRANT = "confirm or renounce what a body was granted, or wait again"
    RECORD_ANSWER = "note what a body answered on the telephone, or release its hours"


OF_THE_BODY: dict[Action, frozenset[Role]] = {
    Action.APPLY: frozenset({Role.CONTACT}),
    Action.READ_APPLICATION: frozenset({Role.CONTACT}),
    Action.ANSWER_GRANT: frozenset({Role.CONTACT}),
}
"""Roles that allow an action when held at the very body it concerns."""

ANYWHERE: dict[Action, frozenset[Role]] = {
    Action.READ_APPLICATION: frozenset({Role.OFFICE}),
    Action.INVITE: frozenset({Role.OFFICE}),
    Action.DECIDE_ACCESS: frozenset({Role.OFFICE}),
    Action.ANSWER_HELP: frozenset({Role.OFFICE}),
    Action.REVIEW: frozenset({Role.OFFICE}),
    Action.ASSESS: frozenset({Role.COMMISSION}),
    Action.EXTEND_CALL: frozenset({Role.OFFICE}),
    Action.SEE_FORECAST: frozenset({Role.OFFICE}),
    Action.READ_LETTERS: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.SEND_DECISIONS: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.PROMOTE: frozenset({Role.COMMISSION}),
    Action.RECORD_ANSWER: frozenset({Role.OFFICE}),
}
"""Roles that allow an action whatever the body."""


def may(person: Person, action: Action, body: str | None = None) -> bool:
    """Whether the person may do that, for a body where the action concerns one."""
    roles = {seat.role for seat in person.seats}
    if roles & ANYWHERE.get(action, frozenset()):
        return True
    at_body = {seat.role for seat in person.seats if seat.body == body and body is not None}
    return bool(at_body & OF_THE_BODY.get(action, frozenset()))
