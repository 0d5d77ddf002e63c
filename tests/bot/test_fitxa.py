"""The page for the data-protection officer is kept true: nothing of the tables, rules and settings is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import SQLModel
from typer.testing import CliRunner

import storage.models  # noqa: F401  fills the metadata
from bot import fitxa, purposes
from bot.cli import app
from bot.settings import Settings
from conversations.protocol.facts import Role
from conversations.rules.roles import Action
from tests.conversation import Conversation, Somebody


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


def test_every_table_is_described() -> None:
    assert purposes.TABLES.keys() == SQLModel.metadata.tables.keys()


def test_every_setting_is_named() -> None:
    assert purposes.SETTINGS.keys() == Settings.model_fields.keys()


def test_every_action_has_words() -> None:
    assert purposes.ACTIONS.keys() == set(Action)


def test_page_says_where_who_what_and_how_long() -> None:
    page = fitxa.text(Settings(controller_name="Ajuntament d'exemple", retention_months=12, letter_days=30))
    for said in (
        "Ajuntament d'exemple",
        "12 mesos després de les sessions",
        "30 dies",
        "api.telegram.org, port 443",
        "Cap: el bot pregunta a Telegram",
        "xmess-bot backup",
        "xmess-bot export",
        "XMESS_RETENTION_MONTHS",
        f"python-telegram-bot {metadata.version('python-telegram-bot')}",
        "aiohttp ",
    ):
        assert said in page
    assert all(f"XMESS_{name.upper()}: " in page for name in Settings.model_fields)
    assert all(f"\n* {name}: " in page for name in SQLModel.metadata.tables)
    assert len([line for line in page.splitlines() if line.startswith("* ") and "de tots els ajuntaments" in line]) >= 1
    assert len(Role) <= page.count("\n* ")


def test_page_without_a_limit_says_so_clearly() -> None:
    page = fitxa.text(Settings(retention_months=0, letter_days=0))
    assert "Dades de contacte: encara no hi ha cap límit (XMESS_RETENTION_MONTHS)." in page
    assert "Text dels missatges lliurats: encara no hi ha cap límit (XMESS_LETTER_DAYS)." in page


def test_page_says_whether_what_applications_say_goes_through_telegram() -> None:
    assert "Mode mínim: només estats i recordatoris." in fitxa.text(Settings(minimal=True))
    assert "amb XMESS_MINIMAL=true no hi passa" in fitxa.text(Settings(minimal=False))


def test_page_shows_no_secret() -> None:
    page = fitxa.text(
        Settings(
            bot_token=SecretStr("123456:SECRET-TOKEN"),
            database_url="postgresql://xmess:secret-password@db.example/xmess",
            proxy="http://me:proxy-password@proxy.example:3128",
        )
    )
    for secret in ("SECRET-TOKEN", "secret-password", "proxy-password"):
        assert secret not in page
    for host in ("db.example", "proxy.example, port 3128"):
        assert host in page


def test_page_knows_people_and_the_last_backup(talk: Conversation, tmp_path: Path) -> None:
    Somebody(talk, 1001, "Aina Soler").starts()
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'bot.sqlite3'}")
    assert "Última còpia: no se'n coneix cap." in fitxa.text(settings)
    environment = {"XMESS_DATABASE_URL": settings.database_url}
    assert CliRunner().invoke(app, ["backup", str(tmp_path / "c.sqlite3")], env=environment).exit_code == 0
    page = fitxa.text(settings)
    assert "Persones de qui hi ha el número de Telegram: 1" in page
    assert f"Última còpia: {datetime.now(UTC).year}" not in page
    assert "no se'n coneix cap" not in page.split("Última còpia")[1].splitlines()[0]


def test_command_prints_the_page_without_a_database(tmp_path: Path) -> None:
    environment = {"XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'cap.sqlite3'}"}
    result = CliRunner().invoke(app, ["check", "--fitxa"], env=environment)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Fitxa de protecció de dades")
    assert not (tmp_path / "cap.sqlite3").exists()
