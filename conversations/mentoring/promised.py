"""What is written of a date that waits for an answer, or is agreed: it is shown with its buttons, and none is begun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conversations.intake.known import moment
from conversations.mentoring import calendar, dating, people
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Appointment, AppointmentState, Assignment, Side
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, Words, lines
from conversations.rules import dates
from conversations.rules.assent import agrees_to_a_date, speaks_of_a_date
from conversations.rules.deadlines import MADRID
from conversations.rules.planning import Plan, read_plan
from conversations.rules.session_report import Kind, Reading

_NOT = re.compile(r"\bno\b|\bimpossible\b", re.IGNORECASE)
_RATHER = re.compile(
    r"\b(?:millor|en (?:lloc|comptes|canvi)|canvi\w*|mou\w*|ajorn\w*|però|impossible|prefer\w+|"
    r"no (?:puc|podem|podré|podrem|(?:em|ens) (?:va|ve) b[eé]))\b",
    re.IGNORECASE,
)
_FEW_WORDS = 4
"""A yes to a date that names no day is short: «d'acord, perfecte»."""


def said(did: Text, mine: Sequence[Assignment], side: Side, facts: Facts) -> Step | None:
    """The date to come that a text speaks of, if it is plain which: one that the other side has proposed is asked about
    with its buttons, and nothing is accepted in passing; None for anything else.

    `mine` are the packages of whoever writes, who stands on `side` of them.
    """
    if dating.held(did.text):
        return None
    plan = read_plan(did.text, moment(did, facts).astimezone(MADRID), facts.house.finder.councils)
    ahead = [(one, of) for of in mine if of.agreed for one in of.appointments
             if one.state in dates.OPEN and dates.starts(one) > facts.now]  # fmt: skip
    if plan.day is not None:
        those = [(one, of) for one, of in ahead if one.day == plan.day and plan.begins in (None, one.begins)]
    else:
        yes = agrees_to_a_date(did.text) and len(did.text.split()) <= _FEW_WORDS
        those = [(one, of) for one, of in ahead if yes and _theirs(one, side)]
    if len(those) == 1:
        return _shown(*those[0], side, did.text)
    return _rather(plan, ahead, side, facts) if not those and _RATHER.search(did.text) else None


def beside(reading: Reading, did: Text, mine: Sequence[Assignment], facts: Facts) -> tuple[Say, ...]:
    """The date to come that a mentor's text speaks of while a session waits for a yes, of which it says nothing: shown
    with its buttons. Nothing for any other text, and for a new date, which would need a dialogue of its own."""
    if reading.kind is not Kind.PLAN and not speaks_of_a_date(did.text):
        return ()
    step = said(did, mine, Side.MENTOR, facts)
    if step is None or step.scene is not None:
        return ()
    return tuple(one for one in step.replies if isinstance(one, Say))


def _rather(plan: Plan, ahead: Sequence[tuple[Appointment, Assignment]], side: Side, facts: Facts) -> Step | None:
    """Another day or another hour than that of the only date ahead, «em va millor a les 11»: proposed instead of it."""
    if len(ahead) != 1 or (plan.day is None and plan.begins is None):
        return None
    ((one, of),) = ahead
    instead = replace(plan, day=plan.day or one.day, modality=plan.modality or one.modality)
    return dating.planned(of, instead, facts, side, replaces=one.id)


def _theirs(one: Appointment, side: Side) -> bool:
    """Whether a date waits for the answer of a side: the office proposes as the mentor does."""
    return one.state is AppointmentState.PROPOSED and (one.by is Side.COUNCIL) != (side is Side.COUNCIL)


def _shown(one: Appointment, of: Assignment, side: Side, text: str) -> Step:
    line = calendar.line(one, None if side is Side.COUNCIL else people.council(of.grant))
    if one.state is AppointmentState.AGREED:
        return Step(None, (Say(lines(T("This date is agreed already:"), line), calendar.changes(one)),))
    if not _theirs(one, side):
        waits = T("It is proposed already, and waits for the answer of the other side:")
        return Step(None, (Say(lines(waits, line)),))
    head: Words = T("Do you accept this date?")
    if _NOT.search(text):
        head = T("This date waits for your answer:")
    return Step(None, (Say(lines(head, line), calendar.answers(one)),))
