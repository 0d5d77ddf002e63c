"""Declining, asking for somebody else, pausing and ending: at every moment, by either side or the office."""

from __future__ import annotations

from datetime import datetime

from conversations import free_text
from conversations.intake.attachments import cannot_read
from conversations.mentoring import calendar, people, sayings
from conversations.mentoring.agreeing import found
from conversations.protocol.changes import Change, MoveApplication
from conversations.protocol.facts import Status
from conversations.protocol.incoming import Attachment, Incoming, Press, Text
from conversations.protocol.mentored import EndAssignment, PauseAssignment
from conversations.protocol.mentoring import AppointmentState, Assignment, AssignmentState, Side
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Idle, Parting
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOf, Calls, Facts, LedgerOf, Me, Office
from conversations.protocol.words import Council, Minutes, T, Words, lines
from conversations.rules import bags, dates
from conversations.rules.assent import gives_no_reason
from conversations.rules.roles import Action

LONGEST = 500

DECLINED, REPLACED, STOPPED = "declined", "replaced", "stopped"

_GONE = T("This is not standing any more. The technical office looks after it.")


def decline(choice: str, did: Press, facts: Facts) -> Step | None:
    """A side does not accept: asks why, which nobody has to say."""
    here = found(choice, facts, Action.ANSWER_ASSIGNMENT)
    if here is None or here[1] is Side.OFFICE:
        return None
    assignment, _ = here
    if not assignment.alive:
        return Step(None, (Say(_GONE),))
    if assignment.agreed:
        return other(f"goother.{assignment.id}", did, facts)
    says = lines(
        T("Understood. Do you want to say why?"),
        T("Only the technical office will read it, to look for somebody else."),
    )
    rows = column(Button(T("Without a reason"), "none"), Button(T("Go back"), "leave"))
    return Step(Parting(assignment.id, DECLINED), (Edit(message=did.message), Say(says, rows)))


def other(choice: str, did: Press, facts: Facts) -> Step | None:
    """Somebody else is wanted: asks why."""
    here = found(choice, facts, Action.REPLACE)
    if here is None:
        return None
    assignment, side = here
    if not assignment.alive:
        return Step(None, (Say(_GONE),))
    council = people.council(assignment.grant)
    says = lines(
        T("{who} will not go with {council} any more.", who=people.who(assignment.mentor), council=council)
        if side is not Side.MENTOR
        else T("You will not go with {council} any more.", council=council),
        T("The hours that were done stay, and the others wait for whoever comes next."),
        T("Write the reason. Only the technical office will read it."),
    )
    rows = column(Button(T("Leave it"), "leave"))
    return Step(Parting(assignment.id, REPLACED), (Say(says, rows),))


def stop(choice: str, did: Press, facts: Facts) -> Step | None:
    """It ends before its hours: asks why. The hours that are left return to the bag (R37)."""
    here = found(choice, facts, Action.REPLACE)
    if here is None or here[1] is Side.MENTOR:
        return None
    assignment, _ = here
    grant = assignment.grant
    if not assignment.agreed or grant.status is not Status.RUNNING:
        says = T("Only what has begun can end before its hours. Before that, the council can renounce.")
        return Step(None, (Say(says),))
    says_what = lines(
        T(
            "{council} will do no more sessions: {hours} returns to the bag, and it cannot be undone.",
            "{council} will do no more sessions: {hours} return to the bag, and it cannot be undone.",
            n=sayings.grammatical(grant.reserved),
            council=people.council(grant),
            hours=Minutes(grant.reserved),
        ),
        T("Write the reason. Both sides and the technical office will read it."),
    )
    rows = column(Button(T("Leave it"), "leave"))
    return Step(Parting(assignment.id, STOPPED), (Say(says_what, rows),))


def handle(scene: Parting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The reason, or none, or going back."""
    action = Action.ANSWER_ASSIGNMENT if scene.to == DECLINED else Action.REPLACE
    here = found(f"goother.{scene.assignment}", facts, action)
    if here is None:
        return None
    assignment, side = here
    match did:
        case Press(choice="leave"):
            return Step(Idle(), (Edit(turn=turn), Say(T("Left as it was."))))
        case Press(choice="none") if scene.to == DECLINED:
            reason = ""
        case Text(text=text) if scene.to == DECLINED and gives_no_reason(text):
            reason = ""  # «do you want to say why?», «no»
        case Text() | Press():
            read = free_text.reason(scene, did, LONGEST, turn, Button(T("Leave it"), "leave"))
            if not isinstance(read, Text):
                return read
            reason = read.text.strip()
        case Attachment(kind=kind):
            return Step(scene, (Say(lines(cannot_read(kind), T("Write it, please; nothing has been lost."))),))
        case _:
            return None
    if not assignment.alive:
        return Step(Idle(), (Edit(turn=turn), Say(_GONE)))
    step = _stopped(assignment, reason, side, did, facts) if scene.to == STOPPED else None
    ended = step or _ended(assignment, AssignmentState(scene.to), reason, side, did, facts)
    return Step(Idle(), (Edit(turn=turn), *ended.replies), ended.changes)


def _see(assignment: Assignment) -> Keyboard:
    return column(Button(T("Show the package"), f"package.{assignment.grant.id}", standing=True))


def _ended(assignment: Assignment, to: AssignmentState, reason: str, side: Side, did: Incoming, facts: Facts) -> Step:
    """Whoever went, or was to go, does not any more; everybody hears it, and only the office hears why."""
    change = EndAssignment(assignment.id, assignment.grant.id, to, side, reason)
    who, council = people.who(assignment.mentor), people.council(assignment.grant)
    heads = {
        Side.MENTOR: T("{who} cannot go with {council}.", who=who, council=council),
        Side.COUNCIL: T("{council} would rather have somebody else than {who}.", who=who, council=council),
        Side.OFFICE: T("{who} does not go with {council} any more.", who=who, council=council),
    }
    office = lines(
        heads[side],
        T("Reason: {reason}", reason=reason) if reason else None,
        T("Nobody goes with it now: somebody has to be looked for."),
    )
    mentor = T("You do not go with {council} any more. Thank you for your time.", council=council)
    if not assignment.agreed:
        mentor = T("What was proposed for {council} does not go on. Thank you for your time.", council=council)
    theirs = lines(
        T("{whose} does not go with you any more.", whose=people.whose(assignment.mentor))
        if assignment.agreed
        else T("{whose} cannot go with you.", whose=people.whose(assignment.mentor)),
        T("The technical office is looking for somebody else. Your hours are kept."),
    )
    done = {
        Side.MENTOR: T("Noted, thank you. The technical office will look for somebody else."),
        Side.COUNCIL: T("Noted. The technical office will look for somebody else. Your hours are kept."),
        Side.OFFICE: T("<b>Done</b>: nobody goes with {council} now.", council=council),
    }
    told = (
        *(people.to_mentor(assignment, did, mentor) if side is not Side.MENTOR else ()),
        *(people.to_council(assignment, did, theirs) if side is not Side.COUNCIL else ()),
        *people.to_office(facts[Office()], did, office, _see(assignment)),
    )
    rows = _see(assignment) if side is Side.OFFICE else ()
    return Step(None, (Say(done[side], rows), *told), (change,))


def _stopped(assignment: Assignment, reason: str, side: Side, did: Incoming, facts: Facts) -> Step:
    grant = assignment.grant
    call = next(call for call in facts[Calls()] if call.id == grant.application.call)
    book = bags.Book(call.services, facts[LedgerOf(call.id)])
    back = bags.release(book, grant.id, grant.application.body, facts.now, note=reason).entries
    says = lines(
        T("<b>It has ended before its hours</b>: {council}.", council=people.council(grant)),
        T("Reason: {reason}", reason=reason),
        T(
            "{hours} returns to the bag.",
            "{hours} return to the bag.",
            n=sayings.grammatical(grant.reserved),
            hours=Minutes(grant.reserved),
        ),
    )
    told = (
        *people.to_mentor(assignment, did, says),
        *people.to_council(assignment, did, says),
        *people.to_office(facts[Office()], did, says),
    )
    changes: tuple[Change, ...] = (
        EndAssignment(assignment.id, grant.id, AssignmentState.ENDED, side, reason),
        MoveApplication(grant.id, Status.INTERRUPTED, grant.status, reason, back),
    )
    return Step(None, (Say(says), *told), changes)


def pause(choice: str, did: Press, facts: Facts) -> Step | None:
    """The sessions rest, or go on: nobody is reminded meanwhile."""
    here = found(choice, facts, Action.PAUSE)
    if here is None:
        return None
    assignment, side = here
    resting = choice.startswith("gopause.")
    if not assignment.agreed:
        return Step(None, (Edit(message=did.message), Say(_GONE)))
    if (assignment.paused is not None) is resting:
        return Step(None, (Edit(message=did.message), Say(T("It is already so."))))
    to_council = _rested(T("{who}", who=people.who(assignment.mentor)), resting)
    to_others = _rested(people.council(assignment.grant), resting)
    rows = _pausing(assignment, resting)
    says = to_council if side is Side.COUNCIL else to_others
    mine: Words = lines(says, T("Nobody will be reminded of them meanwhile.") if resting else None)
    told = _all_hear(assignment, did, facts, resting)
    if side is Side.COUNCIL:
        mine = people.for_one(assignment, did.person, mine)
    change = PauseAssignment(assignment.id, assignment.grant.id, resting, side)
    return Step(None, (Edit(message=did.message), Say(mine, rows), *told), (change,))


def resumed(assignment: Assignment, did: Incoming, facts: Facts) -> tuple[Say, ...]:
    """What the others hear when a session is told of a package that was paused: it goes on."""
    return _all_hear(assignment, did, facts, resting=False)


def _pausing(assignment: Assignment, resting: bool) -> Keyboard:
    again = "goresume" if resting else "gopause"
    label = T("Take the sessions up again") if resting else T("Pause the sessions")
    return column(Button(label, f"{again}.{assignment.id}", standing=True))


def _all_hear(assignment: Assignment, did: Incoming, facts: Facts, resting: bool) -> tuple[Say, ...]:
    to_council = _rested(T("{who}", who=people.who(assignment.mentor)), resting)
    to_others = _rested(people.council(assignment.grant), resting)
    rows = _pausing(assignment, resting)
    return (
        *people.to_mentor(assignment, did, to_others, rows),
        *people.to_council(assignment, did, to_council, rows),
        *people.to_office(facts[Office()], did, to_others),
    )


def _rested(whom: Council | T, resting: bool) -> Words:
    if isinstance(whom, Council):
        return (
            T("The sessions with {council} are paused.", council=whom)
            if resting
            else T("The sessions with {council} go on.", council=whom)
        )
    return (
        T("The sessions with {who} are paused.", who=whom) if resting else T("The sessions with {who} go on.", who=whom)
    )


def mine(choice: str, facts: Facts) -> Step | None:
    """One package as each side sees it, with what can be done."""
    here = found(choice, facts, Action.SEE_SESSIONS)
    if here is None or facts[AssignmentOf(here[0].id)] is None or not facts[Me()].seats:
        return None
    assignment, side = here
    return Step(None, (Say(*seen(assignment, side, facts.now)),))


def seen(assignment: Assignment, side: Side, now: datetime) -> tuple[Words, Keyboard]:
    """What is said of a package to a side at a moment (UTC), and its buttons."""
    grant, key = assignment.grant, assignment.id
    hours = T(
        "{done} of {granted} noted.",
        "{done} of {granted} noted.",
        n=sayings.grammatical(grant.consumed),
        done=Minutes(grant.consumed),
        granted=Minutes(grant.granted),
    )
    if side is Side.MENTOR:
        head = T("<b>{council}</b>: {hours}", council=people.council(grant), hours=hours)
        reach = T("Contact: {contact}.", contact=people.reach_council(grant))
    else:
        head = T("<b>{who}</b> goes with you: {hours}", who=people.who(assignment.mentor), hours=hours)
        reach = T("Contact: {contact}.", contact=people.reach_mentor(assignment.mentor))
    paused = T("The sessions are paused.") if assignment.paused else None
    pausing = Button(T("Pause the sessions"), f"gopause.{key}", standing=True)
    resuming = Button(T("Take the sessions up again"), f"goresume.{key}", standing=True)
    leaving = Button(
        T("I cannot go on") if side is Side.MENTOR else T("Ask for somebody else"), f"goother.{key}", standing=True
    )
    rows = column(
        Button(T("Propose a date"), f"date.{key}", standing=True),
        resuming if assignment.paused else pausing,
        leaving,
    )
    coming = dates.coming(assignment.appointments, now)
    nearest = coming[0] if coming else None
    if nearest is None:
        return lines(head, reach, paused), rows
    agreed = nearest.state is AppointmentState.AGREED
    said = T("Next session: {when}.", when=calendar.when(nearest))
    if not agreed:
        said = T("Proposed, without an answer yet: {when}.", when=calendar.when(nearest))
    own = calendar.answers(nearest) if not agreed and nearest.by is not side else calendar.changes(nearest)
    return lines(head, reach, paused, said), (*own, *rows[1:])
