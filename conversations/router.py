"""The one door of the mind: which dialogue answers, what it must know, and which turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from conversations import desk, help, home, office, onboarding, preferences, timetable
from conversations.intake import answering, editing, opening, sending, summary
from conversations.intake.attachments import cannot_read
from conversations.privacy import erasing, mine
from conversations.protocol import wants as want
from conversations.protocol.changes import AskToBeTold, MoveChat, SetReachable
from conversations.protocol.facts import Person, Role
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
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import (
    AnsweringData,
    AnsweringHelp,
    Asking,
    AskingData,
    AskingHelp,
    Authorising,
    ChoosingBody,
    ChoosingRole,
    Committing,
    ConfirmingChange,
    DialogueState,
    Erasing,
    ExtendingBecause,
    ExtendingTo,
    ExtendingUntil,
    FindingBody,
    Idle,
    Invited,
    NotAdmitting,
    PickingAnswer,
    ReadingNotice,
    Reviewing,
    Scene,
    Sending,
    Withdrawing,
)
from conversations.protocol.turn import Step, Turn
from conversations.protocol.wants import AnyWant, Facts, Me, MyAccessRequest
from conversations.protocol.words import T, lines
from conversations.rules.greetings import greets
from conversations.stale import stale

EVERYTHING = "everything"
"""The claim of an update that is answered alone: what it changes may concern anybody."""

STANDING = 0
_OF_AN_APPLICATION = ("sheet", "sheetpdf", "complete", "lack", "reject")


def wants(state: DialogueState, did: Incoming) -> tuple[AnyWant, ...]:
    """What must be known to answer (first look)."""
    wanted: list[AnyWant] = [
        Me(),
        want.Calls(),
        want.MyApplications(),
        want.MySkips(),
        want.Office(),
        MyAccessRequest(),
    ]
    match did:
        case Command(command="start", argument=token) if token:
            wanted += [want.InvitationOf(onboarding.digest(token)), want.WrongTokens()]
        case Edited(message=message):
            wanted.append(want.GivenBy(message))
        case Command(command="les_meves_dades") | Press(turn=0, choice="mydata"):
            wanted.append(want.MyData())
        case Press(turn=0, choice=choice):
            wanted += _wanted_by(choice)
    if isinstance(state.scene, FindingBody | ChoosingBody | ReadingNotice):
        wanted.append(want.Register())
    if isinstance(state.scene, AnsweringHelp):
        wanted.append(want.HelpRequestOf(state.scene.request))
    if isinstance(state.scene, ExtendingBecause | ExtendingUntil):
        wanted.append(want.Standings(state.scene.call))
    if isinstance(state.scene, AskingData | NotAdmitting):
        wanted += [want.ApplicationOf(state.scene.application), want.Register()]
    if isinstance(state.scene, AnsweringData):
        wanted.append(want.DataRequestOf(state.scene.request))
    if isinstance(did, Command) and did.command == "previsio":
        wanted.append(want.PlannedNotices(timetable.FORECAST.days))
    return tuple(wanted)


def _wanted_by(choice: str) -> list[AnyWant]:
    action, _, key = choice.partition(".")
    if action in _OF_AN_APPLICATION:
        return [want.ApplicationOf(key), want.Register()]
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return []
    if action in ("grant", "refuse"):
        return [want.AccessRequestOf(int(key))]
    if action == "data":
        return [want.DataRequestOf(int(key))]
    return [want.HelpRequestOf(int(key))] if action == "reply" else []


def more(state: DialogueState, did: Incoming, facts: Facts) -> tuple[AnyWant, ...]:
    """What the first look shows to be needed too (second and last look)."""
    if isinstance(did, Command) and did.command == "start" and did.argument:
        invitation = facts[want.InvitationOf(onboarding.digest(did.argument))]
        return (want.ApplicationsOf(invitation.body),) if invitation and invitation.body else ()
    if isinstance(did, Text) and not facts[Me()].seats:
        return (want.Register(),)
    numbers = [want.NextNumber(call.id) for call in facts[want.Calls()]] if isinstance(state.scene, Sending) else []
    bodies = [seat.body for seat in facts[Me()].contact_seats() if seat.body]
    if isinstance(state.scene, AskingData | NotAdmitting):
        bodies.append(state.scene.application.partition(".")[2].partition(".")[0])
    listed = [want.Desk(call.id) for call in facts[want.Calls()]] if _lists(did) else []
    return (*numbers, *(want.Contacts(body) for body in dict.fromkeys(bodies)), *listed)


def _lists(did: Incoming) -> bool:
    return isinstance(did, Press) and did.turn == STANDING and did.choice.partition(".")[0] == "desk"


def claims(state: DialogueState, did: Incoming, me: Person) -> frozenset[str]:
    """The matters that an update may change. Two updates that claim the same one are not answered together."""
    if me.holds(Role.OFFICE) or (isinstance(did, Command) and did.command == "start" and did.argument):
        return frozenset({EVERYTHING})
    if isinstance(state.scene, Erasing):
        return frozenset({EVERYTHING})
    numbers = {"numbers"} if isinstance(state.scene, Sending) else set()
    bodies = {f"body:{seat.body}" for seat in me.seats if seat.body}
    return frozenset({f"person:{did.person}", *bodies, *numbers})


def respond(state: DialogueState, did: Incoming, facts: Facts) -> Turn:
    """One turn. Pure: the same state, incoming and facts give the same answer."""
    step = _step(state, _pressed(did), facts)
    scene = state.scene if step.scene is None else step.scene
    turn = state.turn if _stays(state.scene, scene, step) else state.turn + 1
    return Turn(DialogueState(turn, scene), _apart_from(did, step.replies), step.changes)


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


def _pressed(did: Incoming) -> Incoming:
    """A typed label is the button it names, judged by the time it was typed."""
    if not isinstance(did, Text) or did.picked is None:
        return did
    turn, _, choice = did.picked.partition(":")
    if choice.partition(".")[0] in answering.TOGGLES:
        return did  # a typed list of options is a whole answer, not one mark more
    return Press(
        update=did.update,
        chat=did.chat,
        person=did.person,
        name=did.name,
        private=did.private,
        at=did.at,
        message=did.message,
        turn=int(turn),
        choice=choice,
        typed=did.message,
    )


def _apart_from(did: Incoming, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The replies without edits of a message that the person wrote; what they would say is said in a new one."""
    if not isinstance(did, Text):
        return replies
    said: list[Reply] = []
    for reply in replies:
        if not isinstance(reply, Edit) or reply.message != did.message:
            said.append(reply)
        elif reply.text is not None:
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
    return scene


def _step(state: DialogueState, did: Incoming, facts: Facts) -> Step:
    match did:
        case Moved(chat=old, to=new):
            return Step(None, (), (MoveChat(old, new),))
        case Reachable(reachable=reachable):
            return Step(None, (), (SetReachable(reachable),))
    if not did.private:
        return _in_a_group(did, facts)
    back = () if facts[Me()].reachable else (SetReachable(True),)
    return _private(state, did, facts).also(*back)


def _in_a_group(did: Incoming, facts: Facts) -> Step:
    if isinstance(did, Command):
        return Step(None, (Say(help.about(facts, False)),))
    return Step(None)


def _private(state: DialogueState, did: Incoming, facts: Facts) -> Step:
    match did:
        case Command():
            return _command(did, facts)
        case Press(turn=turn, choice=choice) if turn == STANDING:
            return _standing(state.scene, choice, did, facts) or stale(state, did, facts)
        case Press(turn=turn) if turn != state.turn:
            return stale(state, did, facts)
        case Edited():
            return editing.edited(state.scene, did, facts, state.turn) or Step(None)
    if isinstance(did, Text) and greets(did.text) and not isinstance(state.scene, AskingHelp | AnsweringHelp):
        return _home(did, facts).after(Edit(turn=state.turn))
    return _scene(state, did, facts) or _elsewhere(state, did, facts)


def _home(did: Incoming, facts: Facts) -> Step:
    return home.home(did, facts) if facts[Me()].seats else onboarding.hello(did, facts)


def _command(did: Command, facts: Facts) -> Step:
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
            return timetable.forecast(facts) or _unknown(did, facts)
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
        case "invite":
            return office.invite(facts)
        case "extend":
            return timetable.extend(facts)
        case "desk":
            return desk.show(facts, int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 6 else 0)
        case "sheet":
            return desk.sheet(choice, facts)
        case "sheetpdf":
            return desk.pdf(choice, facts)
        case "complete":
            return desk.complete(choice, did, facts)
        case "lack":
            return desk.lack(choice, facts)
        case "reject":
            return desk.reject(choice, facts)
        case "data":
            return desk.open_answer(choice, facts)
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
        case "search" if not facts[Me()].seats:
            return onboarding.search()
        case "tell":
            says = T("Done: you will be told here when the next call opens.")
            ask = column(Button(T("Write to the technical office"), "help", standing=True))
            return Step(None, (Edit(keyboard=ask, message=did.message), Say(says)), (AskToBeTold(True),))
        case "start":
            seat = next((seat for seat in facts[Me()].contact_seats() if seat.body == rest), None)
            return opening.start(seat, did, facts) if seat else None
        case "go" | "show" | "pdf" | "pick" | "withdraw" | "resubmit" | "fix" | "notnow":
            return opening.standing(choice, did, facts)
        case _:
            return None


def _scene(state: DialogueState, did: Incoming, facts: Facts) -> Step | None:
    """The dialogue that is open."""
    scene, turn = state.scene, state.turn
    match scene:
        case Idle():
            return None
        case FindingBody():
            return onboarding.find(scene, did, facts) if isinstance(did, Text) else None
        case ChoosingBody(purpose="invite"):
            return office.choose_body(scene, did, facts, turn)
        case ChoosingBody():
            return onboarding.choose(scene, did, facts, turn)
        case AskingData():
            return desk.ask_data(scene, did, facts, turn)
        case AnsweringData():
            return desk.answer_data(scene, did, facts, turn)
        case NotAdmitting():
            return desk.not_admit(scene, did, facts, turn)
        case ExtendingTo() | ExtendingBecause() | ExtendingUntil():
            return timetable.handle(scene, did, facts, turn)
        case Erasing():
            return erasing.handle(scene, did, facts, turn)
        case ChoosingRole():
            return office.choose_role(did, facts, turn)
        case ReadingNotice(then="access"):
            return onboarding.read_notice(scene, did, facts, turn)
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
        case Committing() | Authorising() | Sending() | Withdrawing():
            return sending.handle(scene, did, facts, turn)
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
    if isinstance(state.scene, Idle):
        return _home(did, facts)
    says = lines(
        T("Press one of the buttons above, or write what it says."),
        T("Nothing has been lost. With /inici you start from where you were."),
    )
    return Step(None, (Say(says),))
