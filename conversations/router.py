"""The one door of the mind: which dialogue answers, and which turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from conversations import (
    desk,
    forecasting,
    groups,
    handover,
    help,
    home,
    lacking,
    minimal,
    office,
    onboarding,
    preferences,
    supplying,
    timetable,
)
from conversations.commission import assessing, door, unfinished
from conversations.decisions import doors
from conversations.intake import answering, editing, known, late, opening, sending, summary
from conversations.intake.attachments import cannot_read
from conversations.keeping import door as keeping
from conversations.mailbox import door as post
from conversations.mentoring import door as mentoring
from conversations.mentoring import entrance
from conversations.privacy import erasing, mine, telling
from conversations.protocol.changes import AskToBeTold, MoveChat, SetReachable
from conversations.protocol.incoming import (
    Attachment,
    Command,
    Edited,
    Happened,
    Incoming,
    Moved,
    Press,
    Reachable,
    Text,
)
from conversations.protocol.mailed import Entering
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import (
    Agreeing,
    Allowing,
    AnsweringData,
    AnsweringHelp,
    Asking,
    AskingData,
    AskingHelp,
    Assessing,
    Authorising,
    ChoosingBody,
    ChoosingRole,
    Claiming,
    Commenting,
    Committing,
    ConfirmingChange,
    DatingStay,
    DescribingMentor,
    DialogueState,
    EditingLetter,
    Erasing,
    ExtendingBecause,
    ExtendingTo,
    ExtendingUntil,
    FindingBody,
    HandingOver,
    Idle,
    Invited,
    KeepingMember,
    KeepingStay,
    NamingCriterion,
    NotAdmitting,
    PickingAnswer,
    ReadingNotice,
    Releasing,
    Renouncing,
    Reporting,
    Reviewing,
    Scene,
    Sending,
    Settling,
    Supplying,
    Withdrawing,
)
from conversations.protocol.turn import Step, Turn
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines
from conversations.rules import taps
from conversations.rules.greetings import greets
from conversations.stale import stale

STANDING = 0


def respond(state: DialogueState, did: Incoming, facts: Facts) -> Turn:
    """One turn. Pure: the same state, incoming and facts give the same answer."""
    if taps.again(state, did, facts.now):
        return Turn(state)
    step = _step(state, did, facts)
    if did.private:
        step = unfinished.back(state, entrance.back(state, step, did, facts), facts)
    if facts.house.minimal:
        step = replace(step, replies=minimal.quiet(step.replies))
    scene = state.scene if step.scene is None else step.scene
    turn = state.turn if _stays(state.scene, scene, step) else state.turn + 1
    aside = state.aside if step.aside is None else step.aside
    after = DialogueState(turn, scene, *taps.noted(did, facts.now), aside)
    return Turn(after, _apart_from(did, step.replies), step.changes)


def apologise(did: Happened) -> tuple[Reply, ...]:
    """What a person is told when our own fault kept an update from being answered."""
    if not did.private:
        return ()
    says = lines(
        T("There has been a problem of ours, and the last thing you sent has not been saved."),
        T("Everything before it is safe. Send it again, please; with /inici you see where you were."),
    )
    return (Say(says),)


def undelivered(letter: int, name: str, office: Iterable[int]) -> tuple[Reply, ...]:
    """What the office is told, once, when a letter to somebody else could not be delivered by our own fault."""
    says = lines(
        T("<b>A message has not been delivered</b>, for {name}.", name=name or T("somebody without a name here")),
        T("The fault is ours. Tell whoever looks after the bot: letter {number}.", number=letter),
    )
    return tuple(Say(says, to=one, once=f"undelivered:{letter}:{one}") for one in office)


def _apart_from(did: Incoming, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """To a button that was typed, the answer comes as a new message: the one that it hangs under may be far up.

    The message that the person wrote cannot be edited at all.
    """
    if not isinstance(did, Press) or not did.typed:
        return replies
    said: list[Reply] = []
    for reply in replies:
        if not isinstance(reply, Edit) or reply.message != did.message:
            said.append(reply)
            continue
        if did.message != did.typed:
            said.append(reply if reply.text is None else Edit(reply.text, message=reply.message))
        if reply.text is not None:
            said.append(Say(reply.text, reply.keyboard))
    return tuple(said)


def _stays(before: Scene, after: Scene, step: Step) -> bool:
    """Whether the buttons on the screen stay the live ones: no new ones came and the place is the same."""
    offered = any(
        isinstance(reply, Say)
        and reply.to is None
        and any(not button.standing for row in reply.keyboard for button in row)
        for reply in step.replies
    )
    return not offered and _place(before) == _place(after)


def _place(scene: Scene) -> Scene:
    if isinstance(scene, Asking):
        return replace(scene, toggled=(), tried=0, doubted=None, long=0, long_at=0)
    if isinstance(scene, Assessing | Agreeing):
        return replace(scene, scores=())
    if isinstance(scene, DescribingMentor):
        return replace(scene, topics=())
    if isinstance(scene, ReadingNotice):
        return replace(scene, told="", message=0, at="", more=())
    if isinstance(scene, Entering):
        return replace(scene, toggled=(), doubted=None)
    if isinstance(scene, NamingCriterion):
        return replace(scene, chosen=())
    return scene


def _step(state: DialogueState, did: Incoming, facts: Facts) -> Step:
    match did:
        case Moved(chat=old, to=new):
            return Step(None, (), (MoveChat(old, new),))
        case _ if not did.private:
            return groups.happens(did, facts)
        case Reachable(reachable=reachable):
            return Step(None, (), (SetReachable(reachable),))
    back = () if facts[Me()].reachable else (SetReachable(True),)
    step = minimal.away(state, did, facts) or _private(state, did, facts)
    return step.also(*back)


def _private(state: DialogueState, did: Incoming, facts: Facts) -> Step:
    match did:
        case Command():
            return _kept(state, _command(state.scene, did, facts), facts)
        case Press(turn=turn, choice=choice) if turn == STANDING:
            pressed = _standing(state.scene, choice, did, facts)
            return _kept(state, pressed, facts) if pressed else stale(state, did, facts)
        case Press(turn=turn) if turn != state.turn:
            return stale(state, did, facts)
        case Edited():
            mine = editing.edited(state.scene, did, facts, state.turn)
            mine = mine or supplying.edited(state.scene, did, facts, state.turn)
            mine = mine or entrance.edited(state.scene, did, facts, state.turn)
            return mine or entrance.edited_aside(state, did, facts) or Step(None)
    if isinstance(did, Text) and greets(did.text) and not isinstance(state.scene, AskingHelp | AnsweringHelp):
        return _kept(state, _home(did, facts).after(Edit(turn=state.turn)), facts)
    gone = known.left(state.scene, facts)
    if gone is not None:
        return _left(gone, facts).after(Edit(turn=state.turn))
    return _scene(state, did, facts) or _elsewhere(state, did, facts)


def _kept(state: DialogueState, step: Step, facts: Facts) -> Step:
    """What waits in the dialogue that is open is not lost by what was done beside it."""
    return unfinished.kept(state, entrance.kept(state, step, facts), facts)


def _home(did: Incoming, facts: Facts) -> Step:
    return home.home(did, facts) if facts[Me()].seats else onboarding.hello(did, facts)


def _command(scene: Scene, did: Command, facts: Facts) -> Step:
    match did.command:
        case "start" if did.argument:
            return onboarding.open_link(did, facts)
        case "start" | "inici":
            return _home(did, facts)
        case "estat":
            return home.status(did, facts) if facts[Me()].seats else onboarding.hello(did, facts)
        case "ajuda" | "help":
            return help.help_card(facts)
        case "privacitat":
            return help.privacy(facts)
        case "les_meves_dades":
            return mine.show(facts)
        case "esborra":
            return erasing.explain(did, facts)
        case "convida":
            return office.invite(facts) or _unknown(did, facts)
        case "previsio":
            return forecasting.show(facts) or _unknown(did, facts)
        case _ if did.command in groups.COMMANDS:
            return groups.in_private(facts) or _unknown(did, facts)
        case "sessions":
            return entrance.sessions(scene, facts)
        case "avisos":
            return preferences.card(facts)
        case _:
            return _unknown(did, facts)


def _unknown(did: Command, facts: Facts) -> Step:
    says = T("The bot does not know this command. With /inici you see what you can do.")
    return Step(None, (Say(says),))


def _standing(scene: Scene, choice: str, did: Press, facts: Facts) -> Step | None:
    action, _, rest = choice.partition(".")
    match action:
        case "grant" | "refuse":
            return office.decide_access(choice, did, facts)
        case "reply":
            return office.answer_help(choice, did, facts)
        case "handover":
            return handover.open_(choice, facts)
        case _ if action in post.ACTIONS:
            return post.press(choice, facts)
        case "invite":
            return office.invite(facts)
        case "extend":
            return timetable.extend(facts)
        case "desk":
            return desk.show(facts, _page(rest))
        case "forecast":
            return forecasting.show(facts, _page(rest))
        case "sheet":
            return desk.sheet(choice, facts)
        case "sheetpdf":
            return desk.pdf(choice, facts)
        case "complete":
            return desk.complete(choice, did, facts)
        case "lack":
            return lacking.lack(choice, facts)
        case "reject":
            return desk.reject(choice, did, facts)
        case "admitlate" | "leavelate":
            return late.decide(choice, did, facts)
        case _ if action == "assess" or action in door.ACTIONS:
            return door.press(did, facts)
        case _ if action in mentoring.ACTIONS:
            return mentoring.press(did, facts)
        case "data":
            return supplying.open_answer(choice, facts)
        case "undata":
            return supplying.take_back(choice, did, facts)
        case "sessions":
            return entrance.sessions(scene, facts)
        case "mute" | "unmute":
            return preferences.switch(action == "mute", did)
        case "help":
            return help.open_help(scene, facts)
        case "mydata":
            return mine.show(facts)
        case "erase":
            return erasing.explain(did, facts)
        case "home":
            return _home(did, facts)
        case "several":
            says = T("Several messages have this button: press it under the one that you mean.")
            return entrance.several(rest, facts) or Step(None, (Say(says),))
        case "search" if not facts[Me()].seats:
            return onboarding.search()
        case "tell":
            says = T("Done: you will be told here when the next call opens.")
            ask = column(Button(T("Write to the technical office"), "help", standing=True))
            return Step(None, (Edit(keyboard=ask, message=did.message), Say(says)), (AskToBeTold(True),))
        case "start":
            seat = next((seat for seat in facts[Me()].contact_seats() if seat.body == rest), None)
            return opening.start(seat, did, facts) if seat else None
        case _ if action in keeping.BUTTONS:
            return keeping.standing(choice, did, facts)
        case _ if action in doors.BUTTONS:
            return doors.standing(action, rest, did, facts)
        case "go" | "show" | "pdf" | "pick" | "withdraw" | "resubmit" | "fix" | "notnow":
            return opening.press(choice, did, facts)
        case _:
            return entrance.standing(choice, did, facts)


def _left(body: str, facts: Facts) -> Step:
    """The dialogue ends for whoever is no longer a contact of its body: said, and nothing is saved (N21)."""
    ask = column(Button(T("Write to the technical office"), "help", standing=True))
    return Step(Idle(), (Say(known.no_longer(body, facts), ask),))


def _page(rest: str) -> int:
    return int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 6 else 0


def _scene(state: DialogueState, did: Incoming, facts: Facts) -> Step | None:
    """The dialogue that is open."""
    scene, turn = state.scene, state.turn
    if isinstance(scene, door.Scenes):
        return door.handle(scene, did, facts, turn)
    if isinstance(scene, post.Scenes):
        return post.handle(scene, did, facts, turn)
    if keeping.ours(scene):
        return keeping.handle(scene, did, facts, turn)
    if isinstance(scene, mentoring.Scenes):
        return mentoring.handle(scene, did, facts, turn)
    match scene:
        case Idle():
            return None
        case FindingBody():
            return onboarding.find(scene, did, facts) if isinstance(did, Text) else None
        case ChoosingBody(purpose="mail"):
            return post.choose(scene, did, facts, turn)
        case ChoosingBody(purpose="invite"):
            return office.choose_body(scene, did, facts, turn)
        case ChoosingBody():
            return onboarding.choose(scene, did, facts, turn)
        case AskingData():
            return lacking.ask_data(scene, did, facts, turn)
        case AnsweringData():
            return supplying.answer_data(scene, did, facts, turn)
        case Supplying():
            return supplying.handle(scene, did, facts, turn)
        case NotAdmitting():
            return desk.not_admit(scene, did, facts, turn)
        case Assessing():
            return assessing.handle(scene, did, facts, turn)
        case Commenting():
            return assessing.comment(scene, did, facts, turn)
        case EditingLetter() | Renouncing() | Releasing():
            return doors.handle(scene, did, facts, turn)
        case ExtendingTo() | ExtendingBecause() | ExtendingUntil():
            return timetable.handle(scene, did, facts, turn)
        case Erasing():
            return erasing.handle(scene, did, facts, turn)
        case HandingOver():
            return handover.handle(scene, did, facts, turn)
        case ChoosingRole():
            return office.choose_role(did, facts, turn)
        case ReadingNotice(then="access"):
            return onboarding.read_notice(scene, did, facts, turn)
        case ReadingNotice(then="commission"):
            return door.read_notice(scene, did, facts, turn)
        case ReadingNotice(then="mentoring"):
            return mentoring.read_notice(scene, did, facts, turn)
        case ReadingNotice():
            return opening.read_notice(scene, did, facts, turn)
        case Invited():
            return opening.handle(scene, did, facts, turn)
        case Asking():
            return answering.handle(scene, did, facts, turn)
        case ConfirmingChange():
            return answering.confirm_change(scene, did, facts, turn)
        case Reviewing():
            return summary.handle(scene, did, facts, turn) or sending.handle(scene, did, facts, turn)
        case PickingAnswer():
            return summary.handle(scene, did, facts, turn)
        case Sending():
            return late.handle(scene, did, facts, turn) or sending.handle(scene, did, facts, turn)
        case Committing() | Authorising() | Withdrawing():
            return sending.handle(scene, did, facts, turn)
        case KeepingMember() | DatingStay() | KeepingStay():
            return None
        case Reporting() | Claiming() | Settling() | Allowing():
            return entrance.handle(state, did, facts)
        case AskingHelp():
            return help.handle(scene, did, facts, turn)
        case AnsweringHelp():
            return office.write_answer(scene, did, facts, turn)
        case _:
            assert_never(scene)


def _elsewhere(state: DialogueState, did: Incoming, facts: Facts) -> Step:
    """What no open dialogue understood: said kindly, with the way on; nothing is lost and nothing moves."""
    if isinstance(did, Press):
        return stale(state, did, facts)
    if isinstance(did, Attachment):
        says = lines(cannot_read(did.kind), T("Write it, please; nothing has been lost."))
        where = column(Button(T("Show me where I was"), "home", standing=True)) if facts[Me()].seats else ()
        return Step(None, (Say(says, where, once=f"album:{did.chat}:{did.album}" if did.album else None),))
    if isinstance(did, Text):
        quiet = facts.house.minimal or entrance.tells(did, facts)
        supplied = None if quiet else supplying.unasked(state.scene, did, facts)
        if supplied is not None:
            return supplied.after(Edit(turn=state.turn))
        if (heard := entrance.heard(state.scene, did, facts)) is not None:
            return heard
        if isinstance(state.scene, Idle) and (said := entrance.by_council(did, facts)) is not None:
            return said
    if isinstance(state.scene, Idle):
        return _home(did, facts)
    if isinstance(state.scene, ReadingNotice):
        return telling.first(state.scene, state.turn)
    if isinstance(did, Text) and (said := entrance.by_council_beside(did, facts)) is not None:
        return said
    says = lines(
        T("Press one of the buttons above, or write what it says."),
        T("Nothing has been lost. With /inici you start from where you were."),
    )
    return Step(None, (Say(says),))
