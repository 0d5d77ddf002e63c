"""What a mentor writes of a session of which the council says something else: it is shown, to be answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.mentoring import correcting, disputed, explained, naming, unanswered, untold, which
from conversations.mentoring.pending import Pending
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Incoming, Text
from conversations.protocol.mentoring import Side
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T
from conversations.rules.assent import only_agrees
from conversations.rules.plain import words
from conversations.rules.session_report import Kind, Named, Reading

_FIRST = T("This other session waits for your answer: if you speak of it, use its buttons.")
_CONCEDES = re.compile(
    r"(?:(?:si|ai|ui|ah|ostres|perdo(?:na|neu)?|disculpeu?) )*(?:te(?:nen)? (?:tota la )?rao|"
    r"(?:es|aixo es) (?:veritat|cert)|(?:em vaig|m he) (?:equivocar|equivocat|confondre|confos))\b"
)
_WAS_HELD = re.compile(r"\b(?:si|clar|tant|be) que (?:es va|la vam|la varem) fer\b")


def beside(did: Incoming, facts: Facts) -> Step | None:
    """What waits for this mentor's answer because a council says that it was not held, for words that say that it was
    while something else waits to be saved, which goes on waiting; None for any other."""
    if not isinstance(did, Text) or _WAS_HELD.search(" ".join(words(did.text))) is None:
        return None
    those = [(one, of) for one, of in unanswered.of_mentor(facts) if one.says[Side.COUNCIL] == 0]
    return Step(None, (Say(which.TO_AGREE), *map(which.shown, those))) if those else None


def said(did: Text, reading: Reading, desk: Pending, facts: Facts) -> Step | None:
    """What the office has in hand is passed on to it, and what waits for this mentor's answer is shown; None if the
    words are of neither. Nothing is answered in passing."""
    passed_on = disputed.said(did, reading, desk.mine, facts)
    if passed_on is not None:
        return untold.beside(passed_on, reading, did, desk, facts)
    claims = unanswered.of_mentor(facts)
    about = naming.of_packages(did.text, desk.mine, did, facts)
    those = [(one, of) for one, of in claims
             if about.council in (None, of.grant.application.body_name) and about.days <= {one.day}]  # fmt: skip
    if not those or about.foreign:
        return None
    if _answers(did.text, reading, about, those):
        if len(those) > 1:
            return which.said(which.LOOK, facts, which.TO_AGREE)
        return Step(None, (Say(which.TO_AGREE), which.shown(those[0])))
    found = correcting.meant(reading, desk.mine) if reading.kind is Kind.CORRECTION else None
    if found is None or found[0].id in {one.id for one, _ in claims} or about.days or about.council or len(those) > 1:
        return None
    late = correcting.is_of_late(found, reading, facts)
    return correcting.proposed(found, reading, did, facts).after(Say(_FIRST), which.shown(those[0])) if late else None


def _answers(text: str, reading: Reading, about: Named, claims: Sequence[Waits]) -> bool:
    """Whether words speak for or against what a council says of these sessions, or say again what one side says."""
    if disputed.insists(text) or only_agrees(text) or _CONCEDES.match(" ".join(words(text))):
        return True
    said = {minutes for session, _ in claims for minutes in (session.minutes, *session.says.values())}
    if explained.not_held(text):
        return 0 in said
    return bool(about.days) and reading.is_report and not reading.sessions and reading.minutes in said
