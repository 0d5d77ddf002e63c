"""What keeps a session from being saved as it is, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import checking, handing, hours, sayings, waiting
from conversations.mentoring.checking import Found, Trouble
from conversations.mentoring.drafts import Draft
from conversations.mentoring.hours import Purse
from conversations.mentoring.pending import Pending
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules import windows

TROUBLE = "trouble"
"""The field of a scene in which something is wrong with a session as a whole."""

_UNCLEAR = {
    Trouble.GONE: T("it can be noted no more"),
    Trouble.CLOSED: T("it can be noted no more"),
    Trouble.PAUSED: T("to be made clear: the sessions are paused"),
    Trouble.SAME: T("to be made clear: whether it is another session"),
    Trouble.NEAR: T("to be made clear: whether it is another session"),
    Trouble.OVERLAP: T("to be made clear: the hour"),
    Trouble.OVER: T("to be made clear: it is more than the package has left"),
}

_NEITHER = T("to be made clear: it does not fit either")

_AT_ONCE = T("Nobody can be in two sessions at once. Correct the one that is wrong.")


def hopeless(desk: Pending, facts: Facts) -> tuple[int, Found] | None:
    """The first session that cannot be noted at all any more, whatever else is known of it; None if none is so."""
    found = ((place, late(desk, draft, facts)) for place, draft in enumerate(desk.drafts))
    return next(((place, why) for place, why in found if why is not None), None)


def late(desk: Pending, draft: Draft, facts: Facts) -> Found | None:
    """Why a session cannot be noted at all any more; None if it can."""
    assignment = desk.assignment(draft)
    if assignment is None:
        return None
    if desk.gone(draft):
        return Found(Trouble.GONE, assignment=assignment)
    closed = not windows.may_report(hours.call_of(facts, assignment), facts.now)
    return Found(Trouble.CLOSED, assignment=assignment) if closed else None


def fitting(desk: Pending, facts: Facts) -> Pending:
    """With nothing to be asked of the commission that has room in its package by now: hours come back (R38)."""
    purses: dict[str, Purse] = {}
    kept: list[Draft] = []
    for draft in desk.drafts:
        assignment = desk.assignment(draft)
        if assignment is not None and draft.minutes and desk.told is None:
            call = hours.call_of(facts, assignment)
            room = purses.setdefault(call.id, Purse(facts, call)).takes(assignment, draft.minutes)
            draft = replace(draft, settled=draft.settled - {"over"}) if room else draft
        kept.append(draft)
    return replace(desk, drafts=tuple(kept))


def troubles(desk: Pending, facts: Facts) -> tuple[int, Found] | None:
    """The first session that may not be saved as it is, and why; None if all of them may."""
    purses: dict[str, Purse] = {}
    for place, draft in enumerate(desk.drafts):
        assignment = desk.assignment(draft)
        assert assignment is not None
        call = hours.call_of(facts, assignment)
        purse = purses.setdefault(call.id, Purse(facts, call))
        session = desk.told.session if desk.told else None
        found = late(desk, draft, facts) or checking.whole(draft, assignment, desk.mine, purse, session)
        if found is not None and found.trouble is not Trouble.OVER:
            return place, found
        clash = checking.clashes(draft, desk.drafts[:place])
        if clash is not None:
            return place, Found(clash[0], None, assignment, clash[1])
        if found is not None:
            return place, found
        if session is None:
            purse.takes(assignment, draft.minutes or 0)
    return None


def right(desk: Pending, facts: Facts) -> tuple[Draft, ...]:
    """The sessions that may be saved as they are, although others may not: nothing of them must be asked."""
    return _apart(desk, facts)[0]


def unclear(desk: Pending, facts: Facts) -> dict[int, Words]:
    """What keeps each of the sessions of which all is known from being saved as it is, by its place; that a package has
    no room is said whole of the first one only."""
    said: dict[int, Words] = {}
    full: set[int | None] = set()
    for place, found in sorted(_apart(desk, facts)[1].items()):
        said[place] = _UNCLEAR[found.trouble]
        if found.trouble is Trouble.OVER:
            package = desk.drafts[place].assignment
            said[place] = _NEITHER if package in full else said[place]
            full.add(package)
    return said


def _apart(desk: Pending, facts: Facts) -> tuple[tuple[Draft, ...], dict[int, Found]]:
    """Those that may be saved as they are, and by place what is wrong with those of which all is known."""
    places = [place for place, one in enumerate(desk.drafts) if not one.asks]
    wrong: dict[int, Found] = {}
    while True:
        whole = tuple(desk.drafts[place] for place in places)
        found = troubles(replace(desk, drafts=whole), facts)
        if found is None:
            return whole, wrong
        wrong[places.pop(found[0])] = found[1]


def some(desk: Pending, facts: Facts) -> Button | None:
    """Saves those that may be saved as they are, while something of another one is asked; None if there are none."""
    n = len(right(desk, facts))
    if desk.told or n in (0, len(desk.drafts)):
        return None
    return Button(T("Save the one that is complete", "Save the {n} that are complete", n=n), "some")


def troubled(desk: Pending, place: int, found: Found, facts: Facts) -> Step:
    """What is wrong with one of the sessions, and what can be done about it."""
    draft, fixes = desk.drafts[place], Button(T("Correct"), "fix")
    drop = Button(T("Leave it as it is"), "keep") if desk.told else Button(T("Discard"), "drop")
    another = Button(T("It is another session"), "settle.another")
    assert found.assignment is not None
    council, scene = sayings.council(found.assignment), desk.scene(place, TROUBLE)

    def said_so(says: Words, rows: Keyboard) -> Step:
        asked = Say(says, (*rows, *column(some(desk, facts))))
        return Step(scene, (waiting.among(desk, place, asked, unclear(desk, facts)),))

    match found.trouble:
        case Trouble.CLOSED if desk.told:
            until = windows.last_report(desk.told.call)
            says = T("Sessions could be put right until {day}. Write to the office.", day=until)
            return Step(Idle(), (Say(says, column(Button(T("Write to the technical office"), "help", standing=True))),))
        case Trouble.CLOSED | Trouble.GONE:
            return said_so(*handing.asked(desk, draft, found, facts, drop))
        case Trouble.PAUSED:
            said = T("The sessions with {council} are paused.", council=council)
            resume = Button(T("Take them up again"), "settle.resume")
            why = T("To note this one, they have to be taken up again: {line}.", line=sayings.facts_of(draft))
            return said_so(lines(said, why), column(resume, drop))
        case Trouble.SAME if found.session:
            said = T("This session with {council} is already saved: {line}.", council=council, line=_line(found))
            return said_so(lines(said, T("It has not been noted twice.")), column(another, drop))
        case Trouble.NEAR if found.session:
            said = T(
                "There is already a session with {council} on that day: {line}.", council=council, line=_line(found)
            )
            # The one there is would be put right alone: the others that wait would be lost.
            alone = len(desk.drafts) == 1
            change = Button(T("Change the one there is"), f"that.{found.session.id}") if alone else fixes
            now = T("This one: {line}.", line=sayings.facts_of(draft))
            return said_so(lines(said, now), column(another, change, drop))
        case Trouble.NEAR if found.waiting:
            said = T(
                "There is another one with {council} on that day, which waits to be saved too: {line}.",
                council=council,
                line=sayings.facts_of(found.waiting),
            )
            now = T("This one: {line}.", line=sayings.facts_of(draft))
            return said_so(lines(said, now), column(another, fixes, drop))
        case Trouble.OVERLAP if found.session:
            said = T(
                "At that hour there is already a session with {council}: {line}.", council=council, line=_line(found)
            )
            return said_so(lines(said, _AT_ONCE), column(fixes, drop))
        case Trouble.OVERLAP if found.waiting:
            said = T("At that hour there is already session {number}.", number=desk.drafts.index(found.waiting) + 1)
            return said_so(lines(said, _AT_ONCE), column(fixes, drop))
        case _:
            asked = _more_than_the_package(desk, place, found.assignment, facts)
            return said_so(asked.text, asked.keyboard)


def _more_than_the_package(desk: Pending, place: int, assignment: Assignment, facts: Facts) -> Say:
    draft = desk.drafts[place]
    left, own = _left(desk, place, assignment, facts), _own(desk, assignment)
    more: Words = T("It is more than the package has left ({left}).", left=Minutes(left))
    if own:  # added to what is left, they would be read as room that there is not
        counts = T("It is more than the package has left: this session counts {own} in it already.", own=Minutes(own))
        more = Joined((counts, sayings.left(left - own)), " ")
    head = lines(
        T("{line} with {council}.", line=sayings.facts_of(draft), council=sayings.council(assignment)),
        more,
        T("To note the whole of it, the commission must give its word."),
    )
    ask_for_it = Button(T("Ask the commission"), "settle.over")
    only = Button(T("Note only {left}", left=Minutes(left)), "only")
    noted = desk.told.session if desk.told else None
    short = replace(draft, minutes=left)
    as_noted = noted and short.same_as(noted) and (short.modality, short.topic) == (noted.modality, noted.topic)
    drop = Button(T("Leave it as it is"), "keep") if desk.told else Button(T("Discard"), "drop")
    return Say(head, column(ask_for_it, only if left and not as_noted else None, Button(T("Correct"), "fix"), drop))


def _left(desk: Pending, place: int, assignment: Assignment, facts: Facts) -> int:
    """The minutes that a session may have: what is left of its package, and what it has already."""
    purse = Purse(facts, hours.call_of(facts, assignment))
    for draft in desk.drafts[:place]:
        if draft.assignment == assignment.id:
            purse.takes(assignment, draft.minutes or 0)
    return purse.held(assignment)[0] + _own(desk, assignment)


def _own(desk: Pending, assignment: Assignment) -> int:
    """The minutes of the package that a session that is put right has already."""
    own = desk.told.session if desk.told else None
    return own.minutes if own and own.assignment == assignment.id else 0


def shortened(desk: Pending, place: int, facts: Facts) -> Pending:
    """With the session as long as its package allows."""
    draft = desk.drafts[place]
    assignment = desk.assignment(draft)
    assert assignment is not None
    return desk.with_draft(place, replace(draft, minutes=_left(desk, place, assignment, facts), begins=None))


def _line(found: Found) -> Words:
    assert found.session is not None
    return sayings.line(found.session)
