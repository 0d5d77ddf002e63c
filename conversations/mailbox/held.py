"""What the office looks up while it enters an e-mail: the application, what is asked next, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.forms import application as form
from conversations.intake.known import Case
from conversations.protocol.facts import Application, Call, Status
from conversations.protocol.wants import ApplicationOf, Calls, Facts, Me
from conversations.protocol.words import T, Words
from conversations.rules.roles import Action, may

OPEN = (Status.DRAFT, Status.SUBMITTED, Status.NEEDS_DATA)
"""The states in which what an e-mail says may still be entered."""

_FIRST, _LAST = ("name",), ("phone",)
"""Lines that Telegram tells or that nobody has to fill in; an e-mail mostly says them in its signature."""


def case_of(key: str, facts: Facts) -> Case | None:
    """An application that came by e-mail, if this person may enter it and it is still open."""
    application = facts[ApplicationOf(key)]
    if application is None or application.channel != "email" or application.status not in OPEN:
        return None
    return case(application, facts) if may(facts[Me()], Action.ENTER_MAIL) else None


def case(application: Application, facts: Facts) -> Case:
    """The application with its call."""
    return Case(facts[Me()], call_of(application, facts), application, minimal=facts.house.minimal)


def call_of(application: Application, facts: Facts) -> Call:
    """The call of an application."""
    return next(call for call in facts[Calls()] if call.id == application.call)


def order(case: Case) -> Iterator[form.Question]:
    """What is asked of an e-mail, in order; a question that depends on another one only where it applies."""
    first, last = ((), ()) if case.minimal else (_FIRST, _LAST)
    yield from (form.QUESTIONS[name] for name in first)
    yield from (one for one in form.asked(case.call) if form.applies(one, case.answers) and _noted(case, one))
    yield from (form.QUESTIONS[name] for name in last)


def _noted(case: Case, question: form.Question) -> bool:
    """Whether what the e-mail says to a question is noted here: in the minimal mode only what is chosen, no text."""
    return not (case.minimal and form.in_own_words(question))


def following(case: Case, question: str | None, *, over: bool = False) -> form.Question | None:
    """The next question without an answer after one (None: from the beginning); with `over`, simply the next one."""
    asked = list(order(case))
    place = next((place for place, one in enumerate(asked, start=1) if one.id == question), 0)
    return next((one for one in asked[place:] if over or one.id not in case.answers), None)


def preceding(case: Case, question: str) -> form.Question | None:
    """The question before one; None at the first."""
    asked = list(order(case))
    place = next((place for place, one in enumerate(asked) if one.id == question), 0)
    return asked[place - 1] if place else None


def lacking(case: Case) -> tuple[Words, ...]:
    """What the e-mail did not say and the call asks for: answers by their names, then the commitments."""
    unsaid = (form.QUESTIONS[name] for name in form.missing(case.call, case.answers))
    missing = [one.label for one in unsaid if _noted(case, one)]
    return (*missing, *((T("The commitments"),) if case.application.committed is None else ()))
