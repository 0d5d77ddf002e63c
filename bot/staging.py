"""The demonstration's shortcuts, one press each: the call is filled, two people score, two packages are under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from bot import mentors, planting, upcoming
from bot.app import house_of, open_database
from bot.settings import Settings
from bot.simulator.errors import SimulatorError
from bot.simulator.server import Deed, Outcome, Simulator
from conversations import digests
from conversations.rules.deadlines import MADRID

T = TypeVar("T")

AGREED = datetime(2020, 5, 27, 9, 30, tzinfo=MADRID)
SESSIONS = datetime(2020, 6, 3, 9, 30, tzinfo=MADRID)
"""When the sessions of the demonstration are under way."""


def deeds(
    simulator: Simulator, settings: Settings, *, office: int, known: Mapping[str, int], scorers: Mapping[int, str]
) -> dict[str, Deed]:
    """What the page offers. `known` are people who act already for a council, `scorers` those who score at a press."""
    return {
        "next": Deed("Fins al pròxim missatge", partial(_next, simulator, settings), clock=True),
        "fill": Deed("Omple la convocatòria", partial(_fill, simulator, settings, office, known)),
        "score": Deed("Puntua-ho tot", partial(_score, simulator, settings, scorers)),
        "begin": Deed("Posa en marxa dues sol·licituds", partial(_begin, simulator, settings, office, known)),
    }


async def _next(simulator: Simulator, settings: Settings) -> Outcome:
    now = simulator.clock.now()
    return await upcoming.arrive(simulator, await _done(settings, lambda connection: upcoming.first(connection, now)))


async def _fill(simulator: Simulator, settings: Settings, office: int, known: Mapping[str, int]) -> Outcome:
    """Sends the invented requests and moves the clock to the first working morning after the closing."""
    now = simulator.clock.now()
    house = house_of(settings)
    call, added = await _done(settings, lambda connection: planting.fill(connection, house, office, now, known))
    closed = digests.closing_moment(call)
    if simulator.clock.now() < closed:
        simulator.clock.set(closed)
    for one in planting.contacts():
        if one.number not in simulator.people:
            first, _, last = one.name.partition(" ")
            more = len(one.councils) - 1
            note = f"contacte de {one.councils[0]}" if not more else f"contacte de {len(one.councils)} ajuntaments"
            await simulator.person(one.number, first, last, note=note).starts()
    if not added:
        return Outcome("La convocatòria ja era plena.")
    return Outcome(
        f"S'hi han afegit {added} sol·licituds inventades, i el termini s'ha acabat. Ara valora la Comissió Tècnica."
    )


async def _score(simulator: Simulator, settings: Settings, scorers: Mapping[int, str]) -> Outcome:
    now, house = simulator.clock.now(), house_of(settings)
    given = await _done(settings, lambda connection: planting.score(connection, house, scorers, now))
    names = " i ".join(scorers.values())
    if not given:
        return Outcome(f"{names} ja ho tenien tot valorat, o encara no hi ha cap sol·licitud completa.")
    return Outcome(f"{names} ho han valorat tot. Falten les valoracions de qui queda de la Comissió Tècnica.")


async def _begin(simulator: Simulator, settings: Settings, office: int, known: Mapping[str, int]) -> Outcome:
    """Two requests are granted and somebody goes with each; the clock moves to their first week of sessions."""
    await _fill(simulator, settings, office, known)
    if simulator.clock.now() < AGREED:
        simulator.clock.set(AGREED)
    now, house = simulator.clock.now(), house_of(settings)
    begun = await _done(settings, lambda connection: mentors.begin(connection, house, office, now))
    if simulator.clock.now() < SESSIONS:
        simulator.clock.set(SESSIONS)
    if not begun:
        return Outcome("Aquestes dues sol·licituds ja tenien qui les acompanyés, o no es poden posar en marxa.")
    names = " i ".join(one.name for one in mentors.GIVERS)
    return Outcome(f"{names} ja acompanyen municipis. Escriviu-hi una sessió: «ahir 2 h, en línia: pla d'acció».")


async def _done(settings: Settings, work: Callable[[Connection], T]) -> T:
    """Writes into the database of the running bot, as the command line does."""
    database = await open_database(settings)
    try:
        return await database.run(work)
    except planting.NotClosed:
        raise SimulatorError("Encara no hi ha res per valorar: primer cal omplir la convocatòria.") from None
    except planting.MeetingBegun:
        raise SimulatorError("La reunió ja ha començat, i ara ningú no valora pel seu compte.") from None
    finally:
        await database.close()
