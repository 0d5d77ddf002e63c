"""Hours come back to a package: what waits for the commission and fits by now may be noted without its word (R38)."""

from __future__ import annotations

from conversations.mentoring import sayings
from conversations.mentoring.drafts import wanted
from conversations.mentoring.hours import Purse
from conversations.protocol.mentoring import Assignment, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.wants import Facts, Office
from conversations.protocol.words import T, lines


def told(purse: Purse, assignment: Assignment, facts: Facts, *, but: int) -> tuple[Say, ...]:
    """What is said to whoever goes with the council, or to the office in their place, of each session that fits now;
    `but` is the one whose hours came back."""
    waits = [one for one in assignment.sessions if one.state is SessionState.OVER and one.id != but]
    fits = [one for one in waits if not purse.exceeds(assignment, one.minutes, wanted(one))]
    to = assignment.mentor.chats or facts[Office()]
    return tuple(
        Say(
            lines(
                T("What waits for the commission fits in the package now:"),
                T("{council}: {line}.", council=sayings.council(assignment), line=sayings.line(one)),
                T("It can be noted without its word."),
            ),
            column(Button(T("Note it now"), f"sfits.{one.id}.{wanted(one)}", standing=True)),
            to=person,
        )
        for one in fits
        for person in to
    )
