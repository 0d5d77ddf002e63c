"""Putting right a saved session: in words, by editing the message that told it, or from its card (N1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from conversations.mentoring import cards, hours, otherwise, pending, sayings, which
from conversations.mentoring.drafts import Draft, corrected, of_reading, of_session, shown
from conversations.mentoring.hearing import as_claimed, claimant
from conversations.mentoring.hours import Told
from conversations.mentoring.pending import Pending
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Edited, Incoming, Text
from conversations.protocol.mentoring import STANDING, Assignment, Session, SessionState, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle, Reporting, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, MyMentoring
from conversations.protocol.words import T, lines
from conversations.rules.session_report import Field, Kind, Reading, begins_otherwise, names_topic, takes_back

_RECENT = timedelta(days=7)
"""Of a session told before these days nothing is changed by a few words."""


def meant(reading: Reading, mine: Sequence[Assignment]) -> tuple[Session, Assignment] | None:
    """The session that a correction is about: one of the day and the council that it names, or the one told last.

    If none is of both, what is named first says which one, and the other is what is put right: «la d'ahir era amb el
    Comellar», «la del Comellar va ser ahir».
    """
    told = [(one, of) for of in mine for one in of.sessions if one.state in STANDING]
    named = sorted(
        (Field.COUNCIL, Field.DATE), key=lambda what: reading.spans[what][0].start if what in reading.spans else 0
    )
    for what in named:
        told = [pair for pair in told if _is_named(what, pair, reading)] or told
    return max(told, key=lambda pair: (pair[0].at, pair[0].id), default=None)


def _is_named(what: Field, pair: tuple[Session, Assignment], reading: Reading) -> bool:
    if what not in reading.spans:
        return False
    session, of = pair
    if what is Field.COUNCIL:
        return of.grant.application.body_name == reading.council
    return what is Field.DATE and session.day == reading.date


def is_of_late(found: tuple[Session, Assignment], reading: Reading, facts: Facts) -> bool:
    """Whether a correction may be about that session: it was told these days, or the correction names it."""
    return found[0].at >= facts.now - _RECENT or any(_is_named(what, found, reading) for what in Field)


def saved_already(reading: Reading, desk: Pending) -> Say | None:
    """What is said of a correction that names a council or a day of none of the sessions that wait, but of a saved
    one; None if it may be about one of those that wait."""
    found = meant(reading, desk.mine) if reading.kind is Kind.CORRECTION else None
    if found is None:
        return None
    session, assignment = found
    council = Field.COUNCIL in reading.spans and reading.council == assignment.grant.application.body_name
    day = Field.DATE in reading.spans and reading.date == session.day
    of_those = any(
        (not council or one.assignment in (0, assignment.id)) and (not day or one.day in (None, session.day))
        for one in desk.drafts
    )
    if of_those or not (council or day):
        return None
    return Say(
        lines(
            T("This one is saved already: {council}, {line}.", council=sayings.council(assignment),
              line=sayings.line(session)),
            T("To put it right, first save or discard what waits:"),
        )
    )  # fmt: skip


def among_saved(text: str, desk: Pending, facts: Facts) -> Say | None:
    """What is said of words about a session by its place, «la primera era presencial», where one waits and others are
    saved these days: it is not plain which is meant. None if nothing else is there."""
    if len(desk.drafts) != 1 or desk.told is not None or not otherwise.places(text):
        return None
    if not _of_late(desk, facts):
        return None
    return Say(
        lines(
            T("Only this one waits, and others are saved. It is not plain which one you mean: nothing has changed."),
            T("To put a saved one right, first save or discard this one:"),
        )
    )


def _of_late(desk: Pending, facts: Facts) -> list[tuple[Session, Assignment]]:
    """The sessions that stand and were told these days, in the order of telling."""
    told = ((one, of) for of in desk.mine for one in of.sessions if one.state in STANDING)
    return sorted(
        (pair for pair in told if pair[0].at >= facts.now - _RECENT), key=lambda pair: (pair[0].at, pair[0].id)
    )


def of_the_same_day(reading: Reading, text: str, mine: Sequence[Assignment]) -> bool:
    """Whether a message that says all of a session begins by taking something back, and one of that day is there."""
    found = meant(reading, mine) if reading.is_report and not reading.sessions and takes_back(text) else None
    return found is not None and found[0].day == reading.date


def proposed(found: tuple[Session, Assignment], reading: Reading, did: Incoming, facts: Facts) -> Step:
    """What a correction would change in a saved session: before, now, and one tap."""
    session, assignment = found
    told = Told(session, assignment, hours.call_of(facts, assignment))
    desk = _open(told, facts)
    if isinstance(desk, Say):
        return Step(None, (desk,))
    noted = desk.drafts[0]
    draft = corrected(noted, reading, desk.mine, noted.text)
    if noted.topic and isinstance(did, Text) and not names_topic(did.text):
        draft = replace(draft, topic=noted.topic)
    if claimant(session) is Side.COUNCIL and _how(draft) in (_how(noted), _how(as_claimed(session))):
        return Step(None, (Say(which.TO_AGREE), which.shown(found)))
    return cards.show(replace(desk, drafts=(draft,)), facts)


def _how(one: Draft | Session) -> tuple[object, ...]:
    return one.day, one.minutes, one.modality


def in_words(text: str, desk: Pending, did: Text, facts: Facts) -> Step | None:
    """The same of words that are no sentence of a session, about the one that they name, «la del Comellar va ser ahir»,
    or the one that was told last: «va ser dilluns». None if they say nothing of it, or if it was told long ago."""
    told = _of_late(desk, facts)
    if not told:
        return None
    saved = replace(desk, drafts=tuple(of_session(one) for one, _ in told))
    named = otherwise.of_one(text, saved, did, facts)
    place, new = named or (len(told) - 1, otherwise.instead(text, saved.drafts[-1], desk, did, facts))
    session, assignment = told[place]
    opened = _open(Told(session, assignment, hours.call_of(facts, assignment)), facts)
    if new is None or isinstance(opened, Say) or not (named or begins_otherwise(text) or otherwise.says_topic(text)):
        return None
    return cards.show(replace(opened, drafts=(new,)), facts)


def shut(told: Told) -> Say | None:
    """Why a saved session cannot be put right now; None if it can."""
    line = T("{council}: {line}.", council=sayings.council(told.assignment), line=sayings.line(told.session))
    match told.session.state:
        case SessionState.UNDONE:
            return Say(lines(line, T("It was undone, and there is nothing to be put right.")))
        case SessionState.DISPUTED:
            return Say(lines(line, T("The office has it in hand, because the two sides do not say the same.")))
        case SessionState.SETTLED:
            return Say(lines(line, T("The office settled it. If it is still not right, write to it.")))
        case SessionState.NO_SHOW:
            return Say(lines(line, T("It was not held. If that is wrong, undo it and tell it again.")))
        case _:
            return None


def _open(told: Told, facts: Facts) -> Pending | Say:
    """The session to be put right, or why it cannot be now."""
    desk = pending.of_session(told, facts)
    assert desk is not None, "whoever comes here may put it right"
    return shut(told) or desk


def since(desk: Pending, seen: str, facts: Facts) -> Step | None:
    """What a correction would change, shown again because the session has changed since it was `seen`; None if it has
    not, or can be put right no more."""
    if desk.told is None or seen in ("", shown(desk.told.session)) or shut(desk.told) is not None:
        return None
    return cards.show(desk, facts).after(Say(sayings.changed_since(desk.told.session, seen)))


def amend(choice: str, facts: Facts) -> Step | None:
    """Opens a saved session to be put right, from its card."""
    told = hours.named(facts, choice)
    if told is None or pending.of_session(told, facts) is None:
        return None
    desk = _open(told, facts)
    return Step(None, (desk,)) if isinstance(desk, Say) else cards.fix(desk, facts)


def instead(desk: Pending, draft: Draft, session: str, facts: Facts, gone: Edit) -> Step | None:
    """The session that was told again is the one that is already there, which is to say this from now on."""
    assignment = desk.assignment(draft)
    found = assignment.session(int(session)) if assignment and session.isdigit() and len(session) < 19 else None
    if assignment is None or found is None:
        return None
    opened = _open(Told(found, assignment, hours.call_of(facts, assignment)), facts)
    if isinstance(opened, Say):
        return Step(Idle(), (gone, opened))
    now = replace(
        draft,
        modality=draft.modality or found.modality,
        topic=draft.topic or found.topic,
        settled=frozenset(),
        message=found.message,
        text=found.text,
    )
    return cards.show(replace(opened, drafts=(now,)), facts).after(gone)


def edited(scene: Scene, did: Edited, facts: Facts) -> Step | None:
    """The message that told saved sessions was edited. None if it told none."""
    if not facts[Me()].holds(Role.MENTOR):
        return None
    told = [
        Told(one, of, hours.call_of(facts, of))
        for of in facts[MyMentoring()].assignments
        for one in of.sessions
        if one.message == did.message and one.state in STANDING
    ]
    if not told:
        return None
    if len(told) > 1:
        return _several(told)
    if not (isinstance(scene, Idle) or (isinstance(scene, Reporting) and scene.session)):
        says = T("The message that you edited told a session that is saved. Nothing has changed in it.")
        return Step(None, (Say(says, column(amends(told[0]))),))
    desk = _open(told[0], facts)
    if isinstance(desk, Say):
        return Step(None, (desk,))
    reading = pending.understood(did.text, did, desk, facts)
    if not reading.is_report or reading.sessions:
        says = T("The message no longer tells one session, so the one that is saved stays as it is.")
        return Step(None, (Say(says, column(amends(told[0]))),))
    (draft,) = of_reading(reading, desk.mine, did.message, did.text)
    return cards.show(replace(desk, drafts=(draft,)), facts)


def _several(told: Sequence[Told]) -> Step:
    says = lines(
        T("The message that you edited told several sessions, and editing it changes none of them."),
        T("Which one is to be put right?"),
    )
    rows = column(
        *(
            Button(T("{day} · {council}", day=one.session.day, council=sayings.council(one.assignment)),
                   f"samend.{one.session.id}", standing=True)
            for one in told
        )
    )  # fmt: skip
    return Step(None, (Say(says, rows),))


def amends(told: Told) -> Button:
    """Opens a saved session to be put right."""
    return Button(T("Correct the session"), f"samend.{told.session.id}", standing=True)
