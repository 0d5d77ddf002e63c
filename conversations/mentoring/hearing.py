"""What each side hears of what the other one says about a session (N16)."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import explained, hours, people, sayings
from conversations.mentoring.drafts import Draft, wanted
from conversations.mentoring.hours import Told
from conversations.protocol.facts import Person
from conversations.protocol.mentoring import Session, SessionState, Side
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.wants import Commission, Facts, Me, Office
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules.fingerprint import fingerprint
from conversations.rules.roles import Action, may


def told(of: Told, facts: Facts, *, before: Session | None = None) -> tuple[Say, ...]:
    """A session waits for an answer: the council hears it, or the office if the council is not in the bot. If it was
    put right, it is said how it was `before`.
    """
    session, assignment = of.session, of.assignment
    if session.state is SessionState.OVER:
        return asked(of, facts)
    if assignment.contacts:
        by = T("Is it right? If you say nothing, it will be taken as right on <b>{day}</b>.", day=session.confirm_by)
        says = lines(_has_told(of, before, facts), _shown(session, before), by)
        return tuple(
            Say(people.for_one(assignment, one, says), answers(session), to=one) for one in assignment.contacts
        )
    says = lines(
        _has_told(of, before, facts),
        T("Before: {line}.", line=sayings.line(before)) if before else None,
        T("{council}: {line}", council=sayings.council(assignment), line=sayings.line(session)),
        T("This council is not in the bot: phone it, and write here what it says."),
        T("Without an answer it will be taken as right on <b>{day}</b>.", day=session.confirm_by),
    )
    return tuple(Say(says, answers(session), to=one) for one in facts[Office()])


def _shown(session: Session, before: Session | None) -> Words:
    if before is None:
        return T("{line}", line=sayings.line(session))
    was, now = sayings.line(before), sayings.line(session)
    return lines(T("Before: {line}.", line=was), T("Now: {line}.", line=now))


def _has_told(of: Told, before: Session | None, facts: Facts) -> Words:
    me, who = facts[Me()], sayings.who(of.assignment.mentor)
    if of.mentor == me.id or not may(me, Action.SEE_ALL_SESSIONS):
        corrected = T("{who} has corrected a session:", who=who)
        return corrected if before else T("{who} has noted this session:", who=who)
    corrected = T("The technical office has corrected a session of {who}:", who=who)
    return corrected if before else T("The technical office has noted this session of {who}:", who=who)


def answers(session: Session) -> Keyboard:
    """The buttons under a session that waits for an answer. They know what was read: a session that was changed since
    is shown again before anybody confirms it."""
    return column(
        Button(T("Yes, confirm it"), f"sok.{session.id}.{seen(session)}", standing=True),
        Button(T("It must be corrected"), f"sfix.{session.id}", standing=True),
        Button(T("It was not held"), f"snone.{session.id}.{seen(session)}", standing=True),
    )


def seen(session: Session) -> str:
    """What somebody has read of a session: its day and its minutes."""
    return f"{session.day:%Y%m%d}.{session.minutes}"


def claimant(session: Session) -> Side | None:
    """The side that says something else about a session, if one does and it waits for the other."""
    if session.state in (SessionState.OVER, SessionState.DISPUTED):
        return None
    return next(iter(session.says), None)


def as_claimed(session: Session) -> Session:
    """The session as whoever claims something else about it says that it was."""
    side = next(iter(session.says))
    return replace(
        session,
        minutes=session.says[side],
        day=session.says_day or session.day,
        modality=session.says_modality or session.modality,
        topic=session.topic if session.says_topic is None else session.says_topic,
    )


def unclaimed(session: Session) -> Session:
    """The session without what a side claims of it."""
    return replace(session, says={}, says_day=None, says_modality=None, says_topic=None, says_why="")


def about(session: Session) -> bool:
    """Whether a claim says how or about what a session was."""
    return session.says_modality is not None or session.says_topic is not None


def seen_claim(session: Session) -> str:
    """What somebody has read of a claim."""
    said = f".{fingerprint([session.says_modality, session.says_topic])[:6]}" if about(session) else ""
    return seen(as_claimed(session)) + said


def claimed(of: Told, facts: Facts) -> tuple[Say, ...]:
    """One side says that a session was otherwise: the other one must agree, or the office will settle it."""
    session, assignment = of.session, of.assignment
    side, new = claimant(session), as_claimed(session)
    by: Words = (
        sayings.who(assignment.mentor) if side is Side.MENTOR else T("{council}", council=sayings.council(assignment))
    )
    if new.minutes == 0:
        head = T("{who} says that this session was not held:", who=by)
        shown: Words = T("{line}", line=sayings.line(session))
    else:
        head = T("{who} says that this session was otherwise:", who=by)
        shown = lines(
            T("Noted: {line}.", line=sayings.line(session)), T("It was: {what}.", what=difference(session, new))
        )
    ask = T("Do you agree? Without an answer, after {day} the office will settle it.", day=session.confirm_by)
    rows = agreement(session)
    says = lines(head, shown, explained.line(session, assignment), ask)
    return tuple(Say(people.for_one(assignment, one, says), rows, to=one) for one in other_side(of, side, facts))


def agreement(session: Session) -> Keyboard:
    """The buttons with which one side answers what the other one claims of a session; they know what was claimed."""
    return column(
        Button(T("I agree"), f"sagree.{session.id}.{seen_claim(session)}", standing=True),
        Button(T("I do not agree"), f"sdeny.{session.id}.{seen_claim(session)}", standing=True),
    )


def difference(session: Session, new: Session) -> Words:
    """What a claim says that is not what is noted: the day, the length, the modality, the topic."""
    other: list[Words] = []
    if new.day != session.day:
        other.append(T("{day}", day=new.day))
    if new.minutes != session.minutes:
        other.append(T("{length}", length=Minutes(new.minutes)))
    if new.modality != session.modality and new.modality is not None:
        other.append(sayings.MODALITY[new.modality])
    if new.topic != session.topic:
        other.append(T("about «{topic}»", topic=new.topic))
    return Joined(tuple(other), ", ") if other else T("{length}", length=Minutes(new.minutes))


def own_words(session: Session) -> Words:
    """What the council has said instead of what is noted, for it to read whether it was understood."""
    new = as_claimed(session)
    what: Words = T("it was not held")
    if new.minutes:
        what = sayings.facts_of(Draft(day=new.day, minutes=new.minutes))
        what = sayings.line(new) if about(session) else what
    why = T("Why, in your words: “{text}”", text=session.says_why) if session.says_why else None
    return lines(T("You have said: {what}.", what=what), why)


def other_side(of: Told, side: Side | None, facts: Facts) -> tuple[int, ...]:
    """Whom to write to on the side that has to answer; the office, if nobody of it is in the bot."""
    if side is Side.MENTOR:
        return of.assignment.contacts or facts[Office()]
    return (of.mentor,) if of.mentor is not None else facts[Office()]


def asked(told: Told, facts: Facts) -> tuple[Say, ...]:
    """The commission is asked, and the office with it, who may write down what it says. Whoever is of either council
    is not asked (R29c)."""
    session, assignment = told.session, told.assignment
    says = lines(
        T(
            "{who} has noted a session with {council} that is more than the package has left.",
            who=sayings.who(assignment.mentor),
            council=sayings.council(assignment),
        ),
        T("{line}", line=sayings.line(session)),
        Joined(
            (
                T("Granted: {granted}.", granted=Minutes(assignment.grant.granted)),
                sayings.remains(assignment.grant.reserved),
            ),
            " ",
        ),
        T("It counts only if the commission allows it."),
        T("Until then it counts with {council}, as it was told first.", council=sayings.council(first.assignment))
        if (first := hours.first(session, facts)) is not None
        else None,
    )
    rows = column(
        Button(T("Allow it"), f"sallow.{session.id}.{wanted(session)}", standing=True),
        Button(T("Do not allow it"), f"srefuse.{session.id}.{wanted(session)}", standing=True),
    )
    return tuple(Say(says, rows, to=one) for one in _asked(told, facts))


def _asked(told: Told, facts: Facts) -> tuple[int, ...]:
    members = (one.id for one in facts[Commission()] if not concerned(one, told))
    return tuple(dict.fromkeys((*members, *facts[Office()])))


def no_longer_asked(told: Told, facts: Facts) -> tuple[Say | Edit, ...]:
    """Whoever was asked about a session as it was hears that it fits in its package by now, or is asked anew."""
    if told.session.state is SessionState.OVER:
        return retired(told, T("It has changed, and you are asked about it anew."), facts)
    noted = T("It fits in the package now and is noted: you need not answer about it.")
    told_all = (Say(_of_it(told, noted), to=one, silent=True) for one in _asked(told, facts) if one != facts[Me()].id)
    return (*retired(told, noted, facts), *told_all)


def retired(told: Told, why: Words, facts: Facts) -> tuple[Edit, ...]:
    """The questions to the commission about a session that waits for it no more: each says what became of it."""
    says, under = _of_it(told, why), f"sallow.{told.session.id}."
    return tuple(Edit(says, to=one, under=under) for one in _asked(told, facts))


def _of_it(told: Told, what: Words) -> Words:
    line = T("{council}: {line}.", council=sayings.council(told.assignment), line=sayings.line(told.session))
    return lines(line, what)


def concerned(member: Person, told: Told) -> bool:
    """Whether a member of the commission is of one of the two councils of a package, and so takes no part (R29c)."""
    bodies = {seat.body for seat in member.seats}
    return bool(bodies & {told.body, told.assignment.mentor.body} - {None})
