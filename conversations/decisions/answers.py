"""What a council answers to its decision: it confirms, renounces, or says yes when its hours were released (N14)."""

from __future__ import annotations

from dataclasses import replace

from conversations.decisions import promoting
from conversations.decisions.board import Board, board
from conversations.intake import decided
from conversations.intake.known import Case
from conversations.protocol.assessment import Decision, Outcome, Ruling, Told
from conversations.protocol.changes import AskToBeTold, JoinWaitingList, KeepAnswers, MoveApplication
from conversations.protocol.facts import Application, Role, Status
from conversations.protocol.incoming import Happened, Incoming, Press
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Idle, Renouncing
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import bags, waiting
from conversations.rules.roles import Action, may

_MAY_RENOUNCE = (Status.GRANTED, Status.ACCEPTED, Status.ASSIGNED)


def of(application: str, facts: Facts) -> tuple[Board, Application, Told] | None:
    """The board and the application that a contact answers for, if something was decided that its council knows."""
    call, _, rest = application.partition(".")
    if not may(facts[Me()], Action.ANSWER_GRANT, rest.partition(".")[0]):
        return None
    known = decided.rulings(facts).get(application)
    if known is None:
        return None
    known = decided.without_reason(known) if facts.house.minimal else known
    found = board(facts, call)
    own = found.proceedings.applications.get(application) if found is not None else None
    return (found, own, known) if found is not None and own is not None else None


def case_of(at: Board, application: Application) -> Case:
    """The application as its contact sees it."""
    return Case(at.me, at.call, application)


def card(at: Board, application: Application, known: Told, *first: Words) -> Say:
    """Where an application stands, in the words of the council, with what it can do."""
    case = case_of(at, application)
    state = decided.status(case, known)
    return Say(lines(*first, *decided.says(case, known)), decided.buttons(application.id, state))


def accept(application: str, did: Press, facts: Facts) -> Step | None:
    """The council confirms. After its hours were released that is a late yes: it goes to the end of the list."""
    found = of(application, facts)
    if found is None:
        return None
    at, own, known = found
    bare = Edit(message=did.message)
    match decided.status(case_of(at, own), known):
        case Status.GRANTED:
            return _accepted(at, own, known.ruling.decision, did).after(bare)
        case Status.ACCEPTED:
            done = T("It is confirmed already. You need not do anything else.")
            return Step(None, (bare, card(at, own, known, done)))
        case Status.RENOUNCED:
            return _late_yes(at, own, known.ruling.decision, did).after(bare)
        case Status.WAITING_LIST:
            return Step(None, (bare, card(at, own, known, T("You are on the waiting list already."))))
        case _:
            return Step(None, (bare, card(at, own, known, T("This can no longer be confirmed."))))


def _accepted(at: Board, own: Application, decision: Decision, did: Happened) -> Step:
    council = Council(own.body_name)
    confirmed = lines(
        T("<b>Confirmed.</b> {what}", what=decided.granted(at.call, decision)),
        decided.whats_next(decision),
    )
    told = tell(
        at,
        own,
        T("{name} has confirmed that {council} takes part.", name=who(at, did), council=council),
        T("<b>{number}</b> · {council}: confirmed.", number=own.number or "", council=council),
    )
    rows = decided.buttons(own.id, Status.ACCEPTED)
    return Step(
        None, (Say(_of_which(at, own, confirmed), rows), *told), (MoveApplication(own.id, Status.ACCEPTED, own.status),)
    )


def _of_which(at: Board, own: Application, says: Words) -> Words:
    """What a contact of several councils reads: first, which one it is about."""
    if len({seat.body for seat in at.me.contact_seats()}) < 2:
        return says
    return lines(T("<b>{council}</b>", council=Council(own.body_name)), says)


def who(at: Board, did: Happened) -> str:
    """How the others read who answered."""
    return at.me.name or did.name


def tell(at: Board, own: Application, contacts: Words, office: Words, *, loud: bool = False) -> tuple[Reply, ...]:
    """Tells the other contacts of the council, and the office (in silence unless something is to be done)."""
    others = (one for one in at.contacts.get(own.body, ()) if one != at.me.id)
    offices = at.others(Role.OFFICE)
    return (
        *(Say(contacts, to=one) for one in others),
        *(Say(office, to=one, silent=not loud) for one in offices),
    )


def renounce(application: str, did: Press, facts: Facts) -> Step | None:
    """Asks before hours are given back: it cannot be undone."""
    found = of(application, facts)
    if found is None:
        return None
    at, own, known = found
    if decided.status(case_of(at, own), known) not in _MAY_RENOUNCE:
        gone = T("There is nothing to renounce any more.")
        return Step(None, (Edit(message=did.message), card(at, own, known, gone)))
    decision = known.ruling.decision
    says = lines(
        T("Do you want {council} to renounce this?", council=Council(own.body_name)),
        decided.granted(at.call, decision),
        T("The hours will be for another council, and this cannot be undone."),
    )
    rows = column(Button(T("Yes, we renounce it"), "renounce"), Button(T("No, leave it"), "keep"))
    return Step(Renouncing(application), (Say(says, rows),))


def renouncing(scene: Renouncing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The last word: the hours go back to the bag, and the first of the waiting list is proposed."""
    found = of(scene.application, facts)
    if found is None or not isinstance(did, Press) or did.choice not in ("renounce", "keep"):
        return None
    at, own, known = found
    bare = Edit(turn=turn)
    state = decided.status(case_of(at, own), known)
    if did.choice == "keep":
        return Step(Idle(), (bare, card(at, own, known, T("Nothing has changed."))))
    if state not in _MAY_RENOUNCE:
        return Step(Idle(), (bare, card(at, own, known, T("There is nothing to renounce any more."))))
    council = Council(own.body_name)
    says = lines(
        T("Noted: {council} renounces it, and its hours are for another council.", council=council),
        T("Thank you for saying so."),
    )
    step = released(
        at,
        own,
        tell(
            at,
            own,
            T("{name} has noted that {council} renounces what it was granted.", name=who(at, did), council=council),
            T("<b>{number}</b> · {council}: it renounces its hours.", number=own.number or "", council=council),
        ),
        reason="",
    )
    return Step(Idle(), (bare, Say(says, decided.buttons(own.id, Status.RENOUNCED)), *step.replies), step.changes)


def released(at: Board, own: Application, told: tuple[Reply, ...], reason: str) -> Step:
    """The hours of an application go back to their bag, and somebody is proposed for them."""
    move = bags.release(at.book, own.id, own.body, at.now, note=reason)
    book = bags.after(at.book, move)
    services = dict.fromkeys(entry.service for entry in move.entries)
    proposals = tuple(reply for service in services for reply in promoting.tell(at, service, book))
    change = MoveApplication(own.id, Status.RENOUNCED, own.status, reason, move.entries)
    return Step(None, (*told, *proposals), (change,))


def wait_again(application: str, did: Press, facts: Facts) -> Step | None:
    """A council whose hours were released is interested again."""
    found = of(application, facts)
    if found is None:
        return None
    at, own, known = found
    if decided.status(case_of(at, own), known) not in (Status.RENOUNCED, Status.WITHDRAWN):
        return Step(None, (Edit(message=did.message), card(at, own, known)))
    return _late_yes(at, own, known.ruling.decision, did).after(Edit(message=did.message))


def _late_yes(at: Board, own: Application, decision: Decision, did: Happened) -> Step:
    change, place = joining(at, own, decision)
    council = Council(own.body_name)
    if decision.service == "mentoring":
        where = T("You are on the waiting list for mentoring, in place {place}.", place=place)
    else:
        where = T("You are on the waiting list for advice, in place {place}.", place=place)
    number, released = own.number or "", own.status is Status.RENOUNCED
    late = T("<b>{number}</b> · {council}: a late yes. It is on the waiting list, in place {place}.",
             number=number, council=council, place=place)  # fmt: skip
    back = T("<b>{number}</b> · {council}: it is on the waiting list again, in place {place}.",
             number=number, council=council, place=place)  # fmt: skip
    says = lines(
        T("Your hours had been released and may be for another council by now.") if released else None,
        where,
        T("If hours come back, you will be told here."),
    )
    told = tell(
        at,
        own,
        T("{name} has put {council} on the waiting list, in place {place}.", name=who(at, did), council=council,
          place=place),
        late if released else back,
    )  # fmt: skip
    proposals = proposed_after(at, own, change)
    said = _of_which(at, own, says)
    return Step(None, (Say(said, decided.buttons(own.id, Status.WAITING_LIST)), *told, *proposals), (change,))


def joining(at: Board, own: Application, decision: Decision) -> tuple[JoinWaitingList, int]:
    """The change that puts a council at the end of the list of its service, and the place where it will stand."""
    service = decision.service or ""
    position = waiting.last_position(at.waiting, service)
    joined = Decision(own.id, Outcome.WAITING_LIST, service, position=position, reason=decision.reason)
    place = waiting.standing((*at.waiting, joined), own.id)
    return JoinWaitingList(own.id, service, position, own.status, decision.reason), place or position


def proposed_after(at: Board, own: Application, change: JoinWaitingList) -> tuple[Reply, ...]:
    """If hours are free and nobody waited for them, who has just joined the list is the one to propose."""
    joined = Decision(own.id, Outcome.WAITING_LIST, change.service, position=change.position, reason=change.reason)
    ruling = Ruling(0, joined, at.me.id, at.now, at.now)
    others = tuple(one for one in at.proceedings.rulings if one.decision.application != own.id)
    waits = {**at.proceedings.applications, own.id: replace(own, status=Status.WAITING_LIST)}
    after = replace(at, proceedings=replace(at.proceedings, rulings=(*others, ruling), applications=waits))
    if promoting.first(after, change.service) != ruling:
        return ()
    return promoting.tell(after, change.service, after.book)


def keep_answers(application: str, did: Press, facts: Facts) -> Step | None:
    """The answers stay for the next call, and the person will be told when it opens (R44)."""
    if of(application, facts) is None:
        return None
    says = T("Saved. When the next call opens you will be told here, and you can begin with these answers.")
    return Step(None, (Edit(message=did.message), Say(says)), (KeepAnswers(application, True), AskToBeTold(True)))


def no_thanks(application: str, did: Press, facts: Facts) -> Step | None:
    """The council does not want more of it now."""
    if of(application, facts) is None:
        return None
    says = T("All right. Thank you for having taken part; you can come back whenever you like.")
    return Step(None, (Edit(message=did.message), Say(says)), (KeepAnswers(application, False),))
