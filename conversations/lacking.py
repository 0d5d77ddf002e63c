"""What an application lacks: the office asks for it, and a contact of the council answers."""

from __future__ import annotations

from datetime import date, timedelta

from conversations.desk import IN_REVIEW, LONGEST, already, case_named
from conversations.intake.known import Case, too_long
from conversations.protocol.changes import AnswerData, RequestData
from conversations.protocol.facts import Call, DataRequest
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import AnsweringData, AskingData, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, DataRequestOf, Facts, Me, Office
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import courtesy, deadlines
from conversations.rules.roles import Action, may

WORKING_DAYS_TO_ANSWER = 10
"""The usual length for a missing datum (Llei 39/2015)."""


def lack(choice: str, facts: Facts) -> Step | None:
    """Asks the office what is missing."""
    found = case_named(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in IN_REVIEW:
        return already(case)
    due = due_day(case.call, deadlines.today(facts.now))
    says = lines(
        T("What is missing? Write the question for {council}; it will arrive as you write it.", council=case.council),
        T("They can answer until {day}.", day=due),
    )
    return Step(AskingData(key), (Say(says, column(Button(T("Leave it"), "leave"))),))


def due_day(call: Call, today: date) -> date:
    """The last day to answer: ten working days from today."""
    day, left = today, WORKING_DAYS_TO_ANSWER
    while left:
        day += timedelta(days=1)
        left -= courtesy.working_day(day, call.courtesy)
    return day


def ask_data(scene: AskingData, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Sends the question to the council."""
    found = case_named(f"lack.{scene.application}", facts)
    if found is None:
        return None
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has been asked."))))
    if not isinstance(did, Text):
        return None
    if len(did.text) > LONGEST:
        return Step(scene, (Say(too_long(len(did.text), LONGEST)),))
    case, key = found
    due = due_day(case.call, deadlines.today(facts.now))
    contacts = facts[Contacts(case.application.body)]
    request = RequestData(did.update, key, did.text, due)
    told: list[Reply] = [Say(*_question(case, request.question, due, did.update), to=one) for one in contacts]
    sent = T("Sent to {council}. They can answer until {day}.", council=case.council, day=due)
    if not contacts:
        sent = T("{council} has no contact who can be reached here: phone them. It stays noted.", council=case.council)
    return Step(Idle(), (Edit(turn=turn), Say(sent), *told), (request,))


def _question(case: Case, question: str, due: date, request: int) -> tuple[Words, Keyboard]:
    says = lines(
        T("<b>We are missing a datum</b> of application {number}.", number=case.application.number or ""),
        T("«{question}»", question=question),
        T("Answer before the end of {day}. Nothing of what you wrote changes.", day=due),
    )
    return says, column(Button(T("Answer"), f"data.{request}", standing=True))


def open_answer(choice: str, facts: Facts) -> Step | None:
    """Somebody of the council answers what was missing."""
    request = _request(choice.partition(".")[2], facts)
    if request is None:
        return None
    if request.answer is not None:
        return Step(None, (Say(T("It has already been answered: «{answer}»", answer=request.answer)),))
    says = lines(T("«{question}»", question=request.question), T("Write the answer."))
    return Step(AnsweringData(request.id), (Say(says, column(Button(T("Leave it for later"), "leave"))),))


def _request(key: str, facts: Facts) -> DataRequest | None:
    """A question about a missing datum, if this person is a contact of the council that was asked."""
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    request = facts[DataRequestOf(int(key))]
    return request if request is not None and may(facts[Me()], Action.APPLY, request.body) else None


def answer_data(scene: AnsweringData, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Takes the answer; the office gets it with the sheet one tap away."""
    request = _request(str(scene.request), facts)
    if request is None:
        return None
    if isinstance(did, Press) and did.choice == "leave":
        says = T("You can answer until {day}.", day=request.due)
        again = column(Button(T("Answer"), f"data.{request.id}", standing=True))
        return Step(Idle(), (Edit(turn=turn), Say(says, again)))
    if not isinstance(did, Text):
        return None
    if len(did.text) > LONGEST:
        return Step(scene, (Say(too_long(len(did.text), LONGEST)),))
    if request.answer is not None:
        return Step(Idle(), (Say(T("It has already been answered: «{answer}»", answer=request.answer)),))
    office = lines(
        T("<b>{number}</b> · {council} answers:", number=request.number, council=Council(request.body_name)),
        T("You asked: {question}", question=request.question),
        T("«{answer}»", answer=did.text),
    )
    rows = column(Button(T("Show the application"), f"sheet.{request.application}", standing=True))
    told = tuple(Say(office, rows, to=one) for one in facts[Office()] if one != did.person)
    thanks = T("Thank you: the technical office has your answer.")
    return Step(Idle(), (Edit(turn=turn), Say(thanks), *told), (AnswerData(request.id, request.application, did.text),))
