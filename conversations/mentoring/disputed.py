"""What either side writes while the office has a session in hand: it reaches the office with what is not agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.help import MOST
from conversations.mentoring import disputing, hours, naming, sayings
from conversations.mentoring.hours import Told
from conversations.mentoring.unanswered import Waits
from conversations.protocol.changes import AskHelp
from conversations.protocol.incoming import Press, Text
from conversations.protocol.mentoring import Assignment, Session, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, Office
from conversations.protocol.words import T, lines
from conversations.rules.plain import words
from conversations.rules.session_report import Kind, Named, Reading

_FEW_WORDS = 3
"""Fewer words than these say nothing about what a session was: «gràcies», «entesos, perfecte»."""

_OF_IT = frozenset({Kind.OTHER, Kind.CORRECTION, Kind.NEGATION})
_INSISTS = re.compile(
    r"(?:(?:no|ei|ep|ui|be|doncs|perdoneu?|ostres) )*(?:que va|ni parlar ne|de cap manera|mentida|"
    r"(?:(?:aixo|tot aixo) )?no es (?:veritat|cert|aixi)|(?:i tant|(?:es )?clar|si|be) que (?:es|s|si|la|ens|hi|va|vam|"
    r"van)|es va (?:fer|celebrar)|hi (?:vam|varem) (?:ser|estar)|vam (?:ser|estar) hi)\b|"
    r".*\b(?:si que (?:es|la) va\w* fer|(?:tinc|tenim|hi ha|consta|surt|ho diu)(?: \w+){0,2} (?:l )?"
    r"(?:acta|agenda|correus?|captur\w+|prov\w+|testimonis?|convocatoria))\b"
)


def insists(text: str) -> bool:
    """Whether a text speaks against what the other side says of a session: «que va, van ser dues hores», «es va fer,
    tinc l'acta»."""
    return _INSISTS.match(" ".join(words(text))) is not None


def said(did: Text, reading: Reading, mine: Sequence[Assignment], facts: Facts) -> Step | None:
    """Passes on to the office what somebody writes about the sessions of theirs that it has in hand, and says so. None
    if there is no such session, or the words tell another one, ask something or name another day."""
    told = _in_hand(mine, facts)
    if not told or len(did.text.split()) < _FEW_WORDS:
        return None
    about = naming.of_packages(did.text, mine, did, facts)
    those = [pair for pair in told if _is_of(*pair, about, reading, did.text)]
    those = [pair for pair in those if pair[0].day in about.days] or those
    return passed_on(those, did.text, did, facts) if those and not about.foreign else None


def perhaps(did: Text, reading: Reading, mine: Sequence[Assignment], facts: Facts) -> Waits | None:
    """The only session that the office has in hand and that what tells a session may be of all the same, because it
    names no other day and no other council."""
    told = _in_hand(mine, facts)
    if len(told) != 1 or reading.kind is not Kind.REPORT or reading.sessions:
        return None
    ((session, of),), about = told, naming.of_packages(did.text, mine, did, facts)
    theirs = about.council in (None, of.grant.application.body_name) and not about.foreign
    return (session, of) if theirs and about.days <= {session.day, session.says_day} else None


def _in_hand(mine: Sequence[Assignment], facts: Facts) -> list[Waits]:
    if facts.house.minimal or not facts[Office()]:
        return []
    return [(one, of) for of in mine for one in of.sessions if one.state is SessionState.DISPUTED]


def passed_on(those: Sequence[Waits], written: str, did: Text | Press, facts: Facts) -> Step:
    """What was written reaches the office with the sessions that it has to settle, and its writer hears so."""
    text, name = written[:MOST], facts[Me()].name or did.name
    head = lines(T("<b>{name}</b> writes about a session that is not agreed:", name=name), T("“{text}”", text=text))
    answer = Button(T("Answer"), f"reply.{did.update}", standing=True)
    office = tuple(
        Say(lines(head, one.text), (*one.keyboard, *column(answer)), to=one.to)
        for session, of in those
        for one in disputing.to_office(Told(session, of, hours.call_of(facts, of)), facts[Office()])
    )
    theirs = (
        T("The session of {day} with {council} is in the hands of the technical office, which will settle it.",
          day=session.day, council=sayings.council(of)) for session, of in those
    )  # fmt: skip
    says = lines(*theirs, T("What you have just written has reached it too: “{text}”", text=text))
    council = those[0][1].grant.application.body_name
    return Step(None, (Say(says), *office), (AskHelp(did.update, "", council, "", text, name),))


def _is_of(session: Session, of: Assignment, about: Named, reading: Reading, text: str) -> bool:
    """Whether words may be of a session that is not agreed. What tells a session is of another one, unless it says
    again what one side says of this one, or speaks against the other side."""
    if about.council not in (None, of.grant.application.body_name):
        return False
    this_day = session.day in about.days
    if reading.kind in _OF_IT:
        return this_day or not (about.days and reading.is_report)
    if reading.kind is not Kind.REPORT or reading.sessions or (about.days and not this_day):
        return False
    return insists(text) or (this_day and reading.minutes in (session.minutes, *session.says.values()))
