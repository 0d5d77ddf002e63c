"""Hours that come back and pass on by themselves, where a call says so: granted and told in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot import writing
from conversations import minimal
from conversations.decisions import letters as messages
from conversations.decisions import promoting
from conversations.decisions.board import Board
from conversations.protocol.assessment import DispatchState
from conversations.protocol.changes import AskDispatch, Change, SettleDispatch
from conversations.protocol.facts import Call, Person
from conversations.rules import deadlines
from storage import changes, dispatches, letters, proceedings, snapshots
from storage.audit import Done
from storage.withholding import withholds

HOUSE = 0
"""Who does it, in the audit log: the bot, by the setting of the call."""


def promote(connection: Connection, call: Call, now: datetime, bot_name: str) -> int:
    """Grants hours that came back to the first of each waiting list, and tells that council. Returns how many."""
    granted = 0
    while (decide := promoting.automatic(_board(connection, call, now))) is not None:
        _write(connection, [decide], now)
        board = _board(connection, call, now)
        ruling = board.proceedings.ruling(decide.application)
        assert ruling is not None, "it has just been decided"
        alone = messages.only(board, ruling)
        held, prepared = messages.prepare(alone)
        # A number that no update has: those of updates are positive.
        dispatch = -ruling.id
        _write(connection, [*prepared, AskDispatch(dispatch, call.id)], now)
        said = minimal.quiet(held) if withholds(connection) else held
        letters.write(connection, writing.letters(said, HOUSE, 0, bot_name), now)
        _write(connection, [SettleDispatch(dispatch, DispatchState.SENT, (ruling.id,))], now)
        granted += 1
    return granted


def _write(connection: Connection, done: list[Change], now: datetime) -> None:
    changes.write(connection, [Done(HOUSE, change, now) for change in done])


def _board(connection: Connection, call: Call, now: datetime) -> Board:
    day = deadlines.today(now)
    found = proceedings.proceedings(
        connection, call.id, day, snapshots.persons, snapshots.applications, snapshots.register
    )
    told = dispatches.letters_of(connection, call.id)
    contacts = dispatches.contacts_in(connection, call.id)
    return Board(
        Person(HOUSE), call, found, told, contacts, snapshots.office(connection), now, minimal=withholds(connection)
    )
