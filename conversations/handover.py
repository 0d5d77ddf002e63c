"""Handing over: a contact leaves and the application of the body goes on with another (N21).

The application belongs to the body. Whoever leaves has no access from that moment on, also in the middle of a dialogue;
whoever follows opens an invitation of one use and goes on at the same question. The audit log names both.
"""

from __future__ import annotations

from collections.abc import Iterator

from conversations import menus
from conversations.forms.application import CONTACT
from conversations.intake.known import Case, place
from conversations.protocol.changes import DropAnswers, HandOver, Invite
from conversations.protocol.facts import Body, Holder, Role, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, QrPicture, Reply, Say, column
from conversations.protocol.scenes import HandingOver, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationsOf, Calls, Facts, Holders, Me, Register
from conversations.protocol.words import StartLink, T, Verbatim, Words, lines
from conversations.rules import states
from conversations.rules.roles import Action, may
from conversations.rules.tokens import digest

DAYS = 30


def open_(choice: str, facts: Facts) -> Step | None:
    """Who leaves? With one contact there is nothing to ask; with none, only an invitation is missing."""
    body = facts[Register()].get(choice.partition(".")[2])
    if body is None or not may(facts[Me()], Action.HAND_OVER):
        return None
    holders = facts[Holders(body.id)]
    if not holders:
        says = T("{council} has no contact in the bot. With this invitation it will have one.", council=body.council)
        return _invited(Say(says), Invite(digest(facts.token), Role.CONTACT, body.id, body.name), facts)
    if len(holders) == 1:
        return _sure(body, holders[0], facts)
    rows = [Button(_label(one), f"leaves.{one.seat}") for one in holders]
    says = T("Who is no longer a contact of {council}?", council=body.council)
    return Step(HandingOver(body.id), (Say(says, column(*rows, Button(T("Leave it"), "leave"))),))


def handle(scene: HandingOver, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Who leaves, and the last word."""
    body = facts[Register()].get(scene.body)
    if not isinstance(did, Press) or body is None or not may(facts[Me()], Action.HAND_OVER):
        return None
    bare = Edit(turn=turn)
    if did.choice == "leave":
        return Step(Idle(), (bare, Say(T("Left: the contacts are the same."))))
    action, _, seat = did.choice.partition(".")
    chosen = seat if action == "leaves" else str(scene.seat)
    leaver = next((one for one in facts[Holders(body.id)] if str(one.seat) == chosen), None)
    if action not in ("leaves", "handover"):
        return None
    if leaver is None:
        says = T("That person is no longer a contact of {council}. Nothing has changed.", council=body.council)
        return Step(Idle(), (bare, Say(says)))
    if action == "leaves":
        return _sure(body, leaver, facts).after(bare)
    return _hand_over(body, leaver, did, facts).after(bare)


def _sure(body: Body, leaver: Holder, facts: Facts) -> Step:
    says = lines(
        T("<b>Change of contact</b> · {council}", council=body.council),
        _stands(body, facts),
        T("{name} will have no access from now on, and will be told so.", name=_named(leaver)),
        T("Whoever follows goes on from here with an invitation. What is written stays."),
    )
    rows = column(Button(T("Make the change"), "handover"), Button(T("Leave it"), "leave"))
    return Step(HandingOver(body.id, leaver.seat), (Say(says, rows),))


def _stands(body: Body, facts: Facts) -> Words | None:
    applications = facts[ApplicationsOf(body.id)]
    if not applications:
        return None
    last = applications[-1]
    if last.status is Status.DRAFT:
        return place(Case(facts[Me()], next(call for call in facts[Calls()] if call.id == last.call), last))
    state = states.for_office(last.status)
    return T("Application {number} of {council}: {state}.", number=last.number or "", council=body.council, state=state)


def _hand_over(body: Body, leaver: Holder, did: Press, facts: Facts) -> Step:
    left = {seat.role for seat in leaver.person.seats if (seat.role, seat.body) != (Role.CONTACT, body.id)}
    told: list[Reply] = [menus.menu(left, leaver.person.id), Say(*_farewell(body), to=leaver.person.id)]
    others = T(
        "{name} is no longer a contact of {council}. The technical office will invite somebody else; the application "
        "goes on as it was.",
        name=_named(leaver),
        council=body.council,
    )
    told += [Say(others, to=one.person.id) for one in facts[Holders(body.id)] if one.seat != leaver.seat]
    done = lines(
        T("<b>Done.</b> {name} is no longer a contact of {council}.", name=_named(leaver), council=body.council),
        T("Send this invitation to whoever goes on:"),
    )
    change = HandOver(body.id, body.name, leaver.person.id, digest(facts.token))
    return _invited(Say(done), change, facts, *told).also(*_contact_data(body, leaver, facts))


def _contact_data(body: Body, leaver: Holder, facts: Facts) -> Iterator[DropAnswers]:
    """In a draft, the contact data of whoever leaves are set aside: whoever follows is asked for theirs."""
    for one in facts[ApplicationsOf(body.id)]:
        theirs = tuple(name for name in CONTACT if name in one.answers and one.answers[name].person == leaver.person.id)
        if one.status is Status.DRAFT and theirs:
            yield DropAnswers(one.id, theirs)


def _farewell(body: Body) -> tuple[Words, tuple[tuple[Button, ...], ...]]:
    says = lines(
        T(
            "The technical office has passed the application of {council} on to another contact. You no longer have "
            "access to it.",
            council=body.council,
        ),
        T("What you wrote stays in the application, which is the council's. Thank you for your work."),
        T("If it is a mistake, write to the technical office. Your data: /les_meves_dades and /esborra."),
    )
    return says, column(Button(T("Write to the technical office"), "help", standing=True))


def _invited(first: Say, change: HandOver | Invite, facts: Facts, *told: Reply) -> Step:
    invitation = lines(
        T("{link}", link=StartLink(facts.token)),
        T("It serves for one person and {n} days. Send the link or show the code.", n=DAYS),
    )
    picture = QrPicture("invitacio.png", facts.token)
    return Step(Idle(), (first, Say(invitation, document=picture), *told), (change,))


def _named(holder: Holder) -> Words:
    """The name, at the beginning of a sentence; it is kept only once the privacy notice was read."""
    return Verbatim(holder.person.name) if holder.person.name else T("Somebody whose name is not kept")


def _label(holder: Holder) -> Words:
    """The name on a button; of somebody whose name is not kept, since when."""
    return _named(holder) if holder.person.name else T("Without a name (since {since})", since=holder.since)
