"""All the sessions that wait for somebody are answered with one yes, as they were read in the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conversations.mentoring import ending, hours, room, sayings, thresholds, unanswered, which
from conversations.mentoring.hearing import as_claimed, claimant, unclaimed
from conversations.mentoring.hours import Purse, Told
from conversations.mentoring.unanswered import Waits
from conversations.protocol.changes import Change
from conversations.protocol.incoming import Press
from conversations.protocol.mentored import AgreeSession, ConfirmSession
from conversations.protocol.mentoring import Assignment, How, Session, SessionState, Side
from conversations.protocol.replies import Edit, Reply, Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, Words, lines
from conversations.rules.roles import Action, may


def confirm(choice: str, did: Press, facts: Facts) -> Step | None:
    """Every session of the list is right, or is as the other side says now (N16); what would be more than its package
    goes on waiting to be answered by itself (R38). None if nothing waits for this person.

    A list that is no longer what was read is shown again, and nothing moves.
    """
    waiting = tuple(pair for pair in unanswered.mine(facts) if _allowed(*pair, facts))
    if not waiting:
        return None
    if choice.partition(".")[2] != which.read(waiting):
        says = Say(T("What waits for you has changed since then. Nothing has been answered yet."))
        again = which.asked("sok", facts)
        shown = again.replies if again else (which.shown(waiting[0]),)
        return Step(None, (Edit(message=did.message), says, *shown))
    purses: dict[str, Purse] = {}
    changes: list[Change] = []
    answered: list[Waits] = []
    over: list[Waits] = []
    for session, of in waiting:
        call = hours.call_of(facts, of)
        purse = purses.setdefault(call.id, Purse(facts, call))
        now, change = _answer(session, of, purse)
        if change is None:
            over.append((session, of))
        else:
            changes.append(change)
            answered.append((now, of))
    told = _told(answered, waiting, purses, did, facts)
    several = len({of.id for _, of in waiting}) > 1
    said = [T("· {line}", line=_line(*pair, several=several)) for pair in answered]
    head = T("<b>{n} session answered:</b>", "<b>{n} sessions answered:</b>", n=len(said))
    if all(unanswered.as_noted(one) for one, _ in waiting):
        head = T("<b>{n} sessions confirmed:</b>", n=len(said))
    left = T("What is more than its package has left is answered by itself:") if over else None
    mine = Edit(lines(head if said else None, *said, left), message=did.message)
    return Step(None, (mine, *map(which.shown, over), *told), tuple(changes))


def _line(session: Session, of: Assignment, *, several: bool) -> Words:
    what = sayings.line(session) if session.minutes else T("{day}: it was not held", day=session.day)
    return T("{council}: {line}", council=sayings.council(of), line=what) if several else what


def _allowed(session: Session, of: Assignment, facts: Facts) -> bool:
    what = Action.CONFIRM_SESSION if unanswered.as_noted(session) else Action.CORRECT_SESSION
    return may(facts[Me()], what, of.grant.application.body, mentor=of.mentor.person)


def _answer(session: Session, of: Assignment, purse: Purse) -> tuple[Session, Change | None]:
    """The session as it is with a yes, and what is written; nothing if it would be more than the package has left."""
    if unanswered.as_noted(session):
        return replace(session, state=SessionState.CONFIRMED), ConfirmSession(session.id, of.grant.id, How.BOT)
    now = as_claimed(session)
    if purse.exceeds(of, session.minutes, now.minutes):
        return session, None
    entries = purse.move(of, session.minutes, now.minutes)
    state = SessionState.CONFIRMED if now.minutes else SessionState.UNDONE
    agreed = AgreeSession(
        session.id, of.grant.id, now.day, now.minutes, entries, session.says_modality, session.says_topic
    )
    return replace(unclaimed(now), state=state), agreed


def _told(
    answered: Iterable[Waits], before: Iterable[Waits], purses: dict[str, Purse], did: Press, facts: Facts
) -> list[Reply]:
    """What the other side of each package hears, in one message, and who hears that its hours are done, or that they
    make room."""
    claims, lengths = {one.id: claimant(one) for one, _ in before}, {one.id: one.minutes for one, _ in before}
    packages: dict[int, tuple[Assignment, list[Session]]] = {}
    for session, of in answered:
        packages.setdefault(of.id, (of, []))[1].append(session)
    said: list[Reply] = []
    for of, sessions in packages.values():
        purse = purses[of.grant.application.call]
        others = tuple(next((new for new in sessions if new.id == one.id), one) for one in of.sessions)
        now = replace(of, sessions=others, grant=replace(of.grant, reserved=purse.held(of)[0]))
        heard = [_heard(one, of, claims[one.id]) for one in sessions]
        by_mentor = claims[sessions[0].id] is Side.COUNCIL
        people = of.contacts if by_mentor else of.mentor.chats
        said += [Say(lines(*heard, sayings.totals(now)), to=one) for one in people if one != did.person]
        said += ending.told(Told(sessions[-1], now, purse.call), purse, facts)
        shorter = [one.id for one in sessions if one.minutes < lengths[one.id]]
        said += room.told(purse, of, facts, but=shorter[-1]) if shorter else ()
    for purse in purses.values():
        touched = [of for of, _ in packages.values() if of.grant.application.call == purse.call.id]
        said += thresholds.told(purse, touched, facts)
    return said


def _heard(session: Session, of: Assignment, claim: Side | None) -> Words:
    if claim is None:
        return T("{council} has confirmed the session of {day}.", council=sayings.council(of), day=session.day)
    if session.minutes == 0:
        return T("<b>Agreed:</b> the session of {day} was not held and does not count.", day=session.day)
    return T("<b>Agreed:</b> {line}.", line=sayings.line(session))
