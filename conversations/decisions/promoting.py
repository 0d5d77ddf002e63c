"""Hours that come back: exactly one council is proposed, the first of the waiting list; a person grants them (N14)."""

from __future__ import annotations

from dataclasses import replace

from conversations.decisions.board import Board
from conversations.intake import decided
from conversations.protocol.assessment import Decision, Outcome, Ruling
from conversations.protocol.changes import Decide
from conversations.protocol.facts import Status
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules import bags, waiting
from conversations.rules.bags import Book
from conversations.rules.conflicts import conflict
from conversations.rules.deadlines import today
from conversations.rules.roles import Action, may


def first(board: Board, service: str, book: Book | None = None) -> Ruling | None:
    """The one to propose for hours of a service: the first that waits, if a whole package is free; or nobody."""
    own = waiting.first(_waiting(board), service)
    if own is None or not bags.places(book or board.book, service):
        return None
    return board.proceedings.ruling(own.application)


def _waiting(board: Board) -> tuple[Decision, ...]:
    """Whoever waits and knows it: what is decided in silence is not on the list yet."""
    told = (one.decision for one in board.proceedings.rulings if one.told is not None)
    status = {one.id: one.status for one in board.proceedings.applications.values()}
    return tuple(one for one in told if status[one.application] is Status.WAITING_LIST)


def cards(board: Board) -> tuple[Say, ...]:
    """What waits for the commission: a proposal for each service with hours to give and somebody who waits for them."""
    if not may(board.me, Action.PROMOTE):
        return ()
    found = (first(board, service.id) for service in board.call.services)
    return tuple(Say(*_proposed(board, one, board.book)) for one in found if one is not None and not board.hides(one))


def tell(board: Board, service: str, book: Book) -> tuple[Reply, ...]:
    """Tells everybody of commission and office that hours came back, and who is first; exactly one is proposed."""
    free = Minutes(bags.balance(book, service).free)
    ruling = first(board, service, book)
    if ruling is None:
        return ()
    says, rows = _proposed(board, ruling, book)
    told: list[Reply] = []
    candidate = board.candidate(ruling)
    for member in board.proceedings.members:
        apart = conflict(member, candidate, board.proceedings.declared) is not None
        told.append(Say(says, () if apart else rows, to=member.id))
    heard = {one.id for one in board.proceedings.members}
    office = [one for one in board.office if one not in heard]
    return (*told, *(Say(lines(_free(service, free), _next(ruling, board)), to=one, silent=True) for one in office))


def _proposed(board: Board, ruling: Ruling, book: Book) -> tuple[Words, Keyboard]:
    service = ruling.decision.service or ""
    says = lines(
        _free(service, Minutes(bags.balance(book, service).free)),
        _next(ruling, board),
        T("The bot does not decide it: grant them if the commission agrees."),
    )
    grant = Button(T("Grant them to the first on the list"), f"promote.{ruling.decision.application}", standing=True)
    return says, column(grant, Button(T("Not yet"), f"notyet.{board.call.id}", standing=True))


def _free(service: str, free: Minutes) -> Words:
    if service == "mentoring":
        return T("There are {hours} of mentoring free.", hours=free)
    return T("There are {hours} of advice free.", hours=free)


def _next(ruling: Ruling, board: Board) -> Words:
    return T("First on the waiting list: <b>{council}</b>.", council=board.council(ruling))


def promote(board: Board, application: str, did: Press) -> Step:
    """Grants a package to the first of a waiting list, in silence: it is sent like any other decision."""
    ruling = board.proceedings.ruling(application)
    if ruling is None or ruling.decision.outcome is not Outcome.WAITING_LIST:
        says = T("This proposal is of an earlier moment: it no longer waits.")
        return Step(None, (Edit(message=did.message), Say(says)))
    council = board.council(ruling)
    if conflict(board.me, board.candidate(ruling), board.proceedings.declared) is not None:
        says = T("You take no part in the application of {council}: somebody else has to grant them.", council=council)
        return Step(None, (Say(says),))
    if first(board, ruling.decision.service or "") != ruling:
        says = T(
            "{council} is not the first any more, or there are no free hours. Nothing has changed.", council=council
        )
        return Step(None, (Edit(message=did.message), Say(says)))
    decide = granting(board, ruling)
    if decide is None:
        says = T(
            "{council} already has a package, or something else that needs a note: decide it in a meeting.",
            council=council,
        )
        return Step(None, (Say(says),))
    done = lines(
        T(
            "<b>{council}</b>: granted. {what}",
            council=council,
            what=decided.granted(board.call, decide.decision),
        ),
        T("Nothing has been sent yet."),
    )
    rows = column(Button(T("Show me what there is to send"), f"outbox.{board.call.id}", standing=True))
    return Step(None, (Edit(message=did.message), Say(done, rows), *_further(board, decide)), (decide,))


def granting(board: Board, ruling: Ruling) -> Decide | None:
    """The decision that grants a package to somebody who waits; None if hours cannot move without a note."""
    own, candidate = ruling.decision, board.candidate(ruling)
    service = own.service or ""
    packages = board.call.method.packages_a_body
    move = bags.grant(board.book, candidate, service, board.now, packages=packages, reason=own.reason)
    if not move.entries:
        return None
    minutes = board.book.service(service).package
    decision = replace(own, outcome=Outcome.GRANTED, minutes=minutes, position=None)
    return Decide(decision, move.entries, Status.WAITING_LIST)


def _further(board: Board, decide: Decide) -> tuple[Reply, ...]:
    """The next proposal, when there are hours for one more."""
    service = decide.decision.service or ""
    book = replace(board.book, entries=board.book.entries + decide.entries)
    left = tuple(one for one in board.proceedings.rulings if one.decision.application != decide.application)
    after = replace(board, proceedings=replace(board.proceedings, rulings=left))
    ruling = first(after, service, book)
    if ruling is None or board.hides(ruling):
        return ()
    return (Say(*_proposed(after, ruling, book)),)


def automatic(board: Board) -> Decide | None:
    """With the setting of the call, hours that come back go to the first of the waiting list by themselves.

    That is the order that the commission decided; nothing else is ever granted so (R56). Hours that come back when
    sessions are over are of no use to anybody of this call.
    """
    if not board.call.telling.promotes or today(board.now) > board.call.sessions_to:
        return None
    for service in board.call.services:
        ruling = first(board, service.id)
        decide = granting(board, ruling) if ruling is not None else None
        if decide is not None:
            return decide
    return None
