"""Presses that waited while the bot was away over the deadline: nobody knows when they were made, a person decides."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake import sending
from conversations.intake.known import Case, case_of, is_open, submitted
from conversations.protocol.changes import AskLate, DecideLate, Submit
from conversations.protocol.facts import Application, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Idle, Sending
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationOf, Calls, Contacts, Facts, LatePressOf, Me, NextNumber, Office
from conversations.protocol.words import Council, T, lines
from conversations.rules.deadlines import closes
from conversations.rules.roles import Action, may


def handle(scene: Sending, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """A press of "send" that may have been in time: asks the office. None for anything else."""
    case = case_of(facts, scene.application)
    if case is None or not isinstance(did, Press) or did.choice != "send" or is_open(case, did, facts):
        return None
    gap = facts.house.gap
    over = did.waited and gap is not None and gap[0] < closes(case.call) <= gap[1]
    return _ask(case, facts, turn) if over and not submitted(case) else None


def _ask(case: Case, facts: Facts, turn: int) -> Step:
    application = case.application
    says = lines(
        T("You pressed the button while the bot was not working, and the deadline passed meanwhile."),
        T("Nothing is lost: the technical office will decide whether it is admitted, and you will be told here."),
    )
    told: tuple[Reply, ...] = tuple(replace(question(application), to=one) for one in facts[Office()])
    return Step(Idle(), (Edit(turn=turn), Say(says), *told), (AskLate(application.id),))


def question(application: Application) -> Say:
    """What the office is asked about a press that may have been in time."""
    office = lines(
        T("<b>Sent while the bot was not working</b>: {council}.", council=Council(application.body_name)),
        T("The deadline passed meanwhile, and nobody knows when the button was pressed. It is for you to decide."),
    )
    rows = column(
        Button(T("Admit it"), f"admitlate.{application.id}", standing=True),
        Button(T("Leave it out"), f"leavelate.{application.id}", standing=True),
    )
    return Say(office, rows)


def decide(choice: str, did: Press, facts: Facts) -> Step | None:
    """The office's word: the application gets its number, or stays out; both are told to the council."""
    action, _, key = choice.partition(".")
    application, asked = facts[ApplicationOf(key)], facts[LatePressOf(key)]
    if application is None or asked is None or not may(facts[Me()], Action.REVIEW):
        return None
    call = next(call for call in facts[Calls()] if call.id == application.call)
    case = Case(facts[Me()], call, application)
    if asked.decided is not None or submitted(case):
        return Step(None, (Edit(message=did.message), Say(T("It has already been decided."))))
    contacts = facts[Contacts(application.body)]
    if action == "leavelate":
        says = lines(
            T(
                "The technical office could not admit the application of {council}: the deadline had passed.",
                council=case.council,
            ),
            T("What you have written stays saved. If you think it is a mistake, write to the technical office."),
        )
        rows = column(Button(T("Write to the technical office"), "help", standing=True))
        done = T("{council}: left out. The council has been told.", council=case.council)
        told = tuple(Say(says, rows, to=one) for one in contacts)
        return Step(None, (Edit(done, message=did.message), *told), (DecideLate(key, False),))
    number = f"{call.id}-{facts[NextNumber(call.id)]:03d}"
    sent = replace(application, status=Status.SUBMITTED, number=number, version=1, submitted=asked.at)
    receipt = sending.receipt(replace(case, application=sent), facts)
    done = T("{council}: admitted with number {number}.", council=case.council, number=number)
    told = tuple(replace(receipt, to=one) for one in contacts)
    submit = Submit(key, call.id, number, asked.at)
    return Step(None, (Edit(done, message=did.message), *told), (DecideLate(key, True), submit))
