"""Sending: the messages are held and read, a second person confirms, and every council is told once (N13)."""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody, said, seen
from tests.conversations.decisions.conftest import ARBUCIES, CALLUS, CARDEDEU, NAVAS, SALT, send
from tests.support.decided import MEETING, Commission


def letters(bot: Conversation) -> list[dict[str, object]]:
    return bot.rows("select * from letter where matter is not null order by id")


def document(bot: Conversation, person: int) -> str:
    """The text of the last document that somebody was sent."""
    (row,) = bot.rows(
        "select document from letter where chat = :chat and document is not null order by id desc limit 1", chat=person
    )
    return json.dumps(json.loads(str(row["document"])), ensure_ascii=False)


def states(bot: Conversation) -> dict[int, str]:
    return {int(str(row["chat"])): str(row["state"]) for row in letters(bot)}


def test_deciding_is_silent(decided: Commission, bot: Conversation, nuria: Somebody) -> None:
    aina = decided.councils[SALT].contact
    assert "en estudi" in said(aina.says("/estat"), aina.id)
    assert "en estudi" in said(aina.says("/inici"), aina.id)
    assert letters(bot) == []
    heard = said(aina.says("/les_meves_dades"), aina.id)
    assert "concedida" not in heard
    held = bot.rows("select document from letter where document is not null and chat = 1001 order by id desc")
    assert not any("granted" in str(row["document"]) for row in held)


def test_what_is_held_is_nowhere_to_be_seen_by_the_council(
    decided: Commission, bot: Conversation, berta: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Llegeix els 5 missatges")
    assert set(states(bot).values()) == {"held"}
    aina = decided.councils[SALT].contact
    aina.says("/les_meves_dades")
    files = bot.rows("select document from letter where document is not null and chat = 1001")
    assert files
    assert not any("Bones notícies" in str(row["document"]) for row in files)


def test_preview_is_letter_for_letter_what_arrives(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    read = [said(berta.presses("Llegeix els 5 missatges"), berta.id)]
    read += [said(berta.presses("Passa al següent"), berta.id) for _ in range(4)]
    held = {int(str(row["chat"])): str(row["text"]) for row in letters(bot)}
    send(berta, oriol)
    for council, shown in zip((SALT, ARBUCIES, CARDEDEU, NAVAS), read, strict=False):
        contact = decided.councils[council].contact.id
        arrived = bot.chats[contact][-1].text
        assert arrived == held[contact]
        assert seen(arrived) in shown
    assert states(bot) == {1001: "sent", 1002: "sent", 1003: "sent", 1004: "sent", 0: "blocked"}


def test_nothing_goes_before_a_second_person_confirms(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    berta.says("/inici")
    heard = berta.presses("Envia'ls")
    assert "Ho ha de confirmar una altra persona" in said(heard, berta.id)
    assert "Confirma l'enviament" not in bot.labels(berta.id)
    for other in (oriol, nuria):
        assert "Berta Mas demana enviar els 5 missatges" in said(heard, other.id)
    assert set(states(bot).values()) == {"held"}
    (dispatch,) = bot.rows("select id from dispatch")
    own = bot.press_data(berta.id, berta.name, f"0:confirmsend.2020-1.{dispatch['id']}")
    assert "Ho ha de confirmar una altra persona" in said(own, berta.id)
    assert set(states(bot).values()) == {"held"}


def test_every_decision_is_told_at_once_and_once(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    heard = send(berta, oriol)
    assert "s'envien 5 missatges" in said(heard, oriol.id)
    assert "Oriol Pi ha confirmat l'enviament" in said(heard, berta.id)
    rows = bot.rows("select told_at, dispatch, answer_by, outcome from decision")
    assert len({row["told_at"] for row in rows}) == 1
    assert {str(row["answer_by"]) for row in rows if row["outcome"] == "granted"} == {str(date(2020, 5, 22))}
    assert all(row["answer_by"] is None for row in rows if row["outcome"] != "granted")
    again = bot.press_data(nuria.id, nuria.name, bot.button(nuria.id, "Confirma l'enviament")[0])
    assert "Ja s'ha enviat. Res no s'envia dues vegades." in said(again, nuria.id)
    assert [one for one in again if one.to in (1001, 1002, 1003, 1004)] == []
    assert len(letters(bot)) == 5
    assert "No hi ha cap decisió per enviar" in said(bot.press_data(4001, "Berta", "0:sendall.2020-1"), 4001)


def test_who_asked_and_the_office_hear_how_it_went(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody, nadia: Somebody
) -> None:
    bot.stops(1004, "Joana Puig")
    send(berta, oriol)
    heard = bot.speaks_unasked()
    for person in (berta, oriol, nuria):
        told = said(heard, person.id)
        assert "S'han enviat 5 missatges i n'han arribat 3." in told
        assert "2020-1-004 · Navàs: el contacte va deixar d'usar el bot." in told
        assert "2020-1-005 · Callús: no hi té cap contacte." in told
    assert "S'han enviat" not in said(heard, nadia.id)
    assert not [one for one in bot.speaks_unasked() if "S'han enviat" in one.text]
    text = nuria.presses("Envia'm el text 2020-1-005")
    assert "No va donar cap telèfon" in text[0].text
    assert "Aquesta vegada no us hem pogut concedir el servei." in text[1].text


def test_text_for_the_telephone_says_whom_to_ask_for(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    bot.stops(1001, "Aina Soler")
    bot.does("update answer set value = '\"\"' where question in ('email', 'name') and application like '%081%'")
    send(berta, oriol)
    bot.speaks_unasked()
    heard = nuria.presses("Envia'm el text 2020-1-001")
    assert "Contacte: Aina Soler · 972 00 00 00" in heard[0].text
    assert "Bones notícies" in heard[1].text


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_only_what_did_not_arrive_is_tried_again(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody, state: str
) -> None:
    send(berta, oriol)
    bot.does(f"update letter set state = '{state}', message = null where chat = 1002 and matter is not null")
    told = said(bot.speaks_unasked(), nuria.id)
    assert "n'han arribat 3" in told
    heard = nuria.presses("Torna-ho a provar")
    assert "Es torna a enviar 1 missatge." in said(heard, nuria.id)
    assert [one.to for one in heard if "concedit" in one.text] == [1002]
    assert "n'han arribat 4" in said(bot.speaks_unasked(), nuria.id)
    bot.passes(minutes=1)
    assert "No hi ha res per tornar a enviar" in said(nuria.presses("Torna-ho a provar", old=True), nuria.id)


def test_contact_who_came_back_gets_the_message_when_it_is_tried_again(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    bot.stops(1003, "Pol Vidal")
    send(berta, oriol)
    bot.stops(1003, "Pol Vidal", back=True)
    (dispatch,) = bot.rows("select id from dispatch")
    heard = bot.press_data(nuria.id, nuria.name, f"0:sendagain.2020-1.{dispatch['id']}")
    assert "llista d'espera" in said(heard, 1003)


def test_one_message_is_written_anew(decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Llegeix els 5 missatges", "Passa al següent", "Escriu-lo de nou")
    assert "Té 3.001 caràcters" in said(berta.says("a" * 3001), berta.id)
    heard = berta.says("Us esperem <dilluns> & dimarts.")
    assert "Arbúcies: el missatge ara diu això" in said(heard, berta.id).replace("**", "")
    assert "Us esperem <dilluns> & dimarts." in said(heard, berta.id)
    berta.presses("Torna al resum", "Llegeix els 5 missatges", "Passa al següent")
    assert "escrit a mà" in bot.chats[berta.id][-1].text
    send(berta, oriol)
    arrived = bot.chats[1002][-1]
    assert unescape(arrived.text) == "Us esperem <dilluns> & dimarts."
    assert [label for row in arrived.buttons for label, _ in row][:2] == ["Confirma-ho", "Renuncia-hi"]
    (line,) = bot.rows("select actor, action from audit where action = 'EditLetter'")
    assert line["actor"] == berta.id


def test_text_of_the_bot_comes_back(decided: Commission, bot: Conversation, berta: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Llegeix els 5 missatges")
    before = letters(bot)[0]["text"]
    berta.presses("Escriu-lo de nou")
    berta.says("Una altra cosa.")
    assert letters(bot)[-1]["text"] == "Una altra cosa."
    berta.presses("Torna al text del bot")
    assert before in {row["text"] for row in letters(bot)}
    assert "Una altra cosa." not in {row["text"] for row in letters(bot)}


def test_editing_can_be_left(decided: Commission, bot: Conversation, berta: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Llegeix els 5 missatges")
    before = [row["text"] for row in letters(bot)]
    berta.presses("Escriu-lo de nou")
    assert "Toqueu un dels botons" not in said(berta.sends("photo"), berta.id)
    assert "S'ha deixat com estava" in said(berta.presses("Deixa'l com estava"), berta.id)
    assert [row["text"] for row in letters(bot)] == before


def test_an_edit_after_it_was_asked_for_stops_it(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    oriol.presses("Llegeix els 5 missatges", "Escriu-lo de nou")
    heard = oriol.says("Amb altres paraules.")
    assert "S'ha aturat l'enviament que vau demanar, perquè els missatges han canviat" in said(heard, berta.id)
    assert "es va aturar" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    assert set(states(bot).values()) == {"held"}


def test_who_asked_can_stop_it(decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    assert "Aturat: no s'ha enviat res" in said(berta.presses("Atura-ho"), berta.id)
    assert "es va aturar" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    assert "es va aturar" in said(oriol.presses("Atura-ho", old=True), oriol.id)
    assert set(states(bot).values()) == {"held"}
    send(berta, oriol)
    assert states(bot)[1001] == "sent"


def test_second_person_can_stop_it(decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    heard = oriol.presses("Atura-ho")
    assert "Oriol Pi ha aturat l'enviament que vau demanar" in said(heard, berta.id)
    assert set(states(bot).values()) == {"held"}


def test_a_decision_that_changes_meanwhile_makes_it_stale(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    decided.decides(NAVAS, Outcome.DEFERRED, reason="Al setembre hi haurà més hores.")
    heard = oriol.presses("Confirma l'enviament")
    assert "No s'ha enviat res" in said(heard, oriol.id)
    assert "els missatges han canviat" in said(heard, berta.id)
    assert {one.to for one in heard} == {berta.id, oriol.id}
    assert set(states(bot).values()) == {"held"}
    assert "Al setembre hi haurà més hores." in str(letters(bot)[-1]["text"])
    send(berta, oriol)
    assert "Al setembre hi haurà més hores." in bot.chats[1004][-1].text
    assert len(letters(bot)) == 5


def test_places_on_the_list_are_those_of_the_moment_of_sending(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    """Navàs is second; once Cardedeu is granted hours it is first, and its message says so."""
    berta.says("/inici")
    berta.presses("Envia'ls")
    decided.decides(CARDEDEU, Outcome.GRANTED, "advice")
    assert "No s'ha enviat res" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    send(berta, oriol)
    assert "al lloc 1" in bot.chats[1004][-1].text


def test_a_contact_who_joins_meanwhile_makes_it_stale_and_is_told_too(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    bot.seats(1010, Role.CONTACT, SALT)
    assert "No s'ha enviat res" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    heard = send(berta, oriol)
    assert "Bones notícies" in said(heard, 1010)
    assert "Bones notícies" in said(heard, 1001)
    assert "n'han arribat 4" in said(bot.speaks_unasked(), berta.id)


def test_a_contact_who_leaves_meanwhile_is_not_told(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    bot.seats(1010, Role.CONTACT, SALT)
    berta.says("/inici")
    berta.presses("Envia'ls")
    bot.does("update seat set until = since where person = 1010")
    assert "No s'ha enviat res" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    assert "Bones notícies" not in said(send(berta, oriol), 1010)


def test_when_days_pass_the_last_day_to_answer_is_written_anew(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    bot.passes(days=5)
    assert "s'envien" in said(oriol.presses("Confirma l'enviament"), oriol.id)


def test_when_too_many_days_pass_it_is_stale(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    bot.passes(days=6)
    assert "el dia per respondre" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    send(berta, oriol)
    assert "dijous 28 de maig, inclòs" in bot.chats[1001][-1].text


def test_text_by_hand_stays_while_its_decision_does(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Llegeix els 5 missatges", "Escriu-lo de nou")
    berta.says("Paraules de casa.")
    berta.presses("Torna al resum", "Envia'ls")
    decided.decides(NAVAS, Outcome.REFUSED, reason="Ja té prou suport.")
    heard = oriol.presses("Confirma l'enviament")
    assert "Els textos escrits a mà es conserven" in said(heard, oriol.id)
    send(berta, oriol)
    assert bot.chats[1001][-1].text == "Paraules de casa."


def test_whoever_takes_no_part_does_not_read_that_message(
    decided: Commission, bot: Conversation, nadia: Somebody
) -> None:
    nadia.says("/inici")
    heard = said(nadia.presses("Llegeix els 5 missatges"), nadia.id)
    assert "1 de 4 · Arbúcies" in heard
    assert "No us en surt 1, perquè no hi interveniu." in heard
    (own,) = bot.rows("select id from decision where application = :key", key=decided.councils[SALT].key)
    for action in ("letter", "retext", "restore"):
        told = said(bot.press_data(nadia.id, nadia.name, f"0:{action}.2020-1.{own['id']}"), nadia.id)
        assert "El missatge de Salt no us surt perquè no hi interveniu." in told
    nadia.presses("Envia-me'ls tots en PDF")
    assert "Arbúcies" in document(bot, nadia.id)
    assert "Ajuntament de Salt" not in document(bot, nadia.id)


def test_office_reads_all_of_them(decided: Commission, bot: Conversation, nuria: Somebody) -> None:
    nuria.says("/inici")
    assert "1 de 5 · Salt" in said(nuria.presses("Llegeix els 5 missatges"), nuria.id)


def test_one_person_is_enough_where_the_call_says_so(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    decided.settings(second_person=False)
    berta.says("/inici")
    heard = berta.presses("Envia'ls")
    assert "S'enviaran quan ho confirmeu" in said(heard, berta.id)
    assert said(heard, oriol.id) == ""
    assert "s'envien 5 missatges" in said(berta.presses("Confirma l'enviament"), berta.id)
    assert states(bot)[1001] == "sent"


def test_somebody_alone_is_told_that_somebody_has_to_come(tmp_path: Path) -> None:
    bot = Conversation(tmp_path, MEETING)
    bot.seats(4001, Role.COMMISSION, "Manlleu")
    berta, commission = Somebody(bot, 4001, "Berta Mas"), Commission(bot)
    commission.applies(1, 1001, "Aina Soler", SALT)
    commission.decides(SALT, Outcome.GRANTED, "advice")
    berta.says("/inici")
    assert "Encara no hi ha ningú més que ho pugui confirmar" in said(berta.presses("Envia'l"), berta.id)
    bot.close()


def test_asking_twice_asks_once(decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    oriol.says("/inici")
    assert "Confirma l'enviament" in bot.labels(oriol.id)
    bot.press_data(oriol.id, oriol.name, "0:sendall.2020-1")
    assert len(bot.rows("select id from dispatch")) == 1
    bot.press_data(berta.id, berta.name, "0:sendall.2020-1")
    assert len(bot.rows("select id from dispatch")) == 1


def test_what_is_not_decided_is_said_and_not_told(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    commission.decides(SALT, Outcome.GRANTED, "mentoring")
    heard = said(berta.says("/inici"), berta.id)
    assert "Queden 4 sol·licituds sense decidir" in heard
    berta.presses("Envia'l")
    oriol.presses("Confirma l'enviament")
    assert states(bot) == {1001: "sent"}


def test_a_decision_that_was_replaced_is_never_told(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    commission.decides(SALT, Outcome.GRANTED, "mentoring")
    berta.says("/inici")
    berta.presses("Llegeix el missatge")
    (first,) = bot.rows("select id from decision")
    commission.decides(SALT, Outcome.REFUSED, reason="S'ha repensat.")
    gone = bot.press_data(berta.id, berta.name, f"0:letter.2020-1.{first['id']}")
    assert "la decisió ha canviat" in said(gone, berta.id)
    berta.says("/inici")
    berta.presses("Envia'l")
    oriol.presses("Confirma l'enviament")
    assert [row["state"] for row in letters(bot)] == ["sent"]
    assert "S'ha repensat." in bot.chats[1001][-1].text
    told = bot.press_data(berta.id, berta.name, f"0:letter.2020-1.{int(first['id']) + 1}")
    assert "ja s'ha enviat" in said(told, berta.id)


def test_letters_of_a_person_who_is_erased_never_go(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    berta.says("/inici")
    berta.presses("Envia'ls")
    aina = decided.councils[SALT].contact
    aina.says("/esborra")
    aina.presses("Esborra les meves dades", "Sí, esborra-les")
    assert "No s'ha enviat res" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    send(berta, oriol)
    told = said(bot.speaks_unasked(), berta.id)
    assert "2020-1-001 · Salt: no hi té cap contacte." in told


def test_guessed_numbers_find_nothing(decided: Commission, bot: Conversation, berta: Somebody) -> None:
    for choice in ("letter.2020-1.999", "letter.2020-1.", "letter.2020-1.x", "phone.2020-1.999"):
        heard = bot.press_data(berta.id, berta.name, f"0:{choice}")
        assert said(heard, berta.id)
    for choice in ("letters.2019-9", "sendall.", "confirmsend.2020-1.5", "stopsend.2020-1.x", "sendagain.2020-1.²"):
        assert said(bot.press_data(berta.id, berta.name, f"0:{choice}"), berta.id)
    assert set(states(bot).values()) <= {"held"}


def test_not_yet_leaves_everything(decided: Commission, bot: Conversation, berta: Somebody) -> None:
    berta.says("/inici")
    assert "no s'ha fet res" in said(berta.presses("Encara no"), berta.id)
    assert letters(bot) == []


def test_nothing_to_read_or_send(commission: Commission, bot: Conversation, berta: Somebody, nuria: Somebody) -> None:
    for choice in ("outbox", "letters", "lettersdoc", "sendall"):
        heard = said(bot.press_data(berta.id, berta.name, f"0:{choice}.2020-1"), berta.id)
        assert "No hi ha cap" in heard
    assert "Tots els missatges enviats han arribat" in said(bot.press_data(4001, "Berta", "0:arrivals.2020-1"), 4001)
    assert "Tots els ajuntaments han respost" in said(bot.press_data(2001, "Núria", "0:unanswered.2020-1"), 2001)


def test_callus_is_in_the_document_of_the_messages(decided: Commission, bot: Conversation, berta: Somebody) -> None:
    bot.press_data(berta.id, berta.name, "0:lettersdoc.2020-1")
    text = document(bot, berta.id)
    assert all(name in text for name in (SALT, ARBUCIES, CARDEDEU, NAVAS, CALLUS))
