"""/inici: one card with a section per role, and /estat."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.commission import card
from conversations.decisions import doors
from conversations.intake import opening, standing
from conversations.intake.known import case_for
from conversations.keeping import attention
from conversations.mentoring import card as mentoring
from conversations.protocol.facts import Role, Seat
from conversations.protocol.incoming import Incoming
from conversations.protocol.replies import Button, Keyboard, Reply, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me
from conversations.protocol.words import Council, T, lines
from conversations.rules import deadlines


def home(did: Incoming, facts: Facts) -> Step:
    """What this person can do now. A contact of one council who is nothing else goes straight to the application."""
    me = facts[Me()]
    contacts = me.contact_seats()
    others = [role for role in Role if role is not Role.CONTACT and me.holds(role)]
    if len(contacts) == 1 and not others:
        step = opening.start(contacts[0], did, facts)
        return Step(step.scene, (*step.replies, *mentoring.received(facts)), step.changes)
    says: list[Reply] = []
    if contacts:
        says.append(Say(T("<b>Applications</b>. For which council?"), _councils(contacts)))
    if Role.OFFICE in others:
        rows = column(
            Button(T("Show me the applications"), "desk", standing=True),
            _packages(facts),
            Button(T("Invite somebody"), "invite", standing=True),
            Button(T("Extend the deadline"), "extend", standing=True),
            Button(T("Show the members of the network"), "members", standing=True),
            _meeting(facts),
        )
        says.append(
            Say(
                lines(
                    T("<b>Technical office</b>"),
                    T("Requests for access, questions and new applications arrive here as they come."),
                ),
                rows,
            )
        )
        says += attention.card(facts)
    says += doors.cards(facts)
    assess = card.card(facts)
    if assess is not None:
        says.append(assess)
    says += [*mentoring.giving(facts), *mentoring.received(facts)]
    return Step(Idle(), tuple(says))


def _meeting(facts: Facts) -> Button | None:
    """The office's way to the commission's meeting; a member of the commission has a section of its own."""
    closed = deadlines.assessed(facts[Calls()], facts.now)
    own = facts[Me()].holds(Role.COMMISSION)
    return Button(T("Show the commission's meeting"), "room", standing=True) if closed and not own else None


def _packages(facts: Facts) -> Button | None:
    """The office's way to the packages, once a call takes no more applications."""
    closed = deadlines.assessed(facts[Calls()], facts.now)
    return Button(T("Show mentoring and advice"), "packages", standing=True) if closed else None


def status(did: Incoming, facts: Facts) -> Step:
    """/estat: where the application of each council stands, in the words of the council."""
    contacts = facts[Me()].contact_seats()
    call = deadlines.latest(facts[Calls()], facts.now)
    if not contacts or call is None:
        return Step(None, (Say(T("You have no application here.")),))
    if len(contacts) == 1:
        return opening.start(contacts[0], did, facts)
    stands = [standing.line(case_for(facts, seat, call), facts.now, facts) for seat in contacts]
    return Step(None, (Say(lines(*stands), _councils(contacts)),))


def _councils(seats: Sequence[Seat]) -> Keyboard:
    names = (T("{council}", council=Council(seat.body_name)) for seat in seats)
    return column(*(Button(name, f"start.{seat.body}", standing=True) for name, seat in zip(names, seats, strict=True)))
