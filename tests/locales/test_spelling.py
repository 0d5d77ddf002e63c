import pytest

from locales.spelling import ALLOWED, allowed, misspelt


@pytest.mark.parametrize(
    "text",
    [
        "Mostra'm totes les preguntes i envia'ls l'esborrany; recorda-m'ho dilluns, l’Alzinar.",
        "Sol·licitud d'hores <b>d'assessorament</b> {council:de} &amp; https://xmes.catt /inicii aina@alzinarr.example",
        "Fins {d:al}, a les 10.42 h, d'{x}",
    ],
)
def test_misspelt_none(text: str) -> None:
    assert misspelt(text) == []


def test_misspelt_each_word_once_in_order() -> None:
    assert misspelt("La solicitud, el formulari i la solicitut; la solicitud") == ["solicitud", "solicitut"]


def test_allowed_words_are_sorted_and_needed() -> None:
    lines = [line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines), key=str.casefold)
    assert set(lines) == allowed()
