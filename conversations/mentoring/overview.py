"""All the sessions of a call, for the office: hours, what waits for somebody, every package, the spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from conversations.mentoring import book, hours, listing, sayings
from conversations.mentoring.hearing import claimant
from conversations.mentoring.pending import Pending
from conversations.mentoring.wanted import number
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment, Session, SessionState, Side
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOf, AssignmentsIn, Calls, Facts, Grants, LedgerOf, Me
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules import bags, windows
from conversations.rules.bags import Book
from conversations.rules.roles import Action, may

PAGE = 8
MOST_WAITING = 6


def show(facts: Facts) -> tuple[Say, ...]:
    """The hours of the call at hand, and what waits for the office; nothing for anybody else."""
    if not may(facts[Me()], Action.SEE_ALL_SESSIONS):
        return ()
    call = windows.at_hand(facts[Calls()], facts.now)
    if call is None:
        return (Say(T("No call has been opened yet.")),)
    told = facts[AssignmentsIn(call.id)]
    waiting = [(one, of) for of in told for one in of.sessions if not one.final or claimant(one) is not None]
    for_office = [pair for pair in waiting if _for_office(*pair)]
    says = lines(
        T("<b>Sessions</b> of the {call}", call=call.name),
        *(_service(call, one.id, told, facts) for one in call.services),
        *_counts(waiting),
        T("These wait for the office:") if for_office else T("Nothing waits for the office."),
    )
    rows = [
        Button(T("{day} · {council}", day=one.day, council=sayings.council(of)), f"session.{one.id}", standing=True)
        for one, of in for_office[:MOST_WAITING]
    ]
    return (
        Say(
            says,
            column(
                *rows,
                Button(T("All the packages"), "sall.0", standing=True),
                Button(T("Send me the spreadsheet"), "sbook", standing=True),
            ),
        ),
    )


def _for_office(session: Session, assignment: Assignment) -> bool:
    """Whether only the office can move it: a dispute, the word of the commission, a side that is not in the bot."""
    if session.state in (SessionState.DISPUTED, SessionState.OVER):
        return True
    side = claimant(session)
    return assignment.mentor.person is None if side is Side.COUNCIL else not assignment.contacts


def _service(call: Call, service: str, told: Sequence[Assignment], facts: Facts) -> Words:
    """The hours of a service: those done are confirmed or still to be confirmed (N16)."""
    now = bags.balance(Book(call.services, facts[LedgerOf(call.id)]), service)
    pending = sum(one.pending for one in told if one.grant.service == service)
    return T(
        "{service}: {confirmed} confirmed, {pending} to be confirmed, {reserved} to be held, {free} free, of {bag}.",
        service=book.SERVICE[service],
        confirmed=Minutes(now.consumed - pending),
        pending=Minutes(pending),
        reserved=Minutes(now.reserved),
        free=Minutes(now.free),
        bag=Minutes(now.bag),
    )


def _counts(waiting: Sequence[tuple[Session, Assignment]]) -> list[Words]:
    counts = Counter(one.state if claimant(one) is None else None for one, _ in waiting)
    said: list[Words] = [
        T("· {state}: {n}", state=sayings.STATE[state], n=n) for state in SessionState if (n := counts[state])
    ]
    return [*said, *([T("· waiting for the other side: {n}", n=counts[None])] if counts[None] else [])]


def every(facts: Facts, page: int) -> Step | None:
    """The packages of the call at hand, some at a time, with their balances."""
    call = windows.at_hand(facts[Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.SEE_ALL_SESSIONS):
        return None
    told = [one for one in facts[AssignmentsIn(call.id)] if one.sessions or hours.may_be_told(one)]
    without = len([one for one in facts[Grants(call.id)] if one.id not in {of.grant.id for of in told}])
    shown = told[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return Step(None, (Say(T("Nobody goes with a council yet.") if not told else T("There are no more.")),))
    said = [
        lines(T("<b>{council}</b>, with {who}, package of {granted}", council=sayings.council(one),
                who=sayings.who(one.mentor), granted=Minutes(one.grant.granted)), sayings.totals(one))
        for one in shown
    ]  # fmt: skip
    rows = [Button(_named(one, shown), f"slist.{one.id}", standing=True) for one in shown]
    more = Button(T("Show me the next ones"), f"sall.{page + 1}", standing=True)
    alone = T("{n} package has nobody yet.", "{n} packages have nobody yet.", n=without)
    says = lines(*said, alone if without else None)
    return Step(None, (Say(says, column(*rows, more if len(told) > (page + 1) * PAGE else None)),))


def _named(one: Assignment, among: Sequence[Assignment]) -> Words:
    """A package by its council, and by who went with it if several did."""
    council = sayings.council(one)
    if [sayings.council(other) for other in among].count(council) == 1:
        return T("{council}", council=council)
    return T("{council} · {who}", council=council, who=one.mentor.name)


def package(choice: str, facts: Facts) -> Step | None:
    """One package, whose sessions the office may open, and tell for whoever is not in the bot."""
    found = _assignment(choice, facts)
    if found is None:
        return None
    said = listing.package(found, listing.with_whom(found), hearer=Side.OFFICE)
    tell = Button(T("Note a session"), f"stell.{found.id}", standing=True)
    rows = (*said.keyboard, *column(tell if hours.may_be_told(found) else None))
    return Step(None, (Say(said.text, rows),))


def tell(choice: str, facts: Facts) -> Step | None:
    """The office writes a session for whoever goes with a council: the words are read as a mentor's."""
    found = _assignment(choice, facts)
    if found is None or not may(facts[Me()], Action.REPORT, found.grant.application.body):
        return None
    if not hours.may_be_told(found):
        return Step(None, (Say(T("Nobody goes with this council now, so nothing can be noted.")),))
    says = T(
        "Write the session with {council} in a sentence, such as «Yesterday 2 h, remote: small contracts».",
        council=sayings.council(found),
    )
    desk = Pending((found,), behalf=found.id)
    return Step(desk.scene(), (Say(says, column(Button(T("Leave it"), "drop"))),))


def export(facts: Facts) -> Step | None:
    """The spreadsheet of the call at hand."""
    call = windows.at_hand(facts[Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.SEE_ALL_SESSIONS):
        return None
    told = facts[AssignmentsIn(call.id)]
    n = sum(len(one.sessions) for one in told)
    says = T(
        "{n} session of the {call}, and the balance of every package.",
        "{n} sessions of the {call}, and the balance of every package.",
        n=n,
        call=call.name,
    )
    return Step(None, (Say(says, document=book.book(call, told)),))


def _assignment(choice: str, facts: Facts) -> Assignment | None:
    key = number(choice)
    if key is None or not may(facts[Me()], Action.SEE_ALL_SESSIONS):
        return None
    return facts[AssignmentOf(key)]
