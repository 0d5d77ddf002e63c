"""What either side writes while the office has a session in hand reaches it, and whoever writes is told so."""

from __future__ import annotations

from conversations.protocol.scenes import Idle
from tests.conversation import said
from tests.stage import AINA, MARTI, NURIA, Stage

PASSED_ON = "és a mans de l'Oficina Tècnica, que la resoldrà.\nTambé li ha arribat això que heu escrit: «{text}»"


def test_words_during_a_dispute(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("No es va fer")
    assert "escriviu-ho aquí: l'Oficina Tècnica ho llegirà" in stage.presses("No hi estic d'acord")
    for person, who, text in (
        (stage.marti, MARTI, "es que van ser 2 hores i mitja, tinc el correu"),
        (stage.aina, AINA, "no va venir ningú, ho sap tothom"),
    ):
        heard = person.says(text)
        assert PASSED_ON.format(text=text) in said(heard, who)
        office = [one for one in heard if one.to == NURIA]
        assert f"**{person.name}** escriu sobre una sessió en què no hi ha acord:\n«{text}»" in office[0].text
        assert office[0].labels == ["2 hores", "No es va fer", "Una altra durada", "Respon"]
    assert [row["text"] for row in stage.bot.rows("select text from help_request order by id")] == [
        "es que van ser 2 hores i mitja, tinc el correu",
        "no va venir ningú, ho sap tothom",
    ]
    for text in ("gràcies", "dilluns 1h amb l'Alzinar", "quantes hores queden?", "la de dilluns amb Mataró era bona"):
        assert NURIA not in [one.to for one in stage.marti.says(text)], text


def test_what_a_mentor_insists_on_is_no_new_session(stage: Stage) -> None:
    for day in ("dilluns 1h", "ahir 2h"):
        stage.tells(f"{day} amb l'Alzinar")
        stage.aina.presses("No es va fer")
        stage.presses("No hi estic d'acord")
    for text, days in {
        "vam fer dues hores, tinc l'acta": ["dilluns 1", "dimarts 2"],
        "hi vam ser de 10 a 12": ["dilluns 1", "dimarts 2"],
        "ahir 2h amb l'Alzinar": ["dimarts 2"],
        "la de dilluns sí que es va fer": ["dilluns 1"],
    }.items():
        heard = stage.marti.says(text)
        assert f"«{text}»" in said(heard, MARTI), text
        office = [one.text for one in heard if one.to == NURIA]
        assert [day for day in ("dilluns 1", "dimarts 2") if any(day in one for one in office)] == days, text
    assert len(stage.standing()) == 2
    stage.says("hi vam ser 3 hores")
    assert "3 hores amb l'Alzinar. Quin dia va ser?" in stage.presses("Anota-la igualment")


def test_what_may_be_either_is_asked_about(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("No es va fer")
    stage.presses("No hi estic d'acord")
    question = "És una altra sessió, o parleu de la de dimarts 2 de juny amb l'Alzinar"
    heard = stage.marti.says("hem fet 3 hores")
    assert question in said(heard, MARTI)
    assert heard[-1].labels == ["És una altra sessió", "Parlo d'aquella"]
    assert question in stage.says("què?")
    heard = stage.marti.presses("Parlo d'aquella")
    assert PASSED_ON.format(text="hem fet 3 hores") in said(heard, MARTI)
    assert "«hem fet 3 hores»" in said(heard, NURIA)
    assert stage.marti.scene == Idle()
    for text in ("avui 1h amb l'Alzinar", "2h amb el Comellar", "avui 1h i dilluns 1h amb l'Alzinar"):
        assert question not in stage.says(text), text
        stage.says("esborra-ho tot")
    stage.says("hem fet 1 hora")
    assert "1 hora amb l'Alzinar. Quin dia va ser?" in stage.presses("És una altra sessió")
    stage.presses("Descarta")
    stage.says("hem fet 1 hora")
    stage.nuria.presses("2 hores")
    stage.nuria.says("Ho diu l'acta.")
    heard = stage.marti.presses("Parlo d'aquella")
    assert "Ja l'ha resolt l'Oficina Tècnica." in said(heard, MARTI)
    assert "1 hora amb l'Alzinar. Quin dia va ser?" in said(heard, MARTI)


def test_bare_no_for_a_reason_is_asked_about_once_and_taken_if_insisted(stage: Stage) -> None:
    going = stage.assignments[AINA]
    stage.bot.press_data(AINA, "Aina Soler", f"0:goother.{going}")
    asked = stage.aina.says("no")
    assert "N'hi ha prou amb «no»?" in said(asked, AINA)
    assert asked[-1].labels == ["«no»", "Deixa-ho"]
    assert "S'ha deixat com estava." in said(stage.aina.presses("Deixa-ho"), AINA)
    stage.bot.press_data(AINA, "Aina Soler", f"0:goother.{going}")
    assert "Motiu: no" in said(stage.aina.says("no", "No."), NURIA)
    assert stage.bot.rows("select state, reason from assignment") == [{"state": "replaced", "reason": "no"}]


def test_no_to_whether_one_wants_to_say_why_is_an_answer(stage: Stage) -> None:
    stage.bot.does("update assignment set state = 'proposed', mentor_at = null, exchanged_at = null")
    stage.bot.press_data(MARTI, "Martí Solanelles", f"0:gono.{stage.assignments[AINA]}")
    stage.says("no")
    assert stage.bot.rows("select state, reason from assignment") == [{"state": "declined", "reason": ""}]
