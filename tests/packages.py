"""Packages under way, for dialogues that begin once somebody goes with a council: granted, confirmed and agreed."""

from __future__ import annotations

from bot import desk
from conversations.intake.opening import NOTICE
from conversations.protocol import changes, mentored
from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.protocol.changes import Change
from conversations.protocol.facts import Json, Role, Status
from conversations.protocol.mentoring import How, Side
from storage.changes import Done, meet, write
from tests.conversation import Conversation, house

OFFICE = 2001


def body_of(council: str) -> str:
    """The code of a council by its name."""
    return desk.find_place(house(), council).code


def application_of(council: str) -> str:
    """The application of a council to the April call."""
    return f"2020-1.{body_of(council)}.1"


def do(conversation: Conversation, actor: int, *done: Change) -> None:
    """Writes changes without a word."""
    now = conversation.clock.now()
    with conversation.connection.begin():
        meet(conversation.connection, [actor], now)
        for one in done:
            write(conversation.connection, [Done(actor, one, now)])


def granted(conversation: Conversation, council: str, service: str = "mentoring", minutes: int = 240) -> str:
    """The council has a package and has confirmed it. Returns its application."""
    key, body = application_of(council), body_of(council)
    entry = LedgerEntry(service, EntryKind.RESERVE, minutes, key, body, conversation.clock.now())
    do(
        conversation,
        OFFICE,
        changes.Invite(f"{body:0>64}", Role.CONTACT, body, desk.find_place(house(), council).name),
        changes.StartApplication(key, "2020-1", body),
        changes.Decide(Decision(key, Outcome.GRANTED, service, minutes), (entry,), Status.ADMITTED),
        changes.MoveApplication(key, Status.ACCEPTED, Status.GRANTED),
    )
    return key


ASKED: dict[str, Json] = {
    "email": "contacte@ajuntament.example",
    "title": "Comprar a cooperatives sent un ajuntament petit",
    "topics": ["procurement", "youth"],
    "modality": "remote",
}
"""What a council answered that matters for whoever goes with it."""


def asked(conversation: Conversation, contact: int, name: str, council: str, service: str) -> str:
    """A contact's council asked for something, was granted a package and has confirmed it. Returns its application."""
    key = granted(conversation, council, service)
    answers = [changes.SaveAnswer(key, question, value) for question, value in ASKED.items()]
    sent = conversation.rows("select id from application where number is not null")
    number = changes.Submit(key, "2020-1", f"2020-1-{1 + len(sent):03d}")
    do(conversation, contact, changes.ReadNotice(NOTICE, name), changes.SaveAnswer(key, "name", name), *answers)
    do(conversation, contact, number, changes.MoveApplication(key, Status.ACCEPTED, Status.SUBMITTED))
    conversation.does("update decision set told_at = at")
    return key


def mentor(conversation: Conversation, person: int | None, name: str, council: str | None, minutes: int = 600) -> int:
    """Somebody gives hours: a person in the bot with that number, or nobody's yet. Returns the profile's id."""
    key = 700 + (person or len(conversation.rows("select id from mentor")))
    body = body_of(council) if council else None
    named = desk.find_place(house(), council).name if council else ""
    digest = f"{key:0>64}"
    added = mentored.AddMentor(key, name, body, named, (), "either", minutes, digest=digest)
    do(conversation, OFFICE, changes.Invite(digest, Role.MENTOR, body, named), added)
    if person is not None:
        do(conversation, person, changes.UseInvitation(digest, Role.MENTOR, body), changes.ReadNotice(NOTICE, name))
    return key


def joined(conversation: Conversation, key: str, profile: int) -> int:
    """Both sides have said yes. Returns the assignment's id."""
    assignment = 40 + len(conversation.rows("select id from assignment"))
    do(
        conversation,
        OFFICE,
        mentored.AssignMentor(assignment, key, profile),
        mentored.AcceptAssignment(assignment, key, Side.MENTOR, How.PHONE),
        mentored.AcceptAssignment(assignment, key, Side.COUNCIL, How.PHONE),
    )
    return assignment
