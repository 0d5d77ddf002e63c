"""The door of joining people: which step answers a button, and which dialogue is open."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake.opening import NOTICE
from conversations.mentoring import (
    agreeing,
    card,
    dates,
    dating,
    describing,
    entrance,
    held,
    offering,
    packages,
    parting,
    profiles,
)
from conversations.mentoring.notice import OF_MENTORS
from conversations.privacy.telling import lacking
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Edit
from conversations.protocol.scenes import DescribingMentor, GivingContact, Idle, Parting, ProposingDate, ReadingNotice
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me

ACTIONS = frozenset(
    {"packages", "package", "assign", "givers", "giver", "putright", "giverests", "addmentor"}
    | {"goyes", "gono", "gophone", "goother", "gostop", "gopause", "goresume", "golook", "mentoring"}
    | {"date", "plan", "dateyes", "datemove", "dateno", "dateoff", "datesure", "held", "missed"}
)
"""The standing buttons of joining people."""

Scenes = DescribingMentor | GivingContact | Parting | ProposingDate
"""The dialogues of joining people."""


def press(did: Press, facts: Facts) -> Step | None:
    """A standing button; None for whoever may not use it."""
    return _press(did.choice, did, facts)


def _press(choice: str, did: Press, facts: Facts) -> Step | None:
    action, _, rest = choice.partition(".")
    match action:
        case "packages":
            return packages.show(facts, int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 6 else 0)
        case "package":
            return packages.package(choice, facts)
        case "assign":
            return packages.assign(choice, did, facts)
        case "addmentor":
            return describing.begin(facts)
        case "givers":
            return profiles.show(choice, facts)
        case "giver":
            return profiles.giver(choice, facts)
        case "putright":
            return profiles.put_right(choice, facts)
        case "giverests":
            return profiles.rest(choice, did, facts)
        case "mentoring":
            return OF_MENTORS.show(choice, facts) if lacking(facts) else Step(Idle(), card.giving(facts))
        case _ if not rest:
            return None
        case "goyes":
            return agreeing.accept(choice, did, facts)
        case "gophone":
            return agreeing.by_phone(choice, did, facts)
        case "gono":
            return parting.decline(choice, did, facts)
        case "goother":
            return parting.other(choice, did, facts)
        case "gostop":
            return parting.stop(choice, did, facts)
        case "gopause" | "goresume":
            return parting.pause(choice, did, facts)
        case "date":
            return dating.begin(choice, facts)
        case "plan":
            return offering.propose(choice, did, facts)
        case "dateyes":
            return dates.accept(choice, did, facts)
        case "datemove":
            return dates.move(choice, did, facts)
        case "dateno":
            return dates.decline(choice, did, facts)
        case "dateoff":
            return dates.call_off(choice, did, facts)
        case "datesure":
            return dates.called_off(choice, did, facts)
        case "held":
            return held.held(choice, did, facts)
        case "missed":
            return dates.missed(choice, did, facts)
        case "golook":
            return parting.mine(choice, facts)
        case _:
            return None


def read_notice(scene: ReadingNotice, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Once the notice was read, what was asked for goes on."""
    step = OF_MENTORS.read(scene, did, facts, turn)
    if step is None or not step.changes or not isinstance(did, Press):
        return step
    now = facts.and_also({Me(): replace(facts[Me()], notice=NOTICE)})
    asked = _press(scene.body, did, now) if scene.body != OF_MENTORS.then else None
    following = entrance.told(scene, did, now, asked) or asked or Step(Idle(), card.giving(now))
    # What is done in one step opens no dialogue, and the notice is over all the same.
    return replace(following, scene=following.scene or Idle()).after(*step.replies).also(*step.changes)


def _talk(scene: ProposingDate, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """A mentor who tells a session, or asks something, while a date is being proposed is heard; a council that says
    how one that was held was, too."""
    if not isinstance(did, Text) or dating.names_a_date(did, facts):
        return None
    if (of_one_held := entrance.by_council_beside(did, facts, only=True)) is not None:
        return of_one_held
    aside = dating.adds_nothing(scene, did, facts)
    heard = entrance.heard(Idle() if aside else scene, did, facts)
    if heard is None and aside:
        heard = entrance.by_council(did, facts)
    return heard if heard is None or heard.scene is None else heard.after(Edit(turn=turn))


def handle(scene: Scenes, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The dialogue of joining people that is open."""
    match scene:
        case DescribingMentor():
            return describing.handle(scene, did, facts, turn)
        case GivingContact():
            return agreeing.give_contact(scene, did, facts, turn)
        case Parting():
            return parting.handle(scene, did, facts, turn)
        case ProposingDate():
            return _talk(scene, did, facts, turn) or dating.handle(scene, did, facts, turn)
