"""`xmess-bot erase`: whoever asked for it in another way than in the chat is erased, and who must know is told."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot import outlet, writing
from bot.app import open_database
from bot.clock import Clock
from bot.desk import COMMAND_LINE, DeskError
from bot.maintenance import Maintenance
from bot.settings import Settings
from conversations import menus
from conversations.privacy import erasing
from conversations.protocol.replies import Reply
from conversations.protocol.wants import (
    AnyWant,
    Calls,
    Contacts,
    Controller,
    Facts,
    House,
    Me,
    MyApplications,
    MyMentoring,
    Office,
)
from conversations.protocol.words import Council, Joined, T, Verbatim, Words
from conversations.rules.councils import Gazetteer
from conversations.rules.pseudonyms import pseudonym
from locales import plain
from storage import erasure, finding, journal, letters, snapshots
from storage.finding import Found
from storage.snapshots import Asked

_TRIES, _PAUSE = 5, 0.5

TOUCHED: Mapping[str, T] = {
    "answer": T("answers"),
    "letter": T("messages"),
    "audit": T("lines of the audit log"),
    "help_request": T("questions to the technical office"),
    "access_request": T("requests for access"),
    "seat": T("roles that ended"),
}
"""What a table holds, for whoever reads how much was taken out; the others are told together."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done: how many rows were cleaned, by table, and how many people were told of it."""

    rows: Mapping[str, int]
    told: int


NO_OFFICE = T("Careful: nobody of the technical office would be left in the bot.")
_WORD = "esborra"

Ask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is looked for, which of those found (by place), and other words of theirs to take out of texts."""

    who: str
    pick: tuple[int, ...] = ()
    also: tuple[str, ...] = ()


async def run(settings: Settings, wanted: Wanted, *, ask: Ask | None, say: Callable[[str], None]) -> None:
    """The whole command. Without `ask` nothing is asked. Raises DeskError when nothing was erased."""
    outlet.file_of(settings)
    clock = Clock(settings.clock)
    database = await open_database(settings)
    try:
        found = await database.run(lambda connection: finding.find(connection, wanted.who))
        chosen = choose(found, wanted.pick, ask=ask, say=say)
        if await database.run(lambda connection: alone(connection, chosen)):
            say(plain(NO_OFFICE))
        if ask is not None:
            confirm(ask)
        now = clock.now()
        done = await database.run(lambda connection: erase(connection, settings, chosen, wanted.also, now))
        clean = await _cleaned(Maintenance(database, clock))
    finally:
        await database.close()
    for line in report(done, clean=clean):
        say(plain(line))


async def _cleaned(maintenance: Maintenance) -> bool:
    """Whether the files could be cleaned of what was erased: whoever looks into the database gets a few seconds."""
    for _ in range(_TRIES):
        if await maintenance.purge():
            return True
        await asyncio.sleep(_PAUSE)
    return False


def choose(found: Sequence[Found], pick: Sequence[int], *, ask: Ask | None, say: Callable[[str], None]) -> list[Found]:
    """Who of those found is meant: the only one, those picked, or those that are answered.

    Raises DeskError when nobody fits, or it is not clear who.
    """
    if not found:
        raise DeskError(plain(T("Nobody fits: nothing was erased. Try a name, an e-mail or a council.")))
    for place, one in enumerate(found, start=1):
        say(f"{place}. {plain(shown(one))}")
    if not pick and len(found) > 1:
        if ask is None:
            raise DeskError(plain(T("Several fit: nothing was erased. Say which ones with {o}.", o="--pick 1")))
        answer = ask(plain(T("Which ones? Places with spaces between them:")))
        pick = [int(place) for place in answer.split() if place.isdecimal()]
    places = set(pick) if pick or len(found) > 1 else {1}
    if not places or not places <= set(range(1, len(found) + 1)):
        raise DeskError(plain(T("No such place in the list: nothing was erased.")))
    return [found[place - 1] for place in sorted(places)]


def confirm(ask: Ask) -> None:
    """Asks for a word. Raises DeskError when it is another."""
    said = ask(plain(T("It cannot be undone. To erase their data, type “{word}”:", word=_WORD)))
    if said.casefold().strip("«»“”\"'") != _WORD:
        raise DeskError(plain(T("Nothing was erased.")))


def shown(one: Found) -> Words:
    """Somebody in one line, to be chosen among others."""
    how: list[Words] = [
        *(Verbatim(name) for name in one.names),
        *(T("{role} of {council}", role=menus.ROLE[role], council=Council(name)) for role, name in one.at if name),
        *(menus.ROLE[role] for role, name in one.at if not name),
        *(Verbatim(value) for value in one.reach),
    ]
    if one.person is not None:
        how.append(T("Telegram number {number}", number=str(one.person)))
    elif one.mailed is not None:
        how.append(T("application by e-mail"))
    else:
        how.append(T("has not come to the bot"))
    return Joined(tuple(how), " · ")


def alone(connection: Connection, chosen: Sequence[Found]) -> bool:
    """Whether the technical office would be left without anybody."""
    office = set(snapshots.office(connection))
    return bool(office) and office <= {one.person for one in chosen}


def erase(
    connection: Connection, settings: Settings, chosen: Sequence[Found], also: Sequence[str], now: datetime
) -> Erased:
    """Erases them in one transaction, writes to those who must know, and notes it without saying whose data it was."""
    house = House(
        Controller(settings.controller_name, settings.controller_legal_basis, settings.controller_address),
        Gazetteer(()),
    )
    replies = [reply for one in chosen for reply in _told(connection, one, house, now)]
    gone = finding.gone(chosen, (pseudonym(secrets.token_urlsafe(16)) for _ in chosen), also)
    rows = erasure.erase_by_command(connection, gone, now)
    still = [one for one in replies if getattr(one, "to", None) not in gone.people]
    letters.write(connection, writing.letters(tuple(still), COMMAND_LINE, 0, ""), now)
    after = {"people": len(gone.people), "mentors": len(gone.mentors), "mailed": len(gone.mailed), "rows": rows}
    journal.note(connection, COMMAND_LINE, "EraseByCommand", "database", after, now)
    return Erased(rows, len(still))


def _told(connection: Connection, one: Found, house: House, now: datetime) -> Iterator[Reply]:
    """What the office and councils hear of it, as when somebody does it in the chat."""
    if one.person is None:
        return
    facts = Facts(now, house, {})
    facts = _known(connection, facts, one.person, (Me(), Calls(), MyApplications(), Office(), MyMentoring()))
    bodies = {seat.body for seat in facts[Me()].contact_seats() if seat.body is not None}
    facts = _known(connection, facts, one.person, tuple(Contacts(body) for body in bodies))
    yield from erasing.others(one.person, facts)


def _known(connection: Connection, facts: Facts, person: int, wanted: tuple[AnyWant, ...]) -> Facts:
    answers = snapshots.answer(connection, [Asked(0, person, want) for want in wanted], facts.now)
    return facts.and_also(answers.get(0, {}))


def report(done: Erased, *, clean: bool) -> Iterator[Words]:
    """What was done and what stays, for whoever typed the command."""
    for name, what in TOUCHED.items():
        if name in done.rows:
            yield T("Cleaned: {what} ({n})", what=what, n=done.rows[name])
    rest = sum(count for name, count in done.rows.items() if name not in TOUCHED)
    if rest:
        yield T("Cleaned: {what} ({n})", what=T("other texts that named them"), n=rest)
    yield T("What stays, without a name: applications, scores, decisions, hours and sessions, with an invented number.")
    if done.told:
        yield T("Messages to the technical office and to councils that must know: {n}", n=done.told)
    if clean:
        yield T("Nothing is left in the database's own files.")
    else:
        yield T("Somebody is using the database: the running bot cleans what is left in its files within a minute.")
    yield T(
        "Backups and exports were not changed. For a backup, the same command with {setting}.",
        setting="XMESS_DATABASE_URL=sqlite:///COPIA",
    )
