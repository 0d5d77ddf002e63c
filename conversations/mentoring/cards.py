"""What is on the screen before a session is saved: a question, what is wrong with it, or the whole with its buttons."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import asking, checking, foreign, hours, sayings, waiting, wrong
from conversations.mentoring.drafts import COUNCIL, DAY, MINUTES, MODALITY, TOPIC, Draft, wanted
from conversations.mentoring.hours import Purse
from conversations.mentoring.pending import Pending
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Joined, Minutes, T, Words, lines

_MENU = "menu"


def show(desk: Pending, facts: Facts) -> Step:
    """The next thing to say about what waits: a question, what is wrong, or all of it to be saved."""
    desk = foreign.remembered(desk, facts)
    desk = wrong.fitting(replace(desk, drafts=tuple(_doubtful(one, desk, facts) for one in desk.drafts)), facts)
    if (late := wrong.hopeless(desk, facts)) is not None:
        return wrong.troubled(desk, *late, facts)
    place, field = checking.first_open(desk.drafts)
    if field:
        return Step(desk.scene(place, field), (_question(desk, place, field, facts),))
    found = wrong.troubles(desk, facts)
    if found is not None:
        return wrong.troubled(desk, *found, facts)
    return Step(desk.scene(), (_before_and_now(desk) if desk.told else _whole(desk, facts),))


def ask(desk: Pending, place: int, field: str, facts: Facts) -> Step | None:
    """Asks for one field of what waits, even if it is known; None if it is no such field."""
    if field == _MENU:
        return fix(desk, facts, place)
    if field.partition(".")[0] not in asking.TYPED:
        return None
    return Step(desk.scene(place, field), (_question(desk, place, field, facts),))


def fix(desk: Pending, facts: Facts, place: int | None = None) -> Step:
    """What is to be put right: of which session, if there are several, and then which part of it."""
    if place is None and len(desk.drafts) > 1:
        rows = [
            Button(
                T("{number}. {council}", number=at + 1, council=waiting.named(desk, replace(one, topic=""))), f"n.{at}"
            )
            for at, one in enumerate(desk.drafts)
        ]
        return Step(desk.scene(), (Say(T("Which one is to be put right?"), column(*rows, _back())),))
    rows = [
        Button(T("The day"), f"f.{DAY}"),
        Button(T("The length"), f"f.{MINUTES}"),
        Button(T("The council"), f"f.{COUNCIL}") if len(desk.mine) > 1 else Button(T("The topic"), f"f.{TOPIC}"),
        Button(T("In person or remote"), f"f.{MODALITY}"),
    ]
    more = Button(T("The topic"), f"f.{TOPIC}") if len(desk.mine) > 1 else None
    out = Button(T("Discard this one"), "drop") if len(desk.drafts) > 1 else None
    says = T("What is to be put right? You may also write it, for example «no, it was two hours».")
    which = None
    if len(desk.drafts) > 1:
        at = place or 0
        which = T("<b>Session {number}</b>: {line}", number=at + 1, line=waiting.named(desk, desk.drafts[at]))
    return Step(desk.scene(place or 0, _MENU), (Say(lines(which, says), column(*rows, more, out, _back())),))


def _back() -> Button:
    return Button(T("Go back"), "back")


def _call(desk: Pending, draft: Draft, facts: Facts) -> Call | None:
    assignment = desk.assignment(draft) or (desk.mine[0] if len(desk.mine) == 1 else None)
    return hours.call_of(facts, assignment) if assignment else None


def _doubtful(draft: Draft, desk: Pending, facts: Facts) -> Draft:
    if draft.assignment == 0 and len(desk.mine) == 1 and COUNCIL not in draft.doubts:
        draft = draft.sure(COUNCIL, desk.mine[0].id)
    return checking.doubtful(draft, _call(desk, draft, facts), facts.now)


def _question(desk: Pending, place: int, field: str, facts: Facts) -> Say:
    draft = desk.drafts[place]
    asked = asking.question(
        draft,
        field,
        desk.mine,
        _call(desk, draft, facts),
        facts.now,
        leave=desk.told is None,
        stranger=foreign.not_yours(draft.stranger, facts),
    )
    if (others := wrong.some(desk, facts)) is not None and not field.endswith(asking.WRITTEN):
        asked = replace(asked, keyboard=(*asked.keyboard, *column(others)))
    return waiting.among(desk, place, asked, wrong.unclear(desk, facts) if len(desk.drafts) > 1 else {})


def _whole(desk: Pending, facts: Facts) -> Say:
    """All that was understood, to be saved."""
    if len(desk.drafts) == 1:
        (draft,) = desk.drafts
        assignment = desk.assignment(draft)
        assert assignment is not None
        says = lines(
            T("Session with <b>{council}</b>", council=sayings.council(assignment)),
            T("{line}", line=sayings.facts_of(draft)),
            T("Topic: {topic}", topic=draft.topic) if draft.topic else None,
            _balance(desk, assignment, facts),
        )
        return Say(says, column(Button(T("Save"), "save"), Button(T("Correct"), "fix"), Button(T("Discard"), "drop")))
    packages = dict.fromkeys(one.assignment for one in desk.drafts)
    sums = [_balance(desk, one, facts) for one in desk.mine if one.id in packages]
    rows = column(Button(T("Save them"), "save"), Button(T("Correct"), "fix"), Button(T("Discard them"), "drop"))
    return Say(lines(waiting.listed(desk), *sums), rows)


def _balance(desk: Pending, assignment: Assignment, facts: Facts) -> Words:
    told = [one for one in desk.drafts if one.assignment == assignment.id]
    counted = sum(one.minutes or 0 for one in told if "over" not in one.settled)
    if len(counted_ones := [one for one in told if "over" not in one.settled]) == 0:
        return T("It will count once the commission has given its word.")
    done = Purse(facts, hours.call_of(facts, assignment)).held(assignment)[1] + counted
    said = sayings.balance(assignment.grant.granted, done, several=len(counted_ones) > 1)
    if len(counted_ones) < len(told):
        said = T(
            "Without what the commission will be asked for, {done} of the package of {granted}.",
            done=Minutes(done),
            granted=Minutes(assignment.grant.granted),
        )
    if len(desk.drafts) == 1 or len(desk.mine) == 1:
        return said
    return T("{council}: {said}", council=sayings.council(assignment), said=said)


def _before_and_now(desk: Pending) -> Say:
    """What a saved session said and what it would say: before / now, one tap."""
    assert desk.told is not None
    (draft,) = desk.drafts
    session, assignment = desk.told.session, desk.told.assignment
    what = changed(desk)
    if not what:
        return Say(T("It already says that: {line}. Nothing changes.", line=sayings.line(session)), column(_keep()))
    if COUNCIL in what and session.final:
        says = T("The council has confirmed it already. Undo it first, and then tell it again.")
        return Say(says, column(_keep()))
    head = T("Session of {day} with {council}.", day=session.day, council=sayings.council(assignment))
    if what == {MINUTES}:
        question: Words = T("Do you want to change its length?")
        before: Words = T("{length}", length=Minutes(wanted(session)))
        now: Words = T("{length}", length=Minutes(draft.minutes or 0))
    elif what == {DAY}:
        question = T("Do you want to change its day?")
        before, now = T("{day}", day=session.day), T("{day}", day=draft.day or session.day)
    elif what == {COUNCIL}:
        question = T("Do you want to change its council?")
        before, now = _with(assignment), _with(desk.assignment(draft) or assignment)
    else:
        question = T("Do you want to change it?")
        day = None if DAY in what else session.day
        theirs = (_with(assignment),) if COUNCIL in what else ()
        before = Joined((*theirs, sayings.line(session, said=day)), " · ")
        now = _now(desk, replace(draft, day=draft.day if DAY in what else None), what)
    proposal = lines(Joined((head, question), " "), T("Before: {before}. Now: {now}.", before=before, now=now))
    final = T("It is confirmed, so the council must agree.") if session.final and what & {DAY, MINUTES} else None
    over = T("It will count once the commission has given its word.") if "over" in draft.settled else None
    until = T("Until then it goes on counting with {council}.", council=sayings.council(assignment))
    stays = until if over and COUNCIL in what and session.minutes else None
    return Say(lines(proposal, final, over, stays), column(Button(T("Change it"), "save"), _keep()))


def _now(desk: Pending, draft: Draft, what: set[str]) -> Words:
    assignment = desk.assignment(draft) if COUNCIL in what else None
    said: tuple[Words, ...] = (_with(assignment),) if assignment else ()
    topic: tuple[Words, ...] = (T("{topic}", topic=draft.topic),) if draft.topic else ()
    return Joined((*said, sayings.facts_of(draft), *topic), " · ")


def _with(assignment: Assignment) -> Words:
    return T("with {council}", council=sayings.council(assignment))


def _keep() -> Button:
    return Button(T("Leave it as it is"), "keep")


def changed(desk: Pending) -> set[str]:
    """What would change in the saved session that is put right."""
    assert desk.told is not None
    (draft,) = desk.drafts
    session = desk.told.session
    pairs = {
        COUNCIL: (draft.assignment, session.assignment),
        DAY: (draft.day, session.day),
        MINUTES: (draft.minutes, wanted(session)),
        MODALITY: (draft.modality, session.modality),
        TOPIC: (draft.topic, session.topic),
    }
    return {name for name, (now, before) in pairs.items() if now != before}
