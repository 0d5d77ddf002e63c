"""What the dialogues of mentoring must know, and which updates may move hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conversations.protocol import wants as want
from conversations.protocol.facts import Person, Role, Status
from conversations.protocol.incoming import Command, Incoming, Press
from conversations.protocol.scenes import Allowing, DescribingMentor, DialogueState, ReadingNotice, Scene
from conversations.protocol.wants import AnyWant, AssignmentOf, AssignmentOfDate, AssignmentOfSession, Facts, Me
from conversations.rules import windows

HOURS = "hours"
"""The claim of an update that may move hours or say who goes with a council: no two of them are answered together."""

OF_ASSIGNMENT: frozenset[str] = frozenset(
    {"goyes", "gono", "gophone", "goother", "gostop", "gopause", "goresume", "golook", "date", "plan", "slist", "stell"}
)
"""Standing buttons whose number is that of an assignment."""

OF_SESSION: frozenset[str] = frozenset(
    {
        "sok",
        "sfix",
        "swas",
        "snone",
        "sback",
        "sagree",
        "sdeny",
        "sundo",
        "samend",
        "srest",
        "sset",
        "sallow",
        "sfits",
        "srefuse",
        "session",
    }
)
"""Standing buttons whose number is that of a session."""

ALL_THAT_WAIT = "sokall"
"""The standing button that answers every session that waits for whoever presses it."""

OF_DATE: frozenset[str] = frozenset({"dateyes", "datemove", "dateno", "dateoff", "datesure", "held", "missed"})
"""Standing buttons whose number is that of a date."""

OF_OFFICE: frozenset[str] = frozenset(
    {"packages", "package", "assign", "givers", "giver", "putright", "giverests", "addmentor"}
)
"""Standing buttons of the office about mentors and packages."""

OF_LISTS: frozenset[str] = frozenset({"sessions", "sall", "sbook"})
"""Standing buttons of the office about the sessions of everybody."""

KINDS: Mapping[str, type[AssignmentOf] | type[AssignmentOfSession] | type[AssignmentOfDate]] = {
    **dict.fromkeys(OF_ASSIGNMENT, AssignmentOf),
    **dict.fromkeys(OF_SESSION, AssignmentOfSession),
    **dict.fromkeys(OF_DATE, AssignmentOfDate),
}


FIELDS = (("assignment", AssignmentOf), ("session", AssignmentOfSession), ("appointment", AssignmentOfDate))
"""Fields of a scene that say what it is about: the id of an assignment, of a session or of a date."""

OFFICE_SCENES: tuple[type[Scene], ...] = (DescribingMentor,)
"""Scenes of the office that are about mentors and packages."""

WITH_HOURS = frozenset({Status.ACCEPTED, Status.ASSIGNED, Status.RUNNING, Status.FINISHED})
"""States of an application in which somebody goes with its council, or is sought."""


def number(choice: str) -> int | None:
    """The number that a button names: `action.NUMBER` or `action.NUMBER.more`; None if it is none."""
    said = choice.split(".")[1:2]
    digits = said[0] if said else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None


def first(state: DialogueState, did: Incoming) -> tuple[AnyWant, ...]:
    """What a standing button or the open dialogue is about."""
    wanted: list[AnyWant] = []
    for choice in _choices(state, did):
        kind, key = KINDS.get(choice.partition(".")[0]), number(choice)
        if kind is not None and key is not None:
            wanted.append(kind(key))
    for field, of in (
        ("assignment", AssignmentOf),
        ("session", AssignmentOfSession),
        ("appointment", AssignmentOfDate),
    ):
        abouts = (getattr(scene, field, 0) for scene in (state.scene, *state.aside))
        wanted += [of(about) for about in abouts if about]
    return tuple(wanted)


def _choices(state: DialogueState, did: Incoming) -> tuple[str, ...]:
    """The standing button that is pressed, or the one that goes on once the privacy notice was read."""
    pressed = (did.choice,) if isinstance(did, Press) and did.turn == 0 else ()
    waiting = (state.scene.body,) if isinstance(state.scene, ReadingNotice) and state.scene.then == "mentoring" else ()
    return (*pressed, *waiting)


def more(state: DialogueState, did: Incoming, facts: Facts) -> tuple[AnyWant, ...]:
    """What somebody has in hand: packages as a mentor and as a contact, and for the office all of them."""
    me = facts[Me()]
    call = windows.at_hand(facts[want.Calls()], facts.now)
    received = any(one.status in WITH_HOURS for one in facts[want.MyApplications()])
    wanted: list[AnyWant] = []
    if me.holds(Role.MENTOR):
        wanted.append(want.MyMentoring())
    if received:
        wanted.append(want.MyAssignments())
    if call is None:
        return tuple(wanted)
    if me.holds(Role.MENTOR) or received or about(state, did):
        wanted += [want.LedgerOf(one.id) for one in windows.with_hours(facts[want.Calls()], facts.now)]
    if (isinstance(did, Press) or isinstance(state.scene, Allowing)) and about(state, did):
        wanted.append(want.Commission())
    wanted += _in_place_of(first(state, did), facts)
    if me.holds(Role.OFFICE) and _of_office(state, did):
        wanted += [want.Mentors(call.id), want.Grants(call.id), want.AssignmentsIn(call.id)]
        wanted += [want.LedgerOf(call.id), want.Register()]
    return tuple(wanted)


def _in_place_of(asked: tuple[AnyWant, ...], facts: Facts) -> Iterator[AssignmentOfSession]:
    """The session that goes once the one that is asked for is allowed."""
    for one in asked:
        if isinstance(one, AssignmentOfSession) and (assignment := facts[one]) is not None:
            session = assignment.session(one.session)
            if session is not None and session.instead_of is not None:
                yield AssignmentOfSession(session.instead_of)


def about(state: DialogueState, did: Incoming) -> bool:
    """Whether the button or the open dialogue is about a package."""
    pressed = any(one.partition(".")[0] in (*KINDS, ALL_THAT_WAIT) for one in _choices(state, did))
    return pressed or any(hasattr(scene, field) for scene in (state.scene, *state.aside) for field, _ in FIELDS)


def _of_office(state: DialogueState, did: Incoming) -> bool:
    if isinstance(did, Command) and did.command == "sessions":
        return True
    pressed = isinstance(did, Press) and did.turn == 0 and did.choice.partition(".")[0] in OF_OFFICE | OF_LISTS
    return pressed or isinstance(state.scene, OFFICE_SCENES)


def claims(state: DialogueState, did: Incoming, me: Person) -> frozenset[str]:
    """The hours, for whoever may move them: mentors, and contacts who answer about a package."""
    return frozenset({HOURS}) if me.holds(Role.MENTOR) or about(state, did) else frozenset()
