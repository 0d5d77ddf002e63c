"""Hours as people type them when the commission grants them."""

import pytest

from conversations.rules.hours import minutes_in

SAID = {
    "6": 360,
    "6 hores": 360,
    "6h": 360,
    "una hora": 60,
    "1 hora i mitja": 90,
    "dues hores i quart": 135,
    "mitja hora": 30,
    "2 h 30 min": 150,
    "2h30": 150,
    "2,5 hores": 150,
    "2.25": 135,
    "90 minuts": 90,
    "  4   HORES ": 240,
    "": None,
    "moltes": None,
    "0": None,
    "5 min": None,
    "101 hores": None,
    "2,3 hores": None,
    "2 h 75 min": None,
    "2,5 h i mitja": None,
    "2 o 3 hores": None,
    "-2 hores": None,
}


@pytest.mark.parametrize("typed", SAID)
def test_minutes_in_what_is_typed(typed: str) -> None:
    assert minutes_in(typed) == SAID[typed]
