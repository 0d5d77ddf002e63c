"""What a council writes about sessions without a press: they are shown with their buttons, or who notes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.mentoring import (
    answered,
    apiece,
    claiming,
    confirming,
    dating,
    disagreeing,
    disputed,
    explained,
    hearing,
    hours,
    meant,
    promised,
    sayings,
    unanswered,
    which,
)
from conversations.mentoring.hearing import claimant
from conversations.mentoring.hours import Told
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, Side
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, MyAssignments
from conversations.protocol.words import T, lines
from conversations.rules.assent import agrees, approved, denies
from conversations.rules.session_report import Kind, says_otherwise

_EXPLAINS = frozenset({Kind.OTHER, Kind.NEGATION})
_OF_HOURS = re.compile(r"\bhor(?:a|es)\b|\bqueden?\b", re.IGNORECASE)


def said(did: Text, facts: Facts) -> Step | None:
    """The answer to a council that writes about sessions; None for anything else. Nothing is confirmed by a word in
    passing: it might be about another session, or about something else."""
    if not hours.receives(facts):
        return None
    going = [one for one in facts[MyAssignments()] if one.agreed]
    if not going:
        return None
    waiting = meant.speaks_of(unanswered.of_council(facts), going, did, facts)
    if (each := apiece.each(did, facts)) is not None:
        return each
    reading = apiece.reading_of(did, going, facts)
    if explained.because(did.text) and (why := _afterwards(did.text, going, facts)) is not None:
        return why
    meaning = meant.one(waiting, did, facts) if len(waiting) > 1 else next(iter(waiting), None)
    if meaning is not None and unanswered.as_noted(meaning[0]):
        asked = disagreeing.asked(*meaning, did, reading, facts)
        if asked is not None:
            return asked
    tells = reading.is_report or reading.kind is Kind.NEGATION
    approves = agrees(did.text) or approved(did.text)
    if waiting and (tells or approves or denies(did.text) or says_otherwise(did.text)):
        head = apiece.TO_CONFIRM if approves and not tells else which.TO_ANSWER
        if len(waiting) > 1 and meaning is not None:
            return Step(None, (Say(head), which.shown(meaning)))
        if approves and not tells:
            return which.said("sok", facts, head)
        return which.said(which.LOOK, facts, values=disagreeing.values(did, reading, going, facts))
    if reading.kind in _EXPLAINS and (why := _afterwards(did.text, going, facts)) is not None:
        return why
    if not waiting and (own := _said_already(did, going, facts)) is not None:
        return own
    if (passed_on := disputed.said(did, reading, going, facts)) is not None:
        return passed_on
    if (date_ahead := promised.said(did, going, Side.COUNCIL, facts)) is not None:
        return date_ahead
    if not waiting and (put_right := answered.said(did, reading, going, facts)) is not None:
        return put_right
    if reading.kind is Kind.QUESTION and _OF_HOURS.search(did.text):
        rows = column(Button(T("Show me the sessions"), "sessions", standing=True))
        return Step(None, (Say(lines(T("This is how the hours stand:"), *map(sayings.totals, going)), rows),))
    if not reading.is_report:
        plan = dating.to_come(did, facts) if len(going) == 1 else None
        return dating.planned(going[0], plan, facts, Side.COUNCIL) if plan is not None else None
    who = tuple(dict.fromkeys(one.mentor for one in going))
    by = sayings.who(who[0]) if len(who) == 1 else T("whoever goes with you")
    return Step(
        None,
        (
            Say(
                lines(
                    T("The sessions are noted by {who}.", who=by),
                    T("When this one is noted, you will be asked here whether it is right."),
                ),
                column(Button(T("Show me the sessions"), "sessions", standing=True)),
            ),
        ),
    )


def _afterwards(text: str, going: Sequence[Assignment], facts: Facts) -> Step | None:
    """Why the only session of which a council has just said that it was not held was not, for the mentor to read; None
    if there is no such session, or the words explain nothing."""
    said = [(one, of) for of in going for one in of.sessions
            if claimant(one) is Side.COUNCIL and one.says[Side.COUNCIL] == 0 and not one.says_why]  # fmt: skip
    why = explained.afterwards(text)
    if len(said) != 1 or not why:
        return None
    ((session, of),) = said
    return claiming.not_held(Told(session, of, hours.call_of(facts, of)), why)


def _said_already(did: Text, going: Sequence[Assignment], facts: Facts) -> Step | None:
    """The session to which a text points and of which the council has said something that the mentor has to answer."""
    said = [(one, of) for of in going for one in of.sessions if claimant(one) is Side.COUNCIL]
    found = meant.one(said, did, facts) if meant.points(did.text) else None
    if found is None:
        return None
    session, of = found
    line = T("{council}: {line}.", council=sayings.council(of), line=sayings.line(session))
    rows = confirming.second_thoughts(Told(session, of, hours.call_of(facts, of)))
    return Step(None, (Say(lines(line, hearing.own_words(session)), rows),))


def of_claims(text: str, facts: Facts) -> Step | None:
    """A yes or a no of a mentor of whom a council says something else: what waits is shown with its buttons."""
    yes = agrees(text)
    if not unanswered.of_mentor(facts) or not (yes or denies(text)):
        return None
    return which.said("sagree" if yes else which.LOOK, facts, which.TO_AGREE)
