"""The command line. Errors are one clear line and a non-zero exit."""

from __future__ import annotations

import asyncio
import io
import os
import secrets
import sys
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot import backup as backups
from bot import checks, desk, erasing, fitxa, logs, mail, outlet
from bot import demo as demonstration
from bot import export as spreadsheet
from bot.app import DEMO_MARK, house_of, open_database, telegram_bot
from bot.app import run as run_bot
from bot.clock import Clock
from bot.connecting import WRONG_TOKEN
from bot.documents import Printer, Qr
from bot.settings import Settings, SettingsError
from conversations.calls import CallError
from conversations.protocol.facts import Role
from storage import moving
from storage.database import engine_for, why

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="The XMESS bot.")
calls = typer.Typer(no_args_is_help=True, help="The calls.")
members = typer.Typer(no_args_is_help=True, help="The register of member bodies.")
app.add_typer(calls, name="call")
app.add_typer(members, name="members")


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 8020,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    folder: Annotated[Path | None, typer.Option(help="Keep the data here and go on from them next time.")] = None,
) -> None:
    """Try the whole bot in the browser: simulated Telegram, demonstration people, no token."""
    _do(demonstration.serve(port, open_page=open_page, folder=folder))


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment or of .env."""
    settings = _settings()
    logs.configure(json=settings.log_json, secret=settings.bot_token.get_secret_value(), level=settings.log_level)
    _do(run_bot(settings))


@app.command()
def invite(
    role: Annotated[Role, typer.Option(help="What the person will be.")] = Role.CONTACT,
    council: Annotated[str, typer.Option(help="The council, however you type it; not needed for the office.")] = "",
    picture: Annotated[Path, typer.Option(help="Where to write the QR code.")] = Path("invitacio.png"),
) -> None:
    """Print a link that lets one person in, once, and write its QR code as PNG."""
    settings = _settings()

    async def work() -> None:
        place = desk.find_place(house_of(settings), council) if role is not Role.OFFICE or council else None
        token, now = secrets.token_urlsafe(16), Clock(settings.clock).now()
        async with telegram_bot(settings) as bot, Printer() as printer:
            link = f"https://t.me/{bot.username}?start={token}"
            picture.write_bytes(await printer.print(Qr(picture.name, link)))
        database = await open_database(settings)
        try:
            await database.run(lambda connection: desk.invite(connection, token, role, place, now))
        finally:
            await database.close()
        typer.echo(link)
        typer.echo(f"{picture}: QR code. One person, {desk.INVITATION_DAYS} days.", err=True)

    _do(work())


@calls.command("open")
def call_open(file: Annotated[Path, typer.Argument(help="The TOML of the call.")]) -> None:
    """Copy a call from its TOML into the database; the running bot takes it from there."""
    settings = _settings()

    async def work() -> None:
        text, now = _text_of(file), Clock(settings.clock).now()
        database = await open_database(settings)
        try:
            call = await database.run(lambda connection: desk.open_call(connection, text, now))
        except CallError as error:
            raise CallError(f"{file}: {error}") from None
        finally:
            await database.close()
        first = f" (extended; it was {call.first_deadline.isoformat()})" if call.first_deadline else ""
        typer.echo(f"{call.id}: {call.name}. Deadline {call.deadline.isoformat()}, inclusive{first}.")
        if call.undecided:
            typer.echo(f"Not decided yet: {', '.join(call.undecided)}.")

    _do(work())


@calls.command("extend")
def call_extend(
    call: Annotated[str, typer.Argument(help="The id of the call, for example 2020-1.")],
    until: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="The new last day, inclusive.")],
    reason: Annotated[str, typer.Option(help="Why; the councils read it as you write it.")],
) -> None:
    """Move the deadline of a call to a later day, for everybody. The running bot tells the open drafts."""
    settings = _settings()

    async def work() -> None:
        now = Clock(settings.clock).now()
        database = await open_database(settings)
        try:
            told = await database.run(lambda connection: desk.extend(connection, call, until.date(), reason, now))
        finally:
            await database.close()
        typer.echo(f"{call}: open until {until.date().isoformat()}, inclusive. Open drafts to be told: {told}.")

    _do(work())


@members.command("import")
def members_import(file: Annotated[Path, typer.Argument(help="CSV with the columns of memberships.csv.")]) -> None:
    """Add or change bodies and their stays in the network from a CSV."""
    settings = _settings()

    async def work() -> None:
        rows = desk.read_members(io.StringIO(_text_of(file), newline=""), house_of(settings))
        database = await open_database(settings)
        try:
            changed = await database.run(lambda connection: desk.import_members(connection, rows))
        finally:
            await database.close()
        typer.echo(f"Rows read: {changed}. The register is up to date.")

    _do(work())


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="The spreadsheet to write (.xlsx).")],
    eml: Annotated[
        Path | None, typer.Option(help="Folder for every receipt and decision as a message ready to be sent.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
) -> None:
    """Write everything that is needed to carry on by e-mail, while the bot runs or without it."""
    settings = _settings()
    if file.suffix.lower() != ".xlsx":
        raise _fail(f"{file}: the spreadsheet is written as .xlsx; give it a name that ends so.")

    async def work() -> None:
        controller = settings.controller_name or settings.controller_address
        mark = DEMO_MARK if settings.demo else ""
        with outlet.existing(settings) as engine:
            with outlet.replaced(file, force=force) as part:
                rows = spreadsheet.write(engine, part)
            typer.echo(f"{file}: " + ", ".join(f"{name} {count}" for name, count in rows.items()))
            if eml is not None:
                count = await mail.write(engine, eml, controller, force=force, mark=mark)
                typer.echo(f"{eml}: {count} messages ready to be sent. Nothing has been sent.")
            outlet.note(engine, "Export", {"file": file.name, "messages": eml is not None}, Clock(settings.clock).now())

    _do(work())


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The copy to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
) -> None:
    """Copy the database while the bot runs, and try the copy by opening it."""
    settings = _settings()

    async def work() -> None:
        with outlet.existing(settings) as engine:
            made = backups.backup(settings, file, force=force)
            outlet.note(engine, "Backup", {"file": file.name, "revision": made.revision}, Clock(settings.clock).now())
        rows = ", ".join(f"{name} {count}" for name, count in made.rows.items() if count)
        typer.echo(f"{file}: sound. Revision {made.revision}. Rows: {rows}.")

    _do(work())


@app.command()
def erase(
    who: Annotated[str, typer.Argument(help="Telegram number, name, telephone, e-mail or council.")],
    pick: Annotated[list[int] | None, typer.Option(help="Which ones of the list, by place; may be repeated.")] = None,
    also: Annotated[
        list[str] | None, typer.Option(help="Another name, e-mail or telephone of theirs to take out of every text.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
) -> None:
    """Erase what is held about a person who asked for it by e-mail or telephone, while the bot runs or without it."""
    settings = _settings()
    logs.configure(json=settings.log_json, secret=settings.bot_token.get_secret_value(), level="ERROR")
    wanted = erasing.Wanted(who, tuple(pick or ()), tuple(also or ()))
    _do(erasing.run(settings, wanted, ask=None if yes else _ask, say=typer.echo))


@app.command()
def move(
    source: Annotated[str, typer.Argument(help="The SQLite database, as in sqlite:///xmess.sqlite3.")],
    target: Annotated[str, typer.Argument(help="The empty one, as in postgresql://USER:PASSWORD@HOST/NAME.")],
    anyway: Annotated[bool, typer.Option("--anyway", help="The bot on the first one crashed: nobody runs.")] = False,
) -> None:
    """Copy everything from SQLite into an empty PostgreSQL and compare every row. The bot must be stopped."""

    async def work() -> None:
        try:
            moved = moving.move(engine_for(source), engine_for(target), anyway=anyway)
        except moving.MoveError as error:
            raise desk.DeskError(f"move: {error}.") from None
        rows = ", ".join(f"{name} {count}" for name, count in moved.items() if count)
        typer.echo(f"Moved, and every row was compared: {rows}. Set XMESS_DATABASE_URL to it and start the bot.")

    _do(work())


@app.command()
def check(
    sheet: Annotated[bool, typer.Option("--fitxa", help="Print the page for the data-protection officer.")] = False,
) -> None:
    """Try the token, the database, the Catalan texts and the settings, and say what is wrong."""
    settings = _settings()
    if sheet:
        typer.echo(fitxa.text(settings), nl=False)
        return
    results = asyncio.run(checks.check(settings))
    for result in results:
        typer.echo(f"{'ok ' if result.fine else 'BAD'}  {result.what}: {result.says}")
    if not all(result.fine for result in results):
        raise typer.Exit(1)


def _ask(question: str) -> str:
    """What somebody types; nothing when nobody is there to type."""
    typer.echo(f"{question} ", nl=False)
    return sys.stdin.readline().strip()


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "XMESS_" + "_".join(str(part) for part in first["loc"]).upper()
        raise _fail(f"{name}: {first['msg']}") from None


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise desk.DeskError(f"{file}: not a text in UTF-8. In a spreadsheet, save it as «CSV UTF-8».") from None


def _do(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except (SettingsError, CallError, desk.DeskError, demonstration.DemoError) as error:
        raise _fail(str(error)) from None
    except InvalidToken:
        raise _fail(WRONG_TOKEN) from None  # the library's own words hold the token
    except TelegramError as error:
        raise _fail(f"Telegram: {type(error).__name__}: {error.message}") from None
    except SQLAlchemyError as error:
        raise _fail(f"XMESS_DATABASE_URL: {why(error)}") from None
    except OSError as error:
        raise _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from None


def _fail(text: str) -> typer.Exit:
    typer.echo(f"xmess-bot: {text}", err=True)
    return typer.Exit(1)


def main() -> None:
    """The entry point of `xmess-bot`. What it writes, the database above all, only its own account can read."""
    os.umask(0o077)
    try:
        code = app(prog_name="xmess-bot", standalone_mode=False)
    except typer.TyperException as error:
        typer.echo(f"xmess-bot: {error.format_message()}", err=True)
        code = error.exit_code
    sys.exit(code)
