"""Afterwards: a council confirms or renounces by a date, silence is told, hours come back, one is proposed (N14)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Heard, Somebody, said
from tests.conversations.decisions.conftest import ARBUCIES, CALLUS, CARDEDEU, NAVAS, SALT
from tests.support.decided import Commission

GRANT = "Concedeix-les a la primera de la llista"


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2020, 5, day, hour, minute, tzinfo=MADRID)


def unasked(bot: Conversation, moment: datetime) -> list[Heard]:
    """What the bot says by itself, but for the digests of the commission."""
    bot.moves(moment)
    return [one for one in bot.speaks_unasked() if one.to < 4000]


def test_council_confirms(told: Commission, bot: Conversation, nuria: Somebody) -> None:
    aina = told.councils[SALT].contact
    bot.seats(1010, Role.CONTACT, SALT)
    heard = aina.presses("Confirma-ho")
    assert "Confirmat. Mentoria: 4 hores, fins al 31 de juliol." in said(heard, aina.id).replace("**", "")
    assert "l'ajuntament que us acompanyarà" in said(heard, aina.id)
    assert "2020-1-001 · Salt: confirmada pel municipi" in said(heard, nuria.id).replace("**", "")
    assert "Aina Soler ha confirmat que Salt hi participa" in said(heard, 1010)
    assert told.status(SALT) == "accepted"
    again = bot.press_data(aina.id, aina.name, f"0:takepart.{told.councils[SALT].key}")
    assert "Ja consta que ho heu confirmat" in said(again, aina.id)
    assert told.balances()["mentoring"] == (240, 0, 240)
    assert "confirmada" in said(aina.says("/estat"), aina.id)


def test_typed_words_answer_the_message(told: Commission) -> None:
    aina = told.councils[SALT].contact
    assert "Confirmat." in said(aina.says("Confirma-ho"), aina.id).replace("**", "")


def test_doubt_reaches_the_office(told: Commission, nuria: Somebody) -> None:
    aina = told.councils[SALT].contact
    aina.presses("Tinc un dubte")
    heard = aina.says("Podem començar al juny?")
    assert "Podem començar al juny?" in said(heard, nuria.id)


def test_council_renounces_and_exactly_one_is_proposed(
    told: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nadia: Somebody, nuria: Somebody
) -> None:
    marc = told.councils[ARBUCIES].contact
    assert "això no es pot desfer" in said(marc.presses("Renuncia-hi"), marc.id)
    assert told.status(ARBUCIES) == "granted"
    heard = marc.presses("Sí, hi renunciem")
    assert "Anotat: Arbúcies hi renuncia" in said(heard, marc.id)
    assert told.status(ARBUCIES) == "renounced"
    assert told.balances()["advice"] == (0, 0, 1680)
    for member in (berta, oriol, nadia):
        assert "La primera de la llista d'espera és la petició de Cardedeu." in said(heard, member.id).replace("**", "")
        assert GRANT in bot.labels(member.id)
    assert "Cardedeu" in said(heard, nuria.id)
    assert GRANT not in bot.labels(nuria.id)
    assert "Navàs" not in " ".join(one.text for one in heard)
    assert told.status(CARDEDEU) == "waiting_list"


def test_renouncing_can_be_left(told: Commission) -> None:
    marc = told.councils[ARBUCIES].contact
    marc.presses("Renuncia-hi")
    assert "Toqueu un dels botons" in said(marc.says("no ho sé"), marc.id)
    assert "No ha canviat res" in said(marc.presses("No, deixa-ho"), marc.id)
    assert told.status(ARBUCIES) == "granted"


def test_one_who_confirmed_can_still_renounce(told: Commission) -> None:
    marc = told.councils[ARBUCIES].contact
    marc.presses("Confirma-ho", "Renuncia-hi", "Sí, hi renunciem")
    assert told.status(ARBUCIES) == "renounced"
    assert told.balances()["advice"] == (0, 0, 1680)


def test_two_contacts_who_renounce_at_once_release_once(told: Commission, bot: Conversation) -> None:
    bot.seats(1010, Role.CONTACT, ARBUCIES)
    other = Somebody(bot, 1010, "Pau Riu")
    marc = told.councils[ARBUCIES].contact
    marc.presses("Renuncia-hi")
    bot.press_data(other.id, other.name, f"0:renounce.{told.councils[ARBUCIES].key}")
    marc.presses("Sí, hi renunciem")
    assert "Ja no hi ha res a què renunciar" in said(other.presses("Sí, hi renunciem"), other.id)
    again = bot.press_data(other.id, other.name, f"0:renounce.{told.councils[ARBUCIES].key}")
    assert "Ja no hi ha res a què renunciar" in said(again, other.id)
    assert told.balances()["advice"] == (0, 0, 1680)


def test_promotion_is_decided_by_a_person_and_told_like_the_rest(
    told: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    marc, pol = told.councils[ARBUCIES].contact, told.councils[CARDEDEU].contact
    marc.presses("Renuncia-hi", "Sí, hi renunciem")
    heard = berta.presses(GRANT)
    assert "Cardedeu: concedida. Assessorament: 4 hores" in said(heard, berta.id).replace("**", "")
    assert said(heard, pol.id) == ""
    assert "al lloc 1" in said(pol.says("/estat"), pol.id)
    # The bag has hours for one more, and one more waits: it is proposed next, alone.
    assert "la petició de Navàs" in said(heard, berta.id).replace("**", "")
    assert "ja no és a la llista d'espera" in said(oriol.presses(GRANT), oriol.id)
    berta.presses("Mostra'm què hi ha per enviar", "Envia'l")
    heard = oriol.presses("Confirma l'enviament")
    assert "us ha concedit l'assessorament" in said(heard, pol.id).replace("**", "")
    assert "al lloc 1" in said(told.councils[NAVAS].contact.says("/estat"), told.councils[NAVAS].contact.id)
    assert told.balances()["advice"] == (240, 0, 1440)
    pol.presses("Confirma-ho")
    assert told.status(CARDEDEU) == "accepted"


def test_whoever_takes_no_part_cannot_promote(told: Commission, bot: Conversation, berta: Somebody) -> None:
    own = Somebody(bot, 4009, "Laia Font")
    bot.seats(own.id, Role.COMMISSION, CARDEDEU)
    marc = told.councils[ARBUCIES].contact
    heard = marc.presses("Renuncia-hi", "Sí, hi renunciem")
    assert "Cardedeu" in said(heard, own.id)
    assert GRANT not in bot.labels(own.id)
    forged = bot.press_data(own.id, own.name, f"0:promote.{told.councils[CARDEDEU].key}")
    assert "No interveniu en la sol·licitud de Cardedeu" in said(forged, own.id)
    own.says("/inici")
    assert GRANT not in bot.labels(own.id)
    assert told.status(CARDEDEU) == "waiting_list"


def test_only_the_first_is_promoted_and_only_with_free_hours(
    told: Commission, bot: Conversation, berta: Somebody
) -> None:
    second = bot.press_data(berta.id, berta.name, f"0:promote.{told.councils[NAVAS].key}")
    assert "Navàs ja no va al davant de la llista" in said(second, berta.id)
    bot.does(
        "insert into ledger (call, application, body, service, kind, minutes, note, person, at) "
        "select call, id, body, 'advice', 'reserve', 1440, '', 0, '2020-05-14 09:00:00+00:00' from application limit 1"
    )
    first = bot.press_data(berta.id, berta.name, f"0:promote.{told.councils[CARDEDEU].key}")
    assert "no queden hores lliures" in said(first, berta.id)
    unknown = bot.press_data(berta.id, berta.name, "0:promote.2020-1.999999.1")
    assert "ja no és a la llista d'espera" in said(unknown, berta.id)


def test_second_package_is_not_granted_with_one_tap(told: Commission, bot: Conversation, berta: Somebody) -> None:
    bot.does(f"update application set body = '{told.councils[SALT].body}' where id = '{told.councils[CARDEDEU].key}'")
    heard = bot.press_data(berta.id, berta.name, f"0:promote.{told.councils[CARDEDEU].key}")
    assert "cal una nota" in said(heard, berta.id)
    assert told.status(CARDEDEU) == "waiting_list"


def test_one_reminder_then_silence_is_told_to_the_office(
    told: Commission, bot: Conversation, nuria: Somebody, berta: Somebody
) -> None:
    aina, marc = told.councils[SALT].contact, told.councils[ARBUCIES].contact
    marc.presses("Confirma-ho")
    assert unasked(bot, at(20, 8, 59)) == []
    heard = unasked(bot, at(20))
    assert {one.to for one in heard} == {aina.id}
    assert "Recordeu que heu de confirmar si Salt hi participa" in said(heard, aina.id)
    assert "divendres 22 de maig, inclòs" in said(heard, aina.id)
    assert unasked(bot, at(21)) == []
    assert unasked(bot, at(23)) == []
    heard = unasked(bot, at(25))
    assert {one.to for one in heard} == {nuria.id}
    told_office = said(heard, nuria.id).replace("**", "")
    assert told_office.startswith("No ha respost: truqueu-hi.")
    assert "Contacte: Aina Soler · 972 00 00 00" in told_office
    assert bot.labels(nuria.id)[:3] == ["Anota que sí", "Anota que no", "Allibera les hores"]
    assert unasked(bot, at(26)) == []
    assert told.status(SALT) == "granted"


def test_muted_contact_gets_no_reminder_and_the_office_still_hears(
    told: Commission, bot: Conversation, nuria: Somebody
) -> None:
    aina = told.councils[SALT].contact
    told.councils[ARBUCIES].contact.presses("Confirma-ho")
    aina.says("/avisos")
    aina.presses("No m'enviïs recordatoris")
    assert unasked(bot, at(20)) == []
    assert {one.to for one in unasked(bot, at(25))} == {nuria.id}


def test_forecast_has_the_reminder_and_the_silence_in_the_very_words(
    told: Commission, bot: Conversation, nuria: Somebody
) -> None:
    told.councils[ARBUCIES].contact.presses("Confirma-ho")
    foretold = said(nuria.says("/previsio"), nuria.id)
    assert "Recordeu que heu de confirmar si Salt hi participa" in foretold
    assert "No ha respost: truqueu-hi." in foretold
    for day in (20, 25):
        for one in unasked(bot, at(day)):
            assert one.text in foretold


def test_office_notes_a_yes_by_telephone(told: Commission, bot: Conversation, nuria: Somebody) -> None:
    bot.moves(at(25))
    bot.speaks_unasked()
    heard = nuria.presses("Anota que sí")
    assert "confirmada per telèfon" in said(heard, nuria.id)
    (contact,) = [one for one in (1001, 1002) if said(heard, one)]
    assert "L'Oficina Tècnica ha anotat" in said(heard, contact)
    rows = bot.rows("select after from audit where action = 'MoveApplication'")
    assert "telephone" in str(rows[-1]["after"])


def test_office_notes_a_no_by_telephone(told: Commission, bot: Conversation, nuria: Somebody) -> None:
    nuria.says("/inici")
    heard = nuria.presses("002 · Arbúcies")
    assert "Arbúcies: té temps fins al 22 de maig, inclòs." in said(heard, nuria.id)
    assert "No va donar cap telèfon. Contacte: Marc Ribes" in said(heard, nuria.id)
    heard = nuria.presses("Anota que no")
    assert "Arbúcies: renuncia a les hores" in said(heard, nuria.id).replace("**", "")
    assert "renuncia a les hores concedides, tal com li vau dir" in said(heard, 1002)
    assert told.status(ARBUCIES) == "renounced"
    assert told.balances()["advice"] == (0, 0, 1680)
    key = told.councils[ARBUCIES].key
    for action in ("saidno", "freehours", "answer"):
        assert "ja consta com a" in said(bot.press_data(nuria.id, nuria.name, f"0:{action}.{key}"), nuria.id)


def test_office_releases_the_hours_of_a_silent_council(
    told: Commission, bot: Conversation, nuria: Somebody, berta: Somebody
) -> None:
    told.councils[SALT].contact.presses("Confirma-ho")
    marc = told.councils[ARBUCIES].contact
    bot.moves(at(25))
    bot.speaks_unasked()
    heard = nuria.presses("Allibera les hores")
    assert "Voleu alliberar les hores d'Arbúcies?" in said(heard, nuria.id)
    assert "Encara pot respondre" not in said(heard, nuria.id)
    assert "No ha canviat res" in said(nuria.presses("Encara no"), nuria.id)
    nuria.presses("Allibera les hores")
    assert "Toqueu un dels botons" in said(nuria.says("potser"), nuria.id)
    heard = nuria.presses("Sí, allibera-les")
    assert "Arbúcies: hores alliberades" in said(heard, nuria.id).replace("**", "")
    assert "No ens ha arribat cap resposta" in said(heard, marc.id)
    assert "la petició de Cardedeu" in said(heard, berta.id).replace("**", "")
    assert told.status(ARBUCIES) == "renounced"
    assert told.balances()["advice"] == (0, 0, 1680)


def test_releasing_before_the_last_day_says_so(told: Commission, nuria: Somebody) -> None:
    nuria.says("/inici")
    nuria.presses("002 · Arbúcies")
    assert "Encara pot respondre fins al 22 de maig, inclòs." in said(nuria.presses("Allibera les hores"), nuria.id)


def test_an_answer_that_comes_while_the_office_is_asked_wins(
    told: Commission, bot: Conversation, nuria: Somebody
) -> None:
    nuria.says("/inici")
    nuria.presses("002 · Arbúcies", "Allibera les hores")
    told.councils[ARBUCIES].contact.presses("Confirma-ho")
    assert "ja consta com a «confirmada pel municipi»" in said(nuria.presses("Sí, allibera-les"), nuria.id)
    assert told.status(ARBUCIES) == "accepted"


def test_late_yes_is_told_its_position(
    told: Commission, bot: Conversation, nuria: Somebody, berta: Somebody, oriol: Somebody
) -> None:
    marc = told.councils[ARBUCIES].contact
    nuria.says("/inici")
    nuria.presses("002 · Arbúcies", "Allibera les hores", "Sí, allibera-les")
    heard = bot.press_data(marc.id, marc.name, f"0:takepart.{told.councils[ARBUCIES].key}")
    assert "Les vostres hores ja s'havien alliberat" in said(heard, marc.id)
    assert "Sou a la llista d'espera d'assessorament, al lloc 3." in said(heard, marc.id)
    assert "ha dit que sí fora de termini" in said(heard, nuria.id)
    assert told.status(ARBUCIES) == "waiting_list"
    assert "al lloc 3" in said(marc.says("/estat"), marc.id)
    again = bot.press_data(marc.id, marc.name, f"0:takepart.{told.councils[ARBUCIES].key}")
    assert "Ja sou a la llista d'espera" in said(again, marc.id)
    assert told.balances()["advice"] == (0, 0, 1680)
    # When somebody ahead is granted hours the place moves up, once that is told.
    berta.says("/inici")
    berta.presses(GRANT)
    assert "al lloc 3" in said(marc.says("/estat"), marc.id)
    send_one(berta, oriol)
    assert "al lloc 2" in said(marc.says("/estat"), marc.id)


def test_late_yes_when_nobody_waits_is_proposed_at_once(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    commission.decides(SALT, Outcome.GRANTED, "mentoring")
    send_one(berta, oriol)
    nuria.says("/inici")
    nuria.presses("001 · Salt", "Allibera les hores", "Sí, allibera-les")
    aina = commission.councils[SALT].contact
    heard = aina.presses("Ens torna a interessar")
    assert "Sou a la llista d'espera de mentoria, al lloc 1." in said(heard, aina.id)
    assert "la petició de Salt" in said(heard, berta.id).replace("**", "")
    assert "already" not in said(heard, berta.id)
    berta.presses(GRANT)
    assert commission.status(SALT) == "granted"
    again = bot.press_data(aina.id, aina.name, f"0:waitagain.{commission.councils[SALT].key}")
    assert "en estudi" not in said(again, aina.id)


def send_one(asks: Somebody, confirms: Somebody) -> None:
    asks.says("/inici")
    asks.presses("Envia'l")
    confirms.presses("Confirma l'enviament")


def test_office_notes_a_late_yes_by_telephone(told: Commission, bot: Conversation, nuria: Somebody) -> None:
    key = told.councils[ARBUCIES].key
    nuria.says("/inici")
    nuria.presses("002 · Arbúcies", "Allibera les hores", "Sí, allibera-les")
    heard = bot.press_data(nuria.id, nuria.name, f"0:saidyes.{key}")
    assert "Arbúcies: a la llista d'espera, al lloc 3." in said(heard, nuria.id).replace("**", "")
    assert "a la llista d'espera, al lloc 3, tal com li vau dir" in said(heard, 1002)
    bot.passes(minutes=1)
    again = bot.press_data(nuria.id, nuria.name, f"0:saidyes.{key}")
    assert "ja consta com a «en llista d'espera»" in said(again, nuria.id).replace("**", "")


def test_a_switch_keeps_its_reason_through_the_waiting_list(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    commission.decides(SALT, Outcome.GRANTED, "advice", reason="La necessitat és molt concreta.")
    send_one(berta, oriol)
    aina = commission.councils[SALT].contact
    aina.presses("Renuncia-hi", "Sí, hi renunciem", "Ens torna a interessar")
    berta.presses(GRANT)
    berta.presses("Mostra'm què hi ha per enviar", "Llegeix el missatge")
    assert "La necessitat és molt concreta." in bot.chats[berta.id][-1].text


def test_hours_pass_on_by_themselves_where_the_call_says_so(
    told: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    told.settings(promotes=True)
    heard = unasked(bot, at(15))
    pol, joana = told.councils[CARDEDEU].contact, told.councils[NAVAS].contact
    for contact in (pol, joana):
        assert "us ha concedit l'assessorament" in said(heard, contact.id).replace("**", "")
    assert told.status(CARDEDEU) == told.status(NAVAS) == "granted"
    assert told.balances()["advice"] == (720, 0, 960)
    assert "S'ha enviat 1 missatge i n'ha arribat 1." in said(bot.speaks_unasked(), nuria.id) + said(heard, nuria.id)
    assert len(bot.rows("select id from letter where matter is not null")) == 7
    assert unasked(bot, at(18)) == []
    rows = bot.rows("select person from decision where person = 0")
    assert len(rows) == 2


def test_hours_pass_on_to_nobody_once_the_sessions_are_over(told: Commission, bot: Conversation) -> None:
    told.settings(promotes=True)
    unasked(bot, at(3) + timedelta(days=100))
    assert told.status(CARDEDEU) == told.status(NAVAS) == "waiting_list"


def test_hours_that_pass_on_by_themselves_are_foretold_with_what_comes_of_them(
    told: Commission, bot: Conversation, nuria: Somebody
) -> None:
    """The evening before, the office reads the very words, and what is said while the answer is awaited."""
    told.settings(promotes=True)
    bot.moves(at(14, 20))
    foretold = said(nuria.says("/previsio"), nuria.id) + said(
        nuria.presses("Mostra'm els missatges següents"), nuria.id
    )

    for day in range(15, 28):
        heard = [*unasked(bot, at(day)), *unasked(bot, at(day, 12))]
        for council in (CARDEDEU, NAVAS):
            contact = told.councils[council].contact
            for one in heard:
                if one.to == contact.id:
                    assert one.text in foretold, one.text
                    foretold = foretold.replace(one.text, "", 1)
        assert all(one.text in foretold for one in heard if one.to == nuria.id and "No ha respost" in one.text)
    assert "us ha concedit" not in foretold
    assert "Recordeu que heu de confirmar si Cardedeu" not in foretold


def test_hours_do_not_pass_on_at_night(told: Commission, bot: Conversation) -> None:
    told.settings(promotes=True)
    assert unasked(bot, at(14, 22)) == []


def test_automatic_promotion_leaves_a_sending_that_was_asked_for(
    told: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    told.applies(6, 1006, "Rosa Pla", "Manresa")
    told.decides("Manresa", Outcome.REFUSED, reason="No és municipi membre.")
    berta.says("/inici")
    berta.presses("Envia'l")
    told.settings(promotes=True)
    unasked(bot, at(15))
    heard = oriol.presses("Confirma l'enviament")
    assert "s'envia 1 missatge" in said(heard, oriol.id)
    assert "No és municipi membre." in said(heard, 1006)


def test_refused_council_saves_its_answers_for_the_next_call(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    commission.decides(NAVAS, Outcome.REFUSED, reason="No explica què en podrien aprofitar altres municipis.")
    send_one(berta, oriol)
    joana = commission.councils[NAVAS].contact
    assert "Motiu: No explica" in said(joana.says("/inici"), joana.id)
    assert "Desades." in said(joana.presses("Desa-les per a la pròxima"), joana.id)
    assert bot.rows("select told_next from person where id = 1004") == [{"told_next": 1}]
    joana.says("/inici")
    assert "D'acord" in said(joana.presses("No, gràcies"), joana.id)


def test_deferred_council_is_told_when_the_next_call_opens(
    commission: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    commission.decides(NAVAS, Outcome.DEFERRED, reason="No quedaven paquets.")
    send_one(berta, oriol)
    joana = commission.councils[NAVAS].contact
    joana.presses("Avisa'm quan s'obri")
    bot.moves(datetime(2020, 9, 1, 9, 0, tzinfo=MADRID))
    bot.opens("setembre-2020", "2020-09-25")
    assert "S'ha obert la convocatòria de setembre" in said(bot.speaks_unasked(), joana.id)
    joana.presses("Comença")
    assert "Aprofita les respostes d'abans" in " ".join(bot.labels(joana.id))


@pytest.mark.parametrize("council", [SALT, CARDEDEU, NAVAS, CALLUS])
def test_every_decision_is_a_document_too(told: Commission, bot: Conversation, council: str) -> None:
    contact = told.councils[council].contact
    if contact.id == 0:
        bot.seats(1005, Role.CONTACT, CALLUS)
        contact = Somebody(bot, 1005, "Quim Serra")
    heard = bot.press_data(contact.id, contact.name, f"0:decision.{told.councils[council].key}")
    number = {SALT: 1, CARDEDEU: 3, NAVAS: 4, CALLUS: 5}[council]
    assert [one.message.document for one in heard] == [f"decisio-2020-1-00{number}.pdf"]


def test_nobody_reads_a_decision_that_was_not_sent(decided: Commission, bot: Conversation) -> None:
    aina = decided.councils[SALT].contact
    key = decided.councils[SALT].key
    assert "Encara no hi ha cap decisió" in said(bot.press_data(aina.id, aina.name, f"0:decision.{key}"), aina.id)
    for action in ("takepart", "renounce", "leavelist", "waitagain", "keepanswers", "nothanks"):
        heard = said(bot.press_data(aina.id, aina.name, f"0:{action}.{key}"), aina.id)
        assert "missatge anterior" in heard
    assert decided.status(SALT) == "granted"


def test_refusal_cannot_be_confirmed(told: Commission, bot: Conversation) -> None:
    bot.seats(1005, Role.CONTACT, CALLUS)
    key = told.councils[CALLUS].key
    heard = bot.press_data(1005, "Quim Serra", f"0:takepart.{key}")
    assert "ja no es pot confirmar" in said(heard, 1005)
    heard = bot.press_data(1005, "Quim Serra", f"0:waitagain.{key}")
    assert "Motiu:" in said(heard, 1005)
    assert told.status(CALLUS) == "refused"


def test_office_finds_nothing_to_note_where_nothing_was_told(
    decided: Commission, bot: Conversation, nuria: Somebody
) -> None:
    for action in ("answer", "saidyes", "saidno", "freehours"):
        for key in (decided.councils[SALT].key, "2020-1.999999.1"):
            heard = said(bot.press_data(nuria.id, nuria.name, f"0:{action}.{key}"), nuria.id)
            assert "no hi ha cap resposta per anotar" in heard
    assert decided.status(SALT) == "granted"


def test_decision_taken_back_after_a_promotion_leaves_what_the_council_knows(
    told: Commission, bot: Conversation, berta: Somebody
) -> None:
    pol = told.councils[CARDEDEU].contact
    bot.press_data(berta.id, berta.name, f"0:promote.{told.councils[CARDEDEU].key}")
    bot.does(f"update application set status = 'admitted' where id = '{told.councils[CARDEDEU].key}'")
    bot.does("update decision set replaced_at = at where told_at is null")
    assert "en llista d'espera" in said(pol.says("/estat"), pol.id)
