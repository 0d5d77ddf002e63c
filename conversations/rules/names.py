"""What somebody of the commission is called: by name, or by council while no name is kept."""

from __future__ import annotations

from conversations.protocol.facts import Person, Role
from conversations.protocol.words import Council, Listed, T, Verbatim, Words


def called(person: Person) -> Words:
    """The name; without one, because the notice on data was not read or the person was erased, where they come from."""
    if person.name:
        return Verbatim(person.name)
    bodies = dict.fromkeys(seat.body_name for seat in person.seats if seat.role is Role.COMMISSION and seat.body_name)
    councils = Listed(tuple(map(Council, bodies)))
    return T("who comes from {councils}", councils=councils) if bodies else T("somebody without a name here")
