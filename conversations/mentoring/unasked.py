"""What is said unasked of a package under way: a session on the next day, was it held, silence, the last days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from conversations.mentoring import calendar, people, sayings
from conversations.protocol.agenda import Paced
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Appointment
from conversations.protocol.replies import Button, Keyboard, Notice, column
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules import pacing, windows
from conversations.rules.courtesy import polite
from conversations.rules.pacing import Kind, Planned

OPTIONAL = frozenset({Kind.TOMORROW, Kind.HELD, Kind.QUIET})
"""What whoever has muted the reminders does not get; that hours are about to be lost reaches everybody."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said now, of which package each notice is, and the packages as they are to be looked at again: `since`
    when (UTC). `never` are the assignments of which nothing is planned any more, `nudged` those whose silence was
    spoken of."""

    notices: tuple[Notice, ...]
    of: tuple[Paced, ...]
    after: tuple[Paced, ...]
    never: tuple[int, ...]
    nudged: tuple[int, ...]


def due(paced: Sequence[Paced], calls: Mapping[str, Call], office: Sequence[int], now: datetime) -> Said:
    """What is due of these packages (R45, N18); those of a call whose people may not be written to now keep their
    turn."""
    notices: list[tuple[Notice, Paced]] = []
    after: list[Paced] = []
    never: list[int] = []
    nudged: list[int] = []
    for one in paced:
        call = calls[one.assignment.grant.application.call]
        if not polite(now, call):
            after.append(one)
            continue
        planned = pacing.due(call, one, now)
        notices += [(notice, one) for plan in planned for notice in _notices(call, one, plan, office)]
        if any(plan.kind is Kind.QUIET for plan in planned):
            one = replace(one, nudged=one.nudged + 1, nudged_at=now)
            nudged.append(one.assignment.id)
        following = pacing.following(call, one, now)
        if following is None:
            never.append(one.assignment.id)
        else:
            after.append(replace(one, since=following))
    told, of = tuple(it for it, _ in notices), tuple(it for _, it in notices)
    return Said(told, of, tuple(after), tuple(never), tuple(nudged))


def _notices(call: Call, one: Paced, plan: Planned, office: Sequence[int]) -> Iterator[Notice]:
    assignment = one.assignment
    to_council = () if plan.kind is Kind.HELD else assignment.contacts
    to_mentor = assignment.mentor.chats or (tuple(office) if plan.kind is Kind.HELD else ())
    for people_of, of_mentor in ((to_mentor, True), (to_council, False)):
        for person in people_of:
            if plan.kind in OPTIONAL and person in one.muted:
                continue
            words, rows = _said(call, one, plan, mentor=of_mentor)
            words = words if of_mentor else people.for_one(assignment, person, words)
            yield Notice(person, words, _once(one, plan, person), rows, silent=plan.kind is not Kind.TOMORROW)


def _once(one: Paced, plan: Planned, person: int) -> str:
    about = plan.date.id if plan.date is not None else one.assignment.id
    nth = f":{one.nudged + 1}" if plan.kind is Kind.QUIET else ""
    return f"package.{plan.kind.name.lower()}:{about}{nth}:{person}"


def _said(call: Call, one: Paced, plan: Planned, *, mentor: bool) -> tuple[Words, Keyboard]:
    match plan.kind:
        case Kind.TOMORROW:
            assert plan.date is not None
            return lines(_reminds(one, mentor=mentor), calendar.line(plan.date)), calendar.changes(plan.date)
        case Kind.HELD:
            assert plan.date is not None
            return _was_it_held(one, plan.date), _answers(plan.date)
        case Kind.QUIET:
            return _quiet(call, one, mentor=mentor)
        case Kind.ENDING:
            return _ending(call, one)
        case Kind.OVER:
            return _over(call, one, mentor=mentor)


def _reminds(one: Paced, *, mentor: bool) -> Words:
    if mentor:
        return T("A reminder of the session with {council}:", council=people.council(one.assignment.grant))
    return T("A reminder of the session with {who}:", who=people.who(one.assignment.mentor))


def _was_it_held(one: Paced, date: Appointment) -> Words:
    absent = one.assignment.mentor.person is None
    return lines(
        T(
            "Was the session with {council} held? It was agreed for {when}.",
            council=people.council(one.assignment.grant),
            when=calendar.when(date),
        ),
        T("{who} is not in the bot: ask them.", who=people.who(one.assignment.mentor)) if absent else None,
    )


def _answers(date: Appointment) -> Keyboard:
    return column(Button(T("Yes, note it"), f"held.{date.id}", standing=True), *calendar.not_held(date))


def _quiet(call: Call, one: Paced, *, mentor: bool) -> tuple[Words, Keyboard]:
    assignment = one.assignment
    reserved = assignment.grant.reserved
    left = T(
        "{left} is still to be held, until {day}.",
        "{left} are still to be held, until {day}.",
        n=sayings.grammatical(reserved),
        left=Minutes(reserved),
        day=call.sessions_to,
    )
    if mentor:
        says = lines(
            T("For some time no session with {council} has been noted.", council=people.council(assignment.grant)),
            left,
            T("If you have held one, write it here in a sentence."),
        )
    else:
        says = lines(
            T("For some time no session with {who} has been noted.", who=people.who(assignment.mentor)),
            left,
            T("If you have held one, tell whoever goes with you."),
        )
    return says, column(
        Button(T("Propose a date"), f"date.{assignment.id}", standing=True),
        Button(T("Pause the sessions"), f"gopause.{assignment.id}", standing=True),
    )


def _ending(call: Call, one: Paced) -> tuple[Words, Keyboard]:
    assignment = one.assignment
    says = lines(
        T("Sessions can be held until <b>{day}</b>, inclusive.", day=call.sessions_to),
        T(
            "{council} still has {left} to be held. What is not held by then returns to the bag of hours.",
            council=people.council(assignment.grant),
            left=Minutes(assignment.grant.reserved),
        ),
    )
    return says, column(Button(T("Propose a date"), f"date.{assignment.id}", standing=True))


def _over(call: Call, one: Paced, *, mentor: bool) -> tuple[Words, Keyboard]:
    assignment = one.assignment
    until = windows.last_report(call)
    says = lines(
        T("Sessions were held until {day}.", day=call.sessions_to),
        T("If one with {council} is missing, write it here until <b>{until}</b>, inclusive.",
          council=people.council(assignment.grant), until=until)
        if mentor
        else T("If one is missing, tell {who}: it can be noted until <b>{until}</b>, inclusive.",
               who=people.who(assignment.mentor), until=until),
        T("Afterwards, what is left returns to the bag of hours: {left}.", left=Minutes(assignment.grant.reserved)),
    )  # fmt: skip
    return says, ()
