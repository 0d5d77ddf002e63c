"""The documents of an application: the questions to prepare, the draft and the receipt."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.choices import Checklist, Choice
from conversations.intake.known import Case
from conversations.protocol.facts import Call
from conversations.protocol.replies import Mail, Section, Sheet
from conversations.protocol.words import Listed, T, Verbatim, Words, paragraphs


def questions(call: Call) -> Sheet:
    """Every question of a call, to prepare the answers with the team or at the computer."""
    return Sheet(
        file_name=f"preguntes-convocatoria-{call.id}.pdf",
        title=T("Questions of the {call}", call=call.name),
        lead=(
            T("There are {n} questions; they are answered in the bot, one at a time.", n=len(call.questions)),
            T("The last day is {deadline}, inclusive.", deadline=call.deadline),
        ),
        sections=(
            *(_to_prepare(call, question) for question in form.asked(call)),
            Section(
                T("Optional lines"),
                tuple(form.QUESTIONS[name].ask for name in form.OPTIONAL),
            ),
            Section(T("What the council commits to"), tuple(Verbatim(one) for one in call.commitments), numbered=True),
        ),
        footer=T("XMESS. {call}", call=call.name),
    )


def _to_prepare(call: Call, question: Question) -> Section:
    number = form.number(call, question.id)
    heading: Words = question.label if question.after else T("{number}. {label}", number=number, label=question.label)
    parts: list[Words] = [question.ask]
    kind = question.kind
    if isinstance(kind, Choice | Checklist):
        parts.append(Listed(tuple(kind.label(option) for option in kind.ids()), either=True))
    most = getattr(kind, "most", None)
    if isinstance(most, int) and not isinstance(kind, Choice | Checklist):
        parts.append(T("Up to {n} characters.", n=most))
    if question.example is not None:
        parts.append(T("Example: {example}", example=question.example))
    return Section(heading, tuple(parts))


def draft(case: Case) -> Sheet:
    """The draft as it stands."""
    return Sheet(
        file_name=f"esborrany-{case.call.id}.pdf",
        title=T("Draft of the application of {council}", council=case.council),
        lead=(
            T("This draft has not been sent."),
            T("The last day is {deadline}, inclusive.", deadline=case.call.deadline),
        ),
        sections=_answers(case),
        footer=T("XMESS. {call}", call=case.call.name),
    )


def receipt(case: Case) -> Sheet:
    """The receipt of an application that was sent: number, time, answers and what follows (R40)."""
    application = case.application
    assert application.number is not None
    assert application.submitted is not None
    return Sheet(
        file_name=f"sollicitud-{application.number}.pdf",
        title=T("Application received. Number {number}.", number=application.number),
        lead=(
            T("Council: {council}.", council=case.council),
            T("Received on {at}.", at=application.submitted),
            T("Version {version}.", version=application.version),
            what_follows(case.call),
            T("This confirmation does not replace the council's own registry."),
        ),
        sections=(
            *_answers(case),
            Section(
                T("What the council commits to"), tuple(Verbatim(one) for one in case.call.commitments), numbered=True
            ),
        ),
        footer=T("XMESS. {call}. Application {number}", call=case.call.name, number=application.number),
    )


def receipt_mail(case: Case, controller: str) -> Mail:
    """The receipt as a message to the contact, for whoever answers by e-mail; `controller` signs it."""
    application = case.application
    assert application.submitted is not None
    number = application.number or ""
    given = {name: str(case.answers[name].value) for name in ("name", "email") if name in case.answers}
    says = paragraphs(
        T("Good morning,"),
        T(
            "We send you the receipt of application {number} of {council}, received on {at}.",
            number=number,
            council=case.council,
            at=application.submitted,
        ),
        what_follows(case.call),
        T("This confirmation does not replace the council's own registry."),
        T("{controller}", controller=controller),
    )
    return Mail(
        file_name=f"sollicitud-{number}.eml",
        subject=T("Application {number} of {council}: receipt", number=number, council=case.council),
        text=says,
        attached=receipt(case),
        name=given.get("name", ""),
        address=given.get("email", ""),
    )


def what_follows(call: Call) -> Words:
    """Who looks at the application now, and when the answer comes (R6: unknown until it is set)."""
    if call.decision is None:
        return T("The office checks it and the commission values it. There is no date for the answer yet.")
    return T("The office checks it and the commission values it. The answer comes on {day}.", day=call.decision)


def being_valued(call: Call) -> Words:
    """What follows once the office has found the application complete."""
    if call.decision is None:
        return T("The application is complete and the commission values it. There is no date for the answer yet.")
    return T("The application is complete and the commission values it. The answer comes on {day}.", day=call.decision)


def _answers(case: Case) -> tuple[Section, ...]:
    sections = []
    for question in (*form.asked(case.call), *(form.QUESTIONS[name] for name in form.OPTIONAL)):
        answer = case.answers.get(question.id)
        if answer is None and (question.after is not None or not form.number(case.call, question.id)):
            continue
        said = form.shown(question, answer.value) if answer else T("Not answered yet.")
        sections.append(Section(_heading(case.call, question), (said,)))
    for asked, added in case.application.added:
        sections.append(Section(T("Asked by the office: {question}", question=asked), (Verbatim(added),)))
    return tuple(sections)


def _heading(call: Call, question: Question) -> Words:
    number = form.number(call, question.id)
    if not number or question.after is not None:
        return question.label
    return T("{number}. {label}", number=number, label=question.label)
