"""Beginning a call with the answers that the same council gave to an earlier one, when it asks for that."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.choices import Checklist, Choice
from conversations.forms.outcome import Refused
from conversations.intake import sending
from conversations.intake.known import Case, with_answer
from conversations.protocol.changes import SaveAnswer, StartApplication
from conversations.protocol.facts import Answer, Application, Json, Status
from conversations.protocol.incoming import Incoming
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, MyApplications
from conversations.protocol.words import T, lines


def earlier(case: Case, facts: Facts) -> Application | None:
    """The newest application of the same body to another call that has answers this call could use, and may."""
    others = [one for one in facts[MyApplications()] if one.body == case.application.body and one.call != case.call.id]
    me = facts[Me()].id
    return next((one for one in reversed(others) if _agreed(one, me) and _usable(case, one, me)), None)


def _agreed(old: Application, person: int) -> bool:
    """Whether somebody may begin with these answers.

    A council that was refused was asked, and only its yes counts. Of another one, whoever wrote the answers agrees by
    beginning with them; to anybody else they are not shown unless the council has said yes.
    """
    if old.kept is not None:
        return old.kept
    wrote = any(answer.person == person for answer in old.answers.values())
    return wrote and old.status is not Status.REFUSED


def name_of(application: Application, facts: Facts) -> str:
    """The name of the call an application was for."""
    return next((call.name for call in facts[Calls()] if call.id == application.call), "")


def begin(case: Case, did: Incoming, facts: Facts) -> Step:
    """Copies what still answers a question of this call, and goes on with the rest."""
    old = earlier(case, facts)
    if old is None or not case.fresh:
        return sending.resume(case)
    usable = _usable(case, old, did.person)
    application = case.application
    changes = [StartApplication(application.id, case.call.id, application.body)]
    saved = [SaveAnswer(application.id, question, answer.value) for question, answer in usable.items()]
    for question, answer in usable.items():
        case = with_answer(case, question, answer.value, did, facts, 0)
    n = len([name for name in usable if name in case.call.questions])
    says = lines(
        T(
            "{n} answer of the {call} has been copied.",
            "{n} answers of the {call} have been copied.",
            n=n,
            call=name_of(old, facts),
        ),
        T("Go over them: you can correct any of them before you send it."),
    )
    return sending.resume(case).after(Say(says)).also(*changes, *saved)


def _usable(case: Case, old: Application, person: int) -> dict[str, Answer]:
    """The old answers to questions that this call asks too, or to optional lines, and that are still valid.

    Who is to be written to is everybody's own: the contact data of somebody else are not taken over.
    """
    asked = {question.id for question in form.asked(case.call)} | set(form.OPTIONAL)
    kept = {name: answer for name, answer in old.answers.items() if name in asked and _valid(name, answer.value)}
    kept = {name: one for name, one in kept.items() if name not in form.CONTACT or one.person == person}
    return {name: answer for name, answer in kept.items() if form.applies(form.QUESTIONS[name], kept)}


def _valid(name: str, value: Json) -> bool:
    kind = form.QUESTIONS[name].kind
    if isinstance(kind, Choice):
        return value in kind.ids()
    if isinstance(kind, Checklist):
        return isinstance(value, list) and set(value) <= set(kind.ids()) and kind.complete(value) is None
    return isinstance(value, str) and not isinstance(kind.read(value), Refused)
