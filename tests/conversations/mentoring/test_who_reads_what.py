"""What is said names what its reader needs: which council, which mentor, which session, and what is left of hours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.mentored import EndAssignment
from conversations.protocol.mentoring import AssignmentState, Side
from tests import packages
from tests.conversation import Somebody, said
from tests.stage import AINA, BERTA, MARTI, NURIA, Stage
from tests.support.rehearsed import rehearsed

ONA = 5003


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    one = rehearsed(Stage, tmp_path)
    yield one
    one.close()


def test_contact_of_several_councils_reads_which_one_it_is_about(stage: Stage) -> None:
    stage.bot.seats(AINA, Role.CONTACT, "Salt")
    first = "**L'Alzinar**\n"
    assert said(stage.tells("Ahir 2h amb l'Alzinar"), AINA).startswith(
        f"{first}Martí Solanelles (Puigferrer) ha anotat"
    )
    assert said(stage.aina.presses("No es va fer"), AINA).startswith(f"{first}**Enviat.**")
    assert said(stage.aina.presses("Retira-ho"), AINA).startswith(f"{first}Retirat.")
    assert said(stage.aina.presses("Sí, confirma-la"), AINA).startswith(f"{first}**Confirmada:**")
    stage.says("no, van ser 3 hores")
    assert said(stage.marti.presses("Canvia-la"), AINA).startswith(f"{first}Martí Solanelles")
    heard = stage.aina.presses("No hi estic d'acord")
    assert "**L'Alzinar**\n" not in said(heard, MARTI)
    stage.nuria.presses("3 hores")
    heard = stage.nuria.says("Ho han dit tots dos.")
    settled = "L'Oficina Tècnica ha resolt la sessió de dimarts 2 de juny amb"
    assert said(heard, AINA).startswith(f"{first}{settled} Martí Solanelles (Puigferrer): 3 hores")
    assert said(heard, MARTI).startswith(f"{settled} l'Alzinar: 3 hores")


def test_buttons_name_the_council_for_a_contact_of_several(stage: Stage) -> None:
    stage.bot.seats(AINA, Role.CONTACT, "Salt")
    for text in ("Ahir 2h amb l'Alzinar", "Dilluns 1h amb l'Alzinar"):
        stage.tells(text)
    asked = stage.aina.says("sí")
    assert asked[-1].labels[:2] == ["Dilluns 1 de juny · 1 h · l'Alzinar", "Dimarts 2 de juny · 2 h · l'Alzinar"]
    stage.aina.presses("Confirma-les totes")
    asked = stage.aina.says("la sessió no va ser així")
    assert asked[-1].labels[:2] == ["Dilluns 1 de juny · 1 h · l'Alzinar", "Dimarts 2 de juny · 2 h · l'Alzinar"]
    assert "**L'Alzinar**\nVoleu dir que cal corregir" in said(stage.aina.says("dilluns van ser 2 hores"), AINA)


def test_office_sees_the_sessions_of_a_package_on_its_sheet(stage: Stage) -> None:
    stage.tells("dilluns 1h amb l'Alzinar: estatuts")
    stage.aina.presses("Sí, confirma-la")
    stage.tells("Ahir 30 min amb l'Alzinar: quotes")
    sheet = said(stage.bot.press_data(NURIA, "Núria", f"0:package.{stage.keys[AINA]}"), NURIA)
    assert "Sessions amb Martí Solanelles (Puigferrer):\n· dilluns 1 de juny · 1 hora · estatuts · confirmada" in sheet
    assert "· dimarts 2 de juny · 30 minuts · quotes · pendent" in sheet
    assert "Confirmades: 1 hora. Per confirmar: 30 minuts. Queden: 2 hores i 30 minuts." in sheet
    stage.aina.presses("No es va fer")
    stage.marti.presses("No hi estic d'acord")
    stage.bot.passes(minutes=5)
    sheet = said(stage.bot.press_data(NURIA, "Núria", f"0:package.{stage.keys[AINA]}"), NURIA)
    assert "30 minuts · quotes · en discrepància" in sheet, sheet
    assert "amb Martí Solanelles" in said(stage.nuria.presses("Mostra les sessions"), NURIA)


def test_office_sees_the_sessions_of_everybody_who_has_gone_with_a_council(stage: Stage) -> None:
    stage.tells("Ahir 1h amb l'Alzinar: estatuts")
    key = stage.keys[AINA]
    ended = EndAssignment(stage.assignments[AINA], key, AssignmentState.REPLACED, Side.OFFICE, "S'ha jubilat.")
    packages.do(stage.bot, NURIA, ended)
    packages.joined(stage.bot, key, packages.mentor(stage.bot, ONA, "Ona Prat", None))
    ona = Somebody(stage.bot, ONA, "Ona Prat")
    ona.says("Ahir 2h amb l'Alzinar: quotes")
    ona.presses("Desa")
    sheet = said(stage.bot.press_data(NURIA, "Núria", f"0:package.{key}"), NURIA)
    assert "Sessions amb Martí Solanelles (Puigferrer):\n· dimarts 2 de juny · 1 hora · estatuts" in sheet
    assert "Sessions amb Ona Prat (servei d'assistència tècnica):\n· dimarts 2 de juny · 2 hores · quotes" in sheet
    assert "2 hores · quotes" in said(stage.nuria.presses("Mostra les sessions amb Ona Prat"), NURIA)


def test_commission_reads_what_is_left_after_the_others_of_the_same_save(stage: Stage) -> None:
    stage.says("dilluns 4h amb l'Alzinar: estatuts")
    stage.says("Ahir 2h amb l'Alzinar: quotes")
    listed = stage.presses("Demana-ho a la Comissió")
    assert "2 hores · quotes · es demanarà a la Comissió Tècnica" in listed
    assert "Sense el que es demanarà a la Comissió Tècnica, 4 hores del paquet de 4 hores." in listed
    heard = stage.marti.presses("Desa-les")
    assert "2 hores · quotes · pendent de la Comissió Tècnica" in said(heard, MARTI)
    assert "Concedides: 4 hores. Queden: 0 hores." in said(heard, BERTA)
    assert stage.held() == (0, 240)


def test_mentor_reads_the_notice_before_the_session_of_an_agreed_date(stage: Stage) -> None:
    stage.says("us proposo el dia 4 a les 10 amb l'Alzinar, 1 hora")
    stage.presses("Proposa-la")
    stage.aina.presses("Em va bé")
    stage.bot.passes(days=2)
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    (key,) = (row["id"] for row in stage.bot.rows("select id from appointment"))
    assert "què es fa de les vostres dades" in said(stage.bot.press_data(MARTI, "Martí", f"0:held.{key}"), MARTI)
    assert stage.sessions() == []
    assert "1 hora" in stage.presses("Ho he llegit, continua")
    stage.presses("Desa")
    assert stage.standing() == [("2020-06-04", 60, "reported")]
