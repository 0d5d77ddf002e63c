"""Few words about sessions that wait: one value more, what it was about, or that one of them is to go."""

from __future__ import annotations

import pytest

from conversations.mentoring import spoken
from conversations.protocol.scenes import Reporting
from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

TUESDAY = "Dimarts 2 de juny"
OTHERWISE = [
    ("3h", f"{TUESDAY} · 3 hores"),
    ("hora i mitja", f"{TUESDAY} · 1 hora i 30 minuts"),
    ("eren 3", f"{TUESDAY} · 3 hores"),
    ("ai no, 3h", f"{TUESDAY} · 3 hores"),
    ("*3h", f"{TUESDAY} · 3 hores"),
    ("presencial", f"{TUESDAY} · 2 hores · presencial"),
    ("dilluns", "Dilluns 1 de juny · 2 hores"),
    ("dilluns, no ahir", "Dilluns 1 de juny · 2 hores"),
    ("perdó: dilluns", "Dilluns 1 de juny · 2 hores"),
    ("tema: contractes menors", "Tema: contractes menors"),
    ("era sobre contractes menors", "Tema: contractes menors"),
    ("i el tema era contractes menors", "Tema: contractes menors"),
    ("millor diguem hora i mitja", f"{TUESDAY} · 1 hora i 30 minuts"),
    ("posa-hi 3 hores", f"{TUESDAY} · 3 hores"),
    ("el tema de la primera era contractes menors", "Tema: contractes menors"),
]


def test_value_by_itself_puts_right_what_is_shown_and_tells_no_other_session(stage: Stage) -> None:
    for text, shown in OTHERWISE:
        stage.says("ahir 2h amb l'Alzinar")
        card = stage.says(text)
        assert "Sessió amb **l'Alzinar**" in card, text
        assert shown in card, text
        stage.presses("Descarta")


NEITHER = ["gràcies", "espera", "3", "què?"]


@pytest.mark.parametrize("text", NEITHER)
def test_what_says_nothing_of_a_session_changes_nothing_and_says_that_it_waits(stage: Stage, text: str) -> None:
    stage.says("ahir 2h amb l'Alzinar")
    answer = stage.says(text)
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in answer
    assert "Encara no s'ha desat res" in answer or "Les hores estan així" in answer


def test_two_sessions_in_few_words_are_not_written_over_the_one_that_waits(stage: Stage) -> None:
    stage.says("ahir 2h amb l'Alzinar")
    assert "1. L'Alzinar: dimarts 2 de juny · 2 hores" in stage.says("3h i dilluns 1h")


GOES = [
    ("res, la de dilluns no la posis", "dimarts"),
    ("la de l'Alzinar no l'anotis", "el comellar"),
    ("treu la 2", "dimarts"),
    ("esborra la d'ahir", "dilluns"),
    ("no desis la de 1h", "dimarts"),
    ("l'última no la desis", "dimarts"),
    ("descarta la primera", "dilluns"),
    ("la segona no, descarta-la", "dimarts"),
    ("la de dilluns, treu-la", "dimarts"),
    ("la segona no", "dimarts"),
    ("borra la de dilluns", "dimarts"),
]


def test_one_of_several_goes_by_what_is_said_of_it(two: Stage) -> None:
    for text, stays in GOES:
        two.says("ahir 2h amb el Comellar i dilluns 1h amb l'Alzinar")
        left = two.says(text)
        gone, _, waits = left.partition("L'altra us continua esperant")
        assert "Descartada:\n· " in gone, text
        assert stays in waits.casefold(), text
        assert stays not in gone.casefold(), text
        two.presses("Descarta")


def test_which_one_is_to_go_is_asked_if_it_is_not_plain(two: Stage) -> None:
    two.says("ahir 2h amb el Comellar i dilluns 1h amb l'Alzinar")
    for text in ("treu la de divendres", "treu la 7"):
        assert "Quina voleu descartar?" in two.says(text)
    assert two.marti.says("treu la 7")[-1].labels[0].startswith("1. El Comellar")


def test_one_more_session_is_no_answer_about_the_one_that_is_asked_about(stage: Stage) -> None:
    asked = stage.marti.says("em sembla que el 28, 45 min per telèfon amb l'Alzinar")
    assert "Dijous 28 de maig" in asked[-1].labels
    listed = stage.says("també el 29 vaig anar-hi tota la tarda")
    assert (
        "1. L'Alzinar: 45 minuts · a distància · per aclarir: el dia\n2. L'Alzinar: divendres 29 de maig · presencial"
        in listed
    )


def test_answer_that_is_not_understood_is_said_to_be_so(two: Stage) -> None:
    two.says("ahir 2h")
    for text in ("no ho sé", "quin?", "ok"):
        answer = two.says(text)
        assert (
            "No s'ha entès la resposta, i no s'ha perdut res. Torneu a respondre o toqueu un botó de sota.\n" in answer
        )
        assert "Amb quin ajuntament va ser?" in answer
    two.presses("L'Alzinar", "Desa")
    asked = two.says("ahir 2h amb l'Alzinar")
    assert "No s'ha anotat dues vegades." in asked
    assert two.says("espereu, ara us ho dic").endswith(f"toqueu un botó de sota.\n\n{asked}")
    assert "Dilluns 1 de juny · 2 hores" in two.says("espera no, va ser dilluns")


@pytest.mark.parametrize("text", ["ok", "Correcte!", "perfecte", "tot bé", "d'acord", "👍", "sí, correcte"])
def test_whoever_agrees_saves_what_is_shown_whole(text: str) -> None:
    assert spoken.button(Reporting(()), text, ("7:save",)) == "7:save"
    assert spoken.button(Reporting(()), text, ("7:save", "0:plan.1")) is None
    assert spoken.button(Reporting(()), text, ("7:c.1",)) is None


def test_saved_at_once_with_a_thumb(stage: Stage) -> None:
    stage.says("ahir 2h amb l'Alzinar")
    assert "Desada." in said(stage.marti.says("👍"), MARTI)


SAID = [
    ("no, va ser 1h", "Va ser: 1 hora.", 60),
    ("va durar hora i mitja", "Va ser: 1 hora i 30 minuts.", 90),
    ("va ser dilluns", "Va ser: dilluns 1 de juny.", 120),
    ("era presencial", "Va ser: presencial.", 120),
]


@pytest.mark.parametrize(("text", "shown", "minutes"), SAID)
def test_council_that_says_in_words_how_it_was_is_asked_and_corrects_with_one_tap(
    stage: Stage, text: str, shown: str, minutes: int
) -> None:
    stage.tells("ahir 2h amb l'Alzinar, en línia")
    asked = said(stage.aina.says(text), AINA)
    assert (
        "Voleu dir que cal corregir aquesta sessió?\nS'havia anotat: dimarts 2 de juny · 2 hores · a distància" in asked
    )
    assert shown in asked
    assert shown in said(stage.aina.presses("Sí, corregeix-la"), MARTI)
    stage.marti.presses("Hi estic d'acord")
    assert stage.standing()[0][1:] == (minutes, "confirmed")


def test_council_changes_its_mind_about_what_it_says_or_leaves_it(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.says("va ser dilluns")
    assert "30 minuts" in said(stage.aina.says("no, va ser 30 minuts"), MARTI)
    stage.aina.presses("Retira-ho")
    stage.aina.says("va ser dilluns")
    assert "Queda com es va anotar" in said(stage.aina.presses("Deixa-la igual"), AINA)
    assert "És el que hi ha anotat, i encara no s'ha respost res." in said(stage.aina.says("sí, va ser dimarts"), AINA)


def test_mentor_who_says_no_to_a_claim_is_shown_it_with_its_buttons(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.says("no, va ser 1h")
    stage.aina.presses("Sí, corregeix-la")
    heard = stage.marti.says("no, no va ser així")
    assert heard[-1].labels == ["Hi estic d'acord", "No hi estic d'acord"]


CHANGES = [
    "no és correcte: van ser 3 hores",
    "canvia la d'ahir a 3h",
    "podeu canviar la de dimarts a 3 hores?",
    "modifica-la a 3 hores",
    "no, eren 3 hores",
]


@pytest.mark.parametrize("text", CHANGES)
def test_change_that_is_asked_for_is_a_correction(stage: Stage, text: str) -> None:
    stage.says("ahir 2h amb l'Alzinar")
    assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 3 hores" in stage.says(text)
    stage.says("no, eren 2 hores")
    stage.presses("Desa")
    assert "Abans: 2 hores. Ara: 3 hores." in stage.says(text)


def test_saved_session_that_is_not_to_count_is_shown_while_another_waits(two: Stage) -> None:
    two.tells("ahir 1h amb el Comellar")
    two.says("dilluns 2h amb l'Alzinar")
    shown = two.says("la del comellar d'ahir no compta")
    assert "Aquesta sessió ja està desada" in shown
    assert "Dilluns 1 de juny · 2 hores" in shown
    assert "No és cap de les que esperen" in two.says("la de divendres no la posis")
    assert "No és cap de les que esperen" in two.says("la de Girona no la posis")


def test_undo_that_is_written_of_none_in_particular_lists_them(two: Stage) -> None:
    two.tells("ahir 1h amb el Comellar")
    two.tells("dilluns 2h amb l'Alzinar")
    heard = two.bot.press_data(MARTI, "Martí Solanelles", "0:several.sundo")
    assert "Encara no ha canviat res. Quina voleu desfer?" in said(heard, MARTI)
    assert heard[-1].labels == ["Desfés la de dilluns 1 de juny", "Desfés la de dimarts 2 de juny"]
    assert "Desfeta" in two.presses("Desfés la de dimarts 2 de juny")


def test_who_writes_that_a_date_is_to_be_moved_is_shown_it(two: Stage) -> None:
    assert "Les hores estan així" in two.says("es pot canviar a divendres a les 12?")
    two.says("dijous a les 10 quedem amb l'Alzinar per teams")
    two.presses("Proposa-la")
    agreed = two.aina.presses("Em va bé")
    assert "**Dijous 4 de juny, a les 10 h**, amb l'Alzinar" in said(agreed, MARTI)
    assert "amb l'Alzinar" not in said(agreed, AINA)
    for text in ("es pot canviar a divendres a les 12?", "anul·la la sessió de dijous"):
        assert two.marti.says(text)[-1].labels == ["Canvia el dia", "Anul·la-la"]


def test_council_that_asks_for_its_hours_reads_them(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    assert "Per confirmar: 2 hores. Queden: 2 hores." in said(stage.aina.says("quantes hores ens queden?"), AINA)


OF_ONE = [
    ("la primera eren 3h", "1. L'Alzinar: dimarts 2 de juny · 3 hores\n2. El Comellar: dilluns 1 de juny · 1 hora\n"),
    ("la segona va ser presencial", "2. El Comellar: dilluns 1 de juny · 1 hora · presencial"),
    ("la del Comellar era per telèfon", "2. El Comellar: dilluns 1 de juny · 1 hora · a distància"),
    ("canvia la primera a 1h30", "1. L'Alzinar: dimarts 2 de juny · 1 hora i 30 minuts"),
    ("la 2: dimarts", "2. El Comellar: dimarts 2 de juny"),
    ("l'última va durar mitja hora", "2. El Comellar: dilluns 1 de juny · 30 minuts"),
    ("la d'ahir era sobre plecs", "1. L'Alzinar: dimarts 2 de juny · 2 hores · plecs"),
    ("la primera presencial i van ser 40 minuts", "1. L'Alzinar: dimarts 2 de juny · 40 minuts · presencial"),
    ("la segona en línia i 10 minuts", "2. El Comellar: dilluns 1 de juny · 10 minuts · a distància\n"),
    ("millor diguem que la segona 25 minuts", "2. El Comellar: dilluns 1 de juny · 25 minuts"),
    ("el tema de la 1 era estatuts de cooperativa", "2 hores · estatuts de cooperativa\n2. El Comellar"),
    ("el tema de la primera era: estatuts", "1. L'Alzinar: dimarts 2 de juny · 2 hores · estatuts\n"),
    ("el tema de la del Comellar: estatuts", "2. El Comellar: dilluns 1 de juny · 1 hora · estatuts\n"),
    (
        "la primera presencial i la segona per zoom",
        "2 hores · presencial\n2. El Comellar: dilluns 1 de juny · 1 hora · a distància",
    ),
]


def test_one_of_several_is_put_right_by_its_place_or_by_what_it_is(two: Stage) -> None:
    for text, line in OF_ONE:
        two.says("ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
        assert line in two.says(text), text
        two.presses("Descarta-les")


def test_place_that_is_not_there_puts_nothing_right(two: Stage) -> None:
    two.says("ahir 2h amb l'Alzinar i dilluns 1h amb el Comellar")
    for text in ("la cinquena va ser presencial", "la de Girona era presencial", "el tema de la 7 era presencial"):
        listed = two.says(text)
        assert "presencial" not in listed, text


def test_weekday_of_the_week_before_is_offered_and_not_taken_for_the_one_of_this_week(stage: Stage) -> None:
    days = stage.marti.says("la setmana passada 1h amb l'Alzinar")[-1].labels
    assert (days[0], days[4], days[5]) == ("Dilluns 25 de maig", "Divendres 29 de maig", "Un altre dia")
    asked = stage.marti.says("dilluns")
    assert asked[-1].labels[0] == "Dilluns 25 de maig"
    assert "Dilluns 25 de maig · 1 hora" in stage.presses("Dilluns 25 de maig")
    stage.presses("Descarta")
    stage.says("la setmana passada 1h amb l'Alzinar")
    assert "Dijous 28 de maig · 1 hora" in stage.says("dijous")
    stage.presses("Descarta")
    stage.says("1h amb l'Alzinar")
    assert "Dilluns 1 de juny · 1 hora" in stage.says("dilluns")


def test_day_on_which_it_could_not_be_is_not_offered(stage: Stage) -> None:
    for text in (
        "2h amb l'Alzinar, en principi demà però ahir no va poder ser",
        "2h amb l'Alzinar per zoom, no va poder ser ahir",
        "ayer no pudo ser, 2h zoom con l'Alzinar",
        "Ahir no es va poder fer i vam fer 2h amb l'Alzinar",
    ):
        labels = stage.marti.says(text)[-1].labels
        assert labels[:2] == ["Avui, dimecres 3", "Un altre dia"], text
        stage.presses("Descarta")
    only_the_way = stage.marti.says("Ahir no va poder ser presencial, 2h zoom amb l'Alzinar")[-1].labels
    assert "Ahir, dimarts 2" in only_the_way


def test_no_of_something_else_changes_nothing_of_what_waits(stage: Stage) -> None:
    stage.says("dilluns 2h amb l'Alzinar")
    for text in ("no em va bé dimarts", "no he pogut enviar l'acta d'ahir"):
        assert "Dilluns 1 de juny · 2 hores" in stage.says(text), text


@pytest.mark.parametrize("text", ["no, era amb el Comellar", "amb el Comellar", "va ser amb la gent del Comellar"])
def test_another_council_puts_right_what_is_shown(two: Stage, text: str) -> None:
    two.says("ahir 2h amb l'Alzinar")
    assert "Sessió amb **el Comellar**\nDimarts 2 de juny · 2 hores" in two.says(text)


SAVED = [
    ("no, era amb el Comellar", "dilluns 1 de juny amb l'Alzinar", "Abans: amb l'Alzinar. Ara: amb el Comellar."),
    ("no, la d'ahir era amb l'Alzinar", "dimarts 2 de juny amb el Comellar", "Ara: amb l'Alzinar."),
    ("la del Comellar va ser dilluns", "dimarts 2 de juny amb el Comellar", "Ara: dilluns 1 de juny."),
    ("no, la de l'Alzinar va ser ahir", "dilluns 1 de juny amb l'Alzinar", "Ara: dimarts 2 de juny."),
]


@pytest.mark.parametrize(("text", "session", "change"), SAVED)
def test_saved_session_is_put_right_by_what_is_said_of_it(two: Stage, text: str, session: str, change: str) -> None:
    two.tells("ahir 2h amb el Comellar")
    two.tells("dilluns 1h amb l'Alzinar")
    asked = two.says(text)
    assert f"Sessió de {session}. " in asked
    assert change in asked
    assert "Queda com estava." in two.presses("Deixa-la igual")


def test_of_what_was_told_long_ago_nothing_is_changed_by_a_few_words(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.bot.passes(days=9)
    assert "Voleu canviar" not in stage.says("va ser dilluns")


def test_place_of_a_session_is_no_answer_where_one_waits_and_others_are_saved(stage: Stage) -> None:
    stage.tells("dilluns 30 minuts amb l'Alzinar, en línia")
    stage.says("ahir 45 minuts amb l'Alzinar, en línia")
    asked = stage.says("no, la primera era presencial")
    assert "Només espera aquesta, i n'hi ha de desades." in asked
    assert "Dimarts 2 de juny · 45 minuts · a distància" in asked
    stage.presses("Desa")
    corrected = stage.says("no, la primera era presencial")
    assert "Sessió de dilluns 1 de juny" in corrected
    assert "Ara: 30 minuts · presencial." in corrected


@pytest.mark.parametrize("text", ["borra-la", "deixa-ho tot, descarta-les", "al final res, esborra-ho"])
def test_what_waits_is_discarded_in_other_words(text: str) -> None:
    assert spoken.discards(text)
