"""A council leaves the waiting list: those behind it move up, and it may come back to the end (R37, N14)."""

from __future__ import annotations

from dataclasses import replace

from conversations.decisions import answers, promoting
from conversations.decisions.board import Board
from conversations.intake import decided
from conversations.protocol.changes import MoveApplication
from conversations.protocol.facts import Application, Status
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Idle, Renouncing
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Council, T, lines
from conversations.rules import bags

_NOT_WAITING = T("You are not on the waiting list any more.")


def ask(application: str, did: Press, facts: Facts) -> Step | None:
    """Asks before a council loses its place."""
    found = answers.of(application, facts)
    if found is None:
        return None
    at, own, known = found
    if decided.status(answers.case_of(at, own), known) is not Status.WAITING_LIST:
        return Step(None, (Edit(message=did.message), answers.card(at, own, known, _NOT_WAITING)))
    place = known.place or 1
    council = Council(own.body_name)
    says = lines(
        T("Do you want {council} to leave the waiting list? It is in place {place} now.", council=council, place=place),
        T("If you are interested again later, you will go to the end of the list."),
    )
    rows = column(Button(T("Yes, we leave the list"), "leave"), Button(T("No, leave it"), "keep"))
    return Step(Renouncing(application), (Say(says, rows),))


def leave(scene: Renouncing, did: Press, facts: Facts, turn: int) -> Step | None:
    """The last word: the place is free, and hours that had been granted in silence go back to their bag."""
    found = answers.of(scene.application, facts)
    if found is None:
        return None
    at, own, known = found
    bare = Edit(turn=turn)
    if decided.status(answers.case_of(at, own), known) is not Status.WAITING_LIST:
        return Step(Idle(), (bare, answers.card(at, own, known, _NOT_WAITING)))
    council = Council(own.body_name)
    back = bags.release(at.book, own.id, own.body, at.now)
    says = lines(
        T("Noted: {council} leaves the waiting list.", council=council),
        T("Thank you for saying so."),
    )
    told = answers.tell(
        at,
        own,
        T("{name} has taken {council} off the waiting list.", name=answers.who(at, did), council=council),
        T("<b>{number}</b> · {council}: it leaves the waiting list.", number=own.number or "", council=council),
    )
    change = MoveApplication(own.id, Status.WITHDRAWN, own.status, entries=back.entries)
    said = Say(says, decided.buttons(own.id, Status.WITHDRAWN))
    proposals = _next(at, own, known.ruling.decision.service or "", bags.after(at.book, back))
    return Step(Idle(), (bare, said, *told, *proposals), (change,))


def _next(at: Board, own: Application, service: str, book: bags.Book) -> tuple[Reply, ...]:
    """Who is proposed now, if the council that leaves was the one that was proposed, or had been granted in silence."""
    ruling = at.proceedings.ruling(own.id)
    granted = own.status is Status.GRANTED
    if not granted and (ruling is None or promoting.first(at, service) != ruling):
        return ()
    gone = {**at.proceedings.applications, own.id: replace(own, status=Status.WITHDRAWN)}
    return promoting.tell(replace(at, proceedings=replace(at.proceedings, applications=gone)), service, book)
