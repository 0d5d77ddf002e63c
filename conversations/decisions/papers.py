"""A decision as a document for the council's files: what was decided, why, until when; no notification in law."""

from __future__ import annotations

from conversations.intake import decided
from conversations.protocol.assessment import Decision, Outcome, Ruling
from conversations.protocol.facts import Application, Call
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Edit, Mail, Say, Section, Sheet
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, MyApplications
from conversations.protocol.words import Council, Joined, T, Verbatim, Words, Written, paragraphs
from conversations.rules import deadlines, states
from conversations.rules.decisions import SERVICES, STATUS
from conversations.rules.roles import Action, may


def sheet(call: Call, application: Application, ruling: Ruling, *, place: int | None = None) -> Sheet:
    """The document of a decision that was told. `place` is where the council stands on the waiting list."""
    decision, number = ruling.decision, application.number or ""
    sections = [Section(T("What has been decided"), tuple(_decided(call, application, decision, place)))]
    if decision.reason.strip():
        sections.append(Section(T("Reason"), (Verbatim(decision.reason),)))
    sections.append(Section(T("What happens now"), tuple(_now(call, ruling))))
    when = (T("The council was told on {day}.", day=deadlines.today(ruling.told)),) if ruling.told is not None else ()
    return Sheet(
        file_name=f"decisio-{number}.pdf",
        title=T("Decision on application {number}", number=number),
        lead=(
            T("Council: {council}.", council=Council(application.body_name)),
            T("{call}", call=call.name),
            *when,
            T("The technical commission has decided it; the bot decides nothing."),
        ),
        sections=tuple(sections),
        footer=T("This is a communication: it is no notification with legal effects."),
    )


def mail(call: Call, application: Application, ruling: Ruling, text: str, controller: str) -> Mail:
    """A decision that was told as a message to the contact, for whoever has to be told by e-mail.

    `text` is that of the message of the bot, while it is kept; `controller` signs.
    """
    number = application.number or ""
    council = Council(application.body_name)
    given = {name: str(application.answers[name].value) for name in ("name", "email") if name in application.answers}
    return Mail(
        file_name=f"decisio-{number}.eml",
        subject=T("Decision on application {number} of {council}", number=number, council=council),
        text=paragraphs(
            T("Good morning,"),
            T("We send you the decision on application {number} of {council}.", number=number, council=council),
            Written(text) if text else None,
            T("To answer, or if you have a question, answer this message or phone the technical office."),
            T("{controller}", controller=controller),
        ),
        attached=sheet(call, application, ruling),
        name=given.get("name", ""),
        address=given.get("email", ""),
    )


def _decided(call: Call, application: Application, decision: Decision, place: int | None) -> list[Words]:
    said: list[Words] = [T("State: {state}.", state=states.for_council(STATUS[decision.outcome]))]
    if decision.outcome is Outcome.GRANTED:
        said.append(decided.granted(call, decision))
    elif decision.outcome is Outcome.WAITING_LIST:
        service = SERVICES.get(decision.service or "") or Verbatim(decision.service or "")
        said.append(T("{service}, in place {place}.", service=service, place=place or decision.position or 0))
    asked = application.answers.get("service")
    if asked is not None and decision.service is not None and asked.value not in (decision.service, "either"):
        said.append(
            T("It had asked for {service}.", service=SERVICES.get(str(asked.value)) or Verbatim(str(asked.value)))
        )
    return said


def _now(call: Call, ruling: Ruling) -> list[Words]:
    decision = ruling.decision
    match decision.outcome:
        case Outcome.GRANTED:
            day = ruling.answer_by
            confirm = T("The council confirms until {day}, inclusive, that it can take part.", day=day) if day else None
            return [one for one in (confirm, decided.whats_next(decision)) if one is not None]
        case Outcome.WAITING_LIST:
            return [T("If another council renounces its hours, this one will be told.")]
        case _:
            again = T("The answers can be used again in the next call.")
            return [Joined((Verbatim(call.following), again), " ")]


def mine(application: str, did: Press, facts: Facts) -> Step | None:
    """The document of a decision, for a contact of its council."""
    body = application.partition(".")[2].partition(".")[0]
    if not may(facts[Me()], Action.ANSWER_GRANT, body):
        return None
    known = decided.rulings(facts).get(application)
    own = next((one for one in facts[MyApplications()] if one.id == application), None)
    call = next((one for one in facts[Calls()] if own is not None and one.id == own.call), None)
    if known is None or own is None or call is None:
        return Step(None, (Edit(message=did.message), Say(T("There is no decision to show yet."))))
    says = T("The decision on application {number}.", number=own.number or "")
    return Step(None, (Say(says, document=sheet(call, own, known.ruling, place=known.place)),))
