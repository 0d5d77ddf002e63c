"""What waits to be sent: how many decisions, what they fill and who is left without; or the sending asked for."""

from __future__ import annotations

from collections import Counter

from conversations.decisions.board import Board
from conversations.protocol.assessment import Dispatch, DispatchState, Outcome
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules import bags
from conversations.rules.decisions import SERVICES
from conversations.rules.roles import Action, may


def card(board: Board) -> Say | None:
    """What waits to be sent: how many decisions, what they fill and who is left without; or the sending asked for."""
    n = len(board.untold)
    if not n or not may(board.me, Action.READ_LETTERS):
        return None
    asked = pending(board)
    if asked is not None:
        return asking(board, asked.id, asked.asked_by, board.me.id)
    says = lines(
        T(
            "<b>{n} decision taken.</b> Nothing has been sent yet.",
            "<b>{n} decisions taken.</b> Nothing has been sent yet.",
            n=n,
        ),
        Joined(_bags(board), " "),
        Joined(_without(board), " "),
        _undecided(board),
    )
    return Say(says, column(read(board), *sending(board)))


def pending(board: Board) -> Dispatch | None:
    """The sending that somebody has asked for and nobody has settled."""
    dispatch = board.proceedings.dispatch
    return dispatch if dispatch is not None and dispatch.state is DispatchState.ASKED else None


def asking(board: Board, dispatch: int, asker: int, reader: int) -> Say:
    """What somebody who may confirm a sending is asked, and what whoever asked for it is told."""
    n = len(board.untold)
    call = board.call
    key = f"{call.id}.{dispatch}"
    stop = Button(T("Stop it"), f"stopsend.{key}", standing=True)
    confirm = Button(T("Confirm the sending"), f"confirmsend.{key}", standing=True)
    if asker == reader:
        waits = T("Somebody else of the commission or the office has to confirm it.")
        alone = T("They are sent as soon as you confirm it.")
        own = lines(_asked(n, call.name), waits if call.telling.second_person else alone)
        return Say(own, column(None if call.telling.second_person else confirm, read(board), stop))
    name = board.name(asker)
    says = T(
        "{name} asks to send {n} message of the {call}. Have you been able to read it?",
        "{name} asks to send the {n} messages of the {call}. Have you been able to read them?",
        name=name,
        n=n,
        call=call.name,
    )
    return Say(lines(says, _undecided(board)), column(confirm, read(board), stop))


def _asked(n: int, call: str) -> Words:
    return T(
        "You have asked to send {n} message of the {call}.",
        "You have asked to send the {n} messages of the {call}.",
        n=n,
        call=call,
    )


def read(board: Board) -> Button:
    """The way to the messages."""
    n = len(board.untold)
    return Button(T("Read the message", "Read the {n} messages", n=n), f"letters.{board.call.id}", standing=True)


def sending(board: Board) -> tuple[Button, ...]:
    """The ways on from the card."""
    n = len(board.untold)
    send = Button(T("Send it", "Send them", n=n), f"sendall.{board.call.id}", standing=True)
    return send, Button(T("Not yet"), f"notyet.{board.call.id}", standing=True)


def _bags(board: Board) -> tuple[Words, ...]:
    """What of each bag is granted."""
    found = []
    for service in board.call.services:
        balance = bags.balance(board.book, service.id)
        minutes = balance.reserved + balance.consumed
        given = Minutes(minutes) if minutes % 60 else minutes // 60
        found.append(
            T("{service}: {given} of {bag}.", service=SERVICES[service.id], given=given, bag=Minutes(balance.bag))
        )
    return tuple(found)


def _without(board: Board) -> tuple[Words, ...]:
    """How many get no hours, by outcome."""
    counts = Counter(one.decision.outcome for one in board.untold)
    shown = (Outcome.WAITING_LIST, Outcome.DEFERRED, Outcome.REFUSED)
    named = {
        Outcome.WAITING_LIST: T("On the waiting list: {n}.", n=counts[Outcome.WAITING_LIST]),
        Outcome.DEFERRED: T("They pass to the next call: {n}.", n=counts[Outcome.DEFERRED]),
        Outcome.REFUSED: T("Not granted: {n}.", n=counts[Outcome.REFUSED]),
    }
    return tuple(named[one] for one in shown if counts[one])


def _undecided(board: Board) -> Words | None:
    n = board.undecided
    if not n:
        return None
    return T(
        "{n} application is not decided yet: its council will be told nothing now.",
        "{n} applications are not decided yet: their councils will be told nothing now.",
        n=n,
    )


def not_yet(board: Board, did: Press) -> Step:
    """Nothing is sent, and the way back."""
    says = T("All right: nothing has been sent. You will find it in /inici.")
    return Step(None, (Edit(message=did.message), Say(says, column(read(board)))))


def show(board: Board) -> Step:
    """The card, or that there is nothing to send."""
    return Step(None, (card(board) or Say(T("There is no decision to send.")),))
