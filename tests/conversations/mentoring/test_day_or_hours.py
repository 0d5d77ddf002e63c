"""What a council writes to correct a session: a day is never read as hours, and what may be either is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from conversations.mentoring import bare
from tests.conversation import said
from tests.stage import AINA, MARTI, Stage


@pytest.mark.parametrize(
    ("text", "days", "lengthy", "last"),
    [
        ("va ser el dia 1", (1,), False, 1),
        ("no va ser el 2 sinó el 4", (2, 4), False, 4),
        ("dilluns 1", (1,), False, 1),
        ("l'1 de juny", (1,), False, 1),
        ("no eren 2 sinó 4", (), False, 4),
        ("2 h i mitja", (), True, 0),
        ("va durar 3", (), True, 3),
        ("eren 3 hores el dia 1", (1,), True, 1),
        ("el 2/6", (), False, 0),
        ("no ho sé", (), False, 0),
    ],
)
def test_bare_numbers(text: str, days: tuple[int, ...], lengthy: bool, last: int) -> None:
    assert (bare.days(text), bare.lengthy(text), bare.last(text)) == (days, lengthy, last)


SENT = {
    "va ser el dia 1": "Va ser: dilluns 1 de juny.",
    "no va ser el 2 sinó l'1": "Va ser: dilluns 1 de juny.",
    "l'1 de juny": "Va ser: dilluns 1 de juny.",
    "una hora i mitja, no dues": "Va ser: 1 hora i 30 minuts.",
    "va durar 3": "Va ser: 3 hores.",
    "el dia 1 va durar 3": "Va ser: dilluns 1 de juny, 3 hores.",
}
"""What is clear goes to the other side as it was meant."""

ASKED = {
    "eren 4": ("És el dia o la durada de la sessió?", ["Dilluns 4 de maig", "4 hores", "Deixa-la igual"]),
    "2.5": ("És el dia o la durada de la sessió?", ["Dissabte 2 de maig", "2 hores i 30 minuts", "Deixa-la igual"]),
    "no va ser el 2 sinó el 4": ("Quin dia va ser?", ["Dilluns 4 de maig"]),
    "el dia 2": ("Quin dia va ser?", ["Avui, dimecres 3"]),
    "28": ("Quin dia va ser?", ["Dijous 28 de maig"]),
    "van ser 28": ("Quin dia va ser?", ["Dijous 28 de maig"]),
    "el 45": ("Quin dia va ser?", ["Avui, dimecres 3"]),
}
"""What may be a day or hours, or a day that has not come, is asked."""


def test_day_is_not_read_as_hours(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.tells("Ahir 2h amb l'Alzinar")
    for text, claim in SENT.items():
        stage.aina.presses("Cal corregir-la")
        assert claim in said(stage.aina.says(text), MARTI), text
        stage.aina.presses("Retira-ho")
    for text, (question, labels) in ASKED.items():
        stage.aina.presses("Cal corregir-la")
        heard = stage.aina.says(text)
        assert said(heard, MARTI) == "", text
        assert question in said(heard, AINA), text
        assert heard[-1].labels[: len(labels)] == labels, text
        stage.aina.presses("Deixa-la igual")
    stage.aina.presses("Cal corregir-la", "La durada")
    assert "Va ser: dilluns 1 de juny." in said(stage.aina.says("el dia 1"), MARTI)
    stage.aina.presses("Retira-ho", "Cal corregir-la")
    stage.aina.says("van ser 3")
    assert "Va ser: 3 hores." in said(stage.aina.presses("3 hores"), MARTI)
    stage.close()


def test_council_reads_what_it_has_sent_and_corrects_it_again(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.tells("Ahir 2h amb l'Alzinar")
    stage.aina.presses("Cal corregir-la")
    heard = stage.aina.says("va ser el dia 1")
    assert "Heu dit: dilluns 1 de juny · 2 hores." in said(heard, AINA)
    assert "Heu dit: dilluns 1 de juny · 2 hores." in said(stage.aina.presses("Torna a corregir-la"), AINA)
    assert "Queda com estava." in said(stage.aina.presses("Deixa-la igual"), AINA)
    stage.aina.presses("Torna a corregir-la")
    heard = stage.aina.says("va durar 3 hores")
    assert "Heu dit: dilluns 1 de juny · 3 hores." in said(heard, AINA)
    assert "Va ser: dilluns 1 de juny, 3 hores." in said(heard, MARTI)
    stage.aina.presses("Torna a corregir-la")
    assert "Heu dit: no es va fer." in said(stage.aina.presses("No es va fer"), AINA)
    stage.close()
