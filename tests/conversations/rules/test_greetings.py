"""Hello and nothing else."""

import pytest

from conversations.rules.greetings import greets


@pytest.mark.parametrize(
    "text",
    [
        "hola",
        "Hola!",
        "HOLA 👋",
        "Bon dia",
        "bona tarda a tothom",
        "Hola, bon dia",
        "ei",
        "hola, ja soc aquí",
        "hola, què tal?",
    ],
)
def test_greets(text: str) -> None:
    assert greets(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👋",
        "Bon dia, soc de Salt",
        "hola vull corregir",
        "Holanda",
        "Tècnica",
        "Bones pràctiques",
        "ja soc aquí",
        "salut i habitatge",
    ],
)
def test_greets_not_when_something_is_said(text: str) -> None:
    assert not greets(text)
