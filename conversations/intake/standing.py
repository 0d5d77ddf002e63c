"""Where an application stands, in the few words that councils read, and what can be done with it now."""

from __future__ import annotations

from datetime import datetime

from conversations.intake import decided, sending, sheets, summary
from conversations.intake.known import Case, ended, ends, place, submitted
from conversations.protocol.facts import Call, DataRequest, Status
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, MyDataRequests
from conversations.protocol.words import T, Verbatim, Words, lines, paragraphs
from conversations.rules import deadlines, states

_HELP = Button(T("Write to the technical office"), "help", standing=True)


def card(case: Case, at: datetime, facts: Facts) -> Step:
    """An application that was sent, while the call is open: where it stands and what can still be done."""
    if not submitted(case):
        says = lines(
            line(case, at, facts), T("The answers stay saved, and you can submit it again while the call is open.")
        )
        return Step(Idle(), (Say(says, summary.sent_buttons(case)),))
    if case.application.status is Status.NOT_ADMITTED:
        return closed(case, at, facts)
    until = T("You can correct or withdraw it {until}.", until=ends(case.call, at))
    if facts.house.minimal:
        until = T("You can withdraw it {until}, and correct it by e-mail.", until=ends(case.call, at))
    open_ones = (*_first_button(case, facts), (_show(case),), *summary.sent_buttons(case))
    return Step(Idle(), (Say(lines(*_says(case, at, facts), until), open_ones),))


def closed(case: Case, at: datetime, facts: Facts) -> Step:
    """The call is over: what became of the application, in words for the council."""
    left = case.application.status is Status.WITHDRAWN and decided.told(case, facts) is not None
    if not submitted(case) and not left:
        return summary.too_late(case, at) if not case.fresh else _missed(case.call, at)
    state = decided.status(case, decided.told(case, facts))
    if state not in states.UNDECIDED or left:
        show = ((_show(case),),)
        return Step(
            Idle(), (Say(lines(*_says(case, at, facts)), (*decided.buttons(case.application.id, state), *show)),)
        )
    rows = (*_first_button(case, facts), *sending.receipt_buttons(case), (_HELP,))
    return Step(Idle(), (Say(lines(*_says(case, at, facts)), rows),))


def _missed(call: Call, at: datetime) -> Step:
    says = lines(T("The call closed {when}.", when=ended(call, at)), Verbatim(call.following))
    return Step(Idle(), (Say(says, summary.closed_buttons()),))


def _says(case: Case, at: datetime, facts: Facts) -> tuple[Words, ...]:
    request = _lacking(case, facts)
    if request is not None:
        asked = T("«{question}»", question=request.question)
        return line(case, at, facts), asked, T("You can answer until {day}.", day=request.due)
    if case.application.status is Status.NOT_ADMITTED:
        again = T("If you think it is a mistake, write to the technical office and a person will look at it again.")
        return line(case, at, facts), again
    known = decided.told(case, facts)
    state = decided.status(case, known)
    if state not in states.UNDECIDED or state is Status.WITHDRAWN:
        return line(case, at, facts), *decided.says(case, known)
    if state is Status.ADMITTED:
        return line(case, at, facts), sheets.being_valued(case.call)
    return line(case, at, facts), sheets.what_follows(case.call)


def _first_button(case: Case, facts: Facts) -> Keyboard:
    request = _lacking(case, facts)
    return column(Button(T("Answer"), f"data.{request.id}", standing=True)) if request else ()


def _lacking(case: Case, facts: Facts) -> DataRequest | None:
    if case.application.status is not Status.NEEDS_DATA:
        return None
    return next((one for one in facts[MyDataRequests()] if one.application == case.application.id), None)


def _show(case: Case) -> Button:
    return Button(T("Show the application"), f"show.{case.application.body}", standing=True)


def line(case: Case, at: datetime, facts: Facts) -> Words:
    """Where an application stands, in one sentence."""
    if case.fresh:
        return T("{council}: not begun.", council=case.council)
    number = case.application.number or ""
    state = decided.status(case, decided.told(case, facts))
    match state:
        case Status.DRAFT if facts.house.minimal:
            return T("{council}: not sent yet.", council=case.council)
        case Status.DRAFT:
            return place(case)
        case Status.WITHDRAWN:
            return T("Application {number} of {council}, withdrawn.", number=number, council=case.council)
        case Status.NEEDS_DATA:
            return T("Application {number} of {council}: we are missing a datum.", number=number, council=case.council)
        case Status.NOT_ADMITTED:
            return T("Application {number} of {council}: not admitted.", number=number, council=case.council)
        case Status.SUBMITTED if deadlines.takes_applications(case.call, at):
            return T("Application {number} of {council}, received.", number=number, council=case.council)
        case Status.SUBMITTED | Status.ADMITTED:
            return T("Application {number} of {council}: being studied.", number=number, council=case.council)
        case _:
            said = states.for_council(state)
            return T("Application {number} of {council}: {state}.", number=number, council=case.council, state=said)


def shown(case: Case, at: datetime, facts: Facts) -> Step:
    """The whole application that was sent, with what can be done with it."""
    step = summary.show(case)
    if deadlines.takes_applications(case.call, at):
        return step
    pdf = column(Button(T("Send me the PDF"), f"pdf.{case.application.body}", standing=True))
    return Step(step.scene, (Say(paragraphs(line(case, at, facts), summary.listing(case)), pdf),))
