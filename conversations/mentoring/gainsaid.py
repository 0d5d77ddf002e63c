"""What a mentor writes of a session of which the council says something else: it is shown, to be answered."""

from __future__ import annotations

from conversations.mentoring import correcting, disputed, pending, unanswered, untold, which
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Kind, Reading, named

_FIRST = T("This other session waits for your answer: if you speak of it, use its buttons.")


def said(did: Text, reading: Reading, desk: Pending, facts: Facts) -> Step | None:
    """What the office has in hand is passed on to it, and what waits for this mentor's answer is shown; None if the
    words are of neither. Nothing is answered in passing."""
    passed_on = disputed.said(did, reading, desk.mine, facts)
    if passed_on is not None:
        return untold.beside(passed_on, reading, did, desk, facts)
    claims = unanswered.of_mentor(facts)
    about = named(
        did.text,
        sent=pending.when(did, facts).astimezone(MADRID),
        assigned=[of.grant.application.body_name for of in desk.mine],
        councils=facts.house.finder.councils,
    )
    those = [(one, of) for one, of in claims
             if about.council in (None, of.grant.application.body_name) and about.days <= {one.day}]  # fmt: skip
    if not those or about.foreign:
        return None
    if disputed.insists(did.text):
        if len(those) > 1:
            return which.said(which.LOOK, facts, which.TO_AGREE)
        return Step(None, (Say(which.TO_AGREE), which.shown(those[0])))
    found = correcting.meant(reading, desk.mine) if reading.kind is Kind.CORRECTION else None
    if found is None or found[0].id in {one.id for one, _ in claims} or about.days or about.council or len(those) > 1:
        return None
    late = correcting.is_of_late(found, reading, facts)
    return correcting.proposed(found, reading, did, facts).after(Say(_FIRST), which.shown(those[0])) if late else None
