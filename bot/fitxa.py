"""`xmess-bot check --fitxa`: one page for the data-protection officer, from the tables, the rules and the settings.

What a table, an action or a setting is for stands in `purposes`, and a test sees that none is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot import outlet
from bot.desk import DeskError
from bot.purposes import ACTIONS, SETTINGS, TABLES
from bot.settings import Settings
from conversations import menus
from conversations.protocol.facts import Role
from conversations.protocol.words import Joined, Listed, T, Verbatim, Words
from conversations.rules.roles import ANYWHERE, GOING_WITH_IT, OF_THE_BODY, Action
from locales import plain
from storage import journal, retention
from storage.database import folder_of, reading

PACKAGE = "xmess-bot"
_BESIDE = Listed((Verbatim("-wal"), Verbatim("-shm")))
"""The endings of the files that SQLite keeps beside its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the database itself can tell: how many people it knows, and what went out last."""

    people: int | None = None
    backup: datetime | None = None
    export: datetime | None = None


def known(settings: Settings) -> Known:
    """What a database that is there can tell; nothing when there is none yet or it does not answer."""
    try:
        with outlet.existing(settings) as engine, reading(engine) as connection:
            backup, export = (journal.last(connection, action) for action in ("Backup", "Export"))
            return Known(retention.count_people(connection), backup and backup[0], export and export[0])
    except (DeskError, SQLAlchemyError, OSError):
        return Known()


def text(settings: Settings, now: datetime | None = None) -> str:
    """The page, in Catalan and plain text."""
    facts = known(settings)
    head = [plain(T("Data protection sheet of the XMESS bot")), plain(T("Made on {at}.", at=now or datetime.now(UTC)))]
    parts = ["\n".join(head)]
    for heading, lines in _parts(settings, facts):
        title = plain(heading)
        parts.append("\n".join([title, "-" * len(title), *(f"* {plain(line)}" for line in lines)]))
    return "\n\n".join(parts) + "\n"


def _parts(settings: Settings, facts: Known) -> Iterator[tuple[T, list[Words]]]:
    yield T("Controller"), list(_controller(settings))
    yield T("Where the data are"), list(_place(settings, facts))
    yield T("Data that are held, by table, and what for"), [_row(name, what) for name, what in TABLES.items()]
    yield T("How long they are kept"), list(_retention(settings))
    yield T("Who can read them, and who does what"), list(_readers(settings))
    yield T("What goes out, and where to"), list(_outgoing(settings))
    yield T("Ports that are open"), list(_ports(settings))
    yield T("How they are backed up"), list(_copies(settings, facts))
    yield T("How they are restored"), list(_restored(settings))
    yield T("How they are moved"), list(_moved(settings))
    yield T("How they are erased"), list(_erased())
    yield T("How to carry on without the bot"), list(_without(facts))
    yield T("Settings in force"), [_row(f"XMESS_{name.upper()}", _set(settings, name)) for name in SETTINGS]
    yield T("Programs it is made of"), [Verbatim(", ".join(f"{name} {version}" for name, version in dependencies()))]


def _row(name: str, what: Words) -> Words:
    """A name of the code, as it is written there."""
    return Joined((Verbatim(name), what), ": ")


def _controller(settings: Settings) -> Iterator[Words]:
    for value, what in (
        (settings.controller_name, SETTINGS["controller_name"]),
        (settings.controller_legal_basis, SETTINGS["controller_legal_basis"]),
        (settings.controller_address, SETTINGS["controller_address"]),
    ):
        yield T("{name}: {what}", name=what, what=Verbatim(value) if value else T("not set yet"))
    if settings.demo:
        yield T("These are demonstration data.")


def _place(settings: Settings, facts: Known) -> Iterator[Words]:
    yield T("Database: {url}", url=make_url(settings.database_url).render_as_string(hide_password=True))
    if folder_of(settings.database_url) is not None:
        file = Path(str(make_url(settings.database_url).database)).resolve()
        yield T("File: {file}, and beside it {beside} while it runs", file=str(file), beside=_BESIDE)
    yield T("Documents are made when they are sent and are not kept as files.")
    yield T("Logs have no names, addresses, texts nor the key of the bot.")
    if facts.people is not None:
        yield T("People known by their number: {n}", n=facts.people)


def _readers(settings: Settings) -> Iterator[Words]:
    if folder_of(settings.database_url) is not None:
        yield T("Whoever can read this file reads everything: its folder must belong to the bot's account alone.")
    else:
        yield T("Whoever can connect to this database reads everything: only the bot's account and who keeps it.")
    yield from (T("{name}: {what}", name=menus.ROLE[role], what=_of(role)) for role in Role)


def _retention(settings: Settings) -> Iterator[Words]:
    if settings.retention_months:
        yield T(
            "Contact data of a call are erased {n} month after its sessions end.",
            "Contact data of a call are erased {n} months after its sessions end.",
            n=settings.retention_months,
        )
        yield T("People without another role or a later call, silent for as long, are erased too.")
    else:
        yield T("Contact data: no limit is set ({setting}).", setting="XMESS_RETENTION_MONTHS")
    if settings.letter_days:
        n = settings.letter_days
        yield T(
            "Texts of delivered messages and notes of faults: {n} day.",
            "Texts of delivered messages and notes of faults: {n} days.",
            n=n,
        )
    else:
        yield T("Texts of delivered messages: no limit is set ({setting}).", setting="XMESS_LETTER_DAYS")
    yield T("Content of documents that were sent, and attempts with wrong links: one day.")
    yield T("Anybody can see (/les_meves_dades) and erase (/esborra) their own data at any time.")


def _of(role: Role) -> Words:
    allowed = [ACTIONS[one] for one in Action if role in OF_THE_BODY.get(one, frozenset())]
    given = [ACTIONS[one] for one in Action if role is Role.MENTOR and one in GOING_WITH_IT]
    anywhere = [ACTIONS[one] for one in Action if role in ANYWHERE.get(one, frozenset())]
    parts: list[Words] = []
    if allowed:
        parts.append(T("of their body: {actions}", actions=Listed(tuple(allowed))))
    if given:
        parts.append(T("of the councils that they go with: {actions}", actions=Listed(tuple(given))))
    if anywhere:
        parts.append(T("of every body: {actions}", actions=Listed(tuple(anywhere))))
    return Joined(tuple(parts), "; ") if parts else T("nothing yet")


def _outgoing(settings: Settings) -> Iterator[Words]:
    api = urlsplit(settings.bot_api_url)
    yield T("Telegram: {host}, port {port}", host=api.hostname or "?", port=str(api.port or _port(api.scheme)))
    if settings.proxy:
        proxy = urlsplit(settings.proxy)
        yield T("Through the proxy {host}, port {port}", host=proxy.hostname or "?", port=str(proxy.port or "?"))
    backend = make_url(settings.database_url)
    if folder_of(settings.database_url) is None and backend.host:
        yield T("PostgreSQL: {host}, port {port}", host=backend.host, port=str(backend.port or 5432))
    yield T("Nothing else: no analytics, no updates, no other service.")
    yield T("What goes to Telegram: the messages to people and their documents. Telegram keeps its own copy.")
    if settings.minimal:
        yield T("Minimal mode: only status and reminders. What applications and decisions say goes by e-mail.")
    else:
        yield T("What applications say goes through Telegram too; {setting} avoids it.", setting="XMESS_MINIMAL=true")


def _ports(settings: Settings) -> Iterator[Words]:
    if not settings.webhook_url:
        yield T("None: the bot asks Telegram and nobody calls it.")
        return
    yield T(
        "{place}: Telegram calls {url} and shows a secret.", place=settings.webhook_listen, url=settings.webhook_url
    )


def _port(scheme: str) -> int:
    return 80 if scheme == "http" else 443


def _copies(settings: Settings, facts: Known) -> Iterator[Words]:
    if folder_of(settings.database_url) is None:
        yield T("Backup, while the bot runs: {command}", command=_dump(settings))
    else:
        yield T("Backup, while the bot runs: {command}", command="xmess-bot backup FITXER")
    yield T("Last backup: {at}", at=facts.backup) if facts.backup else T("Last backup: none is known.")


def _restored(settings: Settings) -> Iterator[Words]:
    if folder_of(settings.database_url) is None:
        yield T(
            "Stop the bot, make an empty database, {command}, and start the bot with it.",
            command="pg_restore --no-owner --dbname=BASE FITXER",
        )
    else:
        yield T(
            "To restore: stop the bot, put the copy in the place of the database without {beside}, start it.",
            beside=_BESIDE,
        )
    yield T("What was written after the copy is lost: people have to be told to look at it again.")
    yield T("Whoever was erased after the copy was made has to be erased again.")


def _moved(settings: Settings) -> Iterator[Words]:
    yield T("To another server: the folder with {env}, and the database as for a restoration.", env=".env")
    if folder_of(settings.database_url) is not None:
        yield T("To PostgreSQL, with the bot stopped: {command}", command="xmess-bot move sqlite:///… postgresql://…")


def _erased() -> Iterator[Words]:
    yield T("From the chat, by each person: {command}", command="/esborra")
    yield T("From the command line, for whoever asks otherwise: {command}", command="xmess-bot erase NOM")
    yield T("Names and contact data go from every table, text, line of the audit log and file of the database.")
    yield T("What stays, without a name: applications, scores, decisions, hours and sessions, with an invented number.")
    yield T("Of the commission, the council for which somebody sat stays: decisions must say who took them.")
    yield T("Backups made before an erasure still hold what was erased: they need a limit of their own.")


def _without(facts: Known) -> Iterator[Words]:
    yield T("To carry on without the bot: {command}", command="xmess-bot export FITXER.xlsx --eml CARPETA")
    yield T("Last export: {at}", at=facts.export) if facts.export else T("Last export: none is known.")


def _dump(settings: Settings) -> str:
    url = make_url(settings.database_url).set(password=None).render_as_string()
    return f"pg_dump --format=custom --file=FITXER {url}"


def _set(settings: Settings, name: str) -> Words:
    value = getattr(settings, name)
    what = SETTINGS[name]
    # Only these have to be decided; without the others the bot does what it does by itself.
    nothing = T("not set yet") if name == "bot_token" or name.startswith("controller_") else T("empty")
    if isinstance(value, SecretStr):
        shown: Words = T("set, not shown") if value.get_secret_value() else nothing
    elif name in ("database_url", "proxy"):
        shown = T("see above") if value else nothing
    elif isinstance(value, bool):
        shown = T("yes") if value else T("no")
    else:
        shown = Verbatim(str(value)) if value or value == 0 else nothing
    return T("{what} ({value})", what=what, value=shown)


def dependencies() -> list[tuple[str, str]]:
    """Every program that is installed because this one needs it, and its version, by name."""
    found: dict[str, str] = {}
    waiting = [PACKAGE]
    while waiting:
        for line in metadata.requires(waiting.pop()) or ():
            name = re.sub(r"[-_.]+", "-", re.split(r"[\s;\[<>=!~(]", line, maxsplit=1)[0]).lower()
            if "extra ==" in line or name in found:
                continue
            try:
                found[name] = metadata.version(name)
            except metadata.PackageNotFoundError:
                continue
            waiting.append(name)
    return sorted(found.items())
