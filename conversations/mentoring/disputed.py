"""What either side writes while the office has a session in hand: it reaches the office with what is not agreed."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.help import MOST
from conversations.intake.known import moment
from conversations.mentoring import disputing, hours, sayings
from conversations.mentoring.hours import Told
from conversations.protocol.changes import AskHelp
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, Office
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Kind, Reading, named

_FEW_WORDS = 3
"""Fewer words than these say nothing about what a session was: «gràcies», «entesos, perfecte»."""

_OF_IT = frozenset({Kind.OTHER, Kind.CORRECTION, Kind.NEGATION})


def said(did: Text, reading: Reading, mine: Sequence[Assignment], facts: Facts) -> Step | None:
    """Passes on to the office what somebody writes about the only session of theirs that it has in hand, and says so.
    None if there is no such session, or the words tell another one, ask something or name another day."""
    told = [(one, of) for of in mine for one in of.sessions if one.state is SessionState.DISPUTED]
    if len(told) != 1 or reading.kind not in _OF_IT or facts.house.minimal or not facts[Office()]:
        return None
    ((session, of),) = told
    about = named(
        did.text,
        sent=moment(did, facts).astimezone(MADRID),
        assigned=[one.grant.application.body_name for one in mine],
        councils=facts.house.finder.councils,
    )
    theirs = about.council in (None, of.grant.application.body_name) and not about.foreign
    another = (about.days and session.day not in about.days and reading.is_report) or not theirs
    if len(did.text.split()) < _FEW_WORDS or another:
        return None
    text, name = did.text[:MOST], facts[Me()].name or did.name
    case = Told(session, of, hours.call_of(facts, of))
    head = lines(T("<b>{name}</b> writes about a session that is not agreed:", name=name), T("“{text}”", text=text))
    answer = Button(T("Answer"), f"reply.{did.update}", standing=True)
    office = tuple(
        Say(lines(head, one.text), (*one.keyboard, *column(answer)), to=one.to)
        for one in disputing.to_office(case, facts[Office()])
    )
    says = lines(
        T("The session of {day} with {council} is in the hands of the technical office, which will settle it.",
          day=session.day, council=sayings.council(of)),
        T("What you have just written has reached it too: “{text}”", text=text),
    )  # fmt: skip
    council = of.grant.application.body_name
    return Step(None, (Say(says), *office), (AskHelp(did.update, "", council, "", text, name),))
