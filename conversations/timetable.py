"""The office extends the deadline of a call: the day, the reason, the preview and the last word (N5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conversations import digests, free_text
from conversations.protocol.changes import ExtendCall
from conversations.protocol.facts import Call, Standing
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ExtendingBecause, ExtendingTo, ExtendingUntil, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, OpenDrafts, Standings
from conversations.protocol.words import Council, Listed, T, Words, lines, paragraphs
from conversations.rules import deadlines, reminders
from conversations.rules.days import read_day
from conversations.rules.outages import concerned, is_outage
from conversations.rules.reminders import Planned
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
            read = free_text.reason(scene, did, LONGEST_REASON, turn, _leave()[0][0])
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
    because = T("Write the reason. The councils will read it as you write it.")
    gap = facts.house.gap
    example = (
        T("For example: «The bot was not working from {begin} to {end}.»", begin=gap[0], end=gap[1])
        if gap and is_outage(*gap) and concerned([call], *gap)
        else None
    )
    return Step(ExtendingBecause(call.id, day.isoformat()), (Edit(turn=turn), Say(lines(because, example), _leave())))


def _preview(call: Call, to: date, reason: str, facts: Facts) -> Step:
    n = facts[Standings(call.id)].get(Standing.DRAFT, 0)
    drafts = facts[OpenDrafts(call.id)]
    says = paragraphs(
        lines(
            T("<b>Nothing has been sent yet.</b>"),
            T("New last day: <b>{day}</b>, inclusive. It was {deadline}.", day=to, deadline=call.deadline),
            T("Reason: {reason}", reason=reason),
        ),
        lines(
            T("{n} council with an open draft will be told:", "{n} councils with an open draft will be told:", n=n)
            if n
            else T("No council has an open draft: nobody will be told."),
            _names([name for name, _ in drafts], n) if n else None,
            _unreachable([name for name, reachable in drafts if not reachable]),
            T("Those who have sent theirs are not told."),
        ),
        _moved(call, to, facts),
    )
    rows = column(Button(T("Extend the deadline"), "extend"), Button(T("Leave it as it is"), "leave"))
    return Step(ExtendingUntil(call.id, to.isoformat(), reason), (Say(says, rows),))


def _names(names: Sequence[str], n: int) -> Words:
    listed = Listed(tuple(Council(name) for name in names))
    if n > len(names):
        return T("{councils} and {rest} more.", councils=listed, rest=n - len(names))
    return T("{councils}.", councils=listed)


def _unreachable(names: Sequence[str]) -> Words | None:
    if not names:
        return None
    listed = Listed(tuple(Council(name) for name in names))
    return T("The bot cannot write to anybody of {councils}: phone them.", councils=listed)


def _moved(call: Call, to: date, facts: Facts) -> Words:
    """What moves: each reminder of the drafts, and the digest of the closing."""
    later = replace(call, deadline=to)
    before = {one.days: one for one in reminders.timeline(call) if one.audience is Standing.DRAFT and not one.extension}
    after = [one for one in reminders.timeline(later) if one.audience is Standing.DRAFT and not one.extension]
    closing = digests.closing_moment(later)
    return lines(
        T("What moves:"),
        *(_move(one, before[one.days], facts) for one in after if one.moment > facts.now),
        T("· the digest of the closing, for the technical commission: {day}", day=deadlines.today(closing)),
    )


def _move(new: Planned, old: Planned, facts: Facts) -> Words:
    day, was = deadlines.today(new.moment), deadlines.today(old.moment)
    if old.moment <= facts.now:
        return T("· one more reminder, on {day}", day=day)
    return T("· the reminder of {was} passes to {day}", was=was, day=day)


def _extended(call: Call, to: date, reason: str) -> Step:
    if to <= call.deadline:
        return Step(Idle(), (Say(T("It had already been extended: {deadline}, inclusive.", deadline=call.deadline)),))
    says = T(
        "Done: the {call} is open until {day}, inclusive. The drafts will be told in working hours.",
        call=call.name,
        day=to,
    )
    return Step(Idle(), (Say(says),), (ExtendCall(call.id, to, reason, call.deadline),))
