"""Several sessions wait for a council: what it types is asked about, and a session in dispute is not confirmed so."""

from __future__ import annotations

from pathlib import Path

from tests.conversation import said
from tests.stage import AINA, MARTI, Stage


def test_typed_label_with_several_sessions_asks_which(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for told in ("Ahir 1h amb l'Alzinar", "Dilluns 1h amb l'Alzinar", "El 28 de maig 1h amb l'Alzinar"):
        stage.tells(told)
    stage.aina.says("bé")
    labels = ["Dimarts 2 de juny · 1 h", "Dilluns 1 de juny · 1 h", "Dijous 28 de maig · 1 h"]
    for words in ("no es va fer", "Sí, confirma-la", "Cal corregir-la"):
        heard = stage.aina.says(words)
        assert said(heard, MARTI) == ""
        assert "Quina voleu dir?" in said(heard, AINA), words
        assert sorted(heard[-1].labels) == sorted(labels), words
    assert {one[2] for one in stage.standing()} == {"reported"}
    stage.aina.says("no es va fer")
    heard = stage.aina.says("dilluns 1 de juny · 1 h")
    assert "diu que aquesta sessió no es va fer:\nDilluns 1 de juny" in said(heard, MARTI)
    heard = stage.aina.says("Sí, confirma-la")
    assert sorted(heard[-1].labels) == sorted(labels[::2])
    stage.aina.presses(labels[0])
    stage.aina.says("Sí, confirma-la")
    assert dict(one[::2] for one in stage.standing())["2020-06-01"] == "reported"
    stage.close()


def test_session_in_dispute_is_not_confirmed_by_an_old_card(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.tells("Ahir 2h amb l'Alzinar")
    data, message = stage.bot.button(AINA, "Sí, confirma-la")
    stage.aina.presses("No es va fer")
    heard = stage.bot.press_data(AINA, "Aina", data, message)
    assert "Heu dit: no es va fer.\nPer confirmar-la tal com es va anotar, primer retireu-ho." in said(heard, AINA)
    assert [one[2] for one in stage.standing()] == ["reported"]
    stage.aina.presses("Retira-ho", "Sí, confirma-la")
    assert [one[2] for one in stage.standing()] == ["confirmed"]
    stage.close()
