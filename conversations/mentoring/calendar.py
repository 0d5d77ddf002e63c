"""How a date is said, and how it goes into a calendar."""

from __future__ import annotations

from datetime import datetime

from conversations.mentoring import people
from conversations.protocol.mentoring import Appointment, Assignment, Side
from conversations.protocol.replies import Button, Event, Keyboard, column
from conversations.protocol.words import Council, Joined, Minutes, T, Verbatim, Words
from conversations.rules import dates
from conversations.rules.decisions import SERVICES

_MODALITY = {"in_person": T("in person"), "remote": T("at a distance")}


def when(one: Appointment) -> T:
    """ "Divendres 5 de juny, a les 10 h"."""
    return T("{day}, at {hour}", day=one.day, hour=dates.starts(one))


def line(one: Appointment, council: Council | None = None) -> Words:
    """A date with how long, how and where; with whom, for somebody who may have several councils."""
    head = T("<b>{when}</b>", when=when(one))
    if council is not None:
        head = T("<b>{when}</b>, with {council}", when=when(one), council=council)
    parts: tuple[Words, ...] = (
        head,
        T("{hours}", hours=Minutes(one.minutes)),
        *((_MODALITY[one.modality],) if one.modality else ()),
        *((Verbatim(one.place),) if one.place else ()),
    )
    return Joined(parts, " · ")


def event(one: Appointment, assignment: Assignment, side: Side, now: datetime, *, cancelled: bool = False) -> Event:
    """A date as a side puts it in its calendar; moved or called off ones keep their `uid`, so that they are found."""
    grant = assignment.grant
    title = T("Session with {council}", council=people.council(grant))
    if side is Side.COUNCIL:
        title = T("Session with {who}", who=people.who(assignment.mentor))
    how = (_MODALITY[one.modality],) if one.modality else ()
    said: tuple[Words, ...] = (T("{hours}", hours=Minutes(one.minutes)), *how, SERVICES[grant.service])
    number = T("Application {number}", number=grant.application.number or "")
    return Event(
        f"sessio-{one.day.isoformat()}.ics",
        f"xmess-{one.root}-{assignment.id}",
        one.sequence + (1 if cancelled else 0),
        dates.starts(one),
        dates.ends(one),
        now,
        title,
        Joined((Joined(said, ", "), number)),
        one.place,
        cancelled,
    )


def answers(one: Appointment) -> Keyboard:
    """The answers to a date that was proposed."""
    return column(
        Button(T("The date is all right"), f"dateyes.{one.id}", standing=True),
        Button(T("Propose another date"), f"datemove.{one.id}", standing=True),
        Button(T("It cannot be"), f"dateno.{one.id}", standing=True),
    )


def changes(one: Appointment) -> Keyboard:
    """What can be done with a date that was agreed."""
    return column(
        Button(T("Change the date"), f"datemove.{one.id}", standing=True),
        Button(T("Call it off"), f"dateoff.{one.id}", standing=True),
    )


def not_held(one: Appointment) -> tuple[Button, ...]:
    """What may have kept a date that is past from being held."""
    return (
        Button(T("It was moved to another day"), f"datemove.{one.id}", standing=True),
        Button(T("It was called off"), f"datesure.{one.id}", standing=True),
        Button(T("Somebody did not come (0 hours)"), f"missed.{one.id}", standing=True),
    )
