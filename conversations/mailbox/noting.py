"""What a council answered by e-mail to a question about what was missing: the office writes it down as it came."""

from __future__ import annotations

from conversations.desk import LONGEST
from conversations.intake.known import too_long
from conversations.protocol.changes import AnswerData
from conversations.protocol.facts import DataRequest
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mailed import Noting
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, DataRequestOf, Facts, Me, Office, OpenDataRequest
from conversations.protocol.words import Council, T, lines
from conversations.rules.roles import Action, may


def begin(application: str, facts: Facts) -> Step | None:
    """The question that waits for an answer."""
    if not may(facts[Me()], Action.ENTER_MAIL):
        return None
    request = facts[OpenDataRequest(application)]
    if request is None:
        return Step(None, (Say(T("Nothing is missing that was asked for: it has been answered meanwhile.")),))
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
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (bare, Say(T("Left: nothing has been written down."))))
    if request.answer is not None:
        return Step(Idle(), (bare, Say(T("It has already been answered: «{answer}»", answer=request.answer))))
    if not isinstance(did, Text):
        return None
    if len(did.text) > LONGEST:
        return Step(scene, (Say(too_long(len(did.text), LONGEST)),))
    return _noted(request, did, facts).after(bare)


def _noted(request: DataRequest, did: Text, facts: Facts) -> Step:
    sheet = column(Button(T("Show the application"), f"sheet.{request.application}", standing=True))
    done = T("Written down: <b>{number}</b> can be checked again.", number=request.number)
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
    return Step(Idle(), (Say(done, sheet), *told), (AnswerData(request.id, request.application, did.text),))
