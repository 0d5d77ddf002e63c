"""The office's desk: applications by state, the sheet of each, "complete" in one tap, or not admitted."""

from __future__ import annotations

from collections import Counter

from conversations import free_text
from conversations.intake import sheets, summary
from conversations.intake.known import Case
from conversations.mailbox import sheet_of_mail
from conversations.protocol.changes import Admit, NotAdmit
from conversations.protocol.facts import Application, Status
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Idle, NotAdmitting
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationOf, Calls, Contacts, Desk, Facts, Me, Register
from conversations.protocol.words import T, Words, lines, paragraphs
from conversations.rules import deadlines, eligibility, states
from conversations.rules.fingerprint import fingerprint
from conversations.rules.roles import Action, may

LONGEST = 1000
PAGE = 8
IN_REVIEW = (Status.SUBMITTED, Status.NEEDS_DATA)
"""The states in which an application waits for the office, or for what the office asked."""

_SEEN = 8


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
    rows.append(Button(T("Enter one that came by e-mail"), "mail", standing=True))
    head = T("<b>Applications</b> of the {call}", call=call.name)
    return Step(None, (Say(lines(head, *(said or [T("There are none yet.")])), column(*rows)),))


def _order(status: Status) -> int:
    return list(Status).index(status) if status not in IN_REVIEW else -1


def case_named(choice: str, facts: Facts) -> tuple[Case, str] | None:
    """The application that a button of the desk names, if this person is of the office."""
    key = choice.partition(".")[2].partition("~")[0]
    application = facts[ApplicationOf(key)]
    if application is None or not may(facts[Me()], Action.REVIEW):
        return None
    call = next(call for call in facts[Calls()] if call.id == application.call)
    return Case(facts[Me()], call, application, minimal=facts.house.minimal), key


def sheet(choice: str, facts: Facts) -> Step | None:
    """Everything about one application, with its eligibility and what can be done."""
    found = case_named(choice, facts)
    return None if found is None else Step(None, (_sheet(*found, facts),))


def _sheet(case: Case, key: str, facts: Facts) -> Say:
    application = case.application
    head = lines(
        T("<b>{number}</b> · {council}", number=application.number or "", council=case.council),
        T("State: {state}.", state=states.for_office(application.status)),
        _eligibility(case, facts),
        sheet_of_mail.about(application, facts),
        T("What it says in its own words is in the e-mail.") if facts.house.minimal else None,
    )
    return Say(paragraphs(head, summary.listing(case)), _actions(application, key, facts))


def _actions(application: Application, key: str, facts: Facts) -> Keyboard:
    rows: list[Button] = []
    if application.status in IN_REVIEW:
        seen = version(application)
        rows += [
            Button(T("Mark it as complete"), f"complete.{key}~{seen}", standing=True),
            Button(T("Ask for a missing datum"), f"lack.{key}", standing=True),
            Button(T("Do not admit it"), f"reject.{key}~{seen}", standing=True),
        ]
    rows += sheet_of_mail.buttons(application, facts)
    rows.append(Button(T("Send me the PDF"), f"sheetpdf.{key}", standing=True))
    return column(*rows, Button(T("Change the contact"), f"handover.{application.body}", standing=True))


def version(application: Application) -> str:
    """A mark of what the sheet of an application says: another one once the council or a colleague changes it."""
    answers = {name: answer.value for name, answer in application.answers.items()}
    return fingerprint((application.status, answers, application.added))[:_SEEN]


def _changed(choice: str, did: Press, case: Case, key: str, facts: Facts) -> Step | None:
    """The new sheet, if the button hangs under one that no longer says how the application stands."""
    if choice.partition("~")[2] == version(case.application):
        return None
    says = T("The application has changed since this sheet, so nothing has been done. This is how it stands now:")
    return Step(None, (Edit(message=did.message), Say(says), _sheet(case, key, facts)))


def _eligibility(case: Case, facts: Facts) -> Words:
    """Whether the body was a member on the day it applied, by the register (R1, R2); a person has the last word."""
    at = case.application.submitted or facts.now
    return eligibility.reason(facts[Register()].get(case.application.body), deadlines.today(at))


def pdf(choice: str, facts: Facts) -> Step | None:
    """The sheet of an application as PDF."""
    found = case_named(choice, facts)
    if found is None or found[0].application.number is None:
        return None
    case, _ = found
    says = T("Application {number}, as it stands now.", number=case.application.number or "")
    return Step(None, (Say(says, document=sheets.receipt(case)),))


def complete(choice: str, did: Press, facts: Facts) -> Step | None:
    """Complete and eligible: the commission will value it. The council reads "being studied" from now on."""
    found = case_named(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in IN_REVIEW:
        return already(case)
    if (changed := _changed(choice, did, case, key, facts)) is not None:
        return changed
    says = T("<b>{number}</b> · {council}: complete.", number=case.application.number or "", council=case.council)
    return Step(None, (Edit(message=did.message), Say(says)), (Admit(key, case.application.status),))


def already(case: Case) -> Step:
    """What somebody else of the office has settled meanwhile."""
    says = T(
        "<b>{number}</b> is already: {state}.",
        number=case.application.number or "",
        state=states.for_office(case.application.status),
    )
    return Step(None, (Say(says),))


def reject(choice: str, did: Press, facts: Facts) -> Step | None:
    """Asks for the reason that the council will read."""
    found = case_named(choice, facts)
    if found is None:
        return None
    case, key = found
    if case.application.status not in IN_REVIEW:
        return already(case)
    if (changed := _changed(choice, did, case, key, facts)) is not None:
        return changed
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
    found = case_named(f"reject.{scene.application}", facts)
    if found is None:
        return None
    left = Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed."))))
    read = free_text.reason(scene, did, LONGEST, turn, Button(T("Leave it"), "leave"), left)
    if not isinstance(read, Text):
        return read
    case, key = found
    says = lines(
        T(
            "Application {number} of {council} could not be admitted.",
            number=case.application.number or "",
            council=case.council,
        ),
        T("Reason: {reason}", reason=read.text),
        T("If you think it is a mistake, write to the technical office and a person will look at it again."),
    )
    rows = column(Button(T("Write to the technical office"), "help", standing=True))
    told = tuple(Say(says, rows, to=one) for one in facts[Contacts(case.application.body)])
    done = T(
        "<b>{number}</b> · {council}: not admitted. The council has been told.",
        number=case.application.number or "",
        council=case.council,
    )
    return Step(Idle(), (Edit(turn=turn), Say(done), *told), (NotAdmit(key, read.text, case.application.status),))
