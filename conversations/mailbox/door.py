"""The door of what comes by e-mail: which step answers a button, which dialogue is open, and what must be known."""

from __future__ import annotations

from typing import assert_never

from conversations import onboarding
from conversations.mailbox import arriving, consenting, entering, held, noting
from conversations.protocol import wants as want
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mailed import Arriving, Consenting, Entered, Entering, MailScene, Noting
from conversations.protocol.scenes import ChoosingBody, FindingBody, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import AnyWant, Facts

ACTIONS = frozenset({"mail", "mailmore", "note"})
"""The standing buttons of what comes by e-mail: a new application, more of one, an answer about what was missing."""

Scenes = MailScene
Looking = FindingBody | ChoosingBody


def press(choice: str, facts: Facts) -> Step | None:
    """A standing button."""
    action, _, key = choice.partition(".")
    match action:
        case "mail":
            return arriving.begin(facts)
        case "note":
            return noting.begin(key, facts)
        case _:
            case = held.case_of(key, facts)
            return entering.resume(case, facts) if case is not None and case.application.number else None


def handle(scene: Scenes, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The dialogue that is open."""
    match scene:
        case Arriving():
            return arriving.handle(scene, did, facts, turn)
        case Entering():
            return entering.handle(scene, did, facts, turn)
        case Entered():
            return entering.entered(scene, did, facts, turn)
        case Consenting():
            return consenting.handle(scene, did, facts, turn)
        case Noting():
            return noting.handle(scene, did, facts, turn)
        case never:
            assert_never(never)


def choose(scene: ChoosingBody, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The council that sent the e-mail, among those that a name may mean."""
    if isinstance(did, Press) and did.choice.startswith("body."):
        return arriving.chosen(scene, did, facts, turn)
    return onboarding.choose(scene, did, facts, turn) if isinstance(did, Press | Text) else None


def wants(scene: Scene, did: Incoming) -> tuple[AnyWant, ...]:
    """What must be known for a button or a dialogue of this door."""
    wanted: list[AnyWant] = []
    action, _, key = did.choice.partition(".") if isinstance(did, Press) and did.turn == 0 else ("", "", "")
    match action:
        case "note":
            wanted.append(want.OpenDataRequests(key))
        case "mailmore":
            wanted.append(want.ApplicationOf(key))
    match scene:
        case ChoosingBody(purpose=arriving.PURPOSE) if isinstance(did, Press):
            wanted.append(want.ApplicationsOf(did.choice.partition(".")[2]))
        case Arriving(body=body):
            wanted.append(want.ApplicationsOf(body))
        case Entering(application=key) | Entered(application=key):
            wanted.append(want.ApplicationOf(key))
        case Consenting(application=key):
            call, _, rest = key.partition(".")
            body = rest.partition(".")[0]
            wanted += [want.ApplicationOf(key), want.NextNumber(call), want.Contacts(body)]
        case Noting(request=number):
            wanted.append(want.DataRequestOf(number))
    return tuple(wanted)


def more(scene: Scene, facts: Facts) -> tuple[AnyWant, ...]:
    """The contacts of the council whose answer is written down, and what else it was asked."""
    request = facts[want.DataRequestOf(scene.request)] if isinstance(scene, Noting) else None
    return (want.Contacts(request.body), want.OpenDataRequests(request.application)) if request is not None else ()
