"""What is said unasked while answers are awaited: one reminder, and then that somebody has to be phoned (N14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.decisions import arrivals, calling
from conversations.intake import decided
from conversations.protocol.assessment import Awaited
from conversations.protocol.facts import Call, Status
from conversations.protocol.replies import Notice
from conversations.protocol.words import Council, T, lines
from conversations.rules import awaiting
from conversations.rules.awaiting import Nudge
from conversations.rules.courtesy import polite


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said now, and when each decision is to be looked at again (UTC; None: never)."""

    notices: tuple[Notice, ...]
    following: Mapping[int, datetime | None]


def due(awaited: Sequence[Awaited], calls: Mapping[str, Call], office: Iterable[int], now: datetime) -> Plan:
    """The reminders and the silences that are due; judged from today's facts, so an answer cancels both.

    A call whose people may not be written to now keeps its turn.
    """
    notices: list[Notice] = []
    following: dict[int, datetime | None] = {}
    told = tuple(office)
    for one in awaited:
        call, day = calls[one.application.call], one.ruling.answer_by
        if not one.in_force or one.application.status is not Status.GRANTED or day is None:
            following[one.ruling.id] = None
            continue
        if not polite(now, call):
            continue
        nudge, following[one.ruling.id] = awaiting.due(call, day, one.due, now)
        if nudge is Nudge.REMINDER:
            notices += _reminders(one, call)
        elif nudge is Nudge.SILENCE:
            notices += _silences(one, call, told)
    return Plan(tuple(notices), following)


def whose(notice: Notice) -> int:
    """The number of the decision that a notice is about."""
    return int(notice.once.split(":")[1])


def _reminders(one: Awaited, call: Call) -> Iterator[Notice]:
    says = lines(
        T("Please confirm that {council} takes part:", council=Council(one.application.body_name)),
        decided.granted(call, one.ruling.decision),
        T("You can answer until <b>{day}</b>, inclusive.", day=one.ruling.answer_by or call.sessions_to),
    )
    rows = decided.buttons(one.application.id, Status.GRANTED)[:3]
    for person in one.contacts:
        yield Notice(person, says, f"reminder:{one.ruling.id}:{person}", rows, silent=False)


def _silences(one: Awaited, call: Call, office: Sequence[int]) -> Iterator[Notice]:
    council = Council(one.application.body_name)
    says = lines(
        T("<b>No answer: phone them.</b>"),
        T("{number} · {council}", number=one.application.number or "", council=council),
        decided.granted(call, one.ruling.decision),
        T("{council}: it had until {day}.", council=council, day=one.ruling.answer_by or call.sessions_to),
        arrivals.whom(one.application),
    )
    for person in office:
        yield Notice(
            person, says, f"silence:{one.ruling.id}:{person}", calling.buttons(one.application.id), silent=False
        )
