"""What a report says besides of a session still to be held: not noted, said so, and offered as a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversations.intake.known import moment
from conversations.mentoring import offering, pending, sayings
from conversations.mentoring.drafts import Draft
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Say
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.planning import Plan, read_plan
from conversations.rules.session_report import Reading


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message tells: the sessions held, those of a day to come, and the stretches that speak of one."""

    held: tuple[Draft, ...]
    coming: tuple[Draft, ...] = ()
    ahead: tuple[str, ...] = ()


def told(reading: Reading, drafts: Sequence[Draft], did: Text, facts: Facts) -> Parts:
    """What was held and what is still to come. A message of which nothing was held is left as it is: its day is asked."""
    today = moment(did, facts).astimezone(MADRID).date()
    coming = tuple(one for one in drafts if one.day is not None and one.day > today)
    held = tuple(one for one in drafts if one not in coming)
    ahead = tuple(did.text[one.start : one.end] for one in reading.ahead)
    return Parts(held, coming, ahead) if held else Parts(tuple(drafts), ahead=ahead)


def aside(parts: Parts, did: Text, desk: Pending, facts: Facts) -> tuple[Say, ...]:
    """What is said of the sessions to come, above what waits to be saved: one tap proposes what is wholly known."""
    plans: list[tuple[Assignment | None, Plan]] = []
    for one in parts.coming:
        plans.append((desk.assignment(one), Plan(one.day, one.begins, one.minutes, one.modality)))
    for stretch in parts.ahead:
        plan = read_plan(stretch, moment(did, facts).astimezone(MADRID), facts.house.finder.councils)
        if plan.day is not None or plan.minutes is not None:
            plans.append((_with_whom(stretch, did, desk, facts), plan))
    return tuple(_said(assignment, plan, facts) for assignment, plan in plans)


def _with_whom(stretch: str, did: Text, desk: Pending, facts: Facts) -> Assignment | None:
    """The council that the stretch names, or the only one that the rest of the message is about; None if not plain."""
    proposal = pending.understood(stretch, replace(did, text=stretch), desk, facts).proposal
    if proposal is not None and (proposal.council or proposal.foreign):
        named = (one for one in desk.mine if one.grant.application.body_name == proposal.council)
        return next(named, None)
    last = [one for draft in desk.drafts if draft.message == did.message and (one := desk.assignment(draft))]
    return last[0] if len({one.id for one in last}) == 1 else None


def _said(assignment: Assignment | None, plan: Plan, facts: Facts) -> Say:
    offered = offering.offered(assignment, plan, facts) if assignment is not None and plan.day is not None else None
    if offered is not None:
        return offered
    held = T("It is a session to be held, and counts no hours yet.")
    if plan.day is None or assignment is None:
        day = T("{day}.", day=plan.day) if plan.day is not None else None
        return Say(lines(day, held, T("When it has been held, write it here.")))
    return Say(
        lines(
            T("{day}, with {council}.", day=plan.day, council=sayings.council(assignment)),
            held,
            T("To propose it, write it by itself with the hour: «on the {n} at 10»." , n=plan.day.day),
        )
    )
