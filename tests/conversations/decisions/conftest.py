"""A call that has closed: three members of the commission, the office, and councils that wait for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Heard, Somebody
from tests.support.decided import MEETING, Commission
from tests.support.rehearsed import rehearsed

SALT, ARBUCIES, CARDEDEU, NAVAS, CALLUS = "Salt", "Arbúcies", "Cardedeu", "Navàs", "Callús"


@dataclass
class Cast:
    """Everybody, by name; Nadia's council has an application of its own."""

    bot: Conversation
    berta: Somebody
    oriol: Somebody
    nadia: Somebody
    nuria: Somebody
    commission: Commission


def applied(folder: Path) -> Cast:
    """Five complete applications: one asks for mentoring, two share the last place of a list."""
    bot = Conversation(folder, MEETING)
    members = (_member(bot, 4001, "Berta Mas", "Manlleu"), _member(bot, 4002, "Oriol Pi", "Mataró"),
               _member(bot, 4003, "Nadia Roca", SALT))  # fmt: skip
    bot.seats(2001, Role.OFFICE)
    bot.does("update person set name = 'Núria Camps' where id = 2001")
    cast = Cast(bot, *members, Somebody(bot, 2001, "Núria Camps"), Commission(bot))
    cast.commission.applies(1, 1001, "Aina Soler", SALT, "mentoring", phone="+34972000000")
    cast.commission.applies(2, 1002, "Marc Ribes", ARBUCIES)
    cast.commission.applies(3, 1003, "Pol Vidal", CARDEDEU)
    cast.commission.applies(4, 1004, "Joana Puig", NAVAS)
    cast.commission.applies(5, 0, "Quim Serra", CALLUS)
    return cast


def all_decided(folder: Path) -> Cast:
    """All five are decided, in silence."""
    cast = applied(folder)
    cast.commission.decides(SALT, Outcome.GRANTED, "mentoring")
    cast.commission.decides(ARBUCIES, Outcome.GRANTED, "advice")
    cast.commission.decides(CARDEDEU, Outcome.WAITING_LIST, "advice", position=1)
    cast.commission.decides(NAVAS, Outcome.WAITING_LIST, "advice", position=2)
    reason = "El text no explica què en podrien aprofitar altres municipis."
    cast.commission.decides(CALLUS, Outcome.REFUSED, reason=reason)
    return cast


def all_told(folder: Path) -> Cast:
    """Every council knows its decision."""
    cast = all_decided(folder)
    send(cast.berta, cast.oriol)
    cast.bot.speaks_unasked()
    return cast


def send(asks: Somebody, confirms: Somebody) -> list[Heard]:
    """From asking to the last word."""
    asks.says("/inici")
    asks.presses("Envia'ls")
    return confirms.presses("Confirma l'enviament")


def _member(bot: Conversation, number: int, name: str, council: str) -> Somebody:
    bot.seats(number, Role.COMMISSION, council)
    bot.does(f"update person set name = '{name}' where id = {number}")
    return Somebody(bot, number, name)


@pytest.fixture
def cast(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Cast]:
    """The call has come as far as the test wants it."""
    far = {"told": all_told, "decided": all_decided}
    play = next((play for name, play in far.items() if name in request.fixturenames), applied)
    made = rehearsed(play, tmp_path)
    yield made
    made.bot.close()


@pytest.fixture
def bot(cast: Cast) -> Conversation:
    return cast.bot


@pytest.fixture
def berta(cast: Cast) -> Somebody:
    return cast.berta


@pytest.fixture
def oriol(cast: Cast) -> Somebody:
    return cast.oriol


@pytest.fixture
def nadia(cast: Cast) -> Somebody:
    return cast.nadia


@pytest.fixture
def nuria(cast: Cast) -> Somebody:
    return cast.nuria


@pytest.fixture
def commission(cast: Cast) -> Commission:
    return cast.commission


@pytest.fixture
def decided(cast: Cast) -> Commission:
    return cast.commission


@pytest.fixture
def told(cast: Cast) -> Commission:
    return cast.commission
