"""What is said unasked: judged from today's facts, so that nothing ever needs to be cancelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.intake.known import ends, progress
from conversations.intake.opening import MINUTES
from conversations.protocol.agenda import Curious, Outage
from conversations.protocol.facts import Call, Standing, Watched
from conversations.protocol.replies import Button, Keyboard, Notice, column
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import reminders
from conversations.rules.courtesy import polite
from conversations.rules.deadlines import closes
from conversations.rules.outages import concerned
from conversations.rules.reminders import Planned


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said to the watched bodies now, and when each is to be looked at again (UTC; None: never)."""

    notices: tuple[Notice, ...]
    following: Mapping[tuple[str, str], datetime | None]


def due(watched: Sequence[Watched], calls: Mapping[str, Call], now: datetime, by_mail: str = "") -> Plan:
    """The reminders that are due, one per body however many contacts it has. Late ones that are useless are skipped.

    `by_mail` is the address to which applications are sent in the minimal mode; empty while they are made here.
    """
    notices: list[Notice] = []
    following: dict[tuple[str, str], datetime | None] = {}
    speaking = {key for key, call in calls.items() if polite(now, call)}
    for one in watched:
        call = calls[one.call]
        if one.call not in speaking:
            continue
        told, skipped = reminders.due(call, one.standing, one.since, now, one.due)
        both = ((told, False), (skipped, True))
        notices += [
            _notice(one, call, planned, now, by_mail, skipped=late)
            for all_of, late in both
            for planned in all_of
            if _to(one, planned)
        ]
        following[one.call, one.body] = reminders.following(call, one.standing, now, one.due)
    return Plan(tuple(notices), following)


def opened(call: Call, curious: Sequence[Curious], now: datetime) -> tuple[Notice, ...]:
    """Tells those who asked for it, before it opened, that a call has opened."""
    says = lines(
        T("The {call} is open. You asked to be told.", call=call.name),
        T("You have time <b>{until}</b>.", until=ends(call, now)),
    )
    return tuple(
        Notice(
            one.person,
            says,
            f"{call.id}.opened.{one.person}",
            column(Button(T("Begin"), f"start.{one.body}" if one.body else "home", standing=True)),
        )
        for one in curious
    )


def outages(away: Sequence[Outage], calls: Sequence[Call], office: Sequence[int], now: datetime) -> tuple[Notice, ...]:
    """Tells the office of outages that took the last hours of a call: an extension for everyone may be due (N5)."""
    told: list[Notice] = []
    for one in away:
        call = concerned(calls, one.begin, one.end)
        if call is None or not polite(now, call):
            continue
        says = lines(
            T("<b>The bot was not working</b> from {begin} to {end}.", begin=one.begin, end=one.end),
            T("The {call} closed meanwhile.", call=call.name)
            if closes(call) <= one.end
            else T("It was the last day of the {call}.", call=call.name),
            T("What was written counts at the hour it was written."),
            T("If somebody was kept from applying, extend the deadline: it is extended for all."),
        )
        rows = column(Button(T("Extend the deadline"), "extend", standing=True))
        told += [Notice(person, says, one.once(person), rows, silent=False) for person in office]
    return tuple(told)


def whose(notice: Notice) -> tuple[str, str]:
    """The call and the body that a reminder is about."""
    call, body, _ = notice.once.split(".", 2)
    return call, body


def _notice(
    one: Watched, call: Call, planned: Planned, now: datetime, by_mail: str, *, skipped: bool = False
) -> Notice:
    once = f"{call.id}.{one.body}.{planned.key}"
    words, keyboard = _by_mail(one, call, planned, now, by_mail) if by_mail else _said(one, call, planned, now)
    return Notice(_to(one, planned)[0], words, once, keyboard, silent=planned.days > 0, skipped=skipped)


def _to(one: Watched, planned: Planned) -> tuple[int, ...]:
    """Who may be told, the first of whom is. That there is more time is no reminder: it reaches the muted too."""
    return one.contacts or (one.muted if planned.extension else ())


def _by_mail(one: Watched, call: Call, planned: Planned, now: datetime, address: str) -> tuple[Words, Keyboard]:
    """The same where applications are sent by e-mail to an address: nothing to go on with here."""
    council, until = Council(one.body_name), ends(call, now)
    not_now = column(Button(T("Not this time"), f"notnow.{one.body}", standing=True))
    if one.standing is Standing.LACKS_DATA and one.due is not None:
        lacks = T("We are still missing a datum of the application of {council}.", council=council)
        return lines(lacks, T("Answer by e-mail before the end of {day}: {address}.", day=one.due, address=address)), ()
    more = planned.extension
    return lines(
        T("There is more time: the call is open {until}.", until=until)
        if more is not None
        else T(
            "There is still time to ask for mentoring or advice for {council}: {until}.", council=council, until=until
        ),
        T("Reason: {reason}", reason=more.reason) if more is not None else None,
        T("It is sent by e-mail to {address}.", address=address),
    ), not_now


def _said(one: Watched, call: Call, planned: Planned, now: datetime) -> tuple[Words, Keyboard]:
    council = Council(one.body_name)
    go_on = Button(T("Continue"), f"go.{one.body}", standing=True)
    until = ends(call, now)
    if planned.extension is not None:
        says = lines(
            T("There is more time: the call is open {until}.", until=until),
            T("Reason: {reason}", reason=planned.extension.reason),
            progress(call, council, one.answered),
        )
        return says, column(go_on)
    if one.standing is Standing.LACKS_DATA and one.due is not None:
        says = lines(
            T("We are still missing a datum of the application of {council}.", council=council),
            T("Answer before the end of {day}. Nothing of what you wrote changes.", day=one.due),
        )
        return says, column(Button(T("Answer"), f"data.{one.request}", standing=True))
    if one.standing is Standing.NOT_BEGUN:
        says = lines(
            T(
                "There is still time to ask for mentoring or advice for {council}: {until}.",
                council=council,
                until=until,
            ),
            T("There are {n} questions and it takes about {minutes} minutes.", n=len(call.questions), minutes=MINUTES),
        )
        begin = Button(T("Begin"), f"go.{one.body}", standing=True)
        return says, column(begin, Button(T("Not this time"), f"notnow.{one.body}", standing=True))
    if planned.days == 0:
        head = T("Today, {deadline}, is the last day: it can be sent until 23:59.", deadline=call.deadline)
    else:
        head = T("A reminder: the application can be sent {until}.", until=until)
    return lines(head, progress(call, council, one.answered)), column(go_on)
