"""Which of the office's own dialogues a button opens, and what must be known to answer."""

from __future__ import annotations

from conversations.keeping import members
from conversations.protocol import wants as want
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.scenes import ChoosingBody, DatingStay, KeepingMember, KeepingStay, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import AnyWant, Facts

BUTTONS = ("members",)
"""Standing buttons of the office's own dialogues."""

Scenes = KeepingMember | DatingStay | KeepingStay


def ours(scene: Scene) -> bool:
    """Whether an open dialogue is one of these."""
    return isinstance(scene, Scenes) or (isinstance(scene, ChoosingBody) and scene.purpose == members.PURPOSE)


def wants(scene: Scene, did: Incoming) -> tuple[AnyWant, ...]:
    """What must be known to answer."""
    wanted: list[AnyWant] = []
    if isinstance(did, Press) and did.turn == 0 and did.choice.partition(".")[0] == "members":
        wanted.append(want.Register())
    if isinstance(scene, Scenes):
        wanted += [want.Register(), want.ApplicationsOf(scene.body)]
    return tuple(wanted)


def standing(choice: str, did: Press, facts: Facts) -> Step | None:
    """What a standing button does."""
    match choice.partition(".")[0]:
        case "members":
            return members.open_register(facts)
        case _:
            return None


def handle(scene: Scene, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The dialogue that is open."""
    match scene:
        case ChoosingBody():
            return members.choose(scene, did, facts, turn)
        case KeepingMember() | DatingStay() | KeepingStay():
            return members.handle(scene, did, facts, turn)
        case _:
            return None
