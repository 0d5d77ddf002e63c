"""What an application lacks: the office asks for it."""

from __future__ import annotations

from datetime import date, timedelta

from conversations import free_text
from conversations.desk import IN_REVIEW, LONGEST, already, case_named
from conversations.intake.known import Case
from conversations.protocol.changes import RequestData
from conversations.protocol.facts import Call
from conversations.protocol.incoming import Incoming, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import AskingData, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, Facts
from conversations.protocol.words import T, Words, lines
from conversations.rules import courtesy, deadlines

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
    left = Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has been asked."))))
    read = free_text.read(scene, did, LONGEST, left)
    if not isinstance(read, Text):
        return read
    case, key = found
    due = due_day(case.call, deadlines.today(facts.now))
    contacts = facts[Contacts(case.application.body)]
    request = RequestData(did.update, key, read.text, due)
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
