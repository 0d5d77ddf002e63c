"""Accepting an order: what it would grant is shown first, and only then, with one more tap, it is decided."""

from __future__ import annotations

from conversations.commission import orders
from conversations.commission.deciding import next_one
from conversations.commission.meeting import BACK, bag
from conversations.commission.room import Room, of_service
from conversations.commission.taking import taken, try_out, untouchable
from conversations.protocol.assessment import Decision, Outcome
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Accepting, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Listed, Minutes, T, Words, lines


def granted(service: str, room: Room) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """What the order of a list grants with the packages that are free, and who of those reached is left to be looked at
    one by one: whatever takes a note or a reason is not granted in passing."""
    package = next(one.package for one in room.call.services if one.id == service)
    decisions: list[Decision] = []
    apart: list[str] = []
    after = room
    for one in orders.within(service, room):
        decision = Decision(one, Outcome.GRANTED, service, package)
        if untouchable(one, after) is None and not try_out(decision, after).lacks:
            decisions.append(decision)
            _, after = taken((decision,), after)
        else:
            apart.append(one)
    return tuple(decisions), tuple(apart)


def show(service: str, room: Room) -> Step | None:
    """What accepting the order would do. Nothing is touched (N8)."""
    if service not in room.rankings or not room.writes:
        return None
    if (stop := orders.blocked(service, room)) is not None:
        return stop
    decisions, apart = granted(service, room)
    if not decisions:
        return next_one(service, room)
    _, after = taken(decisions, room)
    rest = [one for one in orders.undecided(service, after) if one not in apart]
    package = decisions[0].minutes
    says = lines(
        T("<b>If this order is accepted</b>"),
        T(
            "{hours} {of} would be granted to each: {councils}.",
            hours=Minutes(package),
            of=of_service(service),
            councils=_councils([one.application for one in decisions], room),
        ),
        bag(after.book, service),
        T("One by one, because it takes a note: {councils}.", councils=_councils(apart, room)) if apart else None,
        T("Left without a package, to be decided afterwards: {councils}.", councils=_councils(rest, room))
        if rest
        else None,
        T("Nothing has been saved yet."),
    )
    rows = column(
        Button(T("Grant it", "Grant these {n}", n=len(decisions)), "grant"),
        Button(T("Decide one by one"), "each"),
        BACK,
    )
    return Step(Accepting(service, tuple(one.application for one in decisions)), (Say(says, rows),))


def _councils(applications: list[str] | tuple[str, ...], room: Room) -> Words:
    return Listed(tuple(Council(room.held.applications[one].body_name) for one in applications))


def handle(scene: Accepting, did: Incoming, room: Room, turn: int) -> Step | None:
    """The last word on what was shown: if anything has changed since, it is shown again and nothing is granted."""
    if not isinstance(did, Press) or scene.service not in room.rankings or not room.writes:
        return None
    if did.choice == "each":
        return next_one(scene.service, room).after(Edit(turn=turn))
    if did.choice != "grant" or orders.blocked(scene.service, room):
        return None
    decisions, _ = granted(scene.service, room)
    if tuple(one.application for one in decisions) != scene.applications:
        again = show(scene.service, room) or Step(Idle())
        return again.after(Edit(turn=turn), Say(T("Something has changed meanwhile: look at it again.")))
    done, after = taken(decisions, room)
    says = lines(
        T(
            "Saved, {hours} {of} for each: {councils}.",
            councils=_councils(scene.applications, room),
            hours=Minutes(decisions[0].minutes),
            of=of_service(scene.service),
        ),
        bag(after.book, scene.service),
    )
    following = next_one(scene.service, after)
    return Step(following.scene, (Edit(turn=turn), Say(says), *following.replies), done)
