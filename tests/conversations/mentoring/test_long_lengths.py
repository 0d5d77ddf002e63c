"""A length seldom heard is noted or asked like any other, up to twelve hours; «9h» may be an hour of the day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conversations.mentoring.drafts import MINUTES, of_reading
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Reason, read
from tests.stage import Stage


@pytest.mark.parametrize(
    ("said", "minutes", "begins", "why"),
    [
        ("8 hores", 480, None, None),
        ("8 hores  i mitja", 510, None, None),
        ("7,5 hores", 450, None, None),
        ("9h", 540, 540, Reason.HOUR),
        ("9 h 30", 570, 570, Reason.HOUR),
        ("16h", None, 960, None),
        ("25h", None, None, Reason.ABSURD),
        ("9h75", 615, None, Reason.AMBIGUOUS),
        ("12 hores", 720, None, None),
        ("12 hores i quart", None, None, Reason.ABSURD),
        ("5 minuts", 5, None, None),
        ("0 minuts", None, None, Reason.ABSURD),
        ("de 9 a 17h", 480, 540, None),
        ("de les 9.30 a les 18", 510, 570, None),
        ("de 17 a 16h", None, None, Reason.ABSURD),
        ("una bona estona", None, None, None),
    ],
)
def test_words_of_a_length(said: str, minutes: int | None, begins: int | None, why: Reason | None) -> None:
    text = f"ahir {said} amb Vic per Zoom"
    sent = datetime(2020, 6, 17, 10, tzinfo=MADRID)
    reading = read(text, sent=sent, window=(date(2020, 5, 1), date(2020, 7, 31)), assigned=["Vic"], councils=("Vic",))
    (draft,) = of_reading(reading, (), 1, text)
    assert (draft.minutes, draft.begins, draft.doubts.get(MINUTES)) == (minutes, begins, why)


COMMISSION = "Per anotar-la sencera, cal que la Comissió Tècnica ho accepti."
LIMIT = "una sessió dura més de 0 minuts i com a molt 12 hores."
ANSWERS = {
    "ahir 12 hores": ("12 hores", COMMISSION),
    "ahir 8 hores i mitja amb l'Alzinar": ("8 hores i 30 minuts", COMMISSION),
    "ahir de 9 a 17h": ("8 hores", COMMISSION),
    "ahir 13 hores": (LIMIT, "Quant va durar?"),
    "dilluns 16h": ("Sessió de dilluns 1 de juny amb l'Alzinar. Quant va durar?",),
    "ahir 5 minuts": ("5 minuts del paquet de 4 hores",),
}


def test_long_sessions(stage: Stage) -> None:
    for text, answer in ANSWERS.items():
        said = stage.says(text)
        assert all(one in said for one in answer), (text, said)
        stage.presses("Descarta")


def test_hour_or_length(stage: Stage) -> None:
    asked = "És el que va durar o l'hora en què va començar?"
    assert asked in stage.says("dilluns 9h")
    assert "9 hores, amb l'Alzinar" in stage.presses("Va durar 9 hores")
    stage.presses("Descarta")
    stage.says("dilluns 9h")
    assert "Sessió de dilluns 1 de juny amb l'Alzinar. Quant va durar?" in stage.presses("Va començar a les 9 h")
    assert LIMIT in stage.says("16h"), "that is no length"
    assert "Dilluns 1 de juny · 9 hores" in stage.says("9h"), "how long it was had been asked"
    stage.presses("Descarta")
    stage.says("dilluns 9h")
    stage.presses("Va començar a les 9 h", "1 hora", "Desa")
    (session,) = stage.sessions()
    assert (session["minutes"], session["begins"]) == (60, 540)
