"""Sessions and balances of packages as pages of a spreadsheet: for the export and for the office in the chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.mentoring import sayings
from conversations.mentoring.drafts import wanted
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import ALIVE, Assignment, AssignmentState, How, Session, SessionState
from conversations.protocol.replies import Page, Value, Workbook
from conversations.protocol.words import T, Verbatim, Words
from conversations.rules import states

SERVICE = {"mentoring": T("Mentoring"), "advice": T("Advice")}
HOW = {How.BOT: T("in the bot"), How.PHONE: T("by telephone, through the office")}

_SESSIONS: tuple[tuple[Words, int], ...] = (
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Service"), 16),
    (T("Who goes with it"), 34),
    (T("Day"), 12),
    (T("Hours"), 9),
    (T("How it was held"), 14),
    (T("Topic"), 40),
    (T("State"), 30),
    (T("Hours confirmed"), 12),
    (T("Hours to be confirmed"), 14),
    (T("Last day to answer"), 14),
    (T("How it was confirmed"), 26),
    (T("Reason or note"), 50),
)

_PACKAGES: tuple[tuple[Words, int], ...] = (
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Call"), 30),
    (T("Service"), 16),
    (T("Who goes with it"), 34),
    (T("State"), 20),
    (T("Hours granted"), 12),
    (T("Hours confirmed"), 12),
    (T("Hours to be confirmed"), 14),
    (T("Hours left"), 12),
)


def pages(told: Sequence[Assignment], calls: Mapping[str, Call]) -> tuple[Page, ...]:
    """Every session, undone ones too, and the balance of every package, whose figures are the ledger's."""
    sessions = [(one, of) for of in told for one in of.sessions]
    sessions.sort(key=lambda pair: (pair[1].grant.application.number or "", pair[0].day, pair[0].id))
    packages = _packages(told)
    return (
        Page(T("Sessions"), _SESSIONS, tuple(_session(one, of) for one, of in sessions)),
        Page(T("Packages"), _PACKAGES, tuple(_package(some, calls) for some in packages)),
    )


def book(call: Call, told: Sequence[Assignment]) -> Workbook:
    """The spreadsheet of a call."""
    return Workbook(f"sessions-{call.id}.xlsx", pages(told, {call.id: call}))


def _session(session: Session, assignment: Assignment) -> tuple[Value, ...]:
    application = assignment.grant.application
    confirmed = session.minutes if session.final and session.state is not SessionState.UNDONE else 0
    pending = session.minutes if not session.final else 0
    said = session.state in (SessionState.CONFIRMED, SessionState.SETTLED)
    return (
        Verbatim(application.number or ""),
        T("{council}", council=sayings.council(assignment)),
        SERVICE.get(assignment.grant.service),
        sayings.who(assignment.mentor),
        session.day,
        wanted(session) / 60,
        sayings.MODALITY[session.modality] if session.modality else None,
        Verbatim(session.topic),
        sayings.state(session),
        confirmed / 60,
        pending / 60,
        session.confirm_by,
        HOW[session.how] if said else None,
        Verbatim(session.note),
    )


def _packages(told: Sequence[Assignment]) -> list[list[Assignment]]:
    """The assignments of each package, by number; whoever goes with it now is the last."""
    by_package: dict[str, list[Assignment]] = {}
    for one in sorted(told, key=lambda of: (of.grant.application.number or "", of.grant.id, of.at, of.id)):
        by_package.setdefault(one.grant.id, []).append(one)
    return list(by_package.values())


def _package(some: Sequence[Assignment], calls: Mapping[str, Call]) -> tuple[Value, ...]:
    last = some[-1]
    grant, application = last.grant, last.grant.application
    with_it = last.state in ALIVE or last.state is AssignmentState.ENDED
    return (
        Verbatim(application.number or ""),
        T("{council}", council=sayings.council(last)),
        Verbatim(calls[application.call].name),
        SERVICE.get(grant.service),
        sayings.who(last.mentor) if with_it else None,
        states.for_office(grant.status),
        grant.granted / 60,
        sum(one.confirmed for one in some) / 60,
        sum(one.pending for one in some) / 60,
        grant.reserved / 60,
    )
