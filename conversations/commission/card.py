"""What waits for somebody of the commission, or for the office, as /inici tells it."""

from __future__ import annotations

from datetime import timedelta

from conversations.protocol.facts import Call, Queue
from conversations.protocol.method import Way
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.wants import Calls, Facts, Me, ToAssess
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import deadlines
from conversations.rules.roles import Action, may

MINUTES_A_SHEET = 3
ROOM = Button(T("Show the meeting"), "room", standing=True)
SHEETS = Button(T("Send me the sheets as PDF"), "sheets", standing=True)


def card(facts: Facts) -> Say | None:
    """What waits for this member of the commission."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    queue = facts[ToAssess()]
    call = deadlines.assessed(facts[Calls()], facts.now)
    head = T("<b>Technical commission</b>")
    if call is None:
        return Say(lines(head, early(facts)))
    if queue.meets:
        return Say(lines(head, T("The meeting is open."), decided(queue)), column(ROOM, SHEETS))
    if queue.met:
        return Say(lines(head, T("The meeting is over."), decided(queue)), column(ROOM))
    if call.method.way is Way.JOINT:
        together = T("This call is assessed together, in the meeting.")
        return Say(lines(head, _waiting(queue), together, meeting_day(call)), column(ROOM, SHEETS))
    if queue.application is None:
        done = (
            T("You have assessed all the applications there are for now.")
            if queue.total
            else T("There is nothing to assess yet.")
        )
        return Say(lines(head, done, meeting_day(call)), column(ROOM, SHEETS) if queue.total else column(ROOM))
    left = queue.total - queue.done
    says = lines(
        head,
        _waiting(queue),
        own(queue),
        T(
            "About {n} minute, and you can do it bit by bit.",
            "About {n} minutes, and you can do it bit by bit.",
            n=left * MINUTES_A_SHEET,
        ),
        meeting_day(call),
    )
    return Say(says, column(Button(T("Begin"), "assess", standing=True), SHEETS, ROOM))


def early(facts: Facts) -> Words:
    """From when on there will be something to assess: nobody compares applications before all are there (R24)."""
    call = deadlines.current(facts[Calls()], facts.now)
    if call is None:
        return T("There is nothing to assess yet.")
    day = call.deadline + timedelta(days=1)
    return T("The applications can be assessed once the call has closed, from {day} on.", day=day)


def decided(queue: Queue) -> Words:
    """How many decisions there are."""
    if not queue.decided:
        return T("No decision has been taken yet.")
    return T("{n} decision has been taken.", "{n} decisions have been taken.", n=queue.decided)


def _waiting(queue: Queue) -> Words:
    left = queue.total - queue.done
    return T("You have <b>{n}</b> application to assess.", "You have <b>{n}</b> applications to assess.", n=left)


def own(queue: Queue) -> Words | None:
    """That an application is not shown, if one is not."""
    if not queue.own:
        return None
    return T("The one of {council} is not shown to you because it is of your own council.", council=Council(queue.own))


def meeting_day(call: Call) -> Words | None:
    """When the commission meets, once it has been set."""
    if call.method.meeting is None:
        return None
    return T("The meeting is on <b>{at}</b>.", at=call.method.meeting)
