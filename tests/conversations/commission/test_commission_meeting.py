"""The meeting, its order and its decisions: what the transcripts do not show."""

from __future__ import annotations

import pytest

from conversations.commission.deciding import short
from tests.conversation import said
from tests.support.chamber import Chamber

BERTA, ORIOL, NADIA, NURIA = 1001, 1002, 1003, 2001
OLD = "missatge anterior"


def press(chamber: Chamber, person: int, choice: str, *, here: bool = False) -> str:
    """A button that is pressed by what it sends; `here`: of the turn that is open."""
    turn = chamber.bot.state(person).turn if here else 0
    return said(chamber.bot.press_data(person, "x", f"{turn}:{choice}"), person)


# --- the meeting


def test_who_is_there_is_noted_once_and_only_for_people_that_there_are(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Més opcions", "Canvia qui hi és")
    assert press(chamber, BERTA, "here.1", here=True) == ""
    for forged in ("here.9", "away.x", "magic"):
        assert OLD in press(chamber, BERTA, forged, here=True)
    assert "Toqueu un dels botons" in said(chamber.berta.says("tothom"), BERTA)
    chamber.berta.presses("✓ Oriol Puig (hi és)", "Ja hi són")
    assert chamber.bot.rows("select person from present") == [{"person": BERTA}]


def test_without_a_meeting_nothing_of_it_can_be_done(chamber: Chamber) -> None:
    for choice in ("who", "turn", "accept.advice", "arrange.advice", "criterion"):
        assert OLD in press(chamber, BERTA, choice)
    assert "Comença la reunió" in chamber.bot.labels(BERTA) or "Tothom ha acabat" in press(chamber, BERTA, "end")
    assert "quan la reunió hagi començat" in press(chamber, BERTA, "minutes")
    assert "ja només" not in chamber.decides("Salt")
    chamber.bot.passes(minutes=1)
    assert "Això només ho pot fer qui anota" in chamber.decides("Salt")


def test_a_dialogue_that_the_end_of_the_meeting_overtakes_says_so(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Mentoria: mostra l'ordre", "Canvia l'ordre")
    press(chamber, NURIA, "end.now")
    assert OLD in said(chamber.berta.presses("Sobremunt"), BERTA)
    press(chamber, BERTA, "meet")
    chamber.decides("Salt")
    chamber.bot.passes(minutes=1)
    press(chamber, NURIA, "end.now")
    assert "Això només ho pot fer qui anota" in said(chamber.berta.presses("Llista d'espera"), BERTA)
    assert chamber.bot.rows("select * from decision") == []


def test_meeting_again_keeps_what_was_decided(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.decides("Salt")
    chamber.berta.presses("Concedeix-la: assessorament", "Torna a la reunió", "Acaba la reunió")
    heard = said(chamber.berta.presses("Acaba-la igualment"), BERTA)
    assert "S'ha pres una decisió" in heard
    assert "En queden 12 per decidir" in heard
    assert "La reunió s'ha acabat" in said(chamber.berta.says("/inici"), BERTA)
    press(chamber, BERTA, "meet")
    chamber.berta.presses("Oriol Puig")
    assert "Decidides: 1." in said(chamber.berta.presses("Ja hi són"), BERTA)


def test_taking_the_turn_counts_as_being_there_and_twice_changes_nothing(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    press(chamber, NADIA, "turn")
    assert {row["person"] for row in chamber.bot.rows("select person from present")} == {BERTA, ORIOL, NADIA}
    chamber.bot.passes(minutes=1)
    assert "Anota els acords: Nadia Serra" in press(chamber, NADIA, "turn")
    assert len(chamber.bot.rows("select * from audit where action = 'TakeTurn'")) == 1


def test_with_one_person_at_the_meeting_every_decision_takes_a_reason(chamber: Chamber) -> None:
    chamber.meets()
    heard = said(chamber.berta.presses("Mentoria: mostra l'ordre", "Accepta aquest ordre"), BERTA)
    assert "Sobremunt és de les primeres, i queden 2 paquets de mentoria." in heard
    assert "no té quòrum" in said(chamber.berta.presses("Concedeix-la: mentoria"), BERTA)
    chamber.berta.says("La resta hi està d'acord per telèfon.")
    assert chamber.decision("Sobremunt")["note"] == "La resta hi està d'acord per telèfon."


# --- the order


def test_there_is_no_order_of_what_is_no_service(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    for choice in ("order.magic", "diverse.magic", "accept.magic", "arrange.magic", "decide.magic"):
        assert OLD in press(chamber, BERTA, choice)


def test_the_order_is_changed_step_by_step_and_can_be_left(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Mentoria: mostra l'ordre", "Canvia l'ordre")
    assert "Toqueu un dels botons" in said(chamber.berta.says("Ripollet primer"), BERTA)
    for forged in ("move.9", "place.0", "save", "reset", "move.x"):
        assert OLD in press(chamber, BERTA, forged, here=True)
    chamber.berta.presses("Ripollet", "Lloc 1", "Desa aquest ordre")
    assert "Té 700 caràcters" in said(chamber.berta.says("a" * 700), BERTA)
    assert "Encara no puc escoltar àudios" in said(chamber.berta.sends("voice"), BERTA)
    chamber.berta.presses("Torna enrere")
    assert "No ha canviat res" in said(chamber.berta.presses("Deixa-ho"), BERTA)
    assert chamber.bot.rows("select * from list_order") == []


def test_an_order_whose_applications_change_meanwhile_begins_anew(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Mentoria: mostra l'ordre", "Canvia l'ordre")
    chamber.bot.does(f"update application set status = 'withdrawn' where id = '{chamber.key('Sobremunt')}'")
    heard = said(chamber.berta.presses("Ripollet"), BERTA)
    assert "Mentrestant han canviat" in heard
    assert "Sobremunt" not in heard


def test_somebody_with_a_conflict_touches_neither_the_order_nor_its_acceptance(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    press(chamber, NADIA, "turn")
    assert "no hi interveniu" in press(chamber, NADIA, "arrange.mentoring")
    press(chamber, ORIOL, "turn")
    press(chamber, ORIOL, "accept.mentoring")
    chamber.bot.does(
        "insert into conflict (application, reviewer, reason, at) "
        f"values ('{chamber.key('Ripollet')}', 1002, '', '2020-05-11 07:00:00+00:00')"
    )
    assert OLD in press(chamber, ORIOL, "grant", here=True)
    assert chamber.bot.rows("select * from decision") == []
    press(chamber, ORIOL, "order.advice")
    press(chamber, ORIOL, "accept.advice")
    assert OLD in press(chamber, ORIOL, "magic", here=True)


def test_what_was_shown_is_granted_or_it_is_shown_again(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Mentoria: mostra l'ordre", "Accepta aquest ordre")
    chamber.bot.does(f"update application set status = 'withdrawn' where id = '{chamber.key('Sobremunt')}'")
    heard = said(chamber.berta.presses("Concedeix aquestes 2"), BERTA)
    assert "Mentrestant ha canviat alguna cosa" in heard
    assert chamber.bot.rows("select * from decision") == []
    assert "Arenys de Munt és de les primeres" in said(chamber.berta.presses("Decideix-les d'una en una"), BERTA)


def test_who_may_not_decide_the_rest_is_told_so(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.berta.presses("Mentoria: mostra l'ordre", "Accepta aquest ordre", "Concedeix aquestes 2")
    press(chamber, NADIA, "turn")
    chamber.decides("Salt", by=chamber.nadia)
    chamber.bot.does("delete from present")
    chamber.bot.does("insert into present (meeting, person) select id, 1001 from meeting")
    chamber.bot.does("insert into present (meeting, person) select id, 1003 from meeting")
    heard = said(chamber.nadia.presses("Concedeix-la: assessorament"), NADIA)
    assert "Desat: Salt" in heard
    chamber.bot.does(f"update application set status = 'withdrawn' where id = '{chamber.key('Callús')}'")
    assert "Això" not in chamber.decides("Arenys de Munt", by=chamber.nadia)
    heard = said(chamber.nadia.presses("Passa-la a assessorament"), NADIA)
    assert "Escriviu el motiu" in heard


def test_the_last_of_a_list_may_be_for_somebody_else(chamber: Chamber) -> None:
    chamber.meets(chamber.nadia)
    press(chamber, NADIA, "turn")
    for council in ("Sobremunt", "Arenys de Munt"):
        chamber.decides(council, by=chamber.nadia)
        heard = said(chamber.nadia.presses("Concedeix-la: mentoria"), NADIA)
    assert "El que queda de mentoria ho ha d'anotar una altra persona" in heard


# --- the open criterion


def test_the_open_criterion_only_where_the_call_has_it(chamber: Chamber) -> None:
    chamber.bot.sets('"support", "open"]', '"support"]')
    chamber.meets(chamber.oriol)
    assert "cap altre criteri" in press(chamber, BERTA, "criterion")


def test_the_open_criterion_takes_a_short_name_and_may_be_met_by_nobody(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    press(chamber, BERTA, "criterion")
    assert "Té 100 caràcters" in said(chamber.berta.says("a" * 100), BERTA)
    assert OLD in press(chamber, BERTA, "meets.x", here=True)
    assert "Encara no puc escoltar àudios" in said(chamber.berta.sends("voice"), BERTA)
    chamber.berta.says("Relleu")
    assert OLD in press(chamber, BERTA, "meets.x", here=True)
    assert press(chamber, BERTA, f"fails.{chamber.key('Salt')}", here=True) == ""
    assert "No el compleix cap sol·licitud" in said(chamber.berta.presses("Desa-ho"), BERTA)
    assert "encara no el compleix cap" in press(chamber, BERTA, "criterion")
    press(chamber, ORIOL, "turn")
    assert "Toqueu un dels botons" in said(chamber.berta.says("Un altre"), BERTA)


def test_the_open_criterion_tells_equal_scores_apart(chamber: Chamber) -> None:
    chamber.bot.sets('order = ["involvement", "newcomer", "support", "open"]', 'order = ["open"]')
    chamber.meets(chamber.oriol)
    press(chamber, BERTA, "criterion")
    chamber.berta.says("Urgència dels terminis")
    chamber.berta.presses("Ulldecona", "Desa-ho")
    heard = press(chamber, BERTA, "order.advice")
    assert "Ulldecona va davant de Navàs, amb la mateixa puntuació" in heard
    assert "Urgència dels terminis" in heard


# --- deciding


def test_hours_that_are_not_understood_or_too_long_are_asked_again(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.decides("Salt")
    chamber.berta.presses("Concedeix-li altres hores")
    assert "Té 60 caràcters" in said(chamber.berta.says("a" * 60), BERTA)
    assert "No queda clar" in said(chamber.berta.says("unes quantes"), BERTA)
    chamber.berta.says("2 h 30 min")
    heard = said(chamber.berta.presses("Assessorament"), BERTA)
    assert "Desat: Salt, concedida, assessorament, 2 hores i 30 minuts." in heard
    assert chamber.reserved("advice") == 150


def test_a_refusal_says_its_criterion_before_the_reason(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.decides("Salt")
    chamber.berta.presses("Denega-la", "Transferibilitat")
    assert "Té 900 caràcters" in said(chamber.berta.says("a" * 900), BERTA)
    assert OLD in press(chamber, BERTA, "grant.advice", here=True)
    chamber.berta.says("No s'hi diu què en podrien aprofitar els altres.")
    assert chamber.decision("Salt")["reason"] == "Transferibilitat: No s'hi diu què en podrien aprofitar els altres."


def test_who_is_put_first_on_the_waiting_list_moves_the_others(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    for council, label in (
        ("Cardedeu", ""),
        ("Amposta", "Al final, lloc 2"),
        ("Badalona", "Davant de Cardedeu, lloc 1"),
    ):
        chamber.decides(council)
        chamber.berta.presses("Llista d'espera", *([label] if label else []))
    places = {council: chamber.decision(council)["position"] for council in ("Badalona", "Cardedeu", "Amposta")}
    assert places == {"Badalona": 1, "Cardedeu": 2, "Amposta": 3}
    chamber.bot.does("update decision set told_at = '2020-05-12 09:00:00+00:00' where replaced_at is null")
    chamber.decides("Navàs")
    heard = said(chamber.berta.presses("Llista d'espera"), BERTA)
    assert "lloc 4" in heard, "nobody who has been told of a place loses it"
    assert "La decisió de Badalona ja s'ha enviat" in chamber.decides("Badalona")


def test_what_cannot_be_decided_any_more_is_said(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.bot.does(f"update application set status = 'running' where id = '{chamber.key('Salt')}'")
    assert "ja no es pot decidir aquí" in chamber.decides("Salt")


def test_a_decision_is_taken_again_and_goes_back_to_the_list(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.decides("Salt")
    chamber.berta.presses("Concedeix-la: assessorament")
    chamber.decides("Salt")
    heard = said(chamber.berta.presses("Deixa-la per a la pròxima convocatòria"), BERTA)
    assert "Escriviu el motiu" in heard
    chamber.berta.says("Al setembre hi haurà més hores.")
    assert "Mostra les decisions" in chamber.bot.labels(BERTA)
    assert chamber.reserved("advice") == 0
    assert OLD in press(chamber, BERTA, "undo", here=True)


def test_nobody_of_the_commission_left_for_an_application(chamber: Chamber) -> None:
    for person in (BERTA, ORIOL, NADIA):
        chamber.bot.does(
            "insert into conflict (application, reviewer, reason, at) "
            f"values ('{chamber.key('Salt')}', {person}, '', '2020-05-11 07:00:00+00:00')"
        )
    chamber.meets(chamber.oriol)
    assert "No interveniu en la sol·licitud de Salt" in chamber.decides("Salt")
    assert "Aquí no us surt Salt" in press(chamber, BERTA, "order.advice")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Transferibilitat", "Transferibilitat"),
        ("Necessitat i impacte previst en l'ESS del territori", "Necessitat i impacte previst en l'ESS…"),
    ],
)
def test_a_long_criterion_is_cut_between_words(name: str, shown: str) -> None:
    assert short(name) == shown
