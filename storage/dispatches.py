"""The sending of decisions: held messages, what let them go and what became of each, and what councils are awaited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from conversations.protocol import changes
from conversations.protocol.assessment import (
    Awaited,
    Decision,
    DecisionLetter,
    DispatchState,
    Outcome,
    Ruling,
    Sent,
)
from conversations.protocol.facts import Application, Role, Status
from conversations.protocol.replies import NOBODY
from storage import bell, models
from storage.tables import table

_PEOPLE = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_APPLICATIONS = table(models.ApplicationRow)
_DECISIONS = table(models.DecisionRow)
_DISPATCHES = table(models.DispatchRow)
_LETTERS = table(models.LetterRow)

_UNDER_WAY = ("waiting", "sending")
_MATTER = "decision:"

Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]


# What is written


def prepare(connection: Connection, change: changes.PrepareLetters) -> None:
    """Notes until when each decision is to be answered, and drops held messages that no longer hold.

    Those of decisions that another one replaced before it was told go too.
    """
    rows = [{"_id": ruling, "answer_by": day} for ruling, day in change.answer_by.items()]
    if rows:
        statement = _DECISIONS.update().where(_DECISIONS.c.id == bindparam("_id"), _DECISIONS.c.told_at.is_(None))
        connection.execute(statement.values(answer_by=bindparam("answer_by")), rows)
    replaced = (
        select(_DECISIONS.c.id)
        .join_from(_DECISIONS, _APPLICATIONS, _APPLICATIONS.c.id == _DECISIONS.c.application)
        .where(_APPLICATIONS.c.call == change.call)
        .where(_DECISIONS.c.replaced_at.is_not(None), _DECISIONS.c.told_at.is_(None))
    )
    orphans = _LETTERS.c.matter.in_(_matters(list(connection.scalars(replaced))))
    connection.execute(_LETTERS.delete().where(orphans, _LETTERS.c.state == "held"))
    if change.dropped:
        connection.execute(_LETTERS.delete().where(_LETTERS.c.id.in_(change.dropped), _LETTERS.c.state == "held"))


def settle(connection: Connection, change: changes.SettleDispatch, actor: int, at: datetime) -> None:
    """Lets the held messages of decisions go and notes that their councils are told, all at once; or stops it.

    Nothing happens to a sending that is settled already, nor to a decision that was told.
    """
    asked = (_DISPATCHES.c.id == change.id) & (_DISPATCHES.c.state == DispatchState.ASKED)
    settled = {"state": change.state.value, "settled_by": actor, "settled_at": at}
    if connection.execute(_DISPATCHES.update().where(asked).values(settled)).rowcount == 0:
        return
    if change.state is not DispatchState.SENT or not change.rulings:
        return
    silent = _DECISIONS.c.told_at.is_(None) & _DECISIONS.c.replaced_at.is_(None)
    chosen = list(connection.scalars(select(_DECISIONS.c.id).where(_DECISIONS.c.id.in_(change.rulings), silent)))
    told = _DECISIONS.update().where(_DECISIONS.c.id.in_(chosen))
    connection.execute(told.values(told_at=at, dispatch=change.id))
    # When there is an answer to wait for, the calendar of the call says what comes next.
    connection.execute(told.where(_DECISIONS.c.answer_by.is_not(None)).values(next_at=at))
    held = _LETTERS.c.matter.in_(_matters(chosen)) & (_LETTERS.c.state == "held")
    gone = select(_PEOPLE.c.id).where(_PEOPLE.c.reachable.is_(False))
    lost = _LETTERS.c.chat.in_(gone) | (_LETTERS.c.chat == NOBODY)
    connection.execute(_LETTERS.update().where(held, lost).values(state="blocked", done_at=at))
    connection.execute(_LETTERS.update().where(held).values(state="waiting", not_before=at))
    bell.ring(connection)


def send_again(connection: Connection, change: changes.SendAgain, at: datetime) -> None:
    """Puts messages that did not arrive back to wait; those that are on their way or arrived stay as they are."""
    failed = _LETTERS.c.state.in_(("failed", "unknown", "blocked")) & _LETTERS.c.matter.is_not(None)
    fresh = {"state": "waiting", "attempts": 0, "not_before": at, "error": None, "done_at": None}
    connection.execute(_LETTERS.update().where(_LETTERS.c.id.in_(change.letters), failed).values(fresh))
    told = select(_DISPATCHES.c.id).where(_DISPATCHES.c.id == change.id)
    connection.execute(_DISPATCHES.update().where(_DISPATCHES.c.id.in_(told)).values(reported_at=None))
    bell.ring(connection)


def join(connection: Connection, change: changes.JoinWaitingList, actor: int, at: datetime) -> None:
    """Somebody waits for a service from now on, and knows it."""
    mine = (_DECISIONS.c.application == change.application) & _DECISIONS.c.replaced_at.is_(None)
    connection.execute(_DECISIONS.update().where(mine).values(replaced_at=at, next_at=None))
    row: dict[str, Any] = {"application": change.application, "outcome": Outcome.WAITING_LIST.value, "minutes": 0}
    row |= {
        "service": change.service,
        "position": change.position,
        "reason": change.reason,
        "note": "",
        "person": actor,
    }
    connection.execute(_DECISIONS.insert(), {**row, "at": at, "told_at": at})
    waits = {"status": Status.WAITING_LIST.value}
    connection.execute(_APPLICATIONS.update().where(_APPLICATIONS.c.id == change.application).values(waits))


def leave(connection: Connection, applications: Sequence[str], at: datetime) -> None:
    """Councils left the waiting list: what was decided of them in silence falls, and what they were told is in force.

    Nothing happens to those of whom nothing was told.
    """
    for application in applications:
        own = _DECISIONS.c.application == application
        told = own & _DECISIONS.c.told_at.is_not(None)
        newest = connection.scalar(select(func.max(_DECISIONS.c.id)).where(told))
        if newest is None:
            continue
        silent = own & _DECISIONS.c.told_at.is_(None) & _DECISIONS.c.replaced_at.is_(None)
        connection.execute(_DECISIONS.update().where(silent).values(replaced_at=at))
        connection.execute(_DECISIONS.update().where(_DECISIONS.c.id == newest).values(replaced_at=None, next_at=None))


def handled(connection: Connection, following: Mapping[int, datetime | None]) -> None:
    """What was due about decisions has been said; `following` is when to look again."""
    rows = [{"_id": ruling, "next_at": moment} for ruling, moment in following.items()]
    if rows:
        statement = _DECISIONS.update().where(_DECISIONS.c.id == bindparam("_id"))
        connection.execute(statement.values(next_at=bindparam("next_at")), rows)


def reported(connection: Connection, dispatches: Collection[int], now: datetime) -> None:
    """Those who asked for these sendings have been told how they went."""
    connection.execute(_DISPATCHES.update().where(_DISPATCHES.c.id.in_(dispatches)).values(reported_at=now))


# What is read


def ruling(row: Any) -> Ruling:
    """A decision from its row."""
    decision = Decision(
        row.application, Outcome(row.outcome), row.service, row.minutes, row.position, row.reason, row.note
    )
    return Ruling(row.id, decision, row.person, row.at, row.told_at, row.answer_by)


def letters_of(connection: Connection, call: str) -> tuple[DecisionLetter, ...]:
    """The messages of the decisions in force of a call."""
    in_force = (
        select(_DECISIONS.c.id)
        .join_from(_DECISIONS, _APPLICATIONS, _APPLICATIONS.c.id == _DECISIONS.c.application)
        .where(_APPLICATIONS.c.call == call, _DECISIONS.c.replaced_at.is_(None))
    )
    return _letters(connection, list(connection.scalars(in_force)))


def contacts_in(connection: Connection, call: str) -> dict[str, tuple[int, ...]]:
    """The contacts of every body that has an application in a call, the oldest seat first."""
    rows = connection.execute(
        select(_SEATS.c.body, _SEATS.c.person)
        .join_from(_SEATS, _APPLICATIONS, _APPLICATIONS.c.body == _SEATS.c.body)
        .where(_APPLICATIONS.c.call == call, _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
        .order_by(_SEATS.c.id)
    )
    contacts: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for row in rows:
        contacts[row.body] = tuple(dict.fromkeys((*contacts[row.body], row.person)))
    return dict(contacts)


def due(connection: Connection, now: datetime, limit: int, read: Read) -> list[Awaited]:
    """The decisions about which something may be to be said by now, the longest waiting first."""
    rows = connection.execute(
        select(_DECISIONS)
        .where(_DECISIONS.c.next_at <= now)
        .order_by(_DECISIONS.c.next_at, _DECISIONS.c.id)
        .limit(limit)
    ).all()
    applications = read(connection, [row.application for row in rows])
    contacts = _contacts(connection, {one.body for one in applications.values()})
    return [
        Awaited(
            ruling(row),
            applications[row.application],
            row.next_at,
            tuple(contacts.get(applications[row.application].body, ())),
            row.replaced_at is None,
        )
        for row in rows
    ]


def sent(connection: Connection, read: Read) -> list[Sent]:
    """The sendings that were confirmed and not reported yet, and of which no message is on its way any more."""
    found = []
    waiting_ones = _DISPATCHES.c.reported_at.is_(None) & (_DISPATCHES.c.state == DispatchState.SENT)
    for row in connection.execute(select(_DISPATCHES).where(waiting_ones).order_by(_DISPATCHES.c.at)).all():
        told = [ruling(one) for one in connection.execute(select(_DECISIONS).where(_DECISIONS.c.dispatch == row.id))]
        letters = _letters(connection, [one.id for one in told])
        if any(one.state in _UNDER_WAY for one in letters):
            continue
        applications = read(connection, [one.decision.application for one in told])
        people = tuple(dict.fromkeys(one for one in (row.asked_by, row.settled_by) if one))
        found.append(Sent(row.id, row.call, people, letters, tuple(told), applications))
    return found


def _letters(connection: Connection, rulings: Collection[int]) -> tuple[DecisionLetter, ...]:
    if not rulings:
        return ()
    rows = connection.execute(
        select(_LETTERS, _PEOPLE.c.name, _PEOPLE.c.reachable)
        .join_from(_LETTERS, _PEOPLE, _PEOPLE.c.id == _LETTERS.c.chat, isouter=True)
        .where(_LETTERS.c.matter.in_(_matters(rulings)))
        .order_by(_LETTERS.c.id)
    )
    return tuple(
        DecisionLetter(
            row.id,
            int(row.matter.removeprefix(_MATTER)),
            row.chat,
            row.text,
            row.state,
            row.basis,
            row.edited,
            row.name or "",
            bool(row.reachable),
        )
        for row in rows
    )


def _matters(rulings: Collection[int]) -> list[str]:
    return [f"{_MATTER}{one}" for one in rulings]


def _contacts(connection: Connection, bodies: Collection[str]) -> dict[str, list[int]]:
    rows = connection.execute(
        select(_SEATS.c.body, _SEATS.c.person)
        .join_from(_SEATS, _PEOPLE, _PEOPLE.c.id == _SEATS.c.person)
        .where(_SEATS.c.body.in_(bodies), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
        .where(_PEOPLE.c.reachable.is_(True), _PEOPLE.c.muted.is_(False))
        .order_by(_SEATS.c.id)
    )
    contacts: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        contacts[row.body].append(row.person)
    return contacts
