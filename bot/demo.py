"""`xmess-bot demo`: the simulated Telegram, the real bot against it, and a page in the browser."""

from __future__ import annotations

import asyncio
import secrets
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import typer

from bot import desk, mentors, staging
from bot.app import house_of, open_database
from bot.settings import Settings, without_ours
from bot.simulator.keeping import Keeper
from bot.simulator.process import BotProcess
from bot.simulator.server import DEMO_TOKEN, Simulator
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID

BEGINS = datetime(2020, 5, 5, 9, 30, tzinfo=MADRID)
CALL = "abril-2020"
COUNCIL = "Salt"
CONTACT, SECOND, OFFICE, STRANGER = 1001, 1002, 2001, 3001
COMMISSION, ORIOL, NADIA = 4001, 4002, 4003
COMMISSION_COUNCILS = {COMMISSION: "Mataró", ORIOL: "Manlleu", NADIA: "Ripollet"}
"""Ripollet applies too, so that one of the three takes no part in it."""

PEOPLE: tuple[tuple[int, str, str, str], ...] = (
    (CONTACT, "Aina", "Soler", "contacte de Salt"),
    (SECOND, "Marc", "Ribes", "segon contacte de Salt"),
    (OFFICE, "Núria", "Camps", "Oficina Tècnica"),
    (STRANGER, "Pol", "Vidal", "sense invitació"),
    (COMMISSION, "Berta", "Mas", "Comissió Tècnica, de Mataró"),
    (ORIOL, "Oriol", "Puig", "Comissió Tècnica, de Manlleu"),
    (NADIA, "Nadia", "Serra", "Comissió Tècnica, de Ripollet"),
    *((one.number, one.first, one.last, one.note) for one in mentors.GIVERS),
)
SCORERS = {ORIOL: "Oriol Puig", NADIA: "Nadia Serra"}
"""Whose scores «Puntua-ho tot» gives, so that one visitor can give those of the third and go on."""


class DemoError(Exception):
    """The demonstration cannot begin; the message says why."""


def environment(url: str, folder: Path) -> dict[str, str]:
    """The settings of the bot in the demonstration: examples, and labelled as such."""
    # All of them: the .env of a real bot in the same folder is read too, and must not reach the demonstration.
    plain = {f"XMESS_{name.upper()}": str(field.default) for name, field in Settings.model_fields.items()}
    return plain | {
        "XMESS_BOT_TOKEN": DEMO_TOKEN,
        "XMESS_BOT_API_URL": url,
        "XMESS_DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
        "XMESS_CLOCK": f"file:{folder / 'clock'}",
        "XMESS_CONTROLLER_NAME": "Xarxa d'exemple",
        "XMESS_CONTROLLER_LEGAL_BASIS": "exemple de base jurídica (l'ha de determinar el responsable)",
        "XMESS_CONTROLLER_ADDRESS": "dades@xarxa.example",
        "XMESS_DEMO": "true",
        "XMESS_LOG_JSON": "false",
    }


async def serve(port: int, *, open_page: bool, folder: Path | None) -> None:
    """Serves the demonstration until Ctrl+C. Raises DemoError when the port is taken."""
    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    with _place(folder) as place:
        simulator = Simulator(port=port, clock_file=first_clock(place))
        keeper = Keeper(simulator, place / "telegram.json")
        try:
            keeper.restore()
        except (ValueError, KeyError, TypeError):
            raise DemoError(
                f"{place / 'telegram.json'} cannot be read. Choose another --folder, or delete this one to begin anew."
            ) from None
        try:
            await simulator.start()
            await simulator.line.open()
        except OSError:
            raise DemoError(
                f"Port {port} is taken. Choose another with --port, or --port 0 for any that is free."
            ) from None
        bot = BotProcess(
            [sys.executable, "-m", "bot", "run"], {**without_ours(), **environment(simulator.line.url, place)}
        )
        writing = asyncio.create_task(keeper.run())
        try:
            await _people_come(simulator, bot, place)
            typer.echo(f"The demo is at {simulator.url} (Ctrl+C ends it). Demonstration data in {place}.")
            if open_page:
                webbrowser.open(simulator.url)
            await stop.wait()
        finally:
            await bot.stop()
            writing.cancel()
            keeper.write()
            await simulator.stop()


async def _people_come(simulator: Simulator, bot: BotProcess, place: Path) -> None:
    known = frozenset(simulator.people)
    invitations = await prepare(environment(simulator.url, place), simulator.clock.now(), known)
    simulator.bot_process = bot
    simulator.deeds = staging.deeds(
        simulator,
        settings(environment(simulator.url, place)),
        office=OFFICE,
        known={COUNCIL: CONTACT},
        scorers=SCORERS,
    )
    await bot.start()
    for number, first, last, note in PEOPLE:
        if number in known:
            continue
        person = simulator.person(number, first, last, note=note)
        if number in invitations:
            await person.starts(invitations[number])


@contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    """The folder of the data: the one that was asked for, which stays, or one that goes with the demonstration."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="xmess-demo-", ignore_cleanup_errors=True) as temporary:
        yield Path(temporary)


def first_clock(folder: Path) -> Path:
    """The clock's file, set to the first day of the demonstration unless it is there already."""
    file = folder / "clock"
    if not file.exists():
        file.write_text(str((BEGINS - datetime.now(UTC)).total_seconds()))
    return file


def settings(variables: dict[str, str]) -> Settings:
    """The settings that the bot of the demonstration reads from these variables."""
    return Settings.model_validate({name.removeprefix("XMESS_").lower(): text for name, text in variables.items()})


async def prepare(variables: dict[str, str], now: datetime, known: frozenset[int] = frozenset()) -> dict[int, str]:
    """Opens the April call and invites the demonstration people. Returns the token of each invitation.

    Those `known` from an earlier run have had theirs.
    """
    own = settings(variables)
    house = house_of(own)
    roles = {
        CONTACT: (Role.CONTACT, COUNCIL),
        SECOND: (Role.CONTACT, COUNCIL),
        OFFICE: (Role.OFFICE, ""),
        **{person: (Role.COMMISSION, council) for person, council in COMMISSION_COUNCILS.items()},
    }
    tokens = {person: secrets.token_urlsafe(16) for person in roles if person not in known}
    database = await open_database(own)
    try:
        text = desk.shipped(CALL)
        await database.run(lambda connection: desk.open_call(connection, text, now))
        for person, token in tokens.items():
            role, council = roles[person]
            at = desk.find_place(house, council) if council else None
            await database.run(partial(desk.invite, token=token, role=role, place=at, now=now))
        own_tokens = {one.number: secrets.token_urlsafe(16) for one in mentors.GIVERS if one.number not in known}
        await database.run(lambda connection: mentors.invite(connection, house, OFFICE, own_tokens, now))
        tokens |= own_tokens
    finally:
        await database.close()
    return tokens
