"""What must be known to answer an update, and which matters it may change."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from conversations import forecasting, groups
from conversations.commission import door
from conversations.decisions import doors
from conversations.intake.answering import TOGGLES
from conversations.intake.decided import awaits_rulings
from conversations.keeping import door as keeping
from conversations.mailbox import door as post
from conversations.mentoring import wanted as mentoring
from conversations.protocol import wants as want
from conversations.protocol.facts import Person, Role
from conversations.protocol.incoming import Command, Edited, Incoming, Press, Reachable, Text, taken_for
from conversations.protocol.scenes import (
    AnsweringData,
    AnsweringHelp,
    AskingData,
    Assessing,
    ChoosingBody,
    Commenting,
    DeclaringConflict,
    DialogueState,
    Erasing,
    ExtendingBecause,
    ExtendingUntil,
    FindingBody,
    HandingOver,
    Idle,
    NotAdmitting,
    ReadingNotice,
    Renouncing,
    Sending,
)
from conversations.protocol.wants import AnyWant, Facts, Me, MyAccessRequest
from conversations.rules import deadlines
from conversations.rules.greetings import greets
from conversations.rules.roles import Action, may
from conversations.rules.tokens import digest

EVERYTHING = "everything"
"""The claim of an update that is answered alone: what it changes may concern anybody."""

SEVERAL = "0:several"
"""The button that stands for a typed label which several messages offer for different matters."""

_STANDING = 0
_LATE = ("admitlate", "leavelate")
_OF_A_BODY = ("handover",)
_OF_AN_APPLICATION = ("sheet", "sheetpdf", "complete", "lack", "reject")


def wants(state: DialogueState, did: Incoming) -> tuple[AnyWant, ...]:
    """What must be known to answer (first look)."""
    wanted: list[AnyWant] = [
        Me(),
        want.Calls(),
        want.MyApplications(),
        want.MySkips(),
        want.MyDataRequests(),
        want.Office(),
        MyAccessRequest(),
    ]
    match did:
        case Command(command="start", argument=token) if token:
            wanted += [want.InvitationOf(digest(token)), want.WrongTokens()]
        case Edited(message=message):
            wanted += [want.GivenBy(message), want.DataGivenBy(message)]
        case Command(command="les_meves_dades"):
            wanted.append(want.MyData())
        case Press(turn=0, choice=choice) if choice.partition(".")[0] == "mydata":
            wanted.append(want.MyData())
        case Press(turn=0, choice=choice):
            wanted += _wanted_by(choice)
    if not did.private or (isinstance(did, Command) and did.command in groups.COMMANDS):
        wanted.append(want.BoundGroups())
    if isinstance(state.scene, FindingBody | ChoosingBody | ReadingNotice):
        wanted.append(want.Register())
    if isinstance(state.scene, AnsweringHelp):
        wanted.append(want.HelpRequestOf(state.scene.request))
    if isinstance(state.scene, ExtendingBecause | ExtendingUntil):
        wanted += [want.Standings(state.scene.call), want.OpenDrafts(state.scene.call)]
    if isinstance(state.scene, ChoosingBody) and state.scene.purpose == "invite" and isinstance(did, Press):
        wanted.append(want.Holders(did.choice.partition(".")[2]))
    if isinstance(state.scene, HandingOver):
        body = state.scene.body
        wanted += [want.Register(), want.Holders(body), want.ApplicationsOf(body)]
    if isinstance(state.scene, AskingData | NotAdmitting):
        wanted += [want.ApplicationOf(state.scene.application), want.Register()]
    for scene in (state.scene, *state.aside):
        if isinstance(scene, Assessing | Commenting | DeclaringConflict):
            wanted.append(want.ApplicationOf(scene.application))
    if isinstance(state.scene, AnsweringData):
        wanted.append(want.DataRequestOf(state.scene.request))
    if (isinstance(did, Command) and did.command == "previsio") or _named(did, ("forecast",)) is not None:
        wanted.append(want.PlannedNotices(forecasting.SPAN.days))
    return (*wanted, *keeping.wants(state.scene, did), *mentoring.first(state, did), *post.wants(state.scene, did))


def _wanted_by(choice: str) -> list[AnyWant]:
    action, _, key = choice.partition(".")
    if action in _LATE:
        return [want.ApplicationOf(key), want.LatePressOf(key)]
    if action in _OF_AN_APPLICATION:
        return [want.ApplicationOf(key.partition("~")[0]), want.Register()]
    if action in _OF_A_BODY:
        return [want.Register(), want.Holders(key), want.ApplicationsOf(key)]
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return []
    if action in ("grant", "refuse"):
        return [want.AccessRequestOf(int(key))]
    if action in ("data", "undata"):
        return [want.DataRequestOf(int(key))]
    return [want.HelpRequestOf(int(key))] if action == "reply" else []


def more(state: DialogueState, did: Incoming, facts: Facts) -> tuple[AnyWant, ...]:
    """What the first look shows to be needed too (second and last look)."""
    queue = (want.ToAssess(),) if facts[Me()].holds(Role.COMMISSION) else ()
    hours = mentoring.more(state, did, facts)
    decided = doors.more(state.scene, did, facts, home=_goes_home(state, did))
    attend = may(facts[Me()], Action.ATTEND) and _goes_home(state, did)
    needed = (want.NeedsAPerson(),) if attend else ()
    told = (want.MyRulings(),) if awaits_rulings(facts) else ()
    meeting = _of_the_commission(state, did, facts)
    noted = post.more(state.scene, facts)
    return (*_more(state, did, facts), *queue, *hours, *meeting, *decided, *told, *needed, *noted)


def _goes_home(state: DialogueState, did: Incoming) -> bool:
    """Whether the card of /inici may be the answer."""
    match did:
        case Command():
            return True
        case Press():
            return _named(did, ("home",)) is not None
        case Text(text=text):
            return isinstance(state.scene, Idle) or greets(text)
        case _:
            return False


def _of_the_commission(state: DialogueState, did: Incoming, facts: Facts) -> tuple[AnyWant, ...]:
    """All that the commission works with, for whoever may see it and asks for something that needs it."""
    call = deadlines.assessed(facts[want.Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.MEET):
        return ()
    reads = isinstance(state.scene, ReadingNotice) and state.scene.then == "commission"
    open_here = any(isinstance(scene, door.Scenes) for scene in (state.scene, *state.aside))
    if reads or open_here or _named(did, door.ACTIONS) is not None:
        return (want.ProceedingsOf(call.id),)
    return ()


def _more(state: DialogueState, did: Incoming, facts: Facts) -> tuple[AnyWant, ...]:
    if isinstance(did, Command) and did.command == "start" and did.argument:
        invitation = facts[want.InvitationOf(digest(did.argument))]
        if invitation is None or not invitation.body:
            return ()
        return (want.ApplicationsOf(invitation.body), want.RulingsOf(invitation.body))
    if isinstance(did, Text) and not facts[Me()].seats:
        return (want.Register(),)
    sends = isinstance(state.scene, Sending) or _named(did, _LATE) is not None
    numbers = [want.NextNumber(call.id) for call in facts[want.Calls()]] if sends else []
    bodies = [seat.body for seat in facts[Me()].contact_seats() if seat.body]
    if isinstance(state.scene, AskingData | NotAdmitting):
        bodies.append(_body_of(state.scene.application))
    if (late := _named(did, _LATE)) is not None:
        bodies.append(_body_of(late))
    listed = [want.Desk(call.id) for call in facts[want.Calls()]] if _named(did, ("desk",)) is not None else []
    return (*numbers, *(want.Contacts(body) for body in dict.fromkeys(bodies)), *listed)


def _named(did: Incoming, actions: Collection[str]) -> str | None:
    """What a standing button with one of these actions names; None for anything else."""
    if not isinstance(did, Press) or did.turn != _STANDING:
        return None
    action, _, key = did.choice.partition(".")
    return key if action in actions else None


def _body_of(application: str) -> str:
    return application.partition(".")[2].partition(".")[0]


def claims(state: DialogueState, did: Incoming, me: Person) -> frozenset[str]:
    """The matters that an update may change. Two updates that claim the same one are not answered together."""
    if (
        me.holds(Role.OFFICE)
        or me.holds(Role.COMMISSION)
        or (isinstance(did, Command) and did.command == "start" and did.argument)
        or (isinstance(did, Reachable) and not did.private)
    ):
        return frozenset({EVERYTHING})
    if isinstance(state.scene, Erasing | Renouncing) or _named(did, doors.BUTTONS) is not None:
        return frozenset({EVERYTHING})
    numbers = {"numbers"} if isinstance(state.scene, Sending) else set()
    bodies = {f"body:{seat.body}" for seat in me.seats if seat.body}
    # What the commission writes depends on all that it has written, and its decisions move hours.
    shared = {mentoring.HOURS} if me.holds(Role.COMMISSION) else set()
    return frozenset({f"person:{did.person}", *bodies, *numbers, *shared, *mentoring.claims(state, did, me)})


def of_several(found: Iterable[str]) -> str:
    """The button for a typed label that hangs under several matters; it says what they do, if all do the same."""
    actions = {one.partition(":")[2].partition(".")[0] for one in found}
    return f"{SEVERAL}.{actions.pop()}" if len(actions) == 1 else SEVERAL


def typed_button(did: Text, data: str, message: int = 0) -> Text | Press:
    """A typed label is the button it names, judged by the time it was typed; it hangs under `message` where known."""
    turn, _, choice = data.partition(":")
    if choice.partition(".")[0] in TOGGLES:
        return did  # a typed list of options is a whole answer, not one mark more
    hangs = message or did.message
    return taken_for(Press, did, message=hangs, turn=int(turn), choice=choice, typed=did.message)
