"""What a council answered by e-mail to a question about what was missing: the office writes it down as it came."""

from __future__ import annotations

from conversations import free_text
from conversations.desk import LONGEST
from conversations.protocol.changes import AnswerData
from conversations.protocol.facts import DataRequest, Status
from conversations.protocol.incoming import Incoming, Text
from conversations.protocol.mailed import Noting
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, DataRequestOf, Facts, Me, Office, OpenDataRequests
from conversations.protocol.words import Council, T, lines
from conversations.rules.roles import Action, may

_NOTHING = T("Nothing is missing that was asked for: it has been answered meanwhile.")


def begin(application: str, facts: Facts) -> Step | None:
    """The oldest question that waits for an answer."""
    if not may(facts[Me()], Action.ENTER_MAIL):
        return None
    request = next(iter(facts[OpenDataRequests(application)]), None)
    if request is None:
        return Step(None, (Say(_NOTHING),))
    says = lines(
        T("<b>{number}</b> · {council}", number=request.number, council=Council(request.body_name)),
        T("«{question}»", question=request.question),
        T("Paste what the council has answered."),
    )
    return Step(Noting(request.id), (Say(says, column(Button(T("Leave it"), "leave"))),))


def handle(scene: Noting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Takes the answer, as if the council had written it in the bot; its contacts hear of it."""
    request = facts[DataRequestOf(scene.request)]
    if request is None or not may(facts[Me()], Action.ENTER_MAIL):
        return None
    bare = Edit(turn=turn)
    left = Step(Idle(), (bare, Say(T("Left: nothing has been written down."))))
    read = free_text.read(scene, did, LONGEST, left)
    if not isinstance(read, Text):
        return read
    if request.answer is not None or request.status is not Status.NEEDS_DATA:
        return Step(Idle(), (bare, Say(_NOTHING)))
    return _noted(request, read, facts).after(bare)


def _noted(request: DataRequest, did: Text, facts: Facts) -> Step:
    sheet = column(Button(T("Show the application"), f"sheet.{request.application}", standing=True))
    more = [one for one in facts[OpenDataRequests(request.application)] if one.id != request.id]
    done = lines(
        T("Written down, in <b>{number}</b>.", number=request.number),
        T("Still missing: «{question}»", question=more[0].question) if more else None,
    )
    council = lines(
        T("The technical office has written down what you answered by e-mail."),
        T("You were asked: «{question}»", question=request.question),
        T("«{answer}»", answer=did.text),
    )
    office = T("<b>{number}</b>: the answer that came by e-mail has been written down.", number=request.number)
    show = column(Button(T("Show the application"), f"show.{request.body}", standing=True))
    told = (
        *(Say(council, show, to=one) for one in facts[Contacts(request.body)]),
        *(Say(office, sheet, to=one, silent=True) for one in facts[Office()] if one != did.person),
    )
    to = Status.NEEDS_DATA if more else Status.SUBMITTED
    answered = AnswerData(request.id, request.application, did.text, to=to)
    return Step(Idle(), (Say(done, sheet), *told), (answered,))
