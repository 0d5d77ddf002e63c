"""The other side of a session: it confirms, says what was otherwise, or that it was not held (N16)."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import disputing, ending, hearing, hours, people, room, sayings, thresholds, which
from conversations.mentoring.hearing import as_claimed, claimant, seen
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.changes import Change
from conversations.protocol.facts import Person
from conversations.protocol.incoming import Press
from conversations.protocol.mentored import (
    AgreeSession,
    AmendSession,
    ClaimMinutes,
    ConfirmSession,
    ExceedPackage,
    WithdrawClaim,
)
from conversations.protocol.mentoring import How, Session, SessionState, Side
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import windows
from conversations.rules.deadlines import today
from conversations.rules.roles import Action, may


def confirm(choice: str, did: Press, facts: Facts) -> Step | None:
    """The council confirms a session, or the office for a council that has said so by telephone."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.CONFIRM_SESSION, told.body):
        return None
    if asked := doubtful(choice, told, did, facts):
        return asked
    if told.session.state is not SessionState.REPORTED or claimant(told.session) is Side.MENTOR:
        return already(told, did)
    if claimant(told.session) is Side.COUNCIL:
        return _otherwise(told, did)
    if not choice.endswith(f".{seen(told.session)}"):
        return _changed(told, did)
    by_phone = by_office(facts[Me()], told)
    confirmed = ConfirmSession(told.session.id, told.application, How.PHONE if by_phone else How.BOT)
    line = sayings.line(told.session)
    says: Words = (
        T("<b>Confirmed</b> for {council}, as it told the office: {line}.", council=_council(told), line=line)
        if by_phone
        else T("<b>Confirmed:</b> {line}.", line=line)
    )
    heard = T("{council} has confirmed the session of {day}.", council=_council(told), day=told.session.day)
    ended = ending.told(told, Purse(facts, told.call), facts)
    to_mentor = (Say(lines(heard, _now(told)), to=told.mentor),) if told.mentor not in (None, did.person) else ()
    says = people.for_one(told.assignment, did.person, says)
    return Step(None, (Edit(says, message=did.message), *to_mentor, *ended), (confirmed,))


def doubtful(choice: str, told: Told, did: Press, facts: Facts) -> Step | None:
    """A label that was typed may be about another session than the one under whose card it hangs: which, if so."""
    if not did.typed or which.named(choice):
        return None
    return which.asked(choice.partition(".")[0], facts, told.session)


def _otherwise(told: Told, did: Press) -> Step:
    """The council has said something else about a session, so a passing yes does not confirm it."""
    line = T("{council}: {line}.", council=_council(told), line=sayings.line(told.session))
    says = lines(line, hearing.own_words(told.session), T("To confirm it as it was noted, first take that back."))
    return Step(None, (Edit(message=did.message), Say(says, second_thoughts(told))))


def second_thoughts(told: Told) -> Keyboard:
    """What a council may still do with what it has said of a session."""
    return column(
        Button(T("Correct it again"), f"sfix.{told.session.id}", standing=True),
        Button(T("Take it back"), f"sback.{told.session.id}", standing=True),
    )


def _now(told: Told) -> Words:
    """The totals once the session is confirmed."""
    session = replace(told.session, state=SessionState.CONFIRMED)
    others = tuple(session if one.id == session.id else one for one in told.assignment.sessions)
    return sayings.totals(replace(told.assignment, sessions=others))


def by_office(me: Person, told: Told) -> bool:
    """Whether somebody acts for the council as the office, and not as its contact."""
    return not any(seat.body == told.body for seat in me.contact_seats())


def already(told: Told, did: Press) -> Step:
    """Where a session stands for whom a button came late; nothing moves."""
    line = T("{council}: {line}.", council=_council(told), line=sayings.line(told.session))
    stands = sayings.STANDS[told.session.state]
    if claimant(told.session) is not None:
        stands = T("One side has said something else about it, and the other one has to answer.")
    return Step(None, (Edit(message=did.message), Say(lines(line, stands))))


def _changed(told: Told, did: Press) -> Step:
    """The session is no longer what was read: it is shown again before anything is said about it."""
    says = lines(
        T("This session has changed since then. Now it says:"),
        T("{line}", line=sayings.line(told.session)),
        T("Is it right? If you say nothing, it will be taken as right on <b>{day}</b>.", day=told.session.confirm_by),
    )
    said = people.for_one(told.assignment, did.person, says)
    return Step(None, (Edit(message=did.message), Say(said, hearing.answers(told.session))))


def _now_is(told: Told, did: Press) -> Step:
    """The same of a session that both sides have agreed on since."""
    says = lines(T("This session has changed since then. Now it says:"), T("{line}", line=sayings.line(told.session)))
    said = people.for_one(told.assignment, did.person, says)
    return Step(None, (Edit(message=did.message), Say(said, hearing.answers(told.session)[1:])))


def not_held(choice: str, did: Press, facts: Facts) -> Step | None:
    """The council says that a session did not take place: nothing moves until whoever told it agrees."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.CORRECT_SESSION, told.body):
        return None
    if asked := doubtful(choice, told, did, facts):
        return asked
    changed = not choice.endswith(f".{seen(told.session)}")
    if changed and told.session.state is SessionState.REPORTED:
        return _changed(told, did)
    return (
        refused(told, did)
        or (_now_is(told, did) if changed else None)
        or claim(told, replace(told.session, minutes=0), did.message, facts)
    )


def refused(told: Told, did: Press) -> Step | None:
    """Why nothing else can be said about a session now; None if it can."""
    if told.session.state in (SessionState.DISPUTED, SessionState.SETTLED):
        says = T("The office has the word about this session: write to it.")
        ask = column(Button(T("Write to the technical office"), "help", standing=True))
        return Step(None, (Edit(message=did.message), Say(says, ask)))
    if told.session.state in (SessionState.UNDONE, SessionState.NO_SHOW, SessionState.OVER):
        return already(told, did)
    return already(told, did) if claimant(told.session) is Side.MENTOR else None


def claim(told: Told, new: Session, message: int | None, facts: Facts, *, note: str = "") -> Step:
    """The council says that a session was as `new`, and why in the words of `note`. It may take that back while nobody
    has answered."""
    due = windows.confirm_by(told.call, today(facts.now))
    before = told.session
    change = ClaimMinutes(
        before.id,
        told.application,
        Side.COUNCIL,
        new.minutes,
        due,
        note,
        day=new.day if new.day != before.day else None,
        modality=new.modality if new.modality != before.modality else None,
        topic=new.topic if new.topic != before.topic else None,
    )
    session = replace(
        before,
        says={Side.COUNCIL: new.minutes},
        says_day=change.day,
        says_modality=change.modality,
        says_topic=change.topic,
        says_why=note,
        confirm_by=due,
    )
    of = replace(told, session=session)
    back = second_thoughts(told)
    who = sayings.who(told.assignment.mentor)
    says = lines(
        T("<b>Sent.</b> {who} must agree.", who=who),
        hearing.own_words(session),
        T("Until then it counts as it was noted: {line}.", line=sayings.line(told.session)),
        T("Without an answer, after {day} the office will settle it.", day=due),
        T("If you want to say why, write it here.") if not (new.minutes or note) else None,
    )
    sent = people.for_one(told.assignment, facts[Me()].id, says)
    mine: Reply = Edit(sent, back, message=message) if message else Say(sent, back)
    return Step(None, (mine, *hearing.claimed(of, facts)), (change,))


def take_back(choice: str, did: Press, facts: Facts) -> Step | None:
    """Whoever said something else about a session takes it back: it waits again as it was told."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.CORRECT_SESSION, told.body, mentor=told.mentor):
        return None
    side = claimant(told.session)
    if side is None or not acts_for(facts, told, side):
        return already(told, did)
    due = windows.confirm_by(told.call, today(facts.now))
    waiting = told.session.state is SessionState.REPORTED and side is Side.COUNCIL
    says = lines(
        T("Taken back. The session is again as it was noted: {line}.", line=sayings.line(told.session)),
        T("Is it right? If you say nothing, it will be taken as right on <b>{day}</b>.", day=due) if waiting else None,
    )
    rows = hearing.answers(told.session) if waiting else ()
    heard = T("What was said about the session of {day} with {council} has been taken back.",
              day=told.session.day, council=_council(told))  # fmt: skip
    others = tuple(Say(heard, to=one) for one in hearing.other_side(told, side, facts) if one != did.person)
    mine = people.for_one(told.assignment, did.person, says)
    change = WithdrawClaim(told.session.id, told.application, due)
    return Step(None, (Edit(mine, rows, message=did.message), *others), (change,))


def acts_for(facts: Facts, told: Told, side: Side) -> bool:
    """Whether the person stands on a side of a package, or is the office, which stands in for whoever is not there."""
    own = hours.side_of(facts, told.assignment)
    return own in (side, Side.OFFICE)


def agree(choice: str, did: Press, facts: Facts) -> Step | None:
    """The other side agrees with what was said: the session is that from now on, and confirmed."""
    told = _claimed(choice, facts)
    if told is None:
        return None
    answer = doubtful(choice, told, did, facts) or _answerable(told, choice, did, facts)
    if answer is not None:
        return answer
    session, new, purse = told.session, as_claimed(told.session), Purse(facts, told.call)
    if purse.exceeds(told.assignment, session.minutes, new.minutes):
        return _over(told, did, facts)
    entries = purse.move(told.assignment, session.minutes, new.minutes)
    change = AgreeSession(
        session.id, told.application, new.day, new.minutes, entries, session.says_modality, session.says_topic
    )
    done = T("<b>Agreed:</b> {line}.", line=sayings.line(new))
    if new.minutes == 0:
        done = T("<b>Agreed:</b> the session of {day} was not held and does not count.", day=session.day)
    replies: list[Reply] = [Edit(people.for_one(told.assignment, did.person, done), message=did.message)]
    side = claimant(session)
    asked = told.assignment.contacts if side is Side.COUNCIL else (told.mentor,)
    heard = lines(done, sayings.left(purse.held(told.assignment)[0]))
    replies += [Say(people.for_one(told.assignment, one, heard), to=one) for one in asked if one]
    replies += ending.told(told, purse, facts)
    if new.minutes < session.minutes:
        replies += room.told(purse, told.assignment, facts, but=session.id)
    replies += thresholds.told(purse, (told.assignment,), facts)
    return Step(None, tuple(replies), (change,))


def _claimed(choice: str, facts: Facts) -> Told | None:
    told = hours.named(facts, choice)
    me = facts[Me()]
    return told if told and may(me, Action.CORRECT_SESSION, told.body, mentor=told.mentor) else None


def _answerable(told: Told, choice: str, did: Press, facts: Facts) -> Step | None:
    """Why nothing can be answered to what a side said; None if it can."""
    side = claimant(told.session)
    if side is None:
        return already(told, did)
    other = Side.COUNCIL if side is Side.MENTOR else Side.MENTOR
    if not acts_for(facts, told, other):
        return already(told, did)
    if choice.endswith(f".{hearing.seen_claim(told.session)}"):
        return None
    again = tuple(replace(one, to=None) for one in hearing.claimed(told, facts)[:1])
    return Step(None, (Edit(message=did.message), *again))


def _over(told: Told, did: Press, facts: Facts) -> Step:
    """Both say the same and it is more than the package: the commission has the word."""
    new, session = as_claimed(told.session), told.session
    changes: tuple[Change, ...] = (ExceedPackage(session.id, told.application, new.minutes),)
    if new.day != session.day or hearing.about(session):
        same = AmendSession(
            session.id,
            told.application,
            new.day,
            session.minutes,
            session.confirm_by,
            (),
            session.begins,
            new.modality,
            new.topic,
        )
        changes = (same, *changes)
    waits = replace(hearing.unclaimed(new), minutes=session.minutes, state=SessionState.OVER)
    waits = replace(waits, says={Side.MENTOR: new.minutes})
    says = T("You agree, but it is more than the package has left: it will count when the commission allows it.")
    return Step(None, (Edit(says, message=did.message), *hearing.asked(replace(told, session=waits), facts)), changes)


def deny(choice: str, did: Press, facts: Facts) -> Step | None:
    """The other side does not agree: the office has the word."""
    told = _claimed(choice, facts)
    if told is None:
        return None
    answer = doubtful(choice, told, did, facts) or _answerable(told, choice, did, facts)
    return answer or disputing.begun(told, did, facts)


def _council(told: Told) -> Council:
    return sayings.council(told.assignment)
