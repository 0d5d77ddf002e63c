"""`xmess-bot check`: tries what the bot needs and says what is wrong, without changing anything."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

import locales
from bot.app import telegram_bot
from bot.clock import Clock
from bot.connecting import WRONG_TOKEN
from bot.settings import Settings, SettingsError
from conversations.protocol.words import T
from storage.database import engine_for, folder_of, why


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was tried, whether it is fine, and what to know or to do."""

    what: str
    fine: bool
    says: str


async def check(settings: Settings) -> list[Result]:
    """Tries settings, token, database and Catalan texts."""
    return [
        _settings(settings),
        await _token(settings),
        _database(settings),
        _catalan(),
        _retention(settings),
        _minimal(settings),
    ]


def _settings(settings: Settings) -> Result:
    try:
        controller = settings.controller()
        Clock(settings.clock)
    except SettingsError as error:
        return Result("settings", False, str(error))
    return Result("settings", True, f"the controller is {controller.name}")


async def _token(settings: Settings) -> Result:
    try:
        async with telegram_bot(settings) as bot:
            return Result("token", True, f"Telegram knows this bot as @{bot.username}")
    except SettingsError as error:
        return Result("token", False, str(error))
    except InvalidToken:
        return Result("token", False, WRONG_TOKEN)  # the library's own words hold the token
    except TelegramError as error:
        return Result("token", False, f"Telegram cannot be reached: {error.message}")


def _database(settings: Settings) -> Result:
    try:
        folder = folder_of(settings.database_url)
        if folder is not None:
            return _file(settings, folder)
        with engine_for(settings.database_url).connect() as connection:
            connection.execute(select(1))
    except SQLAlchemyError as error:
        return Result("database", False, f"XMESS_DATABASE_URL: {why(error)}")
    except (sqlite3.Error, OSError) as error:
        return Result("database", False, f"XMESS_DATABASE_URL: {error}")
    return Result("database", True, "it answers")


def _file(settings: Settings, folder: Path) -> Result:
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    with tempfile.TemporaryFile(dir=there):
        pass
    file = folder / Path(settings.database_url.rpartition("/")[2])
    if not file.exists():
        return Result("database", True, f"{file} does not exist yet and can be made")
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        connection.close()
    return Result("database", verdict == "ok", f"{file}: {verdict}")


def _retention(settings: Settings) -> Result:
    """No limit is allowed, and said: somebody has to decide it."""
    if not settings.retention_months:
        return Result("retention", True, "off: contact data stay for ever; XMESS_RETENTION_MONTHS sets a limit")
    return Result("retention", True, f"contact data go {settings.retention_months} months after a call's sessions")


def _minimal(settings: Settings) -> Result:
    if settings.minimal:
        return Result("minimal", True, "on: applications go by e-mail, Telegram carries only status and reminders")
    return Result("minimal", True, "off: applications are filled in through Telegram; XMESS_MINIMAL=true avoids it")


def _catalan() -> Result:
    said = locales.plain(T("Continue"))
    return Result(
        "catalan", said == "Continua", "the texts are there" if said == "Continua" else "messages.po is missing"
    )
