"""Those who give hours: the list for the office, each profile, and resting, coming back and leaving."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.mentoring import describing, people, sayings
from conversations.mentoring.packages import find, members
from conversations.protocol.incoming import Press
from conversations.protocol.mentoring import Mentor, MentorState
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, Mentors
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules import matching, windows
from conversations.rules.roles import Action, may

PAGE = 8

_STATE = {
    MentorState.ACTIVE: T("gives hours"),
    MentorState.PAUSED: T("resting"),
    MentorState.LEFT: T("gives no more hours"),
}

ASKED = {"topics": "topics", "modality": "modality", "hours": "hours", "contact": "contact"}
"""What of a profile can be put right, by the button."""


def show(choice: str, facts: Facts) -> Step | None:
    """Everybody who gives hours; for one package, those who can be proposed for it, the fittest first."""
    call = windows.at_hand(facts[Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.SUGGEST):
        return None
    key = choice.partition(".")[2]
    add = Button(T("Invite somebody"), "addmentor", standing=True)
    if key and not key.isdigit():
        grant = find(key, facts)
        if grant is None:
            return None
        fit = matching.suggest(grant, facts[Mentors(call.id)], members(facts))
        head = T("Who can be proposed for {council}:", council=people.council(grant))
        rows = [_button(one.mentor, f"assign.{one.mentor.id}.{grant.id}") for one in fit[:PAGE]]
        return Step(None, (Say(head, column(*rows, add)),))
    page = int(key) if key.isascii() and key.isdigit() and len(key) < 6 else 0
    everybody = [one for one in facts[Mentors(call.id)] if one.state is not MentorState.LEFT]
    shown = everybody[page * PAGE : (page + 1) * PAGE]
    head = T("Nobody gives hours yet.") if not everybody else T("<b>Who gives hours</b>, and how many are left:")
    more = Button(T("Show me the next ones"), f"givers.{page + 1}", standing=True)
    rows = [_button(one, f"giver.{one.id}") for one in shown]
    return Step(None, (Say(head, column(*rows, more if len(everybody) > (page + 1) * PAGE else None, add)),))


def _button(mentor: Mentor, choice: str) -> Button:
    label = T("{name}: {hours}", name=mentor.name, hours=Minutes(mentor.left))
    return Button(label, choice, standing=True)


def giver(choice: str, facts: Facts) -> Step | None:
    """One profile, with what of it can be put right."""
    found = _mentor(choice, facts)
    return None if found is None else Step(None, (Say(described(found), actions(found)),))


def _mentor(choice: str, facts: Facts) -> Mentor | None:
    number = choice.split(".")[1] if "." in choice else ""
    return describing.profile(facts, int(number)) if number.isascii() and number.isdigit() else None


def described(mentor: Mentor) -> Words:
    """A profile as it is read."""
    return lines(
        T("<b>{who}</b>: {state}.", who=people.who(mentor), state=_STATE[mentor.state]),
        people.offer(mentor),
        Joined(
            (T("Given or promised: {hours}.", hours=Minutes(mentor.committed)), sayings.remains(mentor.left)),
            " ",
        ),
        T("Contact: {contact}.", contact=people.contact(mentor.contact)) if mentor.contact else None,
    )


def actions(mentor: Mentor) -> Keyboard:
    """What can be done with a profile."""
    key = mentor.id
    rest = Button(T("Rest from giving hours"), f"giverests.{key}.paused", standing=True)
    back = Button(T("Give hours again"), f"giverests.{key}.active", standing=True)
    return (
        (
            Button(T("Correct the topics"), f"putright.{key}.topics", standing=True),
            Button(T("Correct the hours"), f"putright.{key}.hours", standing=True),
        ),
        (
            Button(T("Correct how to meet"), f"putright.{key}.modality", standing=True),
            Button(T("Correct the contact"), f"putright.{key}.contact", standing=True),
        ),
        (rest if mentor.state is MentorState.ACTIVE else back,),
    )


def put_right(choice: str, facts: Facts) -> Step | None:
    """Opens one question of a profile."""
    found = _mentor(choice, facts)
    asks = ASKED.get(choice.rpartition(".")[2])
    return None if found is None or asks is None else describing.put_right(found, asks, facts)


def rest(choice: str, did: Press, facts: Facts) -> Step | None:
    """Somebody is not proposed any more for now, or is again. The packages of today go on."""
    found = _mentor(choice, facts)
    to = choice.rpartition(".")[2]
    if found is None or to not in (MentorState.ACTIVE, MentorState.PAUSED):
        return None
    if found.state == to:
        return Step(None, (Edit(message=did.message), Say(T("It is already so."))))
    says = T("<b>{who}</b>: {state}.", who=people.who(found), state=_STATE[MentorState(to)])
    goes_on = T("The packages of today go on.") if to == MentorState.PAUSED else None
    change = describing.kept(found, MentorState(to))
    return Step(None, (Edit(message=did.message), Say(lines(says, goes_on))), (change,))


def own(profiles: Sequence[Mentor]) -> tuple[Words, Keyboard]:
    """What a mentor or adviser sees of what they offer."""
    one = profiles[0]
    rows = column(Button(T("Show what I offer"), f"giver.{one.id}", standing=True))
    return people.offer(one), rows
