"""Handing over (N21): who leaves loses access at once, who follows goes on, and the log names both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.protocol import scenes
from conversations.protocol.facts import Role
from tests.conversation import ANSWERS, Conversation, Somebody, said
from tests.support.rehearsed import rehearsed

AINA, MARC, NURIA = 1001, 1002, 2001


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    conversation.seats(NURIA, Role.OFFICE)
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(talk: Conversation) -> Somebody:
    return Somebody(talk, NURIA, "Núria Camps")


@pytest.fixture
def aina(talk: Conversation) -> Somebody:
    person = Somebody(talk, AINA, "Aina Soler")
    person.opens("l'Alzinar")
    return person


@pytest.fixture
def marc(talk: Conversation) -> Somebody:
    return Somebody(talk, MARC, "Marc Ribes")


def opens_change(talk: Conversation, body: str = "inventat-1", who: int = NURIA) -> str:
    """The button of the desk, pressed. Returns what was said to whoever pressed it."""
    return said(talk.press_data(who, "Núria Camps", f"0:handover.{body}"), who)


def link(talk: Conversation) -> str:
    """The token of the last invitation that the office got."""
    texts = [message.text for message in talk.chats[NURIA] if "start=" in message.text]
    return texts[-1].split("start=")[1].split()[0].split("<")[0].split('"')[0]


def hands_over(talk: Conversation, nuria: Somebody) -> str:
    opens_change(talk)
    nuria.presses("Fes el canvi")
    return link(talk)


def test_both_are_named_in_the_log(talk: Conversation, nuria: Somebody, aina: Somebody, marc: Somebody) -> None:
    aina.answers_until(3)
    marc.starts(hands_over(talk, nuria))
    (left,) = talk.rows("select actor, after from audit where action = 'HandOver'")
    assert (left["actor"], json.loads(left["after"])["person"]) == (NURIA, AINA)
    rows = talk.rows("select actor, after from audit where action = 'UseInvitation' order by id")
    assert (rows[-1]["actor"], json.loads(rows[-1]["after"])["instead_of"]) == (MARC, AINA)


WHERE: dict[str, tuple[int, tuple[str, ...]]] = {
    "Invited": (0, ()),
    "ReadingNotice": (0, ("Comença",)),
    "Asking": (4, ()),
    "Reviewing": (13, ()),
    "PickingAnswer": (13, ("Corregeix una resposta",)),
    "Committing": (13, ("Continua",)),
    "Authorising": (13, ("Continua", "Hi estem d'acord")),
    "Sending": (13, ("Continua", "Hi estem d'acord", "No")),
    "Withdrawing": (
        13,
        (
            "Continua",
            "Hi estem d'acord",
            "No",
            "Envia la sol·licitud",
            "Mostra la sol·licitud",
            "Retira la sol·licitud",
        ),
    ),
}
"""Until which question somebody answers, and what is pressed then, to stand in each scene."""


def begun(folder: Path, answered: int) -> Conversation:
    """Aina has opened her invitation, and answered until that question."""
    talk = Conversation(folder)
    talk.seats(NURIA, Role.OFFICE)
    person = Somebody(talk, AINA, "Aina Soler")
    person.opens("l'Alzinar")
    if answered:
        person.answers_until(answered)
    return talk


@pytest.fixture
def standing(tmp_path: Path, scene: str) -> Iterator[Conversation]:
    conversation = rehearsed(begun, tmp_path, answered=WHERE[scene][0])
    yield conversation
    conversation.close()


@pytest.mark.parametrize("scene", WHERE)
def test_access_ends_at_once_wherever_the_dialogue_stands(standing: Conversation, scene: str) -> None:
    talk, nuria, aina = standing, Somebody(standing, NURIA, "Núria Camps"), Somebody(standing, AINA, "Aina Soler")
    aina.presses(*WHERE[scene][1])
    assert type(aina.scene).__name__ == scene
    turn, labels = aina.conversation.state(AINA).turn, talk.labels(AINA)
    before = talk.rows("select count(*) as n from answer"), talk.rows("select status from application")
    hands_over(talk, nuria)
    pressed = next((data for label, data, _ in reversed(talk.every_button(AINA)) if data.startswith(f"{turn}:")), "")
    assert labels
    heard = said(talk.press_data(AINA, "Aina Soler", pressed), AINA)
    assert "Ja no sou contacte de l'Alzinar" in heard
    assert isinstance(aina.scene, scenes.Idle)
    for label, data in [(label, data) for label, data, _ in talk.every_button(AINA) if data]:
        told = said(talk.press_data(AINA, "Aina Soler", data), AINA)
        assert ANSWERS["title"] not in told, label
        assert "2020-1-001" not in told, label
    assert before == (talk.rows("select count(*) as n from answer"), talk.rows("select status from application"))


def test_a_voice_message_in_the_middle_is_told_the_same(talk: Conversation, nuria: Somebody, aina: Somebody) -> None:
    aina.answers_until(4)
    hands_over(talk, nuria)
    assert "Ja no sou contacte" in said(aina.sends("voice"), AINA)


def test_an_answer_about_a_missing_datum_is_not_taken(talk: Conversation, nuria: Somebody, aina: Somebody) -> None:
    aina.answers_until(13)
    aina.sends_application()
    nuria.presses("Mostra la sol·licitud", "Demana la dada que falta")
    nuria.says("Quantes persones hi participaran?")
    aina.presses("Respon")
    hands_over(talk, nuria)
    assert "Ja no sou contacte" in said(aina.says("Dues."), AINA)
    assert talk.rows("select answer from data_request") == [{"answer": None}]


def test_whoever_follows_goes_on_where_it_was_and_gives_their_own_contact_data(
    talk: Conversation, nuria: Somebody, aina: Somebody, marc: Somebody
) -> None:
    aina.answers_until(5)
    marc.starts(hands_over(talk, nuria))
    heard = marc.presses("Continua", "Ho he llegit, continua")
    assert "Pregunta 5 de 12" in said(heard, MARC)
    kept = talk.answers("inventat-1")
    assert kept["title"] == ANSWERS["title"]
    assert {"position", "email", "name"}.isdisjoint(kept)
    for name in ("topics", "need", "transferability", "alignment", "covid", "covid_how", "means", "involvement"):
        marc.says(ANSWERS[name])
    heard = marc.says(ANSWERS["modality"])
    assert "Pregunta 1 de 12" in said(heard, MARC)
    marc.says("Tècnic de comerç")
    assert "Ja ho teniu tot" in said(marc.says("marc@lalzinar.example"), MARC)


def test_an_invitation_that_nobody_used_opens_nothing_after_another_handover(
    talk: Conversation, nuria: Somebody, aina: Somebody, marc: Somebody
) -> None:
    talk.seats(1003, Role.CONTACT, "l'Alzinar")
    opens_change(talk)
    nuria.presses("Aina Soler" if "Aina Soler" in talk.labels(NURIA) else talk.labels(NURIA)[0], "Fes el canvi")
    first = link(talk)
    talk.passes(minutes=1)
    opens_change(talk)
    nuria.presses("Fes el canvi")
    assert "ha caducat" in said(marc.starts(first), MARC)
    assert "Hola, Marc" in said(marc.starts(link(talk)), MARC)


def test_a_body_without_contacts_only_gets_an_invitation(talk: Conversation, marc: Somebody) -> None:
    assert "no té cap contacte" in opens_change(talk, "171557")
    assert "Salt" in said(marc.starts(link(talk)), MARC)


def test_somebody_who_left_meanwhile_is_not_taken_away_twice(
    talk: Conversation, nuria: Somebody, aina: Somebody
) -> None:
    opens_change(talk)
    aina.presses("No soc de l'Alzinar")
    assert "ja no era contacte" in said(nuria.presses("Fes el canvi"), NURIA)
    assert talk.rows("select count(*) as n from audit where action = 'HandOver'") == [{"n": 0}]


def test_only_the_office_hands_over(talk: Conversation, aina: Somebody, nuria: Somebody) -> None:
    talk.seats(MARC, Role.COMMISSION, "Mataró")
    for who in (AINA, MARC, 4004):
        assert "ja no fa res" in opens_change(talk, who=who)
    opens_change(talk)
    talk.does(f"update seat set until = '2020-05-05 08:00:00' where person = {NURIA}")
    nuria.presses("Fes el canvi")
    assert talk.rows("select count(*) as n from audit where action = 'HandOver'") == [{"n": 0}]


def test_who_leaves_finds_the_handover_in_their_data_without_anybodys_number(
    talk: Conversation, nuria: Somebody, aina: Somebody, marc: Somebody
) -> None:
    aina.answers_until(3)
    marc.starts(hands_over(talk, nuria))
    aina.says("/les_meves_dades")
    rows = talk.rows("select document from letter where chat = :id order by id", id=AINA)
    sheet, data = [json.loads(row["document"]) for row in rows if row["document"]][-2:]
    assert "va passar a un altre contacte" in json.dumps(sheet, ensure_ascii=False)
    assert str(NURIA) not in data["content"]
    assert f'"used_by": {MARC}' not in data["content"]
