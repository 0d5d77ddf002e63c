"""The council, the commission and the office: what each may say about a session, and what comes of it (N16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.scenes import Idle
from conversations.rules.deadlines import MADRID
from tests.conversation import said
from tests.stage import AINA, BERTA, MARTI, NURIA, POL, Stage
from tests.support.rehearsed import rehearsed

TOLD = "Ahir 2h amb l'Alzinar, en línia: clàusules socials"


def one_told(folder: Path, *, contacts: bool = True) -> Stage:
    """A session is told and saved."""
    one = Stage(folder, contacts=contacts)
    one.tells(TOLD)
    return one


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    one = rehearsed(one_told, tmp_path)
    yield one
    one.close()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Stage]:
    """The council is not in the bot."""
    one = rehearsed(one_told, tmp_path, contacts=False)
    yield one
    one.close()


def test_council_confirms_and_both_hear_the_totals(stage: Stage) -> None:
    heard = stage.aina.presses("Sí, confirma-la")
    assert "**Confirmada:** dimarts 2 de juny · 2 hores" in said(heard, AINA)
    assert "Confirmades: 2 hores. Per confirmar: 0 hores. Queden: 2 hores." in said(heard, MARTI)
    assert stage.standing() == [("2020-06-02", 120, "confirmed")]


def test_button_that_was_read_before_a_correction_confirms_nothing(stage: Stage) -> None:
    stage.marti.says("no, eren 3 hores")
    stage.marti.presses("Canvia-la")
    assert "Aquesta sessió ha canviat des d'aleshores" in said(stage.aina.presses("Sí, confirma-la", old=True), AINA)
    assert stage.standing() == [("2020-06-02", 180, "reported")]
    key = stage.sessions()[0]["id"]
    old = f"0:snone.{key}.20200602.120"
    assert "Aquesta sessió ha canviat" in said(stage.bot.press_data(AINA, "Aina", old), AINA)
    stage.aina.presses("Sí, confirma-la")
    assert "Ja està confirmada." in said(stage.aina.presses("Sí, confirma-la"), AINA)


def test_correction_left_open_does_not_undo_what_both_agreed_since(stage: Stage) -> None:
    stage.marti.says("no, eren 3 hores")
    stage.aina.presses("No es va fer")
    stage.marti.presses("Hi estic d'acord")
    assert stage.standing() == [("2020-06-02", 0, "undone")]
    assert "Es va desfer i no hi ha res per corregir." in said(stage.marti.presses("Canvia-la"), MARTI)
    assert stage.standing() == [("2020-06-02", 0, "undone")]
    assert stage.sessions()[0]["mentor_says"] is None
    assert stage.bot.state(MARTI).scene == Idle()


def test_nobody_else_may_answer(stage: Stage) -> None:
    data, _ = stage.bot.button(AINA, "Sí, confirma-la")
    stage.bot.seats(POL, Role.CONTACT, "el Comellar")
    for person in (POL, MARTI, BERTA, 9999):
        heard = stage.bot.press_data(person, "Algú", data)
        assert "clàusules" not in said(heard, person)
    for action in ("sfix", "snone", "sundo", "samend", "session", "sset", "sallow", "sback", "sagree", "sdeny"):
        forged = data.replace("sok", action)
        assert "clàusules" not in said(stage.bot.press_data(POL, "Pol", forged), POL)
    assert stage.standing() == [("2020-06-02", 120, "reported")]


def test_button_that_was_made_up_does_nothing(stage: Stage) -> None:
    for action in ("sok", "sfix", "snone", "sagree", "sundo", "samend", "sset", "sallow", "session"):
        for rest in ("", ".", ".x", ".99", ".99.20200602.120", ".1e3", ".²"):
            for person in (AINA, MARTI, NURIA):
                assert said(stage.bot.press_data(person, "Algú", f"0:{action}{rest}"), person), (action, rest)
    assert stage.standing() == [("2020-06-02", 120, "reported")]


@pytest.mark.parametrize("choice", ["sset.{}.20201301.60", "sset.{}.20200602.xx", "sset.{}.2.3", "sset.{}"])
def test_settling_something_that_cannot_be_does_nothing(stage: Stage, choice: str) -> None:
    key = stage.sessions()[0]["id"]
    assert said(stage.bot.press_data(NURIA, "Núria", f"0:{choice.format(key)}"), NURIA)
    assert isinstance(stage.nuria.scene, Idle)


def correct(stage: Stage, *answers: str) -> str:
    """The council says that something is wrong. Returns what Martí hears."""
    heard = stage.aina.presses("Cal corregir-la")
    for one in answers:
        heard = stage.aina.says(one)
    return said(heard, MARTI)


@pytest.mark.parametrize(
    ("answers", "claim", "now"),
    [
        (("La durada", "1 hora i 30 minuts"), "Va ser: 1 hora i 30 minuts.", ("2020-06-02", 90)),
        (("La durada", "Una altra durada", "hora i quart"), "Va ser: 1 hora i 15 minuts.", ("2020-06-02", 75)),
        (("va durar 3 hores",), "Va ser: 3 hores.", ("2020-06-02", 180)),
        (("El dia", "Avui, dimecres 3"), "Va ser: dimecres 3 de juny.", ("2020-06-03", 120)),
        (("El dia", "Un altre dia", "el 28 de maig"), "Va ser: dijous 28 de maig.", ("2020-05-28", 120)),
        (("No es va fer",), "diu que aquesta sessió no es va fer", None),
    ],
)
def test_correction_needs_both(stage: Stage, answers: tuple[str, ...], claim: str, now: tuple[str, int] | None) -> None:
    assert claim in correct(stage, *answers)
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    heard = stage.marti.presses("Hi estic d'acord")
    assert "D'acord:" in said(heard, MARTI)
    assert "D'acord:" in said(heard, AINA)
    (session,) = stage.sessions()
    if now is None:
        assert (session["state"], session["minutes"]) == ("undone", 0)
        assert stage.held() == (240, 0)
    else:
        assert (str(session["day"]), session["minutes"], session["state"]) == (*now, "confirmed")
        assert stage.held() == (240 - now[1], now[1])


def test_what_the_council_says_must_be_possible_and_different(stage: Stage) -> None:
    stage.aina.presses("Cal corregir-la", "La durada")
    assert "És el que ja diu" in said(stage.aina.says("2 hores"), AINA)
    stage.aina.presses("El dia")
    assert "queda fora del període" in said(stage.aina.says("el 30 d'abril"), AINA)
    assert "Escriviu el dia" in said(stage.aina.says("no me'n recordo"), AINA)
    assert "es donarà per bona" in said(stage.aina.presses("Deixa-la igual"), AINA)
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    stage.aina.presses("Cal corregir-la")
    assert "Trieu què cal corregir" in said(stage.aina.says("és un desastre"), AINA)


def test_claim_is_taken_back(stage: Stage) -> None:
    stage.aina.presses("No es va fer")
    assert "s'ha retirat" in said(stage.aina.presses("Retira-ho"), MARTI).lower()
    stage.aina.presses("Sí, confirma-la")
    assert stage.standing() == [("2020-06-02", 120, "confirmed")]
    data, message = stage.bot._old(AINA, "Retira-ho")
    assert "Ja està confirmada." in said(stage.bot.press_data(AINA, "Aina", data, message), AINA)


def test_claim_that_changed_is_shown_again_before_anybody_agrees(stage: Stage) -> None:
    correct(stage, "La durada", "1 hora")
    stage.aina.presses("Retira-ho")
    correct(stage, "La durada", "1 hora i 30 minuts")
    assert "Va ser: 1 hora i 30 minuts." in said(stage.marti.presses("Hi estic d'acord", old=True), MARTI)
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    own, message = stage.bot.button(MARTI, "Hi estic d'acord")
    assert "hi ha de respondre" in said(stage.bot.press_data(AINA, "Aina", own, message), AINA)


def dispute(stage: Stage) -> str:
    """The council says an hour and a half, and the mentor does not agree. Returns what the office hears."""
    correct(stage, "La durada", "1 hora i 30 minuts")
    heard = stage.marti.presses("No hi estic d'acord")
    assert "L'Oficina Tècnica resoldrà la sessió" in said(heard, AINA)
    return said(heard, NURIA)


def test_dispute_goes_to_the_office_who_settles_it_with_a_reason(stage: Stage) -> None:
    told = dispute(stage)
    assert "Martí Solanelles (Puigferrer) diu: dimarts 2 de juny · 2 hores" in told
    assert "L'Alzinar diu: dimarts 2 de juny · 1 hora i 30 minuts" in told
    assert "Se n'encarrega l'Oficina Tècnica" in said(stage.marti.presses("Desfés"), MARTI)
    assert "és a mans de l'Oficina Tècnica" in said(stage.marti.says("no, eren 3 hores"), MARTI)
    stage.nuria.presses("1 hora i 30 minuts")
    stage.nuria.says("x" * 501)
    heard = stage.nuria.says("Ho diu la convocatòria de la videotrucada.")
    for person in (AINA, MARTI):
        assert "Motiu: Ho diu la convocatòria de la videotrucada." in said(heard, person)
    assert stage.standing() == [("2020-06-02", 90, "settled")]
    assert stage.held() == (150, 90)
    assert "L'Oficina Tècnica la va resoldre" in said(stage.marti.says("no, eren 3 hores"), MARTI)
    key = stage.sessions()[0]["id"]
    for action in ("sfix", "snone"):
        heard = stage.bot.press_data(AINA, "Aina", f"0:{action}.{key}")
        assert "se n'encarrega l'Oficina Tècnica" in said(heard, AINA)
    assert "la va resoldre" in said(stage.bot.press_data(MARTI, "Martí", f"0:sundo.{key}"), MARTI)


def test_what_is_settled_is_settled_again_only_after_a_yes(stage: Stage) -> None:
    dispute(stage)
    key = stage.sessions()[0]["id"]
    stage.nuria.presses("1 hora i 30 minuts")
    stage.nuria.says("Ho diu l'acta.")
    old = f"0:sset.{key}.20200602.0"
    asked = stage.bot.press_data(NURIA, "Núria", old)
    assert said(asked, NURIA) == "Ja està resolta (1 hora i 30 minuts). La voleu canviar?"
    assert isinstance(stage.nuria.scene, Idle)
    assert "Motiu" not in said(stage.nuria.says("bon dia"), AINA)
    stage.bot.press_data(NURIA, "Núria", old)
    assert said(stage.nuria.presses("No, deixa-ho"), NURIA) == "Queda com estava."
    assert stage.standing() == [("2020-06-02", 90, "settled")]
    stage.bot.press_data(NURIA, "Núria", old)
    stage.nuria.presses("Sí, canvia-la")
    heard = stage.nuria.says("No s'hi va presentar ningú.")
    for person in (AINA, MARTI):
        assert "Aquesta resolució substitueix l'anterior." in said(heard, person)
        assert "Abans: 1 hora i 30 minuts" in said(heard, person)
        assert "Ara: no es va fer.\nMotiu: No s'hi va presentar ningú." in said(heard, person)
    assert stage.held() == (240, 0)


def test_session_settled_as_not_held_is_listed_so_and_leaves_its_day_free(stage: Stage) -> None:
    dispute(stage)
    stage.nuria.presses("No es va fer")
    stage.nuria.says("No s'hi va presentar ningú.")
    stage.marti.says("/inici")
    listed = stage.marti.presses("Mostra'm les sessions")
    assert "· no es va fer: ho va resoldre l'Oficina Tècnica" in said(listed, MARTI)
    assert listed[-1].labels[0] == "Dimarts 2 de juny · no es va fer"
    assert "Ja hi ha una sessió" not in stage.says("Dimarts vam fer 2 h per Zoom")
    stage.marti.presses("Desa")
    assert [one[1:] for one in stage.standing()] == [(0, "settled"), (120, "reported")]


def test_late_button_says_in_a_sentence_where_the_session_stands(stage: Stage) -> None:
    key = stage.sessions()[0]["id"]
    for state, sentence in {
        "over": "Ara està pendent de la Comissió Tècnica.",
        "confirmed": "Ja està confirmada.",
        "silent": "Ja s'havia donat per bona, perquè ningú no va respondre.",
        "disputed": "Se n'encarrega l'Oficina Tècnica, perquè les dues parts no diuen el mateix.",
        "settled": "Ja l'ha resolt l'Oficina Tècnica.",
        "undone": "Aquesta sessió ja s'havia desfet.",
        "no_show": "Consta que no es va fer.",
        "reported": "Ara està pendent de l'ajuntament.",
    }.items():
        stage.bot.passes(minutes=1)
        stage.bot.does(f"update session set state = '{state}'")
        action, person = ("sok", AINA) if state != "reported" else ("sagree", MARTI)
        assert sentence in said(stage.bot.press_data(person, "Qui sigui", f"0:{action}.{key}"), person)


def test_reason_written_after_somebody_else_has_settled_it_changes_nothing_without_a_yes(stage: Stage) -> None:
    dispute(stage)
    stage.nuria.presses("2 hores")
    stage.bot.does("update session set state = 'settled', minutes = 90")
    asked = stage.nuria.says("Perquè sí.")
    assert "Ja està resolta (1 hora i 30 minuts). La voleu canviar?" in said(asked, NURIA)
    assert stage.standing() == [("2020-06-02", 90, "settled")]


def test_dispute_about_the_day_only(stage: Stage) -> None:
    correct(stage, "El dia", "Avui, dimecres 3")
    office = stage.marti.presses("No hi estic d'acord")
    labels = next(one.labels for one in office if one.to == NURIA)
    assert labels == ["2 hores", "2 hores, dimecres 3 de juny", "No es va fer", "Una altra durada"]
    stage.nuria.presses("2 hores, dimecres 3 de juny")
    stage.nuria.says("Va ser l'endemà.")
    assert stage.standing() == [("2020-06-03", 120, "settled")]


@pytest.mark.parametrize(
    ("answers", "now"),
    [
        (("Una altra durada", "1 hora"), 60),
        (("Una altra durada", "Una altra durada", "1h 45"), 105),
        (("Una altra durada", "no ho sé", "1h 45"), 105),
        (("No es va fer",), 0),
    ],
)
def test_office_settles_otherwise(stage: Stage, answers: tuple[str, ...], now: int) -> None:
    dispute(stage)
    for one in answers:
        stage.nuria.says(one)
    stage.nuria.says("Ho han acordat per telèfon.")
    assert stage.standing() == [("2020-06-02", now, "settled")]
    assert stage.held() == (240 - now, now)


def test_office_leaves_it_and_who_is_no_longer_of_the_office_settles_nothing(stage: Stage) -> None:
    dispute(stage)
    stage.nuria.presses("2 hores")
    assert "Queda com estava." in said(stage.nuria.presses("Deixa-ho"), NURIA)
    stage.nuria.presses("2 hores")
    stage.bot.does("update seat set until = since where role = 'office'")
    assert "Ja no podeu resoldre sessions" in said(stage.nuria.says("Perquè sí."), NURIA)
    assert stage.standing() == [("2020-06-02", 120, "disputed")]


def test_settling_above_the_package_needs_what_the_commission_says(stage: Stage) -> None:
    dispute(stage)
    stage.nuria.presses("Una altra durada")
    assert "escriviu què n'ha dit la Comissió Tècnica" in said(stage.nuria.says("5 hores"), NURIA)
    stage.nuria.says("La Comissió amplia el paquet.")
    assert stage.held() == (0, 300)
    (note,) = stage.bot.rows("select distinct note from ledger where session is not null and note != ''")
    assert note["note"] == "La Comissió amplia el paquet."


def test_contact_who_leaves_in_the_middle_is_told(stage: Stage) -> None:
    stage.aina.presses("Cal corregir-la", "La durada")
    stage.bot.does(f"update seat set until = since where person = {AINA}")
    assert "Ja no actueu per aquest ajuntament" in said(stage.aina.says("1 hora"), AINA)
    assert isinstance(stage.aina.scene, Idle)


def test_session_that_is_undone_meanwhile_has_nothing_to_be_corrected(stage: Stage) -> None:
    stage.aina.presses("Cal corregir-la", "La durada")
    assert "no cal que hi respongueu" in said(stage.marti.presses("Desfés"), AINA)
    assert "ja no compta" in said(stage.aina.says("1 hora"), AINA)
    assert "Aquesta sessió ja s'havia desfet." in said(stage.aina.presses("Sí, confirma-la"), AINA)
    assert "Aquesta sessió ja s'havia desfet." in said(
        stage.bot.press_data(AINA, "A", f"0:sfix.{stage.sessions()[0]['id']}"), AINA
    )
    stage.bot.passes(minutes=1)
    assert "ja està desfeta" in said(stage.marti.presses("Desfés", old=True), MARTI)


def test_office_confirms_for_a_council_that_is_not_in_the_bot_and_that_is_recorded(alone: Stage) -> None:
    heard = alone.nuria.presses("Sí, confirma-la")
    assert "en nom de l'Alzinar" in said(heard, NURIA)
    assert "L'Alzinar ha confirmat la sessió" in said(heard, MARTI)
    (session,) = alone.sessions()
    assert (session["state"], session["how"], session["settled_by"]) == ("confirmed", "phone", NURIA)


def test_office_says_for_it_what_was_wrong(alone: Stage) -> None:
    alone.nuria.presses("Cal corregir-la", "La durada", "1 hora")
    alone.marti.presses("Hi estic d'acord")
    assert alone.standing() == [("2020-06-02", 60, "confirmed")]


# --- corrections of the mentor after the fact


def test_own_correction_before_the_confirmation_needs_nobody(stage: Stage) -> None:
    assert "Abans: 2 hores. Ara: 2 hores i 15 minuts." in stage.says("no, van ser dues hores i quart")
    assert "Queda com estava." in stage.presses("Deixa-la igual")
    stage.says("no, van ser dues hores i quart")
    assert "2 hores i 15 minuts" in said(stage.marti.presses("Canvia-la"), AINA)
    kinds = stage.bot.rows("select kind, minutes from ledger where session is not null order by id")
    assert [(one["kind"], one["minutes"]) for one in kinds] == [("consume", 120), ("consume", 15)]


def test_change_is_taken_back_alone_and_both_sides_hear_of_it(stage: Stage) -> None:
    stage.says("no, van ser dues hores i quart")
    stage.presses("Canvia-la")
    heard = stage.marti.presses("Desfés el canvi")
    assert "Torna a ser com abans:** dimarts 2 de juny · 2 hores" in said(heard, MARTI)
    assert "Abans: dimarts 2 de juny · 2 hores i 15 minuts" in said(heard, AINA)
    assert "Ara: dimarts 2 de juny · 2 hores · a distància" in said(heard, AINA)
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    moved = stage.bot.rows("select kind, minutes from ledger where session is not null order by id")
    assert [one["minutes"] for one in moved if one["kind"] == "consume"][:2] == [120, 15]
    assert heard[0].labels == [], "nothing is left to take back"


def test_change_that_was_confirmed_is_taken_back_only_if_the_council_agrees(stage: Stage) -> None:
    stage.says("no, van ser dues hores i quart")
    stage.presses("Canvia-la")
    stage.aina.presses("Sí, confirma-la")
    assert "l'Alzinar hi ha d'estar d'acord" in stage.presses("Desfés el canvi").replace("L'", "l'")
    assert stage.standing() == [("2020-06-02", 135, "confirmed")]


def test_change_before_the_last_one_is_not_taken_back(stage: Stage) -> None:
    stage.says("no, van ser dues hores i quart")
    stage.presses("Canvia-la")
    data, message = stage.bot.button(MARTI, "Desfés el canvi")
    stage.says("no, va ser dilluns")
    stage.presses("Canvia-la")
    heard = stage.bot.press_data(MARTI, "Martí Solanelles", data, message)
    assert "ha tornat a canviar des de llavors: dilluns 1 de juny" in said(heard, MARTI)
    assert heard[-1].labels == ["Corregeix la sessió"]
    assert stage.standing() == [("2020-06-01", 135, "reported")]


def test_change_of_what_it_was_about_is_put_right_by_hand(stage: Stage) -> None:
    stage.says("tema: bases de la fira")
    assert stage.marti.presses("Canvia-la")[0].labels == ["Corregeix la sessió"]


def test_change_that_no_longer_fits_is_asked_before_it_is_taken_back(stage: Stage) -> None:
    stage.says("no, va ser 1 hora")
    stage.presses("Canvia-la")
    stage.tells("dilluns 3 hores amb l'Alzinar")
    assert "És més del que queda al paquet" in stage.presses("Desfés el canvi")
    assert ("2020-06-02", 60, "reported") in stage.standing()


def test_editing_the_message_proposes_the_same(stage: Stage) -> None:
    heard = stage.marti.edits("2h", "3h")
    assert "Abans: 2 hores. Ara: 3 hores." in said(heard, MARTI)
    stage.presses("Canvia-la")
    assert stage.standing() == [("2020-06-02", 180, "reported")]
    assert "Ja diu això" in said(stage.marti.edits("3h", "tres hores"), MARTI)
    stage.presses("Deixa-la igual")
    assert "ja no diu una sola sessió" in said(stage.marti.edits("Ahir tres hores", "Res de res"), MARTI)


def test_editing_in_the_middle_of_something_else_changes_nothing_and_offers_the_way(stage: Stage) -> None:
    stage.says("2h amb l'Alzinar")
    heard = stage.marti.edits("Ahir 2h", "Ahir 3h")
    assert "La sessió no ha canviat." in said(heard, MARTI)
    assert heard[-1].labels == ["Corregeix la sessió"]
    stage.presses("Corregeix la sessió", "La durada")
    assert "Abans: 2 hores. Ara: 1 hora." in stage.presses("1 hora")


def test_editing_a_message_of_several_sessions_asks_which(tmp_path: Path) -> None:
    two = Stage(tmp_path, two=True)
    two.says("Ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    two.presses("Desa-les")
    heard = two.marti.edits("2h", "3h")
    assert heard[-1].labels == ["Dimarts 2 de juny · l'Alzinar", "Dilluns 1 de juny · el Comellar"]
    two.presses("Dilluns 1 de juny · el Comellar", "El dia")
    assert "Voleu canviar-ne el dia?" in two.presses("Avui, dimecres 3")
    two.close()


def test_correction_after_the_confirmation_needs_the_council(stage: Stage) -> None:
    stage.aina.presses("Sí, confirma-la")
    assert "l'ajuntament hi ha d'estar d'acord" in stage.says("no, eren 3 hores")
    heard = stage.marti.presses("Canvia-la")
    assert "S'havia anotat: dimarts 2 de juny · 2 hores" in said(heard, AINA)
    assert stage.held() == (120, 120)
    stage.aina.presses("Hi estic d'acord")
    assert stage.standing() == [("2020-06-02", 180, "confirmed")]
    stage.marti.presses("Desfés")
    assert "Retira-ho" in stage.bot.labels(MARTI)
    heard = stage.aina.presses("No hi estic d'acord")
    assert "La sessió de dimarts 2 de juny" in said(heard, AINA) or "sessió de dimarts 2 de juny" in said(heard, AINA)
    assert stage.standing() == [("2020-06-02", 180, "disputed")]


def test_what_it_was_about_is_put_right_without_asking_again(stage: Stage) -> None:
    stage.aina.presses("Sí, confirma-la")
    stage.says("/sessions")
    stage.presses("Dimarts 2 de juny · 2 h", "Corregeix", "El tema")
    assert "Voleu canviar-la?" in stage.says("contractes menors")
    assert said(stage.marti.presses("Canvia-la"), AINA) == ""
    (session,) = stage.sessions()
    assert (session["topic"], session["state"]) == ("contractes menors", "confirmed")


def test_wrong_council_is_undone_here_and_told_there(tmp_path: Path) -> None:
    two = Stage(tmp_path, two=True)
    two.tells(TOLD)
    two.says("/sessions")
    two.presses("Dimarts 2 de juny · 2 h", "Corregeix", "L'ajuntament", "El Comellar")
    heard = two.marti.presses("Canvia-la")
    assert "ha desfet la sessió" in said(heard, AINA)
    assert "ha anotat aquesta sessió" in said(heard, POL)
    assert (two.held(AINA), two.held(POL)) == ((240, 0), (120, 120))
    two.pol.presses("Sí, confirma-la")
    two.says("/sessions")
    two.presses("Dimarts 2 de juny · 2 h", "Corregeix", "L'ajuntament")
    assert "Primer desfeu-la" in two.presses("L'Alzinar")
    two.close()


def test_correction_names_the_session_by_its_day(stage: Stage) -> None:
    stage.tells("Avui 1h amb l'Alzinar")
    assert "Sessió de dimarts 2 de juny" in stage.says("no, la d'ahir va durar 3 hores")
    stage.presses("Deixa-la igual")
    assert "Sessió de dimecres 3 de juny" in stage.says("no, eren 2 hores")


# --- more than the package


@pytest.fixture
def over(stage: Stage) -> Stage:
    stage.says("dilluns 3h amb l'Alzinar")
    stage.presses("Demana-ho a la Comissió")
    stage.presses("Desa")
    return stage


def test_commission_allows_it_with_a_note_and_the_council_is_asked(over: Stage) -> None:
    over.berta.presses("Accepta-la")
    over.berta.says("y" * 501)
    heard = over.berta.says("La Comissió amplia el paquet.")
    assert "L'ajuntament l'ha de confirmar" in said(heard, MARTI)
    assert "dilluns 1 de juny · 3 hores" in said(heard, AINA).lower()
    assert over.held() == (0, 300)
    retired = [one for one in heard if one.edited and one.text.endswith("\nLa Comissió Tècnica l'ha acceptada.")]
    assert [(one.to, one.labels) for one in retired] == [(BERTA, []), (NURIA, [])]
    assert "ja no espera la Comissió Tècnica" in said(over.nuria.presses("Accepta-la", old=True), NURIA)


def test_commission_does_not_allow_it(over: Stage) -> None:
    over.berta.presses("No l'acceptis")
    heard = over.berta.says("No hi ha hores.")
    assert "Motiu: No hi ha hores." in said(heard, MARTI)
    assert "La Comissió Tècnica no l'ha acceptada." in said(heard, NURIA)
    assert over.held() == (120, 120)
    assert over.standing()[-1] == ("2020-06-01", 0, "undone")


def test_correction_above_the_package_waits_as_it_was(stage: Stage) -> None:
    stage.says("no, eren 5 hores")
    assert "Demana-ho a la Comissió" in stage.bot.labels(MARTI)
    stage.presses("Demana-ho a la Comissió")
    stage.presses("Canvia-la")
    assert stage.standing() == [("2020-06-02", 120, "over")]
    assert stage.held() == (120, 120)
    stage.berta.presses("No l'acceptis")
    heard = stage.berta.says("No.", "no")
    assert "Queda en 2 hores, com abans." in said(heard, MARTI)
    assert stage.standing() == [("2020-06-02", 120, "reported")]


def test_both_agree_on_more_than_the_package(stage: Stage) -> None:
    correct(stage, "va durar 5 hores")
    heard = stage.marti.presses("Hi estic d'acord")
    assert "comptarà quan la Comissió Tècnica ho accepti" in said(heard, MARTI)
    assert "Accepta-la" in stage.bot.labels(BERTA)
    stage.berta.presses("Accepta-la")
    stage.berta.says("Sí.")
    assert stage.standing() == [("2020-06-02", 300, "reported")]


def test_both_agree_on_another_day_and_more_than_the_package(stage: Stage) -> None:
    correct(stage, "dilluns, van ser 5 hores")
    stage.marti.presses("Hi estic d'acord")
    assert stage.standing() in ([("2020-06-01", 120, "over")], [("2020-06-02", 120, "over")])


def test_what_waits_for_the_commission_and_fits_by_now_is_noted_without_it(over: Stage) -> None:
    over.says("/sessions")
    heard = over.marti.presses("Dimarts 2 de juny · 2 h", "Desfés")
    assert "Ara al paquet hi cap el que espera la Comissió Tècnica:\nL'Alzinar: dilluns 1 de juny" in said(heard, MARTI)
    heard = over.marti.presses("Anota-la ara")
    assert "**Desada:** dilluns 1 de juny · 3 hores. Queda 1 hora." in said(heard, MARTI)
    assert "dilluns 1 de juny · 3 hores" in said(heard, AINA).lower()
    assert "no cal que en digueu res" in said(heard, BERTA)
    assert over.held() == (60, 180)
    for person in (BERTA, NURIA):
        assert [one.labels for one in heard if one.to == person and one.edited] == [[]], "its question is answered"
    assert "ja no espera la Comissió Tècnica" in said(over.berta.presses("Accepta-la", old=True), BERTA)


def test_question_to_the_commission_says_what_became_of_a_session_that_waits_no_more(over: Stage) -> None:
    over.says("no, van ser 3 hores i mitja")
    over.presses("Demana-ho a la Comissió")
    heard = over.marti.presses("Canvia-la")
    asked = {one.edited: one.labels for one in heard if one.to == BERTA}
    assert asked == {True: [], False: ["Accepta-la", "No l'acceptis"]}
    assert "Ha canviat" in said(heard, BERTA)
    over.says("/sessions")
    heard = over.marti.presses("Dilluns 1 de juny · 3 h 30 min", "Desfés")
    for person in (BERTA, NURIA):
        assert said(heard, person) == (
            "L'Alzinar: dilluns 1 de juny · 3 hores i 30 minuts.\nS'ha desfet i ja no espera la Comissió Tècnica."
        )
        assert not {"Accepta-la", "No l'acceptis"} & set(over.bot.labels(person))


def test_hours_that_come_back_by_one_yes_to_all_make_room_too(over: Stage) -> None:
    over.tells("avui 1h amb l'Alzinar")
    for label in ("Dimarts 2 de juny · 2 h", "Dimecres 3 de juny · 1 h"):
        over.aina.says("/sessions")
        over.aina.presses(label, "No es va fer")
    over.says("Hi estic d'acord")
    heard = over.marti.presses("Estic d'acord amb totes")
    assert "Ara al paquet hi cap el que espera la Comissió Tècnica:\nL'Alzinar: dilluns 1 de juny" in said(heard, MARTI)
    assert "Desada" in over.presses("Anota-la ara")
    assert over.held() == (60, 180)


def test_room_that_is_taken_again_makes_it_wait_as_before(over: Stage) -> None:
    over.says("/sessions")
    over.presses("Dimarts 2 de juny · 2 h", "Corregeix", "La durada", "1 hora")
    assert "hi cap" in over.presses("Canvia-la")
    over.presses("Desfés el canvi")
    assert "Ja no hi cap: continua esperant la Comissió Tècnica." in over.presses("Anota-la ara")
    assert over.held() == (120, 120)


def test_who_is_of_one_of_the_councils_says_nothing_for_the_commission(over: Stage) -> None:
    over.bot.seats(3002, Role.COMMISSION, "l'Alzinar")
    key = over.sessions()[-1]["id"]
    assert "Acceptada" not in said(over.bot.press_data(3002, "Nadia", f"0:sallow.{key}.180"), 3002)
    over.berta.presses("Accepta-la")
    assert "Continua esperant" in said(over.berta.presses("Deixa-ho"), BERTA)
    over.berta.presses("Accepta-la")
    over.marti.presses("Desfés")
    assert "ja no espera la Comissió" in said(over.berta.says("Sí."), BERTA)
    over.bot.does("update seat set until = since where role = 'commission'")


def test_member_who_leaves_in_the_middle_is_told(over: Stage) -> None:
    over.berta.presses("Accepta-la")
    over.bot.does("update seat set until = since where role = 'commission'")
    assert "No podeu respondre per la Comissió Tècnica" in said(over.berta.says("Sí."), BERTA)


# --- the end of a package, silence and lists


def test_last_hours_are_told_once_and_finished_follows_every_path(stage: Stage) -> None:
    stage.aina.presses("Sí, confirma-la")
    stage.tells("dilluns 2h amb l'Alzinar")
    assert stage.status() == "running"
    heard = stage.aina.presses("Sí, confirma-la")
    for person in (AINA, MARTI, NURIA):
        assert "S'han acabat les hores de l'Alzinar: 4 hores" in said(heard, person)
    assert stage.status() == "finished"
    stage.marti.presses("Desfés")
    assert stage.status() == "finished"
    stage.aina.presses("Hi estic d'acord")
    assert stage.status() == "running"
    stage.tells("avui 2h amb l'Alzinar")
    assert "S'han acabat" not in said(stage.aina.presses("Sí, confirma-la"), AINA)
    assert stage.status() == "finished"


@pytest.mark.parametrize("path", ["silence", "settle", "agree"])
def test_package_finishes_by(stage: Stage, path: str) -> None:
    stage.aina.presses("Sí, confirma-la")
    stage.tells("dilluns 2h amb l'Alzinar")
    if path == "silence":
        stage.bot.moves(datetime(2020, 6, 11, 9, 0, tzinfo=MADRID))
        heard = stage.bot.speaks_unasked()
    elif path == "settle":
        dispute(stage)
        stage.nuria.presses("2 hores")
        heard = stage.nuria.says("N'hem parlat.")
    else:
        correct(stage, "El dia", "Avui, dimecres 3")
        heard = stage.marti.presses("Hi estic d'acord")
    assert "S'han acabat les hores de l'Alzinar" in said(heard, MARTI)
    assert stage.status() == "finished"


def test_silence_is_marked_and_can_still_be_corrected_by_both(stage: Stage) -> None:
    stage.bot.moves(datetime(2020, 6, 10, 14, 0, tzinfo=MADRID))
    assert said(stage.bot.speaks_unasked(), AINA) == ""
    stage.bot.moves(datetime(2020, 6, 11, 9, 0, tzinfo=MADRID))
    assert "es dona per bona" in said(stage.bot.speaks_unasked(), AINA)
    assert said(stage.bot.speaks_unasked(), AINA) == ""
    assert "donada per bona sense resposta" in said(stage.aina.says("/sessions"), AINA)
    correct(stage, "La durada", "1 hora")
    stage.marti.presses("Hi estic d'acord")
    assert stage.standing() == [("2020-06-02", 60, "confirmed")]


def test_silence_about_a_council_that_is_not_in_the_bot_is_told_to_the_office(alone: Stage) -> None:
    alone.bot.moves(datetime(2020, 6, 11, 9, 0, tzinfo=MADRID))
    assert "es dona per bona" in said(alone.bot.speaks_unasked(), NURIA)


def test_each_sees_own_sessions_with_what_can_be_done(stage: Stage) -> None:
    card = stage.marti.says("/sessions")
    assert "pendent de l'ajuntament" in said(card, MARTI)
    assert stage.marti.presses("Dimarts 2 de juny · 2 h")[-1].labels == ["Corregeix", "Desfés"]
    assert "pendent de la vostra resposta" in said(stage.aina.says("/sessions"), AINA)
    mine = stage.aina.presses("Dimarts 2 de juny · 2 h")
    assert mine[-1].labels == ["Sí, confirma-la", "Cal corregir-la", "No es va fer"]
    correct(stage, "La durada", "1 hora")
    assert stage.bot.labels(AINA)[:2] == ["Torna a corregir-la", "Retira-ho"]
    stage.aina.says("/sessions")
    assert stage.aina.presses("Dimarts 2 de juny · 2 h")[-1].labels == ["Retira-ho"]
    stage.marti.says("/sessions")
    assert stage.marti.presses("Dimarts 2 de juny · 2 h")[-1].labels[:2] == [
        "Hi estic d'acord",
        "No hi estic d'acord",
    ]
    assert "No hi teniu" not in said(stage.pol.says("/sessions"), POL)
    assert "Encara no hi teniu cap sessió." in said(stage.berta.says("/sessions"), BERTA)


def test_office_sees_all_and_settles_from_the_list(stage: Stage) -> None:
    dispute(stage)
    shown = stage.nuria.says("/sessions")
    assert "· en discrepància: 1" in said(shown, NURIA)
    card = stage.nuria.presses("Dimarts 2 de juny · l'Alzinar")
    assert card[-1].labels == ["2 hores", "1 hora i 30 minuts", "No es va fer", "Una altra durada"]
    stage.nuria.presses("1 hora i 30 minuts")
    stage.nuria.says("N'hem parlat.")
    stage.nuria.says("/sessions")
    stage.nuria.presses("Mostra tots els paquets", "L'Alzinar")
    assert "Motiu: N'hem parlat." in said(stage.nuria.presses("Dimarts 2 de juny · 1 h 30 min"), NURIA)
    stage.nuria.presses("Resol la sessió", "Sí, canvia-la")
    stage.nuria.says("2 hores")
    stage.nuria.says("S'ha tornat a parlar.")
    assert stage.standing() == [("2020-06-02", 120, "settled")]


def test_office_answers_from_the_list_for_the_commission_and_for_the_council(over: Stage) -> None:
    over.nuria.says("/sessions")
    assert over.nuria.presses("Dilluns 1 de juny · l'Alzinar")[-1].labels == ["Accepta-la", "No l'acceptis"]
    over.nuria.presses("Mostra tots els paquets", "L'Alzinar")
    shown = over.nuria.presses("Dimarts 2 de juny · 2 h")
    assert shown[-1].labels == ["Sí, confirma-la", "Cal corregir-la", "No es va fer", "Resol la sessió"]
    over.nuria.presses("Sí, confirma-la")
    shown = over.nuria.presses("Dimarts 2 de juny · 2 h")
    assert shown[-1].labels == ["Cal corregir-la", "Resol la sessió"]


def test_list_of_packages_has_pages_and_says_who_is_without_anybody(stage: Stage) -> None:
    assert "No n'hi ha" in said(stage.bot.press_data(NURIA, "N", "0:sall.7"), NURIA)
    stage.bot.does("delete from ledger where session is not null")
    stage.bot.does("delete from session")
    stage.bot.does("update assignment set state = 'declined'")
    assert "Encara no s'acompanya cap ajuntament." in said(stage.bot.press_data(NURIA, "N", "0:sall.x"), NURIA)
    assert "Ara ningú no acompanya" in said(
        stage.bot.press_data(NURIA, "N", f"0:stell.{stage.assignments[AINA]}"), NURIA
    )


def test_contact_of_several_councils_reads_of_which_one_the_office_has_a_session_in_hand(stage: Stage) -> None:
    stage.bot.seats(AINA, Role.CONTACT, "el Comellar")
    stage.aina.presses("Sí, confirma-la")
    stage.says("no, van ser 3 hores")
    stage.presses("Canvia-la")
    assert said(stage.aina.presses("No hi estic d'acord"), AINA).startswith("**L'Alzinar**\n")
