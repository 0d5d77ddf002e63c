"""The door of the commission's work: which step answers a button, and which dialogue is open."""

from __future__ import annotations

from dataclasses import replace

from conversations.commission import (
    accepting,
    agreeing,
    arranging,
    aside,
    assessing,
    criterion,
    deciding,
    meeting,
    minutes,
    orders,
    reading,
    taken,
)
from conversations.commission.card import early
from conversations.commission.notice import OF_THE_COMMISSION
from conversations.commission.room import Room, enter
from conversations.privacy.telling import lacking
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import (
    Accepting,
    Agreeing,
    Assessing,
    Attending,
    Commenting,
    Deciding,
    DeclaringConflict,
    Idle,
    NamingCriterion,
    Ordering,
    ReadingNotice,
)
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, House, Me
from conversations.rules.roles import Action, may

ACTIONS = frozenset(
    {"room", "sheets", "aside", "meet", "who", "turn", "more", "end"}
    | {"order", "accept", "arrange", "diverse", "decide", "decided", "minutes", "criterion", "agree"}
)
"""The standing buttons that need all that the commission works with."""

Scenes = Accepting | Agreeing | Attending | Deciding | DeclaringConflict | NamingCriterion | Ordering
"""The dialogues that need it too."""

Alone = Assessing | Commenting
"""The dialogues of scoring alone, which need only the own queue."""


def press(did: Press, facts: Facts) -> Step | None:
    """A standing button of the commission's work; None for whoever may not use it."""
    action, _, rest = did.choice.partition(".")
    if not may(facts[Me()], Action.ASSESS if action == "assess" else Action.MEET):
        return None
    if lacking(facts):
        return OF_THE_COMMISSION.show(did.choice, facts)
    if action == "assess":
        return assessing.following(facts)
    room = enter(facts)
    return assessing.following(facts) if room is None else _press(action, rest, did, room, facts.house)


def _press(action: str, rest: str, did: Press, room: Room, house: House) -> Step | None:
    match action:
        case "room":
            return meeting.show(room)
        case "sheets":
            return reading.sheets(room)
        case "aside":
            return aside.chosen(rest, room) if rest else aside.choose(room)
        case "meet":
            return meeting.begin(room, did)
        case "who":
            return meeting.attend(room)
        case "turn":
            return meeting.take_turn(room)
        case "more":
            return meeting.more(room)
        case "end":
            return meeting.end(room, did)
        case "order":
            return orders.show(rest, room)
        case "diverse":
            return orders.diverse(rest, room)
        case "arrange":
            return arranging.begin(rest, room)
        case "accept":
            return accepting.show(rest, room)
        case "decide":
            return deciding.open_one(rest, room)
        case "decided":
            return taken.listed(room)
        case "criterion":
            return criterion.begin(room)
        case "agree":
            return agreeing.begin(room, rest)
        case "minutes":
            return minutes.show(room, house)
        case _:
            return None


def read_notice(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Once the notice was read, what was asked for goes on."""
    step = OF_THE_COMMISSION.read(scene, did, facts, turn)
    if step is None or not step.changes or not isinstance(did, Press):
        return step
    action, _, rest = scene.body.partition(".")
    room = enter(facts)
    following = (
        assessing.following(facts)
        if action == "assess" or room is None
        else _press(action, rest, did, room, facts.house)
    )
    following = following or Step(None)
    return replace(following, scene=following.scene or Idle()).after(*step.replies).also(*step.changes)


def handle(scene: Scenes, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The dialogue of the commission that is open."""
    room = enter(facts)
    if room is None:
        # The deadline was moved meanwhile: the call takes applications again.
        return Step(Idle(), (Edit(turn=turn), Say(early(facts)))) if may(facts[Me()], Action.ASSESS) else None
    match scene:
        case DeclaringConflict() if isinstance(did, Press) and did.choice == "back" and not room.over:
            # Nothing was declared: back to the sheet, if that is where it was.
            again = assessing.ask_again(scene.application, facts, turn)
            return again or aside.declare(scene, did, room, turn)
        case DeclaringConflict():
            return aside.declare(scene, did, room, turn)
        case NamingCriterion():
            return criterion.handle(scene, did, room, turn)
        case Agreeing():
            return agreeing.handle(scene, did, room, turn)
        case Ordering():
            return arranging.handle(scene, did, room, turn)
        case Accepting():
            return accepting.handle(scene, did, room, turn)
        case Deciding():
            return deciding.handle(scene, did, room, turn)
        case Attending():
            return meeting.attending(scene, did, room, turn)
