"""What a mentor writes that tells no session: a plan, a question, chatter. Nothing is noted, and the answer helps."""

from __future__ import annotations

import re
from dataclasses import replace

from conversations.intake.known import moment
from conversations.mentoring import (
    calendar,
    dating,
    foreign,
    hours,
    offering,
    overheard,
    promised,
    sayings,
    standing,
    unheld,
    untold,
)
from conversations.mentoring.hours import Told
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import STANDING, AppointmentState, Assignment, Side
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Joined, T, Words, lines
from conversations.rules import dates
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.planning import Plan, read_plan
from conversations.rules.session_report import Kind, Reading

_UNDO = re.compile(
    r"(?:vull |voldria |es pot |puc )?(?:desfes|desfer|desfeu)(?: ?(?:ho|la|l|l ultima|la sessio|l ultima sessio))*"
)
_A_QUESTION = 3
"""Fewer words than these ask about no hours: «quin?», «com?»."""


_NO_SESSION = T("Nothing has been noted as a session.")
_NO_ANSWER = T("The answer has not been understood, and nothing has been lost. Answer again, or press a button below.")
_NO_WORD = T("Nothing has been saved yet: press a button, or write what to change, such as «no, it was 3 hours».")
NOT_YET = T("Nothing has been saved yet: something is still to be made clear. Answer it, or press a button.")
"""What is said to who would save what cannot be saved yet."""


def understands_nothing(said: Say) -> bool:
    """Whether an answer says only that a text was not understood, or could not be done, and nothing has changed."""
    parts = said.text.parts[:1] if isinstance(said.text, Joined) else (said.text,)
    return any(one in parts for one in (_NO_SESSION, _NO_ANSWER, _NO_WORD, NOT_YET))


def answer(reading: Reading, did: Text, desk: Pending, facts: Facts) -> Step:
    """The answer to a text that tells no session, with nothing else open."""
    dated = reading.kind in (Kind.OTHER, Kind.QUESTION) and dating.to_come(did, facts) is not None
    if reading.kind in (Kind.OTHER, Kind.NEGATION) and (claim := overheard.of_claims(did.text, facts)) is not None:
        return claim
    asks = reading.kind is not Kind.NEGATION or _CALLS_OFF.match(did.text) is not None
    if asks and (agreed := _to_move(did.text, desk, facts)):
        return Step(None, agreed)
    if reading.kind is not Kind.NEGATION and (waits := promised.said(did, desk.mine, Side.MENTOR, facts)) is not None:
        return waits
    to_come = _planned(reading, did, desk, facts) if dated or reading.kind is Kind.PLAN else None
    date = _agreed(desk, facts) if reading.kind is Kind.NEGATION else None
    saved = unheld.stands(reading, did, desk, facts)
    if saved is None and date is None:
        saved = unheld.stands(reading, did, desk, facts, unnamed=True)
    found = _to_undo(did.text, desk, facts) or saved or date
    if to_come is not None:
        return to_come
    if found is not None:
        return Step(None, (found,))
    if untold_one := untold.offered(reading, did, desk, facts):
        return untold.kept(Step(None, (_anyway(desk),)), desk, untold_one)
    return Step(None, (_said(reading, did, desk, facts),))


def _agreed(desk: Pending, facts: Facts) -> Say | None:
    """The newest date that was agreed and is past: what somebody who writes «nobody came» has to say something about.
    None if there is none."""
    past = [
        (date, going)
        for going in desk.mine
        for date in going.appointments
        if date.state is AppointmentState.AGREED and dates.starts(date) <= facts.now
    ]
    if not past:
        return None
    date, going = max(past, key=lambda pair: dates.starts(pair[0]))
    says = lines(
        T("Nothing has been noted."),
        T("The session with {council} was agreed for {when}. What happened?", council=sayings.council(going),
          when=calendar.when(date)),
    )  # fmt: skip
    return Say(says, column(*calendar.not_held(date)))


_MOVES = re.compile(r"\b(?:canvi|mou|ajorn|avan[cç]|posposa|endarrer|anul|cancel)", re.IGNORECASE)


_CALLS_OFF = re.compile(
    r"\W*(?:si us plau,? )?(?:(?:vull|voldria|cal|heu de|pots|podeu) )?(?:anul|cancel|desconvoc|ajorn)", re.IGNORECASE
)


def _to_move(text: str, desk: Pending, facts: Facts) -> tuple[Say, ...]:
    """The dates to come, each with what can be done with it, for who writes that one is to be moved or called off."""
    if _MOVES.search(text) is None:
        return ()
    ahead = [
        (date, going)
        for going in desk.mine
        for date in going.appointments
        if date.state is AppointmentState.AGREED and dates.starts(date) > facts.now
    ]
    head = (Say(T("Nothing has changed yet: use the buttons of the date.")),) if ahead else ()
    return (*head, *(Say(calendar.line(date, sayings.council(going)), calendar.changes(date)) for date, going in ahead))


def _planned(reading: Reading, did: Text, desk: Pending, facts: Facts) -> Step | None:
    """A session to come, offered as a proposal of date; None if the day, or with whom, is not plain."""
    going = _going(reading, did, desk, facts)
    return dating.planned(*going, facts) if going else None


def _going(reading: Reading, did: Text, desk: Pending, facts: Facts) -> tuple[Assignment, Plan] | None:
    """With whom and when; None if either is not plain."""
    if _foreign(reading):
        return None
    plan = read_plan(did.text, moment(did, facts).astimezone(MADRID), facts.house.finder.councils)
    named = reading.proposal.council if reading.proposal else None
    agreed = [one for one in desk.mine if one.agreed]
    those = [one for one in agreed if named is None or one.grant.application.body_name == named]
    return (those[0], plan) if plan.day is not None and len(those) == 1 else None


def aside(reading: Reading, did: Text, desk: Pending, facts: Facts, *, asked: bool = False) -> tuple[Say, ...]:
    """The same while a session waits for a yes, which is shown again after it. A session to come can be proposed in one
    tap, without leaving the one that waits. If something was `asked`, what says nothing else was meant as its answer.
    """
    going = _going(reading, did, desk, facts) if reading.kind is Kind.PLAN else None
    offered = offering.offered(*going, facts) if going else None
    saved = None if desk.told else unheld.stands(reading, did, desk, facts)
    found = offered or _to_undo(did.text, desk, facts) or saved
    if found is None and asked and (reading.kind is Kind.OTHER or len(did.text.split()) < _A_QUESTION):
        return (Say(_NO_ANSWER),)
    if found is None and not desk.told and untold.offered(reading, did, desk, facts):
        return (replace(_anyway(desk), keyboard=column(untold.BUTTON)),)
    if found is None and reading.kind is Kind.OTHER:
        return (Say(_NO_WORD),)
    return (found or Say(_said(reading, did, desk, facts).text),)


def _to_undo(text: str, desk: Pending, facts: Facts) -> Say | None:
    """The session that was told last, with its button, for who writes that it should be undone instead of pressing."""
    if not _UNDO.fullmatch(" ".join(words(text))):
        return None
    told = [(one, going) for going in desk.mine for one in going.sessions if one.state in STANDING]
    told = [(one, of) for one, of in told if standing.why(Told(one, of, hours.call_of(facts, of)), facts) is None]
    if not told:
        return None
    session, going = max(told, key=lambda pair: (pair[0].at, pair[0].id))
    line = T("{council}: {line}.", council=sayings.council(going), line=sayings.line(session))
    says = lines(T("The last session that you saved:"), line)
    return Say(says, column(Button(T("Undo"), f"sundo.{session.id}", standing=True)))


def _said(reading: Reading, did: Text, desk: Pending, facts: Facts) -> Say:
    match reading.kind:
        case Kind.PLAN:
            return Say(
                lines(
                    foreign.not_yours_to_come(did, desk, facts) if _foreign(reading) else None,
                    T("It is still to be held, so no hours are noted."),
                    T("When it has been held, write it here."),
                )
            )
        case Kind.NEGATION if _CALLS_OFF.match(did.text):
            return Say(
                T("No session and no date is known here that could be called off: nothing has changed."), _ways()
            )
        case Kind.NEGATION:
            return Say(
                lines(
                    T("Understood: it was not held, and nothing has been noted."),
                    T("When you hold it, write it here."),
                ),
                _ways(),
            )
        case Kind.QUESTION:
            return Say(
                lines(
                    T("This is how the hours stand:"),
                    *(_standing(desk)),
                ),
                _ways(),
            )
        case _:
            return Say(lines(_NO_SESSION, example(desk)), _ways())


def _anyway(desk: Pending) -> Say:
    says = lines(_NO_SESSION, untold.WAS_ONE)
    return Say(says, (*column(untold.BUTTON), *_ways()))


def _foreign(reading: Reading) -> bool:
    return reading.proposal is not None and reading.proposal.foreign


def example(desk: Pending) -> Words | None:
    """How a session is told, with one of the councils that this person goes with; None if there is none now."""
    if not desk.mine:
        return None
    return T(
        "After a session, write it in a sentence, such as «Yesterday 2 h with {council}, remote: small contracts».",
        council=sayings.council(desk.mine[0]),
    )


def _standing(desk: Pending) -> tuple[Words, ...]:
    return tuple(
        line for one in desk.mine for line in (T("<b>{council}</b>", council=sayings.council(one)), sayings.totals(one))
    )


def _ways() -> Keyboard:
    return column(
        Button(T("Show me the sessions"), "sessions", standing=True),
        Button(T("Write to the technical office"), "help", standing=True),
    )
