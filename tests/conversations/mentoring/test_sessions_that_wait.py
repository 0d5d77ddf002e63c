"""Several reports in a row without a press: one list of what is not saved yet, and nothing lost in silence."""

from __future__ import annotations

import pytest

from conversations.mentoring.joining import MOST_WAITING
from conversations.protocol.scenes import Idle, Reporting
from tests.conversation import said
from tests.stage import AINA, BERTA, MARTI, POL, Stage

SEVERAL = (
    "ahir 2h amb l'Alzinar, clàusules socials",
    "i dilluns 1h",
    "divendres passat 1h i mitja amb el Comellar per telèfon, pla d'acció",
)
LIST = """**3 sessions per desar**
1. L'Alzinar: dimarts 2 de juny · 2 hores · clàusules socials
2. Dilluns 1 de juny · 1 hora · per aclarir: l'ajuntament
3. El Comellar: divendres 29 de maig · 1 hora i 30 minuts · a distància · pla d'acció"""


def test_reports_in_a_row_are_one_list_in_their_order_with_what_each_lacks(two: Stage) -> None:
    for text in SEVERAL[:2]:
        two.says(text)
    heard = two.marti.says(SEVERAL[2])
    assert LIST in said(heard, MARTI)
    assert "**Sessió 2**\nDilluns 1 de juny · 1 hora. Amb quin ajuntament va ser?" in said(heard, MARTI)
    assert [one.text for one in heard if one.edited] == ["Continua més avall."]
    assert two.sessions() == []


def test_all_are_saved_with_one_tap_once_nothing_must_be_asked(two: Stage) -> None:
    for text in SEVERAL:
        two.says(text)
    assert "2. L'Alzinar: dilluns 1 de juny · 1 hora" in two.presses("L'Alzinar")
    assert "S'han desat 3 sessions." in two.presses("Desa-les")
    assert len(two.standing()) == 3


def test_those_that_are_complete_are_saved_and_the_other_goes_on_being_asked(two: Stage) -> None:
    for text in SEVERAL:
        two.says(text)
    asked = two.presses("Desa les 2 que són completes")
    assert "S'han desat 2 sessions." in asked
    assert "Dilluns 1 de juny · 1 hora. Amb quin ajuntament va ser?" in asked
    assert len(two.standing()) == 2
    two.presses("El Comellar")
    two.presses("Desa")
    assert ("2020-06-01", 60, "reported") in two.standing()
    assert isinstance(two.marti.scene, Idle)


def test_what_is_complete_but_cannot_be_saved_says_why(two: Stage) -> None:
    two.tells("dilluns 3h amb l'Alzinar")
    two.says("ahir 2h amb l'Alzinar")
    shown = two.marti.says("el 28 de maig 1h")
    assert "2 hores · per aclarir: és més del que queda al paquet" in said(shown, MARTI)
    assert not any(label.startswith("Desa ") for label in shown[-1].labels), "none of them can be saved yet"
    assert "És més del que queda al paquet (1 hora)." in two.presses("El Comellar")
    assert "Desada." in two.presses("Desa la que és completa"), "the button says how many it saves"
    two.presses("Anota només 1 hora")
    two.presses("Desa")
    assert len(two.standing()) == 3


def test_lack_of_room_is_said_whole_once_and_beside_what_a_session_has_already(two: Stage) -> None:
    two.tells("dilluns 2h 45 amb l'Alzinar per zoom")
    two.tells("ahir 1h 15 amb l'Alzinar per zoom")
    two.says("la d'ahir amb l'Alzinar van ser 2 hores")
    asked = two.marti.presses("Canvia la que hi ha")
    counts = "És més del que queda al paquet: aquesta sessió ja hi compta 1 hora i 15 minuts. No queda cap hora."
    assert counts in said(asked, MARTI)
    assert "Anota només 1 hora i 15 minuts" not in asked[-1].labels, "it is what is noted"
    two.presses("Deixa-la igual")
    listed = two.says("el 20 de maig 1h 15 amb l'Alzinar per zoom", "el 21 de maig 1h amb l'Alzinar per zoom")
    assert "dimecres 20 de maig · 1 hora i 15 minuts · a distància · per aclarir: és més del que queda" in listed
    assert "dijous 21 de maig · 1 hora · a distància · per aclarir: tampoc no hi cap" in listed


ANOTHER = [
    ("2 hores amb l'Alzinar", "divendres passat 1h30 amb el Comellar", "2. El Comellar: divendres 29 de maig"),
    ("2 hores amb l'Alzinar", "dilluns 1h30 amb l'Alzinar", "2. L'Alzinar: dilluns 1 de juny · 1 hora i 30 minuts"),
    ("dilluns 1h", "la setmana passada una hora amb el Comellar", "2. El Comellar: 1 hora · per aclarir: el dia"),
    ("ahir 2h", "dilluns 2h amb el Comellar", "2. El Comellar: dilluns 1 de juny · 2 hores"),
    ("ahir amb l'Alzinar, sessió de seguiment", "dilluns 1h amb el Comellar", "2. El Comellar: dilluns 1 de juny"),
    ("2 hores amb l'Alzinar", "salt 2h", "2. 2 hores · per aclarir: l'ajuntament"),
    ("ahir amb l'Alzinar", "comellar 2h", "2. El Comellar: 2 hores · per aclarir: el dia"),
    ("dilluns 1h", "comellar 2h", "2. El Comellar: 2 hores · per aclarir: el dia"),
]


@pytest.mark.parametrize(("first", "second", "line"), ANOTHER)
def test_report_that_comes_while_another_is_asked_about_is_no_answer(
    two: Stage, first: str, second: str, line: str
) -> None:
    """Taken for the answer, it would overwrite what the first one said."""
    two.says(first)
    listed = two.says(second)
    assert line in listed
    assert "1. " in listed
    assert "**Sessió 1**" in listed


def test_who_writes_that_all_be_saved_too_early_hears_what_is_missing(two: Stage) -> None:
    two.says("ahir 2h")
    answer = two.says("desa-les")
    assert "Encara no s'ha desat res" in answer
    assert "Amb quin ajuntament va ser?" in answer


def test_answer_that_says_more_than_was_asked_is_an_answer(two: Stage) -> None:
    two.says("2 hores amb l'Alzinar")
    assert "Dimarts 2 de juny · 2 hores · a distància" in two.says("ahir amb l'Alzinar, per Zoom")


CORRECTIONS = [
    ("no, la del Comellar eren 2 hores", "2. El Comellar: dilluns 1 de juny · 2 hores"),
    ("no, la de dimarts eren 3 hores", "1. L'Alzinar: dimarts 2 de juny · 3 hores"),
    ("no, eren 45 minuts", "2. El Comellar: dilluns 1 de juny · 45 minuts"),
]


def test_correction_goes_to_the_session_that_it_names_or_to_the_one_told_last(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    for text, line in CORRECTIONS:
        listed = two.says(text)
        assert line in listed
        assert "**2 sessions per desar**" in listed


def test_correction_that_names_another_one_is_no_answer_about_this_one(two: Stage) -> None:
    two.says("dilluns 1h")
    two.says("ahir 2h amb el Comellar")
    listed = two.says("no, la del Comellar eren 3 hores")
    assert "1. Dilluns 1 de juny · 1 hora · per aclarir: l'ajuntament" in listed
    assert "2. El Comellar: dimarts 2 de juny · 3 hores" in listed
    assert "1. El Comellar: dilluns" in two.says("el Comellar")


def test_correction_of_a_saved_session_is_not_written_over_the_one_that_waits(two: Stage) -> None:
    two.tells("ahir 2h amb el Comellar")
    two.says("dilluns 1h amb l'Alzinar")
    answer = two.says("no, la del Comellar eren 3 hores")
    assert "Aquesta ja està desada: el Comellar, dimarts 2 de juny · 2 hores." in answer
    assert "Sessió amb **l'Alzinar**\nDilluns 1 de juny · 1 hora" in answer
    two.presses("Desa")
    assert "Abans: 2 hores. Ara: 3 hores." in two.says("no, la del Comellar eren 3 hores")


def test_the_same_words_twice_wait_once_and_that_is_said(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    again = two.says("Ahir 2h amb l'Alzinar")
    assert "Aquesta ja hi era, i no s'hi ha repetit:" in again
    assert "Sessió amb **l'Alzinar**" in again


def test_same_day_in_other_words_is_asked_about(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    asked = two.says("dimarts 2h amb l'Alzinar, estatuts")
    assert (
        "Ja n'hi ha una altra amb l'Alzinar aquell dia, que també espera que la deseu: dimarts 2 de juny · 2 hores."
        in asked
    )
    assert "L'Alzinar: amb aquestes, 4 de les 4 hores del paquet." in two.presses("És una altra sessió")


def test_nobody_is_in_two_sessions_at_once_not_even_before_they_are_saved(two: Stage) -> None:
    two.says("ahir de 10 a 12 amb l'Alzinar")
    assert "A la mateixa hora ja hi ha la sessió 1." in two.says("ahir d'11 a 13 amb el Comellar")
    two.says("descarta-les")
    told = two.says("dilluns amb l'Alzinar de 9 a 11 i amb el Comellar de 10.30 a 12")
    assert "A la mateixa hora ja hi ha la sessió 1." in told, "though one message tells both"
    assert "L'altra us continua esperant:" in two.presses("Descarta aquesta")
    assert "Desada." in two.presses("Desa")


def test_of_several_that_wait_none_is_lost_to_put_right_a_saved_one(two: Stage) -> None:
    two.tells("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    heard = two.marti.says("ahir 1h amb l'Alzinar")
    assert "Canvia la que hi ha" not in heard[-1].labels
    assert "**2 sessions per desar**" in said(heard, MARTI)


def test_more_than_somebody_can_look_through_do_not_fit_and_that_is_said(two: Stage) -> None:
    for day in range(1, MOST_WAITING + 1):
        two.says(f"el {day} de maig 15 minuts amb l'Alzinar")
    full = two.says("el 20 de maig 15 minuts amb l'Alzinar")
    assert "Ja hi ha 12 sessions per desar, i no n'hi caben més." in full
    assert "20 de maig" not in full
    two.presses("Desa-les")
    assert len(two.standing()) == MOST_WAITING


def test_editing_one_of_several_leaves_it_in_its_place(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h amb el Comellar")
    listed = said(two.marti.edits("ahir 2h", "ahir 3h"), MARTI)
    assert "1. L'Alzinar: dimarts 2 de juny · 3 hores\n2. El Comellar" in listed


def test_what_takes_back_one_of_several_names_it_apart(two: Stage) -> None:
    two.says("ahir 1h l'Alzinar i ahir 2h el Comellar")
    two.presses("Desa-les")
    assert two.bot.labels(MARTI) == [
        "Desfés la de dimarts 2 de juny: l'Alzinar",
        "Desfés la de dimarts 2 de juny: el Comellar",
    ]
    two.says("dilluns al matí 1h amb l'Alzinar i a la tarda 2h")
    two.presses("Desa-les")
    assert two.bot.labels(MARTI)[:2] == [
        "Desfés la de dilluns 1 de juny: 1 hora",
        "Desfés la de dilluns 1 de juny: 2 hores",
    ]


COMING = [
    (
        "ahir 2h amb l'Alzinar, i dijous 11 de juny a les 10 hi tornem 1h",
        "**Dijous 11 de juny, a les 10 h**, amb l'Alzinar · 1 hora",
    ),
    ("ahir 2h amb l'Alzinar i demà 1h més amb el Comellar", "**Dijous 4 de juny**, amb el Comellar"),
    ("ahir 2h amb l'Alzinar. La propera, el 9 de juliol", "«dijous 9 de juliol a les 10»"),
    ("ahir 2h amb l'Alzinar i la setmana que ve hi tornarem 1h", "És una sessió per fer, i encara no compta hores."),
    ("avui de 8 a 9 l'Alzinar, el Comellar dijous vinent", "amb el Comellar"),
]


def test_what_is_still_to_come_is_not_dropped_without_a_word(two: Stage) -> None:
    for text, told in COMING:
        answer = two.says(text)
        assert told in answer
        assert "És una sessió per fer, i encara no compta hores." in answer
        assert "Sessió amb **l'Alzinar**" in answer
        two.presses("Descarta")


def test_the_hour_that_was_said_is_proposed_in_one_tap_and_the_session_goes_on_waiting(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar, i dijous 11 de juny a les 10 hi tornem 1h")
    two.presses("Proposa-la")
    (date,) = two.bot.rows("select day, begins, minutes from appointment")
    assert (str(date["day"]), date["begins"], date["minutes"]) == ("2020-06-11", 600, 60)
    assert isinstance(two.marti.scene, Reporting)
    assert "Desada." in two.presses("Desa")


def test_what_will_be_sent_is_no_session_to_come(two: Stage) -> None:
    for text in (
        "ahir 2h amb l'Alzinar. Divendres els enviaré el plec",
        "ahir 2h amb l'Alzinar, la prevista per dilluns",
    ):
        assert "per fer" not in two.says(text)
        two.presses("Descarta")


def test_sessions_told_before_the_notice_was_read_all_wait(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    assert "La sessió espera" in two.says(SEVERAL[0])
    assert "Aquesta sessió també espera" in two.says(SEVERAL[1])
    two.says(SEVERAL[2])
    two.bot.passes(days=1)
    assert LIST in two.presses("Ho he llegit, continua")
    two.presses("El Comellar")
    two.presses("Desa-les")
    assert len(two.standing()) == 3


def test_no_more_wait_for_the_notice_than_for_a_yes(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("hola")
    for day in range(1, MOST_WAITING + 1):
        two.says(f"el {day} de maig 15 minuts amb l'Alzinar")
    assert "no n'hi caben més" in two.says("el 20 de maig 15 minuts amb l'Alzinar")
    assert "**12 sessions per desar**" in two.presses("Ho he llegit, continua")


def test_session_to_come_waits_for_the_notice_too(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("divendres a les 10 tenim sessió amb el Comellar")
    assert "Voleu proposar-la al Comellar?" in two.presses("Ho he llegit, continua")
    two.presses("No cal")
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("divendres a les 10 tenim sessió amb el Comellar")
    two.says("ahir 2h amb l'Alzinar")
    both = two.presses("Ho he llegit, continua")
    assert "**Divendres 5 de juny, a les 10 h**, amb el Comellar" in both
    assert "Sessió amb **l'Alzinar**" in both


def test_an_old_list_does_not_seem_to_wait_still(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar")
    two.says("dilluns 1h")
    for heard in (two.marti.presses("L'Alzinar"), two.marti.says("/inici"), two.marti.presses("Corregeix")):
        assert [one.text for one in heard if one.edited] == ["Continua més avall."]
    two.presses("Torna enrere")
    assert "S'han descartat totes: no s'ha anotat res." in two.presses("Descarta-les")


def test_the_list_of_sessions_shows_what_waits_to_be_saved(two: Stage) -> None:
    two.tells("dilluns 1h amb l'Alzinar")
    two.says("ahir 2h amb l'Alzinar")
    heard = two.marti.says("/sessions")
    assert "Això encara us espera, i no és a la llista de dalt:" in said(heard, MARTI)
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in heard[-1].text
    two.says("/inici")
    two.presses("Mostra'm les sessions")
    assert "Desada." in two.presses("Desa")
    assert "Això encara us espera" not in said(two.marti.says("/sessions"), MARTI)


def test_what_has_a_problem_does_not_keep_the_rest_from_being_saved(two: Stage) -> None:
    two.tells("ahir 2h amb l'Alzinar")
    shown = two.marti.says("ahir 2h amb l'Alzinar, dilluns 1h amb l'Alzinar i avui 1h amb el Comellar")
    ways = ["És una altra sessió", "Descarta aquesta", "Descarta-les totes", "Desa les 2 que són completes"]
    assert shown[-1].labels == ways
    heard = two.marti.presses("Desa les 2 que són completes")
    assert "**S'han desat 2 sessions.**" in said(heard, MARTI)
    assert "Aquesta sessió amb l'Alzinar ja està desada" in heard[-1].text
    assert "Desa les 2 que són completes" not in heard[-1].labels
    two.presses("Descarta")
    two.says("el 28 de maig 1h amb l'Alzinar i el 27 de maig 3h amb l'Alzinar")
    heard = two.marti.presses("Desa la que és completa")
    assert "3 hores, amb l'Alzinar.\nÉs més del que queda al paquet (0 hores)." in heard[-1].text
    assert len(two.standing()) == 4


def test_which_one_is_discarded_can_be_typed(two: Stage) -> None:
    told = "ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar i el 28 de maig 1h amb l'Alzinar"
    for answer, left in (("la 3", 2), ("la del Comellar", 1)):
        two.says(told) if left == 2 else None
        assert "Quina voleu descartar?" in two.says("descarta")
        assert "28 de maig" not in two.says(answer).partition("continu")[2], answer
        assert len(two.marti.scene.drafts) == left
    two.presses("Descarta")
    two.says(told)
    two.says("descarta")
    assert "Quina voleu descartar?" in two.says("la 7"), "there is none of that number"
    assert two.says("bon dia").endswith("Quina voleu descartar?")
    assert "per desar" in two.says("i si en parlem demà?"), "what is no answer closes the question"
    two.says("descarta")
    assert "S'han descartat totes" in two.says("totes")


def test_slot_of_today_that_is_still_to_come_is_proposed(stage: Stage) -> None:
    for text in ("avui de 10 a 11 presencial", "avui a les 17h 1 hora"):
        assert "Voleu proposar-la a l'Alzinar?" in stage.says(text), text
        stage.presses("No cal")
    for text in ("hem fet sessió avui de 10 a 11", "avui de 9 a 10 presencial"):
        assert "Quin dia va ser?" in stage.says(text), text
        stage.presses("Descarta")


def test_hours_that_come_back_meanwhile_are_not_saved_twice_over(stage: Stage) -> None:
    """What would be asked of the commission fits again and counts at once: what was told after it fits no more."""
    stage.tells("dilluns 3h amb l'Alzinar")
    stage.says("ahir 4h amb l'Alzinar")
    stage.presses("Demana-ho a la Comissió")
    stage.says("avui 1h amb l'Alzinar")
    stage.presses("Desfés")
    asked = stage.marti.presses("Desa-les")
    assert "Dimecres 3 de juny · 1 hora, amb l'Alzinar.\nÉs més del que queda al paquet (0 h" in said(asked, MARTI)
    assert "1. L'Alzinar: dimarts 2 de juny · 4 hores\n" in said(asked, MARTI)
    assert not any("Anota només" in label for label in asked[-1].labels)
    stage.presses("Descarta aquesta")
    assert "Desada." in stage.presses("Desa")
    assert stage.held() == (0, 240)


def moves_to_el_comellar(two: Stage, session: str) -> str:
    """A saved session with l'Alzinar turns out to have been with el Comellar."""
    two.says("/sessions")
    two.presses(session, "Corregeix", "L'ajuntament")
    return two.presses("El Comellar")


def test_session_that_was_with_another_council_must_fit_in_its_package(two: Stage) -> None:
    two.tells("ahir 3h amb l'Alzinar")
    two.tells("dilluns 2h amb el Comellar")
    asked = moves_to_el_comellar(two, "Dimarts 2 de juny · 3 h")
    assert "Dimarts 2 de juny · 3 hores, amb el Comellar.\nÉs més del que queda al paquet (2 hores)." in asked
    assert "Comptarà quan la Comissió Tècnica l'accepti." in two.presses("Demana-ho a la Comissió")
    heard = two.marti.presses("Canvia-la")
    assert "Fins que no l'accepti, continua comptant amb l'Alzinar." in said(heard, MARTI)
    assert "una sessió amb el Comellar que és més del que queda al paquet" in said(heard, BERTA)
    assert "Mentrestant compta amb l'Alzinar, com es va anotar." in said(heard, BERTA)
    assert said(heard, AINA) == ""
    assert (two.held(AINA), two.held(POL)) == ((60, 180), (120, 120))


@pytest.fixture
def moves(two: Stage) -> Stage:
    """A session with l'Alzinar waits for the commission to be one with el Comellar, which has 2 hours left."""
    two.tells("ahir 3h amb l'Alzinar")
    two.tells("dilluns 2h amb el Comellar")
    moves_to_el_comellar(two, "Dimarts 2 de juny · 3 h")
    two.presses("Demana-ho a la Comissió", "Canvia-la")
    return two


def test_session_that_the_commission_allows_moves_to_the_other_council(moves: Stage) -> None:
    moves.berta.presses("Accepta-la")
    heard = moves.berta.says("Sí.")
    assert "ha desfet la sessió de dimarts 2 de juny" in said(heard, AINA)
    assert "Dimarts 2 de juny · 3 hores" in said(heard, POL)
    assert (moves.held(AINA), moves.held(POL)) == ((240, 0), (0, 300))


def test_session_that_the_commission_does_not_allow_stays_with_its_council(moves: Stage) -> None:
    moves.berta.presses("No l'acceptis")
    heard = moves.berta.says("No hi ha hores.")
    assert "Continua amb l'Alzinar, com abans: dimarts 2 de juny · 3 hores." in said(heard, MARTI)
    assert said(heard, AINA) == said(heard, POL) == ""
    assert (moves.held(AINA), moves.held(POL)) == ((60, 180), (120, 120))


def test_session_that_waits_to_move_is_taken_back_or_made_shorter(moves: Stage) -> None:
    moves.says("/sessions")
    moves.presses("Dimarts 2 de juny · 3 h", "Corregeix", "La durada", "Una altra durada")
    moves.says("2 hores")
    heard = moves.marti.presses("Canvia-la")
    assert "ha desfet la sessió de dimarts 2 de juny" in said(heard, AINA)
    assert (moves.held(AINA), moves.held(POL)) == ((240, 0), (0, 240))


def test_undoing_what_waits_to_move_leaves_it_where_it_counts(moves: Stage) -> None:
    assert "Continua comptant amb l'Alzinar." in moves.presses("Desfés")
    assert (moves.held(AINA), moves.held(POL)) == ((60, 180), (120, 120))


def test_session_that_its_council_confirms_meanwhile_does_not_move(moves: Stage) -> None:
    moves.aina.presses("Sí, confirma-la")
    heard = moves.berta.presses("Accepta-la")
    for person in (BERTA, MARTI):
        assert "L'Alzinar ja ha respost sobre la sessió de dimarts 2 de juny" in said(heard, person)
    assert (moves.held(AINA), moves.held(POL)) == ((60, 180), (120, 120))


def test_only_what_fits_of_it_can_be_noted_there(two: Stage) -> None:
    two.tells("ahir 3h amb l'Alzinar")
    two.tells("dilluns 2h amb el Comellar")
    moves_to_el_comellar(two, "Dimarts 2 de juny · 3 h")
    assert "Ara: amb el Comellar · 2 hores" in two.presses("Anota només 2 hores")
    two.presses("Canvia-la")
    assert (two.held(AINA), two.held(POL)) == ((240, 0), (0, 240))


def test_it_is_not_noted_twice_if_that_council_has_it_already(two: Stage) -> None:
    two.tells("ahir 3h amb l'Alzinar")
    two.tells("ahir 3h amb el Comellar")
    two.says("/sessions")
    two.presses("Dimarts 2 de juny · 3 h", "Corregeix", "L'ajuntament")
    asked = two.presses("L'Alzinar")
    assert "Aquesta sessió amb l'Alzinar ja està desada: dimarts 2 de juny · 3 hores." in asked
    assert "No s'ha anotat dues vegades." in asked
    two.presses("Deixa-la igual")
    assert (two.held(AINA), two.held(POL)) == ((60, 180), (60, 180))
