"""What a council writes of a session that it has answered already: it is shown, to be put right, and is not ignored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from conversations.intake.known import moment
from conversations.mentoring import drafts, hearing, otherwise, sayings
from conversations.mentoring.drafts import Draft
from conversations.mentoring.hearing import claimant
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, Session, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.scenes import Claiming
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Minutes, T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Kind, Reading, named

_WAS = re.compile(
    r"\b(?:no (?:va|van|és|era|eren|vam|vàrem|ho va)|va ser|van ser|va durar|equivoca\w+|corregi\w*|correcció|"
    r"rectific\w*|error|errada|incorrect\w*|"
    r"(?:canviar|moure) (?:el|la) (?:dia|data|durada|hora|sessió))\b",
    re.IGNORECASE,
)
_FINAL = (SessionState.CONFIRMED, SessionState.SILENT)
_RECENT = timedelta(days=14)
_MOST = 6
"""More sessions than these are not asked about at once."""

_SAYS_HOW = re.compile(
    r"\bno\b[^,.;]*[,.;] *(?:sinó )?(?:que )?(?:va ser |era |per |a )*"
    r"(?:(?P<here>presencial\w*)|(?P<away>en línia|distància|telèfon|telemàtic\w*|videotrucada|zoom|teams|meet))",
    re.IGNORECASE,
)


def said(did: Text, reading: Reading, going: Sequence[Assignment], facts: Facts) -> Step | None:
    """The session that a council says was otherwise although nothing waits for its word, with what puts it right; which
    one is asked if it is not plain. None for words that say nothing of the kind."""
    tells = reading.kind in (Kind.CORRECTION, Kind.NEGATION) or reading.is_report
    if not (tells or _WAS.search(did.text)):
        return None
    local = moment(did, facts).astimezone(MADRID)
    told = [(one, of) for of in going for one in of.sessions if one.state in _FINAL and claimant(one) is None]
    names = [of.grant.application.body_name for of in going]
    about = named(did.text, sent=local, assigned=names, councils=facts.house.finder.councils)
    recent = [(one, of) for one, of in told if one.day >= local.date() - _RECENT]
    those = [(one, of) for one, of in told if one.day in about.days]
    if reading.is_report and reading.kind is not Kind.CORRECTION:
        # A session of a day of which none is noted is one more, and nothing to be put right.
        recent = []
    those = (those or recent)[-_MOST:]
    if len(those) == 1:
        return _one(*those[0], did, reading, facts)
    return _several(those) if those else None


def _one(session: Session, of: Assignment, did: Text, reading: Reading, facts: Facts) -> Step:
    draft, desk = drafts.of_session(session), Pending((of,))
    new = otherwise.said(did.text, draft, desk, did, facts)
    if new is None and reading.is_report:
        new = drafts.corrected(draft, reading, desk.mine, did.text)
    if new is None and (how := _SAYS_HOW.search(did.text)):
        new = draft.sure(drafts.MODALITY, drafts.IN_PERSON if how["here"] else drafts.REMOTE)
    asks = asked(session, replace(new, topic=draft.topic)) if new is not None else None
    if asks is not None:
        return asks
    says = lines(
        T("This session is confirmed already:"),
        T("{council}: {line}.", council=sayings.council(of), line=sayings.line(session)),
        T("If it is not right, say what must be corrected: {who} will have to agree.", who=sayings.who(of.mentor)),
    )
    rows = column(
        Button(T("It must be corrected"), f"sfix.{session.id}", standing=True),
        Button(T("Write to the technical office"), "help", standing=True),
    )
    return Step(None, (Say(says, rows),))


def _several(those: Sequence[tuple[Session, Assignment]]) -> Step:
    says = lines(T("Nothing has changed yet. Which session must be corrected?"))
    rows = (
        Button(T("{day} · {length}", day=one.day, length=Minutes(drafts.wanted(one))), f"sfix.{one.id}", standing=True)
        for one, _ in those
    )
    return Step(None, (Say(says, column(*rows, Button(T("Write to the technical office"), "help", standing=True))),))


def asked(session: Session, said: Draft) -> Step | None:
    """Asks a council whether a session was as its words say: nothing goes to the other side before a yes. None if they
    say nothing that can be, or more than one thing."""
    draft = drafts.of_session(session)
    if said.asks or said.day is None or said.minutes is None:
        return None
    ways = {
        f"m.{said.minutes}": said.minutes != draft.minutes,
        f"w.{said.modality}": said.modality != draft.modality,
        f"d.{said.day.isoformat()}": said.day != draft.day,
    }
    choices = [choice for choice, differs in ways.items() if differs]
    if len(choices) != 1:
        return None
    new = replace(session, day=said.day, minutes=said.minutes, modality=said.modality)
    says = lines(
        T("Do you mean that this session was otherwise?"),
        T("Noted: {line}.", line=sayings.line(session)),
        T("It was: {what}.", what=hearing.difference(session, new)),
    )
    rows = column(Button(T("Yes, correct it"), choices[0]), Button(T("Leave it as it is"), "keep"))
    return Step(Claiming(session.id), (Say(says, rows),))
