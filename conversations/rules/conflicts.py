"""Who takes part in assessing an application, and who sees which marks (R29c, R49)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from conversations.protocol.assessment import Candidate, Conflict, ConflictKind, Mark
from conversations.protocol.facts import Person, Role
from conversations.protocol.words import T, Words


def conflict(person: Person, candidate: Candidate, declared: Iterable[Conflict] = ()) -> Conflict | None:
    """Why the person takes no part in an application, or None.

    A seat of any role at the applicant's body counts, then one at the body proposed as mentor, then what the person
    declared. `declared` may hold the declarations of everybody about every application.
    """
    bodies = {seat.body for seat in person.seats if seat.body is not None}
    if candidate.body in bodies:
        return Conflict(person.id, candidate.application, ConflictKind.OWN)
    if candidate.mentor in bodies:
        return Conflict(person.id, candidate.application, ConflictKind.MENTOR)
    mine = (one for one in declared if (one.reviewer, one.application) == (person.id, candidate.application))
    return next(mine, None)


def conflicts(
    members: Iterable[Person], candidate: Candidate, declared: Collection[Conflict] = ()
) -> tuple[Conflict, ...]:
    """The conflicts of the members with an application, in the order of the members."""
    found = (conflict(one, candidate, declared) for one in members)
    return tuple(one for one in found if one is not None)


def assessors(members: Iterable[Person], candidate: Candidate, declared: Collection[Conflict] = ()) -> tuple[int, ...]:
    """The members of the commission who may assess an application: those without a conflict."""
    return tuple(one.id for one in members if one.holds(Role.COMMISSION) and conflict(one, candidate, declared) is None)


def takes_part(person: Person, candidate: Candidate, declared: Collection[Conflict] = ()) -> bool:
    """Whether an application is for this person to assess: in lists, sheets and digests (R29c)."""
    return bool(assessors((person,), candidate, declared))


def counted(
    marks: Iterable[Mark],
    members: Sequence[Person],
    candidates: Iterable[Candidate],
    declared: Collection[Conflict] = (),
) -> tuple[Mark, ...]:
    """The marks that count, by application and reviewer.

    A mark of somebody with a conflict does not count, whenever the conflict was declared: the scores are computed
    without it. A mark agreed together counts only while nobody who agreed on it has a conflict, and then it alone
    counts. Raises ValueError if somebody has two marks for one application.
    """
    may = {one.application: frozenset(assessors(members, one, declared)) for one in candidates}
    held: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda one: (one.application, one.reviewer)):
        if {mark.reviewer, *mark.together} <= may.get(mark.application, frozenset()):
            held.setdefault(mark.application, []).append(mark)
    for application, own in held.items():
        if len({mark.reviewer for mark in own}) < len(own):
            raise ValueError(f"two marks of one reviewer for {application}")
    return tuple(mark for own in held.values() for mark in ([one for one in own if one.together] or own))


def sees(
    person: Person,
    candidate: Candidate,
    marks: Iterable[Mark],
    declared: Collection[Conflict] = (),
    *,
    over: bool = False,
) -> bool:
    """Whether the person may see the marks that others gave an application, and what is computed from them.

    A conflict hides them for ever. A member sees them once the own mark is given, be it «No la puc valorar», once the
    scores were agreed together, or once assessing is `over` and none can be given any more. The office, which
    assesses nothing, sees them when it is over; nobody else ever does (R49).
    """
    if conflict(person, candidate, declared) is not None:
        return False
    if over:
        return person.holds(Role.COMMISSION) or person.holds(Role.OFFICE)
    given = any(
        one.application == candidate.application and (one.reviewer == person.id or one.together) for one in marks
    )
    return person.holds(Role.COMMISSION) and given


def visible(
    person: Person,
    candidates: Iterable[Candidate],
    marks: Collection[Mark],
    declared: Collection[Conflict] = (),
    *,
    over: bool = False,
) -> tuple[Mark, ...]:
    """The marks that a person may see: the one filter of lists, digests, documents and exports (see `sees`)."""
    seen = {one.application for one in candidates if sees(person, one, marks, declared, over=over)}
    return tuple(mark for mark in marks if mark.application in seen)


def hidden(
    person: Person,
    candidates: Iterable[Candidate],
    marks: Collection[Mark],
    declared: Collection[Conflict] = (),
    *,
    over: bool = False,
) -> frozenset[str]:
    """The applications whose scores this person may not see: what `ranking.seen` and the minutes leave out."""
    return frozenset(one.application for one in candidates if not sees(person, one, marks, declared, over=over))


def absence(name: Words, kind: ConflictKind) -> T:
    """Why somebody takes no part, as the minutes say it. What a person declared stays between them and the audit."""
    match kind:
        case ConflictKind.OWN:
            return T("{name} takes no part: it is of their own council.", name=name)
        case ConflictKind.MENTOR:
            return T("{name} takes no part: their council has been proposed to go with it.", name=name)
        case _:
            return T("{name} takes no part: they have declared a conflict of interest.", name=name)
