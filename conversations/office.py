"""The office in the chat: who gets in, invitations, and answers to questions."""

from __future__ import annotations

from conversations import menus, onboarding
from conversations.intake.known import ends
from conversations.mentoring import describing
from conversations.protocol.changes import AnswerHelp, DecideAccess, Invite
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, QrPicture, Reply, Say, column
from conversations.protocol.scenes import AnsweringHelp, ChoosingBody, ChoosingRole, FindingBody, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import AccessRequestOf, Calls, Facts, HelpRequestOf, Holders, Me
from conversations.protocol.words import Council, StartLink, T, Verbatim, lines
from conversations.rules import deadlines
from conversations.rules.pseudonyms import is_pseudonym
from conversations.rules.roles import Action, may
from conversations.rules.tokens import DAYS, digest

_ERASED = T("Whoever asked for this has had their data erased. There is nothing left to do.")


def _number(key: str) -> bool:
    """Whether that can be the number of a request: a guessed button may name anything."""
    return key.isascii() and key.isdigit() and len(key) < 19


def decide_access(choice: str, did: Press, facts: Facts) -> Step | None:
    """Lets somebody in as contact of a body, or not; whoever of the office is second hears that it is done."""
    action, _, key = choice.partition(".")
    if not may(facts[Me()], Action.DECIDE_ACCESS) or not _number(key):
        return None
    request = facts[AccessRequestOf(int(key))]
    if request is None:
        return None
    council = Council(request.body_name)
    if is_pseudonym(request.person):
        return Step(None, (Edit(message=did.message), Say(_ERASED)))
    if request.decided is not None:
        done = T("already given") if request.decided else T("already refused")
        says = T("The access of {name} for {council} was {done}.", name=request.name, council=council, done=done)
        return Step(None, (Edit(message=did.message), Say(says)))
    granted = action == "grant"
    if granted:
        office = T("<b>Access given</b>: {name}, {council}.", name=request.name, council=council)
        call = deadlines.current(facts[Calls()], facts.now)
        confirmed = lines(
            T("The technical office has confirmed that you can act for {council}.", council=council),
            T("You have time <b>{until}</b>.", until=ends(call, facts.now)) if call else None,
        )
        rows = column(Button(T("Begin"), f"go.{request.body}", standing=True))
        told: tuple[Reply, ...] = (menus.menu({Role.CONTACT}, request.person), Say(confirmed, rows, to=request.person))
    else:
        office = T("<b>Access refused</b>: {name}, {council}.", name=request.name, council=council)
        says = T(
            "The technical office cannot give you access for {council}. If you think it is a mistake, write to "
            "{address}.",
            council=council,
            address=facts.house.controller.address,
        )
        ask = column(Button(T("Write to the technical office"), "help", standing=True))
        told = (Say(says, ask, to=request.person),)
    decided = DecideAccess(request.id, request.person, request.body, request.body_name, granted)
    return Step(None, (Edit(office, message=did.message), *told), (decided,))


def answer_help(choice: str, did: Press, facts: Facts) -> Step | None:
    """Opens the answer to a question."""
    key = choice.partition(".")[2]
    if not may(facts[Me()], Action.ANSWER_HELP) or not _number(key):
        return None
    request = facts[HelpRequestOf(int(key))]
    if request is None:
        return None
    if is_pseudonym(request.person):
        return Step(None, (Edit(message=did.message), Say(_ERASED)))
    already = T("Somebody has already answered it; you can add to it.") if request.answered else None
    says = lines(already, T("Write the answer for {name}. It will arrive as you write it.", name=request.name))
    return Step(AnsweringHelp(request.id), (Say(says, column(Button(T("Leave it"), "leave"))),))


def write_answer(scene: AnsweringHelp, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Sends the answer to whoever asked."""
    request = facts[HelpRequestOf(scene.request)]
    if request is None or not may(facts[Me()], Action.ANSWER_HELP):
        return None
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (Edit(turn=turn), Say(T("Left. The question still waits for an answer."))))
    if is_pseudonym(request.person):
        return Step(Idle(), (Edit(turn=turn), Say(_ERASED)))
    if not isinstance(did, Text):
        return None
    answer = lines(
        T("<b>The technical office answers you</b>"),
        T("You asked: {question}", question=request.text),
        Verbatim(did.text),
    )
    back = T("Go on with the application") if request.place else T("Show me where I was")
    rows = column(Button(back, "home", standing=True))
    told = Say(answer, rows, to=request.person)
    return Step(
        Idle(),
        (Edit(turn=turn), Say(T("Sent to {name}.", name=request.name)), told),
        (AnswerHelp(request.id, did.text),),
    )


def invite(facts: Facts) -> Step | None:
    """Begins an invitation."""
    if not may(facts[Me()], Action.INVITE):
        return None
    rows = column(
        Button(T("Contact of a council"), "role.contact"),
        Button(T("Mentor or adviser"), "role.mentor"),
        Button(T("Technical commission"), "role.commission"),
        Button(T("Technical office"), "role.office"),
    )
    return Step(ChoosingRole(), (Say(T("Whom do you want to invite?"), rows),))


def choose_role(did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The role of the invitation; the office needs no council."""
    action, _, role = did.choice.partition(".") if isinstance(did, Press) else ("", "", "")
    if action != "role" or role not in set(Role) or not may(facts[Me()], Action.INVITE):
        return None
    if role == Role.MENTOR:
        step = describing.begin(facts)
        return None if step is None else step.after(Edit(turn=turn))
    if role == Role.OFFICE:
        return _link(Role.OFFICE, None, "", facts).after(Edit(turn=turn))
    return Step(FindingBody("invite", role), (Edit(turn=turn), Say(T("From which council? Write its name."))))


def choose_body(scene: ChoosingBody, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The council of the invitation."""
    if isinstance(did, Press) and may(facts[Me()], Action.INVITE):
        action, _, code = did.choice.partition(".")
        if action == "body" and code in scene.codes:
            return _link(Role(scene.role), code, facts.house.finder.name(code), facts).after(
                Edit(turn=turn), *_already(Role(scene.role), code, facts)
            )
    return onboarding.choose(scene, did, facts, turn)


def _already(role: Role, code: str, facts: Facts) -> tuple[Reply, ...]:
    """Says that a body has a contact already, before another one is invited: it may be that one who leaves."""
    if role is not Role.CONTACT or not facts[Holders(code)]:
        return ()
    says = lines(
        T("{council} has a contact already.", council=Council(facts.house.finder.name(code))),
        T("With another one both can go on with the application. If somebody leaves, change the contact instead."),
    )
    return (Say(says, column(Button(T("Change the contact"), f"handover.{code}", standing=True))),)


def _link(role: Role, body: str | None, name: str, facts: Facts) -> Step:
    token = facts.token
    about = T("{role} of {council}", role=menus.ROLE[role], council=Council(name)) if body else menus.ROLE[role]
    says = lines(
        T("Invitation: {about}.", about=about),
        T("{link}", link=StartLink(token)),
        T("It serves for one person and {n} days. Send the link or show the code.", n=DAYS),
    )
    change = Invite(digest(token), role, body, name)
    picture = QrPicture("invitacio.png", token)
    return Step(Idle(), (Say(says, document=picture),), (change,))
