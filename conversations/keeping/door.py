"""Which of the office's own dialogues a button opens, and what must be known to answer."""

from __future__ import annotations

from conversations.keeping import attention, members
from conversations.protocol import wants as want
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.scenes import ChoosingBody, DatingStay, KeepingMember, KeepingStay, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import AnyWant, Facts

BUTTONS = ("members", "attend", "phonetext", "phoned", "access", "latecard")
"""Standing buttons of the office's own dialogues."""

_NUMBERED = ("phonetext", "phoned", "access")
_DIGITS = 19
_PAGES = 4

Scenes = KeepingMember | DatingStay | KeepingStay


def ours(scene: Scene) -> bool:
    """Whether an open dialogue is one of these."""
    return isinstance(scene, Scenes) or (isinstance(scene, ChoosingBody) and scene.purpose == members.PURPOSE)


def wants(scene: Scene, did: Incoming) -> tuple[AnyWant, ...]:
    """What must be known to answer."""
    wanted: list[AnyWant] = []
    if isinstance(did, Press) and did.turn == 0:
        wanted += _wanted_by(did.choice)
    if isinstance(scene, Scenes):
        wanted += [want.Register(), want.ApplicationsOf(scene.body)]
    return tuple(wanted)


def _wanted_by(choice: str) -> tuple[AnyWant, ...]:
    action, _, key = choice.partition(".")
    number = int(key) if key.isascii() and key.isdigit() and len(key) < _DIGITS else None
    match action:
        case "members":
            return (want.Register(),)
        case "attend":
            return (want.NeedsAPerson(),)
        case "phonetext" | "phoned" if number is not None:
            return (want.UnreachedBy(number),)
        case "access" if number is not None:
            return (want.AccessRequestOf(number),)
        case "latecard":
            return (want.ApplicationOf(key), want.LatePressOf(key))
        case _:
            return ()


def standing(choice: str, did: Press, facts: Facts) -> Step | None:
    """What a standing button does."""
    action, _, key = choice.partition(".")
    if action in _NUMBERED and not (key.isascii() and key.isdigit() and len(key) < _DIGITS):
        return None
    match action:
        case "members":
            return members.open_register(facts)
        case "attend":
            return attention.show(facts, int(key) if key.isascii() and key.isdigit() and len(key) < _PAGES else 0)
        case "phonetext":
            return attention.phone_text(int(key), facts)
        case "phoned":
            return attention.phoned(int(key), did, facts)
        case "access":
            return attention.access_card(int(key), facts)
        case "latecard":
            return attention.late_card(key, facts)
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
