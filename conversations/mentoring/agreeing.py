"""Both sides accept who goes with a council, in the bot or by telephone; only then are contacts exchanged."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake.attachments import cannot_read
from conversations.mentoring import people, questions
from conversations.mentoring.notice import OF_MENTORS
from conversations.mentoring.wanted import number
from conversations.privacy.telling import lacking
from conversations.protocol.incoming import Attachment, Incoming, Press, Text
from conversations.protocol.mentored import AcceptAssignment
from conversations.protocol.mentoring import Acceptance, Assignment, AssignmentState, How, Side
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import GivingContact, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOf, Calls, Facts, Me, Office
from conversations.protocol.words import Minutes, T, Words, lines, paragraphs
from conversations.rules.decisions import SERVICES
from conversations.rules.roles import Action


def asks_mentor(assignment: Assignment, facts: Facts) -> Words:
    """What a mentor or adviser is asked: for whom, what for, how long and until when."""
    grant = assignment.grant
    call = next(call for call in facts[Calls()] if call.id == grant.application.call)
    topics = people.asked_topics(grant)
    return lines(
        T(
            "<b>Can you go with {council}?</b> {service}, {hours}, until {day}.",
            council=people.council(grant),
            service=SERVICES[grant.service],
            hours=Minutes(grant.reserved or grant.granted),
            day=call.sessions_to,
        ),
        T("It asks: «{title}»", title=people.title(grant)),
        T("Topics: {topics}.", topics=people.topics(topics)) if topics else None,
        T("When both sides have accepted, each is told how to reach the other."),
    )


def asks_council(assignment: Assignment) -> Words:
    """What a council is asked: by whom, where from and what in."""
    mentor = assignment.mentor
    return lines(
        T("<b>The technical office proposes who will go with you</b>: {whose}.", whose=people.whose(mentor)),
        T("Topics: {topics}.", topics=people.topics(mentor.topics)) if mentor.topics else None,
        T("Is it all right? When both sides have accepted, each is told how to reach the other."),
    )


def buttons_mentor(assignment: Assignment) -> Keyboard:
    """The answers of a mentor or adviser."""
    return column(
        Button(T("Yes, I can"), f"goyes.{assignment.id}", standing=True),
        Button(T("I cannot"), f"gono.{assignment.id}", standing=True),
        Button(T("I have a doubt"), "help", standing=True),
    )


def buttons_council(assignment: Assignment) -> Keyboard:
    """The answers of a council."""
    return column(
        Button(T("It is all right"), f"goyes.{assignment.id}", standing=True),
        Button(T("We would rather have somebody else"), f"gono.{assignment.id}", standing=True),
        Button(T("I have a doubt"), "help", standing=True),
    )


def office_buttons(assignment: Assignment) -> Keyboard:
    """What the office can do with a package that somebody goes with, or was proposed for."""
    key = assignment.id
    mentor = Button(T("Accepted by phone: the mentor"), f"gophone.{key}.mentor", standing=True)
    council = Button(T("Accepted by phone: the council"), f"gophone.{key}.council", standing=True)
    other = Button(T("Look for somebody else"), f"goother.{key}", standing=True)
    if not assignment.agreed:
        return column(None if assignment.by_mentor else mentor, None if assignment.by_council else council, other)
    pause = Button(T("Pause the sessions"), f"gopause.{key}", standing=True)
    resume = Button(T("Take the sessions up again"), f"goresume.{key}", standing=True)
    stop = Button(T("End it before its hours"), f"gostop.{key}", standing=True)
    return column(resume if assignment.paused else pause, other, stop)


def found(choice: str, facts: Facts, action: Action) -> tuple[Assignment, Side] | None:
    """The assignment that a button names and the side of this person, if it is theirs to act on (R49)."""
    key = number(choice)
    assignment = facts[AssignmentOf(key)] if key is not None else None
    if assignment is None or not people.allowed(facts[Me()], action, assignment):
        return None
    side = people.side_of(facts[Me()], assignment)
    return None if side is None else (assignment, side)


def accept(choice: str, did: Press, facts: Facts) -> Step | None:
    """A side says yes with its own button."""
    here = found(choice, facts, Action.ANSWER_ASSIGNMENT)
    if here is None or here[1] is Side.OFFICE:
        return None
    assignment, side = here
    if (already := _already(assignment, side)) is not None:
        return Step(None, (Say(already),))
    if side is Side.MENTOR and lacking(facts):
        return OF_MENTORS.show(choice, facts)
    if side is Side.MENTOR and not assignment.mentor.contact:
        council = people.council(assignment.grant)
        asks = lines(
            T("How can {council} reach you? Write an e-mail address or a telephone.", council=council),
            T("Only they and the technical office will see it, when they have accepted too."),
        )
        rows = column(Button(T("Leave it for later"), "leave"))
        return Step(GivingContact(assignment.id), (Edit(message=did.message), Say(asks, rows)))
    return _accepted(assignment, side, How.BOT, did, facts).after(Edit(message=did.message))


def _already(assignment: Assignment, side: Side) -> Words | None:
    """Why there is nothing more to accept; None while there is."""
    if not assignment.alive:
        return T("This is not standing any more. The technical office looks after it.")
    yes = assignment.by_mentor if side is Side.MENTOR else assignment.by_council
    if assignment.agreed:
        return reached(assignment, side)
    return T("You have already accepted. You will be told when the other side answers.") if yes else None


def give_contact(scene: GivingContact, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Takes the contact of whoever accepts; with it comes the yes."""
    here = found(f"goyes.{scene.assignment}", facts, Action.ANSWER_ASSIGNMENT)
    if here is None:
        return None
    assignment, side = here
    match did:
        case Press(choice="leave") if side is Side.OFFICE:
            return Step(Idle(), (Edit(turn=turn), Say(T("Left as it was."), office_buttons(assignment))))
        case Press(choice="leave"):
            says = T("You have not accepted yet. You can do it whenever you like.")
            return Step(Idle(), (Edit(turn=turn), Say(says, buttons_mentor(assignment))))
        case Press(choice="without") if side is Side.OFFICE:
            read: str | Words = ""
        case Text(text=text):
            read = questions.read_contact(text)
        case Attachment(kind=kind):
            return Step(scene, (Say(lines(cannot_read(kind), T("Write it, please; nothing has been lost."))),))
        case _:
            return None
    if not isinstance(read, str):
        return Step(scene, (Say(read),))
    if (already := _already(assignment, Side.MENTOR)) is not None:
        return Step(Idle(), (Edit(turn=turn), Say(already)))
    how = How.PHONE if side is Side.OFFICE else How.BOT
    step = _accepted(assignment, Side.MENTOR, how, did, facts, contact=read)
    return Step(Idle(), (Edit(turn=turn), *step.replies), step.changes)


def by_phone(choice: str, did: Press, facts: Facts) -> Step | None:
    """The office writes down that a side accepted by telephone."""
    here = found(choice, facts, Action.ASSIGN)
    sides = {"mentor": Side.MENTOR, "council": Side.COUNCIL}
    side = sides.get(choice.rpartition(".")[2])
    if here is None or side is None:
        return None
    assignment = here[0]
    yes = assignment.by_mentor if side is Side.MENTOR else assignment.by_council
    if assignment.state is not AssignmentState.PROPOSED or yes is not None:
        return Step(None, (Say(T("It has been written down already, or the proposal is not standing any more.")),))
    if side is Side.MENTOR and not assignment.mentor.contact:
        asks = lines(
            T("How can they be reached? Write an e-mail address or a telephone."),
            T("The council will see it when both sides have accepted."),
        )
        rows = column(Button(T("Write it down without a contact"), "without"), Button(T("Leave it"), "leave"))
        return Step(GivingContact(assignment.id), (Say(asks, rows),))
    return _accepted(assignment, side, How.PHONE, did, facts)


def _accepted(assignment: Assignment, side: Side, how: How, did: Incoming, facts: Facts, contact: str = "") -> Step:
    """A yes is written down. The second one exchanges the contacts and tells everybody."""
    change = AcceptAssignment(assignment.id, assignment.grant.id, side, how, contact)
    mentor = replace(assignment.mentor, contact=contact or assignment.mentor.contact)
    yes = Acceptance(facts.now, how)
    now = replace(
        assignment,
        mentor=mentor,
        by_mentor=yes if side is Side.MENTOR else assignment.by_mentor,
        by_council=yes if side is Side.COUNCIL else assignment.by_council,
    )
    if now.by_mentor and now.by_council:
        return Step(None, (*_exchange(now, side, how, did, facts),), (change,))
    if how is How.PHONE:
        told = T("The technical office has written down that you accept by telephone.")
        tell = people.to_mentor if side is Side.MENTOR else people.to_council
        says = T("<b>Written down</b>: accepted by phone. The other side's answer is missing.")
        return Step(None, (Say(says, office_buttons(now)), *tell(now, did, told)), (change,))
    thanks = T("Thank you. You will be told when the other side answers.")
    office = T("{who} accepts to go with {council}.", who=people.who(mentor), council=people.council(now.grant))
    if side is Side.COUNCIL:
        office = T("{council} accepts {who}.", who=people.who(mentor), council=people.council(now.grant))
    return Step(None, (Say(thanks), *people.to_office(facts[Office()], did, office, _see(now))), (change,))


def _see(assignment: Assignment) -> Keyboard:
    return column(Button(T("Show the package"), f"package.{assignment.grant.id}", standing=True))


def _exchange(assignment: Assignment, side: Side, how: How, did: Incoming, facts: Facts) -> tuple[Say, ...]:
    """Each side hears how to reach the other, whoever of them is writing included, and the office that it is done."""
    rows = column(Button(T("Propose a date"), f"date.{assignment.id}", standing=True))
    done = T(
        "<b>Agreed</b>: {who} goes with {council}. Each side has been told how to reach the other.",
        who=people.who(assignment.mentor),
        council=people.council(assignment.grant),
    )
    absent = lines(
        T("Phone {who}: they are not in the bot.", who=people.who(assignment.mentor))
        if assignment.mentor.person is None
        else None,
        T("Phone {council}: it has nobody in the bot.", council=people.council(assignment.grant))
        if not assignment.contacts
        else None,
    )
    mentor, council = reached(assignment, Side.MENTOR), reached(assignment, Side.COUNCIL)
    told = (
        *people.to_mentor(assignment, did, mentor, rows),
        *people.to_council(assignment, did, council, rows),
        *people.to_office(facts[Office()], did, lines(done, absent), _see(assignment)),
    )
    if how is How.PHONE:
        return (Say(lines(done, absent)), *told)
    return (Say(mentor if side is Side.MENTOR else council, rows), *told)


def reached(assignment: Assignment, side: Side) -> Words:
    """What a side is told once both have accepted."""
    council = people.council(assignment.grant)
    if side is Side.MENTOR:
        return paragraphs(
            lines(
                T("<b>It is agreed</b>: you go with {council}.", council=council),
                T("Contact: {contact}.", contact=people.reach_council(assignment.grant)),
            ),
            T(
                "After each session, write it here in a sentence, such as «Yesterday 2 h with {council}, online: the "
                "action plan».",
                council=council,
            ),
        )
    return paragraphs(
        lines(
            T("<b>It is agreed</b>: {who} goes with you.", who=people.who(assignment.mentor)),
            T("Contact: {contact}.", contact=people.reach_mentor(assignment.mentor)),
        ),
        T("Agree on the first session with them. Each session that they write down will be sent to you to confirm."),
    )
