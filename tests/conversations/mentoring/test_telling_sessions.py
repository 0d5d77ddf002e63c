"""A mentor writes as people write: every session is right or asked about, and nothing is saved without a yes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.scenes import Reporting
from conversations.rules.deadlines import MADRID
from tests import packages
from tests.conversation import said
from tests.stage import AINA, BERTA, MARTI, NURIA, POL, Stage

WHOLE = [
    ("Ahir 2h amb l'Alzinar, en línia: clàusules socials", "Dimarts 2 de juny · 2 hores · a distància"),
    ("avui hem estat tres quarts d'hora per telèfon amb l'alzinar", "Dimecres 3 de juny · 45 minuts · a distància"),
    ("dilluns 1h30 presencial", "Dilluns 1 de juny · 1 hora i 30 minuts · presencial"),
]


@pytest.mark.parametrize(("text", "card"), WHOLE)
def test_what_is_whole_is_shown_at_once_with_its_date_written_out(stage: Stage, text: str, card: str) -> None:
    assert card in stage.says(text)
    assert stage.sessions() == []


ASKED = [
    ("2 hores amb l'Alzinar", "Quin dia va ser?", ["Ahir, dimarts 2"], "Dimarts 2 de juny · 2 hores"),
    ("2 hores amb l'Alzinar", "Quin dia va ser?", ["Un altre dia", "28 de maig"], "Dijous 28 de maig · 2 hores"),
    ("2 hores amb l'Alzinar", "Quin dia va ser?", ["dilluns passat"], "Dilluns 1 de juny · 2 hores"),
    ("2 hores amb l'Alzinar", "Quin dia va ser?", ["el 28", "Dijous 28 de maig"], "Dijous 28 de maig · 2 hores"),
    ("ahir amb l'Alzinar, sessió de seguiment", "Quant va durar?", ["1 hora i 30 minuts"], "1 hora i 30 minuts"),
    ("ahir amb l'Alzinar, sessió de seguiment", "Quant va durar?", ["Una altra durada", "2"], "2 hores"),
    ("ahir amb l'Alzinar, sessió de seguiment", "Quant va durar?", ["dues hores i quart"], "2 hores i 15 minuts"),
    ("ahir unes 2 hores amb l'Alzinar", "Cal saber la durada exacta. Quant va durar?", ["2 hores"], "· 2 hores"),
    ("ahir 0 hores amb l'Alzinar", "Aquesta durada no pot ser", ["1 hora"], "· 1 hora"),
    ("ahir 26 hores amb l'Alzinar", "Aquesta durada no pot ser", ["2 hores"], "· 2 hores"),
]


@pytest.mark.parametrize(("text", "question", "answers", "card"), ASKED)
def test_only_what_is_missing_or_in_doubt_is_asked(
    stage: Stage, text: str, question: str, answers: list[str], card: str
) -> None:
    assert question in stage.says(text)
    answered = ""
    for one in answers:
        answered = stage.says(one)
    assert "Sessió amb **l'Alzinar**" in answered
    assert card in answered


def test_council_is_asked_with_those_of_the_mentor_only(two: Stage) -> None:
    asked = two.marti.says("Ahir 2h, en línia")
    assert "Amb quin ajuntament va ser?" in said(asked, MARTI)
    assert asked[-1].labels == ["L'Alzinar", "El Comellar", "Descarta"]
    assert "Sessió amb **el Comellar**" in two.presses("El Comellar")
    two.presses("Descarta")
    strange = two.says("Ahir 2h amb Lleida")
    assert "Lleida no és dels ajuntaments que acompanyeu. Amb quin ajuntament va ser?" in strange
    two.presses("Descarta")
    assert "L'ajuntament que heu escrit no és dels que acompanyeu. Amb" in two.says("Ahir 2h amb Vilanova")
    assert "Sant Cugat del Vallès no és dels" in two.says("divendres a les 10 anem a Sant Cugat del Vallès")
    assert "Sessió amb **l'Alzinar**" in two.says("amb l'alzinar")
    two.presses("Descarta")
    answers = [two.says(written) for written in ("Ahir 2h", "amb Lleida", "Lleida")]
    assert "Lleida no és dels ajuntaments que acompanyeu. Amb quin ajuntament va ser?" in answers[-1]
    assert "Sessió amb **el Comellar**" in two.says("doncs el comellar")


def test_modality_is_asked_when_the_words_say_both(stage: Stage) -> None:
    assert "Va ser presencial o a distància?" in stage.says("Ahir 2h amb l'Alzinar, presencial per Zoom")
    assert "presencial" in stage.says("presencial")


OUTSIDE = [
    ("30 d'abril 2h amb l'Alzinar", "El 30 d'abril queda fora del període de sessions", "30 d'abril"),
    ("l'1 d'agost 2h amb l'Alzinar", "encara no ha arribat", "1 d'agost"),
]


@pytest.mark.parametrize(("text", "why", "day"), OUTSIDE)
def test_day_that_cannot_be_is_refused_with_the_reason_and_asked_again(
    stage: Stage, text: str, why: str, day: str
) -> None:
    asked = stage.marti.says(text)
    assert why in said(asked, MARTI)
    assert not any(day in label for label in asked[-1].labels)
    assert why in stage.says(day)
    assert "Dimarts 2 de juny" in stage.says("ahir")


def test_session_of_the_last_day_is_told_until_the_last_day_to_tell(tmp_path: Path) -> None:
    late = Stage(tmp_path, now=datetime(2020, 8, 1, 9, 30, tzinfo=MADRID))
    assert "L'1 d'agost queda fora del període de sessions, que va de l'1 de maig al 31 de juliol." in late.says(
        "avui 1h amb l'Alzinar"
    )
    assert "Divendres 31 de juliol · 1 hora" in late.says("ahir")
    late.presses("Desa")
    late.bot.moves(datetime(2020, 8, 7, 23, 50, tzinfo=MADRID))
    late.tells("el 30 de juliol 1h amb l'Alzinar")
    late.bot.moves(datetime(2020, 8, 8, 0, 5, tzinfo=MADRID))
    assert "es podien anotar fins al divendres 7 d'agost." in late.says("el 29 de juliol 1h amb l'Alzinar")
    late.presses("Descarta")
    assert len(late.sessions()) == 2
    assert "Les sessions es podien corregir fins al divendres 7 d'agost" in late.presses("Desfés")
    late.close()


def test_the_same_message_twice_is_one_session(stage: Stage) -> None:
    text = "Ahir 2h amb l'Alzinar, en línia: clàusules socials"
    stage.says(text)
    stage.says(text)
    stage.presses("Desa")
    assert "ja està desada" in stage.says(text)
    stage.presses("Descarta")
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    stage.says(text)
    assert "2 hores" in stage.presses("És una altra sessió")
    stage.presses("Desa")
    assert len(stage.standing()) == 2


def test_near_duplicate_asks_and_can_change_the_one_there_is(stage: Stage) -> None:
    stage.tells("Ahir 2h amb l'Alzinar, en línia: clàusules socials")
    assert "Ja hi ha una sessió amb l'Alzinar aquell dia" in stage.says("ahir hora i mitja amb l'Alzinar")
    asked = stage.presses("Canvia la que hi ha")
    assert "Abans: 2 hores. Ara: 1 hora i 30 minuts." in asked
    stage.presses("Canvia-la")
    assert stage.standing() == [("2020-06-02", 90, "reported")]
    assert stage.sessions()[0]["topic"] == "clàusules socials"


def test_nobody_is_in_two_sessions_at_once(two: Stage) -> None:
    two.tells("Ahir de 10 a 12 amb l'Alzinar")
    assert "A aquella hora ja hi ha una sessió amb l'Alzinar" in two.says("Ahir d'11 a 13 amb el Comellar")
    two.presses("Corregeix")
    two.presses("La durada")
    assert "Sessió amb **el Comellar**" in two.presses("1 hora")
    two.presses("Desa")
    assert "Sessió amb **el Comellar**" in two.says("Abans-d'ahir de 12 a 13 amb el Comellar")


def test_several_sessions_in_a_message_are_saved_together_and_undone_one_by_one(two: Stage) -> None:
    card = two.says("Ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    assert "**2 sessions per desar**" in card
    assert "1. L'Alzinar: dimarts 2 de juny · 2 hores" in card
    assert "El Comellar: amb aquesta, 1 de les 4 hores del paquet." in card
    saved = two.marti.presses("Desa-les")
    assert "S'han desat 2 sessions." in said(saved, MARTI)
    assert "ha anotat aquesta sessió" in said(saved, AINA)
    assert "ha anotat aquesta sessió" in said(saved, POL)
    assert "Desfeta" in two.presses("Desfés la de dilluns 1 de juny")
    assert two.held(AINA) == (120, 120)
    assert two.held(POL) == (240, 0)


def test_one_of_several_is_corrected_or_left_out(two: Stage) -> None:
    two.says("Ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    two.presses("Corregeix")
    two.presses("2. El Comellar: dilluns 1 de juny · 1 hora")
    two.presses("La modalitat")
    assert "El Comellar: dilluns 1 de juny · 1 hora · presencial" in two.presses("Presencial")
    two.presses("Corregeix")
    two.presses("1. L'Alzinar: dimarts 2 de juny · 2 hores")
    assert "L'altra us continua esperant" in two.presses("Descarta aquesta")
    two.presses("Desa")
    assert two.standing() == [("2020-06-01", 60, "reported")]


def test_of_several_only_the_one_that_lacks_something_is_asked(two: Stage) -> None:
    asked = two.says("Ahir 2h amb l'Alzinar i amb el Comellar 1h30, aquesta última dilluns")
    assert "**Sessió 1**" in asked
    assert "Amb quin ajuntament va ser?" in asked
    for answer in ("L'Alzinar", "2 hores", "El Comellar"):
        two.presses(answer)
    assert "**2 sessions per desar**" in two.presses("1 hora i 30 minuts")


def test_another_session_is_added_to_the_one_that_waits(stage: Stage) -> None:
    stage.says("Ahir 1h amb l'Alzinar")
    assert "**2 sessions per desar**" in stage.says("i dilluns 1h amb l'Alzinar")
    stage.presses("Desa-les")
    assert len(stage.sessions()) == 2


@pytest.mark.parametrize(
    ("label", "answer", "now"),
    [
        ("El dia", "Avui, dimecres 3", "Dimecres 3 de juny · 2 hores"),
        ("La durada", "1 hora", "Dimarts 2 de juny · 1 hora"),
        ("La modalitat", "A distància", "Dimarts 2 de juny · 2 hores · a distància"),
        ("El tema", "contractes menors", "Tema: contractes menors"),
    ],
)
def test_what_was_understood_is_put_right_before_it_is_saved(stage: Stage, label: str, answer: str, now: str) -> None:
    stage.says("Ahir 2h amb l'Alzinar")
    stage.presses("Corregeix")
    assert stage.bot.labels(MARTI)[:4] == ["El dia", "La durada", "El tema", "La modalitat"]
    stage.presses(label)
    assert now in stage.says(answer)


def test_council_is_put_right_too(two: Stage) -> None:
    two.says("Ahir 2h amb l'Alzinar")
    two.presses("Corregeix")
    two.presses("L'ajuntament")
    assert "Sessió amb **el Comellar**" in two.presses("El Comellar")


def test_going_back_and_correcting_in_words(stage: Stage) -> None:
    stage.says("Ahir 2h amb l'Alzinar")
    stage.presses("Corregeix")
    assert "Sessió amb **l'Alzinar**" in stage.presses("Torna enrere")
    assert "Dimarts 2 de juny · 3 hores" in stage.says("no, eren 3 hores")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("quantes hores queden?", "**L'Alzinar**\nConfirmades: 0 hores"),
        ("gràcies per tot!", "Quan feu una sessió, escriviu-la en una frase"),
        ("no hem pogut fer la sessió d'ahir", "Entesos: no es va fer, i no s'ha anotat res."),
        ("asdf", "Això no s'ha anotat com a sessió."),
    ],
)
def test_text_that_tells_no_session_gets_a_kind_answer(stage: Stage, text: str, answer: str) -> None:
    assert answer in stage.says(text)
    assert stage.sessions() == []
    stage.says("Ahir 2h amb l'Alzinar")
    again = stage.says(text)
    assert answer in again or "Encara no s'ha desat res: toqueu un botó" in again
    assert "Sessió amb **l'Alzinar**" in again
    assert "Desada." in stage.presses("Desa")


def test_whatever_else_is_sent_the_session_goes_on_waiting(stage: Stage) -> None:
    stage.says("Ahir 2h amb l'Alzinar")
    stage.marti.sends("voice")
    for text in ("/inici", "hola", "/ajuda", "/sessions"):
        stage.says(text)
        assert isinstance(stage.marti.scene, Reporting)
    assert "Sessió amb **l'Alzinar**" in said(stage.marti.sends("photo"), MARTI)
    assert "Sessió amb **l'Alzinar**" in stage.says("/inici")
    assert "Desada." in stage.presses("Desa")


def test_question_that_is_open_is_said_again_after_something_else(stage: Stage) -> None:
    stage.says("2h amb l'Alzinar")
    assert "Quin dia va ser?" in said(stage.marti.sends("sticker"), MARTI)
    assert "Quin dia va ser?" in stage.says("quantes hores queden?")
    assert "Quin dia va ser?" in stage.says("/inici")
    assert "Dimarts 2 de juny" in stage.presses("Ahir, dimarts 2")


def test_editing_the_message_puts_right_what_waits(stage: Stage) -> None:
    stage.says("Ahir 2h amb l'Alzinar")
    assert "Dimarts 2 de juny · 3 hores" in said(stage.marti.edits("2h", "3h"), MARTI)
    assert "no canvia" in said(stage.marti.edits("Ahir 3h amb l'Alzinar", "hola a tothom"), MARTI)
    stage.presses("Desa")
    assert stage.standing() == [("2020-06-02", 180, "reported")]


def test_somebody_who_goes_with_nobody_is_shown_home(stage: Stage) -> None:
    stage.bot.does("update assignment set state = 'proposed'")
    assert "No s'ha anotat" not in stage.says("Ahir 2h amb l'Alzinar")
    assert stage.sessions() == []


def test_data_notice_comes_before_the_first_report(stage: Stage) -> None:
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    assert "què es fa de les vostres dades" in stage.says("Ahir 2h amb l'Alzinar")
    stage.bot.passes(days=1)
    card = stage.presses("Ho he llegit, continua")
    assert "Sessió amb **l'Alzinar**" in card
    assert "Dimarts 2 de juny" in card, "yesterday of the day on which it was written"
    stage.presses("Desa")
    assert stage.standing()[0][:2] == ("2020-06-02", 120)


def test_what_tells_no_session_waits_for_the_notice_too(stage: Stage) -> None:
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    shown = stage.says("Quantes hores ens queden?")
    assert "El que heu escrit espera: es respondrà quan hàgiu llegit això." in shown
    assert "què es fa de les vostres dades" in shown
    stage.says("gràcies")
    answers = stage.presses("Ho he llegit, continua")
    assert "Les hores estan així:" in answers
    assert "Això no s'ha anotat com a sessió." in answers


def test_date_that_is_accepted_before_the_notice_is_read_waits_for_it(stage: Stage) -> None:
    stage.aina.says("dijous 18 a les 10")
    stage.aina.presses("Proposa-la")
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    stage.says("em va bé dijous 18 a les 10")
    assert "Accepteu aquesta data?\n**Dijous 18 de juny, a les 10 h**" in stage.presses("Ho he llegit, continua")


def test_notice_that_was_read_on_accepting_a_package_is_asked_for_no_more(stage: Stage) -> None:
    """The contact of the mentor is known, so that the yes is all there is to do and no other dialogue is opened."""
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    stage.bot.does("update assignment set state = 'proposed', mentor_at = null, exchanged_at = null")
    stage.bot.does("update mentor set contact = 'marti@girona.example'")
    stage.marti.says("/inici")
    stage.bot.press_data(MARTI, "Martí Solanelles", f"0:goyes.{stage.assignments[AINA]}")
    assert "Ja està acordat" in stage.presses("Ho he llegit, continua")
    again = stage.bot.press_data(MARTI, "Martí Solanelles", f"0:goyes.{stage.assignments[AINA]}")
    assert said(again, MARTI).count("Ja està acordat") == 1, "once is enough"
    assert "hem de trobar-nos" not in stage.says("hem de trobar-nos un dia")
    assert "llegit" not in stage.says("gràcies")


def test_mentor_who_is_contact_too_tells_sessions_where_another_dialogue_only_offers_buttons(stage: Stage) -> None:
    stage.bot.seats(MARTI, Role.CONTACT, "Puigferrer")
    stage.bot.press_data(MARTI, "Martí", f"0:start.{packages.body_of('Puigferrer')}")
    assert "Sessió amb **l'Alzinar**" in stage.says("Ahir 2h amb l'Alzinar")


def test_more_than_the_package_waits_for_the_commission_which_is_not_asked_about_its_own(stage: Stage) -> None:
    stage.bot.seats(3002, Role.COMMISSION, "Puigferrer")
    stage.tells("dilluns 3h amb l'Alzinar")
    assert "És més del que queda al paquet (1 hora)." in stage.says("Ahir 2h amb l'Alzinar")
    assert "Comptarà quan la Comissió Tècnica l'accepti." in stage.presses("Demana-ho a la Comissió")
    heard = stage.marti.presses("Desa")
    assert {one.to for one in heard if "Accepta-la" in one.labels} == {BERTA, NURIA}
    assert stage.held() == (60, 180)
    assert stage.standing()[-1] == ("2020-06-02", 0, "over")


def test_what_fits_in_the_package_can_be_noted_without_the_rest(stage: Stage) -> None:
    stage.tells("dilluns 3h amb l'Alzinar")
    stage.says("Ahir 2h amb l'Alzinar")
    assert "Dimarts 2 de juny · 1 hora" in stage.presses("Anota només 1 hora")
    stage.presses("Desa")
    assert stage.held() == (0, 240)
    assert "Anota només" not in " ".join(stage.marti.says("avui 1h amb l'Alzinar")[-1].labels)


def test_facts_are_judged_again_when_the_yes_comes(stage: Stage) -> None:
    stage.says("Ahir 3h amb l'Alzinar")
    do_more(stage)
    assert "És més del que queda al paquet (2 hores)." in stage.presses("Desa")
    assert len(stage.sessions()) == 1


def do_more(stage: Stage) -> None:
    """The office notes two hours for the same package meanwhile."""
    stage.nuria.says("/sessions")
    stage.nuria.presses("Mostra tots els paquets", "L'Alzinar", "Anota una sessió")
    stage.nuria.says("dilluns 2h")
    stage.nuria.presses("Desa")


def test_ahir_is_the_day_before_it_was_written_even_if_the_bot_was_away(stage: Stage) -> None:
    stage.bot.falls()
    stage.marti.says("Ahir 2h amb l'Alzinar")
    stage.bot.passes(days=2)
    assert "Dimarts 2 de juny" in said(stage.bot.rises(), MARTI)
    assert stage.bot.clock.now() - timedelta(days=2) > datetime(2020, 6, 3, 7, 0, tzinfo=MADRID)


@pytest.mark.parametrize(
    ("words", "pending"),
    [("desfes", True), ("Desfés-ho", False), ("vull desfer la sessió", True), ("desfes l'última", False)],
)
def test_undoing_can_be_written(stage: Stage, words: str, pending: bool) -> None:
    stage.tells("dilluns 1h amb l'Alzinar, en línia: contractes menors")
    if pending:
        stage.says("Ahir 2h amb l'Alzinar")
    assert "L'última sessió que heu desat:" in stage.says(words)
    stage.presses("Desfés")
    assert stage.standing() == [("2020-06-01", 0, "undone")]
    assert "L'última sessió" not in stage.says(words)


def test_what_is_said_of_a_session_that_waits_for_the_notice_waits_with_it(stage: Stage) -> None:
    stage.bot.does(f"update person set notice = null where id = {MARTI}")
    assert "La sessió espera: es mostrarà quan" in stage.says("ahir 2h amb l'Alzinar")
    for text in (
        "per Zoom",
        "no, van ser 3 hores",
        "era per Zoom",
        "divendres a les 10 hi tenim sessió",
        "gràcies",
    ):
        assert stage.says(text) == "Això també espera: es mirarà quan hàgiu llegit l'avís de dalt.", text
    shown = stage.presses("Ho he llegit, continua")
    assert "Dimarts 2 de juny · 3 hores · a distància" in shown
    assert "no ha canviat res" not in shown
    assert "**Divendres 5 de juny, a les 10 h**, amb l'Alzinar" in shown


def test_what_came_to_nothing_before_the_notice_was_read_is_said_word_by_word(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("això va com una seda", "dilluns 1h amb l'Alzinar")
    also = two.says("ahir 2h amb l'Alzinar i avui 1h amb el Comellar")
    assert "Aquestes 2 sessions també esperen: es mostraran quan hàgiu llegit l'avís de dalt." in also
    two.says(
        "quantes hores em queden?",
        "la setmana passada vam quedar un parell de cops amb el Comellar",
        "bla bla bla",
        "merci",
    )
    shown = two.presses("Ho he llegit, continua")
    assert (
        "Aquests 2 missatges no han canviat res:\n· «això va com una seda»\n· «bla bla bla»\n"
        "Si encara valen, torneu-los a escriure."
    ) in shown
    assert "4. El Comellar: per aclarir: el dia" in shown
    assert "Les hores estan així:" in shown
    assert "No s'ha entès" not in shown


def test_two_sessions_to_come_before_the_notice_was_read_are_not_taken_for_one(two: Stage) -> None:
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("dilluns a les 10 tenim sessió amb l'Alzinar", "divendres a les 11 tenim sessió amb el Comellar")
    shown = two.presses("Ho he llegit, continua")
    assert "Aquest missatge no ha canviat res:\n· «divendres a les 11 tenim sessió amb el Comellar»" in shown
    assert "Voleu proposar-la a l'Alzinar?" in shown
    two.presses("No cal")
    two.bot.does(f"update person set notice = null where id = {MARTI}")
    two.says("divendres a les 10 hi torno", "ahir 2h amb l'Alzinar")
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in two.presses("Ho he llegit, continua")
