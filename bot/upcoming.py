"""The demonstration's next message: the clock moves to it, and it is seen arriving."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.simulator.model import Message
from bot.simulator.server import Outcome, Simulator
from conversations import forecasting
from conversations.forecasting import Foretold
from storage import agenda, once, snapshots

SPANS = (timedelta(days=14), timedelta(days=90), timedelta(days=400))
"""How far ahead is looked, one after another: most of the time the next message is near."""

ARRIVES = 20.0
"""Seconds that the bot may take to notice the hour and to write."""

_NAMED = 3
_QUOTED = 70


def first(connection: Connection, now: datetime) -> list[Foretold]:
    """The next messages that the bot will send unasked, all of one moment, as `/previsio` foretells them (N7)."""
    calls = snapshots.calls(connection)
    office = snapshots.office(connection)
    for span in SPANS:
        until = now + span
        read = agenda.agenda(connection, calls, office, snapshots.applications, now, until)
        coming = list(forecasting.forecast(read, {call.id: call for call in calls}, now, until))
        written = once.written(connection, {one.notice.once for one in coming})
        coming = [one for one in coming if one.notice.once not in written]
        if coming:
            return [one for one in coming if one.at == coming[0].at]
    return []


async def arrive(simulator: Simulator, coming: Sequence[Foretold]) -> Outcome:
    """Moves the clock to these messages and waits until they are on the telephones. Says what came to whom."""
    if not coming:
        return Outcome("No hi ha cap més missatge previst: el bot no escriurà fins que algú faci alguna cosa.")
    people = [number for number in dict.fromkeys(one.notice.to for one in coming) if number in simulator.people]
    seen = {number: _last(simulator, number) for number in people}
    if coming[0].at > simulator.clock.now():
        simulator.clock.set(coming[0].at)
    names = _names(simulator, people)
    if not simulator.bot_running:
        return Outcome(f"Ara tocaria escriure {names}, però el bot està aturat. Engegueu-lo i ho farà.")
    if simulator.line.is_cut:
        return Outcome(f"Ara toca escriure {names}. Arribarà quan torneu a connectar la xarxa.")

    def come() -> list[Message] | None:
        found = [_last(simulator, number) for number in people]
        fresh = [one for one in found if one is not None and one is not seen[one.chat.id]]
        return fresh if len(fresh) == len(people) else None

    arrived = await simulator.events.until(come, ARRIVES)
    if not arrived:
        return Outcome(f"Ara toca escriure {names}, i encara no ha arribat.")
    quoted = _short(arrived[0].text)
    said = "Ha arribat un missatge" if len(coming) == 1 else f"Han arribat {len(coming)} missatges"
    return Outcome(f"{said} {names}: «{quoted}»", tuple(reversed(people[:_NAMED])))


def _last(simulator: Simulator, number: int) -> Message | None:
    said = simulator.chat(number).from_bot
    return said[-1] if said else None


def _names(simulator: Simulator, people: Collection[int]) -> str:
    """To whom, with what each is when there is only one; whoever has no telephone in the demonstration is not named."""
    users = [simulator.people[number].user for number in people]
    if not users:
        return "a algú que no té telèfon en aquesta demostració"
    if len(users) == 1:
        return f"a {users[0].name} ({users[0].note})" if users[0].note else f"a {users[0].name}"
    more = len(users) - _NAMED
    names = [one.name for one in users[:_NAMED]] + ([f"{more} més"] if more > 0 else [])
    return "a " + _listed(names)


def _listed(names: Iterable[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} i {last}" if before else last


def _short(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _QUOTED else line[:_QUOTED].rpartition(" ")[0] + "…"
