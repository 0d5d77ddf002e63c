"""The criterion that the rules of the call leave open: the commission names it, and says which applications meet it."""

from __future__ import annotations

from dataclasses import replace

from conversations import free_text
from conversations.commission.meeting import BACK
from conversations.commission.room import Room
from conversations.protocol.changes import NameCriterion
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.method import Rule
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Idle, NamingCriterion
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Listed, T, Words, lines
from conversations.rules.ranking import by_number

LONGEST = 80


def begin(room: Room) -> Step | None:
    """Asks for the name, telling what the call rules say and what has been named so far (R29)."""
    if not room.writes:
        return None
    if Rule.OPEN not in room.method.order:
        return Step(None, (Say(T("In this call no other criterion breaks ties."), column(BACK)),))
    named = room.criterion
    says = lines(
        T("The call rules give priorities and break off at «i, alhora,»: they leave another criterion open."),
        _now(room) if named.name else T("The commission may name it. It only tells equal scores apart."),
        T("Write it in a few words."),
    )
    rows = column(
        Button(T("Take the name away"), "none") if named.name else None,
        Button(T("Keep the name, change which ones"), "which") if named.name else None,
        Button(T("Leave it"), "leave"),
    )
    return Step(NamingCriterion(), (Say(says, rows),))


def _now(room: Room) -> Words:
    named = room.criterion
    if not named.applications:
        return T("It is now named «{name}», and no application meets it yet.", name=named.name)
    return T("It is now named «{name}»: {councils}.", name=named.name, councils=_councils(named.applications, room))


def _councils(applications: tuple[str, ...], room: Room) -> Words:
    there = [one for one in applications if one in room.held.applications]
    return Listed(tuple(Council(room.held.applications[one].body_name) for one in there))


def handle(scene: NamingCriterion, did: Incoming, room: Room, turn: int) -> Step | None:
    """The name, then the applications that meet it, one tap each, in the order in which they are tapped."""
    if not room.writes:
        return None
    match did:
        case Press(choice="leave"):
            return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed."), column(BACK))))
        case Press(choice="none") if room.criterion.name and not scene.name:
            says = T("The other criterion has no name any more, and tells no scores apart.")
            gone = NameCriterion(room.call.id, "", ())
            return Step(Idle(), (Edit(turn=turn), Say(says, column(BACK))), (gone,))
        case Press(choice="which") if room.criterion.name and not scene.name:
            chosen = NamingCriterion(room.criterion.name, room.criterion.applications)
            return Step(chosen, (Edit(turn=turn), _ask(chosen, room)))
        case Text() if not scene.name and not isinstance(read := free_text.read(scene, did, LONGEST), Text):
            return read
        case Text(text=text) if not scene.name and text.strip():
            chosen = NamingCriterion(text.strip())
            return Step(chosen, (Edit(turn=turn), _ask(chosen, room)))
        case Press(choice="all") if scene.name:
            says = T(
                "Saved: «{name}». {councils}. It only tells equal scores apart.",
                name=scene.name,
                councils=_councils(scene.chosen, room) if scene.chosen else T("No application meets it"),
            )
            named = NameCriterion(room.call.id, scene.name, scene.chosen)
            return Step(Idle(), (Edit(turn=turn), Say(says, column(BACK))), (named,))
        case Press(choice=choice, message=message) if scene.name:
            return _toggle(scene, choice, message, room)
        case _:
            return None


def _toggle(scene: NamingCriterion, choice: str, message: int, room: Room) -> Step | None:
    action, _, application = choice.partition(".")
    if action not in ("meets", "fails") or application not in room.held.applications:
        return None
    if (application in scene.chosen) == (action == "meets"):
        return Step(scene)
    rest = tuple(one for one in scene.chosen if one != application)
    chosen = replace(scene, chosen=(*scene.chosen, application) if action == "meets" else rest)
    return Step(chosen, (Edit(_question(chosen), _rows(chosen, room), message=message),))


def _ask(scene: NamingCriterion, room: Room) -> Say:
    return Say(_question(scene), _rows(scene, room))


def _question(scene: NamingCriterion) -> Words:
    return lines(
        T("<b>{name}</b>", name=scene.name),
        T("Which applications meet it? Tap first the one that meets it most."),
    )


def _rows(scene: NamingCriterion, room: Room) -> Keyboard:
    rows = []
    for one in sorted(room.held.candidates, key=by_number):
        council = Council(one.body_name)
        if one.application in scene.chosen:
            place = scene.chosen.index(one.application) + 1
            rows.append(Button(T("✓ {council} ({n})", council=council, n=place), f"fails.{one.application}"))
        else:
            rows.append(Button(T("{council}", council=council), f"meets.{one.application}"))
    return column(*rows, Button(T("Save it"), "all"), Button(T("Leave it"), "leave"))
