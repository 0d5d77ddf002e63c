"""What is written of a date that is proposed or agreed shows that date with its buttons, and begins no other one."""

from __future__ import annotations

from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

DATE = "**Dilluns 8 de juny, a les 10 h**"
ANSWERS = ["Em va bé", "Proposa un altre dia", "No pot ser"]


def test_words_about_a_date(stage: Stage) -> None:
    stage.aina.says("dilluns 8 a les 10")
    stage.aina.presses("Proposa-la")
    for text in ("perfecte, ens veiem dilluns", "d'acord", "dilluns a les 10 ens va bé"):
        heard = stage.marti.says(text)
        assert f"Accepteu aquesta data?\n{DATE}, amb l'Alzinar" in said(heard, MARTI), text
        assert heard[-1].labels == ANSWERS
    assert "Aquesta data espera la vostra resposta:" in stage.says("dilluns no sé si podré")
    assert "Dilluns 8 de juny, a les 12 h" in stage.says("millor dilluns a les 12"), "that is another date"
    stage.presses("No cal")
    assert f"encara espera la resposta de l'altra part:\n{DATE}" in said(stage.aina.says("ens veiem dilluns"), AINA)
    assert "Accepteu" not in stage.says("dilluns passat vam fer 1 hora amb l'Alzinar")
    stage.presses("Descarta")
    stage.says("perfecte, ens veiem dilluns")
    stage.presses("Em va bé")
    for person, who in ((stage.marti, MARTI), (stage.aina, AINA)):
        heard = person.says("ens veiem dilluns!")
        assert "Aquesta data ja està acordada:" in said(heard, who)


def test_another_hour_or_day_is_proposed_in_place_of_the_date_that_waits(stage: Stage) -> None:
    stage.marti.says("dilluns 8 a les 10 hem quedat amb l'Alzinar")
    stage.presses("Proposa-la")
    for text, when in (
        ("em va millor a les 11", "Dilluns 8 de juny, a les 11 h"),
        ("dilluns no puc, millor dimarts a les 12", "Dimarts 9 de juny, a les 12 h"),
        ("prefereixo dijous 11 a la mateixa hora, a les 10", "Dijous 11 de juny, a les 10 h"),
    ):
        asked = said(stage.aina.says(text), AINA)
        assert when in asked, text
        assert "Substituiria la de dilluns 8 de juny, a les 10 h." in asked, text
        stage.aina.presses("No cal")
    stage.aina.says("em va millor a les 11")
    stage.aina.presses("Proposa-la")
    stage.presses("Em va bé")
    dates = stage.bot.rows("select begins, state from appointment order by id")
    assert [(one["begins"], one["state"]) for one in dates] == [(600, "moved"), (660, "agreed")]


def test_yes_to_a_date_is_its_answer_while_a_session_waits_to_be_saved(stage: Stage) -> None:
    for day, yes in (("8", "em va be"), ("15", "Em va bé!")):
        stage.aina.says(f"dilluns {day} a les 10")
        stage.aina.presses("Proposa-la")
        stage.says("ahir 2h amb l'Alzinar")
        for words in ("hi serem", f"em va bé dilluns {day} a les 10"):
            heard = said(stage.marti.says(words), MARTI)
            assert "Accepteu aquesta data?" in heard, words
            assert "Sessió amb **l'Alzinar**\nDimarts 2 de juny · 2 hores" in heard, "the draft stays"
        agreed = stage.says(yes)
        assert f"**Acordada**:\n**Dilluns {day} de juny, a les 10 h**" in agreed, yes
        stage.presses("Descarta")
    assert stage.sessions() == []
