"""The first screen of an application, the privacy notice before any personal datum, and "not this time"."""

from __future__ import annotations

from conversations import menus, minimal
from conversations.forms import application as form
from conversations.intake import reuse, sending, sheets, standing, summary
from conversations.intake.asking import ask
from conversations.intake.known import Case, case_for, ends, is_open, moment, place, seat_at, submitted
from conversations.protocol.changes import LeaveSeat, ReadNotice, SkipCall
from conversations.protocol.facts import Call, Role, Seat, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import FindingBody, Idle, Invited, ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Contacts, Facts, Me, MySkips, Office
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import deadlines

NOTICE = "2020-04"
"""The version of the privacy notice; a new one is shown again to everybody."""

MINUTES = 10


def first_name(name: str) -> str:
    """How to greet somebody: the first word of the name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def start(seat: Seat, did: Incoming, facts: Facts) -> Step:
    """What a contact sees first: where the council's application stands and what can be done."""
    at = moment(did, facts)
    call = deadlines.latest(facts[Calls()], at)
    council = Council(seat.body_name)
    if call is None:
        says = T(
            "Hello, {name}. No call is open for {council} yet. We will tell you when one opens.",
            name=first_name(did.name),
            council=council,
        )
        return Step(Idle(), (Say(says, summary.closed_buttons()),))
    case = case_for(facts, seat, call)
    if not is_open(case, did, facts):
        return standing.closed(case, at, facts)
    if submitted(case) or case.application.status is Status.WITHDRAWN:
        return standing.card(case, at, facts)
    if facts.house.minimal:
        return minimal.first_screen(seat, first_name(did.name), ends(call, at), facts)
    if not case.fresh:
        again = facts[Me()].notice is not None
        hello = (
            T("Hello again, {name}. {place}", name=first_name(did.name), place=place(case))
            if again
            else T("Hello, {name}. {place}", name=first_name(did.name), place=place(case))
        )
        rows = column(
            Button(T("Continue"), f"go.{seat.body}", standing=True),
            Button(T("Show me what I have written"), f"show.{seat.body}", standing=True),
        )
        return Step(Idle(), (Say(hello, rows),))
    return _invite(seat, call, did, facts)


def _invite(seat: Seat, call: Call, did: Incoming, facts: Facts) -> Step:
    says = lines(
        T(
            "Hello, {name}. Here you can ask for mentoring or advice from the XMESS for {council}.",
            name=first_name(did.name),
            council=Council(seat.body_name),
        ),
        T("You have time <b>{until}</b>.", until=ends(call, moment(did, facts))),
        T(
            "There are {n} questions and it takes about {minutes} minutes. You can stop whenever you like: "
            "all is saved.",
            n=len(call.questions),
            minutes=MINUTES,
        ),
    )
    rows = column(
        Button(T("Begin"), "begin"),
        Button(T("Show me all the questions"), "all"),
        Button(T("Not this time"), "notnow"),
        Button(T("I am not from {council}", council=Council(seat.body_name)), "notmine"),
    )
    if reuse.earlier(case_for(facts, seat, call), facts) is not None:
        rows = (rows[0], (Button(T("Begin with the answers from before"), "reuse"),), *rows[1:])
    return Step(Invited(seat.body or ""), (Say(says, rows),))


def handle(scene: Invited, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The buttons of the first screen."""
    seat = seat_at(facts[Me()], scene.body)
    if seat is None or not isinstance(did, Press):
        return None
    call = deadlines.current(facts[Calls()], moment(did, facts))
    if call is None:
        return start(seat, did, facts)
    bare = Edit(turn=turn)
    match did.choice:
        case "begin":
            return begin(seat, call, did, facts).after(bare)
        case "reuse":
            return begin(seat, call, did, facts, reusing=True).after(bare)
        case "all":
            says = T("Here they are, to prepare the answers with the team or at the computer.")
            rows = column(Button(T("Begin"), "begin"))
            return Step(scene, (bare, Say(says, rows, document=sheets.questions(call))))
        case "notnow":
            return _not_now(seat, call, did, facts).after(bare)
        case "notmine":
            return _not_mine(seat, did, facts).after(bare)
        case _:
            return None


def begin(seat: Seat, call: Call, did: Incoming, facts: Facts, *, reusing: bool = False) -> Step:
    """The first question, after the privacy notice if this person has not read the one in force.

    When `reusing`, the answers to an earlier call are copied first.
    """
    if facts[Me()].notice != NOTICE:
        return notice("reuse" if reusing else "apply", seat.body or "", facts)
    case = case_for(facts, seat, call)
    step = reuse.begin(case, did, facts) if reusing else sending.resume(case)
    return step.also(SkipCall(call.id, seat.body or "", False)) if _skipped(seat, call, facts) else step


def _skipped(seat: Seat, call: Call, facts: Facts) -> bool:
    return (call.id, seat.body) in facts[MySkips()]


def notice(then: str, body: str, facts: Facts) -> Step:
    """The first layer of the privacy notice (R50, R53)."""
    rows = column(Button(T("I have read it, continue"), "read"), Button(T("Show me all the information"), "layer2"))
    return Step(ReadingNotice(then, body), (Say(_first_layer(facts), rows),))


def _first_layer(facts: Facts) -> Words:
    controller = facts.house.controller
    return lines(
        T("Before we begin: what is done with your data."),
        T(
            "{controller} handles them to manage this application. The technical office, the technical commission and, "
            "if the service is granted, whoever offers it to you will see them. You can consult, correct or erase them "
            "whenever you like.",
            controller=controller.name,
        ),
        T(
            "Telegram is an outside service. If you prefer not to use it, write to {address}: the application is worth "
            "just the same.",
            address=controller.address,
        ),
        T("<i>These details of the controller are an example.</i>") if controller.example else None,
    )


def second_layer(facts: Facts) -> Words:
    """All the information on data protection for who applies (R50)."""
    return information(
        T("<b>Purpose</b>: to manage your application and to follow the sessions."),
        T("<b>Who sees them</b>: the technical office, the technical commission and whoever offers you the service."),
        facts,
    )


def information(purpose: T, readers: T, facts: Facts) -> Words:
    """All the information on data protection: the whole of it for one purpose and those who read the data (R50)."""
    controller = facts.house.controller
    return lines(
        T("<b>Controller</b>: {controller}.", controller=controller.name),
        purpose,
        T("<b>Legal basis</b>: {basis}.", basis=controller.legal_basis),
        readers,
        T("<b>Telegram</b>: an outside service; chats with bots are not encrypted end to end."),
        T("<b>Decisions</b>: people take them; the bot decides nothing."),
        T(
            "<b>Rights</b>: access, rectification, erasure, objection, restriction and portability, writing to "
            "{address}. You can also complain to the Catalan data protection authority.",
            address=controller.address,
        ),
        T("<i>These details of the controller are an example.</i>") if controller.example else None,
    )


def read_notice(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The notice was read, for an application; what comes after a request for access is of the onboarding."""
    if not isinstance(did, Press):
        return None
    if did.choice == "layer2":
        rows = column(Button(T("I have read it, continue"), "read"))
        return Step(scene, (Edit(turn=turn), Say(second_layer(facts), rows)))
    seat = seat_at(facts[Me()], scene.body)
    call = deadlines.current(facts[Calls()], moment(did, facts))
    if did.choice != "read" or seat is None:
        return None
    read = ReadNotice(NOTICE, did.name)
    said: Reply = Edit(turn=turn)
    if call is None:
        return start(seat, did, facts).after(said).also(read)
    case = case_for(facts, seat, call)
    skipped = (SkipCall(call.id, seat.body or "", False),) if _skipped(seat, call, facts) else ()
    step = reuse.begin(case, did, facts) if scene.then == "reuse" else sending.resume(case)
    return step.after(said, *_introduce(case, did, facts)).also(read, *skipped)


def _introduce(case: Case, did: Incoming, facts: Facts) -> tuple[Reply, ...]:
    """The draft is the council's: whoever joins is told that it has begun, and the other contacts who joined."""
    begun = T("Somebody else of your council has begun the application. You go on together: answers are for both.")
    others = [one for one in facts[Contacts(case.application.body)] if one != did.person]
    joins = T("{name} works on the application of {council} too.", name=did.name, council=case.council)
    shared = T("It is the same one: what each of you answers is saved for both.")
    by_others = any(answer.person != did.person for answer in case.answers.values())
    told = tuple(Say(lines(joins, shared), to=one) for one in others)
    return (Say(begun), *told) if by_others else told


def _not_now(seat: Seat, call: Call, did: Incoming, facts: Facts) -> Step:
    says = lines(
        T(
            "Understood: {council} does not apply this time, and you will get no more reminders of this call.",
            council=Council(seat.body_name),
        ),
        T("If you change your mind, you can apply {until}.", until=ends(call, moment(did, facts))),
    )
    office = T("{council} does not apply to the {call}.", council=Council(seat.body_name), call=call.name)
    told = tuple(Say(office, to=one, silent=True) for one in facts[Office()] if one != did.person)
    rows = column(Button(T("I have changed my mind"), f"go.{seat.body}", standing=True))
    return Step(Idle(), (Say(says, rows), *told), (SkipCall(call.id, seat.body or "", True),))


def _not_mine(seat: Seat, did: Incoming, facts: Facts) -> Step:
    says = lines(
        T(
            "Thank you for saying so. You no longer act for {council}, and the technical office knows it.",
            council=Council(seat.body_name),
        ),
        T("To apply for another council, write its name."),
    )
    office = T(
        "The invitation of {council} reached somebody who is not from there. It needs another contact.",
        council=Council(seat.body_name),
    )
    told = tuple(Say(office, to=one) for one in facts[Office()] if one != did.person)
    left = {other.role for other in facts[Me()].seats if other != seat}
    return Step(FindingBody(), (menus.menu(left), Say(says), *told), (LeaveSeat(Role.CONTACT, seat.body or ""),))


def press(choice: str, did: Incoming, facts: Facts) -> Step | None:
    """Buttons that stay valid beyond their turn: they name the body, and the facts decide what they still do."""
    action, _, rest = choice.partition(".")
    body, _, name = rest.partition(".")
    seat = seat_at(facts[Me()], body)
    if seat is None:
        return None
    at = moment(did, facts)
    call = deadlines.latest(facts[Calls()], at)
    if call is None:
        return start(seat, did, facts)
    case = case_for(facts, seat, call)
    writes = deadlines.takes_applications(call, at) or action == "fix"
    if action != "notnow" and facts[Me()].notice != NOTICE and writes:
        return notice("apply", body, facts)
    if action in ("show", "pdf") and submitted(case):
        return sending.receipt_again(case) if action == "pdf" else standing.shown(case, at, facts)
    if action == "fix" and name in form.CONTACT and submitted(case):
        return ask(case, form.QUESTIONS[name], correcting=True, reminding=True)
    if not is_open(case, did, facts):
        return standing.closed(case, at, facts)
    match action:
        case "go" if submitted(case) or case.application.status is Status.WITHDRAWN:
            return summary.show(case)
        case "go":
            return begin(seat, call, did, facts)
        case "show":
            return summary.show(case)
        case "pick" if submitted(case):
            return summary.pick(case)
        case "fix" if name in form.QUESTIONS and not case.fresh:
            return ask(case, form.QUESTIONS[name], correcting=True, reminding=True)
        case "notnow" if case.fresh:
            return _not_now(seat, call, did, facts)
        case "withdraw" if submitted(case):
            return sending.ask_withdraw(case)
        case "resubmit" if case.application.status is Status.WITHDRAWN:
            return sending.resubmit(case, did, facts)
        case _:
            return start(seat, did, facts)
