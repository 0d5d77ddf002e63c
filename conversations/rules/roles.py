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
    MEET = "open and end a meeting of the commission, say who is there, and read what it works with"
    DECIDE = "write down the order, the scores and the decisions that a meeting of the commission agrees"
    REVIEW = "look through the applications: complete, lacking something, not admitted"
    EXTEND_CALL = "move the deadline of a call"
    SEE_FORECAST = "see what will be sent"
    BIND_GROUP = "say which groups hear how many applications arrive"
    ATTEND = "see what needs a person, and say that it is settled"
    KEEP_REGISTER = "write down who joins the network and who leaves it"
    READ_LETTERS = "read and edit the messages of decisions before they are sent"
    SEND_DECISIONS = "ask that decisions be sent, confirm it or stop it"
    PROMOTE = "grant hours that came back to the first of a waiting list"
    ANSWER_GRANT = "confirm or renounce what a body was granted, or wait again"
    RECORD_ANSWER = "note what a body answered on the telephone, or release its hours"
    INVITE_MENTOR = "invite mentors and advisers"
    KEEP_MENTOR = "put right what a mentor or adviser offers"
    SUGGEST = "see who could go with a council, and the packages without anybody"
    ASSIGN = "propose a mentor or adviser for a council, and write down a yes by telephone"
    ANSWER_ASSIGNMENT = "accept or decline who goes with a council"
    REPLACE = "ask for somebody else, or put somebody else"
    PAUSE = "pause the sessions of a package and take them up again"
    REPORT = "tell a session"
    AMEND = "put right or undo a session that one told"
    CONFIRM_SESSION = "confirm a session"
    CORRECT_SESSION = "say how long a session was, or that it did not take place"
    SETTLE = "settle a session about which the sides do not agree"
    ALLOW_OVER = "write down what the commission says about a session that is more than its package"
    PROPOSE_DATE = "propose, accept, move or call off a date"
    SEE_SESSIONS = "see the sessions of a package"
    SEE_ALL_SESSIONS = "see all sessions, and export them"


OF_THE_BODY: dict[Action, frozenset[Role]] = {
    Action.APPLY: frozenset({Role.CONTACT}),
    Action.READ_APPLICATION: frozenset({Role.CONTACT}),
    Action.ANSWER_GRANT: frozenset({Role.CONTACT}),
    Action.ANSWER_ASSIGNMENT: frozenset({Role.CONTACT}),
    Action.REPLACE: frozenset({Role.CONTACT}),
    Action.PAUSE: frozenset({Role.CONTACT}),
    Action.CONFIRM_SESSION: frozenset({Role.CONTACT}),
    Action.CORRECT_SESSION: frozenset({Role.CONTACT}),
    Action.PROPOSE_DATE: frozenset({Role.CONTACT}),
    Action.SEE_SESSIONS: frozenset({Role.CONTACT}),
}
"""Roles that allow an action when held at the very body it concerns."""

GOING_WITH_IT: frozenset[Action] = frozenset(
    {
        Action.KEEP_MENTOR,
        Action.ANSWER_ASSIGNMENT,
        Action.REPLACE,
        Action.PAUSE,
        Action.REPORT,
        Action.AMEND,
        Action.CORRECT_SESSION,
        Action.PROPOSE_DATE,
        Action.SEE_SESSIONS,
    }
)
"""What the mentor or adviser may do who goes with a council, in that package and with the own profile only."""

ANYWHERE: dict[Action, frozenset[Role]] = {
    Action.READ_APPLICATION: frozenset({Role.OFFICE}),
    Action.INVITE: frozenset({Role.OFFICE}),
    Action.DECIDE_ACCESS: frozenset({Role.OFFICE}),
    Action.HAND_OVER: frozenset({Role.OFFICE}),
    Action.ENTER_MAIL: frozenset({Role.OFFICE}),
    Action.ANSWER_HELP: frozenset({Role.OFFICE}),
    Action.REVIEW: frozenset({Role.OFFICE}),
    Action.ASSESS: frozenset({Role.COMMISSION}),
    Action.MEET: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.DECIDE: frozenset({Role.COMMISSION}),
    Action.EXTEND_CALL: frozenset({Role.OFFICE}),
    Action.SEE_FORECAST: frozenset({Role.OFFICE}),
    Action.BIND_GROUP: frozenset({Role.OFFICE}),
    Action.ATTEND: frozenset({Role.OFFICE}),
    Action.KEEP_REGISTER: frozenset({Role.OFFICE}),
    Action.READ_LETTERS: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.SEND_DECISIONS: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.PROMOTE: frozenset({Role.COMMISSION}),
    Action.RECORD_ANSWER: frozenset({Role.OFFICE}),
    Action.INVITE_MENTOR: frozenset({Role.OFFICE}),
    Action.KEEP_MENTOR: frozenset({Role.OFFICE}),
    Action.SUGGEST: frozenset({Role.OFFICE}),
    Action.ASSIGN: frozenset({Role.OFFICE}),
    Action.ANSWER_ASSIGNMENT: frozenset({Role.OFFICE}),
    Action.REPLACE: frozenset({Role.OFFICE}),
    Action.PAUSE: frozenset({Role.OFFICE}),
    Action.REPORT: frozenset({Role.OFFICE}),
    Action.AMEND: frozenset({Role.OFFICE}),
    Action.CONFIRM_SESSION: frozenset({Role.OFFICE}),
    Action.CORRECT_SESSION: frozenset({Role.OFFICE}),
    Action.SETTLE: frozenset({Role.OFFICE}),
    Action.ALLOW_OVER: frozenset({Role.COMMISSION, Role.OFFICE}),
    Action.PROPOSE_DATE: frozenset({Role.OFFICE}),
    Action.SEE_SESSIONS: frozenset({Role.OFFICE}),
    Action.SEE_ALL_SESSIONS: frozenset({Role.OFFICE}),
}
"""Roles that allow an action whatever the body."""


def may(person: Person, action: Action, body: str | None = None, *, mentor: int | None = None) -> bool:
    """Whether the person may do that, for a body where the action concerns one.

    `mentor` is the person who goes with the council, where the action concerns a package or a profile.
    """
    roles = {seat.role for seat in person.seats}
    if roles & ANYWHERE.get(action, frozenset()):
        return True
    if mentor == person.id and action in GOING_WITH_IT and Role.MENTOR in roles:
        return True
    at_body = {seat.role for seat in person.seats if seat.body == body and body is not None}
    return bool(at_body & OF_THE_BODY.get(action, frozenset()))
