"""Sending the decisions: one person asks, a second confirms, and every message goes at once; or it is stopped (N13)."""

from __future__ import annotations

from conversations.decisions import letters, summary
from conversations.decisions.board import Board
from conversations.protocol.assessment import Dispatch, DispatchState
from conversations.protocol.changes import AskDispatch, SettleDispatch
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.words import T, Words, lines


def ask(board: Board, did: Press) -> Step:
    """Asks that everything be sent: the messages are written and held, and everybody who may confirm it is told."""
    if not board.untold:
        return Step(None, (Edit(message=did.message), Say(T("There is no decision to send."))))
    pending = summary.pending(board)
    if pending is not None:
        said = summary.asking(board, pending.id, pending.asked_by, board.me.id)
        return Step(None, (Edit(message=did.message), said))
    held, prepared = letters.prepare(board)
    others = board.others(Role.COMMISSION, Role.OFFICE)
    own = summary.asking(board, did.update, board.me.id, board.me.id)
    told: list[Reply] = []
    if board.call.telling.second_person:
        told = [Say(*_asks(board, did.update, one), to=one) for one in others]
        if not others:
            told = [
                Say(T("Nobody else can confirm it yet: somebody else of the commission or the office has to come."))
            ]
    return Step(
        None, (*held, Edit(message=did.message), own, *told), (*prepared, AskDispatch(did.update, board.call.id))
    )


def _asks(board: Board, dispatch: int, reader: int) -> tuple[Words, tuple[tuple[Button, ...], ...]]:
    said = summary.asking(board, dispatch, board.me.id, reader)
    return said.text, said.keyboard


def confirm(board: Board, dispatch: str, did: Press) -> Step:
    """The last word of a second person: what is held goes, every message once, if nothing has changed meanwhile."""
    pending = summary.pending(board)
    if pending is None or str(pending.id) != dispatch:
        return _settled(board, did)
    if pending.asked_by == board.me.id and board.call.telling.second_person:
        return Step(None, (Say(T("Somebody else has to confirm it: you asked for it.")),))
    bare = Edit(message=did.message)
    if not board.untold:
        stopped = SettleDispatch(pending.id, DispatchState.STOPPED)
        return Step(None, (bare, Say(T("There is no decision to send."))), (stopped,))
    if not letters.fresh(board):
        return _redo(board, pending).after(bare)
    n = len(board.untold)
    says = lines(
        T("Confirmed: {n} message is on its way.", "Confirmed: {n} messages are on their way.", n=n),
        T("As soon as it is known how they have arrived, you will be told."),
    )
    told: tuple[Reply, ...] = ()
    if pending.asked_by != board.me.id:
        name = board.name(board.me.id)
        told = (Say(T("{name} has confirmed the sending.", name=name), to=pending.asked_by),)
    sent = SettleDispatch(pending.id, DispatchState.SENT, tuple(one.id for one in board.untold))
    return Step(None, (bare, Say(says), *told), (sent,))


def _settled(board: Board, did: Press) -> Step:
    """A press that comes late: the sending was confirmed or stopped already, or another one was asked for."""
    last = board.proceedings.dispatch
    if last is not None and last.state is DispatchState.SENT and not board.untold:
        says = T("It has already been sent. Nothing is sent twice.")
    else:
        says = T("This request to send was stopped. Nothing has been sent with it.")
    again = column(Button(T("Show me how it stands"), f"outbox.{board.call.id}", standing=True))
    return Step(None, (Edit(message=did.message), Say(says, again)))


def _redo(board: Board, pending: Dispatch) -> Step:
    """A decision changed after the sending was asked for: nothing goes, and the messages are written anew."""
    held, prepared = letters.prepare(board)
    changes, told = stop_because_of_a_change(board, pending)
    says = lines(
        T("<b>Nothing has been sent.</b> A decision, a contact or the day to answer has changed meanwhile."),
        T("The messages have been written anew. Read them and ask again that they be sent."),
        T("Texts that were written by hand have been kept if their decision is the same: look at them.")
        if any(one.edited for one in letters.drafts(board))
        else None,
    )
    return Step(
        None, (*held, Say(says, column(summary.read(board), *summary.sending(board))), *told), (*prepared, *changes)
    )


def stop_because_of_a_change(board: Board, pending: Dispatch) -> tuple[tuple[SettleDispatch, ...], tuple[Reply, ...]]:
    """What stops a sending whose messages are not the same any more, and what whoever asked for it is told."""
    says = T("Your request to send is stopped: the messages have changed. Nothing has been sent.")
    rows = column(summary.read(board), *summary.sending(board))
    told = (Say(says, rows, to=pending.asked_by),) if pending.asked_by != board.me.id else ()
    return (SettleDispatch(pending.id, DispatchState.STOPPED),), told


def stop(board: Board, dispatch: str, did: Press) -> Step:
    """Stops a sending before it is confirmed: whoever asked for it may, and whoever may confirm it."""
    pending = summary.pending(board)
    if pending is None or str(pending.id) != dispatch:
        return _settled(board, did)
    says = T("Stopped: nothing has been sent. The messages stay written.")
    rows = column(summary.read(board), *summary.sending(board)) if board.untold else ()
    name = board.name(board.me.id)
    told: tuple[Reply, ...] = ()
    if pending.asked_by != board.me.id:
        stopped = T("{name} has stopped the sending that you asked for. Nothing has been sent.", name=name)
        told = (Say(stopped, rows, to=pending.asked_by),)
    settled = SettleDispatch(pending.id, DispatchState.STOPPED)
    return Step(None, (Edit(message=did.message), Say(says, rows), *told), (settled,))
