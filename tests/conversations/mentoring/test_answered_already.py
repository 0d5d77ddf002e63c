"""What a council writes of a session that it has confirmed is not ignored: the session is shown, to be put right."""

from __future__ import annotations

from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

MEANT = {
    "no va ser per telèfon, va ser presencial": "Va ser: presencial.",
    "no, va ser en línia": "Va ser: a distància.",
    "van ser dues hores i mitja": "Va ser: 2 hores i 30 minuts.",
    "ahir vam fer 3 hores": "Va ser: 3 hores.",
}
SHOWN = ("la sessió no va ser així", "ens hem equivocat", "no es va fer", "com puc canviar el dia de la sessió?")


def test_words_after_confirming(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Sí, confirma-la")
    for text in SHOWN:
        heard = stage.aina.says(text)
        assert "Aquesta sessió ja està confirmada:\nL'Alzinar: dimarts 2 de juny · 2 hores." in said(heard, AINA), text
        assert heard[-1].labels == ["Cal corregir-la", "Escriu a l'Oficina Tècnica"]
    assert "confirmada:" not in said(stage.aina.says("gràcies!"), AINA)
    assert "confirmada:" not in said(stage.aina.says("dilluns vam fer 1 hora"), AINA), "none is noted on that day"
    for text, meant in MEANT.items():
        assert meant in said(stage.aina.says(text), AINA), text
        stage.aina.presses("Deixa-la igual")
    stage.aina.says("van ser dues hores i mitja")
    assert "Hi esteu d'acord?" in said(stage.aina.presses("Sí, corregeix-la"), MARTI)


def test_which_of_several_is_asked(stage: Stage) -> None:
    for text in ("ahir 2h amb l'Alzinar", "dilluns 1h amb l'Alzinar"):
        stage.tells(text)
        stage.aina.presses("Sí, confirma-la")
    heard = stage.aina.says("la sessió no va ser així")
    assert heard[-1].labels == ["Dilluns 1 de juny · 1 h", "Dimarts 2 de juny · 2 h",
                                "Escriu a l'Oficina Tècnica"]  # fmt: skip
    assert "Què cal corregir?" in said(stage.aina.presses("Dilluns 1 de juny · 1 h"), AINA)
