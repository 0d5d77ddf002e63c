"""It is told that a session was not held, or is not to count, and it is saved: which one stands, and its undo."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from conversations.intake.known import moment
from conversations.mentoring import hours, naming, pending, saving, sayings, standing
from conversations.mentoring.drafts import wanted
from conversations.mentoring.hours import Told
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, Session
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import Kind, Named, Reading

_RECENT = timedelta(days=7)
"""A session told without its day is one of the last days."""

_MOST = 6
"""More sessions than these are not asked about at once."""

_TAKE_AWAY = re.compile(
    r"(?:si us plau |(?:vull |voldria |cal |heu de |pots |podeu ))*"
    r"(?:anul|cancel|esborr|elimin|tre[uy]|suprim|desf)\w*\b.*\b(?:sessi|la de|l de |la d |les de )|"
    r"(?:la|l) (?:sessio )?(?:de|del|d|amb) .*\bno (?:la )?(?:compta|comptis|compteu|val|ha de comptar)\b"
)
# The reader takes the day of what is called off for no day of a session; here it is the day that is looked for.
_CALLED_OFF = re.compile(r"\b(?:anul|cancel)\W?l\w*", re.IGNORECASE)


def stands(reading: Reading, did: Text, desk: Pending, facts: Facts, *, unnamed: bool = False) -> Say | None:
    """The saved sessions that a message says were not held, each with its undo (N16); None if no such one stands.

    `unnamed` takes a message that names neither day nor council for one of the sessions of the last days; which one is
    asked if there are several.
    """
    if reading.kind is not Kind.NEGATION and not takes_away(reading, did.text):
        return None
    about = naming.of_packages(_CALLED_OFF.sub("", did.text), desk.mine, did, facts)
    found = _found(about, did, desk, facts, unnamed=unnamed)
    return _says(found, facts, sure=bool(about.days)) if found else None


def latest(facts: Facts) -> Step | None:
    """The sessions that were saved last, each with its undo, for who writes «desfés» of none in particular."""
    told = [(one, of) for of in pending.of_mentor(facts).mine for one in of.sessions if one.held]
    told = [pair for pair in told if _stuck(pair, facts) is None]
    found = sorted(told, key=lambda pair: (pair[0].at, pair[0].id), reverse=True)[:_MOST]
    if not found:
        return None
    listed = [T("· {council}: {line}", council=sayings.council(of), line=sayings.line(one)) for one, of in found]
    rows = (Button(saving.undoes(one, of, found), f"sundo.{one.id}", standing=True) for one, of in found)
    says = lines(T("Nothing has changed yet. Which one is to be undone?"), *listed)
    return Step(None, (Say(says, column(*rows)),))


def takes_away(reading: Reading, text: str) -> bool:
    """Whether a message asks that a session be taken away: «cancel·la la sessió de dimarts»."""
    return reading.kind is Kind.OTHER and _TAKE_AWAY.match(" ".join(words(text))) is not None


def _found(about: Named, did: Text, desk: Pending, facts: Facts, *, unnamed: bool) -> list[tuple[Session, Assignment]]:
    told = [(one, of) for of in desk.mine for one in of.sessions if one.held]
    if about.foreign:
        return []
    if about.council:
        told = [pair for pair in told if pair[1].grant.application.body_name == about.council]
    if about.days:
        told = [pair for pair in told if pair[0].day in about.days]
    elif about.council or unnamed:
        since = moment(did, facts).astimezone(MADRID).date() - _RECENT
        told = [pair for pair in told if pair[0].day >= since]
        told = told[-_MOST:]
    else:
        return []
    # «la de dimarts, la de 30 minuts»: the length tells it from another one of the day, and may be misremembered.
    return [pair for pair in told if wanted(pair[0]) in about.minutes] or told


def _stuck(pair: tuple[Session, Assignment], facts: Facts) -> Say | None:
    session, of = pair
    return standing.why(Told(session, of, hours.call_of(facts, of)), facts)


def _says(found: list[tuple[Session, Assignment]], facts: Facts, *, sure: bool) -> Say:
    """Only what can be undone has its button; what cannot says why."""
    if len(found) == 1:
        ((session, of),) = found
        head, line = T("This session is saved:"), T("{council}: {line}.", council=sayings.council(of),
                                                    line=sayings.line(session))  # fmt: skip
        if (why := _stuck(found[0], facts)) is not None:
            return replace(why, text=lines(head, line, why.text))
        says = lines(head, line, T("If it was not held or is not to count, press «Undo»."))
        return Say(says, column(Button(T("Undo"), f"sundo.{session.id}", standing=True)))
    listed = [T("· {council}: {line}", council=sayings.council(of), line=sayings.line(one)) for one, of in found]
    says = lines(T("These sessions are saved:"), *listed, T("If one is not to count, undo it:"))
    if not sure:
        says = lines(T("Nothing has changed yet. Was it one of these that was not held?"), *listed)
    free = [pair for pair in found if _stuck(pair, facts) is None]
    rows = (Button(saving.undoes(one, of, free), f"sundo.{one.id}", standing=True) for one, of in free)
    return Say(says, column(*rows, None if free else Button(T("Write to the technical office"), "help", standing=True)))
