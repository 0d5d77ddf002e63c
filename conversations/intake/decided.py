"""What a council reads of a decision it was told of: the state, what it can do, and the buttons of its message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from conversations import minimal
from conversations.intake.known import Case
from conversations.protocol.assessment import Decision, Told
from conversations.protocol.facts import Call, Status
from conversations.protocol.replies import Button, Keyboard, column
from conversations.protocol.wants import Facts, MyApplications, MyRulings
from conversations.protocol.words import Minutes, T, Verbatim, Words
from conversations.rules import states
from conversations.rules.decisions import STATUS

_HELP = Button(T("I have a question"), "help", standing=True)


def awaits_rulings(facts: Facts) -> bool:
    """Whether something may have been decided about the person's applications, so that MyRulings is wanted."""
    silent = states.UNDECIDED - {Status.ADMITTED, Status.WITHDRAWN}
    return any(one.status not in silent for one in facts[MyApplications()])


def rulings(facts: Facts) -> Mapping[str, Told]:
    """The last decision that each of the person's councils was told of, by application."""
    return facts[MyRulings()] if awaits_rulings(facts) else {}


def told(case: Case, facts: Facts) -> Told | None:
    """The last decision that the council of an application was told of, if there is one."""
    found = rulings(facts).get(case.application.id)
    return without_reason(found) if found is not None and facts.house.minimal else found


def without_reason(known: Told) -> Told:
    """What a council was told of, where the reason goes by e-mail."""
    decision = replace(known.ruling.decision, reason="")
    return replace(known, ruling=replace(known.ruling, decision=decision))


def status(case: Case, known: Told | None) -> Status:
    """The state of an application as far as its council knows: what is decided in silence is not known yet.

    That goes for a decision that takes the place of one it was told of, and for one that is taken back.
    """
    own = case.application.status
    if own not in states.DECIDED and not (own is Status.ADMITTED and known is not None):
        return own
    return STATUS[known.ruling.decision.outcome] if known is not None else Status.ADMITTED


def granted(call: Call, decision: Decision) -> Words:
    """What was granted: the service, the hours and until when."""
    said = _SERVICE[decision.service or ""] if decision.service in _SERVICE else Verbatim(decision.service or "")
    return T("{service}, {hours}, until {day}.", service=said, hours=Minutes(decision.minutes), day=call.sessions_to)


_SERVICE: Mapping[str, T] = {"mentoring": T("Mentoring"), "advice": T("Advice")}


def says(case: Case, known: Told | None) -> tuple[Words, ...]:
    """What a council can know and do about what was decided, after the line that names the state."""
    decision = known.ruling.decision if known is not None else None
    match status(case, known):
        case Status.GRANTED if known is not None and decision is not None:
            day = known.ruling.answer_by
            until = T("Confirm until <b>{day}</b>, inclusive, that you can take part.", day=day) if day else None
            return tuple(one for one in (granted(case.call, decision), until) if one is not None)
        case Status.WAITING_LIST if known is not None and known.place is not None:
            return (T("You are in place {place}. If hours come back, you will be told here.", place=known.place),)
        case Status.REFUSED | Status.DEFERRED if decision is not None:
            reason = T("Reason: {reason}", reason=decision.reason) if decision.reason else minimal.REASON
            return (reason, *_following(case.call))
        case Status.ACCEPTED if decision is not None:
            return (granted(case.call, decision), whats_next(decision))
        case Status.WITHDRAWN if known is not None:
            return (T("You have left the waiting list. If you are interested again, you can go to the end of it."),)
        case Status.RENOUNCED:
            return (T("If you are interested again, you can go to the end of the waiting list."),)
        case _:
            return ()


def whats_next(decision: Decision) -> Words:
    """What happens once a council has confirmed (R43)."""
    if decision.service == "mentoring":
        return T("The technical office will put you in touch with the council that will go with you.")
    return T("The technical office will put you in touch with whoever will advise you.")


def _following(call: Call) -> tuple[Words, ...]:
    return (Verbatim(call.following),) if call.following else ()


def buttons(application: str, state: Status) -> Keyboard:
    """What a council can do about what was decided: under the message that tells it, and wherever it is shown."""
    paper = Button(T("Send me the PDF"), f"decision.{application}", standing=True)
    renounce = Button(T("Renounce it"), f"renounce.{application}", standing=True)
    match state:
        case Status.GRANTED:
            return column(Button(T("Confirm it"), f"takepart.{application}", standing=True), renounce, _HELP, paper)
        case Status.ACCEPTED:
            return column(renounce, _HELP, paper)
        case Status.REFUSED:
            keep = Button(T("Save them for the next one"), f"keepanswers.{application}", standing=True)
            no = Button(T("No, thank you"), f"nothanks.{application}", standing=True)
            return column(keep, _HELP, no, paper)
        case Status.DEFERRED:
            return column(Button(T("Tell me when it opens"), "tell", standing=True), _HELP, paper)
        case Status.RENOUNCED | Status.WITHDRAWN:
            return column(Button(T("We are interested again"), f"waitagain.{application}", standing=True), _HELP)
        case Status.WAITING_LIST:
            leave = Button(T("Leave the waiting list"), f"leavelist.{application}", standing=True)
            return column(_HELP, leave, paper)
        case _:
            return ()
