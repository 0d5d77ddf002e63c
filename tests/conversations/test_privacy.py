"""/privacitat, /les_meves_dades and /esborra as people meet them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.documents import from_data
from bot.documents.render import render
from conversations.privacy.deeds import DEEDS
from conversations.protocol.changes import Change
from conversations.protocol.facts import Role
from conversations.rules.pseudonyms import PSEUDONYMS, is_pseudonym, pseudonym
from tests.conversation import ANSWERS, Conversation, Somebody

AINA = 1001
MARC = 1002
OFFICE = 2001


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def aina(talk: Conversation) -> Somebody:
    person = Somebody(talk, AINA, "Aina Soler")
    person.opens("l'Alzinar")
    person.answers_until(4)
    return person


def documents(talk: Conversation, person: int) -> list[dict[str, Any]]:
    rows = talk.rows("select document from letter where chat = :id order by id", id=person)
    found = [json.loads(row["document"]) for row in rows if row["document"]]
    return [one for one in found if one and one["kind"] != "menu"]


def test_own_data_come_as_a_sheet_and_as_json(talk: Conversation, aina: Somebody) -> None:
    heard = aina.says("/les_meves_dades")
    assert [one.message.document for one in heard] == ["les-meves-dades.pdf", "les-meves-dades.json"]
    sheet, data = documents(talk, AINA)[-2:]
    said = json.dumps(sheet, ensure_ascii=False)
    for value in ("Aina Soler", str(AINA), ANSWERS["position"], ANSWERS["email"], "l'Alzinar"):
        assert value in said
    assert "es va desar una resposta" in said
    held = json.loads(data["content"])
    assert held["person"][0]["name"] == "Aina Soler"
    assert {row["question"] for row in held["answer"]} == {"name", "position", "email", "service"}
    assert {"seat", "invitation", "letter", "audit", "application", "chat"} <= held.keys()


def test_own_data_are_printed_and_delivered_as_they_are(talk: Conversation, aina: Somebody) -> None:
    aina.says("/les_meves_dades")
    sheet, data = documents(talk, AINA)[-2:]
    assert render(from_data(sheet)).startswith(b"%PDF")
    assert render(from_data(data)) == data["content"].encode()


def test_own_data_have_nothing_of_others(talk: Conversation, aina: Somebody) -> None:
    marc = Somebody(talk, MARC, "Marc Ribes")
    marc.opens("l'Alzinar")
    marc.presses("Continua", "Ho he llegit, continua")
    marc.says("Comprar amb criteri")
    aina.says("/les_meves_dades")
    content = documents(talk, AINA)[-1]["content"]
    assert "Marc" not in content.replace("Marc Ribes també treballa", "")
    assert str(MARC) not in content


def test_own_data_do_not_tell_the_numbers_of_the_office(talk: Conversation) -> None:
    talk.seats(7_310_045_821, Role.OFFICE)
    office = Somebody(talk, 7_310_045_821, "Núria Camps")
    person = Somebody(talk, AINA, "Aina Soler")
    person.starts()
    person.says("Salt")
    person.presses("Salt", "Ho he llegit, continua")
    office.presses("Dona-li accés")
    person.says("/ajuda")
    person.presses("Escriu a l'Oficina Tècnica")
    person.says("Podem ser dos ajuntaments?")
    office.presses("Respon")
    office.says("I tant.")
    person.says("/les_meves_dades")
    content = documents(talk, AINA)[-1]["content"]
    held = json.loads(content)
    assert [row["decided_by"] for row in held["access_request"]] == [None]
    assert "I tant." in content
    assert "7310045821" not in content


def test_corrected_answers_are_shown_in_both_versions(talk: Conversation, aina: Somebody) -> None:
    aina.edits("aina@lalzinar.example", "a.soler@lalzinar.example")
    aina.says("/les_meves_dades")
    said = json.dumps(documents(talk, AINA)[-2], ensure_ascii=False)
    assert "a.soler@lalzinar.example" in said
    assert "resposta anterior" in said


def test_somebody_without_a_word_gets_their_data_too(talk: Conversation) -> None:
    person = Somebody(talk, 77, "Pol")
    heard = person.says("/les_meves_dades")
    assert len(heard) == 2
    assert "El vostre nom no s'ha desat" in json.dumps(documents(talk, 77)[0], ensure_ascii=False)


def test_own_data_are_not_given_in_a_group(talk: Conversation, aina: Somebody) -> None:
    for command in ("les_meves_dades", "esborra"):
        heard = talk.in_group(AINA, "Aina Soler", command)
        assert all(not one.message.document and "Esborra" not in str(one.labels) for one in heard)


def test_privacy_card_leads_to_both_rights(talk: Conversation, aina: Somebody) -> None:
    heard = aina.says("/privacitat")
    assert heard[-1].labels == ["Mostra'm les meves dades", "Esborra les meves dades"]
    assert aina.presses("Mostra'm les meves dades")[0].message.document == "les-meves-dades.pdf"
    assert "S'esborrarà" in aina.presses("Esborra les meves dades")[-1].text


def test_erasing_says_what_goes_and_what_stays_before_it_asks(aina: Somebody) -> None:
    (said,) = aina.says("/esborra")
    for part in ("S'esborrarà", "Es quedarà", "respostes llargues", "còpies de seguretat", "PDF no es guarden"):
        assert part in said.text
    assert said.labels == ["Mostra'm les meves dades", "Esborra les meves dades", "Deixa-les com són"]


def test_erasing_is_asked_twice_and_may_be_left_at_either(talk: Conversation, aina: Somebody) -> None:
    aina.says("/esborra")
    assert aina.presses("Deixa-les com són")[-1].text == "No s'ha esborrat res."
    aina.says("/esborra")
    assert "No es podrà desfer" in aina.presses("Esborra les meves dades")[-1].text
    assert aina.presses("Deixa-les com són")[-1].text == "No s'ha esborrat res."
    assert talk.answers("inventat-1")["email"] == ANSWERS["email"]
    assert talk.rows("select count(*) as n from erasure") == [{"n": 0}]


def test_old_button_of_the_last_word_erases_nothing(talk: Conversation, aina: Somebody) -> None:
    aina.says("/esborra")
    aina.presses("Esborra les meves dades")
    aina.says("/esborra")
    aina.presses("Sí, esborra-les", old=False)
    assert talk.rows("select count(*) as n from erasure") == [{"n": 0}]


def test_erasing_may_be_typed(talk: Conversation, aina: Somebody) -> None:
    aina.says("/esborra", "esborra les meves dades")
    heard = aina.says("Sí, esborra-les")
    assert "s'han esborrat" in heard[-1].text
    assert talk.rows("select count(*) as n from person where id = :id", id=AINA) == [{"n": 0}]


def test_erasing_takes_the_buttons_and_the_menu_of_roles_away(aina: Somebody) -> None:
    aina.says("/esborra")
    aina.presses("Esborra les meves dades")
    heard = aina.presses("Sí, esborra-les")
    assert [one.menu for one in heard if one.menu] == [("inici", "ajuda", "privacitat", "les_meves_dades", "esborra")]
    assert heard[-1].text.startswith("Les vostres dades s'han esborrat.")
    assert "Sí, esborra-les" not in aina.conversation.labels(AINA)


def test_office_is_not_told_while_another_contact_is_left(talk: Conversation, aina: Somebody) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    talk.seats(MARC, Role.CONTACT, "l'Alzinar")
    (said,) = aina.says("/esborra")
    assert "Ningú més" not in said.text
    aina.presses("Esborra les meves dades")
    heard = aina.presses("Sí, esborra-les")
    assert {one.to for one in heard} == {AINA}


def test_last_of_the_office_is_told_to_invite_somebody_first(talk: Conversation) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    (said,) = Somebody(talk, OFFICE, "Núria Camps").says("/esborra")
    assert "Ningú més no és de l'Oficina Tècnica" in said.text


def test_every_change_has_words_for_whom_it_concerns() -> None:
    assert {kind.__name__ for kind in get_args(Change)} <= DEEDS.keys()


@pytest.mark.parametrize("token", ["", "a", "xN9-_" * 8])
def test_pseudonym_is_nobodys_number(token: str) -> None:
    number = pseudonym(token)
    assert -(1 << 63) <= number < PSEUDONYMS
    assert is_pseudonym(number)
    assert not is_pseudonym(-1_002_147_483_648)
    assert not is_pseudonym(AINA)
