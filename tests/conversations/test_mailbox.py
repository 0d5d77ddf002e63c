"""Applications and answers that come by e-mail: the office enters them and they are worth the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conversations.protocol import mailed, scenes
from conversations.protocol.facts import Role
from tests.conversation import ANSWERS, Conversation, Somebody, said

NURIA, ROSA, POL = 2001, 2002, 1001
SALT = "171557"
MAILED = (
    "Carme Vila",
    "Tècnica de comerç",
    "carme@salt.example",
    "Assessorament",
    ANSWERS["title"],
    "agroecologia",
    ANSWERS["need"],
    ANSWERS["transferability"],
    ANSWERS["alignment"],
    "No",
    ANSWERS["means"],
    "assemblea",
    "A distància",
    "972 61 84 35",
)
"""What an e-mail says to every question, in the order in which the office is asked."""


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    for person in (NURIA, ROSA):
        conversation.seats(person, Role.OFFICE)
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(talk: Conversation) -> Somebody:
    return Somebody(talk, NURIA, "Núria Camps")


def begins(nuria: Somebody, council: str = "Salt", arrived: str = "avui a les 9.00") -> str:
    nuria.conversation.press_data(nuria.id, nuria.name, "0:mail")
    nuria.says(council)
    nuria.presses(council)
    return said(nuria.says(arrived), nuria.id)


def enters(nuria: Somebody, *, consents: tuple[str, str] = ("Els accepta", "Ho autoritza")) -> str:
    begins(nuria)
    nuria.says(*MAILED)
    nuria.presses("Entra-la")
    return said(nuria.presses(*consents), nuria.id)


def application(talk: Conversation) -> dict[str, Any]:
    (row,) = talk.rows("select * from application")
    return row


def documents(talk: Conversation, person: int) -> list[dict[str, Any]]:
    rows = talk.rows("select document from letter where chat = :id order by id", id=person)
    found = [json.loads(row["document"]) for row in rows if row["document"]]
    return [one for one in found if one and one["kind"] != "menu"]


def test_channel_arrival_and_number_are_recorded_as_for_everybody(talk: Conversation, nuria: Somebody) -> None:
    assert "Número 2020-1-001" in enters(nuria)
    row = application(talk)
    assert (row["channel"], row["status"], row["number"]) == ("email", "submitted", "2020-1-001")
    assert str(row["received_at"])[:16] == str(row["submitted_at"])[:16] == "2020-05-05 07:00"
    assert row["committed_at"] is not None
    assert row["publication"]
    assert talk.rows("select numbers from call") == [{"numbers": 1}]


def test_receipt_goes_out_as_pdf_and_as_a_message_for_the_contact(talk: Conversation, nuria: Somebody) -> None:
    enters(nuria)
    sheet, mail = documents(talk, NURIA)[-2:]
    assert (sheet["kind"], sheet["file_name"]) == ("sheet", "sollicitud-2020-1-001.pdf")
    assert (mail["kind"], mail["file_name"]) == ("mail", "sollicitud-2020-1-001.eml")
    assert (mail["name"], mail["address"]) == ("Carme Vila", "carme@salt.example")
    assert mail["attached"]["file_name"] == sheet["file_name"]


def test_what_the_email_does_not_say_stays_unsaid(talk: Conversation, nuria: Somebody) -> None:
    begins(nuria)
    for _ in range(len(MAILED)):
        nuria.presses("El correu no ho diu")
    nuria.presses("Entra-la", "El correu no ho diu")
    heard = said(nuria.presses("El correu no ho diu"), NURIA)
    assert "Hi falta:" in heard
    assert "els compromisos" in heard
    row = application(talk)
    assert (row["committed_at"], row["publication"], row["number"]) == (None, None, "2020-1-001")
    assert documents(talk, NURIA)[-1]["address"] == ""
    nuria.presses("Mostra la sol·licitud", "Completa-la amb el correu")
    for _ in range(len(MAILED)):
        nuria.presses("El correu no ho diu")
    assert "Encara hi falta" in said(nuria.presses("El correu no ho diu"), NURIA)


def test_deadline_is_judged_by_the_arrival_and_not_by_the_hour_of_entering(talk: Conversation, nuria: Somebody) -> None:
    talk.passes(days=5)
    assert "no hi havia cap convocatòria oberta" in begins(nuria, arrived="9 de maig, 0.00")
    assert isinstance(nuria.scene, mailed.Arriving)
    assert "què diu el correu" in said(nuria.says("8 de maig, 23.59"), NURIA)
    nuria.says(*MAILED)
    nuria.presses("Entra-la", "Els accepta")
    assert "Entrada" in said(nuria.presses("No"), NURIA)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("demà a les 9", "No s'ha entès quin dia"),
        ("avui", "Falta l'hora"),
        ("avui a les 23.00", "encara no ha arribat"),
    ],
)
def test_arrival_that_cannot_be_is_asked_again(nuria: Somebody, text: str, answer: str) -> None:
    assert answer in begins(nuria, arrived=text)
    assert isinstance(nuria.scene, mailed.Arriving)


def test_a_draft_in_the_bot_becomes_the_application(talk: Conversation, nuria: Somebody) -> None:
    pol = Somebody(talk, POL, "Pol Vidal")
    pol.opens("Salt")
    pol.answers_until(5)
    assert "tenia un esborrany" in begins(nuria)
    nuria.says(*MAILED)
    nuria.presses("Entra-la", "Els accepta")
    heard = nuria.presses("Ho autoritza")
    assert "va arribar per correu" in said(heard, POL)
    assert talk.answers(SALT)["email"] == "carme@salt.example"
    assert application(talk)["channel"] == "email"
    assert "2020-1-001" in said(pol.says("/estat"), POL)


def test_an_email_after_a_withdrawal_is_another_application(talk: Conversation, nuria: Somebody) -> None:
    pol = Somebody(talk, POL, "Pol Vidal")
    pol.opens("Salt")
    pol.answers_until(13)
    pol.sends_application()
    assert "ja ha enviat" in begins(nuria)
    pol.presses("Mostra la sol·licitud", "Retira la sol·licitud", "Retira-la")
    assert "què diu el correu" in begins(nuria)
    nuria.says(*MAILED)
    nuria.presses("Entra-la", "Els accepta", "No")
    rows = talk.rows("select id, status from application order by id")
    assert rows == [
        {"id": f"2020-1.{SALT}.1", "status": "withdrawn"},
        {"id": f"2020-1.{SALT}.2", "status": "submitted"},
    ]


def test_a_council_outside_the_register_can_be_entered_and_a_person_decides(
    talk: Conversation, nuria: Somebody
) -> None:
    assert "què diu el correu" in begins(nuria, council="Puigferrer")
    assert talk.rows("select name from body where id = 'inventat-2'") == [{"name": "Puigferrer"}]


def test_entering_is_left_and_gone_on_by_a_colleague(talk: Conversation, nuria: Somebody) -> None:
    begins(nuria)
    nuria.says(*MAILED[:3])
    nuria.presses("Desa i surt")
    rosa = Somebody(talk, ROSA, "Rosa Mir")
    talk.press_data(ROSA, "Rosa Mir", "0:mail")
    rosa.says("Salt")
    assert "3 de 12" in said(rosa.presses("Salt"), ROSA)


def test_contacts_are_not_reminded_of_what_the_office_is_entering(talk: Conversation, nuria: Somebody) -> None:
    talk.seats(POL, Role.CONTACT, "Salt")
    begins(nuria)
    assert talk.rows("select standing from watch where body = :body", body=SALT) == [{"standing": "done"}]


def test_a_text_over_the_limit_is_not_cut_by_the_office(nuria: Somebody) -> None:
    begins(nuria)
    nuria.says(*MAILED[:6])
    heard = said(nuria.says("paraules " * 300), NURIA)
    assert "el màxim és 1.500" in heard
    assert "demaneu a l'ajuntament que l'escurci" in heard


def test_a_doubtful_answer_is_taken_when_it_is_insisted_on(nuria: Somebody) -> None:
    begins(nuria)
    nuria.says("Carme Vila")
    nuria.says("cap")
    assert isinstance(nuria.scene, mailed.Entering)
    assert nuria.scene.doubted == "cap"
    assert "2 de 12" in said(nuria.presses("Desa-ho així"), NURIA)


def test_options_are_marked_and_unmarked(nuria: Somebody) -> None:
    begins(nuria)
    nuria.says(*MAILED[:5])
    nuria.presses("Jovent")
    nuria.presses("✓ Jovent (triat)")
    assert "Trieu" in said(nuria.presses("Ja està"), NURIA) or isinstance(nuria.scene, mailed.Entering)
    nuria.presses("Jovent", "Habitatge", "Moneda local")
    nuria.presses("Finances ètiques")
    assert isinstance(nuria.scene, mailed.Entering)
    assert len(nuria.scene.toggled) == 3


def test_changing_an_answer_sets_aside_what_no_longer_applies(talk: Conversation, nuria: Somebody) -> None:
    begins(nuria)
    nuria.says(*MAILED[:9])
    nuria.presses("Sí, socioeconòmica")
    nuria.says(ANSWERS["covid_how"])
    nuria.says(*MAILED[10:])
    nuria.presses("Corregeix una resposta", "Covid-19", "No")
    assert "covid_how" not in talk.answers(SALT)
    assert isinstance(nuria.scene, mailed.Entered)


def test_going_back_from_the_first_question_and_from_a_correction_shows_what_there_is(nuria: Somebody) -> None:
    begins(nuria)
    assert "això és el que hi ha" in said(nuria.presses("Torna enrere"), NURIA)
    nuria.presses("Corregeix una resposta")
    assert "això és el que hi ha" in said(nuria.presses("Torna enrere"), NURIA)
    nuria.presses("Corregeix una resposta", "Títol")
    assert "això és el que hi ha" in said(nuria.presses("Torna enrere"), NURIA)
    assert "No s'ha entrat" in said(nuria.presses("Encara no"), NURIA)


@pytest.mark.parametrize("who", ["contact", "commission", "stranger"])
def test_only_the_office_enters_emails(talk: Conversation, nuria: Somebody, who: str) -> None:
    enters(nuria)
    person = Somebody(talk, POL, "Pol Vidal")
    if who == "contact":
        talk.seats(POL, Role.CONTACT, "Salt")
    elif who == "commission":
        talk.seats(POL, Role.COMMISSION, "Salt")
    for data in ("0:mail", f"0:mailmore.2020-1.{SALT}.1", f"0:note.2020-1.{SALT}.1"):
        assert "ja no fa res" in said(talk.press_data(POL, "Pol Vidal", data), POL), data
    assert isinstance(person.scene, scenes.Idle | scenes.FindingBody)


@pytest.mark.parametrize("step", range(5))
def test_whoever_leaves_the_office_enters_nothing_more(talk: Conversation, nuria: Somebody, step: int) -> None:
    talk.press_data(NURIA, "Núria Camps", "0:mail")
    nuria.says("Salt")
    steps: list[Callable[[], object]] = [
        lambda: nuria.presses("Salt"),
        lambda: nuria.says("avui a les 9.00"),
        lambda: nuria.says(*MAILED),
        lambda: nuria.presses("Entra-la"),
        lambda: nuria.presses("Els accepta"),
    ]
    for one in steps[:step]:
        one()
    talk.does(f"update seat set until = '2020-05-05 06:00:00' where person = {NURIA}")
    before = talk.rows("select count(*) as n from audit")
    steps[step]()
    assert talk.rows("select count(*) as n from audit") == before


def test_an_answer_by_email_to_what_was_missing_is_written_down(talk: Conversation, nuria: Somebody) -> None:
    enters(nuria)
    for question in ("Quantes parades són?", "I quan?"):
        nuria.presses("Mostra la sol·licitud", "Demana la dada que falta")
        nuria.says(question)
    talk.press_data(NURIA, "Núria Camps", f"0:sheet.2020-1.{SALT}.1")
    nuria.presses("Anota la resposta del correu")
    assert "No s'ha anotat" in said(nuria.presses("Deixa-ho"), NURIA) or isinstance(nuria.scene, scenes.Idle)
    nuria.presses("Anota la resposta del correu")
    assert "el màxim és" in said(nuria.says("x" * 1001), NURIA)
    assert "I quan?" in said(nuria.says("Set."), NURIA)
    assert application(talk)["status"] == "needs_data"
    nuria.presses("Anota la resposta del correu")
    nuria.says("Al juny.")
    assert application(talk)["status"] == "submitted"
    assert "No falta res" in said(nuria.presses("Anota la resposta del correu"), NURIA)
    sheet = said(talk.press_data(NURIA, "Núria Camps", f"0:sheet.2020-1.{SALT}.1"), NURIA)
    assert "Set." in sheet
    assert "Al juny." in sheet


def test_an_answer_that_came_by_both_ways_is_written_once(talk: Conversation, nuria: Somebody) -> None:
    talk.seats(POL, Role.CONTACT, "Salt")
    enters(nuria)
    nuria.presses("Mostra la sol·licitud", "Demana la dada que falta")
    nuria.says("Quantes parades són?")
    talk.press_data(NURIA, "Núria Camps", f"0:sheet.2020-1.{SALT}.1")
    nuria.presses("Anota la resposta del correu")
    pol = Somebody(talk, POL, "Pol Vidal")
    pol.presses("Respon")
    pol.says("Set.")
    assert "mentrestant" in said(nuria.says("Vuit."), NURIA)
    assert talk.rows("select answer from data_request") == [{"answer": "Set."}]


def test_contact_data_of_an_email_are_not_the_offices_own(talk: Conversation, nuria: Somebody) -> None:
    enters(nuria)
    nuria.says("/les_meves_dades")
    held = json.dumps(documents(talk, NURIA)[-1]["content"], ensure_ascii=False)
    own = json.loads(documents(talk, NURIA)[-1]["content"])
    assert "answer" not in own
    lines = [row for row in own["audit"] if row["action"] == "SaveAnswer"]
    assert lines
    assert all("carme@salt.example" not in json.dumps(row) for row in lines), held[:200]
    nuria.says("/esborra")
    nuria.presses("Esborra les meves dades", "Sí, esborra-les")
    assert talk.answers(SALT)["email"] == "carme@salt.example"
    assert talk.answers(SALT)["name"] == "Carme Vila"
