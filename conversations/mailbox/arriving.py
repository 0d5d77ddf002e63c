"""An e-mail with an application: from which council it is and when it arrived, which decides whether it is in time."""

from __future__ import annotations

from datetime import datetime

from conversations.mailbox import entering, held
from conversations.protocol.changes import ReceiveMail
from conversations.protocol.facts import Application, Body, Call, Status
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mailed import Arriving
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ChoosingBody, FindingBody, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationsOf, Calls, Facts, Me
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import deadlines
from conversations.rules.arrival import read_arrival
from conversations.rules.roles import Action, may

PURPOSE = "mail"
"""What a council is looked for, in the scenes that look for one."""


def begin(facts: Facts) -> Step | None:
    """Which council wrote?"""
    if not may(facts[Me()], Action.ENTER_MAIL):
        return None
    says = T("Which council or county council sent the e-mail? Write its name.")
    return Step(FindingBody(PURPOSE), (Say(says),))


def chosen(scene: ChoosingBody, did: Press, facts: Facts, turn: int) -> Step | None:
    """The council was chosen: an e-mail that was left half entered goes on, another one is asked its arrival."""
    body = did.choice.partition(".")[2]
    if body not in scene.codes or not may(facts[Me()], Action.ENTER_MAIL):
        return None
    bare = Edit(turn=turn)
    halfway = next((one for one in reversed(facts[ApplicationsOf(body)]) if _halfway(one)), None)
    if halfway is not None:
        return entering.resume(held.case(halfway, facts), facts).after(bare)
    name = facts.house.finder.name(body)
    says = lines(
        T("<b>By e-mail</b> · {council}", council=Council(name)),
        T("On which day and at what time did the e-mail arrive? For example: «7 May, 10.42»."),
    )
    return Step(Arriving(body), (bare, Say(says, _BUTTONS)))


_BUTTONS = column(Button(T("It has just arrived"), "now"), Button(T("Leave it"), "leave"))


def _halfway(application: Application) -> bool:
    return application.status is Status.DRAFT and application.channel == "email"


def handle(scene: Arriving, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The moment of arrival: in time or not by the very rule that holds for everybody (R7)."""
    if not may(facts[Me()], Action.ENTER_MAIL):
        return None
    if isinstance(did, Press):
        if did.choice == "leave":
            return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has been entered."))))
        return _arrived(scene, facts.now, facts, turn) if did.choice == "now" else None
    if not isinstance(did, Text):
        return None
    read = read_arrival(did.text, facts.now)
    if read.day is None:
        return Step(scene, (Say(T("No day has been understood. Write it like this: «7 May, 10.42».")),))
    if read.moment is None:
        says = T("The time is missing. Write the day and the time, as in «{day}, 10.42».", day=read.day)
        return Step(scene, (Say(says),))
    if read.moment > facts.now:
        return Step(scene, (Say(T("That moment has not come yet. When did the e-mail arrive?")),))
    return _arrived(scene, read.moment, facts, turn)


def _arrived(scene: Arriving, at: datetime, facts: Facts, turn: int) -> Step:
    call = deadlines.current(facts[Calls()], at)
    if call is None:
        return Step(scene, (Say(_late(at, facts)),))
    body = Body(scene.body, facts.house.finder.name(scene.body))
    mine = [one for one in facts[ApplicationsOf(scene.body)] if one.call == call.id]
    last = mine[-1] if mine else None
    bare = Edit(turn=turn)
    if last is not None and last.status not in (Status.DRAFT, Status.WITHDRAWN):
        says = T("{council} has already sent application {number}.", council=body.council, number=last.number or "")
        show = column(Button(T("Show the application"), f"sheet.{last.id}", standing=True))
        return Step(Idle(), (bare, Say(says, show)))
    if last is None or last.status is Status.WITHDRAWN:
        last = Application(f"{call.id}.{body.id}.{len(mine) + 1}", call.id, body.id, body.name)
        told: Words | None = None
    else:
        told = T("The council had a draft in the bot: what the e-mail says takes the place of its answers.")
    received = ReceiveMail(last.id, call.id, body.id, body.name, at)
    case = held.case(_by_mail(last, at), facts)
    before = (bare, Say(told)) if told is not None else (bare,)
    return entering.resume(case, facts, over=told is not None).after(*before).also(received)


def _by_mail(application: Application, at: datetime) -> Application:
    return Application(
        application.id,
        application.call,
        application.body,
        application.body_name,
        answers=application.answers,
        committed=application.committed,
        publication=application.publication,
        channel="email",
        received=at,
    )


def _late(at: datetime, facts: Facts) -> Words:
    closed = _last_closed(at, facts)
    return lines(
        T("No call was open then ({at}).", at=at),
        T("The last one closed on {day}.", day=closed.deadline) if closed is not None else None,
        T("The e-mail cannot be entered as an application. If the moment is another one, write it."),
    )


def _last_closed(at: datetime, facts: Facts) -> Call | None:
    closed = [call for call in facts[Calls()] if deadlines.closes(call) <= at]
    return max(closed, key=deadlines.closes, default=None)
