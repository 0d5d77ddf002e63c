"""Some of the sessions that wait are saved, pressed or in words, and the others go on waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conversations.mentoring import cards, pending, saving, waiting, wrong
from conversations.mentoring.pending import Pending
from conversations.protocol.changes import Change
from conversations.protocol.incoming import Press, Text, taken_for
from conversations.protocol.mentored import LogSession
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import Reporting
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, LedgerOf
from conversations.protocol.words import T


def some(desk: Pending, did: Press, facts: Facts, turn: int) -> Step:
    """Writes the sessions that are right as they are; those of which something must be asked go on waiting."""
    whole = wrong.right(desk, facts)
    rest = tuple(one for one in desk.drafts if all(one is not other for other in whole))
    complete = waiting.complete(desk)
    if complete and not whole and len(complete) < len(desk.drafts):
        found = wrong.troubles(replace(desk, drafts=complete), facts)
        assert found is not None
        asked = tuple(one for one in desk.drafts if one.asks)
        return wrong.troubled(replace(desk, drafts=(*complete, *asked)), *found, facts).after(Edit(turn=turn))
    if not whole or not rest:
        return saving.save(desk, did, facts, turn)
    logged = saving.log(replace(desk, drafts=whole), did, facts)
    following = cards.show(*_with(logged.changes, replace(desk, drafts=rest), did, facts))
    return following.after(*logged.replies).also(*logged.changes)


def only(desk: Pending, place: int, did: Press, facts: Facts, turn: int) -> Step:
    """Writes one of the sessions that wait, and the others go on waiting; what must be made clear of it is asked."""
    alone, rest = replace(desk, drafts=(desk.drafts[place],)), desk.without(place)
    if not rest.drafts:
        return saving.save(desk, did, facts, turn)
    asked = cards.show(alone, facts)
    if asked.scene != alone.scene():
        assert isinstance(asked.scene, Reporting)
        desk = desk.with_draft(place, pending.told_in(asked.scene)[0])
        found = wrong.hopeless(alone, facts) or (None if desk.drafts[place].asks else wrong.troubles(alone, facts))
        field = asked.scene.field
        shown = wrong.troubled(desk, place, found[1], facts) if found else cards.ask(desk, place, field, facts)
        assert shown is not None
        return shown.after(Edit(turn=turn), Say(T("That one is not saved yet: something of it is to be made clear.")))
    logged = saving.log(alone, did, facts)
    n = len(rest.drafts)
    waits = Say(T("The other one still waits:", "The others still wait:", n=n))
    following = cards.show(*_with(logged.changes, rest, did, facts))
    return following.after(*logged.replies, waits).also(*logged.changes)


def only_said(desk: Pending, place: int, did: Text, facts: Facts, turn: int) -> Step:
    """The same in words; -1 if it is not plain which one is meant, and then it is asked."""
    bare = Edit(turn=turn)
    if place < 0:
        return waiting.which_to_save(desk).after(bare)
    step = only(desk, place, taken_for(Press, did, message=did.message, turn=turn, choice=f"just.{place}"), facts, turn)
    # What edits the message of the button would edit the words.
    said = (_said(one) if isinstance(one, Edit) and one.message == did.message else one for one in step.replies)
    return replace(step, replies=tuple(said)).after(bare)


def _said(edit: Edit) -> Say:
    assert edit.text is not None
    return Say(edit.text, edit.keyboard)


def _with(changes: Iterable[Change], desk: Pending, did: Press, facts: Facts) -> tuple[Pending, Facts]:
    """What goes on waiting, and what is known, as they are once the others are saved: they have used hours."""
    for change in changes:
        if isinstance(change, LogSession):
            new = saving.as_written(change, did.person, facts)
            (of,) = (one for one in desk.mine if one.id == new.assignment)
            told = replace(of, sessions=(*of.sessions, new))
            desk = replace(desk, mine=tuple(told if one is of else one for one in desk.mine))
            ledger = LedgerOf(of.grant.application.call)
            facts = facts.and_also({ledger: (*facts[ledger], *change.entries)})
    return desk, facts
