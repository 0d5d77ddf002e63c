"""Hours that will pass on by themselves: which councils are granted them next, in the very words, for the forecast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from conversations.decisions import letters, promoting
from conversations.decisions.board import Board
from conversations.protocol.agenda import Returned
from conversations.protocol.assessment import Awaited, Ruling
from conversations.protocol.facts import Call, Person, Status
from conversations.protocol.replies import NOBODY, Notice

HOUSE = 0


@dataclass(frozen=True, slots=True)
class Passed:
    """What is said to those who are granted hours now, whose answers are awaited then, and the decisions after it."""

    notices: tuple[Notice, ...]
    awaited: tuple[Awaited, ...]
    after: Returned


def due(call: Call, returned: Returned, office: tuple[int, ...], now: datetime) -> Passed:
    """As the promotions themselves go, one after the other, until there are no hours or nobody waits for them."""
    notices: list[Notice] = []
    awaited: list[Awaited] = []
    board = Board(Person(HOUSE), call, returned.proceedings, returned.letters, returned.contacts, office, now)
    while (decide := promoting.automatic(board)) is not None:
        before = board.proceedings.ruling(decide.application)
        assert before is not None, "whoever waits was told so"
        # A number of its own, that no decision which is written down has.
        ruling = Ruling(-before.id, decide.decision, HOUSE, now)
        board = _with(board, ruling)
        alone = letters.only(board, ruling)
        day = letters.answer_by(alone)
        notices += [
            Notice(draft.to, draft.text, f"promoted:{ruling.id}:{draft.to}", draft.keyboard, silent=False)
            for draft in letters.drafts(alone)
            if draft.to != NOBODY
        ]
        ruling = replace(ruling, told=now, answer_by=day)
        board = _with(board, ruling)
        ledger = board.proceedings.ledger + decide.entries
        board = replace(board, proceedings=replace(board.proceedings, ledger=ledger))
        application = board.proceedings.applications[decide.application]
        awaited.append(Awaited(ruling, application, now, returned.contacts.get(application.body, ())))
    after = replace(returned, proceedings=board.proceedings)
    return Passed(tuple(notices), tuple(awaited), after)


def _with(board: Board, ruling: Ruling) -> Board:
    """The board with this decision in force in place of the one before about the same application."""
    key = ruling.decision.application
    rulings = (*(one for one in board.proceedings.rulings if one.decision.application != key), ruling)
    known = board.proceedings.applications
    applications = {**known, key: replace(known[key], status=Status.GRANTED)}
    return replace(board, proceedings=replace(board.proceedings, rulings=rulings, applications=applications))
