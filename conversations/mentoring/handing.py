"""A session that can be noted here no more goes to the office in one tap, in the words of whoever told it."""

from __future__ import annotations

from conversations.help import MOST
from conversations.mentoring import hours, sayings, waiting
from conversations.mentoring.checking import Found, Trouble
from conversations.mentoring.drafts import Draft
from conversations.mentoring.pending import Pending
from conversations.protocol.changes import AskHelp
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, Office
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import windows

HAND_OVER = "tooffice"
"""Passes the session that is shown on to the office."""


def asked(desk: Pending, draft: Draft, found: Found, facts: Facts, drop: Button) -> tuple[Words, Keyboard]:
    """Why a session can be noted no more, and what can be done with it. The office, and whoever may not write to it
    here, are only told."""
    assert found.assignment is not None
    why = T("You do not go with {council} any more.", council=sayings.council(found.assignment))
    if found.trouble is Trouble.CLOSED:
        until = windows.last_report(hours.call_of(facts, found.assignment))
        why = T("Sessions of this call could be noted until {day}.", day=until)
    alone = len(desk.drafts) == 1
    reaches = not (desk.behalf or facts.house.minimal)
    says = lines(
        T("{line}.", line=waiting.named(desk, draft)) if alone else None,
        T("It cannot be noted any more."),
        why,
        T("It is not lost: you can pass it on to the technical office, which will tell you what is done with it.")
        if reaches
        else None,
    )
    return says, column(Button(T("Pass it on to the technical office"), HAND_OVER) if reaches else None, drop)


def over(desk: Pending, draft: Draft, did: Press, facts: Facts) -> Step:
    """The session goes to the office with the words that told it; the rest goes on waiting."""
    me, assignment = facts[Me()], desk.assignment(draft)
    name = me.name or did.name
    council = Council(assignment.grant.application.body_name) if assignment else None
    says = lines(
        T("<b>{name}</b> passes on a session that they cannot note any more.", name=name),
        T("{line}.", line=waiting.named(desk, draft)),
        T("“{text}”", text=draft.text[:MOST]) if draft.text else None,
    )
    note = None
    if assignment is not None and desk.gone(draft) and hours.may_be_told(assignment):
        note = Button(T("Note a session"), f"stell.{assignment.id}", standing=True)
    rows = column(Button(T("Answer"), f"reply.{did.update}", standing=True), note)
    told = tuple(Say(says, rows, to=one) for one in facts[Office()])
    asks = AskHelp(did.update, "", council.name if council else "", "", draft.text[:MOST], name)
    return Step(None, (Say(T("The technical office has it and will answer you here.")), *told), (asks,))
