"""The office keeps who is a member: joining and leaving with their days, and what that changes for applications."""

from __future__ import annotations

from collections import Counter
from datetime import date

from conversations import onboarding
from conversations.protocol.changes import Change
from conversations.protocol.facts import Body, Membership
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.kept import JoinNetwork, LeaveNetwork
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ChoosingBody, DatingStay, FindingBody, Idle, KeepingMember, KeepingStay
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationsOf, Facts, Me, Register
from conversations.protocol.words import Council, T, Words, lines, paragraphs
from conversations.rules import deadlines, eligibility, membership
from conversations.rules.days import read_day
from conversations.rules.roles import Action, may

PURPOSE = "member"
LEAVES = "leaves"

_DEEDS = {
    "joins": Membership.MEMBER,
    "pending": Membership.PENDING,
    "collaborates": Membership.COLLABORATOR,
}
_ASKS = {
    "joins": T("From which day is it a member? For example, «1 July 2020»."),
    "pending": T("From which day is its admission pending? For example, «1 July 2020»."),
    "collaborates": T("From which day does it collaborate? For example, «1 July 2020»."),
    LEAVES: T("From which day is it outside the network? For example, «1 July 2020»."),
}


def open_register(facts: Facts) -> Step | None:
    """How many members there are today, and whose stay is to be looked at."""
    if not may(facts[Me()], Action.KEEP_REGISTER):
        return None
    today = deadlines.today(facts.now)
    counts = Counter(membership.membership(body, today) for body in facts[Register()].values())
    says = lines(
        T("<b>Members of the network</b> today: {n}.", n=counts[Membership.MEMBER]),
        T("With their admission pending: {n}.", n=counts[Membership.PENDING]),
        T("Collaborators: {n}.", n=counts[Membership.COLLABORATOR]),
        T("Which council do you want to look at? Write its name."),
    )
    return Step(FindingBody(PURPOSE), (Say(says),))


def choose(scene: ChoosingBody, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The council whose stay is to be looked at."""
    if isinstance(did, Press) and may(facts[Me()], Action.KEEP_REGISTER):
        action, _, code = did.choice.partition(".")
        if action == "body" and code in scene.codes:
            return _card(code, facts).after(Edit(turn=turn))
    return onboarding.choose(scene, did, facts, turn)


def _body(code: str, facts: Facts) -> Body:
    return facts[Register()].get(code) or Body(code, facts.house.finder.name(code))


def _card(code: str, facts: Facts) -> Step:
    body = _body(code, facts)
    standing = membership.membership(body, deadlines.today(facts.now))
    inside = any(stay.left is None for stay in body.stays)
    says = lines(
        T("<b>{council}</b>", council=body.council),
        *(eligibility.history(body) or (T("The register has nothing about it."),)),
    )
    rows = column(
        Button(
            T("Write down that it joins") if standing is not Membership.MEMBER else T("Put its date right"), "joins"
        ),
        Button(T("Write down that it leaves"), LEAVES) if inside else None,
        Button(T("Its admission is pending"), "pending") if standing is Membership.NONE else None,
        Button(T("It collaborates"), "collaborates") if standing is Membership.NONE else None,
        Button(T("Leave it"), "leave"),
    )
    return Step(KeepingMember(code), (Say(says, rows),))


def handle(scene: KeepingMember | DatingStay | KeepingStay, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What happened, the day, the preview and the last word."""
    if not may(facts[Me()], Action.KEEP_REGISTER):
        return None
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed in the register."))))
    match scene, did:
        case KeepingMember(body=code), Press(choice=deed) if deed in _ASKS:
            rows = column(Button(T("Today"), "today"), Button(T("Leave it"), "leave"))
            return Step(DatingStay(code, deed), (Edit(turn=turn), Say(_ASKS[deed], rows)))
        case DatingStay(body=code, deed=deed), Press(choice="today"):
            return _preview(code, deed, deadlines.today(facts.now), facts, turn)
        case DatingStay(body=code, deed=deed), Text(text=text):
            day = read_day(text, deadlines.today(facts.now))
            if day is None:
                return Step(scene, (Say(T("No day has been understood. Write it like this: «15 May».")),))
            return _preview(code, deed, day, facts, turn)
        case KeepingStay(body=code, deed=deed, day=day), Press(choice="keep"):
            return _kept(code, deed, date.fromisoformat(day), facts, turn)
        case _:
            return None


def _after(body: Body, deed: str, day: date) -> Body:
    return membership.left(body, day) if deed == LEAVES else membership.joined(body, _DEEDS[deed], day)


def _preview(code: str, deed: str, day: date, facts: Facts, turn: int) -> Step:
    body = _body(code, facts)
    if not membership.possible(body, day, leaving=deed == LEAVES):
        says = lines(
            T("{day} does not fit what the register has:", day=day),
            *eligibility.history(body),
            T("Write another day."),
        )
        return Step(DatingStay(code, deed), (Say(says),))
    after = _after(body, deed, day)
    says = paragraphs(
        lines(T("<b>{council}</b>", council=body.council), *eligibility.history(after)),
        lines(*_effect(body, after, facts)),
    )
    rows = column(Button(T("Write it down"), "keep"), Button(T("Leave it"), "leave"))
    return Step(KeepingStay(code, deed, day.isoformat()), (Edit(turn=turn), Say(says, rows)))


def _effect(before: Body, after: Body, facts: Facts) -> tuple[Words, ...]:
    """What changes for the applications that the council has sent."""
    told: list[Words] = []
    for one in facts[ApplicationsOf(before.id)]:
        if one.submitted is None:
            continue
        day = deadlines.today(one.submitted)
        if membership.membership(before, day) is not membership.membership(after, day):
            reason = eligibility.reason(after, day)
            told.append(T("It changes application {number}. {reason}", number=one.number or "", reason=reason))
    return tuple(told) or (T("It does not change the eligibility of any application."),)


def _kept(code: str, deed: str, day: date, facts: Facts, turn: int) -> Step:
    name = facts.house.finder.name(code)
    change: Change = LeaveNetwork(code, day) if deed == LEAVES else JoinNetwork(code, name, _DEEDS[deed], day)
    says = T("Written down: {council}.", council=Council(name))
    again = column(Button(T("Look at another council"), "members", standing=True))
    return Step(Idle(), (Edit(turn=turn), Say(says, again)), (change,))
