"""A text that may tell one session more, or be about the one that the office has in hand: which of both is asked."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import cards, disputed, hours, joining, pending, sayings
from conversations.mentoring.pending import Pending
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mentoring import SessionState
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle, Reporting
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T
from conversations.rules.session_report import Reading

WHOSE = "whose"
"""What a scene asks while it is not plain whether the session that waits is another one. The session that the office
has in hand follows: `whose.7`."""


def asked(reading: Reading, desk: Pending, did: Text, facts: Facts) -> Step | None:
    """Asks whether a report is of one session more; None if it cannot be about one that the office has in hand."""
    case = disputed.perhaps(did, reading, desk.mine, facts)
    if case is None:
        return None
    waits = joining.first(reading, desk, did, facts).scene
    if not isinstance(waits, Reporting) or len(waits.drafts) != 1:
        return None
    return _question(waits, case)


def _question(waits: Reporting, case: Waits) -> Step:
    session, of = case
    says = T(
        "Is this another session, or do you speak of the one of {day} with {council}, which the office has to settle?",
        day=session.day,
        council=sayings.council(of),
    )
    rows = column(Button(T("It is another session"), "another"), Button(T("I speak of that one"), f"that.{session.id}"))
    return Step(replace(waits, place=0, field=f"{WHOSE}.{session.id}"), (Say(says, rows),))


def again(scene: Reporting, facts: Facts) -> Step | None:
    """The same question once more; None if it was not asked, or the office has the session no longer in hand."""
    case = _case(scene, facts)
    return _question(scene, case) if case and case[0].state is SessionState.DISPUTED else None


def _case(scene: Reporting, facts: Facts) -> Waits | None:
    what, _, key = scene.field.partition(".")
    mine = hours.mine(facts) if what == WHOSE else ()
    found = ((one, of) for of in mine for one in of.sessions if str(one.id) == key)
    return next(found, None)


def answered(scene: Reporting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What was pressed: it waits to be saved like any other, or its words reach the office; None for all else."""
    case = _case(scene, facts)
    desk = pending.resumed(scene, facts) if case else None
    if case is None or desk is None or not isinstance(did, Press):
        return None
    gone = Edit(turn=turn)
    if did.choice == "another":
        return cards.show(desk, facts).after(gone)
    if did.choice != f"that.{case[0].id}":
        return None
    if case[0].state is not SessionState.DISPUTED:
        return cards.show(desk, facts).after(gone, Say(sayings.STANDS[case[0].state]))
    step = disputed.passed_on((case,), desk.drafts[0].text, did, facts)
    return replace(step, scene=Idle()).after(gone)
