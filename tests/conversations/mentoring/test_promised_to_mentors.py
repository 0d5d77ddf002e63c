"""What the README says to mentors and councils, sentence by sentence, is what the bot does."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from conversations.rules.deadlines import MADRID
from tests.conversation import said
from tests.stage import AINA, MARTI, Stage

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
PART = README[README.index("## Per a qui acompanya") : README.index("## Posar-lo en marxa")]
ROWS = re.findall(r"^\| (?!s'escriu|---)([^|]+) \|", PART, re.MULTILINE)

DONE = (
    ("Dijous 11 de juny · 2 hores · a distància\nTema: clàusules socials\nAmb aquesta, 2 de les 4 hores", "Desa"),
    ("Dilluns 8 de juny · 2 hores i 30 minuts · presencial", "Descarta"),
    ("1. L'Alzinar: dimarts 9 de juny · 1 hora i 30 minuts\n2. El Comellar: dijous 11 de juny · 2 hores", ""),
    ("Abans: 2 hores. Ara: 2 hores i 15 minuts.", "Canvia-la"),
    ("És una sessió per fer, i encara no compta hores.", "Proposa-la"),
)


def test_every_example_does_what_is_written_beside_it(two: Stage) -> None:
    two.bot.moves(datetime(2020, 6, 12, 9, 30, tzinfo=MADRID))
    assert len(ROWS) == len(DONE) == 5
    for text, (shown, button) in zip(ROWS, DONE, strict=True):
        assert shown in two.says(text), text
        if button:
            two.presses(button)
        else:
            assert "**Desada.** El Comellar" in two.says("desa només la segona")
            two.presses("Descarta")
    assert ("2020-06-11", 135, "reported") in two.standing()
    assert "Va ser: 1 hora i 30 minuts." in said(two.aina.says("no va ser així, van ser només 90 minuts"), AINA)


def test_reason_of_a_council_and_an_answer_to_two_at_once_do_what_is_written(stage: Stage) -> None:
    stage.bot.moves(datetime(2020, 6, 12, 9, 30, tzinfo=MADRID))
    for text in ("dilluns 2h amb l'Alzinar, presencial", "dijous 1h amb l'Alzinar, en línia"):
        stage.tells(text)
    both, reason = "la de dijous bé, la de dilluns no es va fer", "no es va fer, en Martí estava malalt"
    assert f"«{both}»" in PART
    assert f"«{reason}»" in PART
    asked = said(stage.aina.says(both), AINA)
    assert "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: dijous 11 de juny · 1 hora" in asked
    assert "L'Alzinar: dilluns 8 de juny · 2 hores · presencial" in asked
    asked = said(stage.aina.says(f"la de dilluns {reason}"), AINA)
    assert "Voleu dir que aquesta sessió no es va fer?\nS'havia anotat: dilluns 8 de juny" in asked
    assert "en Martí estava malalt" in said(stage.aina.presses("No es va fer"), MARTI)
