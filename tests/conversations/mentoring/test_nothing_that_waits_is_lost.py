"""Sessions that wait to be saved are saved, discarded or handed over: whatever happens meanwhile loses none of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from conversations.protocol import changes, mentored
from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.protocol.facts import Status
from conversations.protocol.mentoring import AssignmentState, Side
from conversations.protocol.scenes import Idle, Reporting
from conversations.rules.deadlines import MADRID
from tests import packages
from tests.conversation import said
from tests.stage import AINA, MARTI, NURIA, POL, Stage

IN_TIME, TOO_LATE = datetime(2020, 8, 7, 23, 50, tzinfo=MADRID), datetime(2020, 8, 8, 0, 5, tzinfo=MADRID)


def ends(two: Stage, person: int = POL, state: AssignmentState = AssignmentState.REPLACED) -> None:
    """Martí does not go with a council any more."""
    key = two.assignments[person]
    packages.do(two.bot, NURIA, mentored.EndAssignment(key, two.keys[person], state, Side.OFFICE, "Un altre"))


def test_one_that_came_too_late_is_named_and_the_others_are_saved(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar, clàusules socials")
    two.says("dilluns 1h amb el Comellar")
    ends(two)
    shown = two.marti.says("avui 1h amb l'Alzinar")
    assert "Sessió 2**\nJa no es pot anotar.\nJa no acompanyeu el Comellar." in said(shown, MARTI)
    all_of_them = ["Descarta aquesta", "Descarta-les totes"]
    assert shown[-1].labels == ["Passa-la a l'Oficina Tècnica", *all_of_them, "Desa les 2 que són completes"]
    rest = two.presses("Desa les 2 que són completes")
    assert "**S'han desat 2 sessions.**" in rest
    assert "El Comellar: dilluns 1 de juny · 1 hora.\nJa no es pot anotar." in rest
    assert len(two.standing()) == 2
    heard = two.marti.presses("Passa-la a l'Oficina Tècnica")
    assert "L'Oficina Tècnica" in said(heard, MARTI)
    to_office = said(heard, NURIA)
    assert "**Martí Solanelles** us passa una sessió que ja no pot anotar." in to_office
    assert "El Comellar: dilluns 1 de juny · 1 hora." in to_office
    assert "«dilluns 1h amb el Comellar»" in to_office
    assert isinstance(two.marti.scene, Idle)
    two.nuria.presses("Respon")
    assert "Us avisarem" in said(two.nuria.says("Us avisarem quan la comissió ho digui."), MARTI)


def test_handing_one_over_leaves_the_others_waiting(two: Stage) -> None:
    two.says("dilluns 1h amb el Comellar")
    two.says("ahir 2h")
    ends(two)
    asked = two.marti.says("/sessions")
    assert "Ja no acompanyeu el Comellar." in said(asked, MARTI)
    heard = two.presses("Passa-la a l'Oficina Tècnica")
    assert "L'altra us continua esperant:" in heard
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in heard
    two.presses("Desa")
    assert two.standing() == [("2020-06-02", 120, "reported")]


def test_call_that_takes_no_more_sessions_between_telling_and_saving_is_said_of_each(two: Stage) -> None:
    two.bot.moves(IN_TIME)
    two.says("el 30 de juliol 2h amb l'Alzinar")
    two.says("el 29 de juliol 1h amb el Comellar")
    two.bot.moves(TOO_LATE)
    shown = two.marti.presses("Desa-les")
    assert "Les sessions d'aquesta convocatòria es podien anotar fins al divendres 7 d'agost." in said(shown, MARTI)
    assert shown[-1].labels == ["Passa-la a l'Oficina Tècnica", "Descarta aquesta"]
    for _ in range(2):
        assert "29 de juliol" in said(shown, MARTI)
        shown = two.marti.presses("Passa-la a l'Oficina Tècnica")
    assert isinstance(two.marti.scene, Idle)
    texts = [row["text"] for row in two.bot.rows("select text from help_request order by id")]
    assert texts == ["el 30 de juliol 2h amb l'Alzinar", "el 29 de juliol 1h amb el Comellar"]
    assert two.sessions() == []


WAYS = ["/inici", "/sessions", "hola", "ahir 1h amb l'Alzinar", "quantes hores queden?", "desa-les"]


@pytest.mark.parametrize("way", WAYS)
def test_who_goes_with_nobody_any_more_is_told_of_every_session_that_waited(two: Stage, way: str) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    for person in two.assignments:
        ends(two, person)
    shown = two.says(way)
    assert "1. L'Alzinar: dimarts 2 de juny · 2 hores · ja no es pot anotar\n2. El Comellar: dilluns 1 de juny" in shown
    assert "Ja no acompanyeu l'Alzinar." in shown
    assert "Ja no acompanyeu el Comellar." in two.presses("Passa-la a l'Oficina Tècnica")


@pytest.mark.parametrize("way", WAYS)
def test_who_is_no_mentor_any_more_reads_what_was_not_noted(two: Stage, way: str) -> None:
    two.says("ahir 2h amb l'Alzinar, clàusules socials")
    two.bot.does(f"update seat set until = '2020-06-03' where person = {MARTI}")
    shown = two.says(way)
    assert "Ja no podeu anotar sessions aquí, i això no s'ha anotat:\n· dimarts 2 de juny · 2 hores" in shown
    assert "clàusules socials" in shown
    assert not isinstance(two.marti.scene, Reporting)


def test_session_of_a_package_that_is_not_there_is_asked_about(two: Stage) -> None:
    two.says("dilluns 1h amb el Comellar")
    two.bot.does(f"delete from assignment where id = {two.assignments[POL]}")
    asked = two.marti.says("/inici")
    assert "Amb quin ajuntament va ser?" in said(asked, MARTI)
    assert "Sessió amb **l'Alzinar**\nDilluns 1 de juny · 1 hora" in two.presses("L'Alzinar")


def test_office_that_tells_one_for_a_package_that_has_ended_only_hears_so(two: Stage) -> None:
    two.nuria.says("/sessions")
    two.nuria.presses("Mostra tots els paquets", "El Comellar", "Anota una sessió")
    two.nuria.says("dilluns 1h")
    ends(two)
    two.bot.does(f"update application set status = 'interrupted' where id = '{two.keys[POL]}'")
    shown = two.nuria.presses("Desa")
    assert "Ja no es pot anotar." in said(shown, NURIA)
    assert shown[-1].labels == ["Descarta"]
    assert isinstance(two.nuria.scene, Reporting)


def test_of_two_calls_with_one_council_the_one_that_takes_sessions_is_meant(two: Stage) -> None:
    """The April package stays agreed for ever: what is told in October would be too late for it."""
    two.bot.moves(datetime(2020, 9, 7, 10, tzinfo=MADRID))
    two.bot.opens("setembre-2020", "2020-09-30")
    body = packages.body_of("l'Alzinar")
    new = f"2020-2.{body}.1"
    entry = LedgerEntry("mentoring", EntryKind.RESERVE, 240, new, body, two.bot.clock.now())
    packages.do(
        two.bot,
        NURIA,
        changes.StartApplication(new, "2020-2", body),
        changes.Decide(Decision(new, Outcome.GRANTED, "mentoring", 240), (entry,), Status.ADMITTED),
        changes.MoveApplication(new, Status.ACCEPTED, Status.GRANTED),
    )
    packages.joined(two.bot, new, two.profile)
    two.bot.moves(datetime(2020, 11, 4, 9, 30, tzinfo=MADRID))
    assert "Sessió amb **l'Alzinar**\nDimarts 3 de novembre · 2 hores" in two.says("ahir 2h amb l'Alzinar")
    two.presses("Desa")
    (saved,) = two.bot.rows("select assignment from session")
    assert saved["assignment"] not in two.assignments.values()
    assert "Ja no es pot anotar." in two.says("ahir 2h amb el Comellar")


AWAY = {
    "help": ("/ajuda", "Escriu a l'Oficina Tècnica", "Quan es paga el quilometratge?"),
    "leave": ("/ajuda", "Escriu a l'Oficina Tècnica", "Deixa-ho"),
    "home": ("/ajuda", "Escriu a l'Oficina Tècnica", "/inici"),
    "erase": ("/esborra", "Deixa-les com són"),
}


@pytest.mark.parametrize("way", AWAY)
def test_sessions_are_put_aside_while_something_else_is_open_and_come_back(two: Stage, way: str) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    *there, last = AWAY[way]
    heard = "\n".join(two.says(one) for one in there)
    assert "Les 2 sessions per desar no s'han perdut: tornaran a sortir quan acabeu això." in heard
    assert "2 sessions per desar**\n1." not in heard
    again = two.says(last)
    assert "Continua el que quedava pendent:" in again
    assert "1. L'Alzinar: dimarts 2 de juny · 2 hores\n2. El Comellar: dilluns 1 de juny · 1 hora" in again
    two.presses("Desa-les")
    assert len(two.standing()) == 2
    assert isinstance(two.marti.scene, Idle)
    assert "pendent" not in two.says("/inici")


def test_date_is_proposed_and_a_saved_session_put_right_while_others_wait(two: Stage) -> None:
    two.tells("dijous 28 de maig 1h amb el Comellar")
    two.says("ahir 2h amb l'Alzinar")
    two.says("/sessions")
    two.presses("Dijous 28 de maig · 1 h", "Corregeix", "La durada")
    two.says("2 hores")
    assert "1. " not in two.says("/ajuda")
    back = two.presses("Canvia-la")
    assert "Canviada." in back
    assert "Continua el que quedava pendent:" in back
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in back
    two.presses("Desa")
    assert sorted(one[:2] for one in two.standing()) == [("2020-05-28", 120), ("2020-06-02", 120)]


def test_correction_that_waits_is_not_lost_either(two: Stage) -> None:
    two.tells("dilluns 1h amb el Comellar")
    two.says("no, van ser 2 hores")
    two.says("/ajuda")
    assert "La correcció no s'ha perdut" in two.presses("Escriu a l'Oficina Tècnica")
    assert "Abans: 1 hora. Ara: 2 hores." in two.presses("Deixa-ho")
    two.presses("Canvia-la")
    assert two.standing() == [("2020-06-01", 120, "reported")]


@pytest.mark.parametrize(("end", "stand"), [("Desa-les", 3), ("Descarta-les", 1)])
def test_correction_that_waits_comes_back_after_another_session_is_told(two: Stage, end: str, stand: int) -> None:
    two.tells("ahir 1h amb el Comellar")
    asked = "Voleu canviar-ne el dia?\nAbans: dimarts 2 de juny. Ara: dilluns 1 de juny."
    assert asked in two.says("perdoneu, era dilluns, no ahir")
    shown = two.says("divendres passat tres quarts d'hora amb l'Alzinar per telèfon")
    assert "La correcció no s'ha perdut: tornarà a sortir quan acabeu això." in shown
    assert "Sessió amb **l'Alzinar**\nDivendres 29 de maig · 45 minuts" in shown
    assert "2 sessions per desar" in two.says("i avui 1h amb el Comellar")
    back = two.presses(end)
    assert f"Continua el que quedava pendent:\n\nSessió de dimarts 2 de juny amb el Comellar. {asked}" in back
    two.presses("Canvia-la")
    assert ("2020-06-01", 60, "reported") in two.standing()
    assert len(two.standing()) == stand
    assert isinstance(two.marti.scene, Idle)


def test_session_told_from_a_date_joins_those_that_wait(two: Stage) -> None:
    two.says("dijous a les 10 tenim sessió amb l'Alzinar")
    two.presses("Proposa-la")
    two.aina.presses("Em va bé")
    two.bot.moves(datetime(2020, 6, 4, 13, tzinfo=MADRID))
    two.says("ahir 1h amb el Comellar")
    assert "Es va fer la sessió" in said(two.bot.speaks_unasked(), MARTI)
    listed = two.presses("Sí, anota-la")
    assert "1. El Comellar: dimecres 3 de juny · 1 hora\n2. L'Alzinar: dijous 4 de juny · 2 hores" in listed
    two.presses("Desa-les")
    assert len(two.standing()) == 2


def test_session_told_while_others_are_put_aside_joins_them(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("/sessions")
    two.says("/inici")
    two.presses("El Comellar", "Proposa una data")
    listed = two.says("dilluns vam fer 1h amb el Comellar")
    assert "1. L'Alzinar: dimarts 2 de juny · 2 hores\n2. El Comellar: dilluns 1 de juny · 1 hora" in listed
    two.presses("Desa-les")
    assert isinstance(two.marti.scene, Idle)


def test_message_of_a_session_that_is_put_aside_is_edited(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("/ajuda")
    two.presses("Escriu a l'Oficina Tècnica")
    assert "El que heu editat s'ha canviat" in said(two.marti.edits("ahir 2h", "ahir 3h"), MARTI)
    assert "Dimarts 2 de juny · 3 hores" in two.presses("Deixa-ho")


def test_office_tells_for_two_packages_and_loses_neither(two: Stage) -> None:
    two.nuria.says("/sessions")
    two.nuria.presses("Mostra tots els paquets", "El Comellar", "Anota una sessió")
    two.nuria.says("dilluns 1h")
    two.nuria.presses("L'Alzinar", "Anota una sessió")
    two.nuria.says("ahir 2h")
    saved = said(two.nuria.presses("Desa"), NURIA)
    assert "Sessió amb **el Comellar**\nDilluns 1 de juny · 1 hora" in saved
    two.nuria.presses("Desa")
    assert len(two.standing()) == 2


def test_erasing_oneself_shows_nothing_of_what_waited(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("/esborra")
    two.presses("Esborra les meves dades")
    assert "Alzinar" not in two.presses("Sí, esborra-les")
    assert two.bot.rows(f"select state from chat where chat = {MARTI}") == []


def test_sessions_that_wait_for_the_notice_are_not_lost_by_looking_elsewhere(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    assert "Ho he llegit, continua" in two.marti.says("/inici")[-1].labels
    two.says("/ajuda")
    two.presses("Escriu a l'Oficina Tècnica")
    assert "Ho he llegit, continua" in two.marti.presses("Deixa-ho")[-1].labels
    assert "**2 sessions per desar**" in two.presses("Ho he llegit, continua")


def test_sessions_that_waited_for_the_notice_are_named_if_they_cannot_be_noted(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("ahir 2h amb l'Alzinar")
    two.bot.does("update assignment set state = 'proposed', exchanged_at = null")
    assert "això no s'ha anotat:\n· ahir 2h amb l'Alzinar" in two.presses("Ho he llegit, continua")


GONE = "Ja no es pot anotar.\nJa no acompanyeu el Comellar.\nNo s'ha perdut: la podeu passar a l'Oficina Tècnica"


def test_session_of_a_council_that_one_went_with_is_passed_on_and_no_other_is_offered(two: Stage) -> None:
    ends(two, POL)
    for text in ("dilluns 1h amb el Comellar", "ahir amb el Comellar vam parlar de contractes"):
        assert GONE in two.says(text), text
        assert "L'Alzinar" not in two.bot.labels(MARTI)
        two.presses("Descarta")
    assert GONE in two.says("dilluns 1h amb el Comellar i ahir 2h amb l'Alzinar")
    two.presses("Desa la que és completa")
    assert two.standing() == [("2020-06-02", 120, "reported")]
    told = two.marti.presses("Passa-la a l'Oficina Tècnica")
    assert "El Comellar: dilluns 1 de juny · 1 hora." in said(told, NURIA)
    ends(two, AINA)
    assert GONE in two.says("dimarts 1h amb el Comellar"), "although one goes with nobody any more"
    two.presses("Descarta")
    assert "encara no acompanyeu" in two.says("dilluns 2h amb Girona").lower()


def test_who_went_with_one_council_alone_need_not_name_it(stage: Stage) -> None:
    ends(stage, AINA)
    assert "Ja no acompanyeu l'Alzinar." in stage.says("dilluns 1h, contractes menors")


def test_office_notes_what_was_held_before_somebody_else_came(two: Stage) -> None:
    two.says("dilluns 1h amb el Comellar")
    ends(two)
    heard = two.marti.presses("Desa", "Passa-la a l'Oficina Tècnica")
    assert heard[-1].to in (NURIA, MARTI)
    two.nuria.presses("Anota una sessió")
    assert "Sessió amb **el Comellar**\nDilluns 1 de juny · 1 hora" in said(two.nuria.says("dilluns 1h"), NURIA)
    saved = two.nuria.presses("Desa")
    assert "L'Oficina Tècnica ha anotat aquesta sessió amb Martí Solanelles (Puigferrer):" in said(saved, POL)
    assert two.held(POL) == (180, 60)
    assert two.status(POL) == "accepted"
    two.pol.presses("Sí, confirma-la")
    assert two.standing() == [("2020-06-01", 60, "confirmed")]
    two.nuria.says("/sessions")
    assert "El Comellar" in two.nuria.presses("Mostra tots els paquets")[-1].labels


def test_two_who_went_with_one_council_are_told_apart(two: Stage) -> None:
    two.tells("dilluns 1h amb el Comellar")
    ends(two)
    rosa = packages.mentor(two.bot, None, "Rosa Vila", "Mataró")
    packages.joined(two.bot, two.keys[POL], rosa)
    two.nuria.says("/sessions")
    labels = two.nuria.presses("Mostra tots els paquets")[-1].labels
    assert labels == ["L'Alzinar", "El Comellar · Martí Solanelles", "El Comellar · Rosa Vila"]


def test_what_is_put_aside_and_cannot_wait_any_more_is_named_when_the_other_is_done(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("/ajuda")
    two.presses("Escriu a l'Oficina Tècnica")
    two.bot.does(f"update seat set until = '2020-06-03' where person = {MARTI}")
    assert "això no s'ha anotat:\n· dimarts 2 de juny · 2 hores" in two.presses("Deixa-ho")
    assert "Alzinar" not in two.says("/ajuda")


def test_session_that_is_put_right_twice_says_the_last_word(two: Stage) -> None:
    two.tells("dilluns 1h amb el Comellar")
    two.says("no, van ser 2 hores")
    two.says("/ajuda")
    two.presses("Escriu a l'Oficina Tècnica")
    two.says("/sessions")
    (saved,) = two.sessions()
    two.bot.press_data(MARTI, "Martí Solanelles", f"0:samend.{saved['id']}")
    two.presses("La durada")
    two.says("3 hores")
    assert "Continua el que quedava pendent" not in two.presses("Canvia-la")
    assert two.standing() == [("2020-06-01", 180, "reported")]


def test_editing_another_message_changes_nothing_of_what_is_put_aside(two: Stage) -> None:
    two.says("hola")
    two.says("ahir 2h amb l'Alzinar")
    two.says("/ajuda")
    two.presses("Escriu a l'Oficina Tècnica")
    assert two.marti.edits("hola", "hola a tothom") == []
    assert "Dimarts 2 de juny · 2 hores" in two.presses("Deixa-ho")


def test_saved_session_cannot_be_put_right_too_late(two: Stage) -> None:
    two.bot.moves(IN_TIME)
    two.tells("el 30 de juliol 2h amb l'Alzinar")
    two.says("no, van ser 3 hores")
    two.bot.moves(TOO_LATE)
    assert "es podien corregir fins al divendres 7 d'agost" in two.presses("Canvia-la")
    assert [one[1] for one in two.standing()] == [120]


def test_notice_that_is_opened_again_keeps_the_sessions_that_wait_for_it(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("ahir 2h amb l'Alzinar")
    two.bot.press_data(MARTI, "Martí Solanelles", "0:mentoring")
    assert "Dimarts 2 de juny · 2 hores" in two.presses("Ho he llegit, continua")
