"""How sessions, packages and the people of a package are said."""

from __future__ import annotations

from datetime import date

from conversations.mentoring.drafts import IN_PERSON, REMOTE, Draft, as_shown, wanted
from conversations.protocol.mentoring import Assignment, Mentor, Session, SessionState
from conversations.protocol.words import Council, Joined, Minutes, T, Verbatim, Words, lines

MODALITY = {IN_PERSON: T("in person"), REMOTE: T("remote")}

STATE = {
    SessionState.REPORTED: T("waiting for the council"),
    SessionState.OVER: T("waiting for the commission"),
    SessionState.CONFIRMED: T("confirmed"),
    SessionState.SILENT: T("confirmed because nobody answered"),
    SessionState.DISPUTED: T("disputed"),
    SessionState.SETTLED: T("settled by the office"),
    SessionState.UNDONE: T("undone"),
    SessionState.NO_SHOW: T("not held"),
}


STANDS = {
    SessionState.REPORTED: T("It is waiting for the council now."),
    SessionState.OVER: T("It is waiting for the commission now."),
    SessionState.CONFIRMED: T("It is confirmed already."),
    SessionState.SILENT: T("It was taken as right already, because nobody answered."),
    SessionState.DISPUTED: T("The office has it in hand, because the two sides do not say the same."),
    SessionState.SETTLED: T("The office has settled it already."),
    SessionState.UNDONE: T("This session was undone already."),
    SessionState.NO_SHOW: T("It is noted that it was not held."),
}
"""Where a session stands, in a sentence."""


def state(session: Session) -> Words:
    """Where a session stands, in a word; one that the office settled at no hours was not held."""
    if session.state is SessionState.SETTLED and session.minutes == 0:
        return T("not held, as the office settled")
    return STATE[session.state]


def council(assignment: Assignment) -> Council:
    """The council of a package."""
    return Council(assignment.grant.application.body_name)


def who(mentor: Mentor) -> Words:
    """Who goes with a council, as people are named: «Martí Solanelles (Puigferrer)»."""
    if not mentor.name:
        return T("whoever went with you")
    if mentor.body_name:
        return T("{name} ({body})", name=mentor.name, body=Council(mentor.body_name))
    return Verbatim(mentor.name)


def _parts(day: date | None, minutes: int | None, modality: str | None) -> tuple[Words, ...]:
    return (
        *((T("{day}", day=day),) if day else ()),
        *((T("{length}", length=Minutes(minutes)),) if minutes is not None else ()),
        *((MODALITY[modality],) if modality else ()),
    )


def facts_of(draft: Draft) -> Words:
    """What is known of a session that is not saved: «dimarts 2 de juny · 2 hores · a distància»."""
    return Joined(_parts(draft.day, draft.minutes, draft.modality), " · ")


def line(session: Session, *, said: date | None = None) -> Words:
    """A session in a line: «dimarts 2 de juny · 2 hores · a distància · clàusules socials»; no hours, no length. A day
    that was `said` just before is not said again."""
    topic = (Verbatim(session.topic),) if session.topic else ()
    day = None if session.day == said else session.day
    return Joined((*_parts(day, wanted(session) or None, session.modality), *topic), " · ")


def changed_since(session: Session, seen: str) -> Words:
    """That a session is no longer as it was read, before and now."""
    return lines(
        T("This session has changed since then."),
        T("Before: {before}. Now: {now}.", before=line(as_shown(session, seen)), now=line(session)),
    )


def length(session: Session) -> Words:
    """How long a session was, or that it was not held."""
    minutes = wanted(session)
    return T("{length}", length=Minutes(minutes)) if minutes else T("it was not held")


def settled(session: Session, *, said: date | None = None) -> Words:
    """What a session is once settled: its line, or that it was not held; without the day that was `said`."""
    return line(session, said=said) if session.minutes else T("it was not held")


def balance(granted: int, done: int, *, several: bool = False) -> Words:
    """What a package has with the sessions that are being told: «Amb aquesta, 2 de les 4 hores del paquet.»"""
    n = 2 if several else 1
    if granted % 60 == 0 and granted > 60 and done % 60 == 0:
        return T(
            "With this one, {hours} of the {granted} of the package.",
            "With these, {hours} of the {granted} of the package.",
            n=n,
            hours=done // 60,
            granted=Minutes(granted),
        )
    return T(
        "With this one, {done} of the package of {granted}.",
        "With these, {done} of the package of {granted}.",
        n=n,
        done=Minutes(done),
        granted=Minutes(granted),
    )


def left(minutes: int) -> Words:
    """What remains of a package: «Queden 2 hores.»"""
    if minutes <= 0:
        return T("No hours are left.")
    return T("{left} is left.", "{left} are left.", n=grammatical(minutes), left=Minutes(minutes))


def remains(minutes: int) -> Words:
    """What remains, as the last figure of a row of them: «Queden: 2 hores.»"""
    return T("Left: {left}.", "Left: {left}.", n=grammatical(minutes), left=Minutes(minutes))


def held(minutes: int) -> Words:
    """How much of a package was held: «2 hores fetes»."""
    return T("{done} held", "{done} held", n=grammatical(minutes), done=Minutes(minutes))


def grammatical(minutes: int) -> int:
    """1 if a duration is singular in a sentence («queda 1 hora»), else 2."""
    return 1 if minutes in (1, 60) else 2


def totals(assignment: Assignment) -> Words:
    """Confirmed and pending hours apart (N16), and what remains; the figures are the ledger's."""
    told = T(
        "Confirmed: {confirmed}. Still to be confirmed: {pending}.",
        confirmed=Minutes(assignment.confirmed),
        pending=Minutes(assignment.pending),
    )
    return Joined((told, remains(assignment.grant.reserved)), " ")
