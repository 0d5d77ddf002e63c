"""Who gets in: by an invitation, or by asking the office. Nobody is refused for good by the bot alone (R1–R3, R48)."""

from __future__ import annotations

from dataclasses import replace

from conversations import menus
from conversations.forms import application as form
from conversations.intake import decided, opening
from conversations.protocol.changes import AskAccess, ReadNotice, TryWrongToken, UseInvitation
from conversations.protocol.facts import AccessRequest, Invitation, Membership, Role, Seat, Status
from conversations.protocol.incoming import Command, Incoming, Press, Text
from conversations.protocol.places import Place
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ChoosingBody, FindingBody, Idle, ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import (
    ApplicationsOf,
    Facts,
    InvitationOf,
    Me,
    MyAccessRequest,
    MyApplications,
    MyRulings,
    Office,
    Register,
    RulingsOf,
    WrongTokens,
)
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules import deadlines
from conversations.rules.membership import membership
from conversations.rules.tokens import digest

WRONG_TOKENS_AN_HOUR = 5

_TOO_MANY = T("Too many links that do not work. Wait an hour, or ask the technical office for a new one.")
_ASK = column(Button(T("Write to the technical office"), "help", standing=True))


def open_link(did: Command, facts: Facts) -> Step:
    """Somebody opened an invitation: single use, expiring, and guessing is throttled."""
    if facts[WrongTokens()] >= WRONG_TOKENS_AN_HOUR:
        return Step(
            Idle(),
            (
                Say(
                    T("Too many links that do not work. Wait an hour, or ask the technical office for a new one."), _ASK
                ),
            ),
        )
    invitation = facts[InvitationOf(digest(did.argument))]
    if invitation is None:
        says = T("This link is not valid. Check that it is whole, or ask the technical office for another.")
        return (
            _find(Say(says)).also(TryWrongToken())
            if not facts[Me()].seats
            else Step(None, (Say(says),), (TryWrongToken(),))
        )
    held = any(seat.role is invitation.role and seat.body == invitation.body for seat in facts[Me()].seats)
    if held:
        return _welcome(invitation, did, facts)
    if invitation.used is not None or invitation.expires <= facts.now:
        why = T("has already been used") if invitation.used is not None else T("has expired")
        says = T("This invitation {why}. Ask the technical office for another one.", why=why)
        return Step(None, (Say(says, _ASK),))
    if invitation.body is not None:
        theirs = (*facts[MyApplications()], *facts[ApplicationsOf(invitation.body)])
        told = {**decided.rulings(facts), **facts[RulingsOf(invitation.body)]}
        facts = facts.and_also({MyApplications(): theirs, MyRulings(): told})
    taken = UseInvitation(invitation.digest, invitation.role, invitation.body, invitation.instead_of)
    roles = {seat.role for seat in facts[Me()].seats} | {invitation.role}
    step = _welcome(invitation, did, facts).after(menus.menu(roles)).also(taken)
    followed = (*_contact_data(invitation, facts), *_followed(invitation, did, facts))
    return Step(step.scene, (*step.replies, *followed), step.changes)


def _contact_data(invitation: Invitation, facts: Facts) -> tuple[Say, ...]:
    """In an application that was sent, the contact data are still those of whoever was there before (N21)."""
    sent = facts[ApplicationsOf(invitation.body)] if invitation.instead_of is not None and invitation.body else ()
    if not sent or sent[-1].status in (Status.DRAFT, Status.WITHDRAWN):
        return ()
    says = T("The contact data of the application are still those from before. Put yours.")
    rows = column(
        *(
            Button(form.QUESTIONS[name].label, f"fix.{invitation.body}.{name}", standing=True)
            for name in ("name", "position", "email")
        )
    )
    return (Say(says, rows),)


def _followed(invitation: Invitation, did: Incoming, facts: Facts) -> tuple[Say, ...]:
    """The office hears that a handover is complete: somebody goes on with the application (N21)."""
    if invitation.instead_of is None:
        return ()
    says = T(
        "<b>{council} has its new contact</b>: the invitation has been opened and the application can go on.",
        council=Council(invitation.body_name),
    )
    return tuple(Say(says, to=one, silent=True) for one in facts[Office()] if one != did.person)


def _welcome(invitation: Invitation, did: Incoming, facts: Facts) -> Step:
    if invitation.role is Role.CONTACT:
        return opening.start(Seat(Role.CONTACT, invitation.body, invitation.body_name), did, facts)
    says = T(
        "Hello, {name}. You now have access as {role}. With /inici you will see what you can do.",
        name=opening.first_name(did.name),
        role=menus.ROLE[invitation.role],
    )
    go_on = Button(T("Continue"), "mentoring", standing=True) if invitation.role is Role.MENTOR else None
    return Step(Idle(), (Say(says, column(go_on)),))


def hello(did: Incoming, facts: Facts) -> Step:
    """Somebody without a role: who the bot is for, and which council they come from."""
    waiting = facts[MyAccessRequest()]
    if waiting is not None and waiting.decided is None:
        has_it = T(
            "Your request for {council} is with the technical office. We will tell you as soon as it answers.",
            council=Council(waiting.body_name),
        )
        rows = column(Button(T("Look for another council"), "search", standing=True))
        return Step(Idle(), (Say(has_it, rows),))
    says = lines(
        T(
            "Hello, {name}. This bot is for the councils of the XMESS, the network of municipalities for the social "
            "and solidarity economy.",
            name=opening.first_name(did.name),
        ),
        T("With it they ask for mentoring and advice."),
    )
    if isinstance(did, Text):
        named = find(FindingBody(), did, facts)
        if isinstance(named.scene, ChoosingBody):
            return named.after(Say(says))
    return Step(FindingBody(), (Say(lines(says, _WHICH)),))


_WHICH = T("Of which council or county council is the application? Write its name.")


def _find(*before: Say) -> Step:
    return Step(FindingBody(), (*before, Say(_WHICH)))


def search() -> Step:
    """Asks for a council again."""
    return _find()


def find(scene: FindingBody, did: Text, facts: Facts) -> Step:
    """Offers the councils that a typed name may mean."""
    members = [
        body.id
        for body in facts[Register()].values()
        if membership(body, deadlines.today(facts.now)) is not Membership.NONE
    ]
    found = facts.house.finder.find(did.text, members)
    candidates = (found.certain,) if found.certain else found.candidates
    if not candidates:
        unknown = lines(
            T("No Catalan council with this name has been found."),
            T("Write it in another way, for example without abbreviations."),
        )
        return Step(scene, (Say(unknown),))
    says = T("Do you mean {council}?", council=Council(candidates[0].name))
    if len(candidates) > 1:
        says = T("Which of these is it?")
    rows = column(
        *(Button(_name(place), f"body.{place.code}") for place in candidates),
        Button(T("It is not this one") if len(candidates) == 1 else T("None of these"), "another"),
    )
    return Step(ChoosingBody(tuple(place.code for place in candidates), scene.purpose, scene.role), (Say(says, rows),))


def _name(place: Place) -> Words:
    return T("{council}", council=Council(place.name))


def choose(scene: ChoosingBody, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """A council was chosen: what the register says of it, and what can be done."""
    if isinstance(did, Text):
        return find(FindingBody(scene.purpose, scene.role), did, facts).after(Edit(turn=turn))
    if not isinstance(did, Press):
        return None
    bare = Edit(turn=turn)
    if did.choice == "another":
        return Step(FindingBody(scene.purpose, scene.role), (bare, Say(T("Write the name of the council."))))
    action, _, code = did.choice.partition(".")
    if action == "body" and code in scene.codes:
        return _chosen(code, facts).after(bare)
    if action == "ask" and code in scene.codes:
        return opening.notice("access", code, facts).after(bare)
    return None


def _chosen(code: str, facts: Facts) -> Step:
    council = Council(facts.house.finder.name(code))
    standing = membership(facts[Register()].get(code), deadlines.today(facts.now))
    if standing is Membership.MEMBER:
        return opening.notice("access", code, facts).after(
            Say(T("{council} is a member of the XMESS.", council=council))
        )
    scene = ChoosingBody((code,))
    if standing is Membership.NONE:
        says = lines(
            T(
                "{council} is not found as a member of the XMESS, and the service is for member councils.",
                council=council,
            ),
            T("To join, the council asks the presidency of the network, and the next assembly approves it."),
            T("If it is a member already, say so: the technical office will look at it."),
        )
        ask = Button(T("We are members: tell the office"), f"ask.{code}")
    else:
        says = lines(
            T("{council} is not a member of the XMESS yet: it is pending.", council=council)
            if standing is Membership.PENDING
            else T("{council} collaborates with the XMESS and is not a member.", council=council),
            T("Whether it can apply is decided by a person."),
        )
        ask = Button(T("Ask the office"), f"ask.{code}")
    return Step(scene, (Say(says, column(ask, Button(T("Look for another council"), "another"))),))


def read_notice(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The notice was read, for a request for access: now the name may be kept and the office is asked."""
    if not isinstance(did, Press):
        return None
    if did.choice != "read":
        return opening.read_notice(scene, did, facts, turn)
    name = facts.house.finder.name(scene.body)
    waiting = facts[MyAccessRequest()]
    if waiting is not None and waiting.decided is None and waiting.body == scene.body:
        return hello(did, facts).after(Edit(turn=turn))
    standing = membership(facts[Register()].get(scene.body), deadlines.today(facts.now))
    request = AskAccess(did.update, scene.body, name, standing, "", did.name)
    says = lines(
        T("The technical office has your request for {council}. A person will look at it.", council=Council(name)),
        T("You will get the answer here."),
    )
    question = asked(AccessRequest(did.update, did.person, did.name, scene.body, name, standing))
    told = tuple(replace(question, to=one) for one in facts[Office()])
    return Step(Idle(), (Edit(turn=turn), Say(says), *told), (ReadNotice(opening.NOTICE, did.name), request))


def asked(request: AccessRequest) -> Say:
    """What the office is asked about a request for access."""
    says = lines(
        T("<b>{name} asks for access</b> for {council}.", name=request.name, council=Council(request.body_name)),
        _STANDING[request.membership],
    )
    rows = column(
        Button(T("Give access"), f"grant.{request.id}", standing=True),
        Button(T("Refuse access"), f"refuse.{request.id}", standing=True),
    )
    return Say(says, rows)


_STANDING = {
    Membership.MEMBER: T("The register has it as a member."),
    Membership.PENDING: T("The register has it as pending: it is for you to decide."),
    Membership.COLLABORATOR: T("The register has it as a collaborator, not a member: it is for you to decide."),
    Membership.NONE: T("The register does not have it as a member; the person says that it is."),
}
