"""What somebody of the commission is called."""

import pytest

from conversations.protocol.facts import Person, Role, Seat
from conversations.rules.names import called
from locales import plain

SALT = Seat(Role.COMMISSION, "171557", "Salt")
MENTOR = Seat(Role.MENTOR, "081017", "l'Hospitalet de Llobregat")
HOSPITALET = Seat(Role.COMMISSION, "081017", "l'Hospitalet de Llobregat")


@pytest.mark.parametrize(
    ("name", "seats", "said"),
    [
        ("Berta Mas", (SALT,), "Berta Mas"),
        ("", (SALT, MENTOR), "qui ve de Salt"),
        ("", (HOSPITALET,), "qui ve de l'Hospitalet de Llobregat"),
        ("", (MENTOR,), "algú de qui no tenim el nom"),
    ],
)
def test_called(name: str, seats: tuple[Seat, ...], said: str) -> None:
    assert plain(called(Person(1, name, seats=seats))) == said
