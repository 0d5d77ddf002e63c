"""Answering a date, changing it, calling it off, and a session to which one side did not come."""

from __future__ import annotations

from collections.abc import Callable

from conversations.mentoring import calendar, dating, people
from conversations.mentoring.wanted import number
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.mentored import LogSession, MoveDate
from conversations.protocol.mentoring import STANDING, Appointment, AppointmentState, Assignment, SessionState, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOfDate, Calls, Facts, Me, Office
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import dates, deadlines, windows
from conversations.rules.roles import Action

Here = tuple[Assignment, Appointment, Side]

_OLD = T("This date is not standing any more. With /inici you see how it stands.")


def _here(choice: str, facts: Facts) -> Here | None:
    """The date that a button names and the side of this person, if it is theirs to act on (R49)."""
    key = number(choice)
    if key is None:
        return None
    assignment = facts[AssignmentOfDate(key)]
    if assignment is None or not people.allowed(facts[Me()], Action.PROPOSE_DATE, assignment):
        return None
    one, side = assignment.appointment(key), people.side_of(facts[Me()], assignment)
    return None if one is None or side is None else (assignment, one, side)


def accept(choice: str, did: Press, facts: Facts) -> Step | None:
    """The other side says yes: both get the date for their calendars."""
    here = _here(choice, facts)
    if here is None:
        return None
    assignment, one, side = here
    if (why := _closed(here, facts)) is not None:
        return Step(None, (Edit(message=did.message), Say(why)))
    if side is one.by:
        return Step(None, (Say(T("You proposed it yourselves: the other side has to answer.")),))
    grant = assignment.grant.id
    changes: list[Change] = [MoveDate(one.id, grant, AppointmentState.AGREED, side)]
    stood = dates.stands(assignment.appointments, one)
    if stood is not None:
        changes.append(MoveDate(stood.id, grant, AppointmentState.MOVED, side))
    done = _to_both(here, lambda whom: lines(T("<b>Agreed</b>:"), calendar.line(one, whom)), did, facts)
    return Step(None, (Edit(message=did.message), *done), tuple(changes))


def _to_both(
    here: Here, says: Callable[[Council | None], Words], did: Incoming, facts: Facts, *, cancelled: bool = False
) -> tuple[Say, ...]:
    """What is said of the date to whoever presses and to everybody of both sides, each with the date as their own
    calendar has it; who goes with several councils reads with which one."""
    assignment, one, side = here
    to_council, to_mentor = says(None), says(people.council(assignment.grant))
    rows = () if cancelled else calendar.changes(one)
    own = Side.COUNCIL if side is Side.COUNCIL else Side.MENTOR
    mentor = calendar.event(one, assignment, Side.MENTOR, facts.now, cancelled=cancelled)
    council = calendar.event(one, assignment, Side.COUNCIL, facts.now, cancelled=cancelled)
    mine = Say(to_mentor, rows, document=mentor)
    if own is Side.COUNCIL:
        mine = Say(people.for_one(assignment, did.person, to_council), rows, document=council)
    others = (
        *(Say(to_mentor, rows, document=mentor, to=person) for person in assignment.mentor.chats),
        *(
            Say(people.for_one(assignment, contact, to_council), rows, document=council, to=contact)
            for contact in assignment.contacts
        ),
    )
    return (mine, *(one for one in others if one.to != did.person))


def _closed(here: Here, facts: Facts) -> Words | None:
    """Why a proposed date cannot be answered any more."""
    assignment, one, _ = here
    if not assignment.agreed or one.state is not AppointmentState.PROPOSED:
        return _OLD
    if dates.starts(one) <= facts.now:
        return T("That moment is past. Propose another date.")
    return None


def decline(choice: str, did: Press, facts: Facts) -> Step | None:
    """The other side cannot; or whoever proposed takes it back."""
    here = _here(choice, facts)
    if here is None:
        return None
    assignment, one, side = here
    if one.state is not AppointmentState.PROPOSED:
        return Step(None, (Edit(message=did.message), Say(_OLD)))
    again = column(Button(T("Propose another date"), f"date.{assignment.id}", standing=True))
    says = lines(
        T("{who} cannot on {when}.", who=people.subject(assignment, side), when=calendar.when(one)), _stands(here)
    )
    told = (*people.to_mentor(assignment, did, says, again), *people.to_council(assignment, did, says, again))
    mine = lines(T("Noted: it cannot be on {when}.", when=calendar.when(one)), _stands(here))
    change = MoveDate(one.id, assignment.grant.id, AppointmentState.DECLINED, side)
    return Step(None, (Edit(message=did.message), Say(mine, again), *told), (change,))


def _stands(here: Here) -> Words | None:
    assignment, one, _ = here
    stood = dates.stands(assignment.appointments, one)
    return T("The one of {when} stands.", when=calendar.when(stood)) if stood is not None else None


def _by(assignment: Assignment, side: Side) -> Council | T:
    if side is Side.OFFICE:
        return T("the technical office")
    return people.council(assignment.grant) if side is Side.COUNCIL else people.who(assignment.mentor)


def move(choice: str, did: Press, facts: Facts) -> Step | None:
    """Another date is proposed in the place of this one, which stands until it is accepted."""
    here = _here(choice, facts)
    if here is None:
        return None
    assignment, one, _ = here
    if not assignment.agreed or one.state not in dates.OPEN:
        return Step(None, (Edit(message=did.message), Say(_OLD)))
    return dating.asks(assignment, one.id)


def call_off(choice: str, did: Press, facts: Facts) -> Step | None:
    """Asks for the last word."""
    here = _here(choice, facts)
    if here is None:
        return None
    _, one, _ = here
    if one.state is not AppointmentState.AGREED:
        return Step(None, (Edit(message=did.message), Say(_OLD)))
    rows = column(Button(T("Yes, call it off"), f"datesure.{one.id}", standing=True))
    says = lines(
        T("Do you want to call off the session of {when}?", when=calendar.when(one)),
        T("The other side will be told. If not, there is nothing to do."),
    )
    return Step(None, (Say(says, rows),))


def called_off(choice: str, did: Press, facts: Facts) -> Step | None:
    """It is off, for both, and out of their calendars."""
    here = _here(choice, facts)
    if here is None:
        return None
    assignment, one, side = here
    if one.state is not AppointmentState.AGREED:
        return Step(None, (Edit(message=did.message), Say(_OLD)))
    by = T("By {who}. No hours are counted.", who=_by(assignment, side))

    def called_off(whom: Council | None) -> Words:
        what = T("<b>Called off</b>: the session of {when}.", when=calendar.when(one))
        if whom is not None:
            what = T("<b>Called off</b>: the session of {when} with {council}.", when=calendar.when(one), council=whom)
        return lines(what, by)

    change = MoveDate(one.id, assignment.grant.id, AppointmentState.CANCELLED, side)
    told = _to_both(here, called_off, did, facts, cancelled=True)
    return Step(None, (Edit(message=did.message), *told), (change,))


def missed(choice: str, did: Press, facts: Facts) -> Step | None:
    """One side did not come: it is noted with no hours, and the other one hears it (domain §2.2)."""
    here = _here(choice, facts)
    if here is None:
        return None
    assignment, one, side = here
    if one.state is not AppointmentState.AGREED or not assignment.agreed:
        return Step(None, (Edit(message=did.message), Say(_OLD)))
    if dates.starts(one) > facts.now:
        return Step(
            None, (Say(T("It has not been the time yet. You can change it or call it off."), calendar.changes(one)),)
        )
    if any(told.day == one.day and told.state in STANDING for told in assignment.sessions):
        return Step(None, (Edit(message=did.message), Say(T("There is already a session noted on that day."))))
    call = _call(assignment, facts)
    grant = assignment.grant.id
    logged = LogSession(
        did.update,
        assignment.id,
        grant,
        one.day,
        0,
        windows.confirm_by(call, deadlines.today(facts.now)),
        (),
        one.begins,
        one.modality,
        state=SessionState.NO_SHOW,
    )
    says = lines(
        T(
            "{who} has noted that the session of {when} was not held.",
            who=people.subject(assignment, side),
            when=calendar.when(one),
        ),
        T("It counts 0 hours. If that is not right, tell the technical office."),
    )
    rows = column(
        Button(T("Propose a date"), f"date.{assignment.id}", standing=True),
        Button(T("I have a doubt"), "help", standing=True),
    )
    mine = lines(
        T("<b>Noted</b>: the session of {when} was not held. It counts 0 hours.", when=calendar.when(one)),
        T("You can agree on another day."),
    )
    told = (
        *people.to_mentor(assignment, did, says, rows),
        *people.to_council(assignment, did, says, rows),
        *people.to_office(facts[Office()], did, says),
    )
    off = MoveDate(one.id, grant, AppointmentState.MISSED, side)
    return Step(None, (Edit(message=did.message), Say(mine, rows[:1]), *told), (logged, off))


def _call(assignment: Assignment, facts: Facts) -> Call:
    return next(call for call in facts[Calls()] if call.id == assignment.grant.application.call)
