"""Who is known by a number, name, telephone, e-mail or council: in the bot, as a mentor to come, or by e-mail."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from conversations.forms.application import CONTACT
from conversations.protocol.facts import Role
from conversations.rules import plain
from conversations.rules.pseudonyms import PSEUDONYMS
from storage import models
from storage.mailed import NOBODY
from storage.naming import Gone
from storage.tables import table

_PERSON = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_MENTORS = table(models.MentorRow)

_DIGITS = 6
"""From how many digits on what is looked for may be the end of a telephone."""

Key = tuple[str, int, str | None]
"""What somebody is known as, with the number of the person or profile, or else the application."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody of whom something is held: by `person` (Telegram's number), as the profile of a `mentor` whom nobody
    came for, or as the contact of an application by e-mail (`mailed`). `at` are roles and names of bodies."""

    names: tuple[str, ...]
    reach: tuple[str, ...]
    at: tuple[tuple[Role, str], ...]
    person: int | None = None
    mentor: int | None = None
    mailed: str | None = None


def find(connection: Connection, asked: str) -> list[Found]:
    """Everybody who fits. A number that is somebody's is that person alone."""
    everybody = _everybody(connection)
    number = int(asked) if re.fullmatch(r"\d{1,18}", asked) else None
    exact = [one for one in everybody if one.person == number and number is not None]
    return exact or [one for one in everybody if _fits(one, asked)]


def gone(found: Iterable[Found], pseudonyms: Iterable[int], words: Iterable[str] = ()) -> Gone:
    """What erasing these means; each person gets one of the pseudonyms, and `words` are theirs too."""
    chosen = list(found)
    people = [one.person for one in chosen if one.person is not None]
    return Gone(
        dict(zip(people, pseudonyms, strict=False)),
        frozenset(one.mentor for one in chosen if one.mentor is not None),
        frozenset(one.mailed for one in chosen if one.mailed is not None),
        frozenset(words),
    )


def _fits(one: Found, asked: str) -> bool:
    if "@" in asked:
        return any(plain.folded(asked) in plain.folded(value) for value in one.reach)
    digits = re.sub(r"\D", "", asked)
    if len(digits) >= _DIGITS:
        return any(re.sub(r"\D", "", value).endswith(digits[-9:]) for value in one.reach)
    words = plain.vocabulary(asked)
    known = (*one.names, *(name for _, name in one.at))
    return bool(words) and any(words <= plain.vocabulary(value) for value in known)


def _everybody(connection: Connection) -> list[Found]:
    names: dict[Key, dict[str, None]] = defaultdict(dict)
    reach: dict[Key, dict[str, None]] = defaultdict(dict)
    at: dict[Key, dict[tuple[Role, str], None]] = defaultdict(dict)
    bodies: Mapping[str, str] = {row.id: row.name for row in connection.execute(select(_BODIES.c.id, _BODIES.c.name))}
    for row in connection.execute(select(_PERSON.c.id, _PERSON.c.name).where(_PERSON.c.id > PSEUDONYMS)):
        names["person", row.id, None][row.name] = None
    for seat in connection.execute(select(_SEATS).where(_SEATS.c.person > PSEUDONYMS).order_by(_SEATS.c.id)):
        at["person", seat.person, None][Role(seat.role), bodies.get(seat.body, "")] = None
    for requests in (_ACCESS, _HELP):
        for row in connection.execute(select(requests).where(requests.c.person > PSEUDONYMS)):
            names["person", row.person, None][row.name] = None
    for row in connection.execute(select(_MENTORS).where(_MENTORS.c.name != "")):
        key: Key = ("mentor", row.id, None) if row.person is None else ("person", row.person, None)
        names[key][row.name] = reach[key][row.contact] = None
        at[key][Role.MENTOR, bodies.get(row.body, "")] = None
    given = select(_ANSWERS, _APPLICATIONS.c.body).join_from(
        _ANSWERS, _APPLICATIONS, _APPLICATIONS.c.id == _ANSWERS.c.application
    )
    for row in connection.execute(given.where(_ANSWERS.c.question.in_(CONTACT), _ANSWERS.c.person > PSEUDONYMS)):
        if not row.value:
            continue
        key = ("mailed", NOBODY, row.application) if row.person == NOBODY else ("person", row.person, None)
        names[key]
        if row.question == "name":
            names[key][str(row.value)] = None
        elif row.question in ("email", "phone"):
            reach[key][str(row.value)] = None
        at[key][Role.CONTACT, bodies.get(row.body, "")] = None
    return [
        Found(
            tuple(filter(None, names[key])),
            tuple(filter(None, reach[key])),
            tuple(at[key]),
            person=key[1] if key[0] == "person" else None,
            mentor=key[1] if key[0] == "mentor" else None,
            mailed=key[2],
        )
        for key in names
    ]
