"""Changing the order of a service's list by hand: which one moves, to which place, and why."""

from __future__ import annotations

from dataclasses import replace

from conversations import free_text
from conversations.commission.meeting import BACK
from conversations.commission.orders import blocked
from conversations.commission.room import Room, service_name
from conversations.protocol.changes import ArrangeOrder
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle, Ordering
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, T, Words, lines, paragraphs

LONGEST = 600


def begin(service: str, room: Room) -> Step | None:
    """Begins to change the order of a list."""
    if service not in room.rankings or not room.writes:
        return None
    if (stop := blocked(service, room)) is not None:
        return stop
    scene = Ordering(service, room.rankings[service].order)
    return Step(scene, (_ask_which(scene, room),))


def _council(application: str, room: Room) -> Council:
    return Council(room.held.applications[application].body_name)


def _names(scene: Ordering, room: Room) -> Words:
    return lines(
        *(
            T("{place}. {council}", place=place, council=_council(one, room))
            for place, one in enumerate(scene.order, start=1)
        )
    )


def _ask_which(scene: Ordering, room: Room) -> Say:
    ranking = room.rankings[scene.service]
    changed = scene.order != ranking.order
    head = T("<b>{service}</b>: the order as it would be", service=service_name(scene.service))
    rows = [Button(T("{council}", council=_council(one, room)), f"move.{n}") for n, one in enumerate(scene.order)]
    back = Button(T("Go back to the order of the rules"), "reset") if ranking.reason and not changed else None
    return Say(
        paragraphs(lines(head, _names(scene, room)), T("Which one moves?")),
        column(*rows, Button(T("Save this order"), "save") if changed else None, back, Button(T("Leave it"), "leave")),
    )


def handle(scene: Ordering, did: Incoming, room: Room, turn: int) -> Step | None:
    """Which one moves, to which place, and why."""
    ranking = room.rankings.get(scene.service)
    if ranking is None or not room.writes or blocked(scene.service, room):
        return None
    if sorted(scene.order) != sorted(ranking.order):
        again = Ordering(scene.service, ranking.order)
        return Step(
            again, (Edit(turn=turn), Say(T("The applications have changed meanwhile.")), _ask_which(again, room))
        )
    if scene.because:
        return _because(scene, did, room, turn)
    if not isinstance(did, Press):
        return None
    action, _, rest = did.choice.partition(".")
    number = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 4 else -1
    match action:
        case "leave":
            return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed."), column(_again(scene)))))
        case "move" if 0 <= number < len(scene.order):
            picked = replace(scene, moving=scene.order[number])
            return Step(picked, (Edit(turn=turn), _ask_where(picked, room)))
        case "place" if 0 <= number < len(scene.order) and scene.moving in scene.order:
            moved = _moved(scene, number)
            return Step(moved, (Edit(turn=turn), _ask_which(moved, room)))
        case "save" if scene.order != ranking.order:
            says = T("Why? Write the reason; it stands in the proposed minutes.")
            why = replace(scene, because=True)
            return Step(why, (Edit(turn=turn), Say(says, column(Button(T("Go back"), "back")))))
        case "reset" if ranking.reason:
            says = T("The order is again the one of the rules.")
            change = ArrangeOrder(room.call.id, scene.service, (), "")
            return Step(Idle(), (Edit(turn=turn), Say(says, column(_again(scene)))), (change,))
        case _:
            return None


def _again(scene: Ordering) -> Button:
    return Button(T("Show the order"), f"order.{scene.service}", standing=True)


def _ask_where(scene: Ordering, room: Room) -> Say:
    now = scene.order.index(scene.moving)
    rows = [Button(T("Place {n}", n=place + 1), f"place.{place}") for place in range(len(scene.order)) if place != now]
    says = T(
        "{council} is now at place {n}. At which one should it be?", council=_council(scene.moving, room), n=now + 1
    )
    return Say(says, column(*rows, Button(T("Leave it"), "leave")))


def _moved(scene: Ordering, place: int) -> Ordering:
    rest = [one for one in scene.order if one != scene.moving]
    return replace(scene, order=(*rest[:place], scene.moving, *rest[place:]), moving="")


def _because(scene: Ordering, did: Incoming, room: Room, turn: int) -> Step | None:
    back = replace(scene, because=False)
    left = Step(back, (Edit(turn=turn), _ask_which(back, room)))
    read = free_text.reason(scene, did, LONGEST, turn, Button(T("Go back"), "back"), left)
    if not isinstance(read, Text):
        return read
    reason = read.text.strip()
    says = lines(
        T("<b>{service}</b>: the new order is saved.", service=service_name(scene.service)),
        _names(scene, room),
        T("Reason: «{reason}»", reason=reason),
    )
    change = ArrangeOrder(room.call.id, scene.service, scene.order, reason)
    return Step(Idle(), (Edit(turn=turn), Say(says, column(_again(scene), BACK))), (change,))
