"""All that something may be said unasked to in the next days, read for the forecast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from conversations.protocol.agenda import Agenda, Returned
from conversations.protocol.facts import Call
from conversations.rules.deadlines import today
from conversations.rules.pacing import last_days
from storage import attention, digests, dispatches, groups, mentoring, models, outages, pacing, unsaved, watch
from storage.dispatches import Read
from storage.tables import table

MOST = 1000
"""More bodies than Catalonia has councils: beyond it a forecast would hold the bot up for nothing."""

_PEOPLE = table(models.PersonRow)


def agenda(
    connection: Connection,
    calls: Sequence[Call],
    office: Sequence[int],
    read: Read,
    now: datetime,
    until: datetime,
    returned: Mapping[str, Returned] | None = None,
) -> Agenda:
    """What is planned from now up to a moment (UTC): the bodies, the readers of digests, who waits for a call to open,
    the decisions that await an answer, and the outages that the office has not been told of. `read` fetches
    applications; `returned` are the calls in which hours pass on by themselves."""
    watched = watch.until(connection, [call.id for call in calls], until, MOST + 1)
    readers = {call.id: tuple(digests.readers(connection, call)) for call in calls}
    curious = watch.curious(connection, None, MOST)
    awaited = dispatches.due(connection, until, MOST, read)
    people = {person for one in watched for person in (one.contacts or one.muted)[:1]} | {one.person for one in curious}
    sessions = mentoring.unanswered(connection, today(until), read, MOST)
    paced = pacing.due(connection, [call.id for call in calls], until, read, MOST)
    lapsing = pacing.lapsing(connection, [call.id for call in calls if last_days(call) <= until], read)
    packages = (*sessions, *(one.assignment for one in paced), *(each for one in lapsing for each in one.assignments))
    people |= {person for one in packages for person in (*one.contacts, one.mentor.person) if person is not None}
    people |= {person for one in lapsing for person in one.grant.contacts}
    waiting = unsaved.due(connection, until, read, MOST)
    people |= {one.person for one in waiting}
    people |= {one.person for some in readers.values() for one in some}
    people |= {one for known in (returned or {}).values() for some in known.contacts.values() for one in some}
    people |= set(office) | {person for one in awaited for person in one.contacts}
    gone, quiet = attention.untold(connection, office, read)
    return Agenda(
        watched=tuple(watched[:MOST]),
        readers=readers,
        arrived={call.id: tuple(digests.arrived(connection, call.id)) for call in calls if readers[call.id]},
        curious=tuple(curious),
        awaited=tuple(awaited),
        outages=tuple(outages.untold(connection, office, now)),
        unreached=tuple(gone),
        silent=tuple(quiet),
        returned=returned or {},
        lost=tuple(groups.lost(connection, office)),
        office=tuple(office),
        sessions=sessions,
        paced=tuple(paced),
        lapsing=tuple(lapsing),
        untold=pacing.untold(connection, calls, office),
        unsaved=tuple(waiting),
        names=_names(connection, sorted(people)),
        more=len(watched) > MOST,
    )


def _names(connection: Connection, people: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(select(_PEOPLE.c.id, _PEOPLE.c.name).where(_PEOPLE.c.id.in_(people)))
    return {row.id: row.name for row in rows}
