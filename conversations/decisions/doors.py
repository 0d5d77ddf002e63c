"""Which of the dialogues about decisions a button opens, who may open it, and what must be known to answer."""

from __future__ import annotations

from conversations.decisions import answers, arrivals, calling, leaving, papers, promoting, reading, sending, summary
from conversations.decisions.board import Board, board
from conversations.protocol import wants as want
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Say
from conversations.protocol.scenes import EditingLetter, Releasing, Renouncing, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import AnyWant, Facts, Me
from conversations.rules import deadlines
from conversations.rules.roles import Action, may

_OF_A_CALL = {
    "outbox": Action.READ_LETTERS,
    "letters": Action.READ_LETTERS,
    "letter": Action.READ_LETTERS,
    "lettersdoc": Action.READ_LETTERS,
    "retext": Action.READ_LETTERS,
    "restore": Action.READ_LETTERS,
    "notyet": Action.READ_LETTERS,
    "sendall": Action.SEND_DECISIONS,
    "confirmsend": Action.SEND_DECISIONS,
    "stopsend": Action.SEND_DECISIONS,
    "sendagain": Action.SEND_DECISIONS,
    "arrivals": Action.SEND_DECISIONS,
    "phone": Action.RECORD_ANSWER,
    "unanswered": Action.RECORD_ANSWER,
}
"""Buttons that name a call, perhaps with a decision or a sending after it, and what they do."""

_OF_AN_APPLICATION = {
    "promote": Action.PROMOTE,
    "answer": Action.RECORD_ANSWER,
    "saidyes": Action.RECORD_ANSWER,
    "saidno": Action.RECORD_ANSWER,
    "freehours": Action.RECORD_ANSWER,
    "takepart": Action.ANSWER_GRANT,
    "renounce": Action.ANSWER_GRANT,
    "leavelist": Action.ANSWER_GRANT,
    "waitagain": Action.ANSWER_GRANT,
    "keepanswers": Action.ANSWER_GRANT,
    "nothanks": Action.ANSWER_GRANT,
    "decision": Action.ANSWER_GRANT,
}
"""Buttons that name an application, and what they do."""

BUTTONS = {**_OF_A_CALL, **_OF_AN_APPLICATION}
"""Every standing button about decisions, with the action that it takes."""

SCENES = (EditingLetter, Renouncing, Releasing)


def _body(application: str) -> str:
    return application.partition(".")[2].partition(".")[0]


def _call_of(scene: Scene, did: Incoming) -> tuple[str, Action, str] | None:
    """The call that an update is about, what it does, and the body it concerns, if any."""
    if isinstance(did, Press) and did.turn == 0:
        action, _, rest = did.choice.partition(".")
        if action in BUTTONS:
            body = _body(rest) if action in _OF_AN_APPLICATION else ""
            return rest.partition(".")[0], BUTTONS[action], body
    match scene:
        case EditingLetter(call=call):
            return call, Action.READ_LETTERS, ""
        case Renouncing(application=application):
            return application.partition(".")[0], Action.ANSWER_GRANT, _body(application)
        case Releasing(application=application):
            return application.partition(".")[0], Action.RECORD_ANSWER, ""
    return None


def more(scene: Scene, did: Incoming, facts: Facts, *, home: bool) -> tuple[AnyWant, ...]:
    """What must be known besides; only for those who may do it. `home`: the card of /inici may be shown."""
    about = _call_of(scene, did)
    calls = set()
    if about is not None and may(facts[Me()], about[1], about[2] or None):
        calls.add(about[0])
    call = deadlines.assessed(facts[want.Calls()], facts.now)
    if home and call is not None and may(facts[Me()], Action.READ_LETTERS):
        calls.add(call.id)
    known = {one.id for one in facts[want.Calls()]} & calls
    return tuple(
        one for key in sorted(known) for one in (want.ProceedingsOf(key), want.LettersOf(key), want.ContactsIn(key))
    )


def standing(action: str, rest: str, did: Press, facts: Facts) -> Step | None:
    """A standing button about decisions; None for whoever may not press it."""
    if action in _OF_AN_APPLICATION:
        return _of_an_application(action, rest, did, facts)
    call, _, key = rest.partition(".")
    found = _board(call, _OF_A_CALL[action], facts)
    if found is None:
        return None
    match action:
        case "outbox":
            return summary.show(found)
        case "letters":
            return reading.begin(found)
        case "lettersdoc":
            return reading.document(found)
        case "letter" | "retext" | "restore" | "phone":
            return _of_a_ruling(action, key, found)
        case "notyet":
            return summary.not_yet(found, did)
        case "sendall":
            return sending.ask(found, did)
        case "confirmsend":
            return sending.confirm(found, key, did)
        case "stopsend":
            return sending.stop(found, key, did)
        case "sendagain":
            return arrivals.again(found, key, did)
        case "arrivals":
            return Step(None, (arrivals.progress(found),))
        case _:
            return Step(None, (calling.listed(found),))


def _board(call: str, action: Action, facts: Facts) -> Board | None:
    return board(facts, call) if may(facts[Me()], action) else None


def _of_a_ruling(action: str, key: str, found: Board) -> Step:
    ruling = found.ruling(key)
    if ruling is None:
        return reading.gone(found)
    match action:
        case "letter":
            return reading.show(found, ruling)
        case "retext":
            return reading.edit(found, ruling)
        case "restore":
            return reading.restore(found, ruling)
        case _:
            return arrivals.phone(found, ruling)


def _of_an_application(action: str, application: str, did: Press, facts: Facts) -> Step | None:
    match action:
        case "takepart":
            return answers.accept(application, did, facts)
        case "renounce":
            return answers.renounce(application, did, facts)
        case "leavelist":
            return leaving.ask(application, did, facts)
        case "waitagain":
            return answers.wait_again(application, did, facts)
        case "keepanswers":
            return answers.keep_answers(application, did, facts)
        case "nothanks":
            return answers.no_thanks(application, did, facts)
        case "decision":
            return papers.mine(application, did, facts)
    found = _board(application.partition(".")[0], _OF_AN_APPLICATION[action], facts)
    if found is None:
        return None
    match action:
        case "promote":
            return promoting.promote(found, application, did)
        case "answer":
            return calling.show(found, application)
        case "saidyes":
            return calling.yes(found, application, did)
        case "saidno":
            return calling.no(found, application, did)
        case _:
            return calling.release(found, application)


def handle(scene: EditingLetter | Renouncing | Releasing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The dialogue that is open."""
    match scene:
        case Renouncing() if isinstance(did, Press) and did.choice == "leave":
            return leaving.leave(scene, did, facts, turn)
        case Renouncing():
            return answers.renouncing(scene, did, facts, turn)
        case EditingLetter(call=call):
            found = _board(call, Action.READ_LETTERS, facts)
            return reading.edited(scene, found, did, turn) if found is not None else None
        case _:
            found = _board(scene.application.partition(".")[0], Action.RECORD_ANSWER, facts)
            return calling.releasing(scene, found, did, turn) if found is not None else None


def cards(facts: Facts) -> tuple[Say, ...]:
    """What the card of /inici says of decisions to the commission and the office: what waits for them, if anything."""
    call = deadlines.assessed(facts[want.Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.READ_LETTERS):
        return ()
    found = board(facts, call.id)
    if found is None:
        return ()
    office = found.me.holds(Role.OFFICE)
    said = (summary.card(found), arrivals.card(found) if office else None, calling.card(found))
    return (*(one for one in said if one is not None), *promoting.cards(found))
