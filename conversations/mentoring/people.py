"""Who stands on each side of a package: what they are called, what they offer and how they are reached."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.forms import application as form
from conversations.forms.phone import readable
from conversations.protocol.facts import ERASED, Person
from conversations.protocol.incoming import Incoming
from conversations.protocol.mentoring import Assignment, Grant, Mentor, Side
from conversations.protocol.replies import Keyboard, Say
from conversations.protocol.words import Council, Joined, Minutes, T, Verbatim, Words, lines
from conversations.rules.roles import Action, may

OFFER = {
    "in_person": T("in person"),
    "remote": T("at a distance"),
    "either": T("in person or at a distance"),
}
"""How somebody who gives hours can meet."""


def who(mentor: Mentor) -> Council | T:
    """Somebody by name and where from: «Martí Solanelles (Puigferrer)». Whoever erased their data has no name."""
    if not mentor.name:
        return whose(mentor)
    if mentor.body is None:
        return T("{name} (technical assistance service)", name=mentor.name)
    return T("{name} ({council})", name=mentor.name, council=Council(mentor.body_name))


def whose(mentor: Mentor) -> Council | T:
    """Where somebody is from, without a name: the council, or the technical service."""
    if mentor.body is None:
        return T("the technical assistance service")
    return Council(mentor.body_name)


def subject(assignment: Assignment, side: Side) -> Council | T:
    """A side at the beginning of a sentence."""
    if side is Side.OFFICE:
        return T("The technical office")
    return T("{council}", council=council(assignment.grant)) if side is Side.COUNCIL else who(assignment.mentor)


def council(grant: Grant) -> Council:
    """The council of a package."""
    return Council(grant.application.body_name)


def title(grant: Grant) -> str:
    """The title of what was asked for."""
    answer = grant.application.answers.get("title")
    return str(answer.value) if answer is not None else ""


def topics(chosen: Iterable[str]) -> Words:
    """Topics as people read them."""
    # Labels may hold an "and" themselves: only commas tell them apart.
    return Joined(tuple(T("{chosen}", chosen=form.TOPICS.label(one)) for one in chosen), ", ")


def asked_topics(grant: Grant) -> tuple[str, ...]:
    """The topics that the council asked for."""
    answer = grant.application.answers.get("topics")
    return tuple(answer.value) if answer is not None and isinstance(answer.value, list) else ()


def modality(grant: Grant) -> Words | None:
    """How the council would like to meet, if it said."""
    answer = grant.application.answers.get("modality")
    return OFFER.get(str(answer.value)) if answer is not None else None


def offer(mentor: Mentor) -> Words:
    """What somebody offers, line by line."""
    return lines(
        T("Topics: {topics}.", topics=topics(mentor.topics)) if mentor.topics else None,
        T("{modality}, {hours} in the call.", modality=OFFER[mentor.modality], hours=Minutes(mentor.minutes)),
    )


def contact(kept: str) -> Words:
    """A name, an address or a telephone as it is read."""
    return Verbatim(readable(kept) if kept.startswith("+") else kept)


def reach_council(grant: Grant) -> Words:
    """How the council is reached: name, address and telephone, whatever there is of them."""
    answers = grant.application.answers
    given = [str(answers[one].value) for one in ("name", "email", "phone") if one in answers]
    said = tuple(contact(one) for one in given if one != ERASED)
    return Joined(said, ", ") if said else T("The technical office will tell you how to reach it.")


def reach_mentor(mentor: Mentor) -> Words:
    """How whoever goes with the council is reached."""
    return contact(mentor.contact) if mentor.contact else T("The technical office will tell you how to reach them.")


def side_of(person: Person, assignment: Assignment) -> Side | None:
    """On which side of a package somebody stands; the office on neither, but for both. None for anybody else."""
    body, mentor = assignment.grant.application.body, assignment.mentor.person
    if mentor == person.id and may(person, Action.SEE_SESSIONS, None, mentor=mentor):
        return Side.MENTOR
    if any(seat.body == body for seat in person.contact_seats()):
        return Side.COUNCIL
    return Side.OFFICE if may(person, Action.ASSIGN) else None


def allowed(person: Person, action: Action, assignment: Assignment) -> bool:
    """Whether somebody may do that in a package."""
    return may(person, action, assignment.grant.application.body, mentor=assignment.mentor.person)


def to_council(assignment: Assignment, did: Incoming, says: Words, rows: Keyboard = ()) -> tuple[Say, ...]:
    """A message to every contact of the council but whoever is writing."""
    return tuple(Say(for_one(assignment, one, says), rows, to=one) for one in assignment.contacts if one != did.person)


def for_one(assignment: Assignment, person: int, says: Words) -> Words:
    """What a contact reads of a package: whoever acts for several councils reads first which one it is about."""
    if person not in assignment.grant.several:
        return says
    return lines(T("<b>{council}</b>", council=council(assignment.grant)), says)


def to_mentor(assignment: Assignment, did: Incoming, says: Words, rows: Keyboard = ()) -> tuple[Say, ...]:
    """A message to whoever goes with the council, if they are in the bot and are not writing."""
    return tuple(Say(says, rows, to=one) for one in assignment.mentor.chats if one != did.person)


def to_office(office: Iterable[int], did: Incoming, says: Words, rows: Keyboard = ()) -> tuple[Say, ...]:
    """A message to the people of the office but whoever is writing."""
    return tuple(Say(says, rows, to=one) for one in office if one != did.person)
