"""A call that has closed: three members of the commission, the office, and councils that wait for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody
from tests.support.decided import MEETING, Commission

SALT, ARBUCIES, CARDEDEU, NAVAS, CALLUS = "Salt", "Arbúcies", "Cardedeu", "Navàs", "Callús"


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, MEETING)
    yield conversation
    conversation.close()


@pytest.fixture
def berta(bot: Conversation) -> Somebody:
    return _member(bot, 4001, "Berta Mas", "Manlleu")


@pytest.fixture
def oriol(bot: Conversation) -> Somebody:
    return _member(bot, 4002, "Oriol Pi", "Mataró")


@pytest.fixture
def nadia(bot: Conversation) -> Somebody:
    """Her council has an application of its own."""
    return _member(bot, 4003, "Nadia Roca", SALT)


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    bot.seats(2001, Role.OFFICE)
    somebody = Somebody(bot, 2001, "Núria Camps")
    bot.does("update person set name = 'Núria Camps' where id = 2001")
    return somebody


def _member(bot: Conversation, number: int, name: str, council: str) -> Somebody:
    bot.seats(number, Role.COMMISSION, council)
    bot.does(f"update person set name = '{name}' where id = {number}")
    return Somebody(bot, number, name)


@pytest.fixture
def commission(bot: Conversation, berta: Somebody, oriol: Somebody, nadia: Somebody, nuria: Somebody) -> Commission:
    """Five complete applications: one asks for mentoring, two share the last place of a list."""
    commission = Commission(bot)
    commission.applies(1, 1001, "Aina Soler", SALT, "mentoring", phone="+34972000000")
    commission.applies(2, 1002, "Marc Ribes", ARBUCIES)
    commission.applies(3, 1003, "Pol Vidal", CARDEDEU)
    commission.applies(4, 1004, "Joana Puig", NAVAS)
    commission.applies(5, 0, "Quim Serra", CALLUS)
    return commission


@pytest.fixture
def decided(commission: Commission) -> Commission:
    """All five are decided, in silence."""
    commission.decides(SALT, Outcome.GRANTED, "mentoring")
    commission.decides(ARBUCIES, Outcome.GRANTED, "advice")
    commission.decides(CARDEDEU, Outcome.WAITING_LIST, "advice", position=1)
    commission.decides(NAVAS, Outcome.WAITING_LIST, "advice", position=2)
    commission.decides(CALLUS, Outcome.REFUSED, reason="El text no explica què en podrien aprofitar altres municipis.")
    return commission
