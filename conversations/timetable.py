"""The office extends the deadline of a call: the day, the reason, the preview and the last word (N5)."""

from __future__ import annotations

from datetime import date

from conversations import free_text
from conversations.protocol.changes import ExtendCall
from conversations.protocol.facts import Call, Standing
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ExtendingBecause, ExtendingTo, ExtendingUntil, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, Standings
from conversations.protocol.words import T, lines
from conversations.rules import deadlines
from conversations.rules.days import read_day
from conversations.rules.roles import Action, may

LONGEST_REASON = 500


def extend(facts: Facts) -> Step | None:
    """Asks for the new last day of the call that is open, or closed last."""
    call = deadlines.latest(facts[Calls()], facts.now)
    if not may(facts[Me()], Action.EXTEND_CALL):
        return None
    if call is None:
        return Step(None, (Say(T("No call has been opened yet.")),))
    says = lines(
        T("The {call} closes on {deadline}, inclusive.", call=call.name, deadline=call.deadline)
        if deadlines.takes_applications(call, facts.now)
        else T("The {call} closed on {deadline}.", call=call.name, deadline=call.deadline),
        T("What will be the new last day? For example, «15 May»."),
    )
    return Step(ExtendingTo(call.id), (Say(says, _leave()),))


def handle(
    scene: ExtendingTo | ExtendingBecause | ExtendingUntil, did: Incoming, facts: Facts, turn: int
) -> Step | None:
    """The day, the reason, the preview and the last word."""
    call = next((one for one in facts[Calls()] if one.id == scene.call), None)
    if call is None or not may(facts[Me()], Action.EXTEND_CALL):
        return None
    if isinstance(did, Press) and did.choice == "leave":
        return Step(
            Idle(), (Edit(turn=turn), Say(T("The deadline stays as it was: {deadline}.", deadline=call.deadline)))
        )
    match scene, did:
        case ExtendingTo(), Text(text=text):
            return _day(call, text, facts, turn)
        case ExtendingBecause(to=to), _:
            read = free_text.read(scene, did, LONGEST_REASON)
            if not isinstance(read, Text):
                return read
            return _preview(call, date.fromisoformat(to), read.text, facts).after(Edit(turn=turn))
        case ExtendingUntil(to=to, reason=reason), Press(choice="extend"):
            return _extended(call, date.fromisoformat(to), reason).after(Edit(turn=turn))
        case _:
            return None


def _leave() -> tuple[tuple[Button, ...], ...]:
    return column(Button(T("Leave it as it is"), "leave"))


def _day(call: Call, text: str, facts: Facts, turn: int) -> Step:
    day = read_day(text, call.deadline)
    if day is None:
        return Step(ExtendingTo(call.id), (Say(T("No day has been understood. Write it like this: «15 May».")),))
    if day <= call.deadline or day < deadlines.today(facts.now):
        says = T("The new day has to be later than {deadline}, and not past.", deadline=call.deadline)
        return Step(ExtendingTo(call.id), (Say(says),))
    says = T("Write the reason. The councils will read it as you write it.")
    return Step(ExtendingBecause(call.id, day.isoformat()), (Edit(turn=turn), Say(says, _leave())))


def _preview(call: Call, to: date, reason: str, facts: Facts) -> Step:
    counts = facts[Standings(call.id)]
    n = counts.get(Standing.DRAFT, 0)
    says = lines(
        T("<b>Nothing has been sent yet.</b>"),
        T("New last day: <b>{day}</b>, inclusive. It was {deadline}.", day=to, deadline=call.deadline),
        T("Reason: {reason}", reason=reason),
        T(
            "{n} council with an open draft will be told, and its reminders move.",
            "{n} councils with an open draft will be told, and their reminders move.",
            n=n,
        ),
        T("Those who have sent theirs are not told."),
    )
    rows = column(Button(T("Extend the deadline"), "extend"), Button(T("Leave it as it is"), "leave"))
    return Step(ExtendingUntil(call.id, to.isoformat(), reason), (Say(says, rows),))


def _extended(call: Call, to: date, reason: str) -> Step:
    if to <= call.deadline:
        return Step(Idle(), (Say(T("It had already been extended: {deadline}, inclusive.", deadline=call.deadline)),))
    says = T(
        "Done: the {call} is open until {day}, inclusive. The drafts will be told in working hours.",
        call=call.name,
        day=to,
    )
    return Step(Idle(), (Say(says),), (ExtendCall(call.id, to, reason, call.deadline),))
