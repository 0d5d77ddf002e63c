"""A council leaves the waiting list: it is asked first, the others move up, and silent hours go back."""

from __future__ import annotations

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody, said
from tests.conversations.decisions.conftest import ARBUCIES, CARDEDEU, NAVAS, SALT
from tests.support import decisions_hold
from tests.support.decided import Commission

LEAVE, YES, AGAIN = "Surt de la llista d'espera", "Sí, en sortim", "Ens torna a interessar"
GRANT = "Concedeix-les a la primera de la llista"


def sends(asks: Somebody, confirms: Somebody) -> None:
    asks.says("/inici")
    asks.presses("Envia'ls" if "Envia'ls" in asks.conversation.labels(asks.id) else "Envia'l")
    confirms.presses("Confirma l'enviament")


def test_council_that_leaves_makes_the_others_move_up(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    sends(berta, oriol)
    pol, joana = decided.councils[CARDEDEU].contact, decided.councils[NAVAS].contact
    asked = pol.presses(LEAVE)
    assert "Voleu que Cardedeu surti de la llista d'espera? Ara hi té el lloc 1." in said(asked, pol.id)
    assert "No ha canviat res" in said(pol.presses("No, deixa-ho"), pol.id)
    assert decided.status(CARDEDEU) == "waiting_list"
    heard = pol.presses(LEAVE, YES)
    assert "Anotat: Cardedeu surt de la llista d'espera." in said(heard, pol.id)
    assert [one.silent for one in heard if one.to == nuria.id] == [True, True]  # hours are free: the next is proposed
    assert decided.status(CARDEDEU) == "withdrawn"
    assert "al lloc 1" in said(joana.says("/estat"), joana.id)
    assert "la petició de Navàs" in said(heard, berta.id).replace("**", "")
    assert "Heu sortit de la llista d'espera" in said(pol.says("/estat"), pol.id)
    assert "Ja no sou a la llista" in said(bot.press_data(pol.id, pol.name, data(decided, CARDEDEU)), pol.id)
    # What the commission decided stays in what it works with, and so in its proposed minutes.
    assert decided.proceedings().ruling(decided.councils[CARDEDEU].key) is not None
    decisions_hold.everything(bot.rows)


def data(commission: Commission, council: str) -> str:
    return f"0:leavelist.{commission.councils[council].key}"


def test_council_that_left_may_come_back_to_the_end(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    sends(berta, oriol)
    pol = decided.councils[CARDEDEU].contact
    pol.presses(LEAVE, YES)
    heard = said(pol.presses(AGAIN), pol.id)
    assert heard.startswith("Sou a la llista d'espera d'assessorament, al lloc 2.")
    assert decided.status(CARDEDEU) == "waiting_list"
    decisions_hold.everything(bot.rows)


def test_hours_granted_in_silence_go_back_when_the_council_leaves(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    sends(berta, oriol)
    berta.says("/inici")
    berta.presses(GRANT, "Mostra'm què hi ha per enviar", "Llegeix el missatge", "Torna al resum", "Envia'l")
    assert decided.status(CARDEDEU) == "granted"
    pol = decided.councils[CARDEDEU].contact
    heard = pol.presses(LEAVE, YES)
    assert "concedid" not in said(heard, pol.id)
    assert "la petició de Navàs" in said(heard, berta.id).replace("**", "")
    assert decided.balances()["advice"] == (240, 0, 1440)
    assert "No hi ha cap decisió per enviar" in said(oriol.presses("Confirma l'enviament"), oriol.id)
    (ruling,) = bot.rows("select outcome from decision where application = :key and replaced_at is null",
                         key=decided.councils[CARDEDEU].key)  # fmt: skip
    assert ruling["outcome"] == "waiting_list"
    decisions_hold.everything(bot.rows)


def test_question_that_was_overtaken_takes_no_hours(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    sends(berta, oriol)
    pol = decided.councils[CARDEDEU].contact
    pol.presses(LEAVE)
    berta.says("/inici")
    berta.presses(GRANT)
    sends(berta, oriol)
    heard = pol.presses(YES)
    assert "Ja no sou a la llista d'espera" in said(heard, pol.id)
    assert decided.status(CARDEDEU) == "granted"


def test_only_the_contact_of_the_council_takes_it_off_the_list(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody, nuria: Somebody
) -> None:
    sends(berta, oriol)
    marc = decided.councils[ARBUCIES].contact
    for other in (marc, nuria, berta):
        bot.press_data(other.id, other.name, data(decided, CARDEDEU))
        assert YES not in bot.labels(other.id)
    pol, aina = decided.councils[CARDEDEU].contact, decided.councils[SALT].contact
    assert "Ja no sou a la llista" in said(bot.press_data(aina.id, aina.name, data(decided, SALT)), aina.id)
    pol.presses(LEAVE)
    bot.does(f"update seat set until = since where person = {pol.id}")
    bot.press_data(pol.id, pol.name, bot.button(pol.id, YES)[0])
    assert decided.status(CARDEDEU) == "waiting_list"


def test_another_contact_of_the_council_hears_of_it(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    bot.seats(1010, Role.CONTACT, CARDEDEU)
    sends(berta, oriol)
    heard = decided.councils[CARDEDEU].contact.presses(LEAVE, YES)
    assert "ha tret Cardedeu de la llista d'espera" in said(heard, 1010)


def test_council_that_left_has_no_place_for_the_meeting(decided: Commission, berta: Somebody, oriol: Somebody) -> None:
    sends(berta, oriol)
    decided.councils[CARDEDEU].contact.presses(LEAVE, YES)
    found = decided.proceedings()
    waits = [one.application for one in found.standing if one.outcome is Outcome.WAITING_LIST]
    assert waits == [decided.councils[NAVAS].key]


def test_whoever_comes_after_the_call_closed_hears_where_it_stands(
    decided: Commission, bot: Conversation, berta: Somebody, oriol: Somebody
) -> None:
    sends(berta, oriol)
    decided.councils[CARDEDEU].contact.presses(LEAVE, YES)
    for number, council in enumerate((CARDEDEU, NAVAS, "Girona"), start=1021):
        heard = said(Somebody(bot, number, "Mar Vila").opens(council), number)
        assert heard
        assert "problema nostre" not in heard
        assert "en estudi" not in heard, "they were told already"
    assert bot.rows("select * from failed_update") == []
    assert "Heu sortit de la llista d'espera" in said(Somebody(bot, 1021, "Mar Vila").says("/estat"), 1021)
