"""What a council writes about sessions without a press: they are shown with their buttons, or who notes them."""

from __future__ import annotations

import re
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import dating, hours, sayings, unanswered, which
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Side
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, MyAssignments
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Kind, read

_YES = re.compile(
    r"\W*(?:s[ií]|ok|okey|vale|(?:(?:hi )?est(?:ic|em) )?d['’]acord|"
    r"correct[ea]|és (?:correct[ea]|així)|així és|exact[ea]?|conforme|perfecte|"
    r"confirm\w*|confirmad[ae]s?|(?:tot )?(?:b[eé]|correcte))\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*no\b", re.IGNORECASE)


def said(did: Text, facts: Facts) -> Step | None:
    """The answer to a council that writes about sessions; None for anything else. Nothing is confirmed by a word in
    passing: it might be about another session, or about something else."""
    if not hours.receives(facts):
        return None
    going = [one for one in facts[MyAssignments()] if one.agreed]
    if not going:
        return None
    waiting = unanswered.of_council(facts)
    names = [one.grant.application.body_name for one in going]
    local = moment(did, facts).astimezone(MADRID)
    reading = read(
        did.text,
        sent=local,
        window=(date.min, local.date()),
        assigned=names,
        councils=facts.house.finder.councils,
    )
    tells = reading.is_report or reading.kind is Kind.NEGATION
    if waiting and (tells or (_YES.match(did.text) or _NO.match(did.text))):
        return which.said("sok" if _YES.match(did.text) and not tells else which.LOOK, facts)
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
