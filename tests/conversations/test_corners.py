"""What the transcripts do not show: the corners of the journey, each in two or three moves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from conversations.calls import parse
from conversations.intake import sheets, summary
from conversations.protocol import scenes
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from locales import plain, translate
from tests.conversation import ANSWERS, CALL, Conversation, Somebody, said

LATE = datetime(2020, 5, 9, 0, 3, tzinfo=MADRID)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def aina(bot: Conversation) -> Somebody:
    """A contact of l'Alzinar who has opened the bot."""
    bot.seats(1001, Role.CONTACT, "l'Alzinar")
    aina = Somebody(bot, 1001, "Aina Soler")
    aina.starts()
    return aina


@pytest.fixture
def pol(bot: Conversation) -> Somebody:
    """Somebody without an invitation."""
    return Somebody(bot, 3001, "Pol Vidal")


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    """The office."""
    bot.seats(2001, Role.OFFICE)
    return Somebody(bot, 2001, "Núria Camps")


def test_start_before_any_call_says_so_and_offers_to_tell(bot: Conversation, aina: Somebody) -> None:
    for table in ("watch", "call"):
        bot.does(f"delete from {table}")
    heard = said(aina.starts(), aina.id)
    assert "Ara no hi ha cap convocatòria oberta per a l'Ajuntament de l'Alzinar" in heard
    assert "us avisarem" in said(aina.presses("Avisa'm quan s'obri"), aina.id)
    assert "no hi teniu cap sol·licitud" in said(aina.says("/estat"), aina.id)
    assert "Ara no hi ha cap convocatòria" in said(bot.press_data(1001, aina.name, "0:go.inventat-1"), aina.id)


def test_an_answer_typed_after_the_close_is_not_saved_and_that_is_said(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(6)
    bot.moves(LATE)
    heard = said(aina.says(ANSWERS["need"]), aina.id)
    assert "El termini es va acabar ahir, divendres 8 de maig" in heard
    assert "aquesta última resposta, no" in heard
    assert "need" not in bot.answers("inventat-1")


def test_a_correction_typed_after_the_close_leaves_what_was_sent(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(13)
    aina.sends_application()
    aina.says("/inici")
    aina.presses("Corregeix una resposta", "4. Títol")
    bot.moves(LATE)
    heard = said(aina.says("Un altre títol"), aina.id)
    assert "ja no es pot canviar" in heard
    assert bot.answers("inventat-1")["title"] == ANSWERS["title"]


@pytest.mark.parametrize("press", ["Comença", "Mostra'm totes les preguntes", "Aquesta vegada no"])
def test_the_first_screen_after_the_close_says_so(bot: Conversation, aina: Somebody, press: str) -> None:
    bot.moves(LATE)
    assert "El termini es va acabar ahir" in said(aina.presses(press), aina.id)
    assert bot.answers("inventat-1") == {}


def test_the_notice_read_after_the_close_is_noted_and_the_close_is_said(bot: Conversation, aina: Somebody) -> None:
    aina.presses("Comença")
    bot.moves(LATE)
    assert "El termini es va acabar ahir" in said(aina.presses("Ho he llegit, continua"), aina.id)
    assert bot.rows("select notice from person where id = 1001") == [{"notice": "2020-04"}]


def test_the_notice_is_read_by_its_button_only(aina: Somebody) -> None:
    aina.presses("Comença")
    shown = aina.says("Aina Soler, tècnica de promoció econòmica")
    assert "El que heu escrit encara no s'ha desat: abans llegiu què es fa de les vostres dades." in said(
        shown, aina.id
    )
    assert isinstance(aina.scene, scenes.ReadingNotice)
    assert "Pregunta 1 de 12" in said(aina.presses("Ho he llegit, continua"), aina.id)


def test_a_fourth_topic_is_refused_and_the_three_stay(aina: Somebody) -> None:
    aina.answers_until(5)
    aina.presses("Jovent", "Habitatge", "Moneda local")
    assert "Trieu 3 opcions com a màxim" in said(aina.presses("Finances ètiques"), aina.id)
    assert aina.scene.toggled == ("youth", "currency", "housing")


def test_a_list_without_marks_is_not_done(aina: Somebody) -> None:
    aina.answers_until(5)
    assert "Trieu almenys una opció" in said(aina.presses("Ja està"), aina.id)


def test_going_back_to_a_list_shows_its_marks(aina: Somebody) -> None:
    aina.answers_until(6)
    (asked,) = [one for one in aina.presses("Torna enrere") if not one.edited]
    assert "✓ Jovent (triat)" in asked.labels


def test_going_back_from_what_depends_returns_to_its_question(aina: Somebody) -> None:
    aina.answers_until(9)
    aina.presses("Sí, totes dues", "Torna enrere")
    assert aina.scene.question == "covid"


def test_leaving_with_everything_answered_says_that_only_sending_is_left(aina: Somebody) -> None:
    aina.answers_until(9)
    aina.says("No", ANSWERS["means"], ANSWERS["involvement"], ANSWERS["modality"])
    aina.presses("Corregeix una resposta", "9. Covid-19", "Sí, totes dues")
    assert "només falta enviar-la" in said(aina.presses("Desa i surt"), aina.id)


def test_an_attachment_at_an_optional_line_says_which(aina: Somebody) -> None:
    aina.answers_until(13)
    aina.presses("Afegeix una dada opcional", "Telèfon")
    assert "Som en una dada opcional: telèfon" in said(aina.sends("photo"), aina.id)


def test_an_edit_that_changes_nothing_is_not_answered(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(3)
    message = bot.mine(1001, ANSWERS["position"])
    assert bot.edits(1001, aina.name, message.id, f" {ANSWERS['position']} ") == []


def test_an_edit_of_what_gave_no_answer_is_not_answered(bot: Conversation, aina: Somebody) -> None:
    aina.says("hola")
    assert aina.edits("hola", "hola a tothom") == []


def test_an_old_button_to_go_on_shows_what_was_sent(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(13)
    aina.sends_application()
    assert "rebuda" in said(bot.press_data(aina.id, aina.name, "0:go.inventat-1"), aina.id)


def test_access_given_to_whoever_came_in_by_an_invitation_is_one_seat(
    bot: Conversation, pol: Somebody, nuria: Somebody
) -> None:
    pol.says("/start", "salt")
    pol.presses("Salt", "Ho he llegit, continua")
    pol.opens("Salt")
    nuria.presses("Dona-li accés")
    assert len(bot.rows("select * from seat where person = 3001 and until is null")) == 1
    assert "Teniu temps" in said(pol.says("/start"), pol.id)


def test_two_pressed_send_in_two_phones_and_it_is_withdrawn_meanwhile(bot: Conversation, aina: Somebody) -> None:
    """The number stays the one that was given: a second sending would leave a gap."""
    bot.seats(1002, Role.CONTACT, "l'Alzinar")
    marc = Somebody(bot, 1002, "Marc Ribes")
    aina.answers_until(13)
    marc.starts()
    marc.presses("Continua", "Ho he llegit, continua", "Continua", "Hi estem d'acord", "No")
    aina.presses("Continua", "Envia la sol·licitud")
    aina.presses("Mostra la sol·licitud", "Retira la sol·licitud", "Retira-la")
    assert "retirada" in said(marc.presses("Envia la sol·licitud"), marc.id)
    assert bot.rows("select number, status from application") == [{"number": "2020-1-001", "status": "withdrawn"}]


def test_withdrawing_what_a_colleague_withdrew_says_so(bot: Conversation, aina: Somebody) -> None:
    bot.seats(1002, Role.CONTACT, "l'Alzinar")
    marc = Somebody(bot, 1002, "Marc Ribes")
    marc.starts()
    marc.presses("Comença", "Ho he llegit, continua")
    aina.answers_until(13)
    aina.sends_application()
    for one in (aina, marc):
        one.says("/estat")
        one.presses("Retira la sol·licitud")
    aina.presses("Retira-la")
    assert "retirada" in said(marc.presses("Retira-la"), marc.id)
    assert len(bot.rows("select * from audit where action = 'Withdraw'")) == 1


def test_an_answer_to_what_a_colleague_has_sent_is_a_new_version(bot: Conversation, aina: Somebody) -> None:
    bot.seats(1002, Role.CONTACT, "l'Alzinar")
    marc = Somebody(bot, 1002, "Marc Ribes")
    aina.answers_until(12)
    marc.starts()
    marc.presses("Continua", "Ho he llegit, continua")
    aina.says(ANSWERS["modality"])
    aina.sends_application()
    heard = marc.says("Presencial")
    assert "continua enviada; aquesta és la versió 2" in said(heard, marc.id)
    assert "ha canviat una resposta vostra: modalitat" in said(heard, aina.id)


def test_status_of_several_councils_in_one_message(bot: Conversation) -> None:
    somebody = Somebody(bot, 1001, "Aina Soler")
    for council in ("l'Alzinar", "Puigferrer", "el Comellar", "Salt"):
        bot.seats(1001, Role.CONTACT, council)
    somebody.starts()
    for council, until in (("L'Alzinar", 13), ("Puigferrer", 13), ("El Comellar", 7)):
        somebody.starts()
        somebody.presses(council)
        somebody.answers_until(until)
        if until == 13:
            somebody.sends_application()
    somebody.starts()
    somebody.presses("Puigferrer", "Retira la sol·licitud", "Retira-la")
    assert said(somebody.says("/estat"), 1001).split("\n") == [
        "Sol·licitud 2020-1-001 de l'Alzinar: rebuda.",
        "Sol·licitud 2020-1-002 de Puigferrer: retirada.",
        "La sol·licitud del Comellar és a la pregunta 7 de 12. Us falten uns 5 minuts.",
        "Salt: sense començar.",
    ]


def test_asking_access_twice_for_the_same_council_asks_once(bot: Conversation, pol: Somebody) -> None:
    for _ in range(2):
        pol.says("/start")
        if "Busca un altre ajuntament" in bot.labels(pol.id):
            pol.presses("Busca un altre ajuntament")
        pol.says("salt")
        pol.presses("Salt")
        heard = pol.presses("Ho he llegit, continua")
    assert "Us avisarem quan respongui" in said(heard, pol.id)
    assert len(bot.rows("select * from access_request")) == 1


def test_an_attachment_where_a_button_is_expected_is_answered(pol: Somebody) -> None:
    pol.says("/start", "salt")
    assert "Encara no puc llegir imatges" in said(pol.sends("photo"), pol.id)
    assert isinstance(pol.scene, scenes.ChoosingBody)


def test_a_role_is_chosen_by_its_button(nuria: Somebody) -> None:
    nuria.says("/convida")
    assert "Toqueu un dels botons" in said(nuria.says("el meu veí"), nuria.id)


def test_an_answer_to_a_question_is_text(bot: Conversation, nuria: Somebody, pol: Somebody) -> None:
    pol.says("/ajuda")
    pol.presses("Escriu a l'Oficina Tècnica")
    pol.says("Hi podem participar?")
    nuria.presses("Respon")
    assert "Encara no puc escoltar àudios" in said(nuria.sends("voice"), nuria.id)
    assert isinstance(nuria.scene, scenes.AnsweringHelp)


def test_a_seat_that_ends_meanwhile_ends_the_dialogue_without_a_change(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(6)
    bot.does("update seat set until = '2020-05-05 08:00:00' where person = 1001")
    assert "Ja no sou contacte" in said(aina.says(ANSWERS["need"]), aina.id)
    assert "need" not in bot.answers("inventat-1")
    assert "De quin ajuntament" in said(aina.says("/inici"), aina.id)


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("Hi ha tres arbres", "Hi ha cinc arbres", ("Hi ha [tres] arbres", "Hi ha [cinc] arbres")),
        ("una dues", "una dues tres", ("una dues", "una dues [tres]")),
        ("a a", "a", ("a [a]", "a")),
        ("vell", "nou", ("[vell]", "[nou]")),
        ("1 2 3 4 5 6 x 6 5 4 3 2 1", "1 2 3 4 5 6 y 6 5 4 3 2 1", ("… 2 3 4 5 6 [x] 6 5 4 3 2 …",) * 2),
        ("a", "b" * 300, ("[a]", f"[{'b' * 100} … {'b' * 100}]")),
    ],
)  # fmt: skip
def test_excerpts_show_what_changed(before: str, now: str, shown: tuple[str, str]) -> None:
    earlier, later = (translate(one).replace("<b>", "[").replace("</b>", "]") for one in summary.excerpts(before, now))
    assert (earlier, later.replace("y", "x")) == tuple(f"«{one}»" for one in shown)


def test_what_follows_names_the_day_of_the_answer_once_it_is_set() -> None:
    call = replace(parse(CALL.read_text(encoding="utf-8")), decision=date(2020, 5, 20))
    assert "Tindreu la resposta el 20 de maig" in plain(sheets.what_follows(call))


@pytest.mark.parametrize("moves", [("Continua",), ("Continua", "Hi estem d'acord"), ("Continua", "Torna enrere")])
def test_a_text_where_a_button_is_expected_moves_nothing(aina: Somebody, moves: tuple[str, ...]) -> None:
    aina.answers_until(13)
    aina.presses(*moves)
    before = aina.scene
    assert "Toqueu un dels botons" in said(aina.says("d'acord, endavant"), aina.id)
    assert aina.scene == before


def test_going_back_from_the_commitments_shows_the_summary(aina: Somebody) -> None:
    aina.answers_until(13)
    aina.presses("Continua")
    assert "Ja ho teniu tot" in said(aina.presses("Torna enrere"), aina.id)


@pytest.mark.parametrize("moves", [(), ("Continua",), ("Continua", "Hi estem d'acord", "No")])
def test_a_button_pressed_after_the_close_sends_nothing(
    bot: Conversation, aina: Somebody, moves: tuple[str, ...]
) -> None:
    aina.answers_until(13)
    aina.presses(*moves)
    button = {0: "Continua", 1: "Hi estem d'acord", 3: "Envia la sol·licitud"}[len(moves)]
    bot.moves(LATE)
    assert "no s'ha pogut enviar" in said(aina.presses(button), aina.id)
    assert bot.rows("select number from application") == [{"number": None}]


def test_a_change_confirmed_after_the_close_changes_nothing(bot: Conversation, aina: Somebody) -> None:
    aina.answers_until(13)
    aina.presses("Corregeix una resposta", "9. Covid-19", "No")
    bot.moves(LATE)
    assert "El termini es va acabar ahir" in said(aina.presses("Canvia-la i treu això"), aina.id)
    assert bot.answers("inventat-1")["covid"] == "economic"


def test_an_edit_of_a_message_that_a_colleague_has_corrected_changes_nothing(bot: Conversation, aina: Somebody) -> None:
    bot.seats(1002, Role.CONTACT, "l'Alzinar")
    marc = Somebody(bot, 1002, "Marc Ribes")
    aina.answers_until(5)
    marc.starts()
    marc.presses("Continua", "Ho he llegit, continua", "Torna enrere")
    heard = marc.says("Comprar a cooperatives del poble")
    assert "ha canviat una resposta vostra: títol" in said(heard, aina.id)
    assert "es va canviar després d'aquest missatge" in said(aina.edits("Comprar", "Vendre"), aina.id)
    assert bot.answers("inventat-1")["title"] == "Comprar a cooperatives del poble"


def test_a_colleague_who_left_is_not_told_of_a_change(bot: Conversation, aina: Somebody) -> None:
    bot.seats(1002, Role.CONTACT, "l'Alzinar")
    marc = Somebody(bot, 1002, "Marc Ribes")
    aina.answers_until(5)
    bot.does("update seat set until = '2020-05-05 08:00:00' where person = 1001")
    marc.starts()
    marc.presses("Continua", "Ho he llegit, continua", "Torna enrere")
    assert {one.to for one in marc.says("Un títol nou")} == {1002}


def test_a_group_is_answered_to_commands_only(bot: Conversation, aina: Somebody) -> None:
    assert "en privat" in said(bot.in_group(1001, aina.name, "estat"), -500)
    assert bot.says_in_group(1001, aina.name, "hola a tothom") == []


def test_a_first_message_in_another_way_is_asked_for_the_council(pol: Somebody) -> None:
    heard = pol.says("Bon dia, voldria informació sobre el que feu")
    assert "De quin ajuntament o consell comarcal" in said(heard, pol.id)
    assert isinstance(pol.scene, scenes.FindingBody)


def test_a_press_that_the_help_does_not_know_is_kindly_refused(bot: Conversation, aina: Somebody) -> None:
    aina.says("/ajuda")
    aina.presses("Escriu a l'Oficina Tècnica")
    turn = bot.state(1001).turn
    assert "ja no fa res" in said(bot.press_data(1001, aina.name, f"{turn}:dance"), aina.id)
    assert isinstance(aina.scene, scenes.AskingHelp)
