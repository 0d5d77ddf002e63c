"""From the summary to the numbered receipt: commitments, authorisation, the last word; and taking it back."""

from __future__ import annotations

from dataclasses import replace

from conversations.forms import application as form
from conversations.intake import sheets, summary
from conversations.intake.asking import ask
from conversations.intake.known import Case, case_of, ends, is_open, moment, submitted
from conversations.protocol.changes import Authorise, Commit, Resubmit, Submit, Withdraw
from conversations.protocol.facts import Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import Authorising, Committing, Idle, Reviewing, Sending, Withdrawing
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, Facts, NextNumber, Office
from conversations.protocol.words import Joined, T, Words, lines, paragraphs
from conversations.rules.deadlines import takes_applications


def handle(
    scene: Reviewing | Committing | Authorising | Sending | Withdrawing, did: Incoming, facts: Facts, turn: int
) -> Step | None:
    """The steps between the summary and the receipt. A button may also be typed."""
    case = case_of(facts, scene.application)
    if case is None or not isinstance(did, Press):
        return None
    if not is_open(case, did, facts):
        return summary.too_late(case, moment(did, facts))
    bare = Edit(turn=turn)
    if case.application.status is not Status.DRAFT and not isinstance(scene, Withdrawing):
        # A colleague was quicker.
        return Step(Idle(), (bare, Say(*already(case)))) if submitted(case) else summary.show(case).after(bare)
    match scene, did.choice:
        case Reviewing(), "go":
            return _from_summary(case).after(bare)
        case Committing(), "back":
            return summary.show(case).after(bare)
        case Committing(), "agree":
            agreed = replace(case, application=replace(case.application, committed=moment(did, facts)))
            said = Edit(lines(commitments(case), T("<b>You agree.</b>")), turn=turn)
            return _authorise(agreed).after(said).also(Commit(case.application.id))
        case Authorising(), ("yes" | "no") as choice:
            allowed = choice == "yes"
            said = Edit(lines(_AUTHORISE, _ALLOWED if allowed else _NOT_ALLOWED), turn=turn)
            return _last_word(case).after(said).also(Authorise(case.application.id, allowed))
        case Sending(), "send":
            return _send(case, did, facts).after(bare)
        case Sending(), "later":
            until = ends(case.call, moment(did, facts))
            says = T("It has not been sent. Everything stays saved; you can send it {until}.", until=until)
            return Step(Idle(), (bare, Say(says, summary.continue_button(case))))
        case Withdrawing(), "withdraw" if not submitted(case):
            return summary.show(case).after(bare)
        case Withdrawing(), "withdraw":
            return _withdraw(case, did, facts).after(bare)
        case Withdrawing(), "keep":
            return Step(Idle(), (bare, Say(T("Nothing has changed: the application stays submitted."))))
        case _:
            return None


def resume(case: Case) -> Step:
    """Goes on where the application stands: the first question without an answer, or the summary."""
    missing = form.to_go_on(case.call, case.answers)
    return ask(case, form.QUESTIONS[missing[0]]) if missing else summary.show(case)


def _from_summary(case: Case) -> Step:
    missing = form.to_go_on(case.call, case.answers)
    if missing:
        return ask(case, form.QUESTIONS[missing[0]])
    if case.application.committed is None:
        rows = column(Button(T("We agree"), "agree"), Button(T("Go back"), "back"))
        return Step(Committing(case.application.id), (Say(commitments(case), rows),))
    return _authorise(case)


def commitments(case: Case) -> Words:
    """What the council commits to when it sends the application (R5, R14, R16, R17)."""
    points = tuple(
        T("{number}. {commitment}", number=place, commitment=text)
        for place, text in enumerate(case.call.commitments, start=1)
    )
    return lines(T("To send it, the council commits to this:"), Joined(points))


_AUTHORISE = lines(
    T(
        "The last question is optional. Do you authorise sharing the title and the results with the members, "
        "without personal data?"
    ),
    T("If you say no, the application is worth just the same."),
)
_ALLOWED = T("You chose: <b>yes, we authorise it</b>.")
_NOT_ALLOWED = T("You chose: <b>no</b>.")


def _authorise(case: Case) -> Step:
    if case.application.publication is not None:
        return _last_word(case)
    rows = column(Button(T("Yes, we authorise it"), "yes"), Button(T("No"), "no"))
    return Step(Authorising(case.application.id), (Say(_AUTHORISE, rows),))


def _last_word(case: Case) -> Step:
    rows = column(Button(T("Send the application"), "send"), Button(T("Not yet"), "later"))
    return Step(Sending(case.application.id), (Say(T("All is ready. Do you want to send the application?"), rows),))


def _send(case: Case, did: Incoming, facts: Facts) -> Step:
    if form.missing(case.call, case.answers) or case.application.committed is None:
        return _from_summary(case)
    number = f"{case.call.id}-{facts[NextNumber(case.call.id)]:03d}"
    at = moment(did, facts)
    application = replace(case.application, status=Status.SUBMITTED, number=number, version=1, submitted=at)
    sent = replace(case, application=application)
    told = tell_others(
        case,
        did,
        facts,
        T(
            "{name} has sent the application of {council}. Number {number}.",
            name=_name(case, did),
            council=case.council,
            number=number,
        ),
        T("New application: {number}, {council}.", number=number, council=case.council),
    )
    return Step(Idle(), (receipt(sent, facts), *told), (Submit(application.id, case.call.id, number),))


def receipt(case: Case, facts: Facts) -> Say:
    """What a council holds once its application is sent: number, time, what follows, and the PDF (R40)."""
    application = case.application
    assert application.submitted is not None
    still = T("You can correct or withdraw it {until}.", until=ends(case.call, facts.now))
    says = paragraphs(
        lines(
            T("<b>Application received.</b> Number {number}.", number=application.number or ""),
            T("{council} · {at}", council=case.council, at=application.submitted),
        ),
        lines(
            T("<b>What happens now:</b> {what}", what=sheets.what_follows(case.call)),
            still if takes_applications(case.call, facts.now) else None,
            T("This confirmation does not replace the council's own registry."),
        ),
    )
    return Say(says, receipt_buttons(case), document=sheets.receipt(case))


def receipt_buttons(case: Case) -> Keyboard:
    """Under a receipt: the application itself, and its number to paste elsewhere."""
    return column(
        Button(T("Show the application"), f"show.{case.application.body}", standing=True),
        Button(T("Copy the number"), "copy", copy=case.application.number),
    )


def already(case: Case) -> tuple[Words, Keyboard]:
    """What a second press of a sending button is told."""
    says = T("It has already been sent: number {number}. Nothing is sent twice.", number=case.application.number or "")
    return says, receipt_buttons(case)


def tell_others(case: Case, did: Incoming, facts: Facts, contacts: Words, office: Words) -> tuple[Reply, ...]:
    """Tells the other contacts of the council, and the office in silence."""
    show = column(Button(T("Show the application"), f"show.{case.application.body}", standing=True))
    sheet = column(Button(T("Show the application"), f"sheet.{case.application.id}", standing=True))
    others = (one for one in facts[Contacts(case.application.body)] if one != did.person)
    offices = (one for one in facts[Office()] if one != did.person)
    return (
        *(Say(contacts, show, to=one) for one in others),
        *(Say(office, sheet, to=one, silent=True) for one in offices),
    )


def _name(case: Case, did: Incoming) -> str:
    return case.person.name or did.name


def receipt_again(case: Case) -> Step:
    """The PDF of what was sent, as it stands now."""
    says = T("Application {number}, as it stands now.", number=case.application.number or "")
    return Step(None, (Say(says, document=sheets.receipt(case)),))


def ask_withdraw(case: Case) -> Step:
    """Asks before an application is taken back."""
    says = lines(
        T(
            "Do you want to withdraw application {number} of {council}?",
            number=case.application.number or "",
            council=case.council,
        ),
        T("The answers stay saved, and you can submit it again while the call is open."),
    )
    rows = column(Button(T("Withdraw it"), "withdraw"), Button(T("Leave it submitted"), "keep"))
    return Step(Withdrawing(case.application.id), (Say(says, rows),))


def _withdraw(case: Case, did: Incoming, facts: Facts) -> Step:
    number = case.application.number or ""
    withdrawn = replace(case, application=replace(case.application, status=Status.WITHDRAWN))
    says = lines(
        T("Application {number} has been withdrawn.", number=number),
        T("If you change your mind, you can submit it again while the call is open."),
    )
    told = tell_others(
        withdrawn,
        did,
        facts,
        T("{name} has withdrawn application {number}.", name=_name(case, did), number=number),
        T("Application {number} of {council}, withdrawn.", number=number, council=case.council),
    )
    return Step(Idle(), (Say(says, summary.sent_buttons(withdrawn)), *told), (Withdraw(case.application.id),))


def resubmit(case: Case, did: Incoming, facts: Facts) -> Step:
    """A withdrawn application stands again, with the number it had."""
    number = case.application.number or ""
    version = case.application.version + 1
    back = replace(case, application=replace(case.application, status=Status.SUBMITTED, version=version))
    says = T("Application {number} stands again.", number=number)
    told = tell_others(
        back,
        did,
        facts,
        T("{name} has submitted application {number} again.", name=_name(case, did), number=number),
        T("Application {number} of {council}, submitted again.", number=number, council=case.council),
    )
    return Step(
        Idle(),
        (Say(says, receipt_buttons(back), document=sheets.receipt(back)), *told),
        (Resubmit(case.application.id, version),),
    )
