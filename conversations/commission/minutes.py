"""The proposed minutes from the chat: the document and the spreadsheet, always a proposal, with their fingerprint."""

from __future__ import annotations

from conversations.commission.meeting import BACK
from conversations.commission.room import Room
from conversations.protocol.replies import Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import House
from conversations.protocol.words import T, lines
from conversations.rules import bags
from conversations.rules.minutes import Record, mark_of, proposal
from conversations.rules.minutes_table import workbook

SHOWN = 12
"""How many digits of the fingerprint the message shows; the documents have them all."""


def show(room: Room, house: House) -> Step:
    """Both documents as the person may see them. Before a meeting there is nothing to propose."""
    meeting = room.held.meeting
    if meeting is None:
        return Step(None, (Say(T("There are minutes to propose once a meeting has begun."), column(BACK)),))
    record = Record(
        call=room.call.id,
        call_name=room.call.name,
        day=meeting.day,
        members=room.held.members,
        present=meeting.present,
        criteria=room.call.criteria,
        method=room.method,
        candidates=room.held.candidates,
        marks=room.held.marks,
        declared=room.held.declared,
        rankings=tuple(room.rankings[one.id] for one in room.call.services),
        decisions=room.held.decisions,
        balances=tuple(bags.balance(room.book, one.id) for one in room.call.services),
        demonstration=house.controller.example,
    )
    hidden = room.hidden()
    says = lines(
        T("<b>Proposed minutes</b> of the {call}.", call=room.call.name),
        T("They are a proposal: the minutes are those that whoever acts as secretary signs."),
        T("The meeting is still open: whatever is agreed from now on is not in them.") if not meeting.ended else None,
        T("Fingerprint: {digits}… It changes if any of the data changes.", digits=mark_of(record)[:SHOWN]),
    )
    table = T("The same as a spreadsheet, to go on working with.")
    return Step(
        None,
        (Say(says, document=proposal(record, hidden)), Say(table, column(BACK), document=workbook(record, hidden))),
    )
