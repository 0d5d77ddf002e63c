"""Several sessions that wait to be saved: one numbered list, in the order of telling, and what each lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from conversations.mentoring import sayings
from conversations.mentoring.drafts import COUNCIL, DAY, MINUTES, MODALITY, Draft
from conversations.mentoring.pending import Pending, told_in
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import Reporting
from conversations.protocol.turn import Step
from conversations.protocol.words import Joined, T, Verbatim, Words, lines, paragraphs

AWAY = "away"
"""The field of a scene in which it is asked which of several sessions is not wanted."""

JUST = "just"
"""The field of a scene in which it is asked which of several sessions is to be saved by itself."""

ALL_AWAY = "allaway"
"""The button that discards all the sessions that wait, where something is asked of one of them."""

_MANY = 3
"""Two are discarded one after the other, with no button more."""

_LACKS = {
    COUNCIL: T("to be made clear: the council"),
    DAY: T("to be made clear: the day"),
    MINUTES: T("to be made clear: the length"),
    MODALITY: T("to be made clear: in person or remote"),
}


def listed(desk: Pending, unclear: Mapping[int, Words] | None = None) -> Words:
    """How many wait and, by number, what is known of each and what must still be asked; `unclear` is what keeps those
    of which all is known from being saved, by their place."""
    head = T("<b>{n} sessions to be saved</b>", n=len(desk.drafts))
    why = unclear or {}
    said = [
        T("{number}. {line}", number=place + 1, line=named(desk, one, why.get(place)))
        for place, one in enumerate(desk.drafts)
    ]
    return lines(head, *said)


def named(desk: Pending, draft: Draft, unclear: Words | None = None) -> Words:
    """A session in a line, and what is `unclear` of it."""
    lack = _LACKS[draft.asks] if draft.asks else unclear
    lacks = (lack,) if lack is not None else ()
    if "over" in draft.settled:
        lacks = (*lacks, T("the commission will be asked"))
    return described(desk, draft, lacks)


def described(desk: Pending, draft: Draft, lacks: tuple[Words, ...] = ()) -> Words:
    """What is known of a session, in a line: «L'Alzinar: dimarts 2 de juny · 2 hores · clàusules socials»."""
    assignment = desk.assignment(draft) if COUNCIL not in draft.doubts else None
    council = (T("{council}", council=sayings.council(assignment)),) if assignment else ()
    known = replace(
        draft,
        day=None if DAY in draft.doubts else draft.day,
        minutes=None if MINUTES in draft.doubts else draft.minutes,
        modality=None if MODALITY in draft.doubts else draft.modality,
    )
    topic = (Verbatim(draft.topic),) if draft.topic else ()
    return Joined((*council, Joined((sayings.facts_of(known), *topic, *lacks), " · ")), ": ")


def among(desk: Pending, place: int, asked: Say, unclear: Mapping[int, Words]) -> Say:
    """A question about one of the sessions that wait, under the list of them; by itself if no other waits."""
    if len(desk.drafts) < 2:
        return asked
    text = paragraphs(listed(desk, unclear), lines(T("<b>Session {number}</b>", number=place + 1), asked.text))
    rows = (row for asked_for in asked.keyboard for row in _of_one(asked_for, len(desk.drafts)))
    return replace(asked, text=text, keyboard=tuple(rows))


def _of_one(row: tuple[Button, ...], waiting: int) -> Keyboard:
    """Where one of several may be discarded, that is said; of many, all of them may be too."""
    if all(button.choice != "drop" for button in row):
        return (row,)
    this = tuple(replace(one, label=T("Discard this one")) if one.choice == "drop" else one for one in row)
    return (this, *column(Button(T("Discard all of them"), ALL_AWAY))) if waiting >= _MANY else (this,)


def which_to_save(desk: Pending) -> Step:
    """Which of several sessions that wait is to be saved by itself, for who has not said it plainly."""
    rows = [
        Button(T("{number}. {council}", number=at + 1, council=named(desk, replace(one, topic=""))), f"just.{at}")
        for at, one in enumerate(desk.drafts)
    ]
    says = lines(T("Nothing has been saved yet. Which one is to be saved? The others go on waiting."))
    return Step(desk.scene(0, JUST), (Say(says, column(*rows, Button(T("Go back"), "back"))),))


def which_to_discard(desk: Pending) -> Step:
    """Which of several sessions that wait is not wanted, or all of them, for who has said it of none in particular."""
    rows = [
        Button(T("{number}. {council}", number=at + 1, council=named(desk, replace(one, topic=""))), f"away.{at}")
        for at, one in enumerate(desk.drafts)
    ]
    ways = column(*rows, Button(T("Discard them"), "drop"), Button(T("Go back"), "back"))
    return Step(desk.scene(0, AWAY), (Say(T("Which one is to be discarded?"), ways),))


def complete(desk: Pending) -> tuple[Draft, ...]:
    """The sessions of which nothing must be asked any more."""
    return tuple(one for one in desk.drafts if not one.asks)


def lost(scene: Reporting) -> Say:
    """What is said of sessions that waited when whoever told them may tell none any more: each by what it said."""
    if scene.session:
        return Say(T("This session can no longer be put right here. Nothing has changed."))
    told = [T("· {line}", line=named(Pending(()), one)) for one in told_in(scene)]
    head = T("You cannot note sessions here any more, and this has not been noted:")
    ask = column(Button(T("Write to the technical office"), "help", standing=True))
    return Say(lines(head, *told, T("Tell the technical office of them.")), ask)


MOVED = T("It goes on below.")


def moved(scene: Reporting, reply: Reply) -> Reply:
    """What becomes of a list of sessions that is said again: an old one beside it would seem to wait still."""
    listed_there = len(scene.drafts) > 1 and not scene.session
    bare = isinstance(reply, Edit) and reply.turn is not None and reply.text is None
    return replace(reply, text=MOVED) if bare and listed_there and isinstance(reply, Edit) else reply
