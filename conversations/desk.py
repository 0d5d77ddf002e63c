"""The office's desk: applications by state, the sheet of each, "complete" in one tap, asking for what is missing."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from conversations.intake import sheets, summary
from conversations.intake.known import Case, too_long
from conversations.protocol.changes import Admit, AnswerData, NotAdmit, RequestData
from conversations.protocol.facts import Application, Call, DataRequest, Status
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import AnsweringData, AskingData, Idle, NotAdmitting
from conversations.protocol.turn import Step
from conversations.protocol.wants import (
    ApplicationOf,
    Calls,
    Contacts,
    DataRequestOf,
    Desk,
    Facts,
    Me,
    Office,
    Register,
)
from conversations.protocol.words import Council, T, Words, lines, paragraphs
from conversations.rules import courtesy, deadlines, states
from conversations.rules.membership import membership
from conversations.rules.roles import Action, may

WORKING_DAYS_TO_ANSWER = 10
"""The usual length for a missing datum (Llei 39/2015)."""

LONGEST = 1000
PAGE = 8

_IN_REVIEW = (Status.SUBMITTED, Status.NEEDS_DATA)


def show(facts: Facts, page: int = 0) -> Step | None:
    """The applications of the call at hand by state, the ones that wait for the office first."""
    call = deadlines.latest(facts[Calls()], facts.now)
    if not may(facts[Me()], Action.REVIEW):
        return None
    if call is None:
        return Step(None, (Say(T("No call has been opened yet.")),))
    everything = facts[Desk(call.id)]
    counts = Counter(one.status for one in everything)
    said = [T("{state}: {n}", state=states.for_office(status), n=counts[status]) for status in Status if counts[status]]
    sent = sorted((one for one in everything if one.number), key=lambda one: (_order(one.status), one.number or ""))
    shown = sent[page * PAGE : (page + 1) * PAGE]
    rows: list[Button | None] = [
        Button(
            T(
                "{number} · {body} · {state}",
                number=(one.number or "").rpartition("-")[2],
                body=one.body_name,
                state=states.for_office(one.status),
            ),
            f"sheet.{one.id}",
            standing=True,
        )
        for one in shown
    ]
    if len(sent) > (page + 1) * PAGE:
        rows.append(Button(T("Show me the next ones"), f"desk.{page + 1}", standing=True))
    head = T("<b>Applications</b> of the {call}", call=call.name)
    return Step(None, (Say(lines(head, *(said or [T("There are none yet.")])), column(*rows)),))


def _order(status: Status) -> int:
    return list(Status).index(status) if status not in _IN_REVIEW else -1


def _case(choice: str, facts: Facts) -> tuple[Case, str] | None:
    """The application that a button of the desk names, if this person is of the office."""
    key = choice.partition(".")[2]
    application = facts[ApplicationOf(key)]
    if application is None or not may(facts[Me()], Action.REVIEW):
        return None
    call = next(call for call in facts[Calls()] if call.id == application.call)
    return Case(facts[Me()], call, application), key


def sheet(choice: str, facts: Facts) -> Step | None:
    """Everything about one application, with its eligibility and what can be done."""
    found = _case(choice, facts)
    if found is None:
        return None
    case, key = found
    application = case.application
    head = lines(
        T("<b>{number}</b> · {council}", number=application.number or "", council=case.council),
        T("State: {state}.", state=states.for_office(application.status)),
        _eligibility(case, facts),
    )
    return Step(None, (Say(paragraphs(head, summary.listing(case)), _actions(application, key)),))


def _actions(application: Application, key: str) -> Keyboard:
    rows = []
    if application.status in _IN_REVIEW:
        rows += [
            Button(T("Mark it as complete"), f"complete.{key}", standing=True),
            Button(T("Ask for a missing datum"), f"lack.{key}", standing=True),
            Button(T("Do not admit it"), f"reject.{key}", standing=True),
        ]
    rows.append(Button(T("Send me the PDF"), f"sheetpdf.{key}", standing=True))
    return column(*rows, Button(T("Change the contact"), f"handover.{application.body}", standing=True))


def _eligibility(case: Case, facts: Facts) -> Words:
    """Whether the body was a member on the day it applied, by the register (R1, R2); a person has the last word."""
    at = case.application.submitted or facts.now
    standing = membership(facts[Register()].get(case.application.body), deadlines.today(at))
    return states.MEMBERSHIP[standing]


def pdf(choice: str, facts: Facts) -> Step | None:
    """The sheet of an application as PDF."""
    found = _case(choice, facts)
    if found is None or found[0].application.number is None:
        return None
    case, _ = found
    says = T("Application {number}, as it stands now.", number=case.application.number or "")
    return Step(None, (Say(says, document=sheets.receipt(case)),))


def complete(choice: str, did: Press, facts: Facts) -> Step | None:
    """Complete and eligible: the commission will value it. The council reads "being studied" from now on."""
    found = _case(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in _IN_REVIEW:
        return _already(case)
    says = T("<b>{number}</b> · {council}: complete.", number=case.application.number or "", council=case.council)
    return Step(None, (Edit(message=did.message), Say(says)), (Admit(key, case.application.status),))


def _already(case: Case) -> Step:
    says = T(
        "<b>{number}</b> is already: {state}.",
        number=case.application.number or "",
        state=states.for_office(case.application.status),
    )
    return Step(None, (Say(says),))


def lack(choice: str, facts: Facts) -> Step | None:
    """Asks the office what is missing."""
    found = _case(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in _IN_REVIEW:
        return _already(case)
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
    found = _case(f"lack.{scene.application}", facts)
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
    if not (key.isascii() and key.isdigit()):
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


def reject(choice: str, facts: Facts) -> Step | None:
    """Asks for the reason that the council will read."""
    found = _case(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in _IN_REVIEW:
        return _already(case)
    says = lines(
        T(
            "Why is the application of {council} not admitted? The council will read it as you write it.",
            council=case.council,
        ),
        _eligibility(case, facts),
    )
    return Step(NotAdmitting(key), (Say(says, column(Button(T("Leave it"), "leave"))),))


def not_admit(scene: NotAdmitting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Tells the council, with the reason and the way to ask for another look."""
    found = _case(f"reject.{scene.application}", facts)
    if found is None:
        return None
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed."))))
    if not isinstance(did, Text):
        return None
    if len(did.text) > LONGEST:
        return Step(scene, (Say(too_long(len(did.text), LONGEST)),))
    case, key = found
    says = lines(
        T(
            "Application {number} of {council} could not be admitted.",
            number=case.application.number or "",
            council=case.council,
        ),
        T("Reason: {reason}", reason=did.text),
        T("If you think it is a mistake, write to the technical office and a person will look at it again."),
    )
    rows = column(Button(T("Write to the technical office"), "help", standing=True))
    told = tuple(Say(says, rows, to=one) for one in facts[Contacts(case.application.body)])
    done = T(
        "<b>{number}</b> · {council}: not admitted. The council has been told.",
        number=case.application.number or "",
        council=case.council,
    )
    return Step(Idle(), (Edit(turn=turn), Say(done), *told), (NotAdmit(key, did.text, case.application.status),))
