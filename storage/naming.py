"""Names, addresses and telephones of people: every place where they stand, and how they are taken out of texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from conversations.forms.application import CONTACT
from conversations.rules.plain import folded
from storage import models
from storage.mailed import NOBODY
from storage.redaction import Redaction, is_telephone
from storage.tables import table

_PERSON = table(models.PersonRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_MENTORS = table(models.MentorRow)
_INVITATIONS = table(models.InvitationRow)
_AUDIT = table(models.AuditRow)

_LINES = frozenset({"position"})
_OWN = ("ReadNotice", "AskAccess", "AskHelp")
"""Actions whose `name` is that of whoever did it: in the others it is of somebody or something else."""
_PROFILE = ("AddMentor", "KeepMentor")
_EMAIL = re.compile(r"[^\s,;:<>()«»\"]+@[^\s,;:<>()«»\"]+\.\w+")
_TELEPHONE = re.compile(r"\+?\d(?:[\s.-]?\d){8,14}")


@dataclass(frozen=True, slots=True)
class Gone:
    """Whom to redact: numbers of people with what takes their place, profiles of mentors whom nobody came for,
    applications whose contact wrote by e-mail, and `words` that are known to be theirs from elsewhere."""

    people: Mapping[int, int] = field(default_factory=dict)
    mentors: frozenset[int] = frozenset()
    mailed: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def mentor(self) -> ColumnElement[bool]:
        """The profiles of mentors that are theirs."""
        return or_(_MENTORS.c.person.in_(self.people), _MENTORS.c.id.in_(self.mentors))

    def contact(self) -> ColumnElement[bool]:
        """The answers with contact data that they gave."""
        by_mail = and_(_ANSWERS.c.person == NOBODY, _ANSWERS.c.application.in_(self.mailed))
        return and_(_ANSWERS.c.question.in_(CONTACT), or_(_ANSWERS.c.person.in_(self.people), by_mail))


def with_mail(connection: Connection, gone: Gone) -> Gone:
    """The same, and the applications by e-mail that give their address or their full name as that of the contact."""
    own = {folded(value) for value in _own(_values(connection, gone)[0])}
    given = select(_ANSWERS.c.application, _ANSWERS.c.value).where(
        _ANSWERS.c.person == NOBODY, _ANSWERS.c.question.in_(("name", "email"))
    )
    theirs = {row.application for row in connection.execute(given) if folded(str(row.value)) in own}
    return replace(gone, mailed=gone.mailed | theirs)


def redactions(connection: Connection, gone: Gone) -> tuple[Redaction, Redaction]:
    """How to take out what is known of them, from whatever place it stands in: the wide way and the strict one.

    The wide one is for letters, whose text nobody needs once they have arrived. The strict one, for what others
    wrote or answered, spares lone first names and positions: somebody else has them too.
    """
    names, lines = _values(connection, gone)
    own = _own(names)
    return Redaction(names | own, lines, gone.people), Redaction(own | gone.words, (), gone.people)


def _own(names: Collection[str]) -> set[str]:
    """The values that are nobody else's: full names, addresses and telephones, also where they stand among others."""
    whole = {value for value in names if any(sign in value for sign in " @") or is_telephone(value)}
    inside = {found for value in names for look in (_EMAIL, _TELEPHONE) for found in look.findall(value)}
    return whole | inside


def _values(connection: Connection, gone: Gone) -> tuple[set[str], set[str]]:
    """Names and ways to reach them, and positions."""
    people = gone.people
    names: set[str] = set(gone.words)
    names.update(connection.scalars(select(_PERSON.c.name).where(_PERSON.c.id.in_(people))))
    for requests in (_ACCESS, _HELP):
        names.update(connection.scalars(select(requests.c.name).where(requests.c.person.in_(people))))
    profiles: set[str] = set()
    for row in connection.execute(select(_MENTORS).where(gone.mentor())):
        names.update((row.name, row.contact))
        profiles.add(str(row.id))
        invited = select(_INVITATIONS.c.name).where(_INVITATIONS.c.digest == row.digest)
        names.update(connection.scalars(invited))
    lines: set[str] = set()
    for row in connection.execute(select(_ANSWERS.c.question, _ANSWERS.c.value).where(gone.contact())):
        (lines if row.question in _LINES else names).add(str(row.value))
    mine = and_(_AUDIT.c.actor.in_(people), _AUDIT.c.action.in_(_OWN))
    theirs = and_(_AUDIT.c.subject.in_(profiles), _AUDIT.c.action.in_(_PROFILE))
    for row in connection.execute(select(_AUDIT).where(or_(mine, theirs))):
        names.update(_said(row.before, row.after))
    return {one for one in names if one}, lines


def _said(*sides: Any) -> Iterator[str]:
    for side in sides:
        if isinstance(side, dict):
            yield from (side[name] for name in ("name", "contact") if isinstance(side.get(name), str))
