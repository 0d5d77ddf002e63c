"""What an intake dialogue looks up in its facts, with the checks that every step repeats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.protocol.facts import Answer, Application, Call, Json, Person, Role, Seat, Status
from conversations.protocol.incoming import Incoming
from conversations.protocol.scenes import (
    AnsweringData,
    Asking,
    Authorising,
    Committing,
    ConfirmingChange,
    Invited,
    PickingAnswer,
    ReadingNotice,
    Reviewing,
    Scene,
    Sending,
    Withdrawing,
)
from conversations.protocol.wants import Calls, DataRequestOf, Facts, Me, MyApplications
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import deadlines, states
from conversations.rules.roles import Action, may

MINUTES_A_QUESTION = 0.8
STANDING = frozenset(Status) - {Status.DRAFT, Status.WITHDRAWN}
"""The states of an application that was sent and not taken back."""


@dataclass(frozen=True, slots=True)
class Case:
    """An application that this person may work on, with its call. A draft that has no answer yet is `fresh`.

    In the `minimal` mode its texts are in an e-mail, and only choices are noted.
    """

    person: Person
    call: Call
    application: Application
    fresh: bool = False
    minimal: bool = False

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers so far."""
        return self.application.answers

    @property
    def council(self) -> Council:
        """The body's name as a word."""
        return Council(self.application.body_name)


def case_of(facts: Facts, application: str) -> Case | None:
    """The case with that id, if the person may work on it: a guessed or inherited id finds nothing (R49)."""
    call_id, _, rest = application.partition(".")
    body = rest.partition(".")[0]
    seat = next((seat for seat in facts[Me()].contact_seats() if seat.body == body), None)
    call = next((call for call in facts[Calls()] if call.id == call_id), None)
    if seat is None or call is None or not may(facts[Me()], Action.APPLY, body):
        return None
    stored = next((one for one in facts[MyApplications()] if one.id == application), None)
    empty = Application(application, call.id, body, seat.body_name)
    return Case(facts[Me()], call, stored or empty, fresh=stored is None)


def case_for(facts: Facts, seat: Seat, call: Call) -> Case:
    """The newest application of a body to a call, or a new one."""
    mine = [one for one in facts[MyApplications()] if one.call == call.id and one.body == seat.body]
    if mine:
        return Case(facts[Me()], call, mine[-1])
    empty = Application(f"{call.id}.{seat.body}.1", call.id, seat.body or "", seat.body_name)
    return Case(facts[Me()], call, empty, fresh=True)


_OF_A_CONTACT = (
    Asking,
    ConfirmingChange,
    Reviewing,
    PickingAnswer,
    Committing,
    Authorising,
    Sending,
    Withdrawing,
)


def left(scene: Scene, facts: Facts) -> str | None:
    """The body of a dialogue that is no longer this person's, who has stopped being its contact meanwhile (N21)."""
    match scene:
        case Invited(body=body) | ReadingNotice(then=("apply" | "reuse"), body=body):
            gone = seat_at(facts[Me()], body) is None
        case AnsweringData(request=key):
            request = facts[DataRequestOf(key)]
            body = request.body if request else ""
            gone = seat_at(facts[Me()], body) is None
        case _ if isinstance(scene, _OF_A_CONTACT):
            body = scene.application.partition(".")[2].partition(".")[0]
            gone = case_of(facts, scene.application) is None
        case _:
            return None
    return body if gone else None


def no_longer(body: str, facts: Facts) -> Words:
    """What somebody reads who goes on with the application of a body without being its contact any more."""
    council = Council(facts.house.finder.name(body))
    return lines(
        T("You are no longer a contact of {council}, and this has not been saved.", council=council),
        T("What you wrote before stays in the application. If it is a mistake, write to the technical office."),
    )


def seat_at(person: Person, body: str) -> Seat | None:
    """The person's seat as contact of a body."""
    return next((seat for seat in person.seats if seat.role is Role.CONTACT and seat.body == body), None)


def moment(did: Incoming, facts: Facts) -> datetime:
    """When something was done (UTC): by Telegram's clock for what was typed, so that our downtime makes nobody late."""
    return did.at or facts.now


def is_open(case: Case, did: Incoming, facts: Facts) -> bool:
    """Whether the application may still be written, sent, corrected or withdrawn at this moment.

    One that the commission has decided may not, whatever the calendar says.
    """
    return case.application.status in states.UNDECIDED and deadlines.takes_applications(case.call, moment(did, facts))


def may_correct(case: Case, question: Question, did: Incoming, facts: Facts) -> bool:
    """Whether this answer may be corrected now. Contact data of a sent application always: people change (N21)."""
    return is_open(case, did, facts) or (submitted(case) and question.id in form.CONTACT)


def ends(call: Call, at: datetime) -> Words:
    """Until when, said as people say it: today, tomorrow, or the day with "inclòs"."""
    day = deadlines.today(at)
    if day == call.deadline:
        return T("until today, {deadline}, at 23:59", deadline=call.deadline)
    if day + timedelta(days=1) == call.deadline:
        return T("until tomorrow, {deadline}, inclusive", deadline=call.deadline)
    return T("until {deadline}, inclusive", deadline=call.deadline)


def ended(call: Call, at: datetime) -> Words:
    """When the call closed, said as people say it: yesterday, or the day."""
    if deadlines.today(at) == call.deadline + timedelta(days=1):
        return T("yesterday, {deadline}", deadline=call.deadline)
    return T("on {deadline}", deadline=call.deadline)


def place(case: Case) -> Words:
    """Where a draft stands: at which question, or that only sending is left."""
    return progress(case.call, case.council, case.answers)


def progress(call: Call, council: Council, answered: Collection[str]) -> Words:
    """Where a draft with these answers stands."""
    missing = form.to_go_on(call, answered)
    if not missing:
        return T("The application of {council} has all its answers and has not been sent yet.", council=council)
    return T(
        "The application of {council} is at question {number} of {total}. About {n} minute is left.",
        "The application of {council} is at question {number} of {total}. About {n} minutes are left.",
        council=council,
        number=form.number(call, missing[0]),
        total=len(call.questions),
        n=max(1, round(len(missing) * MINUTES_A_QUESTION)),
    )


def submitted(case: Case) -> bool:
    """Whether the application has been sent and stands."""
    return case.application.status in STANDING


def drafted(case: Case) -> bool:
    """Whether the application has never been sent."""
    return case.application.status is Status.DRAFT


def with_answer(case: Case, question: str, value: Json, did: Incoming, facts: Facts, message: int) -> Case:
    """The case as it will be once the answer is stored."""
    answer = Answer(value, message, did.person, moment(did, facts))
    version = case.application.version + (1 if submitted(case) else 0)
    changed = replace(case.application, answers={**case.answers, question: answer}, version=version)
    return replace(case, application=changed, fresh=False)


def without_answers(case: Case, questions: Collection[str]) -> Case:
    """The case as it will be once these answers are dropped."""
    left = {name: answer for name, answer in case.answers.items() if name not in questions}
    return replace(case, application=replace(case.application, answers=left))


def too_long(count: int, limit: int) -> T:
    """A text over its limit: how long it is and how long it may be; nothing of it was taken."""
    return T(
        "It has {count} characters and the limit is {limit}. Shorten it, please; nothing has been saved or cut.",
        count=count,
        limit=limit,
    )
