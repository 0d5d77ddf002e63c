"""The office adds a mentor or adviser, in six short questions; each of them also puts a profile right (R11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from conversations.forms.application import MODALITY
from conversations.forms.contact import PersonName
from conversations.forms.outcome import Accepted, Doubtful, Reading, Refused
from conversations.intake.attachments import cannot_read
from conversations.mentoring import people
from conversations.mentoring.questions import (
    LEAVE,
    NOT_A_NUMBER,
    OFFERED,
    ORDER,
    SERVICE,
    USUAL_HOURS,
    ask,
    keyboard,
    read_contact,
)
from conversations.protocol.changes import Invite
from conversations.protocol.facts import Membership, Role
from conversations.protocol.incoming import Attachment, Incoming, Press, Text
from conversations.protocol.mentored import AddMentor, KeepMentor
from conversations.protocol.mentoring import Mentor, MentorState
from conversations.protocol.places import Place
from conversations.protocol.replies import Button, Edit, QrPicture, Say, column
from conversations.protocol.scenes import DescribingMentor, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, Mentors, MyMentoring, Register
from conversations.protocol.words import Council, StartLink, T, lines
from conversations.rules import deadlines, hours, windows
from conversations.rules.membership import membership
from conversations.rules.roles import Action, may
from conversations.rules.tokens import DAYS, digest


@dataclass(frozen=True, slots=True)
class _Here:
    scene: DescribingMentor
    did: Incoming
    facts: Facts
    turn: int


def begin(facts: Facts) -> Step | None:
    """Asks where somebody is from: a council, or the technical service."""
    return _ask(DescribingMentor("body"), facts) if may(facts[Me()], Action.INVITE_MENTOR) else None


def put_right(mentor: Mentor, asks: str, facts: Facts) -> Step:
    """Opens one question about somebody who gives hours."""
    scene = DescribingMentor(
        asks, (), mentor.body or "", mentor.name, mentor.topics, mentor.modality, mentor.minutes, mentor.id
    )
    return _ask(scene, facts)


def profile(facts: Facts, id: int) -> Mentor | None:
    """A profile that this person may put right: anybody's for the office, the own one for a mentor."""
    call = windows.at_hand(facts[Calls()], facts.now)
    mine = facts[MyMentoring()].profiles if facts[Me()].holds(Role.MENTOR) else ()
    everybody = facts[Mentors(call.id)] if call and may(facts[Me()], Action.INVITE_MENTOR) else ()
    found = next((one for one in (*mine, *everybody) if one.id == id), None)
    return found if found and may(facts[Me()], Action.KEEP_MENTOR, mentor=found.person) else None


def handle(scene: DescribingMentor, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """An answer, typed or pressed. None for what is not understood."""
    allowed = profile(facts, scene.mentor) if scene.mentor else may(facts[Me()], Action.INVITE_MENTOR)
    if not allowed:
        return None
    here = _Here(scene, did, facts, turn)
    match did:
        case Press(choice="leave"):
            return Step(Idle(), (Edit(turn=turn), Say(T("Left as it was."))))
        case Press(choice=choice):
            return _press(here, choice)
        case Text(text=text):
            return _text(here, text)
        case Attachment(kind=kind):
            return Step(scene, (Say(lines(cannot_read(kind), T("Write it, please; nothing has been lost."))),))
        case _:
            return None


def _press(here: _Here, choice: str) -> Step | None:
    action, _, value = choice.partition(".")
    scene = here.scene
    match scene.asks, action:
        case "body", "body" if value in scene.codes:
            return _place(here, Place(value, here.facts.house.finder.name(value)))
        case "body", "service":
            return _next(here, body="")
        case "topics", ("on" | "off"):
            return _toggle(here, value.partition(".")[2], wanted=action == "on")
        case "topics", "done":
            why = OFFERED.complete(scene.topics)
            return _next(here) if why is None else Step(scene, (Say(why),))
        case "modality", "is" if value in MODALITY.ids():
            return _next(here, modality=value)
        case "hours", "hours" if value in {str(one) for one in USUAL_HOURS}:
            return _next(here, minutes=int(value))
        case "contact", "later":
            return _done(here, "")
        case _:
            return None


def _toggle(here: _Here, option: str, *, wanted: bool) -> Step | None:
    scene = here.scene
    if option not in OFFERED.ids():
        return None
    if (option in scene.topics) == wanted:
        return Step(scene)
    marked = OFFERED.toggle(scene.topics, option)
    assert not isinstance(marked, Refused)  # as many as there are may be chosen
    fresh = replace(scene, topics=marked)
    message = here.did.message if isinstance(here.did, Press) else 0
    return Step(fresh, (Edit(keyboard=keyboard(fresh), message=message),))


def _text(here: _Here, text: str) -> Step:
    match here.scene.asks:
        case "body":
            return _find(here, text)
        case "name":
            return _read(here, PersonName().read(text), lambda value: _next(here, name=str(value)))
        case "topics":
            return _read(here, OFFERED.read(text), lambda value: _next(here, topics=_strings(value)))
        case "modality":
            return _read(here, MODALITY.read(text), lambda value: _next(here, modality=str(value)))
        case "hours":
            minutes = hours.minutes_in(text)
            return Step(here.scene, (Say(NOT_A_NUMBER),)) if minutes is None else _next(here, minutes=minutes)
        case _:
            return _contact(here, text)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _read(here: _Here, read: Reading, go_on: Callable[[object], Step]) -> Step:
    match read:
        case Accepted(value) | Doubtful(value):
            return go_on(value)
        case Refused(why):
            return Step(here.scene, (Say(why),))


def _contact(here: _Here, text: str) -> Step:
    read = read_contact(text)
    return _done(here, read) if isinstance(read, str) else Step(here.scene, (Say(read),))


def _members(facts: Facts) -> list[str]:
    today = deadlines.today(facts.now)
    return [body.id for body in facts[Register()].values() if membership(body, today) is Membership.MEMBER]


def _find(here: _Here, text: str) -> Step:
    found = here.facts.house.finder.find(text, _members(here.facts))
    candidates = (found.certain,) if found.certain else found.candidates
    if not candidates:
        says = lines(
            T("No Catalan council with this name has been found."),
            T("Write it in another way, for example without abbreviations."),
        )
        return Step(here.scene, (Say(says),))
    says_which = T("Do you mean {council}?", council=Council(candidates[0].name))
    if len(candidates) > 1:
        says_which = T("Which of these is it?")
    rows = column(
        *(Button(T("{council}", council=Council(one.name)), f"body.{one.code}") for one in candidates), SERVICE, LEAVE
    )
    fresh = replace(here.scene, codes=tuple(one.code for one in candidates))
    return Step(fresh, (Edit(turn=here.turn), Say(says_which, rows)))


def _place(here: _Here, place: Place) -> Step:
    """Whether a council is a member is for a person to judge: the register has gaps (R2, R11)."""
    step = _next(here, body=place.code)
    if place.code in _members(here.facts):
        return step
    says = T(
        "{council} is not found as a member of the XMESS. Mentors are of member councils: check it before you go on.",
        council=Council(place.name),
    )
    return Step(step.scene, (*step.replies[:1], Say(says), *step.replies[1:]))


def _next(here: _Here, **said: object) -> Step:
    """The answer is kept and the next question comes; a profile that is put right is done with one."""
    fresh = replace(here.scene, codes=(), **said)  # type: ignore[arg-type]
    if fresh.mentor:
        return _kept(replace(here, scene=fresh))
    following = ORDER[ORDER.index(fresh.asks) + 1]
    return _ask(replace(fresh, asks=following), here.facts).after(Edit(turn=here.turn))


def _ask(scene: DescribingMentor, facts: Facts) -> Step:
    mine = facts[MyMentoring()].profiles if scene.mentor and facts[Me()].holds(Role.MENTOR) else ()
    return Step(scene, (ask(scene, oneself=any(one.id == scene.mentor for one in mine)),))


def _done(here: _Here, contact: str) -> Step:
    """The last answer: a new profile with its invitation, or a contact that is put right."""
    if here.scene.mentor:
        return _kept(here, contact)
    return _invited(here, contact)


def _invited(here: _Here, contact: str) -> Step:
    scene, token = here.scene, here.facts.token
    body = scene.body or None
    name = here.facts.house.finder.name(body) if body else ""
    added = AddMentor(
        here.did.update,
        scene.name,
        body,
        name,
        scene.topics,
        scene.modality,
        scene.minutes,
        contact,
        digest(token),
    )
    new = Mentor(added.id, scene.name, body, name, None, scene.topics, scene.modality, scene.minutes, contact=contact)
    says = lines(
        T("<b>Invitation</b>: {about}.", about=people.who(new)),
        people.offer(new),
        T("{link}", link=StartLink(token)),
        T("It serves for one person and {n} days. Send the link or show the code.", n=DAYS),
        T("Whoever does not use Telegram needs no link: you can write down here what they tell you by telephone."),
    )
    invitation = Invite(added.digest or "", Role.MENTOR, body, name, scene.name)
    shown = Say(says, document=QrPicture("invitacio.png", token))
    return Step(Idle(), (Edit(turn=here.turn), shown), (invitation, added))


def _kept(here: _Here, contact: str | None = None) -> Step:
    scene = here.scene
    before = profile(here.facts, scene.mentor)
    if before is None:
        return Step(Idle())
    now = replace(
        before,
        topics=scene.topics,
        modality=scene.modality,
        minutes=scene.minutes,
        contact=before.contact if contact is None else contact,
    )
    says = lines(
        T("<b>Put right</b>: {who}.", who=people.who(now)),
        people.offer(now),
        T("Contact: {contact}.", contact=people.contact(now.contact)) if now.contact else None,
    )
    return Step(Idle(), (Edit(turn=here.turn), Say(says)), (kept(now),))


def kept(mentor: Mentor, state: MentorState | None = None) -> KeepMentor:
    """The change that keeps a profile as it is now."""
    return KeepMentor(
        mentor.id,
        mentor.name,
        mentor.topics,
        mentor.modality,
        mentor.minutes,
        mentor.contact,
        state or mentor.state,
    )
