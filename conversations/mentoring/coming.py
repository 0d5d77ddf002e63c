"""What a report says besides of a session still to be held: not noted, said so, and offered as a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import dating, offering, pending, sayings
from conversations.mentoring.drafts import COUNCIL, DAY, Draft
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules import dates
from conversations.rules.deadlines import MADRID
from conversations.rules.planning import Plan, read_plan
from conversations.rules.session_report import Field, Reading, Reason

_MEETS = re.compile(
    r"\b(?:torn|sessi|qued|veu|veie|reuni|trob|pr[oò]per|pr[oò]xim|segui|continu|repeti|fem\b|farem|connect|videotruc)",
    re.IGNORECASE,
)
"""Words of a meeting: «divendres els enviaré el plec» is something to do, and no session."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message tells: the sessions held, those of a day to come, and the stretches that speak of one."""

    held: tuple[Draft, ...]
    coming: tuple[Draft, ...] = ()
    ahead: tuple[str, ...] = ()


def told(reading: Reading, drafts: Sequence[Draft], did: Text, facts: Facts) -> Parts:
    """What was held and what is still to come. Of a message that speaks of what was held, on days that have not come,
    all is as if held: its day is asked."""
    today = moment(did, facts).astimezone(MADRID).date()
    coming = tuple(one for one in drafts if one.day is not None and (one.day > today or _later(one, today, did, facts)))
    held = tuple(one for one in drafts if one not in coming)
    ahead = tuple(did.text[one.start : one.end] for one in reading.ahead)
    as_held = not held and dating.held(did.text)
    return Parts(tuple(drafts), ahead=ahead) if as_held else Parts(held, coming, ahead)


def _later(draft: Draft, today: date, did: Text, facts: Facts) -> bool:
    """Whether a session of today begins at an hour that has not come."""
    if draft.day != today or draft.doubts.get(DAY) != Reason.FUTURE:
        return False
    begins = _plan(draft, did, facts).begins
    return begins is not None and dates.instant(today, begins) > facts.now


def planned(parts: Parts, did: Text, desk: Pending, facts: Facts) -> Step | None:
    """The one session of a message that is still to come, offered as a proposal of date; None if it cannot be one."""
    if parts.held or len(parts.coming) != 1 or desk.behalf:
        return None
    (draft,) = parts.coming
    assignment = desk.assignment(draft) or (desk.mine[0] if len(desk.mine) == 1 else None)
    if assignment is None or COUNCIL in draft.doubts:
        return None
    return dating.planned(assignment, _plan(draft, did, facts), facts)


def _plan(draft: Draft, did: Text, facts: Facts) -> Plan:
    said = read_plan(did.text, moment(did, facts).astimezone(MADRID), facts.house.finder.councils)
    begins = draft.begins if draft.begins is not None else said.begins
    return Plan(draft.day, begins, draft.minutes or said.minutes, draft.modality or said.modality)


def aside(parts: Parts, did: Text, desk: Pending, facts: Facts) -> tuple[Say, ...]:
    """What is said of the sessions to come, above what waits to be saved: one tap proposes what is wholly known."""
    plans: list[tuple[Assignment | None, Plan]] = [
        (
            desk.assignment(one),
            _plan(one, did, facts)
            if len(parts.coming) == 1 and not parts.held
            else Plan(one.day, one.begins, one.minutes, one.modality),
        )
        for one in parts.coming
    ]
    for stretch in parts.ahead:
        plan = read_plan(stretch, moment(did, facts).astimezone(MADRID), facts.house.finder.councils)
        whom, named = _with_whom(stretch, parts, did, desk, facts)
        meets = named or plan.begins is not None or _MEETS.search(stretch) is not None
        if plan.minutes is not None or (plan.day is not None and meets):
            plans.append((whom, plan))
    return tuple(_said(assignment, plan, facts) for assignment, plan in plans)


def _with_whom(stretch: str, parts: Parts, did: Text, desk: Pending, facts: Facts) -> tuple[Assignment | None, bool]:
    """The council that the stretch names, and that it does; or the only one of the rest; None if it is not plain."""
    read = pending.understood(stretch, replace(did, text=stretch), desk, facts)
    name = read.proposal.council if read.proposal else read.council
    strange = read.proposal.foreign if read.proposal else Field.COUNCIL in read.reasons
    said = Field.COUNCIL in read.spans or (read.proposal is not None and len(desk.mine) > 1 and name is not None)
    if strange or said:
        return next((one for one in desk.mine if name == one.grant.application.body_name), None), True
    told = [one for draft in parts.held if (one := desk.assignment(draft))]
    return (told[0] if len({one.id for one in told}) == 1 else None), False


_WRITE = T("To propose it, write it by itself with its hour and its council.")


def _said(assignment: Assignment | None, plan: Plan, facts: Facts) -> Say:
    offered = offering.offered(assignment, plan, facts) if assignment is not None and plan.day is not None else None
    if offered is not None:
        return offered
    held = T("It is a session to be held, and counts no hours yet.")
    if plan.day is None or assignment is None:
        day = T("<b>{day}</b>", day=plan.day) if plan.day is not None else None
        return Say(lines(day, held, T("When it has been held, write it here.") if day is None else _WRITE))
    return Say(
        lines(
            T("<b>{day}</b>, with {council}", day=plan.day, council=sayings.council(assignment)),
            held,
            T("To propose it, write it by itself with its hour, such as «{day} at 10».", day=plan.day),
        )
    )
