"""Whether the e-mail agrees to the commitments and authorises sharing; then the number, the receipt and the message."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake import sending, sheets
from conversations.intake.known import Case, submitted
from conversations.mailbox import held
from conversations.protocol.changes import Authorise, Commit, Submit
from conversations.protocol.facts import Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.mailed import Consenting
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, Facts, NextNumber, Office
from conversations.protocol.words import Listed, T, lines

_COMMITMENTS, _PUBLICATION = "commitments", "publication"
_SILENT = Button(T("The e-mail does not say"), "silent")


def ask(case: Case, facts: Facts) -> Step:
    """The first consent that the e-mail was not asked about; after the last one the application gets its number."""
    application = case.application
    if application.committed is None:
        says = lines(T("Does the e-mail agree to the commitments?"), sending.commitments(case))
        rows = column(Button(T("It agrees to them"), "yes"), _SILENT)
        return Step(Consenting(application.id, _COMMITMENTS), (Say(says, rows),))
    return _publication(case, facts)


def _publication(case: Case, facts: Facts) -> Step:
    if case.application.publication is not None:
        return _submit(case, facts)
    says = T("Does it authorise sharing the title and the results with the members, without personal data?")
    rows = column(Button(T("It authorises it"), "yes"), Button(T("It does not"), "no"), _SILENT)
    return Step(Consenting(case.application.id, _PUBLICATION), (Say(says, rows),))


def handle(scene: Consenting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The two answers. What the e-mail does not say stays unsaid: nobody consents for a council."""
    case = held.case_of(scene.application, facts)
    if case is None or not isinstance(did, Press):
        return None
    key, bare = case.application.id, Edit(turn=turn)
    match scene.what, did.choice:
        case "commitments", "yes":
            agreed = replace(case, application=replace(case.application, committed=facts.now))
            return _after_commitments(agreed, facts).after(bare).also(Commit(key))
        case "commitments", "silent":
            return _after_commitments(case, facts).after(bare)
        case "publication", ("yes" | "no") as choice:
            return _submit(case, facts).after(bare).also(Authorise(key, choice == "yes"))
        case "publication", "silent":
            return _submit(case, facts).after(bare)
        case _:
            return None


def _after_commitments(case: Case, facts: Facts) -> Step:
    return completed(case, facts, asked=True) if submitted(case) else _publication(case, facts)


def _submit(case: Case, facts: Facts) -> Step:
    """The number, as for everybody, with the moment at which the e-mail arrived."""
    application = case.application
    at = application.received or facts.now
    number = f"{case.call.id}-{facts[NextNumber(case.call.id)]:03d}"
    sent = replace(
        case, application=replace(application, status=Status.SUBMITTED, number=number, version=1, submitted=at)
    )
    lacks = held.lacking(case)
    done = lines(
        T("<b>Entered.</b> Number {number} · {council}", number=number, council=case.council),
        T("It arrived by e-mail on {at}. It is worth the same as the others.", at=at),
        T("It lacks: {what}. Ask the council for it by e-mail.", what=Listed(lacks)) if lacks else None,
    )
    mail = sheets.receipt_mail(sent, facts.house.controller.name)
    ready = T("The message with the receipt, ready to be sent: open it in your mail program.")
    if mail.address:
        ready = T("The message with the receipt for {address}: open it in your mail program.", address=mail.address)
    office = T("New application by e-mail: {number}, {council}.", number=number, council=case.council)
    council = lines(
        T("The technical office has entered the application of {council} that came by e-mail.", council=case.council),
        T("Number {number}.", number=number),
    )
    show = column(Button(T("Show the application"), f"show.{application.body}", standing=True))
    told = (
        *(Say(council, show, to=one) for one in facts[Contacts(application.body)]),
        *(Say(office, column(_sheet(case)), to=one, silent=True) for one in facts[Office()] if one != case.person.id),
    )
    replies: tuple[Reply, ...] = (
        Say(done, column(_sheet(case)), document=sheets.receipt(sent)),
        Say(ready, document=mail),
        *told,
    )
    return Step(Idle(), replies, (Submit(application.id, case.call.id, number, at),))


def _sheet(case: Case) -> Button:
    return Button(T("Show the application"), f"sheet.{case.application.id}", standing=True)


def completed(case: Case, facts: Facts, *, asked: bool = False) -> Step:
    """An application that has its number was completed with an e-mail, as far as it says; the commitments come last."""
    if case.application.committed is None and not asked:
        return ask(case, facts)
    lacks = held.lacking(case)
    number = case.application.number or ""
    says = lines(
        T("<b>{number}</b> · {council}: completed with the e-mail.", number=number, council=case.council),
        T("It still lacks: {what}.", what=Listed(lacks)) if lacks else None,
    )
    return Step(Idle(), (Say(says, column(_sheet(case))),))
