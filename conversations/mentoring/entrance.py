"""Where sessions come in: the buttons, scenes, edits and texts that are theirs."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import (
    apiece,
    claiming,
    confirming,
    correcting,
    disagreeing,
    disputing,
    gainsaid,
    hours,
    listing,
    meanwhile,
    over,
    overheard,
    overview,
    reporting,
    together,
    undoing,
    unheld,
    unread,
    which,
    whose,
)
from conversations.mentoring.notice import OF_MENTORS
from conversations.privacy.telling import lacking
from conversations.protocol.incoming import Edited, Incoming, Press, Text
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import (
    Allowing,
    Claiming,
    DialogueState,
    Idle,
    ReadingNotice,
    Reporting,
    Scene,
    Settling,
)
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T


def standing(choice: str, did: Press, facts: Facts) -> Step | None:
    """A standing button of a session; None if it is none, or not this person's to press."""
    match choice.partition(".")[0]:
        case "sok":
            return confirming.confirm(choice, did, facts)
        case "sokall":
            return together.confirm(choice, did, facts)
        case "sfix":
            return claiming.open_claim(choice, did, facts)
        case "swas":
            return disagreeing.of_one(choice, did, facts)
        case "snone":
            return confirming.not_held(choice, did, facts)
        case "sback":
            return confirming.take_back(choice, did, facts)
        case "sagree":
            return confirming.agree(choice, did, facts)
        case "sdeny":
            return confirming.deny(choice, did, facts)
        case "sundo":
            return undoing.undo(choice, did, facts)
        case "samend":
            return correcting.amend(choice, facts)
        case "srest":
            return undoing.revert(choice, did, facts)
        case "sset":
            return disputing.settle(choice, did, facts)
        case "sallow" | "srefuse":
            return over.decide(choice, did, facts)
        case "sfits":
            return over.noted(choice, did, facts)
        case "session":
            return listing.card(choice, facts)
        case "sall":
            return overview.every(facts, page(choice))
        case "sbook":
            return overview.export(facts)
        case "slist":
            return overview.package(choice, facts)
        case "stell":
            return overview.tell(choice, facts)
        case _:
            return None


def sessions(scene: Scene, facts: Facts) -> Step:
    """/sessions: one's own, and for the office the whole. What waits to be saved is shown below, so that nobody takes
    it for saved."""
    shown = (*listing.own(facts), *overview.show(facts)) or (Say(T("You have no sessions here yet.")),)
    if not isinstance(scene, Reporting):
        return Step(None, shown)
    still = Say(T("This still waits for your answer, and is not in the list above:"))
    return Step(Idle(), (*shown, still) if reporting.resume(scene, facts) else shown)


def page(choice: str) -> int:
    """The page that a button names, the first one if it names none."""
    said = choice.partition(".")[2]
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def handle(state: DialogueState, did: Incoming, facts: Facts) -> Step | None:
    """What is done while something about a session is open."""
    scene, turn = state.scene, state.turn
    match scene:
        case Reporting():
            step = gainsaid.beside(did, facts) or whose.answered(scene, did, facts, turn)
            step = step or reporting.handle(scene, did, facts, turn)
            return meanwhile.put_off(state, step) if step is not None else None
        case Claiming():
            return _each(scene, did, facts, turn) or claiming.handle(scene, did, facts, turn)
        case Settling():
            return disputing.handle(scene, did, facts, turn)
        case Allowing():
            return over.handle(scene, did, facts, turn)
        case _:
            return None


def _each(scene: Claiming, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What a council says of several sessions while it is asked about one: of that one it is said anew, or else what
    was asked is asked again."""
    of = apiece.sessions(did, facts) if isinstance(did, Text) else frozenset()
    if not of or not isinstance(did, Text):
        return None
    if scene.session in of:
        said = apiece.each(did, facts)
        return None if said is None else replace(said, scene=said.scene or Idle()).after(Edit(turn=turn))
    others = apiece.each(did, facts, beside=True)
    return None if others is None else claiming.again(scene, facts).after(Edit(turn=turn), *others.replies)


def edited(scene: Scene, did: Edited, facts: Facts, turn: int) -> Step | None:
    """The message that told sessions was edited, saved ones or not."""
    waiting = reporting.handle(scene, did, facts, turn) if isinstance(scene, Reporting) else None
    return waiting or correcting.edited(scene, did, facts)


tells = reporting.tells


def heard(scene: Scene, did: Text, facts: Facts) -> Step | None:
    """A text that no open dialogue understood: a mentor may tell a session at any moment."""
    waits = isinstance(scene, ReadingNotice) and scene.then == OF_MENTORS.then
    if not (isinstance(scene, Idle) or waits or reporting.tells(did, facts)):
        return None
    if hours.mine(facts) and lacking(facts):
        return unread.notice(scene, did, facts)
    return reporting.hear(did, facts)


told = unread.told
by_council = overheard.said


def several(action: str, facts: Facts) -> Step | None:
    """A typed label hangs under several messages: which session is meant is asked."""
    return unheld.latest(facts) if action == "sundo" else which.said(action, facts)


by_council_beside = apiece.beside
kept = meanwhile.kept
edited_aside = meanwhile.edited
back = meanwhile.back
